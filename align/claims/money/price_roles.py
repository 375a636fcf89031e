"""Decide what an amount is the price of: the session, the deposit, travel, or not ours.

The noun that the amount belongs to decides: the one it stands before ("$50 deposit"), the
one it is for ("20 for parking"), or the subject of its clause ("the garage is around
$20"). A noun inside a prepositional phrase is no subject ("an hour at the hotel is 280").
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Speaker
from align.claims.money import price_nouns as nouns
from align.claims.money.card_scale import is_small
from align.reading.cues import BREAK, CONJUNCTION, CURRENCY, DURATION_UNIT, SENTENCE_END, SERVICE_WORD

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

_BACK: Final = 16
_AHEAD: Final = 7
_STOPS: Final = frozenset(
    "is 's are was if when i you we it that this which at by , ( — - : ) can will would here plus + excluding"
    " before after incl including & with".split()
)
_TRIPS: Final = frozenset(
    "petrol gas fuel travel travelling drive driving trip mileage distance come out".split()
)


def role_of_price(u: Utterance, first: int, last: int, value: Decimal | None = None) -> PriceOf:
    """Return what the amount on the words `[first, last)` is the price of."""
    role = _after(u, last)
    if role is PriceOf.REMAINDER:
        subject = _subject(u, first, last, value, within_clause=True)
        role = role if subject is PriceOf.SESSION else subject
    if role is None:
        role = _added_to(u, first, last) or _bought(u, first) or _subject(u, first, last, value)
    if role is not PriceOf.SESSION:
        return role
    if (_roughly(u, first) and _small(u, value)) or _echoes(u, last, value):
        return PriceOf.OTHER
    return role


def _added_to(u: Utterance, first: int, last: int) -> PriceOf | None:
    """Read the 45 of "150 plus 45 if I come to you" and "a surcharge of 45 for coming"."""
    words = u.reading.words
    before = words[first - 1] if first else ""
    if before == "of" and first > 1:
        before = words[first - 2]
    if before not in _PLUS:
        return None
    return None if _COMING.isdisjoint(words[last : last + 6]) else PriceOf.TRAVEL


_PLUS: Final = frozenset(("plus", "+", "surcharge"))


def _echoes(u: Utterance, last: int, value: Decimal | None) -> bool:
    """True for the 340 that the client reports of somebody else: "vet referred us, 340 quid!!"."""
    inbound = u.inbound
    if (
        inbound is None
        or value is None
        or not inbound.money
        or f"{value}" in u.known.amounts
        or _tied(u, last)
    ):
        return False
    return any(
        m.low == value and m.of is PriceOf.OTHER and not _names_us(inbound, m.first) for m in inbound.money
    )


def _names_us(inbound: Utterance, at: int) -> bool:
    """True for a price of ours at second hand: "my neighbour says you did it for 380"."""
    begin, end = inbound.reading.sentence(at)
    return not _US.isdisjoint(inbound.reading.words[begin:end])


_US: Final = frozenset("you your yours you'd you'll you're u ur".split())


def _after(u: Utterance, last: int) -> PriceOf | None:
    """Read the noun or the purpose right after an amount."""
    words, marks = u.reading.words, u.reading.marks
    end = min(len(words), last + _AHEAD)
    if last < end and words[last] in _FIXED and _opens_fixed(words, last):
        fixed = _fixed_after(u, last)
        if fixed is not None:
            return fixed
    for at in range(last, end):
        word = words[at]
        if word in _STOPS or word[0].isdigit():
            return None
        if word not in _NAMING and not marks[at] & _NAMING_MARKS:
            if word in _WORN and (word != "second" or words[at + 1 : at + 2] == ["hand"]):
                return PriceOf.OTHER
            continue
        if word in nouns.DEPOSIT:
            return PriceOf.DEPOSIT
        if word in nouns.TRAVEL or word in nouns.JOURNEYS:
            return PriceOf.TRAVEL
        if word in nouns.OTHERS and not marks[at] & SERVICE_WORD:
            return PriceOf.OTHER if not _in_phrase(words, at, last) else None
        return PriceOf.OTHER if _with_other(u, at + 1) else None
    return None


def _with_other(u: Utterance, at: int) -> bool:
    """True for the "with the vet behaviourist" of "340 for a consultation with …"."""
    words, marks = u.reading.words, u.reading.marks
    if at + 1 >= len(words) or words[at] != "with":
        return False
    begin = at + 1 + (words[at + 1] in nouns.DETERMINERS)
    ahead = range(begin, min(len(words), begin + 3))
    return any(words[i] in nouns.PEOPLE and not marks[i] & SERVICE_WORD for i in ahead)


def _opens_fixed(words: list[str], at: int) -> bool:
    """Look ahead of the comma and the "for" that mostly open something else."""
    needed = _NEEDED.get(words[at])
    return needed is None or (at + 1 < len(words) and words[at + 1] in needed)


_NEEDED: Final = {",": frozenset(("will", "to", "would", "just")), "for": frozenset(("travel", "travelling"))}
_FIXED: Final = (
    nouns.HOLDING
    | frozenset(
        "on extra surcharge dearer flat total all-in all in , will to would just of as balance remainder for up is 's was are has you you've already more"
        " can".split()
    )
    | nouns.SETTLED
)
_NAMING: Final = nouns.JOURNEYS | nouns.DEPOSIT | nouns.TRAVEL | nouns.OTHERS | nouns.OWN
_NAMING_MARKS: Final = SENTENCE_END | CONJUNCTION | SERVICE_WORD
_WORN: Final = frozenset("new used secondhand second".split())
_PART_PHRASES: Final = frozenset(
    (("up", "front"), ("in", "advance"), ("to", "settle"), ("to", "pay"), ("to", "go"))
)
_TO_TRAVEL: Final = frozenset(("come", "travel", "drive"))


def _fixed_after(u: Utterance, at: int) -> PriceOf | None:
    """Read "75 holds it", "50, to hold the time", "£40 of that as a deposit", "105 left"."""
    words = u.reading.words
    if words[at] == "of" and words[at + 1 : at + 2] in (["that"], ["it"], ["which"]):
        at += 2
    first, second, third = (*words[at : at + 3], "", "", "")[:3]
    if first in nouns.HOLDING:
        return PriceOf.DEPOSIT
    surcharge = _surcharge(u, at, first, second)
    if surcharge is not None:
        return surcharge
    opening, following = (second, third) if first in (",", "now") else (first, second)
    if opening in ("will", "to", "would", "just") and following in nouns.HOLDING:
        return PriceOf.DEPOSIT
    if first == "as" and "deposit" in (second, third):
        return PriceOf.DEPOSIT
    if first in ("you've", "you", "already") and second in ("paid", "sent", "already", "transferred", "gave"):
        return PriceOf.REMAINDER
    if first in ("is", "'s", "was") and second in ("his", "her", "their", "theirs", "hers"):
        return PriceOf.OTHER
    return PriceOf.REMAINDER if _is_part(first, second, third) else None


def _surcharge(u: Utterance, at: int, first: str, second: str) -> PriceOf | None:
    """Read "18 more", "20 extra", "a fiver on top for petrol", and what is a whole price."""
    words = u.reading.words
    if first == "more" and second not in ("than", "for"):
        begin, _ = u.reading.sentence(at)
        return PriceOf.TRAVEL if _COMING.intersection(words[begin : at + 8]) else PriceOf.OTHER
    if first in ("extra", "surcharge", "dearer") or (first == "on" and second == "top"):
        away = _TRIPS.intersection(words[at : at + 8]) or _speaks_of_coming(u, at)
        return PriceOf.TRAVEL if away else PriceOf.SESSION
    if first == "on" and _is_added(u, at):
        return PriceOf.TRAVEL
    if first in ("flat", "total", "all-in") or (first, second) in (
        ("all", "in"),
        ("in", "total"),
        ("in", "all"),
    ):
        return PriceOf.SESSION
    if (first == "to" and second in _TO_TRAVEL) or (first == "for" and second in ("travel", "travelling")):
        return PriceOf.TRAVEL
    return None


def _speaks_of_coming(u: Utterance, at: int) -> bool:
    """True when the clause before word `at` is about coming to the client: "coming to you is 45"."""
    words = u.reading.words
    begin, _ = u.reading.sentence(at)
    begin = max(begin, at - _BACK)
    if not _COMING.isdisjoint(words[begin:at]):
        return True
    return any(words[i] in _AT_THEIRS and words[i - 1] == "at" for i in range(begin + 1, at))


def _is_added(u: Utterance, at: int) -> bool:
    """True for both amounts of "coming to you adds 45 on the hour and 55 on two hours"."""
    begin, _ = u.reading.sentence(at)
    begin = max(begin, at - _BACK)
    return not _ADDING.isdisjoint(u.reading.words[begin:at]) and _speaks_of_coming(u, at)


_COMING: Final = _TRIPS | frozenset("coming travels outcall outcalls callout callouts".split())
_AT_THEIRS: Final = frozenset("yours your".split())
_ADDING: Final = frozenset("adds add adding".split())


def _is_part(first: str, second: str, third: str) -> bool:
    """True for a part of the price by when or whether it is paid: "now", "left", "on the day"."""
    if first in nouns.SETTLED or first in ("balance", "remainder"):
        return True
    if first in ("is", "'s", "are", "was", "has"):
        return second in nouns.SETTLED - {"before", "now"}
    if first == "can":
        return second in ("follow", "wait")
    if first == "on":
        return second == "arrival" or (second == "the" and third in ("day", "night"))
    return (first, second) in _PART_PHRASES


def _in_phrase(words: list[str], at: int, begin: int) -> bool:
    """True when the noun at `at` sits in a phrase like "at the hotel"."""
    back = at - 1
    while back >= begin and words[back] in nouns.DETERMINERS:
        back -= 1
    return back >= begin and words[back] in ("at", "in", "to", "near", "by", "from", "with", "around")


def _bought(u: Utterance, first: int) -> PriceOf | None:
    """Read "you can find one for about €90": what is bought elsewhere."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    at = first - 1
    while at >= begin and words[at] in _ABOUT:
        at -= 1
    if at <= begin or words[at] not in ("for", "from", "at"):
        return None
    window = words[max(begin, at - 10) : at]
    return PriceOf.OTHER if any(w in nouns.BUYING for w in window) else None


