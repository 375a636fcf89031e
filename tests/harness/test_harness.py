"""Calls over real sockets to a server that behaves like vLLM, and to one that does not behave."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx
import pytest

from align.harness.client import ModelClient, ServedModel
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.harness import Ask, Harness
from align.harness.registry import TaskRegistry, draft_task
from align.harness.transport import MAX_ANSWER_BYTES, Transport
from tests.harness.asking import DRAFT, SECRET, Watch, absence_of, answer_of, cause_of, harness_at, until
from tests.harness.loops import run
from tests.harness.server import Misbehaviour, VllmLike

if TYPE_CHECKING:
    from align.harness.answers import Answer
    from align.harness.failures import Cause

WRONG = b'{"choices": []}'


def test_an_answer_has_its_data_its_model_and_what_it_cost() -> None:
    async def main() -> None:
        async with VllmLike().serve() as vllm, harness_at(vllm.url) as harness:
            answer = await answer_of(harness)
            assert answer.data == {"body": "words"}
            assert answer.model == "base"
            usage = answer.usage
            assert (usage.prompt_tokens, usage.completion_tokens, usage.calls) == (7, 3, 1)
            assert usage.wall_seconds > 0
            (request,) = vllm.requests
            assert request.payload == {
                "model": "base",
                "messages": [{"role": "user", "content": SECRET}],
                "response_format": {
                    "type": "json_schema",
                    "json_schema": {"name": "draft", "schema": draft_task().schema.schema, "strict": True},
                },
                "max_completion_tokens": 1024,
                "seed": 0,
            }

    run(main)


def test_the_model_is_chosen_by_name_on_one_server() -> None:
    async def main() -> None:
        async with VllmLike().serve() as vllm, harness_at(vllm.url) as harness:
            assert (await answer_of(harness, replace(DRAFT, task="prospect.move"))).model == "adapter"
            assert (await answer_of(harness, replace(DRAFT, model="adapter"))).model == "adapter"
            absent = await absence_of(harness, replace(DRAFT, model="nobody"))
            assert absent == Absent("bad_request", "HTTP 404, no such path or model, NotFoundError")

    run(main)


def test_priority_is_sent_only_where_it_is_configured() -> None:
    async def main() -> None:
        async with VllmLike(schedules_by_priority=True).serve() as vllm:
            async with harness_at(vllm.url, sends_priority=True) as harness:
                await answer_of(harness)
            assert vllm.requests[-1].payload["priority"] == draft_task().priority
        async with VllmLike().serve() as vllm, harness_at(vllm.url, sends_priority=True) as harness:
            assert await cause_of(harness) == "bad_request"

    run(main)


def test_one_connection_serves_calls_that_follow_each_other() -> None:
    async def main() -> None:
        async with VllmLike().serve() as vllm:
            async with harness_at(vllm.url) as harness:
                for _ in range(5):
                    await answer_of(harness)
                assert vllm.connections == 1
            await until(lambda: vllm.open_connections == 0)

    run(main)


CAUSES: list[tuple[str, Misbehaviour, Cause]] = [
    ("no JSON", Misbehaviour(content="No."), "bad_json"),
    ("JSON in a fence", Misbehaviour(content='```json\n{"body": "x"}\n```'), "bad_json"),
    ("NaN", Misbehaviour(content='{"body": NaN}'), "bad_json"),
    ("out of range", Misbehaviour(content='{"body": 1e999}'), "bad_json"),
    ("a key twice", Misbehaviour(content='{"body": "x", "body": "y"}'), "bad_json"),
    ("no end of nesting", Misbehaviour(content="[" * 100_000), "bad_json"),
    ("another form", Misbehaviour(content='{"text": "x"}'), "schema_violation"),
    ("more than was asked for", Misbehaviour(content='{"body": "x", "more": 1}'), "schema_violation"),
    ("a list", Misbehaviour(content="[]"), "schema_violation"),
    ("cut off, though it parses", Misbehaviour(finish_reason="length"), "truncated"),
    ("aborted", Misbehaviour(finish_reason="abort"), "truncated"),
    ("a reply that is no JSON", Misbehaviour(body=b"<html>"), "bad_json"),
    ("a reply that is no UTF-8", Misbehaviour(body=b'"\xff"'), "bad_json"),
    ("a reply that is no completion", Misbehaviour(body=WRONG), "schema_violation"),
    ("a reply that is a list", Misbehaviour(body=b"[]"), "schema_violation"),
    ("no text", Misbehaviour(body=b'{"choices": [{"message": {"content": null}}]}'), "schema_violation"),
    ("a broken compression", Misbehaviour(headers={"Content-Encoding": "gzip"}), "bad_json"),
    ("too long", Misbehaviour(body=b" " * (MAX_ANSWER_BYTES + 1)), "bad_json"),
    ("400", Misbehaviour(status=400), "bad_request"),
    ("a redirect", Misbehaviour(status=307, headers={"Location": "/v1/models"}), "bad_request"),
    ("401", Misbehaviour(status=401), "unauthorized"),
    ("403", Misbehaviour(status=403), "unauthorized"),
    ("408", Misbehaviour(status=408), "timeout"),
    ("429", Misbehaviour(status=429), "rate_limited"),
    ("500", Misbehaviour(status=500), "server_error"),
    ("503", Misbehaviour(status=503, body=b"loading"), "server_error"),
    ("closed at once", Misbehaviour(drop=True), "server_error"),
    ("closed in the middle", Misbehaviour(cut_after=20), "server_error"),
]


@pytest.mark.parametrize(("told", "cause"), [case[1:] for case in CAUSES], ids=[case[0] for case in CAUSES])
def test_causes_are_kept_apart(told: Misbehaviour, cause: Cause) -> None:
    async def main() -> None:
        async with VllmLike(script=deque([told])).serve() as vllm, harness_at(vllm.url) as harness:
            assert await cause_of(harness) == cause
            # And the harness is as good as before.
            await answer_of(harness)

    run(main)


def test_a_server_that_nobody_runs_refuses(port: int) -> None:
    async def main() -> None:
        async with harness_at(f"http://127.0.0.1:{port}") as harness:
            assert await cause_of(harness) == "refused"

    run(main)


@pytest.mark.parametrize(
    "told", [Misbehaviour(is_stuck=True), Misbehaviour(drip=True)], ids=["silent", "dripping"]
)
def test_a_server_that_never_ends_its_answer_is_left_after_the_tasks_time(told: Misbehaviour) -> None:
    async def main() -> None:
        async with (
            VllmLike(always=told).serve() as vllm,
            harness_at(vllm.url, timeout_seconds=0.05) as harness,
        ):
            assert await absence_of(harness) == Absent("timeout", "0.05 s")
            await until(lambda: vllm.open_connections == 0)

    run(main)


def test_a_deadline_under_way_is_no_timeout() -> None:
    async def main() -> None:
        async with (
            VllmLike(always=Misbehaviour(is_stuck=True)).serve() as vllm,
            harness_at(vllm.url) as harness,
        ):
            assert await cause_of(harness, seconds=0.05) == "deadline"
            await until(lambda: vllm.open_connections == 0)
            assert await cause_of(harness, seconds=0) == "deadline"

    run(main)


def test_a_key_is_sent_and_a_wrong_one_is_unauthorized() -> None:
    async def main() -> None:
        async with VllmLike(key="s3cret").serve() as vllm:
            async with harness_at(vllm.url, key="s3cret") as harness:
                await answer_of(harness)
            async with harness_at(vllm.url, key="wr0ng") as harness:
                assert await absence_of(harness) == Absent("unauthorized", "HTTP 401")

    run(main)


def test_what_may_pass_is_asked_again_and_what_the_tries_cost_is_added_up() -> None:
    async def main() -> None:
        script = deque([Misbehaviour(status=500), Misbehaviour(drop=True), Misbehaviour(status=429)])
        watch = Watch()
        async with (
            VllmLike(script=script).serve() as vllm,
            harness_at(vllm.url, attempts=4, watch=watch) as harness,
        ):
            answer = await answer_of(harness)
        assert answer.usage.calls == 4
        assert [(call.cause, call.usage) for call in watch.calls] == [(None, answer.usage)]

    run(main)


@pytest.mark.parametrize("told", [Misbehaviour(status=400), Misbehaviour(content="No.")])
def test_what_will_not_pass_is_not_asked_again(told: Misbehaviour) -> None:
    async def main() -> None:
        async with VllmLike(always=told).serve() as vllm, harness_at(vllm.url, attempts=4) as harness:
            await absence_of(harness)
            assert len(vllm.completions) == 1

    run(main)


def test_pauses_double_and_last_as_long_as_the_server_asks() -> None:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    async def main() -> None:
        script = deque(
            [
                Misbehaviour(status=500),
                Misbehaviour(status=503, headers={"Retry-After": "7"}),
                Misbehaviour(status=429, headers={"Retry-After": "Sun, 29 Nov 2026 12:00:00 GMT"}),
            ]
        )
        async with (
            VllmLike(script=script).serve() as vllm,
            harness_at(vllm.url, attempts=4, sleep=sleep) as harness,
        ):
            await answer_of(harness)

    run(main)
    assert pauses == [0.25, 7.0, 1.0]


def test_no_pause_goes_past_the_deadline_and_the_cause_is_the_servers() -> None:
    async def main() -> None:
        told = Misbehaviour(status=429, headers={"Retry-After": "60"})
        async with VllmLike(always=told).serve() as vllm, harness_at(vllm.url, attempts=4) as harness:
            assert await cause_of(harness, seconds=30) == "rate_limited"
            assert len(vllm.completions) == 1

    run(main)


def test_a_connection_that_is_not_made_in_time_is_a_timeout() -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("slow", request=request)

    async def main() -> None:
        transport = Transport("http://far.invalid", wire=lambda: httpx.MockTransport(handle))
        deadline = Deadline.after(20)
        assert await transport.send("GET", "/health", seconds=5, deadline=deadline) == Absent(
            "timeout", "connecting"
        )
        await transport.aclose()

    run(main)


def test_after_closing_calls_are_cancelled_and_raise_nothing() -> None:
    async def main() -> None:
        async with VllmLike().serve() as vllm:
            async with harness_at(vllm.url) as harness:
                pass
            assert await absence_of(harness) == Absent("cancelled", "the client is closed")

    run(main)


def test_what_is_not_configured_is_absent_and_no_call() -> None:
    async def main() -> None:
        watch = Watch()
        nothing = Absent("not_configured", "GPU_INFERENCE_URL")
        harness = Harness(
            TaskRegistry([draft_task()]), {"llm": nothing, "classifier": nothing}, watchers=[watch]
        )
        assert await harness.ask(DRAFT, Deadline.after(20)) == nothing
        assert str(nothing) == "no model server is configured (GPU_INFERENCE_URL)"
        assert watch.names == []
        with pytest.raises(
            KeyError, match=r"'prospect.classify' is not registered; registered are: prospect.draft"
        ):
            await harness.ask(Ask("prospect.classify", ()), Deadline.after(20))

    run(main)


def test_what_the_server_was_busy_is_read_where_it_says_so() -> None:
    completion = {
        "choices": [{"message": {"content": '{"body": "x"}'}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": True, "completion_tokens": -5},
        "timings": {"prompt_ms": 250.0, "predicted_ms": 500.0},
    }

    async def main() -> Answer:
        told = Misbehaviour(body=json.dumps(completion).encode())
        async with VllmLike(always=told).serve() as vllm, harness_at(vllm.url) as harness:
            return await answer_of(harness)

    answer = run(main)
    assert answer.usage.gpu_seconds == 0.75
    assert (answer.usage.prompt_tokens, answer.usage.completion_tokens) == (0, 0)
    assert answer.model == "base"


def test_any_text_can_be_asked() -> None:
    async def main() -> None:
        async with VllmLike().serve() as vllm, harness_at(vllm.url) as harness:
            # A tokenizer fails at half a character, and a server that fails too often is left alone.
            text = "\x00 \ud800 \u202e é 🙂 \ud83d\ude42 \udfff"
            await answer_of(harness, replace(DRAFT, messages=(replace(DRAFT.messages[0], content=text),)))
            asked = vllm.requests[0].payload["messages"][0]["content"]
            assert asked == "\x00 \ufffd \u202e é 🙂 🙂 \ufffd"

    run(main)


def test_a_cookie_is_not_sent_back() -> None:
    async def main() -> None:
        told = Misbehaviour(headers={"Set-Cookie": "a=b"})
        async with VllmLike(always=told).serve() as vllm, harness_at(vllm.url) as harness:
            await answer_of(harness)
            await answer_of(harness)
            assert [request.headers.get("cookie") for request in vllm.requests] == [None, None]

    run(main)


def test_health_and_models_are_read() -> None:
    async def main() -> None:
        async with VllmLike(models=("base", "adapter")).serve() as vllm:
            client = ModelClient(Transport(vllm.url))
            deadline = Deadline.after(20)
            assert await client.health(deadline) is None
            assert await client.models(deadline) == (ServedModel("base"), ServedModel("adapter", "base"))
            vllm.is_ill = True
            assert await client.health(deadline) == Absent("server_error", "HTTP 503")
            await client.aclose()

    run(main)
