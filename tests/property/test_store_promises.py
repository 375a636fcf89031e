"""The promises of the spec store, over edits drawn at random."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.operators.checks import gate_checks
from specs.edits.changes import value_at
from specs.store import Edit, EditConflictError, EditRefusedError, SpecStore, VersionRecord, open_engine
from specs.store.migrate import Migrations
from tests.store.documents import document

BEGIN = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)

EDITS = st.one_of(
    st.tuples(st.just("min_minutes"), st.integers(30, 33)),
    st.tuples(st.just("rates[60,-].amount"), st.integers(80, 83)),
    st.tuples(st.just("services[bath]"), st.sampled_from(["bath", None])),
    st.tuples(st.just("trade"), st.sampled_from(["groomer", "vet", None])),
    st.tuples(st.just("rates[60,-].amount"), st.just("a lot")),
)
STEPS = st.lists(
    st.tuples(EDITS, st.one_of(st.none(), st.integers(0, 6)), st.integers(0, 2)), min_size=1, max_size=12
)
"""An edit, the hours after which it takes over (None: at once), and the hours that pass before the next."""


@pytest.fixture(scope="module")
def migrated() -> Any:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "migrated.db"
        engine = open_engine(f"sqlite:///{path}")
        Migrations(engine, Path(folder) / "facts", gate_checks()).upgrade()
        engine.dispose()
        yield path


@dataclass
class Model:
    """What was stored, as an operator remembers it: path, value, and from when on, in the order of storing."""

    edits: list[tuple[str, Any, dt.datetime]] = field(default_factory=list)

    def value(self, path: str, when: dt.datetime) -> tuple[bool, Any]:
        """Return whether any edit of the path holds at a moment, and the value of the last one stored."""
        held = [value for name, value, begins in self.edits if name == path and begins <= when]
        return bool(held), held[-1] if held else None


@settings(max_examples=40, deadline=None)
@given(steps=STEPS)
def test_every_edit_holds_until_the_next_of_the_same_field(migrated: Path, steps: list[Any]) -> None:
    """Promise of the design: no edit is ever undone by a version that was prepared earlier."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        shutil.copy(migrated, path)
        now = BEGIN
        store = SpecStore(
            open_engine(f"sqlite:///{path}"), checks=gate_checks(), fresh_seconds=0.0, clock=lambda: now
        )
        store.add_persona(document(), Edit({}, "ana", "first"))
        model = Model()
        for (field_path, value), begins, passing in steps:
            before = store.history("leo")
            past = [(moment, store.at("leo", moment).digest) for moment in _moments(before) if moment < now]
            effective = None if begins is None else BEGIN + dt.timedelta(hours=begins)
            try:
                store.revise("leo", Edit({field_path: value}, "ana", "a reason", effective))
                model.edits.append((field_path, value, max(effective or now, now)))
            except (EditRefusedError, EditConflictError):
                assert store.history("leo") == before
            after = store.history("leo")
            assert after[: len(before)] == before
            assert [(moment, store.at("leo", moment).digest) for moment, _ in past] == past
            _check(store, after, model)
            now += dt.timedelta(hours=passing)
            assert store.current("leo").version == _holding(after, now)
        store.close()


def _moments(versions: tuple[VersionRecord, ...]) -> list[dt.datetime]:
    return sorted({version.effective_from for version in versions})


def _holding(versions: tuple[VersionRecord, ...], when: dt.datetime) -> VersionRecord:
    begun = [version for version in versions if version.effective_from <= when]
    return max(begun, key=lambda version: (version.effective_from, version.version))


def _check(store: SpecStore, versions: tuple[VersionRecord, ...], model: Model) -> None:
    for moment in _moments(versions):
        found = store.at("leo", moment)
        assert found.version == _holding(versions, moment)
        for field_path, _value, _begins in model.edits:
            is_edited, value = model.value(field_path, moment)
            if is_edited:
                assert value_at(found.version.document, field_path) == value
