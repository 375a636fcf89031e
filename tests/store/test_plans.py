"""Every question that the store asks is answered through an index: no table is read from end to end."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, insert, text

from benchmarks.personas import FIRST, fill, key
from specs.store import Edit, MissionEdit, SpecStore, TemplateEdit, UnknownPersonaError
from specs.store.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Callable

PERSONAS, VERSIONS = 150, 20
"""Enough that reading a whole table costs a database more than its index."""

NEW_YEAR = dt.date(2027, 1, 1)


def unknown(store: SpecStore) -> None:
    with pytest.raises(UnknownPersonaError):
        store.current("nobody")


USES: dict[str, Callable[[SpecStore], object]] = {
    "current": lambda store: store.current(key(1)),
    "at": lambda store: store.at(key(1), FIRST + dt.timedelta(days=2)),
    "history": lambda store: store.history(key(1)),
    "stored by": lambda store: store.stored_by(["20261101_120000_abcdef", "20261101_120000_fedcba"]),
    "personas": lambda store: store.personas(),
    "unknown": unknown,
    "revise": lambda store: store.revise(key(1), Edit({"min_minutes": 45}, "ana", "a reason")),
    "mission": lambda store: store.set_mission(key(1), MissionEdit(NEW_YEAR, {"goal": "x"}, "ana", "y")),
    "missions": lambda store: store.missions(key(1), NEW_YEAR),
    "template": lambda store: store.set_template(key(1), TemplateEdit("late", "x", "ana", "y")),
    "templates": lambda store: store.templates(key(1)),
    "plans": lambda store: store.template_plans(key(1), FIRST),
    "template history": lambda store: store.template_history(key(1), "opener"),
}


@pytest.fixture
def filled(store: SpecStore) -> SpecStore:
    fill(store.engine, PERSONAS, VERSIONS)
    signed = {"author": "ana", "note": "a reason", "created_at": FIRST}
    pairs = list(itertools.product(range(PERSONAS), range(VERSIONS)))
    missions = [{"persona": key(n), "day": FIRST.date(), "version": v, **signed} for n, v in pairs]
    templates = [
        {"persona": key(n), "key": "opener", "version": v, "body": '"Hi!"', "effective_from": FIRST, **signed}
        for n, v in pairs
    ]
    with store.engine.begin() as connection:
        connection.execute(insert(metadata.tables["mission_version"]), missions)
        connection.execute(insert(metadata.tables["template_version"]), templates)
        connection.execute(text("ANALYZE"))
    return store


def scans(store: SpecStore, use: Callable[[SpecStore], object]) -> list[str]:
    """Return the steps in which a use reads a table, or all of an index, from end to end."""
    asked: list[tuple[str, Any]] = []

    def keep(*arguments: Any) -> None:
        asked.append((arguments[2], arguments[3]))

    event.listen(store.engine, "before_cursor_execute", keep)
    use(store)
    event.remove(store.engine, "before_cursor_execute", keep)
    explained = [ask for ask in asked if ask[0].startswith(("SELECT", "WITH"))]
    assert explained
    return [step for statement, bound in explained for step in _whole(store, statement, bound)]


def _whole(store: SpecStore, statement: str, bound: Any) -> list[str]:
    is_sqlite = store.engine.dialect.name == "sqlite"
    explain = "EXPLAIN QUERY PLAN" if is_sqlite else "EXPLAIN"
    with store.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"{explain} {statement}", bound).all()
    steps = [str(row[-1]).strip() for row in rows]
    if is_sqlite:
        return [step for step in steps if step.startswith("SCAN") and "_version" in step]
    return [step for step in steps if "Seq Scan on" in step and "_version" in step]


@pytest.mark.parametrize("name", USES)
def test_no_use_of_the_store_reads_a_whole_table(filled: SpecStore, name: str) -> None:
    assert scans(filled, USES[name]) == []


def test_a_whole_table_would_be_noticed(filled: SpecStore) -> None:
    def look(store: SpecStore) -> None:
        with store.engine.connect() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM spec_version WHERE note = 'x'")

    assert len(scans(filled, look)) == 1
