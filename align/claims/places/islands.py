"""Islands: whoever lists them, one is on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.places.found import Found
from align.claims.places.place_matches import match_at

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_BEING: Final = frozenset("be i'm we're am are staying".split())


def island_at(u: Utterance, index: int) -> Found | None:
    """Find the island behind an "on" that says where somebody is: "I'll be on Marstrand".

    A name that is a word as well ("on March time") needs more than that.
    """
    if index == 0 or u.reading.words[index - 1] not in _BEING:
        return None
    match = match_at(u, index + 1, "on")
    return None if match is None or match.name.is_word else Found(index, match)
