"""Decisions in both databases: written once, never changed, found again, and their words erased."""

from __future__ import annotations

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from align.audit.documents import document_of
from align.audit.records import DecisionFilter
from align.audit.settings import masks_bodies
from align.audit.store import DecisionStore
from align.engines.library import Correction, WorkflowLibrary
from align.gate.holds import reasons_from_json
from specs.store import SchemaMissingError, StoreError, StoreUnavailableError, open_engine
from tests.audit.decisions import ASKED, NASTY, NOW, TEXT, candidate, downgraded, held, judged, over, passed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from align.gate.decision import Decision, Held
    from align.gate.ports import DecisionLog
    from tests.store.conftest import Clock

LATER = NOW + dt.timedelta(days=1)


def rows(log: DecisionStore, table: str) -> list[str]:
    with log.engine.connect() as connection:
        return [str(tuple(row)) for row in connection.execute(text(f"SELECT * FROM {table}"))]  # noqa: S608 - our own name


@pytest.mark.parametrize("decision", [passed(), downgraded(), held()], ids=lambda d: d.outcome_name)
def test_a_decision_comes_back_whole(log: DecisionStore, decision: Decision) -> None:
    as_port: DecisionLog = log
    as_port.record(decision)
    found = log.get(decision.id)
    assert found.document == json.loads(json.dumps(document_of(decision)))
    assert (found.id, found.persona, found.now, found.recorded_at) == (decision.id, "leo", NOW, NOW)
    assert found.has_words
    assert found.late is None


def test_hold_reasons_read_back_as_they_were(log: DecisionStore) -> None:
    decision = held()
    log.record(decision)
    outcome: Held = decision.outcome  # type: ignore[assignment] # it is one
    assert reasons_from_json(log.get("h1").document["outcome"]["reasons"]) == outcome.reasons
    assert log.get("h1").tags == ("spec_conflict", "judge_conflict", "rule_error")


def test_any_text_can_be_recorded(log: DecisionStore) -> None:
    nasty = candidate(NASTY * 20, NASTY, persona=NASTY * 20, template_key=NASTY, goal=NASTY)
    log.record(held("h1", NASTY, candidate=nasty, spec=None))
    found = log.get("h1")
    assert found.document["candidate"]["id"] == NASTY * 20
    assert (found.persona, found.body) == (NASTY * 20, NASTY)
    assert [d.id for d in log.find(DecisionFilter(persona=NASTY * 20))] == ["h1"]


def test_the_same_decision_again_changes_nothing(log: DecisionStore) -> None:
    log.record(passed())
    log.record(passed())
    assert len(log.find()) == 1
    with pytest.raises(StoreError, match="another decision is recorded under the id 'p1'"):
        log.record(passed(body="Something else"))
    assert log.get("p1").body == TEXT


def test_writers_at_once_each_store_their_own(open_log: Callable[..., DecisionStore]) -> None:
    logs = [open_log() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: logs[n % 4].record(passed(f"d{n // 2}")), range(40)))
    assert {d.id for d in logs[0].find()} == {f"d{n}" for n in range(20)}
    assert len(rows(logs[0], "decision")) == len(rows(logs[0], "decision_body")) == 20


def test_a_decision_is_stored_with_its_words_or_not_at_all(log: DecisionStore) -> None:
    with log.engine.begin() as connection:
        connection.execute(text("ALTER TABLE decision_body RENAME TO elsewhere"))
    with pytest.raises(SchemaMissingError):
        log.record(passed())
    with log.engine.begin() as connection:
        connection.execute(text("ALTER TABLE elsewhere RENAME TO decision_body"))
    assert log.find() == ()


def test_a_database_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    log = DecisionStore.open(f"sqlite:///{tmp_path}/none/x.db")
    with pytest.raises(StoreUnavailableError):
        log.record(passed())


def test_a_number_that_is_none_is_refused_without_the_words(log: DecisionStore) -> None:
    with pytest.raises(StoreError, match="a number that is none") as refused:
        log.record(replace(passed(), seconds=float("nan")))
    assert "zanzibar" not in str(refused.value)
    with pytest.raises(StoreError, match="1 to 64 characters"):
        log.record(passed("x" * 65))