_ABOUT: Final = nouns.ROUGHLY | {"the", "a", "just", "under", "as"}


def _subject(
    u: Utterance, first: int, last: int, value: Decimal | None, *, within_clause: bool = False
) -> PriceOf:
    """Read the noun that governs an amount, nearest first."""
    reading = u.reading
    words, marks = reading.words, reading.marks
    begin, _ = reading.sentence(first)
    begin = max(begin, first - _BACK)
    for at in range(first - 1, begin - 1, -1):
        if within_clause and marks[at] & BREAK:
            return PriceOf.SESSION
        tells, word = _telling(words[at])
        if not tells and not marks[at] & _TELLING_MARKS:
            continue
        if word in nouns.IT and _tied(u, last) and not _small(u, value):
            return PriceOf.SESSION
        if word in nouns.SPEAKER:
            return PriceOf.SESSION
        if word in ("%", "percent"):
            return PriceOf.SESSION
        if at < first - 1 and (marks[at] & CURRENCY or words[at][0].isdigit()) and _in_amount(u, at):
            return _like_before(u, at, last)
        role = (
            None
            if word in nouns.DEPOSIT and _is_spent(words, at, begin)
            else _noun(u, at, begin, word, first)
        )
        if role is not None:
            return (
                PriceOf.OTHER
                if role is PriceOf.SESSION and _small(u, value, _TRIFLE) and not _tied(u, last)
                else role
            )
    # with no noun of ours in sight, a small amount is the price of something else
    return PriceOf.OTHER if _small(u, value, _SMALL) and not _tied(u, last) else PriceOf.SESSION


