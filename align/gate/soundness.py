"""Whether what a plug-in answered is what its type says: it goes into outcome, record and meter, so all of it counts."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from align.engines.engine import Drafted
from align.engines.template import Unfilled
from align.harness.failures import WORDS, Absent
from align.harness.usage import Usage
from align.judge.judgement import Judged, Score

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST: Final = 2.0**53
"""Of tokens, calls and seconds: what the record holds, also in a sum."""


def is_sound(answer: object) -> bool:
    """Tell whether a draft, a judgement or an absence holds values of its kind alone."""
    with suppress(Exception):  # a subclass may raise where it is asked for its values
        if isinstance(answer, Drafted):
            return _is_draft(answer)
        if isinstance(answer, Judged):
            return _is_judgement(answer)
        return isinstance(answer, Absent) and _is_absence(answer)
    return False


def usage_in(answer: object, known: Usage) -> Usage:
    """Return what an answer says that it cost, where it says so in a usage that is one; else what is `known`."""
    with suppress(Exception):
        usage = getattr(answer, "usage", None)
        if isinstance(usage, Usage) and _is_usage(usage):
            return usage
    return known


def _is_draft(draft: Drafted) -> bool:
    texts = [draft.body] if draft.workflow is None else [draft.body, draft.workflow]
    return _are_texts(texts) and _is_usage(draft.usage)


def _is_judgement(judged: Judged) -> bool:
    return (
        _is_list(judged.scores)
        and all(_is_score(score) for score in judged.scores)
        and _are_texts((judged.model, judged.prompt_hash))
        and _is_list(judged.absent)
        and _are_texts(judged.absent)
        and _is_amount(judged.seconds)
        and _is_count(judged.dropped)
        and _is_usage(judged.usage)
        and judged.is_sound
    )


def _is_score(score: object) -> bool:
    return isinstance(score, Score) and _are_texts((score.dimension, score.quote)) and _is_number(score.score)


def _is_absence(absent: Absent) -> bool:
    names = absent.names if isinstance(absent, Unfilled) else ()
    cause: object = absent.cause
    is_known = isinstance(cause, str) and cause in WORDS
    return is_known and _is_list(names) and _are_texts((absent.detail, *names)) and _is_usage(absent.usage)


def _is_usage(usage: object) -> bool:
    if not isinstance(usage, Usage):
        return False
    counts = (usage.prompt_tokens, usage.completion_tokens, usage.calls)
    return all(_is_count(count) for count in counts) and all(
        _is_amount(seconds) for seconds in (usage.wall_seconds, usage.gpu_seconds)
    )


def _are_texts(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) for value in values)


def _is_list(value: object) -> bool:
    return isinstance(value, tuple | list)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_amount(value: object) -> bool:
    return _is_number(value) and 0 <= value <= MOST  # type: ignore[operator] # a number by then


def _is_count(value: object) -> bool:
    return isinstance(value, int) and _is_amount(value)
