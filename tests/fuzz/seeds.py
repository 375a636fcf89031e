"""What the fuzzer begins with: the labelled drafts and the fact documents of fixtures/."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Final

from tests.gold import FIXTURES, Case, cases

if TYPE_CHECKING:
    from specs import Spec

FOLDERS: Final = ("gold", *(f"cases/{path.name}" for path in sorted((FIXTURES / "cases").iterdir())))
_MOST_SPECS: Final = 32


@cache
def drafts() -> tuple[Case, ...]:
    """Return every labelled draft."""
    return tuple(case for folder in FOLDERS for case in cases(folder))


@cache
def specs() -> tuple[Spec, ...]:
    """Return some specs of the drafts, as different as there are: one of each trade and currency."""
    kinds: dict[tuple[str | None, str | None], Spec] = {}
    for case in drafts():
        kinds.setdefault((case.spec.trade, case.spec.currency), case.spec)
    return tuple(kinds.values())[:_MOST_SPECS]


@cache
def documents() -> tuple[str, ...]:
    """Return fact documents as they are written."""
    return tuple(path.read_text("utf-8") for path in sorted(FIXTURES.glob("**/personas/*.json")))


@cache
def lines() -> tuple[str, ...]:
    """Return lines of JSONL: drafts and candidates."""
    found = [path.read_text("utf-8").splitlines() for path in sorted((FIXTURES / "demo").glob("**/*.jsonl"))]
    rows = [
        json.dumps({"id": c.id, "body": c.body, "now": c.now.isoformat(), "context": c.context})
        for c in drafts()[::97]
    ]
    return (*(line for some in found for line in some), *rows)
