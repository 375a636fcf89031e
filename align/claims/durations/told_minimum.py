"""The minimum that a draft tells: "my shortest session is 40 minutes", "40 minutes is the least I do"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


_LEAST: Final = 12
"""Shorter ones are waits and manners of speaking, unless somebody books them in so many words."""
_FAR: Final = 80
_MINIMUM: Final = frozenset("minimum min. minimums shortest least smallest".split())


def is_told_least(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for "my shortest session is 40 minutes", "40 minutes is the least I do": shorter than the facts'."""
    if not _LEAST <= minutes < u.known.shortest:
        return False
    words, line, at = u.reading.words, u.reading.line, u.reading.line_at
    begin, end = u.reading.sentence(first)
    if _MINIMUM.isdisjoint(words[max(begin, first - _FAR) : min(end, last + _FAR)]):
        return False
    behind = words[last : last + 1]
    if behind in (["'"], ["by"]) or not _NO_STAY.isdisjoint(behind):
        return False  # "my minimum is 30 minutes' notice"
    if last < len(words) and _LEAST_BEHIND.match(line, at[last]) is not None:
        return True
    return _LEAST_BEFORE.search(line, at[begin], at[first]) is not None


_NO_STAY: Final = frozenset("notice warning away drive walk lead in".split())
_LEAST_NOUN: Final = (
    r"(?:my|our|the) (?:minimum|shortest|smallest|least)"
    r"(?: (?:session|appointment|booking|visit|slot|lesson|class|sitting|one|length|time|i do|i book|i take"
    r"|i offer|that i do|we do|is|for \w+))*"
)
_LEAST_BEFORE: Final = re.compile(rf"{_LEAST_NOUN}(?: is| ?'s| ?:)(?: (?:just|only|still|now|actually))* \Z")
_LEAST_BEHIND: Final = re.compile(rf"(?:is|'s)(?: (?:also|still|now))* {_LEAST_NOUN}")


def is_minimum_told(words: list[str], first: int, last: int) -> bool:
    """True where the minimum is told nearby: what is shorter is weighed there, not offered."""
    if "let's" in words[max(0, first - _AGREED) : first]:
        return False  # "an hour is my minimum. Still, let's call it half an hour"
    return not _MINIMUM.isdisjoint(words[max(0, first - _FAR) : last + _FAR])


_AGREED: Final = 4
