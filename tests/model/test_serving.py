"""`align serve-model` with the real server: it answers, and ends without a trace."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from align.harness.answers import Answer
from align.harness.client import Message
from align.harness.deadline import Deadline
from align.harness.harness import Ask, open_harness
from align.harness.local_server import LocalServer, LocalServerError
from align.harness.registry import TaskRegistry, draft_task, strict_object
from align.harness.schemas import AnswerSchema
from align.harness.settings import read_settings
from tests.harness.loops import run
from tests.harness.stand_in import is_alive, wait_until
from tests.model.served import PATIENCE, command, connections

WORD = AnswerSchema("word", strict_object(word={"type": "string", "enum": ["yes", "no"]}))


def test_it_serves_what_its_own_words_say_until_a_signal_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    told = command()
    run_align = [sys.executable, "-c", "from align.cli import main; main()"]
    with subprocess.Popen(
        [*run_align, "serve-model", "--port", str(told.port)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            server = int(process.stdout.readline().rpartition(" ")[2])
            for setting in process.stdout.readline().split():
                name, _, value = setting.partition("=")
                monkeypatch.setenv(name, value)

            async def main() -> None:
                async with open_harness(read_settings(), TaskRegistry([draft_task()])) as harness:
                    ask = Ask("prospect.draft", (Message("user", "Yes or no?"),), WORD)
                    answer = await harness.ask(ask, Deadline.after(PATIENCE))
                    assert isinstance(answer, Answer), answer
                    assert answer.data["word"] in ("yes", "no")

            run(main)
            assert is_alive(server)
            process.terminate()
            assert process.wait() == 128 + signal.SIGTERM
            assert not is_alive(server)
            wait_until(lambda: not connections(told.port))
        finally:
            process.kill()


def test_weights_that_are_none_are_told_with_the_server_s_own_words(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("broken")
    model = folder / "broken.gguf"
    model.write_bytes(b"GGUF" + bytes(64))
    told = command()
    broken = type(told)(told.binary, model, told.port)
    with (
        LocalServer.start(broken, folder / "server.log") as server,
        pytest.raises(LocalServerError, match="ended by itself, with exit code 1; the end of its log"),
    ):
        run(lambda: server.until_ready(Deadline.after(PATIENCE)))
    assert not is_alive(server.pid)


def test_a_port_that_another_server_has_is_told(server: LocalServer) -> None:
    with pytest.raises(LocalServerError, match=f"port {server.command.port} of 127.0.0.1 is taken"):
        LocalServer.start(server.command, server.log)
    assert server.is_running


def test_a_server_outlives_nobody_who_was_killed() -> None:
    told = command()
    run_align = [sys.executable, "-c", "from align.cli import main; main()"]
    with subprocess.Popen(
        [*run_align, "serve-model", "--port", str(told.port)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        server = int(process.stdout.readline().rpartition(" ")[2])
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        wait_until(lambda: not is_alive(server))
