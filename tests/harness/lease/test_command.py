"""Commands as a provider: real processes, which fail, hang, print too much, or leave others behind."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest

from align.harness.lease.command import MAX_OUTPUT_BYTES, CommandProvider
from align.harness.lease.provider import ProviderError
from tests.harness.asking import until
from tests.harness.loops import MovedLoop, moved_loop, run
from tests.harness.stand_in import is_alive

SECRET = "s3cret"  # noqa: S105 - it opens nothing


def python(code: str, *words: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code, *words)


def provider(**commands: tuple[str, ...] | float) -> CommandProvider:
    nothing = python("", "{machine}")
    given: dict[str, Any] = {
        "provision_arguments": nothing,
        "status_arguments": nothing,
        "release_arguments": nothing,
    }
    return CommandProvider(**given | commands)


def test_the_machine_s_name_is_an_argument_and_never_read_by_a_shell(tmp_path: Path) -> None:
    code = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"
    name = "m1; touch owned $(touch owned)"
    commands = provider(provision_arguments=python(code, str(tmp_path / "told"), "name={machine}"))
    run(lambda: commands.provision(name))
    assert (tmp_path / "told").read_text("utf-8") == f"name={name}"
    assert not Path("owned").exists()


@pytest.mark.parametrize("state", ["absent", "starting", "running"])
def test_the_status_is_read(state: str) -> None:
    commands = provider(status_arguments=python(f'print(\'{{"state": "{state}"}}\')', "{machine}"))
    assert run(lambda: commands.status("m1")) == state


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "running",
        '{"state": "RUNNING"}',
        '{"state": "running", "key": "s3cret"}',
        '{"state": "absent", "state": "running"}',
        '["running"]',
        '{"state": "running"}\n{"state": "running"}',
        "s3cret",
        "\\ud800",
    ],
)
def test_any_other_output_is_refused_and_not_shown(printed: str) -> None:
    commands = provider(
        status_arguments=python(
            f"print({printed!r})" if "ud8" not in printed else "import os; os.write(1, b'\\xff')"
        )
    )
    with pytest.raises(ProviderError, match="printed something other than") as caught:
        run(lambda: commands.status("m1"))
    assert SECRET not in str(caught.value)


def test_a_command_that_fails_is_told_by_its_code_alone() -> None:
    commands = provider(release_arguments=python(f"import sys; print('{SECRET}'); sys.exit('{SECRET}')"))
    with pytest.raises(ProviderError, match=r"^the release command failed with exit code 1$"):
        run(lambda: commands.release("m1"))


def test_a_command_that_is_not_there_is_told() -> None:
    with pytest.raises(ProviderError, match="provision command cannot be run: No such file"):
        run(lambda: provider(provision_arguments=("./not-there",)).provision("m1"))
    with pytest.raises(ProviderError, match="cannot be run: ValueError"):
        run(lambda: provider(provision_arguments=("a\0b",)).provision("m1"))


def test_a_command_that_takes_too_long_is_killed_with_its_children(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "part = pathlib.Path(sys.argv[1] + '.part')\n"
        "part.write_text(f'{os.getpid()} {child.pid}')\n"
        "part.rename(sys.argv[1])\n"
        "time.sleep(600)"
    )
    pids = tmp_path / "pids"
    commands = provider(provision_arguments=python(code, str(pids)), provision_seconds=600.0)

    async def main() -> None:
        provisioning = asyncio.create_task(commands.provision("m1"))
        await until(lambda: pids.exists() or provisioning.done())
        moved_loop().move(600)
        with pytest.raises(ProviderError, match="took longer than 600 s and was killed"):
            await provisioning
        for pid in map(int, pids.read_text("utf-8").split()):
            await until(lambda pid=pid: not is_alive(pid))  # type: ignore[misc] # bound now

    run(main, MovedLoop)


def test_a_command_that_prints_without_end_is_killed() -> None:
    commands = provider(status_arguments=python("while True: print('x' * 1000)"))
    with pytest.raises(ProviderError, match=f"more than {MAX_OUTPUT_BYTES} bytes"):
        run(lambda: commands.status("m1"))
