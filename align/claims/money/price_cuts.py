"""A price made smaller, and what the readers of such prices share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import PriceOf
from align.claims.clauses import clause_around
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import price_nouns as nouns
from align.claims.money.nothing_to_park import is_nothing_to_park
from align.claims.money.price_roles import role_of_price
from align.reading.cues import BREAK, CALENDAR, DURATION_UNIT, MODAL, PRICE, SELF, SERVICE_WORD
from align.records import once

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.claim import Duration, Money, MoneyForm
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance

NOT_OURS: Final = frozenset(
    "parking wifi wi-fi tea coffee water drinks drink snacks refill refills admission ride shuttle "
    "valet breakfast"
    " cake prosecco bubbles champagne lift towel towels entry croissants biscuits treats croissant".split()
)
"""What is given away without making our price smaller."""
_CHANGING: Final = frozenset(
    "reschedule rescheduling move moving cancel cancelling canceling cancellation cancellations change "
    "changing changes swap rebook"
    " shift rearrange postpone park delivery revisions edits retouching".split()
)
"""What may be done without a fee, and is no appointment."""
_REASONS: Final = frozenset("since because cos sorry".split())
"""What makes a change of plans the reason of a cut, and not what is free of charge."""
_LOWERED: Final = frozenset("off cheaper discount less".split())
_WIDTH: Final = 8
_GIVES: Final = frozenset("gives does has offers lets sells runs provides throws".split())
_GAVE: Final = frozenset("offered gave promised offering giving".split())
_RIVALS: Final = frozenset("other another rival old last previous former".split())
"""Whose offer "the other studio offered you half price" repeats."""
_NOT_GIVERS: Final = nouns.OWN | nouns.IT | frozenset("who you everyone everybody each one cash".split())


class Cut(NamedTuple):
    """A smaller price on the words `[first, last)`; `low` is an amount or a percentage."""

    first: int
    last: int
    low: Decimal | None
    form: MoneyForm
    of: PriceOf


class Lookup:
    """The numbers, amounts and durations of one text by where they begin and end."""

    def __init__(self, u: Utterance) -> None:
        """Look things up in what has been read of `u` so far; each index is built when asked for."""
        self.u = u
        self.words = u.reading.words

    @once
    def numbers_ending(self) -> dict[int, Number]:
        """The numbers by the word behind them."""
        return {n.last: n for n in self.u.numbers}

    @once
    def numbers_at(self) -> dict[int, Number]:
        """The numbers by their first word."""
        return {n.first: n for n in self.u.numbers}

    @once
    def money_ending(self) -> dict[int, Money]:
        """The amounts by the word behind them."""
        return {m.last: m for m in self.u.money}

    @once
    def money_at(self) -> dict[int, Money]:
        """The amounts by their first word."""
        return {m.first: m for m in self.u.money}

    @once
    def durations_ending(self) -> dict[int, Duration]:
        """The lengths by the word behind them."""
        return {d.last: d for d in self.u.durations}

    def _is_sent(self, begin: int, first: int) -> bool:
        """True for what goes by post or mail for nothing: a sheet, a recipe, a track."""
        before = range(max(begin, first - _WIDTH), first)
        sent = any(self.words[at] in _SENDING for at in before)
        return sent and not any(
            self.u.reading.marks[at] & SERVICE_WORD or self.words[at] in nouns.OWN for at in before
        )

    @once
    def _asked_to_change(self) -> bool:
        """True where the client asks about cancelling: "up to a day before, no charge"."""
        inbound = self.u.inbound
        return inbound is not None and not _CANCELLING.isdisjoint(inbound.reading.words)

    def object_of(self, first: int, last: int) -> PriceOf:
        """Return whose price is cut; somebody else's coffee and parking are none of ours."""
        begin, end = clause_around(self.u.reading, first, last, _WIDTH)
        around = self.words[begin:first] + self.words[last : min(end, last + 4)]
        sentence, stop = self.u.reading.sentence(first)
        lowered = self.words[last - 1] in _LOWERED or self.words[last : last + 1] == ["off"]
        around_it = self.words[max(sentence, first - 12) : min(stop, last + 4)]
        if not (lowered or _CHANGING.isdisjoint(around_it)) and _REASONS.isdisjoint(around_it):
            return PriceOf.OTHER  # "no fee to reschedule"; "free since you had to reschedule" is a cut
        if any(w.removesuffix("'s") in NOT_OURS for w in around):
            return PriceOf.OTHER
        if (
            self._is_sent(sentence, first)
            or _is_run_by_others(around_it)
            or is_nothing_to_park(self.u, first, last)
        ):
            return PriceOf.OTHER
        if self._asked_to_change and _FIRST.isdisjoint(self.words[sentence:stop]):
            return PriceOf.OTHER
        # "students are getting 10% off": those who get it are our clients
        return role_of_price(self.u, first - (self.words[first - 1 : first] in _GOT), last)


_GOT: Final = (["gets"], ["getting"])
_FIRST: Final = frozenset("first extra second trial taster intro".split())
_SENDING: Final = frozenset("send sending post posting email mail forward share lend".split())
_CANCELLING: Final = frozenset("reschedule cancel cancellation cancelling postpone rebook".split())


def _is_run_by_others(around: list[str]) -> bool:
    """True for "the group is run by a friend, there's no charge": what others hold has no price of ours."""
    for at in range(1, len(around) - 1):
        if around[at] == "by" and around[at - 1] in _HELD and around[at + 1] in _ANYONE:
            ours = not _US.isdisjoint(around[at + 1 : at + 5]) or not _STAFF.isdisjoint(
                around[at + 2 : at + 5]
            )
            return not ours and SESSION_NOUNS.isdisjoint(around[:at])
    return False


_HELD: Final = frozenset("run held led taught organised organized hosted".split())
_ANYONE: Final = frozenset(
    "a an another my some someone somebody local friends volunteers people students them him her others".split()
)
_US: Final = frozenset("me us myself ourselves our ours yours".split())
_STAFF: Final = frozenset(
    "coach coaches trainer assistant colleague partner team apprentice junior student trainee staff".split()
)


def is_given_by_others(u: Utterance, first: int) -> bool:
    """True for the "20% off" of "the lab gives you 20% off": its verb has another for its subject."""
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(first)
    for at in range(first - 1, max(begin, first - _WIDTH), -1):
        if marks[at] & BREAK:
            return False
        doing = words[at] == "doing" and words[at - 1] in ("is", "'s", "are")
        if words[at] in _GIVES or doing:
            giver = at - 1 - doing
            named = giver >= begin and words[giver].isalpha() and words[giver] not in _NOT_GIVERS
            return named and not marks[giver] & _OURS
        letting = words[at] == "let" and words[at - 1].isalpha() and not marks[at - 1] & (_OURS | MODAL)
        if letting and words[at - 1] not in _NOT_GIVERS:
            return True  # "these folks let you pay what you feel"
        if words[at] in _GAVE and not _RIVALS.isdisjoint(words[max(begin, at - 3) : at - 1]):
            return True
    return False


_OURS: Final = SELF | SERVICE_WORD | DURATION_UNIT | PRICE | CALENDAR | BREAK
