"""Judge a bare number by the preposition before it: "comes to N", "meet you at N", "from N", "do it for N"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_places import holds_for_place
from align.claims.money.price_gaps import reaches
from align.claims.money.price_questions import asks_about
from align.reading.cues import MODAL, PRICE, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber


def is_behind_preposition(number: BareNumber) -> bool:
    """Judge "comes to N", "meet you at N", "from N", "for N", "or N"."""
    lead, before, at = number.lead, number.before_lead, number.lead_at
    if lead == "with":
        if not words_of.TO_HOLD.isdisjoint(number.words[max(0, at - 3) : at]):
            return number.is_payable
        return before in ("live", "go", "work") and number.is_telling and number.is_asked_for
    if lead == "to":
        return _is_reached(number, before, at)
    if lead == "at":
        return number.is_telling and _is_charged_at(number, before, at)
    if lead == "from":
        return number.is_plausible and _begins(number, before, at)
    if lead == "for":
        sold = _names_session(number, at - 1) if before in ("go", "goes", "going") else _is_done(number, at)
        return number.is_plausible and sold
    return _is_beside_sum(number, at)


def _is_reached(number: BareNumber, before: str, at: int) -> bool:
    """Judge "comes to N", "I can drop it to N", "has gone up to N"."""
    words = number.words
    if before in ("it", "that") and words[at - 2] in words_of.LOWERING and number.is_telling:
        offered = words[at - 2] in _DROPPING and is_own_offer(number, at - 2)
        if offered or number.names_length:
            return not number.is_heated
    if before in ("going", "moving", "went", "gone", "rose", "risen"):
        return number.is_telling and number.has(PRICE, number.sentence[0], at) and not number.is_heated
    turned = before in ("down", "up")
    fits = number.is_telling if turned else number.value > words_of.HOURLIKE
    changed = turned and words[at - 2] in words_of.CHANGED and number.names_length
    return (fits and (changed or reaches(words, at))) or _is_beside_sum(number, at)


def _is_charged_at(number: BareNumber, before: str, at: int) -> bool:
    """Judge "it's at N", "meet you at N", where prices are the topic "at N"."""
    if before in words_of.AT_PRICE or number.words[max(0, at - 2) : at] in words_of.MET:
        return True
    timelike = number.is_quarter or (number.is_clocklike and number.value % 100 != 0)
    return not timelike and number.is_asked_for


def _begins(number: BareNumber, before: str, at: int) -> bool:
    """Judge "from N", where a price is spoken of or what is sold stands before it."""
    if number.after == "to" or words_of.CHANGES.intersection(number.words[max(0, at - 3) : at]):
        return False
    asked = number.is_asked_for
    if number.last - number.first == 1 and _FIRST_YEAR <= number.value <= _LAST_YEAR and not asked:
        return False
    if number.is_sum and (asked or (before in _STARTING and _names_session(number, at - 1))):
        return True
    if holds_for_place(number) or number.u.reading.seen & PRICE:
        return True
    return number.value > words_of.CLOCKLIKE and _names_session(number, at)


def _is_beside_sum(number: BareNumber, at: int) -> bool:
    """True for the second of two amounts of one shape: "310 here or 380 at yours"."""
    ends = not number.after or number.after in words_of.BESIDE
    if not ends or not number.is_plausible:
        return False
    return any(at - m.last <= _SHORT for m in number.money(number.sentence[0], at))


def is_own_offer(number: BareNumber, at: int) -> bool:
    """True for the verb of "I could do 150", "I charge 150", "let's say 150" at word `at`."""
    if number.words[at] in words_of.OWN_OFFERS:
        return True
    begin = max(number.u.reading.sentence(at)[0], at - 4)
    return number.has(MODAL, begin, at) or not words_of.PROPOSERS.isdisjoint(number.words[begin:at])


def _names_session(number: BareNumber, at: int) -> bool:
    """True when what is sold stands right before word `at`: "sessions", "an hour", a service."""
    if at < 1:
        return False
    word = number.words[at - 1]
    return (
        word in words_of.SUBJECTS
        or word in SESSION_NOUNS
        or bool(number.marks[at - 1] & SERVICE_WORD)
        or any(d.last == at for d in number.durations(at - 8, at))
        or asks_about(number.u, at - 1)
    )


def _is_done(number: BareNumber, at: int) -> bool:
    """True for the "for" of "can do it for 150", "come to your hotel for 35", not of "table for 12"."""
    words, before = number.words, number.before_lead
    begin = max(number.sentence[0], at - 10)
    doing = not words_of.DOING.isdisjoint(words[begin:at])
    if before == "hour" or (doing and before in ("yours", "it", "that", "both", "studio")):
        return True
    if doing and number.has(MODAL | SELF, begin, at) and _is_whole(number, begin, at):
        return True
    if before in _VISITS or any(_is_named(words[d.last : at]) for d in number.durations(at - 8, at)):
        return True
    return number.has(SERVICE_WORD, max(begin, at - 3), at)


def _is_whole(number: BareNumber, begin: int, at: int) -> bool:
    """True for what is done in "do both bikes for 170", "do the six for 300", "come to your hotel for 35"."""
    words, before = number.words, number.before_lead
    if before in _DONE_FOR or (before == "in" and words[at - 2] in _FITTED_IN):
        return True
    if not words_of.WHOLES.isdisjoint(words[max(begin, at - 3) : at]):
        return True
    if before in _SEVERAL and words[at - 2] == "the" and number.ends:
        return True
    return bool(number.mode_cues(max(begin, at - 6), at))


def _is_named(between: list[str]) -> bool:
    """True right behind a length, with what is done in it or without: "a 30 min refresh for"."""
    return len(between) <= 3 and all(
        w.replace("'", "").isalpha() and (w == "i" or w not in words_of.ENDS) for w in between
    )


_FIRST_YEAR: Final = 1950
_LAST_YEAR: Final = 2050
"""What a number behind "from" is where nobody speaks of money: "your portrait from 2019"."""
_SHORT: Final = 6
_DROPPING: Final = frozenset("drop bring lower reduce cut knock squeeze".split())
_STARTING: Final = frozenset("start starts starting".split())
_VISITS: Final = frozenset("sessions session lessons visits appointments".split())
_FITTED_IN: Final = frozenset("you u ya him her them".split())
_SEVERAL: Final = frozenset("two three four five six eight ten".split())
"""How many are done together: "I'd do the six for three hundred"."""
_DONE_FOR: Final = frozenset("you u ya him her them us session lot".split())
