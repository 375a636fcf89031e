"""The tables of reviews: what people decided about cases, and what came of it. They only grow, but for words."""

import datetime as dt
from typing import ClassVar

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from specs.store.moments import UtcMoment

_ID = BigInteger().with_variant(Integer, "sqlite")
# Each database uses an index with a condition where a query says the condition in the same way.
_CLOSING_SQLITE = text("is_closing = 1")
_CLOSING_POSTGRESQL = text("is_closing")


class ReviewActionRow(SQLModel, table=True):
    """What somebody decided about a decision's body. Of the actions that close a case there is one a decision.

    `body_digest` is of the body that the action is about: the one to be sent, else the one that was looked at; None
    where there is none. `spec_digest` is of the spec under which a body was checked. `cause` is the group that the
    action resolved, `detail` JSON without words of messages.
    """

    __tablename__: ClassVar[str] = "review_action"
    __table_args__ = (
        UniqueConstraint("action_id", name="uq_review_action_action_id"),
        Index(
            "uq_review_action_closing",
            "decision_id",
            unique=True,
            sqlite_where=_CLOSING_SQLITE,
            postgresql_where=_CLOSING_POSTGRESQL,
        ),
        Index("ix_review_action_candidate_id", "candidate_id", "persona"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    action_id: str = Field(sa_column=Column(String(64), nullable=False))
    decision_id: str = Field(sa_column=Column(String(64), nullable=False))
    candidate_id: str = Field(sa_column=Column(String(128), nullable=False))
    persona: str = Field(sa_column=Column(String(64), nullable=False))
    kind: str = Field(sa_column=Column(String(16), nullable=False))
    is_closing: bool = Field(sa_column=Column(Boolean, nullable=False))
    author: str = Field(sa_column=Column(Text, nullable=False))
    reason: str = Field(sa_column=Column(Text, nullable=False))
    cause: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    body_digest: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    spec_digest: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    detail: str = Field(sa_column=Column(Text, nullable=False))
    acted_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))


class ReviewStepRow(SQLModel, table=True):
    """How far a body is that a person sends. `step`: `sending` before it goes out, `ended` when all is done.

    `status` says how it ended, `new_decision_id` names the decision that let it go, or held it.
    """

    __tablename__: ClassVar[str] = "review_step"
    __table_args__ = (
        UniqueConstraint("action_id", "step", name="uq_review_step_action_id_step"),
        Index("ix_review_step_status", "status", "new_decision_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    action_id: str = Field(sa_column=Column(String(64), nullable=False))
    step: str = Field(sa_column=Column(String(8), nullable=False))
    status: str | None = Field(default=None, sa_column=Column(String(16), nullable=True))
    new_decision_id: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    cause: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    stepped_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))


class ReviewWords(SQLModel, table=True):
    """What retention erases of an action, as JSON. `part`: `candidate` with the body to send, or `outgoing`."""

    __tablename__: ClassVar[str] = "review_words"
    __table_args__ = (
        UniqueConstraint("action_id", "part", name="uq_review_words_action_id_part"),
        Index("ix_review_words_recorded_at", "recorded_at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    action_id: str = Field(sa_column=Column(String(64), nullable=False))
    part: str = Field(sa_column=Column(String(16), nullable=False))
    words: str = Field(sa_column=Column(Text, nullable=False))
    recorded_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
