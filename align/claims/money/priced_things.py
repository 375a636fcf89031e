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
from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import price_nouns as nouns
from align.claims.money import price_sellers as sellers
from align.claims.money.bare_price_words import HEADS
from align.claims.money.bought_things import (
    BY,
    CONTAINING,
    NEEDING,
    has_measures,
    is_asked_of_thing,
    is_item_at,
    is_of_container,
    is_worth,
)
from align.claims.money.card_scale import is_beyond, is_listed, is_off_scale, is_small
from align.claims.money.client_limits import is_clients_limit
from align.claims.money.cued_readers import Cued, CuedReaders
from align.claims.money.fixed_purposes import JUDGING
from align.claims.money.others_doing import (
    DOES,
    OTHERS,
    PAID_BY,
    SELLERS,
    TRADING,
    is_asked_by_trade,
    is_done_by_others,
)
from align.claims.money.past_prices import HANDED, OF_THE_PAST, is_of_the_past, was_handed_over
from align.claims.money.price_questions import asks_about, speaks_of_sideline
from align.claims.money.things import NO_HEADS, is_thing
from align.claims.money.third_parties import VERBS, is_of_third_party
from align.claims.money.told_prices import (
    PASSED_ON,
    TAKERS,
    TOLD_OF_OTHERS,
    is_in_quote_of_others,
    is_left_to_others,
    is_told_of_others,
)
from align.reading.cues import (
    BREAK,
    CALENDAR,
    CLOCK,
    OFFER_WORD,
    PAYMENT,
    PRICE,
    SERVICE_WORD,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

_PREDICATES: Final = frozenset("is 's are 're was were be costs cost runs run goes go sells sell".split())
_MANY: Final = frozenset("are 're were cost run go sell".split())
_ADVERBS: Final = nouns.ROUGHLY | frozenset(
    "nearer closer more to almost nearly upwards of over under only just still now here there even "
    "already usually normally a an the for at maybe easily meanwhile at least"
    " these days i think reckon believe guess".split()
)
_PAST: Final = frozenset(("was", "were"))
_MINE: Final = frozenset("my our whole full entire total".split())
"""What makes a subject ours, or all that is sold: "the whole run is 600"."""
_PLACED_OR_MINE: Final = nouns.PREPOSITIONS | _MINE
_OURS: Final = NO_HEADS - nouns.SPEAKER
_PEOPLE_WORDS: Final = HEADS | {"time"} | SESSION_NOUNS
_PAYING: Final = frozenset("transfer paypal card invoice bank email sms post".split())
_OURS_TO_COUNT: Final = _PEOPLE_WORDS | _PAYING
_BACK: Final = 6
_TRIFLE: Final = 0.3
"""The share of the card's smallest amount below which even an hour's price is a car park's."""
_LONG: Final = 24 * 60.0
"""Who is paid by the day, the week or the month sells something else."""


def is_price_of_thing(u: Utterance, first: int, last: int, value: Decimal | None) -> bool:
    """True for an amount that its clause gives to a thing or a person that is not ours."""
    known = u.known
    if is_clients_limit(u, first, last):
        return True
    if not known.amounts or (value is not None and is_listed(known, float(value))):
        return False
    if _OF_ANY_SIZE.holding(u, first, last) is not None or is_asked_of_thing(u, first, last):
        return True
    return value is not None and _is_sized_thing(u, first, last, float(value))


def _is_sized_thing(u: Utterance, first: int, last: int, value: float) -> bool:
    """Weigh what else an amount could be for against its size; a bare number has shown to be a price."""
    known = u.known
    by_unit = _by_unit(u, last) and not _is_asked_by_us(u, first)
    if by_unit or _of_earlier_one(u, first) or _is_theirs(u, first, last):
        return True
    if is_beyond(known, value) or (is_small(known, value, _TRIFLE) and _is_parking_talk(u)):
        return True
    off_scale = is_off_scale(known, value)
    if off_scale and _stands_before_thing(u, first, last):
        return True
    many = (
        None
        if not _FURTHER.isdisjoint(u.reading.words[max(0, first - 4) : first])
        else _subject_is_thing(u, first)
    )
    there = u.reading.words[last : last + 1] == ["there"]
    return many is not None and (off_scale or there or (many and not _is_counted(u, last)))


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
    if not is_thing(u, last + 1) or unit in _OURS_TO_COUNT or u.reading.marks[last + 1] & PAYMENT:
        return False
    return after >= len(words) or bool(u.reading.marks[after] & BREAK) or words[after] in nouns.PREPOSITIONS


def _of_earlier_one(u: Utterance, first: int) -> bool:
    """True for "your last therapist with the 95": whom the client had before us."""
    words, marks = u.reading.words, u.reading.marks
    for at in range(first - 1, max(0, first - _BACK) - 1, -1):
        if marks[at] & BREAK:
            return False
        if words[at] in _EARLIER and words[at - 1] in _WHOSE:
            named = words[at + 1]
            return (
                named.isalpha() and named not in NO_HEADS and not marks[at + 1] & (PRICE | CALENDAR | CLOCK)
            )
    return False


_EARLIER: Final = frozenset("last old previous former other current".split())
_WHOSE: Final = frozenset("your the their his her my".split())


def _is_theirs(u: Utterance, first: int, last: int) -> bool:
    """True for the client's own "your €200", which no deposit or session follows."""
    words = u.reading.words
    owner = words[first - 1] if first and u.speaker is Speaker.PROFESSIONAL else ""
    if owner not in ("your", "his", "their"):
        return False
    following = words[last] if last < len(words) else "."
    return following not in _OF_OURS and not u.reading.marks[min(last, len(words) - 1)] & SERVICE_WORD


_CLAUSE: Final = 9


def _is_paid_elsewhere(u: Utterance, first: int, last: int) -> bool:
    """True for "you pay that straight to the centre": what goes to somebody else is no price of ours."""
    words = u.reading.words
    if _GOING_OR_PAID.isdisjoint(words[last : last + _CLAUSE]):
        return False
    _, end = u.reading.sentence(first)
    for at in range(last, min(end, last + _CLAUSE)):
        if words[at] in _GOING and _PASSED_BY.issuperset(words[last:at]):
            ahead = words[at + 1 : min(end, at + _BACK)]
            return not _AWAY.isdisjoint(ahead[:2]) and _US_OR_OFF.isdisjoint(ahead)
        if words[at] in _PAID:
            ahead = words[at + 1 : min(end, at + _BACK)]
            return ("to", "the") in pairwise(ahead) and _US.isdisjoint(ahead)
    return False


_PASSED_BY: Final = frozenset(("of", "it", "that", "this", ",", "which", "straight"))
_GOING: Final = frozenset("goes go ends end".split())
_PAID: Final = PAID_BY | {"paid", "payable"}
_GOING_OR_PAID: Final = _GOING | _PAID
_AWAY: Final = frozenset("to on straight with up".split())
_OFF: Final = frozenset("deposit total balance bill price next toward towards session you your".split())
"""Where a part of our own price goes."""
_US: Final = frozenset("me us my mine our confirm hold secure book lock reserve".split())
_US_OR_OFF: Final = _US | _OFF


def _stands_before_thing(u: Utterance, first: int, last: int) -> bool:
    """True for "the 200 Euro budget", "a $12 tee": an amount that tells one thing from others."""
    words = u.reading.words
    if not first or words[first - 1] not in nouns.DETERMINERS or last >= len(words):
        return False
    at = last
    while at < min(len(words), last + _COMPOUND) and is_thing(u, at) and words[at] not in _NO_MODIFIERS:
        at += 1
    # "a $60 transport fee": the last noun of a compound is its head
    return at > last and not (at < len(words) and words[at] in _HEADS)


_COMPOUND: Final = 3
_HEADS: Final = nouns.FEES | nouns.DEPOSIT | nouns.PRICE_NOUNS | SESSION_NOUNS
_OF_OURS: Final = _HEADS | nouns.HOLDING | nouns.OWN
_NO_NOUNS: Final = (
    nouns.PREPOSITIONS
    | nouns.SETTLED
    | nouns.HOLDING
    | frozenset(
        "and but are was were has have per each flat total extra more when once that which will would can "
        "plus only"
        " now then there here today tomorrow off less then just goes comes covers gets buys keeps saves "
        "deposit all".split()
    )
)


def _is_parking_talk(u: Utterance) -> bool:
    return u.inbound is not None and speaks_of_sideline(u.inbound)


def _is_judged(u: Utterance, first: int, last: int) -> bool:
    """True for "120 for a full hour is cheap": what is said of a price that somebody else asks."""
    words, marks = u.reading.words, u.reading.marks
    following = words[last] if last < len(words) else ""
    if following in _SEEMING and words[first - 1] == "for" and _is_goods(u, first - 2):
        return not _VERDICTS.isdisjoint(words[last + 1 : last + 4])
    if following in ("would", "is"):
        return words[last : last + 3] in _AMPLE
    if following not in ("for", "an", "a", "per"):
        return False
    for at in range(last + 1, min(len(words) - 1, last + _BACK)):
        if words[at] in _SEEMING:
            ahead = words[at + 1 : at + 4]
            converted = ahead[:1] and ahead[0] in _ADVERBS and any(w[0].isdigit() for w in ahead[1:])
            return bool(converted) or (any(w in JUDGING for w in ahead) and "too" not in ahead)
        if marks[at] & BREAK:
            return False
    return False


def _is_goods(u: Utterance, at: int) -> bool:
    """True for the amp of "an old amp for 350 sounds fair": with an article, and nothing that we sell."""
    words = u.reading.words
    return (
        at > 0
        and is_thing(u, at)
        and words[at] not in _PEOPLE_WORDS
        and not _ARTICLES.isdisjoint(words[max(0, at - 5) : at])
    )


_ARTICLES: Final = frozenset("a an that this".split())
_VERDICTS: Final = JUDGING | frozenset(
    "fair reasonable steep right good decent ok okay daylight robbery".split()
)
_AMPLE: Final = (
    ["would", "more", "than"],
    ["is", "more", "than"],
    ["would", "easily", "cover"],
    ["is", "plenty", "for"],
)
"""What is said of a client's money."""
_SEEMING: Final = frozenset("is 's be sounds seems looks".split())
_NO_MODIFIERS: Final = _NO_NOUNS | _HEADS
_OF_ANY_SIZE: Final = CuedReaders(
    Cued(is_of_container, CONTAINING),
    Cued(is_item_at, NEEDING),
    Cued(is_worth, frozenset(("worth",))),
    Cued(has_measures, BY),
    Cued(sellers.is_borne, sellers.LOSING),
    Cued(_is_judged, _SEEMING | {"would"}),
    Cued(is_of_the_past, OF_THE_PAST),
    Cued(was_handed_over, HANDED | {"you'd"}),
    Cued(_is_paid_elsewhere, _GOING_OR_PAID),
    Cued(is_done_by_others, OTHERS | DOES),
    Cued(is_asked_by_trade, TRADING),
    Cued(is_told_of_others, TOLD_OF_OTHERS),
    Cued(is_in_quote_of_others, PASSED_ON),
    Cued(is_left_to_others, TAKERS),
    Cued(is_of_third_party, VERBS),
    Cued(sellers.is_of_shop_goods, sellers.SHOPS),
    Cued(sellers.is_fit_for_sellers, sellers.FIT),
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
    set_back = words[at - 2 : at + 1] in _SET_BACK
    if set_back:
        at -= 2 + (words[at - 3] in _WILL)
        return True if at > begin and _is_others_noun(u, begin, at - 1) else None
    if at <= begin or not (joined or words[at] in _PREDICATES):
        return None
    many = words[at] in _MANY or words[at] in _PAST
    at -= not joined
    while at > begin and (words[at] in _ADVERBS or words[at].endswith("ly")):
        at -= 1
    if words[at - 1] in _USED:
        return True  # whatever is taught on it
    sells = words[at] in SELLERS and _PLACED_OR_MINE.isdisjoint(words[max(begin, at - 3) : at])
    graded = not _GRADES.isdisjoint(words[max(begin, at - 3) : at + 1])
    return (many or sells or graded) if _is_others_noun(u, begin, at) else None


_USED: Final = frozenset("used second-hand secondhand brand-new".split())
_SET_BACK: Final = (["set", "you", "back"], ["sets", "you", "back"])
"""What a thing in the shops does: "a new cassette will set you back about $70"."""
_WILL: Final = frozenset("will would might may could 'll 'd".split())
_GRADES: Final = frozenset(
    (
        "decent good cheap cheaper cheapest basic budget used second-hand secondhand brand-new entry-level "
        "pricey pricier fancy"
    ).split()
)
"""What tells one thing in the shops from the others: "a decent trimmer is £70"."""


def _is_others_noun(u: Utterance, begin: int, at: int) -> bool:
    """True when the subject that ends at word `at` is no session, length or price of ours."""
    words, marks = u.reading.words, u.reading.marks
    if not is_thing(u, at) or words[at] in nouns.PREPOSITIONS or words[at] in _SUMS or asks_about(u, at):
        return False
    owners = words[max(begin, at - 3) : at]
    if not _MINE.isdisjoint(owners) and not any(w.endswith("'s") for w in owners):
        return False
    for back in range(at, max(begin, at - _BACK) - 1, -1):
        if marks[back] & BREAK:
            return True
        if back == at - 1 and words[back] in ("this", "that"):
            return True
        if words[back] in _OURS or (marks[back] & _SOLD and _is_sold_here(u, back, at)):
            return False
        if words[back] in _GRADES:
            return True
        if words[back] in nouns.DETERMINERS and words[back - 1] not in _GOVERNING:
            return True
        if words[back] in _GOVERNING and (back == begin or not is_thing(u, back - 1)):
            return False  # "an hour at the loft", "a session with Jo": the head stands before the preposition
    return True


_GOVERNING: Final = nouns.PREPOSITIONS | {"after", "before", "during"}
_SUMS: Final = frozenset("amount sum figure".split())


def _is_sold_here(u: Utterance, back: int, at: int) -> bool:
    """True for a service and a price; not for an X of "her X were £60", "X are £40 at the place on the corner"."""
    words = u.reading.words
    if u.reading.marks[back] & (SERVICE_WORD | PRICE):
        return True
    if words[at + 1] in _PAST or words[back - 1 : back] in _OF_OTHERS:
        return False
    behind = words[at + 2 : at + 2 + _BACK]
    return not any(a in _SOLD_AT and b not in _US for a, b in pairwise([*behind, "."]))


_SOLD: Final = SERVICE_WORD | PRICE | OFFER_WORD
_OF_OTHERS: Final = (["her"], ["his"], ["their"], ["your"])
_SOLD_AT: Final = frozenset("at from down elsewhere in".split())
