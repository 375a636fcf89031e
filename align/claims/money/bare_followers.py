"""Judge a bare number by what follows it: "an hour", "for the hour", "holds it", "flat"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import bare_price_words as words_of
from align.claims.money import price_nouns as nouns
from align.claims.money.bare_surroundings import Surroundings
from align.claims.money.card_scale import (
    is_hour,
    is_length,
    is_listed,
    is_plausible,
    is_quarter,
    is_small,
    is_telling,
)
from align.claims.money.price_nouns import TRAVEL
from align.claims.money.price_questions import asks_what_is_left
from align.reading.cues import BREAK, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number


class Followers(Surroundings):
    """What the words behind bare numbers of one text make of them."""

    def follows_price(self, number: Number, value: float) -> bool:
        """True when what follows makes a price: "an hour", "for the hour", "holds it", "flat"."""
        words = self._words
        last = number.last
        if last >= len(words):
            return False
        word = words[last]
        if word in _CLOSING:
            closed = self._closes_deal(number, value, word)
            if closed is not None:
                return closed
        yields = word in _YIELDING and self._yields(last) and is_telling(self._u.known, value)
        if yields and not self.is_heated(number):
            return not self.is_setting(number.first, value)
        if word in words_of.FOLLOWERS:
            return self._followed_by(number, value, word)
        if self.placed(number.first, last, value) and is_telling(self._u.known, value):
            return True
        return value > words_of.LEAST and self.names_charge(last)

    def _closes_deal(self, number: Number, value: float, word: str) -> bool | None:
        """Judge "left to pay", ", final offer", "up front", "'s fine", "and it's yours"; None for what is none of them."""
        words, last = self._words, number.last
        settles = word in words_of.LEFT or (
            tuple(words[last : last + 3]) in words_of.SETTLING or words[last : last + 2] in words_of.TO_GO
        )
        if settles and self._settles(number, value):
            return True
        if words[last : last + 3] in _FINAL:
            return is_telling(self._u.known, value)
        if word == "upfront" or words[last : last + 2] in _EARLY:
            return value > words_of.LEAST
        if words[last : last + 2] == ["'", "s"] and words[last + 2 : last + 3] in _GRANTED:
            hour = is_hour(self._u.known, value) or self.is_heated(number)
            return not hour and is_telling(self._u.known, value) and value > words_of.CLOCKLIKE
        if word == "and" and (
            words[last + 1 : last + 3] in words_of.SEALING or words[last + 1 : last + 4] in words_of.DEALING
        ):
            return is_telling(self._u.known, value) and value > words_of.CLOCKLIKE
        return None

    def _yields(self, last: int) -> bool:
        """True for "150 will get you the hour", "150 does the ninety", "150 ready for the hour"."""
        words = self._words
        at = last + (words[last] in words_of.WILLING)
        if at < len(words) and words[at] in words_of.YIELDS:
            following = words[at + 1 : at + 2]
            if at > last and words[at] in ("do", "cover") and following == ["it"]:
                return True
            whom = at + 1 + (following == ["for"] or not words_of.PERSONS.isdisjoint(following))
            ahead = self.durations(whom, whom + 3)
            return (
                bool(ahead)
                and 10 <= ahead[0].low < _DAY
                and words_of.ARTICLES.issuperset(words[whom : ahead[0].first])
            )
        if words[last] not in _PUT_FIRST:
            return False
        behind = words[last : last + _APART]
        if "for" not in behind or not words_of.PUT_BETWEEN.issuperset(behind[: behind.index("for")]):
            return False
        return self.for_duration(last + behind.index("for"))

    def _settles(self, number: Number, value: float) -> bool:
        """True for what a deposit leaves of the price: "so 130 on the day"."""
        at = number.first - 1
        if at >= 0 and self._words[at] in words_of.LAST:
            return is_plausible(self._u.known, value)
        if not is_plausible(self._u.known, value) or is_small(self._u.known, value, _LEAST_LEFT):
            return False
        told = at < 0 or self._words[at] in words_of.SO or bool(self._marks[at] & BREAK)
        return told and (
            self._is_to_pay(number.last)
            or bool(self.money(self._u.reading.sentence(at)[0], at))
            or not nouns.DEPOSIT.isdisjoint(self._words[self._u.reading.sentence(at)[0] : at])
        )

    def _is_to_pay(self, last: int) -> bool:
        """True for "600 left to pay", and for "600 to go" where the client asks what is left."""
        if (
            self._words[last + 1 : last + 3] in words_of.TO_PAY
            or self._words[last : last + 2] in words_of.TO_PAY
        ):
            return True
        if self._words[last + 1 : last + 2] == ["on"] and self.durations(last + 2, last + 4):
            return True  # "you've 690 left on the four hours"
        return asks_what_is_left(self._u.inbound) and (
            self.is_topic() or self._words[last : last + 1] == ["on"]
        )

    def _followed_by(self, number: Number, value: float, word: str) -> bool:
        words = self._words
        last = number.last
        following = words[last + 1] if last + 1 < len(words) else ""
        if word == "for":
            return self._is_sold_for(number, value, following)
        if word == "(":
            within = self.durations(last + 1, last + 2)
            closed = bool(within) and words[within[0].last : within[0].last + 1] == [")"]
            return closed and is_plausible(self._u.known, value)
        if word in ("extra", "on"):
            return self._is_extra(number, value, following)
        if word in words_of.ENTRIES:
            named = number.first > 0 and words[number.first - 1] == "the"
            return named and is_telling(self._u.known, value)
        if word in ("each", "apiece", "down"):
            return self._is_apiece(number, value, following)
        if word == "more":
            return self._is_more(number, value, following)
        if word in words_of.PER:
            return self._is_rate(number, value, word, following)
        if word in ("hourly", "ph"):
            return True
        if word in ("gets", "buys", "covers"):
            told = bool(self.durations(last + 1, last + 5)) and value > words_of.LEAST
            return told or (word == "covers" and is_listed(self._u.known, value))
        return self._is_part(number, value, word, following) or self._is_welcome(value, word, following)

    def _is_sold_for(self, number: Number, value: float, following: str) -> bool:
        """True for "180 for the hour", "600 for the evening", "20 for travel"."""
        named = (
            self._words[number.last + 2 : number.last + 3]
            if following in ("the", "a", "your")
            else [following]
        )
        if named in (["deposit"], ["retainer"]):
            return value > words_of.LEAST
        if following in TRAVEL:
            return value > words_of.LEAST and not is_length(self._u.known, value)
        if named and named[0] in _VISITS and value > words_of.CLOCKLIKE and is_telling(self._u.known, value):
            return not self.is_heated(number)
        sold = not self._is_length_for_price(number, value) and (
            self.for_duration(number.last) or self._for_event(number, value)
        )
        return sold and not self.is_setting(number.first, value) and not self.is_heated(number)

    def _is_apiece(self, number: Number, value: float, following: str) -> bool:
        """True for "45 each if you both come" and "50 down", not for "two each, so four songs"."""
        known = self._u.known
        if (following and following not in words_of.ENDS) or self.is_scaled(number):
            return False
        return is_listed(known, value) or (is_telling(known, value) and value > words_of.CLOCKLIKE)

    def is_scaled(self, number: Number) -> bool:
        """True for the two of a card in thousands, where it may stand for 2000 or for a count."""
        word = self._words[number.first]
        short = word.isalpha() or len(word) <= _COUNT_DIGITS
        return number.value >= _THOUSANDS and number.last - number.first == 1 and short and word[-1] != "k"

    def _is_length_for_price(self, number: Number, value: float) -> bool:
        """True for the 60 of "a real 60 for 120", where both are of the card."""
        known = self._u.known
        paid = self.numbers(number.last + 1, number.last + 2)
        if value not in known.session_minutes or not paid or not is_listed(known, float(paid[0].value)):
            return False
        return not any(word in UNIT_MINUTES for word in self._words[paid[0].last : paid[0].last + 1])

    def _is_part(self, number: Number, value: float, word: str, following: str) -> bool:
        """True for a part of the price: "50 holds it", "50 as a deposit", "50 now and 130 on the day"."""
        words = self._words
        last = number.last
        if word == "of" and following == "the":
            wholes = self.numbers(last + 2, last + 3)
            return any(number.value < n.value for n in wholes) and is_plausible(self._u.known, value)
        if word == "of":
            return following in ("that", "it", "which", "that's") and self.money_near(number, number.first)
        if word == "now" and following != "to":
            later = words[last + 2 : last + 3] if following in ("and", "then", ",", "plus") else []
            if not later or not later[0][0].isdigit():
                return False
            rest = self.numbers(last + 2, last + 3)
            whole = sum((n.value for n in rest[:1]), number.value)
            return is_plausible(self._u.known, value) or is_listed(self._u.known, float(whole))
        named = (
            word in words_of.TO_HOLDS
            or (word == "to" and following in words_of.TO_HOLD)
            or (word == "now" and following == "to" and words[last + 2] in words_of.TO_HOLD)
            or (word == "in" and following == "deposit")
            or (word == "as" and not nouns.DEPOSIT.isdisjoint(words[last + 1 : last + 4]))
            or (word in ("is", "'s") and following in ("due", "left", "outstanding"))
            or (word in ("is", "'s") and following == "what" and self._is_asked(last + 2))
            or (following == "what's" and words[last + 2 : last + 3] in (["left"], ["due"], ["outstanding"]))
            or (word in ("is", "'s") and following in ("my", "our", "the") and self._names_price(last + 2))
        )
        return named and value > words_of.LEAST

    def _is_asked(self, at: int) -> bool:
        """True for the words behind "what" in "500 is what I'd charge you"."""
        asked = self._words[at : at + 3]
        return not nouns.SPEAKER.isdisjoint(asked[:1]) and not words_of.BIDS.isdisjoint(asked[1:])

    def _names_price(self, at: int) -> bool:
        """True for the "normal hour" of "150 is my normal hour"."""
        ahead = range(at, min(len(self._words), at + 3))
        priced = any(self._marks[i] & PRICE and self._words[i] not in words_of.NOT_NOUNS for i in ahead)
        priced = priced or not (words_of.BOTTOMS | {"final", "offer"}).isdisjoint(self._words[at : at + 2])
        return priced or bool(self.durations(at - 1, at + 3))

    def _is_extra(self, number: Number, value: float, following: str) -> bool:
        """True for "20 extra", "25 on top": added to a price, and no length."""
        words = self._words
        on_top = words[number.last] == "on"
        if on_top and following != "top":
            return False
        after = words[number.last + 1 + on_top :][:1]
        ends = not after or after[0] in words_of.ENDS or (on_top and after[0] == "of")
        return ends and value > words_of.LEAST and value not in self._u.known.session_minutes

    def _is_more(self, number: Number, value: float, following: str) -> bool:
        """True for "home visits are 40 more than the studio"."""
        before = self._words[number.first - 1] if number.first else ""
        said = (
            following == "than" or before in words_of.COPULAS or before in words_of.MORE or before == "cost"
        )
        away = bool(self.mode_cues(number.last + 1, number.last + 4))
        ends = not following or following in words_of.ENDS or following in ("than", "for", "to")
        trifle = is_small(self._u.known, value, _LEAST_SHARE) or value <= words_of.LEAST
        if trifle or not (ends and (said or away)):
            return False
        if said:
            return self.is_priced(number)
        begin, end = self._u.reading.sentence(number.first)
        named = any(self._marks[i] & (PRICE | SERVICE_WORD) for i in range(begin, end))
        return named or self.is_topic() or self.money_near(number, number.first)

    def _is_rate(self, number: Number, value: float, word: str, following: str) -> bool:
        """True for "40 an hour", "180 the hour", "180 / 60 min", "80 a head"."""
        last = number.last
        if word == "the":
            whole = following in ("lot", "pair") and value > words_of.CLOCKLIKE
            return whole or (following in ("hour", "hr") and value > words_of.LEAST)
        if word == "/" and self.durations(last + 1, last + 2):
            return is_plausible(self._u.known, value)
        if word in ("a", "per") and following in words_of.HEADS:
            return is_plausible(self._u.known, value) and not self.is_scaled(number)
        if word in ("a", "per") and following in SESSION_NOUNS:
            fits = is_telling(self._u.known, value) or self._is_asked_or_said(number, value)
            told = fits and value > words_of.CLOCKLIKE
            return told and not self.is_scaled(number)
        if word in ("a", "per") and following.isalpha() and self._is_charged(number):
            return is_plausible(self._u.known, value) and value > words_of.CLOCKLIKE
        unit = UNIT_MINUTES.get(following)
        a_unit = unit is not None and 30 <= unit <= 1440 and (word != "a" or unit == 60)
        return a_unit and value > words_of.LEAST

    def _is_charged(self, number: Number) -> bool:
        """True for "I charge 45,000 a term", whatever it is counted by."""
        at = number.first - 2
        return at >= 0 and self._words[at + 1] in ("charge", "ask") and self._words[at] in ("i", "we")

    def _is_asked_or_said(self, number: Number, value: float) -> bool:
        """True for a sum of a length's size that a price is asked for by, or is charged: "it's 45 a lesson"."""
        if not is_plausible(self._u.known, value):
            return False
        before = self._words[number.first - 1] if number.first else ""
        return self.is_topic() or before in words_of.BIDS or before in words_of.IT_IS

    def _is_welcome(self, value: float, word: str, following: str) -> bool:
        """True for "150 it is", "a hundred and eighty works", "180 flat", "180 all in"."""
        known = self._u.known
        if (
            (word == "it" and following == "is")
            or word in ("works", "ok", "okay")
            or following in ("fine", "ok", "okay")
        ):
            telling = is_telling(known, value) and value > words_of.CLOCKLIKE
            timed = is_quarter(known, value) and not is_listed(known, value)
            return is_plausible(known, value) and ((telling and not timed) or self.is_topic())
        if word == "all":
            return following in ("in", "up", "told", "together") and is_plausible(known, value)
        if word == "in":
            return following in ("total", "all") and is_plausible(known, value)
        return word not in words_of.SILENT and is_plausible(known, value)

    def _for_event(self, number: Number, value: float) -> bool:
        """True for "600 for the evening", "1.5k for the party", "180 for you and 180 for her"."""
        words = self._words
        ahead = words[number.last + 1 : number.last + 3]
        named = len(ahead) > 1 and ahead[0] in ("the", "a", "your") and ahead[1] in words_of.EVENTS
        named = named or (bool(ahead) and (ahead[0] in words_of.PERSONS or ahead[0] == "both"))
        named = named or (bool(ahead) and ahead[0] in words_of.GROUPS)
        named = named or (ahead[:1] == ["the"] and not _SORTS.isdisjoint(ahead[1:]))
        return named and is_telling(self._u.known, value) and value > words_of.CLOCKLIKE


