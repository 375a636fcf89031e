"""A gate with a runner around it on databases that go away and come back, all in simulated time."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import shutil
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from align.audit.store import DecisionStore
from align.gate.gate import AlignmentGate, GateParts, GateSettings
from align.gate.receipts import ReceiptBook
from align.harness.deadline import Deadline
from align.operators.checks import gate_checks
from align.runner.advance import Runner
from align.runner.file_outbox import FileOutbox
from align.runner.late import Late, LateJudging
from align.runner.loop import LoopHooks, LoopSettings, RunnerLoop, Step
from align.runner.ports import Delivery, DispatchError, LeaseLostError, Outgoing
from align.runner.queue import CandidateQueue
from align.validate import validate_draft
from specs import Spec
from specs.store import Edit, SpecStore, StoreError, TemplateEdit, open_engine
from specs.store.missions import MissionEdit
from tests.gate.parts import CLEAN
from tests.gate.promised import Known
from tests.gate.threadless import ThreadlessLoop
from tests.gate.watched import SEEN, Seen, WatchedEngine, WatchedGate, WatchedJudge, WatchedLog, WatchedSpecs
from tests.store.conftest import BEGIN
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision
    from specs.store import TemplateRecord

KEY = b"0123456789abcdef"
MAX_ENDED = 60
"""Steps after which the work on a queue is stopped."""
FAILURES = (StoreError, DispatchError, LeaseLostError)
"""What a caller is told where a database or a receiver is away."""


class Place:
    """A folder with an SQLite database in it, which may be away."""

    def __init__(self, folder: Path) -> None:
        self.here, self.elsewhere = folder, folder.with_name(f"{folder.name} elsewhere")
        self.engine = open_engine(f"sqlite:///{folder / 'store.db'}")

    def begin(self, migrated: Path) -> None:
        """Begin with nothing but the tables. The engine stays: it knows its statements by now."""
        self.engine.dispose()
        for folder in (self.here, self.elsewhere):
            shutil.rmtree(folder, ignore_errors=True)
        self.here.mkdir()
        shutil.copy(migrated, self.here / "store.db")

    @property
    def is_away(self) -> bool:
        """Whether it cannot be used."""
        return not self.here.exists()

    def go(self, *, away: bool) -> None:
        """Take it away, or bring it back."""
        if away is not self.is_away:
            self.engine.dispose()
            found = (self.here, self.elsewhere)
            found[not away].rename(found[away])


class Home:
    """Where one world after the other lives."""

    def __init__(self, folder: Path, migrated: Path) -> None:
        self.specs, self.log = Place(folder / "specs"), Place(folder / "log")
        self.outbox = folder / "out.jsonl"
        self._migrated = migrated

    def begin(self) -> None:
        """Forget the world before."""
        self.specs.begin(self._migrated)
        self.log.begin(self._migrated)
        self.outbox.unlink(missing_ok=True)


@dataclass
class WatchedReceipts:
    """A book of receipts; `allowed` is what it let go, `wrong` what it should not have."""

    world: World
    book: ReceiptBook
    allowed: set[tuple[str, str]] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def issue(self, decision: Decision) -> str:
        """Issue a receipt."""
        return self.book.issue(decision)

    def refusal(self, receipt: str | None, body: str, *, is_kept: bool = False) -> str | None:
        """Say why a body may not go; one that may agrees with the facts of this moment."""
        found = self.book.refusal(receipt, body, is_kept=is_kept)
        if found is None:
            name = json.loads(receipt or "")["decision"]
            context = self.world.decision(name).candidate.context
            spec, now = self.world.store.at("leo", self.world.now()).spec, self.world.now()
            if not validate_draft(body, spec, now=now, context=context).ok:
                self.wrong.append(name)
            self.allowed.add((name, body))
        return found


@dataclass
class WatchedOutbox:
    """An outbox whose answers may get lost; `wrong` is what it was given that may not go."""

    world: World
    outbox: FileOutbox
    loses_answers: int = 0
    wrong: list[Outgoing] = field(default_factory=list)

    async def dispatch(self, outgoing: Outgoing) -> Delivery:
        """Send a message, and say so if it is to be said."""
        if (outgoing.decision_id, outgoing.body) not in self.world.receipts.allowed:
            self.wrong.append(outgoing)
        delivery = await self.outbox.dispatch(outgoing)
        if self.loses_answers:
            self.loses_answers -= 1
            raise DispatchError("the connection was lost")
        return delivery


class World:
    """All of it; the clock of the persona's world is the one of the loop."""

    def __init__(self, home: Home, engine: WatchedEngine, *, settings: GateSettings, has_judge: bool) -> None:
        self.loop = ThreadlessLoop()
        self.specs, self.log = home.specs, home.log
        self.store = SpecStore(self.specs.engine, checks=gate_checks(), fresh_seconds=0.0, clock=self.now)
        self.store.add_persona(document(policy={"judge": {"drift": 7}}), Edit({}, "ana", "first"))
        self.store.set_template("leo", TemplateEdit("opener", CLEAN, "ana", "first"))
        self.decisions = DecisionStore(self.log.engine, clock=self.now)
        self.recorder = WatchedLog(self.decisions)
        self.engine, self.judge = engine, WatchedJudge()
        gate = AlignmentGate(
            GateParts(WatchedSpecs(self.store), engine, self.recorder, self.judge if has_judge else None),
            settings=settings,
            clock=self.now,
            monotonic=self.loop.time,
        )
        self.gate = WatchedGate(gate, lambda: self.loop.thread_seconds)
        self.outbox_path = home.outbox
        self.outbox = WatchedOutbox(self, FileOutbox(self.outbox_path, clock=self.now))
        self.receipts = WatchedReceipts(self, ReceiptBook(self.store, KEY, clock=self.now))
        self.runner = Runner(self.gate, self.outbox, receipts=self.receipts)
        self.queue = CandidateQueue(self.log.engine, clock=self.now)
        self.known = Known(settings, has_judge, engine, self._spec_of, self._templates_of)

    @property
    def is_whole(self) -> bool:
        """Whether no database is away."""
        return not (self.specs.is_away or self.log.is_away)

    def now(self) -> dt.datetime:
        """Return the moment."""
        return BEGIN + dt.timedelta(seconds=self.loop.now)

    def close(self) -> None:
        """Close everything."""
        self.specs.engine.dispose()
        self.log.engine.dispose()
        self.loop.close()

    def edit(self, changes: dict[str, Any], *, hours: float = 0.0) -> None:
        """Change the facts, now or in some hours, where the store is there and takes it."""
        effective = self.now() + dt.timedelta(hours=hours) if hours else None
        with suppress(StoreError):
            self.store.revise("leo", Edit(changes, "ana", "a change", effective))

    def set_template(self, body: str | None) -> None:
        """Change or withdraw the template, where the store is there and takes it."""
        with suppress(StoreError):
            self.store.set_template("leo", TemplateEdit("opener", body, "ana", "a change"))

    def set_mission(self, mission: dict[str, Any] | None, day: dt.date) -> None:
        """Change the mission of a day, where the store is there and takes it."""
        with suppress(StoreError):
            self.store.set_mission("leo", MissionEdit(day, mission, "ana", "a change"))

    def happen(self, what: str) -> None:
        """Let something happen in the middle of a pass; the time is not moved."""
        if what == "an edit":
            self.edit({"rates[60,-].amount": 70 if int(self.loop.now) % 2 else 80})
        elif what == "a template":
            self.set_template(f"Hello! ({self.loop.now:.0f})")
        elif what == "no facts":
            self.specs.go(away=True)
        else:
            self.log.go(away=True)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run something to its end."""
        return self.loop.finish(work)

    async def advance(self, candidate: Candidate, mode: Mode) -> None:
        """Take a candidate as far as it goes."""
        with suppress(*FAILURES):
            await self.runner.advance_draft(candidate, mode)

    async def work(self, mode: Mode, *, steps: int | None) -> None:
        """Work the queue until it is empty, or for some steps of the loop."""
        settings = LoopSettings(workers=3, until_empty=True)
        ended = 0

        def count(step: Step) -> None:
            nonlocal ended
            del step
            ended += 1
            # What waits for a store that is away comes round for ever, where passes are slower than the wait.
            if ended >= MAX_ENDED:
                loop.stop()

        hooks = LoopHooks(count)
        loop = RunnerLoop(self.queue, self.runner, lambda _: mode, settings=settings, hooks=hooks)
        working = asyncio.create_task(loop.run())
        for _ in range(steps or 0):
            await asyncio.sleep(0)
        if steps is not None:
            working.cancel()
        (found,) = await asyncio.gather(working, return_exceptions=True)
        if isinstance(found, BaseExceptionGroup):
            _, others = found.split(StoreError)
            assert others is None
        else:
            assert found is None or isinstance(found, asyncio.CancelledError)

    async def judge_late(self) -> Late | None:
        """Judge what passed unjudged; None where the record is away."""
        nobody: Any = None
        SEEN.set(Seen(nobody, "GO", 0.0))
        after = lambda seconds: Deadline(self.loop.time() + seconds, self.loop.time)  # noqa: E731 - short
        try:
            return await LateJudging(self.decisions, self.store, self.judge, after).round()
        except StoreError:
            return None

    def decision(self, name: str) -> Decision:
        """Return what a caller was told."""
        return next(seen.told for seen in self.gate.passes if seen.recorded and seen.told.id == name)

    def sent(self) -> list[dict[str, Any]]:
        """Return what stands in the outbox."""
        if not self.outbox_path.exists():
            return []
        return [json.loads(line) for line in self.outbox_path.read_bytes().splitlines()]

    def _spec_of(self, decision: Decision) -> Spec:
        """Return the spec of the versions that a decision names, put together anew."""
        used = decision.spec
        assert used is not None
        (version,) = [one for one in self.store.history("leo") if one.version == used.version]
        day = decision.now.astimezone(ZoneInfo(version.document["timezone"])).date()
        missions = [one for one in self.store.missions("leo", day) if one.version == used.mission_version]
        mission = {"mission": missions[0].document} if missions and missions[0].document else {}
        return Spec.from_dict({**version.document, **mission}, fold=gate_checks().fold)

    def _templates_of(self, decision: Decision) -> tuple[TemplateRecord, ...]:
        """Return the templates that held at the moment of a decision."""
        return self.store.templates("leo", decision.now)
