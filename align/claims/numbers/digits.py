"""The value of a number in digits, with its separators: "1,200", "1.234", "49,95"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

_MAX_DIGITS: Final = 24
GROUPED: Final = re.compile(r"\d{1,3}([.,])\d{3}(?:\1\d{3})*\Z|\d{1,3}(,)\d{2}(?:,\d{2})*,\d{3}\Z")
_MIXED: Final = re.compile(r"(?:\d{1,3}(?:,\d{2,3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+)\Z")
_DECIMAL: Final = re.compile(r"\d+[.,]\d+\Z")


@lru_cache(maxsize=8192)
def digits_value(word: str) -> Decimal | None:
    """Return the value of a word of digits with its separators, or None.

    A lone comma or dot before exactly three digits groups ("1,200", "1.234"), any other
    is a decimal point ("1.5", "49,95"). Clock times and dates ("7:30", "1/2") are None.
    """
    if len(word) > _MAX_DIGITS or not word.isascii():
        return None
    if word.isdigit():
        return Decimal(word)
    if ":" in word or "/" in word:
        return None
    if GROUPED.match(word) and word[0] != "0":
        return Decimal(word.replace(",", "").replace(".", ""))
    if _MIXED.match(word):
        point = "." if word.rfind(".") > word.rfind(",") else ","
        other = "," if point == "." else "."
        return Decimal(word.replace(other, "").replace(point, "."))
    if _DECIMAL.match(word):
        return Decimal(word.replace(",", "."))
    return None
