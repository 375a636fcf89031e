"""The record of decisions in a database: one row a pass, which is never changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, insert, or_, select, text

from align.audit.documents import document_of, judgement_json, rules_of, scores_over
from align.audit.queries import BODIES, CORRECTIONS, DECISIONS, LATE, joined, matching
from align.audit.records import DecisionFilter, Erased, StoredDecision
from align.audit.words import digest_of_text, escaped, indexed, split_words
from align.context import DraftContext
from align.operators.drafts import StoredDraft
from specs.store.engine import DEFAULT_URL, open_engine, reading, recording
from specs.store.errors import EditConflictError, StoreError
from specs.store.moments import as_utc, utc_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from sqlalchemy import ColumnElement, Connection, Engine

    from align.gate.decision import Decision
    from align.judge.judgement import Judged, JudgeViolation

_PAGE: Final = 500
_ANY: Final = DecisionFilter()


class DecisionStore:
    """Decisions, written once and read; safe to share between threads. A `DecisionLog` of the gate.

    `masked` keeps a digest in place of each word of a message. `clock` gives the present moment, aware. Everything
    raises `specs.store.StoreError` when the database cannot be used.
    """

    def __init__(
        self, engine: Engine, *, masked: bool = False, clock: Callable[[], dt.datetime] = utc_now
    ) -> None:
        self.engine = engine
        self._masked = masked
        self._clock = clock

    @classmethod
    def open(cls, url: str = DEFAULT_URL, *, masked: bool = False) -> DecisionStore:
        """Return the record in `sqlite:///FILE` or `postgresql://...`; raises `StoreError` for another address."""
        return cls(open_engine(url), masked=masked)

    def close(self) -> None:
        """Close all connections; the record can be used again."""
        self.engine.dispose()

    def record(self, decision: Decision) -> None:
        """Store a decision with its words, or nothing; the same one again changes nothing.

        Raises `StoreError` when it cannot, also for another decision under an id that is taken.
        """
        document = document_of(decision)
        row, words = self._row(decision, document)
        try:
            with recording(self.engine) as connection:
                if not _is_stored(connection, row["decision_id"], row["digest"]):
                    connection.execute(insert(DECISIONS), row)
                    self._keep(connection, row["decision_id"], "pass", words)
        except EditConflictError:
            # Somebody recorded this id between our look and our insert: what it holds decides.
            with reading(self.engine) as connection:
                _is_stored(connection, row["decision_id"], row["digest"])

    def get(self, decision_id: str) -> StoredDecision:
        """Return a decision by its id, or by the beginning of one that is the only such; raises `StoreError`."""
        column = DECISIONS.c.decision_id
        with reading(self.engine) as connection:
            found = connection.execute(joined().where(column == escaped(decision_id))).all()
            if not found and decision_id:
                begins = column.startswith(escaped(decision_id), autoescape=True)
                found = connection.execute(joined().where(begins).limit(2)).all()
        if len(found) != 1:
            several = f"more than one decision begins with '{decision_id}'"
            raise StoreError(several if found else f"no decision '{decision_id}'")
        return StoredDecision.of(found[0])

    def find(self, wanted: DecisionFilter = _ANY, *, limit: int = 100) -> tuple[StoredDecision, ...]:
        """Return the last `limit` decisions that match, the newest first."""
        query = joined().where(*matching(wanted)).order_by(DECISIONS.c.id.desc()).limit(limit)
        with reading(self.engine) as connection:
            return tuple(StoredDecision.of(row) for row in connection.execute(query))

    def export(self, wanted: DecisionFilter = _ANY) -> Iterator[str]:
        """Yield every decision that matches as a line of JSON without its end, the oldest first.

        Reads a page at a time: a decision recorded meanwhile may come too, and none comes twice.
        """
        after = 0
        while True:
            query = joined().where(*matching(wanted), DECISIONS.c.id > after)
            with reading(self.engine) as connection:
                rows = connection.execute(query.order_by(DECISIONS.c.id).limit(_PAGE)).all()
            for row in rows:
                yield json.dumps(StoredDecision.of(row).to_dict())
            if len(rows) < _PAGE:
                return
            after = rows[-1].id

    def last_drafts(self, last: int, wanted: DecisionFilter = _ANY) -> tuple[StoredDraft, ...]:
        """Return the body of each of the last `last` decisions that has one, the oldest first, to check them anew."""
        query = joined().where(*matching(wanted), BODIES.c.words.is_not(None))
        with reading(self.engine) as connection:
            rows = connection.execute(query.order_by(DECISIONS.c.id.desc()).limit(last)).all()
        found = (_draft_of(StoredDecision.of(row)) for row in reversed(rows))
        return tuple(draft for draft in found if draft is not None)

    def unjudged(self, *, limit: int = 100) -> tuple[StoredDecision, ...]:
        """Return decisions that passed while the judge was absent and can still be judged, the oldest first."""
        query = joined().where(*matching(DecisionFilter(unjudged=True)), BODIES.c.words.is_not(None))
        with reading(self.engine) as connection:
            rows = connection.execute(query.order_by(DECISIONS.c.id).limit(limit)).all()
        return tuple(StoredDecision.of(row) for row in rows)

    def judge_late(
        self, decision_id: str, judged: Judged, violations: tuple[JudgeViolation, ...] = ()
    ) -> bool:
        """Store what a judge said of a body that had passed without it; any violation raises it to the operator.

        Returns whether it was stored: a decision is judged late once. Raises `StoreError` for one that did not pass
        unjudged.
        """
        found = self.get(decision_id)
        if not found.document["outcome"].get("is_unjudged"):
            raise StoreError(f"decision '{decision_id}' did not pass unjudged")
        document = {
            "judgement": judgement_json(judged),
            "judge_violations": scores_over(violations),
        }
        bare, words = split_words(document)
        name = escaped(found.id)
        row = {
            "decision_id": name,
            "is_bad": bool(violations),
            "document": _json(bare),
            "judged_at": as_utc(self._clock()),
        }
        try:
            with recording(self.engine) as connection:
                if connection.execute(select(LATE.c.id).where(LATE.c.decision_id == name)).first():
                    return False
                connection.execute(insert(LATE), row)
                self._keep(connection, name, "late", words)
        except EditConflictError:
            return False
        return True

    def prune(self, before: dt.datetime) -> Erased:
        """Erase the words of everything recorded before a moment with an offset; the decisions stay.

        What operators made of a body quotes it: corrections that are as old, or are of such a decision, go as a whole.
        SQLite overwrites what is erased, in the file and its log. PostgreSQL does so when it vacuums.
        """
        is_sqlite = self.engine.dialect.name == "sqlite"
        erased: dict[str, int] = {}
        with recording(self.engine, patience="endless") as connection:
            if is_sqlite:
                connection.execute(text("PRAGMA secure_delete=ON"))
            for part in ("pass", "late"):
                old = (BODIES.c.part == part) & (BODIES.c.recorded_at < as_utc(before))
                erased[part] = connection.execute(delete(BODIES).where(old)).rowcount
            corrections = connection.execute(delete(CORRECTIONS).where(_corrected(before))).rowcount
        if is_sqlite:
            with self.engine.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return Erased(erased["pass"], erased["late"], corrections)

    def _row(self, decision: Decision, document: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the row of a decision, and the words that go elsewhere."""
        if not 0 < len(escaped(decision.id)) <= 64:
            raise StoreError("the id of a decision has 1 to 64 characters")
        digest = digest_of_text(_json(document))
        bare, words = split_words(document)
        reasons = bare["outcome"].pop("reasons", [])
        spec = decision.spec
        row = {
            "decision_id": escaped(decision.id),
            "candidate_id": indexed(decision.candidate.id, 128),
            "persona": indexed(decision.candidate.persona, 64),
            "spec_version": spec and spec.version,
            "mission_version": spec and spec.mission_version,
            "spec_digest": spec and spec.digest,
            "facts_digest": spec and spec.facts_digest,
            "policy_digest": spec and spec.policy_digest,
            "mission_digest": spec and spec.mission_digest,
            "engine": escaped(decision.engine),
            "workflow": None if decision.workflow is None else escaped(decision.workflow),
            "mode": decision.mode,
            "now": decision.now,
            "outcome": decision.outcome_name,
            "is_unjudged": bool(bare["outcome"].get("is_unjudged")),
            "tags": _listed([reason["tag"] for reason in reasons]),
            "rules": _listed(rules_of(decision)),
            "holds": _json(reasons),
            "attempts": _json(bare.pop("attempts")),
            "document": _json(bare),
            "seconds": decision.seconds,
            "prompt_tokens": decision.usage.prompt_tokens,
            "completion_tokens": decision.usage.completion_tokens,
            "digest": digest,
            "recorded_at": as_utc(self._clock()),
        }
        return row, words

    def _keep(self, connection: Connection, decision_id: str, part: str, words: dict[str, Any]) -> None:
        if not self._masked:
            row = {
                "decision_id": decision_id,
                "part": part,
                "words": _json(words),
                "recorded_at": as_utc(self._clock()),
            }
            connection.execute(insert(BODIES), row)


