"""The marks of a list's items, which are no words: "- ", "• ", "## ", "> ", "1. ", "2) ", "b) " where a line begins.

A number or letter is an item's only in a list that counts from one: "26. November" opens a line too.
"""

from __future__ import annotations

import re
from typing import Final

_BULLET: Final = re.compile(r"(?:\A|(?<=\n))(?:[-*•·—>]|#{1,6}) (?=\S)")
_NUMBER: Final = re.compile(r"(?:\A|(?<=\n))\(?(\d{1,2})[.)] (?=\S)")
_LETTER: Final = re.compile(r"(?:\A|(?<=\n))\(?([a-h])[.):] (?=\S)")
_LETTERS: Final = "abcdefgh"


def unmark_items(text: str, chunks: list[str]) -> None:
    """Take the marks of items off the chunks of a folded text, which are what stands between its spaces."""
    marks = list(_BULLET.finditer(text))
    numbers = list(_NUMBER.finditer(text))
    if len(numbers) > 1 and [int(n[1]) for n in numbers] == list(range(1, len(numbers) + 1)):
        marks = sorted(marks + numbers, key=re.Match.start)
    letters = list(_LETTER.finditer(text))
    if len(letters) > 1 and _LETTERS.startswith("".join(n[1] for n in letters)):
        marks = sorted(marks + letters, key=re.Match.start)
    at = begin = 0
    for mark in marks:
        at += text.count(" ", begin, mark.start())
        begin = mark.start()
        chunks[at] = chunks[at].removesuffix(mark.group().rstrip())
