"""Tell what else than our appointment an amount is the price of, by the grammar around it.

No list can hold all that costs something. The head of the subject of "the mussels are only
a fiver" is a thing, a unit that nobody books ("€28 a kilo") is a thing's, and so is the
noun that an amount stands before ("your 200 Euro budget"). All of this is weighed against
the size of the card's amounts, since "a reset is 180" names a session by a pet name.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.durations.durations import UNIT_MINUTES
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import price_nouns as nouns
from align.claims.money.bare_price_words import HEADS
from align.claims.money.card_scale import is_listed, is_off_scale
from align.claims.money.price_questions import asks_about
from align.reading.cues import BREAK, CALENDAR, CLIENT, CLOCK, PAYMENT, PRICE, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

_PREDICATES: Final = frozenset("is 's are 're was were be costs cost runs run goes go sells sell".split())
_MANY: Final = frozenset("are 're were cost run go sell".split())
_ADVERBS: Final = nouns.ROUGHLY | frozenset(
    "only just still now here there even already usually normally a an the for at maybe easily meanwhile at least"
    " these days i think reckon believe guess".split()
)
_PAST: Final = frozenset(("was", "were"))
_SELLERS: Final = frozenset(
    "spa spas salon salons gym gyms chain chains shop shops agency agencies school schools academy academies hotel"
    " hotels resort clinic clinics place places venue venues market markets lot garage garages".split()
)
"""Who sells what is not ours: "the resort spa is $320 for fifty minutes"."""
_NO_HEADS: Final = (
    nouns.OWN
    | SESSION_NOUNS
    | UNIT_MINUTES.keys()
    | nouns.DEPOSIT
    | nouns.TRAVEL
    | nouns.REMAINDER
    | nouns.IT
    | nouns.SPEAKER
    | nouns.JOURNEYS
    | frozenset(
        "out pack packs block blocks bundle bundles there here you we they he she what who these those one ones some all both half weekend weekends evening evenings"
        " morning mornings day days night nights overnight overnights yours mine outcalls incalls home studio"
        " group couple family adult child kid student pair duo trio groups couples families adults kids children students pairs duos".split()
    )
)
"""What stands before a price predicate and is no thing that somebody sells."""
_MINE: Final = frozenset("my our whole full entire total".split())
"""What makes a subject ours, or all that is sold: "the whole run is 600"."""
_OURS: Final = _NO_HEADS - nouns.SPEAKER
_BUDGETS: Final = frozenset("budget limit ceiling max maximum cap".split())
"""What "your 200 budget" is: the client's to spend."""
_PEOPLE_WORDS: Final = HEADS | {"time"}
_PAYING: Final = frozenset("transfer paypal card invoice bank email sms post".split())
_BACK: Final = 6
_LONG: Final = 24 * 60.0
"""Who is paid by the day, the week or the month sells something else."""


def is_price_of_thing(u: Utterance, first: int, last: int, value: Decimal | None) -> bool:
    """True for an amount that its clause gives to a thing or a person that is not ours."""
    known = u.known
    if (
        u.reading.words[last : last + 1]
        and u.reading.words[last] in _BUDGETS
        and u.speaker is Speaker.PROFESSIONAL
    ):
        return True
    if _is_budget(u, first):
        return True
    if value is None:
        return bool(known.amounts) and _is_done_by_others(u, first, last)
    if not known.amounts or is_listed(known, float(value)):
        return False
    if (
        (_by_unit(u, last) and not _is_asked_by_us(u, first))
        or _of_earlier_one(u, first)
        or _is_done_by_others(u, first, last)
        or _is_theirs(u, first, last)
    ):
        return True
    if _is_paid_elsewhere(u, last) or _is_past(u, first) or _is_of_container(u, first):
        return True
    off_scale = is_off_scale(known, float(value))
    if off_scale and _stands_before_thing(u, first, last):
        return True
    many = (
        None
        if not _FURTHER.isdisjoint(u.reading.words[max(0, first - 4) : first])
        else _subject_is_thing(u, first)
    )
    return many is not None and (off_scale or (many and not _is_counted(u, last)))


def _is_budget(u: Utterance, first: int) -> bool:
    """True for "a budget of £150", "your budget's about 150": the client's to spend."""
    words = u.reading.words
    at = first - 1
    while at > 0 and (words[at] in _ADVERBS or words[at] in ("of", "is", "was", "'s", ":")):
        at -= 1
    named = words[at].removesuffix("'s") if at >= 0 else ""
    return named in _BUDGETS_OF and u.speaker is Speaker.PROFESSIONAL


_BUDGETS_OF: Final = frozenset("budget limit ceiling cap".split())


