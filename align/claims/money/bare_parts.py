"""Judge a bare number by the part of a price that what follows makes it, or by the bargain that it closes.

"50 holds it", "50 now and 130 on the day", "600 left to pay", "40 travel fee", "20 on top", "150 and it's yours".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import bare_price_words as words_of
from align.claims.money import price_nouns as nouns
from align.claims.money.card_scale import is_listed, is_small
from align.claims.money.price_questions import asks_what_is_left
from align.reading.cues import BREAK, CALENDAR, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber


def is_left_to_pay(number: BareNumber) -> bool:
    """True for what a deposit leaves of the price: "so 130 on the day"."""
    words, last, at = number.words, number.last, number.first - 1
    settles = number.after in words_of.LEFT or (
        number.after in _SETTLING
        and (words[last : last + 2] in words_of.TO_GO or words[last : last + 3] in words_of.TO_GO)
    )
    if not settles or not number.is_plausible:
        return False
    if number.before in words_of.LAST:
        return True
    if is_small(number.known, number.value, _LEAST_LEFT):
        return False
    if at >= 0 and number.before not in words_of.SO and not number.marks[at] & BREAK:
        return False
    begin = number.u.reading.sentence(at)[0]
    return (
        _is_to_pay(number) or bool(number.money(begin, at)) or not nouns.DEPOSIT.isdisjoint(words[begin:at])
    )


def _is_to_pay(number: BareNumber) -> bool:
    """True for "600 left to pay", and for "600 to go" where the client asks what is left."""
    words, last = number.words, number.last
    if words[last + 1 : last + 3] in words_of.TO_PAY or words[last : last + 2] in words_of.TO_PAY:
        return True
    if number.following == "on" and number.durations(last + 2, last + 4):
        return True  # "you've 690 left on the four hours"
    return asks_what_is_left(number.u.inbound) and (number.is_asked_for or number.after == "on")


def closes_deal(number: BareNumber) -> bool | None:
    """Judge ", final offer", "up front", "'s fine", "and it's yours"; None for what is none of them."""
    words, last, after = number.words, number.last, number.after
    if after == "," and words[last + 1 : last + 3] in _FINAL:
        return number.is_telling
    if after == "upfront" or (after in ("up", "in") and words[last : last + 2] in _EARLY):
        return number.is_payable
    if after == "'" and number.following == "s" and not _GRANTED.isdisjoint(words[last + 2 : last + 3]):
        return number.is_sum_alone
    if after == "and" and (
        words[last + 1 : last + 3] in words_of.SEALING or words[last + 1 : last + 4] in words_of.SEALING
    ):
        return number.is_sum
    return None


def is_part(number: BareNumber) -> bool:
    """True for a part of the price: "50 holds it", "50 as a deposit", "50 now and 130 on the day"."""
    words, last, after, following = number.words, number.last, number.after, number.following
    third = words[last + 2] if last + 2 < len(words) else ""
    if after == "of" and following == "the":
        wholes = number.numbers(last + 2, last + 3)
        return any(number.read.value < n.value for n in wholes) and number.is_plausible
    if after == "of":
        return following in ("that", "it", "which", "that's") and number.follows_sum(number.first)
    if after == "now" and following != "to":
        return _is_first_of_two(number, third)
    named = (
        after in words_of.TO_HOLDS
        or (after == "to" and following in words_of.TO_HOLD)
        or (after == "now" and third in words_of.TO_HOLD)
        or (after == "in" and following == "deposit")
        or (after == "as" and not nouns.DEPOSIT.isdisjoint(words[last + 1 : last + 4]))
        or (following == "what's" and third in _UNPAID)
        or (after in ("is", "'s") and _is_named(number))
    )
    return named and number.is_payable


def _is_first_of_two(number: BareNumber, third: str) -> bool:
    """True for the 50 of "50 now and 130 on the day"."""
    if number.following not in ("and", "then", ",", "plus") or not third[:1].isdigit():
        return False
    rest = number.numbers(number.last + 2, number.last + 3)
    whole = sum((n.value for n in rest[:1]), number.read.value)
    return number.is_plausible or is_listed(number.known, float(whole))


def _is_named(number: BareNumber) -> bool:
    """True for "50 is due", "500 is what I'd charge you" and "150 is my normal hour"."""
    following, at = number.following, number.last + 2
    if following == "what":
        asked = number.words[at : at + 3]
        return not nouns.SPEAKER.isdisjoint(asked[:1]) and not words_of.BIDS.isdisjoint(asked[1:])
    if following in ("my", "our", "the"):
        return (
            number.names_price(at, min(len(number.words), at + 3))
            or not _LAST_PRICE.isdisjoint(number.words[at : at + 2])
            or bool(number.durations(at - 1, at + 3))
        )
    return following in ("due", "left", "outstanding")


def is_travel_or_fee(number: BareNumber) -> bool:
    """True for "40 travel fee", "50 non-refundable deposit"."""
    if not number.is_payable:
        return False
    words, last = number.words, number.last
    if number.after in nouns.TRAVEL and (not number.following or number.following in words_of.ENDS):
        return True
    for word in words[last : last + 4]:
        if word in words_of.CHARGES:
            return True
        if (word in words_of.ENDS and word != "-") or word in _CLAUSES:
            return False
    return False


def comes_on_top(number: BareNumber) -> bool:
    """True for "20 extra", "25 on top": added to a price, and no length."""
    on_top = number.after == "on"
    if on_top and number.following != "top":
        return False
    behind = number.words[number.last + 1 + on_top :][:1]
    ends = not behind or behind[0] in words_of.ENDS or (on_top and behind[0] == "of")
    return ends and number.is_payable and number.value not in number.known.session_minutes


def is_more_than_other(number: BareNumber) -> bool:
    """True for "home visits are 40 more than the studio"."""
    before, following, last = number.before, number.following, number.last
    if following and following not in words_of.ENDS and following not in ("than", "for", "to"):
        return False
    if not number.is_payable or is_small(number.known, number.value, _LEAST_SHARE):
        return False
    begin, end = number.sentence
    said = following == "than" or before in words_of.COPULAS or before in words_of.MORE or before == "cost"
    if number.follows_sum(number.first):
        return said or bool(number.mode_cues(last + 1, last + 4))
    if said:
        named = number.has(PRICE | SERVICE_WORD | CALENDAR, begin, end)
        return named or bool(number.mode_cues(begin, number.first))
    named = number.is_asked_for or number.has(PRICE | SERVICE_WORD, begin, end)
    return named and bool(number.mode_cues(last + 1, last + 4))


def is_added(number: BareNumber) -> bool | None:
    """Judge what is owed or comes on top: "an extra 20", "is another 75"; None where nothing of it is said."""
    lead, before, at = number.lead, number.before_lead, number.lead_at
    if lead in words_of.ADDED:
        return number.is_payable
    if lead in words_of.PLUS_OR_LESS and (before in words_of.COPULAS or number.follows_sum(at)):
        return number.is_payable
    if lead == "other" and before == "the":
        sent = not words_of.SENDING.isdisjoint(number.words[max(0, at - words_of.RECENT) : at])
        return number.is_plausible and (sent or number.follows_sum(at))
    if lead in words_of.SAVING or (lead in _SAVERS and before in words_of.SAVING):
        return number.is_payable and not number.is_length
    if "owe" in (lead, before):
        return number.is_plausible
    if number.before == "another":
        adds = (lead in words_of.MORE or lead in words_of.IT_IS) and not number.is_heated
        return adds and number.is_payable and not number.is_length
    adding = lead in words_of.ADDING or (lead == "on" and before in _ADDING_ON)
    if adding and (not number.after or number.after in _PURPOSES):
        journey = number.mode_cues(number.sentence[0], at)
        return number.is_payable and (bool(journey) or number.value not in number.known.session_minutes)
    return None


_PURPOSES: Final = frozenset("for on . if to when".split())
"""What follows in "add 20 for transport", unlike in "add 20 and stir"."""
_ADDING_ON: Final = frozenset("tack stick slap add".split())
_SAVERS: Final = words_of.PERSONS | {"yourself", "yourselves"}
"""Who saves: "you each save 20", "that saves you 15"."""
_GRANTED: Final = frozenset("fine grand ok okay good great perfect yours enough plenty".split())
"""What is said of a price that is taken: "150's fine"."""
_FINAL: Final = words_of.phrases("final offer, last price, best price, final price, last offer")
_EARLY: Final = (["up", "front"], ["in", "advance"])
_SETTLING: Final = frozenset(phrase[0] for phrase in words_of.TO_GO)
_UNPAID: Final = frozenset("left due outstanding".split())
_LAST_PRICE: Final = words_of.BOTTOMS | {"final", "offer"}
_CLAUSES: Final = frozenset("i'd i'll i'm i've we'd we'll you'd you'll you're it's it'd that's".split())
"""What begins another clause: "for 150 I'd lose money" names no charge."""
_LEAST_LEFT: Final = 0.2
_LEAST_SHARE: Final = 1 / 12
"""Of the card's smallest amount: less than this nothing costs more."""
