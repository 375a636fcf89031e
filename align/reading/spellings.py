"""Words that are near each other in spelling: one letter apart, or written as they sound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHUN: Final = re.compile(r"(?<=[a-z]{2})shuns?\Z")


def unphonetic(word: str) -> tuple[str, ...]:
    """Return what a word that is written as it sounds may stand for: "extenshuns", "fotography"."""
    found = _SHUN.search(word)
    if found is None:
        return (word.replace("f", "ph"),) if "f" in word else ()
    plural = "s" if word.endswith("s") else ""
    return tuple(word[: found.start()] + ending + plural for ending in ("tion", "sion", "ssion"))


def deletions(word: str) -> Iterable[str]:
    """Yield a word and all its forms with one letter deleted."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def delete_index(words: Iterable[str], shortest: int) -> dict[str, tuple[str, ...]]:
    """Index words of so many letters and more by themselves and by all forms with one letter deleted (SymSpell)."""
    index: dict[str, list[str]] = {}
    for word in words:
        if len(word) >= shortest and word.isalpha():
            for key in deletions(word):
                index.setdefault(key, []).append(word)
    return {key: tuple(found) for key, found in index.items()}
