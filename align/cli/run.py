"""`align run`: the gate, wired from the store, the environment and the options."""

from __future__ import annotations

import asyncio
import json
import os
import secrets
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from align.audit.documents import document_of
from align.audit.settings import masks_bodies
from align.audit.store import DecisionStore
from align.cli.candidates import parse_candidate
from align.cli.drafts import InputError
from align.cli.model_server import configured_harness
from align.cli.output import Output, bar, complain
from align.cli.report import Mark, excerpt
from align.cli.stream import opened, read_lines
from align.cli.visible import visible
from align.engines.ids import EngineId, EngineIdError
from align.engines.library import WorkflowLibrary
from align.engines.server_engine import ServerEngine
from align.engines.settings import EngineSettings, read_engine_settings
from align.engines.template import TemplateEngine
from align.engines.workflows import WorkflowChoiceError, workflow_for
from align.gate.decision import Held
from align.gate.gate import AlignmentGate, GateParts
from align.gate.receipt import ReceiptError
from align.gate.receipts import ReceiptBook, receipt_key
from align.harness.failures import Absent
from align.harness.settings import SettingsError
from align.judge.server_judge import ServerJudge
from align.operators.settings import open_desk
from align.runner.advance import Advanced, Runner
from align.runner.file_outbox import FileOutbox
from align.runner.ports import DispatchError, DispatchRefusedError
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from align.cli.output import Bar
    from align.cli.report import Line
    from align.engines.engine import DraftRequest, Engine
    from align.engines.workflows import Workflow
    from align.gate.candidate import Candidate, Mode
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


def run_one(options: Options, candidate: Candidate) -> int:
    """Take one candidate through the gate."""
    return asyncio.run(_run(options, iter([_checked(options)(candidate)]), Output()))


def run_file(options: Options, source: str) -> int:
    """Take the candidates of a JSONL file (or `-`) through the gate; a bad line is named, the others go on."""
    bad: list[int] = []
    output = Output()
    with opened(source) as stream, bar(output, stream) as progress:
        name = "standard input" if source == "-" else source
        candidates = _candidates(stream, name, bad, progress, _checked(options))
        code = asyncio.run(_run(options, candidates, output))
    return 2 if bad else code


def _candidates(
    stream: BinaryIO, name: str, bad: list[int], progress: Bar, checked: Callable[[Candidate], Candidate]
) -> Iterator[Candidate]:
    """Yield the candidates; the numbers of lines that hold none, or one whose id came before, go to `bad`."""
    seen: dict[str, int] = {}
    for line in read_lines(stream):
        progress.advance(len(line.raw))
        try:
            candidate = checked(parse_candidate(line.raw))
            problem = f"id: stands in line {seen[candidate.id]} already" if candidate.id in seen else None
        except InputError as error:
            problem = str(error)
        if problem is None:
            seen[candidate.id] = line.number
            yield candidate
        else:
            bad.append(line.number)
            complain(f"{name}:{line.number}: {problem}")


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
        gate = AlignmentGate(GateParts(desk.store, _engine(options, desk, harness), log, judge))
        yield Runner(gate, FileOutbox(options.outbox), receipts=ReceiptBook(desk.store, _key()))


def _engine(options: Options, desk: Desk, harness: Harness) -> Engine:
    engine_id = _engine_id(options.engine)
    if not engine_id.is_template:
        library, settings = WorkflowLibrary(desk.engine), _engine_settings()
        flows, shown = library.current(), settings.align_examples
        return ServerEngine(
            harness,
            engine_id,
            model=settings.gpu_engine_models.get(str(engine_id)),
            examples=library.examples(str(engine_id), shown) if shown else None,
            workflow_of=lambda request: workflow_for(flows, str(engine_id), request),
        )

    def body_of(request: DraftRequest) -> str | None:
        held = desk.store.templates(request.persona, request.now)
        return next((template.body for template in held if template.key == request.template_key), None)

    return TemplateEngine(body_of)


def _engine_settings() -> EngineSettings:
    try:
        return read_engine_settings()
    except SettingsError as error:
        raise InputError(str(error)) from None


def _engine_id(name: str) -> EngineId:
    try:
        return EngineId.parse(name)
    except EngineIdError as error:
        raise InputError(f"--engine: {error}") from None


def _checked(options: Options) -> Callable[[Candidate], Candidate]:
    """Return what refuses, by `InputError`, a candidate whose workflow this engine cannot run."""
    engine_id = _engine_id(options.engine)

    @cache
    def workflows() -> tuple[Workflow, ...]:
        return WorkflowLibrary(open_desk(options.database).engine).current()

    def check(candidate: Candidate) -> Candidate:
        if candidate.workflow is not None:
            try:
                workflow_for(workflows(), str(engine_id), candidate)
            except WorkflowChoiceError as error:
                raise InputError(f"workflow: {error}") from None
        return candidate

    return check


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
