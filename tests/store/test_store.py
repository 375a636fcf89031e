"""Reading: one instant, a cheap question whether anything moved, and the last good version when the database is away."""

from __future__ import annotations

import datetime as dt
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event

from specs import Spec
from specs.store import (
    Edit,
    EditRefusedError,
    MissionEdit,
    SpecStore,
    StoreUnavailableError,
    TemplateEdit,
    UnknownPersonaError,
    UnknownSpecError,
)
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Callable

    from specs.store import StoredSpec
    from tests.store.conftest import Clock

TODAY = dt.date(2026, 11, 1)


def edit(changes: dict[str, Any] | None = None, **fields: Any) -> Edit:
    return Edit(changes or {}, "ana", "a reason", **fields)


def mission(day: dt.date = TODAY, **said: Any) -> MissionEdit:
    return MissionEdit(day, said, "ana", "a reason")


@pytest.fixture
def leo(store: SpecStore) -> SpecStore:
    store.add_persona(document(), edit())
    return store


def statements(store: SpecStore) -> list[str]:
    """Return a list that grows with every query which the store's connections are asked."""
    asked: list[str] = []

    @event.listens_for(store.engine, "before_cursor_execute")
    def count(*arguments: Any) -> None:
        if arguments[2].lstrip().startswith("SELECT") and "spec_version" in arguments[2]:
            asked.append(arguments[2])

    return asked


def test_an_unchanged_persona_costs_one_query(leo: SpecStore) -> None:
    leo.current("leo")
    asked = statements(leo)
    first = leo.current("leo")
    assert len(asked) == 1
    assert leo.current("leo") is first


def test_a_fresh_read_costs_no_query(open_store: Callable[..., SpecStore], leo: SpecStore) -> None:
    del leo
    reader = open_store(fresh_seconds=3600.0)
    first = reader.current("leo")
    asked = statements(reader)
    assert reader.current("leo") is first
    assert asked == []


def test_readers_who_ask_at_once_ask_once(open_store: Callable[..., SpecStore], leo: SpecStore) -> None:
    del leo
    alone, shared = (open_store(fresh_seconds=3600.0) for _ in range(2))
    one = statements(alone)
    alone.current("leo")
    asked = statements(shared)
    begun: list[int] = []
    found: list[StoredSpec] = []

    @event.listens_for(shared.engine, "before_cursor_execute")
    def hold(*_arguments: Any) -> None:
        while len(begun) < 8:
            time.sleep(0.001)

    def read() -> None:
        begun.append(1)
        found.append(shared.current("leo"))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert asked == one
    assert len({id(spec) for spec in found}) == 1


def test_a_reader_sees_what_another_connection_stored(
    open_store: Callable[..., SpecStore], leo: SpecStore, clock: Clock
) -> None:
    reader = open_store()
    before = reader.current("leo")
    leo.revise("leo", edit({"min_minutes": 45}))
    after = reader.current("leo")
    assert (before.spec.min_minutes, after.spec.min_minutes) == (60, 45)
    leo.set_mission("leo", mission(goal="fill"))
    assert (found := reader.current("leo").spec.mission) is not None
    assert found.goal == "fill"
    assert clock.now == leo.current("leo").version.effective_from


def test_a_kept_future_version_takes_over_without_a_query(
    open_store: Callable[..., SpecStore], leo: SpecStore, clock: Clock
) -> None:
    leo.revise("leo", edit({"min_minutes": 45}, effective=dt.date(2026, 12, 1)))
    reader = open_store(fresh_seconds=3600.0)
    assert reader.current("leo").spec.min_minutes == 60
    asked = statements(reader)
    clock.move(days=31)
    assert reader.current("leo").spec.min_minutes == 45
    assert asked == []


def test_the_mission_is_that_of_the_persona_s_day(leo: SpecStore, clock: Clock) -> None:
    leo.set_mission("leo", mission(goal="today"))
    leo.set_mission("leo", mission(TODAY + dt.timedelta(days=1), goal="tomorrow"))
    found = leo.current("leo")
    assert found.mission is not None
    assert found.mission.day == TODAY
    assert found.digest != found.version.digest
    facts = Spec.from_dict(found.version.document).part_digests
    assert found.spec.part_digests[:2] == facts[:2]
    clock.now = dt.datetime(
        2026, 11, 2, 3, tzinfo=dt.UTC
    )  # still the evening of the first where the persona is
    assert leo.current("leo").spec.mission == found.spec.mission
    clock.now = dt.datetime(2026, 11, 2, 5, tzinfo=dt.UTC)
    assert (later := leo.current("leo").spec.mission) is not None
    assert later.goal == "tomorrow"
    clock.move(days=1)
    assert leo.current("leo").mission is None


