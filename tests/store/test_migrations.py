"""Migrations on both databases: up, down and up again with data, no drift, and edits of facts as revisions."""

from __future__ import annotations

import ast
import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import inspect, text

from align.operators.checks import gate_checks
from specs.store import (
    Edit,
    EditConflictError,
    EditRefusedError,
    MissionEdit,
    SchemaMissingError,
    SpecStore,
    StoreError,
    TemplateEdit,
    open_engine,
)
from specs.store.literals import literal
from specs.store.migrate import Migrations
from specs.store.revisions import version_with_pending, write_documents, write_edit
from tests.store.documents import document

if TYPE_CHECKING:
    from tests.store.conftest import Clock

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path.stem.partition("_")[0] for path in (ROOT / "migrations/versions/schema").glob("*.py"))
"""The ids of the revisions that ship with the package: 0001, 0002, ..., facts0."""
HEAD = SHIPPED[-2]
HOSTILE = 'x"""\'\'\'\\ {0} %s \u202e \U0001f600\n"); import os; os.abort() #'


def edit(changes: dict[str, Any] | None = None, **fields: Any) -> Edit:
    return Edit(changes or {}, fields.pop("author", "ana"), fields.pop("note", "a reason"), **fields)


@pytest.fixture
def empty(empty_url: str, tmp_path: Path, clock: Clock) -> Any:
    engine = open_engine(empty_url)
    yield Migrations(engine, tmp_path / "facts", gate_checks(), clock)
    engine.dispose()


@pytest.fixture
def leo(store: SpecStore) -> SpecStore:
    store.add_persona(document(), edit())
    return store


def test_a_database_without_tables_says_what_to_do(empty: Migrations) -> None:
    store = SpecStore(empty.engine)
    for read in (store.personas, lambda: store.current("leo"), lambda: store.history("leo")):
        with pytest.raises(SchemaMissingError, match="align db upgrade"):
            read()


def test_reading_makes_no_file_and_reads_one_that_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "typo.db"
    migrations = Migrations(open_engine(f"sqlite:///{path}"), tmp_path / "facts", gate_checks())
    store = SpecStore(migrations.engine)
    with pytest.raises(SchemaMissingError, match="align db upgrade"):
        store.personas()
    assert sorted(migrations.pending()) == SHIPPED
    assert not path.exists()
    migrations.upgrade()
    store.close()
    assert SpecStore(open_engine(f"sqlite:///file:{path}?mode=ro&uri=true")).personas() == ()


def test_up_gives_the_models_tables(empty: Migrations) -> None:
    assert sorted(empty.pending()) == SHIPPED
    empty.upgrade()
    assert empty.pending() == ()
    assert empty.drift() == []
    empty.upgrade()  # again, with nothing to do


def test_a_drift_is_named(empty: Migrations) -> None:
    empty.upgrade()
    with empty.engine.begin() as connection:
        connection.execute(text("ALTER TABLE mission_version ADD COLUMN mood TEXT"))
    (difference,) = empty.drift()
    assert "mood" in difference


def test_down_and_up_again_keeps_every_row(leo: SpecStore, migrations: Migrations, clock: Clock) -> None:
    leo.revise("leo", edit({"min_minutes": 45}, effective=dt.date(2026, 12, 1)))
    leo.set_mission("leo", MissionEdit(clock.now.date(), {"goal": "fill"}, "ana", "a reason"))
    leo.set_template("leo", TemplateEdit("opener", "Hello!", "ana", "a reason"))
    before = (leo.history("leo"), leo.current("leo"), leo.templates("leo"))
    migrations.downgrade("base")
    assert "spec_version" not in inspect(leo.engine).get_table_names()
    with pytest.raises(SchemaMissingError):
        leo.history("leo")
    migrations.upgrade()
    assert (leo.history("leo"), leo.current("leo"), leo.templates("leo")) == before
    assert migrations.drift() == []
    leo.revise("leo", edit({"trade": "groomer"}))
    assert [version.version for version in leo.history("leo")] == [1, 2, 3, 4]


def test_one_step_down_keeps_the_facts_in_use(leo: SpecStore, migrations: Migrations) -> None:
    migrations.downgrade("schema@-1")
    assert leo.current("leo").version.version == 1
    migrations.upgrade()
    assert migrations.pending() == ()


def test_other_people_s_tables_are_left_alone(empty: Migrations) -> None:
    with empty.engine.begin() as connection:
        connection.execute(text("CREATE TABLE theirs (id INTEGER)"))
    empty.upgrade()
    assert empty.drift() == []
    empty.downgrade("base")
    assert "theirs" in inspect(empty.engine).get_table_names()


