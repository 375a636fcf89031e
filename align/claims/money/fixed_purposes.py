"""Read what an amount is by the fixed words right behind it: "75 holds it", "105 left", "18 more", "all in", "a year"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.money import price_nouns as nouns
from align.claims.money.added_costs import COMING, TRIPS, comes_on_top, costs_more, is_added, speaks_of_coming
from align.claims.money.price_modes import mode_cues_in

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def fixed_after(u: Utterance, last: int) -> PriceOf | None:
    """Read "75 holds it", "50, to hold the time", "£40 of that as a deposit", "105 left"; None for what is no such phrase."""
    words = u.reading.words
    if last >= len(words) or words[last] not in _FIXED:
        return None
    needed = _NEEDED.get(words[last])
    if needed is not None and (last + 1 >= len(words) or words[last + 1] not in needed):
        return None
    at = _behind_relative(words, last)
    first, second, third = (*words[at : at + 3], "", "", "")[:3]
    if _is_deposit(words, at, first, second, third):
        return PriceOf.DEPOSIT
    if _is_of_others(words, at, first, second, third):
        return PriceOf.OTHER
    surcharge = _surcharge(u, at, first, second)
    if surcharge is not None:
        return surcharge
    if _buys_date(first, second, third):
        return PriceOf.DEPOSIT
    if first in ("you've", "you", "already") and second in ("paid", "sent", "already", "transferred", "gave"):
        return PriceOf.REMAINDER
    if first in ("is", "'s", "was") and second in _THEIRS:
        return PriceOf.OTHER
    later = first == "when" and second in ("we", "you", "i", "he", "she", "they") and _after_part(u, at)
    return PriceOf.REMAINDER if later or _is_part(first, second, third) else None


_NEEDED: Final = {",": frozenset(("will", "to", "would", "just")), "for": frozenset(("travel", "travelling"))}
"""What follows the comma and the "for" that mostly open something else."""
_THEIRS: Final = frozenset("his her their theirs hers".split())
_FIXED: Final = (
    nouns.HOLDING
    | {"that's", "that", "which", "today", "tonight", "upfront", "keeps", "saves", "when", "a", "per", "/"}
    | frozenset(
        "ahead down on extra surcharge dearer flat total all-in all in , will to would just of as balance "
        "remainder for up is 's was are has you you've already more"
        " can".split()
    )
    | nouns.SETTLED
)


def _is_deposit(words: list[str], at: int, first: str, second: str, third: str) -> bool:
    """True for "75 holds it", "15 up front to hold the time", "20 of that's the deposit"."""
    if _holds(first, second) or (first in _EARLY and _holds_ahead(words, at, second)):
        return True
    if first == "of" and second == "that's":
        first, second, third = second, third, words[at + 3] if at + 3 < len(words) else ""
    return third == "deposit" and first in ("that's", "is", "'s") and second in ("the", "your", "my", "a")


def _buys_date(first: str, second: str, third: str) -> bool:
    """True for "50, to hold the time", "50 now to hold it", "50 when you book", "50 as the deposit"."""
    opening, following = (second, third) if first in (",", "now") else (first, second)
    if opening in ("will", "to", "would", "just") and following in _TO_HOLD:
        return True
    if first == "when":
        return second == "you" and third in ("book", "confirm", "reserve")
    return first in ("as", "is", "'s") and "deposit" in (second, third)


def _behind_relative(words: list[str], at: int) -> int:
    """Pass over the "of that" of "40 of that as a deposit", the "that" of "the 40 that holds it"."""
    if words[at] == "of" and words[at + 1 : at + 2] in (["that"], ["it"], ["which"]):
        return at + 2
    return at + (words[at] in ("that", "which") and at + 1 < len(words))


def _is_of_others(words: list[str], at: int, first: str, second: str, third: str) -> bool:
    """True for "$90 a year", "2k is a healthy budget" and "sixty is very little"."""
    judged = second in JUDGING or (
        second in _VERY and not JUDGING.isdisjoint((third, *words[at + 3 : at + 4]))
    )
    if first in ("is", "'s") and judged:
        return True
    yearly = first in ("a", "per", "/") and second in ("year", "yr", "annum")
    return yearly or (first in ("is", "'s") and "budget" in words[at + 1 : at + 5])


_VERY: Final = frozenset("very really a quite pretty so too".split())
JUDGING: Final = frozenset(
    (
        "little cheap steep low high lot nothing light tight short shy healthy generous tough under below "
        "expensive bargain steal crazy mad"
    ).split()
)
"""What is said of a price that somebody else asks."""


def _holds_ahead(words: list[str], at: int, second: str) -> bool:
    """True for "15 of that up front to hold the time", "75 now to hold it": a part that buys the date."""
    needed = _EARLY[words[at]]
    if needed and second != needed:
        return False
    behind = at + 1 + (needed != "")
    return words[behind : behind + 1] == ["to"] and not _TO_HOLD.isdisjoint(words[behind + 1 : behind + 2])


_EARLY: Final = {"up": "front", "upfront": "", "in": "advance", "now": "", "today": "", "tonight": ""}
"""When it is paid, in one word or two."""


def _holds(first: str, second: str) -> bool:
    """True for "75 holds it", "75 keeps the slot", "75 down"."""
    if first in nouns.HOLDING:
        return True
    if first in ("down", "ahead"):
        return second in _AFTER_DOWN
    return first in ("keeps", "saves") and second in nouns.DETERMINERS


_TO_HOLD: Final = nouns.HOLDING | {"book", "keep", "block", "save"}
_AFTER_DOWN: Final = frozenset("to and , . now today holds secures for".split())


def _after_part(u: Utterance, at: int) -> bool:
    """True when another part of the price was named before: "20 now and 130 when you collect"."""
    begin, _ = u.reading.sentence(at)
    return any(m.first >= begin and m.of in _PARTS for m in u.money[-4:])


_PARTS: Final = frozenset((PriceOf.DEPOSIT, PriceOf.REMAINDER))


def _surcharge(u: Utterance, at: int, first: str, second: str) -> PriceOf | None:
    """Read "18 more", "20 extra", "a fiver on top for petrol", and what is a whole price."""
    words = u.reading.words
    if first == "more" and second != "for":
        away = not _COMING_OR_BASE.isdisjoint(words[at : at + 8]) or speaks_of_coming(u, at)
        if away or any(cue.mode == "outcall" for cue in mode_cues_in(u, at, at + 5)):
            return PriceOf.TRAVEL
        return PriceOf.SESSION if costs_more(u, at) else PriceOf.OTHER
    near = words[at : at + 4]
    on_top = "top" in near[1:] and near[near.index("top", 1) - 1] == "on"
    if first in ("extra", "surcharge", "dearer") or on_top:
        away = not TRIPS.isdisjoint(words[at : at + 8]) or speaks_of_coming(u, at)
        return PriceOf.TRAVEL if away else PriceOf.SESSION
    if first == "on" and is_added(u, at):
        return PriceOf.TRAVEL
    if first == "on" and comes_on_top(u, at):
        return PriceOf.SESSION
    if (
        first in ("total", "all-in")
        or (first, second) in _IN_ALL
        or (first == "flat" and second in _AFTER_FLAT)
    ):
        return PriceOf.SESSION
    if (first == "to" and second in _TO_TRAVEL) or (first == "for" and second in ("travel", "travelling")):
        return PriceOf.TRAVEL
    return None


_COMING_OR_BASE: Final = COMING | frozenset("studio mine shop salon clinic workshop incall".split())
"""Where a client comes to: what costs more than that is a visit."""
_AFTER_FLAT: Final = frozenset(
    ", . ! ? ; : ) - — / for fee rate price and or but no per incl including with whether if on in at to".split()
) | {"", "\n"}
_IN_ALL: Final = frozenset((("all", "in"), ("in", "total"), ("in", "all")))
_TO_TRAVEL: Final = frozenset(("come", "travel", "drive"))


def _is_part(first: str, second: str, third: str) -> bool:
    """True for a part of the price by when or whether it is paid: "now", "left", "on the day"."""
    if first == "still":
        return second in nouns.SETTLED or second in ("to", "owing", "owed")
    if first in nouns.SETTLED or first in ("balance", "remainder"):
        return True
    if first in ("is", "'s", "are", "was", "has"):
        return second in _SETTLED_BY_THEN
    if first == "can":
        return second in ("follow", "wait")
    if first == "on":
        return second in ("arrival", "collection") or (second == "the" and third in _DAYS)
    return (first, second) in _PART_PHRASES or (first, second, third) in _ON_MEETING


_SETTLED_BY_THEN: Final = nouns.SETTLED - {"before", "now"}
_DAYS: Final = frozenset("day night morning evening date".split())
_PART_PHRASES: Final = frozenset(
    (("up", "front"), ("in", "advance"), ("to", "settle"), ("to", "pay"), ("to", "go"))
)
_ON_MEETING: Final = frozenset(
    (("when", "we", "meet"), ("when", "you", "arrive"), ("when", "i", "arrive"), ("when", "you", "get"))
)
