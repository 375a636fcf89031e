"""Tell the people whom the client brings, or sends, and what they pay us: "your husband can have the hour for 150".

A friend or a wife is somebody else, whose prices are no business of ours; but what they can have,
get or come for, they have of us.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.reading.cues import BREAK, PERSON

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_PEOPLE: Final = frozenset(
    "hubby mam mother father missus fiance fiancee kid kids child children lad lads twin guest guests "
    "pal pals gran granny nan"
    " grandma grandad lodger housemate sisters brothers sons daughters mum's other half buddy cousins "
    "girls boys".split()
)
"""Whom the client can bring, besides the people that readers of stances know."""
_LET: Final = frozenset("can could may would will 'd 'll".split())
_HAVE: Final = frozenset("have get come book join pay be go take bring".split())
_GET: Final = frozenset("gets get pays pay comes come".split())
_AWAY: Final = frozenset("at in elsewhere there with near down".split())
"""What says behind an amount that it is had of others."""
_CLAUSE: Final = 9
_TAIL: Final = 3


def is_let_have(u: Utterance, first: int, last: int) -> bool:
    """True for an amount that one of the client's people is to pay us, and that the client has not told of them."""
    words, marks = u.reading.words, u.reading.marks
    stop = max(u.reading.sentence(first)[0], first - _CLAUSE)
    if "your" not in words[stop:first]:
        return False
    if words[last : last + 1] and words[last] in _AWAY:
        return False
    if words[last : last + 1] == ["for"] and not starting_in(u.durations, last + 1, last + _TAIL):
        return False  # "your mum would pay 150 for a chair like that"
    for at in range(first - 1, stop, -1):
        if marks[at] & BREAK:
            return False
        if words[at - 1] == "your" and (marks[at] & PERSON or words[at] in _PEOPLE):
            return _may_have(words[at + 1 : first]) and not _is_told(u, first, last)
    return False


def _may_have(said: list[str]) -> bool:
    """True for "can have the hour for", "gets it for", "pays"."""
    while said and said[0] in ("also", "only", "just", "too", "half"):
        said = said[1:]
    if said and said[0] in _LET:
        return not _HAVE.isdisjoint(said[1:_TAIL])
    return bool(said) and said[0] in _GET


def _is_told(u: Utterance, first: int, last: int) -> bool:
    """True where the client's message has the number: "my mate gets it for 150"."""
    if u.inbound is None:
        return False
    return " ".join(u.reading.words[first:last]) in u.inbound.reading.line