def _is_stored(connection: Connection, decision_id: str, digest: str) -> bool:
    """Tell whether this decision is there; raises `StoreError` when another one has its id."""
    query = select(DECISIONS.c.digest).where(DECISIONS.c.decision_id == decision_id)
    stored = connection.execute(query).scalar_one_or_none()
    if stored not in (None, digest):
        raise StoreError(f"another decision is recorded under the id '{decision_id}'")
    return stored is not None


def _corrected(before: dt.datetime) -> ColumnElement[bool]:
    """Return the condition of corrections that are older than a moment, or of a decision that is."""
    old = select(DECISIONS.c.decision_id).where(DECISIONS.c.recorded_at < as_utc(before))
    return or_(CORRECTIONS.c.created_at < as_utc(before), CORRECTIONS.c.decision_id.in_(old))


def _json(value: object) -> str:
    """Return JSON that any database holds: ASCII, what it cannot take escaped."""
    try:
        return json.dumps(value, allow_nan=False, separators=(",", ":"))
    except ValueError:
        raise StoreError("the decision holds a number that is none") from None


def _listed(names: list[str]) -> str:
    return "".join(f" {escaped(name)}" for name in names) + " "


def _draft_of(found: StoredDecision) -> StoredDraft | None:
    if found.body is None:
        return None
    candidate = found.document["candidate"]
    context = DraftContext(candidate["inbound"], candidate["time_locked"])
    return StoredDraft(found.id, found.persona, found.body, found.now, context)
