"""What a server can do, found out by asking: above all whether it keeps to a schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from align.harness.answers import Answer
from align.harness.client import ChatRequest, Message, ModelClient
from align.harness.failures import Absent, Cause
from align.harness.fence import new_nonce
from align.harness.registry import strict_object
from align.harness.schemas import AnswerSchema

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.harness.deadline import Deadline

PROBE_SECONDS: Final = 30.0
PROBE_TOKENS: Final = 64

SchemaSupport: TypeAlias = Literal["enforced", "ignored", "refused", "unknown"]
"""`refused`: the server takes no request with a schema. `unknown`: it gave no answer to judge by."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a probe found. `failure` says why something is unknown; `has_model` is None when the server does not list models."""

    model: str
    is_healthy: bool
    has_model: bool | None
    schema: SchemaSupport
    failure: Absent | None = None

    @property
    def is_usable(self) -> bool:
        """Whether calls can be expected to be answered in their form."""
        return self.problem is None

    @property
    def problem(self) -> str | None:
        """What stands in the way of such answers, and what to do about it; None when nothing does."""
        if not self.is_healthy:
            return f"not healthy: {self.failure}; start the server, or mend its address"
        if self.has_model is False:
            return "the server does not serve this model; see its /v1/models"
        if self.schema != "enforced":
            return (
                f"the schema of an answer is {self.schema} ({self.failure}); serve it with structured outputs"
            )
        return None


async def probe(
    client: ModelClient, model: str, deadline: Deadline, *, nonce: Callable[[], str] = new_nonce
) -> Capabilities:
    """Ask a server how it is, what it serves, and for an answer that only a schema can bring about.

    The prompt asks for one word of prose; the schema allows only an object with a fresh value that the prompt does not
    name. A server that ignores the schema answers the prompt.
    """
    ill = await client.health(deadline)
    if ill is not None and ill.cause in {"refused", "timeout", "deadline", "cancelled"}:
        return Capabilities(model, is_healthy=False, has_model=None, schema="unknown", failure=ill)
    served = await client.models(deadline)
    has_model = None if isinstance(served, Absent) else model in {entry.id for entry in served}
    support, failure = await _schema_support(client, model, deadline, nonce())
    return Capabilities(model, ill is None, has_model, support, failure or ill)


async def _schema_support(
    client: ModelClient, model: str, deadline: Deadline, word: str
) -> tuple[SchemaSupport, Absent | None]:
    request = ChatRequest(
        model,
        (Message("user", "Answer with the word no, in plain prose, and nothing else."),),
        AnswerSchema("probe", strict_object(word={"type": "string", "enum": [word]})),
        max_tokens=PROBE_TOKENS,
        seed=0,
    )
    tried = await client.complete(request, seconds=PROBE_SECONDS, deadline=deadline)
    if isinstance(tried.outcome, Answer):
        return "enforced", None
    return _MEANINGS.get(tried.outcome.cause, "unknown"), tried.outcome


_MEANINGS: Final[dict[Cause, SchemaSupport]] = {
    "bad_json": "ignored",
    "schema_violation": "ignored",
    "bad_request": "refused",
}
