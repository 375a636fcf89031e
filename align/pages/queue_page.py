"""The first page: what waits for a person, grouped by cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.review.errors import UnknownCaseError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from starlette.responses import Response

    from align.pages.visit import Visit
    from align.review.cases import Case
    from align.review.causes import Cause
    from align.review.groups import Group

MOST_GROUPS: Final = 40
"""Groups that the page shows before one asks for all of them."""
FIRST_CASES: Final = 3
"""Cases of each group that the page shows."""
SNIPPET_CHARS: Final = 140


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list: its id, the beginning of its draft, or what to say in its place (`told`), since when it waits."""

    id: str
    persona: str
    snippet: str | None
    told: str | None
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group in the queue, with its first cases; `more` are not shown."""

    id: str
    cause: Cause
    count: int
    since: dt.datetime
    first: tuple[CaseLine, ...]

    @property
    def more(self) -> int:
        """How many cases of the group are not shown."""
        return max(self.count - len(self.first), 0)


def queue(visit: Visit) -> Response:
    """Show the queue, of one persona where the address names one."""
    desk = visit.parts.desk
    wanted = visit.query("persona")
    personas = shown_personas(visit, wanted)
    found = desk.groups(personas)
    shown = found.groups if visit.query("all") else found.groups[:MOST_GROUPS]
    first = [case_id for group in shown for case_id in group.case_ids[:FIRST_CASES]]
    cases = {case.id: case for case in desk.ledger.cases_by_id(list(dict.fromkeys(first)), personas)}
    cards = tuple(_card(group, cases) for group in shown)
    return visit.page(
        "queue.html",
        cards=cards,
        cases=found.cases,
        is_complete=found.is_complete,
        hidden=len(found.groups) - len(shown),
        groups=len(found.groups),
        persona=wanted if personas is not None and wanted in personas else "",
        personas=sorted({group.cause.persona for group in found.groups}),
    )


def shown_personas(visit: Visit, wanted: str) -> Collection[str] | None:
    """Return whose cases are shown: of the persona that is wanted, where the operator may see it; None is all."""
    if wanted and visit.operator.sees(wanted):
        return frozenset((wanted,))
    return visit.operator.personas


def case_line(case: Case) -> CaseLine:
    """Return a case as a line of a list."""
    said = None if case.body is None else " ".join(case.body[: SNIPPET_CHARS * 2].split())
    if said is not None and len(said) > SNIPPET_CHARS:
        said = f"{said[:SNIPPET_CHARS].rstrip()}…"
    return CaseLine(case.id, case.persona, said, _no_draft(case), case.decision.now)


def _no_draft(case: Case) -> str | None:
    """Return what to say in the place of a draft, None where there is one."""
    if case.body is not None:
        return None
    was_none = case.shown is None and case.decision.document["candidate"]["body_digest"] is None
    return "no draft was written" if was_none else "words not kept"


def next_case(visit: Visit, group_id: str | None, after: int = 0) -> str | None:
    """Return the id of the open case to go on with: of the same group, else the next of all; None: nothing waits."""
    desk, personas = visit.parts.desk, visit.operator.personas
    if group_id is not None:
        try:
            return desk.groups(personas).get(group_id).case_ids[0]
        except UnknownCaseError:
            return None
    found = desk.cases(personas, after=after, limit=1) or desk.cases(personas, limit=1)
    return found[0].id if found else None


def _card(group: Group, cases: dict[str, Case]) -> GroupCard:
    lines = tuple(case_line(cases[name]) for name in group.case_ids[:FIRST_CASES] if name in cases)
    return GroupCard(group.id, group.cause, group.count, group.since, lines)
