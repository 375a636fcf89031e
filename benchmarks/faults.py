"""`python -m benchmarks.faults`: bad days for a real `align serve` and `align work`, and what they kept of their promises.

Writes docs/benchmarks-faults.md with `--markdown`. The exit code is 1 when a promise was broken. About three minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import json
import math
import resource
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from http import HTTPStatus
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align.gate.candidate import Candidate
from align.runner.queue import CandidateQueue
from benchmarks.load import Figures, Sample, at_rate, until_told
from benchmarks.postgres import running_server
from benchmarks.promises import answered, recorded_once
from benchmarks.serving import COMMAND, serving
from benchmarks.wire import Wire, ask_once, failure_of, post
from specs.store import open_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.postgres import Server
    from benchmarks.serving import Tenant

AWAY_SECONDS: Final = 2.0
"""How long the database, or the service, is away."""

_AGAIN_SECONDS: Final = 60.0
_FILES: Final = 8192


@dataclass(frozen=True, slots=True)
class Day:
    """One bad day: what was done, what was seen, and which promises were broken, in words."""

    what: str
    seen: str
    broken: list[str]


@dataclass(frozen=True, slots=True)
class Load:
    """Passes a second, and for how many seconds."""

    rate: float
    seconds: float

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.rate:.3g} passes a second"


def candidates(tenants: list[Tenant], name: str) -> list[bytes]:
    """Return many passes to ask for, each with an id of its own."""
    made = []
    for number in range(20_000):
        tenant = tenants[number % len(tenants)]
        candidate = {
            "id": f"{name}{number}",
            "persona": tenant.persona,
            "body": f"Hi! An hour is ${tenant.hour}.",
        }
        made.append(post("/v1/align", candidate, tenant.token))
    return made


@dataclass(frozen=True, slots=True)
class _Loaded:
    """Passes that were asked for before, while and after something was away; seconds since the beginning."""

    samples: list[Sample]
    back: float
    is_back: bool
    """Whether a pass was made at last after all was back."""

    @property
    def seen(self) -> str:
        """What came of them, and how it went on afterwards."""
        after = [sample for sample in self.samples if sample.due >= self.back]
        again = min((s.due + s.seconds - self.back for s in after if s.is_good), default=math.nan)
        last = Figures.of([sample for sample in after if sample.due >= self.back + again + 1.0])
        return (
            f"{len(self.samples)} passes: {_kinds(self.samples)}; the first one {again:.1f} s after it was "
            "back, "
            f"and a second later p50 {last.p50:.0f} ms, p99 {last.p99:.0f} ms"
        )

    @property
    def broken(self) -> list[str]:
        """Whether it came back to its work."""
        return [] if self.is_back else ["it does not serve after all is back"]


async def _loaded(
    port: int, passes: list[bytes], load: Load, bad: tuple[Callable[[], object], Callable[[], object]]
) -> _Loaded:
    """Ask for passes; meanwhile do one thing, and the other a while later, and go on as long as before."""
    over = asyncio.Event()
    begun = time.perf_counter()
    going = asyncio.create_task(
        until_told(port, passes.__getitem__, load.rate, lambda _seconds: over.is_set())
    )
    await asyncio.sleep(load.seconds / 2)
    await asyncio.to_thread(bad[0])
    await asyncio.sleep(AWAY_SECONDS)
    await asyncio.to_thread(bad[1])
    back = time.perf_counter() - begun
    await asyncio.sleep(load.seconds / 2)
    over.set()
    samples = await going
    return _Loaded(samples, back, samples[-1].is_good or await _serves(port, passes[-1]))


async def _serves(port: int, request: bytes) -> bool:
    """Tell whether a pass is made within a minute; how soon is seen, and not promised."""
    end = time.monotonic() + _AGAIN_SECONDS
    while time.monotonic() < end:
        answer = await ask_once(port, request)
        if not isinstance(answer, str) and answer.status == HTTPStatus.OK:
            return True
        await asyncio.sleep(0.2)
    return False


def _kinds(samples: list[Sample]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in Figures.of(samples).kinds.items())


def database_killed(server: Server, url: str, load: Load) -> Day:
    """Kill PostgreSQL under load, and start it again."""
    with serving(url, 5) as (process, tenants):
        found = asyncio.run(
            _loaded(process.port, candidates(tenants, "p"), load, (server.kill, server.start))
        )
        broken = [*answered(found.samples), *recorded_once(url, found.samples), *found.broken]
        return Day(f"PostgreSQL killed under {load}, and started again", found.seen, broken)


def database_hangs(server: Server, url: str, load: Load) -> Day:
    """Freeze PostgreSQL under load: its sockets stay open, and nobody answers. Checks go on."""
    with serving(url, 5) as (process, tenants):

        def check(number: int) -> bytes:
            tenant = tenants[number % len(tenants)]
            return post("/v1/validate", {"persona": tenant.persona, "body": "Hi!"}, tenant.token)

        async def go() -> tuple[list[Sample], list[Sample]]:
            passes = candidates(tenants, "h")
            await at_rate(process.port, check, 20.0, 1.0)  # what was read before is what goes on
            with server.hanging():
                found = await asyncio.gather(
                    at_rate(process.port, check, load.rate, load.seconds),
                    at_rate(process.port, passes.__getitem__, load.rate, load.seconds, patience=180.0),
                )
            return found[0], found[1]

        checks, aligned = asyncio.run(go())
        broken = [*answered(checks), *answered(aligned), *recorded_once(url, aligned)]
        last = Figures.of([sample for sample in checks if sample.due > load.seconds / 2])
        if not last.kinds.get("200"):
            broken.append("no check was answered while the database hung")
        seen = (
            f"{len(checks)} checks: {_kinds(checks)}, in the second half p50 {last.p50:.0f} ms, "
            f"p99 {last.p99:.0f} ms; "
            f"{len(aligned)} passes: {_kinds(aligned)}"
        )
        return Day(f"PostgreSQL frozen for {load.seconds:g} s under {load} and as many checks", seen, broken)


def _named(url: str | None) -> str:
    return "SQLite" if url is None else "PostgreSQL"


def service_killed(url: str | None, load: Load) -> Day:
    """Kill the service under load, and start it again."""
    with serving(url, 5) as (process, tenants):
        found = asyncio.run(
            _loaded(process.port, candidates(tenants, "s"), load, (process.kill, process.start))
        )
        broken = [*recorded_once(process.url, found.samples), *found.broken]
        return Day(
            f"`align serve` over {_named(url)} killed under {load}, and started again", found.seen, broken
        )


def work_killed(url: str | None, count: int, kills: int) -> Day:
    """Kill `align work` with a queue before it, some times; the last one takes over what the others had."""
    with serving(url, 1) as (process, (tenant,)):
        engine = open_engine(process.url)
        queue, outbox = CandidateQueue(engine), process.folder / "outbox.jsonl"
        queue.add(Candidate(f"c{n}", tenant.persona, f"Hi! An hour is ${tenant.hour}.") for n in range(count))
        command = [
            *COMMAND,
            "work",
            "--mode",
            "GO",
            "--database",
            process.url,
            "--outbox",
            str(outbox),
            "--quiet",
        ]
        for killed in range(kills):
            worker = subprocess.Popen(command, cwd=process.folder)  # noqa: S603 - our own program
            while queue.counts().get("dispatched", 0) < (killed + 1) * count // (kills + 2):
                time.sleep(0.01)
            worker.kill()
            worker.wait()
        subprocess.run([*command, "--until-empty"], cwd=process.folder, check=True)  # noqa: S603 - our own program
        begun = time.monotonic()
        while queue.counts() != {"dispatched": count} and time.monotonic() - begun < 90:
            # What a killed one had is taken over when its lease is over.
            subprocess.run([*command, "--until-empty"], cwd=process.folder, check=True)  # noqa: S603 - our own program
            time.sleep(1.0)
        sent = Counter(json.loads(line)["candidate_id"] for line in outbox.read_bytes().splitlines())
        broken = [f"c{n} was sent {sent[f'c{n}']} times" for n in range(count) if sent[f"c{n}"] != 1]
        seen = f"{count} messages: {queue.counts()}; {sum(sent.values())} sent"
        engine.dispose()
        return Day(f"`align work` killed {kills} times with a queue before it", seen, broken)


async def _one_of_many(
    port: int, number: int, requests: list[bytes], everybody: asyncio.Barrier
) -> list[Sample]:
    """Be the client with this number: connect, wait until all are connected, and ask one request after the other."""
    found: list[Sample] = []
    wire = await Wire.open(port)
    await everybody.wait()
    for request in requests:
        begun = time.perf_counter()
        try:
            async with asyncio.timeout(120.0):
                answer = await wire.ask(request)
        except (OSError, EOFError) as error:
            found.append(Sample(number, 0.0, time.perf_counter() - begun, failure_of(error)))
            break
        found.append(Sample(number, 0.0, time.perf_counter() - begun, answer))
    wire.close()
    return found


def _requests_of(tenants: list[Tenant], clients: int, each: int) -> list[list[bytes]]:
    """Return what each client asks: one in four has passes, the others checks."""
    drafts = [
        post("/v1/validate", {"persona": t.persona, "body": f"An hour is ${t.hour}."}, t.token)
        for t in tenants
    ]
    passes = candidates(tenants, "m")
    return [
        passes[n * each : (n + 1) * each] if n % 4 == 0 else [drafts[n % len(drafts)]] * each
        for n in range(clients)
    ]


def crowd(url: str | None, clients: int, each: int) -> Day:
    """Have many clients at once, each with some requests over a connection of its own."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(_FILES, hard), hard))
    with serving(url, 5) as (process, tenants):
        asked = _requests_of(tenants, clients, each)

        async def go() -> list[Sample]:
            everybody = asyncio.Barrier(clients)
            going = (_one_of_many(process.port, n, requests, everybody) for n, requests in enumerate(asked))
            return list(chain.from_iterable(await asyncio.gather(*going)))

        before = process.megabytes()
        samples = asyncio.run(go())
        passed = [
            s for s in samples if s.is_good and not isinstance(s.found, str) and b'"decision"' in s.found.body
        ]
        broken = [*answered(samples), *recorded_once(process.url, passed)]
        if not process.is_alive:
            broken.append("it died")
        seen = (
            f"{len(samples)} requests: {_kinds(samples)}; of what was done "
            f"p99 {Figures.of(samples).p99 / 1000:.1f} s; "
            f"memory {before:.0f} MB before, {process.most_megabytes():.0f} MB at the most"
        )
        return Day(f"{clients} clients at once over {_named(url)}, {each} requests each", seen, broken)


