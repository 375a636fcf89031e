"""The steps of a replay, added up in order, shown as they come, and stored."""

from __future__ import annotations

from contextlib import closing, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.replay.chunks import Position
from align.replay.state import Progress
from align.replay.tally import REFUSED_KEPT, Refusal, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from align.replay.job import Job
    from align.replay.state import StateFile

SAVED_EACH: Final = 2000
"""Rows after which the progress is stored again."""


@dataclass(frozen=True, slots=True)
class Step:
    """What came of the next rows: their tally, the position after them, their number, and their bytes of input."""

    tally: Tally
    until: Position
    rows: int
    size: int


def follow(
    job: Job,
    steps_from: Callable[[Position], Generator[Step, None, None]],
    state: StateFile | None,
    seen: Callable[[int, Tally], None],
) -> Tally:
    """Return the tally of all drafts of a job, whose steps from a position on come from an engine, in order.

    With a `state` the progress is stored there now and then and at the end, also when this is broken off; what is
    stored already is not done again. `seen` is told of each step: its size in bytes of input, and its own tally. The
    first call, with a resumed replay, is of what was stored.

    A file that is changed meanwhile is a refusal beside its rows, as a last step: nobody can say which of its drafts
    were counted.

    Raises `ReplayError` when the state cannot be used, or another process uses it.
    """
    with state.held() if state else nullcontext():
        progress = (state.read() if state else None) or Progress(Tally(), Position())
        if progress.until != Position():
            seen(_size_until(job, progress.until), progress.tally)
        unsaved = 0
        try:
            with closing(steps_from(progress.until)) as steps:
                for step in steps:
                    progress = Progress(progress.tally + step.tally, step.until)
                    unsaved += step.rows
                    seen(step.size, step.tally)
                    if state is not None and unsaved >= SAVED_EACH:
                        state.write(progress)
                        unsaved = 0
        finally:
            if state is not None:
                state.write(progress)
        changed = _changed(job)
        if changed.refused:
            seen(0, changed)
        return progress.tally + changed


def _changed(job: Job) -> Tally:
    """Return the refusals of files that are no longer what they were; one that is gone was read, or is refused already."""
    found = []
    for source in job.sources:
        try:
            info = source.path.stat()
        except OSError:
            continue
        if (info.st_size, info.st_mtime_ns) != (source.size, source.changed_ns):
            found.append(Refusal(source.name, 0, "was changed while it was read"))
    return Tally(refused=len(found), refusals=tuple(found[:REFUSED_KEPT]))


def _size_until(job: Job, until: Position) -> int:
    return sum(source.size for source in job.sources[: until.file]) + until.offset
