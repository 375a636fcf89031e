"""An hour that could be any number, offered: "could do 3", "how about 10", "a 4 slot", "6 then"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.times.appointment_words import MOVES
from align.claims.times.freed_times import is_freed
from align.claims.times.given_hours import gives_mine
from align.claims.times.gone_hours import clause_behind_gone, is_spared
from align.claims.times.governor_context import asks_for_room, is_told_to

if TYPE_CHECKING:
    from align.claims.times.clock_faces import Face
    from align.claims.utterance import Utterance

COPULAS: Final = frozenset("is 's s would could might will should it does sounds looks sound look".split())
"""Verbs that something is said of an hour with."""
PRAISE: Final = frozenset(
    "dead bang spot perfect good nice fine great free open ok okay work suit works lovely ideal available "
    "best better yours grand"
    " last first next only final possible doable brilliant all still be it yes goer runner winner deal "
    "date plan dream treat gone taken booked full sound sounds now easier do earliest latest soonest "
    "when secured noted held reserved confirmed sorted".split()
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
    if _is_put_forward(words, at, last) or _is_given_up(u, at, last):
        return True
    if before == "it's" and after in _ENDS:
        return (
            (after in ("or", "then") and _of_day(u, at))
            or (u.inbound is not None and bool(u.inbound.starts))
            or puts_right(u, at)
        )
    if _is_object(u, at, last, before):
        return True
    if before in _HAVING and (after in _ENDS or after in _LEFT):
        return _of_day(u, at) or asks_for_room(u)
    if before in ("the", "a", "my", "that", "your") and (after in _THINGS or _is_choice(u, at, last)):
        return True
    if before == "the" and words[at - 2 : at - 1] in _TAKING and after in _ENDS:
        return _of_day(u, at)
    if before in COPULAS or before in ("are", "be", "do", "will", "to", "meant"):
        return _is_asked_or_named(u, at, last)
    return before in _ANSWERS and _stands_alone(u, at, last)


def _is_object(u: Utterance, at: int, last: int, before: str) -> bool:
    """True for "I could do 3", "I'll keep you 4, sorry", "manage 5 I'm afraid"; not for "Do 3, 5 and 9 of exercise 4"."""
    words = u.reading.words
    kept = before in _YOU and words[at - 2 : at - 1] in _KEEPING
    if not (kept or before in _OFFERING) or (before == "do" and is_told_to(u, at - 1)):
        return False
    after = words[last] if last < len(words) else "."
    return (
        after in _ENDS
        or (after in _SOFTENED and words[last + 1 : last + 2] in _STOPS)
        or words[last : last + 2] == ["i'm", "afraid"]
    )


_WELCOMING: Final = [
    *([good, "with"] for good in ("happy", "fine", "good", "ok", "okay", "cool", "go", "stick")),
    ["why", "not"],
    ["we", "did"],
    ["you're", "my"],
    ["locking", "in"],
    ["lock", "in"],
    ["see", "you"],
]
"""What stands before an hour that is agreed to or put forward: "happy with 4", "why not 4?", "you're my 4"."""


def _is_put_forward(words: list[str], at: int, last: int) -> bool:
    """True by what stands right before the hour: "make it", "happy with", "grab my", "either (4 or 7)"."""
    if at >= 2 and (words[at - 2], words[at - 1]) in _PROPOSING:
        return words[at - 2] != "call" or _is_bare_hour(words, at, last)
    after = words[last] if last < len(words) else "."
    if words[at - 1] in _PENCILLING and after == "in" and words[last + 1 : last + 2] == ["for"]:
        return True  # "I'll pencil 4 in for you"
    if after in _ENDS and words[at - 2 : at] in _WELCOMING:
        return True
    if words[at - 1 : at] == ["come"] and words[at - 2 : at - 1] in _BIDDEN:
        return after in _ENDS  # "Come eleven, I'm done then"
    if words[at - 1 : at] == ["my"]:
        return after in _MINE_ENDS and gives_mine(words, at - 1)
    return words[at - 1 : at] == ["either"] and after == "or" and _is_last(words, last + 1)


def _is_bare_hour(words: list[str], at: int, last: int) -> bool:
    """True for the 4 of "call it 4", which "call it one-thirty" and "call it 4 for the hour" may have for a price."""
    return (
        last - at == 1
        and words[at].isdecimal()
        and len(words[at]) <= _DIGITS
        and words[last : last + 1] != ["for"]
    )


_DIGITS: Final = 2


def _is_given_up(u: Utterance, at: int, last: int) -> bool:
    """True for "my 4 just cancelled", "4 has come free", "all gone but 4": an hour that is given up or left."""
    words = u.reading.words
    if is_spared(u, at):
        return True
    if words[at - 1 : at] == [":"] and _is_what_i_have(words, at - 1) and _closes(words, last):
        return True  # "what's left: 4 or 5"
    before = words[at - 1] if at else "."
    led = before in ("my", "a", "the") or not before[0].isalnum()
    return led and is_freed(u, last, u.reading.sentence(at)[1])


def _is_last(words: list[str], at: int) -> bool:
    """True for the 7 of "either 4 or 7" where nothing is counted."""
    return words[at : at + 1] != [] and words[at].isdecimal() and words[at + 1 : at + 2] in _STOPS


_PROPOSING: Final = [
    ("make", "it"), ("make", "that"), ("live", "with"), ("cope", "with"), ("call", "it"), ("let's", "do"), ("settle", "on"), ("start", "time"), ("arrival", "time"),
    *((diary, "says") for diary in ("diary", "calendar", "book")), *((owner, "time's") for owner in ("start", "your")),
]  # fmt: skip
_PENCILLING: Final = frozenset("pencil pencilling penciling ink book".split())
_MINE_ENDS: Final = frozenset(". ! ? , today tonight if then x this".split())
_BIDDEN: Final = [[], ["."], ["!"], [","], ["please"], ["just"], ["and"], ["you"], ["then"], ["so"]]
_TIME: Final = frozenset("time times when".split())
_HEARD: Final = 40
_YOU: Final = frozenset("you ya u him her them ye".split())
_OFFERING: Final = frozenset(
    "do offer manage prefer fancy squeeze suggest propose recommend thinking possibly confirming".split()
)
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
_UNTIL: Final = frozenset("till until til done finished off".split())
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
    if before in ("is", "are") and _is_what_i_have(words, at - 1) and _closes(words, last):
        return True
    return before in ("is", "'s", "are", "be") and not _NAMING.isdisjoint(words[max(0, at - 10) : at])


def _closes(words: list[str], last: int) -> bool:
    """True where nothing is counted behind an hour, or behind the two of "9 or 3"."""
    if words[last : last + 1] == ["or"]:
        last += 2
    return last >= len(words) or words[last] in _ENDS


def _is_what_i_have(words: list[str], at: int) -> bool:
    """True for "what I do have (is)", "all I've got today (is)"."""
    while at and words[at - 1] in _FOR_TODAY:
        at -= 1
    near = words[max(0, at - _BESIDE) : at]
    return not {"what", "what's", "all"}.isdisjoint(near) and near[-1] in _LEFT_OVER


_FOR_TODAY: Final = frozenset("for today tonight this morning afternoon evening".split())
_LEFT_OVER: Final = frozenset("have got left free".split())
_BESIDE: Final = 6
_NAMING: Final = frozenset(
    (
        "best earliest latest soonest opening openings gap gaps slot slots appointment time times start "
        "starts first last next free left"
    ).split()
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
    if after == "?" and words[at - 1 : at] == ["so"] and not _UNTIL.isdisjoint(words[begin:at]):
        return True  # "I'm out till 3 so 4?", "I'm done at 8, so 9?"
    asked = u.inbound is not None and not _TIME.isdisjoint(u.inbound.reading.words[-_HEARD:])
    if asked and at == begin and after == ",":
        return True
    behind = clause_behind_gone(u, at, begin)
    if after == "then" and words[last + 1 : last + 2] == [","]:
        end = last + 1  # "Four then, I'll bring the knives"
    if end - behind > 5:
        return False
    if behind > begin or after in ("?", "then", "it", "or"):
        return True
    return bool(asked or u.days or u.starts or (u.inbound and (u.inbound.starts or u.inbound.days)))
