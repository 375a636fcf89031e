"""What is not charged for: "I won't charge you", "I don't charge for the first lesson"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money.free_nouns import FREE_NOUNS
from align.claims.money.price_additions import speaks_of_others
from align.claims.money.price_cuts import Cut
from align.claims.money.price_nouns import SPEAKER
from align.reading.cues import BREAK, CALENDAR, OFFER_WORD, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.money.price_cuts import Lookup

_NOTHING: Final = Decimal(0)


def no_charging(look: Lookup, at: int) -> Cut | None:
    """Read "won't charge you", "not charging for the extra", "I don't charge the first half hour"."""
    first = _denied_from(look.words, at)
    if first is None:
        return None
    behind = look.words[at + 1 : at + 3]
    if behind[:1] in _CHARGED and look.words[at - 1] not in _HABITS and behind[1:] not in _MORE:
        aside = _is_for_thing(look, at + 1) or _is_for_that(look, at)
        of = PriceOf.OTHER if aside else look.object_of(at, at + 2)
        return Cut(first, at + 2, _NOTHING, MoneyForm.FREE, of)
    last = _first_one(look, at)
    return None if last is None else Cut(first, last, _NOTHING, MoneyForm.FREE, PriceOf.SESSION)


_CHARGED: Final = (["you"], ["for"], ["her"], ["him"])
_MORE: Final = (["extra"], ["more"], ["over"], ["above"], ["double"], ["twice"], ["full"])
_HABITS: Final = frozenset(("don't", "dont", "doesn't"))
"""What one never charges for may be anything; only for what is booked is it a price."""


def _denied_from(words: list[str], at: int) -> int | None:
    """Return where the denial of the charging at `at` begins, if it is denied."""
    before = words[at - 1] if at else ""
    if before in ("won't", "wont", "not") or before in _HABITS:
        return at - 1
    if words[max(0, at - 3) : at] == ["not", "going", "to"]:
        return at - 3
    ours = not SPEAKER.isdisjoint(words[max(0, at - 3) : at])
    return at - 1 if before in ("never", "wouldn't") and ours else None


def _first_one(look: Lookup, at: int) -> int | None:
    """Return the end of the first visit, or the first part of one, that is not charged: "charge for the first time"."""
    words = look.words
    begin, end = look.u.reading.sentence(at)
    place = at + 1
    while words[place : place + 1] in (["you"], ["for"], ["the"], ["your"], ["a"]):
        place += 1
    if words[place : place + 1] == ["first"]:
        named = range(place + 1, min(end, place + 4))
        last = next((i for i in named if words[i] in _VISITS or words[i] in UNIT_MINUTES), None)
        return None if last is None or _is_mishap(words, last) else last + 1
    closes = at + 1 >= end or bool(look.u.reading.marks[at + 1] & BREAK)
    led = any(words[i] == "first" and words[i + 1] in _VISITS for i in range(begin, at))
    return at + 1 if closes and led else None


def _is_mishap(words: list[str], last: int) -> bool:
    """True for "the first time you cancel" and "the first 10 minutes of waiting", which are no visits."""
    if words[last + 1 : last + 2] == ["of"]:
        return not _WAITED.isdisjoint(words[last + 2 : last + 4])
    again = words[last] == "time" and words[last + 1 : last + 2] in _WHO
    return again and _COMING.isdisjoint(words[last + 2 : last + 5])


_WHO: Final = (["you"], ["i"], ["my"], ["it"], ["someone"], ["somebody"], ["we"])
_COMING: Final = frozenset("come see book visit meet try train sit".split())
_WAITED: Final = frozenset("waiting delay traffic lateness parking".split())
_VISITS: Final = SESSION_NOUNS | {"time", "meeting", "go"}


def _is_for_that(look: Lookup, at: int) -> bool:
    """True for "a stamp is €1.65 and I won't charge you for that", which is no price of ours."""
    pointing = look.words[at + 1 : at + 4]
    if "for" not in pointing or pointing[-1] not in ("that", "it", "this", "them"):
        return False
    return speaks_of_others(look.u, at)


def _is_for_thing(look: Lookup, at: int) -> bool:
    """True for the "for the spilled ink" that is not charged: neither a session, a length nor a trip."""
    words, marks = look.words, look.u.reading.marks
    place = at if words[at] == "for" else at + 1
    if words[place : place + 1] != ["for"]:
        return False
    ahead = range(place + 1, min(len(words), place + 5))
    return not any(
        words[i] in FREE_NOUNS
        or words[i] in UNIT_MINUTES
        or words[i] in _PRONOUNS
        or marks[i] & (SERVICE_WORD | OFFER_WORD | CALENDAR)
        for i in ahead
    )


_PRONOUNS: Final = frozenset("it that this one first extra coming".split())
