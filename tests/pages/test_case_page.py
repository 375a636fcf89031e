"""The page of a case: what it shows, what can be done there, and what is said when somebody else was first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from align.gate.candidate import Candidate
from align.judge.judgement import Judged, JudgeViolation, Score
from align.runner.ports import DispatchError, DispatchRefusedError
from specs.store import Edit
from tests.pages.visitor import Page, Visitor, application

if TYPE_CHECKING:
    from align.runner.ports import Delivery
    from examples.review_world import World

WRONG = "Hi Priya! An hour is £40, just give me a ring."
RIGHT = "Hi Priya! An hour is £45, and I come to you."


def sent(world: World) -> list[str]:
    if not world.outbox.exists():
        return []
    return [json.loads(line)["body"] for line in world.outbox.read_text("utf-8").splitlines()]


def marked(page: Page) -> list[str]:
    """Return the words that are underlined on a page."""
    html = page.answer.text
    return [part.split("</mark>")[0] for part in html.split('<mark class="fault">')[1:]]


def test_a_case_shows_what_was_said_what_the_facts_say_and_where(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1", inbound="hi, how much for a spaniel?")
    page = ana.get(f"/review/cases/{case}")
    assert page.status == 200
    assert marked(page)[:2] == ["£40", "give me a ring"]
    for said in (
        "hi, how much for a spaniel?",
        "45 GBP for 60 min",
        "price_contradiction",
        "rates[0].amount",
        "text only; allowed: sms",
        "channel_not_allowed",
        "do-gpu-llama-3.1-8b_q4km-7f3a",
        "It can't be approved",
    ):
        assert said in page.text


def test_every_attempt_is_shown_in_order_with_the_judge_s_scores(world: World, ana: Visitor) -> None:
    world.store.revise("marlow", Edit({"policy.judge.drift": 7}, "ines", "hold drift"))
    world.writer.redrafts = {WRONG: RIGHT + " I'm simply the best."}
    world.judge.objections = {"simply the best": Score("drift", 8.5, "simply the best")}
    case = world.hold(WRONG, name="c1")
    page = ana.get(f"/review/cases/{case}")
    tried = page.text.split("What was tried")[1]
    order = [tried.index(words) for words in ("Draft", "An hour is £40", "Redraft", "I'm simply the best")]
    assert order == sorted(order)
    assert "8.5 of 10; holds from 7" in page.text
    assert "simply the best" in marked(page)
    assert "The judge objects" in page.text


def test_an_absent_judge_is_told_with_its_cause(world: World, ana: Visitor) -> None:
    world.judge.is_away = True
    case = world.hold(RIGHT, name="c1", mode="DRAFT")
    assert "Judge: absent: timeout" in ana.get(f"/review/cases/{case}").text


def test_a_draft_that_passed_is_approved_and_sent_once(world: World, ana: Visitor) -> None:
    case = world.hold(RIGHT, name="c1", mode="DRAFT")
    other = world.hold(RIGHT, name="c2", mode="DRAFT")
    page = ana.get(f"/review/cases/{case}")
    assert "Nothing speaks against it" in page.text
    done = ana.post(f"/review/cases/{case}/approve", page.token())
    assert (done.status, done.title) == (200, "Sent")
    assert f"/review/cases/{other}" in done.links()
    again = ana.post(f"/review/cases/{case}/approve", page.token())
    assert (again.status, again.title) == (409, "You decided this already")
    assert sent(world) == [RIGHT]


def test_a_draft_that_contradicts_is_never_approved(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1")
    page = ana.get(f"/review/cases/{case}")
    assert "action" not in str([a for a in page.tags("button") if a.get("data-key") == "a"])
    refused = ana.post(f"/review/cases/{case}/approve", page.token())
    assert refused.status == 422
    assert "Not sent" in refused.text
    assert "price_contradiction" in refused.text
    assert sent(world) == []
    assert [found.id for found in world.desk().cases()] == [case]


def test_a_judge_s_objection_is_to_be_read_before_approving(world: World, ana: Visitor) -> None:
    world.store.revise("marlow", Edit({"policy.judge.drift": 7}, "ines", "hold drift"))
    body = RIGHT + " I'm simply the best."
    world.judge.objections = {"simply the best": Score("drift", 8.5, "simply the best")}
    case = world.hold(body, name="c1")
    page = ana.get(f"/review/cases/{case}")
    assert [a["value"] for a in page.tags("input") if a.get("name") == "acknowledged"] == ["drift"]
    refused = ana.post(f"/review/cases/{case}/approve", page.token())
    assert (refused.status, "nobody acknowledged it: drift" in refused.text) == (422, True)
    done = ana.post(f"/review/cases/{case}/approve", page.token(), acknowledged="drift")
    assert (done.status, done.title) == (200, "Sent")
    assert sent(world) == [body]


def test_an_edit_is_checked_again_before_it_is_sent(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1")
    page = ana.get(f"/review/cases/{case}")
    still = "Hi Priya! An hour is £41.\r\nSee you!"
    refused = ana.post(f"/review/cases/{case}/edit", page.token(), body=still, do="send", reason="mended")
    assert refused.status == 422
    assert "An hour is £41.\nSee you!</textarea>" in refused.answer.text
    assert "1 finding in this text" in refused.text
    assert sent(world) == []
    done = ana.post(
        f"/review/cases/{case}/edit", page.token(), body=RIGHT + "\r\nBye", do="send", reason="mended"
    )
    assert (done.status, done.title) == (200, "Sent")
    assert sent(world) == [RIGHT + "\nBye"]
    (action,) = world.desk().ledger.actions_on(case)
    assert (action.kind, action.author, action.reason) == ("edit", "ana", "mended")


def test_without_scripts_an_edit_can_be_checked_as_well(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1")
    checked = ana.post(f"/review/cases/{case}/edit", body=RIGHT, do="check")
    assert checked.status == 200
    assert "Nothing speaks against this text." in checked.text
    assert f"{RIGHT}</textarea>" in checked.answer.text
    assert sent(world) == []
    assert [found.id for found in world.desk().cases()] == [case]


def test_a_text_is_checked_as_it_is_typed_and_nothing_is_recorded(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1")
    token = ana.get("/review/").token()
    found = ana.post(f"/review/cases/{case}/check", token, body="An hour is £41 & more, call me.")
    assert (found.status, "<html" in found.answer.text) == (200, False)
    assert "2 findings in this text" in found.text
    assert marked(found) == ["£41", "call me"]
    assert (
        ana.post(f"/review/cases/{case}/check", token, body=RIGHT).text == "Nothing speaks against this text."
    )
    assert world.desk().ledger.actions_on(case) == ()


def test_a_text_that_is_no_message_is_neither_checked_nor_sent(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1")
    token = ana.get("/review/").token()
    long = "£70, " * 5_000
    told = "The text has 25,000 characters; a message has at most 20,000."
    live = ana.post(f"/review/cases/{case}/check", token, body=long)
    assert (live.status, told in live.text) == (200, True)
    for do in ("send", "check"):
        page = ana.post(f"/review/cases/{case}/edit", token, body=long, do=do)
        assert (page.status, told in page.text) == (422, True)
    assert sent(world) == []
    assert world.desk().ledger.actions_on(case) == ()


def test_a_template_is_sent_in_the_place_of_the_draft(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1")
    page = ana.get(f"/review/cases/{case}")
    assert "Hi! I'm Marlow" in page.text
    none = ana.post(f"/review/cases/{case}/template", page.token(), key="no such")
    assert (none.status, "no template 'no such'" in none.text) == (422, True)
    done = ana.post(f"/review/cases/{case}/template", page.token(), key="opener")
    assert (done.status, done.title) == (200, "Sent")
    assert sent(world) == ["Hi! I'm Marlow, a mobile dog groomer round Leeds."]


def test_a_draft_is_rejected_with_a_reason(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1")
    done = ana.post(f"/review/cases/{case}/reject", reason="stale <rate> \u202e")
    assert (done.status, done.title) == (200, "Rejected")
    assert "Nothing else waits." in done.text
    assert "stale <rate> U+202E" in done.text
    assert sent(world) == []


@pytest.mark.parametrize("act", ["approve", "edit", "template", "reject"])
def test_whoever_comes_second_is_told_who_was_first_and_when(world: World, ana: Visitor, act: str) -> None:
    case = world.hold(WRONG, name="c1")
    following = world.hold(WRONG, name="c2")
    ben = Visitor(ana.app)
    ben.sign_in(world.key("ben <b>"))
    mine = ana.get(f"/review/cases/{case}")
    world.clock.move(minutes=3)
    assert ben.post(f"/review/cases/{case}/reject").status == 200
    late = ana.post(f"/review/cases/{case}/{act}", mine.token(), body=RIGHT, do="send", key="opener")
    assert (late.status, late.title) == (409, "Somebody else decided this")
    assert "ben <b> rejected it on 12 May 2026, 09:03 UTC. What you just chose was not done." in late.text
    assert f"/review/cases/{following}" in late.links()
    assert sent(world) == []
    looked = ana.get(f"/review/cases/{case}")
    assert (looked.status, looked.title) == (200, "Somebody else decided this")
    assert "What you just chose" not in looked.text


def test_next_stays_in_the_group_that_one_came_from(world: World, ana: Visitor) -> None:
    first = world.hold("An hour is £40.", name="c1")
    other = world.hold("Just give me a ring.", name="c2")
    second = world.hold("An hour is £40, see you.", name="c3")
    group = next(g for g in world.desk().groups().groups if g.count == 2)
    page = ana.get(f"/review/cases/{first}?group={group.id}")
    assert f"/review/cases/{second}?group={group.id}" in page.links()
    done = ana.post(f"/review/cases/{first}/reject", page.token(), group=group.id)
    assert f"/review/cases/{second}?group={group.id}" in done.links()
    last = ana.post(f"/review/cases/{second}/reject", page.token(), group=group.id)
    assert "Nothing else waits for this cause." in last.text
    assert ana.get(f"/review/cases/{other}").status == 200
    assert world.desk().ledger.actions_on(first)[0].cause == group.id


def test_facts_that_changed_since_are_told(world: World, ana: Visitor) -> None:
    case = world.hold("An hour is £40.", name="c1")
    world.store.revise("marlow", Edit({"rates[60].amount": 40}, "ines", "cheaper"))
    page = ana.get(f"/review/cases/{case}")
    assert "The facts changed since: 1 finding then, and nothing now." in page.text
    assert ana.post(f"/review/cases/{case}/approve", page.token()).title == "Sent"


def test_a_case_whose_words_are_gone_says_so(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1")
    world.clock.move(hours=1)
    world.log.prune(world.clock())
    page = ana.get(f"/review/cases/{case}")
    assert page.status == 200
    assert "its words are not kept" in page.text
    assert WRONG not in page.text
    assert ana.post(f"/review/cases/{case}/approve", page.token()).status == 422
    assert ana.post(f"/review/cases/{case}/reject", page.token()).title == "Rejected"


def test_a_reason_that_cannot_be_stored_is_refused_and_nothing_is_done(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1")
    for reason in ("a\x00b", "x" * 2001):
        page = ana.post(f"/review/cases/{case}/reject", reason=reason)
        assert (page.status, page.title) == (422, "Not possible")
    assert [found.id for found in world.desk().cases()] == [case]


def test_a_message_that_was_sent_already_can_only_be_rejected(world: World, ana: Visitor) -> None:
    world.judge.is_away = True
    decision = world.decide(Candidate("c1", "marlow", RIGHT))
    bad = JudgeViolation("drift", 9.0, 7.0, 0, 8, RIGHT[:8])
    world.log.judge_late(decision.id, Judged((Score("drift", 9.0, RIGHT[:8]),), "m", "h"), (bad,))
    page = ana.get(f"/review/cases/{decision.id}")
    assert "Sent already" in page.title
    assert not [
        a for a in page.tags("form") if str(a.get("action")).endswith(("approve", "edit", "template"))
    ]
    assert ana.post(f"/review/cases/{decision.id}/approve", page.token()).status == 422
    assert ana.post(f"/review/cases/{decision.id}/reject", page.token(), reason="drifts").title == "Rejected"


def test_a_key_of_one_persona_never_sees_another_s(world: World) -> None:
    theirs = world.hold("Sure, same day edits are no problem.", name="c1", persona="sofie")
    mine = world.hold("An hour is £40.", name="c2")
    group = next(g.id for g in world.desk().groups().groups if g.cause.persona == "sofie")
    tom = Visitor(application(world.parts()))
    tom.sign_in(world.key("tom", "marlow"))
    token = tom.get(f"/review/cases/{mine}").token()
    looked = [f"/review/cases/{theirs}", f"/review/groups/{group}", "/review/facts/sofie", "/review/groups/x"]
    for path in (*looked, f"/review/groups/{group}?recheck=1", f"/review/groups/{group}?resolve=fact"):
        assert (tom.get(path).status, tom.get(path).title) == (404, "Not found")
    for act in ("approve", "edit", "check", "template", "reject"):
        page = tom.post(f"/review/cases/{theirs}/{act}", token, body="x", do="send", key="opener")
        assert page.status == 404
    for act in ("draft-wrong", "fact-wrong", "rule-wrong"):
        page = tom.post(f"/review/groups/{group}/{act}", token, edits="a=1", until="2026-05-20", reason="x")
        assert page.status == 404
    passing = tom.post(f"/review/groups/{group}/approve-passing", token, case=theirs)
    assert "0 messages approved" in passing.title
    for path in ("/review/", "/review/?persona=sofie", "/review/facts", "/review/facts/marlow"):
        said = tom.get(path).answer.text
        assert "sofie" not in said.replace("persona=sofie", "")
        assert "same day edits" not in said
    assert len(world.desk().cases()) == 2
    unknown = tom.get("/review/facts/sofie").text
    assert unknown.replace("sofie", "nobody") == tom.get("/review/facts/nobody").text


@pytest.mark.parametrize("name", ["x", "%00", "%FF", "a%2Fb", "%F0%9F%98%80", "x" * 500, "%ED%A0%80"])
def test_a_case_or_group_that_is_not_there_is_not_found(ana: Visitor, name: str) -> None:
    token = ana.get("/review/").token()
    for path in (f"/review/cases/{name}", f"/review/groups/{name}", f"/review/groups/{name}?resolve=fact"):
        assert ana.get(path).status == 404
    assert ana.post(f"/review/cases/{name}/reject", token).status == 404
    assert ana.post(f"/review/groups/{name}/draft-wrong", token).status == 404


def test_the_one_who_acts_is_the_key_s_name(world: World, ana: Visitor) -> None:
    case = world.hold(WRONG, name="c1")
    ana.post(f"/review/cases/{case}/reject", author="ben", operator="ben")
    assert world.desk().ledger.actions_on(case)[0].author == "ana"


def test_what_could_not_be_sent_is_said(world: World) -> None:
    class Receiver:
        def __init__(self, error: Exception) -> None:
            self.error = error

        async def dispatch(self, outgoing: object) -> Delivery:
            del outgoing
            raise self.error

    for number, (error, told) in enumerate(
        (
            (DispatchRefusedError("no such client"), "refused it"),
            (DispatchError("away"), "tried again by itself"),
        )
    ):
        case = world.hold(RIGHT, name=f"c{number}", mode="DRAFT")
        parts = world.parts(world.desk(Receiver(error)))
        visitor = Visitor(application(parts))
        visitor.sign_in(world.key(f"v{number}"))
        done = visitor.post(f"/review/cases/{case}/approve")
        assert (done.title, told in done.text) == ("Not sent", True)
