"""Both databases, with the fixtures of the store's tests."""

from tests.store.conftest import clock, open_store, store

__all__ = ["clock", "open_store", "store"]
