"""Visits of the speaker's told by a particle alone: "I can come by", "I'll pop over now"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import CALENDAR

if TYPE_CHECKING:
    import re

    from align.claims.utterance import Utterance


def visits(u: Utterance, index: int, way: str, last: int, ends_at: frozenset[str]) -> bool:
    """True for "I'll pop over at six", "I can come by": to whoever is spoken to.

    `ends_at` holds the words with which what is said of the way ends.
    """
    words = u.reading.words
    after = words[last] if last < len(words) else "."
    visiting = words[index] in _VISITS
    theirs = after == "to" and words[last + 1 : last + 2] in (["you"], ["yours"], ["your"])
    ends = after in ends_at or (visiting and (theirs or after in _SOME_TIME))
    if way == "by":
        dated = last < len(words) and bool(u.reading.marks[last] & CALENDAR) and not after[0].isdigit()
        return visiting and (ends or dated)
    return way in ("over", "round") and (ends or u.taken[last : last + 1] > b"\0")


_VISITS: Final = frozenset("come coming pop popping swing swinging drop dropping stop nip".split())
_SOME_TIME: Final = frozenset(
    (
        "now later soon shortly asap right straight quickly briefly sometime anytime this next today "
        "instead as x xx"
    ).split()
)
_RARE: Final = frozenset("hard harder easy easier difficult tough impossible tricky".split())


def is_rare(u: Utterance, match: re.Match[str], index: int) -> bool:
    """True for "hard to come by": hard to get."""
    words = u.reading.words
    return index > 1 and match["way"] == "by" and words[index - 1] == "to" and words[index - 2] in _RARE