@pytest.mark.parametrize("table", ["decision", "late_judgement"])
@pytest.mark.parametrize("change", ["UPDATE {} SET decision_id = 'x'", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_a_decision(
    log: DecisionStore, table: str, change: str
) -> None:
    log.record(passed(is_unjudged=True))
    log.judge_late("p1", judged())
    with pytest.raises(DBAPIError, match="append-only"), log.engine.begin() as connection:
        connection.execute(text(change.format(table)))
    assert len(rows(log, table)) == 1


def test_words_can_be_erased_but_not_changed(log: DecisionStore) -> None:
    log.record(passed())
    with pytest.raises(DBAPIError, match="append-only"), log.engine.begin() as connection:
        connection.execute(text("UPDATE decision_body SET words = '{}'"))
    assert log.get("p1").body == TEXT


@pytest.fixture
def several(log: DecisionStore) -> DecisionStore:
    log.record(passed("a1"))
    log.record(held("b2", candidate=candidate("c2", persona="mia"), now=NOW + dt.timedelta(hours=1)))
    log.record(downgraded("c3", now=NOW + dt.timedelta(hours=2)))
    log.record(passed("a4", is_unjudged=True, now=NOW + dt.timedelta(hours=3)))
    return log


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (DecisionFilter(), ["a4", "c3", "b2", "a1"]),
        (DecisionFilter(persona="mia"), ["b2"]),
        (DecisionFilter(outcome="passed"), ["a4", "a1"]),
        (DecisionFilter(tag="rule_error"), ["b2"]),
        (DecisionFilter(tag="rule"), []),
        (DecisionFilter(tag="%"), []),
        (DecisionFilter(rule="price_contradiction"), ["c3", "b2"]),
        (DecisionFilter(rule="drift"), ["b2"]),
        (DecisionFilter(rule="voice"), ["b2"]),
        (DecisionFilter(rule="price_contradictio_"), []),
        (DecisionFilter(since=NOW + dt.timedelta(hours=2)), ["a4", "c3"]),
        (DecisionFilter(persona="leo", rule="price_contradiction", outcome="downgraded"), ["c3"]),
        (DecisionFilter(unjudged=True), ["a4"]),
        (DecisionFilter(raised=True), []),
    ],
)
def test_decisions_are_found(several: DecisionStore, wanted: DecisionFilter, expected: list[str]) -> None:
    assert [decision.id for decision in several.find(wanted)] == expected
    assert [json.loads(line)["id"] for line in several.export(wanted)] == expected[::-1]


def test_the_newest_are_found_first(several: DecisionStore) -> None:
    assert [decision.id for decision in several.find(limit=2)] == ["a4", "c3"]


def test_a_decision_is_found_by_the_beginning_of_its_id(several: DecisionStore) -> None:
    assert several.get("b").id == "b2"
    with pytest.raises(StoreError, match="more than one decision begins with 'a'"):
        several.get("a")
    for missing in ("z", "", "_1"):
        with pytest.raises(StoreError, match="no decision"):
            several.get(missing)


