"""Decide whether a bare number is a price: "180 for the hour", "call it 150", "deposit is 75".

The evidence is what the number's neighbours say, looked at word by word: what follows it
("flat", "an hour", "holds the time"), what it completes ("it's", "comes to", "deposit of"),
the duration it is paired with, and the question it answers. Without evidence it is no price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.claims.claim import DurationOf, Speaker
from align.claims.clauses import starting_in
from align.claims.durations.durations import UNIT_MINUTES
from align.claims.money import bare_price_words as words_of
from align.claims.money.card_scale import is_listed, is_plausible, is_telling
from align.claims.money.price_gaps import reaches, ties
from align.claims.money.price_modes import mode_cues_in
from align.claims.money.price_questions import speaks_of_price
from align.claims.numbers.numbers import NumberForm
from align.reading.cues import AGREEMENT, BREAK, MODAL, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.claim import Duration, Money
    from align.claims.money.price_modes import ModeCue
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance


class BarePrices:
    """The test for bare prices over one text; what it looks up, it looks up once."""

    def __init__(self, u: Utterance) -> None:
        """Prepare the test for `u`, whose durations and marked amounts are read."""
        self._u = u
        self._words = u.reading.words
        self._marks = u.reading.marks
        self._topic: bool | None = None

    def is_price(self, number: Number) -> bool:
        """True when the text makes the bare `number` a price."""
        value = float(number.value)
        if value <= 0 or self._counts(number):
            return False
        if self._follows_price(number, value):
            return True
        words = self._words
        first, last = number.first, number.last
        at = first - 1
        while at >= 0 and words[at] in words_of.HEDGES:
            at -= 1
        before = words[at] if at >= 0 else ""
        if before in words_of.SENT_TO and words_of.SENDING.intersection(words[max(0, at - 2) : at + 1]):
            return value > words_of.LEAST
        if self._u.speaker is Speaker.CLIENT and self._is_bid(number, value):
            return True
        if last < len(words) and words[last] not in words_of.ENDS and not self._marks[last] & BREAK:
            return False
        return self._completed_by(number, value, before, at)

    def _completed_by(self, number: Number, value: float, before: str, at: int) -> bool:
        """Judge by the word before the number, hedges passed over."""
        words = self._words
        known = self._u.known
        two_before = words[at - 1] if at > 0 else ""
        if before in words_of.PRICE_NOUNS or (
            before in (":", "=", "-", "—", "of", ",") and two_before in words_of.PRICE_NOUNS
        ):
            return value > words_of.LEAST
        if self._paired(number, value):
            return True
        if before in words_of.COPULAS or before in words_of.IT_IS:
            return self._completes(number, value, at - (before not in words_of.IT_IS))
        if before in words_of.TURNS and self._money_near(number, at):
            return is_telling(known, value)
        if words_of.USUALLY.intersection(words[at + 1 : number.first]) and is_listed(known, value):
            return True
        if before in words_of.BIDS or before in words_of.OFFERS:
            fits = is_plausible if before in words_of.BIDS else is_telling
            return fits(known, value) and self._is_own_offer(at)
        if before in ("it", "that"):
            fits = is_plausible if two_before in words_of.NAMING else is_telling
            return (two_before in words_of.NAMING or two_before in words_of.COPULAS) and fits(known, value)
        if before in words_of.SMALL_WORDS:
            return self._after_small_word(number, value, before, at)
        return self._answers(number, value)

    def _after_small_word(self, number: Number, value: float, before: str, at: int) -> bool:
        """Judge "comes to N", "meet you at N", "from N", "for N", "or N"."""
        words = self._words
        known = self._u.known
        if before == "to":
            return (value > words_of.HOURLIKE and reaches(words, at)) or self._beside_price(number, value, at)
        if before == "at":
            named = words[at - 1 : at] and words[at - 1] in words_of.AT_PRICE
            return (named or words[max(0, at - 2) : at] in words_of.MET) and is_telling(known, value)
        if before == "from":
            changes = words[number.last : number.last + 1] == ["to"] or words_of.CHANGES.intersection(
                words[max(0, at - 3) : at]
            )
            return not changes and is_plausible(known, value) and bool(self._u.reading.seen & PRICE)
        if before == "for":
            return is_plausible(known, value) and self._done_for(at)
        return self._beside_price(number, value, at)

    # -- what the number is not --------------------------------------------------------------

    def _counts(self, number: Number) -> bool:
        """True for a number that plainly counts, numbers or measures something else."""
        words = self._words
        if number.first and words[number.first - 1] in words_of.COUNT_WORDS:
            return True
        last = number.last
        if last >= len(words):
            return False
        after = words[last]
        if after in words_of.COUNTED:
            return after != "/" or words[last + 1 : last + 2] not in (["h"], ["hr"], ["hour"])
        return after in UNIT_MINUTES and after not in ("m", "h")

    def _is_heated(self, number: Number) -> bool:
        """True in a sentence about an oven or the like."""
        begin, end = self._u.reading.sentence(number.first)
        return bool(
            words_of.HEATING.intersection(
                self._words[max(begin, number.first - 16) : min(end, number.last + 8)]
            )
        )

    def _is_setting(self, first: int) -> bool:
        """True for the 180 of "roast at 180 for 40 minutes"."""
        words = self._words
        begin, _ = self._u.reading.sentence(first)
        if words_of.HEATING.intersection(words[max(begin, first - 8) : first]):
            return True
        return words[first - 1 : first] == ["at"] and (
            first == 1 or words[first - 2] not in words_of.AT_PRICE
        )

    # -- what follows ------------------------------------------------------------------------

    def _follows_price(self, number: Number, value: float) -> bool:
        """True when what follows makes a price: "an hour", "for the hour", "holds it", "flat"."""
        words = self._words
        last = number.last
        if last >= len(words):
            return False
        word = words[last]
        if word in words_of.FOLLOWERS:
            return self._followed_by(number, value, word)
        if self._placed(last) and is_telling(self._u.known, value):
            return True
        return self._names_charge(last) and value > words_of.LEAST

    def _followed_by(self, number: Number, value: float, word: str) -> bool:
        words = self._words
        last = number.last
        known = self._u.known
        following = words[last + 1] if last + 1 < len(words) else ""
        if word == "for":
            return (
                self._for_duration(last)
                and not self._is_setting(number.first)
                and not self._is_heated(number)
            )
        if word in words_of.PER:
            unit = UNIT_MINUTES.get(following)
            if word == "the":
                return following in ("hour", "hr") and value > words_of.LEAST
            return (
                unit is not None
                and 30 <= unit <= 1440
                and (word != "a" or unit == 60)
                and value > words_of.LEAST
            )
        if word in ("hourly", "ph"):
            return True
        if word in ("gets", "buys", "covers"):
            return bool(self._durations(last + 1, last + 5)) and value > words_of.LEAST
        if word in ("holds", "secures", "reserves", "locks") or (
            word == "to" and following in words_of.TO_HOLD
        ):
            return value > words_of.LEAST
        if word in ("is", "'s") and following in ("due", "left", "outstanding"):
            return value > words_of.LEAST
        if (
            (word == "it" and following == "is")
            or word in ("works", "ok", "okay")
            or following in ("fine", "ok", "okay")
        ):
            return self._is_topic() and is_plausible(known, value)
        if (
            (word == "all" and following not in ("in", "up", "told"))
            or (word == "in" and following != "total")
            or word in ("is", "'s", "to", "it")
        ):
            return False
        return is_plausible(known, value)

    def _placed(self, last: int) -> bool:
        """True for "180 here or 230 at yours for the hour": a place, then the length."""
        cues = self._mode_cues(last, last + 3)
        if not cues:
            return False
        _, end = self._u.reading.sentence(last - 1)
        window = self._words[cues[0].first : min(end, last + 12)]
        return "for" in window and self._for_duration(cues[0].first + window.index("for"))

    def _names_charge(self, last: int) -> bool:
        """True for "40 travel fee", "50 non-refundable deposit"."""
        words = self._words
        for at in range(last, min(len(words), last + 4)):
            word = words[at]
            if word in words_of.CHARGES:
                return True
            if word in words_of.ENDS and word != "-":
                return False
        return False

    def _for_duration(self, at: int) -> bool:
        """True when "for" introduces a duration: "180 for the hour", "180 for 90 mins"."""
        words = self._words
        for duration in self._durations(at + 1, at + 5):
            if 10 <= duration.low < 1440 and words_of.ARTICLES.issuperset(words[at + 1 : duration.first]):
                return True
        return False

    def _durations(self, begin: int, end: int) -> list[Duration]:
        return starting_in(self._u.durations, begin, end)

    # -- what comes before -------------------------------------------------------------------

    def _paired(self, number: Number, value: float) -> bool:
        """True when a duration stands right before: "60 - 180", "an hour is 220", "1hr 80"."""
        if value <= words_of.LEAST:
            return False
        words = self._words
        known = self._u.known
        for duration in reversed(self._durations(number.first - 16, number.first)):
            if duration.last > number.first or not 10 <= duration.low < 1440:
                continue
            gap = words[duration.last : number.first]
            if len(gap) > 9:
                continue
            if not gap:
                return value > words_of.HOURLIKE and is_plausible(known, value)
            if gap[-1] in words_of.HEDGES and len(gap) > 1:
                gap = gap[:-1]
            glue = gap[-1]
            if glue in words_of.GLUE:
                return ties(gap, glue)
            if gap in (["for"], ["for", "just"], ["at"]):
                return is_plausible(known, value) and not (glue == "at" and self._is_heated(number))
            if glue == "," and len(gap) <= 4 and duration.of is not DurationOf.OTHER:
                return is_plausible(known, value)
        return False

    def _completes(self, number: Number, value: float, at: int) -> bool:
        """Judge "X is N" by its subject, which ends at word `at`."""
        u = self._u
        words, marks = self._words, self._marks
        begin, _ = u.reading.sentence(number.first)
        while at >= begin and words[at] in words_of.AUX:
            at -= 1
        if at < begin:
            return False
        if words[at] in words_of.IT:
            if is_listed(u.known, value):
                return True
            strong = number.last < len(words) and words[number.last] in words_of.STRONG
            return is_plausible(u.known, value) and (strong or self._priced_talk(begin))
        for place in range(at, max(begin, at - 9) - 1, -1):
            word = words[place]
            if marks[place] & PRICE and word not in words_of.NOT_NOUNS:
                return value > words_of.LEAST
            if marks[place] & SERVICE_WORD or word in words_of.SUBJECTS:
                return is_plausible(u.known, value)
            if any(d.last > place for d in self._durations(place - 5, place + 1)):
                return is_plausible(u.known, value)
            if word in (",", "and", "but") and place < at:
                break
        return bool(self._mode_cues(max(begin, at - 6), number.first)) and is_plausible(u.known, value)

    def _mode_cues(self, begin: int, end: int) -> list[ModeCue]:
        return mode_cues_in(self._u, begin, end)

    def _is_topic(self) -> bool:
        """True when the client's message is about a price."""
        if self._topic is None:
            self._topic = speaks_of_price(self._u.inbound)
        return self._topic

    def _priced_talk(self, begin: int) -> bool:
        """True when prices are the topic of the client, of this sentence or of the one before."""
        if self._is_topic():
            return True
        reading = self._u.reading
        start = reading.sentence(begin - 1)[0] if begin else begin
        end = reading.sentence(begin)[1]
        if any(
            self._marks[i] & PRICE and self._words[i] not in words_of.NOT_NOUNS for i in range(start, end)
        ):
            return True
        return any(start <= m.first < end for m in self._money(start, end)) or any(
            d.of is not DurationOf.OTHER for d in self._durations(start, end)
        )

    def _money(self, begin: int, end: int) -> list[Money]:
        """Return the amounts found so far on some words; the list is not sorted."""
        recent = self._u.money[-words_of.RECENT :]
        return [m for m in recent if begin <= m.first < end]

    def _done_for(self, at: int) -> bool:
        """True for "can do it for 150", "come to your hotel for 35", not "table for 12"."""
        words, marks = self._words, self._marks
        begin, _ = self._u.reading.sentence(at)
        window = range(max(begin, at - 10), at)
        doing = any(words[i] in words_of.DOING for i in window)
        before = words[at - 1] if at else ""
        if doing and before in ("yours", "it", "that", "hour", "both", "studio"):
            return True
        if doing and any(marks[i] & MODAL for i in window):
            if before in ("you", "u", "ya", "him", "her", "them", "us", "session", "lot"):
                return True
            if self._mode_cues(max(begin, at - 6), at):
                return True
        if before in ("sessions", "session", "lessons", "visits", "appointments"):
            return True
        if any(d.last == at for d in self._durations(at - 8, at)):
            return True
        return any(marks[i] & SERVICE_WORD for i in range(max(begin, at - 3), at))

    def _is_own_offer(self, at: int) -> bool:
        """True for "I could do 150", "I charge 150", "let's say 150"."""
        words, marks = self._words, self._marks
        if words[at] in words_of.OWN_OFFERS:
            return True
        begin, _ = self._u.reading.sentence(at)
        return any(marks[i] & MODAL or words[i] in words_of.PROPOSERS for i in range(max(begin, at - 4), at))

    def _money_near(self, number: Number, at: int) -> bool:
        """True when an amount stands shortly before: "usually 180 but for you 150"."""
        begin, _ = self._u.reading.sentence(number.first)
        return any(at - m.last <= 8 for m in self._money(begin, at))

    def _beside_price(self, number: Number, value: float, at: int) -> bool:
        """True for the second of two amounts of one shape: "310 here or 380 at yours"."""
        if not is_plausible(self._u.known, value):
            return False
        begin, _ = self._u.reading.sentence(number.first)
        if not any(at - m.last <= 6 for m in self._money(begin, at)):
            return False
        last = number.last
        return last >= len(self._words) or self._words[last] in words_of.BESIDE

    def _answers(self, number: Number, value: float) -> bool:
        """True when the number opens the answer to a question about the price."""
        if not is_plausible(self._u.known, value) and number.form is not NumberForm.SLANG:
            return False
        begin, _ = self._u.reading.sentence(number.first)
        for at in range(begin, number.first):
            if not self._marks[at] & (AGREEMENT | BREAK) and self._words[at] not in words_of.LEADS:
                return False
        return self._is_topic()

    def _is_bid(self, number: Number, value: float) -> bool:
        """True for a client's "150?", "its 150 right": a number of a price's size and little else."""
        if value <= 24 or not is_telling(self._u.known, value):
            return False
        begin, end = self._u.reading.sentence(number.first)
        if (
            self._words[number.last : number.last + 1] in (["do"], ["work"], ["cover"])
            and value > words_of.HOURLIKE
        ):
            return True
        if number.first and self._words[number.first - 1] in (
            "have",
            "got",
            "afford",
            "only",
            "budget",
            "max",
        ):
            return True
        rest = [w for w in self._words[begin:end] if w.isalpha()]
        return len(rest) <= 4 and not {"at", "by", "in"}.intersection(rest)
