"""What is done "for half an hour": one comes, is free or is treated for an appointment's length.

Behind "for" a length is measured, so that the words behind it ("before work", "on the legs")
are the sentence's; the verb before it decides. Who soaks, waits, practises or runs an errand
for so long does it alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.bidden_verbs import ALONE, TASKS, is_bidden
from align.claims.durations.length_words import BOOKING, OFFERING, PASSED_OVER, SESSION_NOUNS, SQUEEZING
from align.reading.cues import BREAK, CALENDAR, NUMERIC, OFFER_WORD, SERVICE_WORD
from align.reading.stems import stem

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 12
_NEAR: Final = 4
_MET: Final = 8
_COMING: Final = frozenset(
    "come pop swing stop drop meet see host play playing session book booked booking visit"
    " join call round over teach groom work shoot have squeezed slotted fitted tucked".split()
)
_COMES: Final = ((_COMING | BOOKING) - {"about", "make", "say"}) | SQUEEZING
_MEETING: Final = _COMES | frozenset("look need bring".split())
_PERSONS: Final = frozenset("you ya u him her them us it in".split())
_DETERMINERS: Final = frozenset("the a an your my".split())
_ABLE: Final = frozenset("can could i'll i'd".split())


def comes_for(u: Utterance, first: int, at: int) -> bool:
    """True for "come by for half an hour", not for "soak for half an hour", before the "for" at `at`."""
    words = u.reading.words
    if words[at - 1] in ("ask", "asking", "asks", "hoping", "looking"):
        return False
    begin, end = u.reading.sentence(first)
    if _is_elsewhere(words, max(begin, at - _REACH), _before_aside(u, first, min(end, first + _REACH))):
        return False
    met = not _MEETING.isdisjoint(words[max(begin, at - _MET) : at]) and _is_met(words, at, begin)
    return met or _is_put_down(words, at) or _is_had(u, at, max(begin, at - _REACH))


def is_visit_judged(u: Utterance, at: int) -> bool:
    """True where what is so long, before the "for" at `at`, is a visit: "Thursday for half an hour is fine".

    The verdict behind a length that stands behind "for" is said of its subject, and nothing is
    offered where that is "a hot water bottle" or "resting".
    """
    words, marks = u.reading.words, u.reading.marks
    begin, end = u.reading.sentence(at)
    if any(words[i] == "come" and words[i - 1] in _SO for i in range(at, end)):
        return True  # "Scales for half an hour is fine, come Saturday"
    begin = max(begin, at - _REACH)
    begin = next((i + 1 for i in range(at - 1, begin - 1, -1) if _parts(u, i)), begin)
    begin += words[begin : begin + 1] in _ONLY
    said = words[begin:at]
    if not said or any(mark & _VISITED for mark in marks[begin:at]):
        return True
    if not ALONE.isdisjoint(map(stem, said)):
        return False
    if said[0] in _WHOSE:
        return _RESTING_ON.isdisjoint(said)
    if not _PEOPLE.isdisjoint(said):
        return True
    coming = said[0].endswith("ing") and stem(said[0]) in _COMING
    return coming or not _VISITS.isdisjoint(said) or not _PATIENTS.isdisjoint(said)


def _parts(u: Utterance, at: int) -> bool:
    return bool(u.reading.marks[at] & BREAK) or u.reading.words[at] in ("and", "but", "so", "then")


_VISITED: Final = CALENDAR | NUMERIC | SERVICE_WORD | OFFER_WORD
_ONLY: Final = (["just"], ["only"], ["even"])
_WHOSE: Final = frozenset("your his her their its both that this it".split())
"""What opens the part of the client that is worked on, or points back at a visit."""
_PEOPLE: Final = frozenset(
    "me us twins kids girls boys sisters brothers beginner beginners learner newcomer mum dad daughter son".split()
)
"""Who comes, and is no thing: "just you and me for half an hour is fine"."""
_RESTING_ON: Final = frozenset("in on up under against with over".split())
"""Behind a part of the client: it rests there, "your feet up the wall"."""
_VISITS: Final = SESSION_NOUNS - frozenset(
    "bath baths stretch reading readings set sets date catch touch".split()
) | {"go", "try", "taste"}
_SO: Final = frozenset((",", "so"))


def _before_aside(u: Utterance, at: int, end: int) -> int:
    """Return where another thought begins: "come for half an hour, I'm by the bank", "… after your shower"."""
    words, marks = u.reading.words, u.reading.marks
    while at < end and not marks[at] & BREAK and words[at] not in _ASIDE:
        at += 1
    return at


_ASIDE: Final = frozenset("after before because then where".split())


def _is_met(words: list[str], at: int, begin: int) -> bool:
    """True for "come by", "squeeze you in", "take a look at it" before the "for" at `at`."""
    for place in range(at - 1, max(begin, at - _MET) - 1, -1):
        if words[place] in TASKS:
            return False
        if place and words[place - 1] in _DETERMINERS and words[place] not in SESSION_NOUNS:
            continue  # "talk about the plan for 15 minutes"
        if words[place] in ("start", "begin") and words[place + 1] in ("with", "on"):
            return False
        if words[place] == "slot" and words[place + 1] not in _PERSONS:
            continue  # "hold the Friday slot for 30 minutes"
        if words[place] in _COMES:
            if not _is_of_a_thing(words, place, begin):
                return True
            continue
        if words[place : place + 2] == ["look", "at"] and not _ABLE.isdisjoint(
            words[max(0, place - 2) : place]
        ):
            return True
        if words[place] in ("need", "bring") and _is_somebody(words, place):
            return True
    return False


def _is_put_down(words: list[str], at: int) -> bool:
    """True for "I'm putting you in (for 40 minutes)", "I have you down (for …)"."""
    down = at - 1 - (words[at - 1] == "just")
    return down > 1 and words[down] in _DOWN and words[down - 1] in _PERSONS and words[down - 2] in _PUTTING


_PUTTING: Final = frozenset("put putting have having mark marking".split())
_DOWN: Final = frozenset(("in", "down"))


def _is_somebody(words: list[str], at: int) -> bool:
    """True for "(need) you", "(bring) her along", "(bring) your mum"; "need it to stop" is no visit."""
    if words[at] == "bring":
        return words[at + 1] in _BROUGHT
    return words[at + 1] in PASSED_OVER and words[at + 2] != "stop"


_BROUGHT: Final = frozenset("her him them your".split())


def _is_of_a_thing(words: list[str], at: int, begin: int) -> bool:
    """True for "turn it down", "pop the kettle on", "get your heart rate up": nobody comes."""
    word, behind = words[at], words[at + 1 : at + 3]
    if word in ("down", "over", "round"):
        return at > begin and words[at - 1] not in _PATIENTS and not is_bidden(words, at - 1, begin)
    if word == "stop" and behind[:1] == ["and"]:
        return True
    if word in ("pop", "drop", "stop", "get", "put"):
        return behind[:1] in _THINGS or (behind[:1] == ["your"] and behind[1:] in _BODY)
    if word in _HAD and behind[:1] in _SOME:
        # "have a cuppa for half an hour", not "have the table for half an hour"
        return _BOOKED.isdisjoint(words[at + 1 : at + 5])
    return word == "do" and behind[:1] == ["the"] and OFFERING.isdisjoint(words[max(begin, at - 3) : at])


_BOOKED: Final = SESSION_NOUNS | frozenset("table chair couch room studio".split())
_HAD: Final = frozenset("have having got grab".split())
_SOME: Final = [["a"], ["an"], ["some"], ["the"], ["my"]]
_THINGS: Final = [["it"], ["the"], ["that"], ["some"], ["up"]]
_BODY: Final = [["heart"], ["legs"], ["feet"], ["arms"], ["head"]]


def _is_elsewhere(words: list[str], begin: int, end: int) -> bool:
    """True for talk of the shower and of errands "to the bank": time that is spent alone."""
    said = words[begin:end]
    if _ALONE_AT.isdisjoint(said):
        return False
    if not _ELSEWHERE.isdisjoint(said):
        return True
    for i in range(begin, end - 2):
        where = _WHERE.get(words[i])
        if where and words[i + 1] in ("the", "my", "a") and words[i + 2] in where:
            return True
    return False


_WHERE: Final = {
    "in": frozenset("bath tub pool sea sun".split()),
    "to": frozenset("van car shop bank post office school doctor vet dentist gym".split()),
}
_ELSEWHERE: Final = frozenset(
    "shower bathtub oven freezer fridge sauna kettle heater treadmill crate bank shops supermarket "
    "chemist loo"
    " school's heart dishwasher fire sleep stew timer".split()
)
"""Where one spends time without the other, and on what."""
_ALONE_AT: Final = _ELSEWHERE.union(*_WHERE.values())


def _is_had(u: Utterance, at: int, begin: int) -> bool:
    """True for "nip in", "I'm free", "I'll treat you", before the "for" at `at`."""
    words, marks = u.reading.words, u.reading.marks
    if at <= begin:
        return False
    if _is_room(words, at, begin) or _is_keen(words, at, begin) or _is_worked_on(words, at, begin):
        return True
    for i in range(at - 1, begin, -1):
        word = words[i]
        if marks[i] & BREAK or word in ALONE:
            return False
        if word in _PARTICLES and is_bidden(words, i - 1, begin):
            return True
        if words[i : i + 1] == ["table"] and words[i - 2 : i] in _ON_THE:
            return True
        if word in _FREE:
            return not _AM.isdisjoint(words[max(begin, i - 3) : i])
    return False


_ON_THE: Final = [["on", "the"], ["on", "my"], ["onto", "the"]]


def _is_room(words: list[str], at: int, begin: int) -> bool:
    """True for "I've room for", "there's space for you for"."""
    if at > 1 and words[at - 1] in _PATIENTS and words[at - 2] == "for":
        at -= 2
    return words[at - 1] in _ROOM and not _HAVING.isdisjoint(words[max(begin, at - _NEAR) : at - 1])


def _is_keen(words: list[str], at: int, begin: int) -> bool:
    """True for "I'm up for", "you're in for", "we could settle for"."""
    if words[at - 1] == "settle":
        return True
    if words[at - 1] == "in":
        return words[at - 2 : at - 1] == ["you're"]
    return words[at - 1] in _KEEN and not _AM.isdisjoint(words[max(begin, at - 3) : at - 1])


def _is_worked_on(words: list[str], at: int, begin: int) -> bool:
    """True for "I'll treat you for", "I could work on him for": done to the client, and nothing that waits."""
    if words[at - 1] not in _PATIENTS:
        return False
    verb = at - 2 - (words[at - 2 : at - 1] in (["on"], ["with"]))
    return (
        verb > begin
        and words[verb] not in ALONE
        and words[verb].isalpha()
        and not OFFERING.isdisjoint(words[max(begin, verb - 2) : verb])
    )


_PARTICLES: Final = frozenset("in by over round around across along down past".split())
_PATIENTS: Final = frozenset("you u ya ye him her them".split())
_FREE: Final = frozenset("free available open".split())
_AM: Final = frozenset("i'm we're am are be i'd we'd i'll".split())
_KEEN: Final = frozenset("up down game good keen".split())
_ROOM: Final = frozenset("room space time gap slot window opening hole spot".split())
_HAVING: Final = frozenset("have i've we've got there's is 's still find make".split())
