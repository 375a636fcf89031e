"""Scores against thresholds: the gate's side of a judgement, so that thresholds can move without asking again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.judge.judgement import JudgeViolation
from align.judge.quotes import find_quote

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from decimal import Decimal

    from align.findings import Violation
    from align.judge.judgement import Judged


def says_waived(dimension: str, span: tuple[int, int], body: str, waived: Collection[Violation]) -> bool:
    """Tell whether a quote in the name of a rule lies within words that a waiver exempts from that rule.

    A quote that takes in more is not covered: the rest may be what it means, and its author saw no more than the words.
    """
    start, end = span
    while start < end and not body[start].isalnum():
        start += 1
    while start < end and not body[end - 1].isalnum():
        end -= 1
    return any(dimension == one.rule and one.start <= start and end <= one.end for one in waived)


def violations_of(
    judged: Judged,
    thresholds: Mapping[str, Decimal | float] | None,
    body: str,
    waived: Collection[Violation] = (),
) -> tuple[JudgeViolation, ...]:
    """Return the scores that reach their dimension's threshold and quote the body, by span.

    A dimension without a threshold never holds. A score whose quote is not in the body does not count, nor one that says
    again what is `waived` (`align.waivers.waived_in`).
    """
    found = []
    for score in judged.scores:
        threshold = (thresholds or {}).get(score.dimension)
        if threshold is None or score.score < float(threshold):
            continue
        span = find_quote(score.quote, body)
        if span is not None and not says_waived(score.dimension, span, body, waived):
            start, end = span
            found.append(
                JudgeViolation(score.dimension, score.score, float(threshold), start, end, body[start:end])
            )
    return tuple(sorted(found, key=lambda v: (v.start, v.end, v.dimension)))
