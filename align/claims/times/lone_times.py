"""A time that stands alone: "6?", "Friday at 5 then", "2pm today, half an hour?".

A sentence, or a clause of it, that says nothing but a time proposes it, unless it answers
a question about something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.appointment_words import FILLER, MEALS, OTHER, PLACES, START
from align.claims.times.gone_hours import clause_behind_gone
from align.claims.times.offering_clauses import goes_on
from align.claims.times.said_of_times import is_clock, is_list
from align.reading.cues import EMOJI, NEGATION

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 22
_SHORT: Final = 18
_OPENING: Final = 6


def alone(u: Utterance, first: int, last: int, begin: int, end: int) -> int:
    """Propose the time of a sentence that says nothing else; it may answer a question."""
    words = u.reading.words
    if first - begin < _OPENING:
        # "2pm today, half an hour, and I pay on Friday?": the first clause is a whole.
        near = range(last, min(end, last + _SHORT))
        comma = next((i for i in near if words[i] == "," and not is_clock(u, i + 1)), end)
        end = comma if goes_on(u, comma, end) else end
    near = range(first - 1, max(begin, first - _SHORT), -1)
    begin = next((i + 1 for i in near if words[i] in _RESTARTS), begin)
    begin = clause_behind_gone(u, first, begin)
    if words[end - 1] == "?":
        # "need half an hour, sat 9am?": so is the last clause of a question.
        begin = next((i + 1 for i in near if i >= begin and words[i] == "," and not is_list(u, i)), begin)
    if end - begin > _SHORT:
        return 0
    unknown = [
        i
        for i in range(begin, end)
        if not first <= i < last
        and words[i] not in FILLER
        and not u.taken[i]
        and not is_clock(u, i)
        and not u.reading.marks[i] & EMOJI
    ]
    if len(unknown) > 1 or (unknown and not _is_name(u, unknown[0], first)):
        return 0
    return -1 if begin and _answers_event(u, begin) else 1


_RESTARTS: Final = frozenset("so but ; — :".split())


def _is_name(u: Utterance, at: int, first: int) -> bool:
    """True for an address: "6, Sam?", "Hi Sam, 6?"; not for "Coffee at 6"."""
    words = u.reading.words
    if words[at] in _HAVING or u.reading.marks[at] & NEGATION:
        return False
    if words[at] in OTHER or words[at] in PLACES or words[at] in MEALS or not words[at].isalpha():
        return False
    beside = words[at + 1 : at + 2]
    return beside in ([","], ["?"], ["!"], ["."], []) or at > first or u.reading.words[at] in _MODAL_ALONE


_HAVING: Final = frozenset("have has had nobody".split())
_MODAL_ALONE: Final = frozenset("could can want need prefer like would".split())


def _answers_event(u: Utterance, begin: int) -> bool:
    """True behind a question about something else: "When does school finish? 3?"."""
    before, _ = u.reading.sentence(begin - 1)
    words = u.reading.words
    if words[begin - 1] not in ("?", ":"):
        return False
    near = [word for word in words[max(before, begin - _REACH) : begin] if word != "reminder"]
    return not OTHER.isdisjoint(near) and START.isdisjoint(near)
