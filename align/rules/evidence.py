"""Build a violation from a claim: the one place where words become spans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.findings import Violation

if TYPE_CHECKING:
    from align.claims.draft import Draft
    from align.findings import Family


def violation(  # noqa: PLR0913 - one argument for each field of Violation
    draft: Draft,
    words: tuple[int, int],
    *,
    rule: str,
    family: Family,
    claimed: str,
    expected: str,
    fact: str,
    message: str,
    instruction: str,
) -> Violation:
    """Return the violation that lies on the half-open word range `words` of the draft."""
    start, end = draft.reading.span(*words)
    return Violation(
        rule=rule,
        family=family,
        start=start,
        end=end,
        text=draft.body[start:end],
        claimed=claimed,
        expected=expected,
        fact=fact,
        message=message,
        instruction=instruction,
    )
