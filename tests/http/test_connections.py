"""Connections, on a real socket: how many there may be, how they end, and clients that do not read."""

from __future__ import annotations

import asyncio
import json
import socket
from typing import TYPE_CHECKING, Any

import pytest

from align.http.serving import open_socket
from tests.gate.parts import Engine
from tests.harness.asking import until
from tests.http.sockets import DRAFT, HEAD, JSON, Held, candidate, client_of, plain, raw, serving

if TYPE_CHECKING:
    from tests.http.service import Service

HEALTH = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


def test_an_answer_is_not_held_back_until_its_head_is_acknowledged() -> None:
    """Head and body are two writes: without the option the second one waits 40 ms on a connection that is kept."""
    with open_socket("127.0.0.1", 0) as listening, socket.create_connection(listening.getsockname()):
        accepted, _address = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_who_says_no_more_still_gets_the_answer(service: Service) -> None:
    async def go() -> bytes:
        held = Held()
        service.engine = Engine(["Hi!"], wait=held.wait)
        async with serving(service.app()) as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            body = json.dumps(candidate("c1")).encode()
            head = HEAD.replace(b"/validate", b"/align").replace(b"100", b"%d" % len(body))
            writer.write(head + body)
            writer.write_eof()
            await held.asked.wait()
            held.let.set()
            found = await reader.read()
            writer.close()
            return found

    assert b'"status":"cleared"' in asyncio.run(go())


def test_who_says_no_more_gets_the_answers_to_all_that_was_sent_ahead(service: Service) -> None:
    async def go() -> bytes:
        held = Held()
        service.engine = Engine(["Hi!"], wait=held.wait)
        async with serving(service.app()) as port, asyncio.timeout(60):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            body = json.dumps(candidate("c1")).encode()
            writer.write(HEAD.replace(b"/validate", b"/align").replace(b"100", b"%d" % len(body)) + body)
            writer.write(HEALTH * 2 + HEAD + b"{")
            writer.write_eof()
            await held.asked.wait()
            await asyncio.sleep(
                0.1
            )  # most likely the end has come before the first answer; either way all are due
            held.let.set()
            found = await reader.read()
            writer.close()
            return found

    found = asyncio.run(go())
    assert found.count(b"HTTP/1.1 200 ") == 3
    assert found.count(b'{"status":"ok","cause":null}') == 2


def test_a_batch_that_is_cut_short_is_let_go_at_once(service: Service) -> None:
    async def go() -> None:
        app = service.app()
        traffic = app.state.service.traffic
        async with serving(app) as port, asyncio.timeout(60):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(HEAD.replace(b"/validate", b"/validate/batch").replace(b"/json", b"/x-ndjson"))
            await reader.readuntil(b"\r\n\r\n")
            writer.write_eof()
            await reader.read()
            await until(lambda: traffic.under_way == 0)
            writer.close()

    asyncio.run(go())


def test_who_waits_to_be_told_to_send_a_batch_is_told_at_once(service: Service) -> None:
    async def go() -> bytes:
        head = HEAD.replace(b"/validate", b"/validate/batch").replace(b"/json", b"/x-ndjson")
        async with serving(service.app()) as port, asyncio.timeout(60):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(
                head.replace(b"100", b"%d" % len(DRAFT)).replace(b"Host", b"Expect: 100-continue\r\nHost")
            )
            told = await reader.readuntil(b"\r\n\r\n")
            writer.write(DRAFT)
            answer = await reader.readuntil(b"0\r\n\r\n")
            writer.close()
            assert answer.startswith(b"HTTP/1.1 200 ")
            assert b'"ok":true' in answer
            return told

    assert asyncio.run(go()).startswith(b"HTTP/1.1 100 ")


BOTH = b"Host: 127.0.0.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 40\r\n\r\n0\r\n\r\n"
OLD = b"Host: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    "request_",
    [b"POST /v1/validate HTTP/1.1\r\n" + BOTH, b"POST /v1/validate HTTP/1.0\r\n" + OLD],
    ids=["two lengths", "chunks of HTTP/1.0"],
)
def test_what_a_proxy_may_have_read_otherwise_is_refused_and_the_connection_ends(
    service: Service, request_: bytes
) -> None:
    async def go() -> bytes:
        async with serving(service.app()) as port:
            return await raw(port, request_ + HEALTH)

    found = asyncio.run(go())
    assert found.startswith(b"HTTP/1.1 400 ")
    assert b"urn:align:problem:not-http" in found
    assert b"HTTP/1.1 200 " not in found


def test_who_asks_for_the_head_alone_is_refused_with_the_head_alone(service: Service) -> None:
    crashes: list[dict[str, Any]] = []

    async def go() -> bytes:
        asyncio.get_running_loop().set_exception_handler(lambda _loop, crash: crashes.append(crash))
        async with serving(service.app()) as port:
            return await raw(port, b"HEAD /healthz HTTP/1.1\r\n" + BOTH)

    head, _, body = asyncio.run(go()).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 ")
    assert body == b""
    assert crashes == []