@lru_cache(maxsize=4096)
def _telling(word: str) -> tuple[bool, str]:
    """Say whether a word before an amount can tell whose it is; its possessive 's is left out."""
    if word[-2:] == "'s" and len(word) > 3:
        word = word[:-2]
    return word in _TELLING or word[0].isdigit(), word


def _in_amount(u: Utterance, at: int) -> bool:
    """True when a word belongs to one of the last amounts read."""
    return any(m.first <= at < m.last for m in u.money[-4:])


_SMALL: Final = 0.3
_TRIFLE: Final = 0.1
"""Shares of the card's smallest amount."""


def _is_spent(words: list[str], at: int, begin: int) -> bool:
    """True for the noun of "R300 deposit", which belongs to the amount before it."""
    for back in range(at - 1, max(begin, at - 3) - 1, -1):
        if words[back][0].isdigit():
            return True
        if not words[back].isalpha() and words[back] != "-":
            return False
    return False


_OWN_CHARGE: Final = nouns.DETERMINERS | {"no", "extra", "travel"}
_TELLING: Final = (
    nouns.IT | nouns.SPEAKER | nouns.DEPOSIT | nouns.REMAINDER | nouns.TRAVEL | nouns.OWN | nouns.OTHERS | nouns.SPENDING
    | nouns.CHARGING
    | {"%", "percent"} | {"rest", "park", "book", "cost", "costs", "charge"}
    | _ADDING | {"dearer", "extra", "more"}
)  # fmt: skip
_TELLING_MARKS: Final = SERVICE_WORD | CURRENCY


