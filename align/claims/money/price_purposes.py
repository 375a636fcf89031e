"""Read what an amount is for by what stands right after it: "$50 deposit", "20 for parking"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.money import price_nouns as nouns
from align.claims.money.added_costs import AHEAD, BACK, TRIPS, is_added, speaks_of_coming
from align.claims.money.fixed_purposes import fixed_after
from align.claims.money.tips import is_told_beside
from align.claims.numbers.numeral_words import SCALES, TENS, UNITS
from align.reading.cues import BREAK, CLIENT, CONJUNCTION, SELF, SENTENCE_END, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_STOPS: Final = (
    UNITS.keys()
    | TENS.keys()
    | SCALES.keys()
    | frozenset(
        "is 's are was if when i you we it this that which at by , ( — - : ) can will would here plus + excluding"
        " before after incl including & with".split()
    )
) - {"one", "zero"}
"""Another clause or number; the "one" of "a $50 one-off deposit" is none."""


def purpose_after(u: Utterance, last: int) -> PriceOf | None:
    """Read the noun or the purpose right after an amount."""
    words, marks = u.reading.words, u.reading.marks
    end = min(len(words), last + AHEAD)
    fixed = fixed_after(u, last)
    if fixed is not None:
        return fixed
    for at in range(last, end):
        word = words[at]
        if word == "-" and at > last and at + 1 < end and words[at + 1].isalpha() and words[at - 1].isalpha():
            continue  # "a 20 e-file charge"
        if word in _STOPS or word[0].isdigit():
            return None
        if (marks[at] & SERVICE_WORD or word in nouns.OWN) and at + 1 < end and words[at + 1] in nouns.FEES:
            continue  # the fee is what is named
        if word not in _NAMING and not marks[at] & _NAMING_MARKS:
            if _is_worn(u, at, last):
                return PriceOf.OTHER
            continue
        return _named(u, at, last)
    return None


def _is_worn(u: Utterance, at: int, last: int) -> bool:
    """True for the thing of "90 new" and "90 for a used strap", not for "anyone new" or "new clients"."""
    words = u.reading.words
    if words[at] not in _WORN or at + 1 >= len(words):
        return words[at] in _WORN and at == last
    if at == last and words[at] != "second":
        return words[at + 1] not in _NEWCOMERS
    following = words[at + 1]
    if words[at] == "second":
        return following == "hand"
    if u.reading.marks[at + 1] & (BREAK | SELF | CLIENT) or not following.isalpha():
        return False
    return following not in _NEWCOMERS and following not in nouns.OWN


def _named(u: Utterance, at: int, last: int) -> PriceOf | None:
    """Classify the noun at word `at`, which an amount that ends at `last` is for."""
    words = u.reading.words
    word = words[at]
    behind = words[at + 1] if at + 1 < len(words) else ""
    charged = behind in nouns.FEES and (word in TRIPS or _is_passed_on(u, at) or _is_put_on_top(u, at, last))
    if word in _NAMED:
        if word in nouns.DEPOSIT:
            return PriceOf.DEPOSIT
        if word in nouns.SURCHARGES:
            return PriceOf.TRAVEL if speaks_of_coming(u, last) else PriceOf.SESSION
        if charged or _is_journey(u, at, last):
            return PriceOf.TRAVEL
        sent = words[at - 1] in ("every", "each") and words[at + 1 : at + 2] in (["you"], ["who"], ["that"])
        if word in nouns.OTHERS and not sent and not u.reading.marks[at] & SERVICE_WORD:
            return None if _in_phrase(words, at, last) or is_told_beside(words, at) else PriceOf.OTHER
        if word in nouns.FEES and words[at - 1] not in nouns.COMPOUND and _there_is(words, last):
            return PriceOf.SESSION
        if word in TRIPS:
            return None
    if charged:
        return PriceOf.TRAVEL
    return PriceOf.OTHER if behind == "with" and _is_of_other(u, at + 2) else None


def _is_journey(u: Utterance, at: int, last: int) -> bool:
    """True for "45 for travel", "20 call-out", and for a fare that we ask: "thirty for my Uber", "25 for the diesel"."""
    words = u.reading.words
    word = words[at]
    if word in nouns.TRAVEL or word in nouns.JOURNEYS:
        return True
    if word == "call" and "out" in words[at + 1 : at + 3]:
        return True
    if word not in FARES:
        return False
    asked = words[at - 1] == "my" or words[at + 1 : at + 3] == ["on", "top"]
    return asked or _is_asked_for(u, last) or is_added(u, last)


def _there_is(words: list[str], last: int) -> bool:
    """True for "there's a $12 admin fee": whose it is goes without saying."""
    before = words[max(0, last - _ASKED) : last]
    return not _THERE.isdisjoint(before)


_THERE: Final = frozenset("there's there theres".split())


FARES: Final = frozenset(
    (
        "uber taxi cab lyft bolt fuel petrol gas diesel parking toll tolls mrt metro tube tram bus train "
        "fare fares ferry bridge transport"
    ).split()
)


def _is_asked_for(u: Utterance, last: int) -> bool:
    """True for "I add thirty bucks for the Uber", "I'd need an extra 25 for the diesel"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(last - 1)
    before = words[max(begin, last - _ASKED) : last]
    adding = not _PASSING.isdisjoint(before) or ("need" in before and "extra" in before)
    return adding and not nouns.SPEAKER.isdisjoint(before) and "for" in words[last : last + 2]


