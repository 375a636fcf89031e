"""Tell the amounts that a draft only repeats of what the client reports of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.money import price_nouns as nouns
from align.claims.money.things import is_thing
from align.reading.cues import BREAK, CALENDAR, CLOCK, DURATION_UNIT, SELF

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

_BACK: Final = 16
_MOST: Final = 24
_CLAUSE: Final = 6
_WELCOME: Final = (
    ["it", "is"],
    ["for", "you"],
    ["for", "yous"],
    ["for", "ya"],
    ["is", "fine"],
    ["is", "ok"],
    ["is", "okay"],
    ["is", "doable"],
    ["is", "perfect"],
)
_MATCHING: Final = frozenset("match matching beat".split())
"""What makes another's price our own."""
_SUITS: Final = frozenset("works suits deal".split())
_US: Final = frozenset("you your yours you'd you'll you're u ur".split())
_TYING: Final = frozenset(("for", "per", "an", "a", "/", "the"))


def echoes(u: Utterance, first: int, last: int, value: Decimal) -> bool:
    """True for the 340 that the client reports of somebody else: "vet referred us, 340 quid!!"."""
    inbound = u.inbound
    if (
        inbound is None
        or not (inbound.money or inbound.numbers)
        or f"{value.normalize():f}" in u.known.amounts
        or _is_taken_up(u, first, last)
    ):
        return False
    tied = _has_length(u, last)
    if any(m.low == value and _is_for_heard_thing(u, last, inbound, m.first) for m in inbound.money[:_MOST]):
        return True
    if _is_bare_of_others(u, first, inbound, value):
        return True
    return any(
        m.low == value
        and not _names_us(inbound, m.first)
        and (
            _is_stated(inbound, m.first)
            or (not tied and m.of is PriceOf.OTHER)
            or _is_charged_by_others(inbound, m.first)
        )
        for m in inbound.money[:_MOST]
    )


def _is_taken_up(u: Utterance, first: int, last: int) -> bool:
    """True for "I can do 700 too", "it's 700": the draft makes the amount its own."""
    words, marks = u.reading.words, u.reading.marks
    if words[last : last + 2] in _WELCOME or (last < len(words) and words[last] in _SUITS):
        return True
    if words[first - 1 : first] == ['"']:
        return False
    begin, end = u.reading.sentence(first)
    if "same" in words[max(begin, first - _BACK) : first] or any(
        words[at] in _MATCHING and words[at - 1] != "to" for at in range(begin + 1, min(end, last + _CLAUSE))
    ):
        return True
    for at in range(last, min(len(words), last + _CLAUSE)):
        if marks[at] & BREAK:
            break
        if marks[at] & SELF:
            return True  # "900 for the day is my offer"
    for at in range(first - 1, max(0, first - _CLAUSE) - 1, -1):
        if marks[at] & SELF or words[at] in nouns.IT:
            return True
        if marks[at] & BREAK:
            return False
    return False


def _has_length(u: Utterance, last: int) -> bool:
    """True when a duration follows an amount: "for two hours", "an hour"."""
    words, marks = u.reading.words, u.reading.marks
    if last >= len(words) or words[last] not in _TYING:
        return False
    return any(marks[i] & DURATION_UNIT for i in range(last + 1, min(len(marks), last + 5)))


def _is_bare_of_others(u: Utterance, first: int, inbound: Utterance, value: Decimal) -> bool:
    """True for a sum that the client gives without its mark, and others took: "my cousin's salon charged her 240"."""
    begin, end = u.reading.sentence(first)
    near = u.reading.marks[max(begin, first - _BACK) : min(end, first + _BACK)]
    if any(mark & (CALENDAR | CLOCK) for mark in near):
        return False  # "240 for an updo, Friday at 10" asks it as well
    return any(
        n.value == value
        and not _names_us(inbound, n.first)
        and (_is_charged_by_others(inbound, n.first) or _was_bought(inbound, n.first))
        for n in inbound.numbers[:_MOST]
    )


def _was_bought(inbound: Utterance, at: int) -> bool:
    """True for the client's "bought a hairpiece online for 180", which names nobody of us."""
    words = inbound.reading.words
    begin, _ = inbound.reading.sentence(at)
    said = words[max(begin, at - _BACK) : at]
    return said[-1:] == ["for"] and not _BOUGHT.isdisjoint(said)


_BOUGHT: Final = frozenset("bought ordered".split())


def _is_for_heard_thing(u: Utterance, last: int, inbound: Utterance, at: int) -> bool:
    """True for "900 for a veil!" where the client says what veils cost: a thing, named with the same sum in both."""
    words, marks = u.reading.words, u.reading.marks
    if words[last : last + 1] != ["for"] or words[last + 1 : last + 2] not in _A:
        return False
    begin, end = inbound.reading.sentence(at)
    heard = inbound.reading.words[max(begin, at - _BACK) : min(end, at + _BACK)]
    stems = {word.removesuffix("s") for word in heard if len(word) > _SHORT}
    for place in range(last + 2, min(len(words), last + 5)):
        if marks[place] & BREAK:
            return False
        if words[place].removesuffix("s") in stems and is_thing(u, place):
            you = "you" in heard and _KNOWING.isdisjoint(heard)
            return not you and _ASKING.isdisjoint(heard)
    return False


_A: Final = (["a"], ["an"], ["that"], ["those"], ["the"])
_SHORT: Final = 3
_ASKING: Final = frozenset("would could do does can our we us for charge".split())
_KNOWING: Final = frozenset("seen heard tried know believe".split())
"""What makes a sum with a thing the client's offer to us: "would you do our arch for 900?"."""


def _is_charged_by_others(inbound: Utterance, at: int) -> bool:
    """True for the client's "the last place wanted 2000", "they charged me 90 an hour"."""
    words = inbound.reading.words
    begin, _ = inbound.reading.sentence(at)
    charging = (i for i in range(max(begin + 1, at - _BACK), at) if words[i] in _CHARGING)
    return any(words[i - 1] not in nouns.CHARGERS and words[i - 1].isalpha() for i in charging)


_ABOUT_US: Final = 8
_BEHIND: Final = 4
_CHARGING: Final = nouns.CHARGING | frozenset(
    (
        "do does did doing offered offers offering gave fined fines fine billed bills invoiced stung rushed "
        "docked clocked quotes"
    ).split()
)


def _is_stated(inbound: Utterance, at: int) -> bool:
    """True for the client's "there's this camp, it's $680 for 4 days": neither asked of us nor heard about us."""
    words = inbound.reading.words
    begin, end = inbound.reading.sentence(at)
    told = words[begin:end]
    return not _BEING.isdisjoint(words[max(begin, at - 4) : at]) and _OF_US.isdisjoint(told)


_BEING: Final = frozenset("it's its is 's are costs cost was".split())
_OF_US: Final = frozenset(
    "? you your u ur i i'm we we're my our us me budget heard hear says say said saw thought think "
    "guess right still so ok"
    " okay deal price rate rates usually max can could would".split()
)


def _names_us(inbound: Utterance, at: int) -> bool:
    """True for a price of ours at second hand: "my neighbour says you did it for 380"."""
    begin, end = inbound.reading.sentence(at)
    return not _US.isdisjoint(inbound.reading.words[max(begin, at - _ABOUT_US) : min(end, at + _BEHIND)])
