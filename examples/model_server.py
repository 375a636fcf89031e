"""The gate with a real model server on this machine: `make demo-model`.

The server and its weights are named by ALIGN_MODEL_SERVER and ALIGN_MODEL_FILE. The weights are tiny: what they judge is
no better than chance and what they write no message to send, so the judge is in shadow mode, where its scores are shown
and hold nothing. What this shows is the wire, the bounds on time, and what the gate does with all of it.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import os
import signal
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from align.context import DraftContext
from align.engines.ids import EngineId
from align.engines.server_engine import ServerEngine
from align.gate.candidate import Candidate
from align.gate.decision import Held
from align.gate.gate import AlignmentGate, GateParts, GateSettings
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.harness import open_harness
from align.harness.local_server import LocalServer, LocalServerError, ServerCommand, free_port
from align.harness.registry import TaskRegistry, draft_task, judge_task
from align.harness.settings import HarnessSettings
from align.harness.usage import Usage
from align.judge.server_judge import ServerJudge
from align.operators.checks import gate_checks
from specs.store import Edit, MissionEdit, SpecStore, TemplateEdit, open_engine
from specs.store.migrate import Migrations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.gate.attempts import Attempt
    from align.gate.decision import Decision
    from align.harness.harness import Call
    from align.harness.registry import TaskName

FIXTURES: Final = Path(__file__).parents[1] / "fixtures/demo"
PERSONA: Final = "marlow"
JUDGED: Final = {"price_contradiction": 8, "channel_not_allowed": 8}
SETTINGS: Final = GateSettings(deadline_seconds=22.0, judge_seconds=18.0, judge_mode="shadow")
SHOWN: Final = ("marlow-01", "marlow-04")
KILL_SECONDS: Final = 0.3
"""After a request was begun."""
SAFE: Final = "Hi, thanks for your message! I'll look at the diary and get back to you."


@dataclass
class Log:
    """Keeps decisions."""

    decisions: list[Decision] = field(default_factory=list)

    def record(self, decision: Decision) -> None:
        """Keep one."""
        self.decisions.append(decision)


@dataclass
class Meter:
    """Adds up what calls to the server cost, whatever they were for, and says when one has begun."""

    used: Usage = field(default_factory=Usage)
    has_begun: asyncio.Event = field(default_factory=asyncio.Event)

    def began(self, task: TaskName) -> None:
        """Say so."""
        del task
        self.has_begun.set()

    def ended(self, call: Call) -> None:
        """Add a call."""
        self.used += call.usage

    def read(self) -> str:
        """Return what was added up, and begin anew."""
        used, self.used = self.used, Usage()
        return f"{used.prompt_tokens} + {used.completion_tokens} tokens in {used.calls} calls"


def drafts() -> dict[str, dict[str, Any]]:
    """Return the fixture's drafts by their ids."""
    lines = (FIXTURES / f"{PERSONA}.jsonl").read_text("utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def candidate(row: dict[str, Any]) -> Candidate:
    """Return a fixture's draft as a candidate, with a template to fall back on."""
    context = DraftContext(row.get("context", {}).get("inbound"))
    return Candidate(row["id"], PERSONA, row["body"], "safe", context=context)


def filled_store(folder: Path, now: dt.datetime) -> SpecStore:
    """Return a spec store with the fixture's persona and a safe template, as it stood at a moment."""
    engine = open_engine(f"sqlite:///{folder / 'align.db'}")
    Migrations(engine, folder / "facts", gate_checks(), lambda: now).upgrade()
    store = SpecStore(engine, checks=gate_checks(), clock=lambda: now)
    document = json.loads((FIXTURES / f"personas/{PERSONA}.json").read_text("utf-8"))
    mission = document.pop("mission")
    document["policy"]["judge"] = JUDGED
    store.add_persona(document, Edit({}, "demo", "first"))
    store.set_mission(PERSONA, MissionEdit(now.date(), mission, "demo", "today"))
    store.set_template(PERSONA, TemplateEdit("safe", SAFE, "demo", "first"))
    return store


def told(decision: Decision, meter: Meter) -> Iterator[str]:
    """Return what came of a candidate, a line each."""
    yield f"{decision.candidate.id}: {decision.outcome_name} after {decision.seconds:.1f} s, by {decision.engine}"
    for attempt in decision.attempts:
        yield f"  {attempt.kind}: {shortened(attempt.body)}"
        yield f"    check: {', '.join(v.rule for v in attempt.validation.violations) or 'clean'}; {judged(attempt)}"
    for missing in decision.missing:
        yield f"  no {missing.kind}: {missing.cause}"
    if isinstance(decision.outcome, Held):
        yield f"  held for: {', '.join(reason.tag for reason in decision.outcome.reasons)}"
    yield f"  {meter.read()}\n"


def judged(attempt: Attempt) -> str:
    """Return what the judge said of a body."""
    if attempt.judgement is None:
        return "not judged"
    if isinstance(attempt.judgement, Absent):
        return f"judge absent: {attempt.judgement}"
    scores = [f"{score.dimension} {score.score:g}" for score in attempt.judgement.scores]
    left_out = f", {attempt.judgement.dropped} without a quote in it" if attempt.judgement.dropped else ""
    unanswered = f", no answer for {', '.join(attempt.judgement.absent)}" if attempt.judgement.absent else ""
    return f"scores: {', '.join(scores) or 'none'}{left_out}{unanswered}"


def shortened(body: str) -> str:
    """Return the beginning of a body, on one line."""
    line = " ".join(body.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


async def show(server: LocalServer, store: SpecStore, now: dt.datetime) -> None:
    """Take candidates through the gate, and again while the server is killed."""
    settings = HarnessSettings(
        gpu_inference_url=server.command.url, gpu_llm_model=server.command.name, gpu_max_attempts=1
    )
    await server.until_ready(Deadline.after(30.0))
    rows = drafts()
    meter = Meter()
    # Such weights may talk without an end; an answer that is cut off is no answer.
    tasks = TaskRegistry([replace(judge_task(), max_tokens=64), replace(draft_task(), max_tokens=96)])
    async with open_harness(settings, tasks, watchers=[meter]) as harness:
        engine = ServerEngine(harness, EngineId.parse("do-gpu-smollm2-135m_q4.1"), model=server.command.name)
        judge = ServerJudge(harness, questions="decomposed")
        gate = AlignmentGate(GateParts(store, engine, Log(), judge), settings=SETTINGS, clock=lambda: now)
        for name in SHOWN:
            print("\n".join(told(await gate.align(candidate(rows[name])), meter)))
        print("The same drafts, and the server is killed (SIGKILL) while it works on the first request:\n")
        for name in SHOWN:
            meter.has_begun.clear()
            passing = asyncio.create_task(gate.align(candidate(rows[name])))
            await meter.has_begun.wait()
            await asyncio.sleep(KILL_SECONDS)
            server.signal(signal.SIGKILL)
            print("\n".join(told(await passing, meter)))
    print(f"What is left of the server: {'a process' if server.is_running else 'nothing'}.")


def main() -> int:
    """Start the server, show the gate with it, and leave nothing behind."""
    binary, model = (os.environ.get(name) for name in ("ALIGN_MODEL_SERVER", "ALIGN_MODEL_FILE"))
    if binary is None or model is None:
        print("no model server: run `make demo-model`, which builds one", file=sys.stderr)
        return 2
    print(
        "A real model server with tiny weights. Its judgement is at chance and its drafts are poor:\n"
        "this shows that the wire and the gate work, and nothing about quality.\n"
    )
    now = dt.datetime.fromisoformat(drafts()["marlow-01"]["now"])
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        store = filled_store(folder, now)
        stack.callback(store.close)
        command = ServerCommand(Path(binary), Path(model), free_port(), threads=1)
        try:
            server = stack.enter_context(LocalServer.start(command, folder / "server.log"))
            asyncio.run(show(server, store, now))
        except LocalServerError as error:
            print(error, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
