"""What a waiver exempts does not hold a second time because the judge says it as well; nothing else is exempt."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from align.audit.store import DecisionStore
from align.gate.candidate import Candidate
from align.gate.decision import Passed
from align.gate.gate import AlignmentGate, GateParts
from align.harness.failures import Absent
from align.runner.late import Late, LateJudging
from specs.store import Edit, SpecStore, open_engine
from tests.gate.parts import BAD_OFFER, NOW, Engine, Judge, Log, Specs, judged, spec
from tests.gate.promised import tags_of
from tests.store.documents import document

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

WAIVER = {
    "id": "ana-1",
    "rule": "never_offer",
    "said": "sedation",
    "until": "2026-12-20",
    "author": "ana",
    "reason": "a song of that name",
}
THRESHOLDS = {"never_offer": 7, "drift": 7}


def policy(**more: Any) -> dict[str, Any]:
    return {"judge": THRESHOLDS, **more}


def decided(said: dict[str, Any], dimension: str, quote: str) -> Any:
    judge = Judge(judged((dimension, 9, quote)))
    gate = AlignmentGate(
        GateParts(Specs(spec(policy=said)), Engine([BAD_OFFER]), Log(), judge), clock=lambda: NOW
    )
    return gate.align_blocking(Candidate("c1", "leo", BAD_OFFER))


@pytest.mark.parametrize("quote", ["sedation", "SEDATION", "sedation,", " sedation "])
def test_a_judge_that_says_again_what_is_waived_holds_nothing(quote: str) -> None:
    decision = decided(policy(waivers=[WAIVER]), "never_offer", quote)
    assert decision.outcome == Passed(BAD_OFFER)
    assert decision.attempts[0].judgement.scores[0].score == 9  # which is recorded all the same


@pytest.mark.parametrize(
    ("dimension", "quote"),
    [
        ("never_offer", "sedation is no problem"),
        ("never_offer", "I can do that for you"),
        ("drift", "sedation"),
    ],
)
def test_what_says_more_or_in_another_name_holds(dimension: str, quote: str) -> None:
    decision = decided(policy(waivers=[WAIVER]), dimension, quote)
    assert "judge_conflict" in tags_of(decision)


def test_a_rule_that_only_warns_is_no_waiver() -> None:
    said = policy(rules={"never_offer": "warn"})
    assert "judge_conflict" in tags_of(decided(said, "never_offer", "sedation"))
    assert "judge_conflict" in tags_of(decided({**said, "waivers": [WAIVER]}, "never_offer", "sedation"))


@pytest.mark.parametrize(("quote", "is_raised"), [("sedation", False), ("sedation is no problem", True)])
def test_nor_does_it_raise_it_late(migrated_file: Path, tmp_path: Path, quote: str, is_raised: bool) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(migrated_file.read_bytes())

    def clock() -> dt.datetime:
        return NOW

    store = SpecStore(open_engine(f"sqlite:///{path}"), clock=clock)
    store.add_persona(document(policy=policy(waivers=[WAIVER])), Edit({}, "ana", "first"))
    log = DecisionStore(store.engine, clock=clock)
    gate = AlignmentGate(GateParts(store, Engine(), log, Judge(Absent("refused"))), clock=clock)
    decision = gate.align_blocking(Candidate("c1", "leo", BAD_OFFER))
    judge = Judge(judged(("never_offer", 9, quote)))
    found = asyncio.run(LateJudging(log, store, judge).round())
    store.close()
    assert found == Late(1, (decision.id,) if is_raised else (), 0)
