"""Patterns of one place of a text, asked at once instead of one after the other."""

from __future__ import annotations

import re


def any_of(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """Return the pattern that matches where one of several does."""
    return re.compile("|".join(pattern.pattern for pattern in patterns))
