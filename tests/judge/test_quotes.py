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


@pytest.mark.parametrize(
    ("quote", "body"),
    [
        ("An hour is 150.", "Hi! An hour is 180. See you."),
        ("call me at 555 0000", "call me at 555 1234"),
        ("it's 7 for an hour", "it's 70 for an hour"),
        ("it's 18 for one hour", "it's 180 for on hour"),
        ("I can do a call then", "I can't do a call then"),
        ("I can do a call then", "I can’t do a call then"),
        ("I never said tonight", "I ever said tonight"),
        ("See you at 5. Call me on 5551234", "See you at 5."),
        ("lovely lovely lovely", "lovely lovely"),
    ],
)
def test_a_quote_with_other_values_or_more_words_is_none_of_the_body(quote: str, body: str) -> None:
    assert find_quote(quote, body) is None


@pytest.mark.parametrize(
    ("quote", "body", "words"),
    [
        ("in Leeds on Teusday morning", "I'm in Leeds on Tuesday mornings.", "in Leeds on Tuesday mornings"),
        ("I wont do a call then", "Sorry, I won't do a call then!", "won't do a call then"),
        ("“tonight at nine”", "tonight at nine.", "tonight at nine."),
        ("明日の午後三時に会いましよう", "では明日の午後三時に会いましょうね", None),
    ],
)
def test_a_quote_is_found_nearly_in_whole_words(quote: str, body: str, words: str | None) -> None:
    span = find_quote(quote, body)
    assert span is not None
    if words is not None:
        assert body[span[0] : span[1]] == words


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
