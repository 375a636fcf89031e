"""Engines and judges whose answers are of their kind, and hold what is not: the pass goes on as if they were away."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from align.audit.documents import document_of
from align.engines.engine import Drafted
from align.engines.template import Unfilled
from align.gate.candidate import Candidate
from align.gate.decision import Decision, Downgraded, Passed
from align.gate.gate import AlignmentGate, GateParts
from align.gate.soundness import is_sound
from align.harness.failures import Absent
from align.harness.usage import Usage
from align.judge.judgement import Judged, Score
from tests.gate.parts import CLEAN, NOW, Log, Specs, judged, spec
from tests.gate.test_gate_faults import Says

NAN = math.nan
COST = Usage(10, 5, 0.5, 0.0, 1)
OPINION = Judged((Score("drift", 9.0, "Hi"),), "m", "h", usage=COST)


@dataclass
class Written(Log):
    """A log that writes each decision as the database does."""

    lines: list[str] = field(default_factory=list)

    def record(self, decision: Decision) -> None:
        """Write a decision down."""
        self.lines.append(json.dumps(document_of(decision), allow_nan=False))
        super().record(decision)


def aligned(candidate: Candidate, engine: Any, judge: Any = None) -> Decision:
    log = Written()
    specs = Specs(spec(policy={"judge": {"drift": 5}}), {"opener": CLEAN})
    gate = AlignmentGate(GateParts(specs, engine, log, judge), clock=lambda: NOW)
    decision = gate.align_blocking(candidate)
    assert log.decisions == [decision]
    return decision


class Exploding(Judged):
    """A judgement that raises where it is looked at."""

    @property
    def scores(self) -> Any:
        """Raise."""
        raise RuntimeError("secret")


def scored(**changes: Any) -> Judged:
    return replace(OPINION, scores=(replace(OPINION.scores[0], **changes),))


JUDGEMENTS = {
    "no scores": replace(OPINION, scores=None),  # type: ignore[arg-type] # on purpose, as all of these
    "scores that are none": replace(OPINION, scores=({"score": 9},)),  # type: ignore[arg-type]
    "scores that come one by one": replace(OPINION, scores=(s for s in OPINION.scores)),  # type: ignore[arg-type]
    "a score in words": scored(score="9"),
    "a score that is true": scored(score=True),
    "a score that is no number": scored(score=NAN),
    "a score out of range": scored(score=10.5),
    "no quote": scored(quote=None),
    "a dimension that is a list": scored(dimension=["drift"]),
    "no model": replace(OPINION, model=None),  # type: ignore[arg-type]
    "a prompt hash of bytes": replace(OPINION, prompt_hash=b"h"),  # type: ignore[arg-type]
    "no list of what is absent": replace(OPINION, absent=None),  # type: ignore[arg-type]
    "seconds that are no number": replace(OPINION, seconds=NAN),
    "endless dropped ones": replace(OPINION, dropped=math.inf),  # type: ignore[arg-type]
    "no usage": replace(OPINION, usage=None),  # type: ignore[arg-type]
    "a usage without end": replace(OPINION, usage=replace(COST, gpu_seconds=math.inf)),
    "more tokens than a database holds": replace(OPINION, usage=replace(COST, prompt_tokens=10**30)),
    "a usage below zero": replace(OPINION, usage=replace(COST, calls=-1)),
    "one that raises": object.__new__(Exploding),
}

ABSENCES = {
    "a cause that there is not": Absent("weird"),  # type: ignore[arg-type]
    "a cause that is a list": Absent([]),  # type: ignore[arg-type]
    "no detail": Absent("timeout", None),  # type: ignore[arg-type]
    "no usage": Absent("timeout", "", None),  # type: ignore[arg-type]
    "names that are none": Unfilled("unfilled_template", "", names=(3,)),  # type: ignore[arg-type]
}

DRAFTS = {
    "no body": Drafted(None),  # type: ignore[arg-type]
    "a body of bytes": Drafted(b"hi"),  # type: ignore[arg-type]
    "a workflow that is none": Drafted(CLEAN, object()),  # type: ignore[arg-type]
    "no usage": Drafted(CLEAN, None, None),  # type: ignore[arg-type]
    "seconds that are no number": Drafted(CLEAN, None, Usage(wall_seconds=NAN)),
}


def values(cases: dict[str, Any]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("answer", cases.values(), ids=cases.keys())


@values(JUDGEMENTS | ABSENCES)
def test_a_judge_that_says_nonsense_is_an_absent_judge(answer: Any) -> None:
    """Promise 3, also where the nonsense would only have come out in the record."""
    decision = aligned(Candidate("c1", "leo", CLEAN), Says(None), Says(answer))
    assert decision.outcome == Passed(CLEAN, is_unjudged=True)
    assert decision.attempts[0].judgement == Absent(
        "schema_violation", "the judge answered with something else"
    )


@values(DRAFTS | ABSENCES)
def test_an_engine_that_says_nonsense_wrote_nothing(answer: Any) -> None:
    decision = aligned(Candidate("c1", "leo", template_key="opener"), Says(answer))
    assert decision.outcome == Downgraded(CLEAN, "opener")
    assert [missing.cause.cause for missing in decision.missing] == ["schema_violation"]


def test_what_nonsense_cost_is_counted_where_it_is_said() -> None:
    decision = aligned(Candidate("c1", "leo", CLEAN), Says(None), Says(scored(score=11)))
    assert decision.usage == COST


@pytest.mark.parametrize(
    "answer",
    [
        OPINION,
        judged(),
        scored(score=0),
        scored(score=10),
        scored(quote="\ud800\0"),
        Drafted(""),
        Drafted("\ud800", "flow@1", COST),
        Absent("timeout", "5 s", COST),
        Unfilled("unfilled_template", "", names=("name",)),
    ],
    ids=repr,
)
def test_what_is_of_its_kind_is_sound(answer: Any) -> None:
    assert is_sound(answer)
