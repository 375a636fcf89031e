"""The spec store: what a program asks, and what it is told when the database is away."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from specs.document.problems import SpecError
from specs.document.spec import Spec
from specs.edits import Change, diff_documents
from specs.store import ledger, missions, templates, timeline
from specs.store.checks import Checks
from specs.store.engine import DEFAULT_URL, open_engine, reading, writing
from specs.store.errors import StoreUnavailableError, UnknownPersonaError, UnknownSpecError
from specs.store.moments import as_utc, utc_now
from specs.store.records import MissionRecord, Stale, StoredSpec, TemplateRecord, VersionRecord

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Mapping

    from sqlalchemy import Engine

    from specs.store.ledger import Edit
    from specs.store.missions import MissionEdit
    from specs.store.templates import TemplateEdit

DEFAULT_FRESH_SECONDS: Final = 0.25
"""How long a read is trusted without asking the database whether something was stored."""

SLOW_SECONDS: Final = 1.0
"""A question that fails after longer than this met with a database that hangs."""

DEFAULT_KEPT_PERSONAS: Final = 1024


@dataclass(slots=True)
class _Kept:
    """What is kept of one persona: its timeline, when it was last confirmed, and the specs made of it."""

    timeline: timeline.Timeline
    confirmed: float
    specs: dict[tuple[int, int | None], StoredSpec]
    stale: Stale | None = None


@dataclass(slots=True)
class _Asking:
    """A question to the database that is under way; others wait for its end, and share its failure."""

    done: threading.Event = field(default_factory=threading.Event)
    failure: StoreUnavailableError | None = None


class SpecStore:
    """Specs by persona, versioned; safe to share between threads.

    `engine` comes from `open_engine`. `checks` is what the gate lends: its folding and the names of its rules.
    `fresh_seconds` is how long a read may be answered without asking the database at all; after that one
    indexed query tells whether anything was stored. `clock` gives the present moment, aware.

    Reads raise `UnknownPersonaError`, and `StoreUnavailableError` when the database cannot be asked and nothing was
    read before; with something read before they return that, marked `stale`. Writes raise what `specs.store.ledger`
    says, and store everything or nothing.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        checks: Checks | None = None,
        fresh_seconds: float = DEFAULT_FRESH_SECONDS,
        kept_personas: int = DEFAULT_KEPT_PERSONAS,
        clock: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        self.engine = engine
        self.checks = checks or Checks()
        self._fresh_seconds = fresh_seconds
        self._kept_personas = kept_personas
        self._clock = clock
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._asking: dict[str, _Asking] = {}
        self._lock = threading.Lock()

    @classmethod
    def open(cls, url: str = DEFAULT_URL, *, checks: Checks | None = None) -> SpecStore:
        """Return a store on `sqlite:///FILE` or `postgresql://...`; raises `StoreError` for another address."""
        return cls(open_engine(url), checks=checks)

    def close(self) -> None:
        """Close all connections; the store can be used again."""
        self.engine.dispose()

    def personas(self) -> tuple[str, ...]:
        """Return the keys of all personas, sorted."""
        with reading(self.engine) as connection:
            return timeline.known_personas(connection)

    def current(self, persona: str) -> StoredSpec:
        """Return the spec that holds now, with today's mission, both as of one instant."""
        kept = self._confirmed(persona)
        return self._joined(kept, persona, as_utc(self._clock()))

    def at(self, persona: str, when: dt.datetime) -> StoredSpec:
        """Return the spec that held, or by what is stored will hold, at a moment with an offset.

        Raises `ValueError` for a moment without an offset.
        """
        moment = as_utc(when)
        with reading(self.engine, patience="quick") as connection:
            line = timeline.read_instant(connection, persona, moment)
            if line.version_at(moment) is None:
                known = timeline.known_personas(connection)
                raise UnknownPersonaError(persona, known, moment.isoformat(timespec="seconds"))
        return self._joined(_Kept(line, 0.0, {}), persona, moment)

    def by_digest(self, persona: str, digest: str, when: dt.datetime, *, version: int | None = None) -> Spec:
        """Return the spec of a digest that somebody read about a moment with an offset, with the mission that it had then.

        It need not be what holds at that moment: an edit may have begun between a look at the clock and the read. `version`
        is that of its facts and policy, where it is known. Raises `UnknownSpecError` when no stored spec has that digest.
        """
        moment = as_utc(when)
        with reading(self.engine, patience="quick") as connection:
            versions, days = timeline.read_around(connection, persona, moment)
        for found in versions:
            if found.is_retired or version not in (None, found.version):
                continue
            for mission in (None, *days):
                with suppress(SpecError):  # stored in an earlier release, and no longer legal
                    spec = timeline.join(found.document, mission, fold=self.checks.fold)
                    if spec.digest == digest:
                        return spec
        raise UnknownSpecError(persona, digest)

    def history(self, persona: str) -> tuple[VersionRecord, ...]:
        """Return every version of a persona's facts and policy, the first one first."""
        with reading(self.engine) as connection:
            found = timeline.versions_of(connection, persona)
            if not found:
                raise UnknownPersonaError(persona, timeline.known_personas(connection))
            return found

    def stored_by(self, revisions: Collection[str]) -> tuple[VersionRecord, ...]:
        """Return the versions that these migrations stored, in the order in which they did."""
        with reading(self.engine) as connection:
            return timeline.versions_by(connection, revisions)

    @staticmethod
    def diff(
        a: Spec | StoredSpec | VersionRecord, b: Spec | StoredSpec | VersionRecord
    ) -> tuple[Change, ...]:
        """Return what differs from `a` to `b`, by path."""
        return diff_documents(_document(a), _document(b))

    def revise(self, persona: str, edit: Edit) -> tuple[VersionRecord, ...]:
        """Append an edited version, and the pending versions with the edit carried into them."""
        with writing(self.engine) as connection:
            return ledger.revise(connection, persona, edit, now=as_utc(self._clock()), checks=self.checks)

    def add_persona(self, document: Mapping[str, Any], edit: Edit) -> tuple[VersionRecord, ...]:
        """Append the first version of a persona; `edit` says who, why and from when."""
        with writing(self.engine) as connection:
            now = as_utc(self._clock())
            return ledger.add_persona(connection, document, edit, now=now, checks=self.checks)

    def set_mission(self, persona: str, edit: MissionEdit) -> MissionRecord:
        """Append a version of the mission of a local day."""
        with writing(self.engine) as connection:
            now = as_utc(self._clock())
            return missions.set_mission(connection, persona, edit, now=now, checks=self.checks)

    def missions(self, persona: str, day: dt.date) -> tuple[MissionRecord, ...]:
        """Return every version of the mission of a local day, the first one first."""
        with reading(self.engine) as connection:
            return missions.missions_of(connection, persona, day)

    def set_template(self, persona: str, edit: TemplateEdit) -> TemplateRecord:
        """Append a version of a template."""
        with writing(self.engine) as connection:
            return templates.set_template(connection, persona, edit, now=as_utc(self._clock()))

    def templates(self, persona: str, when: dt.datetime | None = None) -> tuple[TemplateRecord, ...]:
        """Return the templates that hold at a moment (now), sorted by key."""
        with reading(self.engine, patience="quick") as connection:
            return templates.templates_at(connection, persona, as_utc(when or self._clock()))

    def template_plans(self, persona: str, after: dt.datetime) -> tuple[TemplateRecord, ...]:
        """Return the versions of templates that begin after a moment, in the order in which they do."""
        with reading(self.engine) as connection:
            return templates.templates_after(connection, persona, as_utc(after))

    def template_history(self, persona: str, key: str) -> tuple[TemplateRecord, ...]:
        """Return every version of a template, the first one first."""
        with reading(self.engine) as connection:
            return templates.template_history(connection, persona, key)

    def _confirmed(self, persona: str) -> _Kept:
        """Return what is kept of a persona, after asking the database if it is not fresh.

        Of the threads that want to ask at once one does, so that many readers need few connections.
        """
        begun = time.monotonic()
        while True:
            with self._lock:
                kept = self._kept.get(persona)
                if kept is not None:
                    self._kept.move_to_end(persona)
                    # What was asked after this call began answers it as well as a question of its own.
                    if kept.confirmed > min(begun, time.monotonic() - self._fresh_seconds):
                        return kept
                other = self._asking.get(persona)
                if other is not None and kept is not None and kept.stale is not None:
                    # One thread finds out that the database is still away; the others need not wait for it.
                    return kept
                if other is None:
                    mine = self._asking[persona] = _Asking()
            if other is None:
                return self._answered(persona, kept, mine)
            other.done.wait()
            if other.failure is not None:
                raise other.failure

    def _answered(self, persona: str, kept: _Kept | None, asking: _Asking) -> _Kept:
        begun = time.monotonic()
        try:
            return self._asked(persona, kept)
        except StoreUnavailableError as error:
            if kept is None:
                asking.failure = error
                raise
            since = kept.stale.since if kept.stale else as_utc(self._clock())
            # The next attempt waits as long as a fresh answer would be trusted; and as long as this one took, where the
            # database hangs, so that it does not take all of somebody's time.
            now = time.monotonic()
            took = now - begun
            until = now + max(0.0, took - self._fresh_seconds) if took > SLOW_SECONDS else now
            return self._keep(persona, replace(kept, confirmed=until, stale=Stale(since, str(error))))
        finally:
            with self._lock:
                del self._asking[persona]
            asking.done.set()

    def _asked(self, persona: str, kept: _Kept | None) -> _Kept:
        asked = time.monotonic()
        with reading(self.engine, patience="quick") as connection:
            if kept is not None and timeline.read_token(connection, persona) == kept.timeline.token:
                return self._keep(persona, replace(kept, confirmed=asked, stale=None))
            line = timeline.read_timeline(connection, persona, as_utc(self._clock()))
            if not line.versions:
                with self._lock:
                    self._kept.pop(persona, None)
                raise UnknownPersonaError(persona, timeline.known_personas(connection))
        return self._keep(persona, _Kept(line, asked, {}))

    def _keep(self, persona: str, kept: _Kept) -> _Kept:
        with self._lock:
            self._kept[persona] = kept
            self._kept.move_to_end(persona)
            while len(self._kept) > self._kept_personas:
                self._kept.popitem(last=False)
        return kept

    def _joined(self, kept: _Kept, persona: str, when: dt.datetime) -> StoredSpec:
        version = kept.timeline.version_at(when)
        if version is None:
            raise UnknownPersonaError(persona, when=when.isoformat(timespec="seconds"))
        mission = kept.timeline.mission_at(when, version.zone)
        key = (version.id, mission.id if mission else None)
        found = kept.specs.get(key)
        if found is None:
            spec = timeline.join(version.document, mission, fold=self.checks.fold)
            found = kept.specs[key] = StoredSpec(spec, version, mission)
        return found if kept.stale is None else replace(found, stale=kept.stale)


def _document(of: Spec | StoredSpec | VersionRecord) -> dict[str, Any]:
    if isinstance(of, VersionRecord):
        return of.document
    return of.to_dict() if isinstance(of, Spec) else of.spec.to_dict()
