"""A model server as a process: started, awaited, and ended with all that belongs to it."""

from __future__ import annotations

import os
import signal
import socket
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from align.harness.deadline import Deadline
from align.harness.local_server import LocalServer, LocalServerError, ServerCommand
from tests.harness.loops import run
from tests.harness.stand_in import PATIENCE_SECONDS, StandIn, is_alive, stand_in, wait_until


def command(made: StandIn, port: int) -> ServerCommand:
    return ServerCommand(made.binary, made.model, port)


def ready(server: LocalServer, seconds: float = 60.0) -> None:
    run(lambda: server.until_ready(Deadline.after(seconds)))


def listens(port: int) -> bool:
    with closing(socket.socket()) as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def test_it_is_told_what_to_serve_and_how() -> None:
    told = ServerCommand(Path("/b/llama-server"), Path("/m/x.gguf"), 8099)
    assert " ".join(told.arguments()) == (
        "/b/llama-server -m /m/x.gguf --host 127.0.0.1 --port 8099 -np 4 -c 8192 -t 2 -a judge --metrics"
    )
    assert told.url == "http://127.0.0.1:8099"


def test_a_server_is_ready_when_it_says_that_it_is_well_and_gone_after_the_context(
    tmp_path: Path, port: int
) -> None:
    made = stand_in(tmp_path)
    with LocalServer.start(command(made, port), made.log) as server:
        ready(server)
        assert server.is_running
        assert listens(server.command.port)
        assert made.said("arguments") == [" ".join(server.command.arguments()[1:])]
        wait_until(lambda: set(made.said("asked")) == {"/health"})
    assert not server.is_running
    assert not is_alive(server.pid)
    assert not listens(server.command.port)


def test_the_same_port_serves_again_at_once(tmp_path: Path, port: int) -> None:
    made = stand_in(tmp_path)
    for _ in range(2):
        with LocalServer.start(command(made, port), made.log) as server:
            ready(server)
    assert len(made.said("arguments")) == 2


def test_a_server_that_will_not_end_is_killed_with_what_it_started(tmp_path: Path, port: int) -> None:
    made = stand_in(tmp_path, "stubborn", "forks")
    with LocalServer.start(command(made, port), made.log) as server:
        ready(server)
        (child,) = made.said("child")
        assert is_alive(int(child))
        assert server.stop(0.1) == -signal.SIGKILL
    wait_until(lambda: not is_alive(int(child)))
    assert not is_alive(server.pid)


def test_a_child_does_not_outlive_a_server_that_ended_well(tmp_path: Path, port: int) -> None:
    made = stand_in(tmp_path, "forks")
    with LocalServer.start(command(made, port), made.log) as server:
        ready(server)
        (child,) = made.said("child")
        os.kill(server.pid, signal.SIGTERM)
        wait_until(lambda: not server.is_running)
        assert is_alive(int(child))
    wait_until(lambda: not is_alive(int(child)))


def test_nothing_is_sent_to_a_server_that_has_ended(tmp_path: Path, port: int) -> None:
    made = stand_in(tmp_path)
    with LocalServer.start(command(made, port), made.log) as server:
        ready(server)
        code = server.stop(PATIENCE_SECONDS)
        server.signal(signal.SIGTERM)
        assert (server.stop(), code) == (0, 0)
        assert made.said("signal") == [str(int(signal.SIGTERM))]


def test_a_server_that_ends_by_itself_is_told_with_the_end_of_its_log(tmp_path: Path, port: int) -> None:
    made = stand_in(tmp_path, "fails")
    with (
        LocalServer.start(command(made, port), made.log) as server,
        pytest.raises(
            LocalServerError,
            match=r"ended by itself, with exit code 1; the end of its log:\n(.*\n)*  out of memory",
        ),
    ):
        ready(server)
    assert server.stop() == 1


def test_a_server_that_never_gets_ready_is_told_by_the_deadline(tmp_path: Path, port: int) -> None:
    made = stand_in(tmp_path, "loading")
    with LocalServer.start(command(made, port), made.log) as server:
        wait_until(lambda: listens(server.command.port))
        with pytest.raises(LocalServerError, match="is not ready"):
            ready(server, 0.5)
    assert not is_alive(server.pid)


@pytest.mark.parametrize("path", [None, ""], ids=["with setpriv", "without"])
def test_a_binary_that_cannot_run_here_is_told(
    tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch, path: str | None
) -> None:
    made = stand_in(tmp_path)
    made.binary.write_text("#!/no/such/loader\n", "utf-8")
    if path is not None:
        monkeypatch.setenv("PATH", path)
    with (
        pytest.raises(LocalServerError, match=r"(?s)llama-server.*No such file"),
        LocalServer.start(command(made, port), made.log) as server,
    ):
        ready(server)


def test_keys_and_others_settings_do_not_reach_it(
    tmp_path: Path, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GPU_INFERENCE_KEY", "LLAMA_ARG_CTX_SIZE", "LLAMA_API_KEY"):
        monkeypatch.setenv(name, "1")
    made = stand_in(tmp_path)
    with LocalServer.start(command(made, port), made.log) as server:
        ready(server)
    (names,) = made.said("environment")
    assert set(names.split()) <= {"PATH", "HOME", "LANG", "LC_CTYPE", "LD_LIBRARY_PATH", "TMPDIR"}


def _missing_binary(made: StandIn) -> None:
    made.binary.unlink()


def _folder_for_a_binary(made: StandIn) -> None:
    made.binary.unlink()
    made.binary.mkdir()


def _no_program(made: StandIn) -> None:
    made.binary.chmod(0o644)


def _missing_model(made: StandIn) -> None:
    made.model.unlink()


def _other_model(made: StandIn) -> None:
    made.model.write_text("PK", "utf-8")


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (_missing_binary, "no model server at .*/llama-server: no such file"),
        (_folder_for_a_binary, "no model server at .*/llama-server: it is no file"),
        (_no_program, "no model server at .*/llama-server: it may not be run"),
        (_missing_model, "no weights at .*/tiny.gguf: no such file"),
        (_other_model, "no weights at .*/tiny.gguf: it is no GGUF file"),
    ],
)
def test_what_is_missing_is_named_before_anything_starts(
    tmp_path: Path, port: int, break_it: Any, told: str
) -> None:
    made = stand_in(tmp_path)
    break_it(made)
    with pytest.raises(LocalServerError, match=told):
        LocalServer.start(command(made, port), made.log)
    assert not made.log.exists()


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    made = stand_in(tmp_path)
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        with pytest.raises(LocalServerError, match=f"port {port} of 127.0.0.1 is taken"):
            LocalServer.start(command(made, port), made.log)
    with pytest.raises(LocalServerError, match="65536 is no port"):
        LocalServer.start(command(made, 65536), made.log)
