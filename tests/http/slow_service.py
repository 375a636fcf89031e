"""A service whose engine says that it was asked by a file, and answers when another one is there. A process."""

from __future__ import annotations

import asyncio
import datetime as dt
import sys
import time
from pathlib import Path

from align.audit.store import DecisionStore
from align.gate.gate import AlignmentGate, GateParts
from align.gate.receipts import ReceiptBook
from align.http.app import create_app
from align.http.key_ring import KeyRing
from align.http.keys import KeyStore
from align.http.parts import ServiceParts
from align.http.serving import open_socket, serve
from align.http.settings import ServiceSettings
from align.operators.checks import gate_checks
from specs.store import Edit, SpecStore, open_engine
from specs.store.migrate import Migrations
from tests.gate.parts import Engine
from tests.store.documents import document

FACTS = Path("facts").absolute()


def _is_let() -> bool:
    Path("asked").touch()
    return Path("let").exists()


async def _let() -> None:
    while not _is_let():  # noqa: ASYNC110 - another process makes the file
        await asyncio.sleep(0.01)


async def main() -> None:
    """Serve until a signal comes."""
    engine = open_engine("sqlite:///align.db")
    Migrations(engine, FACTS, gate_checks()).upgrade()
    store, log = SpecStore(engine, checks=gate_checks()), DecisionStore(engine)
    store.add_persona(document(), Edit({}, "ana", "first"))
    parts = ServiceParts(
        specs=store,
        log=log,
        gate=AlignmentGate(GateParts(store, Engine(["Hi!"], wait=_let), log)),
        receipts=ReceiptBook(store, b"k" * 32),
        keys=KeyRing(KeyStore(engine)),
        ready=store.personas,
        clock=lambda: dt.datetime.now(dt.UTC),
        monotonic=time.monotonic,
    )
    with open_socket("127.0.0.1", 0) as listening:
        sys.stderr.write(f"serving on http://127.0.0.1:{listening.getsockname()[1]}\n")
        sys.stderr.flush()
        await serve(create_app(parts, ServiceSettings()), listening)


if __name__ == "__main__":
    asyncio.run(main())
