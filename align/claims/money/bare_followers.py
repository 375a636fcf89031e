"""Judge a bare number by what follows it: "an hour", "for the hour", "does the ninety", "flat"."""

from __future__ import annotations

from typing import Final

from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_number import BareNumber, is_of_appointment
from align.claims.money.bare_parts import (
    closes_deal,
    comes_on_top,
    is_left_to_pay,
    is_more_than_other,
    is_part,
    is_travel_or_fee,
)
from align.claims.money.bare_places import holds_for_length_there
from align.claims.money.card_scale import is_listed
from align.claims.money.price_nouns import TRAVEL
from align.claims.vocatives import VOCATIVES


def is_followed_as_price(number: BareNumber) -> bool:
    """True when what follows makes a price; "hun" and the like is passed over in "180 hun for the hour"."""
    if number.after in _PASSED:
        number = BareNumber(number.u, number.read._replace(last=number.last + 1))
    after = number.after
    if not after:
        return False
    if is_left_to_pay(number):
        return True
    closed = closes_deal(number)
    if closed is not None:
        return closed
    if after in _YIELDING and number.is_telling and _yields(number) and not number.is_heated:
        return not _is_setting(number)
    if after in words_of.FOLLOWERS:
        return _is_followed_by(number, after)
    return holds_for_length_there(number) or is_travel_or_fee(number)


def _is_followed_by(number: BareNumber, after: str) -> bool:
    """Judge by the word behind the number, which prices are followed by."""
    if after == "for":
        return _is_sold(number)
    if after == "(":
        within = number.durations(number.last + 1, number.last + 2)
        closed = bool(within) and number.words[within[0].last : within[0].last + 1] == [")"]
        return closed and number.is_plausible
    if after in ("extra", "on"):
        return comes_on_top(number)
    if after in words_of.ENTRIES:
        return number.before == "the" and number.is_telling
    if after in ("each", "apiece", "down"):
        return _is_apiece(number)
    if after == "more":
        return is_more_than_other(number)
    if after in words_of.PER:
        return _is_rate(number)
    if after in ("hourly", "ph"):
        return True
    if after in ("gets", "buys", "covers"):
        told = bool(number.durations(number.last + 1, number.last + 5)) and number.is_payable
        return told or (after == "covers" and number.is_listed)
    return is_part(number) or _is_welcome(number, after)


def _yields(number: BareNumber) -> bool:
    """True for "150 will get you the hour", "150 does the ninety", "150 ready for the hour"."""
    words, last = number.words, number.last
    at = last + (words[last] in words_of.WILLING)
    if at < len(words) and words[at] in words_of.YIELDS:
        whom = words[at + 1 : at + 2]
        if at > last and words[at] in ("do", "cover") and whom == ["it"]:
            return True
        at += 1 + (whom == ["for"] or not words_of.PERSONS.isdisjoint(whom))
        ahead = number.durations(at, at + 3)[:1]
        return any(is_of_appointment(d) and words_of.ARTICLES.issuperset(words[at : d.first]) for d in ahead)
    if words[last] not in _PUT_FIRST:
        return False
    behind = words[last : last + _APART]
    if "for" not in behind or not words_of.PUT_BETWEEN.issuperset(behind[: behind.index("for")]):
        return False
    return number.is_for_length(last + behind.index("for"))


def _is_setting(number: BareNumber) -> bool:
    """True for the 180 of "roast at 180 for 40 minutes"."""
    words, first = number.words, number.first
    begin, _ = number.sentence
    if words_of.HEATING.intersection(words[max(begin, first - 8) : first]):
        return True
    at = number.value <= words_of.CLOCKLIKE and number.before == "at"
    return at and (first == 1 or words[first - 2] not in words_of.AT_PRICE)


def _is_sold(number: BareNumber) -> bool:
    """True for "180 for the hour", "600 for the evening", "20 for travel"."""
    following = number.following
    named = number.words[number.last + 2 : number.last + 3] if following in _ARTICLES else [following]
    if named in (["deposit"], ["retainer"]):
        return number.is_payable
    if following in TRAVEL:
        return number.is_payable and not number.is_length
    if not _VISITS.isdisjoint(named) and number.is_sum:
        return not number.is_heated
    if _is_length_for_price(number) or not (number.is_for_length(number.last) or _is_for_event(number)):
        return False
    return not _is_setting(number) and not number.is_heated


