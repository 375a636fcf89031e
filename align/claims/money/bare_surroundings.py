"""What stands around a bare number: lengths, amounts, modes, the topic, looked up once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf
from align.claims.clauses import starting_in
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import bare_price_words as words_of
from align.claims.money.card_scale import is_listed, is_telling
from align.claims.money.price_modes import mode_cues_in
from align.claims.money.price_nouns import TRAVEL
from align.claims.money.price_questions import asks_about, calls_price_dear, speaks_of_price
from align.claims.money.things import is_thing
from align.reading.cues import BREAK, CALENDAR, MODAL, PRICE, SELF, SERVICE_WORD
from align.records import once

if TYPE_CHECKING:
    from align.claims.claim import Duration, Money
    from align.claims.money.price_modes import ModeCue
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance

_CLAUSES: Final = frozenset("i'd i'll i'm i've we'd we'll you'd you'll you're it's it'd that's".split())
"""What begins another clause: "for 150 I'd lose money" names no charge."""
_BOTH: Final = 12
"""Words in which "240 at yours, 180 at mine" names both modes."""


_PLACED: Final = 6
"""Words behind a sum in which a mode says where it holds."""
_POUNDS: Final = frozenset(("GBP", "EGP", "SYP", "LBP", None))
"""Where pounds are money; None: wherever the currency is not known."""


class Surroundings:
    """What the words around bare numbers of one text say."""

    def __init__(self, u: Utterance) -> None:
        """Look around in `u`, whose durations and marked amounts are read."""
        self._u = u
        self._words = u.reading.words
        self._marks = u.reading.marks
        self._topic: bool | None = None

    def is_heated(self, number: Number) -> bool:
        """True in a sentence about an oven or the like."""
        begin, end = self._u.reading.sentence(number.first)
        if self.asks_of_oven:
            return True
        around = self._words[max(begin, number.first - 16) : min(end, number.last + 8)]
        weighed = "pounds" in around and "pounds" not in self._words[number.last - 1 : number.last + 1]
        if weighed and self._u.known.currency not in _POUNDS:
            return True  # "the brisket is 14 pounds, twelve hours at 225"
        return not words_of.HEATING.isdisjoint(around)

    @once
    def asks_of_oven(self) -> bool:
        """True where the client asks about degrees and no price."""
        inbound = self._u.inbound
        if inbound is None or self.is_topic():
            return False
        return not words_of.OVENS.isdisjoint(inbound.reading.words)

    def names_session(self, at: int) -> bool:
        """True when what is sold stands right before word `at`: "sessions", "an hour", a service."""
        if at < 1:
            return False
        word = self._words[at - 1]
        return (
            word in words_of.SUBJECTS
            or word in SESSION_NOUNS
            or bool(self._marks[at - 1] & SERVICE_WORD)
            or any(d.last == at for d in self.durations(at - 8, at))
            or asks_about(self._u, at - 1)
        )

    def names_length(self, number: Number) -> bool:
        """True when the sentence of a number names a length that the card prices."""
        begin, end = self._u.reading.sentence(number.first)
        return any(d.low in self._u.known.session_minutes for d in self.durations(begin, end))

    def is_setting(self, first: int, value: float) -> bool:
        """True for the 180 of "roast at 180 for 40 minutes"."""
        words = self._words
        begin, _ = self._u.reading.sentence(first)
        if words_of.HEATING.intersection(words[max(begin, first - 8) : first]):
            return True
        return (
            value <= words_of.CLOCKLIKE
            and words[first - 1 : first] == ["at"]
            and (first == 1 or words[first - 2] not in words_of.AT_PRICE)
        )

    def placed(self, first: int, last: int, value: float) -> bool:
        """True for "180 here or 230 at yours for the hour": a place, then the length."""
        cues = self.mode_cues(last, last + 3)
        if not cues:
            return False
        both = self.mode_cues(last, last + _BOTH)
        if is_telling(self._u.known, value) and len({cue.mode for cue in both}) > 1:
            return True
        if is_listed(self._u.known, value) and (not first or self._marks[first - 1] & BREAK):
            return True
        _, end = self._u.reading.sentence(last - 1)
        window = self._words[cues[0].first : min(end, last + 12)]
        return "for" in window and self.for_duration(cues[0].first + window.index("for"))

    def is_placed(self, number: Number, value: float) -> bool:
        """True for "it's 115 at the studio", "115 if you come to mine", "from 95 to 160 depending how long"."""
        words, last = self._words, number.last
        if not is_telling(self._u.known, value) or value <= words_of.CLOCKLIKE or self.is_heated(number):
            return False
        last += words[last : last + 1] == [","]
        if not words_of.DEPENDING.isdisjoint(words[last : last + 1]):
            return True
        placing = last == number.last and not words_of.PLACING.isdisjoint(words[last : last + 1])
        return placing and bool(self.mode_cues(last, last + _PLACED))

    def names_charge(self, last: int) -> bool:
        """True for "40 travel fee", "50 non-refundable deposit"."""
        words = self._words
        for at in range(last, min(len(words), last + 4)):
            word = words[at]
            if word in words_of.CHARGES or (at == last and word in TRAVEL and self._ends_at(at + 1)):
                return True
            if (word in words_of.ENDS and word != "-") or word in _CLAUSES:
                return False
        return False

    def _ends_at(self, at: int) -> bool:
        return at >= len(self._words) or self._words[at] in words_of.ENDS

    def for_duration(self, at: int) -> bool:
        """True when "for" introduces a duration: "180 for the hour", "180 for 90 mins"."""
        words = self._words
        for duration in self.durations(at + 1, at + 5):
            if 10 <= duration.low < 1440 and words_of.ARTICLES.issuperset(words[at + 1 : duration.first]):
                return True
        return False

    def durations(self, begin: int, end: int) -> list[Duration]:
        """Return the lengths that begin on some words."""
        return starting_in(self._u.durations, begin, end)

    def numbers(self, begin: int, end: int) -> list[Number]:
        """Return the numbers that begin on some words."""
        return starting_in(self._u.numbers, begin, end)

    def mode_cues(self, begin: int, end: int) -> list[ModeCue]:
        """Return the mentions of a mode on some words."""
        return mode_cues_in(self._u, begin, end)

    def takes_up_count(self, number: Number) -> bool:
        """True for "250! That's a crowd" to "we have 250 guests", and "about 70 an hour" to "how many photos?"."""
        inbound = self._u.inbound
        if inbound is None:
            return False
        if not inbound.numbers:
            return self._asks_how_many(number)
        words = inbound.reading.words
        same = [
            n
            for n in inbound.numbers[: words_of.RECENT]
            if n.value == number.value and n.first not in self._charged
        ]
        if same and self._opens_answer(number):
            return True
        counted = any(
            n.last < len(words) and words[n.last].endswith("s") and is_thing(inbound, n.last) for n in same
        )
        return counted or self._asks_how_many(number)

    @once
    def _charged(self) -> frozenset[int]:
        """The words of the client's message that state amounts."""
        inbound = self._u.inbound
        money = [] if inbound is None else inbound.money
        return frozenset(at for m in money for at in range(m.first, m.last))

    def _opens_answer(self, number: Number) -> bool:
        """True for the numbers of "48 and 52 are workable", which no "it's" and no length makes prices."""
        begin, _ = self._u.reading.sentence(number.first)
        before = self._words[begin : number.first]
        alone = all(w[0].isdigit() or w in ("and", ",", "/") for w in before)
        followed = self._words[number.last : number.last + 1]
        return alone and not self.for_duration(number.last) and not words_of.WELCOMING.issuperset(followed)

    def _asks_how_many(self, number: Number) -> bool:
        """True in the first two sentences of the answer to a "how many" that asks no price."""
        inbound = self._u.inbound
        if inbound is None or self.is_topic():
            return False
        if self._words[number.last : number.last + 1] == ["for"] and self.for_duration(number.last):
            return False
        begin, end = self._u.reading.sentence(number.first)
        if begin and self._u.reading.sentence(begin - 1)[0]:
            return False
        priced = (at for at in range(begin, end) if self._marks[at] & PRICE)
        return (
            all(self._words[at] in words_of.NOT_NOUNS for at in priced)
            and " how many " in f" {inbound.reading.line} "
        )

    def is_topic(self) -> bool:
        """True when the client's message is about a price."""
        if self._topic is None:
            self._topic = speaks_of_price(self._u.inbound) or calls_price_dear(self._u.inbound)
        return self._topic

    def priced_talk(self, begin: int) -> bool:
        """True when prices are the topic of the client, of this sentence or of the one before."""
        if self.is_topic():
            return True
        reading = self._u.reading
        start = reading.sentence(begin - 1)[0] if begin else begin
        end = reading.sentence(begin)[1]
        if any(
            self._marks[i] & PRICE and self._words[i] not in words_of.NOT_NOUNS for i in range(start, end)
        ):
            return True
        return any(start <= m.first < end for m in self.money(start, end)) or any(
            d.of is not DurationOf.OTHER or self._words[d.last : d.last + 1] == ["?"]
            for d in self.durations(start, end)
        )

    def money(self, begin: int, end: int) -> list[Money]:
        """Return the amounts found so far on some words; the list is not sorted."""
        recent = self._u.money[-words_of.RECENT :]
        return [m for m in recent if begin <= m.first < end]

    def done_for(self, at: int) -> bool:
        """True for "can do it for 150", "come to your hotel for 35", not "table for 12"."""
        words, marks = self._words, self._marks
        begin, _ = self._u.reading.sentence(at)
        window = range(max(begin, at - 10), at)
        doing = any(words[i] in words_of.DOING for i in window)
        before = words[at - 1] if at else ""
        if before == "hour" or (doing and before in ("yours", "it", "that", "both", "studio")):
            return True
        if doing and any(marks[i] & (MODAL | SELF) for i in window):
            if before == "in" and words[at - 2] in ("you", "u", "ya", "him", "her", "them"):
                return True
            if not words_of.WHOLES.isdisjoint(words[max(begin, at - 3) : at]):
                return True
            if before in ("you", "u", "ya", "him", "her", "them", "us", "session", "lot"):
                return True
            if self.mode_cues(max(begin, at - 6), at):
                return True
        if before in ("sessions", "session", "lessons", "visits", "appointments"):
            return True
        if any(self._is_named(d, at) for d in self.durations(at - 8, at)):
            return True
        return any(marks[i] & SERVICE_WORD for i in range(max(begin, at - 3), at))

    def _is_named(self, duration: Duration, at: int) -> bool:
        """True for a length right before word `at`, with what is done in it or without: "a 30 min refresh for"."""
        between = self._words[duration.last : at]
        return len(between) <= 3 and all(
            w.replace("'", "").isalpha() and (w == "i" or w not in words_of.ENDS) for w in between
        )

    def is_own_offer(self, at: int) -> bool:
        """True for "I could do 150", "I charge 150", "let's say 150"."""
        words, marks = self._words, self._marks
        if words[at] in words_of.OWN_OFFERS:
            return True
        begin, _ = self._u.reading.sentence(at)
        return any(marks[i] & MODAL or words[i] in words_of.PROPOSERS for i in range(max(begin, at - 4), at))

    def is_priced(self, number: Number) -> bool:
        """True where a price, a mode or an amount is spoken of in the sentence up to a number."""
        begin, end = self._u.reading.sentence(number.first)
        return (
            any(self._marks[i] & (PRICE | CALENDAR | SERVICE_WORD) for i in range(begin, end))
            or bool(self.mode_cues(begin, number.first))
            or self.money_near(number, number.first)
        )

    def money_near(self, number: Number, at: int) -> bool:
        """True when an amount stands shortly before: "usually 180 but for you 150"."""
        begin, _ = self._u.reading.sentence(number.first)
        return any(at - m.last <= 8 for m in self.money(begin, at))
