"""`align replay --engine ray`: the same output, the store left alone, and nothing left of it when it is broken off."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.harness.local_server import free_port
from tests.replay import parts
from tests.replay.parts import DEARER, MARLOW, draft, write_jsonl, write_spec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE_SECONDS = 240
_BODIES = (parts.CLEAN, parts.HELD_AFTER, parts.RELEASED)


@pytest.fixture
def arguments(command: list[str], tmp_path: Path) -> list[str]:
    """The command and its drafts; the specs are still to be said."""
    drafts = [draft(_BODIES[number % 3]) for number in range(900)]
    path = write_jsonl(tmp_path / "drafts.jsonl", [*drafts, {"body": "hi", "now": "soon"}])
    return [*command, "replay", "--drafts", str(path), "--output", "json", "--jobs", "2"]


@pytest.fixture
def sides(tmp_path: Path) -> list[str]:
    """The options of both specs: an hour gets dearer."""
    a, b = write_spec(tmp_path / "a.json", MARLOW), write_spec(tmp_path / "b.json", DEARER)
    return ["--spec", a, "--against", b]


def test_the_command_says_what_it_says_without_ray(
    command: list[str], arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The specs are those of a store that is gone when the workers begin."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALIGN_AUTHOR", "ana")
    monkeypatch.delenv("ALIGN_DATABASE_URL", raising=False)
    document = {key: value for key, value in MARLOW.to_dict().items() if key != "mission"}
    (tmp_path / "marlow.json").write_text(json.dumps(document))
    for words in (
        ["db", "upgrade"],
        ["facts", "import", "marlow.json", "--apply"],
        ["facts", "set", "marlow", "rates[60].amount=50", "--note", "dearer", "--apply"],
    ):
        subprocess.run([*command, *words], capture_output=True, check=True)
    arguments += ["--spec", "marlow@1", "--against", "marlow@2"]
    here = subprocess.run(arguments, capture_output=True, check=False)
    there = subprocess.run([*arguments, "--engine", "ray"], capture_output=True, check=False)
    assert (there.returncode, there.stdout, there.stderr) == (here.returncode, here.stdout, here.stderr)
    assert json.loads(there.stdout)["newly_held"] == 300
    assert there.returncode == 2


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where Ray keeps its files: a short name, for the paths of its sockets may have 107 bytes."""
    made = Path(tempfile.mkdtemp(prefix="ray-"))
    monkeypatch.setenv("TMPDIR", str(made))
    yield made
    made.rmdir()  # which fails when anything is left


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_all_of_it_and_keeps_the_progress(
    arguments: list[str], sides: list[str], tmp_path: Path, folder: Path, number: signal.Signals
) -> None:
    drafts = [draft(_BODIES[row % 3]) for row in range(30_000)]
    write_jsonl(tmp_path / "drafts.jsonl", drafts)
    state = tmp_path / "state"
    resumable = [*arguments, *sides, "--engine", "ray", "--state", str(state)]
    with subprocess.Popen(
        resumable, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            _until(state.exists, process)
            # As a terminal does with Ctrl-C, which all of its processes get.
            os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
            out, told = process.communicate(timeout=PATIENCE_SECONDS)
        finally:
            process.kill()
    assert (process.returncode, out) == (128 + number, b"")
    assert told.decode() == f"align: stopped; the same command goes on from what is kept in {state}\n"
    assert 0 < json.loads(state.read_text())["until"]["row"] < len(drafts)
    assert list(folder.iterdir()) == []
    # Ray kills a part of itself that does not end within a second, and what that had begun ends by itself.
    _until(lambda: not _processes_with(str(folder)))


def _until(condition: Callable[[], bool], process: subprocess.Popen[bytes] | None = None) -> None:
    """Wait until something holds, while a process runs."""
    patience = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert process is None or process.poll() is None
        assert time.monotonic() < patience
        time.sleep(0.05)


def _processes_with(word: str) -> list[str]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            told = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if word in told:
            found.append(told)
    return found


def _not_there(command: list[str], address: str, folder: Path) -> str:
    """Return what is told of a Ray that is not there, after checking that nothing is left of the search."""
    done = subprocess.run(
        [*command, "--engine", "ray", "--ray-address", address], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert list(folder.iterdir()) == []
    return done.stderr.decode()


def test_an_address_at_which_no_ray_is_is_told(
    arguments: list[str], sides: list[str], folder: Path, port: int
) -> None:
    told = _not_there([*arguments, *sides], f"127.0.0.1:{port}", folder)
    assert told.startswith(f"align: Ray at 127.0.0.1:{port}: cannot be reached: ")


_ALONE = """
import ray, psutil
psutil.process_iter = lambda *_: iter(())
from align.cli import main
main()
"""
"""The command line on a machine on which Ray, where it looks for another Ray, finds no process."""


def test_a_machine_on_which_no_ray_runs_is_told(arguments: list[str], sides: list[str], folder: Path) -> None:
    """Whatever else runs on this one."""
    words = arguments[arguments.index("replay") :]
    told = _not_there([sys.executable, "-c", _ALONE, *words, *sides], "auto", folder)
    assert told.startswith("align: Ray at auto: cannot be used: Could not find any running Ray instance.")


@contextmanager
def _running(folder: Path, env: dict[str, str]) -> Iterator[str]:
    """Have a Ray that somebody else began, and its address."""
    address = f"127.0.0.1:{free_port()}"
    options = ["--head", "--block", "--port", address.rpartition(":")[2], "--num-cpus", "2"]
    options += ["--include-dashboard", "false", "--disable-usage-stats", "--temp-dir", str(folder / "theirs")]
    command = [sys.executable, "-c", "from ray.scripts.scripts import main; main()", "start", *options]
    with (folder / "told").open("wb") as told, subprocess.Popen(command, stdout=told, env=env) as process:
        try:
            _until(lambda: b"Ray runtime started" in (folder / "told").read_bytes(), process)
            yield address
            assert process.poll() is None
        finally:
            process.terminate()
            process.wait(PATIENCE_SECONDS)


def _installed_later(folder: Path, paths: list[str]) -> list[Path]:
    """Return folders for the path of modules, empty yet, one for each of `paths`."""
    made = [folder / str(number) for number in range(len(paths))]
    for one in made:
        one.mkdir(parents=True)
    return made


def _install(folders: list[Path], paths: list[str]) -> None:
    for folder, path in zip(folders, paths, strict=True):
        for inner in Path(path).iterdir():
            (folder / inner.name).symlink_to(inner)


def test_a_ray_that_runs_already_is_used_once_its_workers_have_this_package(
    arguments: list[str], sides: list[str], tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    env = os.environ | {"HOME": str(tmp_path)}
    paths = env["PYTHONPATH"].split(":")
    theirs = _installed_later(tmp_path / "installed", paths)
    monkeypatch.chdir(tmp_path)  # in the checkout the package would be found
    with _running(folder, env | {"PYTHONPATH": ":".join(map(str, theirs))}) as address:
        there = [*arguments, *sides, "--engine", "ray", "--ray-address", address]
        without = subprocess.run(there, capture_output=True, check=False, env=env)
        _install(theirs, paths)
        with_it = subprocess.run(there, capture_output=True, check=False, env=env)
    shutil.rmtree(folder)
    folder.mkdir()
    assert (without.returncode, without.stdout) == (2, b"")
    assert without.stderr.startswith(b"align: Ray failed: a worker says No module named 'align'")
    here = subprocess.run([*arguments, *sides], capture_output=True, check=False)
    assert (with_it.returncode, with_it.stdout, with_it.stderr) == (2, here.stdout, here.stderr)
