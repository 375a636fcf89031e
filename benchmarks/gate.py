"""`python -m benchmarks.gate`: what the gate adds to a check, and many passes at once against a slow judge.

The log and the specs are in memory, so that what is measured is the gate. Writes docs/benchmarks-gate.md with
`--markdown`; `--quick` measures less.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import resource
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align import validate_draft
from align.context import DraftContext
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts, GateSettings
from align.harness.failures import Absent
from align.telemetry.opening import open_telemetry
from align.telemetry.settings import TelemetrySettings
from benchmarks.corpus import messages
from benchmarks.document import document
from benchmarks.timing import Spread
from specs import Spec
from specs.store import StoredSpec, TemplateRecord, VersionRecord

if TYPE_CHECKING:
    from typing import TextIO

    from align.engines.engine import Draft, DraftRequest
    from align.gate.decision import Decision
    from align.harness.deadline import Deadline
    from align.judge.judgement import Judgement, JudgeQuestion

NOW: Final = datetime(2026, 11, 21, 16, 0, tzinfo=UTC)
SPEC: Final = Spec.from_dict(document())
MANY: Final = 500
DEADLINE_SECONDS: Final = 2.0


class Specs:
    """One spec, in memory."""

    def current(self, persona: str) -> StoredSpec:
        """Return it."""
        version = VersionRecord(1, persona, 1, 1, "UTC", "{}", SPEC.digest, "a", "n", None, NOW, NOW)
        return StoredSpec(SPEC, version, None)

    def at(self, persona: str, when: datetime) -> StoredSpec:
        """Return it."""
        del when
        return self.current(persona)

    def templates(self, persona: str, when: datetime | None = None) -> tuple[TemplateRecord, ...]:
        """Return none."""
        del persona, when
        return ()


class Log:
    """Forgets decisions."""

    def record(self, decision: Decision) -> None:
        """Forget one."""


class Engine:
    """Writes nothing."""

    id = "do-gpu-none_1"
    can_redraft = False

    async def draft(self, request: DraftRequest, deadline: Deadline) -> Draft:
        """Write nothing."""
        del request, deadline
        return Absent("not_configured")


class SlowJudge:
    """Never answers within any deadline."""

    async def judge(self, question: JudgeQuestion, deadline: Deadline) -> Judgement:
        """Wait for ever."""
        del question, deadline
        await asyncio.Event().wait()
        return Absent("timeout")


@dataclass(frozen=True, slots=True)
class Overhead:
    """What a pass costs over the check alone, in microseconds; `observed`: one with figures and a log."""

    check: Spread
    gate: Spread
    added: Spread
    observed: Spread


async def overhead(bodies: list[str], nowhere: TextIO) -> Overhead:
    """Measure clean drafts, one at a time: the check alone, the whole pass, and one that is observed."""
    clean = [body for body in bodies if validate_draft(body, SPEC, now=NOW, context=DraftContext()).ok]
    checks: list[int] = []
    spent: dict[str, list[int]] = {"bare": [], "observed": []}
    with open_telemetry(TelemetrySettings(), nowhere) as telemetry:
        gates = {
            name: AlignmentGate(GateParts(Specs(), Engine(), Log()), observers=observers, clock=lambda: NOW)
            for name, observers in (("bare", ()), ("observed", telemetry.observers))
        }
        for number, body in enumerate(clean):
            begun = time.perf_counter_ns()
            validate_draft(body, SPEC, now=NOW, context=DraftContext())
            checks.append(time.perf_counter_ns() - begun)
            for name, gate in gates.items():
                begun = time.perf_counter_ns()
                await gate.align(Candidate(str(number), SPEC.persona, body))
                spent[name].append(time.perf_counter_ns() - begun)

    def over(passes: list[int]) -> Spread:
        return Spread.of([float(whole - check) for whole, check in zip(passes, checks, strict=True)])

    return Overhead(Spread.of(checks), Spread.of(spent["bare"]), over(spent["bare"]), over(spent["observed"]))


@dataclass(frozen=True, slots=True)
class Crowd:
    """Many passes at once against a judge that never answers: seconds for all, and megabytes more at the most."""

    passes: int
    deadline_seconds: float
    seconds: float
    slowest_seconds: float
    passed_unjudged: int
    more_megabytes: float


async def crowd(body: str) -> Crowd:
    """Send many candidates at once; each must be back by the deadline, passed and unjudged."""
    settings = GateSettings(DEADLINE_SECONDS, judge_seconds=DEADLINE_SECONDS)
    gate = AlignmentGate(
        GateParts(Specs(), Engine(), Log(), SlowJudge()), settings=settings, clock=lambda: NOW
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    found = await asyncio.gather(*(gate.align(Candidate(str(n), SPEC.persona, body)) for n in range(MANY)))
    seconds = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unjudged = sum(getattr(decision.outcome, "is_unjudged", False) for decision in found)
    slowest = max(decision.seconds for decision in found)
    return Crowd(MANY, DEADLINE_SECONDS, seconds, slowest, unjudged, (after - before) / 1024)


def page(measured: Overhead, many: Crowd) -> str:
    """Return the figures as a page."""
    rows = [
        ("check alone", measured.check),
        ("whole pass", measured.gate),
        ("added by the gate", measured.added),
        ("added by the gate with figures and a log", measured.observed),
    ]
    table = "\n".join(f"| {name} | {spread.median:.0f} | {spread.p99:.0f} |" for name, spread in rows)
    return f"""\
# What the gate adds

Generated by `make bench`, do not edit. Clean drafts, one at a time, specs and log in memory, no model;
Python {platform.python_version()}, {platform.machine()}. Microseconds.

| | median | p99 |
|---|---|---|
{table}

{many.passes} passes at once against a judge that never answers, each with {many.deadline_seconds:g} s: all back after
{many.seconds:.2f} s, the slowest after {many.slowest_seconds:.2f} s, {many.passed_unjudged} passed and marked unjudged,
{many.more_megabytes:.0f} MB more memory at the most.
"""


def main() -> None:
    """Measure, print, and write the page where one is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    bodies = messages("cue-free", 300 if options.quick else 3000, seed=1)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        measured = asyncio.run(overhead(bodies, nowhere))
    text = page(measured, asyncio.run(crowd("Thank you, see you soon!")))
    print(text)
    if options.markdown is not None:
        options.markdown.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
