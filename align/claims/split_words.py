"""Words that a space or a hyphen splits: "baby sit", "baby-sit" for "babysit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.reading.stems import stem

if TYPE_CHECKING:
    from collections.abc import Mapping


def split_words(
    words: list[str], at: int, end: int, tails: Mapping[str, tuple[tuple[str, str], ...]]
) -> list[tuple[int, str]]:
    """Return the whole words that a space or a hyphen splits at `at`: their ends and stems."""
    found = tails.get(words[at])
    if found is None:
        return []
    hyphened = words[at + 1 : at + 2] == ["-"]
    second = at + 2 if hyphened else at + 1
    if second >= end:
        return []
    split = [(second + 1, whole) for tail, whole in found if words[second] == tail]
    if split or not hyphened:
        return split
    inflected = stem(words[at] + words[second])  # "baby-sit" for "babysitting"
    return [(second + 1, whole) for _, whole in found if whole == inflected][:1]
