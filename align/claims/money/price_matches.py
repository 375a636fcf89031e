"""Read prices that are given by comparison alone: "I'll match that", "the old rate", "what you paid last year".

Such an offer names no amount of its own. Where the client's message names exactly one, that
is what is offered; else it is a price that the card does not give.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.clauses import starting_in
from align.claims.money.price_cuts import Cut
from align.reading.cues import BREAK, MODAL, SELF

if TYPE_CHECKING:
    from align.claims.money.price_cuts import Lookup
    from align.claims.utterance import Utterance

_MATCHING: Final = frozenset("match matching beat beating undercut honour honor honouring honoring".split())
_BEATING: Final = frozenset("beat beating undercut".split())
_HONOURING: Final = frozenset("honour honor honouring honoring".split())
_PRICES: Final = frozenset("price prices rate rates quote quotes offer deal fee cost".split())
_THEIRS: Final = frozenset("what whatever anything".split())
_THAT: Final = frozenset("that it this them those him her".split())
_PAYING: Final = frozenset("paid paying pay pays charged charging charges quoted quoting quotes".split())
_OLD: Final = frozenset("old previous former original earlier".split())
_LAST: Final = frozenset("year season time summer winter month".split())
_SPECIAL: Final = frozenset(
    "launch intro introductory pre-increase student family mates mate's friend friends neighbour "
    "neighbor loyalty"
    " senior pensioner staff insider early-bird better lower cheaper reduced special discounted".split()
)
"""What names a price that only some have: a card lists none of them."""
_KEEPING: Final = frozenset(
    "keep keeping stick sticking stay staying hold holding honour honor honouring honoring give giving "
    "do doing offer"
    " offering leave leaving have get charge charging go extend extending let".split()
)
_ASKING: Final = frozenset("do charge charging take accept ask asking".split())
_GIVING_FOR: Final = frozenset("for at to as on".split())
_WHOSE: Final = frozenset("your his her their the".split())
_PERSONS: Final = frozenset("you he she they u your his her their the".split())
_WILLING: Final = frozenset("happy glad gladly let lets let's us delighted can could able willing".split())
_REACH: Final = 9


def matched_at(look: Lookup, at: int) -> Cut | None:
    """Return the price that the words around `at` take from another, or None."""
    word = look.words[at]
    if word in _MATCHING:
        return _matched(look, at)
    if word in _PAYING:
        ahead = look.words[at + 1 : at + 3]
        freely = (
            _what_they_can(look, at + 1 + ahead.index("what")) if word == "pay" and "what" in ahead else None
        )
        return freely or _what_was_paid(look, at)
    if word in ("price", "prices", "rate", "rates"):
        return _old_price(look, at) or _same_price(look, at) or _price_of_shorter(look, at)
    if word == "whatever":
        return _what_they_can(look, at)
    return _same_as(look, at) if word == "same" else None


def _matched(look: Lookup, at: int) -> Cut | None:
    """Read "let me match that", "I'll honour last year's price", "happy to beat their quote"."""
    words = look.words
    begin, end = look.u.reading.sentence(at)
    if not _is_willing(look.u, begin, at) or words[at - 1] == "you":
        return None
    for place in range(at + 1, min(end, at + _REACH)):
        word = words[place]
        if word in _PRICES or word in _PAYING:
            return _cut(look, at, place + 1, beats=words[at] in _BEATING)
        near = place <= at + 2
        if (
            near
            and word in _THAT
            and words[at] not in _HONOURING
            and _bids(look.u)
            and _ends(look, place + 1)
        ):
            return _cut(look, at, place + 1, beats=words[at] in _BEATING)
        if place == at + 1 and word in _WHOSE and _bids(look.u):
            last = next((i for i in (place + 2, place + 3) if _ends(look, i)), None)
            return None if last is None else _cut(look, at, last, beats=words[at] in _BEATING)
        if look.u.reading.marks[place] & BREAK:
            return None
    return None


def _is_willing(u: Utterance, begin: int, at: int) -> bool:
    """True for a verb that one of us does or is ready to do."""
    marks, words = u.reading.marks, u.reading.words
    for place in range(at - 1, max(begin, at - _REACH) - 1, -1):
        if words[place] in _WILLING or marks[place] & (SELF | MODAL):
            return True
        if marks[place] & BREAK:
            return False
    return False


def _ends(look: Lookup, at: int) -> bool:
    return at >= len(look.words) or bool(look.u.reading.marks[at] & BREAK) or look.words[at] in _BEHIND


_BEHIND: Final = frozenset(
    (
        "is it's right fair afford manage spare at when for if this on so as today tonight since x xx price "
        "rate quote"
    ).split()
)


def _bids(u: Utterance) -> bool:
    """True when the client's message names an amount."""
    return u.inbound is not None and bool(u.inbound.money)


