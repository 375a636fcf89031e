"""Load on a service over loopback: at a fixed rate, or as much as it takes; and what came of it.

At a fixed rate a request is counted from the moment at which it was due, so that a service that stalls is charged for
every request that had to wait meanwhile, sent or not.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from benchmarks.wire import Wire, failure_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.wire import Answer, Failure

    Make: TypeAlias = Callable[[int], bytes]

_UNUSED_SECONDS: Final = 2.0
"""After so long a connection is not used again: the server closes those that nobody uses."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One request: its number, when it was due (seconds since the beginning), how long it took, and what came."""

    number: int
    due: float
    seconds: float
    found: Answer | Failure

    @property
    def kind(self) -> str:
        """The status, or how it failed."""
        return self.found if isinstance(self.found, str) else str(self.found.status)

    @property
    def is_good(self) -> bool:
        """Whether it was answered with 2xx."""
        return not isinstance(self.found, str) and self.found.status // 100 == 2


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of some requests. Milliseconds and throughput are of those that were answered with 2xx."""

    count: int
    p50: float
    p99: float
    most: float
    per_second: float
    kinds: dict[str, int]

    @classmethod
    def of(cls, samples: Sequence[Sample]) -> Figures:
        """Summarise samples."""
        times = sorted(sample.seconds * 1000 for sample in samples if sample.is_good)
        span = max((sample.due + sample.seconds for sample in samples), default=0.0)
        begun = min((sample.due for sample in samples), default=0.0)
        return cls(
            len(samples),
            _percentile(times, 0.5),
            _percentile(times, 0.99),
            times[-1] if times else math.nan,
            len(times) / (span - begun) if span > begun else 0.0,
            dict(sorted(Counter(sample.kind for sample in samples).items())),
        )

    @property
    def errors(self) -> str:
        """What was not answered with 2xx, by kind."""
        return (
            ", ".join(f"{kind}: {n}" for kind, n in self.kinds.items() if not kind.startswith("2")) or "none"
        )


def _percentile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(math.ceil(len(ordered) * share), len(ordered)) - 1] if ordered else math.nan


class _Wires:
    """Connections that are used again, the last used first."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._free: list[tuple[float, Wire]] = []

    async def ask(self, request: bytes, seconds: float) -> Answer | Failure:
        """Return the answer to a request, or why there is none."""
        wire: Wire | None = None
        try:
            async with asyncio.timeout(seconds):
                wire = self._unused() or await Wire.open(self._port)
                found = await wire.ask(request)
        except (OSError, EOFError) as error:
            if wire is not None:
                wire.close()
            return failure_of(error)
        if found.is_last:
            wire.close()
        else:
            self._free.append((time.monotonic(), wire))
        return found

    def _unused(self) -> Wire | None:
        while self._free:
            used, wire = self._free.pop()
            if time.monotonic() - used < _UNUSED_SECONDS:
                return wire
            wire.close()
        return None

    def close(self) -> None:
        """Close all connections."""
        for _used, wire in self._free:
            wire.close()
        self._free.clear()


async def at_rate(
    port: int, make: Make, rate: float, seconds: float, *, patience: float = 60.0
) -> list[Sample]:
    """Send requests at a fixed rate (a second) for so long, whatever becomes of them; wait for the last answer.

    `make` gives the request with a number, from 0 on. One that has no answer after `patience` seconds is `hung`.
    """
    return await until_told(port, make, rate, lambda passed: passed >= seconds, patience=patience)


async def until_told(
    port: int, make: Make, rate: float, is_over: Callable[[float], bool], *, patience: float = 60.0
) -> list[Sample]:
    """Do what `at_rate` does until, so many seconds after the beginning, it is over."""
    wires, begun = _Wires(port), time.perf_counter()

    async def one(number: int, due: float) -> Sample:
        found = await wires.ask(make(number), patience)
        return Sample(number, due, time.perf_counter() - begun - due, found)

    going: list[asyncio.Task[Sample]] = []
    while not is_over(due := len(going) / rate):
        if (early := due - (time.perf_counter() - begun)) > 0:
            await asyncio.sleep(early)
        going.append(asyncio.create_task(one(len(going), due)))
    samples = await asyncio.gather(*going)
    wires.close()
    return samples


async def at_most(port: int, make: Make, clients: int, seconds: float) -> list[Sample]:
    """Have so many clients ask one request after the other for so long."""
    wires, begun = _Wires(port), time.perf_counter()
    samples: list[Sample] = []

    async def client() -> None:
        while (due := time.perf_counter() - begun) < seconds:
            number = len(samples)
            samples.append(Sample(number, due, 0.0, "hung"))
            found = await wires.ask(make(number), 60.0)
            samples[number] = Sample(number, due, time.perf_counter() - begun - due, found)

    await asyncio.gather(*(client() for _number in range(clients)))
    wires.close()
    return samples
