"""What the service tells telemetry: every check that was asked for, every request that ended."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager

    from align.findings import Validation
    from align.telemetry.opening import Request, Telemetry


@dataclass(frozen=True, slots=True)
class Told:
    """Counts and logs what the service tells; what an answer is does not depend on it."""

    telemetry: Telemetry

    def validated(self, validation: Validation, seconds: float, door: str = "http") -> None:
        """Count a check that was asked for without a pass."""
        with suppress(Exception):
            self.telemetry.metrics.validated(validation, seconds, door)

    def request(self, method: str, headers: Mapping[str, str]) -> AbstractContextManager[Request]:
        """Trace, count and log a request."""
        return self.telemetry.request(method, headers)

    def exposition(self, accept: str = "") -> tuple[bytes, str]:
        """Return the figures and their content type; reads their sources, so it may take seconds."""
        return self.telemetry.metrics.exposition(accept)
