"""Both databases, with the fixtures of the store's tests."""

from tests.store.conftest import backend, clock, migrated_file, open_store, postgres, store, url

__all__ = ["backend", "clock", "migrated_file", "open_store", "postgres", "store", "url"]
