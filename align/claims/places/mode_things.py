"""The things that an appointment is done with and at, whose they are, and what is done with them.

Who travels is often told by a thing alone: a couch, a plug, a bell, a bag of tools. What can be
at one side only (a room, a door, a plug in the wall) tells the side by whose it is, or by
who makes it ready and who goes through it; what can be carried tells it by who carries it.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from align.claims.places.mode_subjects import who_goes
from align.claims.places.mode_ways import INVITING
from align.reading.cues import SENTENCE_END

if TYPE_CHECKING:
    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

Whose = Literal["ours", "theirs", "other", "none"]

SEATS: Final = frozenset(
    (
        "couch sofa settee armchair recliner futon bed counter worktop countertop island bench bathtub tub sink "
        "basin floor rug fireplace hob stove oven"
    ).split()
)
"""Furniture that stays where it is."""
PORTABLE_SEATS: Final = frozenset("table chair chairs stool desk mirror piano mat mats easel".split())
"""Furniture that some keep at their place and others carry."""
CARRIED: Final = frozenset("table mat mats easel".split())
"""Of those, what comes along with whoever travels, and so tells no side by whose it is."""
ROOMS: Final = frozenset(
    (
        "room lounge kitchen garden hallway hall bedroom bathroom porch patio balcony garage shed attic basement "
        "yard conservatory place house flat apartment building studio salon office"
    ).split()
)
SUPPLIES: Final = frozenset(
    "plug plugs socket sockets outlet outlets space corner burners towel towels bowl table chair chairs".split()
)
"""What whoever comes asks the host to have."""
BUILT_IN: Final = frozenset(
    (
        "plug plugs socket sockets outlet outlets space corner burners sink counter floor kitchen bathroom table "
        "chair"
    ).split()
)
"""Of those, what nobody would be asked to bring along."""
ACCESS: Final = frozenset(
    (
        "bell buzzer doorbell intercom lift elevator stairs steps entrance driveway drive door gate staircase "
        "parking carpark"
    ).split()
)
"""What whoever comes goes by."""
GROUNDS: Final = frozenset(
    (
        "street road lane driveway workroom workshop kiln loft cellar landing doorstep stove wheel wall corner "
        "darkroom bay railings fence shelf window terrace veranda deck pool greenhouse barn cabin gym rack path roof rooftop "
        "summerhouse annexe den oven loom wetroom backyard courtyard"
    ).split()
)
"""Where somebody's place is, and more of what is in it."""
KIT: Final = frozenset(
    (
        "table mat mats kit gear equipment tools easel easels lamp keyboard speaker speakers amp "
        "steamer backdrop linens towels sheets oils products machine clippers chair props weights bands "
        "kettlebells everything rest stuff setup iron knives pans ingredients brushes paints canvas"
    ).split()
)
"""What the work is done with, where it is carried to the work."""
COMFORTS: Final = frozenset("heating kettle heater coffee tea shower".split())
"""What a host has for who comes."""
PETS: Final = frozenset("dog dogs cat cats pets".split())

_OURS: Final = frozenset("my our".split())
_THEIRS: Final = frozenset("your ur yr".split())
_OTHERS: Final = frozenset("his her their its whose".split())
_ARTICLES: Final = frozenset(
    "the a an some any no enough this that these those one two three all both plenty much".split()
)
_NO_ADJECTIVES: Final = frozenset(
    (
        "at on in of for to and or but with by from is are was were 's be i you we it he she they me us have has "
        "had got bring need do get keep leave , : — - ( )"
    ).split()
)
_OWNER_REACH: Final = 4
_HEADED_BY: Final = frozenset(
    (
        "lesson lessons teacher tennis bottle yoga lunch work plan plans job shop company cover legs tuner tuning "
        "booking reservation music player paper size time service"
    ).split()
)
"""What makes a thing before it say only of what kind it is: "piano lessons", "table tennis"."""
FURNITURE: Final = SEATS | PORTABLE_SEATS
INDOORS: Final = FURNITURE | ROOMS
"""What is at one side only: rooms and what stands in them."""
THINGS: Final = ROOMS | GROUNDS | SEATS | PORTABLE_SEATS | SUPPLIES | ACCESS | KIT | COMFORTS | PETS


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the draft at `index`, in the sentence `[begin, end)`, with whose it is and what is said behind it."""

    index: int
    word: str
    begin: int
    end: int
    owner: Whose
    behind: str


@dataclass(frozen=True, slots=True)
class Told:
    """A mode with the words that tell it; a question of the professional's may tell it, or a "no need to"."""

    mode: Mode
    first: int
    last: int
    settled: bool = False


