"""Towns that are called the professional's own: "Leeds is my patch", "my base is Hull", "I call York home"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.found import Found
from align.claims.places.place_matches import match_at, match_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_SERVED: Final = frozenset(
    "clients people folk folks students owners families residents brides couples regulars parents".split()
)
OWN_NOUNS: Final = _SERVED | frozenset(
    "base home patch turf manor beat hq territory area areas woods ground location round rounds route towns"
    " stops circuit".split()
)
"""Words at which a town may be called the professional's own, or those who live there their clients."""
_WHEN: Final = (
    r"(?: (?:now|again|these days|at the moment|this (?:week|month|year|time)"
    r"|for (?:now|good|me|us|the \w+)))"
)
_TOWARDS: Final = r"(?! (?:town|to|of|from|address|page|visits?|game|comforts?)\b)"
_NOUN: Final = (
    r"(?:(?:main|usual|new|permanent|current|normal|home|working|work|regular|old|own) )*"
    r"(?:base|patch|turf|manor|beat|hq|territory|areas?|location|home|rounds?|route|towns|stops|circuit"
    r"|neck of the woods"
    r"|(?:stomping|stamping) ground)"
)
_BEHIND: Final = re.compile(
    rf"(?:\b(?P<verb>is|are|will be|has become|remains|stays)|(?<=[a-z])(?P<joined>'s))"
    r"(?: (?:now|still|actually|also|really|always))*"
    rf" (?:(?:(?:part|one|both|all) of |on |in |inside |within )?(?:my|our) {_NOUN}{_TOWARDS}"
    rf"|home(?={_WHEN}| ?[.!)]|\Z))"
)
"""What is said of a town; "Leeds is home, but I work in York" leaves open where they work."""
_AHEAD: Final = re.compile(
    rf"\b(?:(?:my|our) {_NOUN}|home){_WHEN}?(?: is| ?'s| ?:| will be)(?: (?:now|still|actually|in|back in))* "
)
_SEEN: Final = re.compile(
    r"\w+(?: (?:can|could|may|will|'ll|are able to|get to))(?: (?:still|also|always|now|just))*"
    r" (?:see|book|find|catch|visit|have|get|reach) (?:me|us)\b(?! (?:online|on (?:insta|ig|facebook"
    r"|tiktok|the web|google|my)|(?:by|via|through|a|when|if|from)\b|(?:here )?on (?:this|that|my)\b"
    r"|(?:over |here |also )?(?:in|at) (?!the (?:morning|afternoon|evening)|\d|noon|half|person|\w+ber\b"
    r"|\w+uary|march|april|may|june|july|august)|for (?:later|next)\b))"
)
_CALLED: Final = re.compile(r"\b(?:i|we|i've|i'd|i'll) (?:\w+ )?(?:call|called|made) \Z")
_REACH: Final = 10


def own_towns(u: Utterance, hits: Iterable[int]) -> Iterator[Found]:
    """Yield the towns that a text calls its writer's own; `hits` are all words of `OWN_NOUNS`."""
    if u.speaker is not Speaker.PROFESSIONAL:
        return
    words = u.reading.words
    for index in hits:
        word = words[index]
        if word in _SERVED:
            match = _seen_by(u, index) if words[index + 1 : index + 2] in _MAY else None
        elif word == "home" or not _OUR.isdisjoint(words[max(0, index - _NEAR) : index]):
            match = _said_of(u, index) or _named_by(u, index) or _called(u, index)
        else:
            continue
        if match is not None:
            yield Found(match.first, match, certain=True)


_MAY: Final = [[word] for word in "can could may will 'll are get".split()]
_OUR: Final = frozenset(("my", "our"))
_NEAR: Final = 7


def _said_of(u: Utterance, index: int) -> Match | None:
    """Find the town of "Leeds is my patch"."""
    line, at = u.reading.line, u.reading.line_at
    begin = max(u.reading.sentence(index)[0], index - _REACH)
    said = _BEHIND.search(line, at[begin])
    if said is None or not said.start() < at[index] < said.end():
        return None
    joined = said["joined"] is not None and line[said.start() - 1] != " "
    return match_before(u, u.reading.word_at(said.start()) + joined, "where")


def _named_by(u: Utterance, index: int) -> Match | None:
    """Find the town of "my patch is Leeds", "home for me is Leeds"."""
    line, at = u.reading.line, u.reading.line_at
    begin = max(u.reading.sentence(index)[0], index - _REACH)
    said = _AHEAD.search(line, at[begin])
    if said is None or not said.start() <= at[index] < said.end():
        return None
    first = u.reading.word_at(said.start())
    if u.reading.words[first] == "home" and first and u.reading.words[first - 1] not in _OPENING:
        return None  # "your home is in Leeds", "the care home is in Leeds"
    return match_at(u, u.reading.word_at(said.end()), "is")


_OPENING: Final = frozenset(", . ! ? : ; — - ( \n and but so now though because as".split(" "))
"""What a "home" stands behind that is the writer's own."""


def _seen_by(u: Utterance, index: int) -> Match | None:
    """Find the town of "Leeds clients can see me on Thursday"."""
    if _SEEN.match(u.reading.line, u.reading.line_at[index]) is None:
        return None
    return match_before(u, index, "where")


def _called(u: Utterance, index: int) -> Match | None:
    """Find the town of "I call Leeds home"."""
    if u.reading.words[index] != "home":
        return None
    match = match_before(u, index, "where")
    if match is None or _CALLED.search(u.reading.line, 0, u.reading.line_at[match.first]) is None:
        return None
    return match
