"""Judge a bare number by the subject that it completes: "the hour is N", "for you it's N", "Sundays are N"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_number import talks_of_price
from align.claims.money.bare_places import holds_for_place
from align.claims.money.card_scale import is_plausible
from align.claims.money.price_nouns import DETERMINERS, TRAVEL
from align.claims.money.price_questions import asks_about
from align.reading.cues import CALENDAR, CLOCK, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber


def completes_price(number: BareNumber, at: int) -> bool:
    """Judge "X is N" by its subject, which ends at word `at`."""
    words = number.words
    begin, _ = number.sentence
    while at >= begin and words[at] in _AUX:
        at -= 1
    if at < begin:
        return False
    if words[at] in words_of.IT:
        return _is_it(number, begin, at)
    for place in range(at, max(begin, at - 9) - 1, -1):
        told = _names_price_of(number, place, at)
        if told is not None:
            return told
        if words[place] in (",", "and", "but") and place < at:
            break
    return _is_of_unnamed(number, begin, at)


def _is_it(number: BareNumber, begin: int, at: int) -> bool:
    """Judge "it's N" by what is said around it."""
    if number.is_listed or not number.is_plausible:
        return number.is_listed
    return (
        number.is_in_thousands
        or number.after in words_of.STRONG
        or number.words[max(begin, at - 2) : at] in _IN_ALL
        or _is_for_some(number, begin, at)
        or holds_for_place(number)
        or (not number.is_clocklike and number.names_length)
        or talks_of_price(number)
    )


def _names_price_of(number: BareNumber, place: int, at: int) -> bool | None:
    """Judge by one word of a subject that ends at word `at`; None where it says nothing."""
    words, marks = number.words, number.marks
    word, before = words[place], words[place - 1]
    if marks[place] & PRICE and word not in words_of.NOT_NOUNS:
        return number.is_payable and before != "heart"
    if word == "bottom" and before == "rock":
        return number.is_telling
    if word in words_of.BOTTOMS:
        ours = not _LOWERING.isdisjoint(words[place : at + 1]) or (place == at and before in ("my", "our"))
        return ours and words[at + 1] != "was" and number.is_telling
    if word in TRAVEL or words[place - 2 : place + 1] == ["call", "-", "out"]:
        return number.is_payable and not number.is_length
    if word in words_of.BUNDLES:
        return is_plausible(number.known, number.value / _BUNDLED)
    named = (
        marks[place] & SERVICE_WORD
        or word.removesuffix("'s") in words_of.SUBJECTS
        or word in _LENGTHS
        or any(d.last > place for d in number.durations(place - 5, place + 1))
        or asks_about(number.u, place)
    )
    return number.is_plausible if named else None


def _is_of_unnamed(number: BareNumber, begin: int, at: int) -> bool:
    """Judge by a mode, a day or the question: "rates?", "gym's a hundred, home's one thirty"."""
    if number.is_asked_for and number.words[at] not in _PERSONS and number.value > words_of.CLOCKLIKE:
        return number.is_telling
    if number.is_sum and (_recurs(number, at) or _is_group(number, at)):
        return not number.is_clocklike or number.value < _EARLY
    return number.is_plausible and bool(number.mode_cues(max(begin, at - 6), number.first))


def _is_for_some(number: BareNumber, begin: int, at: int) -> bool:
    """True for "for you it's 150", "at yours it's 150", "on Sundays it's 150": when or for whom it costs that."""
    if not number.is_sum or number.is_heated or (number.is_clocklike and number.value >= _EARLY):
        return False
    words = number.words
    begin = max(begin, at - words_of.RECENT)
    if any(
        words[i] == "for" and (words[i + 1] in words_of.PERSONS or _names_group(words[i + 1 : at]))
        for i in range(begin, at)
    ):
        return True
    dated = at - 2 >= begin and words[at - 2] in _SINCE
    if dated and (words[at - 1][0].isdigit() or number.marks[at - 1] & (CALENDAR | CLOCK)):
        return True
    return bool(number.mode_cues(begin, at)) or any(_recurs(number, i) for i in range(begin, at))


def _recurs(number: BareNumber, at: int) -> bool:
    """True for "Sundays", "weekends" and "evenings", which can have a price of their own."""
    word = number.words[at]
    if word == "ones":
        return number.words[at - 1] in ("late", "early")
    days = number.marks[at] & CALENDAR and word.endswith("s") and len(word) > _SHORT
    return bool(days) or word in _TIMES


def _is_group(number: BareNumber, at: int) -> bool:
    """True for the kids of "kids are N", not for "my kids are N"."""
    whose = number.words[at - 1] if at else "the"
    return number.words[at] in words_of.GROUPS and (whose == "the" or whose not in DETERMINERS)


def _names_group(named: list[str]) -> bool:
    """True for "students", "your mum" and "a group of four" behind "for"."""
    if not named or len(named) > _NAMING:
        return False
    return not words_of.GROUPS.isdisjoint(named) or (named[0] == "your" and len(named) == _PAIR)


_IN_ALL: Final = (["all", "in"], ["in", "total"], ["all", "up"])
_BUNDLED: Final = 4
"""How many times the card's size a package can cost."""
_LENGTHS: Final = frozenset("hour hours hour's".split())
_TIMES: Final = frozenset("evenings mornings afternoons nights holidays".split())
_SINCE: Final = frozenset("from after before past".split())
_NAMING: Final = 5
_PAIR: Final = 2
_AUX: Final = words_of.AUX - words_of.IT
_PERSONS: Final = frozenset("he she they i we you me him her them".split())
_LOWERING: Final = frozenset("go do offer charge accept take come drop".split())
_SHORT: Final = 5
_EARLY: Final = 600
"""From here a number with minutes is rather an hour of the day: 630, 1030."""
