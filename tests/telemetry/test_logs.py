"""The log: one line of JSON an event, and no words of a message in it."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st

from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.harness.harness import Call
from align.harness.usage import Usage
from align.telemetry.logs import FIELDS, Level, Logs
from align.telemetry.standard_logs import standard_logs
from tests.gate.parts import CLEAN, NOW, WRONG, Engine, Log, Specs

if TYPE_CHECKING:
    from collections.abc import Iterator


SECRET = "the words of a client"  # noqa: S105 - it must not leak, but it opens nothing


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    text = stream.getvalue()
    assert text.isascii()
    assert SECRET not in text
    return [json.loads(line) for line in text.splitlines()]


def logs_to(stream: io.StringIO, level: Level = "info") -> Logs:
    return Logs(stream, level=level, clock=lambda: NOW, trace_id=lambda: "4bf9")


def go(candidate: Candidate, **parts: Any) -> dict[str, Any]:
    stream = io.StringIO()
    made: dict[str, Any] = {"specs": Specs(), "engine": Engine(can_redraft=False), "log": Log()} | parts
    gate = AlignmentGate(GateParts(**made), observers=[logs_to(stream)], clock=lambda: NOW)
    gate.align_blocking(candidate)
    (line,) = lines(stream)
    return line


def test_a_pass_is_a_line() -> None:
    line = go(Candidate("c1", "leo", WRONG, "opener"), specs=Specs(bodies={"opener": WRONG}))
    assert len(line.pop("decision_id")) == 32
    assert line.pop("seconds") >= 0
    assert line == {
        "time": "2026-11-21T15:00:00.000+00:00",
        "level": "info",
        "event": "pass",
        "persona": "leo",
        "mode": "GO",
        "outcome": "held",
        "reasons": ["spec_conflict", "template_conflict"],
        "rules": ["price_contradiction"],
        "engine": "do-gpu-test_1",
        "attempts": 2,
        "is_unjudged": False,
        "prompt_tokens": 0,
        "completion_tokens": 0,
        "trace_id": "4bf9",
    }


def test_a_part_of_the_system_that_failed_is_a_warning() -> None:
    assert go(Candidate("c1", "leo", CLEAN), specs=Specs(is_away=True))["level"] == "warning"
    assert go(Candidate("c1", "leo", CLEAN), log=Log(is_away=True))["reasons"] == ["audit_unavailable"]


@given(st.text())
def test_no_persona_breaks_a_line(persona: str) -> None:
    line = go(Candidate("c1", persona, CLEAN))
    assert line["event"] == "pass"
    assert len(line["persona"]) <= 10 * 128


def test_only_the_fields_that_may_go_out_do() -> None:
    stream = io.StringIO()
    logs_to(stream).event("pass", body=SECRET, inbound=SECRET, persona={"is": SECRET}, outcome="held")
    (line,) = lines(stream)
    assert line == {
        "time": "2026-11-21T15:00:00.000+00:00",
        "level": "info",
        "event": "pass",
        "outcome": "held",
        "trace_id": "4bf9",
    }


def test_there_is_no_field_for_words() -> None:
    assert {"body", "inbound", "goal", "text", "quote", "detail", "key", "exception"}.isdisjoint(FIELDS)


def test_what_is_below_the_level_is_left_out() -> None:
    stream = io.StringIO()
    logs = logs_to(stream, "warning")
    logs.event("pass")
    logs.ended(Call("prospect.judge", "base", None, Usage()))
    logs.ended(Call("prospect.judge", "base", "timeout", Usage(0, 0, 20.0, 0.0, 3)))
    (line,) = lines(stream)
    assert (line["event"], line["cause"], line["tries"]) == ("model_call", "timeout", 3)


def test_a_stream_that_is_closed_stops_nothing() -> None:
    stream = io.StringIO()
    logs = logs_to(stream)
    stream.close()
    logs.event("pass")


@pytest.fixture(autouse=True)
def _loggers_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """Uvicorn sets its loggers up for the whole process, or cuts them off, and other tests serve so."""
    for name in ("uvicorn", "uvicorn.access", "uvicorn.error", "uvicorn.asgi"):
        logger = logging.getLogger(name)
        monkeypatch.setattr(logger, "propagate", True)
        monkeypatch.setattr(logger, "handlers", [])
        monkeypatch.setattr(logger, "disabled", False)
        # A level, and what the logger remembers of which levels it takes.
        monkeypatch.setattr(logger, "level", logging.NOTSET)
        monkeypatch.setattr(logger, "_cache", {})


@contextmanager
def captured(level: Level = "info") -> Iterator[io.StringIO]:
    stream = io.StringIO()
    with standard_logs(logs_to(stream, level)):
        yield stream


def test_a_trusted_logger_s_sentence_goes_out_with_names_and_numbers() -> None:
    with captured() as stream:
        logging.getLogger("alembic.runtime.migration").info(
            "Running %s %s -> %s, %s", "upgrade", "1", "2", SECRET
        )
        logging.getLogger("uvicorn.error").error("%s\nTraceback: %s", 7, SECRET)
    found = lines(stream)
    assert [line["message"] for line in found] == ["Running upgrade 1 -> 2, \u2026", "7"]
    assert found[0]["logger"] == "alembic.runtime.migration"


def test_of_any_other_logger_the_place_goes_out_and_not_the_text() -> None:
    with captured() as stream:
        logging.getLogger("sqlalchemy.engine").warning(f"parameters {SECRET}")  # noqa: G004 - as careless code does
        logging.getLogger("asyncio").error(SECRET, "and arguments that do not fit")
        logging.getLogger("anything").info("%(x)s", {"x": SECRET})
    found = lines(stream)
    assert [line["logger"] for line in found] == ["sqlalchemy.engine", "asyncio", "anything"]
    assert all("message" not in line and line["place"].startswith("test_logs:") for line in found)


def test_of_an_exception_its_type_and_its_place_go_out() -> None:
    with captured() as stream:
        try:
            int(SECRET)
        except ValueError:
            logging.getLogger("uvicorn.error").exception("Exception in ASGI application\n")
    (line,) = lines(stream)
    assert line["error"] == "ValueError"
    assert line["error_place"].startswith("test_logs.py:")
    assert line["message"] == "Exception in ASGI application"
    assert line["level"] == "error"


def test_the_loggers_are_put_back() -> None:
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    with captured("error"):
        logging.getLogger("align").warning("too low")
        assert root.handlers != before[0]
    assert (root.handlers, root.level) == before


@given(st.text(), st.lists(st.one_of(st.text(), st.integers(), st.none()), max_size=3))
def test_any_record_of_any_logger_is_a_line(text: str, arguments: list[Any]) -> None:
    with captured() as stream:
        for name in ("align.x", "other", "uvicorn.access", "httpx"):
            logging.getLogger(name).warning(text, *arguments)
    found = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert {line["event"] for line in found} <= {"log"}
    assert "other" in {line["logger"] for line in found}


def test_a_real_server_logs_through_it() -> None:
    """Uvicorn with an application that fails with the words of a client, asked by httpx."""

    async def application(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http" and scope["path"] == "/bad":
            raise RuntimeError(SECRET)
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"{}"})
        elif scope["type"] == "lifespan":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})

    async def serve() -> None:
        server = uvicorn.Server(uvicorn.Config(application, port=0, log_config=None))
        serving = asyncio.create_task(server.serve())
        while not server.started:  # noqa: ASYNC110 - it has no event
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        url = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=url, timeout=60, trust_env=False) as client:
            await client.get("/good", params={"inbound": SECRET})
            await client.get("/bad")
        server.should_exit = True
        await serving

    with captured() as stream:
        asyncio.run(serve())
    found = lines(stream)
    access = [
        (line["method"], line["path"], line["status"]) for line in found if line["logger"] == "uvicorn.access"
    ]
    assert access == [("GET", "/good", 200), ("GET", "/bad", 500)]
    asked = [(line["method"], line["server"], line["status"]) for line in found if line["logger"] == "httpx"]
    assert asked == [("GET", "127.0.0.1", 200), ("GET", "127.0.0.1", 500)]
    (failure,) = [line for line in found if line["level"] == "error"]
    assert failure["error"] == "RuntimeError"
    assert any(line.get("message", "").startswith("Uvicorn running on http://127.0.0.1:") for line in found)


def test_a_pipe_that_nobody_reads_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with captured() as stream:
        stream.close()
        logging.getLogger("align").warning("lost")


class Narrow(io.StringIO):
    """A stream that has room for so many characters, as a disk has; `room` may grow again."""

    room = 10_000

    def write(self, text: str) -> int:
        """Take what there is room for."""
        taken = super().write(text[: self.room])
        self.room -= taken
        if taken < len(text):
            raise OSError(28, "No space left on device")
        return taken


@pytest.mark.parametrize("left", [0, 1, 50])
def test_a_line_that_broke_off_is_not_in_the_way_of_the_next(left: int) -> None:
    stream = Narrow()
    logs = logs_to(stream)
    logs.event("first")
    stream.room = left
    for _ in range(3):
        logs.event("lost")
    stream.room = 10_000
    logs.event("next")
    logs.event("last")
    told = stream.getvalue().splitlines()
    assert [json.loads(told[at])["event"] for at in (0, -2, -1)] == ["first", "next", "last"]
    assert all(len(line) <= left for line in told[1:-2])
