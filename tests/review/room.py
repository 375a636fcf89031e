"""Everything that a review stands among, real: the store, the gate, the record, the queue, and an outbox."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from align.audit.store import DecisionStore
from align.context import DraftContext
from align.engines.library import WorkflowLibrary
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.gate.receipts import ReceiptBook
from align.operators.checks import gate_checks
from align.review.desk import By, ReviewDesk
from align.review.ledger import ReviewLedger
from align.review.resolving import CauseResolver
from align.review.sending import SendParts
from align.runner.advance import Runner
from align.runner.file_outbox import FileOutbox
from align.runner.loop import LoopSettings, RunnerLoop
from align.runner.queue import CandidateQueue
from specs.store import Edit, SpecStore, TemplateEdit, open_engine
from specs.store.migrate import Migrations
from tests.gate.parts import Engine, Judge
from tests.store.documents import document
from tests.store.patience import BUSY_SECONDS

if TYPE_CHECKING:
    from pathlib import Path

    from align.gate.candidate import Mode
    from align.gate.decision import Decision
    from align.judge.judgement import Judgement
    from align.runner.ports import Dispatcher
    from tests.store.conftest import Clock

KEY = b"a key of the tests' own"
ANA, BEN = By("ana", "saw it"), By("ben")
GOOD = "Hi! An hour at mine is 80."
WRONG = "Hi! An hour at mine is 70."
MENDED = "Hi! An hour at mine is 80, see you."
ASKED = "how much for an hour?"


def candidate(name: str, body: str | None = WRONG, **fields: Any) -> Candidate:
    """Return a candidate of Leo's that answers a question."""
    context = DraftContext(fields.pop("inbound", ASKED))
    return Candidate(name, fields.pop("persona", "leo"), body, context=context, **fields)


@dataclass
class Room:
    """Leo's facts, and everything around a desk, on one database."""

    url: str
    clock: Clock
    folder: Path
    judge: Judge | None = None
    masked: bool = False
    dispatcher: Dispatcher | None = None
    opened: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Open what is shared, and store the facts."""
        self.engine = open_engine(self.url, busy_seconds=BUSY_SECONDS)
        self.store = SpecStore(self.engine, checks=gate_checks(), fresh_seconds=0.0, clock=self.clock)
        self.store.add_persona(document(), Edit({}, "ana", "first"))
        self.store.set_template("leo", TemplateEdit("opener", GOOD, "ana", "first"))
        self.outbox = self.folder / "outbox.jsonl"
        self.queue = CandidateQueue(self.engine, clock=self.clock)
        self.library = WorkflowLibrary(self.engine, clock=self.clock)
        self.migrations = Migrations(self.engine, self.folder / "facts", gate_checks(), self.clock)

    @property
    def log(self) -> DecisionStore:
        """The record of decisions."""
        return DecisionStore(self.engine, masked=self.masked, clock=self.clock)

    @property
    def receipts(self) -> ReceiptBook:
        """What issues and checks receipts."""
        return ReceiptBook(self.store, KEY, clock=self.clock)

    def desk(self, **parts: Any) -> ReviewDesk:
        """Return a desk, of one operator or process among others."""
        ledger = ReviewLedger(self.engine, masked=self.masked, clock=self.clock)
        made: dict[str, Any] = {
            "dispatcher": self.dispatcher or FileOutbox(self.outbox, clock=self.clock),
            "receipts": self.receipts,
            "judge": self.judge,
            "library": self.library,
            "clock": self.clock,
        } | parts
        return ReviewDesk(ledger, SendParts(self.store, made.pop("log", self.log), **made))

    def resolver(self, desk: ReviewDesk | None = None) -> CauseResolver:
        """Return what resolves groups."""
        return CauseResolver(desk or self.desk(), self.migrations)

    def gate(self) -> AlignmentGate:
        """Return the gate of an engine that writes nothing better."""
        return AlignmentGate(GateParts(self.store, Engine(), self.log, self.judge), clock=self.clock)

    def decide(self, *candidates: Candidate, mode: Mode = "GO") -> list[Decision]:
        """Take candidates through the gate, as `align run` does; nothing is sent."""
        return [asyncio.run(self.gate().align(one, mode)) for one in candidates]

    def case_of(self, body: str | None = WRONG, name: str = "c1", mode: Mode = "GO", **fields: Any) -> str:
        """Take one candidate through the gate; return the decision's id."""
        return self.decide(candidate(name, body, **fields), mode=mode)[0].id

    def work(self, mode: Mode) -> None:
        """Work the queue until nothing can be taken."""
        runner = Runner(self.gate(), FileOutbox(self.outbox, clock=self.clock), receipts=self.receipts)
        loop = RunnerLoop(
            self.queue, runner, lambda _: mode, settings=LoopSettings(workers=1, until_empty=True)
        )
        asyncio.run(loop.run())

    def sent(self) -> list[tuple[str, str]]:
        """Return what is in the outbox: id and body."""
        if not self.outbox.exists():
            return []
        rows = [json.loads(line) for line in self.outbox.read_text("ascii").splitlines()]
        return [(row["candidate_id"], row["body"]) for row in rows]

    def judges(self, answer: Judgement) -> None:
        """Let a judge say this of every body from now on."""
        self.judge = Judge(answer)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()
