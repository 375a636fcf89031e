"""Tell the parts of a price that a draft states: what holds it, and what is then left.

A part is right beside the price that it is a part of, whatever the draft calls it: "send
the 40 to hold it and bring the other 100" splits 140, and "one hour, 480, with the 336 to
be settled before I play" names what a deposit of 30 % leaves.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.clauses import starting_in
from align.records import once

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.claim import Duration, Money
    from align.claims.money.price_table import PriceTable
    from align.claims.utterance import Utterance

_NEAR: Final = 8
_FEW: Final = 12
_HOLDING: Final = frozenset(
    (
        "deposit hold holds holding lock locks secure secures reserve reserves retainer upfront advance "
        "ahead locked"
    ).split()
)
_SENDING: Final = frozenset(
    "send sends pay paying transfer e-transfer etransfer paynow venmo zelle bring eft pop payid bizum upi".split()
)
_LEFT: Final = frozenset(
    (
        "rest balance remainder remaining left outstanding settle settles settled minus less other another "
        "due now paid"
    ).split()
)
_OTHER: Final = frozenset(("another", "other", "rest"))
_CUES: Final = _HOLDING | _LEFT | {"book", "books", "confirm", "confirms", "front"}
_CUES_BEFORE: Final = _CUES | _SENDING
_TIED_CUES: Final = _SENDING | _HOLDING | _OTHER
_COUNTING: Final = frozenset("comes come goes go counts count taken deducted credited".split())
_TOWARDS: Final = frozenset("off towards toward against".split())
_OF_PARTS: Final = frozenset((PriceOf.DEPOSIT, PriceOf.REMAINDER))
_NAMED: Final = (["the"], ["your"], ["that"])
_IT_IS: Final = (["it's"], ["that's"], ["it", "is"], ["that", "is"], ["it", "comes"])
_DEPOSIT_FIRST: Final = [["for", word, "deposit"] for word in ("the", "your", "a", "my")] + [
    [word, "deposit"] for word in ("the", "your", "my")
]
"""How a sentence about the deposit opens."""
_AFTER_DEPOSIT: Final = [["after", word, "deposit"] for word in ("the", "your", "that")]
_PAID: Final = frozenset("sent paid transferred gave given put".split())
_PAIR: Final = 2
_FIRST: Final = (["now"], ["upfront"], ["ahead"], ["up"], ["down"])
_DAY: Final = 24 * 60
_SHORTEST: Final = 10


class PriceParts:
    """The parts of the right prices beside the amounts of one draft."""

    def __init__(self, u: Utterance, table: PriceTable) -> None:
        """Prepare for the amounts of `u` beside a card."""
        self._u = u
        self._table = table

    def has(self, claim: Money, stated: set[Decimal]) -> bool:
        """True for a deposit or a remainder of a price on the card or of a right price that is `stated`."""
        if claim.low is None or not self._table.has_deposit:
            return False
        wholes = self._wholes(claim) | self._of_no_other_length(claim, stated)
        divided = [whole for whole in wholes if claim.low in self._table.parts_of(whole)]
        if any(self._is_complement(claim, whole - claim.low) for whole in divided):
            return True
        if claim.of is PriceOf.DEPOSIT:
            return any(self._table.deposit_of(whole) == claim.low for whole in wholes)
        if not divided:
            return False
        if claim.of is PriceOf.REMAINDER or self._follows_deposit(claim):
            return True
        return claim.of is not PriceOf.TRAVEL and self._is_called_part(claim)

    def _of_no_other_length(self, claim: Money, stated: set[Decimal]) -> set[Decimal]:
        """Return the stated prices that an amount can be a part of: "an hour is 150" is none of the 210 for 90."""
        if claim.minutes is None or self._table.entries is None:
            return stated
        own = {entry.amount for entry in self._table.at(claim.minutes, claim.mode)}
        return stated - ({entry.amount for entry in self._table.entries} - own)

    def is_instalment(self, claim: Money, stated: set[Decimal]) -> bool:
        """True where the amounts of a sentence make up a price: "for the 120, 15 now, 50 then and 55 later"."""
        if claim.low is None or claim.of is PriceOf.DEPOSIT or claim.of is PriceOf.TRAVEL:
            return False
        u = self._u
        begin, end = u.reading.sentence(claim.first)
        exact = (m for m in starting_in(u.money, begin, end) if m.form is MoneyForm.EXACT and m.low)
        near = list(islice(exact, _FEW))
        if not stated and len(near) <= _PAIR and claim.of is not PriceOf.REMAINDER:
            return False  # a price is stated that two amounts make up
        if not any(m.first == claim.first and m == claim for m in near):
            return False
        earlier = u.reading.sentence(begin - 1)[0] if begin else begin
        possible = self._of_no_other_length(claim, stated)
        wholes = {m.low for m in starting_in(u.money, earlier, end) if m.low in possible}
        if not wholes and len(near) <= _PAIR and claim.of is not PriceOf.REMAINDER:
            return False
        money = {m.first: m.low for m in near if m.low}
        bare = {n.first: n.value for n in starting_in(u.numbers, begin, end)[:_FEW] if not u.taken[n.first]}
        parts = [value for value in (money | bare).values() if value not in wholes]
        if len(near) > _PAIR and any(words in _FIRST for words in self._behind(near)):
            wholes = wholes | self._wholes(claim)
        total, paid = sum(parts), sum(money.values())
        made_up = any(total == whole or paid == 2 * whole for whole in wholes)
        if not made_up and claim.of is not PriceOf.REMAINDER:
            return False
        if self._holds_otherwise(near):
            return False
        if made_up:
            return True
        numbers = self._paid_apart(earlier, end)
        if any(whole - claim.low in numbers for whole in self._wholes(claim) | possible):
            return True
        return self._is_left_of_limit(claim.low, earlier, end)

    def _is_left_of_limit(self, left: Decimal, begin: int, end: int) -> bool:
        """True for "if €150 is all they give, the 90 minutes leaves you a tenner": a sum of theirs less a price."""
        lengths = {round(d.low) for d in starting_in(self._u.durations, begin, end) if _is_session(d)}
        theirs = {m.low for m in starting_in(self._u.money, begin, end) if m.of is PriceOf.OTHER and m.low}
        return any(e.amount + left in theirs for minutes in lengths for e in self._table.at(minutes, None))

    def _paid_apart(self, begin: int, end: int) -> set[Decimal]:
        """Return the sums that are paid already, and the numbers alone; those of lengths and times are no sums."""
        u = self._u
        near = starting_in(u.money, begin, end)
        charged = {m.low for m in near if m.of is not PriceOf.OTHER}
        numbers = starting_in(u.numbers, begin, end)[: 2 * _FEW]
        alone = {n.value for n in numbers if not u.taken[n.first]}
        return (alone | {m.low for m in near if m.of is PriceOf.OTHER and m.low is not None}) - charged

    def _behind(self, parts: list[Money]) -> list[list[str]]:
        """Return the word behind each amount."""
        return [self._u.reading.words[m.last : m.last + 1] for m in parts]

    def _holds_otherwise(self, parts: list[Money]) -> bool:
        """True for the 150 of "150 now, 200 on the day", which is no deposit of the card."""
        paid = [m for m, behind in zip(parts, self._behind(parts), strict=True) if behind in _FIRST]
        right = self._table.deposits(None, None)
        return self._table.has_deposit and any(m.low not in right for m in paid)

    def _follows_deposit(self, claim: Money) -> bool:
        """True for what is left once the deposit has been named: in the sentence, or anywhere for a length."""
        begin, _ = self._u.reading.sentence(claim.first)
        if begin:
            begin, _ = self._u.reading.sentence(begin - 1)
        if claim.minutes is not None:
            begin = 0
        parts = starting_in(self._u.money, begin, claim.first)[-_FEW:]
        if self._is_deposit_counted(begin, claim.first) or self._is_of_deposit(claim):
            return True
        if "%" in self._u.reading.words[begin : claim.first] and self._table.deposit_percent is not None:
            return True
        return any(m.of in _OF_PARTS and m.low != claim.low for m in parts)

    def _is_of_deposit(self, claim: Money) -> bool:
        """True for "For the deposit, PayNow works. … It's 81 on the two hours": what "it" is opened a sentence before."""
        u = self._u
        words = u.reading.words
        if (
            words[claim.first - 1 : claim.first] not in _IT_IS
            and words[max(0, claim.first - 2) : claim.first] not in _IT_IS
        ):
            return False
        begin, _ = u.reading.sentence(claim.first)
        for _ in range(2):
            begin = u.reading.sentence(begin - 1)[0] if begin else begin
            if words[begin : begin + 3] in _DEPOSIT_FIRST or words[begin : begin + 2] in _DEPOSIT_FIRST:
                return True
        return False

    def _is_deposit_counted(self, begin: int, end: int) -> bool:
        """True for "with the 20 in already", where a number alone is the card's deposit."""
        deposit = self._table.deposit
        words = self._u.reading.words
        near = starting_in(self._u.numbers, begin, end)
        return any(n.value == deposit and words[n.first - 1 : n.first] in _NAMED for n in near)

    def _is_complement(self, claim: Money, other: Decimal) -> bool:
        """True when the other part of the price is stated as well, as a part or in the sentence of the claim."""
        begin, end = self._u.reading.sentence(claim.first)
        others = self._amounts.get(other, [])[:_FEW]
        return any(
            begin <= m.first < end or PriceOf.REMAINDER in (m.of, claim.of) for m in others if m is not claim
        )

    def _is_called_part(self, claim: Money) -> bool:
        """True when what stands around an amount sends, holds or leaves a part of the price."""
        words = self._u.reading.words
        begin, end = self._u.reading.sentence(claim.first)
        before = words[max(begin, claim.first - _NEAR) : claim.first]
        if words[claim.last : claim.last + 2] == ["out", "of"]:
            return True  # "it's €81 out of €270"
        if self._comes_off(claim.last, end) or self._is_share_named(before):
            return True
        if words[claim.last : claim.last + 3] in _AFTER_DEPOSIT or self._is_less_paid(claim, begin):
            return True
        if claim.duration is not None and claim.duration[0] - claim.last <= _TIED:
            after = words[claim.last : min(end, claim.duration[1] + _TIED)]
            return not _TIED_CUES.isdisjoint(before) or not _HOLDING.isdisjoint(after)
        after = words[claim.last : min(end, claim.last + _NEAR)]
        return not _CUES_BEFORE.isdisjoint(before) or not _CUES.isdisjoint(after)

    def _is_less_paid(self, claim: Money, begin: int) -> bool:
        """True for "you've sent 12, so 36 for the hour": with what is paid it makes up the price."""
        words = self._u.reading.words
        near = starting_in(self._u.numbers, max(begin, claim.first - 2 * _NEAR), claim.first)[-_FEW:]
        paid = {n.value for n in near if not _PAID.isdisjoint(words[max(begin, n.first - _TIED) : n.first])}
        return any(claim.low is not None and whole - claim.low in paid for whole in self._wholes(claim))

    def _is_share_named(self, before: list[str]) -> bool:
        """True for "the 20% is $33", where the share is the deposit's."""
        share = self._table.deposit_percent
        return share is not None and [f"{share:f}", "%"] in (before[at : at + 2] for at in range(len(before)))

    def _comes_off(self, last: int, end: int) -> bool:
        """True for "11 for the hour, and it comes off your total", "it goes towards the session"."""
        words = self._u.reading.words[last : min(end, last + 2 * _NEAR)]
        return any(
            word in _COUNTING and not _TOWARDS.isdisjoint(words[at + 1 : at + 3])
            for at, word in enumerate(words)
        )

    @once
    def _amounts(self) -> dict[Decimal, list[Money]]:
        found: dict[Decimal, list[Money]] = {}
        for money in self._u.money:
            if money.form is MoneyForm.EXACT and money.low is not None:
                found.setdefault(money.low, []).append(money)
        return found

    def _wholes(self, claim: Money) -> set[Decimal]:
        """Return the prices of the card that an amount can be a part of."""
        table = self._table
        if not table.single:
            minutes = claim.minutes if claim.of is not PriceOf.TRAVEL else None
            return {entry.amount for entry in table.at(minutes, None)}
        lengths = (
            self.lengths | {table.entries[0].minutes}
            if claim.minutes is None and table.entries
            else {claim.minutes}
        )
        return {entry.amount for minutes in lengths for entry in table.at(minutes, None)}

    @once
    def lengths(self) -> set[int]:
        """The lengths that the draft or the client's message names."""
        heard = self._u.inbound.durations[:_FEW] if self._u.inbound is not None else []
        return {round(d.low) for d in (*self._u.durations[:_FEW], *heard) if _is_session(d)}


def _is_session(duration: Duration) -> bool:
    return duration.low == duration.high and _SHORTEST <= duration.low < _DAY


_TIED: Final = 3
"""How close a length stands that an amount is given for."""