def page(days: list[Day]) -> str:
    """Return what was seen as a page."""
    rows = "\n".join(f"| {day.what} | {day.seen} | {'; '.join(day.broken[:3]) or 'none'} |" for day in days)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    return f"""\
# Bad days

Generated by `python -m benchmarks.faults --markdown`, do not edit. {today}; service, database and clients on one machine.

| what was done | what was seen | promises broken |
|---|---|---|
{rows}
"""


def main() -> None:
    """Have every bad day, print, and write the page where one is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rate", type=float, default=30.0, help="passes a second")
    parser.add_argument("--seconds", type=float, default=15.0, help="for each load")
    parser.add_argument("--clients", type=int, default=2000)
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    with running_server() as server:

        def database(name: str) -> str:
            server.command(f"CREATE DATABASE {name}")
            return server.address(name)

        load, small = Load(options.rate, options.seconds), Load(options.rate / 3, options.seconds)
        days = [
            database_killed(server, database("killed"), load),
            database_hangs(server, database("hangs"), small),
            service_killed(database("served"), load),
            service_killed(None, load),
            work_killed(database("worked"), 300, 3),
            crowd(database("crowd"), options.clients, 3),
            crowd(None, options.clients, 3),
        ]
    text = page(days)
    print(text)
    if options.markdown is not None:
        options.markdown.write_text(text, "utf-8")
    if any(day.broken for day in days):
        sys.exit(1)


if __name__ == "__main__":
    main()
