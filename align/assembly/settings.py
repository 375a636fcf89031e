"""How the gate is put together: which engine, which mode, what the judge may do, where messages go."""

from __future__ import annotations

from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic_settings import BaseSettings

from align.engines.ids import EngineId, EngineIdError
from align.gate.candidate import Mode
from align.gate.gate import DEFAULT_DEADLINE_SECONDS, GateSettings
from align.harness.settings import ENVIRONMENT, Key, Seconds, read_environment
from align.judge.server_judge import Questions
from specs.document.nearest import did_you_mean

JudgeSetting = Literal["off", "shadow", "enforce"]
"""`off`: the judge is not asked. `shadow`: its scores are recorded, and hold nothing. `enforce`: they may hold."""


def parse_engine(value: str) -> str:
    """Return an engine id as it is written; raises `ValueError` that says what one looks like."""
    try:
        return str(EngineId.parse(value))
    except EngineIdError as error:
        raise ValueError(str(error)) from None


def parse_mode(value: str) -> Mode:
    """Return a mode; raises `ValueError` with the nearest one."""
    modes = get_args(Mode)
    for mode in modes:
        if value == mode:
            found: Mode = mode
            return found
    raise ValueError(f"'{value}' is no mode{did_you_mean(value.upper(), modes)}; write {', '.join(modes)}")


def is_address(outbox: str) -> bool:
    """Whether an outbox is a webhook's address, and not a file."""
    return outbox.lower().startswith(("http://", "https://"))


def _outbox(value: str) -> str:
    if not value.strip():
        raise ValueError("is empty; give a file, or the address of a webhook")
    if not is_address(value):
        return value
    try:
        parts = urlsplit(value)
        legal = bool(parts.hostname) and parts.port != 0
    except ValueError:
        legal = False
    if not legal:
        raise ValueError("is no address of a webhook; write https://HOST/PATH")
    if parts.username is not None:
        raise ValueError("holds a password; a key goes into ALIGN_OUTBOX_KEY")
    return value


class GateEnvironment(BaseSettings):
    """The variables, in capitals. `read_gate_environment` reads them; what a command was told goes before them."""

    model_config = ENVIRONMENT

    align_engine: Annotated[str, AfterValidator(parse_engine)] = "template"
    align_mode: Mode = "DRAFT"
    align_outbox: Annotated[str, AfterValidator(_outbox)] = "outbox.jsonl"
    align_outbox_key: Key | None = Field(
        default=None, description="The webhook's key, sent as a bearer token."
    )
    align_outbox_seconds: Seconds = Field(default=10.0, description="For one post to the webhook.")
    align_deadline_seconds: Seconds = Field(
        default=DEFAULT_DEADLINE_SECONDS, description="For a whole pass through the gate."
    )
    align_grace_seconds: Seconds = Field(
        default=5.0, description="For the template that is fallen back on, when the deadline leaves less."
    )
    align_record_seconds: Seconds = Field(default=30.0, description="For the record of a decision.")
    align_judge: JudgeSetting = "enforce"
    align_judge_questions: Questions = "decomposed"
    align_judge_seconds: Seconds = Field(default=15.0, description="For one judgement, inside the deadline.")
    align_late_seconds: Seconds = Field(
        default=60.0, description="Between rounds of judging what passed while the judge was away."
    )

    @property
    def gate(self) -> GateSettings:
        """How the gate works."""
        mode: Literal["shadow", "enforce"] = "shadow" if self.align_judge == "shadow" else "enforce"
        return GateSettings(
            self.align_deadline_seconds,
            self.align_judge_seconds,
            mode,
            self.align_grace_seconds,
            self.align_record_seconds,
        )


def read_gate_environment(**told: object) -> GateEnvironment:
    """Return the settings; what was `told` (None: nothing was) goes before the environment.

    Raises `SettingsError` naming each setting that cannot be used.
    """
    return read_environment(
        GateEnvironment, **{name: value for name, value in told.items() if value is not None}
    )
