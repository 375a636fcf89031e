"""The words that numbers are made of, and slang for amounts."""

from __future__ import annotations

from typing import Final

UNITS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
} | {"nought": 0}
TENS: Final = {
    word: value * 10
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40, "fourtty": 40}
SCALES: Final = {
    "hundred": 100,
    "hundreds": 100,
    "hundo": 100,
    "hundy": 100,
    "thousand": 1_000,
    "thou": 1_000,
    "thao": 1_000,
    "k": 1_000,
    "grand": 1_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "mio": 1_000_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
SLANG: Final = {
    "tenner": 10,
    "tenners": 10,
    "fiver": 5,
    "fivers": 5,
    "score": 20,
    "pony": 25,
    "ton": 100,
    "tons": 100,
    "bill": 100,
    "bills": 100,
    "benjamin": 100,
    "benjamins": 100,
    "benji": 100,
    "benjis": 100,
    "monkey": 500,
}
"""Words that are amounts of money by themselves."""
