"""The sign that stands alone for the word: "@ 22 Otley Road", "@ 5", "@ the studio"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import NUMBER

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOM_LEADS: Final = frozenset("the my our your mine yours ours".split())


def say_at(words: list[str], marks: list[int], touches: Callable[[int], bool], at: tuple[str, int]) -> bool:
    """Put the word `at`, with its classes, for each sign alone before a number or a room; tell whether any was.

    `touches` tells whether nothing stands between a word and the one before it.
    """
    said = False
    for index in range(len(words) - 1):
        leads = marks[index + 1] & NUMBER or words[index + 1] in _ROOM_LEADS
        if words[index] == "@" and leads and not touches(index + 1):
            words[index], marks[index] = at
            said = True
    return said
