"""What tokens and GPU time cost: a small strict TOML file.

    currency = "EUR"
    gpu_hour = 2.49             # each hour that a server says it was busy; leases are billed by this as well
    prompt_million = 0.10       # each million tokens of prompts
    completion_million = 0.40   # and of answers

    [models."llama-3.1-8b"]     # where a model's differ
    completion_million = 0.60

What is not named costs nothing; at least one price must be named.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings

from align.harness.settings import ENVIRONMENT, Seconds, SettingsError, read_environment

if TYPE_CHECKING:
    from align.harness.usage import Usage

NANO: Final = 1_000_000_000
"""Money is counted in billionths of the currency, in whole numbers, so that sums are exact."""

_MILLION: Final = 1_000_000
_HOUR: Final = 3600
_MAX_BYTES: Final = 256 * 1024

Price = Annotated[Decimal, Field(ge=0, le=1_000_000, allow_inf_nan=False)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ModelPrices(_Part):
    """The prices of one model, in the table's currency; None leaves the table's."""

    prompt_million: Price | None = None
    completion_million: Price | None = None


class PriceTable(_Part):
    """Prices in one currency: for a million tokens of prompts and of answers, and for an hour of the GPU."""

    currency: str = Field(pattern=r"^[A-Z]{3}$")
    gpu_hour: Price = Decimal(0)
    prompt_million: Price = Decimal(0)
    completion_million: Price = Decimal(0)
    models: dict[str, ModelPrices] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _has_a_price(self) -> Self:
        if not self.model_fields_set & {"gpu_hour", "prompt_million", "completion_million", "models"}:
            raise ValueError("names no price")
        return self

    def nano(self, model: str, usage: Usage) -> int:
        """Return what a usage of a model costs, in billionths of the currency, rounded to the nearest."""
        own = self.models.get(model, ModelPrices())
        prompt = self.prompt_million if own.prompt_million is None else own.prompt_million
        completion = self.completion_million if own.completion_million is None else own.completion_million
        tokens = usage.prompt_tokens * prompt + usage.completion_tokens * completion
        return round(tokens * NANO / _MILLION) + self.machine_nano(usage.gpu_seconds)

    def machine_nano(self, seconds: float) -> int:
        """Return what so many seconds of the GPU cost, in billionths of the currency."""
        return round(Decimal(repr(seconds)) * self.gpu_hour * NANO / _HOUR)


def read_prices(path: Path) -> PriceTable:
    """Return the price table in a TOML file; raises `SettingsError` with the file and the field or line."""
    try:
        with path.open("rb") as file:
            raw = file.read(_MAX_BYTES + 1)
        if len(raw) > _MAX_BYTES:
            raise SettingsError(f"{path}: is longer than {_MAX_BYTES} bytes")
        data = tomllib.loads(raw.decode("utf-8"), parse_float=Decimal)
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: is no UTF-8 text") from None
    except (tomllib.TOMLDecodeError, RecursionError, ArithmeticError) as error:
        raise SettingsError(f"{path}: is no TOML: {error}") from None
    try:
        return PriceTable.model_validate(data)
    except ValidationError as error:
        lines = [
            f"{path}: {'.'.join(map(str, problem['loc'])) or 'the table'}: {problem['msg'].removeprefix('Value error, ')}"
            for problem in error.errors(include_url=False, include_context=False)
        ]
        raise SettingsError("\n".join(lines)) from None


class CostSettings(BaseSettings):
    """The variables, in capitals: the file of prices (without one money is not counted), and how often usage is stored."""

    model_config = ENVIRONMENT

    gpu_prices: Path | None = None
    gpu_cost_seconds: Seconds = Field(default=10.0, description="Between two times that usage is stored.")


def read_cost_settings() -> CostSettings:
    """Return the settings in the environment; raises `SettingsError` naming each variable that cannot be used."""
    return read_environment(CostSettings)
