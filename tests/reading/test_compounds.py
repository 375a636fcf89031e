"""Two words that are one term are read as that term, where they stand."""

from __future__ import annotations

import pytest

from align.reading import Reading, Vocabulary


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("the down payment is 50", ["the", "deposit", "is", "50"]),
        ("Down payment's 50", ["deposit", "'s", "50"]),
        ("down payments, please", ["deposits", ",", "please"]),
        ("put it down, payment later", ["put", "it", "down", ",", "payment", "later"]),
        ("sit down", ["sit", "down"]),
    ],
)
def test_a_term_of_two_words_reads_as_one(body: str, words: list[str]) -> None:
    assert Reading(body, Vocabulary()).words == words


def test_it_stands_where_its_last_word_does() -> None:
    reading = Reading("A down payment's due", Vocabulary())
    assert reading.text(1, 2) == "payment"
    assert reading.text(2, 3) == "'s"
