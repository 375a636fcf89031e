"""What people do about cases, on both databases."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from align.audit.documents import candidate_json
from align.audit.words import digest_of_text
from align.context import DraftContext
from align.gate.decision import Passed
from align.operators.waivers import Exemption, add_waiver
from align.review.actions import Deed
from align.review.desk import By
from align.review.errors import AlreadyDecidedError, NotOpenError, RefusedError, UnknownCaseError
from align.review.queries import QUEUE, WORDS
from align.review.sending import Sender, SendParts
from align.runner.advance import Runner
from align.runner.file_outbox import FileOutbox
from align.runner.loop import LoopSettings, RunnerLoop
from align.runner.ports import DispatchError, DispatchRefusedError
from specs.store import Edit, TemplateEdit
from specs.store.errors import EditRefusedError, StoreError
from tests.audit.decisions import over
from tests.gate.parts import Judge, Log, judged
from tests.review.room import ANA, ASKED, BEN, GOOD, MENDED, WRONG, Room, candidate
from tests.runner.parts import Sent

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from align.review.actions import Ended

NEW_PRICE = Edit({"rates[60,-].amount": 70}, "ana", "a new price")


def run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)


def test_a_held_draft_is_a_case_with_all_that_a_page_shows(room: Room) -> None:
    room.judges(judged(("drift", 3.0, "hi")))
    name = room.case_of(template_key="none")
    (case,) = room.desk().cases(["leo"])
    assert (case.id, case.kind, case.persona, case.engine) == (name, "held", "leo", "do-gpu-test_1")
    assert (case.body, case.candidate.context.inbound, case.queue_status) == (WRONG, ASKED, None)
    (finding,) = case.findings
    assert WRONG[finding.start : finding.end] == finding.text
    assert (finding.rule, finding.fact) == ("price_contradiction", "rates[0].amount")
    assert "80" in finding.expected
    assert "70" in (finding.message or "")
    assert [hold.tag for hold in case.holds] == [
        "spec_conflict",
        "engine_unavailable",
        "template_unavailable",
    ]
    assert all(hold.suggestion for hold in case.holds)
    assert [cause.tag for cause in case.causes] == ["spec_conflict", "engine_unavailable"]
    assert [tried.kind for tried in case.tried] == ["draft"]


def test_a_staged_draft_is_a_case_and_a_sent_one_is_none(room: Room) -> None:
    room.case_of(GOOD, "c1", "GO")
    name = room.case_of(GOOD, "c2", "DRAFT")
    (case,) = room.desk().cases()
    assert (case.id, case.kind, case.body) == (name, "pending", GOOD)
    assert [cause.tag for cause in case.causes] == ["pending_review"]


def test_a_sent_draft_that_a_late_judge_speaks_against_can_only_be_rejected(room: Room) -> None:
    (decision,) = room.decide(candidate("c1", GOOD))
    unjudged = Passed(GOOD, is_unjudged=True)
    log = room.log
    decision = replace(decision, id="late1", candidate=candidate("c2", GOOD), outcome=unjudged)
    log.record(decision)
    log.judge_late("late1", judged(("drift", 9.0, "Hi!")), (over(),))
    (case,) = room.desk().cases()
    assert (case.id, case.kind) == ("late1", "raised")
    assert [(found.dimension, found.quote) for found in case.late] == [("drift", "zanzibar")]
    assert [cause.tag for cause in case.causes] == ["late_judgement"]
    with pytest.raises(RefusedError, match="sent already"):
        run(room.desk().approve("late1", ANA))
    run(room.desk().reject("late1", ANA))
    assert room.desk().cases() == ()


def test_cases_are_paged_and_kept_to_the_personas_that_one_may_see(room: Room) -> None:
    names = [room.case_of(name=f"c{number}") for number in range(5)]
    desk = room.desk()
    first = desk.cases(["leo"], limit=2)
    assert [case.id for case in first] == names[:2]
    assert [case.id for case in desk.cases(["leo"], after=first[-1].number)] == names[2:]
    assert desk.cases(["amara"]) == ()
    assert desk.groups(["amara"]).groups == ()
    with pytest.raises(UnknownCaseError):
        desk.case(names[0], ["amara"])
    for act in (
        desk.approve(names[0], ANA, personas=["amara"]),
        desk.reject(names[0], ANA, personas=["amara"]),
    ):
        with pytest.raises(UnknownCaseError):
            run(act)
    with pytest.raises(UnknownCaseError):
        desk.case("nobody")


def test_a_contradicting_draft_cannot_be_approved(room: Room) -> None:
    name = room.case_of()
    with pytest.raises(RefusedError, match="price_contradiction") as refused:
        run(room.desk().approve(name, ANA))
    assert refused.value.check is not None
    assert [v.rule for v in refused.value.check.validation.violations] == ["price_contradiction"]
    assert WRONG not in str(refused.value)
    assert [case.id for case in room.desk().cases()] == [name]
    assert room.sent() == []


def test_an_approved_draft_goes_out_by_a_decision_of_its_own(room: Room) -> None:
    name = room.case_of(template_key="opener", mode="PAUSE")
    room.store.revise("leo", NEW_PRICE)
    room.clock.move(hours=1)
    ended: Ended = run(room.desk().approve(name, ANA))
    assert (ended.status, ended.is_duplicate, room.sent()) == ("dispatched", False, [("c1", WRONG)])
    new = room.log.get(ended.decision_id or "")
    assert new.id != name
    assert (new.outcome, new.document["engine"], new.document["mode"]) == ("passed", "do-gpu-test_1", "GO")
    assert [attempt["kind"] for attempt in new.document["attempts"]] == ["draft"]
    assert new.document["spec"]["digest"] == room.store.current("leo").digest
    assert room.desk().cases() == ()
    (action,) = room.desk().ledger.actions_on(name)
    assert (action.kind, action.author, action.reason) == ("approve", "ana", "saw it")
    assert action.body_digest == digest_of_text(WRONG)
    assert action.acted_at == room.clock.now


def test_the_second_operator_is_told_who_was_first(room: Room) -> None:
    name = room.case_of(GOOD, mode="DRAFT")
    seen = room.desk().case(name)
    run(room.desk().approve(name, ANA))
    told = r"already decided by ana at 2026-11-01T12:00:00\+00:00 \(approve\)"
    for act in (room.desk().edit(name, MENDED, BEN), room.desk().reject(name, BEN)):
        with pytest.raises(AlreadyDecidedError, match=told):
            run(act)
    # One who read the case before the other acted is told the same.
    with pytest.raises(AlreadyDecidedError, match=told):
        room.desk().ledger.close(seen, Deed("reject", "ben", "late"))
    assert room.sent() == [("c1", GOOD)]


def test_of_many_at_once_one_wins(room: Room) -> None:
    name = room.case_of(GOOD, mode="DRAFT")
    desks = [room.desk() for _ in range(6)]

    async def all_at_once() -> list[Any]:
        acts = [
            desk.edit(name, MENDED, by) if number % 2 else desk.approve(name, by)
            for number, (desk, by) in enumerate(zip(desks, [ANA, BEN] * 3, strict=True))
        ]
        return await asyncio.gather(*acts, return_exceptions=True)

    ends = run(all_at_once())
    won = [end for end in ends if not isinstance(end, BaseException)]
    assert [end.status for end in won] == ["dispatched"]
    assert all(isinstance(end, NotOpenError) for end in ends if end not in won)
    assert len(room.sent()) == 1
    assert len(room.desk().ledger.actions_on(name)) == 1


def test_an_edit_goes_out_and_is_kept_as_a_correction(room: Room) -> None:
    name = room.case_of()
    with pytest.raises(RefusedError, match="price_contradiction"):
        run(room.desk().edit(name, "Hi! An hour at mine is 60.", ANA))
    ended = run(room.desk().edit(name, MENDED, ANA))
    assert room.sent() == [("c1", MENDED)]
    new = room.log.get(ended.decision_id)
    assert [(a["kind"], a["body"]) for a in new.document["attempts"]] == [("edit", MENDED)]
    (correction,) = room.library.all_corrections()
    assert (correction.decision_id, correction.before, correction.after) == (name, WRONG, MENDED)


@pytest.mark.parametrize("nothing", ["", " \n\t", "\u200b\u2060", "\x00\x00", "\ud800"])
def test_what_says_nothing_is_not_sent(room: Room, nothing: str) -> None:
    name = room.case_of()
    with pytest.raises(RefusedError, match="there is nothing in it to send"):
        run(room.desk().edit(name, nothing, ANA))
    assert room.desk().ledger.actions_on(name) == ()
    assert room.sent() == []


def test_an_edit_is_never_mended_or_replaced(room: Room) -> None:
    """The gate says no to the very words, even where it may mend, and has a template that would pass."""
    name = room.case_of(template_key="none")
    case = room.desk().case(name)
    room.store.revise("leo", Edit({"policy": {"repair": True}}, "ana", "mend"))
    ledger = room.desk().ledger
    words = {**candidate_json(replace(case.candidate, template_key="opener")), "body": WRONG, "before": None}
    detail: dict[str, Any] = {"engine": "do-gpu-test_1", "workflow": None, "acknowledged": []}
    action = ledger.close(case, Deed("edit", "ana", "x", detail=detail, words=words))
    sender = Sender(ledger, SendParts(room.store, room.log, FileOutbox(room.outbox), clock=room.clock))
    ended = run(sender.carry_out(action))
    assert (ended.status, room.sent()) == ("held", [])
    (new,) = room.desk().cases()
    assert (new.id, new.body) == (ended.decision_id, WRONG)
    assert [tried.kind for tried in new.tried] == ["edit"]
    assert [hold.tag for hold in new.holds] == ["spec_conflict"]


def test_a_template_goes_out_through_the_same_check(room: Room) -> None:
    room.store.set_template("leo", TemplateEdit("bad", WRONG, "ana", "x"))
    first, second = room.case_of(name="c1", template_key="bad"), room.case_of(name="c2")
    with pytest.raises(RefusedError, match="price_contradiction"):
        run(room.desk().send_template(first, ANA))
    with pytest.raises(RefusedError, match="names no template"):
        run(room.desk().send_template(second, ANA))
    with pytest.raises(RefusedError, match="no template 'nix'"):
        run(room.desk().send_template(second, ANA, key="nix"))
    ended = run(room.desk().send_template(first, ANA, key="opener"))
    assert room.sent() == [("c1", GOOD)]
    new = room.log.get(ended.decision_id)
    assert (new.document["engine"], [a["kind"] for a in new.document["attempts"]]) == (
        "template",
        ["template"],
    )


def test_what_a_judge_found_is_to_be_acknowledged(room: Room) -> None:
    room.store.revise("leo", Edit({"policy": {"judge": {"drift": 7}}}, "ana", "judge"))
    room.judges(judged(("drift", 9.0, "Hi!")))
    name = room.case_of(GOOD)
    with pytest.raises(RefusedError, match="drift") as refused:
        run(room.desk().approve(name, ANA))
    assert refused.value.check is not None
    assert refused.value.check.ok
    ended = run(room.desk().approve(name, ANA, acknowledged=["drift"]))
    assert (ended.status, room.sent()) == ("dispatched", [("c1", GOOD)])
    (attempt,) = room.log.get(ended.decision_id).document["attempts"]
    assert attempt["judgement"]["scores"][0]["score"] == 9.0
    assert attempt["judge_violations"] == []


def test_an_acknowledgement_covers_no_other_dimension(room: Room) -> None:
    room.store.revise("leo", Edit({"policy": {"judge": {"drift": 7, "voice": 7}}}, "ana", "judge"))
    room.judges(judged(("drift", 9.0, "Hi!")))
    name = room.case_of(GOOD)
    room.judges(judged(("drift", 9.0, "Hi!"), ("voice", 9.0, "mine")))
    ended = run(room.desk().approve(name, ANA, acknowledged=["drift"]))
    assert (ended.status, room.sent()) == ("held", [])
    (case,) = room.desk().cases()
    assert [found.dimension for found in case.judged] == ["voice"]


def test_an_edited_body_is_judged_as_any_other(room: Room) -> None:
    room.store.revise("leo", Edit({"policy": {"judge": {"drift": 7}}}, "ana", "judge"))
    name = room.case_of()
    room.judges(judged(("drift", 9.0, "see you")))
    ended = run(room.desk().edit(name, MENDED, ANA))
    assert (ended.status, room.sent()) == ("held", [])
    (case,) = room.desk().cases()
    assert (case.id, case.body) == (ended.decision_id, MENDED)


def test_a_check_is_of_the_spec_that_holds_now(room: Room) -> None:
    desk = room.desk()
    assert not desk.check("leo", WRONG, DraftContext(ASKED)).ok
    assert desk.check("leo", GOOD).ok
    room.store.revise("leo", NEW_PRICE)
    assert desk.check("leo", WRONG).ok
    assert room.desk().cases() == ()


def test_a_signature_is_needed_and_a_reason_is_not(room: Room) -> None:
    name = room.case_of(GOOD, mode="DRAFT")
    with pytest.raises(EditRefusedError, match="author"):
        run(room.desk().approve(name, By(" ")))
    assert room.sent() == []
    action = run(room.desk().reject(name, BEN))
    assert action.reason == "reject"


def test_a_candidate_that_went_on_is_nobody_s_to_decide(room: Room) -> None:
    first = room.case_of()
    second = room.case_of()
    with pytest.raises(NotOpenError, match=f"decision {second}"):
        run(room.desk().reject(first, ANA))
    assert [case.id for case in room.desk().cases()] == [second]


@pytest.mark.parametrize("mode", ["DRAFT", "GO"])
def test_a_queued_candidate_is_moved_along(room: Room, mode: Any) -> None:
    room.queue.add([candidate("c1", GOOD if mode == "DRAFT" else WRONG)])
    room.work(mode)
    (case,) = room.desk().cases()
    assert case.queue_status == ("pending_review" if mode == "DRAFT" else "held")
    run(room.desk().edit(case.id, MENDED, ANA))
    found = room.queue.get("leo", "c1")
    assert found is not None
    assert (found.status, found.body) == ("dispatched", None)
    room.clock.move(hours=1)
    room.work("GO")
    assert room.sent() == [("c1", MENDED)]


def test_a_rejected_candidate_stays_rejected(room: Room) -> None:
    room.queue.add([candidate("c1")])
    room.work("GO")
    (case,) = room.desk().cases()
    run(room.desk().reject(case.id, ANA))
    found = room.queue.get("leo", "c1")
    assert found is not None
    assert (found.status, found.cause) == ("rejected", "reject by ana")
    with pytest.raises(StoreError):
        room.queue.requeue("leo", "c1")
    assert room.queue.prune(room.clock.move(hours=1)) == 1


def test_a_candidate_that_was_queued_again_is_left_alone(room: Room) -> None:
    room.queue.add([candidate("c1")])
    room.work("GO")
    (case,) = room.desk().cases()
    room.queue.requeue("leo", "c1")
    assert room.desk().cases() == ()
    with pytest.raises(NotOpenError, match="on its way"):
        run(room.desk().reject(case.id, ANA))
    room.work("GO")
    (again,) = room.desk().cases()
    assert again.id != case.id


def test_what_cannot_be_sent_now_is_sent_later_and_once(room: Room) -> None:
    name = room.case_of(GOOD, mode="DRAFT")
    room.dispatcher = Sent([DispatchError("away")])
    ended = run(room.desk().approve(name, ANA))
    assert (ended.status, ended.cause) == ("waiting", "away")
    assert room.desk().cases() == ()
    with pytest.raises(AlreadyDecidedError):
        run(room.desk().reject(name, BEN))
    assert run(room.desk().resume()) == ()
    room.clock.move(minutes=5)
    (again,) = run(room.desk().resume())
    assert again.status == "dispatched"
    assert [(out.candidate_id, out.body) for out in room.dispatcher.sent] == [("c1", GOOD)]
    assert run(room.desk().resume(grace=dt.timedelta())) == ()


def test_what_stays_stuck_keeps_nothing_else_from_going_out(room: Room) -> None:
    names = [room.case_of(GOOD, name=f"c{number}", mode="DRAFT") for number in range(5)]
    room.dispatcher = Sent([DispatchError("away")] * 5)
    assert [run(room.desk().approve(name, ANA)).status for name in names] == ["waiting"] * 5
    room.clock.move(minutes=5)

    class Picky(Sent):
        """A receiver that is away for the oldest two, and breaks at the third."""

        async def dispatch(self, outgoing: Any) -> Any:
            if outgoing.candidate_id in ("c0", "c1"):
                raise DispatchError("away")
            if outgoing.candidate_id == "c2":
                raise RuntimeError("a bug")
            return await super().dispatch(outgoing)

    room.dispatcher = picky = Picky()
    with pytest.raises(RuntimeError, match="a bug"):
        run(room.desk().resume(page=2))
    assert [out.candidate_id for out in picky.sent] == ["c3", "c4"]
    room.dispatcher = Sent()
    ended = run(room.desk().resume(page=2))
    assert [(one.status, one.action.candidate_id) for one in ended] == [
        ("dispatched", name) for name in ("c0", "c1", "c2")
    ]
    assert run(room.desk().resume()) == ()


def test_a_desk_that_was_killed_before_it_sent_is_carried_on(room: Room) -> None:
    name = room.case_of(GOOD, mode="DRAFT")

    class Killed(BaseException):
        pass

    class Killing:
        async def dispatch(self, outgoing: Any) -> Any:
            await FileOutbox(room.outbox).dispatch(outgoing)
            raise Killed

    with pytest.raises(Killed):
        run(room.desk(dispatcher=Killing()).approve(name, ANA))
    assert room.desk().cases() == ()
    (ended,) = run(room.desk().resume(grace=dt.timedelta()))
    assert (ended.status, ended.is_duplicate) == ("dispatched", True)
    assert room.sent() == [("c1", GOOD)]


def test_a_refused_message_is_failed(room: Room) -> None:
    name = room.case_of(GOOD, mode="DRAFT")
    room.dispatcher = Sent([DispatchRefusedError("no such number")])
    ended = run(room.desk().approve(name, ANA))
    assert (ended.status, ended.cause) == ("failed", "no such number")
    assert run(room.desk().resume(grace=dt.timedelta())) == ()


def test_what_is_not_recorded_is_not_sent(room: Room) -> None:
    """Promise 9: no recorded decision, no dispatch."""
    name = room.case_of(GOOD, mode="DRAFT")
    ended = run(room.desk(log=Log(is_away=True)).approve(name, ANA))
    assert (ended.status, room.sent()) == ("waiting", [])
    (again,) = run(room.desk().resume(grace=dt.timedelta()))
    assert (again.status, room.sent()) == ("dispatched", [("c1", GOOD)])


def test_a_spec_that_moves_under_a_decision_is_looked_at_again(room: Room) -> None:
    """The gate lets the body go, the facts change before it is sent, and the body is then wrong."""
    name = room.case_of(GOOD, mode="DRAFT")
    moved: list[str] = []

    class Moving(type(room.log)):  # type: ignore[misc] # the record, with somebody who edits after it
        def record(self, decision: Any) -> None:
            super().record(decision)
            if not moved:
                moved.append(decision.id)
                room.clock.move(seconds=1)
                room.store.revise("leo", NEW_PRICE)

    ended = run(room.desk(log=Moving(room.engine, clock=room.clock)).approve(name, ANA))
    assert (ended.status, room.sent()) == ("held", [])
    (case,) = room.desk().cases()
    assert (case.id, case.body) == (ended.decision_id, GOOD)
    assert case.id not in moved


def test_masked_words_are_read_from_the_queue_while_it_has_them(room: Room) -> None:
    room.masked = True
    room.queue = type(room.queue)(room.engine, clock=room.clock)
    room.queue.add([candidate("c1", GOOD), candidate("c2", WRONG)])
    room.work("DRAFT")
    pending, held = room.desk().cases()
    assert (pending.body, pending.candidate.context.inbound) == (GOOD, ASKED)
    assert held.body == WRONG
    run(room.desk().approve(pending.id, ANA))
    run(room.desk().edit(held.id, MENDED, ANA))
    assert room.sent() == [("c1", GOOD), ("c2", MENDED)]
    assert room.library.all_corrections() == ()
    with room.engine.connect() as connection:
        assert connection.execute(WORDS.select()).all() == []
        assert [row.words for row in connection.execute(QUEUE.select())] == [None, None]


def test_nothing_is_sent_as_an_answer_to_words_that_are_gone(room: Room) -> None:
    room.masked = True
    name = room.case_of(GOOD, mode="DRAFT")
    (case,) = room.desk().cases()
    assert (case.body, case.context) == (None, None)
    with pytest.raises(RefusedError, match="no body"):
        run(room.desk().approve(name, ANA))
    with pytest.raises(RefusedError, match="not kept"):
        run(room.desk().edit(name, MENDED, ANA))
    run(room.desk().reject(name, ANA))


def test_pruning_erases_what_was_sent_and_keeps_the_action(room: Room) -> None:
    sent, waiting = (room.case_of(GOOD, name, mode="DRAFT") for name in ("c1", "c2"))
    run(room.desk().approve(sent, ANA))
    run(room.desk(dispatcher=Sent([DispatchError("away")])).approve(waiting, ANA))
    later = room.clock.move(hours=1)
    ledger = room.desk().ledger
    assert ledger.prune(later) == 1
    assert ledger.prune(later) == 0
    (action,) = ledger.actions_on(sent)
    assert ledger.words_of(action) == {}
    (ended,) = run(room.desk().resume())
    assert ended.status == "dispatched"


def test_what_may_have_gone_out_and_holds_no_more_is_a_case_again(room: Room) -> None:
    name = room.case_of(GOOD, mode="DRAFT")
    room.dispatcher = Sent([DispatchError("away")])
    run(room.desk().approve(name, ANA))
    room.clock.move(minutes=5)
    room.store.revise("leo", NEW_PRICE)
    (ended,) = run(room.desk().resume())
    assert ended.status == "held"
    assert "may have gone out" in (ended.cause or "")
    (case,) = room.desk().cases()
    assert (case.id, case.kind, case.body) == (ended.decision_id, "unsent", GOOD)
    assert [cause.tag for cause in case.causes] == ["not_sent"]
    (group,) = room.desk().groups().groups
    assert (group.cause.tag, group.case_ids) == ("not_sent", (case.id,))
    run(room.desk().edit(case.id, WRONG, BEN))
    assert [out.body for out in room.dispatcher.sent] == [WRONG]


def test_a_queued_candidate_whose_receipt_holds_no_more_is_a_case(room: Room) -> None:
    class Refusing(type(room.receipts)):  # type: ignore[misc] # receipts of a spec that moves at once
        def refusal(self, receipt: str | None, body: str, *, is_kept: bool = False) -> str | None:
            del receipt, body, is_kept
            return "stale"

    room.queue.add([candidate("c1", GOOD)])
    runner = Runner(room.gate(), FileOutbox(room.outbox), receipts=Refusing(room.store, b"k" * 16))
    asyncio.run(
        RunnerLoop(
            room.queue, runner, lambda _: "GO", settings=LoopSettings(workers=1, until_empty=True)
        ).run()
    )
    (case,) = room.desk().cases()
    assert (case.kind, case.queue_status, case.body) == ("unsent", "held", GOOD)
    run(room.desk().approve(case.id, ANA))
    assert room.sent() == [("c1", GOOD)]
    found = room.queue.get("leo", "c1")
    assert found is not None
    assert found.status == "dispatched"


def test_a_template_is_filled_with_the_candidate_s_values_or_not_sent(room: Room) -> None:
    room.store.set_template("leo", TemplateEdit("named", "Hi {name}! An hour at mine is 80.", "ana", "x"))
    full = room.case_of(name="c1", template_key="none", values={"name": "Kim"})
    bare = room.case_of(name="c2", template_key="none")
    run(room.desk().send_template(full, ANA, key="named"))
    assert room.sent() == [("c1", "Hi Kim! An hour at mine is 80.")]
    with pytest.raises(RefusedError, match="name"):
        run(room.desk().send_template(bare, ANA, key="named"))


def test_what_is_sent_in_place_of_a_template_corrects_no_engine(room: Room) -> None:
    room.store.set_template("leo", TemplateEdit("bad", WRONG, "ana", "x"))
    name = room.case_of(None, template_key="bad")
    (case,) = room.desk().cases()
    assert (case.body, case.draft) == (WRONG, None)
    run(room.desk().edit(name, MENDED, ANA))
    assert room.library.all_corrections() == ()


def test_a_page_that_is_out_of_date_closes_nothing(room: Room) -> None:
    seen = room.desk().case(room.case_of())
    room.case_of()
    with pytest.raises(NotOpenError, match="went through the gate again"):
        room.desk().ledger.close(seen, Deed("reject", "ana", "late"))
    assert room.desk().ledger.actions_on(seen.id) == ()


def test_a_judge_s_objection_to_waived_words_is_none(room: Room) -> None:
    said = "Sure, sedation is no problem, I can do that for you."
    room.judge = Judge(judged(("never_offer", 9, "sedation")))
    warns = {"policy.judge.never_offer": 7, "policy.rules.never_offer": "warn"}
    room.store.revise("leo", Edit(warns, "ana", "let the judge say it"))
    name = room.case_of(said)
    with pytest.raises(RefusedError, match="nobody acknowledged it: never_offer"):
        run(room.desk().approve(name, ANA))
    room.clock.move(minutes=5)
    room.store.revise("leo", Edit({"policy.rules.never_offer": "hold"}, "ana", "the rule again"))
    until = room.clock.now.date() + dt.timedelta(days=9)
    waiver = Exemption("never_offer", "sedation", until, "ana", "a song of that name")
    room.store.revise("leo", add_waiver(room.store.current("leo").version.document, waiver))
    assert run(room.desk().approve(name, ANA)).status == "dispatched"
    assert room.sent() == [("c1", said)]