def test_a_mission_changes_and_is_cleared_during_the_day(leo: SpecStore, clock: Clock) -> None:
    first = leo.set_mission("leo", mission(slots=[["2026-11-01T18:00", "2026-11-01T20:00"]]))
    clock.move(hours=1)
    leo.set_mission("leo", mission(goal="rest"))
    assert leo.current("leo").mission != first
    assert leo.at("leo", clock.now - dt.timedelta(minutes=1)).mission == first
    clock.move(hours=1)
    leo.set_mission("leo", MissionEdit(TODAY, None, "ana", "enough"))
    assert leo.current("leo").spec.mission is None
    assert leo.current("leo").digest == leo.history("leo")[0].digest
    assert [record.version for record in leo.missions("leo", TODAY)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"slots": [["2026-11-02T18:00", "2026-11-02T20:00"]]}, "begins on 2026-11-02"),
        ({"date": "2026-11-02"}, "is set for 2026-11-01"),
        ({"market": "Montreal"}, "'Montreal' is none of the locations"),
        ({"gaol": "x"}, "did you mean 'goal'"),
    ],
)
def test_a_mission_that_the_facts_contradict_is_refused(
    leo: SpecStore, said: dict[str, Any], told: str
) -> None:
    with pytest.raises(EditRefusedError) as refused:
        leo.set_mission("leo", mission(**said))
    assert told in str(refused.value)
    assert leo.missions("leo", TODAY) == ()


def test_templates_are_versioned_like_facts(leo: SpecStore, clock: Clock) -> None:
    leo.set_template("leo", TemplateEdit("opener", "Hi!", "ana", "first"))
    later = clock.now + dt.timedelta(days=30)
    leo.set_template("leo", TemplateEdit("opener", "Hi there!", "ana", "warmer", later))
    assert [(t.key, t.body) for t in leo.templates("leo")] == [("opener", "Hi!")]
    assert [t.body for t in leo.template_plans("leo", clock.now)] == ["Hi there!"]
    clock.now = later
    assert [t.body for t in leo.templates("leo")] == ["Hi there!"]
    clock.move(hours=1)
    leo.set_template("leo", TemplateEdit("opener", None, "ana", "gone"))
    assert leo.templates("leo") == ()
    assert [t.version for t in leo.template_history("leo", "opener")] == [1, 2, 3]


@pytest.mark.parametrize("body", ["\ud83d half", "a\x00b", "\u202eא", "🤷🏽‍♀️", "x" * 5000])
def test_any_text_is_a_template(leo: SpecStore, body: str) -> None:
    leo.set_template("leo", TemplateEdit("odd", body, "ana", "odd"))
    assert [t.body for t in leo.templates("leo")] == [body]


@pytest.mark.parametrize(
    ("key", "body", "told"),
    [
        ("Opener", "Hi", "'Opener' is no key"),
        ("", "Hi", "is no key"),
        ("opener", " ", "is empty"),
        ("opener", "x" * 100_001, "longer than 100000"),
        ("opener", None, "says so already"),
        ("opener", "Hi\n{Name}!", "the body of 'opener': line 2, column 1: '{' begins no place"),
        ("opener", "Hi {name.x}!", "write {name} in small letters"),
    ],
)
def test_a_bad_template_is_refused(leo: SpecStore, key: str, body: str | None, told: str) -> None:
    with pytest.raises(EditRefusedError) as refused:
        leo.set_template("leo", TemplateEdit(key, body, "ana", "a reason"))
    assert told in str(refused.value)
    with pytest.raises(UnknownPersonaError):
        leo.set_template("lea", TemplateEdit("opener", "Hi", "ana", "a reason"))


def _break(store: SpecStore) -> None:
    @event.listens_for(store.engine, "before_cursor_execute")
    def refuse(*_arguments: Any) -> None:
        raise StoreUnavailableError("the database is away", "bring it back")


