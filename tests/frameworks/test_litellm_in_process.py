"""LiteLLM in a program, without its proxy; and the guardrail's answers to what no model server here says."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import litellm
import pytest
from litellm.caching.caching import Cache
from litellm.exceptions import GuardrailRaisedException
from litellm.types.utils import (
    Choices,
    EmbeddingResponse,
    Message,
    ModelResponse,
    TextChoices,
    TextCompletionResponse,
)

from align.integrations.litellm import AlignGuardrail, GuardrailConfigError
from specs import load_spec
from tests.frameworks.conftest import FACTS, MARLOW, REPLACE, SAFE
from tests.frameworks.upstream import streamed, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.harness.server import VllmLike

SPEC = load_spec(FACTS / "marlow.json")
NOW = dt.datetime(2026, 5, 12, 9, tzinfo=dt.UTC)
CLEAN = "An hour is £45."
WRONG = "Dear Zebedee, an hour is £40."


def guardrail(**params: Any) -> AlignGuardrail:
    """Return a guardrail for Marlow."""
    given: dict[str, Any] = {
        "spec_of": {"marlow": SPEC}.__getitem__,
        "persona": "marlow",
        "clock": lambda: NOW,
    } | params
    return AlignGuardrail("align", "post_call", **given)


@pytest.fixture
def ask(upstream: VllmLike, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Ask the model server through LiteLLM, under guardrails."""

    def asked(*guards: AlignGuardrail, **more: Any) -> Any:
        monkeypatch.setattr(litellm, "callbacks", list(guards))
        messages = [{"role": "user", "content": "hello"}]
        call = {
            "model": "openai/base",
            "api_base": f"{upstream.url}/v1",
            "api_key": "none",
            "messages": messages,
        }
        return asyncio.run(litellm.acompletion(**call | {"guardrails": ["align"], "num_retries": 0} | more))

    return asked


def test_a_program_s_answers_are_checked(ask: Callable[..., Any], upstream: VllmLike) -> None:
    upstream.always = whole(CLEAN)
    assert ask(guardrail()).choices[0].message.content == CLEAN
    upstream.always = whole(WRONG)
    with pytest.raises(GuardrailRaisedException) as raised:
        ask(guardrail())
    assert str(raised.value) == "the draft is held: price_contradiction at 25-28"
    assert (raised.value.status_code, raised.value.blocked_content) == (400, True)
    assert ask(guardrail(**REPLACE)).choices[0].message.content == SAFE
    assert ask(guardrail(on_held="annotate")).choices[0].message.content == WRONG


def test_a_stream_is_refused_before_the_model_is_asked(ask: Callable[..., Any], upstream: VllmLike) -> None:
    upstream.always = streamed(CLEAN)
    with pytest.raises(GuardrailRaisedException, match="in LiteLLM's proxy only"):
        ask(guardrail(), stream=True)
    assert upstream.completions == []


