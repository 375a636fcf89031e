"""A world with two personas, on SQLite; where a database matters, on both."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from examples.review_world import World
from tests.pages.visitor import Visitor, application
from tests.store.conftest import clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["clock"]


@pytest.fixture(scope="session")
def world_file(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Path:
    """Marlow's and Sofie's facts and a template, to copy from."""
    folder = tmp_path_factory.mktemp("world")
    shutil.copy(migrated_file, folder / "align.db")
    made = World(folder)
    made.add_persona("marlow")
    made.add_persona("sofie")
    made.add_template("marlow", "opener", "Hi! I'm Marlow, a mobile dog groomer round Leeds.")
    made.close()
    return folder / "align.db"


@pytest.fixture
def world(tmp_path: Path, world_file: Path) -> Iterator[World]:
    """Two personas, and nothing that waits."""
    shutil.copy(world_file, tmp_path / "align.db")
    made = World(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ana(world: World) -> Visitor:
    """One who is signed in and sees everything."""
    visitor = Visitor(application(world.parts()))
    visitor.sign_in(world.key("ana"))
    return visitor
