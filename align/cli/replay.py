"""`align replay`: stored drafts under two specs, counted on this machine or on Ray, and reported."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from align.cli.contrast import contrast
from align.cli.ended import ended_by_signals
from align.cli.options import UNUSABLE
from align.cli.output import Output, bar, complain
from align.cli.pipes import no_signal_of_pipes
from align.cli.visible import visible
from align.replay.cluster import ray_begun
from align.replay.errors import ReplayError
from align.replay.job import Job
from align.replay.local import all_cores, replay_here
from align.replay.on_ray import replay_on_ray
from align.replay.page import page_of
from align.replay.report import Report
from align.replay.sources import find_sources
from align.replay.specs import check_pair, read_specs
from align.replay.state import StateFile
from align.replay.tally import OUTCOMES
from align.replay.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.cli.report import Line
    from align.replay.examples import Example
    from align.replay.tally import Tally

_STYLES = {"newly held": "red", "released": "green", "changed": "yellow"}


@dataclass(frozen=True, slots=True)
class Show:
    """How to report: text or JSON, a page at a path or none, and how many examples of each verdict and rule."""

    form: str
    html: str | None
    examples: int


@dataclass(frozen=True, slots=True)
class Engine:
    """What to count with: this machine or Ray, that at an address or one of its own; how many at once, by default all."""

    name: Literal["local", "ray"]
    address: str | None
    jobs: int | None


def replay_drafts(
    drafts: str, sides: tuple[str, str, str | None], show: Show, engine: Engine, state: str | None
) -> int:
    """Replay and report; `sides` are both specs as options say them, and the store's address.

    Return 2 when a row could not be used, else 1 when something changes, else 0.
    """
    if engine.address is not None and engine.name != "ray":
        raise ReplayError("--ray-address goes with --engine ray")
    a, b = (
        read_specs(said, option, sides[2])
        for said, option in zip(sides[:2], ("--spec", "--against"), strict=True)
    )
    for persona in check_pair(a, b):
        complain(f"'{persona}' has one spec only; its drafts are left out")
    job = Job(a, b, find_sources(drafts))
    if show.html is not None:
        _check_writable(Path(show.html))
    output = Output()
    tally = _replayed(job, engine, state, output)
    report = Report(a, b, tally, show.examples)
    if show.form == "json":
        output.show([((json.dumps(report.to_dict()), ""),)])
    else:
        output.show(list(_lines(report, output.width)))
    if show.html is not None:
        _write(Path(show.html), page_of(report))
    if not tally.drafts:
        complain("no draft was checked")
    return UNUSABLE if tally.refused else int(tally.changes > 0)


def _replayed(job: Job, engine: Engine, state: str | None, output: Output) -> Tally:
    kept = None if state is None else StateFile(Path(state), job.told())
    with (
        _said_how_to_go_on(state),
        no_signal_of_pipes(),
        ended_by_signals() as check_ended,
        bar(output, sum(source.size for source in job.sources)) as progress,
    ):

        def seen(size: int, tally: Tally) -> None:
            for refusal in tally.refusals:
                complain(str(refusal))
            progress.advance(size)
            check_ended()

        if engine.name == "ray":
            with ray_begun(engine.address, engine.jobs or all_cores()):
                return replay_on_ray(job, at_once=engine.jobs, state=kept, seen=seen)
        return replay_here(job, jobs=engine.jobs or all_cores(), state=kept, seen=seen)


@contextmanager
def _said_how_to_go_on(state: str | None) -> Iterator[None]:
    """Say of a replay that somebody stops how it goes on, where it does."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit):
        if state is not None:
            complain(f"stopped; the same command goes on from what is kept in {state}")
        raise


def _lines(report: Report, width: int) -> Iterator[Line]:
    for example in report.examples():
        yield from _example_lines(example, width)
    tally = report.tally
    for verdict, persona, rule, number in report.lines_by_rule():
        yield ((f"{verdict:<11}", _STYLES[verdict]), (f"{number:>8,}  {visible(persona)}  {rule}", ""))
    for persona, counts in report.personas().items():
        told = ", ".join(f"{number:,} {outcome}" for outcome, number in counts.items() if number)
        yield ((f"{visible(persona)}: ", "bold"), (told, ""))
    if tally.other_drafts:
        names = visible(", ".join(sorted(tally.others)))
        left_out = counted(tally.other_drafts, "draft")
        yield ((f"left out: {left_out} of personas without two specs: {names}", ""),)
    if tally.refused:
        yield ((f"{counted(tally.refused, 'row')} could not be used", "bold red"),)
    came_out = ", ".join(f"{tally.count(outcome):,} {outcome}" for outcome in OUTCOMES)
    sides = f"{visible(report.a.name)} to {visible(report.b.name)}"
    yield ((f"{counted(tally.drafts, 'draft')}, {sides}: {came_out}", "bold"),)


def _example_lines(example: Example, width: int) -> Iterator[Line]:
    yield (
        (example.verdict, _STYLES[example.verdict]),
        (f": {visible(example.persona)}, '{visible(example.name)}' ({', '.join(example.rules)})", ""),
        (f"  {visible(example.file)}:{example.row}", "dim"),
    )
    yield from contrast(example.text, example.verdict, example.before, example.after, width)


def _check_writable(page: Path) -> None:
    """Raise `ReplayError` unless a page can be written there, before hours of work and not after."""
    if page.is_dir():
        raise ReplayError(f"--html: {page}: is a folder; name a file")
    _write(page, "", keep=False)


def _write(page: Path, text: str, *, keep: bool = True) -> None:
    """Write the page, whole or not at all; with `keep` false leave nothing behind."""
    scratch = page.with_name(f"{page.name}.tmp")
    try:
        scratch.write_text(text, "utf-8")
        if keep:
            scratch.replace(page)
        else:
            scratch.unlink()
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise ReplayError(f"--html: {page}: cannot be written: {error.strerror}") from None