def test_a_new_connection_takes_the_place_of_the_one_that_asks_nothing_for_longest(service: Service) -> None:
    async def go() -> None:
        held = Held()
        service.engine = Engine(["Hi!"], wait=held.wait)
        app = service.app({"connections": 3})
        async with serving(app) as port, client_of(port) as client:
            under_way = asyncio.create_task(client.post("/v1/align", json=candidate("c1")))
            await held.asked.wait()
            first = await asyncio.open_connection("127.0.0.1", port)
            second = await asyncio.open_connection("127.0.0.1", port)
            assert (await client.get("/healthz")).status_code == 200
            assert await first[0].read() == b""
            second[1].write(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert (await second[0].read(15)) == b"HTTP/1.1 200 OK"
            held.let.set()
            assert (await under_way).status_code == 200
            for _reader, writer in (first, second):
                writer.close()

    asyncio.run(go())


def test_a_new_connection_takes_the_place_of_one_whose_body_still_comes(service: Service) -> None:
    async def go() -> None:
        app = service.app({"connections": 2})
        traffic = app.state.service.traffic
        async with serving(app) as port, client_of(port) as client:
            slow = [await asyncio.open_connection("127.0.0.1", port) for _number in range(2)]
            for _reader, writer in slow:
                writer.write(HEAD.replace(b"/v1/validate", b"/nowhere") + b"{")
            await until(lambda: traffic.body_bytes == 2)
            for _number in range(4):
                assert (await client.get("/healthz")).status_code == 200
            for _reader, writer in slow:
                writer.close()

    asyncio.run(go())


def test_who_sends_requests_ahead_and_takes_no_answer_takes_nobody_s_place(service: Service) -> None:
    """The answers to what is nowhere are short: at some point one of them does not fit in any more."""
    nowhere = b"GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n"

    async def go() -> None:
        app = service.app({"in_flight": 1, "answer_seconds": 600})
        async with serving(app, is_small=True) as port, client_of(port) as client, plain(port) as deaf:
            loop = asyncio.get_running_loop()
            sending = asyncio.create_task(loop.sock_sendall(deaf, nowhere * 20_000))
            answered = -1
            while answered != len(service.seen.requests) or answered == 0:
                answered = len(service.seen.requests)
                await asyncio.sleep(0.3)
            async with asyncio.timeout(30):
                for path in ("/v1/rules", "/v1/specs/leo"):
                    # Where it was only quiet for a moment, a request of the other one may be under way.
                    while (answer := await client.get(path)).status_code == 429:  # noqa: ASYNC110 - it has no event
                        await asyncio.sleep(0.01)
                    assert answer.status_code == 200
            sending.cancel()

    asyncio.run(go())


def test_where_every_connection_asks_a_new_one_is_told_to_come_again(service: Service) -> None:
    async def go() -> bytes:
        held = Held()
        service.engine = Engine(["Hi!", "Hi!"], wait=held.wait)
        async with serving(service.app({"connections": 1})) as port, client_of(port) as client:
            under_way = asyncio.create_task(client.post("/v1/align", json=candidate("c1")))
            await held.asked.wait()
            refused = await raw(port, HEALTH)
            held.let.set()
            assert (await under_way).status_code == 200
            return refused

    head, _, body = asyncio.run(go()).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 503 ")
    assert b"\r\nretry-after: 1\r\n" in head.lower()
    assert json.loads(body)["type"] == "urn:align:problem:busy"


def test_who_takes_nothing_of_an_answer_is_let_go(service: Service) -> None:
    asked = b"GET /v1/rules HTTP/1.1\r\nHost: localhost\r\n\r\n" * 2000

    async def ask_on(port: int) -> None:
        async with plain(port) as deaf:
            while True:
                await asyncio.get_running_loop().sock_sendall(deaf, asked)

    async def go() -> None:
        async with (
            serving(service.app(), take_seconds=0.3, is_small=True) as port,
            asyncio.timeout(60),
        ):
            await ask_on(port)

    with pytest.raises(ConnectionError):
        asyncio.run(go())


def test_who_shows_no_key_does_not_fill_the_room_for_bodies(service: Service) -> None:
    async def go() -> None:
        app = service.app({"body_bytes": 1000, "bodies_bytes": 8000})
        traffic = app.state.service.traffic
        async with serving(app) as port, client_of(port) as client:
            stranger = HEAD.replace(b"/v1/validate", b"/nowhere").replace(b"Length: 100", b"Length: 1000")
            connections = [await asyncio.open_connection("127.0.0.1", port) for _number in range(16)]
            for _reader, writer in connections:
                writer.write(stranger + b" " * 400)
            await until(lambda: traffic.body_bytes == 800)
            assert (await client.post("/v1/validate", content=DRAFT, headers=JSON)).status_code == 200
            _reader, known = await asyncio.open_connection("127.0.0.1", port)
            known.write(HEAD.replace(b"Length: 100", b"Length: 1000") + b" " * 900)
            await until(lambda: traffic.body_bytes == 1700)
            # Who sends nothing is always answered.
            assert (await client.get("/readyz")).status_code == 200
            # Which two of them came first is the kernel's to say.
            answers = [asyncio.create_task(reader.readline()) for reader, _writer in connections]
            await until(lambda: sum(answer.done() for answer in answers) == 14)
            refused = [answer for answer in answers if answer.done()]
            assert all(answer.result().startswith(b"HTTP/1.1 429 ") for answer in refused)
            for writer in (known, *(writer for _reader, writer in connections)):
                writer.close()
            await until(lambda: traffic.body_bytes == 0)
            await asyncio.gather(*answers)

    asyncio.run(go())
