"""`AlignRunnable`: a step of a LangChain chain that lets drafts through which agree with the facts, and no others.

chain = prompt | model | AlignRunnable(store)
chain.invoke(question, config={"metadata": {"align_persona": "marlow", "align_inbound": question}})
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

try:
    from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
    from langchain_core.outputs import ChatGeneration, Generation
    from langchain_core.runnables import Runnable, RunnableConfig
    from langchain_core.runnables.config import ensure_config
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] != "langchain_core":
        raise
    raise ModuleNotFoundError(
        "align.integrations.langchain needs LangChain: pip install 'draft-alignment-gate[langchain]'",
        name="langchain_core",
    ) from None

from align.context import DraftContext
from align.integrations.decorator import NotAlignedError
from align.validate import validate_draft
from specs.store import SpecStore

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from align.compiled import CompiledSpec
    from align.findings import Validation
    from specs import Spec

__all__ = ["AlignRunnable", "NotAlignedError"]

Draft = TypeVar("Draft", bound=str | AIMessage | Generation)

PERSONA: Final = "align_persona"
INBOUND: Final = "align_inbound"
NOW: Final = "align_now"
TIME_LOCKED: Final = "align_time_locked"

_UNSAID: Final = re.compile("reasoning|thinking|tool|_call|input_json")
"""In the kinds of content that are said to nobody, by any provider's names."""


class AlignRunnable(Runnable[Draft, Draft], Generic[Draft]):
    """Passes a draft on as it came, or raises `NotAlignedError`, whose text has no word of it.

    A draft is a text, a message of a model, or a generation. Of a message its text and its refusal are checked, as one;
    what it says to tools and in its reasoning is not, and one that says nothing else passes. In a stream the draft is
    kept until it is whole.

    `spec` is a spec, a store whose facts are read at each call, or a function from a persona to its spec; the persona
    is `persona`, or the config's metadata has it. The metadata may have, for each call:

    - `align_persona`: the persona's key
    - `align_inbound`: the client's message that the draft answers
    - `align_time_locked`: whether the time is agreed
    - `align_now`: the moment of the check, aware, or as text in ISO 8601; without it `clock` is asked

    `on_held` is called with a held draft and its validation, and what it returns takes the draft's place: a draft, or
    a text for one of the same kind. It is checked in its turn, and raises when it is held as well.

    At a call: `TypeError` and `ValueError` name the key of the metadata that cannot be used, or say that the draft cannot
    be checked (a picture, say, or a block of an unknown kind); a store's errors come out as they are. Whatever is raised,
    nothing is passed on.
    """

    def __init__(
        self,
        spec: Spec | CompiledSpec | SpecStore | Callable[[str], Spec | CompiledSpec],
        *,
        persona: str | None = None,
        on_held: Callable[[Draft, Validation], Draft | str] | None = None,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
    ) -> None:
        self._spec = spec
        self._persona = persona
        self._on_held: Callable[[Draft, Validation], Draft | str] | None = on_held
        self._clock = clock

    def invoke(self, input: Draft, config: RunnableConfig | None = None, **_kwargs: Any) -> Draft:  # noqa: A002, ANN401 - LangChain's signature
        """Return the draft, or what takes its place; raises `NotAlignedError`."""
        metadata = ensure_config(config).get("metadata") or {}
        passed: Draft = self._call_with_config(lambda draft: self._passed(draft, metadata), input, config)
        return passed

    def _passed(self, draft: Draft, metadata: Mapping[str, Any]) -> Draft:
        now = _moment(metadata) or self._clock()
        context = _context(metadata)
        text = _text(draft)
        if not text:
            return draft
        spec = self._spec_of(metadata)
        validation = validate_draft(text, spec, now=now, context=context)
        if validation.ok:
            return draft
        if self._on_held is None:
            raise NotAlignedError(validation)
        instead = self._on_held(draft, validation)
        made = cast("Draft", _like(draft, instead) if isinstance(instead, str) else instead)
        validation = validate_draft(_text(made), spec, now=now, context=context)
        if not validation.ok:
            raise NotAlignedError(validation)
        return made

    def _spec_of(self, metadata: Mapping[str, Any]) -> Spec | CompiledSpec:
        spec = self._spec
        if not isinstance(spec, SpecStore) and not callable(spec):
            return spec
        persona = self._persona if self._persona is not None else metadata.get(PERSONA)
        if not isinstance(persona, str):
            raise ValueError(f"metadata.{PERSONA}: names no persona")  # noqa: TRY004 - missing, as a rule
        return spec.current(persona).spec if isinstance(spec, SpecStore) else spec(persona)


def _context(metadata: Mapping[str, Any]) -> DraftContext:
    inbound, locked = metadata.get(INBOUND), metadata.get(TIME_LOCKED, False)
    if inbound is not None and not isinstance(inbound, str):
        raise TypeError(f"metadata.{INBOUND}: expected text, got {type(inbound).__name__}")
    if not isinstance(locked, bool):
        raise TypeError(f"metadata.{TIME_LOCKED}: expected true or false, got {type(locked).__name__}")
    return DraftContext(inbound, locked)


def _moment(metadata: Mapping[str, Any]) -> dt.datetime | None:
    now = metadata.get(NOW)
    if isinstance(now, str):
        try:
            now = dt.datetime.fromisoformat(now)
        except ValueError:
            raise ValueError(f"metadata.{NOW}: expected a moment in ISO 8601") from None
    if now is not None and not isinstance(now, dt.datetime):
        raise TypeError(f"metadata.{NOW}: expected a moment, got {type(now).__name__}")
    if now is not None and now.tzinfo is None:
        raise ValueError(f"metadata.{NOW}: expected an offset")
    return now


def _text(draft: object) -> str:
    """Return a draft's text; raises `TypeError` for what is no draft, and `ValueError` for one that cannot be read."""
    if isinstance(draft, str):
        return draft
    if isinstance(draft, ChatGeneration):
        return _said(draft.message)
    if isinstance(draft, Generation):
        return str(draft.text)
    if isinstance(draft, AIMessage):
        return _said(draft)
    raise TypeError(f"expected a text, a model's message or a generation, got {type(draft).__name__}")


def _said(message: BaseMessage) -> str:
    """Return what people read of a message: its text, and its refusal below it."""
    blocks = [block for block in message.content if isinstance(block, dict)]
    refusals = [block.get("refusal") for block in blocks if block.get("type") == "refusal"]
    refusals += [message.additional_kwargs.get("refusal")]
    if not all(isinstance(refusal, str | None) for refusal in refusals) or not all(map(_is_readable, blocks)):
        raise ValueError("the message cannot be checked: it has content that is no text")
    if message.additional_kwargs.get("audio"):
        raise ValueError("the message cannot be checked: it is spoken")
    return "\n".join(filter(None, (str(message.text), *map(str, filter(None, refusals)))))


def _is_readable(block: dict[str, Any]) -> bool:
    kind = block.get("type")
    if kind == "text":
        return isinstance(block.get("text"), str)
    return isinstance(kind, str) and (kind == "refusal" or _UNSAID.search(kind) is not None)


def _like(draft: str | AIMessage | Generation, text: str) -> str | AIMessage | Generation:
    """Return a draft of the same kind with another text, and nothing else of it."""
    if isinstance(draft, str):
        return text
    if isinstance(draft, ChatGeneration):
        return ChatGeneration(message=AIMessage(content=text))
    if isinstance(draft, Generation):
        return Generation(text=text)
    kind = AIMessageChunk if isinstance(draft, AIMessageChunk) else AIMessage
    return kind(content=text, id=draft.id)
