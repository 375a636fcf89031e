"""The record of decisions on both databases, with the fixtures of the store's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.audit.store import DecisionStore
from specs.store import open_engine
from tests.store.conftest import Clock, clock
from tests.store.patience import BUSY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["clock"]


@pytest.fixture
def open_log(url: str, clock: Clock) -> Iterator[Callable[..., DecisionStore]]:
    """Open records on one database, each with connections of its own; they are closed at the end."""
    opened: list[DecisionStore] = []

    def make(*, masked: bool = False) -> DecisionStore:
        opened.append(DecisionStore(open_engine(url, busy_seconds=BUSY_SECONDS), masked=masked, clock=clock))
        return opened[-1]

    yield make
    for log in opened:
        log.close()


@pytest.fixture
def log(open_log: Callable[..., DecisionStore]) -> DecisionStore:
    return open_log()
