"""Places of a list of what is booked: "Location: Leeds", "Where: Leeds, at 2", "📍 Leeds"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.found import Found
from align.claims.places.next_stops import is_town
from align.claims.places.place_matches import match_at, may_open
from align.reading.cues import BREAK, EMOJI

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

LABELS: Final = frozenset("location where place venue city town area point at".split())
_OF_OURS: Final = frozenset(
    "my our the this session appointment appt booking meeting meet studio salon clinic current new".split()
)
_OF_A_FORM: Final = frozenset("area city town".split())
_FORM: Final = frozenset("name your form client details".split())
"""What says of a list that it holds what the client wrote."""
_ROOMS: Final = frozenset("office studio salon clinic centre center area only for today tomorrow".split())


def labelled(u: Utterance, mark: int) -> Found | None:
    """Find the name behind the colon or pin at word `mark`, where it says where an appointment is.

    "Your location: Leeds" is the client's, and "Location: Leeds or Hull?" asks.
    """
    words, marks = u.reading.words, u.reading.marks
    if u.speaker is not Speaker.PROFESSIONAL or not may_open(u, mark + 1):
        return None
    begin, end = u.reading.sentence(mark + 1)
    if words[end - 1] == "?" or (words[mark] == ":" and not _is_label(u, begin, mark)):
        return None
    if words[mark - 1] in _OF_A_FORM and not _FORM.isdisjoint(words[:mark]):
        return None  # "Name: Ann, Area: Leeds", which the client filled in
    match = match_at(u, mark + 1, "where")
    if match is None or not is_town(match) or (match.name.is_word and not match.name.listed):
        return None
    last = match.end
    if (
        last < len(words)
        and not marks[last] & BREAK
        and words[last][0].isalpha()
        and words[last] not in _ROOMS
    ):
        return None
    return Found(match.first, match, certain=True)


def _is_label(u: Utterance, begin: int, colon: int) -> bool:
    """True for "Location:", "meeting point:" and "Meet at:" that open a line or an item of one."""
    words, marks = u.reading.words, u.reading.marks
    at = colon - 1
    if at < 0 or words[at] not in LABELS or (words[at] == "at" and words[max(0, at - 1)] != "meet"):
        return False
    while at > begin and words[at - 1] in _OF_OURS:
        at -= 1
    before = words[at - 1] if at > begin else "."
    return not before[0].isalnum() or bool(marks[at - 1] & (BREAK | EMOJI))
