"""A body as it is shown: in pieces, with the words at fault marked, and nothing hidden that is in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.spelled import code, runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SHOWN_CHARS: Final = 4_000
"""Code points of a long body that are shown before one asks for all of them."""

_LAID_OUT: Final = "\n\r\t"
"""What a page lays out as it is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words `[start, end)` of a body that something speaks against; `number` is that of the row that says what."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text that is shown as it is; or, `is_hidden`, one character's code point in its place."""

    text: str
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch under the same marks. `ends` are the numbers of the marks whose last stretch it is."""

    pieces: tuple[Piece, ...]
    marks: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyView:
    """A body in segments. `cut` code points are left out at the end, with `marks_cut` marks that begin there."""

    segments: tuple[Segment, ...]
    cut: int = 0
    marks_cut: int = 0


def pieces(text: str) -> tuple[Piece, ...]:
    """Return a text in pieces that may be shown: joined, they are the text, with hidden characters named."""
    return tuple(
        Piece(code(text[run.start]), is_hidden=True) if run.is_hidden else Piece(text[run.start : run.end])
        for run in runs(text, _LAID_OUT)
    )


def body_view(body: str, marks: Sequence[Mark] = (), most: int | None = SHOWN_CHARS) -> BodyView:
    """Return the body with its marks, which may overlap; at most `most` code points of it, None for all.

    A mark outside the body is drawn where it can be, at the body's end; one without words marks the place.
    """
    end = len(body) if most is None else min(most, len(body))
    kept = [
        Mark(min(mark.start, len(body)), min(max(mark.end, mark.start), len(body)), mark.number)
        for mark in marks
    ]
    inside = [mark for mark in kept if mark.start < end or (mark.start == end == len(body))]
    segments = tuple(_segments(body[:end], inside))
    return BodyView(segments, len(body) - end, len(kept) - len(inside))


def _segments(body: str, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Go once over the edges of the marks; the cost depends on how many lie over each other, not on how many there are."""
    opening = _by(marks, lambda mark: mark.start)
    closing = _by(marks, lambda mark: min(mark.end, len(body)))
    active: dict[int, None] = {}
    edges = sorted({0, len(body), *opening, *closing})
    for start, end in pairwise([*edges, len(body)]):
        for number in opening.get(start, ()):
            active[number] = None
        for number in closing.get(start, ()):
            # Ended before, unless it has no words: then it marks the place.
            if active.pop(number, 0) is None:
                yield Segment((), (number,), (number,))
        if end > start:
            ends = tuple(number for number in active if number in closing.get(end, ()))
            yield Segment(pieces(body[start:end]), tuple(active), ends)
            for number in ends:
                del active[number]


def _by(marks: Iterable[Mark], place: Callable[[Mark], int]) -> dict[int, dict[int, None]]:
    """Return the numbers of the marks at each place, in their order."""
    found: dict[int, dict[int, None]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.number)):
        found.setdefault(place(mark), {})[mark.number] = None
    return found
