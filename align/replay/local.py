"""A replay on this machine: all of its cores, constant memory, resumable."""

from __future__ import annotations

import os
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from align.processes import in_order
from align.replay.chunks import Position
from align.replay.counting import replayed
from align.replay.errors import ReplayError
from align.replay.sources import chunks_from
from align.replay.state import Progress
from align.replay.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from align.replay.chunks import Chunk, Source
    from align.replay.specs import SpecSet
    from align.replay.state import StateFile
    from specs import Spec

SAVED_EACH: Final = 2000
"""Rows after which the progress is stored again."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is replayed: files of drafts, under the specs `a` and then `b`."""

    a: SpecSet
    b: SpecSet
    sources: tuple[Source, ...]

    def told(self) -> dict[str, Any]:
        """Return what a stored progress has to agree with, as JSON has it."""
        return {
            "release": version("draft-alignment-gate"),
            "spec": self.a.digests(),
            "against": self.b.digests(),
            "drafts": [[source.name, source.size, source.changed_ns] for source in self.sources],
        }


def replay_here(
    job: Job,
    *,
    jobs: int,
    state: StateFile | None = None,
    seen: Callable[[int, Tally], None] = lambda _size, _tally: None,
) -> Tally:
    """Return the tally of all drafts, from `jobs` processes; it is the same for any number of them.

    With a `state` the progress is stored there now and then and at the end, also when this is broken off; what is
    stored already is not done again. `seen` is told of each chunk as it is done: its size in bytes of input, and its
    own tally. The first call, with a resumed replay, is of what was stored.

    Raises `ReplayError` when the state cannot be used, and when a process is ended from outside.
    """
    progress = (state.read() if state else None) or Progress(Tally(), Position())
    if progress.until != Position():
        seen(_size_until(job.sources, progress.until), progress.tally)
    work = _Work(job.a.specs, job.b.specs)
    unsaved = 0
    try:
        for chunk, tally in _tallies(chunks_from(job.sources, progress.until), work, jobs):
            progress = Progress(progress.tally + tally, chunk.until)
            unsaved += len(chunk.rows)
            seen(chunk.size, tally)
            if state is not None and unsaved >= SAVED_EACH:
                state.write(progress)
                unsaved = 0
    except BrokenProcessPool:
        hint = (
            "begun again, this replay goes on from here"
            if state
            else "with --state it could go on from there"
        )
        raise ReplayError(f"a process was ended from outside, perhaps for want of memory; {hint}") from None
    finally:
        if state is not None:
            state.write(progress)
    return progress.tally


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


def _size_until(sources: tuple[Source, ...], until: Position) -> int:
    return sum(source.size for source in sources[: until.file]) + until.offset
