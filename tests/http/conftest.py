"""The service on a database of its own, with the fixtures of the store's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.audit.store import DecisionStore
from align.http.keys import KeyStore
from align.operators.checks import gate_checks
from specs.store import SpecStore, open_engine
from tests.http.service import Service
from tests.store.conftest import Clock, clock

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["clock"]


@pytest.fixture
def backend() -> str:
    """The embedded database; a module whose promises the database keeps takes the store's `backend`, which is both."""
    return "sqlite"


@pytest.fixture
def keys(url: str, clock: Clock) -> Iterator[KeyStore]:
    """The keys in a database of both kinds."""
    engine = open_engine(url)
    yield KeyStore(engine, clock=clock)
    engine.dispose()


@pytest.fixture
def service(url: str, clock: Clock) -> Iterator[Service]:
    """A service with the facts of Leo and of Amara, whose hour costs more."""
    engine = open_engine(url)
    store = SpecStore(engine, checks=gate_checks(), fresh_seconds=0.0, clock=clock)
    made = Service(store, DecisionStore(engine, clock=clock), KeyStore(engine, clock=clock), clock)
    made.add("leo")
    made.add("amara", rates=[{"minutes": 60, "amount": 120}])
    yield made
    engine.dispose()
