"""Read lengths written as a clock would show them: "a 1:30 hour session", "it takes 2:15 hours"."""

from __future__ import annotations

import re
from typing import Final

_SHOWN: Final = re.compile(r"([1-9]?\d):([0-5]\d)\Z")


def shown_length(words: list[str], at: int, unit_at: int) -> tuple[int, float, float] | None:
    """Return where the length of the word `at` before an hour begins, and its minutes twice; None for a time.

    "Come at 3:30 hrs" and "free from 14:30 hours" are times of day; only what measures stands before a length.
    """
    shown = _SHOWN.match(words[at])
    if shown is None or words[unit_at] == "h":
        return None
    before = words[at - 1] if at else ""
    if before not in (_MEASURING if words[unit_at] in ("hr", "hrs") else _MEASURING_HOURS):
        return None
    minutes = float(int(shown[1]) * 60 + int(shown[2]))
    return at, minutes, minutes


_MEASURING: Final = frozenset("a an of the takes took lasts lasted another full".split()) | {""}
"""What stands before a length; "" is the beginning of the text."""
_MEASURING_HOURS: Final = _MEASURING | {"for"}