def _what_was_paid(look: Lookup, at: int) -> Cut | None:
    """Read "I'll do it for what you paid last year", "the same as whatever she charged you"."""
    words = look.words
    begin, _ = look.u.reading.sentence(at)
    for place in range(at - 1, max(begin, at - 5) - 1, -1):
        if words[place] not in _THEIRS:
            continue
        named = not _PERSONS.isdisjoint(words[place + 1 : at])
        given = place > begin and (
            words[place - 1] in _GIVING_FOR or not _ASKING.isdisjoint(words[max(begin, place - 2) : place])
        )
        given = given and _is_willing(look.u, begin, place)
        return _cut(look, place - 1, at + 1) if named and given else None
    return None


def _what_they_can(look: Lookup, at: int) -> Cut | None:
    """Read "pay me whatever you think is fair", "just give me what you can"."""
    words = look.words
    begin, _ = look.u.reading.sentence(at)
    paid = not _TO_PAY.isdisjoint(words[max(begin, at - 2) : at])
    if not paid or words[at + 1 : at + 2] not in (["you"], ["u"], ["ya"], ["feels"], ["seems"], ["suits"]):
        return None
    freely = any(words[i] in _FREELY and _ends(look, i + 1) for i in range(at + 1, min(len(words), at + 4)))
    return (
        Cut(at - 1, min(len(words), at + 3), None, MoneyForm.PERCENT_OFF, PriceOf.SESSION) if freely else None
    )


_TO_PAY: Final = frozenset("pay give gimme".split())
_FREELY: Final = frozenset("can think like feel feels want seems afford fair right manage spare".split())


def _old_price(look: Lookup, at: int) -> Cut | None:
    """Read "I'll keep you on last year's rate", "you can have the old price"."""
    words = look.words
    begin, _ = look.u.reading.sentence(at)
    before = [w.removesuffix("'s") for w in words[max(begin, at - 4) : at]]
    if before[-1:] in ([""], ["price"]):
        before.pop()
    if not before or any(m.first >= begin for m in reversed(look.u.money)):
        return None
    old = before[-1] in _OLD or (before[-1] in _LAST and "last" in before) or before[-1] in _SPECIAL
    if not old:
        return None
    lead = words[max(begin, at - _REACH) : at]
    kept = not _KEEPING.isdisjoint(lead) and _is_given(look.u, begin, at)
    return _cut(look, at - 1, at + 1) if kept else None


def _is_given(u: Utterance, begin: int, at: int) -> bool:
    """True where one of us gives it, or the client can have it."""
    marks, words = u.reading.marks, u.reading.words
    lead = range(max(begin, at - _REACH), at)
    return any(marks[i] & (SELF | MODAL) or words[i] in ("you'll", "you") for i in lead)


def _same_price(look: Lookup, at: int) -> Cut | None:
    """Read "the same price as your cousin" where the client named that price."""
    words = look.words
    if words[at - 1] != "same" or words[at + 1 : at + 2] not in (["as"], ["she"], ["he"], ["they"], ["you"]):
        return None
    return _named_only(look, at - 1, at + 1)


