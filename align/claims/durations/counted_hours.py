"""Read numbers that count hours named before: "three hours is 600 and four is 760", "190 for one, 330 for two"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import CURRENCY

if TYPE_CHECKING:
    from align.claims.durations.card_lengths import Length
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance


def counts_hours(u: Utterance, number: Number, found: list[Length], ends: set[int]) -> bool:
    """True for a number of a card's hours that a price stands beside, where hours are `found` before it."""
    words, marks = u.reading.words, u.reading.marks
    first, last = number.first, number.last
    begin, _ = u.reading.sentence(first)
    if begin:
        begin, _ = u.reading.sentence(begin - 1)
    near = [x.low for x in found[-_FEW:] if begin <= x.first < first and x.low >= _HOUR]
    if not near:
        return False
    before = words[first - 1] if first else ""
    if before == "for":
        counts = last < len(words) and words[last].isalpha() and words[last] not in _GOING_ON
        return not counts and (first - 1 in ends or bool(marks[first - 2] & CURRENCY))
    if before == "the" and float(number.value) * _HOUR in near:
        return _follows_sum(u, first - 1, ends) or _is_priced(u, last)
    if number.value == 1 or last >= len(words) or before in _OF_A_CLOCK:
        return False
    if before == "to" and words[last] not in ("it's", "that's"):
        return False
    return _is_priced(u, last) or words[last] in _GIVING or _is_told(u, last)


def _follows_sum(u: Utterance, at: int, ends: set[int]) -> bool:
    """True for the two of "it's £125 for the two", the hours that were spoken of."""
    return u.reading.words[at - 1 : at] == ["for"] and (
        at - 1 in ends or bool(u.reading.marks[at - 2] & CURRENCY)
    )


def _is_priced(u: Utterance, last: int) -> bool:
    """True for "the two, £290" and "three, at 22,500"."""
    words, marks = u.reading.words, u.reading.marks
    if words[last : last + 1] != [","] or last + 2 >= len(words):
        return False
    if marks[last + 1] & CURRENCY:
        return True
    return words[last + 1] == "at" and (
        bool(marks[last + 2] & CURRENCY) or len(words[last + 2]) > _HOURS_DIGITS
    )


def _is_told(u: Utterance, last: int) -> bool:
    """True for "four is 760", "three come to 21,000", "four 900 €"; "3 500 kr" is one sum."""
    words, marks = u.reading.words, u.reading.marks
    after = last + (words[last] in _TELLING)
    if after == last:
        marked = any(mark & CURRENCY for mark in marks[after : after + 2])
        return marked and (bool(marks[after] & CURRENCY) or words[last - 1].isalpha())
    after += words[after : after + 1] == ["to"]
    return any(words[i][0].isdigit() for i in range(after, min(len(words), after + 3)))


_HOUR: Final = 60
_FEW: Final = 8
_HOURS_DIGITS: Final = 2
_OF_A_CLOCK: Final = frozenset("at by until till from half past around about".split())
_GOING_ON: Final = frozenset("and or but at with here if in when on then plus".split())
"""Behind "330 for two", of hours; "for two of you" and "for three guests" are of people."""
_GIVING: Final = frozenset("gives leaves lets buys".split())
_TELLING: Final = frozenset(
    "is are 's it's that's at for : - would be come comes cost costs run runs".split()
)
