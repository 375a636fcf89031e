"""Tell what is added to a price, and for what: the way to the client, a late hour, a second head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import price_nouns as nouns
from align.claims.money.price_modes import mode_cues_in
from align.reading.cues import BREAK, CALENDAR, QUOTING

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

BACK: Final = 16
"""How many words before an amount are looked at."""
AHEAD: Final = 7
"""How many words after it."""
TRIPS: Final = frozenset(
    "petrol gas fuel transport transit travel travelling drive driving trip mileage distance come out".split()
)
COMING: Final = TRIPS | frozenset("coming travels outcall outcalls callout callouts".split())
ADDING: Final = frozenset("adds add adding".split())


def costs_more(u: Utterance, at: int) -> bool:
    """True where days or heads cost more than others: "Sundays are 10 more", "a second dog goes up by 20"."""
    words, marks = u.reading.words, u.reading.marks
    begin, end = u.reading.sentence(at - 1)
    for place in range(at - 1, max(begin, at - BACK) - 1, -1):
        if words[place] in _FURTHER or (marks[place] & CALENDAR and words[place] not in _SPANS):
            return True
        if marks[place] & (BREAK | QUOTING) and words[place] != "-":  # "forty-five more"
            return False
    at += words[at : at + 1] in (["more"], ["extra"], ["dearer"])
    ahead = range(at + 1, min(end, at + 3))
    opens = words[at : at + 1] in (["on"], ["at"], ["for"], ["after"])
    return opens and any(marks[i] & CALENDAR or words[i] in _FURTHER for i in ahead)


_FURTHER: Final = frozenset(
    "after second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth extra additional another evenings weekends nights late holiday holidays "
    "christmas easter xmas eid diwali notice rush urgent"
    " same-day emergency".split()
)
_SPANS: Final = frozenset("month months year years week weeks last every".split())


def speaks_of_coming(u: Utterance, at: int) -> bool:
    """True when the clause before word `at` is about coming to the client: "coming to you is 45"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(at)
    begin = max(begin, at - BACK)
    if not COMING.isdisjoint(words[begin:at]):
        return True
    for i in range(begin + 1, at - 1):
        if words[i] == "to" and words[i - 1] in _GOING and words[i + 1] in _CLIENTS:
            return True
    return any(cue.mode == "outcall" for cue in mode_cues_in(u, begin, at))


def is_added(u: Utterance, at: int) -> bool:
    """True for both amounts of "coming to you adds 45 on the hour and 55 on two hours"."""
    begin, _ = u.reading.sentence(at)
    begin = max(begin, at - BACK)
    return not ADDING.isdisjoint(u.reading.words[begin:at]) and speaks_of_coming(u, at)


def comes_on_top(u: Utterance, last: int) -> bool:
    """True for "20 extra", "15 on top", "5 on the bill": what is added to a price, so ours unless others are named."""
    after = u.reading.words[last : last + 3]
    if after[:1] in (["extra"], ["dearer"]) or after[:2] == ["on", "top"]:
        return True
    if after[:1] != ["on"] or after[1:2] not in (["the"], ["your"]) or after[2:] not in _BILLS:
        return False
    if "they" in u.reading.words[last + 3 : last + 3 + AHEAD]:
        return False  # "that's another tenner on the bill, they do that everywhere"
    return any(word in _MAKING or word[-2:] == "'s" for word in u.reading.words[max(0, last - 4) : last])


_BILLS: Final = (["bill"], ["invoice"], ["total"], ["quote"])
"""On which we put what comes on top: "oat milk's another fiver on the bill"."""
_MAKING: Final = frozenset("is another extra adds makes".split())
"""Not "puts", as a venue does."""


def names_others(u: Utterance, first: int) -> bool:
    """True where the clause of "parking's about 20 extra" speaks of what others are paid for."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    near = words[max(begin, first - AHEAD) : first]
    return any(word.removesuffix("'s") in nouns.OTHERS for word in near)


_GOING: Final = frozenset("getting going heading popping driving over out round trip".split())
_CLIENTS: Final = frozenset("you yours ye u".split())
