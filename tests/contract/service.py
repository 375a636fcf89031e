"""A real `align serve` with something in it: a SQLite store, two two personas and keys."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.http.keys import SCOPES, Grant, KeyStore
from align.operators.checks import gate_checks
from specs.store import Edit, SpecStore, TemplateEdit, open_engine
from specs.store.migrate import Migrations
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND: Final = (sys.executable, "-c", "from align.cli import main; main()", "serve", "--port", "0")
_LOUD: Final = re.compile(r"crashed|Traceback|Exception")
_LAST_SECONDS: Final = 60


class ServiceError(Exception):
    """The service did not begin, did not end well, or its log tells of a crash."""


@dataclass(frozen=True, slots=True)
class Running:
    """A service that answers, the token of a key with every scope, and one token for each scope alone."""

    url: str
    token: str
    tokens: dict[str, str]


@contextmanager
def serving(folder: Path) -> Iterator[Running]:
    """Serve from a folder until the end; raises `ServiceError` when the log then tells of a crash."""
    token, tokens = _stock(folder)
    log = folder / "log.jsonl"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ALIGN_")}
    with log.open("w", encoding="utf-8") as told:
        process = subprocess.Popen(
            COMMAND, cwd=folder, env={**environment, "ALIGN_RECEIPT_KEY": "k" * 32}, stderr=told
        )
        try:
            yield Running(_url(process, log), token, tokens)
        finally:
            process.send_signal(signal.SIGTERM)
            code = process.wait(_LAST_SECONDS)
    loud = [line for line in log.read_text("utf-8").splitlines() if _LOUD.search(line)]
    if code or loud:
        raise ServiceError(f"the service ended with {code}; its log: {loud[:5]}")


def _stock(folder: Path) -> tuple[str, dict[str, str]]:
    """Make the database, its personas and its keys."""
    engine = open_engine(f"sqlite:///{folder / 'align.db'}")
    Migrations(engine, folder / "facts", gate_checks()).upgrade()
    store = SpecStore(engine, checks=gate_checks())
    for persona in ("leo", "marlow"):
        store.add_persona(document(persona), Edit({}, "ana", "first"))
        store.set_template(persona, TemplateEdit("opener", "Hi! An hour is 80.", "ana", "first"))
    keys = KeyStore(engine)
    token, _key = keys.create(Grant("all", None, frozenset(SCOPES)), author="ana")
    tokens: dict[str, str] = {
        scope: keys.create(Grant(scope, None, frozenset((scope,))), author="ana")[0]
        for scope in sorted(SCOPES)
    }
    store.close()
    return token, tokens


def _url(process: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until the service says where it listens."""
    while process.poll() is None:
        found = re.search(r"serving on (\S+?)(;|\n)", log.read_text("utf-8"))
        if found is not None:
            return found[1]
    raise ServiceError(f"the service did not begin: {log.read_text('utf-8')[-500:]}")
