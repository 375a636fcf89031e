"""Limits, on a real socket: bodies too long or too slow, too many at once, answers that do not come."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import TYPE_CHECKING, Any

import pytest

from align import validate_draft
from align.gate.check_threads import CHECK_THREADS, LONG
from align.http import batch, validating
from align.http.serving import open_socket
from align.http.spool import Spool
from specs.store import StoreError
from tests.gate.parts import Engine
from tests.harness.asking import until
from tests.harness.loops import MovedLoop, moved_loop, run
from tests.http.service import Client, Service, problem
from tests.http.sockets import (
    DRAFT,
    HEAD,
    JSON,
    NDJSON,
    SMALL,
    Held,
    candidate,
    client_of,
    plain,
    raw,
    serving,
)

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator

    import httpx


@pytest.mark.parametrize("is_chunked", [False, True], ids=["with its length", "in chunks"])
def test_a_body_that_is_too_long_is_refused(service: Service, is_chunked: bool) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _number in range(64):
            yield b"x" * 65_536

    async def go() -> list[httpx.Response]:
        app = service.app({"body_bytes": 100_000})
        async with serving(app) as port, client_of(port) as client:
            content: Any = chunks() if is_chunked else b"x" * 4_000_000
            first = await client.post("/v1/validate", content=content, headers=JSON)
            return [first, await client.post("/v1/validate", content=DRAFT, headers=JSON)]

    refused, after = asyncio.run(go())
    assert problem(refused) == (413, "body-too-long")
    assert after.status_code == 200


def test_a_body_of_the_longest_length_is_read(service: Service) -> None:
    body = json.dumps({"persona": "leo", "body": "x" * 1000}).encode()
    for longest, status in ((len(body), 200), (len(body) - 1, 413)):
        client = service.client(settings={"body_bytes": longest})
        assert client.ask("POST", "/v1/validate", content=body, headers=JSON).status_code == status


def test_a_body_that_does_not_come_is_not_waited_for(service: Service) -> None:
    async def go() -> bytes:
        async with serving(service.app({"read_seconds": 0.2}), head_seconds=0.2) as port:
            return await raw(port, HEAD + b'{"persona"')

    got = asyncio.run(go())
    assert got.startswith(b"HTTP/1.1 408 ")
    assert b"urn:align:problem:body-too-slow" in got


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET /healthz HTTP/1.1\r\nHost: x\r\n"], ids=len)
def test_a_head_that_does_not_come_is_not_waited_for(service: Service, begun: bytes) -> None:
    async def go() -> bytes:
        async with serving(service.app(), head_seconds=0.2) as port:
            return await raw(port, begun)

    assert asyncio.run(go()) == b""


def test_a_head_is_waited_for_again_after_a_request(service: Service) -> None:
    async def go() -> bytes:
        async with serving(service.app(), head_seconds=0.3) as port:
            return await raw(port, b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /he")

    got = asyncio.run(go())
    assert got.count(b"HTTP/1.1") == 1
    assert got.startswith(b"HTTP/1.1 200 ")


def test_too_many_at_once_are_told_when_to_come_again(service: Service) -> None:
    async def go() -> None:
        held = Held()
        service.engine = Engine(["Hi!"], wait=held.wait)
        app = service.app({"align_in_flight": 1, "retry_seconds": 7})
        async with serving(app) as port, client_of(port) as client:
            first = asyncio.create_task(client.post("/v1/align", json=candidate("c1")))
            await held.asked.wait()
            second = await client.post("/v1/align", json=candidate("c2"))
            assert problem(second) == (429, "busy")
            assert second.headers["retry-after"] == "7"
            # Checks have a lane of their own, and how the service stands is always told.
            assert (await client.post("/v1/validate", content=DRAFT, headers=JSON)).status_code == 200
            assert (await client.get("/readyz")).status_code == 200
            held.let.set()
            assert (await first).json()["status"] == "cleared"
            assert (await client.post("/v1/align", json=candidate("c3"))).json()["status"] == "cleared"

    asyncio.run(go())


def test_clients_that_are_slow_to_send_take_nobody_s_place(service: Service) -> None:
    async def go() -> None:
        app = service.app({"in_flight": 1, "align_in_flight": 1, "batch_in_flight": 1})
        traffic = app.state.service.traffic
        async with serving(app) as port, client_of(port) as client:
            writers = []
            for path in (b"/validate", b"/align", b"/receipts/check", b"/validate/batch") * 3:
                _reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(HEAD.replace(b"/validate", path).replace(b"/json", b"/x-ndjson") + b"{")
                await writer.drain()
                writers.append(writer)
            await until(lambda: traffic.under_way == 1)  # the one batch that there may be
            for _number in range(3):
                assert (await client.post("/v1/validate", content=DRAFT, headers=JSON)).status_code == 200
                aligned = await client.post("/v1/align", json={**candidate("c"), "body": "Hi"})
                assert aligned.status_code == 200
            another = await client.post("/v1/validate/batch", content=DRAFT, headers=NDJSON)
            assert problem(another) == (429, "busy")
            for writer in writers:
                writer.close()
            await until(lambda: traffic.under_way == 0)

    asyncio.run(go())


def test_all_bodies_together_are_bounded(service: Service) -> None:
    full = json.dumps({"persona": "leo", "body": "x" * 700}).encode()

    async def go() -> None:
        app = service.app({"body_bytes": 1000, "bodies_bytes": 1500})
        traffic = app.state.service.traffic
        async with serving(app) as port, client_of(port) as client:
            _reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(HEAD.replace(b"Length: 100", b"Length: 1000") + b" " * 900)
            await until(lambda: traffic.body_bytes == 900)
            refused = await client.post("/v1/validate", content=full, headers=JSON)
            assert problem(refused) == (429, "busy")
            assert (await client.post("/v1/validate", content=DRAFT, headers=JSON)).status_code == 200
            writer.close()
            await until(lambda: traffic.body_bytes == 0)
            assert (await client.post("/v1/validate", content=full, headers=JSON)).status_code == 200

    asyncio.run(go())


def test_long_checks_keep_nobody_else_waiting(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, let = threading.Semaphore(0), threading.Event()

    def slow(*arguments: Any, **options: Any) -> Any:
        if len(arguments[0]) >= LONG:
            begun.release()
            assert let.wait(60)
        return validate_draft(*arguments, **options)

    monkeypatch.setattr(validating, "validate_draft", slow)
    long = {"persona": "leo", "body": "x" * LONG}

    async def go() -> None:
        async with serving(service.app()) as port, client_of(port) as client:
            slow_ones = [asyncio.create_task(client.post("/v1/validate", json=long)) for _number in range(40)]
            for _number in range(CHECK_THREADS):
                assert await asyncio.get_running_loop().run_in_executor(None, begun.acquire, True, 60)
            try:
                for path in ("/healthz", "/readyz", "/v1/specs/leo"):
                    assert (await client.get(path)).status_code == 200
                assert (await client.post("/v1/validate", content=DRAFT, headers=JSON)).status_code == 200
            finally:
                let.set()
            assert {answer.status_code for answer in await asyncio.gather(*slow_ones)} == {200}

    asyncio.run(go())


def test_an_answer_that_does_not_come_is_a_problem_and_the_pass_is_recorded(service: Service) -> None:
    async def asked() -> None:
        moved_loop().move(200.0)
        await asyncio.Event().wait()

    async def go() -> httpx.Response:
        service.engine = Engine(["Hi!"], wait=asked)
        async with serving(service.app({"align_seconds": 150.0})) as port, client_of(port, None) as client:
            return await client.post("/v1/align", json=candidate("c1"))

    assert problem(run(go, MovedLoop)) == (504, "too-slow")
    (stored,) = service.log.find()
    assert stored.tags == ("cancelled",)


def test_a_batch_is_answered_while_its_lines_still_come(service: Service) -> None:
    async def go() -> None:
        async with serving(service.app()) as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(
                b"POST /v1/validate/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
                b"Transfer-Encoding: chunked\r\n\r\n"
            )
            line = DRAFT + b"\n"
            for number in (1, 2):
                writer.write(b"%x\r\n%s\r\n" % (len(line), line))
                await writer.drain()
                assert json.loads(await row(reader))["line"] == number
            writer.write(b"0\r\n\r\n")
            assert (await reader.readuntil(b"0\r\n\r\n")).endswith(b"0\r\n\r\n")
            writer.close()
            await writer.wait_closed()

    asyncio.run(go())


async def row(reader: asyncio.StreamReader) -> bytes:
    while not (line := await reader.readline()).startswith(b'{"line"'):
        assert line
    return line


def test_a_client_that_first_sends_everything_gets_everything(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both directions are far longer than what sockets hold, and what waits to be read than what is kept in memory."""
    monkeypatch.setattr(batch, "Spool", lambda: Spool(in_memory=SMALL))
    draft = {"persona": "leo", "body": "An hour is 70. " * 30, "ignored": "x" * 8000}
    line = json.dumps(draft).encode() + b"\n"
    number = 100
    head = (
        b"POST /v1/validate/batch HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
        b"Connection: close\r\nContent-Length: %d\r\n\r\n" % (len(line) * number)
    )

    async def go() -> bytes:
        app = service.app({"idle_seconds": 600})
        async with serving(app, is_small=True) as port, plain(port) as client:
            loop = asyncio.get_running_loop()
            for sent in (head, *[line] * number):
                await loop.sock_sendall(client, sent)
            got = b""
            while data := await loop.sock_recv(client, 65_536):
                got += data
            return got

    got = asyncio.run(go())
    assert len(got) > 32 * SMALL
    assert b'{"line":%d,' % number in got


