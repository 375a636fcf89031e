"""Timing one call at a time, and what an import costs."""

from __future__ import annotations

import json
import math
import statistics
import subprocess
import sys
from dataclasses import dataclass
from time import perf_counter_ns
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HEAVY: Final[tuple[str, ...]] = (
    *("aiohttp", "asyncio", "django", "fastapi", "flask", "http", "httpx", "requests", "socket", "ssl"),
    *("starlette", "urllib.request", "urllib3", "uvicorn", "websockets"),
    *("sqlalchemy", "sqlite3"),
    *("multiprocessing", "rich", "typer"),
)
"""Modules that importing `align` must not pull in: web, SQL, HTTP, and the terminal's."""

_IMPORT: Final = """\
import json, sys, time
begun = time.perf_counter()
exec(sys.argv[1])
spent = time.perf_counter() - begun
print(json.dumps([spent * 1000, sorted(sys.modules)]))
"""


@dataclass(frozen=True, slots=True)
class Spread:
    """Median and 99th percentile of some timings, in microseconds a call."""

    median: float
    p99: float

    @classmethod
    def of(cls, nanoseconds: Iterable[float]) -> Spread:
        """Summarise timings given in nanoseconds."""
        ordered = sorted(nanoseconds)
        last = ordered[min(math.ceil(len(ordered) * 0.99), len(ordered)) - 1]
        return cls(statistics.median(ordered) / 1000, last / 1000)


def cold(check: Callable[[str], object], bodies: Iterable[str]) -> Spread:
    """Time one call a body; give bodies that `check` has not seen."""
    return Spread.of([_once(check, body) for body in bodies])


def warm(check: Callable[[str], object], bodies: list[str], rounds: int = 7) -> Spread:
    """Time several rounds over the same bodies; a body counts with its median round."""
    timings = [[_once(check, body) for body in bodies] for _ in range(rounds + 1)][1:]
    return Spread.of([statistics.median(times) for times in zip(*timings, strict=True)])


def fastest(check: Callable[[str], object], body: str, rounds: int) -> float:
    """Return the shortest of several calls, in microseconds."""
    return min(_once(check, body) for _ in range(rounds)) / 1000


def importing(statement: str, rounds: int = 9) -> tuple[float, list[str]]:
    """Return the median milliseconds of an import in a fresh process, and the heavy modules in it."""
    results = [_import_once(statement) for _ in range(rounds)]
    modules = results[0][1]
    heavy = [name for name in HEAVY if name in modules]
    return statistics.median(spent for spent, _ in results), heavy


def _import_once(statement: str) -> tuple[float, list[str]]:
    arguments = [sys.executable, "-c", _IMPORT, statement]
    done = subprocess.run(arguments, capture_output=True, check=True, text=True)  # noqa: S603 - our own words
    spent, modules = json.loads(done.stdout)
    return float(spent), list(modules)


def _once(check: Callable[[str], object], body: str) -> int:
    begun = perf_counter_ns()
    check(body)
    return perf_counter_ns() - begun
