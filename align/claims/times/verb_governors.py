"""Judges of verbs that govern a time: "see", "have", "start", "come", "drop".

What a judge takes and returns is said in align/claims/times/governors.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.appointment_words import OBJECTS, PLACES
from align.claims.times.governor_context import (
    OURSELVES,
    PARTICLES,
    PARTY,
    YOU,
    is_direct,
    is_of_a_thing,
    is_told_to,
    word_before,
    words_between,
)
from align.claims.times.motion_governors import is_seated
from align.claims.times.told_bookings import is_booked_for_client

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def judge_have(u: Utterance, at: int, first: int) -> int:
    """Read "I have 6", "I've got you at 6" start; "I have rehearsal at 6" does not."""
    if u.reading.words[at + 1 : at + 2] == ["to"]:
        return 0
    if word_before(u, at) in ("someone", "somebody", "else") or _is_kept_already(u, first):
        return -1
    between = words_between(u, at, first)
    if is_seated(u.reading.words[at + 1 : first]):
        return 1
    if all(
        w in OBJECTS or w in PARTICLES or w in ("room", "time", "something", "got", "nothing")
        for w in between
    ):
        return -1 if "nothing" in between else 1
    return 0


def _is_kept_already(u: Utterance, first: int) -> bool:
    """True for "I've a 3 o'clock already": the professional's own, unless the client is had then."""
    behind = u.reading.words[first : first + 4]
    if "already" not in behind:
        return False
    at = first + behind.index("already")
    return (
        YOU.isdisjoint(u.reading.words[max(0, first - 4) : first])
        and u.reading.words[at + 1 : at + 2] not in _HELD
    )


_HELD: Final = [["for"], ["held"], ["saved"], ["open"], ["free"], ["with"]]


def judge_do(u: Utterance, at: int, first: int) -> int:
    """Read "I can do 6", "let's try 6" start: only where nothing else is done."""
    if u.reading.words[at] == "do" and is_told_to(u, at):
        return -1  # "Do it at eleven and again at three", "Do 3, 5 and 9 from exercise 4"
    return 1 if is_direct(u, at, first) else 0


_EXERCISES: Final = [["it"], ["this"], ["these"], ["them"]]


def judge_want(u: Utterance, at: int, first: int) -> int:
    """Read "Want 6?", "could you do 6", "can I at 6": only where nothing else is wanted."""
    between = words_between(u, at, first)
    return (
        1
        if all(w in OBJECTS or w in ("i", "we", "to", "he", "she", "fancy", "take", "go") for w in between)
        else 0
    )


def judge_say(u: Utterance, at: int, first: int) -> int:
    """Read "say 6", "I'm going to say 6" start; "they say 6" does not."""
    before = word_before(u, at)
    if words_between(u, at, first) or before in ("you", "they", "u"):
        return 0
    return 1 if before != "to" or u.reading.words[at - 2] in ("going", "gonna", "have", "love") else 0


def judge_says(u: Utterance, at: int, first: int) -> int:
    """Read "my diary says 6" starts."""
    return 1 if word_before(u, at) in _DIARIES and not words_between(u, at, first) else 0


_DIARIES: Final = frozenset("diary book calendar system sheet planner".split())


def judge_make(u: Utterance, at: int, first: int) -> int:
    """Read "make it 6" starts; "make dinner at 6" does not."""
    return 1 if all(w in OBJECTS or w == "work" for w in words_between(u, at, first)) else 0


def judge_open(u: Utterance, at: int, first: int) -> int:
    """Read "I'm open at 2", "doors open for you at 2" start; "we open at 9" are hours."""
    if "for" in u.reading.words[at + 1 : at + 2]:
        return 1
    if u.reading.words[at + 1 : at + 2] in _EXERCISES and "you" not in u.reading.words[at:first]:
        return -1  # "open it at six if you eat at eight"
    before = word_before(u, at)
    if is_of_a_thing(before):
        return -1
    if (
        before in ("'s", "is")
        and u.reading.words[at - 2 : at - 1] != []
        and u.reading.words[at - 2] in _HOUSES
    ):
        return -1  # "the shop's open 10 to 7"
    if before in _OPENING_UP:
        return -1
    return 1


