"""A client of one OpenAI-compatible server, as vLLM serves it: one request, one try."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal

from align.harness.answers import Answer, Tried, failure_of, load_json, read_answer
from align.harness.failures import Absent
from align.harness.spending import spend
from align.harness.usage import Usage

if TYPE_CHECKING:
    from align.harness.deadline import Deadline
    from align.harness.schemas import AnswerSchema
    from align.harness.transport import Reply, Transport

_SHOWN: Final = 8
"""So many of a server's models are named where the one that is asked for is not among them."""

ASK_SECONDS: Final = 5.0
"""How long a server may take to say how it is."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a prompt."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """A prompt and the form of its answer. `priority` is left out unless the server schedules by it.

    `served_as`, where given, are names of which the server must list one: the first that it does is asked instead of
    `model`. Some servers answer for any name, with whatever they have.
    """

    model: str
    messages: tuple[Message, ...]
    schema: AnswerSchema
    max_tokens: int
    seed: int | None = None
    priority: int | None = None
    served_as: tuple[str, ...] = ()

    def payload(self) -> dict[str, object]:
        """Return what is sent: only what vLLM and its like agree about."""
        sent: dict[str, object] = {
            "model": self.model,
            "messages": [
                {"role": message.role, "content": _well_formed(message.content)} for message in self.messages
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": self.schema.name, "schema": self.schema.schema, "strict": True},
            },
            "max_completion_tokens": self.max_tokens,
        }
        optional = {"seed": self.seed, "priority": self.priority}
        return sent | {name: value for name, value in optional.items() if value is not None}


def _well_formed(text: str) -> str:
    """Return a text that any reader of JSON takes: one that a client sent may hold halves of characters."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class ServedModel:
    """A model on a server; `parent` is the base model of an adapter."""

    id: str
    parent: str | None = None


class ModelClient:
    """Asks one server. Never raises for a failing one; a caller's cancellation goes through."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._listed: frozenset[str] = frozenset()

    async def complete(self, request: ChatRequest, *, seconds: float, deadline: Deadline) -> Tried:
        """Return the answer to one try, at most `seconds` long, checked against its schema; or why there is none.

        What it costs is told to who counts (`align.harness.spending`), also of a try that is broken off.
        """
        begun = deadline.clock()
        if request.served_as:
            failure = await self._list(request.served_as, deadline)
            if failure is not None:
                return Tried(failure)
        request = replace(request, model=self.name_of(request))
        try:
            reply = await self._transport.send(
                "POST", "/v1/chat/completions", request.payload(), seconds=seconds, deadline=deadline
            )
        except BaseException:
            spend(Usage(wall_seconds=deadline.clock() - begun, calls=1))  # all that is known of it
            raise
        tried = _tried(reply, request)
        usage = tried.usage + Usage(wall_seconds=deadline.clock() - begun, calls=1)
        spend(usage)
        outcome = tried.outcome
        if isinstance(outcome, Answer):
            outcome = replace(outcome, usage=usage)
        return replace(tried, outcome=outcome, usage=usage)

    def name_of(self, request: ChatRequest) -> str:
        """Return the name under which a request is sent, as far as is known by now."""
        return next((name for name in request.served_as if name in self._listed), request.model)

    async def _list(self, names: tuple[str, ...], deadline: Deadline) -> Absent | None:
        """Make sure that the server lists one of these names: it is asked once, and again for names that it did not list."""
        if not self._listed.isdisjoint(names):
            return None
        served = await self.models(deadline)
        if isinstance(served, Absent):
            return served
        self._listed = frozenset(model.id for model in served)
        if not self._listed.isdisjoint(names):
            return None
        listed = ", ".join(sorted(self._listed)[:_SHOWN]) or "nothing"
        return Absent("unknown_model", f"asked for {' or '.join(names)}; it lists {listed}")

    async def health(self, deadline: Deadline) -> Absent | None:
        """Return what is wrong with the server, None when it says that it is well."""
        reply = await self._transport.send("GET", "/health", seconds=ASK_SECONDS, deadline=deadline)
        return reply if isinstance(reply, Absent) else failure_of(reply)

    async def models(self, deadline: Deadline) -> tuple[ServedModel, ...] | Absent:
        """Return the models that the server says it has, base models and adapters alike."""
        reply = await self._transport.send("GET", "/v1/models", seconds=ASK_SECONDS, deadline=deadline)
        if isinstance(reply, Absent):
            return reply
        return failure_of(reply) or _models_in(reply)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()


def _tried(reply: Reply | Absent, request: ChatRequest) -> Tried:
    if isinstance(reply, Absent):
        return Tried(reply)
    failure = failure_of(reply)
    if failure is not None:
        return Tried(failure, retry_after=reply.retry_after)
    return read_answer(reply.body, request.schema, request.model)


def _models_in(reply: Reply) -> tuple[ServedModel, ...] | Absent:
    try:
        listed: Any = load_json(reply.body)
    except ValueError:
        return Absent("bad_json", "the list of models")
    entries = listed.get("data") if isinstance(listed, dict) else None
    if not isinstance(entries, list):
        return Absent("schema_violation", "the list of models")
    named = [entry for entry in entries if isinstance(entry, dict) and isinstance(entry.get("id"), str)]
    parents = [entry.get("parent") for entry in named]
    return tuple(
        ServedModel(entry["id"], parent if isinstance(parent, str) else None)
        for entry, parent in zip(named, parents, strict=True)
    )
