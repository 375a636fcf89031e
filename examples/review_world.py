"""A review page with something on it: two invented professionals, and messages that the gate held.

Everything is real but for what models would write and say, and the clock, so that each run looks the same.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import uvicorn
from fastapi import FastAPI

from align.audit.store import DecisionStore
from align.context import DraftContext
from align.engines.engine import Drafted
from align.engines.library import WorkflowLibrary
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.gate.receipts import ReceiptBook
from align.harness.failures import Absent
from align.http.keys import Grant, KeyStore
from align.judge.judgement import Judged, Score
from align.operators.checks import gate_checks
from align.pages.app import review_router
from align.pages.parts import PageParts
from align.pages.sessions import SessionStore
from align.pages.tries import Tries
from align.review.desk import By, ReviewDesk
from align.review.ledger import ReviewLedger
from align.review.resolving import CauseResolver
from align.review.sending import SendParts
from align.runner.file_outbox import FileOutbox
from specs.store import Edit, SpecStore, TemplateEdit, open_engine
from specs.store.migrate import Migrations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from align.engines.engine import Draft, DraftRequest
    from align.gate.candidate import Mode
    from align.gate.decision import Decision
    from align.harness.deadline import Deadline
    from align.judge.judgement import Judgement, JudgeQuestion
    from align.runner.ports import Dispatcher

ROOT: Final = Path(__file__).parents[1]
PERSONAS: Final = ROOT / "fixtures/demo/personas"
NOW: Final = dt.datetime(2026, 5, 12, 9, tzinfo=dt.UTC)
KEY_OF_RECEIPTS: Final = b"a key of the example's own"


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: dt.datetime = NOW

    def __call__(self) -> dt.datetime:
        """Return the moment at which it stands."""
        return self.now

    def move(self, **by: float) -> None:
        """Move it on, by what `timedelta` takes."""
        self.now += dt.timedelta(**by)


@dataclass
class ScriptedEngine:
    """Redrafts as it is told: the body that follows another one."""

    redrafts: Mapping[str, str] = field(default_factory=dict)
    id: str = "do-gpu-llama-3.1-8b_q4km-7f3a"
    can_redraft: bool = True

    async def draft(self, request: DraftRequest, deadline: Deadline) -> Draft:
        """Return what follows the body that was refused: another one, or the same again."""
        del deadline
        before = request.previous
        return Absent("refused") if before is None else Drafted(self.redrafts.get(before, before), "reply@2")


@dataclass
class ScriptedJudge:
    """Objects to the bodies that have certain words in them."""

    objections: Mapping[str, Score] = field(default_factory=dict)
    is_away: bool = False

    async def judge(self, question: JudgeQuestion, deadline: Deadline) -> Judgement:
        """Return its scores of a body."""
        del deadline
        if self.is_away:
            return Absent("timeout")
        said = [score for words, score in self.objections.items() if words in question.body]
        return Judged(tuple(said) or (Score("drift", 1.0, question.body[:12]),), "judge-8b", "0" * 64, 0.8)


class World:
    """Everything that the review page stands among, on one database in a folder."""

    def __init__(self, folder: Path, url: str | None = None, *, clock: Clock | None = None) -> None:
        self.folder = folder
        self.clock = clock or Clock()
        self.url = url or f"sqlite:///{folder / 'align.db'}"
        self.engine = open_engine(self.url)
        self.migrations = Migrations(self.engine, folder / "facts", gate_checks(), self.clock)
        self.store = SpecStore(self.engine, checks=gate_checks(), fresh_seconds=0.0, clock=self.clock)
        self.log = DecisionStore(self.engine, clock=self.clock)
        self.outbox = folder / "outbox.jsonl"
        self.keys = KeyStore(self.engine, clock=self.clock)
        self.writer = ScriptedEngine()
        self.judge = ScriptedJudge()

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def add_persona(self, name: str) -> None:
        """Store the facts of a fixture."""
        said = json.loads((PERSONAS / f"{name}.json").read_text("utf-8"))
        said.pop("mission", None)  # the day's dial is set by itself
        self.store.add_persona(said, Edit({}, "ines", "first facts"))

    def add_template(self, persona: str, key: str, body: str) -> None:
        """Store a template."""
        self.store.set_template(persona, TemplateEdit(key, body, "ines", "first"))

    def desk(self, dispatcher: Dispatcher | None = None) -> ReviewDesk:
        """Return the desk, by default with an outbox in the folder."""
        parts = SendParts(
            self.store,
            self.log,
            dispatcher or FileOutbox(self.outbox, clock=self.clock),
            ReceiptBook(self.store, KEY_OF_RECEIPTS, clock=self.clock),
            self.judge,
            WorkflowLibrary(self.engine, clock=self.clock),
            clock=self.clock,
        )
        return ReviewDesk(ReviewLedger(self.engine, clock=self.clock), parts)

    def parts(self, desk: ReviewDesk | None = None, tries: Tries | None = None) -> PageParts:
        """Return what the pages are made of."""
        desk = desk or self.desk()
        return PageParts(
            desk,
            CauseResolver(desk, self.migrations),
            self.store,
            self.migrations,
            self.keys,
            SessionStore(self.engine, clock=self.clock),
            tries or Tries(),
            self.clock,
        )

    def key(self, name: str, *personas: str, scopes: tuple[str, ...] = ("review",)) -> str:
        """Make a key and return its token; without personas it shows all."""
        grant = Grant(name, frozenset(personas) or None, frozenset(scopes))
        return self.keys.create(grant, author="ines")[0]

    def decide(self, candidate: Candidate, mode: Mode = "GO") -> Decision:
        """Take one candidate through the gate; nothing is sent."""
        gate = AlignmentGate(GateParts(self.store, self.writer, self.log, self.judge), clock=self.clock)
        # In a thread of its own: the one that drives a browser has an event loop already.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(gate.align_blocking, candidate, mode).result()

    def hold(
        self,
        body: str,
        *,
        name: str,
        persona: str = "marlow",
        inbound: str | None = "how much for an hour?",
        mode: Mode = "GO",
    ) -> str:
        """Take a body through the gate as an answer; return the decision's id."""
        context = DraftContext(inbound)
        return self.decide(Candidate(name, persona, body, context=context), mode).id