_ASKED: Final = 7


def _is_passed_on(u: Utterance, at: int) -> bool:
    """True for the parking of "a $15 parking charge, which I pass on": the client pays it to us."""
    begin, end = u.reading.sentence(at)
    words = u.reading.words[max(begin, at - BACK) : min(end, at + AHEAD)]
    return not nouns.SPEAKER.isdisjoint(words) and not _PASSING.isdisjoint(words)


def _is_put_on_top(u: Utterance, at: int, last: int) -> bool:
    """True for the parking of "there's a £10 parking supplement on top", unless it is others' prices that it tops."""
    words = u.reading.words
    if words[at + 2 : at + 4] != ["on", "top"] or not _there_is(words, last):
        return False
    begin, end = u.reading.sentence(at)
    begin = u.reading.sentence(begin - 1)[0] if begin else begin
    near = (*words[max(begin, last - BACK) : last - 1], *words[at + 4 : min(end, at + AHEAD)])
    return not any(word.removesuffix("'s") in nouns.OTHERS for word in near)


_PASSING: Final = frozenset("pass add adding charge top collect".split())


def _is_of_other(u: Utterance, at: int) -> bool:
    """True for the vet behaviourist of "340 for a consultation with the vet behaviourist", behind the "with"."""
    words, marks = u.reading.words, u.reading.marks
    at += words[at : at + 1] != [] and words[at] in nouns.DETERMINERS
    ahead = range(at, min(len(words), at + 3))
    return any(words[i] in nouns.PEOPLE and not marks[i] & SERVICE_WORD for i in ahead)


_NAMING: Final = (
    nouns.SURCHARGES
    | {"call", "transport", "transit", "fuel"}
    | nouns.JOURNEYS
    | nouns.DEPOSIT
    | nouns.TRAVEL
    | nouns.OTHERS
    | nouns.OWN
)
_NAMED: Final = _NAMING | nouns.FEES | FARES | TRIPS
_NAMING_MARKS: Final = SENTENCE_END | CONJUNCTION | SERVICE_WORD
_WORN: Final = frozenset("new used secondhand second".split())
_NEWCOMERS: Final = frozenset(
    "client clients customer customers pupil pupils student students patient patients people person "
    "faces face"
    " starter starters joiner joiners member members guests guest learners learner kids puppies dogs owners"
    " referrals enquiries enquiry bookings booking mums parents families drivers players year to".split()
)
"""Who or what is new to us."""


def _in_phrase(words: list[str], at: int, begin: int) -> bool:
    """True when the noun at `at` sits in a phrase like "at the hotel"."""
    back = at - 1
    while back >= begin and words[back] in nouns.DETERMINERS:
        back -= 1
    return back >= begin and words[back] in ("at", "in", "to", "near", "by", "from", "with", "around")
