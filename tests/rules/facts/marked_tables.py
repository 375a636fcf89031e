"""Tables of drafts whose violation is marked in them: "I'll ‹come by› at six << are you about?"."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from align import compile_spec, validate_draft
from specs import load_spec
from tests.gold import FIXTURES

if TYPE_CHECKING:
    from align.compiled import CompiledSpec

Who = tuple[str, str]
"""A persona's document below fixtures/, without its ending, and the local time of the check."""
_MARKS = dict.fromkeys(map(ord, "‹›«»"))


def rows(tables: dict[Who, str]) -> list[tuple[Who, str]]:
    """Return the lines of all tables, each with whose it is."""
    return [(who, line) for who, table in tables.items() for line in table.strip().splitlines()]


def is_marked(line: str) -> bool:
    """True for a line that a rule is to hold."""
    return not {"‹", "«"}.isdisjoint(line)


def flagged(who: Who, line: str, rule: str) -> list[str]:
    """Return what a rule flags in a line, its marks left out; behind " << " stands the client's message."""
    spec = _spec(who[0])
    marked, _, inbound = line.partition(" << ")
    now = datetime.fromisoformat(who[1]).replace(tzinfo=spec.known.zone)
    found = validate_draft(
        marked.translate(_MARKS), spec, now=now, context={"inbound": inbound} if inbound else None
    )
    return [v.text for v in found.violations if v.rule == rule]


@lru_cache
def _spec(path: str) -> CompiledSpec:
    return compile_spec(load_spec(FIXTURES / f"{path}.json"))
