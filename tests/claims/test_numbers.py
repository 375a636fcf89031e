"""Numbers in digits, in words and in slang."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.claims.numbers.digits import digits_value
from align.claims.numbers.numerals import NumberForm, read_numeral
from tests.claims.extracting import read

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen".split()
)
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int) -> str:
    """Spell 0 to 999,999 as a person would."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    if number < 1000:
        tail = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{UNITS[number // 100]} hundred{tail}"
    rest = number % 1000
    joined = " and " if 0 < rest < 100 else " "
    return f"{spelled(number // 1000)} thousand" + (joined + spelled(rest) if rest else "")


def values(body: str) -> list[str]:
    return [f"{n.value.normalize():f}" for n in read(body).utterance.numbers]


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("one fifty", "150"),
        ("two eighty", "280"),
        ("nine fifty", "950"),
        ("two twenty-five", "225"),
        ("one oh five", "105"),
        ("one-eighty", "180"),
        ("one 50", "150"),
        ("twelve fifty", "1250"),
        ("a hundred and eighty", "180"),
        ("hundred eighty", "180"),
        ("1.5 hundred", "150"),
        ("two and a half hundred", "250"),
        ("two hundo", "200"),
        ("eighteen hundred", "1800"),
        ("forty three hundred", "4300"),
        ("twenty five hundred", "2500"),
        ("a couple hundred", "200"),
        ("half a grand", "500"),
        ("three quarters billion", "750000000"),
        ("1.5k", "1500"),
        ("1,200", "1200"),
        ("1.234,50", "1234.5"),
        ("1'049,95", "1049.95"),
        ("12,34,567.89", "1234567.89"),
        ("49,95", "49.95"),
        ("1½", "1.5"),
        ("3o", "30"),
        ("１８０", "180"),
        ("a tenner", "10"),
        ("two bills", "200"),
        ("a ton", "100"),
        ("35 lakh", "3500000"),
    ],
)
def test_a_number(body: str, value: str) -> None:
    assert values(body) == [value]


def test_two_numbers_stay_two() -> None:
    assert values("sixty one eighty") == ["60", "180"]
    assert values("60 90") == ["60", "90"]


def test_the_first_word_is_part_of_it() -> None:
    (number,) = read("it's a hundred and eighty for you").utterance.numbers
    assert (number.first, number.last, number.form) == (1, 5, NumberForm.WORDS)


def test_clock_times_and_dates_are_no_numbers() -> None:
    assert digits_value("7:30") is None
    assert digits_value("1/2") is None


@given(st.integers(min_value=0, max_value=999_999))
def test_words_read_back(number: int) -> None:
    words = spelled(number).replace("-", " - ").split()
    found = read_numeral(words, 0, len(words))
    assert found is not None
    assert (found.last, found.value) == (len(words), Decimal(number))


@given(st.integers(min_value=0, max_value=999_999_999), st.sampled_from(("{}", "{:,}")))
def test_digits_read_back(number: int, style: str) -> None:
    assert digits_value(style.format(number)) == Decimal(number)


@given(
    st.lists(st.sampled_from([*UNITS, *TENS[2:], "hundred", "thousand", "and", "a", "half", "-", "oh", "k"]))
)
def test_any_run_of_number_words_is_read_in_order(words: list[str]) -> None:
    numbers = read(" ".join(words)).utterance.numbers
    assert all(n.first < n.last and n.value >= 0 for n in numbers)
    assert all(a.last <= b.first for a, b in itertools.pairwise(numbers))
