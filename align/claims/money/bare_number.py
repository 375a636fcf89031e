"""A bare number and what stands around it: its neighbours, its sentence, its size beside the rate card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf
from align.claims.clauses import starting_in
from align.claims.heard import once_a_message
from align.claims.money import bare_price_words as words_of
from align.claims.money.card_scale import (
    is_clocklike,
    is_hour,
    is_length,
    is_listed,
    is_plausible,
    is_quarter,
)
from align.claims.money.price_modes import mode_cues_in
from align.claims.money.price_questions import calls_price_dear, speaks_of_price
from align.reading.cues import BREAK, PAYMENT, PRICE
from align.records import once

if TYPE_CHECKING:
    from align.claims.claim import Duration, Money
    from align.claims.money.price_modes import ModeCue
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance

_POUNDS: Final = frozenset(("GBP", "EGP", "SYP", "LBP", None))
"""Where pounds are money; None: wherever the currency is not known."""
_NEAR: Final = 8
_THOUSANDS: Final = 1_000
_COUNT_DIGITS: Final = 2


class BareNumber:
    """A bare number in its text. Nothing of it changes; what is looked up is kept."""

    def __init__(self, u: Utterance, read: Number) -> None:
        """Look around the number `read` of `u`, whose durations and marked amounts are read."""
        self.u: Final = u
        self.read: Final = read
        self.known: Final = u.known
        self.words: Final = u.reading.words
        self.marks: Final = u.reading.marks
        self.first: Final = read.first
        self.last: Final = read.last
        self.value: Final = float(read.value)
        self.before: Final = self.words[self.first - 1] if self.first else ""
        self.after: Final = self.words[self.last] if self.last < len(self.words) else ""

    # -- its neighbours ----------------------------------------------------------------

    @once
    def sentence(self) -> tuple[int, int]:
        """The words `[begin, end)` of its sentence."""
        return self.u.reading.sentence(self.first)

    @property
    def sentence_before(self) -> tuple[int, int]:
        """The sentence before its own, or its own where that is the first."""
        begin = self.sentence[0]
        return self.u.reading.sentence(begin - 1) if begin else self.sentence

    @once
    def following(self) -> str:
        """The word behind the one right behind it, which is `after`."""
        return self.words[self.last + 1] if self.last + 1 < len(self.words) else ""

    @property
    def ends(self) -> bool:
        """True where nothing follows that could be counted."""
        return not self.after or self.after in words_of.ENDS or bool(self.marks[self.last] & BREAK)

    @once
    def lead_at(self) -> int:
        """Where the word is that leads to it, hedges ("about", "just") passed over; -1 where none does."""
        at = self.first - 1
        while at >= 0 and self.words[at] in words_of.HEDGES:
            at -= 1
        return at

    @once
    def lead(self) -> str:
        """The word that leads to it."""
        return self.words[self.lead_at] if self.lead_at >= 0 else ""

    @once
    def before_lead(self) -> str:
        """The word before the one that leads to it."""
        return self.words[self.lead_at - 1] if self.lead_at > 0 else ""

    # -- its size ----------------------------------------------------------------------

    @once
    def is_listed(self) -> bool:
        """True for an amount of the card."""
        return is_listed(self.known, self.value)

    @once
    def is_plausible(self) -> bool:
        """True for a number of a price's size."""
        return is_plausible(self.known, self.value)

    @once
    def is_telling(self) -> bool:
        """True for a number of a price's size that is no usual length."""
        return self.is_plausible and not self.is_length

    @once
    def is_length(self) -> bool:
        """True for a usual length, or one of the card, that is no amount of it."""
        return is_length(self.known, self.value)

    @property
    def is_payable(self) -> bool:
        """True for more than a few: what a deposit, an extra or a fee can be."""
        return self.value > words_of.LEAST

    @once
    def is_sum(self) -> bool:
        """True for a number of a price's size that is no usual length and no full hour of the day."""
        return self.value > words_of.CLOCKLIKE and self.is_telling

    @once
    def is_sum_alone(self) -> bool:
        """True for a sum that no oven and no hour of the day would have."""
        return self.is_sum and not self.is_heated and not self.is_hour

    @once
    def is_clocklike(self) -> bool:
        """True for a number that can be read as a time of day: 7, 930."""
        return is_clocklike(self.value)

    @once
    def is_quarter(self) -> bool:
        """True for 230 and 1145: hours of the day as well as sums."""
        return is_quarter(self.known, self.value)

    @once
    def is_hour(self) -> bool:
        """True for 630 beside a card that ends far below."""
        return is_hour(self.known, self.value)

    @property
    def is_in_thousands(self) -> bool:
        """True for "60k"."""
        return self.words[self.last - 1] == "k"

    @property
    def is_scaled(self) -> bool:
        """True for the two of a card in thousands, where it may stand for 2000 or for a count."""
        word = self.words[self.first]
        short = word.isalpha() or len(word) <= _COUNT_DIGITS
        return self.value >= _THOUSANDS and self.last - self.first == 1 and short and word[-1] != "k"

    # -- what its sentence speaks of ---------------------------------------------------

    @once
    def is_asked_for(self) -> bool:
        """True where the client's message is about a price."""
        inbound = self.u.inbound
        return speaks_of_price(inbound) or calls_price_dear(inbound)

    @once
    def is_heated(self) -> bool:
        """True in a sentence about an oven, a pulse or a weight."""
        if asks_of_oven(self.u.inbound):
            return True
        begin, end = self.sentence
        around = self.words[max(begin, self.first - words_of.RECENT) : min(end, self.last + _NEAR)]
        weighed = "pounds" in around and "pounds" not in self.words[self.last - 1 : self.last + 1]
        if weighed and self.known.currency not in _POUNDS:
            return True  # "the brisket is 14 pounds, twelve hours at 225"
        return not words_of.HEATING.isdisjoint(around)

    @once
    def names_length(self) -> bool:
        """True when its sentence names a length that the card prices."""
        return any(d.low in self.known.session_minutes for d in self.durations(*self.sentence))

    def follows_sum(self, at: int) -> bool:
        """True when an amount stands shortly before word `at`: "usually 180 but for you 150"."""
        return any(at - m.last <= _NEAR for m in self.money(self.sentence[0], at))

    # -- what stands on some words of its text -----------------------------------------

    def durations(self, begin: int, end: int) -> list[Duration]:
        """Return the lengths that begin on some words."""
        return starting_in(self.u.durations, begin, end)

    def numbers(self, begin: int, end: int) -> list[Number]:
        """Return the numbers that begin on some words."""
        return starting_in(self.u.numbers, begin, end)

    def mode_cues(self, begin: int, end: int) -> list[ModeCue]:
        """Return the mentions of a mode on some words."""
        return mode_cues_in(self.u, begin, end)

    def money(self, begin: int, end: int) -> list[Money]:
        """Return the amounts found so far on some words; the list is not sorted."""
        return [m for m in self.u.money[-words_of.RECENT :] if begin <= m.first < end]

    def has(self, classes: int, begin: int, end: int) -> bool:
        """True where some word carries one of `classes`."""
        return any(mark & classes for mark in self.marks[begin:end])

    def names_price(self, begin: int, end: int) -> bool:
        """True where some words name a price: "rate", not "each"."""
        return self.u.reading.seen & PRICE != 0 and any(
            self.marks[at] & PRICE and self.words[at] not in words_of.NOT_NOUNS for at in range(begin, end)
        )

    def opens_clause(self, at: int) -> bool:
        """True for a word at the head of its clause."""
        return not at or bool(self.marks[at - 1] & BREAK)

    def is_for_length(self, at: int) -> bool:
        """True when the "for" at word `at` leads to a length: "180 for the hour", "180 for 90 mins"."""
        return any(
            is_of_appointment(d) and words_of.ARTICLES.issuperset(self.words[at + 1 : d.first])
            for d in self.durations(at + 1, at + 5)
        )


