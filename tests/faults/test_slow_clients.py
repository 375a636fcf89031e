"""Clients that send byte by byte, or never read: they take nobody's place, and are let go."""

from __future__ import annotations

import asyncio
import resource
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from benchmarks.serving import serving
from benchmarks.wire import HOST, ask_once, get, head, post

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from benchmarks.serving import ServeProcess, Tenant
    from tests.faults.conftest import Served

MANY = 200
JSON = "Content-Type: application/json\r\nContent-Length: 1000"


@pytest.fixture(autouse=True)
def files() -> Iterator[None]:
    """Let this process have as many connections as the tests need."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.fixture(scope="module")
def read_seconds() -> int:
    """Let the service give a body up soon."""
    return 2


@asynccontextmanager
async def slow_clients(port: int, *starts: bytes) -> AsyncIterator[list[asyncio.StreamReader]]:
    """Have clients that begin like this, and then send a byte from time to time."""
    made = []
    for start in starts:
        reader, writer = await asyncio.open_connection(HOST, port)
        writer.write(start)
        made.append((reader, writer))

    async def drip() -> None:
        while True:
            for _reader, writer in made:
                if not writer.is_closing():
                    writer.write(b"x")
            await asyncio.sleep(0.5)

    dripping = asyncio.create_task(drip())
    try:
        yield [reader for reader, _writer in made]
    finally:
        dripping.cancel()
        for _reader, writer in made:
            writer.close()


async def good_ones(process: ServeProcess, tenant: Tenant) -> list[int]:
    """Ask as a good client does, and return the statuses."""
    asked = [
        get("/healthz"),
        get("/readyz"),
        get(f"/v1/specs/{tenant.persona}", tenant.token),
        post("/v1/validate", {"persona": tenant.persona, "body": "Hi!"}, tenant.token),
        post("/v1/align", {"id": "c", "persona": tenant.persona, "body": "Hi!"}, tenant.token),
    ]
    found = [await ask_once(process.port, request) for request in asked]
    return [0 if isinstance(answer, str) else answer.status for answer in found]


@pytest.mark.parametrize("part", ["heads", "bodies", "bodies of batches"])
def test_good_clients_are_served_beside_slow_ones(served: Served, part: str) -> None:
    tenant = served.tenants[0]
    starts = {
        "heads": b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        "bodies": head("POST", "/v1/validate", tenant.token, JSON),
        "bodies of batches": head(
            "POST", "/v1/validate/batch", tenant.token, JSON.replace("json", "x-ndjson")
        ),
    }

    async def go() -> None:
        async with slow_clients(served.port, *[starts[part]] * MANY) as readers:
            for _number in range(3):
                assert await good_ones(served.process, tenant) == [200] * 5
            if part != "bodies of batches":
                # They are let go, each with what it is due.
                async with asyncio.timeout(60):
                    ends = await asyncio.gather(
                        *(reader.read() for reader in readers), return_exceptions=True
                    )
                told = {end[:12] for end in ends if isinstance(end, bytes)}
                assert told <= ({b""} if part == "heads" else {b"HTTP/1.1 408"}), told

    asyncio.run(go())


def test_a_new_client_takes_the_place_of_one_that_asks_nothing() -> None:
    with serving(None, 1, ALIGN_HTTP_CONNECTIONS="50") as (process, (tenant,)):

        async def go() -> None:
            async with slow_clients(process.port, *[b"GET /healthz HTTP/1.1\r\nX-Slow: "] * MANY):
                assert await good_ones(process, tenant) == [200] * 5
                assert process.open_files() < 100

        asyncio.run(go())
        assert process.end() == 0


def test_who_never_reads_is_let_go(served: Served) -> None:
    tenant = served.tenants[0]
    request = get("/v1/rules", tenant.token) * 2000

    async def ask_on() -> None:
        loop = asyncio.get_running_loop()
        with socket.socket() as deaf:
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
            deaf.setblocking(False)
            await loop.sock_connect(deaf, (HOST, served.port))
            while True:
                await loop.sock_sendall(deaf, request)

    async def go() -> list[object]:
        async with asyncio.timeout(120):
            deaf = [asyncio.create_task(ask_on()) for _number in range(10)]
            assert await good_ones(served.process, tenant) == [200] * 5
            return await asyncio.gather(*deaf, return_exceptions=True)

    before = served.process.megabytes()
    assert all(isinstance(end, ConnectionError) for end in asyncio.run(go()))
    # What they have sent, many times as much, was not read.
    assert served.process.most_megabytes() < before + 100
