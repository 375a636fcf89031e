"""What an operator sets about engines, from the environment."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_settings import BaseSettings, NoDecode

from align.engines.ids import EngineId, EngineIdError
from align.harness.settings import ENVIRONMENT, ModelName, read_environment


def _models(value: object) -> object:
    """Read `do-gpu-a_1=name,do-gpu-b_2=name`."""
    if not isinstance(value, str):
        return value
    found: dict[str, str] = {}
    for entry in filter(None, (part.strip() for part in value.split(","))):
        name, sign, model = (part.strip() for part in entry.partition("="))
        try:
            is_engine = bool(sign and model) and not EngineId.parse(name).is_template
        except EngineIdError:
            is_engine = False
        if not is_engine:
            raise ValueError("write do-gpu-<model>_<build>=NAME, several with commas between them")
        if name in found:
            raise ValueError(f"{name} stands twice")
        found[name] = model
    return found


class EngineSettings(BaseSettings):
    """The variables, in capitals; `read_engine_settings` reads them."""

    model_config = ENVIRONMENT

    gpu_engine_models: Annotated[dict[str, ModelName], NoDecode, BeforeValidator(_models)] = Field(
        default_factory=dict, description="The name that each engine's weights are served under."
    )
    align_examples: int = Field(
        default=0, ge=0, le=20, description="Corrections that a prompt shows as examples; 0: none."
    )


def read_engine_settings() -> EngineSettings:
    """Return the settings in the environment; raises `SettingsError` naming each variable that cannot be used."""
    return read_environment(EngineSettings)
