"""What is read when somebody asks for the figures: breakers, turns, the queue, the lease, late judgements."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from sqlalchemy import func, select

from align.audit.queries import LATE
from align.harness.breaker import State
from align.harness.cost_report import machines
from align.harness.harness import Route
from align.harness.lease.state import Phase
from align.telemetry.extras import extra
from specs.store.engine import reading
from specs.store.moments import utc_now

with extra("serve", "figures for Prometheus"):
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
    from prometheus_client.registry import Collector

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from prometheus_client import Metric
    from sqlalchemy import Engine

    from align.harness.harness import Harness
    from align.harness.lease.state import Lease

QUEUE_STATUSES: Final = ("queued", "taken", "sending", "pending_review", "dispatched", "held", "failed")

MAX_SOURCES: Final = 16
"""Each may need a thread: one that hangs must not keep the others."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read figures from; `read` is called in a thread and may raise anything."""

    name: str
    read: Callable[[], Iterable[Metric]]


class SourceCollector(Collector):
    """Reads all sources at once, each for at most so many seconds; one that is still at it is not asked again meanwhile."""

    def __init__(self, seconds: float) -> None:
        self._sources: tuple[Source, ...] = ()
        self._seconds = seconds
        self._threads = ThreadPoolExecutor(MAX_SOURCES, "align-figures")
        self._lock = threading.Lock()
        self._under_way: dict[str, Future[tuple[Metric, ...]]] = {}

    def add(self, sources: Iterable[Source]) -> None:
        """Read these as well; raises `ValueError` for one that is read already, or more than `MAX_SOURCES`."""
        added = (*self._sources, *sources)
        if len({source.name for source in added}) < len(added) or len(added) > MAX_SOURCES:
            raise ValueError(f"sources have names of their own, and are at most {MAX_SOURCES}")
        self._sources = added

    def collect(self) -> Iterator[Metric]:
        """Yield what the sources gave, and which of them did."""
        asked = {source.name: self._asked(source) for source in self._sources}
        wait(asked.values(), self._seconds)
        up = GaugeMetricFamily("align_source_up", "Whether a source could be read.", labels=["source"])
        for name, future in asked.items():
            is_up = future.done() and not future.cancelled() and future.exception() is None
            up.add_metric([name], float(is_up))
            if is_up:
                yield from future.result()
        yield up

    def close(self) -> None:
        """Ask nobody any more; does not wait for those that are still at it."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _asked(self, source: Source) -> Future[tuple[Metric, ...]]:
        with self._lock:
            before = self._under_way.get(source.name)
            if before is not None and not before.done():
                return before
            self._under_way[source.name] = self._threads.submit(lambda: tuple(source.read()))
            return self._under_way[source.name]


def model_servers(harness: Harness) -> Source:
    """Return the breakers of a harness, and who has or waits for a turn, by what the server is for."""

    def read() -> Iterator[Metric]:
        state = GaugeMetricFamily(
            "align_breaker_state", "1 for the state of a server's breaker.", labels=["server", "state"]
        )
        turns = GaugeMetricFamily(
            "align_model_turns", "Calls that have their turn, or wait for it.", labels=["server", "state"]
        )
        for role, route in harness.routes.items():
            if isinstance(route, Route):
                now = route.server.breaker.state
                for name in get_args(State):
                    state.add_metric([role, name], float(name == now))
                turns.add_metric([role, "running"], route.server.queue.running)
                turns.add_metric([role, "waiting"], route.server.queue.waiting)
        yield state
        yield turns

    return Source("model_servers", read)


def queue(counts: Callable[[], dict[str, int]]) -> Source:
    """Return the depth of the queue by status; `counts` is `CandidateQueue.counts`."""

    def read() -> Iterator[Metric]:
        depth = GaugeMetricFamily("align_queue_candidates", "Candidates by status.", labels=["status"])
        found = counts()
        for status in QUEUE_STATUSES:
            depth.add_metric([status], found.get(status, 0))
        yield depth

    return Source("queue", read)


def lease(read_lease: Callable[[], Lease], clock: Callable[[], dt.datetime] = utc_now) -> Source:
    """Return the phase of a lease and for how long it has lasted; `read_lease` is `LeaseStore.read`."""

    def read() -> Iterator[Metric]:
        stands = read_lease()
        phase = GaugeMetricFamily("align_lease_phase", "1 for the phase of the lease.", labels=["phase"])
        for name in get_args(Phase):
            phase.add_metric([name], float(name == stands.phase))
        yield phase
        seconds = max(0.0, (clock() - stands.since).total_seconds())
        yield GaugeMetricFamily("align_lease_phase_seconds", "Seconds since the phase began.", seconds)
        yield GaugeMetricFamily("align_lease_failures", "Tries in a row that failed.", stands.failures)

    return Source("lease", read)


def leased_machines(engine: Engine, clock: Callable[[], dt.datetime] = utc_now) -> Source:
    """Return how many machines each lease has had, and for how many seconds."""

    def read() -> Iterator[Metric]:
        seconds = CounterMetricFamily(
            "align_lease_machine_seconds", "Seconds that machines were there.", labels=["lease"]
        )
        number = CounterMetricFamily(
            "align_lease_machines", "Machines that were asked for.", labels=["lease"]
        )
        for line in machines(engine, now=clock()):
            seconds.add_metric([line.lease], line.seconds)
            number.add_metric([line.lease], line.machines)
        yield seconds
        yield number

    return Source("leased_machines", read)


def late_judgements(engine: Engine) -> Source:
    """Return how many decisions were judged late, and how many of them raised to the operator."""

    def read() -> Iterator[Metric]:
        query = select(LATE.c.is_bad, func.count()).group_by(LATE.c.is_bad)
        with reading(engine) as connection:
            found = {bool(row[0]): row[1] for row in connection.execute(query)}
        late = CounterMetricFamily("align_late_judgements", "Late judgements.", labels=["outcome"])
        late.add_metric(["clean"], found.get(False, 0))
        late.add_metric(["raised"], found.get(True, 0))
        yield late

    return Source("late_judgements", read)
