"""Decide what an amount is the price of: the session, the deposit, travel, or not ours.

The noun that the amount belongs to decides: the one it stands before ("$50 deposit"), the
one it is for ("20 for parking"), or the subject of its clause ("the garage is around
$20"). A noun inside a prepositional phrase is no subject ("an hour at the hotel is 280").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Speaker
from align.claims.duration_roles import SESSION_NOUNS
from align.reading.cues import CONJUNCTION, CURRENCY, OFFER_WORD, SENTENCE_END, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_DEPOSIT: Final = frozenset("deposit deposits retainer downpayment".split())
_REMAINDER: Final = frozenset("balance remainder rest remaining outstanding left".split())
_TRAVEL: Final = frozenset("travel travelling traveling mileage callout call-out".split())
_OTHERS: Final = frozenset(
    "parking garage garages taxi taxis cab cabs uber ubers lyft bus buses tram trams train trains luas"
    " metro tube subway fare fares ferry toll tolls ticket tickets entry admission cover flight"
    " flights hotel hotels room rooms airbnb hostel b&b tip tips gratuity gratuities groceries"
    " grocery ingredients ingredient shopping food dinner lunch breakfast brunch meal meals coffee"
    " coffees tea cake drinks drink wine beer pint pints cocktail cocktails bar menu voucher vouchers"
    " gift-card fine fines penalty petrol gas diesel fuel strings string flute bow"
    " workbook textbook exams insurance licence license permit vet vets kennel charity"
    " raffle donation donations rent tax taxes vat bill invoice museum gallery cinema film show"
    " concert gig-ticket shop store supermarket market competitor competitors salon-down others"
    " leap oyster card-top bond postage shipping delivery meter locker locker-room pool sauna gym"
    " membership subscription dress shoes laptop serum"
    " shampoo product products strap carpark rental caterer catering"
    " florist flowers cousin friend neighbour neighbor sister"
    " brother mum mom dad boss wage wages salary mortgage lottery jackpot bet house-price".split()
)
"""Other people's prices: getting there, staying, eating, things, fees of third parties."""
_OWN: Final = SESSION_NOUNS | frozenset(
    "rate rates price prices pricing charge charges fee fees cost costs total totals hour hours mins"
    " minutes incall outcall card special deal quote mine package".split()
)
_HOLDING: Final = frozenset(
    "holds hold holding secures secure securing reserves reserve locks lock books booking confirms confirm".split()
)
_PREPOSITIONS: Final = frozenset(
    "at in to for of near by from with on into around off inside outside next opposite towards".split()
)
_DETERMINERS: Final = frozenset("the a an my your our his her their this that these those any some".split())
_SPENDING: Final = frozenset(
    "paid spent bought won lost raised donated saved owe owed lent borrowed tipped sold gave".split()
)
_THEIR: Final = frozenset("they he she he's she's they're others everyone someone somebody people most".split())
_CHARGING: Final = frozenset("charge charges charged charging ask asks want wants sell sells quoted".split())
_ROUGHLY: Final = frozenset("about around roughly approx approximately ~ circa".split())
_BACK: Final = 16


def role_of_price(u: Utterance, first: int, last: int) -> PriceOf:
    """Return what the amount on the words `[first, last)` is the price of."""
    after = _after(u, last)
    if after is not None:
        return after
    return _subject(u, first)


def _after(u: Utterance, last: int) -> PriceOf | None:
    """Read the noun or the purpose right after an amount."""
    words, marks = u.reading.words, u.reading.marks
    end = min(len(words), last + 7)
    at = last
    if words[at : at + 2] == ["on", "top"] or words[at : at + 1] in (["extra"], ["surcharge"]):
        return PriceOf.TRAVEL if _TRIPS & set(words[at : min(len(words), at + 8)]) else PriceOf.SESSION
    if words[at : at + 1] in (["flat"], ["total"], ["all-in"]) or words[at : at + 2] in (["all", "in"], ["in", "total"]):
        return PriceOf.SESSION
    if at < end and words[at] in _HOLDING:
        return PriceOf.DEPOSIT
    if at + 1 < end and words[at] in ("will", "to", "would", "just", "now") and words[at + 1] in _HOLDING:
        return PriceOf.DEPOSIT
    if at + 2 < end and words[at] == "now" and words[at + 1] == "to" and words[at + 2] in _HOLDING:
        return PriceOf.DEPOSIT
    if at < end and words[at] in ("remaining", "outstanding", "left", "balance", "remainder"):
        return PriceOf.REMAINDER
    if words[at : at + 2] in (["to", "come"], ["to", "travel"], ["to", "drive"], ["for", "travel"], ["for", "travelling"]):
        return PriceOf.TRAVEL
    purpose = False
    while at < end:
        word = words[at]
        if word in ("for", "towards", "toward", "on", "in"):
            purpose = word != "in"
        elif word in _DEPOSIT:
            return PriceOf.DEPOSIT
        elif word in _TRAVEL and not (at > last and words[at - 1] in ("plus", "and", "including", "incl")):
            return PriceOf.TRAVEL
        elif word in _OTHERS:
            return PriceOf.OTHER if not _in_phrase(words, at, last) else None
        elif word in _OWN or marks[at] & (SERVICE_WORD | OFFER_WORD):
            return None
        elif marks[at] & (SENTENCE_END | CONJUNCTION) or word in _STOPS:
            return None
        elif purpose and word not in _DETERMINERS:
            purpose = False
        at += 1
    return None


