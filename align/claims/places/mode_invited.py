"""Told to come: "come at 5", "you could come on Friday", "come to Headingley", "come to 14 Rae Street"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.heard import places_heard
from align.claims.nearby import claims_between
from align.claims.places.mode_subjects import mode_of, who_goes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.claims.claim import Claim, Mode, PlaceClaim
    from align.claims.utterance import Utterance

COME_TO: Final = re.compile(
    r"come (?:(?:straight|right|on|out|up|down|over|across|along|back) )?(?:to|by) (?=[\w#])"
)
"""With a place or an address of the professional's behind it: "come to Headingley", "come by 22 Rae St"."""
_TELLS: Final = frozenset(
    ". ! ? , ; : … \n — - – ( ) just please pls and so then yes yep yeah ok okay sure grand perfect x lovely"
    " but either way always".split(" ")
)
"""What stands before somebody who is told to come: nothing, or what leads to an imperative."""
_NOT_YET: Final = frozenset("if when whenever whether once before after until till unless ever".split())
"""What makes the coming a time of something else: "when you come to Leeds, text me"."""
_IN_PUBLIC: Final = re.compile(
    r"\b(?:hear|listen|watch|gig|gigs|concert|recital|show|market|fair|festival|stall|open day|playing"
    r"|performing|pub|parade"
    r"|say (?:hi|hello)|join us|church|match|race|launch|party|wedding|ceremony|rehearsal)\b"
)
"""Where anybody may come, and nobody is received: "come on Sunday and hear us play"."""


def is_told(u: Utterance, index: int) -> bool:
    """Tell whether the verb at `index` bids the client come, or says that they may: not "when you come"."""
    words = u.reading.words
    begin, end = u.reading.sentence(index)
    who = who_goes(u, index)
    bidden = who == "none" and (index == begin or words[index - 1] in _TELLS)
    if not (bidden or who == "listener") or not _NOT_YET.isdisjoint(words[max(begin, index - _LEAD) : index]):
        return False
    at = u.reading.line_at
    return (
        _IN_PUBLIC.search(u.reading.line, at[begin], at[end] if end < len(at) else len(u.reading.line))
        is None
    )


_LEAD: Final = 5
_ROOMS: Final = frozenset("studio clinic salon room rooms practice office".split())
_ROOM_REACH: Final = 4
ROOM_OF_TOWN: Final = re.compile(r"(?:studio|clinic|salon|rooms?|practice|office)(?![\w'-])")
"""With the town before it: "at the Bath clinic"."""
GO_OUT: Final = re.compile(
    r"(?:come|drive|travel|pop|nip|cycle) (?:(?:back|all the way|on|up|down|round) )?(?P<out>(?:out|over"
    r"|across) )?to (?=\w)"
)
"""With a town behind it: "I can come out to Mumbles"."""
_OFFERS_TO: Final = frozenset(
    "can could would i'd we'd happily gladly certainly definitely easily also".split()
)
_GLAD: Final = frozenset("happy glad able delighted love".split())


def invited_to(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "you come to Nakawa", "Come to 14 Rae Street": where the professional is, so at theirs."""
    behind = u.reading.words_of(*match.span())[1]
    if u.speaker is Speaker.CLIENT or not _is_ours(u, behind) or not is_told(u, index):
        return None
    return mode_of(u, theirs=False)


def _is_ours(u: Utterance, first: int) -> bool:
    """Tell whether a place or an address of the professional's begins at `first`."""
    if any(a.owner == "professional" for a in claims_between(u.addresses, first, first + 1)):
        return True
    if u.reading.words[first] == "the":  # "come to the guest studio"
        return not _ROOMS.isdisjoint(u.reading.words[first + 1 : first + _ROOM_REACH])
    return any(p.about == "professional" for p in claims_between(u.places, first, first + 1))


def in_town(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "Thursday at 2 at the Bath clinic": the room that is the professional's in a town of theirs."""
    if not u.places:
        return None
    words, (begin, end) = u.reading.words, u.reading.sentence(index)
    last = u.reading.words_of(*match.span())[1]
    if last < end and words[last] in _OTHERS:
        return None  # "at the Bath clinic they take 90"
    place = _town_of_room(u, index, begin, last)
    if place is None or not place.listed or place.about != "professional" or u.speaker is Speaker.CLIENT:
        return None
    first = min(place.first, index)
    if words[max(begin, first - 2) : first] not in _AT_THE:
        return None
    dated: tuple[Sequence[Claim], ...] = (u.days, u.starts, u.durations, u.money)
    return mode_of(u, theirs=False) if any(claims_between(c, begin, end) for c in dated) else None


def _town_of_room(u: Utterance, index: int, begin: int, last: int) -> PlaceClaim | None:
    """Return the town of "the Bath clinic", of "the room in Clifton"."""
    before = claims_between(u.places, max(begin, index - 3), index)
    behind = (
        claims_between(u.places, last + 1, last + 2) if u.reading.words[last : last + 1] == ["in"] else ()
    )
    return next((p for p in (*before, *behind) if p.last == index or p.first > index), None)


_OTHERS: Final = frozenset("they they'll they'd he she".split())
_AT_THE: Final = (["at", "the"], ["in", "the"], ["from", "the"])


def goes_out(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "happy to come out to Scarborough", and "I could drive to Lagos" to a client who is there: no tour."""
    words, behind = u.reading.words, u.reading.words_of(*match.span())[1]
    places = claims_between(u.places, behind, behind + 1)
    if not places or u.speaker is Speaker.CLIENT:
        return None
    asked = u.inbound is not None and places[0].name in places_heard(u.inbound)
    lead = words[max(0, index - 2) : index]
    offered = bool(lead) and (
        lead[-1] in _OFFERS_TO
        or (asked and match["out"] and lead[-1] in _WILL)
        or (lead[-1] == "to" and lead[0] in _GLAD)
    )
    if not offered or not (match["out"] or asked) or who_goes(u, index) not in _MAY_BE_US:
        return None
    return mode_of(u, theirs=True)


_WILL: Final = frozenset(("i'll", "we'll", "will"))
_MAY_BE_US: Final = ("speaker", "none")