def _is_length_for_price(number: BareNumber) -> bool:
    """True for the 60 of "a real 60 for 120", where both are of the card."""
    known = number.known
    if number.value not in known.session_minutes:
        return False
    paid = number.numbers(number.last + 1, number.last + 2)
    if not paid or not is_listed(known, float(paid[0].value)):
        return False
    return UNIT_MINUTES.keys().isdisjoint(number.words[paid[0].last : paid[0].last + 1])


def _is_for_event(number: BareNumber) -> bool:
    """True for "600 for the evening", "1.5k for the party", "180 for you and 180 for her"."""
    if not number.is_sum:
        return False
    following, named = number.following, number.words[number.last + 2 : number.last + 3]
    if following in words_of.PERSONS or following == "both" or following in words_of.GROUPS:
        return True
    if following == "the" and not _SORTS.isdisjoint(named):
        return True
    return following in _ARTICLES and not words_of.EVENTS.isdisjoint(named)


def _is_apiece(number: BareNumber) -> bool:
    """True for "45 each if you both come" and "50 down", not for "two each, so four songs"."""
    if (number.following and number.following not in words_of.ENDS) or number.is_scaled:
        return False
    return number.is_listed or number.is_sum


def _is_rate(number: BareNumber) -> bool:
    """True for "40 an hour", "180 the hour", "180 / 60 min", "80 a head"."""
    word, unit = number.after, number.following
    big = number.value > words_of.CLOCKLIKE
    if word == "the":
        return (unit in ("lot", "pair") and big) or (unit in ("hour", "hr") and number.is_payable)
    if word == "/" and number.durations(number.last + 1, number.last + 2):
        return number.is_plausible
    if word in ("a", "per"):
        if unit in words_of.HEADS:
            return number.is_plausible and not number.is_scaled
        if unit in SESSION_NOUNS:
            said = number.is_asked_for or number.before in words_of.BIDS or number.before in words_of.IT_IS
            fits = number.is_telling or (said and number.is_plausible)  # "it's 45 a lesson" is no length
            return fits and big and not number.is_scaled
        if unit.isalpha() and _is_charged(number):
            return number.is_plausible and big
    minutes = UNIT_MINUTES.get(unit)
    a_unit = minutes is not None and 30 <= minutes <= 1440 and (word != "a" or minutes == 60)
    return a_unit and number.is_payable


def _is_charged(number: BareNumber) -> bool:
    """True for "I charge 45,000 a term", whatever it is counted by."""
    charged = number.before in ("charge", "ask") and number.first > 1
    return charged and number.words[number.first - 2] in ("i", "we")


def _is_welcome(number: BareNumber, after: str) -> bool:
    """True for "150 it is", "a hundred and eighty works", "180 flat", "180 all in"."""
    following = number.following
    if not number.is_plausible:
        return False
    if (after == "it" and following == "is") or after in _AGREED or following in _AGREED_BEHIND:
        timed = number.is_quarter and not number.is_listed
        return (number.is_sum and not timed) or number.is_asked_for
    if after == "all":
        return following in ("in", "up", "told", "together")
    if after == "in":
        return following in ("total", "all")
    return after not in words_of.SILENT


_PASSED: Final = VOCATIVES | frozenset("even straight exactly only sharp".split())
_ARTICLES: Final = frozenset("the a your".split())
_AGREED: Final = frozenset("works ok okay".split())
_AGREED_BEHIND: Final = frozenset("fine ok okay".split())
_VISITS: Final = frozenset("visit session lesson appointment treatment consultation sitting reading".split())
_SORTS: Final = frozenset("long longer short shorter big bigger small standard basic".split())
"""What tells the entries of a card apart: "two seventy for the long one"."""
_APART: Final = 4
_PUT_FIRST: Final = words_of.PUT_BETWEEN - {"for"}
_YIELDING: Final = words_of.WILLING | words_of.YIELDS | _PUT_FIRST