_TRIPS: Final = frozenset("petrol gas fuel travel travelling drive driving trip mileage distance come out".split())
_STOPS: Final = frozenset(
    "is 's are was if when i you we it that this which at by , ( — - : ) can will would here".split()
)


def _in_phrase(words: list[str], at: int, begin: int) -> bool:
    """True when the noun at `at` sits in a phrase like "at the hotel"."""
    back = at - 1
    while back >= begin and words[back] in _DETERMINERS:
        back -= 1
    return back >= begin and words[back] in _PREPOSITIONS - {"for", "towards", "on"}


def _subject(u: Utterance, first: int) -> PriceOf:
    """Read the noun that governs an amount, nearest first."""
    reading = u.reading
    words, marks = reading.words, reading.marks
    begin, end = reading.sentence(first)
    begin = max(begin, first - _BACK)
    fallback = PriceOf.SESSION
    roughly = False
    at = first - 1
    crossed = False
    while at >= begin:
        word = words[at]
        if word in _ROUGHLY and at >= first - 2:
            roughly = True
        elif word in _DEPOSIT and not crossed:
            return PriceOf.DEPOSIT
        elif word in _REMAINDER and not crossed and (word not in ("left", "rest") or words[at - 1 : at] == ["the"]):
            return PriceOf.REMAINDER
        elif word in _TRAVEL and not crossed and word != "travel" or (word == "travel" and _is_noun(words, at)):
            return PriceOf.TRAVEL
        elif word in _OTHERS or (word == "park" and words[at - 1 : at] == ["car"]):
            if not _governed(words, at, begin):
                return PriceOf.OTHER
        elif word in _SPENDING and not crossed:
            return PriceOf.OTHER
        elif word in _CHARGING and at > begin and words[at - 1] in _THEIR and u.speaker is not Speaker.CLIENT:
            return PriceOf.OTHER
        elif word in ("cost", "costs") and words[at + 1 : at + 2] in (["me"], ["him"], ["her"], ["them"], ["us"]):
            return PriceOf.OTHER
        elif word in _OWN or marks[at] & SERVICE_WORD:
            if not _governed(words, at, begin):
                return PriceOf.SESSION
        elif marks[at] & CURRENCY or (word[0].isdigit() and at < first - 1):
            crossed = True
        at -= 1
    if roughly and _small(u, first):
        return PriceOf.OTHER
    return fallback


def _is_noun(words: list[str], at: int) -> bool:
    """True for "travel" as a noun: "travel is 30", "for travel", "travel fee"."""
    following = words[at + 1] if at + 1 < len(words) else "."
    return following in ("is", "'s", "fee", "fees", "charge", "cost", "costs", "supplement", "surcharge", "expenses", "adds",
                         ":", "-", "to", "comes", "runs", "would")  # fmt: skip


def _governed(words: list[str], at: int, begin: int) -> bool:
    """True when a noun stands in a prepositional phrase, so is not the subject."""
    back = at - 1
    steps = 0
    while back >= begin and steps < 3:
        word = words[back]
        if word in _PREPOSITIONS:
            return True
        if word in ("is", "'s", "are", ",", "and", "or", "but", "so", "that", "i", "you"):
            return False
        back -= 1
        steps += 1
    return False


def _small(u: Utterance, first: int) -> bool:
    """True when an approximate amount is far below every amount of the card."""
    number = next((n for n in u.numbers if n.first >= first), None)
    if number is None or not u.known.amounts:
        return False
    return float(number.value) < 0.5 * min(map(float, u.known.amounts))
