"""The tables of decisions. They only grow, but for the words of messages, which retention erases.

A decision holds nothing that quotes a message: those words lie in `decision_body`, so that they can go while
every decision stays. Names from outside are held as JSON escapes them, since any text is a legal one.
"""

import datetime as dt
from typing import ClassVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from specs.store.moments import UtcMoment

_ID = BigInteger().with_variant(Integer, "sqlite")
_REVIEWABLE = text("outcome = 'held' OR mode = 'DRAFT'")
# Each database uses an index with a condition where a query says the condition in the same way.
_BAD_SQLITE = text("is_bad = 1")
_BAD_POSTGRESQL = text("is_bad")


class DecisionRow(SQLModel, table=True):
    """One pass through the gate, without words: `holds` and `attempts` as JSON, `document` the rest of it.

    `tags` and `rules` are lists with a space around each name, `digest` is of all that was recorded, words included.
    """

    __tablename__: ClassVar[str] = "decision"
    __table_args__ = (
        UniqueConstraint("decision_id", name="uq_decision_decision_id"),
        Index("ix_decision_persona_id", "persona", "id"),
        Index("ix_decision_candidate_id", "candidate_id"),
        Index("ix_decision_now", "now"),
        Index("ix_decision_reviewable", "id", sqlite_where=_REVIEWABLE, postgresql_where=_REVIEWABLE),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    decision_id: str = Field(sa_column=Column(String(64), nullable=False))
    candidate_id: str = Field(sa_column=Column(String(128), nullable=False))
    persona: str = Field(sa_column=Column(String(64), nullable=False))
    spec_version: int | None = Field(default=None, sa_column=Column(Integer, nullable=True))
    mission_version: int | None = Field(default=None, sa_column=Column(Integer, nullable=True))
    spec_digest: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    facts_digest: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    policy_digest: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    mission_digest: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    engine: str = Field(sa_column=Column(Text, nullable=False))
    workflow: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    mode: str = Field(sa_column=Column(String(8), nullable=False))
    now: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    outcome: str = Field(sa_column=Column(String(16), nullable=False))
    is_unjudged: bool = Field(sa_column=Column(Boolean, nullable=False))
    tags: str = Field(sa_column=Column(Text, nullable=False))
    rules: str = Field(sa_column=Column(Text, nullable=False))
    holds: str = Field(sa_column=Column(Text, nullable=False))
    attempts: str = Field(sa_column=Column(Text, nullable=False))
    document: str = Field(sa_column=Column(Text, nullable=False))
    seconds: float = Field(sa_column=Column(Float, nullable=False))
    prompt_tokens: int = Field(sa_column=Column(Integer, nullable=False))
    completion_tokens: int = Field(sa_column=Column(Integer, nullable=False))
    digest: str = Field(sa_column=Column(String(64), nullable=False))
    recorded_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))


class DecisionBody(SQLModel, table=True):
    """The words that a record quotes, as JSON by their place in it. `part`: `pass`, or `late` for a late judgement."""

    __tablename__: ClassVar[str] = "decision_body"
    __table_args__ = (
        UniqueConstraint("decision_id", "part", name="uq_decision_body_decision_id_part"),
        Index("ix_decision_body_recorded_at", "recorded_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    decision_id: str = Field(sa_column=Column(String(64), nullable=False))
    part: str = Field(sa_column=Column(String(8), nullable=False))
    words: str = Field(sa_column=Column(Text, nullable=False))
    recorded_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))


class LateJudgementRow(SQLModel, table=True):
    """What a judge said of a body that had passed without it; `is_bad`: it would have been held."""

    __tablename__: ClassVar[str] = "late_judgement"
    __table_args__ = (
        UniqueConstraint("decision_id", name="uq_late_judgement_decision_id"),
        Index(
            "ix_late_judgement_bad",
            "decision_id",
            sqlite_where=_BAD_SQLITE,
            postgresql_where=_BAD_POSTGRESQL,
        ),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    decision_id: str = Field(sa_column=Column(String(64), nullable=False))
    is_bad: bool = Field(sa_column=Column(Boolean, nullable=False))
    document: str = Field(sa_column=Column(Text, nullable=False))
    judged_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