_OPENING_UP: Final = frozenset(
    "i we they doors gates gate shop shops store stores parks pools it usually to normally".split()
)
"""Who and what keeps opening hours: "the gates open at 10"."""
_HOUSES: Final = PLACES - {"studio", "place", "door", "kitchen"}


def judge_work(u: Utterance, at: int, first: int) -> int:
    """Read "6 would work", "work at 6" by the auxiliary before it."""
    del first
    before = word_before(u, at)
    if before in (
        "would",
        "could",
        "will",
        "'ll",
        "might",
        "should",
        "does",
        "not",
        "that'd",
        "it'd",
        "it",
        "can",
    ):
        return 1
    return -1


def judge_set(u: Utterance, at: int, first: int) -> int:
    """Read "all set for 6" starts; an alarm or a table set for 6 does not."""
    before = word_before(u, at)
    thing = before if before.endswith("'s") else "".join(u.reading.words[at - 2 : at - 1])
    if thing.removesuffix("'s") in ("alarm", "timer", "oven", "table"):
        return -1
    if before in ("all", "you're", "we're", "is", "are", "it's", "that's", "'s") or u.reading.words[
        at + 1 : at + 2
    ] == ["for"]:
        return 1
    del first
    return 0


def judge_booked(u: Utterance, at: int, first: int) -> int:
    """Read "I'm booked at 6" is taken; "you're booked for 6" and "booked you in at 6" start."""
    words = u.reading.words
    before = word_before(u, at)
    if before in _SEATS or not _SEATS.isdisjoint(words[at + 1 : min(first, at + _NEAR)]):
        return -1  # "I've booked a table for 8"
    if before in (
        "i'm",
        "im",
        "am",
        "fully",
        "already",
        "solid",
        "i've",
        "are",
        "we're",
        "double",
        "'s",
        "been",
        "is",
        "someone's",
        "somebody's",
    ):
        if before in _PASSIVES and is_booked_for_client(u, at):
            return 1
        own = words[at + 1 : at + 2] and words[at + 1] in OBJECTS
        yours = before in ("already", "are", "fully") and words[at - 2 : at - 1] and words[at - 2] in YOU
        return 1 if own or yours else -1
    if before in YOU and at > 1 and words[at - 2].isalpha() and words[at - 2] not in _CLAUSE_OPENERS:
        return -1  # "the table you booked for 6"
    following = words[at + 1] if at + 1 < first else ""
    return -1 if following in ("from", "solid", "up", "out", "until", "till", "through") else 1


_SEATS: Final = frozenset("table tickets seats flight flights restaurant taxi uber".split())
_NEAR: Final = 4
_PASSIVES: Final = frozenset("already are 's been is".split())
_CLAUSE_OPENERS: Final = frozenset(
    "so and but then if since as because ok yes hi hey that have had got".split()
)


def judge_call(u: Utterance, at: int, first: int) -> int:
    """Read "call it 6", "call round at 6" start; a phone call does not."""
    words = u.reading.words
    following = words[at + 1] if at + 1 < first else ""
    if following == "on" and words[at + 2] in OBJECTS:
        return 1  # "I could call on her at two"
    if following not in ("it", "in", "by", "round", "over"):
        return -1
    theirs = words[at + 2 : at + 3] in (["to"], ["on"], ["at"]) and words[at + 3] in _YOURS_TOO
    return 1 if first - at <= 3 or theirs else -1


_YOURS_TOO: Final = frozenset("you ya u yours your ye".split())


def judge_let(u: Utterance, at: int, first: int) -> int:
    """Read "let you know at 6" as no start; any other "let" decides nothing."""
    del first
    return -1 if u.reading.words[at + 1 : at + 3] == ["you", "know"] else 0


def judge_confirm(u: Utterance, at: int, first: int) -> int:
    """Read "Confirming 6" starts; "I'll confirm at 6" says when one writes."""
    return (
        -1
        if first - at == 2
        and u.reading.words[at + 1] in ("at", "around", "by", "after")
        and word_before(u, at) in OURSELVES
        else 1
    )


