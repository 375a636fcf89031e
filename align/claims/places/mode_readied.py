"""What is made ready, needed and carried, and by whom: "have a chair ready", "I bring the rest"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.places.mode_subjects import who_goes
from align.claims.places.mode_things import (
    BUILT_IN,
    FURNITURE,
    INDOORS,
    PETS,
    SUPPLIES,
    Thing,
    Told,
    is_bidden,
    told_to,
    verb_before,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


READYING: Final = frozenset(
    "have keep get leave clear move make set put push shift tidy lay free prepare tie shut".split()
)
_CLEARING: Final = frozenset("clear move push shift tidy free".split())
_FOR_ME: Final = re.compile(
    r"(?: [\w'-]+){0,9}? (?:for (?:me|my \w+)|(?:till|until|when|before|while|by the time|once) (?:i|i'm|we|we're|i've)"
    r"|so (?:i|we|i'll|there's (?:room|space))|and i'll)\b"
)
_RESULT: Final = re.compile(
    r"(?: (?!i\b|you\b|we\b)[\w'-]+){0,5}? (?:ready|free|cleared|clear|open|handy"
    r"|by the window|near the window|near a plug"
    r"|by a plug|in the middle of the room)\b"
)
_THE_REST: Final = re.compile(
    r"[^.!?]{0,60}? i'll (?:be (?:there|over|round)|do|bring|set up|handle|take care of|look after|sort)\b"
)
_OWN_TIME: Final = re.compile(
    r" (?:in|of|from|on) (?:your|ur|the) (?:diary|calendar|head|mind|schedule|week|day|inbox|phone"
    r"|life|bag)\b|[^.!?]{0,60} for (?:yourself|your (?!\w* ?(?:session|lesson|massage"
    r"|treatment|fitting|reading|appointment|facial|class|shoot))\w)"
)
_FOR_YOU: Final = re.compile(
    r"(?: (?!i\b|i'll\b|if\b)[\w'-]+){0,6}? (?:for (?:you|your|both of you|the (?:two"
    r"|three|four|whole lot) of you)|(?:before|when|till|until|by the time|once)"
    r" (?:you|you're|you've)|so you)\b(?! if\b)"
)
HOSTS_MAKE: Final = frozenset(
    "have pop put turn switch leave get unlock open keep warm heat clear cleared tidied tidy set freed".split()
)
CLEARED: Final = SUPPLIES | FURNITURE | PETS | {"kitchen", "room", "bathroom"}
"""What whoever comes asks to have made ready."""
_DOORS: Final = frozenset("gate door garage driveway".split())
HOSTS_THINGS: Final = frozenset(
    "heating kettle heater oven fan coffee tea gate door garage room studio driveway entrance".split()
)


def readied(u: Utterance, thing: Thing) -> Told | None:
    """Read "have a chair ready by the window"; "I'll leave the gate open for you" is the host's."""
    word = thing.word
    asked = word in CLEARED
    if thing.owner != "ours" and (asked or word in _DOORS):
        at = verb_before(u, thing.index, READYING)
        if at >= 0 and is_bidden(u, at) and not _OWN_TIME.match(thing.behind):
            match = _FOR_ME.match(thing.behind)
            if match is None and asked and word not in PETS:
                match = _RESULT.match(thing.behind)
            if match is None and u.reading.words[at] in _CLEARING:
                match = _THE_REST.match(thing.behind)
            if match is not None:
                return told_to(thing, "outcall", match, at)
    own = thing.owner == "ours" and word in INDOORS
    if thing.owner == "theirs" or not (own or word in HOSTS_THINGS):
        return None
    at = verb_before(u, thing.index, HOSTS_MAKE, reach=5)
    if at < 0 or who_goes(u, at) != "speaker":
        return None
    match = _FOR_YOU.match(thing.behind)
    if match is not None and word in _DRUNK and _MADE.search(match.group()) is None:
        return None  # "I'll have a coffee before you arrive"
    return told_to(thing, "incall", match, at) if match is not None else None


_DRUNK: Final = ("coffee", "tea")
_MADE: Final = re.compile(r" (?:on|ready|made|brewed|brewing|waiting|for)\b")
_NEEDS: Final = re.compile(
    r"\b(?:(?P<all>all (?:that )?(?:i|we|you|i'll|we'll|you'll)(?: will| would| really)?"
    r" (?:need|ask|want|require)(?: for| from you)?(?: is| are| 's| :)?"
    r"|you(?:'ll|'d)? (?:(?:will|would) )?(?:only|just)(?: 'll)? need(?: to have)?|you need nothing but)"
    r"|(?P<own>(?:i|we)(?:'ll|'d)?(?: will| would)?(?: only| just| do)? need))(?: [\w'-]+){0,5}? $"
)
READIED: Final = CLEARED | _DOORS | INDOORS | HOSTS_THINGS
NEEDED: Final = INDOORS | SUPPLIES | BUILT_IN
CARRIES: Final = frozenset("bring bringing carry carrying lug haul wheel pack drag cart".split())


