"""Told to come: "come at 5", "you could come on Friday", "come to Headingley", "come to 14 Rae Street"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.nearby import claims_between
from align.claims.places.mode_subjects import mode_of, who_goes

if TYPE_CHECKING:
    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

COME_TO: Final = re.compile(
    r"come (?:(?:straight|right|on|out|up|down|over|across|along|back) )?(?:to|by) (?=[\w#])"
)
"""With a place or an address of the professional's behind it: "come to Headingley", "come by 22 Rae St"."""
_TELLS: Final = frozenset(
    ". ! ? , ; : … \n — - – ( ) just please pls and so then yes yep yeah ok okay sure grand perfect x lovely"
    " either way always".split(" ")
)
"""What stands before somebody who is told to come: nothing, or what leads to an imperative."""
_NOT_YET: Final = frozenset("if when whenever once before after until till unless ever".split())
"""What makes the coming a time of something else: "when you come to Leeds, text me"."""
_IN_PUBLIC: Final = re.compile(
    r"\b(?:hear|listen|watch|gig|gigs|concert|recital|show|market|fair|festival|stall|open day|playing|performing|pub|parade"
    r"|say (?:hi|hello)|join us|church|match|race|launch|party|wedding|ceremony|rehearsal)\b"
)
"""Where anybody may come, and nobody is received: "come on Sunday and hear us play"."""


def is_told(u: Utterance, index: int) -> bool:
    """Tell whether the verb at `index` bids the client come, or says that they may: not "when you come"."""
    words = u.reading.words
    begin, end = u.reading.sentence(index)
    who = who_goes(u, index)
    if who == "none":
        told = index == begin or words[index - 1] in _TELLS
    else:
        told = who == "listener"
    if not told or not _NOT_YET.isdisjoint(words[max(begin, index - _LEAD) : index]):
        return False
    at = u.reading.line_at
    return _IN_PUBLIC.search(u.reading.line, at[begin], at[end] if end < len(at) else len(u.reading.line)) is None


_LEAD: Final = 5


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
    return any(p.about == "professional" for p in claims_between(u.places, first, first + 1))