def test_the_tables_can_be_written_as_sql(empty: Migrations) -> None:
    sql = empty.sql()
    with empty.engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        if empty.engine.dialect.name == "sqlite":
            raw.executescript(sql)
        else:
            raw.execute(sql)
            raw.commit()
    assert empty.pending() == ("facts0",)  # the branch for edits has no tables
    empty.upgrade()
    assert empty.drift() == []


def test_an_edit_cannot_be_written_as_sql_and_says_why(leo: SpecStore, migrations: Migrations) -> None:
    del leo
    write_edit(migrations, "leo", edit({"min_minutes": 45}))
    with pytest.raises(StoreError, match="schema@head --sql"):
        migrations.sql("heads")


def test_an_edit_is_a_small_revision(leo: SpecStore, migrations: Migrations, clock: Clock) -> None:
    written = write_edit(migrations, "leo", edit({"rates[60,outcall].amount": 100}, note="up"))
    code = written.path.read_text("utf-8")
    body = code[code.index("def upgrade") : code.index("def downgrade")].strip().splitlines()
    assert len(body) <= 11
    assert '{"rates[60,outcall].amount": 100}' in code
    assert leo.history("leo")[0].digest in code
    assert len(leo.history("leo")) == 1
    assert migrations.pending() == (written.revision,)
    clock.move(minutes=5)
    migrations.upgrade()
    last = leo.history("leo")[-1]
    assert (last.revision, last.author, last.note) == (written.revision, "ana", "up")
    assert last.effective_from == clock.now


def test_taking_an_edit_back_appends_its_inverse(
    leo: SpecStore, migrations: Migrations, clock: Clock
) -> None:
    changes = {"rates[60,outcall].amount": 100, "services[full groom]": None, "trade": "groomer"}
    write_edit(migrations, "leo", edit(changes))
    migrations.upgrade()
    clock.move(hours=1)
    migrations.downgrade("facts@-1")
    first, second, third = leo.history("leo")
    assert third.document == first.document != second.document
    assert third.note.startswith("takes back:")
    clock.move(hours=1)
    migrations.upgrade()
    assert leo.history("leo")[-1].document == second.document


def test_taking_back_what_changed_since_is_a_conflict(
    leo: SpecStore, migrations: Migrations, clock: Clock
) -> None:
    write_edit(migrations, "leo", edit({"min_minutes": 45}))
    migrations.upgrade()
    clock.move(hours=1)
    leo.revise("leo", edit({"min_minutes": 30}))
    with pytest.raises(EditConflictError, match="min_minutes: 45 -> 30"):
        migrations.downgrade("facts@-1")
    assert migrations.pending() == ()
    assert leo.current("leo").spec.min_minutes == 30


def test_taking_back_an_edit_that_has_not_begun_undoes_it_then(
    leo: SpecStore, migrations: Migrations, clock: Clock
) -> None:
    write_edit(migrations, "leo", edit({"min_minutes": 45}, effective=dt.date(2026, 12, 1)))
    migrations.upgrade()
    migrations.downgrade("facts@-1")
    clock.move(days=40)
    assert leo.current("leo").spec.min_minutes == 60


def test_a_persona_is_added_and_taken_out_by_revision(
    store: SpecStore, migrations: Migrations, clock: Clock
) -> None:
    write_documents(migrations, [document()], edit(note="new"))
    write_edit(migrations, "leo", edit({"min_minutes": 45}, note="on top of one not applied yet"))
    assert version_with_pending(migrations, "leo").document["min_minutes"] == 45
    assert store.personas() == ()
    migrations.upgrade()
    assert store.current("leo").spec.min_minutes == 45
    clock.move(hours=1)
    migrations.downgrade("facts0")
    assert [version.is_retired for version in store.history("leo")] == [False, False, False, True]
    clock.move(hours=1)
    migrations.upgrade()
    assert store.current("leo").spec.min_minutes == 45


def test_two_operators_who_edit_at_once_get_a_conflict(
    leo: SpecStore, migrations: Migrations, tmp_path: Path
) -> None:
    other = Migrations(leo.engine, tmp_path / "other", migrations.checks, migrations.clock)
    mine = write_edit(migrations, "leo", edit({"min_minutes": 45}, note="mine"))
    theirs = write_edit(other, "leo", edit({"trade": "vet"}, author="bo", note="theirs"))
    theirs.path.rename(migrations.facts_folder / theirs.path.name)
    with pytest.raises(EditConflictError, match="no longer those that the edit was made against"):
        migrations.upgrade()
    assert len(leo.history("leo")) == 1
    assert set(migrations.pending()) == {mine.revision, theirs.revision}


