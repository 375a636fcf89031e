"""Times that somebody gives up: "my 3 o'clock fell through", "at 1:30 the fill cancelled", "someone bailed on 4"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import BREAK, EMOJI, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NEAR: Final = 6
_FAR: Final = 16


def is_freed(u: Utterance, at: int, end: int) -> bool:
    """True when the words from `at` on, behind a time, say that whoever had it gave it up."""
    words, marks = u.reading.words, u.reading.marks
    if _GIVING_UP.isdisjoint(words[at : at + _NEAR]):
        return False
    whose = words[at : at + 1] in _WHOSE
    for i in range(at, min(end, at + _NEAR if whose else at + 4)):
        if marks[i] & BREAK and words[i] != "-":
            return False
        if words[i] in _MOVED:
            return not _OFFERED.isdisjoint(words[i : min(end, i + _FAR)])
        behind = _given_up(words, i)
        if behind and words[i] in _OPENED:
            if not _LOST_AGAIN.isdisjoint(words[behind : min(end, behind + _NEAR)]):
                return False  # "3 opened up but it's gone again"
            return behind >= len(words) or bool(marks[behind] & BREAK) or words[behind] in _GOES_ON
        if behind:
            return _is_given_on(u, behind, end)
        if not whose and words[i] not in _ADVERBS:
            return False
    return False


def _is_given_on(u: Utterance, at: int, end: int) -> bool:
    """True where a time given up is all that is said, or is offered: not "my 3pm pulled out so I'm done"."""
    words, marks = u.reading.words, u.reading.marks
    if at < len(words) and not marks[at] & BREAK and words[at] not in _GOES_ON:
        return False
    stop = at
    while stop < len(words) and (words[stop] in _ENDINGS or u.taken[stop]):
        stop += 1
    if stop >= len(words) or marks[stop] & (SENTENCE_END | EMOJI):
        return True
    return not _INVITING.isdisjoint(words[at : min(end, at + _FAR)])


_LOST_AGAIN: Final = frozenset("gone taken booked full snapped".split())
_WHOSE: Final = [["my"], ["the"], ["a"], ["someone"], ["somebody"], ["one"], ["another"]]
_ADVERBS: Final = frozenset(
    "got just has 's have had only suddenly also sadly been slot appointment booking one".split()
)
_GOES_ON: Final = frozenset("on so if this today last again want and for tonight me due".split())
_ENDINGS: Final = frozenset(
    "on me last minute today tonight this morning afternoon evening again x xx".split()
)
_OPENED: Final = frozenset("opened freed came come become became gone went".split())
"""Verbs that say of a time that it is free, whatever follows."""
_ALONE: Final = frozenset("cancelled canceled bailed flaked".split())
_MOVED: Final = frozenset("rescheduled postponed".split())
"""What gives a time up only where it is offered to the client as well."""
_PHRASES: Final = frozenset(
    (verb, particle)
    for verb, particles in {
        "pulled dropped backed bowed": "out",
        "fell fallen gone": "through",
        "opened freed": "up",
        "came come become became": "free up available",
        "gone went": "free begging spare",
    }.items()
    for verb in verb.split()
    for particle in particles.split()
)


_LONG_PHRASES: Final = [["gone", "to", "pot"], ["can't", "make", "it"], ["couldn't", "make", "it"]]
_GIVING_UP: Final = _ALONE | _MOVED | {verb for verb, _ in _PHRASES} | {verb for verb, *_ in _LONG_PHRASES}
"""One of these stands behind every time that is given up."""


def _given_up(words: list[str], at: int) -> int:
    """Return the word behind a verb of giving up at `at`, else 0."""
    if words[at] in _ALONE:
        return at + 1
    if tuple(words[at : at + 2]) in _PHRASES:
        return at + 2
    return at + 3 if words[at : at + 3] in _LONG_PHRASES else 0


def is_vacated(u: Utterance, first: int, last: int, begin: int, end: int) -> bool:
    """True for "someone bailed on 4, fancy it?": given up in front of the time, and offered behind it."""
    words = u.reading.words
    if not first or words[first - 1] not in _AT:
        return False
    near = words[max(begin, first - 4) : first - 1]
    if _LEAVING.isdisjoint(near) and near[-3:] != ["no", "-", "show"]:
        return False
    return not _OFFERED.isdisjoint(words[last : min(end, last + _FAR)])


_AT: Final = frozenset("on at for from of".split())
_LEAVING: Final = frozenset(
    (
        "bailed flaked cancelled canceled dropped pulled backed pull drop bail cancel flake no-show noshow "
        "cancellation"
    ).split()
)
_OFFERED: Final = frozenset(
    "want wanna fancy interest interested yours could take jump free open grab tempted any slot".split()
)
_INVITING: Final = _OFFERED | frozenset(
    "come pop fit squeeze spot gap space room around book make claim need needs".split()
)
