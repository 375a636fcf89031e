"""Decide whether a bare number is a price: "180 for the hour", "call it 150", "deposit is 75".

The evidence is what the number's neighbours say, looked at word by word: what follows it
("flat", "an hour", "holds the time"), what it completes ("it's", "comes to", "deposit of"),
the duration it is paired with, and the question it answers. Without evidence it is no price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf, Speaker
from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_offers import is_bare_offer
from align.claims.money.bare_set_apart import SetApart
from align.claims.money.card_scale import (
    is_clocklike,
    is_hour,
    is_length,
    is_listed,
    is_plausible,
    is_quarter,
    is_small,
    is_telling,
)
from align.claims.money.client_bids import is_bid
from align.claims.money.mere_figures import is_mere_figure
from align.claims.money.price_gaps import is_told_of_it, reaches, ties
from align.claims.money.price_nouns import CLIENTS
from align.claims.money.price_questions import asks_of_others
from align.claims.numbers.numbers import NumberForm
from align.claims.vocatives import VOCATIVES
from align.reading.cues import AGREEMENT, BREAK, CLOCK, DURATION_UNIT, PAYMENT, PRICE

if TYPE_CHECKING:
    from align.claims.claim import Duration
    from align.claims.numbers.numbers import Number


_FIRST_YEAR: Final = 1950
_LAST_YEAR: Final = 2050
"""What a number behind "from" is where nobody speaks of money: "your portrait from 2019"."""


class BarePrices(SetApart):
    """The test for bare prices over one text."""

    def is_price(self, number: Number) -> bool:
        """True when the text makes the bare `number` a price."""
        value = float(number.value)
        counted = self.counts(number) and not self.is_part_or_in_row(number, value)
        if value <= 0 or is_small(self._u.known, value, _TINY) or counted:
            return False
        if is_hour(self._u.known, value) and not self._is_told_as_price(number):
            return False
        if not is_listed(self._u.known, value) and (
            self.takes_up_count(number) or self.is_degrees(number) or is_mere_figure(self._u, number)
        ):
            return False
        if (
            self.follows_price(self._unaddressed(number), value)
            or self.is_tag(number)
            or self.is_lowest(number, value)
            or self.is_in_thousands(number, value)
            or self.is_of_card(number, value)
            or self.is_handled(number, value)
        ):
            return True
        words = self._words
        first, last = number.first, number.last
        at = first - 1
        while at >= 0 and words[at] in words_of.HEDGES:
            at -= 1
        before = words[at] if at >= 0 else ""
        if before in words_of.SENT_TO and words_of.SENDING.intersection(words[max(0, at - 2) : at + 1]):
            return value > words_of.LEAST
        if before == "of" and at > 0 and words[at - 1] in words_of.CHARGES:
            return value > words_of.LEAST
        bargained = is_bid if self._u.speaker is Speaker.CLIENT else is_bare_offer
        if bargained(self._u, self, number, value):
            return True
        if last < len(words) and words[last] not in words_of.ENDS and not self._marks[last] & BREAK:
            return (
                before == "to" and words[last] == "last" and self._after_small_word(number, value, before, at)
            )
        return self._completed_by(number, value, before, at)

    def _is_told_as_price(self, number: Number) -> bool:
        """True where a price is spoken of around a sum that reads as an hour: "all in it's 530", "530 an hour"."""
        reading = self._u.reading
        begin, end = reading.sentence(number.first)
        begin, end = max(begin, number.first - _AROUND), min(end, number.last + _AROUND)
        if self.is_topic() or not _RATED.isdisjoint(self._words[number.last : number.last + 2]):
            return True
        around = self._words[max(begin, number.first - words_of.RECENT) : min(end, number.last + _ASIDE)]
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
        known = self._u.known
        two_before = words[at - 1] if at > 0 else ""
        if before in words_of.PRICE_NOUNS or (
            before in (":", "=", "-", "—", "of", ",") and two_before in words_of.PRICE_NOUNS
        ):
            return value > words_of.LEAST
        if (
            self._paired(number, value)
            or self._heads_line(number, value)
            or self._is_for_group(number, value)
            or self._is_handed_or_least(number, value, before, at)
            or self.is_set_apart(number, value, before, at)
        ):
            return True
        added = self._is_added(number, value, before, at)
        if added is not None:
            return added
        joined = before in words_of.IT_IS or (before.endswith("'s") and len(before) > len("'s"))
        if joined or before in words_of.COPULAS:
            return self.completes(number, value, at - (not joined))
        if before in words_of.TURNS and self.money_near(number, at):
            return is_telling(known, value)
        if words_of.USUALLY.intersection(words[at + 1 : number.first]) and is_listed(known, value):
            return True
        if before in words_of.BIDS or before in words_of.OFFERS:
            return self._is_offered(number, value, before, at)
        if before in ("it", "that"):
            fits = is_plausible if two_before in words_of.NAMING else is_telling
            return (two_before in words_of.NAMING or two_before in words_of.COPULAS) and fits(known, value)
        if before in words_of.SMALL_WORDS:
            return self._after_small_word(number, value, before, at)
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
        if not is_telling(self._u.known, value) or value <= words_of.CLOCKLIKE:
            return False
        words = self._words
        if before in ("gimme", "bring") or (before == "me" and at and words[at - 1] in _HANDING):
            return self._u.inbound is None or self.is_topic()
        if before in ("under", "below"):
            return not _GOING_DOWN.isdisjoint(words[max(0, at - 3) : at])
        return before in (",", "-", "—", ":") and self._is_price_clause(number, value, at)

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
        words = self._words
        if not is_telling(self._u.known, value) or value <= words_of.CLOCKLIKE:
            return False
        begin, _ = self._u.reading.sentence(number.first)
        for at in range(number.first - 2, max(begin, number.first - _ASIDE) - 1, -1):
            if words[at] == "for":
                named = words[number.first - 1]
                who = named.endswith("s") or named in words_of.PERSONS
                return who and self._opens(at) and (self.is_topic() or is_listed(self._u.known, value))
            if self._marks[at] & BREAK:
                return False
        return False

    def _is_added(self, number: Number, value: float, before: str, at: int) -> bool | None:
        """Judge what is owed or comes on top: "an extra 20", "plus 20", "is another 75", "add 40 for travel"."""
        words = self._words
        beside = before in words_of.PLUS_OR_LESS and (
            self.money_near(number, at) or (at > 0 and words[at - 1] in words_of.COPULAS)
        )
        if before in words_of.ADDED or beside:
            return value > words_of.LEAST
        if words[max(0, at - 1) : at + 1] == ["the", "other"]:
            sent = not words_of.SENDING.isdisjoint(words[max(0, at - words_of.RECENT) : at])
            return (sent or self.money_near(number, at)) and is_plausible(self._u.known, value)
        if self._is_saved(before, at):
            return value > words_of.LEAST and not is_length(self._u.known, value)
        if "owe" in words[max(0, at - 1) : at + 1]:
            return is_plausible(self._u.known, value)
        if words[number.first - 1] == "another":
            adds = (before in words_of.MORE or before in words_of.IT_IS) and not self.is_heated(number)
            return adds and value > words_of.LEAST and not is_length(self._u.known, value)
        if (
            before in words_of.ADDING or words[max(0, at - 1) : at + 1] in _ADDING_ON
        ) and self._ends_with_purpose(number):
            begin, _ = self._u.reading.sentence(number.first)
            journey = bool(self.mode_cues(begin, at))
            return value > words_of.LEAST and (journey or value not in self._u.known.session_minutes)
        return None

    def _is_saved(self, before: str, at: int) -> bool:
        """True for "you each save 20", "that saves you 15"."""
        words = self._words
        whom = before in words_of.PERSONS or before in ("yourself", "yourselves")
        verb = words[at - 1] if whom and at else before
        return verb in words_of.SAVING

    def _ends_with_purpose(self, number: Number) -> bool:
        """True for "add 20 for transport", "adds 40", not "add 20 and stir"."""
        words = self._words
        return number.last >= len(words) or words[number.last] in ("for", "on", ".", "if", "to", "when")

    def _after_small_word(self, number: Number, value: float, before: str, at: int) -> bool:
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

    def _unaddressed(self, number: Number) -> Number:
        """Step over the "hun" of "180 hun for the hour"."""
        called = self._words[number.last : number.last + 1]
        return number._replace(last=number.last + 1) if called and called[0] in _PASSED else number

    # -- what comes before -------------------------------------------------------------------

    def _paired(self, number: Number, value: float) -> bool:
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
        if not self._is_priced_apart(number, value):
            return False
        if gap[-1] == "," and is_told_of_it(gap):
            return True
        if gap[-1] in (",", "at", "for") and len(gap) <= _ASIDE and gap[0] in _PLACED_BY:
            placed = bool(self.mode_cues(duration.last, number.first))
            return placed or is_listed(self._u.known, value)
        return gap[-1] == "at" and not is_clocklike(value)

    def _is_priced_apart(self, number: Number, value: float) -> bool:
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
        opens = self._opens(duration.first - (lead == ["for"]))
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

    def _opens(self, first: int) -> bool:
        """True for a length at the head of its clause, as in "One hour, one eighty"."""
        return not first or bool(self._marks[first - 1] & BREAK)

    def _beside_price(self, number: Number, value: float, at: int) -> bool:
        """True for the second of two amounts of one shape: "310 here or 380 at yours"."""
        if not is_plausible(self._u.known, value):
            return False
        begin, _ = self._u.reading.sentence(number.first)
        if not any(at - m.last <= 6 for m in self.money(begin, at)):
            return False
        last = number.last
        return last >= len(self._words) or self._words[last] in words_of.BESIDE

    def _is_handed(self, number: Number, value: float) -> bool:
        """True for the sum that opens "195, cash is fine"."""
        last = number.last
        paid = self._words[last : last + 1] == [","] and any(
            mark & PAYMENT for mark in self._marks[last + 1 : last + 3]
        )
        return paid and self._is_priced_apart(number, value)

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
_DROPPING: Final = frozenset("drop bring lower reduce cut knock squeeze".split())
_RATED: Final = frozenset("an a per each flat total cash all quid".split())
_SEVERAL: Final = words_of.BUNDLES | frozenset(
    "both pair two three four lessons sessions visits classes treatments appointments".split()
)
_DAY: Final = 1440
_AROUND: Final = 24
_PROPOSING: Final = frozenset("how what let's maybe".split())
_HANDING: Final = frozenset("give hand slip bring".split())
_GOING_DOWN: Final = frozenset("go drop do going".split())
_STARTING: Final = frozenset("start starts starting".split())
_PASSED: Final = VOCATIVES | frozenset("even straight exactly only sharp".split())
_ADDING_ON: Final = (["tack", "on"], ["stick", "on"], ["slap", "on"], ["add", "on"])
_TINY: Final = 1 / 12
"""The share of the card's smallest amount below which a bare number is no price, but a count or a rest."""
_ASIDE: Final = 5
"""Words of a place or day between a length and its price: "2 hrs in the studio, 440"."""
_WHOM: Final = CLIENTS | frozenset("you both pair two three four five six group lot family crew".split())
"""For whom a length is: "two hours for the four of you, 140"."""
_PLACED_BY: Final = frozenset(("in", "here", "with"))
_STOPS: Final = frozenset(". ! ? ; …".split()) | {"\n"}
