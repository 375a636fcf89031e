"""What the service tells telemetry: every check that was asked for, every request that ended."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.findings import Validation
    from align.telemetry.logs import Level
    from align.telemetry.opening import Telemetry


@dataclass(frozen=True, slots=True)
class Told:
    """Counts and logs what the service tells; what an answer is does not depend on it."""

    telemetry: Telemetry

    def validated(self, validation: Validation, seconds: float, door: str = "http") -> None:
        """Count a check that was asked for without a pass."""
        with suppress(Exception):
            self.telemetry.metrics.validated(validation, seconds, door)

    def requested(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count and log a request; `route` is the pattern that it matched."""
        with suppress(Exception):
            self.telemetry.metrics.requested(method, route, status, seconds)
            level: Level = "error" if status >= 500 else "info"
            told = {"method": method, "route": route, "status": status, "seconds": round(seconds, 6)}
            self.telemetry.logs.event("request", level, **told)

    def exposition(self, accept: str = "") -> tuple[bytes, str]:
        """Return the figures and their content type; reads their sources, so it may take seconds."""
        return self.telemetry.metrics.exposition(accept)
