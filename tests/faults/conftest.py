"""A real `align serve` in a process of its own, which all tests of a module share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from benchmarks.serving import ServeProcess, Tenant, serving

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Served:
    """A service and those who have keys of it."""

    process: ServeProcess
    tenants: list[Tenant]

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.process.port


@pytest.fixture(scope="module")
def read_seconds() -> int:
    """How long the service waits for a body: long, where a module is not about that."""
    return 600


@pytest.fixture(scope="module")
def served(read_seconds: int) -> Iterator[Served]:
    """A service over SQLite whose limits are small enough to be reached."""
    with serving(
        None,
        8,
        ALIGN_HTTP_BODY_BYTES="300000",
        ALIGN_HTTP_BODIES_BYTES="3000000",
        ALIGN_HTTP_READ_SECONDS=str(read_seconds),
    ) as (process, tenants):
        yield Served(process, tenants)
