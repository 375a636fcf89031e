"""`python -m benchmarks.replay`: rows per second of a replay, by one and two processes and by Ray where it is installed.

Each run is the command line as a process of its own, over the same rows: the drafts of fixtures/demo again and again.
The reports must be equal. `--page docs/scale.md` writes the table into that page; `--quick` measures less.
`.ci/ray -m benchmarks.replay` has Ray.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align.replay import Row, replayed
from benchmarks.corpus import messages
from benchmarks.document import document
from specs import Spec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.corpus import Kind

ROOT: Final = Path(__file__).parents[1]
FEW: Final = 13
"""Rows of a run that measures the start."""
PROJECTED: Final = 100_000_000
NIGHT_HOURS: Final = 8
_BEGIN: Final = "<!-- begin: python -m benchmarks.replay -->\n"
_END: Final = "<!-- end -->\n"
_MOMENT: Final = "2026-11-21T16:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Setting:
    """An engine and how many work at once."""

    engine: str
    workers: int

    @property
    def name(self) -> str:
        """How the table calls it."""
        of = "Ray" if self.engine == "ray" else "this machine"
        return f"{of}, {self.workers} {'worker' if self.workers == 1 else 'workers'}"


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of the clock that several runs took, and what a run of a few rows takes."""

    setting: Setting
    seconds: tuple[float, ...]
    start_seconds: float

    @property
    def median(self) -> float:
        """The median of the runs."""
        return statistics.median(self.seconds)

    def rate(self, rows: int) -> float:
        """Return rows per second, once it is started."""
        return (rows - FEW) / max(self.median - self.start_seconds, 1e-9)


class Bench:
    """The rows, the specs, and runs over them, in a folder of their own."""

    def __init__(self, folder: Path, rows: int) -> None:
        self._drafts = folder / "drafts.jsonl"
        self._few = folder / "few.jsonl"
        self._after = folder / "after"
        drafts = [
            line
            for path in sorted((ROOT / "fixtures/demo").glob("*.jsonl"))
            for line in path.read_text("utf-8").splitlines()
        ]
        _write_lines(self._drafts, (drafts[number % len(drafts)] for number in range(rows)))
        _write_lines(self._few, drafts[:FEW])
        self._after.mkdir()
        for path in (ROOT / "fixtures/demo/personas").glob("*.json"):
            spec = json.loads(path.read_text("utf-8"))
            spec["rates"][0]["amount"] = int(spec["rates"][0]["amount"]) + 5
            (self._after / path.name).write_text(json.dumps(spec), "utf-8")
        self.row_bytes = self._drafts.stat().st_size / rows
        self._reports: set[bytes] = set()

    def timed(self, setting: Setting, rounds: int) -> Timing:
        """Run a setting several times; ends this process when a report differs from the others."""
        seconds = tuple(self._run(setting, self._drafts, keep=True) for _ in range(rounds))
        start = statistics.median(self._run(setting, self._few, keep=False) for _ in range(rounds))
        return Timing(setting, seconds, start)

    def _run(self, setting: Setting, drafts: Path, *, keep: bool) -> float:
        words = ["replay", "--drafts", str(drafts), "--spec", str(ROOT / "fixtures/demo/personas")]
        words += ["--against", str(self._after), "--output", "json"]
        words += ["--engine", setting.engine, "--jobs", str(setting.workers)]
        begun = time.perf_counter()
        done = subprocess.run(  # noqa: S603 - our own words
            [sys.executable, "-c", "from align.cli import main; main()", *words],
            stdout=subprocess.PIPE,
            check=False,
        )
        spent = time.perf_counter() - begun
        if done.returncode != 1:
            raise SystemExit(f"{setting.name}: exit code {done.returncode}")
        if keep:
            self._reports.add(done.stdout)
            if len(self._reports) > 1:
                raise SystemExit(f"{setting.name}: another report")
        return spent


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def rates_by_kind(count: int) -> dict[str, float]:
    """Return rows per second of one processor's own time for drafts that say little, and that say much; all different."""
    before = Spec.from_dict(document())
    after = document()
    after["rates"][0]["amount"] = int(after["rates"][0]["amount"]) + 5
    specs = {before.persona: before}, {before.persona: Spec.from_dict(after)}
    found: dict[str, float] = {}
    kinds: tuple[tuple[str, Kind], ...] = (("say little", "cue-free"), ("say much", "cue-dense"))
    for name, kind in kinds:
        lines = [
            json.dumps({"body": body, "now": _MOMENT}).encode() for body in messages(kind, count, seed=1)
        ]
        rows = [Row("drafts.jsonl", number, line) for number, line in enumerate(lines, 1)]
        replayed(rows[:FEW], *specs)
        begun = time.process_time()
        replayed(rows, *specs)
        found[name] = count / (time.process_time() - begun)
    return found