def told_to(thing: Thing, mode: Mode, match: re.Match[str], first: int | None = None) -> Told:
    """Return what is told from the thing, or from `first`, to the end of what is matched behind it."""
    count = match.group().count(" ")
    begin = thing.index if first is None else first
    return Told(mode, begin, min(thing.end, thing.index + 1 + count))


def whose(words: list[str], index: int, begin: int) -> Whose:
    """Return whose the thing at `index` is said to be."""
    for at in range(index - 1, max(begin, index - _OWNER_REACH) - 1, -1):
        word = words[at]
        if word in _OURS:
            return "ours"
        if word in _THEIRS:
            return "theirs"
        if word in _OTHERS or (word == "'s" and words[at - 1] not in _IS):
            return "other"
        if word in _ARTICLES or word in _NO_ADJECTIVES:
            return "none"
    return "none"


_IS: Final = frozenset("it that there what where here everything".split())


def owner_at(u: Utterance, thing: Thing) -> int:
    """Return the word that says whose the thing is."""
    words = u.reading.words
    at = thing.index
    while at > thing.begin and words[at] not in _OWNERS:
        at -= 1
    return at


_OWNERS: Final = _OURS | _THEIRS


def is_head(words: list[str], index: int) -> bool:
    """Tell whether the thing is the thing itself: no kitchen of "kitchen table", no piano of "piano lesson"."""
    behind = words[index + 1] if index + 1 < len(words) else "."
    return behind not in THINGS and behind not in _HEADED_BY


def verb_before(u: Utterance, index: int, verbs: frozenset[str], reach: int = 7) -> int:
    """Return where the nearest of some verbs stands before a word of its sentence, -1 where none does."""
    words, marks = u.reading.words, u.reading.marks
    for at in range(index - 1, max(u.reading.sentence(index)[0], index - reach) - 1, -1):
        if words[at] in verbs:
            return at
        if marks[at] & SENTENCE_END or words[at] in _CLAUSE_ENDS:
            return -1
    return -1


_CLAUSE_ENDS: Final = frozenset(", ( ) — : but because so if when".split())


def is_bidden(u: Utterance, at: int) -> bool:
    """Tell whether the listener does the verb at `at`, or is told to: "could you clear a corner"."""
    who = who_goes(u, at)
    if who == "listener":
        return not _is_alone(u, at)
    lead = u.reading.words[at - 1] if at > u.reading.sentence(at)[0] else "."
    return who == "none" and (lead in INVITING or lead in _LEADS) and not _is_alone(u, at)


def is_dropped_off(u: Utterance, where: int) -> bool:
    """True for the porch of "leave the bags on my porch any evening": what is handed over, and nobody comes in for it."""
    words = u.reading.words
    if words[where] not in _OUTSIDE:
        return False
    verb = verb_before(u, where, _LEAVING)
    if verb < 0 or words[verb + 1] not in _GOODS_LED or _GOODS.isdisjoint(words[verb:where]):
        return False
    begin, end = u.reading.sentence(verb)
    return _ENTERING.isdisjoint(words[begin:end])


_LEAVING: Final = frozenset("leave leaving put drop pop stack".split())
_GOODS_LED: Final = frozenset("the any those these all a an".split())
_GOODS: Final = frozenset(
    "bag bags box boxes parcel parcels book books envelope containers dishes donations".split()
)
_OUTSIDE: Final = frozenset("porch doorstep step driveway".split())
_ENTERING: Final = frozenset(
    "come coming in inside upstairs through arrive arriving session lesson start knock ring buzz".split()
)
_LEADS: Final = frozenset("to just please then and kindly also simply".split())
_TIMES: Final = frozenset("when while whenever after before".split())
_LISTENER: Final = frozenset("you you're you've u".split())


