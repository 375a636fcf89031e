"""Decide what a length of time is the length of.

Only positive evidence makes a length an appointment's: a session noun that it measures, a
verb that offers or books it, a verdict on it ("half an hour works"). Lengths of walks,
waits, breaks and pieces of music stay `OTHER`. A client who names a length asks for one,
so there the burden is the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf, Speaker
from align.claims.durations.bare_lengths import is_bare_offer
from align.claims.durations.governed_lengths import ADVERBIALS, is_answered_yes, is_governed
from align.claims.durations.granted_lengths import is_granted
from align.claims.durations.length_words import ADDED
from align.claims.durations.lengths_away import is_away, is_late, is_lateness_heard
from align.claims.durations.measured_nouns import HAVING, OTHER_BEFORE, noun_after, word_before
from align.claims.durations.no_sessions import is_no_session
from align.claims.durations.offered_lengths import is_offered, outweighs, squeezed_in
from align.claims.durations.other_lengths import answers_other_length, asks_other_length, remarks_on_event
from align.claims.durations.plain_offers import is_taken_up
from align.claims.durations.presumed_lengths import (
    is_presumed,
    is_spent_together,
)
from align.claims.durations.put_to_client import is_put_to_client
from align.claims.durations.shortened_lengths import is_shortened
from align.claims.durations.split_lengths import makes_up_whole
from align.claims.durations.told_lengths import is_told
from align.claims.durations.told_minimum import is_told_least
from align.claims.durations.unwanted_lengths import is_close, is_minded, is_past, is_repeated, is_wished
from align.claims.durations.visit_lengths import is_of_visit
from align.claims.durations.wanted_lengths import is_gladly_met, is_known_but
from align.reading.cues import (
    BREAK,
    DURATION_UNIT,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_LONGEST: Final = 24 * 60
_SHORTEST: Final = 5
_BOOKABLE: Final = 10
"""Shorter than this, "a minute" is a manner of speaking."""
_NEVER_ASKED: Final = frozenset(
    "in within every per each past after before by than takes wait ran since until".split()
)
_MINIMUM: Final = frozenset("minimum minimum's minimums shortest least".split())


def role_of(u: Utterance, first: int, last: int, minutes: float) -> DurationOf:
    """Return what the length on the words `[first, last)` is the length of."""
    words = u.reading.words
    if minutes >= _LONGEST or minutes < _SHORTEST or _is_no_appointment(u, first, last, minutes):
        return DurationOf.OTHER
    if _says_minimum(u, first, last):
        told = is_told_least(u, first, last, minutes)
        return DurationOf.APPOINTMENT if told else DurationOf.MINIMUM
    asked = u.speaker is Speaker.CLIENT
    if not asked and minutes < u.known.shortest and _is_put(u, first, last, minutes):
        return DurationOf.APPOINTMENT
    noun = _measured(u, first, last, minutes)
    if noun != "session" and (
        (minutes < _BOOKABLE and not asked)
        or is_repeated(words, last)
        or (
            u.inbound is not None
            and (
                answers_other_length(u, first)
                or remarks_on_event(u, first, last, minutes)
                or is_lateness_heard(u, first, last, minutes)
            )
        )
    ):
        return DurationOf.OTHER
    if asked:
        return _asked_for(u, (first, last), noun)
    if (
        noun == "other"
        or "first" in words[first:last]
        or not _is_given(u, (first, last), noun, minutes)
        or is_away(u, first, last, minutes)
    ):
        return DurationOf.OTHER
    return DurationOf.APPOINTMENT


def _is_given(u: Utterance, span: tuple[int, int], noun: str, minutes: float) -> bool:
    """True where a length that measures a session, or nothing (`noun`), is given to the client, not only named."""
    first, last = span
    before, at = word_before(u.reading.words, first)
    if noun != "session":
        short = minutes < u.known.shortest
        if before in OTHER_BEFORE and not (
            outweighs(u, first, last, before, at) or (short and _is_had_despite(u, span, before, minutes))
        ):
            return False
        if not (is_offered(u, first, last, before, at) or (short and _is_shown(u, first, last, minutes))):
            return False
    return not (
        is_minded(u, before, at, last)
        or is_wished(u, first, last)
        or is_close(u.reading.words, before, at, last)
        or is_past(u, first, last)
        or is_known_but(u, first, last)
    )


def _is_shown(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for a length below the minimum that the build of its clause gives, or a yes to the client."""
    return (
        is_presumed(u, first, last, minutes)
        or _is_had(u, first, last, minutes)
        or is_told(u, first, last, minutes)
    )