def _is_counted(u: Utterance, last: int) -> bool:
    """True for "60 per person", "80 an hour": what people who sell their time count by."""
    words = u.reading.words
    if last + 1 >= len(words) or words[last] not in ("a", "an", "per", "each", "for"):
        return False
    counted = words[last + 1]
    return words[last] == "each" or counted in _PEOPLE_WORDS or UNIT_MINUTES.get(counted, _LONG) < _LONG


def _is_asked_by_us(u: Utterance, first: int) -> bool:
    """True for "I collect $10 per term", "any more are $20 a tune": what we take for our own."""
    words = u.reading.words
    before = words[max(0, first - _BACK) : first]
    if not _FURTHER.isdisjoint(before):
        return True
    return not nouns.SPEAKER.isdisjoint(before) and not nouns.ASKING.isdisjoint(
        words[max(0, first - 3) : first]
    )


_FURTHER: Final = frozenset("extra additional further more".split())


def _by_unit(u: Utterance, last: int) -> bool:
    """True for "€28 a kilo", "$4 per glass"; a head, a person and a time are ours to count."""
    words = u.reading.words
    if last + 1 >= len(words) or words[last] not in ("a", "an", "per"):
        return False
    unit = words[last + 1]
    after = last + 2
    if not _is_thing(u, last + 1) or unit in _PEOPLE_WORDS | _PAYING or u.reading.marks[last + 1] & PAYMENT:
        return False
    return after >= len(words) or bool(u.reading.marks[after] & BREAK) or words[after] in nouns.PREPOSITIONS


def _is_thing(u: Utterance, at: int) -> bool:
    """True for a word that can be a noun nobody of us sells."""
    word = u.reading.words[at].removesuffix("'s")
    names_us = u.reading.marks[at] & (SERVICE_WORD | PRICE | SELF | CLIENT | CALENDAR | CLOCK | BREAK)
    return word.isalpha() and len(word) > 2 and word not in _NO_HEADS and not names_us


def _of_earlier_one(u: Utterance, first: int) -> bool:
    """True for "your last therapist with the 95": whom the client had before us."""
    words, marks = u.reading.words, u.reading.marks
    for at in range(first - 1, max(0, first - _BACK) - 1, -1):
        if marks[at] & BREAK:
            return False
        if words[at] in _EARLIER and words[at - 1] in _WHOSE:
            named = words[at + 1]
            return (
                named.isalpha() and named not in _NO_HEADS and not marks[at + 1] & (PRICE | CALENDAR | CLOCK)
            )
    return False


_EARLIER: Final = frozenset("last old previous former other current".split())
_WHOSE: Final = frozenset("your the their his her my".split())


def _is_done_by_others(u: Utterance, first: int, last: int) -> bool:
    """True where the clause of an amount has others for its subject: "they're giving $400 rebates"."""
    words, marks = u.reading.words, u.reading.marks
    if words[last : last + 1] and words[last] in _NO_HEADS:
        return False  # "he'd want the $160 hour"
    for at in range(first - 1, max(0, first - _CLAUSE) - 1, -1):
        word = words[at]
        if word in nouns.IT and at and words[at - 1] in _DOING:
            continue
        if marks[at] & (BREAK | SELF | PRICE) or word in _SPOKEN_OF or word in _PAID_BY:
            return False
        doing = not _DOING.isdisjoint(words[at + 1 : first])
        person = word in _FOLK and at + 1 < first and (doing or words[at + 1].endswith("s"))
        many = (word in _MANY_FOLK and doing) or _are_some(u, at)
        others = word in _SOME and at + 1 < first and words[at + 1] in _DO
        if person or others or many or word in _THEY or words[at : at + 2] == ["next", "door"]:
            return True
    return False


def _are_some(u: Utterance, at: int) -> bool:
    """True for the "some schools" that open a sentence of others."""
    words = u.reading.words
    if words[at] not in ("some", "most", "many") or at != u.reading.sentence(at)[0]:
        return False
    named = words[at + 1]
    return named.endswith("s") and _is_thing(u, at + 1)


def _is_theirs(u: Utterance, first: int, last: int) -> bool:
    """True for the client's own "your €200", which no deposit or session follows."""
    words = u.reading.words
    owner = words[first - 1] if first and u.speaker is Speaker.PROFESSIONAL else ""
    if owner not in ("your", "his", "their"):
        return False
    following = words[last] if last < len(words) else "."
    return (
        following not in _HEADS | nouns.HOLDING | nouns.OWN
        and not u.reading.marks[min(last, len(words) - 1)] & SERVICE_WORD
    )


