"""Connections, on a real socket: how many there may be, how they end, and clients that do not read."""

from __future__ import annotations

import asyncio
import json
import socket
from typing import TYPE_CHECKING

import pytest

from align.http.serving import open_socket
from tests.gate.parts import Engine
from tests.http.service import problem
from tests.http.test_limits import HEAD, Held, candidate, client_of, serving

if TYPE_CHECKING:
    import httpx

    from tests.http.service import Service


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


def test_where_every_connection_asks_a_new_one_is_told_to_come_again(service: Service) -> None:
    async def go() -> httpx.Response:
        held = Held()
        service.engine = Engine(["Hi!", "Hi!"], wait=held.wait)
        async with serving(service.app({"connections": 1})) as port, client_of(port) as client:
            under_way = asyncio.create_task(client.post("/v1/align", json=candidate("c1")))
            await held.asked.wait()
            refused = await client.get("/healthz")
            held.let.set()
            assert (await under_way).status_code == 200
            return refused

    refused = asyncio.run(go())
    assert problem(refused) == (503, "busy")
    assert refused.headers["retry-after"] == "1"


def test_who_takes_nothing_of_an_answer_is_let_go(service: Service) -> None:
    asked = b"GET /v1/rules HTTP/1.1\r\nHost: localhost\r\n\r\n" * 2000

    async def ask_on(port: int) -> None:
        loop = asyncio.get_running_loop()
        with socket.socket() as deaf:
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
            deaf.setblocking(False)
            await loop.sock_connect(deaf, ("127.0.0.1", port))
            while True:
                await loop.sock_sendall(deaf, asked)

    async def go() -> None:
        async with serving(service.app(), take_seconds=0.3) as port, asyncio.timeout(60):
            await ask_on(port)

    with pytest.raises(ConnectionError):
        asyncio.run(go())
