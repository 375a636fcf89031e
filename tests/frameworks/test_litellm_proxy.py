"""LiteLLM's real proxy, with the guardrail in its configuration, in front of a model server on the loopback."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from specs.store import Edit
from tests.frameworks.conftest import SAFE
from tests.frameworks.proxied import KEY, OF_MARLOW, OF_SOFIES_TEAM, events, said, spoken
from tests.frameworks.upstream import (
    completed,
    completed_in_parts,
    responded,
    responded_in_parts,
    streamed,
    whole,
)

if TYPE_CHECKING:
    import httpx

    from specs.store import SpecStore
    from tests.frameworks.proxied import Proxy
    from tests.harness.server import VllmLike

CLEAN = "An hour is £45."
WRONG = "Dear Zebedee, an hour is £40."
RULE = "price_contradiction at 25-28"
RING = "hi zebedee, give me a ring"  # Marlow's clients text
CALL = {"id": "call_1", "type": "function", "function": {"name": "look", "arguments": '{"price": "£40"}'}}


def assert_held(answer: httpx.Response, *, status: int = 400) -> str:
    """Fail unless an answer is an error that has no word of the draft; return its message."""
    assert answer.status_code == status, answer.text
    for word in ("Dear", "dee", "£40", "\\u00a340"):
        assert word not in answer.text
    message: str = answer.json()["error"]["message"]
    return message


def test_a_clean_answer_comes_out_as_it_is(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole(CLEAN)
    assert said(served.chat("block")) == [CLEAN]
    upstream.always = streamed(CLEAN)
    assert spoken(served.chat("block", stream=True)) == {0: CLEAN}
    assert len(upstream.completions) == 2


def test_without_the_guardrail_a_wrong_one_would_come_out(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole(WRONG)
    assert said(served.chat("none-of-ours")) == [WRONG]


def test_a_held_answer_is_an_error_that_names_rules_and_no_word_of_it(
    served: Proxy, upstream: VllmLike
) -> None:
    upstream.always = whole(WRONG)
    assert RULE in assert_held(served.chat("block"))


def test_nothing_of_a_held_stream_goes_out(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = streamed(WRONG)
    assert RULE in assert_held(served.chat("block", stream=True))
    upstream.always = streamed(CLEAN, WRONG)
    assert RULE in assert_held(served.chat("block", n=2, stream=True))


def test_nothing_of_a_stream_that_breaks_off_goes_out(served: Proxy, upstream: VllmLike) -> None:
    whole_stream = streamed(CLEAN)
    assert whole_stream.body is not None
    upstream.always = dataclasses.replace(whole_stream, cut_after=len(whole_stream.body) // 2)
    answer = served.chat("block", stream=True)
    assert "hou" not in answer.text
    assert "error" in answer.json()


def test_a_safe_body_takes_a_held_one_s_place(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole(WRONG, CLEAN, reasoning_content="Zebedee pays £40", refusal="Zebedee")
    answer = served.chat("replace", n=2)
    assert said(answer) == [SAFE, CLEAN]
    replaced = answer.json()["choices"][0]
    assert "Zebedee" not in json.dumps(replaced)
    assert answer.json()["usage"]["total_tokens"] == 10


def test_and_in_a_stream(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = streamed(WRONG, CLEAN, reasoning_content="Zebedee")
    answer = served.chat("replace", n=2, stream=True, stream_options={"include_usage": True})
    assert spoken(answer) == {0: SAFE, 1: CLEAN}
    assert events(answer)[-1]["usage"]["total_tokens"] == 10
    of_first = [choice for event in events(answer) for choice in event["choices"] if choice["index"] == 0]
    assert "Zebedee" not in json.dumps(of_first)
    assert of_first[-1]["finish_reason"] == "stop"


def test_a_safe_body_that_is_held_itself_does_not_go_out(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole(WRONG)
    assert RULE in assert_held(served.chat("replace-badly"))
    upstream.always = whole(CLEAN)
    assert said(served.chat("replace-badly")) == [CLEAN]


def test_an_annotated_answer_goes_out_with_its_validation(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole(CLEAN, WRONG)
    clean, wrong = served.chat("annotate", n=2).json()["choices"]
    assert clean["message"]["provider_specific_fields"]["align"]["ok"] is True
    found = wrong["message"]["provider_specific_fields"]["align"]
    assert [violation["text"] for violation in found["violations"]] == ["£40"]
    upstream.always = streamed(WRONG)
    last = events(served.chat("annotate", stream=True))
    marks = [choice["delta"].get("provider_specific_fields") for event in last for choice in event["choices"]]
    assert [mark["align"]["ok"] for mark in marks if mark] == [False]


@pytest.mark.parametrize("position", [0, 1, 2])
def test_every_choice_is_checked(served: Proxy, upstream: VllmLike, position: int) -> None:
    texts = [CLEAN] * 3
    texts[position] = WRONG
    upstream.always = whole(*texts)
    assert RULE in assert_held(served.chat("block", n=3))
    upstream.always = streamed(*texts)
    assert RULE in served.chat("block", n=3, stream=True).text


def test_calls_of_tools_are_left_alone(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole(None, tool_calls=[CALL])
    (choice,) = served.chat("block").json()["choices"]
    assert choice["message"]["content"] is None
    assert choice["message"]["tool_calls"][0]["function"] == CALL["function"]
    upstream.always = whole(WRONG, tool_calls=[CALL])
    assert_held(served.chat("block"))
    (choice,) = served.chat("replace").json()["choices"]
    assert choice["message"]["content"] == SAFE
    assert choice["message"]["tool_calls"][0]["function"] == CALL["function"]


@pytest.mark.parametrize("said_besides", [None, CLEAN])
def test_a_refusal_is_checked_as_what_people_read(
    served: Proxy, upstream: VllmLike, said_besides: str | None
) -> None:
    upstream.always = whole(said_besides, refusal=WRONG)
    assert "price_contradiction" in assert_held(served.chat("block"))
    assert said(served.chat("replace")) == [SAFE]
    upstream.always = streamed(said_besides or "", refusal=WRONG)
    assert "price_contradiction" in assert_held(served.chat("block", stream=True))
    assert "Zebedee" not in served.chat("replace", stream=True).text
    upstream.always = whole(None, refusal="I'd rather not say.")
    assert served.chat("block").json()["choices"][0]["message"]["refusal"] == "I'd rather not say."


def test_text_completions_are_checked_too(served: Proxy, upstream: VllmLike) -> None:
    def ask(guardrail: str, **more: Any) -> httpx.Response:
        asked = {"model": "completions", "prompt": "Write:", "guardrails": [guardrail]}
        return served.post("/v1/completions", asked | more)

    def in_parts(answer: httpx.Response) -> str:
        return "".join(event["choices"][0].get("text") or "" for event in events(answer))

    upstream.always = completed(CLEAN)
    assert ask("block").json()["choices"][0]["text"] == CLEAN
    upstream.always = completed(WRONG)
    assert RULE in assert_held(ask("block"))
    assert ask("replace").json()["choices"][0]["text"] == SAFE
    upstream.always = completed_in_parts(CLEAN)
    assert in_parts(ask("block", stream=True)) == CLEAN
    upstream.always = completed_in_parts(WRONG)
    assert RULE in assert_held(ask("block", stream=True))
    assert in_parts(ask("replace", stream=True)) == SAFE


def test_what_the_draft_answers_is_the_last_message_of_the_user(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole("Yep, that works!")

    def asked(*contents: Any) -> list[dict[str, Any]]:
        return [{"role": "user", "content": content} for content in contents]

    assert said(served.chat("block", messages=asked("so 40 for the hour?", "so 45 for the hour?")))
    assert_held(served.chat("block", messages=asked("so 45 for the hour?", "so 40 for the hour?")))
    parts = [{"type": "text", "text": "so 40"}, {"type": "text", "text": "for the hour?"}]
    assert_held(served.chat("block", messages=asked(parts)))
    answered = [*asked("so 40 for the hour?"), {"role": "assistant", "content": "So?"}]
    assert_held(served.chat("block", messages=answered))


def test_the_key_names_the_persona_and_the_request_does_not(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole(RING)
    assert_held(served.chat("by-key", key=OF_MARLOW))
    assert_held(served.chat("by-key", key=OF_MARLOW, metadata={"align_persona": "sofie"}))
    assert said(served.chat("by-key", key=OF_SOFIES_TEAM)) == [RING]
    nobody = assert_held(served.chat("by-key", key=KEY, metadata={"align_persona": "sofie"}))
    assert "align_persona: the metadata of the key names no persona" in nobody


def test_or_the_request_does(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole(RING)
    assert_held(served.chat("by-request", metadata={"align_persona": "marlow"}))
    assert said(served.chat("by-request", metadata={"align_persona": "sofie"})) == [RING]
    unknown = assert_held(served.chat("by-request", metadata={"align_persona": "nobody"}))
    assert "no facts of this persona" in unknown
    assert "names no persona" in assert_held(served.chat("by-request"))
    mark = {"align_persona": "sofie", "align_time_locked": "yes"}
    assert "expected true or false" in assert_held(served.chat("by-request", metadata=mark))


def test_a_function_may_make_the_guardrail(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole(WRONG)
    assert RULE in assert_held(served.chat("made"))


def test_facts_of_the_store_are_those_of_the_moment(
    served: Proxy, upstream: VllmLike, store: SpecStore
) -> None:
    upstream.always = whole("An hour is £40.")
    assert_held(served.chat("stored"))
    store.revise("marlow", Edit({"rates[60].amount": 40}, "ana", "cheaper"))

    def passes() -> bool:
        return served.chat("stored").status_code == 200

    assert any(passes() for _ in range(200))  # the proxy's store answers a quarter of a second from memory


def test_without_the_store_nothing_goes_out(served: Proxy, upstream: VllmLike) -> None:
    upstream.always = whole(CLEAN)
    assert "the facts cannot be read now" in assert_held(served.chat("nowhere"), status=503)
    upstream.always = streamed(CLEAN)
    answer = served.chat("nowhere", stream=True)
    assert "the facts cannot be read now" in answer.text
    assert "hou" not in answer.text


@pytest.mark.parametrize("path", ["/v1/responses", "/v1/messages"])
def test_answers_that_cannot_be_read_do_not_go_out(served: Proxy, upstream: VllmLike, path: str) -> None:
    asked: dict[str, Any] = {"model": "drafts", "guardrails": ["block"]}
    if path == "/v1/responses":
        asked["input"] = "hello"
    else:
        asked |= {"messages": [{"role": "user", "content": "hello"}], "max_tokens": 9}
    upstream.always = responded(CLEAN)
    answer = served.post(path, asked)
    assert (answer.status_code, "cannot be checked" in answer.text) == (400, True), answer.text
    upstream.always = responded_in_parts(CLEAN)
    answer = served.post(path, asked | {"stream": True})
    assert "cannot be checked" in answer.text
    assert "hou" not in answer.text
    # Without the guardrail they go out.
    assert "hou" in served.post(path, asked | {"stream": True, "guardrails": []}).text


def test_the_log_has_no_word_of_a_draft_and_nobody_but_this_machine_was_asked(
    served: Proxy, upstream: VllmLike
) -> None:
    upstream.always = whole(WRONG)
    assert_held(served.chat("block"))
    upstream.always = streamed(WRONG)
    served.chat("block", stream=True)
    log = served.log.read_text("utf-8")
    assert "Zebedee" not in log
    assert "£40" not in log
    assert set(re.findall("^NETWORK (.*)$", log, re.MULTILINE)) <= {"127.0.0.1", "localhost"}
