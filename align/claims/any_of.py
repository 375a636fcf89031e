"""Patterns of one place of a text, asked at once instead of one after the other."""

from __future__ import annotations

import re


def any_of(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """Return the pattern that matches where one of several does.

    Raises `ValueError` when they were not all made with the same flags, and `re.error` when two name
    a group alike.
    """
    (flags,) = {pattern.flags for pattern in patterns}
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns), flags)
