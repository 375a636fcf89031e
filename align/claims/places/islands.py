"""Islands: whoever lists them, one is on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.places.found import Found
from align.claims.places.place_matches import match_at

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_OVER: Final = frozenset("out over back across".split())
_BEING: Final = frozenset("be i'm we're am are staying".split())


def island_at(u: Utterance, index: int) -> Found | None:
    """Find the island behind an "on" that says where somebody is: "I'll be on Marstrand".

    A name that is a word as well ("on March time") needs more than that.
    """
    words = u.reading.words
    lead = index - 2 if index > 1 and words[index - 1] in _OVER else index - 1
    if lead < 0 or words[lead] not in _BEING:
        return None
    match = match_at(u, index + 1, "on")
    return None if match is None or match.name.is_word else Found(index, match)
