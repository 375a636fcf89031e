"""A working folder with a persona in a database, and an environment without anything else in it."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
from pathlib import Path

import pytest

from align.operators.settings import open_desk
from specs.store import Edit
from specs.store.templates import TemplateEdit
from tests.store.conftest import clock

__all__ = ["clock"]

LEO = Path(__file__).parents[2] / "fixtures/personas/leo.json"
SAFE = "Hello! I'm a groomer in Toronto."
_PREFIXES = ("ALIGN_", "GPU_", "CLASSIFIER_")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of ours in the environment."""
    for name in list(os.environ):
        if name.startswith(_PREFIXES):
            monkeypatch.delenv(name)


@pytest.fixture
def database(bare: None, migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an SQLite file with `leo` and a template in it; the working folder is an empty one."""
    del bare
    monkeypatch.chdir(tmp_path)
    shutil.copy(migrated_file, tmp_path / "align.db")
    address = f"sqlite:///{tmp_path / 'align.db'}"
    store = open_desk(address).store
    document = json.loads(LEO.read_text("utf-8"))
    document.pop("mission", None)
    store.add_persona(document, Edit({}, "ana", "first", dt.datetime(2026, 1, 1, tzinfo=dt.UTC)))
    store.set_template("leo", TemplateEdit("opener", SAFE, "ana", "first"))
    store.close()
    return address
