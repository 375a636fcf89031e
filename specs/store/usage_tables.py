"""The tables of what model servers cost, and of the machine that is leased for them.

Usage and the events of a lease only grow. The row of a lease changes: it says how things stand now.
"""

import datetime as dt
from typing import ClassVar

from sqlalchemy import BigInteger, Column, Float, Index, Integer, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from specs.store.moments import UtcMoment

_ID = BigInteger().with_variant(Integer, "sqlite")


class UsageRow(SQLModel, table=True):
    """What the calls of one kind, begun or ended in one minute, cost together.

    `batch` and `part` make a batch that is stored twice impossible. `amount_nano` is money in billionths of
    `currency`; both are null where no prices were set.
    """

    __tablename__: ClassVar[str] = "model_usage"
    __table_args__ = (
        UniqueConstraint("batch", "part", name="uq_model_usage_batch_part"),
        Index("ix_model_usage_minute", "minute"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    batch: str = Field(sa_column=Column(String(32), nullable=False))
    part: int = Field(sa_column=Column(Integer, nullable=False))
    minute: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    task: str = Field(sa_column=Column(String(64), nullable=False))
    model: str = Field(sa_column=Column(Text, nullable=False))
    engine: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    workflow: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    calls: int = Field(sa_column=Column(Integer, nullable=False))
    failed: int = Field(sa_column=Column(Integer, nullable=False))
    tries: int = Field(sa_column=Column(Integer, nullable=False))
    prompt_tokens: int = Field(sa_column=Column(BigInteger, nullable=False))
    completion_tokens: int = Field(sa_column=Column(BigInteger, nullable=False))
    wall_seconds: float = Field(sa_column=Column(Float, nullable=False))
    gpu_seconds: float = Field(sa_column=Column(Float, nullable=False))
    amount_nano: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    currency: str | None = Field(default=None, sa_column=Column(String(3), nullable=True))
    recorded_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))


class LeaseRow(SQLModel, table=True):
    """How a lease stands. `number` counts its events; who changes the row has locked it."""

    __tablename__: ClassVar[str] = "gpu_lease"

    name: str = Field(sa_column=Column(String(64), primary_key=True))
    number: int = Field(sa_column=Column(Integer, nullable=False))
    phase: str = Field(sa_column=Column(String(16), nullable=False))
    since: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    machine: str | None = Field(default=None, sa_column=Column(String(128), nullable=True))
    holder: str | None = Field(default=None, sa_column=Column(String(128), nullable=True))
    renewed_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    used_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    guest_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    failures: int = Field(sa_column=Column(Integer, nullable=False))
    retry_at: dt.datetime | None = Field(default=None, sa_column=Column(UtcMoment, nullable=True))
    settles_at: dt.datetime | None = Field(default=None, sa_column=Column(UtcMoment, nullable=True))


class LeaseEventRow(SQLModel, table=True):
    """One move of a lease to a phase, by whom and why."""

    __tablename__: ClassVar[str] = "lease_event"
    __table_args__ = (
        UniqueConstraint("lease", "number", name="uq_lease_event_lease_number"),
        Index("ix_lease_event_at", "at"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    lease: str = Field(sa_column=Column(String(64), nullable=False))
    number: int = Field(sa_column=Column(Integer, nullable=False))
    phase: str = Field(sa_column=Column(String(16), nullable=False))
    machine: str | None = Field(default=None, sa_column=Column(String(128), nullable=True))
    holder: str | None = Field(default=None, sa_column=Column(String(128), nullable=True))
    cause: str = Field(sa_column=Column(Text, nullable=False))
    at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
