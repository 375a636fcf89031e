"""A word that fills a pause is not read; the same word that says something is."""

from __future__ import annotations

import pytest

from align.reading import Reading, Vocabulary
from align.reading.cues import BANNED_WORD

VOCABULARY = Vocabulary({"literally": BANNED_WORD})


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("umm yes", "yes"),
        ("Uhh, I can", "i can"),
        ("I honestly can come", "i can come"),
        ("we tbh do offer it", "we do offer it"),
        ("it's like $150", "it's $ 150"),
        ("that's like 90 mins", "that's 90 mins"),
    ],
)
def test_a_filler_is_not_read(body: str, words: str) -> None:
    assert Reading(body, VOCABULARY).line == words


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("answer it honestly", "honestly"),
        ("I like 90 of them", "like"),
        ("it's like home", "like"),
        ("I literally can", "literally"),
        ("um", "um"),
    ],
)
def test_a_word_that_says_something_is_read(body: str, word: str) -> None:
    assert word in Reading(body, VOCABULARY).words


def test_what_follows_a_filler_stands_where_it_is_written() -> None:
    reading = Reading("umm I honestly can", VOCABULARY)
    assert [reading.text(at, at + 1) for at in range(len(reading))] == ["I", "can"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Yes po, tama", "yes , tama"),
        ("nine hundred na lang po.", "nine hundred ."),
        ("Sige po", "sige"),
        ("PO box 4", "po box 4"),
        ("na, not today", "na , not today"),
    ],
)
def test_filipino_courtesies_are_not_read(body: str, words: str) -> None:
    assert Reading(body, VOCABULARY).line == words