def _is_alone(u: Utterance, at: int) -> bool:
    """True for "when you do the exercise, have a chair by the window", which nobody else is there for."""
    words = u.reading.words
    begin = u.reading.sentence(at)[0]
    led = words[begin:at]
    return any(a in _TIMES and b in _LISTENER for a, b in itertools.pairwise(led))


_REMOTE: Final = re.compile(
    r"\b(?:online (?:session|lesson|class|reading|consult\w*|appointment|tutoring"
    r"|coaching|on|at|tomorrow|today|tonight|instead)"
    r"|(?<!not )(?:on|over|via|by|through|with) (?:zoom|video|skype|facetime|screen|camera|webcam|teams|google meet)"
    r"|(?:video|zoom|virtual|remote) (?:session|call|chat|lesson|class|reading|consult\w*|appointment)"
    r"|(?:'s|is|are|be|do it|do this|meet|session|lesson|class) (?:all |fully )?(?:online"
    r"|remote|virtual|virtually|remotely))\b"
)
_PRACTICE: Final = frozenset("practise practising practice practicing exercise exercises homework".split())
_NEAR: Final = 60
_INBOUND: Final = 1000


def is_remote(u: Utterance, begin: int, end: int) -> bool:
    """Tell whether the session is held online, by what is said around some words or by the client."""
    line, at = u.reading.line, u.reading.line_at
    first, last = at[max(0, begin - _NEAR)], at[min(len(at) - 1, end + _NEAR)]
    if _REMOTE.search(line, first, last) is not None:
        return True
    return u.inbound is not None and _REMOTE.search(u.inbound.reading.line, 0, _INBOUND) is not None


def is_on_screen(u: Utterance, begin: int, end: int) -> bool:
    """True where some words set a session online, and neither choose between ways nor go anywhere."""
    words, line, at = u.reading.words, u.reading.line, u.reading.line_at
    if not _OTHER_WAYS.isdisjoint(words[begin:end]):
        return False
    return _REMOTE.search(line, at[begin], at[end] if end < len(at) else len(line)) is not None


_OTHER_WAYS: Final = frozenset("or either both and there come coming travel drive person home house".split())


def is_elsewhere(u: Utterance, begin: int, end: int) -> bool:
    """Tell whether nobody goes anywhere: the session is online, or it is what the client practises alone."""
    return not _PRACTICE.isdisjoint(u.reading.words[begin:end]) or is_remote(u, begin, end)


_AROUND: Final = 20
_GOES: Final = re.compile(
    r"\b(?:i'll|i can|i could|i'd|i|we'll|we) (?:\w+ )?(?:come|walk|drive|head|pop|swing|travel) (?:over|round|to (?:you|yours|your))\b"
    r"|\b(?:outside|at|near|by|in|from|next to) (?:yours|your (?:own )?(?:[\w-]+ )?(?:street|hotel|place|house|flat|building|room|lounge|kitchen|garden|home|bedroom|hallway))\b"
    r"|\b(?:the|my) (?:\w+ )?van\b|\bi'll (?:bring|carry|do) (?:the|my|that|it|one|two|both|them)\b|\bi (?:always )?(?:bring|carry)\b"
)
_COMES: Final = re.compile(
    r"\byou (?:\w+ )?(?:come|came|get here|pick)\b|\byou have to (?:come|go)\b|\bi open the door\b|\bbuzz you in\b|\bdrop (?:it|her|him|them)\b"
    r"|\b(?:in|inside|at) (?:the|my) (?:studio|salon|shop|clinic)\b"
)


def is_contrary(u: Utterance, mode: Mode, begin: int, end: int) -> bool:
    """Tell whether the words around `[begin, end)` say outright that the other one goes, with no "or" between."""
    first, last = u.reading.sentence(begin)
    first, last = max(first, begin - _AROUND), min(last, end + _AROUND)
    if "or" in u.reading.words[first:last]:
        return False
    line, at = u.reading.line, u.reading.line_at
    stop = at[last] if last < len(at) else len(line)
    told = (_GOES if mode == "incall" else _COMES).search(line, at[first], stop)
    return told is not None
