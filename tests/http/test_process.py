"""`align serve` as a process: started, asked over a socket, and ended by signals."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest
from typer.testing import CliRunner

from align.audit.store import DecisionStore
from align.cli.app import app
from align.http.keys import Grant, KeyStore
from specs.store import Edit, SpecStore, open_engine
from tests.store.documents import document
from tests.telemetry.receiver import receiving

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = [sys.executable, "-c", "from align.cli import main; main()"]
SLOW = Path(__file__).with_name("slow_service.py")


UNKEPT = httpx.Limits(max_keepalive_connections=0)
"""Each request over a connection of its own: one that is kept may be closed in the moment in which it is used again."""


class Process:
    """A service as a process, and what it said until it listened."""

    def __init__(self, command: list[str], folder: Path, **variables: str) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ALIGN_")}
        self.popen = subprocess.Popen(
            command, cwd=folder, env={**environment, **variables}, stderr=subprocess.PIPE, text=True
        )
        self.said = ""
        assert self.popen.stderr is not None
        while (found := re.search(r"serving on (\S+?)(;|$)", self.said)) is None:
            line = self.popen.stderr.readline()
            assert line, self.said
            self.said += line.rstrip("\n")
        self.url = found[1]

    def client(self) -> httpx.Client:
        """Return a client that waits also for a slow machine."""
        return httpx.Client(base_url=self.url, timeout=60, limits=UNKEPT)

    def async_client(self) -> httpx.AsyncClient:
        """Return such a client for several requests at once."""
        return httpx.AsyncClient(base_url=self.url, timeout=60, limits=UNKEPT)

    def end(self, number: int = signal.SIGTERM) -> int:
        """Send a signal and return the exit code."""
        self.popen.send_signal(number)
        return self.popen.wait(60)


@pytest.fixture
def started() -> Iterator[list[Process]]:
    """Processes that are killed at the end of a test, if they are still there."""
    made: list[Process] = []
    yield made
    for process in made:
        process.popen.kill()
        process.popen.wait()
        assert process.popen.stderr is not None
        process.popen.stderr.close()


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An empty working folder, and no variable of ours; takes others."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("ALIGN_")]:
        monkeypatch.delenv(name)
    return monkeypatch


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_with_no_configuration_and_ends_with_0(
    started: list[Process], tmp_path: Path, number: int
) -> None:
    process = Process([*COMMAND, "serve", "--port", "0"], tmp_path)
    started.append(process)
    assert "made the database sqlite:///align.db" in process.said
    assert "ALIGN_RECEIPT_KEY is not set" in process.said
    assert process.said.endswith("no keys: for this machine alone")
    SpecStore(open_engine(f"sqlite:///{tmp_path / 'align.db'}")).add_persona(
        document(), Edit({}, "ana", "first")
    )
    with process.client() as client:
        assert client.get("/readyz").json()["status"] == "ok"
        draft = {"persona": "leo", "body": "An hour is 70."}
        assert client.post("/v1/validate", json=draft).json()["ok"] is False
        aligned = client.post(
            "/v1/align", json={"id": "c", "persona": "leo", "body": "An hour is 80."}
        ).json()
        assert aligned["status"] == "cleared"
        assert client.get("/healthz", headers={"Host": "rebound.example"}).status_code == 403
        figures = client.get("/metrics").text
        assert 'align_http_requests_total{method="POST",route="/v1/align",status="200"} 1.0' in figures
        assert 'align_passes_total{engine="template",mode="GO",outcome="passed",persona=""} 1.0' in figures
        assert 'align_validations_total{door="http",outcome="flagged"} 1.0' in figures
    assert process.end(number) == 0
    assert process.popen.stderr is not None
    logged = process.popen.stderr.read()
    assert '"event":"request"' in logged.replace(" ", "")
    assert "An hour" not in logged


def test_with_a_key_it_may_listen_elsewhere_and_without_one_it_may_not(
    started: list[Process], tmp_path: Path
) -> None:
    elsewhere = [*COMMAND, "serve", "--host", "::", "--port", "0"]
    refused = subprocess.run(elsewhere, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert refused.stderr.splitlines()[-1] == (
        "align: --host: :: can be reached from elsewhere, and there is no key; make one with: align key create"
    )
    keys = KeyStore(open_engine(f"sqlite:///{tmp_path / 'align.db'}"))
    token, _key = keys.create(Grant("bot", None, frozenset(("read",))), author="ana")
    process = Process(elsewhere, tmp_path, ALIGN_RECEIPT_KEY="k" * 32)
    started.append(process)
    assert "ALIGN_RECEIPT_KEY" not in process.said
    port = process.url.rpartition(":")[2]
    with httpx.Client(base_url=f"http://[::1]:{port}", timeout=60, limits=UNKEPT) as client:
        assert client.get("/v1/rules").status_code == 401
        headers = {"Authorization": f"Bearer {token}", "Host": "service.example"}
        assert client.get("/v1/rules", headers=headers).status_code == 200
    assert process.end() == 0


@pytest.mark.parametrize(
    ("prepare", "arguments", "variables", "told"),
    [
        (
            ("db", "upgrade", "schema@0003"),
            (),
            {},
            r"the database is not up to date \(pending: 0004, .*\); run: align db upgrade",
        ),
        ((), ("--database", "mysql://x"), {}, "'mysql' is no database of the store; use .*"),
        (
            (),
            (),
            {"ALIGN_HTTP_BODY_BYTES": "many"},
            "ALIGN_HTTP_BODY_BYTES: Input should be a valid integer.*",
        ),
        (
            (),
            (),
            {"ALIGN_HTTP_IN_FLIGHT": "0"},
            "ALIGN_HTTP_IN_FLIGHT: Input should be greater than or equal to 1",
        ),
        ((), (), {"ALIGN_RECEIPT_KEY": "short"}, "ALIGN_RECEIPT_KEY needs at least 16 bytes"),
        ((), ("--host", "256.1.1.1"), {}, "--host: 256.1.1.1 can be reached from elsewhere, .*"),
    ],
    ids=["old database", "no database", "no number", "zero", "short key", "no address"],
)
def test_what_keeps_it_from_serving_is_said(
    bare: pytest.MonkeyPatch,
    prepare: tuple[str, ...],
    arguments: tuple[str, ...],
    variables: dict[str, str],
    told: str,
) -> None:
    if prepare:
        assert CliRunner().invoke(app, prepare).exit_code == 0
    for name, value in variables.items():
        bare.setenv(name, value)
    done = CliRunner().invoke(app, ["serve", "--port", "0", *arguments], catch_exceptions=False)
    assert done.exit_code == 2, done.stderr
    assert re.fullmatch(f"align: {told}", done.stderr.splitlines()[-1]), done.stderr


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    lacking = "import sys; sys.modules['fastapi'] = None; from align.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", lacking, "serve"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (
        2,
        "align: the service needs an extra; run: pip install 'draft-alignment-gate[serve]'\n",
    )


def test_at_sigterm_what_is_under_way_ends_and_what_is_new_is_refused(
    started: list[Process], tmp_path: Path
) -> None:
    """The engine of this service waits until a file is there."""
    process = Process([sys.executable, str(SLOW)], tmp_path, ALIGN_HTTP_DRAIN_SECONDS="600")
    started.append(process)

    async def go() -> None:
        async with process.async_client() as client:
            under_way = asyncio.create_task(client.post("/v1/align", json={"id": "c1", "persona": "leo"}))
            while not (tmp_path / "asked").exists():  # noqa: ASYNC110 - another process makes it
                await asyncio.sleep(0.01)
            process.popen.send_signal(signal.SIGTERM)
            while (ready := await client.get("/readyz")).status_code == 200:
                pass
            assert ready.json() == {"status": "draining", "cause": "the service is ending"}
            assert (await client.get("/healthz")).status_code == 200
            refused = await client.post("/v1/validate", json={"persona": "leo", "body": "x"})
            assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
            assert refused.json()["type"] == "urn:align:problem:draining"
            (tmp_path / "let").touch()
            answer = await under_way
            assert answer.json()["status"] == "cleared"

    asyncio.run(go())
    assert process.popen.wait(60) == 0


@pytest.mark.parametrize("is_hurried", [False, True], ids=["after a while", "at a second signal"])
def test_what_does_not_end_is_broken_off_and_recorded(
    started: list[Process], tmp_path: Path, is_hurried: bool
) -> None:
    seconds = "600" if is_hurried else "0.3"
    process = Process([sys.executable, str(SLOW)], tmp_path, ALIGN_HTTP_DRAIN_SECONDS=seconds)
    started.append(process)

    async def go() -> None:
        async with process.async_client() as client:
            under_way = asyncio.create_task(client.post("/v1/align", json={"id": "c1", "persona": "leo"}))
            while not (tmp_path / "asked").exists():  # noqa: ASYNC110 - another process makes it
                await asyncio.sleep(0.01)
            process.popen.send_signal(signal.SIGTERM)
            if is_hurried:
                while (await client.get("/readyz")).status_code == 200:
                    pass
                process.popen.send_signal(signal.SIGTERM)
            answer = await under_way
            assert (answer.status_code, answer.json()["type"]) == (503, "urn:align:problem:broken-off")

    asyncio.run(go())
    assert process.popen.wait(60) == 0
    (stored,) = DecisionStore.open(f"sqlite:///{tmp_path / 'align.db'}").find()
    assert stored.tags == ("cancelled",)


def test_a_pass_belongs_to_the_trace_of_the_request_that_asked_for_it(
    started: list[Process], tmp_path: Path
) -> None:
    trace, parent = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
    with receiving() as received:
        process = Process(
            [*COMMAND, "serve", "--port", "0"], tmp_path, OTEL_EXPORTER_OTLP_ENDPOINT=received.url
        )
        started.append(process)
        SpecStore(open_engine(f"sqlite:///{tmp_path / 'align.db'}")).add_persona(
            document(), Edit({}, "ana", "first")
        )
        candidate = {"id": "c", "persona": "leo", "body": "An hour is 70."}
        headers = {"traceparent": f"00-{trace}-{parent}-01"}
        with process.client() as client:
            assert client.post("/v1/align", json=candidate, headers=headers).status_code == 200
        assert process.end() == 0
    asked, passed = received.span("POST /v1/align"), received.span("align.pass")
    assert (asked.trace_id.hex(), asked.parent_span_id.hex()) == (trace, parent)
    assert passed.parent_span_id == asked.span_id
    assert process.popen.stderr is not None
    logged = [json.loads(line) for line in process.popen.stderr if line.startswith("{")]
    assert {line["trace_id"] for line in logged if line["event"] in ("pass", "request")} == {trace}
