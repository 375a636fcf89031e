"""The noun that a time qualifies: "the 6pm slot", "your 6pm flight", "the 13:00 lady"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.appointment_words import OTHER, START
from align.claims.times.counted_behind import FOLLOWS
from align.claims.times.hour_predicates import serves
from align.reading.cues import CALENDAR, CLOCK, EMOJI, NUMBER, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


_THINGS: Final = frozenset("slot start opening gap spot appointment appt session lesson booking".split())
_QUALIFIED: Final = OTHER | _THINGS


def judge_behind(u: Utterance, first: int, last: int) -> int:
    """Judge by the noun that a time qualifies: "the 6pm slot", "your 6pm flight"."""
    words = u.reading.words
    at = last + 1 if last < len(words) and words[last] == "-" else last
    word = words[at] if at < len(words) else ""
    before = words[first - 1] if first else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    led_on = _led_on(words, first, at) if word in _LEADING_ON else 0
    if led_on:
        return led_on
    if word in _WRITTEN and following != "me" and before in ("your", "my"):
        return -1  # "saw your 2am message"
    if word in _PERSONS and following in _LIVING and before in ("the", "my"):
        return -1  # "the 13:00 lady moved"
    if word not in _QUALIFIED or serves(words, at):
        return -1 if _is_of_custom(u, first, at) else 0
    if word in _THINGS:
        return 1
    if word == "call" and (following == "time" or before in ("a", "my", "the")):
        return -1
    return -1 if word not in _VERBS_BEHIND else 0


def _is_of_custom(u: Utterance, first: int, at: int) -> bool:
    """True for "do the six o'clock bath", "her 8 o'clock bottle": a thing that an hour names, and no appointment."""
    words, marks = u.reading.words, u.reading.marks
    if not 0 < first < at < len(words) or words[at - 1] not in _CLOCK_ENDS:
        return False
    if words[first - 1] not in _WHOSE and words[max(0, first - 2) : first] not in _DOES:
        return False
    word, following = words[at], words[at + 1] if at + 1 < len(words) else "."
    if (
        marks[at] & (SERVICE_WORD | CALENDAR | CLOCK | NUMBER | EMOJI)
        or not word.isalpha()
        or word in FOLLOWS
    ):
        return False
    return word not in START and not following.isalpha()


_WHOSE: Final = frozenset("her his their".split())
_DOES: Final = [[verb, "the"] for verb in ("do", "does", "doing", "did")]
_CLOCK_ENDS: Final = frozenset("o'clock oclock clock am pm".split())


def _led_on(words: list[str], first: int, at: int) -> int:
    """Judge by "your time", "goes well", "to start", "drop-off" and "pick-up" behind a time."""
    if words[at] in _HANDED:
        handed = "".join(words[at : at + 3])
        return handed.startswith(("dropoff", "drop-off")) - handed.startswith(("pickup", "pick-up"))
    if words[at] == "to":
        return int(words[at + 1 : at + 2] == ["start"] and _is_to_start(words, first, at + 2))
    return -1 if _is_elsewhere(words, first, at) else 0


def _is_to_start(words: list[str], first: int, behind: int) -> bool:
    """True for "in your kitchen by six to start", not for "I have until 5 to start the oven"."""
    if words[first - 1 : first] in _UNTIL:
        return False
    return behind >= len(words) or not words[behind][0].isalnum() or words[behind] in _WITH


_UNTIL: Final = [["until"], ["till"], ["til"], ["before"]]
_WITH: Final = frozenset("with your you and then".split())


def _is_elsewhere(words: list[str], first: int, last: int) -> bool:
    """True for "8am your time", "…, which is 8am for you", the client's clock, and for "I hope 3pm goes well"."""
    behind = words[last : last + 2]
    return behind in _OTHERS_TIME or (
        behind == ["for", "you"]
        and words[max(0, first - 2) : first] in (["which", "is"], ["that", "'s"], [",", "that's"])
    )


_HANDED: Final = frozenset("drop dropoff drop-off pick pickup pick-up".split())
_LEADING_ON: Final = _HANDED | frozenset("your for goes went to".split())
_OTHERS_TIME: Final = [["your", "time"], ["goes", "well"], ["went", "well"], ["goes", "ok"]]
_LIVING: Final = frozenset("moved swapped needs always wants comes has likes never runs".split())
_PERSONS: Final = frozenset("lady guy fella girl lad lass gentleman woman man bloke chap".split())
_WRITTEN: Final = frozenset("message text email dm msg voicemail".split())
_VERBS_BEHIND: Final = frozenset(
    "opened taken gone text message call ring check left know run end works".split()
)
