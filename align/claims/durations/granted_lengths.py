"""Bare numbers that grant the short appointment a client asks for: "make it 45", "45'll do", "happy with 45"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf
from align.claims.durations.other_lengths import hears_other_length
from align.claims.heard import lengths_heard, once_a_message
from align.reading.cues import BREAK, CURRENCY, NEGATION, NUMERIC

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance


def is_granted(u: Utterance, first: int, last: int, value: float) -> bool:
    """True for a number that the client named as the length of an appointment below the minimum, and gets."""
    if u.inbound is None or f"{value:g}" in u.known.amounts or value >= u.known.shortest:
        return False
    asked = (DurationOf.APPOINTMENT, value) in lengths_heard(u.inbound)
    if not (asked or _is_asked_barely(u.inbound, value)) or hears_other_length(u):
        return False
    words, marks = u.reading.words, u.reading.marks
    if (first and marks[first - 1] & CURRENCY) or (last < len(words) and marks[last] & CURRENCY):
        return False
    begin, _ = u.reading.sentence(first)
    opens = first == begin or words[first - 1] in _OPENING
    if opens and (welcomes(words, last) or _is_echoed(u, first, last)):
        return True
    lead = words[max(begin, first - 3) : first]
    if first - begin >= _FEW and (lead[0] in _NEGATED or lead[0].endswith("n't")):
        return False
    closes = last >= len(words) or bool(marks[last] & BREAK) or words[last] in _CLOSING
    return closes and (lead[-2:] in _TAKING or lead[-1:] in _DOING)


def _is_asked_barely(inbound: Utterance, value: float) -> bool:
    """True for "could it be shorter, like 45?": a bare number in talk of how short an appointment is."""
    return not _SHORTER.isdisjoint(inbound.said) and value in _asked_numbers(inbound)


@once_a_message
def _asked_numbers(inbound: Utterance) -> frozenset[Decimal]:
    words = inbound.reading.words
    return frozenset(n.value for n in inbound.numbers if words[n.last : n.last + 1] == ["?"])


_SHORTER: Final = frozenset(("short", "shorter", "quick", "quicker"))


def _is_echoed(u: Utterance, first: int, last: int) -> bool:
    """True for "45!", "45 yes", "ok so 45 at 7": the client's own length is all that is said."""
    words, marks = u.reading.words, u.reading.marks
    begin, end = u.reading.sentence(first)
    if end - begin > _SHORT or words[end - 1] == "?" or any(mark & NEGATION for mark in marks[begin:end]):
        return False
    if end < len(words) and (marks[end] & NEGATION or not words[end][0].isalnum()):
        return False
    timed = words[last : last + 1] == ["at"] and last + 1 < len(words) and bool(marks[last + 1] & NUMERIC)
    return last >= len(words) or timed or words[last] in _ECHOED


_SHORT: Final = 8
_ECHOED: Final = frozenset(". ! yes yep yeah sure ok okay".split())


def welcomes(words: list[str], last: int) -> bool:
    """True for "(45) it is", "'ll do", "'s ok with me", "then" at the end, behind the number."""
    split = words[last : last + 1] == ["'"]
    said = words[last + split : last + split + 3]
    if said[:2] == ["it", "is"]:
        return True
    if said[:1] in (["then"], ["so"]):
        return len(said) == 1 or not said[1][0].isalpha()
    if said[:1] in _SERVING:
        return said[1:2] != ["not"]
    if said[:1] not in _WOULD or len(said) == 1:
        return False
    return said[1] in _GOOD or (said[1] in _QUITE and said[2:] != [] and said[2] in _GOOD)


_OPENING: Final = frozenset(", . ! ? — - : ; ok okay yes yeah yep sure so then and fine grand".split())
_FEW: Final = 3
_SERVING: Final = [["suits"], ["works"]]
_WOULD: Final = [["is"], ["'s"], ["s"], ["ll"], ["'ll"], ["will"], ["would"], ["'d"], ["can"]]
_GOOD: Final = frozenset(
    (
        "do work suit fine ok okay good grand great perfect plenty enough loads heaps tons ample cool "
        "doable sound lovely no"
    ).split()
)
_QUITE: Final = frozenset("totally absolutely just all perfectly be".split())
_NEGATED: Final = frozenset("not never no cannot cant dont wont".split())
_CLOSING: Final = frozenset("then so today tonight tomorrow for this on at if with it".split())
_TAKING: Final = [
    *([verb, "it"] for verb in ("make", "call")),
    *(
        [verb, word]
        for verb in ("stretch", "happy", "fine", "go", "good", "ok")
        for word in ("to", "with", "for")
    ),
    ["i'd", "go"],
    ["let's", "do"],
    ["lets", "do"],
    ["do", "the"],
    ["do", "a"],
]
_DOING: Final = [["squeeze"], ["do"], ["manage"]]
