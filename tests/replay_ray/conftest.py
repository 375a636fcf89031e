"""One real Ray of two processors for all tests in this process; tests of the command line begin their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.replay.cluster import ray_begun
from tests.cli.conftest import command

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["command"]


@pytest.fixture(scope="session")
def ray_of_two() -> Iterator[None]:
    """Ray on two processors of this machine, which this process is connected to."""
    with ray_begun(cpus=2):
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave alone what Ray warns of in its own modules: of what it does itself, as it copies its settings."""
    for item in items:
        item.add_marker(pytest.mark.filterwarnings("ignore::DeprecationWarning:ray"))
