"""`/v1/validate/batch`: a row for each line, whatever the lines are."""

from __future__ import annotations

import asyncio
import itertools
import json
import tempfile
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from align import validate_draft
from align.http import batch
from align.http.lines import Line, Lines
from align.http.spool import Spool
from tests.http.service import Service, problem
from tests.store.conftest import BEGIN

if TYPE_CHECKING:
    import httpx
    import pytest

NOW = "2026-11-21T10:00:00-05:00"


def rows(answer: httpx.Response) -> list[dict[str, Any]]:
    """Return the rows of an answer."""
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert answer.content.isascii()
    return [json.loads(line) for line in answer.content.splitlines()]


def test_each_line_has_a_row_in_order_and_a_bad_one_has_its_number(service: Service) -> None:
    content = b"\n".join(
        (
            b'{"id": "a", "persona": "leo", "body": "An hour is 70.", "tags": ["ignored"]}',
            b"",
            b"{zanzibar",
            b'{"id": 4, "persona": "lea", "body": "zanzibar"}',
            b"\xff",
            b'["zanzibar"]',
            b'{"id": "g", "persona": "leo", "body": 5, "now": "x"}',
            b'{"id": "h", "persona": "amara", "body": "An hour is 120. \\ud800\\u0000", "now": "%s"}'
            % NOW.encode(),
            b"[" * 100_000,
            b'{"persona": "leo", "body": "hi", "body": "zanzibar"}',
        )
    )
    found = rows(service.client().batch(content))
    assert [(row["line"], row["id"]) for row in found] == [
        (1, "a"), (3, None), (4, 4), (5, None), (6, None), (7, "g"), (8, "h"), (9, None), (10, None),
    ]  # fmt: skip
    assert [row.get("ok") for row in found] == [False, None, None, None, None, None, True, None, None]
    kinds = [row["error"]["type"].rpartition(":")[2] for row in found if "error" in row]
    assert kinds == ["invalid", "unknown-persona", *["invalid"] * 5]
    assert [e["field"] for e in found[5]["error"]["errors"]] == ["body", "now"]
    assert found[-1]["error"]["detail"] == "a key stands twice in one object"
    assert found[1]["error"]["detail"].endswith("(column 2)")
    assert "zanzibar" not in json.dumps([row["error"] for row in found if "error" in row])


def test_a_persona_may_be_named_once_for_all_lines(service: Service) -> None:
    content = b'{"body": "An hour is 80."}\n{"persona": "amara", "body": "An hour is 80."}\n{"body": "Hi"}'
    found = rows(service.client().batch(content, "/v1/validate/batch?persona=leo"))
    assert [row["ok"] for row in found] == [True, False, True]


def test_a_line_that_is_too_long_is_told_and_the_others_go_on(service: Service) -> None:
    content = b'{"body": "%s"}\n{"body": "Hi"}\n' % (b"x" * 5000)
    client = service.client(settings={"line_bytes": 1000})
    found = rows(client.batch(content, "/v1/validate/batch?persona=leo"))
    assert found[0]["error"]["type"].endswith("body-too-long")
    assert found[1]["ok"]


def test_a_batch_that_is_too_long_ends_with_a_row_that_says_so(service: Service) -> None:
    content = b'{"persona": "leo", "body": "Hi"}\n' * 200
    found = rows(service.client(settings={"batch_bytes": 1000}).batch(content))
    assert found[-1]["error"]["type"].endswith("body-too-long")
    assert 0 < len(found) <= 201


def test_another_kind_of_body_is_refused(service: Service) -> None:
    answer = service.client().ask(
        "POST", "/v1/validate/batch", content=b"{}", headers={"Content-Type": "text/plain"}
    )
    assert problem(answer) == (415, "not-jsonl")


