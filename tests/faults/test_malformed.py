"""What is no request, or no good one: a problem with the right status, nothing of it quoted, nothing of it stored."""

from __future__ import annotations

import asyncio
import json
import re
import socket
from contextlib import suppress
from http.client import HTTPResponse
from typing import TYPE_CHECKING

import pytest

from align.audit.store import DecisionStore
from benchmarks.wire import HOST, Answer, Wire, ask_once, get, head, post

if TYPE_CHECKING:
    from tests.faults.conftest import Served

SECRET = "zanzibar"  # noqa: S105 - stands in requests, and must not stand in answers and logs
JSON = "Content-Type: application/json"
CHUNKED = f"{JSON}\r\nTransfer-Encoding: chunked"


def ask(served: Served, *pieces: bytes) -> Answer:
    """Send bytes over a connection of its own, and return the answer.

    A server that has refused them reads on for a moment only: what is still to be sent then is not, and the answer is there.
    """
    with socket.create_connection((HOST, served.port), timeout=60) as wire:
        with suppress(ConnectionError):
            for piece in pieces:
                wire.sendall(piece)
        with HTTPResponse(wire) as answer:
            answer.begin()
            headers = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, headers, answer.read())


def check_refused(served: Served, found: Answer, status: int, slug: str) -> None:
    assert (found.status, found.headers["content-type"]) == (status, "application/problem+json"), found
    told = found.json()
    assert (told["status"], told["type"]) == (status, f"urn:align:problem:{slug}")
    assert SECRET not in json.dumps(told)
    assert SECRET not in served.process.log
    assert "Traceback" not in served.process.log
    assert b"server" not in found.body.lower()


