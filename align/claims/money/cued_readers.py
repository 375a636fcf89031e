"""Readers of an amount that are asked only where a word of theirs stands in its sentence.

Dozens of readers can tell that an amount is no price of ours, each by words that few sentences hold ("lend",
"voucher", "somebody"). One look at the words of a sentence says which of them to ask for all of its amounts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.utterance import Utterance

if TYPE_CHECKING:
    from collections.abc import Iterable

Reader = Callable[[Utterance, int, int], bool]
"""A test of the amount on the words `[first, last)` of a text."""


class Cued(NamedTuple):
    """A test, and the words without any of which it cannot hold.

    One of `said` stands in the sentence of the amount, or one of `anywhere` in the text or in the client's message.
    """

    test: Reader
    said: frozenset[str] = frozenset()
    anywhere: frozenset[str] = frozenset()


class CuedReaders:
    """A table of readers, asked in its order."""

    __slots__ = ("_anywhere", "_said", "_tests")

    def __init__(self, *readers: Cued) -> None:
        self._tests = tuple((1 << at, reader.test) for at, reader in enumerate(readers))
        self._said = _bits_of(reader.said for reader in readers)
        self._anywhere = _bits_of(reader.anywhere for reader in readers)

    def holding(self, u: Utterance, first: int, last: int) -> Reader | None:
        """Return the first test that holds of the amount on the words `[first, last)`."""
        begin, end = u.reading.sentence(first)
        asked: list[Reader] | None = u.answers.get((self, begin))
        if asked is None:
            asked = u.answers[self, begin] = self._asked(u, begin, end)
        for test in asked:
            if test(u, first, last):
                return test
        return None

    def _asked(self, u: Utterance, begin: int, end: int) -> list[Reader]:
        """Return the tests that have a word of theirs in the sentence `[begin, end)`."""
        bits = self._spoken_of(u) if self._anywhere else 0
        for bit in filter(None, map(self._said.get, u.reading.words[begin:end])):
            bits |= bit
        return [test for bit, test in self._tests if bits & bit] if bits else []

    def _spoken_of(self, u: Utterance) -> int:
        """Return the bits of the tests that have a word of theirs in the text or in the client's message."""
        bits: int | None = u.answers.get((self, _EVERYWHERE))
        if bits is None:
            bits = 0
            heard = u.inbound.said if u.inbound is not None else ()
            for words in (u.said, heard):
                for bit in filter(None, map(self._anywhere.get, words)):
                    bits |= bit
            u.answers[self, _EVERYWHERE] = bits
        return bits


_EVERYWHERE: Final = -1


def _bits_of(cues: Iterable[frozenset[str]]) -> dict[str, int]:
    """Return the bits of the tests that each word calls for, with or without a possessive 's."""
    bits: dict[str, int] = {}
    for at, words in enumerate(cues):
        for word in words:
            for form in (word, word + "'s"):
                bits[form] = bits.get(form, 0) | 1 << at
    return bits
