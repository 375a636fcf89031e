"""`align run`: the gate, wired from the store, the environment and the options."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from align.audit.documents import document_of
from align.audit.settings import masks_bodies
from align.audit.store import DecisionStore
from align.cli.drafts import InputError, parse_context, parse_object
from align.cli.model_server import configured_harness
from align.cli.output import Output, bar, complain
from align.cli.report import Mark, excerpt
from align.cli.stream import opened, read_lines
from align.cli.visible import visible
from align.context import DraftContext
from align.engines.ids import EngineId, EngineIdError
from align.engines.library import WorkflowLibrary
from align.engines.server_engine import ServerEngine
from align.engines.template import TemplateEngine
from align.engines.workflows import WorkflowChoiceError, choose
from align.gate.candidate import Candidate, Mode
from align.gate.decision import Held
from align.gate.gate import AlignmentGate, GateParts
from align.gate.receipt import ReceiptError
from align.gate.receipts import ReceiptBook, receipt_key
from align.harness.failures import Absent
from align.judge.server_judge import ServerJudge
from align.operators.settings import open_desk
from align.runner.advance import Advanced, Runner
from align.runner.file_outbox import FileOutbox
from align.runner.ports import DispatchError, DispatchRefusedError
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from align.cli.output import Bar
    from align.cli.report import Line
    from align.engines.engine import DraftRequest, Engine
    from align.engines.workflows import Workflow
    from align.gate.decision import Decision
    from align.harness.harness import Harness
    from align.operators.settings import Desk

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
    return asyncio.run(_run(options, iter([candidate]), Output()))


def run_file(options: Options, source: str) -> int:
    """Take the candidates of a JSONL file (or `-`) through the gate; a bad line is named, the others go on."""
    bad: list[int] = []
    output = Output()
    with opened(source) as stream, bar(output, stream) as progress:
        candidates = _candidates(stream, "standard input" if source == "-" else source, bad, progress)
        code = asyncio.run(_run(options, candidates, output))
    return 2 if bad else code


def _candidates(stream: BinaryIO, name: str, bad: list[int], progress: Bar) -> Iterator[Candidate]:
    """Yield the candidates; the numbers of lines that hold none, or one whose id came before, go to `bad`."""
    seen: dict[str, int] = {}
    for line in read_lines(stream):
        progress.advance(len(line.raw))
        try:
            candidate = parse_candidate(line.raw)
            problem = f"id: stands in line {seen[candidate.id]} already" if candidate.id in seen else None
        except InputError as error:
            problem = str(error)
        if problem is None:
            seen[candidate.id] = line.number
            yield candidate
        else:
            bad.append(line.number)
            complain(f"{name}:{line.number}: {problem}")


def parse_candidate(raw: bytes) -> Candidate:
    """Return the candidate in one line of JSONL; raises `InputError` naming the field at fault."""
    data = parse_object(raw)
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
        if needed and not value:
            raise InputError(f"{key}: is empty")
    return Candidate(
        data["id"],
        data["persona"],
        data.get("body"),
        data.get("template_key"),
        data.get("goal"),
        parse_context(data.get("context")),
    )


async def _run(options: Options, candidates: Iterator[Candidate], output: Output) -> int:
    held = False
    async with _runner(options) as runner:
        turns = asyncio.Semaphore(options.jobs)

        async def go(candidate: Candidate) -> None:
            nonlocal held
            async with turns:
                advanced = await _advanced(runner, candidate, options.mode)
            held = held or advanced.status == "held"
            _report(output, candidate.id, advanced, options.form)

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
    except (DispatchError, DispatchRefusedError, StoreError) as error:
        return Advanced("held", "", cause=f"it passed, and could not be sent: {error}")


@asynccontextmanager
async def _runner(options: Options) -> AsyncIterator[Runner]:
    """Wire the gate: the store, the engine, the judge where a server is configured, the record, the outbox."""
    desk = open_desk(options.database)
    log = DecisionStore(desk.engine, masked=masks_bodies(os.environ))
    async with AsyncExitStack() as stack:
        harness = await stack.enter_async_context(configured_harness())
        judge = None if isinstance(harness.route("prospect.judge"), Absent) else ServerJudge(harness)
        gate = AlignmentGate(GateParts(desk.store, _engine(options.engine, desk, harness), log, judge))
        yield Runner(gate, FileOutbox(options.outbox), receipts=ReceiptBook(desk.store, _key()))


def _engine(name: str, desk: Desk, harness: Harness) -> Engine:
    try:
        engine_id = EngineId.parse(name)
    except EngineIdError as error:
        raise InputError(f"--engine: {error}") from None
    if not engine_id.is_template:
        mine = [flow for flow in WorkflowLibrary(desk.engine).current() if flow.engine == str(engine_id)]
        return ServerEngine(harness, engine_id, workflow_of=lambda request: _workflow(mine, request))

    def body_of(request: DraftRequest) -> str | None:
        held = desk.store.templates(request.persona, request.now)
        return next((template.body for template in held if template.key == request.template_key), None)

    return TemplateEngine(body_of)


def _workflow(workflows: list[Workflow], request: DraftRequest) -> Workflow | None:
    try:
        return choose(workflows, template_key=request.template_key)
    except WorkflowChoiceError:
        return None  # none is meant for it: one plain draft


def _key() -> bytes:
    """Return the key of receipts; one of this process alone where none is set, for nobody else checks them then."""
    try:
        return receipt_key(os.environ) or secrets.token_bytes(32)
    except ReceiptError as error:
        raise InputError(str(error)) from None


def _report(output: Output, name: str, advanced: Advanced, form: str) -> None:
    decision = advanced.decision
    if form == "jsonl":
        document = None if decision is None else document_of(decision)
        row: dict[str, Any] = {
            "id": name,
            "status": advanced.status,
            "cause": advanced.cause,
            "is_duplicate": _is_duplicate(advanced),
            "decision": document,
        }
        output.show([((json.dumps(row, ensure_ascii=True), ""),)])
        return
    if decision is None:
        output.show([((visible(name), "bold"), (f"  held: {visible(advanced.cause or '')}", "red"))])
        return
    output.show(list(_lines(advanced, decision, output.width)))


def _is_duplicate(advanced: Advanced) -> bool:
    return advanced.delivery is not None and advanced.delivery.is_duplicate


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
            cause = getattr(reason, "cause", None)
            yield ((f"  {reason.tag}: ", "red"), (visible(cause or reason.suggestion), ""))
            if cause:
                yield ((f"    {visible(reason.suggestion)}", ""),)
    else:
        yield from excerpt(decision.outcome.body, (), width)
    if decision.spec is not None and decision.spec.stale_since is not None:
        since = decision.spec.stale_since.isoformat(timespec="seconds")
        yield ((f"  under an older spec: the store is away since {since}", "yellow"),)
    if _is_duplicate(advanced):
        yield (("  a message with this id is in the outbox already; this one was not sent", "yellow"),)
    if advanced.cause and not isinstance(decision.outcome, Held):
        yield ((f"  {visible(advanced.cause)}", "red"),)
