"""A judge's quote counts only where the body has it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.judge.judgement import Judged, Score
from align.judge.quotes import find_quote
from align.judge.thresholds import violations_of

BODY = "Sure, I can ring you at six, and it's 70 for the hour."


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("ring you at six", "ring you at six"),
        ("  RING you at Six ", "ring you at six"),
        ("I can rings you at six", "I can ring you at six"),
        ("it is 70 for the hour", "it's 70 for the hour"),
        ("call you tonight on the phone", None),
        ("70", "70"),
        ("71", None),
        ("", None),
        ("   ", None),
        ("x" * 5000, None),
    ],
)
def test_a_quote_is_found_as_it_stands_or_nearly(quote: str, words: str | None) -> None:
    span = find_quote(quote, BODY)
    found = None if span is None else BODY[span[0] : span[1]]
    if words is None:
        assert found is None
    else:
        assert found is not None
        assert words.strip() in found or found.strip() in words


@given(st.text(), st.text())
def test_a_span_lies_in_the_body(quote: str, body: str) -> None:
    span = find_quote(quote, body)
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(body)


@given(st.text(min_size=1), st.text(), st.text())
def test_what_is_in_the_body_is_found(quote: str, before: str, after: str) -> None:
    body = before + quote + after
    span = find_quote(quote, body)
    if quote.strip():
        assert span is not None
        assert body[span[0] : span[1]] == quote.strip()[:1000]


def test_only_scores_over_their_threshold_count() -> None:
    judged = Judged(
        (
            Score("drift", 8, "ring you at six"),
            Score("drift", 7, "Sure"),
            Score("voice", 10, "Sure"),
            Score("drift", 9, "nothing of the kind"),
        ),
        "m",
        "h",
    )
    (found,) = violations_of(judged, {"drift": Decimal("7.5")}, BODY)
    assert (found.dimension, found.text) == ("drift", "ring you at six")
    assert violations_of(judged, None, BODY) == ()
    assert violations_of(judged, {}, BODY) == ()
