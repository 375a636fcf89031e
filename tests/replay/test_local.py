"""On this machine: any number of processes, and a progress that is stored with its place."""

from __future__ import annotations

import fcntl
import json
import stat
from dataclasses import replace
from typing import IO, TYPE_CHECKING

import pytest

from align.replay.chunks import Position
from align.replay.errors import ReplayError
from align.replay.following import SAVED_EACH
from align.replay.job import Job
from align.replay.local import replay_here
from align.replay.sources import find_sources
from align.replay.specs import SpecSet
from align.replay.state import Progress, StateFile
from align.replay.tally import Refusal, Tally
from tests.replay import parts
from tests.replay.parts import AFTER, BEFORE, draft, write_jsonl

if TYPE_CHECKING:
    from pathlib import Path

_BODIES = (parts.CLEAN, parts.HELD_AFTER, parts.RELEASED)
_ROWS = SAVED_EACH + 700


@pytest.fixture
def job(tmp_path: Path) -> Job:
    path = write_jsonl(tmp_path / "drafts.jsonl", [draft(_BODIES[n % 3]) for n in range(_ROWS)])
    return Job(SpecSet("a", BEFORE), SpecSet("b", AFTER), find_sources(str(path)))


class _Broken(Exception):  # noqa: N818 - stands in for a signal
    pass


def test_two_processes_count_what_one_counts(job: Job) -> None:
    assert replay_here(job, jobs=2) == replay_here(job, jobs=1)


def test_a_replay_that_is_broken_off_goes_on_and_counts_nothing_twice(job: Job, tmp_path: Path) -> None:
    state = StateFile(tmp_path / "state", job.told())
    whole = replay_here(job, jobs=1)
    sizes: list[int] = []

    def stop(size: int, _tally: Tally) -> None:
        sizes.append(size)
        if len(sizes) == 3:
            raise _Broken

    for _ in range(2):
        sizes.clear()
        with pytest.raises(_Broken):
            replay_here(job, jobs=1, state=state, seen=stop)
    sizes.clear()
    assert replay_here(job, jobs=2, state=state, seen=lambda size, _tally: sizes.append(size)) == whole
    assert sum(sizes) == job.sources[0].size
    assert len(sizes) > 2
    assert sizes[0] > max(sizes[1:])  # what was stored, in one piece
    sizes.clear()
    assert replay_here(job, jobs=1, state=state, seen=lambda size, _tally: sizes.append(size)) == whole
    assert sizes == [job.sources[0].size]  # all was there


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_is_changed_while_it_is_read_is_told(job: Job, jobs: int) -> None:
    """Rows that were added come in or not, as it happens."""
    (first,) = job.sources
    told: list[Refusal] = []

    def change(_size: int, tally: Tally) -> None:
        told.extend(tally.refusals)
        with first.path.open("ab") as stream:
            stream.write(b"\n")

    tally = replay_here(job, jobs=jobs, seen=change)
    changed = Refusal(first.name, 0, "was changed while it was read")
    assert (tally.refused, list(tally.refusals), told) == (1, [changed], [changed])


def test_progress_is_stored_on_the_way_too(job: Job, tmp_path: Path) -> None:
    state = StateFile(tmp_path / "state", job.told())
    stored: list[int] = []

    def look(_size: int, _tally: Tally) -> None:
        found = state.read()
        stored.append(found.tally.drafts if found else 0)

    replay_here(job, jobs=1, state=state, seen=look)
    assert stored[0] == 0
    assert stored[-1] == SAVED_EACH


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"b": SpecSet("b", BEFORE)}, "against"),
        ({"a": SpecSet("a", AFTER)}, "spec"),
        ({"sources": ()}, "drafts"),
    ],
)
def test_the_state_of_another_replay_is_refused(
    job: Job, tmp_path: Path, change: dict[str, object], told: str
) -> None:
    path = tmp_path / "state"
    StateFile(path, job.told()).write(Progress(Tally(), Position()))
    other = replace(job, **change)  # type: ignore[arg-type] # a field each
    with pytest.raises(ReplayError, match=rf"is of another replay \(differs in: {told}\)"):
        replay_here(other, jobs=1, state=StateFile(path, other.told()))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"format": 1}', '{"format": 1, "job": {}, "tally": 3}']
)
def test_a_file_that_is_no_state_is_refused_and_left_alone(job: Job, tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.json"
    path.write_text(text)
    with pytest.raises(ReplayError, match=r"notes\.json: is (no state|of another replay)"):
        replay_here(job, jobs=1, state=StateFile(path, job.told()))
    assert path.read_text() == text


def test_the_state_of_another_release_and_a_place_that_cannot_be_written_are_told(
    job: Job, tmp_path: Path
) -> None:
    path = tmp_path / "state"
    path.write_text(json.dumps({"format": 0}))
    with pytest.raises(ReplayError, match="was made by another release"):
        replay_here(job, jobs=1, state=StateFile(path, job.told()))
    with pytest.raises(ReplayError, match="cannot be written: No such file"):
        StateFile(tmp_path / "none/state", job.told()).write(Progress(Tally(), Position()))
    with pytest.raises(ReplayError, match="cannot be read: Is a directory"):
        StateFile(tmp_path, job.told()).read()


def test_the_state_is_for_its_owner_alone(job: Job, tmp_path: Path) -> None:
    state = StateFile(tmp_path / "state", job.told())
    state.write(Progress(Tally(), Position()))
    assert stat.S_IMODE(state.path.stat().st_mode) == 0o600


def test_a_state_is_for_one_process_at_a_time(job: Job, tmp_path: Path) -> None:
    path = tmp_path / "state"
    told: list[str] = []

    def begin_another(_size: int, _tally: Tally) -> None:
        with pytest.raises(ReplayError) as refused:
            replay_here(job, jobs=1, state=StateFile(path, job.told()))
        told.append(str(refused.value))

    replay_here(job, jobs=1, state=StateFile(path, job.told()), seen=begin_another)
    assert set(told) == {f"{path}: another replay uses it now; wait for its end, or name another file"}
    assert [found.name for found in tmp_path.iterdir() if found.name.startswith("state")] == ["state"]


def test_a_lock_that_was_left_behind_hinders_nobody(job: Job, tmp_path: Path) -> None:
    (tmp_path / "state.lock").touch()
    assert replay_here(job, jobs=1, state=StateFile(tmp_path / "state", job.told())).drafts == _ROWS


def test_a_lock_that_another_process_removes_while_it_is_taken_is_taken_anew(
    job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = StateFile(tmp_path / "state", job.told())
    lock = fcntl.flock
    asked: list[int] = []

    def late(file: IO[bytes], how: int) -> None:
        if not asked:
            (tmp_path / "state.lock").unlink()
        asked.append(how)
        lock(file, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with state.held(), pytest.raises(ReplayError, match="another replay uses it"), state.held():
        pass
    assert len(asked) == 3


def test_a_place_that_cannot_be_locked_is_told(job: Job, tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match="state: cannot be locked: No such file"):
        replay_here(job, jobs=1, state=StateFile(tmp_path / "none/state", job.told()))
