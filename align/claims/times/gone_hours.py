"""Hours that are put in the place of one that is gone: "12's gone sorry, 11 or 4?", "5pm is taken, 3pm how?".

What is said of the hour that is gone ends with its clause; what stands behind it is an offer of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.times.clock_faces import HOURS

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NEAR: Final = 8
_FAR: Final = 14
GONE: Final = frozenset("gone taken booked full out".split())
"""What is said of an hour that somebody else has."""
_BREAKS: Final = frozenset(", — - ; but so".split())
_ALSO_HOURS: Final = frozenset("noon midday clock o'clock oclock am pm".split())
_OF_DAY: Final = frozenset(
    "today tonight tomorrow this morning afternoon evening slot one and or both ' already".split()
)
_COPULAS: Final = frozenset("is 's are s was".split())


def clause_behind_gone(u: Utterance, at: int, begin: int) -> int:
    """Return where the clause around `at` begins if the one before it says that an hour is gone, else `begin`."""
    words = u.reading.words
    near = range(at - 1, max(begin, at - _FAR), -1)
    start = next((i + 1 for i in near if words[i] in _BREAKS), begin)
    if start == begin or words[start] in _LIKEWISE or not _ALSO.isdisjoint(words[start : start + _FEW]):
        return begin
    return start if _is_gone(words, start - 1, begin) else begin


_LIKEWISE: Final = frozenset("as so and nor neither likewise plus".split())
_ALSO: Final = frozenset("too also well likewise".split())
"""What is said of an hour that is gone as well: "5pm is taken, 6pm too"."""
_FEW: Final = 5


def _is_gone(words: list[str], stop: int, begin: int) -> bool:
    """True where the clause that ends at `stop` says of an hour that it is gone: "12's gone sorry", "5pm is taken already"."""
    first = max(begin, stop - _NEAR)
    gone = next((i for i in range(first, stop) if words[i] in GONE), first)
    verb = next((i for i in range(gone - 1, first, -1) if words[i] in _COPULAS), first)
    while verb > first and words[verb - 1] in _OF_DAY:
        verb -= 1
    return verb > first and _is_hour(words[verb - 1])


def _is_hour(word: str) -> bool:
    return word[0].isdigit() or word in HOURS or word in _ALSO_HOURS


def is_spared(u: Utterance, first: int) -> bool:
    """True for the hour of "the morning's gone apart from 9", "I'm full except for 4": all that is left."""
    words = u.reading.words
    at = first - 1
    at -= at > 0 and words[at] in ("for", "from", "at")
    if at < 1 or words[at] not in _EXCEPT or (words[at] == "apart" and words[at + 1] != "from"):
        return False
    begin, _ = u.reading.sentence(at)
    return not GONE.isdisjoint(words[max(begin, at - _NEAR) : at])


def is_packed(u: Utterance, first: int) -> bool:
    """True for the hour of "today's packed after 7", "I'm rammed from 4": from when or until when nothing is left."""
    words = u.reading.words
    at = first - 1
    if at < _PACKED_AT or words[at] not in _WHEN:
        return False
    at -= 1
    while at > 1 and words[at] in _ALL_OF_IT:
        at -= 1
    if words[at] not in _PACKED or _is_taken_then(u, first):
        return False
    packed, verb = at, at - 1
    while verb > 0 and words[verb] in _QUITE:
        verb -= 1
    said = words[verb + 1 : first - 1]
    if words[packed] == "booked" and words[verb] not in ("i'm", "we're") and _OUT.isdisjoint(said):
        return False  # "your session's booked from 2"
    return words[verb] in _COPULAS or words[verb] in _IS or words[verb].endswith("'s")


def _is_taken_then(u: Utterance, first: int) -> bool:
    """True behind "I'm booked until 3" for "come then": the hour at which it ends is offered."""
    if u.reading.words[first - 1] not in ("until", "till"):
        return False
    line, at = u.reading.line, u.reading.line_at
    end = min(u.reading.sentence(first)[1], first + _NEAR_THEN)
    return _THEN.search(line, at[first], at[end]) is not None


_NEAR_THEN: Final = 12
_THEN: Final = re.compile(
    r"\b(?:come|see you|free|open|yours|start|pop (?:in|over|by)|swing by|straight)(?: (?:on|right|just|\w+))? (?:then|after(?:wards)?)\b"
    r"|\bthen (?:i'm|i am|you're|it's|we)\b"
)
_OUT: Final = frozenset("solid out up fully".split())
_PACKED_AT: Final = 2
_WHEN: Final = frozenset("after from before until till past between".split())
_PACKED: Final = frozenset(
    "packed rammed jammed slammed stacked chocka chockers chock-a-block jam-packed full solid booked swamped crammed"
    " heaving mental manic".split()
)
_ALL_OF_IT: Final = frozenset(
    "out up solid already right completely today tonight tomorrow now though".split()
)
_QUITE: Final = frozenset(
    "absolutely completely totally pretty fully all already really so now proper well".split()
)
_IS: Final = frozenset("i'm we're it's that's i am looks looking".split())
_EXCEPT: Final = frozenset("except apart bar but save excepting".split())
