"""The webhook, against a small real server on loopback; a made-up transport only where none can fail on demand."""

from __future__ import annotations

import asyncio
import json
import threading
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from align.runner.ports import Delivery, Dispatcher, DispatchError, DispatchRefusedError
from align.runner.webhook import WebhookOutbox, WebhookTries
from tests.audit.decisions import NASTY
from tests.runner.parts import OUT

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Receiver(ThreadingHTTPServer):
    """Answers with the statuses that it is given, then 200; 0 hangs up without an answer."""

    daemon_threads = True

    def __init__(self, statuses: list[int]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.statuses = statuses
        self.got: list[tuple[str, dict[str, Any]]] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that goes away."""


class _Handler(BaseHTTPRequestHandler):
    server: _Receiver

    def do_POST(self) -> None:
        data = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.got.append((self.headers["Idempotency-Key"], data))
        status = self.server.statuses.pop(0) if self.server.statuses else 200
        if status:
            self.send_response(status)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def receiver(*statuses: int) -> Iterator[_Receiver]:
    server = _Receiver(list(statuses))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def post(
    url: str, out: Any = OUT, transport: httpx.AsyncBaseTransport | None = None
) -> tuple[Any, list[float]]:
    """Dispatch a message; return what came of it, and the waits in between."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    async def run() -> Any:
        async with httpx.AsyncClient(transport=transport, timeout=60) as client:
            outbox: Dispatcher = WebhookOutbox(client, url, sleep=sleep)
            try:
                return await outbox.dispatch(out)
            except (DispatchError, DispatchRefusedError) as error:
                return error

    return asyncio.run(run()), waits


def test_a_message_is_posted_with_its_key() -> None:
    with receiver() as server:
        came, waits = post(
            f"http://127.0.0.1:{server.server_port}/hook", replace(OUT, candidate_id="é", body=NASTY)
        )
    assert (came, waits) == (Delivery(), [])
    assert server.got == [
        (
            "leo/\\u00e9",
            {"key": "leo/é", "persona": "leo", "candidate_id": "é", "decision_id": "d1", "body": NASTY},
        )
    ]


@pytest.mark.parametrize("status", [0, 408, 409, 425, 429, 500, 503])
def test_what_may_pass_is_tried_again_with_the_same_key(status: int) -> None:
    with receiver(status, status) as server:
        came, waits = post(f"http://127.0.0.1:{server.server_port}/hook")
    assert (came, waits) == (Delivery(), [0.5, 1.0])
    assert [key for key, _ in server.got] == ["leo/c1"] * 3
    assert server.got[0] == server.got[2]


def test_a_receiver_that_keeps_failing_is_an_error_without_words() -> None:
    with receiver(*[503] * 9) as server:
        came, waits = post(
            f"http://127.0.0.1:{server.server_port}/hook?key=secret", replace(OUT, body="zanzibar")
        )
    assert isinstance(came, DispatchError)
    assert str(came) == "the webhook answered 503, 4 times"
    assert waits == [0.5, 1.0, 2.0]


@pytest.mark.parametrize("status", [301, 307, 400, 401, 404, 410, 422])
def test_what_will_not_pass_is_refused_at_once(status: int) -> None:
    with receiver(status) as server:
        came, waits = post(f"http://127.0.0.1:{server.server_port}/hook")
    assert isinstance(came, DispatchRefusedError)
    assert str(came) == f"the webhook refused the message with {status}"
    assert (len(server.got), waits) == (1, [])


def test_a_receiver_that_is_not_there_is_an_error_without_its_address(port: int) -> None:
    came, waits = post(f"http://127.0.0.1:{port}/hook?key=secret")
    assert isinstance(came, DispatchError)
    assert str(came) == "the webhook cannot be reached (ConnectError), 4 times"
    assert len(waits) == 3


def test_an_answer_that_never_comes_is_tried_again() -> None:
    calls: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        calls.append(request.headers["Idempotency-Key"])
        if len(calls) == 1:
            raise httpx.ReadTimeout("late", request=request)
        return httpx.Response(202)

    came, waits = post("http://hook.invalid/x", transport=httpx.MockTransport(answer))
    assert (came, waits, calls) == (Delivery(), [0.5], ["leo/c1", "leo/c1"])


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/x", "nowhere", "http://[::1"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    came, _ = post(url)
    assert isinstance(came, DispatchRefusedError)
    assert str(came) == "the webhook's address cannot be used"


def test_waits_grow_up_to_the_longest() -> None:
    tries = WebhookTries(count=9, first_wait_seconds=1.0, longest_wait_seconds=5.0)
    assert [tries.wait_seconds(failed) for failed in range(1, 6)] == [1.0, 2.0, 4.0, 5.0, 5.0]
