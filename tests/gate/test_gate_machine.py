"""The promises of the design while facts are edited, time goes by, and engines, judges and databases fail at random."""

from __future__ import annotations

import asyncio
import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast, get_args

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from align.context import DraftContext
from align.engines.engine import Drafted
from align.gate.candidate import MODES, Candidate
from align.gate.gate import GateSettings
from align.harness.failures import Absent
from align.harness.usage import Usage
from align.judge.judgement import Judged
from align.operators.waivers import Exemption, add_waiver
from specs.store import StoreError
from tests.gate.parts import ALSO_WRONG, BAD_OFFER, BAD_PLACE, CLEAN, WRONG, judged
from tests.gate.promised import keeps_its_promises
from tests.gate.test_cancelled import CancelledAt
from tests.gate.watched import Answer, Fault, WatchedEngine
from tests.gate.world import Home, World

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path


SENDABLE = [CLEAN, WRONG, "Hello!", "See you at 6pm tonight!", "Yep, that works!", "I'm in Toronto tomorrow."]
SAID = [
    *SENDABLE,
    ALSO_WRONG,
    BAD_PLACE,
    BAD_OFFER,
    f"{CLEAN} {BAD_OFFER}",
    "",
    " \u200b",
    "\ud800",
    "{name}",
]
BODIES = st.sampled_from([CLEAN, CLEAN, *SAID])
TEMPLATES = st.sampled_from(["Hi {name}! An hour at mine is 80.", "Hello!", WRONG, BAD_PLACE, None])
INBOUND = st.sampled_from([None, None, "are you in Paris on Friday?", "70 for the hour ok?", "6pm tonight?"])
MEANWHILE = st.sampled_from(["", "", "", "", "an edit", "a template", "no facts", "no record"])
SECONDS = st.sampled_from([0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 14.0, 16.0, 59.8, 100.0])
FAILED = [
    Absent("timeout"),
    RuntimeError("a bug"),
    asyncio.CancelledError(),
    TimeoutError(),
    "nonsense",
    None,
]
WRITTEN = [
    *(Drafted(body, "flow@1") for body in (CLEAN, CLEAN, *SAID)),
    *FAILED,
    Drafted(CLEAN, usage=Usage(prompt_tokens=-1)),
]
AGAINST = judged(("drift", 9.5, "hour at mine"), ("drift", 7.0, "Hello"))
OPINIONS = [
    *[AGAINST] * 5,
    judged(),
    judged(("drift", 6.9, "hour at mine"), ("voice", 9.5, "Hello")),
    judged(("drift", 9.5, "nothing of that kind")),
    Judged((), "test", "hash", absent=("voice",)),
    *FAILED,
    judged(("drift", 11.0, "Hello")),
]


def answers(what: list[Any]) -> st.SearchStrategy[list[Answer]]:
    """Draw what a part does, one after the other."""
    answer = st.builds(Answer, st.sampled_from(what), SECONDS, MEANWHILE, st.booleans())
    return st.lists(answer, min_size=1, max_size=3)


CANDIDATES = st.tuples(
    st.one_of(st.none(), BODIES),
    st.sampled_from([None, "opener", "opener", "missing"]),
    st.builds(DraftContext, INBOUND, st.booleans()),
    st.sampled_from([{}, {"name": "Ana"}, {"name": "Paris"}]),
)
ENGINES = st.sampled_from(
    [("do-gpu-test_1", True), ("do-gpu-test_1", True), ("do-gpu-test_1", False), ("template", False)]
)
EDITS = st.one_of(
    st.sampled_from([60, 70, 80]).map(lambda amount: {"rates[60,-].amount": amount}),
    st.sampled_from([["sedation"], ["teeth cleaning"], None]).map(lambda phrases: {"never_offer": phrases}),
    st.sampled_from(["Toronto", "Paris"]).map(lambda city: {"locations": [{"city": city}]}),
    st.integers(0, 10).map(lambda score: {"policy.judge.drift": score}),
    st.booleans().map(lambda is_on: {"policy.repair": is_on}),
    st.sampled_from(["hold", "warn"]).map(lambda effect: {"policy.rules.price_contradiction": effect}),
)
WAIVED = st.sampled_from(
    [
        ("never_offer", "sedation"),
        ("location_not_in_facts", "in Paris this week"),
        ("price_contradiction", "70"),
    ]
)
SLOTS = st.sampled_from([("18:00", "20:00"), ("09:00", "10:00"), None])


