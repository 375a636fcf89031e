"""Both databases, with the fixtures of the store's tests."""

from __future__ import annotations

from tests.store.conftest import backend, clock, migrated_file, postgres, url

__all__ = ["backend", "clock", "migrated_file", "postgres", "url"]