def block(bench: Bench, timings: list[Timing], rows: int, kinds: dict[str, float]) -> str:
    """Return the part of the page that is measured, and what follows for many drafts."""
    one = timings[0]
    table = "\n".join(
        f"| {timing.setting.name} | {timing.median:.2f} ({min(timing.seconds):.2f} "
        f"to {max(timing.seconds):.2f})"
        f" | {rows / timing.median:,.0f} | {timing.start_seconds:.2f} | {timing.rate(rows):,.0f}"
        f" | {one.median / timing.median:.2f} | {timing.rate(rows) / one.rate(rows):.2f} |"
        for timing in timings
    )
    said = "; ".join(f"that {name}: {rate:,.0f}" for name, rate in kinds.items())
    return f"""\
Measured: {rows:,} rows of JSONL ({bench.row_bytes:.0f} bytes each, the demo's drafts again and again), two specs, all reports
equal; {len(one.seconds)} runs each; Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} processors,
load at the end {os.getloadavg()[0]:.1f}. Seconds are medians (least to most); a start is a run of {FEW} rows.

| | seconds | rows/s, start included | start, seconds | rows/s, once started | ratio of seconds | ratio of rates |
|---|---|---|---|---|---|---|
{table}

Drafts that are all different, one processor's own time, rows/s: {said}.

{_projection(bench, timings, rows, kinds)}"""


def _projection(bench: Bench, timings: list[Timing], rows: int, kinds: dict[str, float]) -> str:
    rate = timings[0].rate(rows)
    kept = {
        timing.setting.engine: timing.rate(rows) / (timing.setting.workers * rate)
        for timing in timings
        if timing.setting.workers > 1
    }
    cases = [("these drafts, each core as fast as one alone", rate)]
    cases += [
        (
            f"these drafts, each core as fast as one of two ({'Ray' if engine == 'ray' else 'here'})",
            rate * share,
        )
        for engine, share in kept.items()
    ]
    cases += [(f"drafts that {name}, each core as fast as one alone", found) for name, found in kinds.items()]
    lines = "\n".join(
        f"| {name} | {found:,.0f} | {PROJECTED / found / 3600:,.0f} "
        f"| {math.ceil(PROJECTED / found / 3600 / NIGHT_HOURS)} |"
        for name, found in cases
    )
    return f"""\
Extrapolated from it to {PROJECTED:,} drafts ({bench.row_bytes * PROJECTED / 1e9:.0f} GB of such JSONL), no more than a division:

| | rows/s a core | core-hours | cores for a night of {NIGHT_HOURS} hours |
|---|---|---|---|
{lines}
"""


def main() -> None:
    """Measure, print, and write the table into the page where one is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--rows", type=int, default=12_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page", type=Path)
    options = parser.parse_args()
    rows, rounds = (600, 1) if options.quick else (options.rows, options.rounds)
    engines = ("local", "ray") if find_spec("ray") else ("local",)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), rows)
        timings = [bench.timed(Setting(engine, workers), rounds) for engine in engines for workers in (1, 2)]
        text = block(bench, timings, rows, rates_by_kind(rows // 6))
    print(text)
    if options.page is not None:
        before, _, rest = options.page.read_text("utf-8").partition(_BEGIN)
        _, _, after = rest.partition(_END)
        options.page.write_text(f"{before}{_BEGIN}{text}{_END}{after}", "utf-8")


if __name__ == "__main__":
    main()
