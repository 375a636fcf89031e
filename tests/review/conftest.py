"""A review room on both databases, with the fixtures of the store's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.review.room import Room
from tests.store.conftest import Clock, clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["clock"]


@pytest.fixture
def room(url: str, clock: Clock, tmp_path: Path) -> Iterator[Room]:
    """A room with Leo's facts in it."""
    made = Room(url, clock, tmp_path)
    yield made
    made.close()
