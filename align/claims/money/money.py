"""Read amounts of money and what each is the price of.

Two rooms: `read_marked_money` takes amounts with a currency mark, discounts and free
things before dates and times are read; `read_bare_money` runs after them and takes the
bare numbers that their clause makes a price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Money, MoneyForm, PriceOf, Stance
from align.claims.heard import numbers_heard
from align.claims.money.amounts import Amount, find_amounts
from align.claims.money.bare_neighbours import is_told_of_seen
from align.claims.money.bare_prices import is_bare_price
from align.claims.money.card_scale import is_listed, is_small
from align.claims.money.currencies import MARKS
from align.claims.money.deposit_answers import deposit_spared
from align.claims.money.deposit_asked import answers_deposit, share_answered
from align.claims.money.discounts import find_cuts
from align.claims.money.echoed_sums import is_questioned
from align.claims.money.gaps_between import tells_gap
from align.claims.money.price_echoes import echoes
from align.claims.money.price_forms import form_of, range_before
from align.claims.money.price_links import Links
from align.claims.money.price_questions import asks_what_is_left
from align.claims.money.price_roles import role_of_price
from align.claims.money.price_units import NO_MODE, Link
from align.claims.money.short_thousands import in_card_style
from align.claims.money.single_units import one_alone
from align.claims.money.slang_money import is_money
from align.claims.money.slashed_prices import add_slashed
from align.claims.money.spared_deposits import spared_deposits
from align.claims.numbers.numbers import Number, NumberForm
from align.claims.stance import stance_of
from align.reading.cues import CURRENCY, DISCOUNT, NEGATION, NUMERIC, QUESTION, QUOTING, SELF, TURN

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.money.price_cuts import Cut
    from align.claims.money.price_units import ModeLink
    from align.claims.utterance import Utterance


def read_marked_money(utterance: Utterance) -> None:
    """Add amounts with a currency mark, discounts and free things to `utterance.money`."""
    reading = utterance.reading
    seen = reading.seen
    if not seen & (CURRENCY | DISCOUNT | NUMERIC | SELF | NEGATION):
        return
    amounts: list[Amount] = []
    if seen & (NUMERIC | CURRENCY):
        amounts = find_amounts(utterance)
        add_slashed(utterance)
    for amount in amounts:
        if not is_money(utterance, amount):
            continue
        utterance.money.append(_money(utterance, amount, amount.low))
    if seen & (DISCOUNT | SELF | NUMERIC):
        _add_cuts(utterance, find_cuts(utterance))
    _add_cuts(utterance, spared_deposits(utterance) or deposit_spared(utterance))
    if (
        seen & NUMERIC
        and utterance.inbound is not None
        and not any(m.of is PriceOf.DEPOSIT for m in utterance.money)
    ):
        _add_cuts(utterance, share_answered(utterance))
    if seen & CURRENCY and utterance.known.currency is None:
        for money in _named_only(utterance):
            utterance.money.append(money)
            utterance.take(money.first, money.last)


def read_bare_money(utterance: Utterance) -> None:
    """Add bare numbers that their clause makes a price; then link what is still open."""
    if utterance.numbers:
        taken = utterance.taken
        previous: Number | None = None
        for number in in_card_style(utterance):
            if number.form is NumberForm.SLANG or taken[number.first] or taken[number.last - 1]:
                previous = None
                continue
            low = None
            if previous is not None and 1 <= number.first - previous.last <= _JOINT:
                low = range_before(utterance, number, previous)
            previous = number
            whole = number if low is None else number._replace(first=low.first)
            if is_bare_price(utterance, whole):
                _add_bare(utterance, whole, number.value if low is None else low.value)
    if utterance.money:
        utterance.money.sort(key=lambda m: m.first)
        _link_all(utterance)


_JOINT: Final = 2
"""Words between the ends of a range: "to", "up to"."""


def _named_only(u: Utterance) -> list[Money]:
    """Return the currencies that a text without a spec names without an amount."""
    words = u.reading.words
    covered = {i for m in u.money for i in range(m.first, m.last)}
    found: list[Money] = []
    for at in u.reading.where(CURRENCY):
        mark = MARKS.get(words[at])
        if mark is None or at in covered or not words[at].isalpha() or words[at] not in _NAMES:
            continue
        one = one_alone(u, at)
        first = at if one is None else at - 1
        stance = stance_of(u.reading, at, at + 1)
        found.append(Money(first=first, last=at + 1, low=one, high=one, currency=mark.currency,
                           symbol=mark.symbol, of=PriceOf.OTHER, stance=stance))  # fmt: skip
    return found


_NAMES: Final = frozenset(
    "dollar dollars euro euros yen usd eur gbp rmb yuan rupee rupees peso pesos franc francs".split()
)


def _money(u: Utterance, amount: Amount, size: Decimal | None) -> Money:
    """Build the claim; `size` weighs for or against a price of ours, which a bare number has shown to be."""
    form, first, last = form_of(u, amount)
    mark = amount.mark
    of = role_of_price(u, amount.first, amount.last, size)
    if of is not PriceOf.SESSION and _is_small_part(u, amount):
        of = PriceOf.DEPOSIT
    if of is PriceOf.OTHER and tells_gap(u, amount.first, amount.last):
        of = PriceOf.SESSION
    if u.inbound is not None:
        of = _answering(u, amount, of)
    u.take(first, last)
    stance = _stance(u, first, last)
    if stance is Stance.ASSERTED and is_questioned(u, first, last, amount.low):
        stance = Stance.ASKED
    return Money(
        first=first,
        last=last,
        low=amount.low,
        high=None if form is MoneyForm.FROM else amount.high,
        form=form,
        currency=mark.currency if mark else None,
        symbol=(mark.symbol or None) if mark else None,
        of=of,
        stance=stance,
    )


_UNNAMED: Final = frozenset((PriceOf.SESSION, PriceOf.OTHER))


def _answering(u: Utterance, amount: Amount, of: PriceOf) -> PriceOf:
    """Return what an amount is the price of in answer to what the client asks or reports."""
    if of in _UNNAMED and answers_deposit(u, amount.first, amount.last, amount.low):
        return PriceOf.DEPOSIT
    if of is not PriceOf.SESSION:
        return of
    if asks_what_is_left(u.inbound) and not is_listed(u.known, float(amount.low)):
        return PriceOf.REMAINDER
    return PriceOf.OTHER if echoes(u, amount.first, amount.last, amount.low) else of


def _is_small_part(u: Utterance, amount: Amount) -> bool:
    """True for "a tenner up front": too little for the price, and paid before."""
    ahead = u.reading.words[amount.last : amount.last + 2]
    early = ahead in (["up", "front"], ["in", "advance"]) or ahead[:1] == ["upfront"]
    return early and is_small(u.known, float(amount.low))


def _stance(u: Utterance, first: int, last: int) -> Stance:
    """Return the stance towards an amount; "I wouldn't say no to 120" agrees to it."""
    stance = stance_of(u.reading, first, last)
    if stance is Stance.ASSERTED:
        return stance
    if stance is Stance.REFUSED and u.reading.words[max(0, first - 3) : first] == ["say", "no", "to"]:
        before = u.reading.words[first - 4 : first - 3]
        return Stance.ASSERTED if before and before[0] in _NOT else stance
    if stance is Stance.QUOTED and is_told_of_seen(u, last):
        return Stance.ASSERTED
    if stance is Stance.REFUSED and u.reading.words[last : last + 3] in _BOOKING:
        return Stance.ASSERTED
    return stance


_BOOKING: Final = (["and", "it's", "booked"], ["and", "that's", "booked"])
"""What an amount does, and not that nothing is left."""
_NOT: Final = frozenset("wouldn't won't not don't can't couldn't never".split())


def _add_cuts(u: Utterance, cuts: list[Cut]) -> None:
    """Add discounts and free things; an amount that one contains is part of it."""
    if not cuts:
        return
    at_word = {m.first: m for m in u.money}
    swallowed: set[int] = set()
    found: list[Money] = []
    for cut in cuts:
        inside = next(
            (i for i in range(cut.first, cut.last) if i in at_word and at_word[i].last <= cut.last), None
        )
        if inside is not None:
            swallowed.add(inside)
        amount = at_word[inside] if inside is not None else None
        found.append(
            Money(
                first=cut.first,
                last=cut.last,
                low=cut.low,
                high=cut.low,
                form=cut.form,
                currency=amount.currency if amount else None,
                symbol=amount.symbol if amount else None,
                of=cut.of,
                stance=stance_of(u.reading, cut.first, cut.last),
            )
        )
        u.take(cut.first, cut.last)
    u.money[:] = [m for m in u.money if m.first not in swallowed] + found


def _add_bare(u: Utterance, number: Number, low: Decimal) -> None:
    amount = Amount(number.first, number.last, low, number.value, None, number.first)
    if u.money and u.money[-1].first == number.first and u.money[-1].last < number.last:
        u.money.pop()  # the lower end of a range, which stood for itself
    u.money.append(_money(u, amount, None))


def _link_all(u: Utterance) -> None:
    """Give every amount its duration and mode; list members inherit from their neighbours."""
    money = u.money
    if all(m.of is PriceOf.OTHER for m in money):
        return
    links = Links(u)
    own = links.durations()
    for at, claim in enumerate(money):
        of = _worked_out(u, money, at) or claim.of
        if of is PriceOf.SESSION:
            link = _session_link(links, own, at, claim)
            mode = NO_MODE if _has_travel_on_top(u, money, at) else links.mode(at)
        elif of is not PriceOf.OTHER:
            link, mode = own[at] if own[at].strength >= _OWN_DURATION else Link(), NO_MODE
        else:
            continue
        if of is not claim.of or link.minutes is not None or mode.mode is not None:
            money[at] = _linked(u, claim, of, link, mode)


def _session_link(links: Links, own: list[Link], at: int, claim: Money) -> Link:
    """Return the duration of a session's price: stated, shared with a neighbour, or implied."""
    if claim.minutes is not None:
        return Link(claim.minutes)
    return links.firm(at, _length_of(links, own, at, claim))


