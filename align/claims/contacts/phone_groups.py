"""The groups of figures that a phone number is made of: digits, digits with letters, and words ("double five")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.contacts.phone_shapes import Group
from align.reading.cues import NUMBER, NUMBER_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.reading import Reading

REPEATS: Final = {"double": 2, "triple": 3, "treble": 3}
_LONGEST: Final = 24
"""Characters of a word that can be a phone number, dots included."""
_UNITS: Final = {
    w: str(n) for n, w in enumerate("zero one two three four five six seven eight nine".split())
} | {"oh": "0", "o": "0", "nought": "0", "naught": "0", "nil": "0"}
_TEENS: Final = {
    w: str(n)
    for n, w in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), start=10
    )
}
_TENS: Final = {
    w: str(n) for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_DIGITS: Final = re.compile(r"\d+(?:\.\d+)*(?:/\d+)?\Z")


def groups(reading: Reading) -> Iterator[Group]:
    """Yield every group of digits, in digits or in number words."""
    words = reading.words
    lettered = _with_letters(reading) if not _NOUGHTS.isdisjoint(words) else {}
    done = 0
    for index in reading.where(NUMBER | NUMBER_WORD):
        if index < done:
            continue
        group = lettered.get(index)
        if group is not None:
            done = group.last
            yield group
            continue
        word = words[index]
        if not word[0].isdigit():
            group = _spelled(words, index)
            if group is not None:
                done = group.last
                yield group
        elif len(word) > _LONGEST:
            continue
        elif word.isdecimal():
            yield Group(index, index + 1, word, spelled=False)
        elif _DIGITS.match(word):
            for part in re.split(r"[./]", word):
                yield Group(index, index + 1, part, spelled=False)


_NOUGHTS: Final = frozenset(("o", "oo", "ooo"))
"""Letters that stand for the figure they look like: "O 1 2 9", "9OO"."""


def _with_letters(reading: Reading) -> dict[int, Group]:
    """Return the groups of digits that letters for noughts are part of, by their first word in figures."""
    words = reading.words
    found: dict[int, Group] = {}
    for index, word in enumerate(words):
        if word not in _NOUGHTS:
            continue
        first, last = index, index + 1
        while first and _stands_with(reading, first - 1, first):
            first -= 1
        while last < len(words) and _stands_with(reading, last, last):
            last += 1
        figures = next((at for at in range(first, last) if words[at].isdecimal()), None)
        if figures is not None:
            digits = "".join(words[first:last]).replace("o", "0")
            found[figures] = Group(first, last, digits, spelled=False, lettered=True)
    return found


def _stands_with(reading: Reading, index: int, joint: int) -> bool:
    """Tell whether the word `index` is a figure or a nought in one group with its neighbour across `joint`."""
    word = reading.words[index]
    if word in _NOUGHTS:
        return True
    return word.isdecimal() and (len(word) == 1 or reading.touches(joint))


def _spelled(words: list[str], index: int) -> Group | None:
    """Read the digits of a number word with what belongs to it: "double oh", "eight hundred"."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else ""
    if word in REPEATS:
        digit = _UNITS.get(following) or (following if len(following) == 1 and following.isdigit() else "")
        return Group(index, index + 2, digit * REPEATS[word], spelled=True) if digit else None
    if word in _UNITS:
        zeros = {"hundred": "00", "thousand": "000"}.get(following, "")
        return Group(index, index + 1 + bool(zeros), _UNITS[word] + zeros, spelled=True)
    if word in _TEENS:
        return Group(index, index + 1, _TEENS[word], spelled=True)
    if word not in _TENS:
        return None
    at = index + 1 + (following == "-")
    unit = _UNITS.get(words[at], "0") if at < len(words) else "0"
    return Group(index, at + 1 if unit != "0" else index + 1, _TENS[word] + unit, spelled=True)
