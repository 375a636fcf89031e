"""Dots that make an ordinal and end no sentence: "2.12. to 4.12. in Zürich", "26. November".

Much of Europe writes dates so, in English too. The dot is told from a full stop by what
follows it: another end of the run, a month, or a word that no sentence opens with here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.reading.cues import SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DOTTED: Final = re.compile(r"\.(?<=\d\.)[ ,]")
"""A dot behind a digit; a pattern that opens with a plain character is found far sooner."""
_DATE: Final = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\Z")
_LEADS: Final = frozenset(
    "on from to until till bis and or - — – monday tuesday wednesday thursday friday saturday sunday "
    "mon tue wed thu"
    " fri sat sun".split()
)
_CLOSING: Final = frozenset("in at , ) from to until till bis and or - — –".split())
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun"
    " jul aug sep sept oct nov dec".split()
)
_SUBJECTS: Final = frozenset("i i'm i'll i've we we're we'll you you'd you'll".split())
_ENDS: Final = frozenset(". ! ? \n".split(" "))
_LONGEST_RUN: Final = 10
_DAY_DIGITS: Final = 2
_JOINS: Final = frozenset("to until till bis and or - — –".split())


def unend_ordinals(text: str, words: Sequence[str], marks: list[int]) -> None:
    """Take the sentence's end from every dot that only makes an ordinal."""
    if _DOTTED.search(text) is None:
        return
    for at in _places_of(".", words):
        if 0 < at < len(words) - 1 and _is_ordinal(words, at):
            marks[at] &= ~SENTENCE_END


def _places_of(sought: str, words: Sequence[str]) -> Iterator[int]:
    """Yield where a word stands, looked for as quickly as a list can."""
    at = -1
    for _ in range(words.count(sought)):
        at = words.index(sought, at + 1)
        yield at


def _is_ordinal(words: Sequence[str], at: int) -> bool:
    number, behind = words[at - 1], words[at + 1]
    joined = behind in _JOINS and _is_dotted(words, at + 2)
    if _DATE.match(number):
        led = at > 1 and words[at - 2] in _LEADS
        return joined or (led and (behind in _CLOSING or (behind in _SUBJECTS and _opens(words, at))))
    if not number.isdecimal() or len(number) > _DAY_DIGITS:
        return False
    return joined or behind in _MONTHS


def _opens(words: Sequence[str], at: int) -> bool:
    """True when the run of dates that ends at a dot opens its sentence: "On 2.12. I'm in …"."""
    for back in range(at - 1, max(-1, at - _LONGEST_RUN), -1):
        word = words[back]
        if word in _ENDS and not words[back - 1][:1].isdecimal():
            return True
        if word != "." and word not in _LEADS and not word[:1].isdecimal():
            return False
    return at < _LONGEST_RUN


def _is_dotted(words: Sequence[str], at: int) -> bool:
    """True for "4.12." and "Friday 4.12.": the other end of a run."""
    at += at < len(words) and words[at] in _LEADS
    return at + 1 < len(words) and words[at][:1].isdecimal() and words[at + 1] == "."
