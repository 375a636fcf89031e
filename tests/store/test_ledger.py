"""Edits of facts on both databases: what is appended, what is refused, and that nothing is ever lost."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from specs.store import (
    Edit,
    EditConflictError,
    EditRefusedError,
    SpecStore,
    UnknownPersonaError,
)
from specs.store.engine import writing
from specs.store.ledger import retire_persona
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.store.conftest import Clock

DECEMBER = dt.date(2026, 12, 1)
MIDNIGHT = dt.datetime(2026, 12, 1, 5, tzinfo=dt.UTC)
"""The first minute of December where the persona is."""


def edit(changes: dict[str, Any] | None = None, **fields: Any) -> Edit:
    return Edit(changes or {}, fields.pop("author", "ana"), fields.pop("note", "a reason"), **fields)


@pytest.fixture
def leo(store: SpecStore) -> SpecStore:
    store.add_persona(document(), edit(note="first"))
    return store


def _amount(store: SpecStore, clock: Clock, mode: str | None = None) -> Any:
    del clock
    rates = store.current("leo").spec.rates or ()
    return next(rate.amount for rate in rates if rate.mode == mode)


def test_a_first_version_is_the_document(store: SpecStore, clock: Clock) -> None:
    (version,) = store.add_persona(document(), edit(note="first"))
    assert (version.version, version.author, version.note) == (1, "ana", "first")
    assert version.created_at == version.effective_from == clock.now
    found = store.current("leo")
    assert found.version == version
    assert found.digest == found.spec.digest == version.digest
    assert found.spec.to_dict() == document()


def test_an_edit_adds_a_version_and_keeps_the_one_before(leo: SpecStore, clock: Clock) -> None:
    clock.move(hours=1)
    (version,) = leo.revise("leo", edit({"rates[outcall].amount": 100}))
    assert version.version == 2
    assert _amount(leo, clock, "outcall") == 100
    first, second = leo.history("leo")
    assert first.document == document()
    assert [change.path for change in leo.diff(first, second)] == ["rates[60,outcall].amount"]
    assert leo.at("leo", clock.now - dt.timedelta(minutes=30)).version == first


def test_a_future_edit_takes_over_by_itself(leo: SpecStore, clock: Clock) -> None:
    (version,) = leo.revise("leo", edit({"rates[60,-].amount": 90}, effective=DECEMBER))
    assert version.effective_from == MIDNIGHT
    assert _amount(leo, clock) == 80
    clock.now = MIDNIGHT - dt.timedelta(microseconds=1)
    assert _amount(leo, clock) == 80
    clock.now = MIDNIGHT
    assert _amount(leo, clock) == 90
    assert leo.at("leo", MIDNIGHT - dt.timedelta(seconds=1)).version.version == 1


def test_an_edit_is_carried_into_every_pending_version(leo: SpecStore, clock: Clock) -> None:
    leo.revise("leo", edit({"rates[60,-].amount": 90}, effective=DECEMBER))
    leo.revise("leo", edit({"rates[60,-].amount": 99}, effective=dt.date(2027, 1, 1)))
    now, december, january = leo.revise("leo", edit({"min_minutes": 45}))
    assert [v.effective_from for v in (december, january)] == [MIDNIGHT, MIDNIGHT.replace(year=2027, month=1)]
    for version, amount in ((now, 80), (december, 90), (january, 99)):
        assert version.document["min_minutes"] == 45
        assert version.document["rates"][0]["amount"] == amount
    clock.now = MIDNIGHT
    assert leo.current("leo").spec.min_minutes == 45
    assert _amount(leo, clock) == 90


def test_a_pending_version_with_its_own_word_refuses_the_edit_by_name(leo: SpecStore) -> None:
    leo.revise("leo", edit({"rates[60,-].amount": 90}, effective=DECEMBER, note="winter rates"))
    with pytest.raises(EditConflictError) as refused:
        leo.revise("leo", edit({"rates[60,-].amount": 85}))
    assert "winter rates" in str(refused.value)
    assert "rates[60,-].amount: 90 -> 85" in str(refused.value)
    assert len(leo.history("leo")) == 2


def test_an_edit_that_a_pending_version_makes_too_is_made_now_only(leo: SpecStore) -> None:
    leo.revise("leo", edit({"services[bath]": "bath", "min_minutes": 45}, effective=DECEMBER))
    (version,) = leo.revise("leo", edit({"services[bath]": "bath"}))
    assert version.version == 3
    assert len(leo.history("leo")) == 3


def test_an_edit_that_breaks_a_pending_version_is_refused_by_its_name(leo: SpecStore) -> None:
    leo.revise("leo", edit({"modes": ["incall"], "rates[outcall]": None}, effective=DECEMBER, note="at home"))
    with pytest.raises(EditConflictError, match="at home"):
        leo.revise("leo", edit({"rates[90,outcall]": {"minutes": 90, "mode": "outcall", "amount": 140}}))
    assert len(leo.history("leo")) == 2


def test_of_two_edits_for_one_moment_the_later_stored_holds(leo: SpecStore, clock: Clock) -> None:
    leo.revise("leo", edit({"rates[60,-].amount": 90}, effective=DECEMBER))
    leo.revise("leo", edit({"rates[60,-].amount": 91}, effective=DECEMBER))
    clock.now = MIDNIGHT
    assert _amount(leo, clock) == 91


def test_an_effective_moment_that_has_passed_means_at_once(leo: SpecStore, clock: Clock) -> None:
    clock.move(days=60)
    (version,) = leo.revise("leo", edit({"min_minutes": 45}, effective=DECEMBER))
    assert version.effective_from == clock.now
    assert leo.at("leo", MIDNIGHT).spec.min_minutes == 60


def test_a_moment_with_an_offset_is_that_moment(leo: SpecStore) -> None:
    moment = dt.datetime.fromisoformat("2026-12-01T09:00+01:00")
    (version,) = leo.revise("leo", edit({"min_minutes": 45}, effective=moment))
    assert version.effective_from == moment
    with pytest.raises(EditRefusedError, match="has no offset"):
        leo.revise("leo", edit({"min_minutes": 30}, effective=moment.replace(tzinfo=None)))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"rates[60,-].amount": "ninety"}, 'expected a number, got the text "ninety"'),
        ({"rates[60,-].amount": -1}, "legal: an amount of money above 0"),
        ({"rates[60,-].amuont": 1}, "unknown key; did you mean 'amount'?"),
        ({"rates[60].amount": 1}, "one of rates[60,-], rates[60,outcall]"),
        ({"currency": "XXQ"}, "XXQ"),
        ({"persona": "lea"}, "cannot change"),
        ({"mission.goal": "fill"}, "align mission set"),
        ({"min_minutes": 60}, "say so already (min_minutes: 60 -> 60)"),
        ({}, "say so already"),
        ({"services[sedation]": "sedation"}, "would contradict itself"),
    ],
    ids=str,
)
def test_a_bad_edit_names_the_field_and_stores_nothing(
    leo: SpecStore, changes: dict[str, Any], told: str
) -> None:
    with pytest.raises(EditRefusedError) as refused:
        leo.revise("leo", edit(changes))
    assert told in str(refused.value)
    assert len(leo.history("leo")) == 1


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"note": "  "}, "the note is empty"),
        ({"author": ""}, "the author is empty"),
        ({"note": "a\x00b"}, "the note has U+0000 at character 2"),
        ({"note": "\ud83d"}, "the note has U+D83D at character 1"),
        ({"note": "n" * 2001}, "at most 2000 are allowed"),
    ],
    ids=["no note", "no author", "nul", "half a pair", "long"],
)
def test_an_edit_is_signed(leo: SpecStore, fields: dict[str, str], told: str) -> None:
    with pytest.raises(EditRefusedError) as refused:
        leo.revise("leo", edit({"min_minutes": 45}, **fields))
    assert told in str(refused.value)
    assert len(leo.history("leo")) == 1


def test_an_edit_against_facts_that_moved_is_a_conflict(open_store: Callable[..., SpecStore]) -> None:
    ana, bo = open_store(), open_store()
    ana.add_persona(document(), edit())
    seen = bo.current("leo").version.digest
    ana.revise("leo", edit({"min_minutes": 45}, against=seen, note="shorter"))
    with pytest.raises(EditConflictError) as refused:
        bo.revise("leo", edit({"min_minutes": 30}, against=seen))
    assert "by ana: shorter" in str(refused.value)
    assert len(bo.history("leo")) == 2


def test_an_edit_of_values_that_moved_is_a_conflict(leo: SpecStore) -> None:
    leo.revise("leo", edit({"min_minutes": 45}))
    with pytest.raises(EditConflictError, match="min_minutes: 60 -> 45"):
        leo.revise("leo", edit({"min_minutes": 30}, was={"min_minutes": 60}))
    leo.revise("leo", edit({"min_minutes": 30}, was={"min_minutes": 45}))


def test_an_unknown_persona_is_named_with_the_nearest(leo: SpecStore) -> None:
    for attempt in (
        lambda: leo.revise("lea", edit({"min_minutes": 45})),
        lambda: leo.current("lea"),
        lambda: leo.history("lea"),
        lambda: leo.at("lea", MIDNIGHT),
    ):
        with pytest.raises(UnknownPersonaError, match="did you mean 'leo'"):
            attempt()


def test_a_persona_is_added_once(leo: SpecStore) -> None:
    with pytest.raises(EditConflictError, match="'leo' is stored already"):
        leo.add_persona(document(), edit())
    with pytest.raises(EditRefusedError, match="has a mission"):
        leo.add_persona(document("mia", mission={"date": "2026-11-01"}), edit())
    with pytest.raises(EditRefusedError, match="persona: is required"):
        leo.add_persona({"timezone": "UTC", "currency": "EUR"}, edit())
    assert leo.personas() == ("leo",)


def test_a_persona_that_begins_later_is_unknown_until_then(store: SpecStore, clock: Clock) -> None:
    store.add_persona(document(), edit(effective=DECEMBER))
    with pytest.raises(UnknownPersonaError):
        store.current("leo")
    clock.now = MIDNIGHT
    assert store.current("leo").version.version == 1


def test_a_retired_persona_is_unknown_and_keeps_its_history(leo: SpecStore, clock: Clock) -> None:
    leo.revise("leo", edit({"min_minutes": 45}, effective=DECEMBER))
    clock.move(hours=1)
    with writing(leo.engine) as connection:
        retire_persona(connection, "leo", edit(note="gone"), now=clock.now)
    for moment in (clock.now, MIDNIGHT):
        with pytest.raises(UnknownPersonaError):
            leo.at("leo", moment)
    with pytest.raises(UnknownPersonaError):
        leo.current("leo")
    assert leo.at("leo", clock.now - dt.timedelta(minutes=1)).version.version == 1
    assert [v.is_retired for v in leo.history("leo")] == [False, False, True, True]
    clock.move(hours=1)
    leo.add_persona(document(min_minutes=30), edit(note="back"))
    assert leo.current("leo").spec.min_minutes == leo.at("leo", MIDNIGHT).spec.min_minutes == 30


STATEMENTS = {
    "update": "UPDATE spec_version SET note = 'x'",
    "delete": "DELETE FROM spec_version",
    "mission": "UPDATE mission_version SET note = 'x'",
    "template": "DELETE FROM template_version",
    "replace": "INSERT OR REPLACE INTO spec_version SELECT * FROM spec_version",
    "replace by key": (
        "INSERT OR REPLACE INTO spec_version (persona, version, schema_version, document, digest, author, note,"
        " created_at, effective_from) SELECT persona, version, 1, '{}', 'x', 'x', 'x', created_at, effective_from"
        " FROM spec_version"
    ),
    "truncate": "TRUNCATE spec_version",
    "upsert": (
        "INSERT INTO spec_version (persona, version, schema_version, document, digest, author, note, created_at,"
        " effective_from) SELECT persona, version, 1, '{}', 'x', 'x', 'x', created_at, effective_from FROM"
        " spec_version ON CONFLICT (persona, version) DO UPDATE SET note = 'x'"
    ),
}
ONLY = {"replace": "sqlite", "replace by key": "sqlite", "truncate": "postgresql", "upsert": "postgresql"}


@pytest.mark.parametrize("how", STATEMENTS)
def test_the_database_itself_refuses_to_change_history(leo: SpecStore, backend: str, how: str) -> None:
    from specs.store import MissionEdit, TemplateEdit

    leo.set_mission("leo", MissionEdit(DECEMBER, {"goal": "fill"}, "ana", "a reason"))
    leo.set_template("leo", TemplateEdit("opener", "Hello!", "ana", "a reason"))
    if ONLY.get(how, backend) != backend:
        return
    before = leo.history("leo")
    with pytest.raises(DBAPIError, match="append-only"), leo.engine.begin() as connection:
        connection.execute(text(STATEMENTS[how]))
    assert leo.history("leo") == before