def needed(u: Utterance, thing: Thing) -> Told | None:
    """Read "you only need a plug", "all I need is your kitchen", "I'll need a socket"."""
    theirs = thing.owner == "theirs" and (thing.word in INDOORS or thing.word in SUPPLIES)
    if thing.owner == "ours" or not (theirs or thing.word in BUILT_IN or _is_room_for(thing)):
        return None
    line, at = u.reading.line, u.reading.line_at
    match = _NEEDS.search(line, at[thing.begin], at[thing.index])
    bare = match is not None and (
        match["own"] or (thing.word not in _WIRED and not _I_NEED.search(match.group()))
    )
    if match is None or (bare and not theirs and not _is_brought_to(u, thing)):
        return None
    return Told("outcall", u.reading.word_at(match.start()), thing.index + 1)


_WIRED: Final = frozenset("plug plugs socket sockets outlet outlets sink burners kitchen bathroom".split())
_I_NEED: Final = re.compile(r"\ball (?:that )?(?:i|we|i'll|we'll)\b")


def _is_room_for(thing: Thing) -> bool:
    return thing.word == "room" and thing.behind.startswith((" for", " to"))


def _is_brought_to(u: Utterance, thing: Thing) -> bool:
    """Tell whether what the professional needs is needed where the client is."""
    words = u.reading.words[thing.begin : thing.end]
    if not _MEASURES.isdisjoint(words):
        return True
    return not CARRIES.isdisjoint(words) or _FROM_YOU.search(thing.behind) is not None


_MEASURES: Final = frozenset("metres meters metre meter feet square".split())
_FROM_YOU: Final = re.compile(
    r" (?:from you|at yours|at your (?:place|end)|in your|near your|when i (?:arrive"
    r"|get|come)|to set up|to plug|for my (?:lamp|table|light|kit|machine|gear))\b"
)
_TO_ELSEWHERE: Final = re.compile(
    r" in (?:my|our) (?:head|mind|pocket|phone|heart)\b|"
    r" (?:to|into|back|home|from|out of|up|in for|down to|through)\b(?! (?:you|yours"
    r"|your|the (?:house|hotel|venue|wedding|door|party))\b)(?! (?:with|for you))"
)
_OWN_PREMISES: Final = frozenset("studio salon shop clinic here park gym beach hall workshop".split())
_UNBIDDEN: Final = re.compile(
    r"\b(?:no need (?:for you )?to|(?:you )?(?:don't|do not|won't) (?:need|have) to|(?:you )?needn't)"
    r" (?:bring|carry|lug|pack|haul|drag|cart)(?: (?:a|an|any|your|the|own|extra|[\w-]+ing|yoga|massage|spare))* $"
)


_STOCK: Final = frozenset("oils products towels sheets linens".split())
"""What is used up or washed, and is brought to one's own room too."""
_LISTENERS: Final = frozenset(
    "you you'll you'd your yours u ur along tub bathroom kitchen sink space plug".split()
)


def carried(u: Utterance, thing: Thing) -> Told | None:
    """Read "I bring my own table"; "no need to bring a mat" has one where the client comes to."""
    if thing.owner == "theirs":
        return None
    at = verb_before(u, thing.index, CARRIES, reach=7)
    if at < 0:
        return None
    line, where = u.reading.line, u.reading.line_at
    match = _UNBIDDEN.search(line, where[thing.begin], where[thing.index])
    if match is not None:
        return Told("incall", u.reading.word_at(match.start()), thing.index + 1, settled=True)
    if who_goes(u, at) != "speaker" or _TO_ELSEWHERE.match(thing.behind):
        return None
    if thing.word in _STOCK and _LISTENERS.isdisjoint(u.reading.words[thing.begin : thing.end]):
        return None  # "I bring my own oils": to the room that is rented, as well
    if thing.word in ("rest", "everything", "stuff") and thing.behind.startswith(" of"):
        return None
    if not _OWN_PREMISES.isdisjoint(u.reading.words[thing.begin : thing.end]):
        return None
    return Told("outcall", at, thing.index + 1)
