"""Judge a bare number by what leads to it: "it's N", "I charge N", "a deposit of N", "for students N", "N" in answer.

Hedges ("about", "just") are passed over. What the number is tied to is asked first: the noun, the length, the place,
the group or the sum before it; then the word that leads to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.heard import sums_heard
from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_lengths import is_paired_with_length
from align.claims.money.bare_number import is_told_as_price, talks_of_price
from align.claims.money.bare_parts import is_added
from align.claims.money.bare_places import heads_line, holds_for_place, is_led_by_place
from align.claims.money.bare_prepositions import is_behind_preposition, is_own_offer
from align.claims.money.bare_subjects import completes_price
from align.claims.money.price_questions import asks_of_others
from align.claims.numbers.numbers import NumberForm
from align.reading.cues import AGREEMENT, BREAK, PAYMENT, PRICE

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber


def is_led_to_as_price(number: BareNumber) -> bool:
    """True where what leads to the number makes it a price, and nothing follows that could be counted."""
    at = number.lead_at
    if number.lead in words_of.SENT_TO and not words_of.SENDING.isdisjoint(
        number.words[max(0, at - 2) : at + 1]
    ):
        return number.is_payable
    if number.lead == "of" and number.before_lead in words_of.CHARGES:
        return number.is_payable
    if not number.ends:
        return number.lead == "to" and number.after == "last" and is_behind_preposition(number)
    if number.lead in words_of.PRICE_NOUNS or (
        number.lead in _JOINTS and number.before_lead in words_of.PRICE_NOUNS
    ):
        return number.is_payable
    if (
        is_paired_with_length(number)
        or heads_line(number)
        or _is_for_group(number)
        or _is_handed_or_least(number)
        or _is_set_apart(number)
    ):
        return True
    added = is_added(number)
    return _is_said_by(number) if added is None else added


def _is_set_apart(number: BareNumber) -> bool:
    """True for a sum that a place, a yes, a page or the same as ever stands before."""
    lead, before, at = number.lead, number.before_lead, number.lead_at
    if lead == "to" and at and number.marks[at - 1] & AGREEMENT:
        heard = number.u.inbound is not None and number.value in sums_heard(number.u.inbound)
        return heard and number.is_sum and not number.is_quarter
    if lead == "down" and before in _PUTTING:
        return number.is_payable and talks_of_price(number)
    if not number.is_sum:
        return False
    if lead == "for":
        apart = _is_behind_length(number, at)
    elif lead in _SHOWING and number.before == "the":
        apart = number.names_length
    elif lead == "," and before == "same":
        apart = number.is_asked_for
    else:
        apart = is_led_by_place(number)
    return apart and number.is_sum_alone


def _is_behind_length(number: BareNumber, at: int) -> bool:
    """True for "I'd do your 60 on Saturday around noon for 155", not for "book two hours for 140 guests"."""
    priced = number.known.session_minutes
    near = [d for d in number.durations(max(number.sentence[0], at - _REACH), at) if d.low in priced]
    if not near:
        return False
    between = near[-1].last
    return not number.numbers(between, at) and "and" not in number.words[between:at]


def _is_said_by(number: BareNumber) -> bool:
    """Judge by the verb or the small word before the number: "it's N", "I charge N", "for N", "N" alone."""
    lead, before, at = number.lead, number.before_lead, number.lead_at
    joined = lead in words_of.IT_IS or (lead.endswith("'s") and lead != "'s")
    if joined or lead in words_of.COPULAS:
        return completes_price(number, at - (not joined))
    if lead in words_of.TURNS and number.follows_sum(at):
        return number.is_telling
    if number.is_listed and not words_of.USUALLY.isdisjoint(number.words[at + 1 : number.first]):
        return True
    if lead in words_of.BIDS or lead in words_of.OFFERS:
        return _is_offered(number, at)
    if lead in ("it", "that"):
        if before in words_of.NAMING:
            return number.is_plausible
        return before in words_of.COPULAS and number.is_telling
    if lead in words_of.SMALL_WORDS:
        return is_behind_preposition(number)
    return _is_answer(number)


def _is_offered(number: BareNumber, at: int) -> bool:
    """True for "I could do 150", "I charge 45"; "I can do 430" is an hour where nobody speaks of prices."""
    if number.lead in _FITTING_IN and number.is_quarter and not is_told_as_price(number):
        return number.is_listed
    fits = number.is_plausible if number.lead in words_of.BIDS else number.is_telling
    return fits and (is_own_offer(number, at) or _is_asked_by_us(number))


def _is_asked_by_us(number: BareNumber) -> bool:
    """True for "I ask 140", and for "for an hour I take 140", where a length says that no photos are taken."""
    if number.before_lead not in ("i", "we") or not number.is_sum:
        return False
    if number.lead == "ask":
        return True
    opened = number.words[number.sentence[0]] == "for" and number.after != "or"  # "110 or so photos"
    return number.lead == "take" and opened and number.names_length


def _is_handed_or_least(number: BareNumber) -> bool:
    """True for "just bring 160", "I can't go under 160" and "same price as last time, 160"."""
    lead, at = number.lead, number.lead_at
    if lead not in _HANDED_OR_LEAST or not number.is_sum:
        return False
    if lead in ("gimme", "bring") or (lead == "me" and number.before_lead in _HANDING):
        return number.u.inbound is None or number.is_asked_for
    if lead in ("under", "below"):
        return not _GOING_DOWN.isdisjoint(number.words[max(0, at - 3) : at])
    return lead != "me" and _is_behind_talk(number, at)


def _is_behind_talk(number: BareNumber, at: int) -> bool:
    """True for "same price as last time, 160" and "I'll meet you halfway, 165": a sum behind talk of one."""
    begin = max(number.sentence[0], at - words_of.RECENT)
    named = number.before_lead in ("halfway", "middle") or any(
        number.marks[i] & PRICE and number.words[i] in words_of.PRICE_NOUNS for i in range(begin, at)
    )
    if not named or number.is_hour or number.numbers(begin, at):
        return False
    return words_of.HEATING.isdisjoint(number.words[begin:at])


def _is_for_group(number: BareNumber) -> bool:
    """True for "for students 1700", "for the two of you 3,400": whom a price is for opens its clause."""
    words, first = number.words, number.first
    near = max(number.sentence[0], first - _GROUPED)
    if "for" not in words[near : first - 1] or not number.is_sum:
        return False
    for at in range(first - 2, near - 1, -1):
        if words[at] == "for":
            who = number.before.endswith("s") or number.before in words_of.PERSONS
            return who and number.opens_clause(at) and (number.is_asked_for or number.is_listed)
        if number.marks[at] & BREAK:
            return False
    return False


def _is_answer(number: BareNumber) -> bool:
    """True when the number opens the answer to a question about the price."""
    if not number.is_plausible and number.read.form is not NumberForm.SLANG:
        return False
    for at in range(number.sentence[0], number.first):
        word = number.words[at]
        if word not in words_of.LEADS and not number.marks[at] & (AGREEMENT | BREAK):
            return False
        if word in _PROPOSING and number.is_hour:
            return False
    if number.u.inbound is not None and asks_of_others(number.u.inbound):
        return False
    if number.is_asked_for or holds_for_place(number):
        return True
    if number.is_sum_alone and number.after == "," and number.has(PAYMENT, number.last + 1, number.last + 3):
        return True  # "195, cash is fine"
    return number.is_telling and number.names_length


_REACH: Final = 10
_PUTTING: Final = frozenset("put pay leave lay".split())
_SHOWING: Final = frozenset("show shows see say says".split())
"""What the pages of a booking do with a price."""
_JOINTS: Final = frozenset(": = - — of ,".split())
_FITTING_IN: Final = frozenset("do make".split())
"""What is done with hours as well as with sums: "I can do 430"."""
_GROUPED: Final = 5
"""Words of "for the two of you", before a sum."""
_PROPOSING: Final = frozenset("how what let's maybe".split())
_HANDING: Final = frozenset("give hand slip bring".split())
_HANDED_OR_LEAST: Final = frozenset("gimme bring me under below , - — :".split())
_GOING_DOWN: Final = frozenset("go drop do going".split())
