"""Workflows and corrections on both databases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from align.engines.library import Correction, CurrentWorkflows, WorkflowLibrary
from specs.store import EditRefusedError, open_engine
from specs.store.errors import StoreUnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.store.conftest import Clock

ENGINE = "do-gpu-base_1"


def document(name: str = "opener", **changed: Any) -> dict[str, Any]:
    steps = [{"kind": "draft", "instruction": "Write."}]
    return {"name": name, "engine": ENGINE, "steps": steps, **changed}


@pytest.fixture
def library(url: str, clock: Clock) -> Iterator[WorkflowLibrary]:
    engine = open_engine(url)
    yield WorkflowLibrary(engine, clock=clock)
    engine.dispose()


def test_workflows_are_versioned(library: WorkflowLibrary) -> None:
    assert library.add(document(), "ana", "first").version == 1
    later = library.add(document(steps=[{"kind": "draft", "instruction": "Be short."}]), "bo", "shorter")
    assert later.version == 2
    assert [workflow.id for workflow in library.current()] == ["opener@2"]
    assert [(r.version, r.author, r.note) for r in library.history("opener")] == [
        (1, "ana", "first"),
        (2, "bo", "shorter"),
    ]
    library.withdraw("opener", "ana", "gone")
    assert library.current() == ()
    assert library.history("opener")[-1].workflow is None
    assert library.add(document(), "ana", "back").version == 4


def test_workflows_are_those_of_now_and_while_the_database_is_away_those_of_before(
    library: WorkflowLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    current = CurrentWorkflows(library)
    assert current() == ()
    library.add(document(), "ana", "first")
    assert [workflow.id for workflow in current()] == ["opener@1"]
    library.add(document(), "ana", "second")

    def away() -> None:
        raise StoreUnavailableError("away", "bring it back")

    with monkeypatch.context() as patched:
        patched.setattr(library, "current", away)
        assert [workflow.id for workflow in current()] == ["opener@1"]
    assert [workflow.id for workflow in current()] == ["opener@2"]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"steps": []}, "steps: "),
        ({"engine": "gpt"}, "engine: 'gpt' is no engine id"),
        ({"engine": "template"}, "engine: 'template' writes what is stored and runs no steps"),
        ({"version": 7}, "version: the next one of 'opener' is 1, not 7"),
        ({"stpes": []}, "stpes: "),
        ({"name": 3}, "name: "),
    ],
)
def test_an_illegal_workflow_is_refused_with_its_place(
    library: WorkflowLibrary, changes: dict[str, Any], told: str
) -> None:
    with pytest.raises(EditRefusedError) as refused:
        library.add(document(**changes), "ana", "x")
    assert told in str(refused.value)
    with pytest.raises(EditRefusedError, match="there is no workflow"):
        library.withdraw("opener", "ana", "x")
    assert library.current() == ()


def test_corrections_are_kept_by_build_and_workflow(library: WorkflowLibrary) -> None:
    first = Correction("d1", "leo", ENGINE, "opener@1", "An hour is 70. \ud83d", "An hour is 80.")
    plain = Correction("d2", "leo", ENGINE, None, "a", "b")
    assert library.correct(first, "ana", "the price")
    assert library.correct(plain, "ana", "x")
    assert not library.correct(first, "ana", "again")
    other = Correction("d1", "lea", ENGINE, "opener@1", "An hour is 50.", "An hour is 60.")
    later = Correction("d4", "leo", ENGINE, "opener@12", "c", "d")
    assert library.correct(other, "ana", "hers")
    assert library.correct(later, "ana", "x")
    assert library.corrections(ENGINE, "opener@1", "leo", 10) == (first,)
    assert library.corrections(ENGINE, None, "leo", 10) == (plain,)
    assert library.corrections(ENGINE, "opener@2", "leo", 10) == ()
    assert library.all_corrections() == (first, plain, other, later)
    assert library.all_corrections(last=2) == (other, later)
    assert library.all_corrections(workflow="opener") == (first, other, later)
    assert library.all_corrections(workflow="opener@1", persona="lea") == (other,)
    assert library.all_corrections(engine="do-gpu-base_2") == ()
    with pytest.raises(EditRefusedError, match="the same as before"):
        library.correct(Correction("d3", "leo", ENGINE, None, "a", "a"), "ana", "x")


@pytest.mark.parametrize("table", ["workflow_version", "correction"])
def test_what_is_stored_is_never_changed(library: WorkflowLibrary, url: str, table: str) -> None:
    library.add(document(), "ana", "first")
    library.correct(Correction("d1", "leo", ENGINE, None, "a", "b"), "ana", "x")
    engine = open_engine(url)
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET note = 'x'"))  # noqa: S608 - our own name
    engine.dispose()
