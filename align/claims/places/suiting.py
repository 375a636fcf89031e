"""What is said of a place that makes it suit: "no bother", "twenty minutes from me", "booked in for the 12th"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.dates.calendar_names import COUNTS
from align.claims.nearby import claims_between
from align.claims.places.presence_words import PARTS, Part
from align.reading.cues import NEGATION, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

SUITING: Final = frozenset("works work suits suit".split())
FIT: Final = frozenset(
    "fine alright easier better ok okay grand good perfect ideal easy doable possible manageable sorted "
    "handy simple sound works work"
    " suits suit stands convenient sweet sure lekker within".split()
)
"""What makes a place suit when it is said without a negation."""
OF_NEED: Final = frozenset(
    "problem problems trouble bother issue issues hassle drama dramas worry worries stress sweat big bad far"
    " impossible difficult hard matter obstacle biggie hardship distance".split()
)
"""What makes a place suit when it is negated, and not suit otherwise."""
_SPATIAL: Final = frozenset(
    "minute minutes mins min hour hours km kms kilometre kilometres kilometer kilometers mile miles "
    "block blocks stop stops"
    " road street drive run ride train bus cycle bike walk hop hike spin trip route corner highway "
    "freeway motorway door close near nearby next"
    " nearest closer".split()
)
"""Words of ways and distances, which are of places and not of people."""
_TOO_MUCH: Final = frozenset(
    "too outside beyond off out past stretch trek slog closed finished over unfortunately sadly sorry "
    "beautiful"
    " gorgeous lovely stunning than".split()
)
_ALL: Final = frozenset("whole full entire half".split())
_OF_A_DAY: Final = (["day"], ["a"], ["morning"], ["afternoon"], ["evening"], ["-"])
_COSTING: Final = frozenset("mean means involve involves".split())
"""What a place brings with it, "Leeds would mean two days on the road": far, but for "but I'd do it"."""
FAR: Final = frozenset("stretch trek slog haul schlep hike ways far".split())
"""What makes a place far, but for "but I'll do it"."""
_DOES: Final = (
    ["i'll"],
    ["i'd"],
    ["we'll"],
    ["we'd"],
    ["happy"],
    ["doable"],
    ["worth"],
    ["fine"],
    ["manageable"],
    ["yes"],
    ["yeah"],
    ["sure"],
    ["ok"],
    ["okay"],
    ["gladly"],
)
_GLADLY: Final = tuple(
    [who, verb] for who in ("i", "we") for verb in ("can", "could", "will", "would", "do", "love", "don't")
)
_I_AM: Final = (["i'm"], ["we're"])
_WILLING: Final = frozenset("happy glad game in keen coming fine used".split())
_REACH: Final = 10
_LONG: Final = 4
"""Hours on the way that are no short way any more."""
_OURS: Final = (["me"], ["us"], ["my"], ["our"], ["mine"], ["here"], ["home"], ["work"], ["the"], ["where"])
WHEN: Final = frozenset(
    "on in at over during a an the this next that any first last early late mid midweek weekday "
    "weekdays weekend weekends"
    " week month day days afternoon evening morning night of th st nd rd new year".split()
)
_LOOKING: Final = (["looking", "like"], ["looking", "good"])
_ON: Final = (
    *(["on", behind] for behind in ("for", "from", "!", ".", ",", "again", "then")),
    ["set", "for"],
    ["all", "set"],
    ["be", "arranged"],
    ["be", "done"],
    ["be", "managed"],
    ["be", "sorted"],
    ["happen", "on"],
    ["a", "go"],
    ["a", "yes"],
    ["a", "definite"],
)
"""What follows "Leeds is on" where it is going ahead."""
_FOR_YOU: Final = frozenset(
    "leave set allow plan start you you'd you'll give take come mind best don't".split()
)
"""What follows "Leeds is an hour away, so" where the way is the listener's."""
_SPACE: Final = frozenset("space slots slot openings gaps gap availability room".split())
_PLANNED: Final = frozenset(
    "booked confirmed planned pencilled penciled scheduled calendar diary books schedule agenda cards "
    "itinerary planner"
    " roster route lined happening loop loops round rounds patch".split()
)
"""What makes a place one that the professional goes to, where a day or the speaker is near."""
_TAKES: Final = frozenset("see seeing have having has get gets getting welcome host".split())
_TILL: Final = frozenset("for from till until til through again".split())


