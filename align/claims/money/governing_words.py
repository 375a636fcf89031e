"""Find the word that governs an amount: the nearest before it that tells whose price it is, or none.

Nobody says "the price" of a price. What stands before an amount names it ("the deposit is 50", "parking is 5"), says
who asks or pays it ("I charge", "it cost me"), or is another amount, whose role it shares.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.money import price_nouns as nouns
from align.claims.money.added_costs import ADDING, AHEAD, BACK
from align.claims.money.bare_price_words import HEADS
from align.claims.money.matched_prices import is_of_fee_elsewhere, is_with_us
from align.claims.money.noun_roles import MORE, noun_role
from align.claims.money.price_evidence import is_claimed, is_sent_to_us
from align.claims.money.price_modes import mode_cues_in
from align.claims.money.price_payers import KEEPING, RECEIVING
from align.claims.money.price_questions import asks_about, asks_how_much, speaks_of_price
from align.claims.money.price_sellers import is_from_elsewhere
from align.claims.money.price_ties import SMALL, TRIFLE, is_given_for, is_rough, is_small_sum, is_tied
from align.claims.money.third_parties import behind_aside
from align.claims.money.tips import TIPS, is_aside
from align.reading.cues import BREAK, CURRENCY, NUMERIC, SERVICE_WORD

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance


class Governed:
    """An amount, and what the words before it make it the price of."""

    __slots__ = ("_begin", "_first", "_last", "_marks", "_u", "_value", "_words")

    def __init__(self, u: Utterance, first: int, last: int, value: Decimal | None) -> None:
        """Look at the amount on the words `[first, last)`; `value` weighs for or against a price of ours."""
        self._u = u
        self._first, self._last, self._value = first, last, value
        self._words, self._marks = u.reading.words, u.reading.marks
        self._begin = max(u.reading.sentence(first)[0], first - BACK)

    def role(self, *, within_clause: bool = False) -> PriceOf:
        """Return what the nearest word that tells makes of the amount; our price `within_clause` that has none."""
        words, marks, first, last = self._words, self._marks, self._first, self._last
        theirs = False
        for at in range(behind_aside(self._u, self._begin, first), self._begin - 1, -1):
            if within_clause and marks[at] & BREAK:
                return PriceOf.SESSION
            tells, word = _telling(words[at])
            if not (tells or marks[at] & _TELLING_MARKS):
                continue
            if words[at] in TIPS and is_aside(words, at, first, last):
                continue
            role = self._role_by(at, word, theirs=theirs)
            if role is not None:
                return role
            theirs = theirs or word in nouns.OTHERS
        return self._ungoverned(within_clause=within_clause)

    def _role_by(self, at: int, word: str, *, theirs: bool) -> PriceOf | None:
        """Judge by one word that may tell; `theirs` where something that others sell stands behind it."""
        u, words, first = self._u, self._words, self._first
        if word in nouns.SPEAKER:
            got = self._is_small(SMALL) and not (
                self._is_tied() or _asks_for(words, at, first) or _gives_for(words, at, first)
            )
            return PriceOf.OTHER if got else PriceOf.SESSION
        if word in _OF_US:
            return PriceOf.SESSION if word not in _ME or is_with_us(words, at, first) else None
        if word in nouns.IT:
            return self._role_of_it(at)
        if at < first - 1 and self._marks[at] & (CURRENCY | NUMERIC) and _in_amount(u, at):
            aside = theirs and self._is_small(SMALL) and not self._is_tied()
            return PriceOf.OTHER if aside else self._like_before(at)
        if word in nouns.DEPOSIT and _is_spent(words, at, self._begin):
            return None
        role = noun_role(u, at, self._begin, word, first)
        if role is PriceOf.SESSION and self._is_small(TRIFLE):
            return role if self._is_tied() or is_given_for(u, first) else PriceOf.OTHER
        return role

    def _is_small(self, share: float = 0.5) -> bool:
        return is_small_sum(self._u, self._value, share)

    def _is_tied(self) -> bool:
        return is_tied(self._u, self._last)

    def _role_of_it(self, at: int) -> PriceOf | None:
        """Read the 38 of "you paid the tenner, so it's 38", and "it's 180 for the hour"."""
        words, first = self._words, self._first
        if first - at <= _NEAR_IT and is_of_fee_elsewhere(self._u, first):
            return PriceOf.OTHER
        if at == first - 1 and at > self._begin and words[at - 1] == "so":
            return PriceOf.REMAINDER if "paid" in words[self._begin : at] else PriceOf.SESSION
        return PriceOf.SESSION if self._is_tied() and not self._is_small() else None

    def _like_before(self, at: int) -> PriceOf:
        """Give the second amount of "$20 in the garage, $12 on the street" the role of the first."""
        u, words, first, last = self._u, self._words, self._first, self._last
        for money in reversed(u.money):
            if money.first <= at < money.last:
                listed = "or" in words[money.last : first] or words[last : last + 1] == ["or"]
                if money.of in _PARTS and listed and _PART_ENDS.isdisjoint(words[money.last : first]):
                    return money.of
                break
        if self._is_tied() or is_given_for(u, first):
            return PriceOf.SESSION
        nearest = next((money for money in reversed(u.money) if money.last <= at + 2), None)
        other = nearest is not None and nearest.of is PriceOf.OTHER and at - nearest.first < AHEAD
        return PriceOf.OTHER if other else PriceOf.SESSION

    def _ungoverned(self, *, within_clause: bool) -> PriceOf:
        """Judge where no word tells: a small or a vague amount is the price of something else, unless it is asked for."""
        u, first, last = self._u, self._first, self._last
        sized = self._value is None or within_clause or is_claimed(u, first, last, self._value)
        if sized and not self._is_elsewhere() and not self._is_trifle():
            return PriceOf.SESSION
        ours = (
            is_sent_to_us(u, first, last)
            or self._answers_how_much()
            or any(asks_about(u, at) for at in range(max(self._begin, first - _ASKED), first))
        )
        return PriceOf.SESSION if ours else PriceOf.OTHER

    def _answers_how_much(self) -> bool:
        """True for "that's a quick one, twenty bucks" to "just his nails, how much?"."""
        inbound, marks, last = self._u.inbound, self._marks, self._last
        if inbound is None or not asks_how_much(inbound):
            return False
        ends = last >= len(marks) or bool(marks[last] & BREAK)
        return ends and (self._first == 0 or bool(marks[self._first - 1] & BREAK))

    def _is_elsewhere(self) -> bool:
        """True for "about 30", "5 from the market", that no length is tied to."""
        vague = self._is_small(SMALL) and not self._is_by_the_head()
        return (vague or self._is_vague() or is_from_elsewhere(self._u, self._last)) and not self._is_tied()

    def _is_by_the_head(self) -> bool:
        """True for "8 a head", and for "a guest after the eighth is 20 each"."""
        behind = self._words[self._last : self._last + 2]
        if behind[:1] == ["each"]:
            heads = range(self._begin, self._first)
            return self._words[self._last + 1 : self._last + 2] != ["there"] and any(
                self._words[at].removesuffix("s") in HEADS for at in heads
            )  # "a guest pass is 20 each there"
        return len(behind) > 1 and behind[0] in ("a", "per") and behind[1] in HEADS

    def _is_vague(self) -> bool:
        """True for "around 30" with no "it" and no client before it, which answers no question for a price."""
        u, first, last = self._u, self._first, self._last
        if not is_rough(u, first) or not _IT_OR_YOU.isdisjoint(self._words[self._begin : first]):
            return False
        answers = first - self._begin <= _OPENING and speaks_of_price(u.inbound)
        return not answers and not mode_cues_in(u, last, last + _PLACED)

    def _is_trifle(self) -> bool:
        if not self._is_small(TRIFLE) or self._words[self._last : self._last + 1] == ["for"]:
            return False
        if self._is_by_the_head():
            return False
        return not speaks_of_price(self._u.inbound)


_ME: Final = frozenset(("me", "us"))
_OF_US: Final = _ME | {"%", "percent", "cent"}
_NEAR_IT: Final = 3
_OPENING: Final = 2
"""Words before the sum of an answer: "about 150", to "how much?"."""
_ASKED: Final = 5
_PLACED: Final = 5
"""Words behind a rough sum in which a mode makes it ours: "about 105 at your place"."""
_IT_OR_YOU: Final = nouns.IT | frozenset("you you'd you'll you're".split())
_PARTS: Final = frozenset((PriceOf.DEPOSIT, PriceOf.REMAINDER, PriceOf.TRAVEL))
_PART_ENDS: Final = frozenset("is 's are it's that's i you and but so".split())


def _asks_for(words: list[str], at: int, first: int) -> bool:
    """True where the speaker at word `at` asks or takes an amount; "I'll take the train, it's 3" is aside."""
    begin = next((i for i in range(first - 1, at, -1) if words[i] in nouns.IT and words[i - 1] == ","), at)
    return not nouns.ASKING.isdisjoint(words[begin:first])


def _gives_for(words: list[str], at: int, first: int) -> bool:
    """True for "I'll throw in his for a tenner": what one of us will do for a sum; "I'll grab milk for 2" buys."""
    return (
        (words[at] in _WILL or words[at + 1] in _CAN)
        and words[first - 1] in ("for", "at")
        and _GETTING.isdisjoint(words[at + 1 : first])
    )


_WILL: Final = frozenset(("i'll", "we'll"))
_CAN: Final = frozenset("can could".split())
_GETTING: Final = (
    nouns.BUYING
    | nouns.SPENDING
    | nouns.OTHERS
    | frozenset(
        "get take catch hop ride park eat drink have need bring meet go send print see make , .".split()
    )
)
"""What one does for money of one's own; behind a comma another clause names the sum."""


