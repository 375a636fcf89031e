"""The bodies in LiteLLM's answers, whole or in chunks, and answers in which others stand in their place.

Chat and text completions are read. Of any other answer nobody here knows where its words are: it raises
`UncheckedError`, unless it has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from litellm.types.utils import (
    Choices,
    Delta,
    EmbeddingResponse,
    Message,
    ModelResponse,
    ModelResponseStream,
    StreamingChoices,
    TextChoices,
    TextCompletionResponse,
)

from align.integrations.litellm.requests import UncheckedError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from align.findings import Validation

    Answer: TypeAlias = ModelResponse | ModelResponseStream | TextCompletionResponse

_MARK: Final = "align"
"""The name under `provider_specific_fields` where an annotated answer has its validation."""


def bodies(answers: Sequence[object]) -> dict[int, str]:
    """Return the bodies in an answer, or in all chunks of one, by the index of their choice.

    A refusal is shown to people as well: it stands below what the choice says else. Choices without words, those that
    only call tools among them, are left out.
    """
    contents: dict[int, str] = {}
    refusals: dict[int, str] = {}
    for answer in answers:
        choices = _choices(answer)
        if len({choice.index for choice in choices}) < len(choices):
            raise UncheckedError(400, "an answer whose choices have the same index cannot be checked")
        for choice in choices:
            content, refusal = _texts(choice)
            contents[choice.index] = contents.get(choice.index, "") + content
            refusals[choice.index] = refusals.get(choice.index, "") + refusal
    found = {index: "\n".join(filter(None, (contents[index], refusals[index]))) for index in contents}
    return {index: body for index, body in found.items() if body}


def replaced(answers: Sequence[Any], bodies_by_choice: Mapping[int, str]) -> list[Answer]:
    """Return the answers with other bodies in some choices; nothing else that the model said there stays but tool calls.

    A body stands whole where the choice began.
    """
    left = dict(bodies_by_choice)
    made = []
    for answer in answers:
        choices = [
            _with_body(choice, left.pop(choice.index, "")) if choice.index in bodies_by_choice else choice
            for choice in answer.choices
        ]
        made.append(_with_choices(answer, choices))
    return made


def annotated(answers: Sequence[Any], validations: Mapping[int, Validation]) -> Sequence[Answer]:
    """Return the answers, with each choice's validation in its last `provider_specific_fields`."""
    left = dict(validations)
    for answer in reversed(answers):
        for choice in answer.choices:
            if (validation := left.pop(choice.index, None)) is not None:
                place = _said(choice)
                fields = getattr(place, "provider_specific_fields", None) or {}
                place.provider_specific_fields = {**fields, _MARK: validation.to_dict()}
    return answers


def _choices(answer: object) -> Sequence[Any]:
    if isinstance(answer, ModelResponse | ModelResponseStream | TextCompletionResponse):
        found: Sequence[Any] = answer.choices
        return found
    if isinstance(answer, EmbeddingResponse):
        return ()
    raise UncheckedError(400, f"an answer of this kind cannot be checked: {type(answer).__name__}")


def _said(choice: Any) -> Any:  # noqa: ANN401 - LiteLLM's message or delta, or what has the text itself
    if isinstance(choice, TextChoices):
        return choice
    return choice.message if isinstance(choice, Choices) else choice.delta


def _texts(choice: Any) -> tuple[str, str]:  # noqa: ANN401 - one of LiteLLM's choices
    """Return what a choice says and how it refuses; raises `UncheckedError` for what is no text."""
    said = _said(choice)
    if getattr(said, "audio", None) or getattr(said, "images", None):
        raise UncheckedError(400, "an answer that is spoken or drawn cannot be checked")
    if said is choice and (getattr(said, "message", None) or getattr(said, "delta", None)):
        raise UncheckedError(400, "a completion with words of a chat cannot be checked")
    content, refusal = said.text if said is choice else said.content, getattr(said, "refusal", None)
    if not isinstance(content, str | None) or not isinstance(refusal, str | None):
        raise UncheckedError(400, "an answer whose content is no text cannot be checked")
    return content or "", refusal or ""


def _with_body(choice: Any, body: str) -> Any:  # noqa: ANN401 - one of LiteLLM's choices
    """Return a choice made anew: what the model thought, and how sure it was of which word, quote the old body."""
    if isinstance(choice, TextChoices):
        return TextChoices(finish_reason=choice.finish_reason, index=choice.index, text=body)
    said = _said(choice)
    calls = {"role": said.role, "tool_calls": said.tool_calls, "function_call": said.function_call}
    if isinstance(choice, Choices):
        message = Message(content=body, role=said.role, tool_calls=said.tool_calls)
        message.function_call = said.function_call
        return Choices(finish_reason=choice.finish_reason, index=choice.index, message=message)
    delta = Delta(content=body or None, **calls)
    return StreamingChoices(finish_reason=choice.finish_reason, index=choice.index, delta=delta)


def _with_choices(answer: Any, choices: list[Any]) -> Answer:  # noqa: ANN401 - one of LiteLLM's answers
    fields = {"id": answer.id, "created": answer.created, "model": answer.model, "choices": choices}
    if (usage := getattr(answer, "usage", None)) is not None:
        fields["usage"] = usage
    made: Answer = type(answer)(**fields)
    hidden = getattr(answer, "_hidden_params", None)
    if isinstance(hidden, dict):
        kept = {name: value for name, value in hidden.items() if name != "original_response"}
        made._hidden_params = kept  # noqa: SLF001 - where LiteLLM's proxy looks for headers and costs
    return made
