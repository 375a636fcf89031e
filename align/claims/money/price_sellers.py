"""Tell who sells what an amount is the price of, where it stands right after: "800 from the market"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import price_nouns as nouns
from align.claims.money.others_doing import SELLERS
from align.claims.money.price_modes import mode_cues_in
from align.claims.money.price_questions import speaks_of_price
from align.reading.cues import BREAK, CALENDAR, CLIENT, CLOCK, DURATION_UNIT, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def is_borne(u: Utterance, first: int, last: int) -> bool:
    """True for "at 150 I'd be out of pocket": what a sum would cost us, which is no offer."""
    words = u.reading.words
    if not first or words[first - 1] != "at" or last >= len(words) or words[last] not in _WE_WOULD:
        return False
    _, end = u.reading.sentence(first)
    if "but" in words[last:end]:
        return False
    said = words[last + 1 : last + 5]
    said = said[1:] if said[:1] == ["be"] else said
    return said[:1] in _LOSING or said[:2] in _LOSING or said[:3] in _LOSING


_WE_WOULD: Final = frozenset("i'd we'd i we".split())
_LOSING: Final = (
    ["lose"],
    ["losing"],
    ["starve"],
    ["starving"],
    ["broke"],
    ["out", "of", "pocket"],
    ["working", "for", "free"],
    ["working", "for", "nothing"],
    ["paying", "you"],
    ["paying", "to"],
)
LOSING: Final = frozenset(phrase[0] for phrase in _LOSING)


def is_from_elsewhere(u: Utterance, last: int) -> bool:
    """True for what is bought of others: "800 from the market", "95 at the academy"."""
    words, marks = u.reading.words, u.reading.marks
    if last + 1 >= len(words) or words[last] not in ("from", "through", "via", "at"):
        return False
    named = words[last + 1] in nouns.DETERMINERS
    at = last + 1 + named
    if words[last] == "at" and not named:
        return False
    if at >= len(words) or not words[at].isalpha() or words[last + 1] in _OURS:
        return False
    if words[at] in _NOT_SELLERS and not (words[at] in _ROOMS and _is_at_any(words, last)):
        return False
    return not marks[at] & (CALENDAR | CLOCK | SELF | CLIENT) and not mode_cues_in(
        u, last, at + 1 + named * _DESCRIBED
    )


_DESCRIBED: Final = 2
"""Words between whose a place is and what it is: "at your lovely old house"."""


def is_sold_by_others(u: Utterance, first: int, last: int) -> bool:
    """True for "£130 at Argos" and for "22 quid from the shop", whatever its size."""
    words = u.reading.words
    if last >= len(words) or words[last] not in _BY:
        return False
    return (
        _is_of_retailer(u, last)
        or _is_at_any(words, last)
        or (words[last] == "from" and _is_bought_from(u, first, last))
    )


_BY: Final = frozenset("at from in on off through".split())


def _is_of_retailer(u: Utterance, last: int) -> bool:
    """True for "£130 at Argos", "80 from the hardware shop"."""
    words = u.reading.words
    ahead = words[last + 1 : last + 1 + _NAMED_WITHIN]
    until = next((at for at, w in enumerate(ahead) if not w.replace("'", "").isalpha()), len(ahead))
    return not _OURS.intersection(ahead[:1]) and not nouns.RETAILERS.isdisjoint(
        w.removesuffix("'s") for w in ahead[:until]
    )


def _is_at_any(words: list[str], last: int) -> bool:
    """True for "1,200 at a workshop": any of them, not the one of "150 at a studio in Midtown" or "at a room I rent"."""
    if words[last] not in ("at", "from") or words[last + 1 : last + 2] not in _ANY:
        return False
    room = next((at for at in range(last + 2, min(len(words), last + 4)) if words[at] in _ANY_ROOM), None)
    return room is not None and (words[last + 1] == "any" or words[room + 1 : room + 2] not in _WHICH)


_ANY: Final = (["a"], ["any"], ["another"])
_WHICH: Final = [[word] for word in "in on near by off i we that where around close downtown uptown".split()]
"""What tells which room it is, so that it can be the one where we work."""
_NAMED_WITHIN: Final = 4


def _is_bought_from(u: Utterance, first: int, last: int) -> bool:
    """True for "the deck's about 22 quid from the shop": a thing with its name, and no work of ours, is sold there."""
    words, marks = u.reading.words, u.reading.marks
    if words[last + 1 : last + 2] not in _A_SHOP:
        return False
    if _SHOPS.isdisjoint(words[last + 2 : last + 4]):
        return False
    if any(mark & SELF for mark in marks[last + 2 : last + 2 + _SUBJECT]):
        return False  # "from the shop on my page"
    begin, _ = u.reading.sentence(first)
    before = range(max(begin, first - _SUBJECT), first)
    if any(marks[i] & (SELF | SERVICE_WORD | DURATION_UNIT) for i in before):
        return False
    said = [words[i].removesuffix("'s") for i in before]
    return SESSION_NOUNS.isdisjoint(said) and any(
        said[i] in nouns.DETERMINERS and said[i + 1].isalpha() for i in range(len(said) - 1)
    )


_SUBJECT: Final = 8
_A_SHOP: Final = (["the"], ["a"], ["any"], ["that"])
_SHOPS: Final = frozenset(
    "shop store market chemist pharmacy supermarket bookshop stall kiosk garage".split()
)


def is_of_shop_goods(u: Utterance, first: int, last: int) -> bool:
    """True for "the pretty ones from the shops are $40 a pop": what comes from any shop, and no work of ours."""
    words, marks = u.reading.words, u.reading.marks
    begin, _end = u.reading.sentence(first)
    at = first - 1
    while at > begin and (words[at] in nouns.ROUGHLY or words[at] == "for"):
        at -= 1
    if at < begin + 3 or words[at] not in _COSTING or words[at - 1] not in SHOPS:
        return False
    if any(mark & SELF for mark in marks[last : last + 2]):
        return False  # "are 80 with me"
    origin = at - 2 - (words[at - 2] in _ANY_SHOP)
    if origin < begin or words[origin] != "from":
        return False
    for back in range(origin - 1, max(begin, origin - _SUBJECT) - 1, -1):
        if marks[back] & BREAK or words[back] in ("and", "but"):
            return True
        if marks[back] & (SELF | SERVICE_WORD | DURATION_UNIT) or words[back] in _SOLD:
            return False
    return True


_COSTING: Final = frozenset("is are cost costs was were run runs go goes sell sells".split())
_SOLD: Final = SESSION_NOUNS - {"one", "ones"}
_ANY_SHOP: Final = frozenset("the a any most those some".split())


def is_fit_for_sellers(u: Utterance, first: int, last: int) -> bool:
    """True for "R385 per person is normal for a hotel": what such places ask, unless we ask it too."""
    if u.inbound is not None and not u.inbound.numbers and speaks_of_price(u.inbound):
        return False  # our own price is asked for
    reading = u.reading
    _, end = reading.sentence(first)
    line, at = reading.line, reading.line_at
    said = line[at[last] : at[min(end, last + _JUDGED)]] if last < end else ""
    judged = _FIT_FOR.match(said)
    return judged is not None and judged["who"] in SELLERS and _ASKED_TOO.search(said) is None


FIT: Final = frozenset("normal typical standard usual average expected ordinary".split())
_JUDGED: Final = 24
_FIT_FOR: Final = re.compile(
    r"(?:(?:an?|per) (?:head|person|guest|plate|visit|hour|night|day) )?(?:is|'s|sounds|seems|looks|would be) (?:\w+ ){0,2}?"
    r"(?:normal|typical|standard|usual|average|expected|ordinary) (?:enough )?(?:for|in|at) (?:an?|any|most|those|big|posh)"
    r" (?:(?:big|nice|posh|fancy|good|city|decent|smart) )?(?P<who>\w+)\b"
    r"(?! (?:visit|guest|session|outcall|call|booking|appointment|hour|massage))"
)
_ASKED_TOO: Final = re.compile(
    r"\b(?:(?:i|we)(?:'d|'ll)? (?:\w+ )?(?:charge|ask|take|want|do|match)|mine|ours?|my|the same|here|us|me)\b"
)


def is_of_shop(u: Utterance, last: int) -> bool:
    """True for "$28 at PetStock" and "€40 for a tiny bottle": a name that sells, what things come in."""
    reading = u.reading
    words = reading.words
    last += words[last : last + 1] in (["each"], ["apiece"])
    after = words[last : last + 2]
    if len(after) < 2 or after[0] not in ("at", "from", "on", "for"):
        return False
    if after in (["at", "the"], ["from", "the"]) and not _SHOPS.isdisjoint(words[last + 3 : last + 4]):
        return not reading.marks[last + 2] & (SELF | SERVICE_WORD)  # "6 each at the sports shop"
    if after[0] == "for":
        return not nouns.CONTAINERS.isdisjoint(words[last + 1 : last + 5])
    return reading.cased(last + 1)[0].isupper() and not reading.marks[last + 1] & (CALENDAR | CLOCK | SELF)


SHOPS: Final = _SHOPS | {shop + "s" for shop in _SHOPS}
_ROOMS: Final = frozenset(
    "studio studios room rooms salon clinic office chair practice workshop suite loft".split()
)
_NOT_SELLERS: Final = (
    frozenset(
        "now here there then start finish door next end moment most least time latest minimum weekend very"
        " usual normal same".split()
    )
    | _ROOMS
)
"""What stands behind "at" and is no seller; "at a workshop" is, since ours would be "the" or "my"."""
_ANY_ROOM: Final = _ROOMS | _SHOPS
_OURS: Final = frozenset("my our".split())
