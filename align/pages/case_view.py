"""A case as it is shown: the draft and what speaks against it now, and how it came to this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.pages.body import SHOWN_CHARS
from align.pages.findings_view import FindingsView, findings_view, of_check, of_tried

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.review.cases import Case, Tried
    from align.review.checks import Check


@dataclass(frozen=True, slots=True)
class TriedView:
    """One body of the pass: what it was, what was found in it, and what a judge gave."""

    number: int
    kind: str
    is_shown: bool
    found: FindingsView
    judge: str | None
    scores: tuple[tuple[str, str, str | None], ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """What the page of a case shows beside the case itself.

    `found` is the draft under the spec that holds now, or, where it can't be checked, as it was recorded; then
    `unchecked` says why. `since_then` says what the facts of now change about it; None: nothing.
    """

    case: Case
    found: FindingsView | None
    unchecked: str | None
    since_then: str | None
    tried: tuple[TriedView, ...]
    objections: tuple[str, ...]

    @property
    def may_be_approved(self) -> bool:
        """Whether the draft may be sent as it is, a judge's objections apart."""
        return (
            self.case.kind != "raised"
            and self.unchecked is None
            and self.found is not None
            and all(row.score is not None for row in self.found.rows)
            and not self.found.errors
        )


def case_view(case: Case, check: Check | None, unchecked: str | None, *, is_whole: bool) -> CaseView:
    """Return what is shown of a case; `check` is of its draft, None where it can't be checked."""
    most = None if is_whole else SHOWN_CHARS
    found: FindingsView | None = None
    objections: tuple[str, ...] = ()
    if case.body is not None and check is not None:
        found = of_check(case.body, check, most=most)
        objections = tuple(dict.fromkeys(judged.dimension for judged in check.judged))
    elif case.body is not None or case.findings:
        errors = () if case.shown is None else case.tried[case.shown].errors
        found = findings_view(case.body, case.findings, case.judged, errors, most=most)
    return CaseView(
        case,
        found,
        unchecked,
        None if check is None else _since_then(case, check),
        tuple(_tried(number, tried, case) for number, tried in enumerate(case.tried, 1)),
        objections,
    )


def _tried(number: int, tried: Tried, case: Case) -> TriedView:
    scores = tuple((name, f"{score:g}", quote) for name, score, quote in tried.scores)
    return TriedView(number, tried.kind, number - 1 == case.shown, of_tried(tried), tried.judge, scores)


def _since_then(case: Case, check: Check) -> str | None:
    """Return how the check of now differs from the one that was recorded."""
    now = check.validation.violations
    before = {(found.rule, found.start, found.end, found.expected) for found in case.findings}
    after = {(found.rule, found.start, found.end, found.expected) for found in now}
    if before == after:
        return None
    if not after:
        return f"The facts changed since: {_counted(before)} then, and nothing now."
    return f"The facts changed since: {_counted(before)} then, {_counted(after)} now."


def _counted(found: Sequence[object] | set[tuple[str, int, int, str]]) -> str:
    return f"{len(found)} finding{'' if len(found) == 1 else 's'}"
