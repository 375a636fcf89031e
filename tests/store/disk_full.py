"""SQLite on a disk that is really full: `.ci/disk-full` mounts a small one and runs this with its `tmp_path` there."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
import tempfile
from collections import deque
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect, text

from align.operators.checks import gate_checks
from specs.store import Edit, EditRefusedError, SpecStore, StoreUnavailableError, open_engine
from specs.store.engine import reading
from specs.store.migrate import Migrations
from specs.store.revisions import write_edit
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL = "the disk is full; free space and try again; nothing was stored"
SMALL_BYTES = 2_000_000
LONG_FROM_NOW = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)


def edit(number: int) -> Edit:
    return Edit({"trade": f"{number} {'x' * 1500}"}, "ana", "a reason")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a small disk, which is empty again at the end."""
    assert shutil.disk_usage(tmp_path).total < SMALL_BYTES, "run this with: .ci/disk-full"
    yield tmp_path
    shutil.rmtree(tmp_path)


def opened(disk: Path) -> SpecStore:
    return SpecStore(open_engine(f"sqlite:///{disk}/store.db"), checks=gate_checks(), fresh_seconds=0.0)


@pytest.fixture
def migrations(disk: Path, tmp_path_factory: pytest.TempPathFactory) -> Migrations:
    return Migrations(opened(disk).engine, tmp_path_factory.mktemp("facts"), gate_checks())


@pytest.fixture
def leo(disk: Path, migrations: Migrations) -> Iterator[SpecStore]:
    """One persona with a version for later, so that each edit has to store two."""
    migrations.upgrade()
    store = opened(disk)
    store.add_persona(document(), Edit({}, "ana", "a reason"))
    store.revise("leo", Edit({"min_minutes": 50}, "ana", "later", LONG_FROM_NOW))
    yield store
    store.close()
    migrations.engine.dispose()


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Leave not one byte on the disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        deque(iter(lambda: file.write(b"\0" * 4096), 0), maxlen=0)
    yield
    filler.unlink()


def versions(store: SpecStore) -> int:
    """Return how many versions there are, after looking whether all is whole."""
    with reading(store.engine) as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    found = store.history("leo")
    assert [version.version for version in found] == list(range(1, len(found) + 1))
    return len(found)


def test_edits_are_stored_until_the_disk_is_full(leo: SpecStore, disk: Path) -> None:
    numbers = itertools.count()
    with pytest.raises(StoreUnavailableError, match=FULL):
        deque((leo.revise("leo", edit(number)) for number in numbers), maxlen=0)
    stored = next(numbers) - 1
    assert stored > 0
    assert versions(leo) == 2 + 2 * stored
    found = leo.current("leo")
    assert found.stale is None
    assert (found.spec.trade or "").startswith(f"{stored - 1} ")
    leo.close()
    with filled(disk):
        assert versions(leo) == 2 + 2 * stored


def test_a_reader_that_cannot_open_the_file_keeps_what_it_had(
    leo: SpecStore, migrations: Migrations, disk: Path
) -> None:
    """A first connection needs space for what it shares with others."""
    before = leo.current("leo")
    leo.close()
    migrations.engine.dispose()
    newcomer = opened(disk)
    with filled(disk):
        kept = leo.current("leo")
        assert kept.stale is not None
        assert (kept.digest, kept.stale.cause) == (before.digest, FULL)
        for use in (lambda: newcomer.current("leo"), lambda: newcomer.revise("leo", edit(1))):
            with pytest.raises(StoreUnavailableError, match=FULL):
                use()
    assert leo.current("leo").stale is None
    leo.revise("leo", edit(1))
    assert newcomer.current("leo").spec == leo.current("leo").spec
    newcomer.close()


def test_an_upgrade_applies_all_or_nothing(leo: SpecStore, migrations: Migrations, disk: Path) -> None:
    for number in range(3):
        write_edit(migrations, "leo", edit(number))
    pending = migrations.pending()
    with filled(disk):
        with pytest.raises(StoreUnavailableError, match=FULL):
            migrations.upgrade()
        assert versions(leo) == 2
        assert migrations.pending() == pending
    migrations.upgrade()
    assert versions(leo) == 2 + 2 * 3


def test_the_tables_are_made_whole_or_not_at_all(migrations: Migrations, disk: Path) -> None:
    with filled(disk), pytest.raises(StoreUnavailableError, match=FULL):
        migrations.upgrade()
    assert inspect(migrations.engine).get_table_names() == []
    migrations.upgrade()
    assert migrations.drift() == []
    migrations.engine.dispose()


def test_a_revision_is_whole_or_not_there(disk: Path) -> None:
    """Only the folder of revisions is on the small disk."""
    with tempfile.TemporaryDirectory() as elsewhere:
        store = opened(Path(elsewhere))
        migrations = Migrations(store.engine, disk, gate_checks())
        migrations.upgrade()
        store.add_persona(document(), Edit({}, "ana", "a reason"))
        with filled(disk):
            with pytest.raises(EditRefusedError, match=r"cannot be written to .*: No space left on device"):
                write_edit(migrations, "leo", edit(1))
            assert [path.name for path in disk.iterdir()] == ["filler"]
        written = write_edit(migrations, "leo", edit(1))
        assert migrations.pending() == (written.revision,)
        store.close()
