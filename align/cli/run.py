"""`align run`: the gate, wired from the store, the environment and the options."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from align.audit.documents import document_of
from align.audit.settings import masks_bodies
from align.audit.store import DecisionStore
from align.cli.drafts import InputError, parse_context
from align.cli.model_server import configured_harness
from align.cli.output import Output, complain
from align.cli.report import Mark, excerpt
from align.cli.visible import visible
from align.context import DraftContext
from align.engines.ids import EngineId, EngineIdError
from align.engines.server_engine import ServerEngine
from align.engines.template import TemplateEngine
from align.gate.candidate import Candidate, Mode
from align.gate.decision import Held
from align.gate.gate import AlignmentGate, GateParts
from align.gate.receipts import ReceiptBook
from align.harness.failures import Absent
from align.judge.server_judge import ServerJudge
from align.operators.settings import open_desk
from align.runner.advance import Advanced, Runner
from align.runner.file_outbox import FileOutbox
from align.runner.ports import DispatchError, DispatchRefusedError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from align.cli.report import Line
    from align.engines.engine import DraftRequest, Engine
    from align.gate.decision import Decision
    from align.harness.harness import Harness
    from specs.store.store import SpecStore

KEY_VARIABLE = "ALIGN_RECEIPT_KEY"
_STYLES = {"passed": "green", "downgraded": "yellow", "held": "red"}


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of a run."""

    database: str | None
    engine: str
    mode: Mode
    outbox: str
    jobs: int
    form: Literal["text", "jsonl"]


def run_one(
    options: Options,
    persona: str | None,
    text: str | None,
    template: str | None,
    goal: str | None,
    said: tuple[str | None, bool],
) -> int:
    """Take one candidate through the gate."""
    if persona is None:
        raise InputError("give --persona, or candidates with --input FILE")
    candidate = Candidate(f"cli-{secrets.token_hex(8)}", persona, text, template, goal, DraftContext(*said))
    return asyncio.run(_run(options, iter([candidate])))


def run_file(options: Options, source: str) -> int:
    """Take the candidates of a JSONL file (or `-`) through the gate; a bad line is named, the others go on."""
    bad: list[str] = []
    try:
        lines = sys.stdin.buffer if source == "-" else Path(source).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise InputError(f"{source}: cannot be read: {error.strerror}") from None
    with lines:
        code = asyncio.run(_run(options, _candidates(lines, source, bad)))
    return 2 if bad else code


def _candidates(lines: Any, source: str, bad: list[str]) -> Iterator[Candidate]:  # noqa: ANN401 - a binary stream
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            yield parse_candidate(raw)
        except InputError as error:
            bad.append(f"{source}:{number}: {error}")
            complain(bad[-1])


def parse_candidate(raw: bytes) -> Candidate:
    """Return the candidate in one line of JSONL; raises `InputError` naming the field at fault."""
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise InputError("not JSON") from None
    if not isinstance(data, dict):
        raise InputError("not a JSON object")
    for key, needed in (
        ("id", True),
        ("persona", True),
        ("body", False),
        ("template_key", False),
        ("goal", False),
    ):
        value = data.get(key)
        if (needed or value is not None) and not isinstance(value, str):
            raise InputError(f"{key}: expected text")
    return Candidate(
        data["id"],
        data["persona"],
        data.get("body"),
        data.get("template_key"),
        data.get("goal"),
        parse_context(data.get("context")),
    )


async def _run(options: Options, candidates: Iterator[Candidate]) -> int:
    output = Output()
    held = False
    async with _runner(options) as runner:
        turns = asyncio.Semaphore(options.jobs)

        async def go(candidate: Candidate) -> None:
            nonlocal held
            async with turns:
                advanced = await _advanced(runner, candidate, options.mode)
            held = held or advanced.status == "held"
            _report(output, advanced, options.form)

        waiting: set[asyncio.Task[None]] = set()
        for candidate in candidates:
            waiting.add(asyncio.create_task(go(candidate)))
            if len(waiting) >= 2 * options.jobs:
                done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                await asyncio.gather(*done)
        await asyncio.gather(*waiting)
    return int(held)


async def _advanced(runner: Runner, candidate: Candidate, mode: Mode) -> Advanced:
    try:
        return await runner.advance_draft(candidate, mode)
    except (DispatchError, DispatchRefusedError) as error:
        return Advanced("held", "", cause=f"it passed, and could not be sent: {error}")


@asynccontextmanager
async def _runner(options: Options) -> AsyncIterator[Runner]:
    """Wire the gate: the store, the engine, the judge where a server is configured, the record, the outbox."""
    desk = open_desk(options.database)
    log = DecisionStore(desk.engine, masked=masks_bodies(os.environ))
    async with AsyncExitStack() as stack:
        harness = await stack.enter_async_context(configured_harness())
        judge = None if isinstance(harness.route("prospect.judge"), Absent) else ServerJudge(harness)
        gate = AlignmentGate(GateParts(desk.store, _engine(options.engine, desk.store, harness), log, judge))
        yield Runner(gate, FileOutbox(options.outbox), receipts=ReceiptBook(desk.store, _key()))


def _engine(name: str, store: SpecStore, harness: Harness) -> Engine:
    try:
        engine_id = EngineId.parse(name)
    except EngineIdError as error:
        raise InputError(f"--engine: {error}") from None
    if not engine_id.is_template:
        return ServerEngine(harness, engine_id)

    def body_of(request: DraftRequest) -> str | None:
        held = store.templates(request.persona, request.now)
        return next((template.body for template in held if template.key == request.template_key), None)

    return TemplateEngine(body_of)


def _key() -> bytes:
    """Return the key of receipts; one of this process alone where none is set, for nobody else checks them then."""
    given = os.environ.get(KEY_VARIABLE)
    return secrets.token_bytes(32) if given is None else given.encode("utf-8")


def _report(output: Output, advanced: Advanced, form: str) -> None:
    decision = advanced.decision
    if form == "jsonl":
        document = None if decision is None else document_of(decision)
        row: dict[str, Any] = {"status": advanced.status, "cause": advanced.cause, "decision": document}
        output.show([((json.dumps(row, ensure_ascii=True), ""),)])
        return
    if decision is None:
        output.show([((f"held: {visible(advanced.cause or '')}", "red"),)])
        return
    output.show(list(_lines(advanced, decision, output.width)))


def _lines(advanced: Advanced, decision: Decision, width: int) -> Iterator[Line]:
    name = decision.outcome_name
    kinds = ", ".join(attempt.kind for attempt in decision.attempts) or "no body"
    yield (
        (visible(decision.candidate.id), "bold"),
        (f"  {name}", _STYLES[name]),
        (f"  {advanced.status} ({kinds}; decision {decision.id[:8]})", ""),
    )
    if isinstance(decision.outcome, Held):
        for attempt in decision.attempts:
            marks = [
                Mark(v.start, v.end, f"{v.rule}: {v.message}", style="red")
                for v in attempt.validation.violations
            ]
            marks += [
                Mark(v.start, v.end, f"{v.dimension}: {v.score:g} of 10", style="red")
                for v in attempt.judge_violations
            ]
            yield ((f"  {attempt.kind}:", "dim"),)
            yield from excerpt(attempt.body, marks, width)
        for reason in decision.outcome.reasons:
            yield ((f"  {reason.tag}: ", "red"), (visible(reason.suggestion), ""))
    else:
        yield from excerpt(decision.outcome.body, (), width)
    if advanced.cause and not isinstance(decision.outcome, Held):
        yield ((f"  {visible(advanced.cause)}", "red"),)
