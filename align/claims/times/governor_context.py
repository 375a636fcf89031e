"""What stands between a governing word and its time, and who is spoken of near it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.appointment_words import HEDGES, OBJECTS
from align.reading.cues import MODAL, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

OURSELVES: Final = frozenset("i i'm im i'll ill i've i'd we we're we'll we've we'd".split())


YOU: Final = frozenset("you u you're youre ya you'll your".split())


PARTICLES: Final = frozenset(
    "in on up down over by round along through back out off here there with to".split()
)


PARTY: Final = frozenset(
    "mother father mam granny gran grandma nan auntie aunt uncle carer carers nurse guests they everyone family parents band photographer caterer crew movers she he mum mom dad "
    "husband wife brother partner"
    " pupil pupils student students plumber electrician builder builders courier landlord cleaner babysitter"
    " sister son daughter boss kids children people train bus plane parcel package delivery dj florist "
    "team bride groom bridesmaids".split()
)


LATE: Final = frozenset("late traffic eta running behind delayed omw stuck".split())


def words_between(u: Utterance, at: int, first: int) -> list[str]:
    """Return the words between a word and a time, without hedges, days and other times."""
    words, taken = u.reading.words, u.taken
    return [
        words[i]
        for i in range(at + 1, first)
        if words[i] not in HEDGES
        and not taken[i]
        and not words[i][0].isdigit()
        and words[i] not in ("or", "and", ",")
    ]


ARTICLES: Final = frozenset("a an the my your his her their our some".split())


def is_direct(u: Utterance, at: int, first: int) -> bool:
    """True when only pronouns and particles stand between a verb and its time.

    An adjective may stand before it as well: "do a cheeky 8am".
    """
    between = words_between(u, at, first)
    if u.reading.words[first - 2] in ("a", "an") and first - 2 > at:
        between = between[:-1]
    return all(w in OBJECTS or w in PARTICLES for w in between)


def is_of_a_thing(word: str) -> bool:
    """True for the "sauna's" of "the sauna's open at 3": nothing that is booked with the professional."""
    return word.endswith("'s") and word.removesuffix("'s") in _THINGS


_THINGS: Final = frozenset(
    "sauna pool gym spa jacuzzi parking carpark garage gate door road bridge tunnel lift reception desk "
    "lobby building office"
    " school library museum park beach market shop store supermarket bakery cafe café bar pub "
    "restaurant kitchen canteen bank"
    " chemist pharmacy post station garden church pitch court venue hotel garden toilet loo".split()
)


def word_before(u: Utterance, at: int) -> str:
    """Return the word right before `at`, empty at the beginning."""
    return u.reading.words[at - 1] if at else ""


def asks_for_room(u: Utterance) -> bool:
    """True behind "any evening spot today?", "have you a gap?": what one has got then is an hour."""
    if u.inbound is None:
        return False
    heard = u.inbound.reading.words[-_HEARD:]
    return not _ROOM.isdisjoint(heard) and "many" not in heard


_HEARD: Final = 40
_ROOM: Final = frozenset(
    "slot slots spot spots gap gaps opening openings appointment appointments cancellation time times when".split()
)


def is_told_to(u: Utterance, at: int) -> bool:
    """True for the verb of "Do 3, 5 and 9", "… and put her down at nine": the client is told to, nothing is offered.

    A question, a subject of ours before it and "then" behind it ("do 4 then?") offer after all, and what
    answers "what times have you?".
    """
    if asks_for_room(u):
        return False
    words = u.reading.words
    begin, end = u.reading.sentence(at)
    if words[end - 1 : end] == ["?"] or "then" in words[at:end]:
        return False
    if at > begin and words[at - 1] not in _BIDDING:
        return False
    return not any(mark & (SELF | MODAL) for mark in u.reading.marks[begin:at])


_BIDDING: Final = frozenset(", please just and".split())


def is_by_oneself(words: list[str], at: int) -> bool:
    """True for the "able" of "at three you'll be able to tuck it": not "able to come straight in", "ready for me"."""
    return words[at : at + 1] in _ABLE and _WITH_US.isdisjoint(words[at + 1 : at + _STEP])


_STEP: Final = 6
_WITH_US: Final = frozenset("come park me us here walk ring knock".split())
_ABLE: Final = [[state] for state in "able fine happy bored past over through ready used".split()]
"""What the client will be at an hour, or an age, without us: "at three you'll be able to tuck it"."""
