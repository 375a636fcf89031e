"""What a vocabulary knows of the spec's phrases of several words, so that it can tell where one was parted or joined."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Self

from align.reading.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class PhraseParts:
    """The parts of a spec's phrases.

    `heads` are first parts of words that may have been split by a space ("sto nes"), which carry `SPLIT_HEAD`;
    `tails` are what is behind them. `pairs` are neighbours written as one word ("sameday") with what each is, and
    `neighbours` the stems of two words that follow one another, which a line break may part.
    """

    heads: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    pairs: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    neighbours: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(
        cls,
        phrases: Iterable[str],
        heads: frozenset[str] = frozenset(),
        tails: frozenset[str] = frozenset(),
        pairs: Mapping[str, tuple[str, str]] | None = None,
    ) -> Self:
        """Return the parts with the neighbours of folded phrases."""
        words = [_WORD.findall(phrase) for phrase in phrases]
        found = frozenset((stem(a), stem(b)) for phrase in words for a, b in pairwise(phrase))
        return cls(heads, tails, pairs or {}, found)
