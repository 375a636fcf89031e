"""Workers that are lost, replays that are broken off, and what is left: nothing is counted twice, and nothing lost."""

from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
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


class _Kept(dict[str, Spec]):
    """Specs that nobody gets before a file `go` is in a folder; who waits for one has a file there, named by its process."""

    def __init__(self, specs: Mapping[str, Spec], folder: Path) -> None:
        super().__init__(specs)
        self.folder = folder

    def get(self, persona: str, default: Any = None) -> Any:
        """Wait, then return what there is."""
        (self.folder / str(os.getpid())).touch()
        while not (self.folder / "go").exists():
            time.sleep(0.01)
        return super().get(persona, default)


def _kill_who_waits(folder: Path) -> list[int]:
    """Kill workers in the middle of a draft, once there are some, and let the others go on; return who was killed."""
    patience = time.monotonic() + PATIENCE_SECONDS
    while not (waiting := [int(file.name) for file in folder.iterdir()]) and time.monotonic() < patience:
        time.sleep(0.01)
    for worker in waiting:
        os.kill(worker, signal.SIGKILL)
    (folder / "go").touch()
    return waiting


def test_workers_that_are_killed_count_once(job: Job, tmp_path: Path) -> None:
    (folder := tmp_path / "waiting").mkdir()
    kept = replace(job, a=SpecSet("a", _Kept(BEFORE, folder)))
    with ThreadPoolExecutor(1) as pool:
        killing = pool.submit(_kill_who_waits, folder)
        there = replay_on_ray(kept, grain=Grain(10_000, CHUNK_ROWS))
    assert killing.result()
    assert there == replay_here(job, jobs=1)


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