def test_a_reader_keeps_its_last_good_version_and_says_so(
    open_store: Callable[..., SpecStore], leo: SpecStore, clock: Clock
) -> None:
    leo.revise("leo", edit({"min_minutes": 45}, effective=dt.date(2026, 12, 1)))
    reader = open_store()
    assert reader.current("leo").stale is None
    _break(reader)
    first = reader.current("leo")
    assert first.stale is not None
    assert (first.stale.since, first.stale.cause) == (clock.now, "the database is away; bring it back")
    clock.move(days=31)
    later = reader.current("leo")
    assert later.spec.min_minutes == 45  # what was planned takes over all the same
    assert later.stale == first.stale


def test_a_reader_with_nothing_read_says_that_the_database_is_away(
    open_store: Callable[..., SpecStore], leo: SpecStore
) -> None:
    del leo
    reader = open_store()
    _break(reader)
    with pytest.raises(StoreUnavailableError, match="bring it back"):
        reader.current("leo")


def test_what_is_kept_is_bounded(open_store: Callable[..., SpecStore], leo: SpecStore, clock: Clock) -> None:
    for name in ("ana", "bo", "cy"):
        leo.add_persona(document(name), edit())
    small = SpecStore(leo.engine, kept_personas=2, fresh_seconds=3600.0, clock=clock)
    del open_store
    for name in ("ana", "bo", "cy", "ana"):
        small.current(name)
    asked = statements(small)
    small.current("cy")
    small.current("ana")
    assert asked == []
    small.current("bo")
    assert asked != []


def test_a_moment_without_an_offset_is_refused(leo: SpecStore) -> None:
    with pytest.raises(ValueError, match="has no offset"):
        leo.at("leo", dt.datetime(2026, 11, 1))  # noqa: DTZ001 - that is the fault


def test_readers_and_a_writer_at_once_see_whole_versions(
    open_store: Callable[..., SpecStore], leo: SpecStore
) -> None:
    seen: list[tuple[int, Any, Any]] = []
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        reader = open_store()
        try:
            while not done.is_set():
                found = reader.current("leo").spec
                seen.append((found.min_minutes or 0, found.trade, found.digest))
        except BaseException as error:  # noqa: BLE001 - told below
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for minutes in range(1, 31):
        leo.revise("leo", edit({"min_minutes": minutes, "trade": str(minutes)}))
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert {(minutes, trade) for minutes, trade, _ in seen} <= {(60, None)} | {
        (n, str(n)) for n in range(1, 31)
    }
    assert leo.current("leo").spec.trade == "30"


def test_writers_at_once_are_put_in_order(open_store: Callable[..., SpecStore], leo: SpecStore) -> None:
    failures: list[BaseException] = []

    def write(number: int) -> None:
        try:
            open_store().revise("leo", edit({f"services[service {number}]": f"service {number}"}))
        except BaseException as error:  # noqa: BLE001 - told below
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [version.version for version in leo.history("leo")] == list(range(1, 10))
    assert len(leo.current("leo").spec.services or ()) == 2 + 8


def test_a_spec_is_found_by_its_digest_where_an_edit_began_before_it_was_read(
    leo: SpecStore, clock: Clock
) -> None:
    begun = clock()
    clock.move(seconds=1)
    leo.revise("leo", edit({"min_minutes": 45}))
    leo.set_mission("leo", mission(clock().date(), goal="meet"))
    read = leo.current("leo")
    assert read.digest != leo.at("leo", begun).digest
    for version in (None, read.version.version):
        assert leo.by_digest("leo", read.digest, begun, version=version) == read.spec
    with pytest.raises(UnknownSpecError, match="no stored spec of 'leo' has the digest"):
        leo.by_digest("leo", read.digest, begun, version=1)


def test_a_spec_is_found_by_its_digest_across_midnight_and_among_later_versions(
    leo: SpecStore, clock: Clock
) -> None:
    begun = clock.move(hours=16, minutes=59)  # 23:59 in Toronto on the first
    clock.move(hours=1)
    leo.set_mission("leo", mission(TODAY + dt.timedelta(days=1), goal="meet"))
    read = leo.current("leo")
    leo.revise("leo", edit({"min_minutes": 45}, effective=clock.move(hours=1)))
    assert leo.by_digest("leo", read.digest, begun) == read.spec
    assert leo.by_digest("leo", leo.at("leo", clock()).digest, begun).min_minutes == 45
    with pytest.raises(UnknownSpecError):
        leo.by_digest("leo", "0" * 64, begun)
    with pytest.raises(UnknownSpecError):
        leo.by_digest("nobody", read.digest, begun)
