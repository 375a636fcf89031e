"""Judge a bare number by its neighbours, whatever its clause is about: "60k", "as low as 150", "47 keeps the hour"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.money import bare_price_words as words_of
from align.claims.money.card_scale import is_plausible, is_usual_length
from align.claims.money.gaps_between import tells_gap
from align.claims.money.price_modes import mode_cues_in

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber
    from align.claims.utterance import Utterance


def is_shown_by_neighbours(number: BareNumber) -> bool:
    """True where the words right beside a number make it a sum."""
    return (
        is_in_row(number)
        or is_shared_out(number)
        or _is_in_thousands(number)
        or _is_lowest(number)
        or _is_of_card(number)
        or _is_keeping(number)
        or _is_recalled(number)
        or _is_rest_of_split(number)
        or _is_given_out(number)
        or tells_gap(number.u, number.first, number.last)
    )


def is_in_row(number: BareNumber) -> bool:
    """True for every sum of "48 / 68 / 84 for 60 / 90 / 120"."""
    if number.after != "/" or not number.is_plausible:
        return False
    last, size = number.last, 1
    while number.words[last : last + 1] == ["/"] and size < _LONGEST_ROW:
        beside = number.numbers(last + 1, last + 2)
        if not beside or not is_plausible(number.known, float(beside[0].value)):
            return False
        last, size = beside[0].last, size + 1
    return number.words[last : last + 1] == ["for"] and bool(number.durations(last + 1, last + 2))


def is_shared_out(number: BareNumber) -> bool:
    """True for "half of the 320 now", not for "half of the 320 guests"."""
    words, first, after = number.words, number.first, number.after
    if number.before not in ("the", "that") or first < _SHARE or words[first - 2] != "of":
        return False
    ends = not after or after in _SHARED or not after.isalnum()
    return ends and words[first - _SHARE] in _FRACTIONS and number.is_telling


def _is_in_thousands(number: BareNumber) -> bool:
    """True for "no stress, 60k" and "60k all in", and for a text that is nothing but "1.5k"."""
    if not number.is_in_thousands:
        return False
    if len(number.words) <= number.last - number.first + 1:
        return True
    if not number.is_plausible or not number.ends:
        return False
    opens = number.opens_clause(number.first) or number.before in words_of.TAKING
    return opens and (number.is_asked_for or number.first > 0)


def _is_lowest(number: BareNumber) -> bool:
    """True for "I can go as low as 150"."""
    as_low = number.before == "as" and number.words[max(0, number.first - 3) : number.first] in _AS_LOW
    return as_low and number.is_telling


def _is_of_card(number: BareNumber) -> bool:
    """True for an amount of the card named as one: "the 140", "80k covers it", "your 60 for 140"."""
    value, before = number.value, number.before
    if not number.is_listed or value in number.known.session_minutes or is_usual_length(value):
        return False
    if number.is_heated:
        return False
    if number.is_in_thousands:
        return True
    if not number.ends and number.after not in words_of.COVERS:
        return False
    if before in ("the", "so"):
        return value > words_of.CLOCKLIKE
    begin = max(number.sentence[0], number.first - words_of.RECENT)
    if before not in ("for", "at") or not number.durations(begin, number.first):
        return False
    return before == "for" or not number.is_clocklike or value % 15 != 0


def _is_keeping(number: BareNumber) -> bool:
    """True for "47 keeps the hour": what is paid to hold it."""
    if number.after != "keeps" or not number.is_payable:
        return False
    words, last = number.words, number.last
    goes_on = last + 3 < len(words) and words[last + 3].isalpha() and words[last + 3] not in _KEPT_FOR
    kept = number.following in ("the", "your", "that") and not _KEPT.isdisjoint(words[last + 2 : last + 3])
    return kept and not goes_on


def _is_recalled(number: BareNumber) -> bool:
    """True for "the 155 you saw is for when I come out to you": what a price that was seen is for."""
    return number.after == "you" and number.is_sum and is_told_of_seen(number.u, number.last)


def _is_given_out(number: BareNumber) -> bool:
    """True for "flick the 20 to my PayID" and "drop the 40 whenever", not for "drop the 40 boxes"."""
    if number.first < 2 or number.before not in ("the", "your") or number.after not in _HANDED:
        return False
    return number.words[number.first - 2] in _HANDING and number.is_payable


def _is_rest_of_split(number: BareNumber) -> bool:
    """True for the 1020 of "R1700: R680 now to hold it and then 1020 before we start"."""
    first, money = number.first, number.u.money
    if not money or number.after not in _DUE or number.before not in _THEN:
        return False
    ahead = money[-1]
    near = number.sentence[0] <= ahead.first and 0 < first - ahead.last <= _REACH
    return near and ahead.of in (PriceOf.DEPOSIT, PriceOf.REMAINDER) and number.is_sum


def is_told_of_seen(u: Utterance, last: int) -> bool:
    """True where a draft says what the sum before word `last` is for that the client has seen."""
    words = u.reading.words
    if words[last : last + 1] != ["you"] or words[last + 1 : last + 2] not in _SEEN:
        return False
    if words[last + 2 : last + 3] not in (["is"], ["'s"]) or words[last + 3 : last + 4] != ["for"]:
        return False
    end = min(last + _REACH + 3, u.reading.sentence(last)[1])
    return bool(mode_cues_in(u, last + 3, end)) or any(last + 3 < d.first < end for d in u.durations)


_AS_LOW: Final = (["as", "low", "as"], ["as", "little", "as"])
_THEN: Final = frozenset("then and , other".split())
_DUE: Final = frozenset("before when on once at after the".split())
"""What tells when the rest of a price is paid."""
_SEEN: Final = [[word] for word in "saw see read found mention mentioned quote quoted".split()]
_REACH: Final = 10
_SHARE: Final = 3
_SHARED: Final = frozenset("now today tonight first to when before and is upfront up at".split())
_FRACTIONS: Final = frozenset("half quarter third".split())
_KEPT: Final = frozenset(
    "hour date time slot spot place day evening morning booking appointment space".split()
)
_KEPT_FOR: Final = frozenset("for on at yours safe and free open so".split())
"""What follows a time that is held, unlike "60 keeps the hour honest"."""
_LONGEST_ROW: Final = 6
_HANDING: Final = frozenset("drop flick shoot sling bung fling whack lob chuck".split())
_HANDED: Final = frozenset("to over across whenever when tonight today now by before via through".split())
