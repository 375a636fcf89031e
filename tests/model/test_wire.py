"""The harness against a real server: what it promises holds over real sockets, with real answers."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from align.harness.answers import Answer
from align.harness.client import Message, ModelClient
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.harness import Ask
from align.harness.moves import MOVE_SCHEMA, MoveClassifier
from align.harness.probe import probe
from align.harness.registry import strict_object
from align.harness.schemas import AnswerSchema
from align.harness.transport import Transport
from tests.harness.loops import run
from tests.harness.stand_in import wait_until
from tests.model.served import ANSWERED, PATIENCE, connections, harness_for, metric, until_busy

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.harness.local_server import LocalServer
    from align.harness.probe import Capabilities

SHORT = AnswerSchema(
    "sorted",
    strict_object(
        kind={"type": "string", "enum": ["question", "greeting", "complaint"]},
        urgency={"type": "integer", "minimum": 0, "maximum": 3},
        words={"type": "array", "items": {"type": "string", "maxLength": 12}, "maxItems": 3},
        is_polite={"type": "boolean"},
    ),
)


def ask(text: str, **fields: Any) -> Ask:
    return Ask("prospect.draft", (Message("user", text),), **{"schema": SHORT, "max_tokens": 128, **fields})


def asked(server: LocalServer, *asks: Ask, **settings: Any) -> list[Answer | Absent]:
    async def main() -> list[Answer | Absent]:
        async with harness_for(server, **settings) as harness:
            return list(await asyncio.gather(*(harness.ask(each, Deadline.after(PATIENCE)) for each in asks)))

    return run(main)


def probed(
    server: LocalServer, model: str, wire: Callable[[], httpx.AsyncBaseTransport] | None = None
) -> Capabilities:
    async def main() -> Capabilities:
        client = ModelClient(Transport(server.command.url, wire=wire))
        try:
            return await probe(client, model, Deadline.after(PATIENCE))
        finally:
            await client.aclose()

    return run(main)


class DropsTheSchema(httpx.AsyncHTTPTransport):
    """A middleman as there are some: fields that it does not know never reach the server."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request on without `response_format`."""
        if request.method == "POST":
            payload = json.loads(await request.aread())
            del payload["response_format"]
            headers = {name: value for name, value in request.headers.items() if name != "content-length"}
            request = httpx.Request(request.method, request.url, headers=headers, json=payload)
        return await super().handle_async_request(request)


def test_the_server_is_what_the_probe_asks_for(server: LocalServer) -> None:
    found = probed(server, "judge")
    assert (found.is_healthy, found.has_model, found.schema) == (True, True, "enforced")
    assert found.is_usable


def test_every_answer_keeps_to_its_schema(server: LocalServer) -> None:
    texts = (
        "hello there",
        "how much is an hour?",
        "you are late again!!",
        "say no, in plain prose, without JSON",
    )
    found = asked(server, *(ask(text, seed=seed) for text in texts for seed in range(2)))
    assert [answer for answer in found if isinstance(answer, Absent)] == []
    for answer in found:
        assert isinstance(answer, Answer)
        assert SHORT.violation_in(answer.data) is None
        assert answer.model == "judge"
        assert answer.usage.prompt_tokens > 0
        assert answer.usage.completion_tokens > 0
        assert 0 < answer.usage.gpu_seconds <= answer.usage.wall_seconds


def test_more_callers_than_the_server_has_room_for_are_all_answered(server: LocalServer) -> None:
    found = asked(server, *(ask(f"hello {n}") for n in range(12)), gpu_max_concurrency=8)
    assert all(isinstance(answer, Answer) for answer in found)


def test_a_move_is_named_or_its_contradiction_found(server: LocalServer) -> None:
    async def main() -> None:
        async with harness_for(server) as harness:
            inbounds = ("hi! how much for an hour?", "buy our SEO package", "hello")
            for inbound in inbounds:
                found = await MoveClassifier(harness).explain(inbound, Deadline.after(PATIENCE))
                # These weights contradict themselves at times, and may talk beyond the bound; the form is always kept.
                if isinstance(found, Absent):
                    assert found.cause in ANSWERED, found
                else:
                    assert (
                        MOVE_SCHEMA.violation_in(
                            {"is_prospect": found.is_prospect, "move": found.move, "trace": found.trace}
                        )
                        is None
                    )

    run(main)


def test_a_model_that_is_not_there_is_answered_for_and_only_the_probe_tells(server: LocalServer) -> None:
    (found,) = asked(server, ask("hello", model="nobody"))
    assert isinstance(found, Answer)
    capabilities = probed(server, "nobody")
    assert (capabilities.has_model, capabilities.is_usable) == (False, False)


def test_a_schema_that_gets_lost_on_the_way_is_found(server: LocalServer) -> None:
    found = probed(server, "judge", DropsTheSchema)
    assert (found.is_healthy, found.has_model, found.schema) == (True, True, "ignored")
    assert not found.is_usable


def test_a_prompt_beyond_the_context_is_refused_and_not_asked_again(server: LocalServer) -> None:
    (found,) = asked(server, ask("word " * 20_000), gpu_max_attempts=3)
    assert isinstance(found, Absent)
    assert found.cause == "bad_request"
    assert "word word" not in str(found)


def test_an_answer_that_is_cut_off_is_none(server: LocalServer) -> None:
    (found,) = asked(server, ask("hello", max_tokens=4))
    assert isinstance(found, Absent)
    assert found.cause == "truncated"


@pytest.mark.parametrize("how", ["cancelled", "late"])
def test_a_caller_that_goes_away_leaves_no_work_and_no_connection(server: LocalServer, how: str) -> None:
    long = AnswerSchema("story", strict_object(story={"type": "string", "minLength": 1500}))

    async def main() -> None:
        async with harness_for(server) as harness:
            asking = ask("Tell a very long story.", schema=long, max_tokens=1500)
            if how == "late":
                found = await harness.ask(asking, Deadline.after(0.3))
                assert isinstance(found, Absent)
                assert found.cause == "deadline"
                return
            task = asyncio.create_task(harness.ask(asking, Deadline.after(PATIENCE)))
            await until_busy(server, task)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    run(main)
    wait_until(lambda: not connections(server.command.port))
    wait_until(lambda: metric(server, "requests_processing") == 0)
    assert isinstance(asked(server, ask("hello"))[0], Answer)
