"""`align run`: the gate, wired from the store, the environment and the options."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from align.assembly.assembly import assembled
from align.audit.documents import document_of
from align.cli.candidate_lines import name_of, read_candidates
from align.cli.drafts import InputError
from align.cli.output import Output, bar, complain
from align.cli.pipes import run_connected
from align.cli.report import Mark, excerpt, labelled
from align.cli.stream import opened
from align.cli.visible import visible
from align.engines.library import WorkflowLibrary
from align.engines.workflows import WorkflowChoiceError, workflow_for
from align.gate.decision import Held
from align.operators.settings import open_desk
from align.runner.advance import Advanced, Runner
from align.runner.ports import DispatchError, DispatchRefusedError
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.assembly.settings import GateEnvironment
    from align.cli.report import Line
    from align.engines.workflows import Workflow
    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision

_STYLES = {"passed": "green", "downgraded": "yellow", "held": "red"}


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of a run."""

    settings: GateEnvironment
    database: str | None
    jobs: int
    form: Literal["text", "jsonl"]


def run_one(options: Options, candidate: Candidate) -> int:
    """Take one candidate through the gate."""
    return run_connected(_run(options, iter([_checked(options)(candidate)]), Output()))


def run_file(options: Options, source: str) -> int:
    """Take the candidates of a JSONL file (or `-`) through the gate; a bad line is named, the others go on."""
    bad: list[int] = []
    output = Output()
    with opened(source) as stream, bar(output, stream) as progress:
        lines = read_candidates(stream, name_of(source), bad, progress, _checked(options))
        candidates = (candidate for _, candidate in lines)
        code = run_connected(_run(options, candidates, output))
    return 2 if bad else code


async def _run(options: Options, candidates: Iterator[Candidate], output: Output) -> int:
    held = False
    waiting: set[asyncio.Task[None]] = set()
    # A candidate is at hand or none is: that is depth enough for a leased machine.
    async with assembled(options.settings, options.database, depth=lambda: len(waiting) or 1) as parts:
        runner, mode = parts.runner(), options.settings.align_mode
        if parts.keeper is not None and not await parts.until_ready():
            complain("the leased machine is not ready; going on without it")
        turns = asyncio.Semaphore(options.jobs)

        async def go(candidate: Candidate) -> None:
            nonlocal held
            async with turns:
                advanced = await _advanced(runner, candidate, mode)
            held = held or advanced.status == "held"
            _report(output, candidate.id, advanced, options.form)

        for candidate in candidates:
            waiting.add(asyncio.create_task(go(candidate)))
            if len(waiting) >= 2 * options.jobs:
                done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
                await asyncio.gather(*done)
        await asyncio.gather(*waiting)
    # Here, so that what the last calls of the meter and the lease met with is told as well.
    for problem in parts.problems:
        complain(problem)
    return int(held)


async def _advanced(runner: Runner, candidate: Candidate, mode: Mode) -> Advanced:
    try:
        return await runner.advance_draft(candidate, mode)
    except (DispatchError, DispatchRefusedError, StoreError) as error:
        return Advanced("held", "", cause=f"it passed, and could not be sent: {error}")


def _checked(options: Options) -> Callable[[Candidate], Candidate]:
    """Return what refuses, by `InputError`, a candidate whose workflow this engine cannot run."""
    engine = options.settings.align_engine

    @cache
    def workflows() -> tuple[Workflow, ...]:
        return WorkflowLibrary(open_desk(options.database).engine).current()

    def check(candidate: Candidate) -> Candidate:
        if candidate.workflow is not None:
            try:
                workflow_for(workflows(), engine, candidate)
            except WorkflowChoiceError as error:
                raise InputError(f"workflow: {error}") from None
        return candidate

    return check


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
            yield from labelled(attempt.body, marks, width)
        for reason in decision.outcome.reasons:
            cause = getattr(reason, "cause", None)
            key = getattr(reason, "template_key", None)
            whose = f" ({visible(key)})" if key else ""
            yield ((f"  {reason.tag}{whose}: ", "red"), (visible(cause or reason.suggestion), ""))
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