def says_suitable(u: Utterance, verb: int) -> bool:
    """True when what is said behind a verb makes its subject suit, or a short way to go."""
    words, marks = u.reading.words, u.reading.marks
    if words[verb] in SUITING or _takes_us(u, verb) or _has_space(words, verb):
        return True
    denied = words[verb].endswith("n't")
    good = far = False
    for index in range(verb + 1, min(len(words), verb + 1 + _REACH)):
        word = words[index]
        if far and "but" in words[index : index + 1 + (word == ",")]:
            return _is_done_all_the_same(u, index + (word == ","))
        if marks[index] & SENTENCE_END or word in (",", ";", "but"):
            good = good and not _is_taken_back(u, index)
            break
        far |= word in FAR or word in _COSTING
        if word == "from" and words[index + 1 : index + 2] not in _OURS:
            return _GOES_SO.match(u.reading.line, u.reading.line_at[index]) is not None
        if word == "if" and IF_YOU_COME.match(u.reading.line, u.reading.line_at[index]):
            return False
        if word == "too" and denied:
            continue  # "isn't too far"
        if _is_too_much(words, index):
            return False
        far |= _is_long_way(words, index)
        if word in OF_NEED and (denied or word not in FAR):
            return denied
        denied |= word in ("no", "zero", "hardly", "never") or bool(marks[index] & NEGATION)
        good |= _is_good(u, index) or (index == verb + 1 and words[index : index + 2] in _ON)
    return good and not denied and not far


def _is_good(u: Utterance, index: int) -> bool:
    """True for a word of a short way, of what suits, or of what is planned."""
    words = u.reading.words
    word = words[index]
    if is_way(words, index) or word in _PLANNED or (word in FIT and not _describes(words, index)):
        return True
    return words[index : index + 2] in _LOOKING and bool(claims_between(u.days, index + 2, index + 4))


def _is_too_much(words: list[str], index: int) -> bool:
    """True for "a whole day for me", "too far", "was"."""
    word, behind = words[index], words[index + 1 : index + 2]
    if word in _ALL and behind in _OF_A_DAY:
        return True
    return (word in _TOO_MUCH and word not in FAR) or PARTS.get(word) is Part.PAST


def _is_long_way(words: list[str], index: int) -> bool:
    """True for the "hours" of "a good four hours", the "drive" of "a long drive"."""
    before = words[index - 1]
    if before == "long":
        return is_way(words, index) or words[index] == "way"
    many = COUNTS.get(before, 0) if not before.isdecimal() else int(before)
    return words[index] in ("hours", "hrs") and many >= _LONG and words[index - 2 : index - 1] != ["in"]


def _is_taken_back(u: Utterance, index: int) -> bool:
    """True behind "Leeds is a pretty drive": "but it's not on my route", ", so no", ", so allow two hours"."""
    words = u.reading.words
    if words[index + 1 : index + 2] == ["so"] and _is_for_you(words[index + 2 : index + _FOR_YOU_REACH]):
        return True
    but = index + (words[index] == "," and words[index + 1 : index + 2] == ["but"])
    return _TAKEN_BACK.match(u.reading.line, u.reading.line_at[but]) is not None


def _is_for_you(said: list[str]) -> bool:
    """True for "no", "allow two hours"; not for "no problem", "come see me there", "you'll see me"."""
    if said[:1] == ["no"]:
        return said[1:2] not in _TROUBLE
    if said[:1] == [] or said[0] not in _FOR_YOU:
        return False
    return _WITH_US.isdisjoint(said) or any(a == "to" and b in _TO_US for a, b in pairwise(said))


