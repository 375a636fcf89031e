"""The judge with a real server: what it says has its form; what it is worth is not asked of such weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.context import DraftContext
from align.harness.deadline import Deadline
from align.judge.judgement import Judged, Judgement, JudgeQuestion
from align.judge.prompt import dimensions
from align.judge.quotes import find_quote
from align.judge.server_judge import Questions, ServerJudge
from tests.gate.parts import CLEAN, NOW
from tests.harness.loops import run
from tests.model.conftest import THRESHOLDS
from tests.model.served import PATIENCE, harness_for, is_answered

if TYPE_CHECKING:
    from align.harness.local_server import LocalServer
    from specs.store import SpecStore

BODIES = (CLEAN, "Sure, I can ring you at six.")


def judged(server: LocalServer, store: SpecStore, body: str, how: Questions) -> Judgement:
    question = JudgeQuestion(body, store.current("leo").spec, NOW, DraftContext("how much is an hour?"))

    async def main() -> Judgement:
        async with harness_for(server) as harness:
            return await ServerJudge(harness, questions=how).judge(question, Deadline.after(PATIENCE))

    return run(main)


@pytest.mark.parametrize("body", BODIES)
def test_one_question_for_all_is_answered_in_its_form(
    server: LocalServer, store: SpecStore, body: str
) -> None:
    found = judged(server, store, body, "single")
    assert is_answered(found), found
    if isinstance(found, Judged):
        _in_its_form(found, body, frozenset(dimensions()))


@pytest.mark.parametrize("body", BODIES)
def test_a_small_question_each_is_answered_in_its_form(
    server: LocalServer, store: SpecStore, body: str
) -> None:
    found = judged(server, store, body, "decomposed")
    assert is_answered(found), found
    if isinstance(found, Judged):
        _in_its_form(found, body, frozenset(THRESHOLDS))
        assert len(found.scores) + found.dropped + len(found.absent) == len(THRESHOLDS)


def _in_its_form(found: Judged, body: str, known: frozenset[str]) -> None:
    assert found.model == "judge"
    assert len(found.prompt_hash) == 64
    assert found.seconds > 0
    assert found.usage.prompt_tokens > 0
    assert found.usage.completion_tokens > 0
    for score in found.scores:
        assert score.dimension in known
        assert 0 <= score.score <= 10
        assert score.score == 0 or find_quote(score.quote, body) is not None
