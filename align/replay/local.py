"""A replay on this machine: all of its cores, constant memory, resumable."""

from __future__ import annotations

import os
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.processes import in_order
from align.replay.counting import replayed
from align.replay.errors import ReplayError
from align.replay.following import Step, follow
from align.replay.sources import chunks_from

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

    from align.replay.chunks import Chunk, Position
    from align.replay.job import Job
    from align.replay.state import StateFile
    from align.replay.tally import Tally
    from specs import Spec


def replay_here(
    job: Job,
    *,
    jobs: int,
    state: StateFile | None = None,
    seen: Callable[[int, Tally], None] = lambda _size, _tally: None,
) -> Tally:
    """Return the tally of all drafts, from `jobs` processes; it is the same for any number of them.

    `state` and `seen` are those of `follow`: where the progress is kept, and who is told of it.

    Raises `ReplayError` when the state cannot be used, and when a process is ended from outside.
    """
    work = _Work(job.a.specs, job.b.specs)

    def steps_from(begins: Position) -> Generator[Step, None, None]:
        for chunk, tally in _tallies(chunks_from(job.sources, begins), work, jobs):
            yield Step(tally, chunk.until, len(chunk.rows), chunk.size)

    try:
        return follow(job, steps_from, state, seen)
    except BrokenProcessPool:
        hint = (
            "begun again, this replay goes on from here"
            if state
            else "with --state it could go on from there"
        )
        raise ReplayError(f"a process was ended from outside, perhaps for want of memory; {hint}") from None


def all_cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class _Work:
    """What is done with a chunk; can be sent to another process."""

    a: Mapping[str, Spec]
    b: Mapping[str, Spec]

    def __call__(self, chunk: Chunk) -> Tally:
        return replayed(chunk.rows, self.a, self.b)


def _tallies(chunks: Iterable[Chunk], work: _Work, jobs: int) -> Iterator[tuple[Chunk, Tally]]:
    if jobs == 1:
        return ((chunk, work(chunk)) for chunk in chunks)
    return in_order(chunks, work, jobs)