_TROUBLE: Final = [
    [word] for word in "problem problems bother worries worry trouble hassle stress biggie need".split()
]
_FOR_YOU_REACH: Final = 10
_TO_US: Final = frozenset("me us".split())
_WITH_US: Final = frozenset("me us i i'll i'd i'm we we'll we'd".split())


IF_YOU_COME: Final = re.compile(
    r"if (?:you|u|ye|they|she|he) (?:\w+ )?(?:come|travel|drive|make it|get|pop|head|bring|hop)\b"
)
"""Then it is the listener who travels."""
_GOES_SO: Final = re.compile(
    r"from [\w' -]{1,30}?(?: ,| —|) (?:so|and) (?:(?:i|we)"
    r" (?:can|could|will|often|always|usually|happily|might)|i'll|i'd|we'll|we'd) (?:\w+ )?"
    r"(?:pop|drive|come|be|do|nip|make|see|head|go|get)\b"
)
"""An hour from York tells of the map, unless they go on that they come."""
_TAKEN_BACK: Final = re.compile(
    r"but (?:sadly |unfortunately |honestly |just )*(?:(?:it|that)(?:'s| is)?"
    r" (?:just )?(?:not|no longer|isn't|off)(?: \w+){0,2}?"
    r" (?:my|our|on|in|one|part|an option|possible|somewhere|something|for me|this)\b"
    r"|(?:it|that) (?:isn't|doesn't|won't|wouldn't|can't)\b"
    r"|not (?:on|in|one of|part of|for me|this|something|somewhere)\b|out of (?:my|our)\b"
    r"|(?:i|we|i've|i'm|we're)(?: \w+){0,2}? (?:don't|can't|won't|no plans?"
    r"|not (?:going|travelling|traveling|heading|covering|able)"
    r"|never)\b(?! (?:\w+ ){0,4}?(?:before|until|till|after)\b))"
)


def _takes_us(u: Utterance, verb: int) -> bool:
    """True for "Leeds gets me from the 5th", "Leeds will see me in May"; not for "has me dreaming"."""
    words = u.reading.words
    for at in range(verb, min(verb + 4, len(words) - 2)):
        if words[at] in _TAKES and words[at + 1] in ("me", "us"):
            behind = at + 2 + (words[at + 2] == "only" and at + 3 < len(words))
            return words[behind] in WHEN or words[behind] in _TILL or u.taken[behind] > 0
    return False


def _has_space(words: list[str], verb: int) -> bool:
    """True for "Leeds has space on Friday", "Leeds has two slots"."""
    return (
        words[verb] == "has"
        and not _SPACE.isdisjoint(words[verb + 1 : verb + 4])
        and "no" not in words[verb + 1 : verb + 4]
    )


def _is_done_all_the_same(u: Utterance, but: int) -> bool:
    """True for "Leeds is a trek but I'd love it", "… but I'll do it", "… but doable"."""
    words = u.reading.words[but + 1 : but + 6]
    if any(u.reading.marks[i] & NEGATION for i in range(but + 1, min(len(u.reading), but + 6))):
        return False
    if words[:1] in _I_AM and words[1:3] == ["up", "for"]:
        return True
    return words[:1] in _DOES or words[:2] in _GLADLY or (words[:1] in _I_AM and words[1] in _WILLING)


def _describes(words: list[str], index: int) -> bool:
    """True for the adjective of "good company": it says nothing of whether a place suits."""
    behind = words[index + 1] if index + 1 < len(words) else "."
    return behind[0].isalpha() and behind not in PARTS and behind not in FIT


def is_way(words: list[str], index: int) -> bool:
    """True for "minutes", "road", "on my way"; somebody is "on his way"."""
    return (
        words[index] in _SPATIAL
        or words[index] in FAR
        or (words[index] == "way" and words[index - 1] in ("my", "our", "the"))
    )
