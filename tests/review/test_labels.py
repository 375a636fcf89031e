"""Labelled drafts made of what people decided."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from align.cli.evaluate import judge
from align.cli.labels import export_labels
from align.gate.gate import AlignmentGate, GateParts
from align.review.labels import Label, labels
from specs.store import Edit
from tests.audit.decisions import held
from tests.gate.parts import Engine
from tests.review.room import ANA, ASKED, BEN, GOOD, MENDED, WRONG, Room, candidate

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

NEW_PRICE = Edit({"rates[60,-].amount": 70}, "ana", "a new price")
PRICE = {"rule": "price_contradiction", "text": "70"}


def run(work: Any) -> Any:
    return asyncio.run(work)


def made(room: Room, **options: Any) -> list[Label]:
    found = list(labels(room.engine, room.store, **options))
    assert [one for one in found if isinstance(one, str)] == []
    return [one for one in found if isinstance(one, Label)]


def left_out(room: Room) -> list[str]:
    return [one for one in labels(room.engine, room.store) if isinstance(one, str)]


def test_each_action_is_a_label(room: Room, tmp_path: Path) -> None:
    desk, resolver = room.desk(), room.resolver()
    rejected, edited, template, approved = (room.case_of(WRONG, f"c{n}") for n in range(4))
    none = room.case_of(None, "c5")
    run(desk.reject(rejected, ANA))
    run(desk.edit(edited, MENDED, ANA))
    run(desk.send_template(template, ANA, key="opener"))
    run(desk.edit(none, GOOD, ANA))
    (group,) = (g for g in desk.groups().groups if g.cause.rule)
    resolver.rule_wrong(group.id, room.clock.now.date(), ANA)
    resolver.fact_wrong(group.id, {"rates[60,-].amount": 70}, ANA)
    room.clock.move(hours=1)
    room.store.revise("leo", NEW_PRICE)
    run(desk.approve(approved, BEN))
    found = made(room)
    assert [(one.row["tags"], one.row["body"], one.row["violations"]) for one in found] == [
        (["reject"], WRONG, [PRICE]),
        (["edit"], WRONG, [PRICE]),
        (["template"], WRONG, [PRICE]),
        (["edit"], GOOD, []),
        (["rule_wrong"], WRONG, []),
        (["fact_wrong"], WRONG, []),
        (["approve"], WRONG, []),
    ]
    assert {one.row["context"]["inbound"] for one in found} == {ASKED}
    assert [one.document["rates"][0]["amount"] for one in found] == [80, 80, 80, 80, 80, 70, 70]
    assert len({one.name for one in found}) == 2
    assert export_labels(room.url, None, str(tmp_path / "gold/labels.jsonl"), None, None) == 0
    scored = judge(tmp_path / "gold")
    # A rule that is wrong is a miss until it is mended: that is the regression case.
    assert [one.case.tags for one in scored if not one.is_exact] == [("rule_wrong",)]
    assert len(scored) == len(found)
    assert not list((tmp_path / "gold").glob("*.tmp"))


def test_labels_are_chosen_by_moment_and_persona(room: Room) -> None:
    first, second = room.case_of(name="c1"), room.case_of(name="c2")
    run(room.desk().reject(first, ANA))
    later = room.clock.move(days=1)
    run(room.desk().reject(second, ANA))
    assert len(made(room)) == 2
    (label,) = made(room, since=later)
    assert label.row["id"] == room.desk().ledger.actions_on(second)[0].id
    assert made(room, personas=["amara"]) == []
    assert len(made(room, personas=["leo"])) == 2


def test_erased_words_are_left_out_and_never_invented(room: Room, tmp_path: Path) -> None:
    rejected, approved = room.case_of(name="c1"), room.case_of(GOOD, "c2", "DRAFT")
    run(room.desk().reject(rejected, ANA))
    run(room.desk().approve(approved, ANA))
    assert len(made(room)) == 2
    later = room.clock.move(days=1)
    room.log.prune(later)
    room.desk().ledger.prune(later)
    assert len(left_out(room)) == 2
    assert all("its words are not kept" in line and GOOD not in line for line in left_out(room))
    export_labels(room.url, None, str(tmp_path / "labels.jsonl"), None, None)
    assert (tmp_path / "labels.jsonl").read_text("ascii") == ""


def test_masked_words_make_no_label(room: Room) -> None:
    room.masked = True
    run(room.desk().reject(room.case_of(), ANA))
    assert len(left_out(room)) == 1


def test_a_rejection_without_a_draft_is_no_example(room: Room) -> None:
    run(room.desk().reject(room.case_of(None), ANA))
    assert ["there was no draft" in line for line in left_out(room)] == [True]


def test_any_text_survives_the_export(room: Room, tmp_path: Path) -> None:
    body = f"{WRONG} \u202e<script> \ud800 \x00 \U0001f600"
    run(room.desk().reject(room.case_of(body), ANA))
    export_labels(room.url, None, str(tmp_path / "labels.jsonl"), None, None)
    (line,) = (tmp_path / "labels.jsonl").read_text("ascii").splitlines()
    assert json.loads(line)["body"] == body
    assert judge(tmp_path)[0].is_exact


def test_lines_alone_go_to_standard_output(
    room: Room, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    run(room.desk().reject(room.case_of(), ANA))
    room.clock.move(days=1)
    assert export_labels(room.url, None, "-", "2026-11-01T00:00:00Z", ["leo"]) == 0
    assert json.loads(capsys.readouterr().out)["violations"] == [PRICE]
    assert not (tmp_path / "personas").exists()


def test_a_draft_is_labelled_under_the_spec_that_was_read_also_after_an_edit_meanwhile(room: Room) -> None:
    early = room.clock()
    room.clock.move(hours=1)
    room.store.revise("leo", Edit({"min_minutes": 45}, "ana", "shorter"))
    gate = AlignmentGate(GateParts(room.store, Engine(), room.log), clock=lambda: early)
    decision = gate.align_blocking(candidate("c1"))
    run(room.desk().reject(decision.id, ANA))
    assert left_out(room) == []


def test_a_draft_is_labelled_under_the_spec_of_its_decision_or_not_at_all(room: Room) -> None:
    room.log.record(held("h1", now=room.clock.now))
    run(room.desk().reject("h1", ANA))
    assert ["cannot be read again" in line for line in left_out(room)] == [True]
