"""Tell the amounts that are told as heard: what another pays, what a quote from elsewhere says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.reading.cues import BREAK, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NEAR: Final = 10
_SUBJECT: Final = 5
_LENGTH: Final = 4
_DONE: Final = frozenset(
    "pays paid charges charged asks asked gets got spends spent wants wanted takes took quoted quotes gave gives".split()
)
_OF_US: Final = frozenset("i we you everyone everybody anyone people clients folks me us".split())
"""Who pays our price, or asks it."""
_QUOTES: Final = frozenset("quote quotes price prices offer estimate rate bill invoice menu".split())
_PASSED_ON: Final = frozenset(
    "forwarded sent showed shared got had received mentioned found pasted attached screenshotted".split()
)
_SHOWN: Final = frozenset("forwarded showed shared found pasted screenshotted".split())
"""What nobody does with a quote to the one who gave it."""
_OURS: Final = frozenset("me us my our here".split())


def is_told_of_others(u: Utterance, first: int, last: int) -> bool:
    """True for "150 is what my sister pays", "the quote you got from the other lady, 9,500"."""
    return _is_what_others_pay(u, last) or _is_in_quote_of_others(u, first)


def _is_what_others_pay(u: Utterance, last: int) -> bool:
    """True where "is what" and somebody's paying or asking stand behind an amount."""
    words, marks = u.reading.words, u.reading.marks
    _, end = u.reading.sentence(last - 1)
    for length in starting_in(u.durations, last, last + _LENGTH):
        last = length.last
    for at in range(last, min(end - 1, last + _NEAR)):
        if marks[at] & BREAK and words[at] != '"':
            return False
        if words[at] == "what" and words[at - 1] in ("is", "was", "be", "'s", "that's", "it's"):
            said = words[at + 1 : min(end, at + 1 + _SUBJECT)]
            verb = next((i for i, word in enumerate(said) if word in _DONE), 0)
            return verb > 0 and _OF_US.isdisjoint(said[: verb + 2])
    return False


def _is_in_quote_of_others(u: Utterance, first: int) -> bool:
    """True where a quote that the client passed on, and that is not from us, stands before an amount."""
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(first)
    begin = max(begin, first - _NEAR)
    for at in range(first - 1, begin, -1):
        if words[at] in _PASSED_ON and words[at - 1] in ("you", "you've", "u", "they", "she", "he"):
            if _QUOTES.isdisjoint(words[max(begin, at - _SUBJECT) : at]):
                return False
            behind = words[at + 1 : first]
            if "from" in behind:
                return _OURS.isdisjoint(behind[behind.index("from") + 1 :][:2])
            return words[at] in _SHOWN and not any(mark & SELF for mark in marks[at:first])
        if marks[at] & SELF:
            return False
    return False