_CLAUSE: Final = 9
_THEY: Final = frozenset("they they're they've they'd they'll he he's he'd she she's she'd".split())
_SOME: Final = frozenset("some most others many few".split())
_DO: Final = frozenset("do charge charges pay cover covers ask take want give refund".split())
_FOLK: Final = nouns.PEOPLE | frozenset(
    "mate friend guy lady bloke fella buddy cousin brother sister neighbour neighbor colleague someone somebody"
    " rival girl dude other".split()
)
_MANY_FOLK: Final = frozenset(
    "girls guys others people places shops salons spas studios ladies mates friends".split()
)
_DOING: Final = frozenset("doing charging asking offering selling advertising charge ask do offer".split())
_SPOKEN_OF: Final = frozenset("you you'd you'll your it it's that that's".split())
_PAID_BY: Final = frozenset("pay pays owe owes bring brings send sends need needs".split())


def _is_paid_elsewhere(u: Utterance, last: int) -> bool:
    """True for "you pay that straight to the centre": what goes to somebody else is no price of ours."""
    words = u.reading.words
    _, end = u.reading.sentence(last - 1)
    for at in range(last, min(end, last + _CLAUSE)):
        if words[at] in _PAID_BY or words[at] in ("paid", "payable"):
            ahead = words[at + 1 : min(end, at + _BACK)]
            return ("to", "the") in pairwise(ahead) and _US.isdisjoint(ahead)
    return False


_US: Final = frozenset("me us my mine our confirm hold secure book lock reserve".split())


def _is_past(u: Utterance, first: int) -> bool:
    """True for "when I started it was $60": what was is asked of nobody now."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    return words[first - 1] in _PAST and not _FORMERLY.isdisjoint(words[begin:first])


def _is_of_container(u: Utterance, first: int) -> bool:
    """True for "a tub of whey is R700": what a thing comes in."""
    words, marks = u.reading.words, u.reading.marks
    for at in range(first - 2, max(0, first - _CLAUSE) - 1, -1):
        if marks[at] & BREAK:
            return False
        if words[at] in nouns.CONTAINERS and words[at + 1] == "of":
            return _is_thing(u, at + 2)
    return False


_FORMERLY: Final = frozenset("when ago last back started before originally formerly years".split())


def _stands_before_thing(u: Utterance, first: int, last: int) -> bool:
    """True for "the 200 Euro budget", "a $12 tee": an amount that tells one thing from others."""
    words = u.reading.words
    if not first or words[first - 1] not in nouns.DETERMINERS or last >= len(words):
        return False
    at = last
    while at < min(len(words), last + _COMPOUND) and _is_thing(u, at) and words[at] not in _NO_NOUNS | _HEADS:
        at += 1
    # "a $60 transport fee": the last noun of a compound is its head
    return at > last and not (at < len(words) and words[at] in _HEADS)


_COMPOUND: Final = 3
_HEADS: Final = nouns.FEES | nouns.DEPOSIT | nouns.PRICE_NOUNS | SESSION_NOUNS
_NO_NOUNS: Final = (
    nouns.PREPOSITIONS
    | nouns.SETTLED
    | nouns.HOLDING
    | frozenset(
        "and but are was were has have per each flat total extra more when once that which will would can plus only"
        " now then there here today tomorrow off less then just goes comes covers gets buys keeps saves deposit all".split()
    )
)


def _subject_is_thing(u: Utterance, first: int) -> bool | None:
    """Say whether a thing is the subject of the amount's predicate: True for many, None for none."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    at = first - 1
    stop = max(begin, first - _BACK)
    while at > stop and (words[at] in _ADVERBS or words[at].endswith("ly")):
        at -= 1
    joined = words[at].endswith("'s") and len(words[at]) > len("it's")  # "the field's 12 an hour"
    if at <= begin or not (joined or words[at] in _PREDICATES):
        return None
    many = words[at] in _MANY or words[at] in _PAST
    at -= not joined
    while at > begin and (words[at] in _ADVERBS or words[at].endswith("ly")):
        at -= 1
    sells = words[at] in _SELLERS and (nouns.PREPOSITIONS | _MINE).isdisjoint(words[max(begin, at - 3) : at])
    return (many or sells) if _is_others_noun(u, begin, at) else None


def _is_others_noun(u: Utterance, begin: int, at: int) -> bool:
    """True when the subject that ends at word `at` is no session, length or price of ours."""
    words, marks = u.reading.words, u.reading.marks
    if not _is_thing(u, at) or words[at] in nouns.PREPOSITIONS or asks_about(u, at):
        return False
    owners = words[max(begin, at - 3) : at]
    if not _MINE.isdisjoint(owners) and not any(w.endswith("'s") for w in owners):
        return False
    for back in range(at, max(begin, at - _BACK) - 1, -1):
        if marks[back] & BREAK:
            return True
        if marks[back] & (SERVICE_WORD | PRICE) or words[back] in _OURS:
            return False
        if words[back] in nouns.DETERMINERS and words[back - 1] not in nouns.PREPOSITIONS:
            return True
        if words[back] in nouns.PREPOSITIONS and (back == begin or not _is_thing(u, back - 1)):
            return False  # "an hour at the loft", "a session with Jo": the head stands before the preposition
    return True
