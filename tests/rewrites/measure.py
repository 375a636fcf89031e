"""Apply a rewrite to labelled drafts, and see which verdicts it turns wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from align import compile_spec, validate_draft
from tests.gold import FIXTURES, Case, cases
from tests.rewrites.assents import ASSENTS
from tests.rewrites.forms import FORMS
from tests.rewrites.frames import FRAMES
from tests.rewrites.words import WORDS

if TYPE_CHECKING:
    from tests.rewrites.rewrite import Rewrite

REWRITES: Final[dict[str, Rewrite]] = FORMS | WORDS | FRAMES | ASSENTS
_OF_FORM: Final = frozenset(("voice",))
"""Rules about form itself, which a rewrite may break or mend rightly."""


@dataclass(frozen=True)
class Broken:
    """A draft whose verdict was right as written and is wrong as rewritten."""

    case: Case
    body: str
    missed: frozenset[str]
    extra: frozenset[str]


@cache
def read_right() -> tuple[Case, ...]:
    """Return the labelled drafts that read right as they are written."""
    folders = ("gold", *(f"cases/{path.name}" for path in sorted((FIXTURES / "cases").iterdir())))
    return tuple(
        case
        for folder in folders
        for case in cases(folder)
        if _rules(case, case.body) == case.rules - _OF_FORM
    )


def applied(rewrite: Rewrite, drafts: tuple[Case, ...]) -> list[tuple[Case, str]]:
    """Return the drafts that a rewrite changes, with their new bodies."""
    rewritten = [(case, rewrite(case)) for case in drafts]
    return [(case, body) for case, body in rewritten if body != case.body]


def broken(rewritten: list[tuple[Case, str]]) -> list[Broken]:
    """Return the rewritten drafts that are read wrong."""
    found = []
    for case, body in rewritten:
        rules, wanted = _rules(case, body), case.rules - _OF_FORM
        if rules != wanted:
            found.append(Broken(case, body, wanted - rules, rules - wanted))
    return found


def _rules(case: Case, body: str) -> frozenset[str]:
    checked = validate_draft(body, compile_spec(case.spec), now=case.now, context=case.context)
    return frozenset(v.rule for v in checked.violations) - _OF_FORM