def _length_of(links: Links, own: list[Link], at: int, claim: Money) -> Link:
    link = own[at]
    if claim.form is not MoneyForm.EXACT and links.are_many(claim.first):
        link = Link()
    elif link.minutes is None:
        link = links.shared(at, own)
    if link.minutes is None and not links.is_one_of_row(at) and not links.names_entry(at):
        apart = links.across_modes(at, own)
        return apart if apart.minutes is not None else links.implied_duration(claim.first)
    return link


def _has_travel_on_top(u: Utterance, money: list[Money], at: int) -> bool:
    """True for the 180 of "180 plus a 50 travel fee": the price without the journey."""
    if at + 1 >= len(money) or money[at + 1].of is not PriceOf.TRAVEL:
        return False
    between = u.reading.words[money[at].last : money[at + 1].first]
    return len(between) <= 4 and bool({"plus", "and", "+", "with"}.intersection(between))


_OWN_DURATION: Final = 6
"""How sure a link must be to make a deposit or a journey that of a duration."""
_FIRM: Final = 5
"""How sure a link must be to make a session's price that of a duration and no other."""


def _linked(u: Utterance, claim: Money, of: PriceOf, link: Link, mode: ModeLink) -> Money:
    stance = claim.stance
    if stance is Stance.REFUSED and (mode.mode or link.minutes) and _is_set_beside(u, claim):
        stance = Stance.ASSERTED
    if (
        stance is Stance.ASSERTED
        and link.duration
        and claim.last <= link.duration[0] <= claim.last + 3
        and _may_turn(u, link.duration[1])
    ):
        # "150 for two hours isn't something I do": what refuses follows the length
        wider = _stance(u, claim.first, link.duration[1])
        stance = wider if wider is Stance.REFUSED else stance
    return Money(
        first=claim.first,
        last=claim.last,
        stance=stance,
        low=claim.low,
        high=claim.high,
        form=claim.form,
        currency=claim.currency,
        symbol=claim.symbol,
        of=of,
        minutes=link.minutes,
        per=link.per,
        mode=mode.mode,
        duration=link.duration,
        length_implied=link.minutes is not None and link.minutes != claim.minutes and link.strength < _FIRM,
        mode_implied=mode.implied,
    )


