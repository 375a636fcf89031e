"""Clients that go away in the midst of it: the service goes on, and holds nothing for them."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.wire import HOST, ask_once, get, head, post

if TYPE_CHECKING:
    from tests.faults.conftest import Served

TIMES = 40
NDJSON = "Content-Type: application/x-ndjson\r\nContent-Length: 100000000"


@pytest.mark.parametrize("what", ["batches", "passes", "requests that are sent ahead, without a key"])
def test_it_goes_on_when_clients_hang_up(served: Served, what: str) -> None:
    tenant = served.tenants[0]
    draft = {"persona": tenant.persona, "body": "An hour is $90. " * 20}
    line = json.dumps(draft).encode("ascii") + b"\n"
    sent = {
        "batches": head("POST", "/v1/validate/batch", tenant.token, NDJSON) + line * 30,
        "passes": post("/v1/align", {"id": "c", **draft}, tenant.token),
        "requests that are sent ahead, without a key": get("/healthz") * 500,
    }[what]

    async def go() -> None:
        for number in range(TIMES):
            _reader, writer = await asyncio.open_connection(HOST, served.port)
            writer.write(sent)
            await asyncio.sleep(0.001 * (number % 20))
            writer.transport.abort()
        async with asyncio.timeout(60):
            found = await ask_once(served.port, get("/readyz"))
        assert not isinstance(found, str), found
        assert found.status == 200

    asyncio.run(go())
    assert served.process.is_alive
