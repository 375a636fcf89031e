"""Slips of the finger: which one makes one word of another, and how readily a reader undoes it.

One slip is two letters swapped, a letter left out, doubled, struck beside its key or struck
along with its neighbour, or one written for another that sounds or looks like it. What takes
any other letter is no slip: "Lieke" is no "like" and "Malte" no "mate".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROWS: Final = (("qwertyuiop", 0.0), ("asdfghjkl", 0.25), ("zxcvbnm", 0.75))
_PLACES: Final = {
    key: (row, column + shift) for row, (keys, shift) in enumerate(_ROWS) for column, key in enumerate(keys)
}
_NEIGHBOURS: Final = frozenset(
    a + b
    for a, (row, x) in _PLACES.items()
    for b, (other, y) in _PLACES.items()
    if a != b and abs(row - other) <= 1 and abs(x - y) <= 1.1
)
NEIGHBOURS: Final = {
    key: "".join(other for other in _PLACES if key + other in _NEIGHBOURS) for key in _PLACES
}
"""The keys around each."""
_ALIKE: Final = frozenset(
    a + b
    for letters in "aeiouy ckqs sz mn bvp dt fv gj vw iy uv il ij gq".split()
    for a in letters
    for b in letters
    if a != b
)
_VOWELS: Final = frozenset("aeiou")

UNDOUBLED: Final = 0.9
"""One of two equal letters left out."""
SWAPPED: Final = 1.0
"""Two letters swapped, behind the first."""
STRUCK_TWICE: Final = 1.1
"""A letter struck twice."""
LEFT_OUT: Final = 1.4
"""A vowel left out."""
CONSONANT: Final = 0.2
"""How much more a consonant left out is than a vowel."""
STRUCK_BESIDE: Final = 2.0
"""A key beside the one that was meant."""
FIRST_LETTER: Final = 3.0
"""Any slip in the first letter but a swap: a reader holds on to how words begin."""


def slip_cost(typed: str, meant: str) -> float | None:
    """Return how far-fetched the one slip is that makes `typed` of `meant`; None where it is no slip."""
    longer = len(typed) - len(meant)
    if abs(longer) > 1 or typed == meant:
        return None
    at = _common_start(typed, meant)
    back = _common_end(typed[at:], meant[at:])
    wrong, right = typed[at : len(typed) - back], meant[at : len(meant) - back]
    if longer == 0:
        return _exchanged(wrong, right, at)
    if longer < 0:
        return None if wrong else _left_out(meant, at)
    return None if right else _struck_twice(typed, at)


def _common_start(one: str, other: str) -> int:
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))


def _common_end(one: str, other: str) -> int:
    return _common_start(one[::-1], other[::-1])


def _exchanged(wrong: str, right: str, at: int) -> float | None:
    if len(wrong) == 1:
        pair = wrong + right
        if pair not in _NEIGHBOURS and pair not in _ALIKE:
            return None
        return STRUCK_BESIDE + (pair not in _NEIGHBOURS) / 10 if at else FIRST_LETTER
    if wrong[::-1] == right and len(wrong) == len("ab"):
        return SWAPPED if at else SWAPPED + 0.2
    return None


def _left_out(meant: str, at: int) -> float:
    letter = meant[at]
    if letter in (meant[at - 1 : at], meant[at + 1 : at + 2]):
        return UNDOUBLED
    if at == 0:
        return FIRST_LETTER
    return LEFT_OUT if letter in _VOWELS else LEFT_OUT + CONSONANT


def _struck_twice(typed: str, at: int) -> float | None:
    letter = typed[at]
    around = (typed[at - 1 : at], typed[at + 1 : at + 2])
    if letter in around:
        return STRUCK_TWICE
    if any(beside + letter in _NEIGHBOURS for beside in around):
        return STRUCK_BESIDE - 0.2 if at else FIRST_LETTER
    return None


def plain_slips(typed: str) -> Iterator[str]:
    """Yield the words that `typed` may stand for by a swap or a doubled letter, behind its first letter."""
    for at in range(1, len(typed)):
        if typed[at] == typed[at - 1]:
            yield typed[:at] + typed[at + 1 :]
        else:
            yield typed[:at] + typed[at - 1] + typed[at:]
            if at > 1:
                yield typed[: at - 1] + typed[at] + typed[at - 1] + typed[at + 1 :]
    yield typed + typed[-1]
