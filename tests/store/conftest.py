"""A store on both databases, and a clock: every test that takes `store` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.operators.checks import gate_checks
from specs.store import SpecStore, open_engine
from specs.store.migrate import Migrations
from tests.store.patience import BUSY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
BEGIN = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: dt.datetime = BEGIN

    def __call__(self) -> dt.datetime:
        """Return the moment at which it stands."""
        return self.now

    def move(self, **by: float) -> dt.datetime:
        """Move it on, by what `timedelta` takes, and return the new moment."""
        self.now += dt.timedelta(**by)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_store(url: str, clock: Clock) -> Iterator[Callable[..., SpecStore]]:
    """Open stores on one database, each with connections of its own; they are closed at the end."""
    opened: list[SpecStore] = []

    def make(*, fresh_seconds: float = 0.0, at: str | None = None) -> SpecStore:
        engine = open_engine(at or url, busy_seconds=BUSY_SECONDS)
        opened.append(SpecStore(engine, checks=gate_checks(), fresh_seconds=fresh_seconds, clock=clock))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[..., SpecStore]) -> SpecStore:
    return open_store()


@pytest.fixture
def migrations(store: SpecStore, tmp_path: Path, clock: Clock) -> Migrations:
    return Migrations(store.engine, tmp_path / "facts", store.checks, clock)
