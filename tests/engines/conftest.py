"""Both databases, with the fixtures of the store's tests."""

from tests.store.conftest import clock

__all__ = ["clock"]
