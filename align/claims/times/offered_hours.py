"""An hour that could be any number, offered: "could do 3", "how about 10", "a 4 slot", "6 then"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.times.appointment_words import MOVES

if TYPE_CHECKING:
    from align.claims.times.clock_faces import Face
    from align.claims.utterance import Utterance

COPULAS: Final = frozenset("is 's s would could might will should it does sounds looks".split())
"""Verbs that something is said of an hour with."""
PRAISE: Final = frozenset(
    "dead bang spot perfect good fine great free open ok okay work suit works lovely ideal available best better yours grand"
    " last first next only final possible doable brilliant all still be it yes goer runner winner deal date plan dream treat gone taken booked full sound sounds now easier do earliest latest soonest when secured noted held reserved confirmed sorted".split()
)
"""What is said of an hour behind them."""
_THINGS: Final = frozenset("slot start opening gap spot".split())
_ANSWERS: Final = frozenset(
    ". , ! ? ; : … — - \n yes yep sure yeah so ok okay then but and or maybe perhaps".split(" ")
)
_REACH: Final = 14


def is_offered(u: Utterance, at: int, face: Face) -> bool:
    """True for "could do 3", "how about 10", "a 4 slot", and an hour that stands alone."""
    words = u.reading.words
    last = face.last
    before = words[at - 1] if at else "."
    after = words[last] if last < len(words) else "."
    if before in ("about", "around", "maybe", "like") and at > 1:
        before = words[at - 2]
    if before in ("how", "what", "how's", "let's", "say", "make", "maybe"):
        return True
    # what stands right before the hour, "about" and its like not left out
    if at >= 2 and (words[at - 2], words[at - 1]) in (("make", "it"), ("let's", "do")):
        return True
    if before == "it's" and after in _ENDS:
        return (
            (after in ("or", "then") and _of_day(u, at))
            or (u.inbound is not None and bool(u.inbound.starts))
            or puts_right(u, at)
        )
    kept = before in _YOU and words[at - 2 : at - 1] in _KEEPING
    if (kept or before in _OFFERING) and (
        after in _ENDS
        or (after in _SOFTENED and words[last + 1 : last + 2] in _STOPS)
        or words[last : last + 2] == ["i'm", "afraid"]
    ):
        return True
    if before in _HAVING and (after in _ENDS or after in _LEFT):
        return _of_day(u, at)
    if before in ("the", "a", "my", "that", "your") and (after in _THINGS or _is_choice(u, at, last)):
        return True
    if before == "the" and words[at - 2 : at - 1] in _TAKING and after in _ENDS:
        return _of_day(u, at)
    if before in COPULAS or before in ("are", "be", "do", "will", "to", "meant"):
        return _is_asked_or_named(u, at, last)
    return before in _ANSWERS and _stands_alone(u, at, last)


_TIME: Final = frozenset("time times when".split())
_HEARD: Final = 40
_YOU: Final = frozenset("you ya u him her them ye".split())
_OFFERING: Final = frozenset("do offer manage prefer fancy squeeze".split())
_KEEPING: Final = [["keep"], ["save"], ["hold"], ["kept"], ["saved"], ["held"], ["put"]]
"""Verbs that give the client an hour: "I'll keep you 4"."""
_TAKING: Final = [["take"], ["grab"], ["nab"], ["want"], ["have"]]
_HAVING: Final = frozenset("have got i've we've only there's still".split())
_LEFT: Final = frozenset("left still free open going".split())


def puts_right(u: Utterance, at: int) -> bool:
    """True behind "I had you down for 6, my mistake": another hour of the diary is put in its place."""
    begin, _ = u.reading.sentence(at)
    said = u.reading.words[max(begin, at - _REACH) : at]
    return not _SLIPS.isdisjoint(said) and not _DIARY.isdisjoint(said)


_SLIPS: Final = frozenset("mistake wrong typo error mixup misread".split())
_DIARY: Final = frozenset(
    "down booked booking bookings diary calendar slot reminder appointment session lesson".split()
)
_STOPS: Final = [[], ["."], [","], ["!"], ["x"]]
_SOFTENED: Final = frozenset("sorry hun hon mate".split())


def _of_day(u: Utterance, at: int) -> bool:
    """True where the sentence speaks of a day or has another time: "for today I have 2"."""
    begin, end = u.reading.sentence(at)
    begin, end = max(begin, at - _REACH), min(end, at + _REACH)
    return bool(claims_between(u.days, begin, end) or claims_between(u.starts, begin, end))


def _is_choice(u: Utterance, at: int, last: int) -> bool:
    """True for "the 8 or the 9", after a verb of wanting."""
    words = u.reading.words
    if words[last : last + 2] == ["or", "the"]:
        return not _WANTING.isdisjoint(words[max(0, at - 8) : at])
    return False


_WANTING: Final = frozenset("want prefer like fancy take rather".split())


def _is_asked_or_named(u: Utterance, at: int, last: int) -> bool:
    """True for "is 3 still ok?", "does 8 work?", "the earliest is 7", "move it to 3"."""
    words = u.reading.words
    before = words[at - 1]
    if before == "meant":
        return True
    if before == "to":
        return "stretch" in words[at - 3 : at] or not MOVES.isdisjoint(words[max(0, at - 5) : at])
    after = words[last] if last < len(words) else ""
    if after in PRAISE or after in ("suit", "sound", "any"):
        return True
    if after == "do" and before in ("would", "will"):
        return words[last + 1 : last + 2] in (["you"], ["?"], ["ya"])
    return before in ("is", "'s", "are", "be") and not _NAMING.isdisjoint(words[max(0, at - 8) : at])


_NAMING: Final = frozenset(
    "earliest latest soonest opening openings gap gaps slot slots appointment time times start starts first last next free left".split()
)
_ENDS: Final = frozenset(". ! ? , ; … \n than if then or for instead and but so on at ( — -".split(" "))


def _stands_alone(u: Utterance, at: int, last: int) -> bool:
    """True for "6?" and "6 then" in a short text or behind a question of time."""
    words = u.reading.words
    after = words[last] if last < len(words) else "."
    if after not in ("?", "then", ".", "!", ",", "it", "or", "please", "pls", "ok"):
        return False
    if after == "," and words[last + 1 : last + 3] == ["see", "you"]:
        return True
    begin, end = u.reading.sentence(at)
    asked = u.inbound is not None and not _TIME.isdisjoint(u.inbound.reading.words[-_HEARD:])
    if asked and at == begin and after == ",":
        return True
    if end - begin > 5:
        return False
    if after in ("?", "then", "it", "or"):
        return True
    return bool(asked or u.days or u.starts or (u.inbound and (u.inbound.starts or u.inbound.days)))
