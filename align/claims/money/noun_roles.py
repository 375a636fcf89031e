"""Classify a noun or a verb before an amount: a part of the price, the way, who pays, what we sell, what others sell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.money import price_nouns as nouns
from align.claims.money.added_costs import ADDING, speaks_of_coming
from align.claims.money.countered_sums import is_countered
from align.claims.money.price_payers import PAYING, deposit_of, is_paid, paid_by
from align.claims.money.price_subjects import governed, heads_clause, is_brought, is_others
from align.claims.vocatives import VOCATIVES
from align.reading.cues import CALENDAR, CLIENT, CLOCK, DURATION_UNIT, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def noun_role(u: Utterance, at: int, begin: int, word: str, first: int) -> PriceOf | None:
    """Classify the word at `at` before the amount on word `first`; None when it decides nothing."""
    words = u.reading.words
    before = words[at - 1] if at > begin else ""
    if word in _PART_OR_PAID:
        if word in nouns.DEPOSIT and not (word == "advance" and before == "in"):
            return deposit_of(words, at, begin)
        if _is_rest(words, at, word, before, first):
            return PriceOf.REMAINDER
        if _is_journey(words, at, word):
            return PriceOf.TRAVEL
        if (word in ADDING and at >= first - 2) or (word in MORE and words[at + 1] == "by"):
            return PriceOf.TRAVEL if speaks_of_coming(u, at) else None
        if is_paid(words, at, word, before, first):
            return None if is_countered(u, at, first) else paid_by(u, at, word, before)
    if u.reading.marks[at] & SERVICE_WORD or word in nouns.OWN:
        return PriceOf.OTHER if _done_by_others(words, at, begin) else _own_noun(u, at, begin, word, before)
    if not is_others(word, before) or _is_called(words, at, word, before, first):
        return None
    if is_brought(words, at, begin) or (governed(words, at, begin) and not heads_clause(u, at)):
        return None
    return PriceOf.OTHER


MORE: Final = frozenset("dearer extra more".split())
_PART_OR_PAID: Final = (
    nouns.DEPOSIT
    | nouns.REMAINDER
    | nouns.TRAVEL
    | PAYING
    | ADDING
    | MORE
    | frozenset("rest other left out cost costs".split())
)


def _is_called(words: list[str], at: int, word: str, before: str, first: int) -> bool:
    """True for a person who is spoken to, "ok boss, 150", or has our price: "friends and family", "friends are 30"."""
    if words[at + 1] == ",":
        return (word in VOCATIVES or word == "friend") and before not in _WHOSE
    if words[at + 1] == "and":
        return words[at + 2] == "family"
    return word[-1] == "s" and words[at + 1 : first] == ["are"] and not before.isalpha()


_WHOSE: Final = frozenset("your the his her their our a an".split())
"""Before a person who is spoken of, and not to: "ok boss, 150", "my friend, 40k"."""


def _is_rest(words: list[str], at: int, word: str, before: str, first: int) -> bool:
    """True for what is left of a price: "the other 130", "what's left is", "you owe me"; not "the other shop"."""
    if word == "rest":
        return before == "the"
    if word == "other":
        return before == "the" and (at + 1 == first or words[at + 1] in _HALVES)
    if word == "left":
        return words[at + 1] in ("is", "'s", ":")
    return word in nouns.REMAINDER


_HALVES: Final = frozenset("half part bit portion".split())


def _own_noun(u: Utterance, at: int, begin: int, word: str, before: str) -> PriceOf | None:
    """Judge a noun of ours: "the exam fee" is not, nor "a set of strings"."""
    if word in nouns.PRICE_NOUNS and (before in _OF_OTHERS or _is_owner(u, at - 1, before)):
        return PriceOf.OTHER
    words = u.reading.words
    measured = word in nouns.MEASURES and words[at + 1 : at + 2] == ["of"]
    return None if measured or governed(words, at, begin) else PriceOf.SESSION


def _is_owner(u: Utterance, at: int, word: str) -> bool:
    """True for what makes a price somebody else's: "exam fee", "Spotlight's fee", not "today's price"."""
    owner = word.removesuffix("'s")
    if owner in nouns.COMPOUND:
        return True
    ours = u.reading.marks[at] & (CALENDAR | CLOCK | DURATION_UNIT | SERVICE_WORD | SELF | CLIENT)
    return owner != word and not ours and owner not in _NO_OWNERS


_OF_OTHERS: Final = frozenset("their his her".split())
_NO_OWNERS: Final = nouns.OWN | nouns.IT | nouns.SPEAKER


def _done_by_others(words: list[str], at: int, begin: int) -> bool:
    """True for the facials of "my friend Jo does facials", not of "an hour does it", "how does a facial at 90 sound?"."""
    for back in range(at - 1, max(begin, at - 3), -1):
        if words[back] == "does":
            doer = words[back - 1]
            return doer not in nouns.IT and doer not in nouns.OWN and doer not in _ASKED_HOW
    return False


_ASKED_HOW: Final = frozenset("how what when where which why so and".split())


def _is_journey(words: list[str], at: int, word: str) -> bool:
    """True for "mileage is 30", "travel is 30", "call-out's 30"."""
    if word == "out":
        return words[max(0, at - 2) : at] == ["call", "-"]
    return word in nouns.TRAVEL and (word != "travel" or _is_noun(words, at))


def _is_noun(words: list[str], at: int) -> bool:
    """True for "travel" as a noun: "travel is 30", "for travel", "travel fee"."""
    following = words[at + 1] if at + 1 < len(words) else "."
    return following in ("is", "'s", "fee", "fees", "charge", "cost", "costs", "supplement", "surcharge", "expenses", "adds",
                         ":", "-", "comes", "runs", "would", ",")  # fmt: skip
