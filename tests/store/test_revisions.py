"""Revisions as they are written: what is in one can be applied, and of several all are written or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from specs.store import Edit, EditConflictError, EditRefusedError, SpecStore, StoreError
from specs.store.revisions import write_documents, write_edit
from tests.store.documents import document

if TYPE_CHECKING:
    from specs.store.migrate import Migrations


def edit(changes: dict[str, Any] | None = None, **fields: Any) -> Edit:
    return Edit(changes or {}, fields.pop("author", "ana"), fields.pop("note", "a reason"), **fields)


@pytest.fixture
def leo(store: SpecStore) -> SpecStore:
    store.add_persona(document(), edit())
    return store


@pytest.mark.parametrize(
    "changes",
    [
        {"rates[60,-].amount": 70, "rates[outcall].minutes": 90, "rates[90].amount": 130},
        {"rates[outcall]": None, "rates[60].amount": 85},
        {"services[bath]": "bath", "services[#0]": None, "services[#1].x": None},
        {"deposit": {"amount": 10}, "deposit.amount": 20},
        {"rates[#1]": {"minutes": 30, "amount": 50}, "rates[#0].amount": 85, "min_minutes": 30},
    ],
)
def test_a_revision_that_is_written_can_be_applied_and_taken_back(
    leo: SpecStore, migrations: Migrations, changes: dict[str, Any]
) -> None:
    try:
        write_edit(migrations, "leo", edit(changes))
    except EditRefusedError:
        assert not migrations.pending()
        return
    migrations.upgrade()
    assert leo.current("leo").version.version == 2
    migrations.downgrade("facts@-1")
    assert leo.current("leo").spec.to_dict() == document()


def test_one_field_under_two_paths_is_given_twice(leo: SpecStore, migrations: Migrations) -> None:
    with pytest.raises(EditRefusedError, match=r"rates\[60,-\]\.amount: is given twice"):
        write_edit(migrations, "leo", edit({"rates[60,-].amount": 70, "rates[#0].amount": 75}))
    assert leo.current("leo").version.version == 1
    assert migrations.pending() == ()


def test_of_several_documents_all_are_written_or_none(leo: SpecStore, migrations: Migrations) -> None:
    good = [document("amy"), document("leo", min_minutes=45), document("bo")]
    with pytest.raises(EditRefusedError, match="would contradict itself"):
        write_documents(migrations, [*good, document("cy", min_minutes=600)], edit())
    assert not migrations.facts_folder.exists()
    written = write_documents(migrations, [*good, document("leo", min_minutes=45)], edit())
    assert [revision is None for revision in written] == [False, False, False, True]
    migrations.upgrade()
    assert leo.personas() == ("amy", "bo", "leo")
    assert leo.current("leo").spec.min_minutes == 45


def test_a_file_that_cannot_be_written_leaves_none(leo: SpecStore, migrations: Migrations) -> None:
    del leo
    written = write_documents(migrations, [document("amy"), document("bo")], edit())
    paths = [revision.path for revision in written if revision is not None]
    for path in paths:
        path.unlink()
    paths[1].mkdir()
    with pytest.raises(EditRefusedError, match="cannot be written to"):
        write_documents(migrations, [document("amy"), document("bo")], edit())
    assert [path for path in migrations.facts_folder.iterdir() if path.is_file()] == []


def test_a_folder_that_is_a_file_is_refused(leo: SpecStore, migrations: Migrations) -> None:
    del leo
    migrations.facts_folder.write_text("", "utf-8")
    with pytest.raises(StoreError, match="cannot be written to"):
        write_edit(migrations, "leo", edit({"min_minutes": 45}))


def test_a_revision_that_is_refused_is_named(leo: SpecStore, migrations: Migrations) -> None:
    written = write_edit(migrations, "leo", edit({"min_minutes": 45}))
    leo.revise("leo", edit({"trade": "vet"}))
    with pytest.raises(EditConflictError, match=rf"revision {written.revision}; nothing was applied"):
        migrations.upgrade()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("import no_such_module", "ModuleNotFoundError"),
        ("revision = down_revision = 'here' 'there' 1", "SyntaxError"),
        ("revision = 'x'\ndown_revision = 'no_such_revision'", "no_such_revision"),
        ("revision = 'x'\ndown_revision = 'x'", "x"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_file_that_is_no_revision_is_named(migrations: Migrations, text: str, told: str) -> None:
    migrations.facts_folder.mkdir()
    (migrations.facts_folder / "broken.py").write_text(text, "utf-8")
    with pytest.raises(StoreError, match="cannot be read") as refused:
        migrations.pending()
    assert told in str(refused.value)
