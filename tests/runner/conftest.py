"""The queue on both databases, with the fixtures of the store's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from align.runner.queue import CandidateQueue, QueueSettings
from specs.store import open_engine
from tests.store.conftest import Clock, clock
from tests.store.patience import BUSY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["clock"]


@pytest.fixture
def open_queue(url: str, clock: Clock) -> Iterator[Callable[..., CandidateQueue]]:
    """Open queues on one database, each with connections of its own; they are closed at the end."""
    opened: list[CandidateQueue] = []

    def make(**settings: Any) -> CandidateQueue:
        engine = open_engine(url, busy_seconds=BUSY_SECONDS)
        opened.append(CandidateQueue(engine, settings=QueueSettings(**settings), clock=clock))
        return opened[-1]

    yield make
    for queue in opened:
        queue.engine.dispose()


@pytest.fixture
def queue(open_queue: Callable[..., CandidateQueue]) -> CandidateQueue:
    return open_queue()