class Gates(RuleBasedStateMachine):
    """One persona, one gate and one runner, and everything that can go wrong with them."""

    home: Home
    world: World | None = None

    @initialize(engine=ENGINES, shadow=st.integers(0, 4), has_judge=st.integers(0, 4))
    def begin(self, engine: tuple[str, bool], shadow: int, has_judge: int) -> None:
        """Open a world of its own."""
        told = GateSettings(judge_mode="enforce" if shadow else "shadow")
        writer = WatchedEngine(*engine, answers=(Answer(Drafted(CLEAN)),))
        self.home.begin()
        self.world = World(self.home, writer, settings=told, has_judge=bool(has_judge))
        self.world.judge.answers = (Answer(judged()),)
        self.world.engine.meanwhile = self.world.judge.meanwhile = self.world.happen
        self.checked = self.named = 0

    @property
    def its(self) -> World:
        """The world, which is there by now."""
        assert self.world is not None
        return self.world

    def _work(self, work: Coroutine[Any, Any, Any], *, is_disturbed: bool = False) -> None:
        """Do some work; whatever stood in its way is over then."""
        self.its.run(work)
        for seen in self.its.gate.passes[self.checked :]:
            seen.is_disturbed = is_disturbed
        self.its.specs.go(away=False)
        self.its.log.go(away=False)
        self.its.recorder.fault, self.its.loop.thread_seconds = "none", 0.0

    def candidate(self, drawn: tuple[Any, ...]) -> Candidate:
        """Return another candidate."""
        self.named += 1
        body, key, context, values = drawn
        return Candidate(f"c{self.named}", "leo", body, key, None, context, values=values)

    @rule(changes=EDITS, hours=st.sampled_from([0, 0, 0, 0.004, 30]))
    def the_facts_change(self, changes: dict[str, Any], hours: float) -> None:
        """Edit the facts, now or from some moment on; 0.004 hours fall into the next pass."""
        self.its.loop.now += 1.0
        self.its.edit(changes, hours=hours)

    @rule(words=WAIVED, days=st.integers(0, 3))
    def words_are_waived(self, words: tuple[str, str], days: int) -> None:
        """Exempt some words from the rule that flags them, for some days."""
        until = self.its.now().date() + dt.timedelta(days=days)
        with suppress(StoreError):
            now = self.its.store.current("leo").version.document
            edit = add_waiver(now, Exemption(*words, until, "ana", "a plant"))
            self.its.loop.now += 1.0
            self.its.edit(dict(edit.changes))

    @rule(body=TEMPLATES)
    def the_template_changes(self, body: str | None) -> None:
        """Change the template, or withdraw it."""
        self.its.loop.now += 1.0
        self.its.set_template(body)

    @rule(slot=SLOTS)
    def the_mission_changes(self, slot: tuple[str, str] | None) -> None:
        """Change what is open today."""
        day = self.its.now().date()
        slots = {"slots": [[f"{day}T{slot[0]}", f"{day}T{slot[1]}"]]} if slot else None
        self.its.loop.now += 1.0
        self.its.set_mission(slots, day)

    @rule(hours=st.sampled_from([0.1, 3, 10, 26]))
    def time_goes_by(self, hours: float) -> None:
        """Move the clock."""
        self.its.loop.now += hours * 3600

    @rule(fault=st.sampled_from(get_args(Fault)))
    def the_log_fails(self, fault: Fault) -> None:
        """Let the log fail in the next work."""
        self.its.recorder.fault = fault

    @rule(seconds=st.sampled_from([31.0, 4.0, 61.0]))
    def the_databases_are_slow(self, seconds: float) -> None:
        """Let everything that asks them take so long in the next work."""
        self.its.loop.thread_seconds = seconds

    @rule()
    def the_facts_go(self) -> None:
        """Take the spec store away until the next work is done."""
        self.its.specs.go(away=True)

    @rule()
    def the_record_goes(self) -> None:
        """Take the database of decisions and candidates away until the next work is done."""
        self.its.log.go(away=True)

    @rule(times=st.integers(1, 2))
    def the_outbox_loses_answers(self, times: int) -> None:
        """Let the next messages go out without anybody's being told."""
        self.its.outbox.loses_answers = times

    def _parts(self, written: list[Answer] | None, opinions: list[Answer] | None) -> None:
        self.its.engine.answers = written or self.its.engine.answers
        self.its.judge.answers = opinions or self.its.judge.answers

    @rule(
        drawn=CANDIDATES,
        mode=st.sampled_from(["GO", "GO", *MODES]),
        written=answers(WRITTEN),
        opinions=answers(OPINIONS),
        slow=st.sampled_from([0.0, 0.0, 0.0, 31.0]),
    )
    def one_comes(self, drawn: tuple[Any, ...], mode: Any, written: Any, opinions: Any, slow: float) -> None:
        """Take a candidate as far as it goes, with an engine and a judge that do something else now."""
        self._parts(written, opinions)
        self.its.loop.thread_seconds = self.its.loop.thread_seconds or slow
        self._work(self.its.advance(self.candidate(drawn), mode))

    @rule(drawn=CANDIDATES, number=st.integers(1, 40))
    def one_comes_again(self, drawn: tuple[Any, ...], number: int) -> None:
        """Let somebody come with another message under an id that was used before."""
        again = self.candidate(drawn)
        self._work(self.its.advance(Candidate(f"c{number % self.named + 1}", "leo", again.body), "GO"))

    @rule(
        drawn=st.lists(CANDIDATES, min_size=2, max_size=4),
        written=answers(WRITTEN),
        opinions=answers(OPINIONS),
    )
    def several_come(self, drawn: list[tuple[Any, ...]], written: Any, opinions: Any) -> None:
        """Take several as far as they go, all at once."""
        self._parts(written, opinions)

        async def go() -> None:
            await asyncio.gather(*(self.its.advance(self.candidate(one), "GO") for one in drawn))

        self._work(go())

    @rule(
        drawn=CANDIDATES,
        places=st.frozensets(st.integers(1, 12), min_size=1, max_size=2),
        written=answers(WRITTEN),
    )
    def one_is_broken_off(self, drawn: tuple[Any, ...], places: frozenset[int], written: Any) -> None:
        """Cancel a pass where it waits for the n-th time."""
        self._parts(written, None)
        coroutine = cast("Coroutine[Any, Any, Any]", self.its.advance(self.candidate(drawn), "GO"))

        async def go() -> None:
            async def broken() -> None:
                await CancelledAt(coroutine, places)

            (found,) = await asyncio.gather(asyncio.create_task(broken()), return_exceptions=True)
            assert found is None or isinstance(found, asyncio.CancelledError)

        self._work(go(), is_disturbed=True)

    @rule(drawn=st.lists(CANDIDATES, max_size=3), mode=st.sampled_from(["GO", "GO", "GO", "DRAFT", "PAUSE"]))
    def the_queue_is_worked(self, drawn: list[tuple[Any, ...]], mode: Any) -> None:
        """Queue some, and take what is there as far as it goes."""
        self._queued(drawn)
        self._work(self.its.work(mode, steps=None))

    @rule(drawn=st.lists(CANDIDATES, min_size=1, max_size=3), steps=st.integers(1, 80))
    def a_worker_is_stopped(self, drawn: list[tuple[Any, ...]], steps: int) -> None:
        """Queue some, and stop in the middle."""
        self._queued(drawn)
        self._work(self.its.work("GO", steps=steps), is_disturbed=True)

    @rule(by_itself=st.booleans())
    def what_was_relied_on_changes_while_a_message_is_sent(self, by_itself: bool) -> None:
        """Lose the answer to a message, let what it relied on change by an edit or by itself, and take it up again."""
        self._parts([Answer(Drafted(CLEAN))], [Answer(judged())])
        self.the_facts_change({"rates[60,-].amount": 80, "never_offer": ["sedation"]}, 0)
        if by_itself:
            self.words_are_waived(("never_offer", "sedation"), 0)
        self._queued([(BAD_OFFER if by_itself else CLEAN, None, DraftContext(), {})])
        self.its.outbox.loses_answers = 3
        self._work(self.its.work("GO", steps=None))
        if not by_itself:
            self.the_facts_change({"rates[60,-].amount": 70}, 0)
        self.its.outbox.loses_answers = 0
        # An edit is to be seen before the day is over, after which the words hold no longer whatever was edited.
        self.its.loop.now += 50 * 3600 if by_itself else 60
        self._work(self.its.work("GO", steps=None))

    def _queued(self, drawn: list[tuple[Any, ...]]) -> None:
        with suppress(StoreError):
            self.its.queue.add([self.candidate(one) for one in drawn])

    @rule(opinions=answers(OPINIONS))
    def late_ones_are_judged(self, opinions: Any) -> None:
        """Do a round of late judging."""
        self._parts(None, opinions)
        self._work(self.its.judge_late())

    @precondition(lambda self: self.world is not None)
    @invariant()
    def each_pass_keeps_the_promises(self) -> None:
        """Look at the passes since the last step."""
        new = self.its.gate.passes[self.checked :]
        self.checked += len(new)
        for seen in new:
            keeps_its_promises(seen, self.its.known)

    @precondition(lambda self: self.world is not None and self.world.is_whole)
    @invariant()
    def what_is_recorded_is_what_was_decided(self) -> None:
        """Promise 9. One decision record per call."""
        rows = self.its.decisions.find(limit=10_000)
        assert sorted(row.id for row in rows) == sorted(kept.id for kept in self.its.recorder.stored)
        found = {row.id: row for row in rows}
        for decision in self.its.recorder.stored:
            stored = found[decision.id]
            assert stored.outcome == decision.outcome_name
            assert stored.document["outcome"].get("body") == decision.body
            if stored.late is not None:
                self._is_raised_rightly(decision, stored.late)

    def _is_raised_rightly(self, decision: Any, late: dict[str, Any]) -> None:
        """A late judgement raises exactly what is over the thresholds of the decision's own spec."""
        assert decision.outcome.is_unjudged
        policy = self.its.known.spec_of(decision).policy
        thresholds = (policy.judge if policy else None) or {}
        over = [
            score["dimension"]
            for score in late["judgement"]["scores"]
            if score["quote"] in decision.body and score["score"] >= thresholds.get(score["dimension"], 11)
        ]
        assert [violation["dimension"] for violation in late["judge_violations"]] == over

    @precondition(lambda self: self.world is not None)
    @invariant()
    def what_is_sent_was_decided_and_is_sent_once(self) -> None:
        """No recorded decision, no dispatch; and nobody gets a message twice."""
        sent = self.its.sent()
        assert len({line["key"] for line in sent}) == len(sent)
        recorded = {decision.id for decision in self.its.recorder.stored}
        for line in sent:
            decision = self.its.decision(line["decision_id"])
            assert line["decision_id"] in recorded
            assert (decision.body, decision.mode) == (line["body"], "GO")
            assert decision.candidate.id == line["candidate_id"]
        assert not self.its.outbox.wrong
        assert not self.its.receipts.wrong

    def teardown(self) -> None:
        """Close the world."""
        if self.world is not None:
            self.world.close()


def test_the_promises_hold_whatever_happens(tmp_path: Path, migrated_file: Path) -> None:
    class Machine(Gates):
        home = Home(tmp_path, migrated_file)

    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=40, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
