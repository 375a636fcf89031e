"""Scores against thresholds: the gate's side of a judgement, so that thresholds can move without asking again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.judge.judgement import JudgeViolation
from align.judge.quotes import find_quote

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from align.judge.judgement import Judged


def violations_of(
    judged: Judged, thresholds: Mapping[str, Decimal | float] | None, body: str
) -> tuple[JudgeViolation, ...]:
    """Return the scores that reach their dimension's threshold and quote the body, by span.

    A dimension without a threshold never holds. A score whose quote is not in the body does not count.
    """
    found = []
    for score in judged.scores:
        threshold = (thresholds or {}).get(score.dimension)
        if threshold is None or score.score < float(threshold):
            continue
        span = find_quote(score.quote, body)
        if span is not None:
            start, end = span
            found.append(
                JudgeViolation(score.dimension, score.score, float(threshold), start, end, body[start:end])
            )
    return tuple(sorted(found, key=lambda v: (v.start, v.end, v.dimension)))
