"""What people decided, as labelled drafts in the gold format: one an action, where its words and its spec are kept."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from align.audit.queries import DECISIONS
from align.audit.words import indexed
from align.review.actions import Action
from align.review.cases import case_of
from align.review.causes import Cause
from align.review.queries import ACTIONS, WORDS, decided_query
from specs import Spec
from specs.edits import PathError, apply_changes
from specs.store.engine import reading
from specs.store.errors import StoreError
from specs.store.moments import as_utc

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy import Engine

    from align.gate.ports import SpecHistory
    from align.review.cases import Case, Finding

_PAGE: Final = 200
_TAGS: Final = {"facts": "spec_conflict", "policy": "policy_conflict"}


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled draft as a line of the gold format, and the fact document that it was labelled under.

    `row["persona"]` names the document: the persona with the first digits of the digest, for facts change.
    """

    row: dict[str, Any]
    document: dict[str, Any]

    @property
    def name(self) -> str:
        """The name of the document's file, without its ending."""
        return str(self.row["persona"])

    def to_json(self) -> str:
        """Return the draft as a line of ASCII JSON without its end."""
        return json.dumps(self.row, ensure_ascii=True)


def labels(
    engine: Engine,
    specs: SpecHistory,
    *,
    since: dt.datetime | None = None,
    personas: Collection[str] | None = None,
) -> Iterator[Label | str]:
    """Yield a label for each action from `since` on (a moment with an offset), the oldest first.

    For an action that cannot be one, yield why: its words were erased or never kept, there was no body, or its spec
    can no longer be read. Raises `StoreError`.
    """
    after = 0
    while True:
        query = select(ACTIONS).where(ACTIONS.c.id > after).order_by(ACTIONS.c.id).limit(_PAGE)
        if since is not None:
            query = query.where(ACTIONS.c.acted_at >= as_utc(since))
        if personas is not None:
            query = query.where(ACTIONS.c.persona.in_([indexed(name, 64) for name in sorted(personas)]))
        with reading(engine) as connection:
            rows = connection.execute(query).all()
            ids = [row.decision_id for row in rows]
            decided = decided_query().where(DECISIONS.c.decision_id.in_(ids))
            cases = {row.decision_id: case_of(row) for row in connection.execute(decided)}
            kept = select(WORDS).where(
                WORDS.c.action_id.in_([row.action_id for row in rows]), WORDS.c.part == "candidate"
            )
            words = {row.action_id: json.loads(row.words) for row in connection.execute(kept)}
        for row in rows:
            action = Action.of(row)
            try:
                yield _label(action, cases[row.decision_id], words.get(action.id), specs)
            except _NoLabelError as error:
                yield f"{action.id}: {error}"
        if len(rows) < _PAGE:
            return
        after = rows[-1].id


class _NoLabelError(Exception):
    """An action is no example; the text says why."""


def _label(action: Action, case: Case, words: dict[str, Any] | None, specs: SpecHistory) -> Label:
    if action.kind == "approve" or (action.is_sending and case.shown is None):
        return _of_sent(action, case, words, specs)
    if case.body is None or case.context is None:
        raise _NoLabelError("there was no draft" if case.shown is None else "its words are not kept")
    spec = _spec_at(
        specs, case.persona, case.decision.now, (case.decision.document["spec"] or {}).get("digest")
    )
    findings = [finding for finding in case.findings if _cause_id(case, finding) != action.cause]
    if action.kind == "fact_wrong":
        spec = _corrected(spec, action.detail["changes"])
    elif action.kind != "rule_wrong":
        findings = list(case.findings)
    said = {"body": case.body, "inbound": case.context.inbound, "time_locked": case.context.time_locked}
    return _made(action, spec, case.decision.now.isoformat(), said, findings)


def _of_sent(action: Action, case: Case, words: dict[str, Any] | None, specs: SpecHistory) -> Label:
    """Return the label of a body that somebody sent: it was clean under the spec of that moment."""
    if words is None:
        raise _NoLabelError("its words are not kept")
    spec = _spec_at(specs, case.persona, dt.datetime.fromisoformat(action.detail["now"]), action.spec_digest)
    return _made(action, spec, action.detail["now"], words, [])


def _made(action: Action, spec: Spec, now: str, said: dict[str, Any], findings: list[Finding]) -> Label:
    if any(finding.text is None for finding in findings):
        raise _NoLabelError("its words are not kept")
    context = {key: said[key] for key in ("inbound", "time_locked") if said[key]}
    pairs = dict.fromkeys((finding.rule, finding.text) for finding in findings)
    row = {
        "id": action.id,
        "persona": f"{spec.persona}-{spec.digest[:12]}",
        "now": now,
        **({"context": context} if context else {}),
        "body": said["body"],
        "violations": [{"rule": rule, "text": text} for rule, text in pairs],
        "tags": [action.kind],
    }
    return Label(row, spec.to_dict())


def _spec_at(specs: SpecHistory, persona: str, when: dt.datetime, digest: str | None) -> Spec:
    if digest is None:
        raise _NoLabelError("it was checked under no spec")
    try:
        return specs.by_digest(persona, digest, when)
    except StoreError as error:
        raise _NoLabelError(f"the spec that it was checked under cannot be read again: {error}") from None


def _corrected(spec: Spec, changes: dict[str, Any]) -> Spec:
    try:
        return Spec.from_dict(apply_changes(spec.to_dict(), changes)[0])
    except (PathError, ValueError) as error:
        raise _NoLabelError(f"the facts of that moment cannot be corrected so: {error}") from None


def _cause_id(case: Case, finding: Finding) -> str:
    persona = indexed(case.persona, 64)
    tag = _TAGS[finding.family]
    return Cause(persona, tag, finding.rule, finding.claimed, finding.expected).id