def _is_had_despite(u: Utterance, span: tuple[int, int], before: str, minutes: float) -> bool:
    """True for one below the minimum that is the client's although a word of other lengths stands `before` it."""
    first, last = span
    if is_spent_together(u, last, minutes) or is_told(u, first, last, minutes):
        return True
    return before == "take" and is_governed(u, first, last, minutes)


def _asked_for(u: Utterance, span: tuple[int, int], noun: str) -> DurationOf:
    """Return what a client names a length of: an appointment, unless its words say otherwise."""
    first, last = span
    words = u.reading.words
    before, at = word_before(words, first)
    away = (noun == "other" and not _is_spared(words, before, last)) or (
        noun != "session"
        and (
            is_late(u, first, last)
            or asks_other_length(u, first)
            or (before in _NEVER_ASKED and not squeezed_in(words, before, at))
        )
    )
    return DurationOf.OTHER if away else DurationOf.APPOINTMENT


def _is_no_appointment(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for "30 more minutes", a part of a longer one, and a length of practice at home or of an oven."""
    if not ADDED.isdisjoint(u.reading.words[first:last]) or is_no_session(u, first, last):
        return True
    return minutes < u.known.shortest and makes_up_whole(u, first, last, minutes)


def _is_put(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for a short length that the rest of its sentence makes an appointment's, whatever stands beside it."""
    if is_put_to_client(u, first, last, minutes):
        return True
    return minutes >= _BOOKABLE and (
        is_gladly_met(u, first, last) or is_of_visit(u, first, last) or is_shortened(u, first, last)
    )


def _is_had(u: Utterance, first: int, last: int, minutes: float) -> bool:
    if is_governed(u, first, last, minutes) or is_answered_yes(u, first, last, minutes):
        return True
    if minutes >= u.known.shortest:
        return False
    if is_taken_up(u, first):
        return True
    if u.reading.marks[last - 1] & DURATION_UNIT:
        return False
    return is_granted(u, first, last, minutes) or is_bare_offer(u, first, last, minutes)


def _is_spared(words: list[str], before: str, last: int) -> bool:
    """True for the client's "I only have an hour between lectures": the time that there is."""
    return before in HAVING and words[last : last + 1] in _AROUND


_AROUND: Final = [["between"], ["before"], ["after"], ["on"], ["until"], ["till"], ["from"]]


def _says_minimum(u: Utterance, first: int, last: int) -> bool:
    """True when the clause calls the length the minimum."""
    words, marks = u.reading.words, u.reading.marks
    end = len(words)
    if last + 1 < end and words[last] in ("or", "and") and (words[last], words[last + 1]) in _OR_MORE:
        return True
    begin, stop = max(0, first - _CLAUSE), last + _CLAUSE
    if not _MINIMUM.isdisjoint(words[begin:stop]):
        for at in range(first - 1, begin - 1, -1):
            if marks[at] & BREAK:
                break
            if words[at] in _MINIMUM:
                return True
        for at in range(last, min(end, stop)):
            if marks[at] & BREAK:
                break
            if words[at] in _MINIMUM:
                return True
    return False


_CLAUSE: Final = 6
_OR_MORE: Final = frozenset((("or", "more"), ("and", "up"), ("or", "longer"), ("and", "over")))


def _measured(u: Utterance, first: int, last: int, minutes: float) -> str:
    """Classify what a length measures; a word behind one that has its governor is the sentence's."""
    noun = noun_after(u, first, last, minutes)
    if noun == "other" and last < len(u.reading) and u.reading.words[last] in ADVERBIALS:
        return "" if _is_had(u, first, last, minutes) else noun
    return noun