def test_an_answer_that_was_kept_unchecked_is_not_given(
    ask: Callable[..., Any], upstream: VllmLike, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(litellm, "cache", Cache())
    upstream.always = whole(WRONG)
    assert ask(guardrails=[], caching=True).choices[0].message.content == WRONG
    asked = len(upstream.completions)
    assert ask(guardrails=[], caching=True).choices[0].message.content == WRONG
    assert len(upstream.completions) == asked  # it was kept
    with pytest.raises(GuardrailRaisedException):
        ask(guardrail(), caching=True)


def hooked(guard: AlignGuardrail, response: Any, **data: Any) -> Any:
    """Return what the guardrail makes of an answer."""
    return asyncio.run(guard.async_post_call_success_hook(data, None, response))


def answer(**message: Any) -> ModelResponse:
    """Return an answer that says something."""
    return ModelResponse(choices=[Choices(message=Message(**message))])


def test_a_check_that_fails_lets_nothing_through() -> None:
    def away(_persona: str) -> Any:
        raise RuntimeError(WRONG)

    for broken, status in ((away, 503), (lambda _persona: object(), 500)):
        with pytest.raises(GuardrailRaisedException) as raised:
            hooked(guardrail(spec_of=broken), answer(content=CLEAN))
        assert (raised.value.status_code, raised.value.blocked_content) == (status, False)
        assert "Zebedee" not in str(raised.value)


@pytest.mark.parametrize("on_held", [{}, REPLACE, {"on_held": "annotate"}])
def test_what_cannot_be_read_does_not_go_out_whatever_is_done_with_held_ones(on_held: dict[str, str]) -> None:
    spoken = answer(content=None, audio={"id": "a", "data": "", "expires_at": 1, "transcript": WRONG})
    parts = answer(content=CLEAN)
    message: Any = parts.choices[0].message
    message.content = [{"type": "text", "text": WRONG}]
    twice = ModelResponse(
        choices=[Choices(message=Message(content="An hour is £4")), Choices(message=Message(content="5"))]
    )
    drawn = answer(content=CLEAN, images=[{"type": "image_url", "image_url": {"url": "x"}, "index": 0}])
    # So LiteLLM passes on what a server answers that takes no account of the path.
    mixed = TextCompletionResponse(choices=[TextChoices(message={"role": "assistant", "content": WRONG})])
    for strange in (spoken, drawn, parts, twice, mixed, {"content": WRONG}, b"An hour is"):
        with pytest.raises(GuardrailRaisedException, match="cannot be checked"):
            hooked(guardrail(**on_held), strange)


def test_answers_without_words_are_left_alone() -> None:
    for silent in (EmbeddingResponse(model="e"), answer(content=None), answer(content="")):
        assert hooked(guardrail(spec_of={}.__getitem__), silent) is silent


def test_loggers_are_told_rules_and_no_word() -> None:
    data: dict[str, Any] = {"metadata": {}}
    with pytest.raises(GuardrailRaisedException):
        asyncio.run(guardrail().async_post_call_success_hook(data, None, answer(content=WRONG)))
    (noted,) = data["metadata"]["standard_logging_guardrail_information"]
    assert noted["guardrail_status"] == "guardrail_intervened"
    assert noted["guardrail_response"] == {"rules": ["price_contradiction"]}
    assert "Zebedee" not in json.dumps(noted)


BAD: dict[str, dict[str, Any]] = {
    "facts, database: give one": {},
    "facts, database: give": MARLOW | {"database": "sqlite:///x.db"},
    "facts: .*cannot be read": {"facts": "nowhere.json"},
    "database: ": {"database": "mysql://x"},
    "database: the environment has no NOT_THERE": {"database": "os.environ/NOT_THERE", "persona": "marlow"},
    "persona: give one": {"facts": str(FACTS)},
    "persona: facts has no document of 'nobody'": MARLOW | {"persona": "nobody"},
    "persona, persona_from: one": MARLOW | {"persona": "marlow", "persona_from": "key"},
    "persona_from: expected key or request": MARLOW | {"persona_from": "header"},
    "on_held: expected block or replace or annotate": MARLOW | {"on_held": "pass"},
    "safe_body: goes with": MARLOW | {"on_held": "replace"},
    "safe_body: goes": MARLOW | {"safe_body": SAFE},
    "safe_body: expected text": MARLOW | {"on_held": "replace", "safe_body": 1},
    "on_hold: unknown parameter": MARLOW | {"on_hold": "replace"},
    "mode: ": MARLOW | {"event_hook": "pre_call"},
    "run_in_parallel: goes with": MARLOW | REPLACE | {"run_in_parallel": True},
}


@pytest.mark.parametrize("message", BAD)
def test_a_wrong_configuration_names_the_parameter(message: str) -> None:
    with pytest.raises(GuardrailConfigError, match=message) as raised:
        AlignGuardrail("align", **BAD[message])
    # LiteLLM starts without a guardrail that raises one of these.
    assert not isinstance(raised.value, ValueError | TypeError)


def test_it_cannot_be_subclassed() -> None:
    with pytest.raises(TypeError, match="subclassed"):
        type("Own", (AlignGuardrail,), {})
