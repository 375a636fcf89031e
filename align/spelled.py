"""Which characters of a text deceive a reader who is shown it as it is.

A draft can hold anything: control characters that repaint a screen, bidirectional controls that reorder it, characters
that show nothing at all. What is shown anyway is told apart from them: letters of any script, combining marks, and emoji
with their joiners.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

CLUSTER: Final = regex.compile(r"\X")
"""What a reader sees as one character."""

_HIDDEN: Final = regex.compile(r"[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]")
_EMOJI: Final = regex.compile(r"\p{Extended_Pictographic}|\u20E3")
_JOINED: Final = regex.compile(r"\u200D(?=\p{Extended_Pictographic})|[\uFE0E\uFE0F]")
"""Hidden characters that an emoji may hold: a joiner with something to join, a selector."""


@dataclass(frozen=True, slots=True)
class Run:
    """Code points `[start, end)` of a text that are shown as they are, or one that is hidden."""

    start: int
    end: int
    is_hidden: bool


def is_plain(cluster: str) -> bool:
    """Tell whether a cluster can be shown as it is."""
    if not _HIDDEN.search(cluster):
        return True
    return _EMOJI.search(cluster) is not None and not _HIDDEN.search(_JOINED.sub("", cluster))


def spelled(cluster: str) -> str:
    """Return a cluster with what is hidden in it spelled out, as in `<U+202E>`."""
    return cluster if is_plain(cluster) else _HIDDEN.sub(lambda found: f"<{code(found.group())}>", cluster)


def code(char: str) -> str:
    """Return a character's code point as people write it: `U+202E`."""
    return f"U+{ord(char):04X}"


def runs(text: str, shown: str = "") -> Iterator[Run]:
    """Yield the runs of a text, in order and without gaps; the characters of `shown` are not hidden."""
    start = 0
    for found in CLUSTER.finditer(text) if _HIDDEN.search(text) else ():
        if is_plain(found.group()):
            continue
        for at, char in enumerate(found.group(), found.start()):
            if char in shown or not _HIDDEN.match(char):
                continue
            if at > start:
                yield Run(start, at, is_hidden=False)
            yield Run(at, at + 1, is_hidden=True)
            start = at + 1
    if start < len(text):
        yield Run(start, len(text), is_hidden=False)
