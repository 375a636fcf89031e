"""A case: one decision that waits for a person, with everything that the person needs to decide."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from align.audit.records import StoredDecision
from align.audit.words import digest_of_text
from align.context import DraftContext
from align.engines.ids import TEMPLATE
from align.gate.candidate import candidate_of
from align.review.causes import Cause, Kind, Told, causes_of, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Row

    from align.gate.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Finding:
    """A violation as it was recorded; its words are None where they are not kept."""

    rule: str
    family: str
    start: int
    end: int
    text: str | None
    claimed: str | None
    expected: str
    fact: str
    message: str | None


@dataclass(frozen=True, slots=True)
class JudgeFinding:
    """A judge's score that reached its threshold, with the words `[start, end)` that it quotes."""

    dimension: str
    score: float
    threshold: float
    start: int
    end: int
    quote: str | None


@dataclass(frozen=True, slots=True)
class Tried:
    """One body that was looked at. `scores` are all that the judge gave (dimension, 0 to 10, quote).

    `judge` is `judged`, `absent` with its cause, or None where it was not asked. `errors` are rules that crashed.
    """

    kind: str
    body: str | None = field(repr=False)
    body_digest: str
    findings: tuple[Finding, ...]
    errors: tuple[str, ...]
    judge: str | None
    scores: tuple[tuple[str, float, str | None], ...]
    judged: tuple[JudgeFinding, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """Why it is held: the tag, what the operator can do, and what failed where something did."""

    tag: str
    suggestion: str | None
    cause: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One decision that waits for a person; its id is the decision's.

    `body` is the draft that the person decides on, the last one that an engine wrote where it was held; None where there
    is none or its words are not kept. `tried` are all bodies in order, `shown` the place of that draft in it. `candidate`
    has the words of what came in, `context` is None where the message that it answers is not kept: then nothing can
    be checked or sent. `queue_status` says where the candidate stands in the queue, None for one that never was there.
    """

    id: str
    number: int
    kind: Kind
    decision: StoredDecision = field(repr=False)
    candidate: Candidate = field(repr=False)
    context: DraftContext | None = field(repr=False)
    body: str | None = field(repr=False)
    shown: int | None
    tried: tuple[Tried, ...] = field(repr=False)
    holds: tuple[Hold, ...] = field(repr=False)
    late: tuple[JudgeFinding, ...] = field(repr=False)
    causes: tuple[Cause, ...] = field(repr=False)
    queue_status: str | None

    @property
    def persona(self) -> str:
        """Whose message it is."""
        return self.decision.persona

    @property
    def engine(self) -> str:
        """The id of the engine that wrote it."""
        return str(self.decision.document["engine"])

    @property
    def workflow(self) -> str | None:
        """The workflow version that wrote it, such as `opener@3`."""
        workflow: str | None = self.decision.document["workflow"]
        return workflow

    @property
    def draft(self) -> str | None:
        """The body that an engine wrote and a person may correct; a template is mended where it is stored."""
        written = self.shown is not None and self.tried[self.shown].kind in ("draft", "redraft")
        return self.body if written and self.engine != TEMPLATE else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the gate found in the draft that is shown."""
        return () if self.shown is None else self.tried[self.shown].findings

    @property
    def judged(self) -> tuple[JudgeFinding, ...]:
        """What judges found in the draft that is shown, at the time and late."""
        return (() if self.shown is None else self.tried[self.shown].judged) + self.late


def case_of(row: Row[Any]) -> Case:
    """Return the case in a row of `align.review.queries.cases_query`."""
    decision = StoredDecision.of(row)
    document = decision.document
    kept = _kept(row)
    tried = tuple(_tried(attempt, kept) for attempt in document["attempts"])
    outcome = document["outcome"]
    shown = _shown(tried, outcome)
    said = document["candidate"]
    inbound = _known(said["inbound"], said["inbound_digest"], kept)
    context = DraftContext(inbound, said["time_locked"])
    is_known = inbound is not None or said["inbound_digest"] is None
    given = _known(said["body"], said["body_digest"], kept)
    candidate = candidate_of({**said, "body": given, "inbound": inbound})
    reasons = outcome.get("reasons", ())
    kind = kind_of(outcome=decision.outcome, mode=document["mode"], is_unsent=bool(row.is_unsent))
    told = Told(row.persona, kind, reasons, decision.late, {})
    body = given if shown is None else tried[shown].body
    return Case(
        decision.id,
        decision.number,
        kind,
        decision,
        candidate,
        context if is_known else None,
        body,
        shown,
        tried,
        tuple(Hold(r["tag"], r["suggestion"], r.get("cause")) for r in reasons),
        _judge_findings(decision.late or {}),
        causes_of(told),
        row.queue_status,
    )


def _kept(row: Row[Any]) -> dict[str, str]:
    """Return the words that the queue has of a candidate, by their digests: also of decisions that keep none."""
    said: list[Any] = []
    if row.queue_words is not None:
        words = json.loads(row.queue_words)
        said += [words["body"], words["inbound"]]
    if row.queue_outgoing is not None:
        said.append(json.loads(row.queue_outgoing)["body"])
    return {digest_of_text(text): text for text in said if isinstance(text, str)}


def _known(text: str | None, digest: str | None, kept: Mapping[str, str]) -> str | None:
    return text if text is not None or digest is None else kept.get(digest)


def _shown(tried: tuple[Tried, ...], outcome: Mapping[str, Any]) -> int | None:
    """Return the place of the draft to decide on: what may go, else the last one that was written and not mended."""
    going = outcome.get("body_digest")
    places = range(len(tried) - 1, -1, -1)
    if going is not None:
        return next((place for place in places if tried[place].body_digest == going), None)
    written = (place for place in places if tried[place].kind not in ("template", "repair"))
    return next(written, len(tried) - 1 if tried else None)


def _tried(attempt: Mapping[str, Any], kept: Mapping[str, str]) -> Tried:
    validation, judgement = attempt["validation"], attempt["judgement"]
    return Tried(
        attempt["kind"],
        _known(attempt["body"], attempt["body_digest"], kept),
        attempt["body_digest"],
        tuple(
            Finding(**{name: found[name] for name in Finding.__dataclass_fields__})
            for found in validation["violations"]
        ),
        tuple(error["rule"] for error in validation["errors"]),
        None if judgement is None else _judge_status(judgement),
        tuple(_scores(judgement or {})),
        _judge_findings(attempt),
    )


def _judge_status(judgement: Mapping[str, Any]) -> str:
    if judgement["status"] == "absent":
        return f"absent: {judgement['cause']}"
    return str(judgement["status"])


def _scores(judgement: Mapping[str, Any]) -> Iterator[tuple[str, float, str | None]]:
    for score in judgement.get("scores", ()):
        yield score["dimension"], score["score"], score["quote"]


def _judge_findings(told: Mapping[str, Any]) -> tuple[JudgeFinding, ...]:
    return tuple(
        JudgeFinding(v["dimension"], v["score"], v["threshold"], v["start"], v["end"], v["text"])
        for v in told.get("judge_violations", ())
    )
