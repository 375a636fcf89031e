from __future__ import annotations

import asyncio
import datetime as dt
import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from langchain_core.language_models.fake_chat_models import FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.outputs import ChatGeneration, Generation
from langchain_core.runnables import RunnableConfig, RunnableLambda

from align import compile_spec
from align.integrations.langchain import AlignRunnable, NotAlignedError
from specs import load_spec
from specs.store import Edit, SpecStore, UnknownPersonaError
from tests.frameworks.conftest import FACTS, SAFE

if TYPE_CHECKING:
    from align import Validation
    from align.compiled import CompiledSpec
    from specs import Spec

ROOT = Path(__file__).parents[2]
SPEC = load_spec(FACTS / "marlow.json")
NOW = dt.datetime(2026, 5, 12, 9, tzinfo=dt.UTC)
CLEAN = "An hour is £45."
WRONG = "Dear Zebedee, an hour is £40."
CALLS = [{"name": "look", "args": {"price": "£40"}, "id": "1", "type": "tool_call"}]


def check(**more: Any) -> AlignRunnable[Any]:
    """Return a check against Marlow's facts."""
    return AlignRunnable(SPEC, **{"clock": lambda: NOW} | more)


def config(**metadata: Any) -> RunnableConfig:
    """Return a config with metadata."""
    return RunnableConfig(metadata={f"align_{name}": value for name, value in metadata.items()})


def drafts(text: str) -> list[Any]:
    """Return a text in every form of a draft."""
    parts: list[str | dict[Any, Any]] = [
        {"type": "reasoning", "reasoning": "£40"},
        {"type": "text", "text": text},
    ]
    message = AIMessage(content=text)
    return [
        text,
        message,
        AIMessage(content=parts),
        AIMessageChunk(content=text),
        Generation(text=text),
        ChatGeneration(message=message),
    ]


@pytest.mark.parametrize("form", range(6))
def test_a_draft_comes_out_as_it_is_or_not_at_all(form: int) -> None:
    clean, wrong = drafts(CLEAN)[form], drafts(WRONG)[form]
    assert check().invoke(clean) is clean
    with pytest.raises(NotAlignedError) as raised:
        check().invoke(wrong)
    assert str(raised.value) == "the draft is held: price_contradiction at 25-28"


@pytest.mark.parametrize("form", range(6))
def test_a_text_takes_the_form_of_the_draft_whose_place_it_takes(form: int) -> None:
    wrong = drafts(WRONG)[form]
    instead = check(on_held=lambda _draft, _validation: SAFE).invoke(wrong)
    assert type(instead) is type(wrong)
    assert SAFE in str(instead)
    assert "Zebedee" not in str(instead)


def test_what_on_held_returns_is_checked_in_its_turn() -> None:
    seen: list[tuple[str, Validation]] = []

    def worse(draft: str, validation: Validation) -> str:
        seen.append((draft, validation))
        return "An hour is £1."

    with pytest.raises(NotAlignedError) as raised:
        check(on_held=worse).invoke(WRONG)
    assert raised.value.validation.violations[0].text == "£1"
    ((draft, validation),) = seen
    assert (draft, validation.ok) == (WRONG, False)


def test_calls_of_tools_pass_and_words_beside_them_do_not() -> None:
    silent = AIMessage(content="", tool_calls=CALLS)
    assert check().invoke(silent) is silent
    with pytest.raises(NotAlignedError):
        check().invoke(AIMessage(content=WRONG, tool_calls=CALLS))


@pytest.mark.parametrize(
    "refusing",
    [
        AIMessage(content="", additional_kwargs={"refusal": WRONG}),
        AIMessage(content=[{"type": "refusal", "refusal": WRONG}]),
        ChatGeneration(message=AIMessage(content=CLEAN, additional_kwargs={"refusal": WRONG})),
    ],
)
def test_a_refusal_is_checked_as_what_people_read(refusing: Any) -> None:
    with pytest.raises(NotAlignedError):
        check().invoke(refusing)
    polite = AIMessage(content="", additional_kwargs={"refusal": "I'd rather not say."})
    assert check().invoke(polite) is polite


