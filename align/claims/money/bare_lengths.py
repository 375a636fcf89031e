"""Judge a bare number by the length that stands before it: "60 - 180", "an hour is 220", "2 hrs in the studio, 440"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf
from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_set_apart import SetApart
from align.claims.money.card_scale import is_clocklike, is_hour, is_listed, is_plausible, is_telling
from align.claims.money.price_gaps import is_told_of_it, ties
from align.claims.money.price_nouns import CLIENTS
from align.reading.cues import BREAK, CLOCK, DURATION_UNIT

if TYPE_CHECKING:
    from align.claims.claim import Duration
    from align.claims.numbers.numbers import Number


class Paired(SetApart):
    """What the lengths of one text say of the numbers behind them."""

    def is_paired(self, number: Number, value: float) -> bool:
        """True when a duration stands right before: "60 - 180", "an hour is 220", "1hr 80"."""
        if value <= words_of.LEAST:
            return False
        words = self._words
        for duration in reversed(self.durations(number.first - 16, number.first)):
            if duration.last > number.first or not 10 <= duration.low < 1440:
                continue
            gap = words[duration.last : number.first]
            if gap[:1] == ['"']:
                gap = gap[1:]  # ""half an hour" for 45 works"
            if len(gap) <= 9:
                joined = self._joins(gap, duration, number, value)
                if joined is not None:
                    return joined
        return False

    def _joins(self, gap: list[str], duration: Duration, number: Number, value: float) -> bool | None:
        """Judge the words between a length and a number; None where they say nothing."""
        known = self._u.known
        if self._is_drawn(gap, number.last):
            return True
        if not gap:
            return value > words_of.HOURLIKE and is_plausible(known, value)
        while len(gap) > 1 and (
            gap[-1] in words_of.HEDGES or gap[-1] in words_of.PAYERS or gap[-1] == "same"
        ):
            gap = gap[:-1]
        glue = gap[-1]
        if glue in words_of.GLUE:
            return ties(gap, glue)
        if gap in (["for"], ["for", "just"], ["at"], [",", "for"], [",", "at"]):
            return is_plausible(known, value) and not (glue == "at" and self.is_heated(number))
        if glue == "," and len(gap) <= 4 and duration.of is not DurationOf.OTHER:
            return is_plausible(known, value)
        if self._stands_apart(gap, duration, number, value):
            return True
        if gap[-2:] == [",", "so"] and self._is_multiplied(duration):
            return is_plausible(known, value)
        if gap == [",", "so"] or (glue == "for" and duration.of is not DurationOf.OTHER):
            return True if is_listed(known, value) and len(gap) <= _ASIDE else None
        for_whom = gap[0] == "for" and glue == "," and len(gap) <= _ASIDE + 1 and not _WHOM.isdisjoint(gap)
        return self._is_told(duration, value) if gap == [","] or for_whom else None

    def _stands_apart(self, gap: list[str], duration: Duration, number: Number, value: float) -> bool:
        """True for "2 hrs in the studio, 440", "45 minutes each at 65" and "that's an hour so 115"."""
        said = any(self._marks[i] & DURATION_UNIT for i in range(duration.first, duration.last))
        said = said or self._words[max(0, duration.first - 1)] == "the"
        if said and gap in (["so"], [",", "so"]) and not self._is_timed(number):
            return is_plausible(self._u.known, value) and not self.is_heated(number)
        if not self.is_priced_apart(number, value):
            return False
        if gap[-1] == "," and is_told_of_it(gap):
            return True
        if gap[-1] in (",", "at", "for") and len(gap) <= _ASIDE and gap[0] in _PLACED_BY:
            placed = bool(self.mode_cues(duration.last, number.first))
            return placed or is_listed(self._u.known, value)
        return gap[-1] == "at" and not is_clocklike(value)

    def is_priced_apart(self, number: Number, value: float) -> bool:
        """True for a sum of a price's size that no oven and no hour of the day would have."""
        fits = is_telling(self._u.known, value) and value > words_of.CLOCKLIKE
        return fits and not self.is_heated(number) and not is_hour(self._u.known, value)

    def _is_timed(self, number: Number) -> bool:
        """True in a sentence that speaks of the clock, where a sum may be an hour of it."""
        begin, end = self._u.reading.sentence(number.first)
        return any(self._marks[i] & CLOCK for i in range(begin, end))

    def _is_told(self, duration: Duration, value: float) -> bool | None:
        """True for the 55 of "a pedicure is an hour, 55", else None."""
        lead = self._words[max(0, duration.first - 1) : duration.first]
        opens = self.opens(duration.first - (lead == ["for"]))
        told = opens or not (words_of.COPULAS | words_of.IT_IS).isdisjoint(lead)
        return True if told and is_telling(self._u.known, value) else None

    def _is_multiplied(self, duration: Duration) -> bool:
        """True for the hour of "two hours is double the hour, so 76", and for "two hours is double"."""
        words = self._words
        if words[max(0, duration.first - 1)] in words_of.TIMES_OVER:
            return True
        return words[duration.last + 1] in words_of.TIMES_OVER and words[duration.last + 2] == ","

    def _is_drawn(self, gap: list[str], last: int) -> bool:
        """True for the marks between the columns of a table: "60 min → 180", "an hour (180)"."""
        if gap == ["("]:
            return self._words[last : last + 1] == [")"]
        return bool(gap) and gap != [","] and not any(w.isalnum() or w in _STOPS for w in gap)

    def opens(self, first: int) -> bool:
        """True for a length at the head of its clause, as in "One hour, one eighty"."""
        return not first or bool(self._marks[first - 1] & BREAK)


_ASIDE: Final = 5
"""Words of a place or day between a length and its price: "2 hrs in the studio, 440"."""
_WHOM: Final = CLIENTS | frozenset("you both pair two three four five six group lot family crew".split())
"""For whom a length is: "two hours for the four of you, 140"."""
_PLACED_BY: Final = frozenset(("in", "here", "with"))
_STOPS: Final = frozenset(". ! ? ; …".split()) | {"\n"}
