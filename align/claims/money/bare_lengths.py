"""Judge a bare number by the length that stands before it: "60 - 180", "an hour is 220", "2 hrs in the studio, 440"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf
from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_number import is_of_appointment
from align.claims.money.price_gaps import is_told_of_it, ties
from align.claims.money.price_nouns import CLIENTS
from align.reading.cues import CLOCK, DURATION_UNIT

if TYPE_CHECKING:
    from align.claims.claim import Duration
    from align.claims.money.bare_number import BareNumber


def is_paired_with_length(number: BareNumber) -> bool:
    """True when a duration stands right before: "60 - 180", "an hour is 220", "1hr 80"."""
    if not number.is_payable:
        return False
    for duration in reversed(number.durations(number.first - words_of.RECENT, number.first)):
        if duration.last > number.first or not is_of_appointment(duration):
            continue
        gap = number.words[duration.last : number.first]
        if gap[:1] == ['"']:
            gap = gap[1:]  # ""half an hour" for 45 works"
        if len(gap) <= _LONGEST_GAP:
            joined = _joins(number, gap, duration)
            if joined is not None:
                return joined
    return False


def _joins(number: BareNumber, gap: list[str], duration: Duration) -> bool | None:
    """Judge the words between a length and a number; None where they say nothing."""
    if _is_drawn(number, gap):
        return True
    if not gap:
        return number.value > words_of.HOURLIKE and number.is_plausible
    while len(gap) > 1 and (gap[-1] in words_of.HEDGES or gap[-1] in words_of.PAYERS or gap[-1] == "same"):
        gap = gap[:-1]
    glue = gap[-1]
    if glue in words_of.GLUE:
        return ties(gap, glue)
    if gap in _AT_PRICE:
        return number.is_plausible and not (glue == "at" and number.is_heated)
    if glue == "," and len(gap) <= 4 and duration.of is not DurationOf.OTHER:
        return number.is_plausible
    if _stands_apart(number, gap, duration):
        return True
    if gap[-2:] == [",", "so"] and _is_multiplied(number, duration):
        return number.is_plausible
    if gap == [",", "so"] or (glue == "for" and duration.of is not DurationOf.OTHER):
        return True if number.is_listed and len(gap) <= _ASIDE else None
    for_whom = gap[0] == "for" and glue == "," and len(gap) <= _ASIDE + 1 and not _WHOM.isdisjoint(gap)
    told = (gap == [","] or for_whom) and number.is_telling and _is_told_of(number, duration)
    return True if told else None


def _stands_apart(number: BareNumber, gap: list[str], duration: Duration) -> bool:
    """True for "2 hrs in the studio, 440", "45 minutes each at 65" and "that's an hour so 115"."""
    if gap in (["so"], [",", "so"]) and not number.has(CLOCK, *number.sentence):
        said = number.has(DURATION_UNIT, duration.first, duration.last)
        if said or number.words[max(0, duration.first - 1)] == "the":
            return number.is_plausible and not number.is_heated
    if not number.is_sum_alone:
        return False
    if gap[-1] == "," and is_told_of_it(gap):
        return True
    if gap[-1] in (",", "at", "for") and len(gap) <= _ASIDE and gap[0] in _PLACED_BY:
        return number.is_listed or bool(number.mode_cues(duration.last, number.first))
    return gap[-1] == "at" and not number.is_clocklike


def _is_told_of(number: BareNumber, duration: Duration) -> bool:
    """True for the length of "a pedicure is an hour, 55" and "For the hour, 55"."""
    lead = number.words[max(0, duration.first - 1) : duration.first]
    opens = number.opens_clause(duration.first - (lead == ["for"]))
    return opens or not (words_of.COPULAS | words_of.IT_IS).isdisjoint(lead)


def _is_multiplied(number: BareNumber, duration: Duration) -> bool:
    """True for the hour of "two hours is double the hour, so 76", and for "two hours is double"."""
    before, behind = (
        number.words[max(0, duration.first - 1)],
        number.words[duration.last + 1 : duration.last + 3],
    )
    return before in words_of.TIMES_OVER or (behind[0] in words_of.TIMES_OVER and behind[1] == ",")


def _is_drawn(number: BareNumber, gap: list[str]) -> bool:
    """True for the marks between the columns of a table: "60 min → 180", "an hour (180)"."""
    if gap == ["("]:
        return number.after == ")"
    return bool(gap) and gap != [","] and not any(w.isalnum() or w in _STOPS for w in gap)


_LONGEST_GAP: Final = 9
_AT_PRICE: Final = (["for"], ["for", "just"], ["at"], [",", "for"], [",", "at"])
_ASIDE: Final = 5
"""Words of a place or day between a length and its price: "2 hrs in the studio, 440"."""
_WHOM: Final = CLIENTS | frozenset("you both pair two three four five six group lot family crew".split())
"""For whom a length is: "two hours for the four of you, 140"."""
_PLACED_BY: Final = frozenset(("in", "here", "with"))
_STOPS: Final = frozenset(". ! ? ; …".split()) | {"\n"}