@pytest.mark.parametrize(
    "unread",
    [
        AIMessage(content=[{"text": WRONG}]),
        AIMessage(content=[{"type": "text", "text": [WRONG]}]),
        AIMessage(content=[{"type": "output_text", "text": WRONG}]),
        AIMessage(content=[{"type": "image", "url": "https://example.com/£40"}]),
        AIMessage(content=[{"type": "refusal", "refusal": [WRONG]}]),
        AIMessage(content="", additional_kwargs={"audio": {"transcript": WRONG}}),
    ],
)
def test_content_that_cannot_be_read_does_not_pass(unread: AIMessage) -> None:
    with pytest.raises(ValueError, match="cannot be checked") as raised:
        check().invoke(unread)
    assert "Zebedee" not in str(raised.value)


@pytest.mark.parametrize(
    "kind", ["thinking", "tool_use", "server_tool_call", "function_call", "web_search_call"]
)
def test_what_is_said_to_nobody_passes(kind: str) -> None:
    message = AIMessage(content=[{"type": kind, "args": "£40"}, {"type": "text", "text": CLEAN}, "Bye!"])
    assert check().invoke(message) is message


@pytest.mark.parametrize("stranger", [None, 7, {"text": WRONG}, HumanMessage(content=CLEAN), [WRONG]])
def test_what_is_no_draft_is_an_error(stranger: object) -> None:
    with pytest.raises(TypeError, match="expected a text, a model's message or a generation") as raised:
        check().invoke(stranger)
    assert "Zebedee" not in str(raised.value)


def test_in_a_chain_whole_and_in_parts() -> None:
    def chain(text: str) -> Any:
        return (
            GenericFakeChatModel(messages=iter([AIMessage(content=text)] * 2)) | check() | StrOutputParser()
        )

    assert chain(CLEAN).invoke("hello") == CLEAN
    assert asyncio.run(chain(CLEAN).ainvoke("hello")) == CLEAN
    with pytest.raises(NotAlignedError):
        chain(WRONG).invoke("hello")
    with pytest.raises(NotAlignedError):
        asyncio.run(chain(WRONG).ainvoke("hello"))
    assert "".join(chain(CLEAN).stream("hello")) == CLEAN


def test_nothing_of_a_held_stream_comes_out() -> None:
    def chain(text: str) -> Any:
        return GenericFakeChatModel(messages=iter([AIMessage(content=text)])) | check()

    parts = chain(WRONG).stream("hello")
    with pytest.raises(NotAlignedError):
        next(parts)
    later = chain(WRONG).astream("hello")
    with pytest.raises(NotAlignedError):
        asyncio.run(anext(later))
    (whole,) = chain(CLEAN).stream("hello")
    assert whole.content == CLEAN


def test_events_of_the_whole_chain_have_nothing_of_a_held_draft_and_those_of_the_model_have() -> None:
    chain: Any = GenericFakeChatModel(messages=iter([AIMessage(content=WRONG)])) | check()
    of_chain: list[Any] = []
    of_model: list[Any] = []

    async def follow() -> None:
        async for event in chain.astream_events("hello", version="v2"):
            (of_model if event["parent_ids"] else of_chain).append(event)

    with pytest.raises(NotAlignedError):
        asyncio.run(follow())
    assert of_chain
    assert "Zebedee" not in str(of_chain)
    assert "Zebedee" in str(of_model)  # which docs/integrations.md warns of


def test_a_batch_tells_the_drafts_apart() -> None:
    for answers in (
        check().batch([CLEAN, WRONG, CLEAN], return_exceptions=True),
        asyncio.run(check().abatch([CLEAN, WRONG, CLEAN], return_exceptions=True)),
    ):
        first, second, third = answers
        assert (first, third) == (CLEAN, CLEAN)
        assert isinstance(second, NotAlignedError)
    with pytest.raises(NotAlignedError):
        check().batch([CLEAN, WRONG])


