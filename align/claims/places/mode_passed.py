"""What is gone by to a door, told to whoever comes or asked by whoever goes: bells, stairs, parking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.places.mode_things import ACCESS, KIT, Thing, Told, is_bidden, told_to, verb_before

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


ASKED_OF: Final = frozenset("parking lift elevator stairs steps driveway staircase carpark".split())
_ASKS: Final = re.compile(
    r"(?:^|[.,!?;:] |\b(?:and|also|btw|just|so) )(?:(?:is|are) there|any|do you (?:have"
    r"|know if there's)|have you(?: got)?|got"
    r"|what's|what is|where ?'s|will there be|would there be|(?P<big>how's|how is"
    r"|(?:does|has|is) (?:the|your|ur) (?:building|block|house|place|complex|hotel"
    r"|apartment|flat|office)))(?: [\w'-]+){0,4}? $"
)
_BROUGHT: Final = re.compile(
    r"\b(?:my|our|the) (?:[\w-]+ )?(?:van|car|trailer|trolley|harp|piano|drums|amp|"
    + "|".join(sorted(KIT))
    + r")\b"
)
"""What has to be got in: "does the building have a lift, my table is heavy"."""
_AT_THEIRS: Final = re.compile(
    r"(?: (?:spot|spots|space|spaces|bay|situation))?(?: (?!near\b|in\b|at\b|by\b|for\b|on\b|to\b|or\b)[\w'-]+){0,2}?"
    r"(?: (?:at|near|by|outside|in|on|for|around|round|to|over|like)(?: (?:at|on|near|round|outside|around))?"
    r" (?:yours|you(?= [?,.])|your [\w-]+|there(?= [?,.])|my (?:van|car|table|kit"
    r"|gear|bike|trailer|trolley|keyboard|amp)|me|us))?"
    r"(?: (?:or|and) (?:a |any )?(?:lift|elevator|stairs|steps|parking))?(?= [?,.]"
    r"|$| for\b| or is| so i\b| ,| on (?:a |\w+day)| at \d| after \w| (?:this|tomorrow"
    r"|tonight|these))"
)
_HEAVY: Final = re.compile(
    r" in the building [?,.;]? ?(?:(?:as|because|since|cos) )?(?:my|the) (?:[\w-]+ )?(?:"
    + "|".join(sorted(KIT))
    + r")\b"
)


def asked_about(u: Utterance, thing: Thing) -> Told | None:
    """Read "is there parking at yours?", "any stairs?": the way in of whoever is asked."""
    if thing.owner == "ours" or u.reading.words[thing.end - 1] != "?":
        return None
    line, at = u.reading.line, u.reading.line_at
    lead = _ASKS.search(line, at[thing.begin], at[thing.index])
    if lead is None:
        return None
    onwards = line[at[thing.index + 1] - 1 : at[min(len(at) - 1, thing.end + _ON)]]
    match = _HEAVY.match(onwards) or _AT_THEIRS.match(thing.behind)
    if match is None or (lead["big"] and _BROUGHT.search(onwards) is None):
        return None  # "does your place have parking?" asks of the place alone
    first = u.reading.word_at(lead.start() if line[lead.start()] != " " else lead.start() + 1)
    return Told("outcall", first, min(thing.end, thing.index + 1 + match.group().count(" ")), settled=True)


_ON: Final = 8
ENTERING: Final = frozenset("ring press buzz hit knock use take enter".split())
_NO_OBJECT: Final = frozenset("me us you him her them it from by with off to and".split())
GONE_BY: Final = ACCESS - {"parking", "carpark"}
_BELLS: Final = frozenset("bell buzzer doorbell intercom".split())
_LIFTS: Final = frozenset("lift elevator stairs steps staircase".split())
_UP_TO: Final = re.compile(
    r" (?:up |down )?(?:all the way )?(?:up )?to (?:me|us|my|level|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|\d+|the (?:\w+ )?(?:floor|landing|top))\b"
)
_ELSEWHERE: Final = re.compile(
    r" (?:at|of|in|for|to) (?:the|their|his|her|a|an|that)\b(?! (?:top|bottom|side|back|front|end|left|right)\b)"
)
_WHICH_WAY: Final = re.compile(
    r"\b(?:which|what|should i|do i|can i|could i|will i|where|ok if i|okay if i|am i)\b"
)


def gone_by(u: Utterance, thing: Thing) -> Told | None:
    """Read "ring the bell, second floor", "take the stairs up to me"; whoever asks "which bell do I ring?" goes."""
    words = u.reading.words
    at = verb_before(u, thing.index, ENTERING, reach=5)
    if words[thing.end - 1] == "?":
        return _which_way(u, thing)
    if at < 0 or thing.owner == "theirs" or _ELSEWHERE.match(thing.behind) or not is_bidden(u, at):
        return None
    if not _NO_OBJECT.isdisjoint(words[at + 1 : thing.index]) or (
        words[at] == "take" and thing.word not in _LIFTS
    ):
        return None  # "ring me from the back door"
    if thing.word in _LIFTS:
        match = _UP_TO.match(thing.behind)
        return told_to(thing, "incall", match, at) if match is not None else None
    if thing.word not in _BELLS and thing.index - at < (2 if words[at] == "knock" else 3):
        return None  # "use the door"; "use the side door", "knock on the door"
    return Told("incall", at, thing.index + 1)


def _which_way(u: Utterance, thing: Thing) -> Told | None:
    line, at = u.reading.line, u.reading.line_at
    if thing.owner == "ours" or ENTERING.isdisjoint(u.reading.words[thing.begin : thing.end]):
        return None
    match = _WHICH_WAY.search(line, at[thing.begin], at[thing.end] if thing.end < len(at) else len(line))
    speaks = not _I.isdisjoint(u.reading.words[thing.begin : thing.end])
    if match is None or not speaks or _ELSEWHERE.match(thing.behind):
        return None
    first, last = u.reading.words_of(*match.span())
    return Told("outcall", min(first, thing.index), max(last, thing.index + 1), settled=True)


_I: Final = frozenset(("i", "we"))
