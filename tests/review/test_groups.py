"""Cases by cause, and whole causes resolved."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from align.gate.decision import Held
from align.gate.holds import Paused
from align.review.actions import Deed
from align.review.causes import Cause, Told, causes_of
from align.review.chart import HoldCount, holds_by_rule_and_day
from align.review.errors import RefusedError, UnknownCaseError
from specs.store import EditRefusedError, TemplateEdit
from tests.audit.decisions import held
from tests.review.room import ANA, BEN, GOOD, WRONG, Room

if TYPE_CHECKING:
    from align.review.groups import Group

ELSEWHERE = "I'm in Paris this week, come by."
SOON = dt.timedelta(days=7)


def run(work: Any) -> Any:
    return asyncio.run(work)


def by_rule(room: Room, rule: str) -> Group:
    (group,) = (group for group in room.desk().groups().groups if group.cause.rule == rule)
    return group


@pytest.fixture
def prices(room: Room) -> list[str]:
    """Three cases of one wrong price, one of a wrong place, and one staged."""
    names = [room.case_of(WRONG, f"c{number}", template_key="opener-gone") for number in range(3)]
    room.case_of(ELSEWHERE, "c8")
    room.case_of(GOOD, "c9", "DRAFT")
    return names


def test_cases_are_grouped_by_what_was_said_against_what_is_true(room: Room, prices: list[str]) -> None:
    found = room.desk().groups()
    assert (found.cases, found.is_complete) == (5, True)
    counts = [(group.cause.tag, group.cause.rule, group.count) for group in found.groups]
    assert counts == [
        ("engine_unavailable", None, 4),
        ("spec_conflict", "price_contradiction", 3),
        ("pending_review", None, 1),
        ("spec_conflict", "location_not_in_facts", 1),
    ]
    price = by_rule(room, "price_contradiction")
    assert price.case_ids == tuple(prices)
    assert price.cause.claimed is not None
    assert price.cause.claimed.startswith("70")
    assert price.cause.expected is not None
    assert price.cause.expected.startswith("80")
    assert found == room.desk().groups()
    for case in room.desk().ledger.cases_by_id(prices):
        assert price.cause in case.causes


def test_no_more_than_the_limit_are_counted_and_that_is_said(room: Room, prices: list[str]) -> None:
    del prices
    found = room.desk().groups(limit=2)
    assert (found.cases, found.is_complete) == (2, False)


@pytest.mark.parametrize(
    ("reasons", "causes"),
    [
        ([{"tag": "paused"}], [("paused", None, None)]),
        (
            [
                {"tag": "engine_unavailable", "cause": "timeout"},
                {"tag": "template_unavailable", "template_key": None},
            ],
            [("engine_unavailable", None, "timeout")],
        ),
        ([{"tag": "template_unavailable", "template_key": "hi"}], [("template_unavailable", None, "hi")]),
        ([{"tag": "template_conflict", "template_key": "hi"}], [("template_conflict", None, "hi")]),
        ([{"tag": "judge_conflict", "dimensions": ["drift"]}], [("judge_conflict", "drift", None)]),
        ([{"tag": "rule_error", "rules": ["voice"]}], [("rule_error", "voice", None)]),
    ],
    ids=lambda value: value[0]["tag"] if isinstance(value[0], dict) else "",
)
def test_other_reasons_are_grouped_by_tag_and_cause(reasons: Any, causes: Any) -> None:
    found = causes_of(Told("leo", "held", reasons, None, {}))
    assert [(cause.tag, cause.rule, cause.about) for cause in found] == causes


def test_a_late_judgement_is_a_cause_of_its_own() -> None:
    late = {"judge_violations": [{"dimension": "drift"}]}
    assert causes_of(Told("leo", "raised", [], late, {})) == (Cause("leo", "late_judgement", "drift"),)


def test_words_that_are_gone_leave_the_rule(room: Room) -> None:
    room.masked = True
    room.case_of()
    room.case_of("Hi! An hour at mine is 60.", "c2")
    group = by_rule(room, "price_contradiction")
    assert (group.count, group.cause.claimed) == (2, None)


def test_a_wrong_draft_is_rejected_with_all_its_like(room: Room, prices: list[str]) -> None:
    group = by_rule(room, "price_contradiction")
    done = run(room.resolver().draft_wrong(group.id, ANA))
    assert (done.done, done.left) == (tuple(prices), ())
    assert all(
        [(a.kind, a.cause) for a in room.desk().ledger.actions_on(name)] == [("reject", group.id)]
        for name in prices
    )
    with pytest.raises(UnknownCaseError):
        run(room.resolver().draft_wrong(group.id, BEN))
    assert len(room.desk().cases()) == 2


def test_templates_go_out_where_they_may(room: Room) -> None:
    first = room.case_of(WRONG, "c1")
    # There is no template to fall back on when the draft is made; the operator stores one.
    second = room.case_of(WRONG, "c2", template_key="new")
    room.store.set_template("leo", TemplateEdit("new", GOOD, "ana", "x"))
    group = by_rule(room, "price_contradiction")
    done = run(room.resolver().draft_wrong(group.id, ANA, template=True))
    assert done.done == (second,)
    assert done.left == ((first, "the message names no template"),)
    assert room.sent() == [("c2", GOOD)]


def test_a_wrong_fact_is_proposed_reviewed_applied_and_rechecked(room: Room, prices: list[str]) -> None:
    resolver = room.resolver()
    group = by_rule(room, "price_contradiction")
    fact = resolver.fact_at_fault(group.id)
    assert (fact.persona, fact.path, fact.value, fact.suggested) == ("leo", "rates[60,-].amount", 80, 70)
    assert fact.path is not None
    tried = resolver.fact_wrong(group.id, {fact.path: 70}, ANA, write=False)
    assert (tried.revision, room.migrations.pending()) == (None, ())
    assert sum(effect.verdict == "released" for effect in tried.plan.effects) == len(prices)
    # What is right today would be held: the staged draft, and the template.
    assert sum(effect.verdict == "newly held" for effect in tried.plan.effects) == 2
    assert room.desk().ledger.actions_on(prices[0]) == ()
    made = resolver.fact_wrong(group.id, {fact.path: 70}, ANA)
    assert made.revision is not None
    assert room.migrations.pending() == (made.revision.revision,)
    assert made.cases == tuple(prices)
    before = resolver.recheck(group.id)
    assert (before.passing, [name for name, _ in before.failing]) == ((), prices)
    room.migrations.upgrade()
    after = resolver.recheck(group.id)
    assert (after.passing, after.failing, after.unknown) == (tuple(prices), (), ())
    done = run(resolver.approve_all(after.passing, BEN))
    assert done.done == tuple(prices)
    assert [body for _, body in room.sent()] == [WRONG] * len(prices)


def test_a_wrong_rule_is_waived_by_an_edit_of_the_same_kind(room: Room, prices: list[str]) -> None:
    resolver = room.resolver()
    group = by_rule(room, "price_contradiction")
    today = room.clock.now.date()
    with pytest.raises(RefusedError, match="ended already"):
        resolver.rule_wrong(group.id, today - dt.timedelta(days=1), ANA)
    with pytest.raises(RefusedError, match="needs a reason"):
        resolver.rule_wrong(group.id, today, BEN)
    made = resolver.rule_wrong(group.id, today, ANA)
    assert made.revision is not None
    assert [change.path for change in made.revision.changes] == ["policy.waivers[ana-1]"]
    room.migrations.upgrade()
    assert resolver.recheck(group.id).passing == tuple(prices)


def test_an_edit_that_cannot_be_made_leaves_nothing(room: Room, prices: list[str]) -> None:
    group = by_rule(room, "price_contradiction")
    with pytest.raises(EditRefusedError):
        room.resolver().fact_wrong(group.id, {"rates[60,-].amount": "much"}, ANA)
    assert room.migrations.pending() == ()
    assert room.desk().ledger.actions_on(prices[0]) == ()


def test_where_no_rule_speaks_there_is_no_fact_to_change(room: Room) -> None:
    room.case_of(GOOD, mode="DRAFT")
    (group,) = room.desk().groups().groups
    for act in (
        lambda: room.resolver().fact_at_fault(group.id),
        lambda: room.resolver().rule_wrong(group.id, room.clock.now.date(), ANA),
    ):
        with pytest.raises(RefusedError, match="no rule speaks"):
            act()


def test_a_place_that_is_missing_has_no_single_field(room: Room, prices: list[str]) -> None:
    del prices
    fact = room.resolver().fact_at_fault(by_rule(room, "location_not_in_facts").id)
    assert (fact.path, fact.suggested) == ("locations", None)
    assert isinstance(fact.value, list)


def test_holds_are_counted_by_rule_and_day(room: Room) -> None:
    room.case_of(WRONG, "c1")
    room.case_of(f"{WRONG} {ELSEWHERE}", "c2")
    room.case_of(GOOD, "c3")
    first = room.clock.now.date()
    room.clock.move(days=1)
    room.case_of(WRONG, "c4")
    paused = Held((Paused(suggestion="Go on."),))
    room.log.record(replace(held("p1", now=room.clock.now), outcome=paused, attempts=()))
    counts = holds_by_rule_and_day(room.engine, room.clock.now - SOON)
    second = first + dt.timedelta(days=1)
    assert counts == (
        HoldCount(first, "location_not_in_facts", 1),
        HoldCount(first, "price_contradiction", 2),
        HoldCount(second, "paused", 1),
        HoldCount(second, "price_contradiction", 1),
    )
    assert holds_by_rule_and_day(room.engine, room.clock.now)[0].day == second
    assert holds_by_rule_and_day(room.engine, room.clock.now - SOON, room.clock.now)[-1].day == first
    assert holds_by_rule_and_day(room.engine, room.clock.now - SOON, personas=["amara"]) == ()


def test_a_judge_s_conflict_is_grouped_by_its_dimension(room: Room) -> None:
    room.log.record(held("h1", now=room.clock.now))
    rules = {(g.cause.tag, g.cause.rule) for g in room.desk().groups().groups}
    assert rules == {
        ("spec_conflict", "price_contradiction"),
        ("judge_conflict", "drift"),
        ("rule_error", "voice"),
    }


def test_what_another_closed_meanwhile_is_left_and_the_rest_is_done(room: Room, prices: list[str]) -> None:
    ledger = room.desk().ledger
    cases = ledger.cases_by_id(prices)
    run(room.desk().reject(prices[1], BEN))
    actions, left = ledger.close_all(cases, Deed("reject", "ana", "all of them"))
    assert [action.decision_id for action in actions] == [prices[0], prices[2]]
    assert left == ((prices[1], "already decided by ben at 2026-11-01T12:00:00+00:00 (reject)"),)
    assert ledger.close_all(cases, Deed("reject", "ana", "again"))[0] == ()


def test_two_may_resolve_one_cause_at_once(room: Room, prices: list[str]) -> None:
    group = by_rule(room, "price_contradiction")

    async def both() -> list[Any]:
        acts = [room.resolver().draft_wrong(group.id, by) for by in (ANA, BEN)]
        return await asyncio.gather(*acts, return_exceptions=True)

    ends = [end for end in run(both()) if not isinstance(end, UnknownCaseError)]
    assert sorted(name for end in ends for name in end.done) == sorted(prices)
    assert all(len(room.desk().ledger.actions_on(name)) == 1 for name in prices)


def test_each_wording_is_waived_by_itself(room: Room) -> None:
    bodies = [f"Hi! An hour at mine is {said}." for said in ("CAD 70", "70 CAD", "CAD 70")]
    names = [room.case_of(body, f"c{number}") for number, body in enumerate(bodies)]
    group = by_rule(room, "price_contradiction")
    assert group.case_ids == tuple(names)
    made = room.resolver().rule_wrong(group.id, room.clock.now.date(), ANA)
    assert made.revision is not None
    waived = [(change.path, change.after["said"]) for change in made.revision.changes]
    assert waived == [("policy.waivers[ana-1]", "70 CAD"), ("policy.waivers[ana-2]", "CAD 70")]
    room.migrations.upgrade()
    assert room.resolver().recheck(group.id).passing == tuple(names)


def test_what_quotes_nothing_any_more_is_not_waived(room: Room) -> None:
    room.masked = True
    room.case_of()
    with pytest.raises(RefusedError, match="not kept"):
        room.resolver().rule_wrong(by_rule(room, "price_contradiction").id, room.clock.now.date(), ANA)