def test_an_export_of_many_has_each_once(log: DecisionStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.audit.store._PAGE", 3)
    for number in range(7):
        log.record(passed(f"d{number}"))
    assert [json.loads(line)["id"] for line in log.export()] == [f"d{n}" for n in range(7)]


def test_stored_bodies_can_be_checked_anew(several: DecisionStore, clock: Clock) -> None:
    drafts = several.last_drafts(3)
    assert [(d.name, d.persona, d.body) for d in drafts] == [
        ("b2", "mia", TEXT),
        ("c3", "leo", "An hour is 180."),
        ("a4", "leo", TEXT),
    ]
    assert (drafts[0].context.inbound, drafts[0].context.time_locked) == (ASKED, True)
    assert drafts[0].now == NOW + dt.timedelta(hours=1)
    several.prune(clock.move(hours=1))
    assert several.last_drafts(3) == ()


def test_pruning_erases_words_and_keeps_decisions(log: DecisionStore, clock: Clock) -> None:
    log.record(held("old"))
    log.record(passed("old2", is_unjudged=True))
    log.judge_late("old2", judged(9.0), (over(),))
    moment = clock.move(hours=1)
    log.record(held("new"))
    erased = log.prune(moment)
    assert (erased.decisions, erased.late_judgements) == (2, 1)
    old = log.get("old")
    assert not old.has_words
    assert old.body is None
    assert (old.tags, old.document["attempts"][0]["validation"]["violations"][0]["rule"]) == (
        ("spec_conflict", "judge_conflict", "rule_error"),
        "price_contradiction",
    )
    assert old.document["attempts"][0]["body_digest"] == log.get("new").document["attempts"][0]["body_digest"]
    everything = json.dumps([old.to_dict(), log.get("old2").to_dict()])
    assert "zanzibar" not in everything
    assert "xanadu" not in everything
    assert log.get("old2").is_raised
    assert log.get("new").body == TEXT
    assert log.prune(moment).decisions == 0
    log.record(held("old"))  # a late retry of the same record brings no words back
    assert not log.get("old").has_words


def test_what_is_erased_is_gone_from_the_file(
    log: DecisionStore, backend: str, tmp_path: Path, clock: Clock
) -> None:
    log.record(passed())
    if backend == "sqlite":
        with (
            log.engine.connect() as connection
        ):  # as a build of SQLite has it that overwrites nothing by itself
            connection.execute(text("PRAGMA secure_delete=OFF"))
        assert any(b"zanzibar" in path.read_bytes() for path in tmp_path.glob("store.db*"))
    log.prune(clock.move(hours=1))
    assert [row for row in rows(log, "decision") + rows(log, "decision_body") if "zanzibar" in row] == []
    assert [path for path in tmp_path.glob("store.db*") if b"zanzibar" in path.read_bytes()] == []


def test_corrections_of_what_is_erased_are_erased_with_it(
    log: DecisionStore, backend: str, tmp_path: Path, clock: Clock
) -> None:
    library = WorkflowLibrary(log.engine, clock=clock)
    log.record(passed("old"))
    library.correct(Correction("elsewhere", "leo", "e", None, "zanzibar", "a"), "ana", "early")
    moment = clock.move(hours=1)
    log.record(passed("new"))
    # The correction is new, and what it quotes is not.
    library.correct(Correction("old", "leo", "e", None, f"{TEXT} zanzibar", "b"), "ana", "late")
    kept = Correction("new", "leo", "e", None, TEXT, "c")
    library.correct(kept, "ana", "late")
    clock.move(hours=1)
    assert log.prune(moment).corrections == 2
    assert library.all_corrections() == (kept,)
    assert log.prune(clock.move(hours=1)).corrections == 1
    assert rows(log, "correction") == []
    if backend == "sqlite":
        assert [path for path in tmp_path.glob("store.db*") if b"zanzibar" in path.read_bytes()] == []


def test_a_masked_record_has_digests_and_no_words(open_log: Callable[..., DecisionStore]) -> None:
    masked, plain = open_log(masked=True), open_log()
    masked.record(passed("m1", is_unjudged=True))
    masked.judge_late("m1", judged(9.0), (over(),))
    plain.record(passed("p1"))
    stored = rows(masked, "decision_body")
    assert len(stored) == 1
    assert "m1" not in stored[0]
    assert "zanzibar" not in json.dumps(masked.get("m1").to_dict())
    digests = [
        log.get(name).document["outcome"]["body_digest"] for log, name in ((masked, "m1"), (plain, "p1"))
    ]
    assert digests[0] == digests[1]
    assert masked.unjudged() == ()


def test_masking_is_a_setting() -> None:
    assert not masks_bodies({})
    assert masks_bodies({"ALIGN_MASK_BODIES": "True"})
    assert not masks_bodies({"ALIGN_MASK_BODIES": "off"})
    with pytest.raises(StoreError, match="ALIGN_MASK_BODIES: write true or false"):
        masks_bodies({"ALIGN_MASK_BODIES": "perhaps"})


def test_what_passed_unjudged_is_judged_late_once(log: DecisionStore) -> None:
    for name in ("u1", "u2", "u3"):
        log.record(passed(name, is_unjudged=True))
    log.record(passed("j1"))
    assert [decision.id for decision in log.unjudged()] == ["u1", "u2", "u3"]
    assert log.judge_late("u1", judged(1.0))
    assert log.judge_late("u2", judged(9.0), (over(),))
    assert not log.judge_late("u2", judged(1.0))
    assert [decision.id for decision in log.unjudged()] == ["u3"]
    (raised,) = log.find(DecisionFilter(raised=True))
    assert (raised.id, raised.is_raised) == ("u2", True)
    late = raised.late or {}
    assert late["judgement"]["scores"] == [{"dimension": "drift", "score": 9.0, "quote": "zanzibar"}]
    assert late["judge_violations"][0]["threshold"] == 7.0
    assert not log.get("u1").is_raised
    for name, told in (("j1", "did not pass unjudged"), ("z9", "no decision")):
        with pytest.raises(StoreError, match=told):
            log.judge_late(name, judged())


def test_erased_decisions_can_no_longer_be_judged(log: DecisionStore) -> None:
    log.record(passed(is_unjudged=True))
    log.prune(LATER)
    assert log.unjudged() == ()


def test_a_record_without_tables_says_what_to_do(tmp_path: Path) -> None:
    log = DecisionStore(open_engine(f"sqlite:///{tmp_path}/empty.db"))
    with pytest.raises(SchemaMissingError, match="align db upgrade"):
        log.record(passed())
    log.close()
