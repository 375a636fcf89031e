"""A locked database, a full disk, a damaged file: the error says what to do, and readers keep what they had."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import sqlite3
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import event, inspect, text

from align.operators.checks import gate_checks
from specs.store import (
    Edit,
    MissionEdit,
    SpecStore,
    StoreUnavailableError,
    TemplateEdit,
    open_engine,
)
from specs.store.engine import file_of, reading, writing
from specs.store.migrate import Migrations
from specs.store.revisions import write_edit
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.store.conftest import Clock

LOCKED = "the database is locked by another writer; try again in a moment"
FULL = "the disk is full; free space and try again; nothing was stored"
DAMAGED = "the database's file is damaged, .*; check the disk, and bring the file back from a copy"
DECEMBER = dt.date(2026, 12, 1)


def edit(changes: dict[str, Any] | None = None, **fields: Any) -> Edit:
    return Edit(changes or {}, "ana", "a reason", **fields)


@pytest.fixture
def leo(store: SpecStore) -> SpecStore:
    """One persona with a version for later, so that each edit has to store two."""
    store.add_persona(document(), edit())
    store.revise("leo", edit({"trade": "groomer"}, effective=DECEMBER))
    return store


@pytest.fixture
def impatient(url: str, leo: SpecStore, clock: Clock) -> Iterator[SpecStore]:
    """A store that waits for nobody."""
    del leo
    engine = open_engine(url, busy_seconds=0.05)
    yield SpecStore(engine, checks=gate_checks(), fresh_seconds=0.0, clock=clock)
    engine.dispose()


@contextmanager
def shut(url: str) -> Iterator[None]:
    """Keep even readers out, as another program's hands on the tables would."""
    if (path := file_of(url)) is None:
        with psycopg.connect(url) as other:
            other.execute("LOCK TABLE spec_version, mission_version IN ACCESS EXCLUSIVE MODE")
            yield
        return
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA locking_mode=EXCLUSIVE")
        file.execute("BEGIN IMMEDIATE")
        yield


def test_every_writer_is_told_that_the_database_is_locked(
    leo: SpecStore, impatient: SpecStore, clock: Clock, tmp_path: Path
) -> None:
    migrations = Migrations(impatient.engine, tmp_path / "facts", gate_checks(), clock)
    write_edit(migrations, "leo", edit({"min_minutes": 45}))
    writes: list[Callable[[], object]] = [
        lambda: impatient.revise("leo", edit({"min_minutes": 30})),
        lambda: impatient.add_persona(document("mia"), edit()),
        lambda: impatient.set_mission("leo", MissionEdit(DECEMBER, {"goal": "fill"}, "ana", "a reason")),
        lambda: impatient.set_template("leo", TemplateEdit("opener", "Hi!", "ana", "a reason")),
        lambda: write_edit(migrations, "leo", edit({"min_minutes": 30})),
        migrations.upgrade,
    ]
    with writing(leo.engine):
        for write in writes:
            with pytest.raises(StoreUnavailableError) as told:
                write()
            assert str(told.value) == LOCKED
    assert len(leo.history("leo")) == 2
    for write in reversed(writes):
        write()


def test_readers_go_on_while_somebody_writes(
    leo: SpecStore, impatient: SpecStore, open_store: Callable[..., SpecStore]
) -> None:
    impatient.current("leo")
    with writing(leo.engine) as connection:
        connection.execute(text("INSERT INTO template_version SELECT * FROM template_version"))
        for reader in (impatient, open_store()):
            found = reader.current("leo")
            assert (found.version.version, found.stale) == (1, None)
            assert len(reader.history("leo")) == 2
            assert reader.at("leo", found.version.effective_from).digest == found.digest
            assert reader.personas() == ("leo",)


def test_a_writer_waits_its_turn(url: str, leo: SpecStore) -> None:
    locked, release = threading.Event(), threading.Event()

    def hold() -> None:
        with writing(leo.engine):
            locked.set()
            release.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    locked.wait()
    threading.Timer(0.3, release.set).start()
    patient = SpecStore(
        open_engine(url, busy_seconds=60), clock=lambda: dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
    )
    patient.revise("leo", edit({"min_minutes": 45}))
    assert release.is_set()
    holder.join()
    patient.close()
    assert len(leo.history("leo")) == 4


