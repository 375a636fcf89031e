"""What a machine comes from, as a protocol: three questions about a machine of a name that we chose."""

from __future__ import annotations

from typing import Literal, Protocol, TypeAlias

MachineState: TypeAlias = Literal["absent", "starting", "running"]
"""`absent`: there is no machine of this name, or it ended by itself. `running`: its server may be asked."""


class ProviderError(Exception):
    """A provider could not do, or could not tell; the text is for operators and holds no key."""


class Provider(Protocol):
    """Where machines come from. Every call ends by itself within a bounded time, and is safe to repeat."""

    @property
    def provision_seconds(self) -> float:
        """How long `provision` may take; after that nothing more comes of one whose caller died."""
        ...

    async def provision(self, machine: str) -> None:
        """Ask for a machine of this name; raises `ProviderError` when none will come."""
        ...

    async def status(self, machine: str) -> MachineState:
        """Return how the machine is; raises `ProviderError` when that cannot be told."""
        ...

    async def release(self, machine: str) -> None:
        """Have no machine of this name any more, whether or not there was one; raises `ProviderError`."""
        ...