def test_a_batch_that_stops_coming_ends_with_a_row_that_says_so(service: Service) -> None:
    async def go() -> bytes:
        async with serving(service.app({"idle_seconds": 0.2}), head_seconds=0.2) as port:
            head = HEAD.replace(b"/validate", b"/validate/batch").replace(b"/json", b"/x-ndjson")
            return await raw(port, head + DRAFT + b"\n")

    got = asyncio.run(go())
    assert got.startswith(b"HTTP/1.1 200 ")
    assert b'{"line":1,"id":null,"ok":true' in got
    assert b'"line":2,"id":null,"error":{"type":"urn:align:problem:body-too-slow"' in got


def test_a_client_that_takes_no_rows_is_not_waited_for(service: Service) -> None:
    line = json.dumps({"persona": "leo", "body": "An hour is 70. " * 30}).encode() + b"\n"
    head = HEAD.replace(b"/validate", b"/validate/batch").replace(b"/json", b"/x-ndjson")

    async def send_on(client: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        await loop.sock_sendall(client, head.replace(b"100", b"%d" % 10**9))
        while True:
            await loop.sock_sendall(client, line)

    async def go() -> None:
        app = service.app({"idle_seconds": 0.3})
        traffic = app.state.service.traffic
        async with serving(app, is_small=True) as port, plain(port) as client:
            sending = asyncio.create_task(send_on(client))
            await until(lambda: traffic.under_way == 1)
            assert await traffic.until_idle(60.0)
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)

    asyncio.run(go())


