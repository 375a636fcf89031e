"""What comes in: the fields of requests, each checked where it stands."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    StrictBool,
    StrictStr,
    WithJsonSchema,
)

from align.context import DraftContext
from align.gate.candidate import MAX_MESSAGE_CHARS, Candidate, length_problem
from align.http.examples import RECEIPT
from specs.filling import NAME
from specs.store.moments import as_utc

_FORM = "write an ISO 8601 moment with its UTC offset, such as 2026-11-21T10:00:00-06:00"


def parse_moment(value: object) -> dt.datetime:
    """Return the moment in a text; raises `ValueError` unless it carries a UTC offset and lies in a sensible year."""
    if not isinstance(value, str):
        raise ValueError(f"not a text; {_FORM}")  # noqa: TRY004 - Pydantic tells a ValueError with its field
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"no moment; {_FORM}") from None
    if moment.utcoffset() is None:
        raise ValueError(f"no UTC offset; {_FORM}")
    as_utc(moment)
    return moment


Moment = Annotated[
    dt.datetime,
    BeforeValidator(parse_moment),
    WithJsonSchema({"type": "string", "format": "date-time", "examples": ["2026-11-21T10:00:00-06:00"]}),
]


def _check_length(value: str) -> str:
    problem = length_problem(value)
    if problem is not None:
        raise ValueError(problem)
    return value


# Pydantic's own `max_length` takes no half of a surrogate pair.
Message: TypeAlias = Annotated[
    StrictStr,
    AfterValidator(_check_length),
    WithJsonSchema({"type": "string", "maxLength": MAX_MESSAGE_CHARS}),
]
"""A text that is checked, filled in or answered."""


def _check_id(value: object) -> object:
    if value is not None and (isinstance(value, bool) or not isinstance(value, str | int)):
        raise ValueError("not a text or a whole number")
    return value


DraftId: TypeAlias = Annotated[str | int | None, BeforeValidator(_check_id)]


ValueName: TypeAlias = Annotated[StrictStr, Field(pattern=f"^(?:{NAME.pattern})$")]


_FILLED: Final[dict[str, JsonValue]] = {"minLength": 1}


class Context(BaseModel):
    """What surrounds a draft."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    inbound: Message | None = Field(None, description="The client's message that the draft answers.")
    time_locked: StrictBool = Field(default=False, description="Whether the appointment time is agreed.")

    def draft_context(self) -> DraftContext:
        """Return it as the check takes it."""
        return DraftContext(self.inbound, self.time_locked)


class ValidateRequest(BaseModel):
    """One draft to check, against the stored spec of a persona or a spec that comes along."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "persona": "marlow",
                    "body": "An hour is £40.",
                    "now": "2026-05-12T10:00:00+01:00",
                    "context": {"inbound": "how much is an hour?"},
                }
            ]
        },
    )

    id: DraftId = Field(None, description="Comes back in the answer.")
    persona: StrictStr | None = Field(None, description="Whose stored spec holds.")
    spec: dict[str, Any] | None = Field(None, description="A fact document, instead of a persona.")
    body: Message = Field(description="The draft; any text.")
    now: Moment | None = Field(None, description="The moment of the check. Default: the present.")
    context: Context = Field(default_factory=Context)


class BatchLine(ValidateRequest):
    """One line of a batch; keys that are not named here are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class AlignRequest(BaseModel):
    """One candidate for the whole gate."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "id": "conversation-81-message-4",
                    "persona": "marlow",
                    "body": "Hi! An hour is £45.",
                    "template_key": "opener",
                    "context": {"inbound": "hi, how much?", "time_locked": False},
                    "mode": "GO",
                }
            ]
        },
    )

    id: StrictStr = Field(description="The caller's own, unique for each message.", json_schema_extra=_FILLED)
    persona: StrictStr = Field(description="Whose message it is.", json_schema_extra=_FILLED)
    body: Message | None = Field(None, description="The draft; without it the engine writes one.")
    template_key: StrictStr | None = Field(None, description="Names the safe body to fall back on.")
    goal: StrictStr | None = Field(None, description="What the message is for.")
    context: Context = Field(default_factory=Context)
    archetype: StrictStr | None = Field(
        None, description="What kind of client; chooses the engine's workflow."
    )
    state: StrictStr | None = Field(None, description="How far things are; chooses the engine's workflow.")
    workflow: StrictStr | None = Field(None, description="The engine's workflow by its name.")
    values: dict[ValueName, Message] = Field(
        default_factory=dict,
        description="What fills the places of the template, by their names.",
        json_schema_extra={"additionalProperties": False},
    )
    mode: Literal["GO", "DRAFT", "PAUSE"] = Field(
        "GO", description="GO: what passes may be sent; DRAFT: it waits for a person; PAUSE: all is held."
    )

    def candidate(self) -> Candidate:
        """Return it as the gate takes it."""
        return Candidate(
            self.id,
            self.persona,
            self.body,
            self.template_key,
            self.goal,
            self.context.draft_context(),
            self.archetype,
            self.state,
            self.workflow,
            self.values,
        )


class ReceiptRequest(BaseModel):
    """A receipt, and the body that is about to be sent."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_extra={"examples": [{"receipt": RECEIPT, "body": "Hi! An hour is £45."}]},
    )

    receipt: StrictStr = Field(description="The receipt, as `/v1/align` gave it.")
    body: StrictStr = Field(description="The body that is to be sent.")
