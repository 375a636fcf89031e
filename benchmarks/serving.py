"""A real `align serve` in a process of its own, with personas and their keys: for measuring, and for faults."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align.http.keys import SCOPES, Grant, KeyStore
from align.operators.checks import gate_checks
from benchmarks.document import document
from benchmarks.ports import kept_port
from specs.store import Edit, SpecStore, TemplateEdit, open_engine
from specs.store.migrate import Migrations

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND: Final = (sys.executable, "-c", "from align.cli import main; main()")
_LISTENING: Final = re.compile(r"serving on http://127\.0\.0\.1:(\d+)")
_END_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Tenant:
    """A persona with a key that shows nobody else; `mark` stands in all that is its own."""

    persona: str
    token: str
    hour: int

    @property
    def mark(self) -> str:
        """A word that no other persona has."""
        return mark_of(self.persona)


def mark_of(persona: str) -> str:
    """Return the word of a persona."""
    return f"zq{persona.rpartition('-')[2]}qz"


MARKS: Final = re.compile(rb"zq(\d+)qz")
"""Finds the words of personas in an answer."""


def settle(url: str, folder: Path, personas: int) -> list[Tenant]:
    """Make the tables, and so many personas, each with facts, a template and a key of its own."""
    engine = open_engine(url)
    try:
        Migrations(engine, folder / "facts", gate_checks()).upgrade()
        store, keys = SpecStore(engine, checks=gate_checks()), KeyStore(engine)
        return [_tenant(store, keys, number) for number in range(personas)]
    finally:
        engine.dispose()


def _tenant(store: SpecStore, keys: KeyStore, number: int) -> Tenant:
    persona, hour = f"persona-{number:04}", 101 + number
    facts = document(25)
    facts.update(
        persona=persona,
        rates=[{"minutes": 60, "amount": hour}],
        never_offer=[*facts["never_offer"], f"{mark_of(persona)} wrap"],
    )
    del facts["mission"]
    store.add_persona(facts, Edit({}, "ana", "first"))
    words = f"Hi! An hour is ${hour}. {mark_of(persona)}"
    store.set_template(persona, TemplateEdit("opener", words, "ana", "first"))
    token, _key = keys.create(Grant(persona, frozenset((persona,)), frozenset(SCOPES)), author="ana")
    return Tenant(persona, token, hour)


@dataclass
class ServeProcess:
    """`align serve` over a database, in a folder; `variables` are its settings. It can be killed, and started again."""

    url: str
    folder: Path
    variables: dict[str, str] = field(default_factory=dict)
    port: int = 0
    descriptors: int | None = None
    """The soft limit of open files that it starts with; without it that of this process."""
    _popen: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it, at the port that it had before; returns when it listens."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ALIGN_")}
        environment |= {"ALIGN_RECEIPT_KEY": "k" * 32, **self.variables}
        command = [*COMMAND, "serve", "--port", str(self.port), "--database", self.url]
        if self.descriptors is not None:
            command = ["prlimit", f"--nofile={self.descriptors}:{self.descriptors}", *command]
        said = self.folder / "service.log"
        begun = said.stat().st_size if said.exists() else 0
        with said.open("a", encoding="utf-8") as log:
            self._popen = subprocess.Popen(command, cwd=self.folder, env=environment, stderr=log, text=True)  # noqa: S603 - our own program
        end = time.monotonic() + _END_SECONDS
        while (found := _LISTENING.search(said.read_text("utf-8")[begun:])) is None:
            if self._popen.poll() is not None or time.monotonic() > end:
                raise RuntimeError(said.read_text("utf-8")[begun:])
            time.sleep(0.02)
        self.port = int(found[1])

    @property
    def is_alive(self) -> bool:
        """Whether the process is there."""
        return self._popen is not None and self._popen.poll() is None

    @property
    def log(self) -> str:
        """What it said, from its first start on."""
        return (self.folder / "service.log").read_text("utf-8")

    def megabytes(self) -> float:
        """Return the memory that it holds at present."""
        return self._status("VmRSS")

    def most_megabytes(self) -> float:
        """Return the memory that it held at the most."""
        return self._status("VmHWM")

    def _status(self, name: str) -> float:
        status = Path(f"/proc/{self._pid}/status").read_text("ascii")
        found = re.search(rf"^{name}:\s+(\d+) kB", status, re.MULTILINE)
        if found is None:
            raise ProcessLookupError
        return int(found[1]) / 1024

    def open_files(self) -> int:
        """Return how many files and connections it has open."""
        return sum(1 for _file in Path(f"/proc/{self._pid}/fd").iterdir())

    def kill(self) -> None:
        """Kill it, truly; returns when it is gone."""
        self._end(signal.SIGKILL)

    def end(self) -> int:
        """Ask it to end, and return its exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, number: int) -> int:
        if self._popen is None:
            return 0
        self._popen.send_signal(number)
        return self._popen.wait(_END_SECONDS)

    @property
    def _pid(self) -> int:
        if self._popen is None:
            raise ProcessLookupError
        return self._popen.pid


@contextmanager
def serving(
    url: str | None, personas: int, *, descriptors: int | None = None, **variables: str
) -> Iterator[tuple[ServeProcess, list[Tenant]]]:
    """Start a service over a database without tables, with so many personas; without a `url`, over a file of its own.

    Ended, and its folder removed, at the end. Until then its port is its own, also while it is killed.
    """
    with tempfile.TemporaryDirectory(prefix="align") as name, kept_port() as port:
        folder = Path(name)
        address = url or f"sqlite:///{folder / 'align.db'}"
        tenants = settle(address, folder, personas)
        process = ServeProcess(address, folder, variables, port, descriptors)
        process.start()
        try:
            yield process, tenants
        finally:
            process.kill()