def test_a_reader_that_is_shut_out_keeps_what_it_had(
    url: str, leo: SpecStore, impatient: SpecStore, clock: Clock
) -> None:
    before = impatient.current("leo")
    leo.close()
    impatient.close()
    newcomer = SpecStore(impatient.engine, fresh_seconds=0.0, clock=clock)
    with shut(url):
        kept = impatient.current("leo")
        assert kept.stale is not None
        assert (kept.digest, kept.stale.cause) == (before.digest, LOCKED)
        with pytest.raises(StoreUnavailableError, match=LOCKED):
            newcomer.current("leo")
    for reader in (impatient, newcomer):
        assert reader.current("leo").stale is None


def test_more_uses_at_once_than_there_are_connections_are_named(impatient: SpecStore) -> None:
    held = [impatient.engine.connect() for _ in range(15)]
    with pytest.raises(StoreUnavailableError, match="too many uses of the database at once; try again"):
        impatient.history("leo")
    for connection in held:
        connection.close()
    assert len(impatient.history("leo")) == 2


@pytest.fixture
def file(migrated_file: Path, tmp_path: Path) -> Path:
    """A database in a file, with the tables."""
    shutil.copy(migrated_file, copy := tmp_path / "small.db")
    return copy


@pytest.fixture
def small(file: Path, clock: Clock) -> Iterator[SpecStore]:
    """A store in that file, with the facts of `leo`."""
    store = SpecStore(open_engine(f"sqlite:///{file}"), checks=gate_checks(), fresh_seconds=0.0, clock=clock)
    store.add_persona(document(), edit())
    store.revise("leo", edit({"min_minutes": 50}, effective=DECEMBER))
    yield store
    store.close()


@contextmanager
def no_more_pages(store: SpecStore) -> Iterator[None]:
    """Let SQLite use the pages that it has and no more: it then says what it says on a full disk."""

    def limit(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA max_page_count=1")

    store.close()
    event.listen(store.engine, "connect", limit)
    yield
    event.remove(store.engine, "connect", limit)
    store.close()


def write_until_full(store: SpecStore) -> int:
    """Return how many edits were stored, of two versions each, before one was refused."""
    for number in range(1000):
        try:
            store.revise("leo", edit({"trade": f"{number} {'x' * 1500}"}))
        except StoreUnavailableError as error:
            assert str(error) == FULL  # noqa: PT017 - one of many tries
            return number
    raise AssertionError


def intact(store: SpecStore) -> bool:
    with reading(store.engine) as connection:
        return bool(connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok")


def test_an_edit_on_a_full_disk_stores_nothing(small: SpecStore) -> None:
    before = small.history("leo")
    with no_more_pages(small):
        stored = write_until_full(small)
        after = small.history("leo")
        assert after[: len(before)] == before
        assert len(after) == len(before) + 2 * stored
        found = small.current("leo")
        assert (found.stale, found.version.digest) == (None, after[-2 if stored else 0].digest)
    assert intact(small)
    small.revise("leo", edit({"trade": "there is space again"}))
    assert len(small.history("leo")) == len(after) + 2


def test_an_upgrade_on_a_full_disk_applies_nothing(small: SpecStore, tmp_path: Path, clock: Clock) -> None:
    migrations = Migrations(small.engine, tmp_path / "facts", gate_checks(), clock)
    for number in range(12):
        write_edit(migrations, "leo", edit({"trade": f"{number} {'x' * 1500}"}))
    before, pending = small.history("leo"), migrations.pending()
    with no_more_pages(small):
        with pytest.raises(StoreUnavailableError, match=FULL):
            migrations.upgrade()
        assert small.history("leo") == before
        assert migrations.pending() == pending
    migrations.upgrade()
    assert len(small.history("leo")) == len(before) + 24
    assert intact(small)


def test_the_tables_on_a_full_disk_are_made_whole_or_not_at_all(tmp_path: Path) -> None:
    store = SpecStore(open_engine(f"sqlite:///{tmp_path / 'new.db'}"))
    migrations = Migrations(store.engine, tmp_path / "facts")
    with no_more_pages(store):
        with pytest.raises(StoreUnavailableError, match=FULL):
            migrations.upgrade()
        assert inspect(store.engine).get_table_names() == []
    migrations.upgrade()
    assert migrations.drift() == []
    store.close()


def test_a_reader_of_a_damaged_file_keeps_what_it_had(file: Path, small: SpecStore, clock: Clock) -> None:
    before = small.current("leo")
    small.close()
    good = file.read_bytes()
    file.write_bytes(b"no database " * (len(good) // 12))
    kept = small.current("leo")
    assert kept.digest == before.digest
    assert kept.stale is not None
    assert re.fullmatch(DAMAGED, kept.stale.cause)
    with pytest.raises(StoreUnavailableError, match=DAMAGED):
        SpecStore(small.engine, clock=clock).current("leo")
    file.write_bytes(good)
    assert small.current("leo").stale is None
