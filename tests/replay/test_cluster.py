"""The folder of a Ray that is begun here; Ray itself is tried in tests/replay_ray."""

from __future__ import annotations

import errno
import itertools
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from align.replay.cluster import scratch_folder

if TYPE_CHECKING:
    from collections.abc import Iterator


def _written_to_by(names: Iterator[str], monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    """Have a file come into a folder each time that somebody is about to remove it as empty."""
    remove = os.rmdir

    def late(path: Any, **options: Any) -> None:
        for name in itertools.islice(names, 1):
            Path(folder, name).touch()
        remove(path, **options)

    monkeypatch.setattr(os, "rmdir", late)


def test_a_folder_is_removed_also_where_a_process_still_writes_into_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits: list[float] = []
    with scratch_folder(waits.append) as folder:
        Path(folder, "log").touch()
        _written_to_by(iter(["late", "later"]), monkeypatch, folder)
    assert not Path(folder).exists()
    assert len(waits) == 2


def test_one_that_is_written_to_without_an_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    names = map(str, itertools.count())
    with (
        monkeypatch.context() as patched,
        pytest.raises(OSError) as told,  # noqa: PT011 - its number is looked at
        scratch_folder(waits.append) as folder,
    ):
        _written_to_by(names, patched, folder)
    assert told.value.errno == errno.ENOTEMPTY
    assert sum(waits) == pytest.approx(10)
    for left in Path(folder).iterdir():
        left.unlink()
    Path(folder).rmdir()
