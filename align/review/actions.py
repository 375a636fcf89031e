"""What people did about cases, as it is recorded."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from align.review.queries import SENDING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sqlalchemy import Row

ActionKind: TypeAlias = Literal["approve", "edit", "template", "reject", "fact_wrong", "rule_wrong"]
"""The last two leave a case open: the facts or the rule are to change first."""

EndStatus: TypeAlias = Literal["dispatched", "held", "failed"]


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody is about to do. `detail` is JSON without words of messages; `words` is the candidate to send."""

    kind: ActionKind
    author: str
    reason: str
    cause: str | None = None
    body_digest: str | None = None
    spec_digest: str | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Any] | None = field(default=None, repr=False)

    @property
    def is_closing(self) -> bool:
        """Whether the case is closed by it."""
        return self.kind == "reject" or self.is_sending

    @property
    def is_sending(self) -> bool:
        """Whether a body is to be sent."""
        return self.kind in SENDING


@dataclass(frozen=True, slots=True)
class Action:
    """What somebody did, on which decision and body, when (UTC), and why; as `review_action` holds it.

    The ids are escaped as JSON does it; that of a candidate is cut when it is long.
    """

    id: str
    decision_id: str
    candidate_id: str
    persona: str
    kind: ActionKind
    author: str
    reason: str
    acted_at: dt.datetime
    cause: str | None
    body_digest: str | None
    spec_digest: str | None
    detail: Mapping[str, Any]

    @property
    def is_sending(self) -> bool:
        """Whether a body is to be sent."""
        return self.kind in SENDING

    @classmethod
    def of(cls, row: Row[Any]) -> Action:
        """Return the action in a row."""
        return cls(
            row.action_id,
            row.decision_id,
            row.candidate_id,
            row.persona,
            row.kind,
            row.author,
            row.reason,
            row.acted_at,
            row.cause,
            row.body_digest,
            row.spec_digest,
            json.loads(row.detail),
        )


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of a body that a person sends.

    `dispatched` (with `is_duplicate`: the receiver had the candidate's key already), `held` by the gate, which makes the
    new decision a case, `failed` (the receiver refuses it), or `waiting`: it could not be sent now and will be tried again.
    """

    status: EndStatus | Literal["waiting"]
    action: Action
    decision_id: str | None = None
    cause: str | None = None
    is_duplicate: bool = False
