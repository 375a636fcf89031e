"""Find prices that are made smaller: "10% off", "knock 40 off", "half price", "on the house".

Shares of the price, as deposits are stated ("25% to hold it"), are read here as well.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import MoneyForm, PriceOf
from align.claims.clauses import clause_around
from align.claims.duration_roles import SESSION_NOUNS
from align.claims.durations import UNIT_MINUTES
from align.claims.price_roles import role_of_price
from align.reading.cues import DISCOUNT, OFFER_WORD, PRICE, SENTENCE_END, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_PERCENT: Final = frozenset("% percent pct".split())
_CUTTING: Final = frozenset("knock knocking knocked take taking shave shaving lop chop cut drop get save".split())
_REDUCED: Final = frozenset("off discount cheaper reduction reduced less saving".split())
_ADVANCE: Final = frozenset(
    "deposit deposits upfront advance hold holds secure secures book reserve reserves retainer front".split()
)
_AVAILABILITY: Final = frozenset(
    "slot slots spot spots appointment appointments booking bookings hour hours date gap job one ones"
    " option evening morning afternoon day set sets meeting meet reading touch visits".split()
)
_NAMED: Final = SESSION_NOUNS - _AVAILABILITY
_FREE_NOUNS: Final = _NAMED | frozenset(
    "travel delivery upgrade extension add-on addon extra extras sample demo cancellation rebooking".split()
)
_NOT_OURS: Final = frozenset(
    "parking wifi wi-fi tea coffee water drinks drink snacks refill refills admission ride shuttle valet breakfast"
    " cake prosecco bubbles champagne lift towel towels entry croissants biscuits treats croissant".split()
)
"""What is given away without making our price smaller."""
_CHANGING: Final = frozenset(
    "reschedule rescheduling move moving cancel cancelling canceling cancellation change changing changes swap rebook"
    " shift rearrange postpone park delivery revisions edits retouching".split()
)
"""What may be done without a fee, and is no appointment."""
_IDIOMS: Final = _NOT_OURS | frozenset(
    "range gift hand hands gluten sugar dairy nut cruelty scent fragrance stress hassle worry pain smoke guilt will"
    " time spirit fall advice tip tips evening afternoon morning day weekend".split()
)
"""What "free" stands before in another sense."""
_EXTRA: Final = frozenset("first second third extra additional bonus initial trial taster intro introductory".split())
_NOTHING_TO_PAY: Final = {
    ("on", "the", "house"): 3,
    ("free", "of", "charge"): 3,
    ("for", "free"): 2,
    ("no", "charge"): 2,
    ("at", "no", "cost"): 3,
    ("at", "no", "charge"): 3,
    ("for", "nothing"): 2,
    ("my", "treat"): 2,
    ("gratis",): 1,
    ("complimentary",): 1,
    ("mates", "rates"): 2,
    ("bogo",): 1,
}


class Cut(NamedTuple):
    """A smaller price on the words `[first, last)`; `low` is an amount or a percentage."""

    first: int
    last: int
    low: Decimal | None
    form: MoneyForm
    of: PriceOf


def find_cuts(u: Utterance) -> list[Cut]:
    """Return all discounts, percentages and free things of a text, in order."""
    reading = u.reading
    found: list[Cut] = _on_me(u)
    reached = found[-1].last if found else 0
    for at in reading.where(DISCOUNT):
        if at < reached:
            continue
        cut = _cut_at(u, at)
        if cut is not None and cut.first >= reached:
            found.append(cut)
            reached = cut.last
    return found


_OUR_TREAT: Final = frozenset("visit session lesson one hour class trial set taster trim".split())


def _on_me(u: Utterance) -> list[Cut]:
    """Read "the first visit's on me"."""
    reading = u.reading
    words = reading.words
    at = reading.line.find(" on me ")
    if at < 0:
        return []
    place = reading.word_at(at + 1)
    begin, _ = reading.sentence(place)
    for first in range(place - 1, max(begin, place - 5) - 1, -1):
        if words[first].removesuffix("'s") == "travel":
            return [Cut(first, place + 2, Decimal(0), MoneyForm.FREE, PriceOf.TRAVEL)]
        if words[first] in _OUR_TREAT or reading.marks[first] & SERVICE_WORD:
            if words[place - 1] not in ("is", "'s", "be"):
                return []
            while first > begin and words[first - 1] in ("first", "this", "next", "your"):
                first -= 1  # noqa: PLW2901
            return [Cut(first, place + 2, Decimal(0), MoneyForm.FREE, PriceOf.SESSION)]
    return []


def _cut_at(u: Utterance, at: int) -> Cut | None:
    word = u.reading.words[at]
    if word in _PERCENT:
        return _percent(u, at)
    if word in ("off", "less", "cheaper", "discount", "discounts"):
        return _amount_off(u, at)
    if word == "half":
        return _half(u, at)
    if word in ("waive", "waived", "waiving", "skip"):
        return _waived(u, at)
    if word == "no":
        return _nothing(u, at) or _no_deposit(u, at)
    if word == "free":
        return _free(u, at)
    if word in ("charge", "charging"):
        return _no_charging(u, at)
    if word == "price":
        return _price_of_one(u, at)
    return _nothing(u, at)


def _percent(u: Utterance, at: int) -> Cut | None:
    """Read "10% off", "a 15 percent discount", "the deposit is 50%"."""
    words = u.reading.words
    number = next((n for n in u.numbers if n.last == at), None)
    if number is None or not 0 < number.value <= 100:
        return None
    first, last = number.first, at + 1
    ahead = words[last : last + 3]
    if any(w in _REDUCED for w in ahead[:2]):
        last += 1 + next(i for i, w in enumerate(ahead) if w in _REDUCED)
        first = _with_verb(words, first)
        return Cut(first, last, number.value, MoneyForm.PERCENT_OFF, _object_of(u, first, last))
    if words[first - 2 : first] in (["knock", "off"], ["take", "off"], ["discount", "of"]):
        return Cut(first - 2, last, number.value, MoneyForm.PERCENT_OFF, _object_of(u, first, last))
    begin, end = u.reading.sentence(at)
    around = words[max(begin, first - 8) : min(end, last + 7)]
    if any(w in _ADVANCE for w in around):
        return Cut(first, last, number.value, MoneyForm.PERCENT, PriceOf.DEPOSIT)
    return None


def _with_verb(words: list[str], first: int) -> int:
    if first and words[first - 1] in _CUTTING:
        return first - 1
    if first > 1 and words[first - 1] in ("you", "off", "another") and words[first - 2] in _CUTTING:
        return first - 2
    return first


def _amount_off(u: Utterance, at: int) -> Cut | None:
    """Read "knock 40 off", "20 off", "£10 cheaper", "a 20 discount", "a discount"."""
    words = u.reading.words
    word = words[at]
    number = _number_before(u, at)
    if number is None and word == "off" and at and words[at - 1] in _CUTTING:
        after = _number_after(u, at + 1)
        if after is not None:
            return Cut(at - 1, after[1], after[2], MoneyForm.AMOUNT_OFF, _object_of(u, at - 1, after[1]))
    if number is not None:
        first, value = number
        cutting = (first and words[first - 1] in _CUTTING) or (words[first - 2 : first - 1] and words[first - 2] in _CUTTING)
        following = words[at + 1] if at + 1 < len(words) else "."
        marked = at - 1 >= 0 and (not words[at - 1][0].isdigit() or words[first] in "$€£")
        if word in ("off", "discount") or cutting or marked or following in ("than", ".", ",", "for", "if"):
            if word in ("less", "cheaper") and not (marked or cutting or u.reading.seen & PRICE):
                return None
            first = _with_verb(words, first)
            return Cut(first, at + 1, value, MoneyForm.AMOUNT_OFF, _object_of(u, first, at + 1))
        return None
    if word in ("discount", "discounts") and words[at - 1 : at] not in (["no"], ["any"]):
        first = at - 1 if at and words[at - 1] in ("a", "small", "student", "little", "nice") else at
        return Cut(first, at + 1, None, MoneyForm.PERCENT_OFF, _object_of(u, first, at + 1))
    return None


def _number_before(u: Utterance, at: int) -> tuple[int, Decimal] | None:
    """Return the amount that ends before word `at`, a currency mark between them or not."""
    for amount in u.money:
        if amount.last == at and amount.low is not None:
            return amount.first, amount.low
    words = u.reading.words
    for number in u.numbers:
        if number.last == at and u.is_free(number.first, number.last) and words[at - 1] not in UNIT_MINUTES:
            return number.first, number.value
    return None


def _number_after(u: Utterance, at: int) -> tuple[int, int, Decimal] | None:
    for amount in u.money:
        if amount.first == at and amount.low is not None:
            return amount.first, amount.last, amount.low
    for number in u.numbers:
        if number.first == at and u.is_free(number.first, number.last):
            return number.first, number.last, number.value
    return None


def _half(u: Utterance, at: int) -> Cut | None:
    """Read "half price", "half off", "half the usual rate", "half up front"."""
    words = u.reading.words
    last = at + 1
    if words[last : last + 1] == ["-"]:
        last += 1
    following = words[last] if last < len(words) else ""
    if following in ("price", "off", "rate"):
        return Cut(at, last + 1, Decimal(50), MoneyForm.PERCENT_OFF, _object_of(u, at, last + 1))
    tail = words[last : last + 4]
    if following in ("the", "my", "your") and any(w in ("price", "rate", "cost", "fee") for w in tail):
        end = last + 1 + next(i for i, w in enumerate(tail) if w in ("price", "rate", "cost", "fee"))
        return Cut(at, end, Decimal(50), MoneyForm.PERCENT_OFF, _object_of(u, at, end))
    if following in ("upfront", "up") and (following == "upfront" or tail[1:2] == ["front"]):
        return Cut(at, last + (1 if following == "upfront" else 2), Decimal(50), MoneyForm.PERCENT, PriceOf.DEPOSIT)
    return None


def _waived(u: Utterance, at: int) -> Cut | None:
    """Read "waive the deposit", "skip the deposit", "the deposit's waived"."""
    words = u.reading.words
    begin, end = u.reading.sentence(at)
    for place in range(at + 1, min(end, at + 6)):
        of = _charge_named(words, place)
        if of is not None:
            return Cut(at, place + 1, Decimal(0), MoneyForm.FREE, of)
        if words[place] in (",", "and", "but"):
            break
    if words[at] == "waived":
        for place in range(at - 1, max(begin, at - 6) - 1, -1):
            of = _charge_named(words, place)
            if of is not None:
                return Cut(place, at + 1, Decimal(0), MoneyForm.FREE, of)
    return None


def _charge_named(words: list[str], at: int) -> PriceOf | None:
    word = words[at]
    if word in ("deposit", "retainer"):
        return PriceOf.DEPOSIT
    if word in ("fee", "charge", "cost", "surcharge"):
        before = words[at - 1]
        if before in ("travel", "callout", "travelling", "mileage", "call-out", "outcall"):
            return PriceOf.TRAVEL
        return PriceOf.DEPOSIT if before in ("booking", "holding") else PriceOf.SESSION
    return None


def _no_deposit(u: Utterance, at: int) -> Cut | None:
    """Read "no deposit needed", "no travel fee"."""
    words = u.reading.words
    for place in range(at + 1, min(len(words), at + 4)):
        of = _charge_named(words, place)
        if of is not None and of is not PriceOf.SESSION:
            return Cut(at, place + 1, Decimal(0), MoneyForm.FREE, of)
    return None


def _free(u: Utterance, at: int) -> Cut | None:
    """Read "the first hour's free", "a free trial", "do it for free"."""
    phrase = _nothing(u, at)
    if phrase is not None:
        return phrase
    words, marks = u.reading.words, u.reading.marks
    before = words[at - 1] if at else ""
    if before == "for":
        return Cut(at - 1, at + 1, Decimal(0), MoneyForm.FREE, _object_of(u, at - 1, at + 1))
    if before in ("feel", "-", "be"):
        return None
    length = next((d for d in u.durations if d.last == at), None)
    if length is not None:
        start = next((i for i in range(max(0, length.first - 1), length.last) if words[i] in _EXTRA), None)
        return None if start is None else Cut(start, at + 1, Decimal(0), MoneyForm.FREE, PriceOf.SESSION)
    noun = _free_noun(u, at)
    if noun is not None:
        return Cut(at, noun + 1, Decimal(0), MoneyForm.FREE, PriceOf.TRAVEL if words[noun] == "travel" else PriceOf.SESSION)
    if before not in ("is", "'s", "are", "be", "totally", "completely", "'re", "was"):
        return None
    begin, _ = u.reading.sentence(at)
    window = range(max(begin, at - 8), at - 1)
    ordinal = next((i for i in window if words[i] in _EXTRA), None)
    subject = next((i for i in reversed(window) if words[i] in _NAMED or words[i] == "travel"
                    or marks[i] & (SERVICE_WORD | OFFER_WORD)), None)  # fmt: skip
    following = words[at + 1] if at + 1 < len(words) else "."
    if ordinal is None and (subject is None or following in ("at", "from", "until", "tonight", "today", "tomorrow", "to", "on")):
        return None
    if any(words[i] in _NOT_OURS for i in window):
        return None
    start = ordinal if ordinal is not None else subject
    assert start is not None
    of = PriceOf.TRAVEL if words[start] == "travel" else PriceOf.SESSION
    return Cut(start, at + 1, Decimal(0), MoneyForm.FREE, of)


def _free_noun(u: Utterance, at: int) -> int | None:
    """Return the place of the session noun of "a free half hour trial", or None."""
    words, marks = u.reading.words, u.reading.marks
    for place in range(at + 1, min(len(words), at + 6)):
        word = words[place]
        if word in _IDIOMS or marks[place] & SENTENCE_END or word in ("to", "for", "at", "on", "in", "from", "and", "if"):
            return None
        if word in _FREE_NOUNS or marks[place] & SERVICE_WORD:
            return place
    return None


def _nothing(u: Utterance, at: int) -> Cut | None:
    """Read the fixed phrases for nothing to pay."""
    words = u.reading.words
    for phrase, back in _PHRASES.get(words[at], ()):
        first = at - back
        if first >= 0 and tuple(words[first : first + len(phrase)]) == phrase:
            last = first + len(phrase)
            if phrase[-1] == "house" and first and not _is_ours(u, first - 1):
                return None
            if phrase[0] in ("mates", "bogo"):
                return Cut(first, last, None, MoneyForm.PERCENT_OFF, PriceOf.SESSION)
            return Cut(first, last, Decimal(0), MoneyForm.FREE, _object_of(u, first, last))
    return None


def _is_ours(u: Utterance, at: int) -> bool:
    """True where "on the house" follows a verb or what we sell, not "congratulations"."""
    word = u.reading.words[at]
    return word in _BEFORE_HOUSE or word in SESSION_NOUNS or word in UNIT_MINUTES or bool(u.reading.marks[at] & SERVICE_WORD)


_BEFORE_HOUSE: Final = frozenset("is 's are be was it's that's it that one you free , - all her him extra".split())


def _no_charging(u: Utterance, at: int) -> Cut | None:
    """Read "won't charge you", "not charging for the extra"."""
    words = u.reading.words
    if at and words[at - 1] in ("won't", "wont", "not") and words[at + 1 : at + 2] in (["you"], ["for"], ["her"], ["him"]):
        return Cut(at - 1, at + 2, Decimal(0), MoneyForm.FREE, _object_of(u, at, at + 2))
    return None


def _price_of_one(u: Utterance, at: int) -> Cut | None:
    """Read "90 for the price of 60", "two for the price of one"."""
    words = u.reading.words
    if words[at - 2 : at] == ["for", "the"] and words[at + 1 : at + 2] == ["of"]:
        return Cut(at - 2, min(len(words), at + 3), None, MoneyForm.PERCENT_OFF, PriceOf.SESSION)
    return None


def _object_of(u: Utterance, first: int, last: int) -> PriceOf:
    """Return whose price is cut; somebody else's coffee and parking are none of ours."""
    words = u.reading.words
    begin, end = clause_around(u.reading, first, last, 8)
    around = words[begin:first] + words[last : min(end, last + 4)]
    if _CHANGING.intersection(around):
        return PriceOf.OTHER
    if any(w.removesuffix("'s") in _NOT_OURS for w in around):
        return PriceOf.OTHER
    return role_of_price(u, first, last)


_PHRASES: Final[dict[str, list[tuple[tuple[str, ...], int]]]] = {}
for _phrase in _NOTHING_TO_PAY:
    _key = next(w for w in _phrase if w in ("house", "free", "no", "nothing", "treat", "gratis", "complimentary", "rates", "bogo"))
    _PHRASES.setdefault(_key, []).append((_phrase, _phrase.index(_key)))
