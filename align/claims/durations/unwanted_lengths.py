"""Lengths that are named and not given: "I can't do just 30 minutes", "I'd love to say 45 min but …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.plain_offers import is_taken_up
from align.reading.cues import BREAK, NEGATION

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_CLAUSE: Final = 6


def is_close(words: list[str], before: str, at: int, last: int) -> bool:
    """True for "the last ten minutes of it", "I'll finish with ten minutes of stretching": a part of the session."""
    if last >= len(words) or words[last] != "of":
        return False
    return before in _ENDS or (before in ("with", "w") and at > 0 and words[at - 1] in _ENDING)


def is_minded(u: Utterance, before: str, at: int, last: int) -> bool:
    """True for "I can't do just 30", "I do mind doing 40 minutes": the bare "mind" objects, a "don't mind" does not."""
    words = u.reading.words
    begin, _ = u.reading.sentence(at + 1)
    if (
        at - begin <= _ASKED
        and words[begin] in _ASKERS
        and _asks_back(words, begin)
        and not is_taken_up(u, at)
    ):
        return True  # "did you want 45 minutes?", "do you mean 30 minutes or the hour?"
    if before == "have" and words[at - 2 : at] in _ONLY_YOU:
        # "I know you only have 40 minutes", not "you only have 40 minutes booked", "…, that works"
        return words[last : last + 1] not in _MINE and not _is_met_gladly(u, last)
    if (
        before in ("got", "have")
        and words[at - 2 : at + 1] in _ONLY_GOT
        and "if" in words[max(begin, at - _CLAUSE) : at]
    ):
        left = words[last + 1 : last + 3]
        put_off = left in _LEAVE_IT or (left in _BEST_TO and words[last + 3 : last + 4] in _WAITING)
        return words[last : last + 1] == [","] and put_off
    if before in ("do", "book", "take") and at and words[at - 1] in _REFUSING:
        return not {"just", "only"}.isdisjoint(words[at + 1 : at + 3])
    if before not in ("doing", "giving", "taking", "booking") or at < _TWO or words[at - 1] != "mind":
        return False
    return words[at - 2] in ("do", "i'd", "really", "would", "i") and "you" not in words[max(0, at - 4) : at]


def _asks_back(words: list[str], begin: int) -> bool:
    """True for "you mean", "did you want"."""
    return words[begin : begin + 2] == ["you", "mean"] or words[begin : begin + 3] in _ASKING_BACK


_ASKERS: Final = frozenset("you did do".split())


def _is_met_gladly(u: Utterance, last: int) -> bool:
    """True for the answer right behind "you only have 40 minutes": ", that's fine", "? no problem"."""
    words, marks = u.reading.words, u.reading.marks
    at = last + (words[last : last + 2] == ["for", "lunch"]) * 2
    if not marks[at : at + 1] or not marks[at] & BREAK:
        return False
    at += 1
    at += words[at : at + 1] in (["that"], ["that's"], ["so"], ["it's"], ["and"], ["—"])
    if at >= len(words) or marks[at] & NEGATION:
        return words[at : at + 2] in (["no", "problem"], ["no", "bother"], ["no", "worries"])
    return words[at] in _GLADLY


_GLADLY: Final = frozenset(
    "works suits fine ok okay perfect sure grand great come yes yep plenty enough".split()
)
_MINE: Final = [["booked"], ["with"]]
_ONLY_YOU: Final = [["you", "only"], ["you", "just"]]
_ASKING_BACK: Final = [["did", "you", verb] for verb in ("want", "mean", "say", "need", "ask")] + [
    ["do", "you", "mean"]
]
_ONLY_GOT: Final = [["you've", "only", "got"], ["you", "only", "have"], ["you", "only", "got"]]
_LEAVE_IT: Final = [
    [good, verb] for good in ("best", "better", "i'd") for verb in ("leave", "wait", "hold", "skip", "save")
]
_BEST_TO: Final = [["best", "to"], ["better", "to"]]
_WAITING: Final = [[verb] for verb in ("leave", "wait", "hold", "skip", "save")]
_ASKED: Final = 3
_TWO: Final = 2
_REFUSING: Final = frozenset("can't don't won't cannot couldn't cant dont wont".split())


def is_wished(u: Utterance, first: int, last: int) -> bool:
    """True for "I'd love to say 45 min but …": what cannot be."""
    words = u.reading.words
    if "but" not in words[last : last + _CLAUSE]:
        return False
    begin, end = u.reading.sentence(first)
    if "but" not in words[last : min(end, last + _CLAUSE)]:
        return False
    if "me" in words[max(begin, first - _DREAM) : first] and _is_dreamt(
        words[max(begin, first - 2 * _DREAM) : first]
    ):
        return True
    if not _LOVE_TO.issubset(words[max(begin, first - _CLAUSE) : first]):
        return False
    behind = words.index("but", last) + 1
    return words[behind] not in _GOING_ON if behind < end else True


_LOVE_TO: Final = frozenset(("love", "to"))


def _is_dreamt(said: list[str]) -> bool:
    """True behind "if it was up to me"."""
    return any(said[i : i + 3] == ["up", "to", "me"] and "if" in said[:i] for i in range(len(said)))


def is_repeated(words: list[str], last: int) -> bool:
    """True for "10 minutes of heat, twice a day": a habit, not an appointment."""
    if _HABITS.isdisjoint(words[last : last + 7]):
        return False
    for at in range(last, min(len(words), last + 7) - 1):
        word = words[at]
        if word not in _HABITUAL:
            continue
        if word in (".", "!", "?", "and", "but"):
            return False
        if word in ("daily", "nightly") or words[at + 1] in ("day", "night", "morning", "evening"):
            return True
    return False


_HABITUAL: Final = frozenset(". ! ? and but a per every each daily nightly".split())
_HABITS: Final = frozenset("daily nightly day night morning evening".split())
"""One of these stands in every habit."""


def is_past(u: Utterance, first: int, last: int) -> bool:
    """True for "we only got 40 minutes last time", "you had half an hour yesterday": an appointment that was."""
    words = u.reading.words
    before = words[first - 1] if first else ""
    behind = words[last] if last < len(words) else ""
    if before not in _PAST and behind not in ("last", "yesterday"):
        return False
    begin, _ = u.reading.sentence(first)
    if before == "got" and words[first - 2] == "you" and "paid" in words[max(begin, first - _DREAM) : first]:
        return True
    lead = words[max(begin, first - _CLAUSE) : first]
    if before in ("was", "were") and any(lead[i : i + 2] in _LAST for i in range(len(lead))):
        return True  # "the flash day last year was 1 hour slots"
    if behind != "yesterday" and words[last : last + 2] not in _LAST:
        return False
    return not _WAS.isdisjoint(lead)


_PAST: Final = frozenset("got was were".split())


_LAST: Final = [["last", word] for word in ("time", "week", "month", "night", "year", "go", "visit")]
_WAS: Final = frozenset("got had did was were gave spent managed ran lasted".split())
_DREAM: Final = 12
_GOING_ON: Final = frozenset("let's lets let text message come only bring can could how what please".split())
"""Behind "but" these settle the rest: "I'd love to do 45 min but let's make it tonight"."""
_ENDS: Final = frozenset("first last final opening closing".split())
_ENDING: Final = frozenset("finish finishes finishing end ends ending close closes closing finished".split())