def is_of_appointment(duration: Duration) -> bool:
    """True for a length that an appointment can have: ten minutes to a day."""
    return _SHORTEST <= duration.low < _DAY


_SHORTEST: Final = 10
_DAY: Final = 1_440


@once_a_message
def asks_of_oven(message: Utterance | None) -> bool:
    """True where a client asks about degrees and no price."""
    return (
        message is not None
        and not words_of.OVENS.isdisjoint(message.said)
        and not speaks_of_price(message)
        and not calls_price_dear(message)
    )


def talks_of_price(number: BareNumber) -> bool:
    """True when prices are the topic of the client, of the number's sentence or of the one before."""
    if number.is_asked_for:
        return True
    start, end = number.sentence_before[0], number.sentence[1]
    return (
        number.names_price(start, end)
        or bool(number.money(start, end))
        or any(
            d.of is not DurationOf.OTHER or number.words[d.last : d.last + 1] == ["?"]
            for d in number.durations(start, end)
        )
    )


def is_told_as_price(number: BareNumber) -> bool:
    """True where a price is spoken of around a sum that reads as an hour: "all in it's 530", "530 an hour"."""
    words, first, last = number.words, number.first, number.last
    if number.is_asked_for or not _RATED.isdisjoint(words[last : last + 2]):
        return True
    begin, end = number.sentence
    begin, end = max(begin, first - _AROUND), min(end, last + _AROUND)
    if not _SEVERAL.isdisjoint(words[max(begin, first - words_of.RECENT) : min(end, last + _BUNDLED)]):
        return True
    before = words[max(begin, first - 2) : first]
    if before[-1:] == ["for"] and before[0] != "down":
        return True
    if number.has(PRICE | PAYMENT, begin, end):
        return True
    longest = max(number.known.session_minutes, default=0)
    lengths = number.durations(begin, end)
    return any(longest < d.low < _DAY for d in lengths) or bool(number.money(begin, end))


_RATED: Final = frozenset("an a per each flat total cash all quid".split())
_SEVERAL: Final = words_of.BUNDLES | frozenset(
    "both pair two three four lessons sessions visits classes treatments appointments".split()
)
_AROUND: Final = 24
_BUNDLED: Final = 5
