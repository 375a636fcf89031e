"""Ports that stay a test's own while nobody listens on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.ports import kept_port

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["kept_port", "port"]


@pytest.fixture
def port() -> Iterator[int]:
    """A port of the test's own (`kept_port`)."""
    with kept_port() as kept:
        yield kept
