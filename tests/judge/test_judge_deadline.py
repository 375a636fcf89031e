"""Small questions and one deadline: what was answered counts, what was not is named, and nothing is left running."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.context import DraftContext
from align.gate.asking import answered, to_hand_over
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.judge.judgement import Judged, Judgement, JudgeQuestion
from align.judge.prompt import dimensions, meaning_of
from align.judge.server_judge import ServerJudge
from tests.gate.parts import NOW, spec
from tests.harness.asking import Watch, harness_at, until
from tests.harness.loops import MovedLoop, moved_loop, run, simulate
from tests.harness.server import Misbehaviour, VllmLike

SECONDS = 15.0
NAMES = dimensions()[:4]
NEVER = 1e9


def question(*names: str) -> JudgeQuestion:
    return JudgeQuestion(
        "Ring me at six.", spec(policy={"judge": dict.fromkeys(names, 5)}), NOW, DraftContext()
    )


@dataclass
class Timed(httpx.AsyncBaseTransport):
    """A server that answers the question for each dimension after so many (simulated) seconds."""

    delays: dict[str, float] = field(default_factory=dict)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer in its time."""
        asked = json.loads(request.content)["messages"][0]["content"]
        about = next(d for d in self.delays if f"The one dimension: the message {meaning_of(d)}." in asked)
        await asyncio.sleep(self.delays[about])
        choice = {"message": {"content": '{"quote": "at six", "score": 7}'}, "finish_reason": "stop"}
        reply = {"model": "base", "choices": [choice], "usage": {"prompt_tokens": 7, "completion_tokens": 3}}
        return httpx.Response(200, json=reply, request=request)


@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(NAMES), st.sampled_from([0.0, 1.0, 14.25, 14.75, 15.0, 16.0, NEVER]), min_size=1
    )
)
def test_what_was_answered_before_the_deadline_counts(delays: dict[str, float]) -> None:
    """In simulated time, with a judge that is waited for as the gate does it: until its deadline and no longer."""

    async def main() -> None:
        loop = asyncio.get_running_loop()
        wire = Timed(delays)
        async with harness_at("http://some.invalid", concurrency=99, wire=lambda: wire) as harness:
            deadline = Deadline.after(SECONDS, loop.time)
            within = to_hand_over(deadline)
            judge = ServerJudge(harness, questions="decomposed")
            found = await answered(lambda: judge.judge(question(*delays), within), deadline, "judge", Judged)
            assert loop.time() <= SECONDS
        in_time = [name for name in NAMES if delays.get(name, NEVER) < 14.5]
        if not in_time:
            assert found == Absent("deadline")
            assert found.usage.calls == len(delays)
            return
        assert isinstance(found, Judged)
        assert [score.dimension for score in found.scores] == in_time
        assert found.absent == tuple(name for name in NAMES if name in delays and name not in in_time)
        assert found.usage.calls == len(delays)
        assert found.usage.prompt_tokens == 7 * len(in_time)

    simulate(main)


def test_a_server_that_hangs_on_some_is_an_answer_for_the_others() -> None:
    vllm = VllmLike(always=Misbehaviour(content='{"quote": "", "score": 0}'))
    vllm.script.extend([Misbehaviour(is_stuck=True), Misbehaviour(is_stuck=True)])

    async def main() -> Judgement:
        watch, loop = Watch(), moved_loop()
        async with (
            vllm.serve(),
            harness_at(vllm.url, concurrency=4, timeout_seconds=1000.0, watch=watch) as harness,
        ):
            deadline = Deadline.after(600.0, loop.time)
            # The gate leaves half a second to hand over, which real sockets may exceed.
            within = deadline.within(300.0)
            judge = ServerJudge(harness, questions="decomposed")
            judging = asyncio.create_task(
                answered(lambda: judge.judge(question(*NAMES), within), deadline, "judge", Judged)
            )
            await until(lambda: len(watch.calls) == 2 and vllm.under_way == 2)
            loop.move(within.remaining)
            return await judging

    found = run(main, MovedLoop)
    assert isinstance(found, Judged)
    assert (len(found.scores), len(found.absent)) == (2, 2)


def test_a_cancelled_judge_leaves_no_question_behind() -> None:
    vllm = VllmLike(always=Misbehaviour(is_stuck=True))

    async def main() -> None:
        async with vllm.serve(), harness_at(vllm.url, concurrency=4) as harness:
            judge = ServerJudge(harness, questions="decomposed")
            judging = asyncio.create_task(judge.judge(question(*NAMES), Deadline.after(60)))
            await until(lambda: vllm.under_way == len(NAMES))
            judging.cancel()
            with pytest.raises(asyncio.CancelledError):
                await judging
            await until(lambda: vllm.under_way == vllm.open_connections == 0)

    run(main)


def test_a_question_that_crashes_leaves_no_other_behind() -> None:
    wire = Timed(dict.fromkeys(NAMES, NEVER))
    nonces = iter(["first"])

    async def main() -> None:
        async with harness_at("http://some.invalid", wire=lambda: wire) as harness:
            judge = ServerJudge(harness, questions="decomposed", nonce=lambda: next(nonces))
            with pytest.raises(ExceptionGroup):
                await judge.judge(question(*NAMES), Deadline.after(60))

    run(main)