def test_a_held_draft_is_written_again_or_something_else_instead() -> None:
    answers = FakeListChatModel(responses=[WRONG, WRONG, CLEAN])
    again = (answers | check()).with_retry(
        retry_if_exception_type=(NotAlignedError,), wait_exponential_jitter=False, stop_after_attempt=3
    )
    assert again.invoke("hello").content == CLEAN
    instead = (FakeListChatModel(responses=[WRONG]) | check()).with_fallbacks(
        [RunnableLambda(lambda _inbound: AIMessage(content=SAFE))], exceptions_to_handle=(NotAlignedError,)
    )
    assert instead.invoke("hello").content == SAFE


def test_the_metadata_names_the_persona_for_a_chain() -> None:
    specs: dict[str, Spec | CompiledSpec] = {
        "marlow": SPEC,
        "sofie": compile_spec(load_spec(FACTS / "sofie.json")),
    }
    chain = RunnableLambda(lambda body: body) | AlignRunnable[Any](specs.__getitem__, clock=lambda: NOW)
    ring = "hi zebedee, give me a ring"
    assert chain.invoke(ring, config(persona="sofie")) == ring
    with pytest.raises(NotAlignedError):
        chain.invoke(ring, config(persona="marlow"))
    answers = chain.batch(
        [ring] * 2, [config(persona=p) for p in ("sofie", "marlow")], return_exceptions=True
    )
    assert [type(answer) for answer in answers] == [str, NotAlignedError]
    with pytest.raises(ValueError, match=r"metadata\.align_persona: names no persona"):
        chain.invoke(ring)
    with pytest.raises(KeyError):
        chain.invoke(ring, config(persona="nobody"))
    fixed = AlignRunnable[str](specs.__getitem__, persona="marlow", clock=lambda: NOW)
    with pytest.raises(NotAlignedError):
        fixed.invoke(ring, config(persona="sofie"))


def test_the_metadata_has_what_the_draft_answers() -> None:
    yes = "Yep, that works!"
    assert check().invoke(yes, config(inbound="so 45 for the hour?")) == yes
    with pytest.raises(NotAlignedError):
        check().invoke(yes, config(inbound="so 40 for the hour?"))
    chain = RunnableLambda(lambda body: body) | check()
    with pytest.raises(NotAlignedError):
        chain.invoke(yes, config(inbound="so 40 for the hour?"))
    with pytest.raises(TypeError, match=r"metadata\.align_inbound: expected text, got int"):
        check().invoke(yes, config(inbound=7))
    with pytest.raises(TypeError, match=r"metadata\.align_time_locked: expected true or false"):
        check().invoke(yes, config(time_locked="yes"))
    assert check().invoke(yes, config(time_locked=True)) == yes


def test_the_metadata_has_the_moment() -> None:
    york = "See you in York on the 16th!"
    for moment in ("2026-05-12T10:00:00+01:00", NOW):
        assert check(clock=lambda: NOW + dt.timedelta(days=90)).invoke(york, config(now=moment)) == york
    with pytest.raises(NotAlignedError):
        check().invoke(york, config(now="2026-08-12T10:00:00+01:00"))
    for wrong, error in (("soon", ValueError), ("2026-05-12", ValueError), (7, TypeError)):
        with pytest.raises(error, match=r"metadata\.align_now: expected"):
            check().invoke(york, config(now=wrong))


def test_facts_of_the_store_are_those_of_the_moment(store: SpecStore) -> None:
    stored = AlignRunnable[str](store)
    with pytest.raises(NotAlignedError):
        stored.invoke("An hour is £1.", config(persona="marlow"))
    with pytest.raises(UnknownPersonaError):
        stored.invoke(CLEAN, config(persona="nobody"))
    store.revise("marlow", Edit({"rates[60].amount": 1}, "ana", "cheaper"))
    assert asyncio.run(stored.ainvoke("An hour is £1.", config(persona="marlow")))


def test_the_example_writes_again_and_gives_up(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(ROOT / "examples/langchain_chain.py"), run_name="__main__")
    assert capsys.readouterr().out.splitlines() == [CLEAN, "I'll look at the diary and get back to you."]