@lru_cache(maxsize=4096)
def _telling(word: str) -> tuple[bool, str]:
    """Say whether a word before an amount can tell whose it is; its possessive 's is left out."""
    if word[-2:] == "'s" and len(word) > 3:
        word = word[:-2]
    return word in _TELLING or word[0].isdigit(), word


def _in_amount(u: Utterance, at: int) -> bool:
    """True when a word belongs to one of the last amounts read."""
    return any(m.first <= at < m.last for m in u.money[-4:])


def _is_spent(words: list[str], at: int, begin: int) -> bool:
    """True for the noun of "R300 deposit", which belongs to the amount before it."""
    for back in range(at - 1, max(begin, at - 3) - 1, -1):
        if words[back][0].isdigit():
            return True
        if not words[back].isalpha() and words[back] != "-":
            return False
    return False


_TELLING: Final = (
    _ME | nouns.IT | nouns.SPEAKER | nouns.DEPOSIT | nouns.REMAINDER | nouns.TRAVEL | nouns.OWN | nouns.OTHERS | nouns.SPENDING
    | nouns.CHARGING
    | RECEIVING | KEEPING | {"%", "percent", "cent"} | {"out", "rest", "left", "pay", "park", "fine", "book", "cost", "costs", "charge"}
    | ADDING | MORE
)  # fmt: skip
_TELLING_MARKS: Final = SERVICE_WORD | CURRENCY | NUMERIC