def _noun(u: Utterance, at: int, begin: int, word: str, first: int) -> PriceOf | None:
    """Classify one word before an amount; None when it decides nothing."""
    words, marks = u.reading.words, u.reading.marks
    before = words[at - 1] if at > begin else ""
    if word in nouns.DEPOSIT:
        return PriceOf.DEPOSIT
    if word in nouns.REMAINDER or (word == "rest" and before == "the"):
        return None if word == "other" and before != "the" else PriceOf.REMAINDER
    if word in nouns.TRAVEL and (word != "travel" or _is_noun(words, at)):
        return PriceOf.TRAVEL
    if word in _ADDING and at >= first - 2:
        return PriceOf.TRAVEL if _speaks_of_coming(u, at) else None
    if word in ("dearer", "extra", "more") and words[at + 1] == "by":
        return PriceOf.TRAVEL if _speaks_of_coming(u, at) else None
    if word in nouns.CHARGING and _theirs(u, before):
        return PriceOf.OTHER
    if word in ("cost", "costs") and at >= first - 2:
        # a verb: its subject decides
        return PriceOf.OTHER if words[at + 1] in ("me", "him", "her", "them", "us") else None
    if marks[at] & SERVICE_WORD or word in nouns.OWN:
        return _own_noun(words, at, begin, word, before)
    if _is_others(word, before):
        return None if _governed(words, at, begin) else PriceOf.OTHER
    return PriceOf.OTHER if word in nouns.SPENDING and before not in ("you", "you've", "already") else None


def _own_noun(words: list[str], at: int, begin: int, word: str, before: str) -> PriceOf | None:
    """Judge a noun of ours: "the exam fee" is not, nor "a set of strings"."""
    if word in nouns.PRICE_NOUNS and before.removesuffix("'s") in nouns.COMPOUND:
        return PriceOf.OTHER
    measured = word in nouns.MEASURES and words[at + 1 : at + 2] == ["of"]
    return None if measured or _governed(words, at, begin) else PriceOf.SESSION


def _is_others(word: str, before: str) -> bool:
    if word in nouns.OTHERS:
        return True
    return (word == "park" and before == "car") or (word == "book" and before in ("the", "a", "that"))


def _theirs(u: Utterance, before: str) -> bool:
    """True when somebody else does the charging: "the chain charges", "her old teacher charged"."""
    if u.speaker is Speaker.CLIENT or before in nouns.CHARGERS:
        return False
    return before in nouns.THEIRS or (before.isalpha() and before not in _OWN_CHARGE)


def _is_noun(words: list[str], at: int) -> bool:
    """True for "travel" as a noun: "travel is 30", "for travel", "travel fee"."""
    following = words[at + 1] if at + 1 < len(words) else "."
    return following in ("is", "'s", "fee", "fees", "charge", "cost", "costs", "supplement", "surcharge", "expenses", "adds",
                         ":", "-", "comes", "runs", "would", ",")  # fmt: skip


def _governed(words: list[str], at: int, begin: int) -> bool:
    """True when a noun stands in a prepositional phrase, so is not the subject."""
    for back in range(at - 1, max(begin, at - 3) - 1, -1):
        word = words[back]
        if word == "of" and back > begin and words[back - 1] in nouns.MEASURES:
            return False
        if word in nouns.PREPOSITIONS:
            return True
        if word in ("is", "'s", "are", ",", "and", "or", "but", "so", "that", "i", "you"):
            return False
    return False


def _like_before(u: Utterance, at: int, last: int) -> PriceOf:
    """Give the second amount of "$20 in the garage, $12 on the street" the role of the first."""
    if not _tied(u, last):
        for money in reversed(u.money):
            if money.last <= at + 2:
                return (
                    PriceOf.OTHER
                    if money.of is PriceOf.OTHER and at - money.first < _AHEAD
                    else PriceOf.SESSION
                )
    return PriceOf.SESSION


def _tied(u: Utterance, last: int) -> bool:
    """True when a duration follows: "for the hour", "an hour"."""
    marks = u.reading.marks
    words = u.reading.words
    if last >= len(words) or words[last] not in _TYING:
        return False
    return any(marks[i] & DURATION_UNIT for i in range(last + 1, min(len(marks), last + 5)))


_TYING: Final = frozenset(("for", "per", "an", "a", "/", "the"))


def _roughly(u: Utterance, first: int) -> bool:
    return not nouns.ROUGHLY.isdisjoint(u.reading.words[max(0, first - 2) : first])


def _small(u: Utterance, value: Decimal | None, share: float = 0.5) -> bool:
    """True when an amount is far below every amount of the card."""
    return value is not None and is_small(u.known, float(value), share)
