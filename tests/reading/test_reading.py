from __future__ import annotations

from bisect import bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading import Reading, Vocabulary
from align.reading.cues import CALENDAR, CLOCK, NUMBER, SENTENCE_END, SPATIAL

VOCABULARY = Vocabulary()
BODIES = (
    "",
    "   ",
    "Hi, it's $180 (flat) at 6:30 p.m. on Friday!",
    "two  spaces \n a@b.com. #12-14",
    "c a l l  m e at 7",
    "caf\u00e9 \u2014 na\u00efve\u2026 \U0001f60a ok",
)
bodies = st.text(alphabet=" \n.,'-$18ap\u00e9", max_size=60) | st.sampled_from(BODIES)


def _reading(body: str) -> Reading:
    return Reading(body, VOCABULARY)


@given(bodies)
def test_the_place_of_one_word_is_that_of_all(body: str) -> None:
    reading, whole = _reading(body), _reading(body)
    starts, ends = whole.starts, whole.ends
    assert [reading.start(i) for i in range(len(reading))] == starts
    assert [reading.end(i) for i in range(len(reading))] == ends
    assert [reading.touches(i) for i in range(1, len(reading))] == [
        ends[i - 1] == starts[i] for i in range(1, len(reading))
    ]


@given(bodies)
def test_words_begun_counts_them_up_to_a_position(body: str) -> None:
    reading, starts = _reading(body), _reading(body).starts
    for position in range(len(reading.folded.lower)):
        assert reading.words_begun(position) == bisect_right(starts, position)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("classes", [NUMBER, CLOCK | CALENDAR, SENTENCE_END, NUMBER | SPATIAL])
def test_where_finds_every_word_of_the_classes(body: str, classes: int) -> None:
    reading = _reading(body)
    expected = [i for i, marks in enumerate(reading.marks) if marks & classes]
    assert list(reading.where(classes)) == list(reading.where(classes)) == expected


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("c@ll m3", ["call", "me"]),
        ("g1ve me a r1ng", ["give", "me", "a", "ring"]),
        ("v1d3o-c@ll", ["video", "call"]),
        ("60min-90min", ["60", "min", "-", "90", "min"]),
        ("2moro 4ever", ["tomorrow", "4", "ever"]),
        ("my friend's place", ["my", "friend's", "place"]),
        ("thirty minutes'll do", ["thirty", "minutes", "will", "do"]),
    ],
)
def test_leetspeak_is_words_and_amounts_stay_amounts(body: str, words: list[str]) -> None:
    assert _reading(body).words == words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Perfect - see you then", ["perfect", ",", "see", "you", "then"]),
        ("Lovely - that's you booked", ["lovely", ",", "that's", "you", "booked"]),
        ("Mon - Fri", ["mon", "-", "fri"]),
        ("60 - 180", ["60", "-", "180"]),
        ("a follow-up", ["a", "follow", "-", "up"]),
        ("- done", ["done"]),
    ],
)
def test_a_hyphen_alone_between_words_binds_as_a_comma(body: str, words: list[str]) -> None:
    assert _reading(body).words == words
