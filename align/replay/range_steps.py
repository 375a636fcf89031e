"""What comes of ranges that are read apart, put together as if each file had been read from its begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.replay.chunks import Position
from align.replay.counting import replayed
from align.replay.following import Step
from align.replay.sources import chunks_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from align.replay.chunks import Range
    from align.replay.rows import Row
    from specs import Spec


@dataclass(frozen=True, slots=True)
class RangeWork:
    """What is done with a range; can be sent to another machine, and is all that is sent of the specs `a` and `b`."""

    a: Mapping[str, Spec]
    b: Mapping[str, Spec]

    def __call__(self, part: Range) -> Step:
        """Read a range and check its rows; where its file cannot be read any further, the next file follows."""
        until, rows, size = part.begins, 0, 0

        def read() -> Iterator[Row]:
            nonlocal until, rows, size
            for chunk in chunks_of(part):
                until, rows, size = chunk.until, rows + len(chunk.rows), size + chunk.size
                yield from chunk.rows

        tally = replayed(read(), self.a, self.b)
        if until.file == part.begins.file:
            until = part.ends or Position(part.begins.file + 1)
        return Step(tally, until, rows, size)


def unbroken(ranges: Sequence[Range], steps: Iterator[Step]) -> Iterator[Step]:
    """Yield the steps of ranges, without those of a file past the place where it cannot be read any further."""
    broken = -1
    for part, step in zip(ranges, steps, strict=True):
        if part.begins.file == broken:
            continue
        if step.until.file > part.begins.file and part.ends is not None:
            broken = part.begins.file
        yield step