def test_a_client_that_goes_away_leaves_nothing_behind(service: Service) -> None:
    async def go() -> None:
        app = service.app()
        traffic = app.state.service.traffic
        async with serving(app) as port:
            head = HEAD.replace(b"/validate", b"/validate/batch").replace(b"/json", b"/x-ndjson")
            for sent in (HEAD + b"{", head, head + DRAFT + b"\n"):
                _reader, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(sent)
                await writer.drain()
                await until(lambda: traffic.under_way + traffic.body_bytes > 0)
                writer.transport.abort()
                await until(lambda: traffic.under_way + traffic.body_bytes == 0)
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(go())


@pytest.mark.parametrize(
    ("host", "port"), [("127.0.0.1", None), ("no.such.host.invalid", 0), ("256.1.1.1", 0)], ids=str
)
def test_where_nothing_can_be_heard_it_is_said(host: str, port: int | None) -> None:
    with open_socket("127.0.0.1", 0) as taken:
        wanted = taken.getsockname()[1] if port is None else port
        with pytest.raises(StoreError, match=f"cannot listen on {host}:{wanted}: ."):
            open_socket(host, wanted)


@pytest.mark.parametrize(
    ("path", "accept", "kind"),
    [
        ("/review/", "text/html,*/*;q=0.8", "text/html; charset=utf-8"),
        ("/review/", "*/*", "application/problem+json"),
        ("/v1/rules", "text/html,*/*;q=0.8", "application/problem+json"),
    ],
)
def test_a_browser_that_asks_for_a_page_is_refused_with_a_page(
    service: Service, path: str, accept: str, kind: str
) -> None:
    app = service.app()
    app.state.service.traffic.drain()
    answer = Client(app).get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (503, kind)
    assert answer.headers["retry-after"] == "1"
    assert "the service is ending; ask another one" in answer.text
