"""Who wrote the body that is judged: what a judge costs is told by engine and workflow as drafting is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.context import DraftContext
from align.gate.attempts import Author, Kind, author_of
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.judge.judgement import JudgeQuestion
from align.judge.server_judge import Questions, ServerJudge
from tests.gate.parts import CLEAN, NOW, WRONG, Engine, Judge, Specs, judged, spec
from tests.gate.test_gate import candidate, kinds, run
from tests.harness.asking import Watch, harness_at
from tests.harness.loops import run as run_loop
from tests.harness.server import VllmLike

if TYPE_CHECKING:
    from align.gate.decision import Decision

MINE = Author("do-gpu-test_1", "flow@1")
NOBODY = Author()
TEMPLATE = Author("template")


@pytest.mark.parametrize(
    ("trail", "is_given", "author"),
    [
        (["draft"], True, NOBODY),
        (["draft"], False, MINE),
        (["draft", "repair"], True, NOBODY),
        (["draft", "repair"], False, MINE),
        (["draft", "redraft"], True, MINE),
        (["draft", "repair", "redraft", "repair"], True, MINE),
        (["draft", "redraft", "template"], False, TEMPLATE),
        (["template"], False, TEMPLATE),
    ],
)
def test_a_body_is_whose_wrote_it_or_what_it_was_mended_from(
    trail: list[Kind], is_given: bool, author: Author
) -> None:
    assert author_of(trail, is_given=is_given, engine="do-gpu-test_1", workflow="flow@1") == author


def test_the_gate_tells_the_judge_whose_body_it_is() -> None:
    judge = Judge(judged(("drift", 9, "Hi")))
    specs = Specs(spec(policy={"judge": {"drift": 5}, "repair": True}), {"opener": "Hi there!"})

    def asked(decision: Decision) -> list[tuple[str, Author]]:
        clean = [attempt.kind for attempt in decision.attempts if attempt.validation.ok]
        found = [Author(question.engine, question.workflow) for question in judge.questions]
        judge.questions.clear()
        return list(zip(clean, found, strict=True))

    given = run(
        candidate(CLEAN, template_key="opener"), Engine([f"{CLEAN} Bye.", Absent("refused")]), judge, specs
    )
    assert asked(given) == [("draft", NOBODY), ("redraft", MINE), ("template", TEMPLATE)]
    mended = run(candidate(WRONG), Engine([Absent("refused")]), judge, specs)
    assert (kinds(mended), asked(mended)) == (["draft", "repair"], [("repair", NOBODY)])
    written = run(candidate(), Engine([CLEAN, Absent("refused")]), judge, specs)
    assert asked(written) == [("draft", MINE)]


@pytest.mark.parametrize("how", ["single", "decomposed"])
def test_the_meter_is_told_whose_body_was_judged(how: Questions) -> None:
    watch = Watch()
    vllm = VllmLike()

    async def main() -> None:
        question = JudgeQuestion(
            CLEAN, spec(policy={"judge": {"drift": 5, "voice": 5}}), NOW, DraftContext(), "do-gpu-a_1", "f@2"
        )
        async with vllm.serve(), harness_at(vllm.url, watch=watch) as harness:
            await ServerJudge(harness, questions=how).judge(question, Deadline.after(20))

    run_loop(main)
    assert {(call.task, call.engine, call.workflow) for call in watch.calls} == {
        ("prospect.judge", "do-gpu-a_1", "f@2")
    }
