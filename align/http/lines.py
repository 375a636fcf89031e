"""Lines of a stream of bytes, each with its number, as they come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end; `raw` is None for one that is longer than allowed. Numbers count from 1."""

    number: int
    raw: bytes | None


class Lines:
    """Cuts a stream into lines; keeps no more than one line of the longest length, blank ones are counted and left out."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self.number = 0
        self._begun = bytearray()
        self._is_too_long = False

    def feed(self, data: bytes) -> Iterator[Line]:
        """Yield the lines that end in the next bytes of the stream."""
        *ended, rest = data.split(b"\n")
        for piece in ended:
            self._add(piece)
            yield from self._line()
        self._add(rest)

    def end(self) -> Iterator[Line]:
        """Yield the last line, where the stream ended without its end."""
        if self._begun or self._is_too_long:
            yield from self._line()

    def _add(self, piece: bytes) -> None:
        if len(self._begun) + len(piece) > self._longest:
            self._is_too_long = True
            self._begun.clear()
        elif not self._is_too_long:
            self._begun += piece

    def _line(self) -> Iterator[Line]:
        self.number += 1
        raw = None if self._is_too_long else bytes(self._begun)
        self._begun.clear()
        self._is_too_long = False
        if raw is None or raw.strip():
            yield Line(self.number, raw)
