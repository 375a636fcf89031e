"""Judge a bare number by the preposition before it: "comes to N", "meet you at N", "from N", "do it for N", "310 or N"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_lengths import Paired
from align.claims.money.card_scale import is_clocklike, is_plausible, is_quarter, is_telling
from align.claims.money.price_gaps import reaches
from align.reading.cues import PRICE

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number

_FIRST_YEAR: Final = 1950
_LAST_YEAR: Final = 2050
"""What a number behind "from" is where nobody speaks of money: "your portrait from 2019"."""


class Led(Paired):
    """What the prepositions of one text say of the numbers behind them."""

    def comes_behind(self, number: Number, value: float, before: str, at: int) -> bool:
        """Judge "comes to N", "meet you at N", "from N", "for N", "or N"."""
        words = self._words
        known = self._u.known
        two_before = words[at - 1] if at > 0 else ""
        if before == "with" and not words_of.TO_HOLD.isdisjoint(words[max(0, at - 3) : at]):
            return value > words_of.LEAST
        if before == "with":
            return two_before in ("live", "go", "work") and is_telling(known, value) and self.is_topic()
        if before == "to":
            return self._goes_to(number, value, two_before, at)
        if before == "at":
            named = words[at - 1 : at] and words[at - 1] in words_of.AT_PRICE
            timelike = is_quarter(known, value) or (is_clocklike(value) and value % 100 != 0)
            met = named or words[max(0, at - 2) : at] in words_of.MET
            return is_telling(known, value) and (met or (not timelike and self.is_topic()))
        if before == "from":
            return self._begins(number, value, two_before, at)
        if before == "for":
            if two_before in ("go", "goes", "going"):
                return is_plausible(known, value) and self.names_session(at - 1)
            return is_plausible(known, value) and self.done_for(at)
        return self._beside_price(number, value, at)

    def _goes_to(self, number: Number, value: float, two_before: str, at: int) -> bool:
        """Judge "comes to N", "I can drop it to N", "has gone up to N"."""
        words = self._words
        known = self._u.known
        if two_before in ("it", "that") and words[at - 2] in words_of.LOWERING and is_telling(known, value):
            offered = words[at - 2] in _DROPPING and self.is_own_offer(at - 2)
            if offered or self.names_length(number):
                return not self.is_heated(number)
        if two_before in ("going", "moving", "went", "gone", "rose", "risen"):
            begin, _ = self._u.reading.sentence(at)
            priced = any(self._marks[i] & PRICE for i in range(begin, at))
            return priced and is_telling(known, value) and not self.is_heated(number)
        turned = two_before in ("down", "up")
        fits = is_telling(known, value) if turned else value > words_of.HOURLIKE
        changed = turned and words[at - 2] in words_of.CHANGED and self.names_length(number)
        return (fits and (changed or reaches(words, at))) or self._beside_price(number, value, at)

    def _begins(self, number: Number, value: float, two_before: str, at: int) -> bool:
        """Judge "from N", where a price is spoken of or what is sold stands before it."""
        words = self._words
        known = self._u.known
        changes = words[number.last : number.last + 1] == ["to"] or words_of.CHANGES.intersection(
            words[max(0, at - 3) : at]
        )
        year = number.last - number.first == 1 and _FIRST_YEAR <= value <= _LAST_YEAR
        if changes or not is_plausible(known, value) or (year and not self.is_topic()):
            return False
        told = is_telling(known, value) and value > words_of.CLOCKLIKE
        if told and (self.is_topic() or (two_before in _STARTING and self.names_session(at - 1))):
            return True
        if self.is_placed(number, value):
            return True
        return bool(self._u.reading.seen & PRICE) or (value > words_of.CLOCKLIKE and self.names_session(at))

    def _beside_price(self, number: Number, value: float, at: int) -> bool:
        """True for the second of two amounts of one shape: "310 here or 380 at yours"."""
        if not is_plausible(self._u.known, value):
            return False
        begin, _ = self._u.reading.sentence(number.first)
        if not any(at - m.last <= 6 for m in self.money(begin, at)):
            return False
        last = number.last
        return last >= len(self._words) or self._words[last] in words_of.BESIDE


_DROPPING: Final = frozenset("drop bring lower reduce cut knock squeeze".split())
_STARTING: Final = frozenset("start starts starting".split())