NO_HTTP = {
    "no request line": (b"zanzibar\r\n\r\n", 400, "not-http"),
    "binary": (b"\x16\x03\x01\x02\x00zanzibar\x00\xff\r\n\r\n", 400, "not-http"),
    "no host": (b"GET /healthz HTTP/1.1\r\n\r\n", 400, "not-http"),
    "two hosts": (b"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "not-http"),
    "NUL in a header": (b"GET / HTTP/1.1\r\nHost: x\r\nA: zanzibar\x00\r\n\r\n", 400, "not-http"),
    "a header without a name": (b"GET / HTTP/1.1\r\nHost: x\r\n: zanzibar\r\n\r\n", 400, "not-http"),
    "a space before the colon": (b"GET / HTTP/1.1\r\nHost : zanzibar\r\n\r\n", 400, "not-http"),
    "a negative length": (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400, "not-http"),
    "two lengths": (
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        400,
        "not-http",
    ),
    "an unknown coding": (
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
        501,
        "unknown-coding",
    ),
    "a long line": (b"GET /" + b"zanzibar" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 431, "head-too-long"),
    "many headers": (
        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: zanzibar\r\n" * 20_000 + b"\r\n",
        431,
        "head-too-long",
    ),
}


@pytest.mark.parametrize("kind", NO_HTTP)
def test_what_is_no_http_is_said_to_be_none(served: Served, kind: str) -> None:
    raw, status, slug = NO_HTTP[kind]
    check_refused(served, ask(served, raw), status, slug)


@pytest.mark.parametrize(
    "chunks",
    [b"zz\r\nzanzibar\r\n0\r\n\r\n", b"-1\r\nx\r\n", b"5\r\nzanzibar", b"f" * 70_000],
    ids=["no number", "negative", "no end", "endless"],
)
def test_chunks_that_make_no_sense_are_said_to_be_no_http(served: Served, chunks: bytes) -> None:
    for path in ("/v1/validate", "/v1/align"):
        found = ask(served, head("POST", path, served.tenants[0].token, CHUNKED), chunks)
        check_refused(
            served, found, 431 if len(chunks) > 65_536 else 400, found.json()["type"].rpartition(":")[2]
        )


def test_a_batch_with_broken_chunks_ends(served: Served) -> None:
    async def go() -> tuple[bytes, bytes]:
        async with asyncio.timeout(60):
            wire = await Wire.open(served.port)
            coded = CHUNKED.replace("json", "x-ndjson")
            await wire.send(head("POST", "/v1/validate/batch", served.tenants[0].token, coded))
            await wire.send(b"3\r\n{}\n\r\n")
            begun = await wire.some()
            await wire.send(b"zz\r\n")
            rest = await wire.rest()
            wire.close()
            return begun, rest

    begun, rest = asyncio.run(go())
    assert begun.startswith(b"HTTP/1.1 200 OK")
    assert b"0\r\n\r\n" not in rest  # so that nobody takes it for a whole answer


def _align(body: bytes) -> bytes:
    return b'{"id": "m", "persona": "persona-0000", "body": ' + body + b"}"


BODIES = {
    "nothing": b"",
    "no JSON": b"zanzibar",
    "cut short": b'{"persona": "persona-0000", "body": "zanz',
    "not UTF-8": _align(b'"zanzibar \xff\xfe"'),
    "NUL as it is": _align(b'"zanzibar \x00"'),
    "deep arrays": b"[" * 100_000,
    "deep objects": b'{"a":' * 50_000,
    "deep in a field": _align(b"[" * 20_000 + b"]" * 20_000),
    "a huge number": _align(b"1" * 100_000),
    "a number past all": _align(b"1e999999"),
    "no number": _align(b"NaN"),
    "an array": b"[]",
    "a text": b'"zanzibar"',
    "null": b"null",
    "an unknown key": b'{"zanzibar": 1}',
    "UTF-16": '{"id": "m"}'.encode("utf-16"),
}


@pytest.mark.parametrize("kind", BODIES)
@pytest.mark.parametrize("path", ["/v1/validate", "/v1/align", "/v1/receipts/check"])
def test_a_body_that_makes_no_sense_is_invalid(served: Served, path: str, kind: str) -> None:
    body = BODIES[kind]
    length = f"{JSON}\r\nContent-Length: {len(body)}"
    found = ask(served, head("POST", path, served.tenants[0].token, length), body)
    if kind == "an unknown key":
        assert found.status == 422  # the key is named: it is the caller's own
    else:
        check_refused(served, found, 422, "invalid")
    assert DecisionStore.open(served.process.url).find() == ()


@pytest.mark.parametrize("is_chunked", [False, True], ids=["with its length", "in chunks"])
def test_a_body_that_is_too_long_is_refused_before_it_is_all_there(served: Served, is_chunked: bool) -> None:
    piece = SECRET.encode() * 5000
    if is_chunked:
        pieces = [b"%x\r\n%s\r\n" % (len(piece), piece)] * 10
        found = ask(served, head("POST", "/v1/align", served.tenants[0].token, CHUNKED), *pieces)
    else:
        length = f"{JSON}\r\nContent-Length: {10**18}"
        found = ask(served, head("POST", "/v1/align", served.tenants[0].token, length), piece)
    check_refused(served, found, 413, "body-too-long")


@pytest.mark.parametrize("method", ["DELETE", "PUT", "PATCH", "TRACE", "CONNECT", "ZANZIBAR"])
def test_another_method_is_not_allowed(served: Served, method: str) -> None:
    found = ask(served, head(method, "/v1/align", served.tenants[0].token))
    check_refused(served, found, 405, "method-not-allowed")


def test_requests_that_are_sent_at_once_are_answered_in_their_order(served: Served) -> None:
    tenant = served.tenants[0]
    drafts = [
        post("/v1/validate", {"id": n, "persona": tenant.persona, "body": "Hi!"}, tenant.token)
        for n in range(50)
    ]

    async def go() -> list[int]:
        wire = await Wire.open(served.port)
        await wire.send(b"".join(drafts))
        async with asyncio.timeout(60):
            found = [(await wire.answer()).json()["id"] for _draft in drafts]
        wire.close()
        return found

    assert asyncio.run(go()) == list(range(50))


def test_what_follows_a_good_request_does_not_harm_it(served: Served) -> None:
    async def go() -> tuple[Answer, Answer]:
        wire = await Wire.open(served.port)
        await wire.send(get("/healthz") + b"zanzibar\r\n\r\n")
        async with asyncio.timeout(60):
            found = await wire.answer(), await wire.answer()
        wire.close()
        return found

    good, bad = asyncio.run(go())
    assert good.status == 200
    check_refused(served, bad, 400, "not-http")


def test_who_says_no_more_still_gets_the_answer(served: Served) -> None:
    async def go() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port)
        writer.write(get("/v1/rules", served.tenants[0].token))
        writer.write_eof()
        async with asyncio.timeout(60):
            found = await reader.read()
        writer.close()
        return found

    assert re.match(rb"HTTP/1.1 200 .*\r\n\r\n\{\"rules\":.*\}$", asyncio.run(go()), re.DOTALL)


def test_after_all_that_it_serves(served: Served) -> None:
    found = asyncio.run(ask_once(served.port, get("/readyz")))
    assert not isinstance(found, str)
    assert found.json()["status"] == "ok"
