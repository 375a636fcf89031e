"""What the verb behind a subject says: of the present or the future, of a place or a feeling."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.places.presence_words import CONTENT, IS, PARTS, Part
from align.data.words import load_words
from align.reading.cues import BREAK, CALENDAR

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NEAR: Final = 24
_A_MONTH: Final = timedelta(days=27)
_SHORT: Final = 4
_ASIDE: Final = 9
"""Words of an aside between commas, with both of them."""
_SLIPPED: Final = ("ign", "ng", "nig", "in", "in'", "igng", "inng", "ingg")

_READY: Final = frozenset(
    "happy glad able delighted keen going set due ready supposed meant booked parked planned scheduled".split()
)
_AUXILIARY: Final = frozenset("will would can could should might may going gonna to shall 'll".split())
_FUTURE: Final = frozenset("i'll ill we'll i'd we'd you'll you'd".split())
_ADVERB: Final = frozenset(
    "also just still currently now mostly usually always only actually definitely probably all both"
    " already really always permanently officially indeed again then now anyway too usually often "
    "likely sadly".split()
)


def verb_of(words: list[str], at: int) -> tuple[bool, bool, int]:
    """Return whether a subject's verb is a form of "be", whether it lies ahead, and what follows."""
    is_be = words[at] in IS
    future = words[at] in _FUTURE
    index = at + 1
    while index < len(words):
        word = words[index]
        if word in ("am", "be", "are"):
            is_be = True
        elif word in _AUXILIARY:
            future = True
        elif word == ",":
            behind = _past_aside(words, index)
            if behind == index:
                break
            index = behind
            continue
        elif word not in _ADVERB and not _is_adverb(word):
            break
        index += 1
    return is_be, future, index


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > _SHORT


def _past_aside(words: list[str], comma: int) -> int:
    """Return the word behind the aside of "I'm, as you know, in Leeds"; the comma where there is none."""
    end = min(len(words), comma + _ASIDE)
    for at in range(comma + 2, end):
        if words[at] == ",":
            return at + 1
        if not words[at][0].isalpha():
            break
    return comma


def says_where(words: list[str], content: int) -> bool:
    """True when what follows "I'm" is a place, a doing or a readiness, not a feeling."""
    if content >= len(words):
        return True
    word = words[content]
    if word in CONTENT or word.endswith("ing") or _is_slipped_ing(word):
        return True
    if word in _READY:
        return True
    return PARTS.get(word) in (Part.ACTIVE, Part.MOTION, Part.EVENT, Part.ENCOUNTER)


def _is_slipped_ing(word: str) -> bool:
    """True for "teachign", "workng", "stayin": a doing whose ending slipped."""
    return word.endswith(_SLIPPED) and len(word) > _SHORT and word not in load_words()


_PRETERITES: Final = frozenset(
    "arose bent bit blew bled bred burnt clung crept dealt drank dug dreamt fed felt fled flung forgot froze got"
    " ground hid kept knelt knew laid leapt lent lit lost overheard overslept rang rose sank sewed shone showed"
    " shrank slid slung snuck sought spilt spoilt sprang stole struck stuck stung swept swore swung tore threw"
    " trod wept wound".split()
)
"""Verbs whose past has a form of its own, but for those that have a part already."""


def is_preterite(word: str) -> bool:
    """True for "catered", "lost", "found": a verb in its past."""
    if PARTS.get(word) is Part.PAST or word in _PRETERITES:
        return True
    return word.endswith("ed") and not word.endswith("eed")


def is_of_the_past(u: Utterance, at: int, verb: int) -> bool:
    """True for "I catered a wedding in Leeds": a plain past, with no day ahead in its sentence."""
    word = u.reading.words[verb] if verb < len(u.reading) else ""
    if word in PARTS or not is_preterite(word):
        return False
    begin, end = u.reading.sentence(at)
    near = claims_between(u.days, max(begin, at - _NEAR), min(end, at + _NEAR))
    # "I closed the Leeds shop in March": a month is the one gone
    return not any(d.until >= u.moment.today and d.until - d.begin < _A_MONTH for d in near)


def said_to_be(words: list[str], at: int) -> Part | None:
    """Read the lesson of "your lesson's on Friday in Leeds", the van of "the van's in Leeds", "home visits in Leeds"."""
    if words[at] == "visits" and words[at - 1 : at] in _VISITED and words[at - 2 : at - 1] not in _THEIRS:
        return Part.EVENT
    if not words[at].endswith("'s"):
        return None
    part = PARTS.get(words[at].removesuffix("'s"))
    is_there = part is Part.ROOM and PARTS.get(" ".join(words[at + 1 : at + 2])) is Part.SKIP
    return part if part is Part.EVENT or is_there else None


_VISITED: Final = (["home"], ["house"], ["hotel"], ["office"], ["studio"])
_THEIRS: Final = (["her"], ["his"], ["their"])
_DOINGS: Final = (None, Part.ENCOUNTER, Part.ACTIVE, Part.MOTION)
_DOING_IT: Final = frozenset("make making do doing hold arrange host have".split())


def has_object(u: Utterance, verb: int) -> bool:
    """True for a verb right before "it": "do it", "shoot it"; "it" opens no clause there."""
    word, marks = u.reading.words[verb], u.reading.marks[verb]
    if word in _DOING_IT:
        return True
    return PARTS.get(word) in _DOINGS and word.isalpha() and not marks & (CALENDAR | BREAK)
