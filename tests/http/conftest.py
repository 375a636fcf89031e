"""The service on both databases, with the fixtures of the store's tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.http.keys import KeyStore
from specs.store import open_engine
from tests.store.conftest import Clock, backend, clock, migrated_file, postgres, url

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["backend", "clock", "migrated_file", "postgres", "url"]


@pytest.fixture
def keys(url: str, clock: Clock) -> Iterator[KeyStore]:
    """The keys in a database of both kinds."""
    engine = open_engine(url)
    yield KeyStore(engine, clock=clock)
    engine.dispose()
