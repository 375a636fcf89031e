"""What one word left of a time makes it: "see you (at 6)" a start, "I finish (at 6)" none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.times.appointment_words import MEALS, OTHER, PLACES, START
from align.claims.times.events import is_inner
from align.claims.times.governor_context import is_of_a_thing
from align.claims.times.governors import AMBIGUOUS
from align.reading.cues import SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 22
_BESIDE: Final = 4


def governs(u: Utterance, at: int, first: int) -> int:
    """Judge one word as the governor of the time at `first`: 1 start, -1 not, 0 neither."""
    words = u.reading.words
    word = words[at]
    ambiguous = AMBIGUOUS.get(word)
    if ambiguous is not None:
        return ambiguous(u, at, first)
    told = _as_idiom(words, at)
    if told is not None:
        return told
    if word in START:
        if word in _POPPING and words[at + 1 : at + 2] == ["out"] and _is_out(words, at):
            return -1  # "I pop out at 3"
        if words[at + 1 : at + 2] == ["for"] and not MEALS.isdisjoint(words[at + 2 : at + 3]):
            return -1  # "a gap for lunch at 1"
        owned = _is_owned(u, at) or _is_said_of_other(u, at) or _is_elsewhere_too(u, at, first)
        return -1 if owned or (word in _OWN and _is_had(u, at)) else 1
    if word == "reminder" and words[at + 1 : at + 2] in ([":"], [","], ["—"]):
        return 0
    service = u.reading.marks[at] & SERVICE_WORD
    if service and _is_had(u, at):
        return -1
    if word in OTHER:
        return 0 if service or words[at - 1 : at] == ["between"] else -1
    if word in PLACES:
        return 0 if is_inner(words, at) or words[at - 1] in _USUAL else -1
    return 1 if service and first - at <= _BESIDE else 0


def _as_idiom(words: list[str], at: int) -> int | None:
    """Judge "kick off's at 3" as a match's and the "done" of "ok done, 2 pm today" as a yes; None for all else."""
    if words[at] == "kick" and words[at + 1 : at + 3] == ["off", "'s"]:
        return -1
    if words[at] == "settle" and words[at + 1 : at + 2] not in _ON:
        return 0  # "he'll settle at two, they all do"
    if words[at] == "place" and words[at - 1 : at] in _HAD:
        return 1  # "I have place at 3"
    if words[at] == "done" and words[at + 1 : at + 2] == [","] and words[at - 1 : at] in _SETTLED:
        return 0
    return None


_ON: Final = [["on"], ["for"], ["in"], ["you"]]
_HAD: Final = [["have"], ["got"], ["i've"], ["we've"], ["still"], ["there's"]]


def is_adjunct(words: list[str], at: int, begin: int) -> bool:
    """True for the "rush" of "a gap after the rush, about three", the "home" of "on my way home, about 5"."""
    if words[at] == "home" and words[at - 1] == "way":
        return True
    near = range(at - 1, max(begin, at - _BESIDE) - 1, -1)
    led = next((i for i in near if words[i] in _EITHER_SIDE), -1)
    return led >= 0 and words[led + 1] in _ITS and led + 1 < at


_EITHER_SIDE: Final = frozenset("after before between".split())
_ITS: Final = frozenset("the my your her his our their school".split())
_SETTLED: Final = [[], ["ok"], ["okay"], ["yes"], ["perfect"], ["grand"], ["."], ["!"], [","]]


def _is_out(words: list[str], at: int) -> bool:
    """True for the professional's own "I'll pop out at 3", not for "pop out here", "can you pop out at 3 to mine"."""
    if words[at + 2 : at + 3] in (["to"], ["here"]):
        return False
    return not _SELVES.isdisjoint(words[max(0, at - 4) : at])


_SELVES: Final = frozenset("i i'll i'd i'm i've we we'll we'd we're".split())
_POPPING: Final = frozenset("pop popping swing drop".split())
_USUAL: Final = frozenset(("same", "usual"))


def _is_owned(u: Utterance, at: int) -> bool:
    """True for the professional's own business: "my session at 4", "my appointment"."""
    words = u.reading.words
    own = (
        at > 1
        and (words[at - 1] == "my" or words[at - 2 : at] == ["my", "own"])
        and u.speaker is Speaker.PROFESSIONAL
    )
    return own and words[at] in _OWN


_OWN: Final = frozenset("appointment appt massage facial haircut trim lesson session booking shoot".split())


def _is_elsewhere_too(u: Utterance, at: int, first: int) -> bool:
    """True for "the vet appointment at 11", "your appointment with Dr Shah": with somebody else."""
    words = u.reading.words
    if words[at] not in ("appointment", "appt", "appointments", "visit", "session"):
        return False
    if words[at + 1 : at + 2] == ["with"] and at + 2 < first:
        return words[at + 2] in ("dr", "doctor", "the", "your", "her", "his")
    return at > 0 and ((words[at - 1] in OTHER and words[at - 1] != "home") or words[at - 1] in _OFFICES)


_OFFICES: Final = frozenset("vet vet's hospital dentist's doctor's gp scan physio job work bank".split())


def _is_had(u: Utterance, at: int) -> bool:
    """True for "I've another couple at 10", "I have a lesson at 4": the professional's day is full then."""
    words = u.reading.words
    if u.speaker is not Speaker.PROFESSIONAL:
        return False
    for back in range(at - 1, max(0, at - 4), -1):
        if words[back] in ("a", "an", "another", "my"):
            lead = words[back - 1] if back else ""
            return lead in ("i've", "we've") or (
                lead in ("have", "got")
                and not {"i", "i've", "we", "we've"}.isdisjoint(words[max(0, back - 3) : back])
            )
    return False


def _is_said_of_other(u: Utterance, at: int) -> bool:
    """True for "parking is free after 9", "the school run is done": said of something else."""
    words = u.reading.words
    if words[at] not in _ADJECTIVES:
        return False
    if words[at - 1 : at] == ["it's"] and "parking" in words[max(0, at - _REACH) : at]:
        return True
    if is_of_a_thing(words[at - 1]):
        return True
    copula = next((i for i in range(at - 1, max(0, at - 4), -1) if words[i] in ("is", "'s", "are")), 0)
    subject = words[copula - 1] if copula else ""
    if words[at] == "locked":
        return bool(copula) and subject not in ("it", "that", "time", "slot", "all")
    return (
        subject in OTHER
        or subject in MEALS
        or words[max(0, copula - 2) : copula] in (["-", "up"], ["-", "in"], ["-", "out"])
    )


_ADJECTIVES: Final = frozenset("free open available locked anytime whenever".split())
