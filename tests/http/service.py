"""A service for tests: over a real database, asked through ASGI or over a socket."""

from __future__ import annotations

import asyncio
import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx

from align.gate.gate import AlignmentGate, GateParts, GateSettings
from align.gate.receipts import ReceiptBook
from align.http.app import create_app
from align.http.key_ring import KeyRing
from align.http.keys import Grant, KeyStore
from align.http.parts import ServiceParts
from align.http.settings import ServiceSettings
from align.telemetry.opening import Request
from specs.store import Edit, SpecStore, TemplateEdit
from tests.gate.parts import Engine
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fastapi import FastAPI

    from align.audit.store import DecisionStore
    from align.findings import Validation
    from tests.store.conftest import Clock

SECRET = b"k" * 32
EVERY_SCOPE = frozenset(("validate", "align", "read", "receipts", "review", "metrics"))


@dataclass
class Seen:
    """Telemetry that keeps what it is told."""

    requests: list[tuple[str, str, int]] = field(default_factory=list)
    traced: list[dict[str, str]] = field(default_factory=list)
    validations: list[bool] = field(default_factory=list)

    def validated(self, validation: Validation, seconds: float, door: str = "http") -> None:
        """Keep how a check came out."""
        assert seconds >= 0
        assert door == "http"
        self.validations.append(validation.ok)

    @contextmanager
    def request(self, method: str, headers: Mapping[str, str]) -> Iterator[Request]:
        """Keep a request, and the headers that name its trace."""
        told = Request()
        yield told
        self.requests.append((method, told.route, told.status))
        self.traced.append(dict(headers))

    def exposition(self, accept: str = "") -> tuple[bytes, str]:
        """Return something to read."""
        return f"# {accept}\n".encode(), "text/plain; version=1.0.0"


@dataclass
class Service:
    """The parts of a service over one database, with a clock that stands still; applications are made of them."""

    store: SpecStore
    log: DecisionStore
    keys: KeyStore
    clock: Clock
    engine: Any = field(default_factory=Engine)
    judge: Any = None
    seen: Seen = field(default_factory=Seen)

    def add(self, persona: str, **changed: Any) -> None:
        """Store the facts of a persona, and a template."""
        self.store.add_persona(document(persona, **changed), Edit({}, "ana", "first"))
        self.store.set_template(persona, TemplateEdit("opener", "Hi! An hour is 80.", "ana", "first"))

    def key(self, *personas: str, scopes: frozenset[str] = EVERY_SCOPE, name: str | None = None) -> str:
        """Return the token of a new key; without personas it shows all of them."""
        whose = frozenset(personas) if personas else None
        told = name or f"key of {', '.join(personas)} for {', '.join(sorted(scopes))}"
        return self.keys.create(Grant(told, whose, scopes), author="ana")[0]

    def parts(self, **changed: Any) -> ServiceParts:
        """Return the parts."""
        gate = AlignmentGate(
            GateParts(self.store, self.engine, self.log, self.judge),
            settings=GateSettings(deadline_seconds=600.0),
            clock=self.clock,
        )
        made: dict[str, Any] = {
            "specs": self.store,
            "log": self.log,
            "gate": gate,
            "receipts": ReceiptBook(self.store, SECRET, clock=self.clock),
            "keys": KeyRing(self.keys, clock=self.clock, fresh_seconds=0.0),
            "ready": self.store.personas,
            "clock": self.clock,
            "monotonic": lambda: 0.0,
            "telemetry": self.seen,
        }
        return ServiceParts(**{**made, **changed})

    def app(self, settings: dict[str, Any] | None = None, **changed: Any) -> FastAPI:
        """Return an application with these settings, and some of its parts changed."""
        return create_app(self.parts(**changed), ServiceSettings(**(settings or {})))

    def client(
        self, token: str | None = None, settings: dict[str, Any] | None = None, **changed: Any
    ) -> Client:
        """Return a client of an application of its own."""
        return Client(self.app(settings, **changed), token)


@dataclass
class Client:
    """Asks an application without a socket, one request after the other."""

    app: FastAPI
    token: str | None = None

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:
        """Return the answer to a request."""

        async def go() -> httpx.Response:
            headers = {} if self.token is None else {"Authorization": f"Bearer {self.token}"}
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://127.0.0.1:8420", headers=headers
            ) as client:
                return await client.request(method, path, **options)

        return asyncio.run(go())

    def get(self, path: str, **options: Any) -> httpx.Response:
        """Return the answer to a GET."""
        return self.ask("GET", path, **options)

    def post(self, path: str, body: Any, **options: Any) -> httpx.Response:
        """Return the answer to a POST of JSON, in which any text may stand."""
        headers = {"Content-Type": "application/json", **options.pop("headers", {})}
        return self.ask("POST", path, content=json.dumps(body).encode("ascii"), headers=headers, **options)

    def batch(self, content: bytes, path: str = "/v1/validate/batch") -> httpx.Response:
        """Return the answer to a batch."""
        return self.ask("POST", path, content=content, headers={"Content-Type": "application/x-ndjson"})


def problem(response: httpx.Response) -> tuple[int, str]:
    """Return status and kind of a problem, which must be one."""
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == response.status_code
    assert told["title"]
    assert told["detail"]
    return response.status_code, told["type"].removeprefix("urn:align:problem:")


def fields(response: httpx.Response) -> list[str]:
    """Return the fields at fault that a problem names."""
    return [error["field"] for error in response.json()["errors"]]
