"""Decide what an amount is the price of: the session, the deposit, travel, or not ours.

The noun that the amount belongs to decides: the one it stands before ("$50 deposit"), the
one it is for ("20 for parking"), or the subject of its clause ("the garage is around
$20"). A noun inside a prepositional phrase is no subject ("an hour at the hotel is 280").
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.clauses import starting_in
from align.claims.money import price_nouns as nouns
from align.claims.money.bare_price_words import HEADS
from align.claims.money.bought_things import bought_elsewhere
from align.claims.money.card_scale import is_small
from align.claims.money.changing_hands import changes_hands, is_pitch
from align.claims.money.clients_people import is_let_have
from align.claims.money.countered_sums import is_countered
from align.claims.money.matched_prices import is_matched, is_of_fee_elsewhere, is_with_us
from align.claims.money.others_doing import is_asked_by_trade
from align.claims.money.price_additions import comes_on_top_of_others, is_journey_on_top
from align.claims.money.price_evidence import is_claimed, is_sent_to_us
from align.claims.money.price_modes import mode_cues_in
from align.claims.money.price_payers import (
    KEEPING,
    RECEIVING,
    deposit_of,
    is_paid,
    is_paid_to_others,
    paid_by,
)
from align.claims.money.price_purposes import (
    ADDING,
    AHEAD,
    BACK,
    COMING,
    comes_on_top,
    costs_more,
    names_others,
    purpose_after,
    speaks_of_coming,
)
from align.claims.money.price_questions import asks_about, speaks_of_price
from align.claims.money.price_sellers import is_bought_from, is_from_elsewhere, is_of_retailer, is_of_shop
from align.claims.money.price_subjects import governed, heads_clause, is_brought, is_others
from align.claims.money.priced_things import is_price_of_thing
from align.claims.money.third_parties import behind_aside
from align.claims.money.tips import is_aside, is_left_as_tip
from align.claims.money.told_apart import is_told_apart
from align.claims.vocatives import VOCATIVES
from align.reading.cues import (
    BREAK,
    CALENDAR,
    CLIENT,
    CLOCK,
    CURRENCY,
    DURATION_UNIT,
    NUMERIC,
    SELF,
    SERVICE_WORD,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance


def role_of_price(u: Utterance, first: int, last: int, value: Decimal | None = None) -> PriceOf:
    """Return what the amount on the words `[first, last)` is the price of."""
    if changes_hands(u, first, last) or is_pitch(u.reading.words, last) or is_paid_to_others(u, last):
        return PriceOf.OTHER
    if is_left_as_tip(u, first, last):
        return PriceOf.OTHER
    role = PriceOf.OTHER if is_told_apart(u, first, last) else _role(u, first, last, value)
    ours = role is PriceOf.OTHER and not _small(u, value) and is_matched(u, last)
    return PriceOf.SESSION if ours else role


def _role(u: Utterance, first: int, last: int, value: Decimal | None) -> PriceOf:
    role = None if _is_whole(u, first) else purpose_after(u, last)
    if role is None and _is_put_down(u.reading.words, first):
        return PriceOf.DEPOSIT
    if role is None and is_let_have(u, first, last):
        return PriceOf.SESSION
    if role is PriceOf.OTHER and is_journey_on_top(u, first, last):
        return PriceOf.TRAVEL
    if role is PriceOf.SESSION and comes_on_top(u, last):
        others = names_others(u, first) or is_asked_by_trade(u, first, last)
        return PriceOf.OTHER if others else role
    if role is PriceOf.REMAINDER or (role is PriceOf.SESSION and u.reading.words[last] in _ADDED_OR_FLAT):
        if is_asked_by_trade(u, first, last):
            return PriceOf.OTHER
        subject = _subject(u, first, last, value, within_clause=True)
        role = role if subject is PriceOf.SESSION else subject
    if role is None and _is_concluded(u, first, last, value):
        role = PriceOf.SESSION
    if role is None:
        role = _added_to(u, first, last) or bought_elsewhere(u, first) or _subject(u, first, last, value)
    if role is not PriceOf.SESSION:
        return role
    others = (
        is_of_retailer(u, last) or is_bought_from(u, first, last) or comes_on_top_of_others(u, first, last)
    )
    small = _small(u, value) and (_roughly(u, first) or is_of_shop(u, last))
    return PriceOf.OTHER if others or small or is_price_of_thing(u, first, last, value) else role


def _is_put_down(words: list[str], first: int) -> bool:
    """True for the 40 of "you'd put down the 40", before the rest."""
    before = first - (words[first - 1 : first] in _ARTICLES)
    return words[max(0, before - 2) : before] == ["put", "down"] and words[before - 3] not in nouns.SPEAKER


_ARTICLES: Final = (["a"], ["the"], ["your"], ["just"], ["only"])


def _is_whole(u: Utterance, first: int) -> bool:
    """True for the hundred of "25 of the hundred is the deposit"."""
    before = u.reading.words[max(0, first - 2) : first]
    return before in _OF_THE and any(m.last == first - 2 for m in u.money[-2:])


_OF_THE: Final = (["of", "the"], ["of", "that"], ["of", "your"])


def _is_concluded(u: Utterance, first: int, last: int, value: Decimal | None) -> bool:
    """True for "I lose the afternoon to trams, so 108 for the two hours": whatever else is paid before."""
    return u.reading.words[first - 1 : first] == ["so"] and _tied(u, last) and not _small(u, value)


_ADDED_OR_FLAT: Final = frozenset("flat extra on surcharge dearer".split())


def _added_to(u: Utterance, first: int, last: int) -> PriceOf | None:
    """Read the 45 of "150 plus 45 if I come to you" and "a surcharge of 45 for coming"."""
    words = u.reading.words
    before = words[first - 1] if first else ""
    if before in _WHOLE and words[first - 2] == "off" and first > 1:
        return PriceOf.SESSION  # "the deposit comes off the 180"
    if before in ("of", "by") and first > 1:
        before = words[first - 2]
    if before == "up" and _RISING.intersection(words[max(0, first - 3) : first]):
        dearer = PriceOf.SESSION if costs_more(u, first) else None
        return PriceOf.TRAVEL if speaks_of_coming(u, first) else dearer
    if before not in _PLUS:
        return None
    if not COMING.isdisjoint(words[last : last + 6]):
        return PriceOf.TRAVEL
    if before not in _EXTRA or (before == "another" and not speaks_of_coming(u, first)):
        return None
    return PriceOf.TRAVEL if speaks_of_coming(u, first) else _subject(u, first, last, None)


_WHOLE: Final = frozenset(("the", "your"))
_RISING: Final = frozenset("go goes going".split())
_EXTRA: Final = frozenset(("extra", "additional", "surcharge", "another"))
_PLUS: Final = _EXTRA | {"plus", "+"}


def _subject(
    u: Utterance, first: int, last: int, value: Decimal | None, *, within_clause: bool = False
) -> PriceOf:
    """Read the noun that governs an amount, nearest first."""
    reading = u.reading
    words, marks = reading.words, reading.marks
    begin, _ = reading.sentence(first)
    begin = max(begin, first - BACK)
    theirs = False
    for at in range(behind_aside(u, begin, first), begin - 1, -1):
        if within_clause and marks[at] & BREAK:
            return PriceOf.SESSION
        tells, word = _telling(words[at])
        if (not tells and not marks[at] & _TELLING_MARKS) or is_aside(words, at, first, last):
            continue
        role = _of_it(u, at, (first, last), value) if word in nouns.IT else None
        if role is not None:
            return role
        if word in nouns.SPEAKER:
            got = _small(u, value, _SMALL) and not _tied(u, last) and not _asks_for(u, at, first)
            return PriceOf.OTHER if got else PriceOf.SESSION
        if word in ("%", "percent", "cent") or (word in ("me", "us") and is_with_us(words, at, first)):
            return PriceOf.SESSION
        if at < first - 1 and marks[at] & (CURRENCY | NUMERIC) and _in_amount(u, at):
            aside = theirs and _small(u, value, _SMALL) and not _tied(u, last)
            return PriceOf.OTHER if aside else _like_before(u, at, first, last)
        theirs = theirs or word in nouns.OTHERS
        role = (
            None
            if word in nouns.DEPOSIT and _is_spent(words, at, begin)
            else _noun(u, at, begin, word, first)
        )
        if role is not None:
            return (
                PriceOf.OTHER
                if role is PriceOf.SESSION
                and _small(u, value, _TRIFLE)
                and not (_tied(u, last) or _given_for(u, first))
                else role
            )
    # with no noun of ours in sight, a small amount is the price of something else
    vague = (
        _roughly(u, first)
        and _IT_OR_YOU.isdisjoint(words[begin:first])
        and not (first - begin <= _OPENING and speaks_of_price(u.inbound))
        and not mode_cues_in(u, last, last + _PLACED)
    )
    a_head = u.reading.words[last : last + 1] in (["a"], ["per"]) and not HEADS.isdisjoint(
        words[last + 1 : last + 2]
    )
    small = _small(u, value, _SMALL) and not a_head
    elsewhere = (vague or small or is_from_elsewhere(u, last)) and not _tied(u, last)
    trifle = _small(u, value, _TRIFLE) and u.reading.words[last : last + 1] != ["for"]
    elsewhere = elsewhere or (trifle and not speaks_of_price(u.inbound))
    if is_sent_to_us(u, first, last) or any(
        asks_about(u, at) for at in range(max(begin, first - _ASKED), first)
    ):
        return PriceOf.SESSION
    elsewhere = elsewhere or not (value is None or within_clause or is_claimed(u, first, last, value))
    return PriceOf.OTHER if elsewhere else PriceOf.SESSION


def _of_it(u: Utterance, at: int, amount: tuple[int, int], value: Decimal | None) -> PriceOf | None:
    """Read the 38 of "you paid the tenner, so it's 38", and "it's 180 for the hour"."""
    words = u.reading.words
    first, last = amount
    begin = max(u.reading.sentence(first)[0], first - BACK)
    if first - at <= _NEAR_IT and is_of_fee_elsewhere(u, first):
        return PriceOf.OTHER
    if at == first - 1 and words[max(begin, at - 1) : at] == ["so"]:
        return PriceOf.REMAINDER if "paid" in words[begin:at] else PriceOf.SESSION
    return PriceOf.SESSION if _tied(u, last) and not _small(u, value) else None


_NEAR_IT: Final = 3
_OPENING: Final = 2
"""Words before the sum of an answer: "about 150", to "how much?"."""
_ASKED: Final = 5
_PLACED: Final = 5
"""Words behind a rough sum in which a mode makes it ours: "about 105 at your place"."""
_IT_OR_YOU: Final = nouns.IT | frozenset("you you'd you'll you're".split())


def _asks_for(u: Utterance, at: int, first: int) -> bool:
    """True where the speaker at word `at` asks or takes an amount; "I'll take the train, it's 3" is aside."""
    words = u.reading.words
    begin = next((i for i in range(first - 1, at, -1) if words[i] in nouns.IT and words[i - 1] == ","), at)
    return not nouns.ASKING.isdisjoint(words[begin:first])


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


_TELLING: Final = (
    {"me", "us"} | nouns.IT | nouns.SPEAKER | nouns.DEPOSIT | nouns.REMAINDER | nouns.TRAVEL | nouns.OWN | nouns.OTHERS | nouns.SPENDING
    | nouns.CHARGING
    | RECEIVING | KEEPING | {"%", "percent", "cent"} | {"out", "rest", "left", "pay", "park", "fine", "book", "cost", "costs", "charge"}
    | ADDING | {"dearer", "extra", "more"}
)  # fmt: skip
_TELLING_MARKS: Final = SERVICE_WORD | CURRENCY | NUMERIC


def _noun(u: Utterance, at: int, begin: int, word: str, first: int) -> PriceOf | None:
    """Classify one word before an amount; None when it decides nothing."""
    words, marks = u.reading.words, u.reading.marks
    before = words[at - 1] if at > begin else ""
    if word in nouns.DEPOSIT and not (word == "advance" and before == "in"):
        return deposit_of(words, at, begin)
    if _is_rest(words, at, word, before, first):
        return PriceOf.REMAINDER
    if word == "other":
        return None
    if _is_journey(words, at, word):
        return PriceOf.TRAVEL
    if (word in ADDING and at >= first - 2) or (
        word in ("dearer", "extra", "more") and words[at + 1] == "by"
    ):
        return PriceOf.TRAVEL if speaks_of_coming(u, at) else None
    if is_paid(words, at, word, before, first):
        return None if is_countered(u, at, first) else paid_by(u, at, word, before)
    if marks[at] & SERVICE_WORD or word in nouns.OWN:
        if _done_by_others(words, at, begin):
            return PriceOf.OTHER
        return _own_noun(u, at, begin, word, before)
    called = words[at + 1] == "," and (word in VOCATIVES or word == "friend") and before not in _WHOSE
    called = called or words[at + 1 : at + 3] == ["and", "family"]
    called = called or (word[-1] == "s" and words[at + 1 : first] == ["are"] and not before.isalpha())
    if is_others(word, before) and not called and not is_brought(words, at, begin):
        return None if governed(words, at, begin) and not heads_clause(u, at) else PriceOf.OTHER
    return None


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


_OF_OTHERS: Final = frozenset("their his her".split())


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


_NO_OWNERS: Final = nouns.OWN | nouns.IT | nouns.SPEAKER


def _done_by_others(words: list[str], at: int, begin: int) -> bool:
    """True for the facials of "my friend Jo does facials", not of "an hour does it", "how does a facial at 90 sound?"."""
    for back in range(at - 1, max(begin, at - 3), -1):
        if words[back] == "does":
            doer = words[back - 1]
            return doer not in nouns.IT and doer not in nouns.OWN and doer not in _ASKED_HOW
    return False


_ASKED_HOW: Final = frozenset("how what when where which why so and".split())


_HALVES: Final = frozenset("half part bit portion".split())


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


_PARTS: Final = frozenset((PriceOf.DEPOSIT, PriceOf.REMAINDER, PriceOf.TRAVEL))
_PART_ENDS: Final = frozenset("is 's are it's that's i you and but so".split())


def _like_before(u: Utterance, at: int, first: int, last: int) -> PriceOf:
    """Give the second amount of "$20 in the garage, $12 on the street" the role of the first."""
    words = u.reading.words
    for money in reversed(u.money):
        if money.first <= at < money.last:
            listed = "or" in words[money.last : first] or words[last : last + 1] == ["or"]
            if money.of in _PARTS and listed and not _PART_ENDS.intersection(words[money.last : first]):
                return money.of
            break
    if not _tied(u, last) and not _given_for(u, first):
        for money in reversed(u.money):
            if money.last <= at + 2:
                return (
                    PriceOf.OTHER
                    if money.of is PriceOf.OTHER and at - money.first < AHEAD
                    else PriceOf.SESSION
                )
    return PriceOf.SESSION


def _given_for(u: Utterance, first: int) -> bool:
    """True when a length is given for an amount right behind it: "two hours for $90"."""
    words, marks = u.reading.words, u.reading.marks
    if not first or words[first - 1] not in _GIVING:
        return False
    near = range(max(0, first - 3), first - 1)
    return any(marks[i] & DURATION_UNIT for i in near) or _has_length(u, near.start, first)


_GIVING: Final = frozenset(("for", "is", "'s", "costs", ":", "at"))


def _tied(u: Utterance, last: int) -> bool:
    """True when a duration follows: "for the hour", "an hour"."""
    marks = u.reading.marks
    words = u.reading.words
    if last >= len(words) or words[last] not in _TYING:
        return False
    near = range(last + 1, min(len(marks), last + 5))
    if any(marks[i] & DURATION_UNIT and words[i] not in _LONG_UNITS for i in near):
        return True
    return _has_length(u, near.start, near.stop)


def _has_length(u: Utterance, begin: int, end: int) -> bool:
    """True where a length of the card stands without its unit: "the ninety"."""
    return any(d.low < _DAY for d in starting_in(u.durations, begin, end))


_DAY: Final = 1440
_LONG_UNITS: Final = frozenset("day days week weeks month months year years".split())
_TYING: Final = frozenset(("for", "per", "an", "a", "/", "the"))


def _roughly(u: Utterance, first: int) -> bool:
    """True for "around 30", not for the bid of "how about 30", "how about a $30 trim"."""
    words = u.reading.words
    bid = first - (words[first - 1 : first] in (["a"], ["an"], ["the"]))
    if words[max(0, bid - 2) : bid] in (["how", "about"], ["what", "about"]) or words[first - 1] in _OFFERED:
        return False
    return not nouns.ROUGHLY.isdisjoint(words[max(0, first - 2) : first])


_OFFERED: Final = frozenset("do take accept".split())
"""Before a sum that is ours, though it is only weighed: "could maybe do 150"."""


def _small(u: Utterance, value: Decimal | None, share: float = 0.5) -> bool:
    """True when an amount is far below every amount of the card."""
    return value is not None and is_small(u.known, float(value), share)
