from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import pytest

from align.harness.client import ModelClient
from align.harness.deadline import Deadline
from align.harness.probe import Capabilities, probe
from align.harness.transport import Transport
from tests.harness.loops import run
from tests.harness.server import Misbehaviour, VllmLike

if TYPE_CHECKING:
    from align.harness.probe import SchemaSupport


def _probe(vllm: VllmLike, model: str = "base", url: str | None = None) -> Capabilities:
    async def main() -> Capabilities:
        async with vllm.serve():
            client = ModelClient(Transport(url or vllm.url))
            found = await probe(client, model, Deadline.after(20))
            await client.aclose()
            return found

    return run(main)


def test_a_server_that_keeps_to_the_schema_is_usable() -> None:
    vllm = VllmLike()
    assert _probe(vllm) == Capabilities("base", is_healthy=True, has_model=True, schema="enforced")
    (request,) = vllm.completions
    (word,) = request.payload["response_format"]["json_schema"]["schema"]["properties"]["word"]["enum"]
    assert word not in request.payload["messages"][0]["content"]


@pytest.mark.parametrize(
    ("told", "support"),
    [
        (Misbehaviour(content="No."), "ignored"),
        (Misbehaviour(content='{"word": "no"}'), "ignored"),
        (Misbehaviour(status=400), "refused"),
        (Misbehaviour(status=500), "unknown"),
        (Misbehaviour(finish_reason="length"), "unknown"),
    ],
)
def test_what_a_server_makes_of_a_schema_is_told_apart(told: Misbehaviour, support: SchemaSupport) -> None:
    found = _probe(VllmLike(script=deque([told])))
    assert found.schema == support
    assert found.failure is not None
    assert not found.is_usable


def test_a_server_that_ignores_every_schema_is_found() -> None:
    assert _probe(VllmLike(honours_schema=False)).schema == "ignored"


def test_a_model_that_is_not_served_is_found() -> None:
    found = _probe(VllmLike(), model="nobody")
    assert found.has_model is False
    assert not found.is_usable


def test_a_server_that_is_not_there_is_not_asked_more() -> None:
    found = _probe(VllmLike(), url="http://127.0.0.1:1")
    assert (found.is_healthy, found.has_model, found.schema) == (False, None, "unknown")
    assert found.failure is not None
    assert found.failure.cause == "refused"


def test_an_ill_server_is_said_to_be_ill_though_it_answers() -> None:
    found = _probe(VllmLike(is_ill=True))
    assert (found.is_healthy, found.schema, found.is_usable) == (False, "enforced", False)
