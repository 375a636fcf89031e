"""A dot that shortens a word ends no sentence, and one that ends a sentence still does."""

from __future__ import annotations

import pytest

from align.reading import Reading, Vocabulary

WHOLE = [
    "90 min. for 150",
    "It's 2 hrs. at 200",
    "min. 60 minutes",
    "Fri. at 6 works",
    "See you Thurs. 7 May",
    "Sat. morning is open",
    "I'm there from Dec. 4 on",
    "Tell Mrs. Patel it is 90",
    "In St. Moritz on Saturday",
    "I'm in St. Kilda tomorrow",
    "see e.g. the hour for 180",
    "it takes approx. 90 minutes",
    "Ask Dr. Hart about it",
]
PARTED = [
    "It lasts 60 min. Call me",
    "See you Fri. Call me",
    "I close in Dec. Call me",
    "I live on Oak Dr. Come by",
    "Meet me on Main St. I have time",
    "It's 60 min.",
    "No. Call me",
]


@pytest.mark.parametrize("body", WHOLE)
def test_a_sentence_goes_on_behind_a_shortened_word(body: str) -> None:
    reading = Reading(body, Vocabulary())
    assert reading.sentence(0) == (0, len(reading))
    assert "." not in reading.words


@pytest.mark.parametrize("body", PARTED)
def test_a_sentence_ends_behind_it_all_the_same(body: str) -> None:
    reading = Reading(body, Vocabulary())
    assert "." in reading.words


@pytest.mark.parametrize("body", [body for body in WHOLE + PARTED if "e.g." not in body])
def test_words_stand_where_they_are_written(body: str) -> None:
    reading = Reading(body, Vocabulary())
    assert [reading.text(at, at + 1).lower() for at in range(len(reading))] == reading.words
