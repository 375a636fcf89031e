"""A replay on Ray Data: for what outgrows one machine, with the report that one machine would make.

Ranges of files go to the workers, which read and check them, and their tallies come back in order. Every worker must
see the same files under the same names, and have this release installed.
"""

from __future__ import annotations

import pickle
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from align.replay.errors import ReplayError
from align.replay.following import follow
from align.replay.job import release
from align.replay.range_steps import RangeWork, unbroken
from align.replay.ranges import Grain, Piece, measured, pieces_of, ranges_of

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from align.replay.chunks import Position, Range
    from align.replay.following import Step
    from align.replay.job import Job
    from align.replay.ranges import Measure
    from align.replay.state import StateFile
    from align.replay.tally import Tally

_ATTEMPTS: Final = 5
"""Workers that one range may end before the replay gives up; Ray itself would try for ever."""
_MISSING: Final = re.compile(r"No (?:module named '[\w.]+'|package metadata was found for [\w-]+)")
_Item = TypeVar("_Item", "Piece", "Range")
_Made = TypeVar("_Made")


def replay_on_ray(
    job: Job,
    *,
    at_once: int | None = None,
    grain: Grain | None = None,
    state: StateFile | None = None,
    seen: Callable[[int, Tally], None] = lambda _size, _tally: None,
) -> Tally:
    """Return the tally of all drafts, from the Ray that this process is connected to (`ray_begun`).

    At most `at_once` tasks run at a time, by default as many as Ray has processors; a task takes a range of `grain`.
    What a lost worker had under way is done again by another one, and counts once. `state` and `seen` are those of
    `follow`; a progress that another engine has left is good here, and the other way round.

    Raises `ReplayError` when the state cannot be used, when workers see other files or have another release, and when
    Ray fails.
    """
    import ray  # noqa: PLC0415 - an extra, which other engines do without

    workers = at_once or int(ray.cluster_resources().get("CPU", 1))
    size = grain or Grain.for_workers(sum(source.size for source in job.sources), workers)

    def steps_from(begins: Position) -> Generator[Step, None, None]:
        pieces = list(pieces_of(job.sources, begins, size))
        measures = list(_on_workers(measured, pieces, at_once))
        _check_same(pieces, measures)
        ranges = list(ranges_of(zip(pieces, measures, strict=True), size))
        yield from unbroken(ranges, _on_workers(RangeWork(job.a.specs, job.b.specs), ranges, at_once))

    try:
        return follow(job, steps_from, state, seen)
    except ray.exceptions.RayError as error:
        raise ReplayError(f"Ray failed: {_told(error)}") from None


def _told(error: Exception) -> str:
    """Return what is wrong, without an error's own words: they may quote a draft."""
    missing = _MISSING.search(str(error))
    if missing is None:
        return f"{type(error).__name__}; its own logs say more"
    return f"a worker says {missing[0]}; install draft-alignment-gate[ray] there, this release of it"


def _check_same(pieces: Sequence[Piece], measures: Sequence[Measure]) -> None:
    for piece, measure in zip(pieces, measures, strict=True):
        if measure.size not in {None, piece.source.size}:
            raise ReplayError(
                f"{piece.source.name}: has {piece.source.size} bytes here and {measure.size} on a worker;"
                " all must see the same files, and these must stay as they are"
            )


def _on_workers(
    work: Callable[[_Item], _Made], items: Sequence[_Item], at_once: int | None
) -> Iterator[_Made]:
    """Yield what workers make of each item, in the order of the items."""
    import ray  # noqa: PLC0415 - the same
    from ray.data import DataContext, TaskPoolStrategy  # noqa: PLC0415 - the same

    if not items:
        return
    counting = ray.remote(num_cpus=0, max_restarts=-1, max_task_retries=-1)(_Attempts)
    task = _Task(work, counting.remote(), _ATTEMPTS)
    context = DataContext.get_current().copy()
    context.enable_progress_bars = False
    context.execution_options.preserve_order = True
    most = None if at_once is None else min(at_once, len(items))  # Ray warns of more than there are items
    with DataContext.current(context):
        packed = ray.data.from_items(
            [pickle.dumps(numbered) for numbered in enumerate(items)], override_num_blocks=len(items)
        )
        results = packed.map(task, compute=TaskPoolStrategy(size=most))
    for item, result in zip(items, results.iter_rows(), strict=True):
        theirs, found = pickle.loads(result["made"])  # noqa: S301 - what our own workers packed
        if theirs != release():
            raise ReplayError(f"a worker has release {theirs}, and this is {release()}: install the same one")
        if found is None:
            raise ReplayError(f"{_place(item)}: ended {_ATTEMPTS} workers that read it")
        yield found


@dataclass(frozen=True, slots=True)
class _Task:
    """What a worker is sent: its work, where it says that it begins, and the attempts at an item, at most."""

    work: Callable[[Any], Any]
    attempts: Any
    most: int

    def __call__(self, row: dict[str, Any]) -> dict[str, bytes]:
        import ray  # noqa: PLC0415 - the same

        number, item = pickle.loads(row["item"])  # noqa: S301 - what the replaying process packed
        attempt = ray.get(self.attempts.begun.remote(number))
        return {"made": pickle.dumps((release(), None if attempt > self.most else self.work(item)))}


class _Attempts:
    """Counts how often each item was begun; lives in a process of its own, apart from the workers."""

    def __init__(self) -> None:
        self._begun: dict[int, int] = {}

    def begun(self, number: int) -> int:
        """Count one more; return how many that makes."""
        self._begun[number] = self._begun.get(number, 0) + 1
        return self._begun[number]


def _place(item: Piece | Range) -> str:
    begins = item.origin if isinstance(item, Piece) else item.begins
    return f"{item.source.name} from row {begins.row + 1} on"
