"""Lengths that only the rest of their sentence makes an appointment's.

"Half an hour before my 6 o'clock, if you want it", "a quick 30 minutes before you head to the
airport", "thirty minutes on FaceTime and you'll sleep": the preposition behind the length is the
sentence's, not the length's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.durations.bare_frames import refuses_behind
from align.claims.durations.length_words import FILLER, OFFERING, SESSION_NOUNS
from align.claims.times.clock_faces import HOURS
from align.reading.cues import BREAK, NUMERIC, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_LEAST: Final = 12
_AFTER_IT: Final = frozenset("before after between".split())
_FREE: Final = frozenset("free left open going available at if today tonight tomorrow".split())
_SCREENS: Final = frozenset("facetime zoom skype teams video phone webcam camera screen".split())


def is_put_to_client(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True where the sentence offers a length below the minimum in spite of what stands behind it."""
    if not _LEAST <= minutes < u.known.shortest:
        return False
    word = u.reading.words[last] if last < len(u.reading) else ""
    if word in ("?", "to"):
        return _is_brief_question(u, first)
    if word in _AFTER_IT or word in _FREE:
        return _is_done(u, first, last) or _is_wanted(u, first, last) or _is_brief_question(u, first)
    return word in ("on", "over", "via", "by") and _is_remote(u, first, last)


def is_before_session(u: Utterance, at: int) -> bool:
    """True for the "before" at `at` of "30 min before your massage": care, not another appointment."""
    words, marks = u.reading.words, u.reading.marks
    if words[at] not in ("before", "after") or words[at + 1 : at + 2] not in _WHOSE:
        return False
    thing = at + 2
    return thing < len(words) and (words[thing] in SESSION_NOUNS or bool(marks[thing] & SERVICE_WORD))


_WHOSE: Final = [["your"], ["the"], ["his"], ["her"], ["their"]]


def _is_done(u: Utterance, first: int, last: int) -> bool:
    """True for "we can do a quick 30 minutes before you head off": the verb's own object."""
    words, marks = u.reading.words, u.reading.marks
    if marks[last + 1 : last + 2] and (marks[last + 1] & NUMERIC or words[last + 1] in HOURS):
        return False  # "could do twenty minutes before six"
    lead = _lead(words, first)
    if words[lead - 1 : lead] == ["in"]:
        lead -= 1
    while words[lead - 1 : lead] and words[lead - 1] in ("you", "ya", "u", "him", "her", "them"):
        lead -= 1
    if words[lead - 1 : lead] == ["to"]:
        return False
    verb = words[lead - 1 : lead]
    return verb in _VERBS and not OFFERING.isdisjoint(words[max(0, lead - 4) : lead - 1])


_VERBS: Final = [["do"], ["offer"], ["manage"], ["fit"], ["squeeze"], ["spare"], ["give"], ["sneak"]]


def _is_wanted(u: Utterance, first: int, last: int) -> bool:
    """True for "I've 30 minutes free before my 7pm if you want it"."""
    words, marks = u.reading.words, u.reading.marks
    lead = _lead(words, first)
    begin, _ = u.reading.sentence(first)
    if lead > begin and not marks[lead - 1] & BREAK and words[lead - 1] not in _HAVING:
        return False
    _, end = u.reading.sentence(last - 1)
    line, line_at = u.reading.line, u.reading.line_at
    stop = line_at[end] if end < len(words) else len(line)
    return _WANTED.search(line, line_at[last], stop) is not None


def _is_brief_question(u: Utterance, first: int) -> bool:
    """True for "Quick half hour before the match?": who asks when it begins calls it no quick one."""
    begin, end = u.reading.sentence(first)
    words = u.reading.words
    if words[end - 1] != "?" or _lead(words, first) != begin or _BRIEF.isdisjoint(words[begin:first]):
        return False
    return not refuses_behind(u, end)


_BRIEF: Final = frozenset("quick short cheeky speedy brief".split())
_HAVING: Final = frozenset("have got i've we've there's is got only still just".split())
_WANTED: Final = re.compile(
    r"\b(?:if (?:you(?:'d)?|u|ya) (?:want|fancy|like|need|can use|care"
    r"|are up for)\b(?! (?:me|us|to (?:talk|chat|ask|call)))"
    r"|if (?:that|it) (?:suits|helps|works|'s any)|(?:do you |d'you |d'ya )?(?:want|fancy)"
    r" (?:it|that|them|in)\b|interested\b|is yours\b|take it\b)"
)


def _is_remote(u: Utterance, first: int, last: int) -> bool:
    """True for "thirty minutes on FaceTime and you'll sleep like a baby": so held, and what it does."""
    words, marks = u.reading.words, u.reading.marks
    at = last + 1
    at += words[at : at + 1] in (["the"], ["a"])
    if words[at : at + 1] == [] or words[at] not in _SCREENS:
        return False
    lead = _lead(words, first)
    begin, _ = u.reading.sentence(first)
    if lead > begin and not marks[lead - 1] & BREAK:
        return False
    at += words[at + 1 : at + 2] == ["call"]
    return words[at + 1 : at + 2] in (["and"], ["&"], ["then"]) and words[at + 2 : at + 3] in _THEN


_THEN: Final = [["you'll"], ["you're"], ["you"], ["we'll"], ["we'd"], ["we've"], ["she'll"], ["he'll"]]


def _lead(words: list[str], first: int) -> int:
    """Return where a length begins with its article and adjectives."""
    while first > 0 and (
        words[first - 1] in FILLER or words[first - 1] in ("free", "fast", "clear", "spare")
    ):
        first -= 1
    return first
