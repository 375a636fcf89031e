"""What the service is made of, as it is put together once and shared by all requests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Protocol

from fastapi import Depends, Request

from align.audit.store import DecisionStore
from align.findings import Validation
from align.http.key_ring import KeyRing
from align.http.settings import ServiceSettings
from align.http.traffic import Traffic
from align.runner.ports import Gate, Receipts
from align.telemetry.opening import Request as ToldRequest
from specs.store.store import SpecStore

if TYPE_CHECKING:
    import datetime as dt


class Telemetry(Protocol):
    """Where the service tells what happened; every call returns at once, but for `exposition`."""

    def validated(self, validation: Validation, seconds: float, door: str = "http") -> None:
        """Take in a check that was asked for without a pass."""
        ...

    def request(self, method: str, headers: Mapping[str, str]) -> AbstractContextManager[ToldRequest]:
        """Hold a request from its beginning to its end, in its task; `headers` name the trace that it belongs to."""
        ...

    def exposition(self, accept: str = "") -> tuple[bytes, str]:
        """Return the figures and their content type, in the form that an `Accept` header asks for; may block."""
        ...


class NoTelemetry:
    """Takes in everything, and has no figures."""

    def validated(self, validation: Validation, seconds: float, door: str = "http") -> None:
        """Take in a check."""

    def request(self, method: str, headers: Mapping[str, str]) -> AbstractContextManager[ToldRequest]:
        """Hold a request."""
        del method, headers
        return nullcontext(ToldRequest())

    def exposition(self, accept: str = "") -> tuple[bytes, str]:
        """Return no figures."""
        del accept
        return b"", "text/plain; version=0.0.4; charset=utf-8"


@dataclass(frozen=True, slots=True)
class ServiceParts:
    """What every request may use. `ready` raises `StoreError` unless the database is there and up to date; it blocks.

    `clock` gives the present moment, aware; `monotonic` seconds.
    """

    specs: SpecStore
    log: DecisionStore
    gate: Gate
    receipts: Receipts
    keys: KeyRing
    ready: Callable[[], object]
    clock: Callable[[], dt.datetime]
    monotonic: Callable[[], float]
    telemetry: Telemetry = field(default_factory=NoTelemetry)


@dataclass(frozen=True, slots=True)
class Service:
    """The parts with the settings, and the traffic of one process; `app.state.service` of the application.

    `checks` are the threads for long drafts: apart from those that ask the database, which must never wait for one.
    `quick` are those that ask for keys and specs, which each request needs: apart from those that record and search, all
    of which wait long for a database that hangs.
    """

    parts: ServiceParts
    settings: ServiceSettings
    traffic: Traffic
    checks: Executor
    quick: Executor


def service_of(request: Request) -> Service:
    """Return the service that a request came to."""
    service: Service = request.app.state.service
    return service


Serving = Annotated[Service, Depends(service_of)]
