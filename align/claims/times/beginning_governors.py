"""Judges of verbs of beginning that govern a time: "start", "started", "starts", "opened".

What a judge takes and returns is said in align/claims/times/governors.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.appointment_words import OBJECTS, START
from align.claims.times.governor_context import PARTY, word_before
from align.reading.cues import SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def judge_start(u: Utterance, at: int, first: int) -> int:
    """Read "we'd start at 6", "I start at 6 with you" start; "I start at 6", "classes start at 6" are hours."""
    words = u.reading.words
    before = word_before(u, at)
    if before == "i" and any(words[i : i + 2] == ["with", "you"] for i in range(first, first + _CLAUSE)):
        return 1
    if (
        before == "i"
        or _is_plural(before)
        or (before in ("usually", "normally", "always") and words[at - 2 : at - 1] in (["i"], ["we"]))
    ):
        return -1
    if before in PARTY or (
        before.isalpha() and before in ("class", "school", "party", "shift", "work", "ceremony", "term")
    ):
        return -1
    return 1


def _is_plural(word: str) -> bool:
    """True for the "hours" of "quiet hours start at 5", not for the "lessons" one gives."""
    return (
        len(word) > _SHORT_WORD
        and word.endswith("s")
        and not word.endswith(("ss", "'s"))
        and word not in ("lessons", "sessions", "appointments", "slots", "always", "lets", "perhaps")
    )


_SHORT_WORD: Final = 3


def judge_started(u: Utterance, at: int, first: int) -> int:
    """Read "get you started at 6" starts; "the film started at 6" does not."""
    del first
    return 1 if word_before(u, at) in OBJECTS or word_before(u, at) == "get" else -1


def judge_opened(u: Utterance, at: int, first: int) -> int:
    """Read "a spot opened up at 6" starts; "the shop opened at 6" does not."""
    del first
    begin, _ = u.reading.sentence(at)
    near = u.reading.words[max(begin, at - _CLAUSE) : at]
    subjects = {word.removesuffix("'s") for word in near}
    if u.reading.words[at + 1 : at + 2] == ["up"] and not _TIMES_OF_DAY.isdisjoint(subjects):
        return 1
    return -1 if _ROOM.isdisjoint(subjects) else 1


_CLAUSE: Final = 6
_ROOM: Final = frozenset("spot slot gap space opening something hole room time appointment window".split())
_TIMES_OF_DAY: Final = frozenset("diary calendar schedule morning afternoon evening day cancellation".split())


def judge_starts(u: Utterance, at: int, first: int) -> int:
    """Read "your session starts at 6", "the last one I can give starts at 6" start; other things do not."""
    near = u.reading.words[max(0, at - 8) : at]
    if u.reading.words[at + 1 : at + 2] == [":"] and at == u.reading.sentence(at)[0]:
        return 1  # "Starts: 6" in a list of what is booked
    if "own" in near:
        return -1
    if _is_another_ones(u, at, first):
        return -1
    if is_ranked(near) or is_one_of_openings(u, at):
        return 1
    noun = word_before(u, at)
    if [noun] in _WHICH and at > 1:
        noun = u.reading.words[at - 2]  # "a session that starts at 5"
    own = "my" in near[-4:] and not any(u.reading.words[i] == "with" for i in range(at, first))
    named = noun in START - PARTY or (at and u.reading.marks[at - 1] & SERVICE_WORD)
    return 1 if (named and not own) or noun in ("it", "yours") else -1


def _is_another_ones(u: Utterance, at: int, first: int) -> bool:
    """True for "my next lesson starts", "the lesson after yours starts", "her class starts at 5 so we must be done"."""
    words = u.reading.words
    begin, end = u.reading.sentence(at)
    owner = words[max(begin, at - _OWNED) : at]
    if owner[-1:] == ["yours"] and owner[-2:-1] in _BESIDE_YOURS:
        return True
    if owner[-1:] not in _TAUGHT:
        return False
    if owner[-3:-2] == ["my"] and owner[-2] in _RANKED - {"free"}:
        behind = words[first : min(end, first + 2 * _CLAUSE)]
        return _GIVING.isdisjoint(behind)
    if owner[-2:-1] not in _THIRD:
        return False
    behind = words[first : min(end, first + 2 * _CLAUSE)]
    return "so" in behind and not _DONE.isdisjoint(behind[behind.index("so") :])


_OWNED: Final = 3
_BESIDE_YOURS: Final = [["after"], ["before"]]
_TAUGHT: Final = [["lesson"], ["session"], ["class"], ["appointment"], ["client"], ["booking"]]
_THIRD: Final = [["her"], ["his"], ["their"]]
_GIVING: Final = frozenset("yours you want grab free if".split())
_DONE: Final = frozenset("done finish finished wrap out away off".split())


def is_one_of_openings(u: Utterance, at: int) -> bool:
    """True for "I have two slots left. One starts at 5", "there's one that starts at 7" behind such a word."""
    words = u.reading.words
    one = at - 1 - (words[at - 1 : at] in _WHICH)
    if words[max(0, one) : one + 1] not in _ONE_OF_THEM:
        return False
    return not _OPENINGS.isdisjoint(words[max(0, one - _FURTHER) : one])


_WHICH: Final = [["that"], ["which"]]
_ONE_OF_THEM: Final = [["one"], ["other"], ["another"]]
_OPENINGS: Final = frozenset("slots openings spots gaps spaces sessions appointments options times".split())
_FURTHER: Final = 16


def is_ranked(near: list[str]) -> bool:
    """True for "the last one I can give", "the next slot": one of the professional's appointments."""
    return any(near[i] in _RANKED and near[i + 1] in _ONES for i in range(len(near) - 1))


_RANKED: Final = frozenset("last first next only free".split())
_ONES: Final = frozenset("one slot lesson session appointment spot gap opening thing".split())
