"""A reported question that is answered with a yes: "you asked if I'm in Leeds: yes", "… Yes, of course"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_ASKING: Final = frozenset("asked ask asking wondered wondering wonder know question".split())
_REACH: Final = 3
_YES: Final = re.compile(
    r" (?:[:,.!?—-] |\n )(?:(?:and|well|oh|so|the answer is) (?:, )?)*(?:yes|yep|yeah|yup|aye|i (?:am"
    r"|can|do|will|could)"
    r"|of course|sure|absolutely|definitely|indeed)(?= (?:[.,!—-]|i|we|of)|$)"
)


def is_asked_and_granted(reading: Reading, index: int) -> bool:
    """True for the "if" or "whether" at `index` of a question that was asked, and is answered with a yes."""
    words, at, line = reading.words, reading.line_at, reading.line
    if _ASKING.isdisjoint(words[max(0, index - _REACH) : index]):
        return False
    _, end = reading.sentence(index)
    stop = min(len(words), end + _REACH)
    return _YES.search(line, at[index], at[stop] - 1 if stop < len(at) else len(line)) is not None
