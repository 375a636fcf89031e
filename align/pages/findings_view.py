"""What speaks against a body, as rows of a table that the marks in the body point to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from align.pages.body import SHOWN_CHARS, BodyView, Mark, body_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.review.cases import JudgeFinding, Tried
    from align.review.checks import Check

MOST_ROWS: Final = 100
"""Rows that a table shows; further ones are counted."""


class _Found(Protocol):
    """A violation, as it was found now or as it was recorded."""

    @property
    def rule(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str | None: ...
    @property
    def claimed(self) -> str | None: ...
    @property
    def expected(self) -> str: ...
    @property
    def fact(self) -> str: ...
    @property
    def message(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that speaks against a body: what was said, what the facts say, and where; None: not kept.

    `score` is a judge's, as people read it; then `said` is the quote, and there is no fact.
    """

    number: int
    rule: str
    said: str | None
    claimed: str | None
    expected: str | None
    fact: str | None
    message: str | None
    score: str | None = None


@dataclass(frozen=True, slots=True)
class FindingsView:
    """A body with its marks, and the rows that say what they mean; `more` rows are left out.

    `errors` are rules that crashed. `body` is None where it is not kept.
    """

    body: BodyView | None
    rows: tuple[Row, ...]
    more: int
    errors: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.rows and not self.errors


def findings_view(
    body: str | None,
    found: Sequence[_Found],
    judged: Sequence[JudgeFinding] = (),
    errors: Sequence[str] = (),
    *,
    most: int | None = SHOWN_CHARS,
) -> FindingsView:
    """Return a body and what speaks against it, by the place in the body."""
    spans = [(one.start, one.end) for one in found] + [(one.start, one.end) for one in judged]
    rows = [_of_rule(number, violation) for number, violation in enumerate(found, 1)]
    rows += [_of_judge(number, score) for number, score in enumerate(judged, len(found) + 1)]
    marks = [Mark(start, end, number) for number, (start, end) in enumerate(spans[:MOST_ROWS], 1)]
    view = None if body is None else body_view(body, marks, most)
    return FindingsView(view, tuple(rows[:MOST_ROWS]), max(len(rows) - MOST_ROWS, 0), tuple(errors))


def of_check(body: str, check: Check, *, most: int | None = SHOWN_CHARS) -> FindingsView:
    """Return a body as it was checked just now."""
    validation = check.validation
    errors = [error.rule for error in validation.errors]
    return findings_view(body, validation.violations, check.judged, errors, most=most)


def of_tried(tried: Tried, *, most: int | None = SHOWN_CHARS) -> FindingsView:
    """Return a body as it was recorded."""
    return findings_view(tried.body, tried.findings, tried.judged, tried.errors, most=most)


def _of_rule(number: int, found: _Found) -> Row:
    return Row(number, found.rule, found.text, found.claimed, found.expected, found.fact, found.message)


def _of_judge(number: int, found: JudgeFinding) -> Row:
    score = f"{found.score:g} of 10; holds from {found.threshold:g}"
    return Row(number, found.dimension, found.quote, None, None, None, None, score)
