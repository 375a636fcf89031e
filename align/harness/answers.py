"""What a chat completion says, read with suspicion: a 200 proves nothing."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NoReturn

from align.harness.failures import Absent, Cause
from align.harness.usage import Usage
from align.strict_json import without_repeats

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.harness.schemas import AnswerSchema
    from align.harness.transport import Reply


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that follows its schema, what it cost, and the model that the server says gave it."""

    data: Mapping[str, Any]
    usage: Usage
    model: str


@dataclass(frozen=True, slots=True)
class Tried:
    """One try, or the last of several: what came of it, what it cost, and the pause that the server asked for."""

    outcome: Answer | Absent
    usage: Usage = field(default_factory=Usage)
    retry_after: float | None = None


_CAUSES: Final[dict[int, Cause]] = {
    401: "unauthorized",
    403: "unauthorized",
    407: "unauthorized",
    408: "timeout",
    429: "rate_limited",
}
_KIND: Final = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,63}")


def failure_of(reply: Reply) -> Absent | None:
    """Return what a reply's status says went wrong, None for a success.

    The server's own words are left out: a server that refuses a request may quote it. Of an error only its kind is told.
    """
    if 200 <= reply.status < 300:
        return None
    cause = _CAUSES.get(reply.status, "server_error" if reply.status >= 500 else "bad_request")
    detail = f"HTTP {reply.status}"
    if reply.status == 404:
        detail += ", no such path or model"
    if kind := _kind_of_error(reply.body):
        detail += f", {kind}"
    return Absent(cause, detail)


def _kind_of_error(body: bytes) -> str | None:
    try:
        error = load_json(body)
    except ValueError:
        return None
    if isinstance(error, dict):
        inner = error.get("error")
        kind = (inner if isinstance(inner, dict) else error).get("type")
        if isinstance(kind, str) and _KIND.fullmatch(kind):
            return kind
    return None


def read_answer(body: bytes, schema: AnswerSchema, asked_model: str) -> Tried:
    """Return the answer in the body of a chat completion, or why it is none; tokens are counted either way."""
    try:
        completion = load_json(body)
    except ValueError:
        return Tried(Absent("bad_json", "the reply around the answer"))
    if not isinstance(completion, dict):
        return Tried(Absent("schema_violation", "the reply is no chat completion"))
    usage = _usage_in(completion)
    content, failure = _content_in(completion)
    if failure is not None:
        return Tried(failure, usage)
    try:
        data = load_json(content)
    except ValueError:
        return Tried(Absent("bad_json"), usage)
    violation = schema.violation_in(data)
    if violation is not None:
        return Tried(Absent("schema_violation", violation), usage)
    model = completion.get("model")
    return Tried(Answer(data, usage, model if isinstance(model, str) and model else asked_model), usage)


def _content_in(completion: Mapping[str, Any]) -> tuple[str, Absent | None]:
    choices = completion.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        return "", Absent("schema_violation", "the reply is no chat completion")
    reason = choice.get("finish_reason")
    if reason == "length":
        return "", Absent("truncated", "the bound on tokens")
    if reason not in {"stop", None}:
        return "", Absent("truncated", "stopped by the server")
    content = message.get("content")
    if not isinstance(content, str):
        return "", Absent("schema_violation", "the answer has no text")
    return content, None


def _usage_in(completion: Mapping[str, Any]) -> Usage:
    tokens = completion.get("usage")
    tokens = tokens if isinstance(tokens, dict) else {}
    timings = completion.get("timings")  # llama-server's; vLLM does not say how long it was busy
    timings = timings if isinstance(timings, dict) else {}
    busy_ms = _amount(timings.get("prompt_ms")) + _amount(timings.get("predicted_ms"))
    return Usage(
        prompt_tokens=int(_amount(tokens.get("prompt_tokens"))),
        completion_tokens=int(_amount(tokens.get("completion_tokens"))),
        gpu_seconds=busy_ms / 1000,
    )


def _amount(value: object) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and 0 <= value < 1e12 else 0  # type: ignore[operator,return-value] # a number by then


def load_json(text: str | bytes) -> Any:  # noqa: ANN401 - JSON may be anything
    """Return a JSON value; raises `ValueError` for anything else, a repeated key, and numbers that JSON does not have."""
    try:
        return json.loads(
            text, parse_constant=_refuse, parse_float=_finite, object_pairs_hook=without_repeats
        )
    except RecursionError:
        raise ValueError("nested too deep") from None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError("a number out of range")
    return value
