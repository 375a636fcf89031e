"""Processes that are really killed while they write: all of it is stored, or nothing, and the next one goes on."""

from __future__ import annotations

import datetime as dt
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import inspect, text

from align.operators.checks import gate_checks
from specs.store import Edit, SpecStore, StoreUnavailableError, open_engine
from specs.store.migrate import Migrations
from specs.store.revisions import write_documents, write_edit
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 120
EDITS = 3
LONG_FROM_NOW = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)
PAUSE = """
    from pathlib import Path
    from time import sleep

    reached = Path({marker!r})
    if not reached.exists():
        reached.touch()
        sleep({seconds})
"""


def edit(changes: dict[str, Any] | None = None, **fields: Any) -> Edit:
    return Edit(changes or {}, "ana", "a reason", **fields)


def align(url: str, folder: Path, *arguments: str, module: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """Start `align` in a process of its own."""
    program = ("-m", *module) if module else ("-c", "from align.cli import main; main()")
    where = ("--database", url, "--revisions", str(folder))
    return subprocess.Popen(
        [sys.executable, *program, *arguments, *where],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def kill_when(process: subprocess.Popen[str], marker: Path, engine: Engine, after: float = 0.0) -> None:
    """Kill a process when it has made a file, and so many seconds have passed; wait until the database knows of it."""
    wait_for(process, marker)
    time.sleep(after)
    process.kill()
    process.communicate()
    until_alone(engine)


def until_alone(engine: Engine) -> None:
    """Wait until nobody else is connected: a server may yet be at what a process asked of it before it died."""
    if engine.dialect.name == "sqlite":
        return
    end = time.monotonic() + PATIENCE_SECONDS
    engine.dispose()
    while _others(engine):
        assert time.monotonic() < end
        time.sleep(0.01)


def _others(engine: Engine) -> int:
    # A transaction of its own each time: within one, the answer stays what it was.
    with engine.connect() as connection:
        found: int = connection.execute(text(_OTHERS)).scalar_one()
        return found


def wait_for(process: subprocess.Popen[str], marker: Path) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not marker.exists():
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < end
        time.sleep(0.01)


def pause(path: Path, marker: Path, seconds: float = 600) -> None:
    """Make a revision stop when it has made its edit, the first time that it runs."""
    code = path.read_text("utf-8")
    before, after = code.split("\n\n\ndef downgrade")
    code = f"{before}{PAUSE.format(marker=str(marker), seconds=seconds)}\n\ndef downgrade{after}"
    path.write_text(code, "utf-8")


@pytest.fixture
def migrations(url: str, tmp_path: Path) -> Iterator[Migrations]:
    """One persona with a version for later, so that each edit has to store two."""
    engine = open_engine(url)
    made = Migrations(engine, tmp_path / "facts", gate_checks())
    leo = SpecStore(engine, checks=gate_checks())
    leo.add_persona(document(), edit())
    leo.revise("leo", edit({"trade": "groomer"}, effective=LONG_FROM_NOW))
    yield made
    engine.dispose()


@pytest.fixture
def pending(migrations: Migrations) -> list[Path]:
    return [write_edit(migrations, "leo", edit({"min_minutes": 40 + n})).path for n in range(EDITS)]


def minutes(migrations: Migrations) -> list[int | None]:
    """Return what each stored version says, after checking that none is half there."""
    versions = SpecStore(migrations.engine).history("leo")
    assert [version.version for version in versions] == list(range(1, len(versions) + 1))
    if migrations.engine.dialect.name == "sqlite":
        with migrations.engine.connect() as connection:
            assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
    return [version.document.get("min_minutes") for version in versions]


_OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
BEFORE = [60, 60]
AFTER = [*BEFORE, *(40 + n for n in range(EDITS) for _ in range(2))]


@pytest.mark.parametrize("at", [0, EDITS - 1])
def test_an_upgrade_killed_in_the_middle_stores_nothing(
    url: str, migrations: Migrations, pending: list[Path], tmp_path: Path, at: int
) -> None:
    pause(pending[at], marker := tmp_path / "reached")
    process = align(url, migrations.facts_folder, "db", "upgrade")
    wait_for(process, marker)
    impatient = SpecStore(open_engine(url, busy_seconds=0.05))
    assert impatient.current("leo").spec.min_minutes == 60  # readers go on while it runs
    with pytest.raises(StoreUnavailableError, match="locked by another writer; try again"):
        impatient.revise("leo", edit({"min_minutes": 30}))
    impatient.close()
    kill_when(process, marker, migrations.engine)
    assert process.returncode == -signal.SIGKILL
    assert minutes(migrations) == BEFORE
    assert len(migrations.pending()) == EDITS
    again = align(url, migrations.facts_folder, "db", "upgrade")
    said, _ = again.communicate(timeout=PATIENCE_SECONDS)
    assert (again.returncode, said.count("applied")) == (0, EDITS), said
    assert minutes(migrations) == AFTER
    assert migrations.pending() == ()


def test_an_upgrade_killed_at_any_moment_stores_all_or_nothing(
    url: str, migrations: Migrations, pending: list[Path], tmp_path: Path
) -> None:
    marker = tmp_path / "reached"
    pause(pending[0], marker, seconds=0)
    for after in (0.0, 0.03, 0.1):
        marker.unlink(missing_ok=True)
        kill_when(align(url, migrations.facts_folder, "db", "upgrade"), marker, migrations.engine, after)
        found = minutes(migrations)
        assert found in (BEFORE, AFTER)
        assert migrations.pending() == () if found == AFTER else len(migrations.pending()) == EDITS
        if found == AFTER:
            break
    migrations.upgrade()
    assert minutes(migrations) == AFTER


def test_a_first_upgrade_killed_in_the_middle_leaves_no_table(empty_url: str, tmp_path: Path) -> None:
    migrations = Migrations(open_engine(empty_url), tmp_path / "facts", gate_checks())
    (written,) = write_documents(migrations, [document()], edit())
    assert written is not None
    pause(written.path, marker := tmp_path / "reached")
    kill_when(align(empty_url, migrations.facts_folder, "db", "upgrade"), marker, migrations.engine)
    with migrations.engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    migrations.upgrade()
    assert SpecStore(migrations.engine).current("leo").version.revision == written.revision
    assert migrations.drift() == []
    migrations.engine.dispose()


@pytest.mark.parametrize("point", ["opening", "writing", "renaming"])
def test_a_revision_whose_writer_is_killed_is_not_there(
    url: str, migrations: Migrations, tmp_path: Path, point: str
) -> None:
    marker = tmp_path / "reached"
    said = ("facts", "set", "leo", "min_minutes=45", "--note", "shorter")
    process = align(url, migrations.facts_folder, *said, module=("tests.store.paused", point, str(marker)))
    if point == "writing":
        process.communicate(timeout=PATIENCE_SECONDS)
    else:
        kill_when(process, marker, migrations.engine)
    assert process.returncode == -(signal.SIGXFSZ if point == "writing" else signal.SIGKILL)
    (half,) = migrations.facts_folder.iterdir() if point != "opening" else (None,)
    assert half is None or (half.suffix, half.stat().st_size == 100) == (".tmp", point == "writing")
    assert minutes(migrations) == BEFORE
    assert migrations.pending() == ()  # what is half there is no revision
    write_edit(migrations, "leo", edit({"min_minutes": 45}))
    migrations.upgrade()
    assert minutes(migrations) == [*BEFORE, 45, 45]
