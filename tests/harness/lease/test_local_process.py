"""Real server processes: started, asked for their health, stopped without a rest, and found again after a SIGKILL."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.harness.client import ModelClient
from align.harness.deadline import Deadline
from align.harness.lease.local_process import MARK, LocalProcess
from align.harness.lease.provider import ProviderError
from align.harness.transport import Transport
from specs.store import open_engine
from tests.harness.asking import until
from tests.harness.lease.processes import Processes, lease_store
from tests.harness.loops import run
from tests.harness.stand_in import is_alive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.harness.lease.store import LeaseStore

ROOT = Path(__file__).parents[3]
SERVER = "tests.harness.lease.server_process"


@pytest.fixture
def machine() -> Iterator[str]:
    """A name that no other test on this computer uses; what is left under it is ended."""
    name = f"test-{uuid.uuid4().hex}"
    yield name
    run(lambda: LocalProcess((), stop_seconds=0.1).release(name))


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def alive(pids: list[int]) -> list[int]:
    """Return those that have not ended."""
    return [pid for pid in pids if is_alive(pid)]


def _environment(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return b""


async def pids_in(file: Path) -> list[int]:
    """Return the ids that a server wrote, once it did."""
    # The file is there a moment before what is written into it.
    await until(lambda: file.exists() and file.stat().st_size > 0)
    return [int(word) for word in (await asyncio.to_thread(file.read_text, "ascii")).split()]


async def until_absent(local: LocalProcess, machine: str) -> None:
    """Wait until the main process of a machine has ended."""
    async with asyncio.timeout(30):
        while await local.status(machine) != "absent":  # noqa: ASYNC110 - what the system does has no event
            await asyncio.sleep(0.001)


def server(port: int, pids: Path, *options: str) -> tuple[str, ...]:
    return (sys.executable, "-m", SERVER, str(port), str(pids), *options)


@pytest.mark.parametrize("options", [(), ("stubborn",)], ids=["ends when asked", "has to be killed"])
def test_a_server_is_started_and_stopped_with_its_children(
    tmp_path: Path, port: int, machine: str, options: tuple[str, ...]
) -> None:
    async def main() -> None:
        local = LocalProcess(server(port, tmp_path / "pids", *options), stop_seconds=0.5 if options else 30.0)
        client = ModelClient(Transport(f"http://127.0.0.1:{port}"))
        assert await local.status(machine) == "absent"
        await local.provision(machine)
        assert await local.status(machine) == "running"
        pids = await pids_in(tmp_path / "pids")
        assert await client.health(Deadline.after(20.0)) is None
        await local.provision(machine)  # again: there is one
        assert alive(pids) == pids
        assert await local.status(f"{machine}-other") == "absent"
        await local.release(f"{machine}-other")
        assert alive(pids) == pids
        await local.release(machine)
        assert alive(pids) == []
        assert await local.status(machine) == "absent"
        await local.release(machine)  # again: there is none
        refused = await client.health(Deadline.after(20.0))
        assert refused is not None
        assert refused.cause == "refused"
        await client.aclose()
        with pytest.raises(ProcessLookupError):
            os.kill(pids[0], 0)  # no remains are left, either

    run(main)


def test_a_server_that_ended_is_absent_and_what_it_left_is_ended(
    tmp_path: Path, port: int, machine: str
) -> None:
    async def main() -> None:
        local = LocalProcess(server(port, tmp_path / "pids"))
        await local.provision(machine)
        own, child = await pids_in(tmp_path / "pids")
        os.kill(own, signal.SIGKILL)
        await until_absent(local, machine)
        assert alive([child]) == [child]
        await local.release(machine)
        assert alive([child]) == []

    run(main)


def test_what_hides_its_name_is_ended_with_its_group(tmp_path: Path, machine: str) -> None:
    code = (
        "import os, pathlib, sys\n"
        "pathlib.Path(sys.argv[1]).write_text(str(os.getpid()))\n"
        "os.execve(sys.executable, [sys.executable, '-c', 'import signal; signal.pause()'], {'HIDDEN': 'yes'})"
    )

    async def main() -> None:
        local = LocalProcess((sys.executable, "-c", code, str(tmp_path / "pid")))
        await local.provision(machine)
        (pid,) = await pids_in(tmp_path / "pid")
        await until(lambda: b"HIDDEN" in _environment(pid))
        assert await local.status(machine) == "running"
        await local.release(machine)
        assert alive([pid]) == []

    run(main)


def test_a_server_s_output_goes_to_its_log(tmp_path: Path, machine: str) -> None:
    async def main() -> None:
        log = tmp_path / "server.log"
        local = LocalProcess((sys.executable, "-c", f"import os; print(os.environ['{MARK}'])"), log=log)
        await local.provision(machine)
        await until(lambda: log.exists() and log.read_bytes() == f"{machine}\n".encode())
        await local.release(machine)

    run(main)


@pytest.mark.parametrize("arguments", [("./not-there",), ("a\0b",)], ids=["not there", "no argument"])
def test_a_server_that_cannot_be_started_is_told(machine: str, arguments: tuple[str, ...]) -> None:
    with pytest.raises(ProviderError, match=r"the local server cannot be started: (No such file|ValueError)"):
        run(lambda: LocalProcess(arguments).provision(machine))


@pytest.fixture
def lease(url: str) -> Iterator[LeaseStore]:
    engine = open_engine(url)
    yield lease_store(engine, Processes().holder(), lambda: pytest.fail("nobody asks for the time"), iter(()))  # type: ignore[arg-type] # it only reads
    engine.dispose()


def test_the_machine_of_a_killed_holder_is_found_and_released_at_the_next_start(
    url: str, lease: LeaseStore, tmp_path: Path, port: int
) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "GPU_INFERENCE_URL": f"http://127.0.0.1:{port}",
        "GPU_LEASE_PROVIDER": "local-process",
        "GPU_LEASE_SERVER": json.dumps(server(port, tmp_path / "pids")),
        "GPU_LEASE_TICK_SECONDS": "0.05",
        "GPU_LEASE_CHECK_SECONDS": "0.05",
        # Longer than the test: that the holder is gone must be seen, not waited for.
        "GPU_LEASE_HOLDER_SECONDS": "3600",
    }

    def start(depth: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.harness.lease.holder_process", url, str(depth)]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE)

    def phases() -> list[str]:
        return [event.phase for event in lease.events()]

    async def main() -> None:
        holder = start(depth=3)
        await until(lambda: phases() == ["provisioning", "warming", "ready"])
        first = await pids_in(tmp_path / "pids")
        holder.send_signal(signal.SIGKILL)
        await asyncio.to_thread(holder.communicate)
        assert holder.returncode == -signal.SIGKILL
        assert alive(first) == first  # the machine outlived its holder, as a cloud's would
        (tmp_path / "pids").unlink()

        following = start(depth=0)
        await until(lambda: phases()[3:] == ["releasing", "absent"])
        assert alive(first) == []
        assert lease.events()[3].cause == "its holder is gone"
        await asyncio.to_thread(following.communicate)
        assert following.returncode == 0

        working = start(depth=1)
        await until(lambda: phases()[5:] == ["provisioning", "warming", "ready"])
        second = await pids_in(tmp_path / "pids")
        assert alive(second) == second
        await asyncio.to_thread(working.communicate)
        assert working.returncode == 0
        assert phases()[8:] == ["releasing", "absent"]
        assert alive(second) == []

    run(main)