def _price_of_shorter(look: Lookup, at: int) -> Cut | None:
    """Read "come for ninety, I'll charge you the hour price": one length at the price of another."""
    length = look.durations_ending.get(at)
    begin, _ = look.u.reading.sentence(at)
    if length is None or _KEEPING.isdisjoint(look.words[max(begin, length.first - 4) : length.first]):
        return None
    longer = any(d.low > length.low for d in starting_in(look.u.durations, begin, length.first)) or any(
        n.value > length.low and n.value in look.u.known.session_minutes
        for n in starting_in(look.u.numbers, begin, length.first)
    )
    if not longer or not _is_given(look.u, begin, at):
        return None
    return Cut(length.first, at + 1, None, MoneyForm.PERCENT_OFF, PriceOf.SESSION)


def _same_as(look: Lookup, at: int) -> Cut | None:
    """Read "same as your cousin then", "I'll give you the same", "same deal for you"."""
    words = look.words
    following = words[at + 1 : at + 2]
    if following == ["as"]:
        return _named_only(look, at, at + 2) if _PERSONS.intersection(words[at + 2 : at + 3]) else None
    last = at + 1 + (following in (["deal"], ["discount"], ["price"], ["rate"]))
    if words[last : last + 2] in (["for", "you"], ["for", "ya"]):
        return _named_only(look, at, last + 2)
    given = not _GIVEN.isdisjoint(words[max(0, at - 4) : at]) and _ends(look, last)
    return _named_only(look, at, last) if given else None


_GIVEN: Final = frozenset("give do offer have get".split())


def multiplied_at(look: Lookup, at: int) -> Cut | None:
    """Read "1.5 times the price", "double the usual rate", "time and a half": more than the card asks."""
    words = look.words
    if words[at] == "half":
        if words[max(0, at - 3) : at] not in (
            ["time", "and", "a"],
            ["price", "and", "a"],
            ["rate", "and", "a"],
        ):
            return None
        return Cut(at - 3, at + 1, Decimal(-50), MoneyForm.PERCENT_OFF, look.object_of(at - 3, at + 1))
    if words[at] not in _PRICES:
        return None
    said = words[at + 1 : at + 3]
    if (
        said[:1] in (["is"], ["'s"], ["are"])
        and len(said) > 1
        and said[1] in _FACTORS
        and words[at + 3 : at + 4] != ["what"]
    ):
        return Cut(
            at, at + 3, 100 - 100 * _FACTORS[said[1]], MoneyForm.PERCENT_OFF, look.object_of(at, at + 3)
        )
    for first in range(at - 1, max(-1, at - 4), -1):
        factor = _FACTORS.get(words[first])
        if words[first] in ("times", "x"):
            number = look.numbers_ending.get(first)
            factor = None if number is None or number.value <= 1 else number.value
            first -= 1  # noqa: PLW2901 - the number belongs to the phrase
        if factor is not None:
            return Cut(
                first, at + 1, 100 - 100 * factor, MoneyForm.PERCENT_OFF, look.object_of(first, at + 1)
            )
        if words[first] not in _USUAL:
            return None
    return None


_FACTORS: Final = {"double": Decimal(2), "twice": Decimal(2), "triple": Decimal(3)}
_USUAL: Final = frozenset("the my our usual normal regular standard hourly".split())


def _named_only(look: Lookup, first: int, last: int) -> Cut | None:
    heard = look.u.inbound is not None and "%" in look.u.inbound.said
    return _cut(look, first, last) if heard or _amount_heard(look.u) is not None else None


def _cut(look: Lookup, first: int, last: int, *, beats: bool = False) -> Cut:
    amount = None if beats else _amount_heard(look.u)
    form = MoneyForm.PERCENT_OFF if amount is None else MoneyForm.EXACT
    return Cut(first, last, amount, form, PriceOf.SESSION)


def _amount_heard(u: Utterance) -> Decimal | None:
    """Return the one amount that the client's message names."""
    heard = {m.low for m in u.inbound.money[:_REACH] if m.form is MoneyForm.EXACT} if u.inbound else set()
    return heard.pop() if len(heard) == 1 else None
