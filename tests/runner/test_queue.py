"""The queue on both databases: nothing is taken twice, and what a worker leaves behind is taken over."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from align.context import DraftContext
from align.gate.candidate import Candidate
from align.runner.ports import LeaseLostError, Outgoing
from align.runner.queue import CandidateQueue
from specs.store import SchemaMissingError, StoreError, open_engine
from tests.audit.decisions import NASTY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from align.runner.queue import Taken
    from tests.store.conftest import Clock


def some(count: int, prefix: str = "c") -> list[Candidate]:
    return [Candidate(f"{prefix}{n:03}", "leo", f"Hello {n}") for n in range(count)]


def must(taken: Taken | None) -> Taken:
    assert taken is not None
    return taken


def outgoing(id_: str = "c000") -> Outgoing:
    return Outgoing(id_, "leo", "d1", "Hello 0", "r1")


@pytest.mark.parametrize(
    "candidate",
    [
        Candidate("c1", "leo"),
        Candidate("c1", "leo", "", "opener", "a goal", DraftContext("hi", time_locked=True)),
        Candidate(NASTY[:12], "leo", NASTY, NASTY, NASTY, DraftContext(NASTY)),
        Candidate("c1", "leo", archetype="vip", state="late", workflow="flow", values={"name": NASTY}),
    ],
    ids=["bare", "full", "nasty", "with a workflow and values"],
)
def test_a_candidate_comes_out_as_it_went_in(queue: CandidateQueue, candidate: Candidate) -> None:
    assert queue.add([candidate]) == 1
    taken = must(queue.take())
    assert (taken.candidate, taken.takes, taken.outgoing) == (candidate, 1, None)
    queue.finish(taken, "held", "d1", cause="spec_conflict")
    found = queue.get(candidate.persona, candidate.id)
    assert found is not None
    assert (found.id, found.status, found.decision_id, found.cause) == (
        candidate.id,
        "held",
        "d1",
        "spec_conflict",
    )


def test_the_same_candidate_is_queued_once(queue: CandidateQueue) -> None:
    assert queue.add(some(2)) == 2
    assert queue.add(some(3)) == 1
    assert queue.counts() == {"queued": 3}
    with pytest.raises(
        StoreError, match="another candidate of 'leo' is queued under the id 'c000'"
    ) as refused:
        queue.add([Candidate("new", "leo", "x"), Candidate("c000", "leo", "zanzibar")])
    assert "zanzibar" not in str(refused.value)
    assert queue.get("leo", "new") is None


def test_two_personas_may_use_one_id(queue: CandidateQueue) -> None:
    assert queue.add([Candidate("c1", persona, f"I am {persona}") for persona in ("leo", "ana")]) == 2
    first, second = must(queue.take()), must(queue.take())
    assert (first.candidate.persona, second.candidate.persona) == ("leo", "ana")
    queue.finish(second, "held", "d2")
    queue.renew(first)
    assert [(c.persona, c.id) for c in queue.find("held")] == [("ana", "c1")]
    queue.requeue("ana", "c1")
    with pytest.raises(StoreError, match="no held or failed candidate 'c1' of 'leo'"):
        queue.requeue("leo", "c1")


@pytest.mark.parametrize("persona", ["", "le/o", "x" * 65, "l\u00e9o", "leo\n"])
def test_a_persona_that_none_can_be_is_refused(queue: CandidateQueue, persona: str) -> None:
    with pytest.raises(StoreError, match="candidate 'c1': a persona's name is 1 to 64 letters"):
        queue.add([Candidate("c1", persona)])


@given(
    st.lists(
        st.tuples(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", fullmatch=True), st.text()), max_size=9
    )
)
def test_no_two_messages_have_one_key(names: list[tuple[str, str]]) -> None:
    keys = {Outgoing(id_, persona, "d1", "Hello").key for persona, id_ in names}
    assert len(keys) == len(set(names))


@pytest.mark.parametrize("id_", ["", "x" * 129])
def test_an_id_that_cannot_be_kept_is_refused(queue: CandidateQueue, id_: str) -> None:
    with pytest.raises(StoreError, match="1 to 128 characters"):
        queue.add([Candidate(id_, "leo")])


def test_the_oldest_goes_first(queue: CandidateQueue, clock: Clock) -> None:
    queue.add(some(1, "b"))
    clock.move(seconds=1)
    queue.add(some(1, "a"))
    assert [must(queue.take()).candidate.id for _ in range(2)] == ["b000", "a000"]
    assert queue.take() is None


def test_workers_at_once_take_each_candidate_once(open_queue: Callable[..., CandidateQueue]) -> None:
    queues = [open_queue() for _ in range(4)]
    queues[0].add(some(60))

    def take_all(queue: CandidateQueue) -> list[str]:
        return [taken.candidate.id for taken in iter(queue.take, None)]

    with ThreadPoolExecutor(4) as pool:
        taken = [name for names in pool.map(take_all, queues) for name in names]
    assert sorted(taken) == [candidate.id for candidate in some(60)]


def test_taking_waits_for_nobody_on_postgresql(
    open_queue: Callable[..., CandidateQueue], backend: str
) -> None:
    """Another worker is in the middle of taking the first one; SQLite has one writer and no middle."""
    one, other = open_queue(), open_queue()
    one.add(some(2))
    with one.engine.connect() as connection:
        if backend == "postgresql":
            connection.execute(text("SELECT * FROM candidate WHERE candidate_id = 'c000' FOR UPDATE"))
        expected = "c001" if backend == "postgresql" else "c000"
        assert must(other.take()).candidate.id == expected


def test_a_lease_that_is_over_is_taken_over(queue: CandidateQueue, clock: Clock) -> None:
    queue.add(some(1))
    first = must(queue.take())
    clock.move(seconds=59)
    assert queue.take() is None
    clock.move(seconds=1)
    second = must(queue.take())
    assert (second.candidate, second.takes) == (first.candidate, 2)
    assert second.lease != first.lease


def test_a_renewed_lease_lasts(queue: CandidateQueue, clock: Clock) -> None:
    queue.add(some(1))
    taken = must(queue.take())
    clock.move(seconds=50)
    queue.renew(taken)
    clock.move(seconds=50)
    assert queue.take() is None


@pytest.mark.parametrize(
    "write",
    [
        lambda queue, taken: queue.renew(taken),
        lambda queue, taken: queue.sending(taken, outgoing()),
        lambda queue, taken: queue.finish(taken, "dispatched", "d1"),
        lambda queue, taken: queue.defer(taken, 0.0),
    ],
    ids=["renew", "sending", "finish", "defer"],
)
def test_whoever_lost_the_lease_writes_nothing(
    queue: CandidateQueue, clock: Clock, write: Callable[[CandidateQueue, Taken], Any]
) -> None:
    queue.add(some(1))
    first = must(queue.take())
    clock.move(minutes=2)
    second = must(queue.take())
    with pytest.raises(LeaseLostError, match="another worker has the candidate 'c000'"):
        write(queue, first)
    queue.finish(second, "held", "d2")
    with pytest.raises(LeaseLostError):
        write(queue, second)
    assert queue.counts() == {"held": 1}


def test_what_was_being_sent_is_handed_to_who_takes_over(queue: CandidateQueue, clock: Clock) -> None:
    queue.add(some(1))
    queue.sending(must(queue.take()), outgoing())
    clock.move(minutes=2)
    second = must(queue.take())
    assert second.outgoing == outgoing()
    queue.finish(second, "failed", cause="refused")
    queue.requeue("leo", "c000")
    assert must(queue.take()).outgoing == outgoing()


def test_a_deferred_candidate_waits(queue: CandidateQueue, clock: Clock) -> None:
    queue.add(some(1))
    queue.defer(must(queue.take()), 30.0, "the webhook answered 503")
    assert queue.take() is None
    clock.move(seconds=30)
    assert must(queue.take()).takes == 2


def test_a_candidate_that_kills_its_workers_fails_in_the_end(
    open_queue: Callable[..., CandidateQueue], clock: Clock
) -> None:
    queue = open_queue(max_takes=3)
    queue.add(some(2))
    for _ in range(3):
        must(queue.take())
        must(queue.take())
        clock.move(minutes=2)
    assert queue.take() is None
    assert [(c.id, c.cause) for c in queue.find("failed")] == [
        ("c000", "taken 3 times without an end"),
        ("c001", "taken 3 times without an end"),
    ]
    queue.requeue("leo", "c000")
    assert must(queue.take()).takes == 1


def test_only_held_and_failed_candidates_are_queued_again(queue: CandidateQueue) -> None:
    queue.add(some(3))
    for status in ("dispatched", "pending_review", "held"):
        queue.finish(must(queue.take()), status, "d1", body="x" if status == "pending_review" else None)
    queue.requeue("leo", "c002")
    for other in ("c000", "c001", "c002", "none"):
        with pytest.raises(StoreError, match="no held or failed candidate"):
            queue.requeue("leo", other)


def test_what_waits_for_a_person_is_kept_with_its_body(queue: CandidateQueue, clock: Clock) -> None:
    queue.add(some(2))
    queue.finish(must(queue.take()), "pending_review", "d1", body=NASTY)
    queue.finish(must(queue.take()), "dispatched", "d2")
    clock.move(days=1)
    assert queue.prune(clock.now) == 1
    assert queue.prune(clock.now) == 0
    assert [(c.id, c.body) for c in queue.find("pending_review")] == [("c000", NASTY)]


def test_pruned_and_masked_candidates_keep_no_words(
    open_queue: Callable[..., CandidateQueue], clock: Clock
) -> None:
    queue = open_queue(masked=True)
    queue.add([Candidate(f"c{n}", "leo", "zanzibar") for n in range(3)])
    first = must(queue.take())
    queue.sending(first, Outgoing("c0", "leo", "d1", "zanzibar"))
    queue.finish(first, "dispatched", "d1")
    with queue.engine.connect() as connection:
        rows = connection.execute(text("SELECT words, outgoing FROM candidate ORDER BY id")).all()
    assert [row[0] is None for row in rows] == [True, False, False]
    assert rows[0][1] is None
    queue.finish(must(queue.take()), "held", "d2")
    assert queue.prune(clock.now + dt.timedelta(seconds=1)) == 1
    with queue.engine.connect() as connection:
        kept = str(connection.execute(text("SELECT * FROM candidate WHERE candidate_id <> 'c2'")).all())
    assert "zanzibar" not in kept
    with pytest.raises(StoreError, match="whose words are kept"):
        queue.requeue("leo", "c1")


def test_a_queue_without_tables_says_what_to_do(tmp_path: Path) -> None:
    queue = CandidateQueue(open_engine(f"sqlite:///{tmp_path}/empty.db"))
    with pytest.raises(SchemaMissingError, match="align db upgrade"):
        queue.take()
    queue.engine.dispose()
