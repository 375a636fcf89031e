"""What the words of one chunk of text are, and the bounded memo of it: chunks repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_MEMO_SIZE: Final = 65_536
_LONGEST_KEPT: Final = 64


class Analysis(NamedTuple):
    """The words of one chunk: parallel tuples; positions are relative to the chunk."""

    words: tuple[str, ...]
    marks: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    seen: int


Entry = tuple[tuple[str, ...], tuple[int, ...], int, Analysis]
"""What the memo keeps of a chunk: words, marks and `seen` of its analysis, and the analysis.

A plain tuple, since a reading takes every chunk's apart and does so fastest with one.
"""


def _entry(analysis: Analysis) -> Entry:
    return analysis.words, analysis.marks, analysis.seen, analysis


_NOTHING: Final = _entry(Analysis((), (), (), (), 0))


class Memo(dict[str, Entry]):
    """Analyses by chunk, made when they are first asked for; as many as `_MEMO_SIZE`, of short chunks."""

    def __init__(self, analyse: Callable[[str], Analysis]) -> None:
        super().__init__({"": _NOTHING})
        self._analyse = analyse

    def __missing__(self, chunk: str) -> Entry:
        """Analyse a chunk that is asked for the first time, and keep what is found if it is short."""
        found = _entry(self._analyse(chunk))
        if len(chunk) <= _LONGEST_KEPT:
            if len(self) >= _MEMO_SIZE:
                self.clear()
                self[""] = _NOTHING
            self[chunk] = found
        return found
