"""Workers that are lost, replays that are broken off, and what is left: nothing is counted twice, and nothing lost."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from align.replay.chunks import CHUNK_ROWS
from align.replay.errors import ReplayError
from align.replay.job import Job
from align.replay.local import replay_here
from align.replay.on_ray import replay_on_ray
from align.replay.ranges import Grain
from align.replay.sources import find_sources
from align.replay.specs import SpecSet
from align.replay.state import StateFile
from specs import Spec
from tests.replay import parts
from tests.replay.parts import AFTER, BEFORE, draft, write_jsonl
from tests.replay_ray.processes import below_this_one

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from align.replay.tally import Tally

pytestmark = pytest.mark.usefixtures("ray_of_two")

PATIENCE_SECONDS = 240
_BODIES = (parts.CLEAN, parts.HELD_AFTER, parts.RELEASED)
_ROWS = 3000
_GRAIN = Grain(20_000, CHUNK_ROWS)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """Rows of two files."""
    for name in ("a", "b"):
        write_jsonl(tmp_path / f"{name}.jsonl", [draft(_BODIES[n % 3]) for n in range(_ROWS // 2)])
    return Job(SpecSet("a", BEFORE), SpecSet("b", AFTER), find_sources(str(tmp_path)))


class _Broken(Exception):  # noqa: N818 - stands in for a signal
    pass


def _busy_workers() -> list[int]:
    """Return the processes that our Ray's tasks run in just now; Ray names a process by what it does."""
    found = []
    for folder in below_this_one():
        try:
            title = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if title.startswith(b"ray::Map("):
            found.append(int(folder.name))
    return found


class _Kept(dict[str, Spec]):
    """Specs that nobody gets before a file is there: until then whoever asks for one is busy."""

    def __init__(self, specs: Mapping[str, Spec], until: Path) -> None:
        super().__init__(specs)
        self.until = until

    def get(self, persona: str, default: Any = None) -> Any:
        """Wait, then return what there is."""
        while not self.until.exists():
            time.sleep(0.01)
        return super().get(persona, default)


def _kill_busy_ones(times: int, let_go: Path) -> list[int]:
    """Kill the workers that are busy, so many times, and only then let anybody go on; return them."""
    killed: list[int] = []
    patience = time.monotonic() + PATIENCE_SECONDS
    for _ in range(times):
        while not (found := set(_busy_workers()) - set(killed)) and time.monotonic() < patience:
            time.sleep(0.01)
        for worker in found:
            with suppress(ProcessLookupError):  # it was at something else, and is done
                os.kill(worker, signal.SIGKILL)
            killed.append(worker)
    let_go.touch()
    return killed


def test_workers_that_are_killed_count_once(job: Job, tmp_path: Path) -> None:
    let_go = tmp_path / "go"
    kept = replace(job, a=SpecSet("a", _Kept(BEFORE, let_go)))
    with ThreadPoolExecutor(1) as pool:
        killing = pool.submit(_kill_busy_ones, 3, let_go)
        there = replay_on_ray(kept, grain=Grain(10_000, CHUNK_ROWS))
    assert there == replay_here(job, jobs=1)
    assert len(killing.result()) >= 3


class _Deadly(dict[str, Spec]):
    """Specs that end the process that asks for one."""

    def get(self, _persona: str, _default: object = None) -> NoReturn:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError


def test_drafts_that_end_every_worker_end_the_replay(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.replay.on_ray._ATTEMPTS", 2)  # each takes a worker's start
    deadly = replace(job, a=SpecSet("a", _Deadly(BEFORE)))
    with pytest.raises(ReplayError, match=r"a\.jsonl from row 1 on: ended 2 workers that read it"):
        replay_on_ray(deadly, grain=Grain(10**9, CHUNK_ROWS))


def _breaking_after(steps: int, sizes: list[int]) -> Callable[[int, Tally], None]:
    def stop(size: int, _tally: Tally) -> None:
        sizes.append(size)
        if len(sizes) == steps:
            raise _Broken

    return stop


def test_each_engine_goes_on_where_the_other_was_broken_off(job: Job, tmp_path: Path) -> None:
    state = StateFile(tmp_path / "state", job.told())
    whole = replay_here(job, jobs=1)
    with pytest.raises(_Broken):
        replay_on_ray(job, grain=_GRAIN, state=state, seen=_breaking_after(4, []))
    with pytest.raises(_Broken):
        replay_here(job, jobs=1, state=state, seen=_breaking_after(5, []))
    sizes: list[int] = []
    with pytest.raises(_Broken):
        replay_on_ray(job, grain=_GRAIN, state=state, seen=_breaking_after(6, sizes))
    assert sizes[0] > max(sizes[1:])  # what was stored, in one piece
    sizes.clear()
    assert replay_on_ray(job, grain=_GRAIN, state=state, seen=_breaking_after(0, sizes)) == whole
    assert sum(sizes) == sum(source.size for source in job.sources)
    sizes.clear()
    assert replay_on_ray(job, grain=_GRAIN, state=state, seen=_breaking_after(0, sizes)) == whole
    assert sizes == [sum(source.size for source in job.sources)]  # all was there
    assert replay_here(job, jobs=1, state=state) == whole
