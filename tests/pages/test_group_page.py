"""Resolving a cause: one decision for many messages, and edits that somebody reviews."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from specs.store import Edit

if TYPE_CHECKING:
    from examples.review_world import World
    from tests.pages.visitor import Visitor


def three(world: World) -> str:
    """Hold three messages for one cause; return its id."""
    for number in range(3):
        world.hold(f"Hi Sam{number}! An hour is £40.", name=f"c{number}")
    return world.desk().groups().groups[0].id


def revisions(world: World) -> list[str]:
    return sorted(path.read_text("utf-8") for path in world.migrations.facts_folder.glob("*.py"))


def test_a_group_lists_its_messages(world: World, ana: Visitor) -> None:
    page = ana.get(f"/review/groups/{three(world)}")
    assert page.title == "Contradicts the facts price_contradiction"
    assert "3 messages of marlow wait for this" in page.text
    for number in range(3):
        assert f"Hi Sam{number}!" in page.text


def test_the_drafts_of_a_cause_are_rejected_at_once(world: World, ana: Visitor) -> None:
    group = three(world)
    done = ana.post(f"/review/groups/{group}/draft-wrong", do="reject", reason="stale rate")
    assert (done.status, done.title) == (200, "3 messages rejected")
    assert ana.get("/review/").title == "Nothing waits"
    assert ana.get(f"/review/groups/{group}").status == 404
    assert ana.post(f"/review/groups/{group}/draft-wrong", do="reject").status == 404


def test_what_could_not_be_resolved_is_named_and_the_others_go_on(world: World, ana: Visitor) -> None:
    group = three(world)
    done = ana.post(f"/review/groups/{group}/draft-wrong", do="template")
    assert done.title == "0 messages answered by template"
    assert done.text.count("the message names no template") == 3
    assert len(world.desk().cases()) == 3


def test_wrong_facts_propose_an_edit_and_show_what_it_would_do(world: World, ana: Visitor) -> None:
    group = three(world)
    form = ana.get(f"/review/groups/{group}?resolve=fact")
    assert "rates[60,-].amount=40" in form.text
    assert "is 45" in form.text
    plan = ana.post(
        f"/review/groups/{group}/fact-wrong", edits="rates[60].amount=40", reason="since May", do="plan"
    )
    assert plan.status == 200
    assert "3 are held now and would pass (price_contradiction 3)" in plan.text
    assert revisions(world) == []
    assert "since May" in plan.answer.text
    written = ana.post(
        f"/review/groups/{group}/fact-wrong", edits="rates[60].amount=40", reason="since May", do="write"
    )
    assert "Written for review" in written.text
    (revision,) = revisions(world)
    assert "since May" in revision
    assert "ana" in revision
    assert len(world.desk().cases()) == 3


def test_after_the_edit_was_applied_what_passes_is_approved_at_once(world: World, ana: Visitor) -> None:
    group = three(world)
    world.hold("An hour is £40. Give me a ring!", name="c9")
    world.store.revise("marlow", Edit({"rates[60].amount": 40}, "ines", "cheaper"))
    page = ana.get(f"/review/groups/{group}?recheck=1")
    assert "3 pass under the facts of now, 1 do not" in page.text
    names = [a["value"] for a in page.tags("input") if a.get("name") == "case"]
    done = ana.post(f"/review/groups/{group}/approve-passing", page.token(), case=names)
    assert done.title == "3 messages approved"
    assert len(world.outbox.read_text("utf-8").splitlines()) == 3
    assert len(world.desk().cases()) == 1


def test_a_wrong_rule_is_waived_until_a_day_with_a_reason(world: World, ana: Visitor) -> None:
    for number in range(2):
        world.hold(f"Just give me a ring, Sam{number}.", name=f"c{number}")
    group = world.desk().groups().groups[0].id
    form = ana.get(f"/review/groups/{group}?resolve=rule")
    assert [a["value"] for a in form.tags("input") if a.get("name") == "until"] == ["2026-05-26"]
    plan = ana.post(
        f"/review/groups/{group}/rule-wrong", until="2026-05-20", reason="he means the bell", do="plan"
    )
    assert "2 are held now and would pass (channel_not_allowed 2)" in plan.text
    assert revisions(world) == []
    written = ana.post(
        f"/review/groups/{group}/rule-wrong", until="2026-05-20", reason="he means the bell", do="write"
    )
    assert "Written for review" in written.text
    (revision,) = revisions(world)
    assert "he means the bell" in revision
    world.migrations.upgrade()
    (waiver,) = world.store.current("marlow").spec.to_dict()["policy"]["waivers"]
    assert (waiver["until"], waiver["author"], waiver["rule"]) == ("2026-05-20", "ana", "channel_not_allowed")
    assert "2 pass under the facts of now" in ana.get(f"/review/groups/{group}?recheck=1").text


@pytest.mark.parametrize(
    ("until", "reason", "told"),
    [
        ("", "x", "is no date"),
        ("2026-13-01", "x", "is no date"),
        ("2026-05-11", "x", "has passed"),
        ("2027-05-11", "x", "more than 90 days"),
        ("2026-05-20", " ", "needs a reason"),
    ],
)
def test_a_waiver_that_makes_no_sense_is_refused(
    world: World, ana: Visitor, until: str, reason: str, told: str
) -> None:
    group = three(world)
    page = ana.post(f"/review/groups/{group}/rule-wrong", until=until, reason=reason, do="write")
    assert (page.status, told in page.text) == (422, True)
    assert revisions(world) == []


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ("", "no edit was given"),
        ("rates", "is no edit"),
        ("rates[7].amount=1", "rates"),
        ("rates[60].amount=-1", "rates"),
        ("nosuch=1", "nosuch"),
        ("rates[60].amount=45", "say so already"),
    ],
)
def test_an_edit_that_the_facts_refuse_says_why(world: World, ana: Visitor, edits: str, told: str) -> None:
    group = three(world)
    page = ana.post(f"/review/groups/{group}/fact-wrong", edits=edits, reason="x", do="write")
    assert page.status == 422
    alert = page.text.split("The rule")[1]
    assert told in alert
    assert revisions(world) == []
    assert f"{edits}</textarea>" in page.answer.text.replace("&gt;", ">")


def test_what_no_rule_speaks_against_has_no_fact_to_change(world: World, ana: Visitor) -> None:
    world.hold("Hi! An hour is £45.", name="c1", mode="DRAFT")
    group = world.desk().groups().groups[0].id
    form = ana.get(f"/review/groups/{group}?resolve=fact")
    assert "The facts" not in form.text
    assert "Reject it" in form.text
    page = ana.post(f"/review/groups/{group}/rule-wrong", until="2026-05-20", reason="x", do="write")
    assert (page.status, "no rule speaks here" in page.text) == (422, True)


def test_what_passed_and_waits_is_approved_from_its_group_at_once(world: World, ana: Visitor) -> None:
    for number in range(3):
        world.hold(f"Hi Sam{number}! An hour is £45.", name=f"c{number}", mode="DRAFT")
    group = world.desk().groups().groups[0].id
    page = ana.get(f"/review/groups/{group}")
    assert "3 pass under the facts of now, 0 do not" in page.text
    assert "Approve and send 3" in page.text
    ids = [case.id for case in world.desk().cases()]
    done = ana.post(f"/review/groups/{group}/approve-passing", page.token(), case=ids)
    assert done.title == "3 messages approved"
    assert len(world.outbox.read_text("utf-8").splitlines()) == 3


def test_a_regression_case_is_kept_of_what_a_rule_got_wrong(world: World, ana: Visitor) -> None:
    case = world.hold("Just give me a ring.", name="c1")
    group = world.desk().groups().groups[0].id
    ana.post(f"/review/groups/{group}/rule-wrong", until="2026-05-20", reason="the bell", do="write")
    (action,) = world.desk().ledger.actions_on(case)
    assert (action.kind, action.author, action.cause) == ("rule_wrong", "ana", group)
    assert json.dumps(dict(action.detail))
