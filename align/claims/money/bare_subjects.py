"""Judge a bare number by the subject that it completes: "the hour is N", "for you it's N", "Sundays are N"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_counts import Counts
from align.claims.money.card_scale import is_clocklike, is_length, is_listed, is_plausible, is_telling
from align.claims.money.price_nouns import DETERMINERS, TRAVEL
from align.claims.money.price_questions import asks_about
from align.reading.cues import CALENDAR, CLOCK, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number


class Subjects(Counts):
    """What the subjects of one text say of the numbers behind them."""

    def completes(self, number: Number, value: float, at: int) -> bool:
        """Judge "X is N" by its subject, which ends at word `at`."""
        begin, _ = self._u.reading.sentence(number.first)
        while at >= begin and self._words[at] in _AUX:
            at -= 1
        if at < begin:
            return False
        if self._words[at] in words_of.IT:
            return self._is_it(number, value, begin, at)
        for place in range(at, max(begin, at - 9) - 1, -1):
            told = self._names_price_of(place, at, value)
            if told is not None:
                return told
            if self._words[place] in (",", "and", "but") and place < at:
                break
        return self._is_of_unnamed(number, value, begin, at)

    def _is_it(self, number: Number, value: float, begin: int, at: int) -> bool:
        """Judge "it's N" by what is said around it."""
        known = self._u.known
        words = self._words
        if is_listed(known, value):
            return True
        strong = (
            self._is_set_apart(begin, at, number, value)
            or self.is_placed(number, value)
            or (number.last < len(words) and words[number.last] in words_of.STRONG)
            or words[number.last - 1] == "k"
            or words[max(begin, at - 2) : at] in (["all", "in"], ["in", "total"], ["all", "up"])
        )
        sold = not is_clocklike(value) and self.names_length(number)
        return is_plausible(known, value) and (strong or sold or self.priced_talk(begin))

    def _names_price_of(self, place: int, at: int, value: float) -> bool | None:
        """Judge by one word of a subject; None where it says nothing."""
        known = self._u.known
        words, marks = self._words, self._marks
        word = words[place]
        if marks[place] & PRICE and word not in words_of.NOT_NOUNS:
            return value > words_of.LEAST and words[place - 1] != "heart"
        if word == "bottom" and words[place - 1] == "rock":
            return is_telling(known, value)
        if word in words_of.BOTTOMS:
            ours = not _LOWERING.isdisjoint(words[place : at + 1]) or (
                place == at and words[place - 1] in ("my", "our")
            )
            return ours and words[at + 1] != "was" and is_telling(known, value)
        if word in TRAVEL or words[place - 2 : place + 1] == ["call", "-", "out"]:
            return value > words_of.LEAST and not is_length(known, value)
        sold = marks[place] & SERVICE_WORD or word.removesuffix("'s") in words_of.SUBJECTS
        if sold or asks_about(self._u, place):
            return is_plausible(known, value / 4 if word in words_of.BUNDLES else value)
        lengthy = word in _LENGTHS or any(d.last > place for d in self.durations(place - 5, place + 1))
        return is_plausible(known, value) if lengthy else None

    def _is_of_unnamed(self, number: Number, value: float, begin: int, at: int) -> bool:
        """Judge by a mode, a day or the question: "rates?", "gym's a hundred, home's one thirty"."""
        telling = is_telling(self._u.known, value)
        if self.is_topic() and self._words[at] not in _PERSONS_SPOKEN_OF and value > words_of.CLOCKLIKE:
            return telling
        if (self._recurs(at) or self._is_group(at)) and telling and value > words_of.CLOCKLIKE:
            return not is_clocklike(value) or value < _EARLY
        cues = self.mode_cues(max(begin, at - 6), number.first)
        return bool(cues) and is_plausible(self._u.known, value)

    def _is_set_apart(self, begin: int, at: int, number: Number, value: float) -> bool:
        """True for "for you it's 150", "at yours it's 150", "on Sundays it's 150": when or for whom it costs that."""
        if not is_telling(self._u.known, value) or value <= words_of.CLOCKLIKE or self.is_heated(number):
            return False
        if is_clocklike(value) and value >= _EARLY:
            return False
        words = self._words
        begin = max(begin, at - words_of.RECENT)
        if any(
            words[i] == "for" and (words[i + 1] in words_of.PERSONS or self._names_group(i + 1, at))
            for i in range(begin, at)
        ):
            return True
        if (
            at - 2 >= begin
            and words[at - 2] in _SINCE
            and (words[at - 1][0].isdigit() or self._is_date(at - 1))
        ):
            return True
        return bool(self.mode_cues(begin, at)) or any(self._recurs(i) for i in range(begin, at))

    def _recurs(self, at: int) -> bool:
        """True for "Sundays", "weekends" and "evenings", which can have a price of their own."""
        word = self._words[at]
        if word == "ones":
            return self._words[at - 1] in ("late", "early")
        return word in _TIMES or (
            bool(self._marks[at] & CALENDAR) and word.endswith("s") and len(word) > _SHORT
        )

    def _is_group(self, at: int) -> bool:
        """True for the kids of "kids are N", not for "my kids are N"."""
        return self._words[at] in words_of.GROUPS and (
            not at or self._words[at - 1] not in DETERMINERS or self._words[at - 1] == "the"
        )

    def _names_group(self, begin: int, end: int) -> bool:
        """True for "students", "your mum" and "a group of four" behind "for"."""
        named = self._words[begin:end]
        if not named or len(named) > _NAMING:
            return False
        return not words_of.GROUPS.isdisjoint(named) or (named[0] == "your" and len(named) == _PAIR)

    def _is_date(self, at: int) -> bool:
        return bool(self._marks[at] & (CALENDAR | CLOCK))


_LENGTHS: Final = frozenset("hour hours hour's".split())
_TIMES: Final = frozenset("evenings mornings afternoons nights holidays".split())
_SINCE: Final = frozenset("from after before past".split())
_NAMING: Final = 5
_PAIR: Final = 2
_AUX: Final = words_of.AUX - words_of.IT
_PERSONS_SPOKEN_OF: Final = frozenset("he she they i we you me him her them".split())
_LOWERING: Final = frozenset("go do offer charge accept take come drop".split())
_SHORT: Final = 5
_EARLY: Final = 600
"""From here a number with minutes is rather an hour of the day: 630, 1030."""