_VISITS: Final = frozenset("visit session lesson appointment treatment consultation sitting reading".split())
_GRANTED: Final = [[w] for w in "fine grand ok okay good great perfect yours enough plenty".split()]
"""What is said of a price that is taken: "150's fine"."""
_SORTS: Final = frozenset("long longer short shorter big bigger small standard basic".split())
"""What tells the entries of a card apart: "two seventy for the long one"."""
_DAY: Final = 1440
_APART: Final = 4
_FINAL: Final = (
    [",", "final", "offer"],
    [",", "last", "price"],
    [",", "best", "price"],
    [",", "final", "price"],
    [",", "last", "offer"],
)
_EARLY: Final = (["up", "front"], ["in", "advance"])
_CLOSING: Final = (
    words_of.LEFT
    | {phrase[0] for phrase in words_of.SETTLING}
    | {phrase[0] for phrase in words_of.TO_GO}
    | {phrase[0] for phrase in _FINAL + _EARLY}
    | {"upfront", "'", "and"}
)
_PUT_FIRST: Final = words_of.PUT_BETWEEN - {"for"}
_YIELDING: Final = words_of.WILLING | words_of.YIELDS | _PUT_FIRST
_LEAST_LEFT: Final = 0.2
_LEAST_SHARE: Final = 1 / 12
"""Of the card's smallest amount: less than this nothing costs more."""
_THOUSANDS: Final = 1_000
_COUNT_DIGITS: Final = 2
