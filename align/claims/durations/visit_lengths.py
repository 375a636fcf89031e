"""Lengths that a visit has with no verb between: "the first visit an hour, follow-ups half an hour".

Such a list tells of each appointment how long it is; the verb, if there is one, stands in its
first member ("the long one would be two hours, and then the spring visit half an hour").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import SESSION_NOUNS
from align.reading.cues import BREAK, CALENDAR, DURATION_UNIT, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_FAR: Final = 24
_NEAR: Final = 6
_VISITS: Final = frozenset(
    "session sessions appointment appointments visit visits lesson lessons class classes treatment "
    "treatments groom"
    " grooms trial trials consult consultation follow-up follow-ups followup followups one ones next "
    "second third"
    " others top-up top-ups review reviews check-up".split()
)
_ELSEWHERE: Final = frozenset(
    "after before during for of in on at with between until till to from your my this that's is was".split()
)
"""What makes the visit a part of another phrase: "after the visit half an hour of rest"."""


def is_of_visit(u: Utterance, first: int, last: int) -> bool:
    """True for the length right behind a visit that begins its clause, beside another one."""
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(first)
    at = first - 1
    if words[at : at + 1] in (["up"], ["ups"]) and words[at - 2 : at] == ["follow", "-"]:
        at -= 2
    elif at < begin or not (words[at] in _VISITS or marks[at] & SERVICE_WORD):
        return False
    head = at
    while head > begin and not marks[head - 1] & BREAK and words[head - 1] != "then":
        head -= 1
        if words[head] in _ELSEWHERE or at - head > _NEAR:
            return False
    if not _stands_by_itself(u, last):
        return False
    if words[last : last + 2] == [",", "which"] and words[last + 2 : last + 3] in _I_WOULD:
        return True
    earlier = range(max(0, head - _FAR), head)
    return any(marks[i] & DURATION_UNIT or words[i] in SESSION_NOUNS for i in earlier)


_I_WOULD: Final = [["i'd"], ["i"], ["we'd"], ["we"], ["i'll"], ["we'll"]]


def _stands_by_itself(u: Utterance, last: int) -> bool:
    """True where nothing follows that the length could measure."""
    words, marks = u.reading.words, u.reading.marks
    if last >= len(words) or marks[last] & (BREAK | CALENDAR):
        return True
    return words[last] in ("each", "at", "on", "for", "only", "max") and words[last + 1 : last + 2] not in (
        ["way"],
        ["end"],
        ["foot"],
    )
