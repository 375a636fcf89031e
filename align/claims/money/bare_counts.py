"""Tell the bare numbers that count or measure something, and those that can only be the card's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_followers import Followers
from align.claims.money.card_scale import is_clocklike, is_listed, is_plausible, is_telling, is_usual_length
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number


class Counts(Followers):
    """What a number's own neighbours say of it, whatever the clause is about."""

    def is_degrees(self, number: Number) -> bool:
        """True for "start at 240 for 30 minutes" where an oven is spoken of."""
        return self._words[number.first - 1 : number.first] in _AT_OR_TO and self.asks_of_oven

    def is_lowest(self, number: Number, value: float) -> bool:
        """True for "I can go as low as 150"."""
        words, first = self._words, number.first
        as_low = first > 2 and words[first - 1] == "as" and words[first - 3 : first] in _AS_LOW
        return as_low and is_telling(self._u.known, value)

    def is_in_thousands(self, number: Number, value: float) -> bool:
        """True for "no stress, 60k" and "60k all in", and for a text that is nothing but "1.5k"."""
        words = self._words
        first, last = number.first, number.last
        if words[last - 1] != "k":
            return False
        if len(words) <= last - first + 1:
            return True
        if not is_plausible(self._u.known, value):
            return False
        if last < len(words) and words[last] not in words_of.ENDS and not self._marks[last] & BREAK:
            return False
        opens = not first or bool(self._marks[first - 1] & BREAK) or words[first - 1] in words_of.TAKING
        return opens and (self.is_topic() or first > 0)

    def is_of_card(self, number: Number, value: float) -> bool:
        """True for an amount of the card named as one: "the 140", "80k covers it", "your 60 for 140"."""
        known = self._u.known
        if not is_listed(known, value) or value in known.session_minutes or is_usual_length(value):
            return False
        if self.is_heated(number):
            return False
        words = self._words
        first, last = number.first, number.last
        if words[last - 1] == "k":
            return True
        if (
            last < len(words)
            and words[last] not in words_of.ENDS
            and words[last] not in words_of.COVERS
            and not self._marks[last] & BREAK
        ):
            return False
        before = words[first - 1] if first else ""
        if before in ("the", "so"):
            return value > words_of.CLOCKLIKE
        begin, _ = self._u.reading.sentence(first)
        if before not in ("for", "at") or not self.durations(max(begin, first - words_of.RECENT), first):
            return False
        return before == "for" or not is_clocklike(value) or value % 15 != 0

    def counts(self, number: Number) -> bool:
        """True for a number that plainly counts, numbers or measures something else."""
        words, first, last = self._words, number.first, number.last
        before = words[first - 1] if first else ""
        after = words[last] if last < len(words) else ""
        if before in words_of.COUNT_WORDS:
            rated = before == "flat" and after in _RATED
            return not rated and words[first - 2 : first] != ["a", "flat"]
        if (before == "or" and first > 1 and words[first - 2] in _ONE) or self._is_length_of_one(number):
            return True
        return after in _COUNTING and self._is_counted_by(number, after)

    def _is_counted_by(self, number: Number, after: str) -> bool:
        """True for "two per week", "4 x", "30 minutes", not for "50 of that", "40 / hour" and a kiss."""
        following = self._words[number.last + 1 : number.last + 2]
        if self._is_so_often(number, after):
            return True
        if after == "per":
            return following == ["cent"]
        if after == "of" and following in _OF_PRICES:
            return False
        if after == "x" and not following:
            return False  # a kiss
        if after == "/":
            at = number.last + 1
            return following not in _HOURLY and not self.durations(at, at + 1)
        return after in words_of.COUNTED or (after in UNIT_MINUTES and after not in ("m", "h"))

    def _is_length_of_one(self, number: Number) -> bool:
        """True for the 45 of "the longer one is 90 minutes and the short one's 45": both are lengths."""
        words, at = self._words, number.first - 1
        at -= at > 0 and words[at] in ("is", "'s")
        if at <= 0 or words[at] not in ("one", "one's") or words[at - 1] not in _SIZES:
            return False
        if float(number.value) not in self._u.known.session_minutes:
            return False
        return bool(self.durations(self._u.reading.sentence(number.first)[0], number.first))

    def _is_so_often(self, number: Number, after: str) -> bool:
        """True for "two per week": a count, whatever thousands the card would add to it."""
        words = self._words
        if after not in ("per", "a", "times", "x") or not self.is_scaled(number):
            return False
        unit = UNIT_MINUTES.get(words[number.last + 1] if number.last + 1 < len(words) else "", 0)
        return unit > _A_DAY


_AS_LOW: Final = (["as", "low", "as"], ["as", "little", "as"])
_A_DAY: Final = 1_440
_RATED: Final = frozenset("for per an all either".split())
"""What follows the sum of "flat 350 for the lot", and no flat's number."""
_ONE: Final = frozenset("one 1 once".split())
"""Before "or" and a number that counts as the one does: "whether you book one or ten"."""
_COUNTING: Final = words_of.COUNTED | UNIT_MINUTES.keys() | {"per", "a", "times"}
_OF_PRICES: Final = (["that"], ["it"], ["which"], ["the"])
_HOURLY: Final = (["h"], ["hr"], ["hour"])
_AT_OR_TO: Final = (["at"], ["to"])
_SIZES: Final = frozenset(
    "short shorter long longer other second quick quicker big bigger small smaller".split()
)
