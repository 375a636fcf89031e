"""From which moment an edit holds: local dates across zones and clock changes, and moments that are slips."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from specs.store import Edit, EditRefusedError, SpecStore, StoreError, TemplateEdit, UnknownPersonaError
from specs.store.engine import writing
from specs.store.ledger import retire_persona
from tests.store.documents import document

if TYPE_CHECKING:
    from tests.store.conftest import Clock


def edit(changes: dict[str, Any] | None = None, **fields: Any) -> Edit:
    return Edit(changes or {}, fields.pop("author", "ana"), fields.pop("note", "a reason"), **fields)


def utc(*moment: int) -> dt.datetime:
    return dt.datetime(*moment, tzinfo=dt.UTC)  # type: ignore[arg-type, misc] # the parts of a moment


@pytest.fixture
def leo(store: SpecStore) -> SpecStore:
    store.add_persona(document(), edit())
    return store


@pytest.mark.parametrize(
    ("zone", "day", "begins"),
    [
        ("America/Toronto", dt.date(2026, 12, 1), utc(2026, 12, 1, 5)),
        ("Pacific/Kiritimati", dt.date(2026, 12, 1), utc(2026, 11, 30, 10)),
        ("Pacific/Pago_Pago", dt.date(2026, 12, 1), utc(2026, 12, 1, 11)),
        # At these midnights the clocks go forward (the day begins at 1:00) and back (it begins twice).
        ("Asia/Beirut", dt.date(2027, 3, 28), utc(2027, 3, 27, 22)),
        ("America/Havana", dt.date(2027, 11, 7), utc(2027, 11, 7, 4)),
    ],
)
def test_a_date_begins_with_its_first_minute_where_the_persona_is(
    store: SpecStore, zone: str, day: dt.date, begins: dt.datetime
) -> None:
    store.add_persona(document(timezone=zone), edit())
    (version,) = store.revise("leo", edit({"min_minutes": 45}, effective=day))
    assert version.effective_from == begins


@pytest.mark.parametrize(
    ("zone", "day", "begins"),
    [
        ("Europe/Madrid", dt.date(2026, 12, 24), utc(2026, 12, 23, 23)),  # once the move was made
        (
            "Europe/Madrid",
            dt.date(2026, 12, 1),
            utc(2026, 12, 1, 5),
        ),  # already the first there when it is made
        ("Europe/Madrid", dt.date(2026, 11, 20), utc(2026, 11, 20, 5)),
        ("Pacific/Honolulu", dt.date(2026, 12, 1), utc(2026, 12, 1, 10)),  # still the last of November there
    ],
)
def test_a_date_after_a_planned_move_begins_where_the_persona_then_is(
    leo: SpecStore, zone: str, day: dt.date, begins: dt.datetime
) -> None:
    leo.revise("leo", edit({"timezone": zone}, effective=utc(2026, 12, 1, 5)))
    version, *_carried = leo.revise("leo", edit({"min_minutes": 45}, effective=day))
    assert version.effective_from == begins
    template = leo.set_template("leo", TemplateEdit("opener", "Hi!", "ana", "first", day))
    assert template.effective_from == begins


def test_a_date_before_a_persona_begins_is_none_of_its_days(store: SpecStore) -> None:
    store.add_persona(document(), edit(effective=dt.date(2026, 12, 1)))
    with pytest.raises(UnknownPersonaError):
        store.revise("leo", edit({"min_minutes": 45}, effective=dt.date(2026, 11, 20)))


@pytest.mark.parametrize(
    "effective",
    [
        dt.datetime.max.replace(tzinfo=dt.timezone(-dt.timedelta(hours=5))),
        dt.datetime.min.replace(tzinfo=dt.timezone(dt.timedelta(hours=5))),
        dt.date.max,
        dt.date(2926, 12, 1),
        dt.datetime(2026, 12, 1),  # noqa: DTZ001 - what is refused
    ],
)
def test_a_moment_that_is_a_slip_is_refused(leo: SpecStore, effective: dt.date) -> None:
    with pytest.raises(EditRefusedError):
        leo.revise("leo", edit({"min_minutes": 45}, effective=effective))
    with pytest.raises(EditRefusedError):
        leo.set_template("leo", TemplateEdit("opener", "Hi!", "ana", "first", effective))
    if isinstance(effective, dt.datetime):
        with pytest.raises(ValueError, match=r"no offset|not in a year from"):
            leo.at("leo", effective)


def test_half_a_surrogate_pair_names_nobody(leo: SpecStore) -> None:
    for ask in (leo.current, leo.history, lambda name: leo.revise(name, edit({"min_minutes": 45}))):
        with pytest.raises(StoreError, match="surrogate"):
            ask("le\udcff")


def test_a_persona_that_was_retired_is_not_proposed_for_itself(leo: SpecStore, clock: Clock) -> None:
    with writing(leo.engine) as connection:
        retire_persona(connection, "leo", edit(), now=clock.move(hours=1))
    with pytest.raises(UnknownPersonaError, match=r"in the store$"):
        leo.at("leo", clock.now)
    with pytest.raises(UnknownPersonaError, match="did you mean 'leo'"):
        leo.at("lea", clock.now)
