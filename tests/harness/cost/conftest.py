"""Usage in both databases, with the fixtures of the store's tests."""

from __future__ import annotations

from tests.store.conftest import clock

__all__ = ["clock"]
