"""`align serve-model` as a process: what it says, the signals that it passes on, and that it leaves nothing behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.harness.stand_in import StandIn, is_alive, stand_in, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Align


@contextmanager
def served(command: list[str], made: StandIn) -> Iterator[subprocess.Popen[str]]:
    """Run it for a stand-in; the process is ended with the context, whatever the test did."""
    options = {"--binary": made.binary, "--model": made.model, "--port": 0, "--log": made.log}
    words = [str(word) for option in options.items() for word in option]
    with subprocess.Popen(
        [*command, "serve-model", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def announced(process: subprocess.Popen[str]) -> int:
    """Return the number of the server's process, once it is ready."""
    assert process.stdout is not None
    first, second = process.stdout.readline(), process.stdout.readline()
    said = re.fullmatch(r"judge at (http://127\.0\.0\.1:\d+): tiny\.gguf, process (\d+)\n", first)
    assert said is not None, first
    assert second == f"GPU_INFERENCE_URL={said[1]} GPU_LLM_MODEL=judge\n"
    return int(said[2])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_passed_on_and_ends_it(
    command: list[str], tmp_path: Path, number: signal.Signals
) -> None:
    made = stand_in(tmp_path, "forks")
    with served(command, made) as process:
        server = announced(process)
        process.send_signal(number)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (128 + number, "", "")
    assert made.said("signal") == [str(int(number))]
    wait_until(lambda: not is_alive(server))
    wait_until(lambda: not is_alive(int(made.said("child")[0])))


def test_a_signal_while_it_loads_ends_it(command: list[str], tmp_path: Path) -> None:
    made = stand_in(tmp_path, "loading")
    with served(command, made) as process:
        wait_until(lambda: bool(made.said("asked")))
        process.terminate()
        process.communicate()
    assert process.returncode == 128 + signal.SIGTERM


def test_a_server_that_ends_by_itself_is_told(command: list[str], tmp_path: Path) -> None:
    made = stand_in(tmp_path)
    with served(command, made) as process:
        os.kill(announced(process), signal.SIGKILL)
        _, err = process.communicate()
    assert process.returncode == 1
    assert err == "align: the model server ended by itself, by signal 9 (Killed)\n"


def test_a_server_that_cannot_start_is_told_with_its_log(command: list[str], tmp_path: Path) -> None:
    with served(command, stand_in(tmp_path, "fails")) as process:
        out, err = process.communicate()
    assert (process.returncode, out) == (2, "")
    assert "ended by itself" in err
    assert err.endswith("align:   out of memory\n")


def test_the_server_does_not_outlive_one_that_is_killed(command: list[str], tmp_path: Path) -> None:
    with served(command, stand_in(tmp_path)) as process:
        server = announced(process)
        assert is_alive(server)
        process.kill()
        wait_until(lambda: not is_alive(server))


def test_without_a_binary_or_weights_it_says_how_to_name_them(
    align: Align, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = stand_in(tmp_path)
    monkeypatch.delenv("ALIGN_MODEL_SERVER", raising=False)
    monkeypatch.delenv("ALIGN_MODEL_FILE", raising=False)
    for arguments, variable in (
        ([], "ALIGN_MODEL_SERVER"),
        (["--binary", str(made.binary)], "ALIGN_MODEL_FILE"),
    ):
        done = align("serve-model", *arguments)
        assert done.exit_code == 2
        assert variable in done.stderr


def test_the_environment_names_them_too(
    align: Align, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made = stand_in(tmp_path)
    monkeypatch.setenv("ALIGN_MODEL_SERVER", str(made.binary))
    monkeypatch.setenv("ALIGN_MODEL_FILE", str(tmp_path / "absent.gguf"))
    done = align("serve-model")
    assert (done.exit_code, done.stderr) == (
        2,
        f"align: no weights at {tmp_path}/absent.gguf: no such file\n",
    )


def test_a_log_that_cannot_be_written_is_told(align: Align, tmp_path: Path) -> None:
    made = stand_in(tmp_path)
    done = align(
        "serve-model",
        "--binary",
        str(made.binary),
        "--model",
        str(made.model),
        "--port",
        "0",
        "--log",
        str(tmp_path),
    )
    assert (done.exit_code, done.stderr) == (2, f"align: {tmp_path}: Is a directory\n")
