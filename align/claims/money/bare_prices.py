"""Decide whether a bare number is a price: "180 for the hour", "call it 150", "deposit is 75".

The evidence is what the number's neighbours say, looked at word by word: what follows it
("flat", "an hour", "holds the time"), what it completes ("it's", "comes to", "deposit of"),
the duration it is paired with, and the question it answers. Without evidence it is no price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_additions import Added
from align.claims.money.bare_offers import is_bare_offer
from align.claims.money.card_scale import (
    is_hour,
    is_listed,
    is_plausible,
    is_quarter,
    is_small,
    is_telling,
)
from align.claims.money.client_bids import is_bid
from align.claims.money.mere_figures import is_mere_figure
from align.claims.money.price_questions import asks_of_others
from align.claims.numbers.numbers import NumberForm
from align.claims.vocatives import VOCATIVES
from align.reading.cues import AGREEMENT, BREAK, PAYMENT, PRICE

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number


class BarePrices(Added):
    """The test for bare prices over one text."""

    def is_price(self, number: Number) -> bool:
        """True when the text makes the bare `number` a price."""
        known = self._u.known
        value = float(number.value)
        if value <= 0 or is_small(known, value, _TINY):
            return False
        if self.counts(number) and not self.is_part_or_in_row(number, value):
            return False
        if is_hour(known, value) and not self._is_told_as_price(number):
            return False
        if not is_listed(known, value) and (
            self.takes_up_count(number) or self.is_degrees(number) or is_mere_figure(self._u, number)
        ):
            return False
        if (
            self.follows_price(self._unaddressed(number), value)
            or self.is_in_thousands(number, value)
            or self.is_lowest(number, value)
            or self.is_of_card(number, value)
            or self.is_handled(number, value)
        ):
            return True
        return self._is_led_to(number, value)

    def _is_led_to(self, number: Number, value: float) -> bool:
        """Judge by what leads to the number: "sent 50 over 150", "a deposit of 50", the bargain before it."""
        words = self._words
        last = number.last
        at = number.first - 1
        while at >= 0 and words[at] in words_of.HEDGES:
            at -= 1
        before = words[at] if at >= 0 else ""
        if before in words_of.SENT_TO and not words_of.SENDING.isdisjoint(words[max(0, at - 2) : at + 1]):
            return value > words_of.LEAST
        if before == "of" and at > 0 and words[at - 1] in words_of.CHARGES:
            return value > words_of.LEAST
        if last >= len(words) or words[last] in words_of.ENDS or self._marks[last] & BREAK:
            led = self._completed_by(number, value, before, at)
        else:
            led = before == "to" and words[last] == "last" and self.comes_behind(number, value, before, at)
        bargained = is_bid if self._u.speaker is Speaker.CLIENT else is_bare_offer
        return led or bargained(self._u, self, number, value)

    def _unaddressed(self, number: Number) -> Number:
        """Step over the "hun" of "180 hun for the hour"."""
        last = number.last
        passed = last < len(self._words) and self._words[last] in _PASSED
        return number._replace(last=last + 1) if passed else number

    def _is_told_as_price(self, number: Number) -> bool:
        """True where a price is spoken of around a sum that reads as an hour: "all in it's 530", "530 an hour"."""
        reading = self._u.reading
        begin, end = reading.sentence(number.first)
        begin, end = max(begin, number.first - _AROUND), min(end, number.last + _AROUND)
        if self.is_topic() or not _RATED.isdisjoint(self._words[number.last : number.last + 2]):
            return True
        around = self._words[max(begin, number.first - words_of.RECENT) : min(end, number.last + _BUNDLED)]
        if not _SEVERAL.isdisjoint(around):
            return True
        before = self._words[max(begin, number.first - 2) : number.first]
        if before[-1:] == ["for"] and before[0] != "down":
            return True
        if any(self._marks[i] & (PRICE | PAYMENT) for i in range(begin, end)):
            return True
        lengths = self.durations(begin, end)
        longest = max(self._u.known.session_minutes, default=0)
        return any(longest < d.low < _DAY for d in lengths) or bool(self.money(begin, end))

    def _completed_by(self, number: Number, value: float, before: str, at: int) -> bool:
        """Judge by the word before the number, hedges passed over."""
        words = self._words
        two_before = words[at - 1] if at > 0 else ""
        if before in words_of.PRICE_NOUNS or (before in _JOINTS and two_before in words_of.PRICE_NOUNS):
            return value > words_of.LEAST
        if (
            self.is_paired(number, value)
            or self._heads_line(number, value)
            or self._is_for_group(number, value)
            or self._is_handed_or_least(number, value, before, at)
            or self.is_set_apart(number, value, before, at)
        ):
            return True
        added = self.is_added(number, value, before, at)
        if added is not None:
            return added
        return self._said_by(number, value, before, at)

    def _said_by(self, number: Number, value: float, before: str, at: int) -> bool:
        """Judge by the verb or the small word before the number: "it's N", "I charge N", "for N", "N" alone."""
        words = self._words
        known = self._u.known
        two_before = words[at - 1] if at > 0 else ""
        joined = before in words_of.IT_IS or (before.endswith("'s") and len(before) > len("'s"))
        if joined or before in words_of.COPULAS:
            return self.completes(number, value, at - (not joined))
        if before in words_of.TURNS and self.money_near(number, at):
            return is_telling(known, value)
        if not words_of.USUALLY.isdisjoint(words[at + 1 : number.first]) and is_listed(known, value):
            return True
        if before in words_of.BIDS or before in words_of.OFFERS:
            return self._is_offered(number, value, before, at)
        if before in ("it", "that"):
            fits = is_plausible if two_before in words_of.NAMING else is_telling
            return (two_before in words_of.NAMING or two_before in words_of.COPULAS) and fits(known, value)
        if before in words_of.SMALL_WORDS:
            return self.comes_behind(number, value, before, at)
        return self._answers(number, value)

    def _is_offered(self, number: Number, value: float, before: str, at: int) -> bool:
        """True for "I could do 150", "I charge 45"; "I can do 430" is an hour where nobody speaks of prices."""
        known = self._u.known
        if before in _FITTING_IN and is_quarter(known, value) and not self._is_told_as_price(number):
            return is_listed(known, value)
        fits = is_plausible if before in words_of.BIDS else is_telling
        return fits(known, value) and (self.is_own_offer(at) or self._is_asked_by_us(number, value, at))

    def _is_handed_or_least(self, number: Number, value: float, before: str, at: int) -> bool:
        """True for "just bring 160", "I can't go under 160" and "same price as last time, 160"."""
        if before not in _HANDED_OR_LEAST or value <= words_of.CLOCKLIKE:
            return False
        if not is_telling(self._u.known, value):
            return False
        words = self._words
        if before in ("gimme", "bring") or (before == "me" and at and words[at - 1] in _HANDING):
            return self._u.inbound is None or self.is_topic()
        if before in ("under", "below"):
            return not _GOING_DOWN.isdisjoint(words[max(0, at - 3) : at])
        return before != "me" and self._is_price_clause(number, value, at)

    def _is_asked_by_us(self, number: Number, value: float, at: int) -> bool:
        """True for "I ask 140", and for "for an hour I take 140", where a length says that no photos are taken."""
        if self._words[at - 1] not in ("i", "we") or value <= words_of.CLOCKLIKE:
            return False
        begin, _ = self._u.reading.sentence(at)
        asked = self._words[at] == "ask"
        counted = self._words[number.last : number.last + 1] == ["or"]  # "110 or so photos"
        led = self._words[at] == "take" and self._words[begin] == "for" and not counted
        sold = led and self.names_length(number)
        return (asked or sold) and is_telling(self._u.known, value)

    def _is_price_clause(self, number: Number, value: float, at: int) -> bool:
        """True for "same price as last time, 160" and "I'll meet you halfway, 165": a sum behind talk of one."""
        begin, _ = self._u.reading.sentence(number.first)
        begin = max(begin, at - words_of.RECENT)
        if (
            is_hour(self._u.known, value)
            or self.numbers(begin, at)
            or not words_of.HEATING.isdisjoint(self._words[begin:at])
        ):
            return False
        named = any(
            self._marks[i] & PRICE and self._words[i] in words_of.PRICE_NOUNS for i in range(begin, at)
        )
        return named or self._words[at - 1] in ("halfway", "middle")

    def _heads_line(self, number: Number, value: float) -> bool:
        """True behind a mode that heads a line of prices: "yours: 230"."""
        at = number.first - 1
        if at <= 0 or self._words[at] not in (":", "=", "-", "—") or not is_plausible(self._u.known, value):
            return False
        listed = self._words[at] == ":" and is_telling(self._u.known, value) and self.is_topic()
        return listed or bool(self.mode_cues(at - 1, at))

    def _is_for_group(self, number: Number, value: float) -> bool:
        """True for "for students 1700", "for the two of you 3,400": whom a price is for opens its clause."""
        words, first = self._words, number.first
        begin, _ = self._u.reading.sentence(first)
        near = max(begin, first - _GROUPED)
        if "for" not in words[near : first - 1] or value <= words_of.CLOCKLIKE:
            return False
        if not is_telling(self._u.known, value):
            return False
        for at in range(first - 2, near - 1, -1):
            if words[at] == "for":
                named = words[first - 1]
                who = named.endswith("s") or named in words_of.PERSONS
                return who and self.opens(at) and (self.is_topic() or is_listed(self._u.known, value))
            if self._marks[at] & BREAK:
                return False
        return False

    def _is_handed(self, number: Number, value: float) -> bool:
        """True for the sum that opens "195, cash is fine"."""
        last = number.last
        paid = self._words[last : last + 1] == [","] and any(
            mark & PAYMENT for mark in self._marks[last + 1 : last + 3]
        )
        return paid and self.is_priced_apart(number, value)

    def _answers(self, number: Number, value: float) -> bool:
        """True when the number opens the answer to a question about the price."""
        if not is_plausible(self._u.known, value) and number.form is not NumberForm.SLANG:
            return False
        begin, _ = self._u.reading.sentence(number.first)
        for at in range(begin, number.first):
            if not self._marks[at] & (AGREEMENT | BREAK) and self._words[at] not in words_of.LEADS:
                return False
            if self._words[at] in _PROPOSING and is_hour(self._u.known, value):
                return False
        if self._u.inbound is not None and asks_of_others(self._u.inbound):
            return False
        if self.is_placed(number, value) or self._is_handed(number, value):
            return True
        return self.is_topic() or (is_telling(self._u.known, value) and self.names_length(number))


_FITTING_IN: Final = frozenset("do make".split())
"""What is done with hours as well as with sums: "I can do 430"."""
_RATED: Final = frozenset("an a per each flat total cash all quid".split())
_SEVERAL: Final = words_of.BUNDLES | frozenset(
    "both pair two three four lessons sessions visits classes treatments appointments".split()
)
_DAY: Final = 1440
_AROUND: Final = 24
_BUNDLED: Final = 5
_GROUPED: Final = 5
"""Words of "for the two of you", before a sum."""
_JOINTS: Final = frozenset(": = - — of ,".split())
_PROPOSING: Final = frozenset("how what let's maybe".split())
_HANDING: Final = frozenset("give hand slip bring".split())
_HANDED_OR_LEAST: Final = frozenset("gimme bring me under below , - — :".split())
_GOING_DOWN: Final = frozenset("go drop do going".split())
_PASSED: Final = VOCATIVES | frozenset("even straight exactly only sharp".split())
_TINY: Final = 1 / 12
"""The share of the card's smallest amount below which a bare number is no price, but a count or a rest."""