def test_an_empty_batch_has_no_rows(service: Service) -> None:
    assert rows(service.client().batch(b"")) == []
    assert rows(service.client().batch(b"\n\n \n")) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(
    bodies=st.lists(
        st.sampled_from(("An hour is 70.", "Hi", "\ud800", "\x00", "call me", "I'm in Paris")), max_size=8
    ),
    bad=st.sets(st.integers(0, 8)),
)
def test_a_batch_says_what_the_check_says(service: Service, bodies: list[str], bad: set[int]) -> None:
    lines = [
        b"{" if number in bad else json.dumps({"persona": "leo", "body": body, "id": number}).encode()
        for number, body in enumerate(bodies)
    ]
    found = rows(service.client().batch(b"\n".join(lines)))
    spec = service.store.current("leo").spec
    assert [row["line"] for row in found] == list(range(1, len(bodies) + 1))
    for number, (row, body) in enumerate(zip(found, bodies, strict=True)):
        if number in bad:
            assert row["error"]["status"] == 422
        else:
            expected = validate_draft(body, spec, now=BEGIN).to_dict()
            assert row == {"line": number + 1, "id": number, **expected, "stale_since": None}


@given(st.binary(max_size=60), st.lists(st.integers(0, 60)), st.integers(1, 10))
def test_lines_are_the_same_however_they_come(data: bytes, cuts: list[int], longest: int) -> None:
    places = [0, *sorted(cuts), len(data)]
    lines = Lines(longest)
    found = [line for a, b in itertools.pairwise(places) for line in lines.feed(data[a:b])]
    found += lines.end()
    pieces = data.split(b"\n")
    expected = [
        Line(number, None if len(piece) > longest else piece)
        for number, piece in enumerate(pieces, 1)
        if piece.strip() or len(piece) > longest
    ]
    assert found == expected


@given(st.lists(st.binary(min_size=1, max_size=40)), st.lists(st.booleans()), st.integers(1, 50))
def test_a_spool_gives_back_what_was_written(written: list[bytes], reads: list[bool], in_memory: int) -> None:
    async def go() -> bytes:
        spool = Spool(in_memory)
        got = b""
        for number, data in enumerate(written):
            spool.write(data)
            if number < len(reads) and reads[number]:
                got += await spool.read()
        spool.end()
        while data := await spool.read():
            got += data
        assert spool.written == len(got)
        spool.close()
        return got

    assert asyncio.run(go()) == b"".join(written)


def test_who_reads_a_spool_waits_for_who_writes() -> None:
    async def go() -> list[bytes]:
        spool = Spool()

        async def read() -> list[bytes]:
            return [await spool.read(), await spool.read(), await spool.read()]

        reading = asyncio.create_task(read())
        for data in (b"a", b"b"):
            await asyncio.sleep(0)
            spool.write(data)
            await asyncio.sleep(0)
        spool.end()
        try:
            return await reading
        finally:
            spool.close()

    assert asyncio.run(go()) == [b"a", b"b", b""]


def test_a_batch_that_is_broken_off_again_while_it_ends_leaves_no_file(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[Spool] = []

    class Watched(Spool):
        def __init__(self) -> None:
            super().__init__()
            left.append(self)

        def close(self) -> None:
            super().close()
            left.remove(self)

    async def go() -> None:
        begun, may_end = asyncio.Event(), asyncio.Event()

        async def receive() -> dict[str, Any]:
            begun.set()
            try:
                return await asyncio.Future()
            except asyncio.CancelledError:
                await may_end.wait()  # as a handler would that ends something else first
                raise

        async def send(_message: Any) -> None:
            pass

        headers = [(b"content-type", b"application/x-ndjson"), (b"host", b"127.0.0.1")]
        scope = {
            "type": "http", "method": "POST", "path": "/v1/validate/batch", "raw_path": b"", "query_string": b"",
            "headers": headers, "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80), "scheme": "http",
        }  # fmt: skip
        answering = asyncio.create_task(service.app()(scope, receive, send))
        await begun.wait()
        assert left
        for _ in range(2):
            answering.cancel()
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        may_end.set()
        await asyncio.gather(answering, return_exceptions=True)
        assert left == []

    monkeypatch.setattr("align.http.batch.Spool", Watched)
    asyncio.run(go())


def test_answers_that_there_is_no_room_for_are_told_in_the_last_row(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "Spool", lambda: Spool(in_memory=0))
    monkeypatch.setattr(tempfile, "tempdir", "/nothing/there")
    answer = service.client().batch(b'{"persona": "leo", "body": "Hi!"}\n' * 3)
    assert answer.status_code == 200
    (row,) = rows(answer)
    assert (row["line"], row["error"]["status"], row["error"]["type"]) == (
        1,
        507,
        "urn:align:problem:no-room",
    )
