"""Which machine is leased, where from and how long, from the environment."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_settings import BaseSettings, NoDecode

from align.harness.answers import load_json
from align.harness.lease.command import PLACEHOLDER, CommandProvider
from align.harness.lease.local_process import LocalProcess
from align.harness.lease.policy import LeasePolicy
from align.harness.settings import ENVIRONMENT, Seconds, read_environment

if TYPE_CHECKING:
    from align.harness.lease.provider import Provider


def _arguments(value: Any) -> Any:  # noqa: ANN401 - what the environment holds
    """Return the list of arguments in a JSON text; raises `ValueError` for anything else."""
    if not isinstance(value, str):
        return value
    try:
        found = load_json(value)
    except ValueError:
        found = None
    if not isinstance(found, list) or not found or not all(isinstance(word, str) and word for word in found):
        raise ValueError('is no list of arguments; write it as JSON: ["program", "argument"]')
    if any("\0" in word for word in found):
        raise ValueError("has a NUL, which no argument can have")
    return tuple(found)


def _named(value: tuple[str, ...]) -> tuple[str, ...]:
    if not any(PLACEHOLDER in word for word in value[1:]):
        raise ValueError(
            f"has no {PLACEHOLDER} among its arguments, so that it cannot know which machine is meant"
        )
    return value


Arguments = Annotated[tuple[str, ...] | None, NoDecode, BeforeValidator(_arguments)]


class LeaseSettings(BaseSettings):
    """The variables, in capitals. Without `GPU_LEASE_PROVIDER` no machine is leased.

    `command` needs the three commands, each with `{machine}` in it; `local-process` needs `GPU_LEASE_SERVER`.
    Commands are JSON lists of arguments; no shell reads them.
    """

    model_config = ENVIRONMENT

    gpu_lease_provider: Literal["command", "local-process"] | None = None
    gpu_lease_name: str = Field(default="gpu", pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")
    gpu_lease_provision: Arguments = None
    gpu_lease_status: Arguments = None
    gpu_lease_release: Arguments = None
    gpu_lease_provision_seconds: Seconds = Field(
        default=600.0, description="For the command that provisions."
    )
    gpu_lease_status_seconds: Seconds = Field(default=30.0, description="For the one that tells the status.")
    gpu_lease_release_seconds: Seconds = Field(default=300.0, description="For the one that releases.")
    gpu_lease_server: Arguments = None
    gpu_lease_server_log: Path | None = None
    gpu_lease_stop_seconds: Seconds = Field(
        default=10.0, description="For the local server to end by itself."
    )
    gpu_lease_least_depth: int = Field(default=1, ge=1, description="So many candidates wait: provision.")
    gpu_lease_idle_seconds: Seconds = Field(default=300.0, description="Without work: release.")
    gpu_lease_warm_seconds: Seconds = Field(default=900.0, description="Not ready by then: give up.")
    gpu_lease_retry_seconds: Seconds = Field(default=30.0, description="After a failure, doubled for each.")
    gpu_lease_tick_seconds: Seconds = Field(default=5.0, description="Between two looks at the queue.")
    gpu_lease_check_seconds: Seconds = Field(default=30.0, description="Between two looks at the machine.")
    gpu_lease_holder_seconds: Seconds = Field(default=60.0, description="Not heard of: its holder is gone.")

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        commands = {
            "GPU_LEASE_PROVISION": self.gpu_lease_provision,
            "GPU_LEASE_STATUS": self.gpu_lease_status,
            "GPU_LEASE_RELEASE": self.gpu_lease_release,
        }
        if self.gpu_lease_provider == "command":
            for name, arguments in commands.items():
                if arguments is None:
                    raise ValueError(f"{name}: is needed with GPU_LEASE_PROVIDER=command")
                try:
                    _named(arguments)
                except ValueError as error:
                    raise ValueError(f"{name}: {error}") from None
        if self.gpu_lease_provider == "local-process" and self.gpu_lease_server is None:
            raise ValueError("GPU_LEASE_SERVER: is needed with GPU_LEASE_PROVIDER=local-process")
        if self.gpu_lease_holder_seconds < 3 * self.gpu_lease_tick_seconds:
            raise ValueError("GPU_LEASE_HOLDER_SECONDS: must be at least three times GPU_LEASE_TICK_SECONDS")
        return self

    @property
    def policy(self) -> LeasePolicy:
        """When to provision and to release."""
        return LeasePolicy(
            self.gpu_lease_least_depth,
            self.gpu_lease_idle_seconds,
            self.gpu_lease_warm_seconds,
            self.gpu_lease_retry_seconds,
            max(900.0, self.gpu_lease_retry_seconds),
            self.gpu_lease_holder_seconds,
        )

    @property
    def provider(self) -> Provider | None:
        """A new provider of the configured kind, None without one."""
        if self.gpu_lease_provider == "local-process":
            return LocalProcess(
                self.gpu_lease_server or (),
                stop_seconds=self.gpu_lease_stop_seconds,
                log=self.gpu_lease_server_log,
            )
        if self.gpu_lease_provider == "command":
            return CommandProvider(
                self.gpu_lease_provision or (),
                self.gpu_lease_status or (),
                self.gpu_lease_release or (),
                self.gpu_lease_provision_seconds,
                self.gpu_lease_status_seconds,
                self.gpu_lease_release_seconds,
            )
        return None


def read_lease_settings() -> LeaseSettings:
    """Return the settings in the environment; raises `SettingsError` naming each variable that cannot be used."""
    return read_environment(LeaseSettings)
