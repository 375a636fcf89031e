"""Two processes of the service on one PostgreSQL, as behind a proxy: what one of them says holds at the other."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from align.http.keys import KeyStore
from align.operators.checks import gate_checks
from benchmarks.postgres import running_server
from benchmarks.serving import ServeProcess, Tenant, serving
from specs.store import Edit, SpecStore, open_engine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Two:
    """Two processes, the database below them, and who may ask."""

    first: ServeProcess
    second: ServeProcess
    tenant: Tenant
    engine: Engine

    def ask(self, process: ServeProcess, path: str, body: object) -> httpx.Response:
        """Ask one of the processes."""
        headers = {"Authorization": f"Bearer {self.tenant.token}"}
        return httpx.post(f"http://127.0.0.1:{process.port}{path}", json=body, headers=headers, timeout=60)

    def passed(self) -> dict[str, Any]:
        """Have the first process clear a body."""
        words = f"Hi! An hour is ${self.tenant.hour}."
        candidate = {"id": "c", "persona": self.tenant.persona, "body": words}
        found: dict[str, Any] = self.ask(self.first, "/v1/align", candidate).json()
        assert found["status"] == "cleared", found
        return found

    def checked(self, process: ServeProcess, passed: dict[str, Any]) -> dict[str, Any]:
        """Ask a process whether a body may be sent."""
        receipt = {"receipt": passed["receipt"], "body": passed["body"]}
        found: dict[str, Any] = self.ask(process, "/v1/receipts/check", receipt).json()
        return found

    def is_refused(self, process: ServeProcess, passed: dict[str, Any]) -> bool:
        """Tell whether a process says that a body may not be sent."""
        return not self.checked(process, passed)["is_covered"]

    def is_locked_out(self, process: ServeProcess) -> bool:
        """Tell whether the key opens nothing any more."""
        return self.ask(process, "/v1/validate", {}).status_code == 401


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    """Two processes with one key for receipts."""
    with running_server(durable=False) as server:
        server.command("CREATE DATABASE two")
        with serving(server.address("two"), 1) as (first, (tenant,)):
            second = ServeProcess(first.url, tmp_path)
            engine = open_engine(first.url)
            try:
                second.start()
                yield Two(first, second, tenant, engine)
            finally:
                second.kill()
                engine.dispose()


def test_what_one_process_says_holds_at_the_other(two: Two) -> None:
    passed = two.passed()
    for process in (two.first, two.second):
        assert two.checked(process, passed) == {"is_covered": True, "refusal": None}
    other = {**passed, "body": passed["body"] + " Or $90."}
    assert two.is_refused(two.second, other)
    id_ = passed["decision"]["id"]
    headers = {"Authorization": f"Bearer {two.tenant.token}"}
    address = f"http://127.0.0.1:{two.second.port}/v1/decisions/{id_}"
    read = httpx.get(address, headers=headers, timeout=60)
    assert read.json()["id"] == id_

    store = SpecStore(two.engine, checks=gate_checks())
    rates = [{"minutes": 60, "amount": two.tenant.hour + 1}]
    store.revise(two.tenant.persona, Edit({"rates": rates}, "ana", "dearer"))
    for process in (two.first, two.second):
        until(partial(two.is_refused, process, passed))

    KeyStore(two.engine).revoke(two.tenant.persona, author="ana")
    for process in (two.first, two.second):
        until(partial(two.is_locked_out, process))
    assert two.second.end() == 0
    assert two.first.end() == 0


def until(condition: Callable[[], bool]) -> None:
    """Wait until it holds, which it must at last."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)