def _is_set_beside(u: Utterance, claim: Money) -> bool:
    """True for the 115 of "85 at mine rather than 115 at yours": a price of ours as well, which the client has not named."""
    words = u.reading.words
    at = claim.first - (words[claim.first - 1 : claim.first] in _ARTICLES)
    if words[max(0, at - 2) : at] not in _BESIDE or not _NAMED_BY.isdisjoint(
        words[claim.last : claim.last + 4]
    ):
        return False
    heard = u.inbound
    return heard is None or claim.low not in numbers_heard(heard)


_ARTICLES: Final = (["the"], ["my"])
_BESIDE: Final = (["instead", "of"], ["rather", "than"])
_NAMED_BY: Final = frozenset("you u they he she someone".split())


def _may_turn(u: Utterance, last: int) -> bool:
    """True when something behind a length can turn what was said; a quick look before the real one."""
    _, end = u.reading.sentence(last - 1)
    marks = u.reading.marks
    return any(marks[at] & _TURNING for at in range(last, end))


_TURNING: Final = NEGATION | QUESTION | QUOTING | TURN
_SO: Final = frozenset("so which = i.e that's ( or leaves leaving".split())
_SO_GAP: Final = 12


def _worked_out(u: Utterance, money: list[Money], at: int) -> PriceOf | None:
    """Read the 10 of "20% up front, so €10" and the 130 of "180, less the 50 deposit, so 130"."""
    if not at or money[at].of is not PriceOf.SESSION:
        return None
    before = money[at - 1]
    if money[at].first - before.last > _SO_GAP:
        return None
    between = u.reading.words[before.last : money[at].first]
    if not _SO.intersection(between) or between[-1] == "at":
        return None
    if before.form is MoneyForm.PERCENT:
        return PriceOf.DEPOSIT
    return (
        PriceOf.REMAINDER if before.of in (PriceOf.DEPOSIT, PriceOf.REMAINDER) and "so" in between else None
    )
