"""Where the model servers are and how they are asked, from the environment."""

from __future__ import annotations

from typing import Annotated, Any, Final, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


class SettingsError(ValueError):
    """Variables of the environment that cannot be used, each by name; their values are never shown."""


def _base_url(value: str) -> str:
    try:
        parts = urlsplit(value)
        legal = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        legal = False
    if not legal:
        raise ValueError("is no address of a server; write http://HOST:PORT or https://HOST")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError("has more than an address; a key goes into its own variable")
    # The OpenAI clients' habit is to write /v1, but /health lies beside it.
    return value.rstrip("/").removesuffix("/v1").rstrip("/")


def _key(value: SecretStr) -> SecretStr:
    text = value.get_secret_value()
    if not all("!" <= character <= "~" for character in text):
        raise ValueError("has a space, a line break or another character that no key has")
    return value


BaseUrl = Annotated[str, AfterValidator(_base_url)]
Key = Annotated[SecretStr, AfterValidator(_key)]
Seconds = Annotated[float, Field(gt=0, le=3600, allow_inf_nan=False)]
ModelName = Annotated[str, Field(min_length=1, max_length=256)]


ENVIRONMENT: Final = SettingsConfigDict(
    frozen=True, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True, validate_default=False
)
"""How every kind of settings reads its variables."""


class HarnessSettings(BaseSettings):
    """The variables, in capitals. One that is not set, or empty, is absent; `read_settings` reads them.

    Without `GPU_INFERENCE_URL` there is no model server, and everything that needs one is absent. The classifier is
    asked at `CLASSIFIER_INFERENCE_URL`, or beside the generator without that; it needs `GPU_CLASSIFIER_MODEL`.
    """

    model_config = ENVIRONMENT

    gpu_inference_url: BaseUrl | None = None
    gpu_inference_key: Key | None = None
    gpu_llm_model: ModelName | None = None
    gpu_classifier_model: ModelName | None = None
    classifier_inference_url: BaseUrl | None = None
    classifier_inference_key: Key | None = None
    gpu_connect_seconds: Seconds = Field(default=5.0, description="To reach a server.")
    gpu_timeout_seconds: Seconds | None = Field(
        default=None, description="For one try, instead of each task's own."
    )
    gpu_max_concurrency: int = Field(default=8, ge=1, le=1024, description="Requests under way on a server.")
    gpu_max_attempts: int = Field(default=3, ge=1, le=10, description="Tries of one call.")
    gpu_send_priority: bool = Field(
        default=False, description="Send `priority`; only for a server that schedules by it."
    )
    gpu_breaker_failures: int = Field(default=5, ge=1, description="Failures in a row that open the breaker.")
    gpu_breaker_seconds: Seconds = Field(default=30.0, description="How long a failing server is left alone.")

    @property
    def classifier_url(self) -> str | None:
        """Where the classifier is asked."""
        return self.classifier_inference_url or self.gpu_inference_url

    @property
    def classifier_key(self) -> SecretStr | None:
        """The key there; the generator's never goes to the classifier's own server."""
        own = self.classifier_inference_url
        return (
            self.gpu_inference_key
            if own is None or own == self.gpu_inference_url
            else self.classifier_inference_key
        )


_PREFIX: Final = "Value error, "


Settings = TypeVar("Settings", bound=BaseSettings)


def read_environment(kind: type[Settings], **told: Any) -> Settings:  # noqa: ANN401 - any setting
    """Return settings of a kind; what is `told` goes before the environment.

    Raises `SettingsError` naming each variable that cannot be used.
    """
    try:
        return kind(**told)
    except ValidationError as error:
        begins = kind.model_config.get("env_prefix", "")
        lines = [
            ": ".join(
                [
                    *(f"{begins}{name}".upper() for name in problem["loc"][:1]),
                    problem["msg"].removeprefix(_PREFIX),
                ]
            )
            for problem in error.errors(include_input=False, include_url=False, include_context=False)
        ]
        raise SettingsError("\n".join(lines)) from None


def read_settings() -> HarnessSettings:
    """Return the settings in the environment; raises `SettingsError` naming each variable that cannot be used."""
    return read_environment(HarnessSettings)
