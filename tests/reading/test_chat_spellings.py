"""Spellings of fast typing read as the words that they stand for, over their own characters."""

from __future__ import annotations

import pytest

from align.reading import Reading, Vocabulary

VOCABULARY = Vocabulary()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("u cant call me tmrw", ["you", "can't", "call", "me", "tomorrow"]),
        ("im gonna txt ur ppl", ["i'm", "going", "to", "text", "your", "people"]),
        ("pls send thru ur addy", ["please", "send", "through", "your", "address"]),
        ("I'm ill, we were wed", ["i'm", "ill", ",", "we", "were", "wed"]),
        ("R 850 or 2k", ["r", "850", "or", "2", "k"]),
        ("u.s $5 or cad$ 15, u.", ["u", ".", "s", "$", "5", "or", "cad", "$", "15", ",", "you", "."]),
        ("I cannae, she didnae, naw", ["i", "can't", ",", "she", "didn't", ",", "nah"]),
        ("tmrw or the morra's fine", ["tomorrow", "or", "the", "tomorrow", "'s", "fine"]),
        ("shd be ard 3, cud be 4", ["should", "be", "around", "3", ",", "could", "be", "4"]),
        ("2417 N Kedzie", ["2417", "n", "kedzie"]),
    ],
)
def test_reads(typed: str, words: list[str]) -> None:
    assert Reading(typed, VOCABULARY).words == words


def test_each_word_lies_on_its_part_of_the_spelling() -> None:
    reading = Reading("I'm gonna", VOCABULARY)
    assert [reading.text(at, at + 1) for at in range(len(reading))] == ["I'm", "gon", "na"]
    assert reading.text(1, 3) == "gonna"


def test_a_word_of_the_spec_stays_itself() -> None:
    assert Reading("hey ppl", Vocabulary({"ppl": 1})).words == ["hey", "ppl"]
