"""Names from outside, made fit for labels and attributes: bounded in form, length and number."""

from __future__ import annotations

import re
from typing import Final

OTHER: Final = "other"
"""Stands for a name that has not the form of one, and for those that are too many."""

MAX_NAME_CHARS: Final = 128
MAX_NAMES: Final = 100

_NAME: Final = re.compile(rf"[A-Za-z0-9_./][A-Za-z0-9_.:/@+-]{{0,{MAX_NAME_CHARS - 1}}}")


def name_of(text: str) -> str:
    """Return a name of a model, an engine, a rule and the like, `other` for what is none: a sentence never is."""
    return text if _NAME.fullmatch(text) else OTHER


def shown(text: str) -> str:
    """Return a text that may be any, such as a persona, as encoders take it: cut, and what is no character escaped."""
    return text[:MAX_NAME_CHARS].encode("utf-8", "backslashreplace").decode()


class Names:
    """The names that a label has had: the first `most` keep their own, the rest are `other`."""

    def __init__(self, most: int = MAX_NAMES) -> None:
        self._most = most
        self._known: set[str] = set()

    def __call__(self, text: str) -> str:
        """Return the name for a label."""
        if text in self._known:
            return text
        name = name_of(text)
        if name == OTHER or len(self._known) >= self._most:
            return OTHER
        self._known.add(name)
        return name