def test_two_operators_who_edit_different_personas_both_land(
    leo: SpecStore, migrations: Migrations, tmp_path: Path
) -> None:
    leo.add_persona(document("mia"), edit())
    other = Migrations(leo.engine, tmp_path / "other", migrations.checks, migrations.clock)
    write_edit(migrations, "leo", edit({"min_minutes": 45}))
    theirs = write_edit(other, "mia", edit({"min_minutes": 30}))
    theirs.path.rename(migrations.facts_folder / theirs.path.name)
    migrations.upgrade()
    assert (leo.current("leo").spec.min_minutes, leo.current("mia").spec.min_minutes) == (45, 30)
    joined = write_edit(migrations, "leo", edit({"min_minutes": 50}))
    migrations.upgrade()
    assert migrations.pending() == ()
    assert joined.revision in migrations.applied()


def test_a_bad_edit_writes_no_revision(leo: SpecStore, migrations: Migrations) -> None:
    del leo
    for changes, told in (
        ({"rates[60].amount": 1}, "names more than one entry"),
        ({"min_minutes": "long"}, "is not a whole number"),
        ({"min_minutes": 60}, "say so already"),
    ):
        with pytest.raises(EditRefusedError, match=told.replace("[", r"\[")):
            write_edit(migrations, "leo", edit(changes))
    assert not migrations.facts_folder.exists()


def test_a_revision_that_was_spoilt_by_hand_leaves_the_database_as_it_was(
    leo: SpecStore, migrations: Migrations
) -> None:
    good = write_edit(migrations, "leo", edit({"min_minutes": 45}))
    bad = write_edit(migrations, "leo", edit({"min_minutes": 50}))
    code = bad.path.read_text("utf-8")
    bad.path.write_text(code.replace('{"min_minutes": 50}', '{"min_minutes": "long"}', 1), "utf-8")
    with pytest.raises(EditRefusedError, match="is not a whole number"):
        migrations.upgrade()
    assert len(leo.history("leo")) == 1
    assert migrations.pending() == (good.revision, bad.revision)
    bad.path.write_text("def upgrade(:\n", "utf-8")
    with pytest.raises(StoreError, match=r"cannot be (read|run)"):
        migrations.upgrade()


def test_what_an_operator_writes_goes_in_as_a_literal(leo: SpecStore, migrations: Migrations) -> None:
    note = HOSTILE.replace("\n", " ")
    written = write_edit(
        migrations, "leo", edit({"trade": HOSTILE, "services[x]": "x"}, note=note, author=note)
    )
    code = written.path.read_text("utf-8")
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    assert [ast.unparse(call.func) for call in calls] == ["op.revise_facts", "op.revise_facts"]
    assert code.isprintable() or all(c.isprintable() or c == "\n" for c in code)
    migrations.upgrade()
    last = leo.history("leo")[-1]
    assert (last.note, last.author, last.document["trade"]) == (note, note, HOSTILE)


@pytest.mark.parametrize(
    "value",
    [
        HOSTILE,
        None,
        True,
        3,
        2.5,
        [],
        {},
        ["a", {"b": [None, "c" * 200]}],
        {"k" * 90: {"deep": ["x"] * 30}},
        "\ud800",
    ],
    ids=repr,
)
def test_a_literal_reads_back(value: Any) -> None:
    assert ast.literal_eval(literal(value, 2)) == value


def test_alembic_itself_runs_the_same_migrations(empty_url: str, backend: str) -> None:
    """`alembic upgrade heads`, in the checkout, as its own documentation has it."""
    del backend

    def alembic(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "alembic", *arguments],
            cwd=ROOT,
            env={"ALIGN_DATABASE_URL": empty_url, "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    alembic("upgrade", "heads")
    assert {HEAD, "facts0"} <= set(alembic("current").split())
    assert "No new upgrade operations detected" in alembic("check")
    alembic("downgrade", "base")
    assert alembic("current").strip() == ""


def test_a_database_of_a_newer_release_is_named(leo: SpecStore, migrations: Migrations) -> None:
    with leo.engine.begin() as connection:
        connection.execute(
            text("UPDATE alembic_version SET version_num = '0099' WHERE version_num = :head"), {"head": HEAD}
        )
    with pytest.raises(StoreError, match="at revision 0099, which is not here"):
        migrations.pending()
