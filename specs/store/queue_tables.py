"""The table of candidates: work on its way, so its rows change; what came of each pass lies in the decisions."""

import datetime as dt
from typing import ClassVar

from sqlalchemy import BigInteger, Column, Index, Integer, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from specs.store.moments import UtcMoment

_ID = BigInteger().with_variant(Integer, "sqlite")


class CandidateRow(SQLModel, table=True):
    """One message on its way. Whoever holds `lease` works on it; from `available_at` on anybody may take it.

    `candidate_id` is unique for each persona. `words` is the candidate as JSON, `outgoing` the body that is sent or waits for a person, as a JSON string;
    retention empties both. `takes` counts how often it was taken without an end.
    """

    __tablename__: ClassVar[str] = "candidate"
    __table_args__ = (
        UniqueConstraint("persona", "candidate_id", name="uq_candidate_persona_candidate_id"),
        Index("ix_candidate_status_available_at", "status", "available_at", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    persona: str = Field(sa_column=Column(String(64), nullable=False))
    candidate_id: str = Field(sa_column=Column(String(128), nullable=False))
    digest: str = Field(sa_column=Column(String(64), nullable=False))
    words: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    status: str = Field(sa_column=Column(String(16), nullable=False))
    takes: int = Field(sa_column=Column(Integer, nullable=False))
    lease: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    available_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    decision_id: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    outgoing: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    cause: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    queued_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    changed_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