def judge_put(u: Utterance, at: int, first: int) -> int:
    """Read "put you in at 6", "put me at your place around 6" start."""
    between = words_between(u, at, first)
    if between[:1] in (["me"], ["us"]) and _YOURS.issuperset(between[1:]):
        return 1
    words = u.reading.words
    if words[at + 1] == "your" and words[at + 2] in PARTY and words[at + 3 : at + 4] == ["in"]:
        return 1  # "put your daughter in after you at 4"
    if words[at + 1] == "it" and words[first - 1] == "at" and is_told_to(u, at):
        return -1  # "put it in at two and turn it at three"
    return 1 if is_direct(u, at, first) else 0


_YOURS: Final = frozenset("your yours place house door studio flat".split())


def judge_starting(u: Utterance, at: int, first: int) -> int:
    """Read "starting at 6", "it's starting at 6" start; "roadworks starting at 6" do not."""
    before = word_before(u, at)
    begins = not before[:1].isalnum() or before in ("we're", "you're", "so", "then")
    begins = begins or (before == "it's" and at - 1 == u.reading.sentence(at)[0])
    return 1 if begins and not words_between(u, at, first) else 0


def judge_stays(u: Utterance, at: int, first: int) -> int:
    """Read "your lesson stays at 6", "today's class remains at 6" start; dinner and prices do not."""
    return 1 if word_before(u, at) in _STAYING and not words_between(u, at, first) else 0


_STAYING: Final = frozenset("class lesson session appointment appt visit slot booking sitting time".split())


def judge_wait(u: Utterance, at: int, first: int) -> int:
    """Read "wait for you at 6" starts."""
    del first
    return 1 if u.reading.words[at + 1 : at + 2] == ["for"] else 0


def judge_shift(u: Utterance, at: int, first: int) -> int:
    """Read "shift you to 3" starts; "my shift ends", "changes shift at 12" do not."""
    between = u.reading.words[at + 1 : first]
    return 1 if between and (between[0] in OBJECTS or between[0] in ("to", "your", "things")) else -1


def judge_lock(u: Utterance, at: int, first: int) -> int:
    """Read "lock in 6", "lock you down for 6" start; "I lock up at 6" does not."""
    following = u.reading.words[at + 1] if at + 1 < first else ""
    shut = word_before(u, at) in ("doors", "door", "gate", "gates", "they", "building", "lobby")
    return -1 if shut or following in ("up", "the", "my") else 1


def judge_tell(u: Utterance, at: int, first: int) -> int:
    """Read "tell your da half two" starts; "tell her I finish at 3" does not."""
    between = words_between(u, at, first)
    return (
        1 if between[:1] != [] and between[0] in _TOLD and len(between) <= (1 + (between[0] == "your")) else 0
    )


_TOLD: Final = frozenset("your him her them everyone".split())


def judge_mean(u: Utterance, at: int, first: int) -> int:
    """Read "sorry, I meant 3pm" starts: a slip put right."""
    return 1 if word_before(u, at) in ("i", "we") and not words_between(u, at, first) else 0


def judge_did(u: Utterance, at: int, first: int) -> int:
    """Read "what if we did 3" starts; what was done does not."""
    return 1 if "if" in u.reading.words[max(0, at - 2) : at] and is_direct(u, at, first) else 0


def judge_will(u: Utterance, at: int, first: int) -> int:
    """Read "will 6 do?", "will 6 suit you?" start."""
    behind = u.reading.words[first + 1 : first + _CLAUSE]
    return 1 if at + 1 == first and not _DOES.isdisjoint(behind) and "?" in behind else 0


def judge_why(u: Utterance, at: int, first: int) -> int:
    """Read "why not 6?", "why don't we do 6?" start."""
    return 1 if u.reading.words[at + 1 : first] in (["not"], ["not", "at"], ["not", "say"]) else 0


_CLAUSE: Final = 6
_DOES: Final = frozenset("do suit work".split())


def judge_like(u: Utterance, at: int, first: int) -> int:
    """Read "Would you like 6" starts; "like 6ish" only hedges."""
    before = word_before(u, at)
    if before in ("you", "i'd", "would", "u", "you'd", "she'd", "he'd", "looks", "sounds"):
        return judge_want(u, at, first)
    return 0
