"""A large city's misspelt name: "belfst"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.claims.places.place_matches import Match
from align.claims.places.place_meant import is_thing
from align.claims.places.place_names import Name
from align.data.gazetteer import load_gazetteer
from align.data.names import load_given_names
from align.data.words import load_words

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

SHORTEST_TYPO: Final = 5


def misspelt_at(u: Utterance, first: int) -> Match | None:
    """Return a large city's misspelt name ("belfst")."""
    reading = u.reading
    word = reading.words[first]
    if reading.marks[first] or len(word) < SHORTEST_TYPO or not word.isalpha() or not _is_slip(word):
        return None
    end = first + 1
    return Match(first, end, end, word, _UNLISTED) if not is_thing(u, end) else None


_UNLISTED: Final = Name((), is_word=False, is_person=False, needs_article=False, is_area=False, checked=True)


@lru_cache(maxsize=4096)
def _is_slip(word: str) -> bool:
    if word in load_words() or word in load_given_names():
        return False
    return load_gazetteer().is_near_large_city(word)
