"""Phrases with a function word of their own: "walk-in", "drop-in", "at home".

Their words stand together, and one that ends in a particle is a noun: "no walk-ins", "as a
walk in"; "just walk in" tells the client how to come through the door, unless it says that
nobody needs to book.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.offered_phrases import FUNCTION
from align.reading.cues import BREAK
from align.reading.stems import stem

if TYPE_CHECKING:
    from align.claims.offered_phrases import Phrase
    from align.reading import Reading

_COUNTED: Final = frozenset("a an any the your every each as no another one".split())
_ACCEPTED: Final = frozenset("take takes taking accept accepts accepting offer offers offering".split())
_POINTED: Final = frozenset("a an that this the your another".split())
_DONE: Final = frozenset("do doing did redo get book fit want need have offer install".split())
"""A noun is done or had: "I can do that sew in"."""
_KINDS: Final = frozenset(
    "appointment appointments slot slots spot spots client clients customer customers basis service "
    "services session"
    " sessions hour hours day days friendly welcome only shop salon studio place is are".split()
)
_ROOMS: Final = frozenset(
    "closet closets wardrobe wardrobes shower showers pantry fridge freezer cooler bath robe cupboard".split()
)
"""What people walk into at home: another sense of the words."""
_UNBOOKED: Final = re.compile(
    r" (?:[\w']+ ){0,3}?(?:any ?time|when ?ever|(?:without|no) (?:an? )?(?:appointment|booking))\b"
)


def find_compound(
    reading: Reading, phrase: Phrase, found: tuple[int, int], root: str
) -> tuple[int, int] | None:
    """Return the words of a phrase around its root's words, else None."""
    words = reading.words
    first, stop = found
    if len(phrase.stems) > 1:
        place = phrase.stems.index(root)
        for wanted in reversed(phrase.stems[:place]):
            first -= 2 if words[first - 1 : first] == ["-"] else 1
            if first < 0 or not _is_form(words[first], wanted):
                return None
        for wanted in phrase.stems[place + 1 :]:
            stop += 2 if words[stop : stop + 1] == ["-"] else 1
            if stop > len(words) or not _is_form(words[stop - 1], wanted):
                return None
    ends_in_particle = phrase.stems[0] not in FUNCTION and phrase.stems[-1] != "one"  # "two for one"
    return (first, stop) if not ends_in_particle or _is_noun(reading, first, stop) else None


def _is_form(word: str, wanted: str) -> bool:
    return stem(word) == wanted or word == wanted + "s" or (word == "1" and wanted == "one")


def _is_noun(reading: Reading, first: int, stop: int) -> bool:
    """Tell the noun from the verb with its particle, and from a noun with a place behind it."""
    words = reading.words
    if stop < len(words) and words[stop] in _ROOMS:
        return False
    if "-" in words[first:stop] or words[stop - 1].endswith("s"):
        return True
    before = words[first - 1] if first else ""
    closes = stop >= len(words) or bool(reading.marks[stop] & BREAK) or words[stop] in _KINDS
    as_one = before in ("a", "an") and words[first - 2 : first - 1] == ["as"]
    done = before in _POINTED and words[first - 2 : first - 1] and words[first - 2] in _DONE
    if before in _ACCEPTED or done or as_one or (closes and before in _COUNTED):
        return True
    if stop < len(words) and words[stop] in _KINDS and words[stop] != "is":
        return True
    return _UNBOOKED.match(reading.line, reading.line_at[stop] - 1) is not None
