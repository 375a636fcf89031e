"""Whether a length behind "in" is the appointment's own: "we'd have you done in 40 minutes"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import SESSION_NOUNS
from align.reading.cues import SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_TWO: Final = 2
_BACK: Final = 12


def is_done_in(u: Utterance, at: int) -> bool:
    """True for "you'd be in and out in half an hour", "a mini fill is over in 30 minutes", before the "in" at `at`."""
    words = u.reading.words
    return _is_finished_in(words, at) or _is_turned_round(words, at) or _is_over(u, at)


def _is_finished_in(words: list[str], at: int) -> bool:
    """True for "we'd have you done in 40 minutes", "you'd be in and out in half an hour"."""
    if words[at - 1] in _DONE and words[at - 2] in _DOING:
        return not {"can", "could", "i'd", "we'd"}.isdisjoint(words[max(0, at - 5) : at - 2])
    if _works_through(words, at):
        return True
    if words[at - 1] not in ("done", "sorted", "out", "finished", "finish") or at < _TWO:
        return False
    near = words[max(0, at - 8) : at - 1]
    if "knock" in near:
        return True
    if not _SUBJECTS.isdisjoint(near):
        return words[at - 1] != "out" or words[at - 3 : at - 1] == ["in", "and"]
    return False


def _works_through(words: list[str], at: int) -> bool:
    """True for "that I do in a quarter of an hour", "we'll whizz through it in 40 minutes"."""
    if words[at - 2 : at] == ["through", "it"]:
        return not _WORKERS.isdisjoint(words[max(0, at - 6) : at - 2])
    if words[at - 2 : at - 1] not in (["i"], ["we"]) or words[at - 1] not in _DOING:
        return False
    return words[at - 3 : at - 2] in (["that"], ["together"], ["both"], ["those"])


_WORKERS: Final = frozenset("i'd we'd i'll we'll i we can could".split())
_DONE: Final = frozenset("that it this him her them you both everything".split())
_DOING: Final = frozenset("do get finish have manage sort".split())
_SUBJECTS: Final = frozenset("we'd we'll you'd you'll you we i'd".split())


def _is_turned_round(words: list[str], at: int) -> bool:
    """True for "I can have you out of there in 30 minutes"; "will have you home" is a journey's."""
    near = words[max(0, at - _BACK) : at]
    for i in range(len(near) - 2, 0, -1):
        if near[i] in _TURNING and near[i + 1] in _CLIENTS:
            able = not _ABLE.isdisjoint(near[max(0, i - 2) : i])
            return able and near[i + 2 : i + 3] != ["an"] and not _OUT.isdisjoint(near[i + 2 :])
        if near[i] == "be" and _is_leaving(near, i):
            return True
        if near[i] == "be" and near[i + 1 : i + 4] == ["in", "and", "out"]:
            return not _SUBJECTS.isdisjoint(near[max(0, i - 2) : i])
    return False


def _is_leaving(near: list[str], be: int) -> bool:
    """True for "I'd be out of your hair (in 20 minutes)", "we'd be done and dusted"; "out of the shop" is elsewhere."""
    said = near[be + 1 :]
    if said[:3] == ["out", "of", "your"]:
        return not _DOERS.isdisjoint(near[max(0, be - 2) : be])
    return not _WOULD.isdisjoint(near[max(0, be - 2) : be]) and bool(said) and _FINISHED.issuperset(said)


_DOERS: Final = frozenset("i'd i'll we'd we'll i we".split())
_WOULD: Final = frozenset("i'd we'd".split())
_FINISHED: Final = frozenset("all done and dusted finished sorted through packed up away".split())


def _is_over(u: Utterance, at: int) -> bool:
    """True for a session or a service that is "over", "done and dusted", "finished" in so long."""
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(at)
    begin = max(begin, at - _BACK)
    place = at - 1
    while place > begin and words[place] in _FINISHING:
        place -= 1
    if place == at - 1 or _OVER.isdisjoint(words[place:at]):
        return False
    if words[place] not in _BEING and not words[place].endswith("'s"):
        return False
    for i in range(place, begin - 1, -1):
        noun = words[i].removesuffix("'s")
        if noun in SESSION_NOUNS or marks[i] & SERVICE_WORD:
            return words[i - 1 : i] not in (["my"], ["the"]) or bool(marks[i] & SERVICE_WORD) or i < place - 1
    return False


_TURNING: Final = frozenset("have get turn".split())
_CLIENTS: Final = frozenset("you ya u him her them".split())
_OUT: Final = frozenset("out back around way".split())
_ABLE: Final = frozenset("can could i'll we'll i'd we'd".split())
_FINISHING: Final = frozenset("over done finished through wrapped sorted up with and dusted all".split())
_OVER: Final = frozenset("over done finished through wrapped sorted".split())
_BEING: Final = frozenset("is are 's 're they're it's that's be we'd we'll".split())
