"""What the record of decisions hands out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from align.audit.words import join_words

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Row

    from align.gate.decision import OutcomeName


@dataclass(frozen=True, slots=True)
class DecisionFilter:
    """Which decisions are meant; None is any.

    `tag` is that of a hold reason, `rule` the id of a rule or dimension that spoke against one of the bodies, `since`
    (inclusive) a moment with an offset. `unjudged` leaves those that passed while the judge was absent, `raised` those
    that a late judgement speaks against. `personas` are those of whom anything may be seen, none for the empty set;
    `before` leaves those that were recorded before the decision of this number.
    """

    persona: str | None = None
    outcome: OutcomeName | None = None
    tag: str | None = None
    rule: str | None = None
    since: dt.datetime | None = None
    unjudged: bool = False
    raised: bool = False
    personas: frozenset[str] | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class StoredDecision:
    """A decision as it was recorded.

    `document` is its JSON; where `has_words` is false (masked, or erased since) it holds None in place of each word of a
    message. `late` is what a judge said afterwards, in the same way. `number` counts in the order of recording.
    """

    number: int
    id: str
    persona: str
    now: dt.datetime
    recorded_at: dt.datetime
    document: dict[str, Any] = field(repr=False)
    has_words: bool
    late: dict[str, Any] | None = field(default=None, repr=False)

    @classmethod
    def of(cls, row: Row[Any]) -> StoredDecision:
        """Return the record in a joined row of decisions, words and late judgements."""
        bare = json.loads(row.document)
        bare["attempts"] = json.loads(row.attempts)
        if row.outcome == "held":
            bare["outcome"]["reasons"] = json.loads(row.holds)
        late = None if row.late is None else json.loads(row.late)
        return cls(
            row.id,
            row.decision_id,
            bare["candidate"]["persona"],
            row.now,
            row.recorded_at,
            bare if row.words is None else join_words(bare, json.loads(row.words)),
            row.words is not None,
            late if late is None or row.late_words is None else join_words(late, json.loads(row.late_words)),
        )

    @property
    def outcome(self) -> str:
        """`passed`, `downgraded` or `held`."""
        return str(self.document["outcome"]["name"])

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of the hold reasons, in order; none when it was not held."""
        return tuple(reason["tag"] for reason in self.document["outcome"].get("reasons", ()))

    @property
    def is_raised(self) -> bool:
        """Whether a late judgement speaks against a body that had passed."""
        return bool(self.late and self.late["judge_violations"])

    @property
    def body(self) -> str | None:
        """The body that was let go, else the last one that was looked at; None where there is none, or no words."""
        going: str | None = self.document["outcome"].get("body")
        if going is not None:
            return going
        attempts = self.document["attempts"]
        last: str | None = attempts[-1]["body"] if attempts else self.document["candidate"]["body"]
        return last

    def to_dict(self) -> dict[str, Any]:
        """Return the decision as plain JSON values, as it is exported."""
        about = {"recorded_at": self.recorded_at.isoformat(), "has_words": self.has_words}
        return {**self.document, **about, "late_judgement": self.late}


@dataclass(frozen=True, slots=True)
class Erased:
    """What retention took away: the words of so many decisions and late judgements, and so many corrections."""

    decisions: int
    late_judgements: int
    corrections: int = 0