def filled(folder: Path, *, days: int = 24) -> World:
    """Return a world as one finds it on a working day: some causes that many messages share, and some of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    clock = Clock(NOW - dt.timedelta(days=days + 2))
    world = World(folder, clock=clock)
    world.migrations.upgrade()
    for name in ("marlow", "sofie"):
        world.add_persona(name)
    clock.move(days=1)
    _edit(world, {"policy.judge.drift": 7}, "hold what the judge calls drift")
    world.writer.redrafts = _REDRAFTS
    world.judge.objections = {
        "best groomer": Score("drift", 8.5, "the best groomer in all of Yorkshire"),
    }
    clock.move(days=1)
    for number, (day, said, asked) in enumerate(_EARLIER):
        for again in range(1 + number * 7 % 4):
            clock.now = NOW - dt.timedelta(days=day, hours=again)
            found = world.hold(said, name=f"early-{number}-{again}", inbound=asked)
            clock.move(minutes=20)
            asyncio.run(world.desk().reject(found, By("tom", "stale rate")))
    clock.now = NOW - dt.timedelta(days=1)
    _edit(world, {"rates[90].amount": 62}, "new rate for ninety minutes")
    for whose, opener in (("marlow", _OPENER), ("sofie", _SOFIE_OPENER)):
        world.add_template(whose, "opener", opener)
    for number, (persona, body, inbound, mode) in enumerate(_WAITING):
        clock.now = NOW - dt.timedelta(minutes=7 * (len(_WAITING) - number))
        world.hold(body, name=f"msg-{number:02}", persona=persona, inbound=inbound, mode=mode)
    clock.now = NOW
    return world


def _edit(world: World, changes: dict[str, Any], note: str) -> None:
    world.store.revise("marlow", Edit(changes, "ines", note))


_OPENER: Final = (
    "Hi! I'm Marlow, a mobile dog groomer round Leeds. Tell me about your dog and I'll find a time."
)
_SOFIE_OPENER: Final = "Hello! Tell me what you have in mind and I'll send you what I need to know."

_REDRAFTS: Final = {
    "Lovely to hear from you! Biscuit will need an hour and a half, that's £60. Just give me a ring and settle up afterwards.": (
        "Lovely to hear from you! For Biscuit I'd plan an hour and a half, and that's £60. "
        "Just give me a ring and you can settle up afterwards."
    ),
}

_EARLIER: Final = [
    (day, body, inbound)
    for day, body, inbound in (
        (23, "An hour is £40, see you then.", "how much?"),
        (22, "An hour is £40!", "price?"),
        (21, "Sure, call me when you're home.", "can we talk?"),
        (20, "I can do a quick half hour for £25.", "just a trim?"),
        (19, "An hour is £40.", "how much?"),
        (19, "You can settle up afterwards.", "when do I pay?"),
        (17, "An hour is £40 all in.", "rate?"),
        (16, "I'll be in Harrogate on Thursday.", "where are you?"),
        (15, "An hour would be £42.", "rate?"),
        (14, "Teeth scaling is no problem at all.", "teeth too?"),
        (13, "Give me a ring when you're home.", "shall I call?"),
        (13, "An hour is £40.", "how much?"),
        (12, "An hour is £40.", "how much?"),
        (10, "Sure, you can pay me afterwards.", "pay later?"),
        (9, "An hour is £48.", "how much?"),
        (8, "Give me a ring.", "call?"),
        (7, "I can do half an hour.", "just half an hour?"),
        (6, "An hour is £40.", "how much?"),
        (5, "An hour is £40, settle up afterwards.", "how much?"),
        (4, "Give me a ring later.", "call?"),
        (3, "An hour is £40.", "how much?"),
        (2, "Hand stripping is fine too.", "hand stripping?"),
    )
]

_WAITING: Final[list[tuple[str, str, str | None, Mode]]] = [
    ("marlow", "Lovely to hear from you! Biscuit will need an hour and a half, that's £60. Just give me a ring and settle up afterwards.", "Hi! How much would it be for Biscuit? He's a big spaniel and hasn't been done since winter.", "GO"),
    ("marlow", "Hi Priya, ninety minutes is £60 and I come to you, anywhere round Leeds.", "how much for an hour and a half?", "GO"),
    ("marlow", "For a coat like that I'd plan an hour and a half: £60, travel included.", "he's very matted, what would it cost?", "GO"),
    ("marlow", "An hour and a half is £60. Would Thursday suit?", "and for 90 minutes?", "GO"),
    ("marlow", "That would be £60 for an hour and a half, Sam.", "what do you charge for a poodle, 90 min?", "GO"),
    ("marlow", "Of course, just give me a ring tonight and we'll sort out a day.", "could we talk about it?", "GO"),
    ("marlow", "No worries! Give me a ring when you're home.", "not sure when I'm free", "GO"),
    ("marlow", "Next week I'm in Harrogate, I could come by on the way.", "do you come up to Harrogate?", "GO"),
    ("marlow", "You'll be in good hands: I'm the best groomer in all of Yorkshire, ask anybody.", "are you any good with nervous dogs?", "GO"),
    ("marlow", "Hi Ana! An hour is £45, and I come to you. Would Friday morning suit?", "hello, what is an hour?", "DRAFT"),
    ("marlow", "Hello! An hour is £45, and the deposit is 20%. Which part of Leeds are you in?", "how much is it for a terrier", "DRAFT"),
    ("sofie", "A couple portrait session of ninety minutes is 320 dollars, and I'd love to do it.", "how much for couple portraits?", "GO"),
    ("sofie", "Sure, same day edits are no problem at all.", "do you edit on the same day?", "GO"),
]  # fmt: skip


@contextmanager
def served(world: World) -> Iterator[str]:
    """Serve the pages of a world on this machine; give the address."""
    app = FastAPI(redirect_slashes=False)
    app.include_router(review_router(world.parts()), include_in_schema=False)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    running = threading.Thread(target=server.run, args=([listening],))
    running.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        running.join()
        listening.close()


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as temporary, served(filled(Path(temporary))) as address:
        print(f"{address}/review/ until Ctrl-C; say any name to sign in")
        with suppress(KeyboardInterrupt):
            threading.Event().wait()
