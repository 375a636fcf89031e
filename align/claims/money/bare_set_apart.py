"""Judge bare numbers that no verb of costing leads to: "at yours 260", "yes to the 210", "everything else the same, 157"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.heard import sums_heard
from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_subjects import Subjects
from align.claims.money.card_scale import is_hour, is_plausible, is_quarter, is_telling
from align.claims.money.gaps_between import tells_gap
from align.claims.money.price_modes import mode_cues_in
from align.reading.cues import AGREEMENT, BREAK

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance


class SetApart(Subjects):
    """What a place, an answer or a row says of the numbers of one text."""

    def is_set_apart(self, number: Number, value: float, before: str, at: int) -> bool:
        """True for a sum that a place, a yes, a page or the same as ever stands before; hedges are passed over."""
        words = self._words
        fits = is_telling(self._u.known, value) and value > words_of.CLOCKLIKE
        if before == "to" and at and self._marks[at - 1] & AGREEMENT:
            return fits and not is_quarter(self._u.known, value) and self._is_named_by_client(value)
        if before == "down" and at and words[at - 1] in _PUTTING:
            return value > words_of.LEAST and self.priced_talk(self._u.reading.sentence(at)[0])
        if not fits:
            return False
        if before == "for":
            apart = self._is_behind_length(at)
        elif before in _SHOWING and words[number.first - 1] == "the":
            apart = self.names_length(number)
        elif before == "," and at and words[at - 1] == "same":
            apart = self.is_topic()
        else:
            apart = self._is_led_by_place(number)
        return apart and not is_hour(self._u.known, value) and not self.is_heated(number)

    def _is_behind_length(self, at: int) -> bool:
        """True for "I'd do your 60 on Saturday around noon for 155", not for "book two hours for 140 guests"."""
        begin, _ = self._u.reading.sentence(at)
        near = [
            d for d in self.durations(max(begin, at - _REACH), at) if d.low in self._u.known.session_minutes
        ]
        return (
            bool(near)
            and not self.numbers(near[-1].last, at)
            and "and" not in self._words[near[-1].last : at]
        )

    def is_handled(self, number: Number, value: float) -> bool:
        """True for a sum of a row, or one that is handed over, holds the hour or was seen by the client."""
        words, first, last = self._words, number.first, number.last
        following = words[last] if last < len(words) else ""
        if following == "/" and self._is_in_row(number, value):
            return True
        if following == "keeps" and value > words_of.LEAST and self._is_keeping(last):
            return True
        if following == "you" and self._is_recalled(last, value):
            return True
        if following in _DUE and self._is_rest_of_split(number, value):
            return True
        if first > 1 and words[first - 1] in _GIVEN and self._is_given_out(number, value, following):
            return True
        return tells_gap(self._u, first, last)

    def is_part_or_in_row(self, number: Number, value: float) -> bool:
        """True for "half of the 320 now" and "48 / 68 / 84 for 60 / 90 / 120", where a number seems to count."""
        following = self._words[number.last] if number.last < len(self._words) else ""
        return self._is_shared_out(number, value, following) or self._is_in_row(number, value)

    def _is_keeping(self, last: int) -> bool:
        """True for "47 keeps the hour": what is paid to hold it."""
        words = self._words
        goes_on = last + 3 < len(words) and words[last + 3].isalpha() and words[last + 3] not in _KEPT_FOR
        kept = words[last + 1 : last + 2] in _THE and words[last + 2 : last + 3] in _KEPT
        return kept and not goes_on

    def _is_recalled(self, last: int, value: float) -> bool:
        """True for "the 155 you saw is for when I come out to you": what a price that was seen is for."""
        fits = is_telling(self._u.known, value) and value > words_of.CLOCKLIKE
        return fits and is_told_of_seen(self._u, last)

    def _is_given_out(self, number: Number, value: float, following: str) -> bool:
        """True for "half of the 320 now", "flick the 20 to my PayID" and "drop the 40 whenever", not for "drop the 40 boxes"."""
        words, first = self._words, number.first
        if self._is_shared_out(number, value, following):
            return True
        handed = words[first - 2] in _HANDING and words[first - 1] in ("the", "your")
        return handed and following in _HANDED and value > words_of.LEAST

    def _is_shared_out(self, number: Number, value: float, following: str) -> bool:
        """True for "half of the 320 now", not for "half of the 320 guests"."""
        words, first = self._words, number.first
        if first < _SHARE or words[first - 2] != "of" or words[first - 1] not in ("the", "that"):
            return False
        ends = not following or following in _SHARED or not following.isalnum()
        return ends and words[first - _SHARE] in _FRACTIONS and is_telling(self._u.known, value)

    def _is_in_row(self, number: Number, value: float) -> bool:
        """True for every sum of "48 / 68 / 84 for 60 / 90 / 120"."""
        last, size = number.last, 1
        while self._words[last : last + 1] == ["/"] and size < _LONGEST_ROW:
            following = self.numbers(last + 1, last + 2)
            if not following or not is_plausible(self._u.known, float(following[0].value)):
                return False
            last, size = following[0].last, size + 1
        if size == 1 or self._words[last : last + 1] != ["for"]:
            return False
        return is_plausible(self._u.known, value) and bool(self.durations(last + 1, last + 2))

    def _is_rest_of_split(self, number: Number, value: float) -> bool:
        """True for the 1020 of "R1700: R680 now to hold it and then 1020 before we start"."""
        first = number.first
        if not self._u.money or self._words[first - 1 : first] not in _THEN:
            return False
        begin, _ = self._u.reading.sentence(first)
        ahead = self._u.money[-1]
        near = begin <= ahead.first and 0 < first - ahead.last <= _REACH
        part = ahead.of in (PriceOf.DEPOSIT, PriceOf.REMAINDER)
        return near and part and is_telling(self._u.known, value) and value > words_of.CLOCKLIKE

    def _is_named_by_client(self, value: float) -> bool:
        inbound = self._u.inbound
        return inbound is not None and value in sums_heard(inbound)

    def _is_led_by_place(self, number: Number) -> bool:
        """True for "in the studio it's 60, at yours 75" and "At the office 320": beside another sum."""
        words, first = self._words, number.first
        begin, _ = self._u.reading.sentence(first)
        near = max(begin, first - _LED)
        if _PLACING.isdisjoint(words[near:first]):
            return False
        lead = next((i for i in range(first - 1, near - 1, -1) if words[i] in _PLACING), -1)
        if lead < 0 or lead == first - 1 or not all(word.isalpha() for word in words[lead:first]):
            return False
        if lead > begin and not (self._marks[lead - 1] & BREAK or words[lead - 1] in _JOINING):
            return False
        if words[lead + 1] not in _WHOSE or words[number.last : number.last + 1] in _CODES:
            return False
        earlier = self._u.reading.sentence(begin - 1)[0] if begin else begin
        return bool(self.money(earlier, first))


def is_told_of_seen(u: Utterance, last: int) -> bool:
    """True where a draft says what the sum before word `last` is for that the client has seen."""
    words = u.reading.words
    if words[last : last + 1] != ["you"] or words[last + 1 : last + 2] not in _SEEN:
        return False
    if words[last + 2 : last + 3] not in (["is"], ["'s"]) or words[last + 3 : last + 4] != ["for"]:
        return False
    end = min(last + _REACH + 3, u.reading.sentence(last)[1])
    return bool(mode_cues_in(u, last + 3, end)) or any(last + 3 < d.first < end for d in u.durations)


_THEN: Final = (["then"], ["and"], [","], ["other"])
_DUE: Final = frozenset("before when on once at after the".split())
"""What tells when the rest of a price is paid."""
_SEEN: Final = [[word] for word in "saw see read found mention mentioned quote quoted".split()]
_REACH: Final = 10
_PUTTING: Final = frozenset("put pay leave lay".split())
_SHARE: Final = 3
_SHARED: Final = frozenset("now today tonight first to when before and is upfront up at".split())
_FRACTIONS: Final = frozenset("half quarter third".split())
_THE: Final = [["the"], ["your"], ["that"]]
_KEPT: Final = [
    [word] for word in "hour date time slot spot place day evening morning booking appointment space".split()
]
_KEPT_FOR: Final = frozenset("for on at yours safe and free open so".split())
"""What follows a time that is held, unlike "60 keeps the hour honest"."""
_SHOWING: Final = frozenset("show shows see say says".split())
"""What the pages of a booking do with a price."""
_LONGEST_ROW: Final = 6
_HANDING: Final = frozenset("drop flick shoot sling bung fling whack lob chuck".split())
_HANDED: Final = frozenset("to over across whenever when tonight today now by before via through".split())
_GIVEN: Final = frozenset("the that your".split())
_LED: Final = 5
"""Words of "at your place downtown", before a sum."""
_PLACING: Final = frozenset("at in outside".split())
_WHOSE: Final = frozenset("the my our your yours mine home ours".split())
_JOINING: Final = frozenset("and or but".split())
_CODES: Final = (["is"], ["'s"], ["opens"])
"""Behind the number of a gate or a room."""
