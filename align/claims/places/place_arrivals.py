"""Places that one has just come to, or greets from: "Made it to Leeds", "Good morning from Leeds!"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.found import Found
from align.claims.places.place_matches import match_at, may_open
from align.claims.places.presence_words import PARTS, Part
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_OPENERS: Final = frozenset(
    (
        "just finally only safely literally so and well right ok okay yes yep yay hi hey hiya hello i i've "
        "we we've ive , : —"
    ).split()
)
_GREETINGS: Final = frozenset(
    "morning afternoon evening hello hi hiya hey greetings howdy aloha salut".split()
)
_WITH_GREETING: Final = frozenset("good a big warm very happy sunny rainy snowy wet cold lovely".split())
_BACK: Final = frozenset("back over up down safely here".split())
_CAME: Final = (["got"], ["made", "it"], ["landed"], ["arrived"], ["rolled"], ["pulled"], ["checked"])
_BEHIND: Final = frozenset("and where but so on this today - — ) (".split())
_LONGEST: Final = 8
_NEXT_SAID: Final = 12
_AWAY: Final = frozenset("back home away off leave desk".split())
_RESTING: Final = frozenset("holiday holidays hols vacation honeymoon away".split())


def arrived_at(u: Utterance, index: int) -> Found | None:
    """Find the name of "Just got into Leeds", "Made it to Leeds", behind the preposition at `index`."""
    words = u.reading.words
    if not index or words[index - 1] not in _MAY_ARRIVE:
        return None
    begin, end = u.reading.sentence(index)
    if u.speaker is not Speaker.PROFESSIONAL or index - begin > _LONGEST or words[end - 1] == "?":
        return None
    at = index
    while at > begin and words[at - 1] in _BACK:
        at -= 1
    came = words[max(begin, at - 2) : at] in _CAME or words[at - 1 : at] in _CAME
    at -= 2 if words[at - 1] == "it" else 1
    if not came or any(word not in _OPENERS for word in words[begin:at]):
        return None
    return None if any(PARTS.get(word) is Part.PAST for word in words[index:end]) else _town(u, index + 1)


_MAY_ARRIVE: Final = frozenset(said[-1] for said in _CAME) | frozenset(_BACK)
"""What stands right before the preposition: a quick look, since most lead to something else."""


def greeted_from(u: Utterance, index: int) -> Found | None:
    """Find the name of "Good morning from Leeds!", behind the "from" at `index`."""
    words = u.reading.words
    begin, end = u.reading.sentence(index)
    asks = words[end - 1] == "?"
    if u.speaker is not Speaker.PROFESSIONAL or asks or not begin < index <= begin + _LONGEST:
        return None
    if words[index - 1] not in _GREETINGS or any(
        word not in _WITH_GREETING for word in words[begin : index - 1]
    ):
        return None
    one = _town(u, index + 1)
    return one if one is not None and _is_at_work(u, one.match.end) else None


def _is_at_work(u: Utterance, end: int) -> bool:
    """True where they go on to what they do there; a card from a holiday tells when they are back."""
    behind = u.reading.words[end : end + _NEXT_SAID]
    speaks = next((i for i, word in enumerate(behind) if PARTS.get(word) is Part.SPEAKER), None)
    return speaks is not None and _AWAY.isdisjoint(behind[:speaks]) and _RESTING.isdisjoint(behind)


def _town(u: Utterance, first: int) -> Found | None:
    """Return the name at a word where it ends there: "Leeds Yoga" is no town."""
    words, marks = u.reading.words, u.reading.marks
    while words[first : first + 1] in _SUNNY:
        first += 1
    match = match_at(u, first, "in") if may_open(u, first) else None
    if match is None:
        return None
    ends = match.end >= len(words) or marks[match.end] & BREAK or words[match.end] in _BEHIND
    ends = ends or PARTS.get(words[match.end]) is Part.SKIP
    return Found(match.first, match, certain=True, suits=True) if ends else None


_SUNNY: Final = (
    ["a"],
    ["very"],
    ["sunny"],
    ["rainy"],
    ["the"],
    ["snowy"],
    ["lovely"],
    ["wet"],
    ["cold"],
    ["hot"],
)
