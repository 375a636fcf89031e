"""The tables of what engines learn from: workflows, and what operators corrected.

They only grow, but for corrections, which quote messages: retention erases them.
"""

import datetime as dt
from typing import ClassVar

from sqlalchemy import BigInteger, Column, Index, Integer, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from specs.store.moments import UtcMoment

_ID = BigInteger().with_variant(Integer, "sqlite")


class WorkflowVersion(SQLModel, table=True):
    """One version of a workflow, as JSON; without a document, the workflow was withdrawn."""

    __tablename__: ClassVar[str] = "workflow_version"
    __table_args__ = (
        UniqueConstraint("name", "version", name="uq_workflow_version_name_version"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    name: str = Field(sa_column=Column(String(64), nullable=False))
    version: int = Field(sa_column=Column(Integer, nullable=False))
    document: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    author: str = Field(sa_column=Column(Text, nullable=False))
    note: str = Field(sa_column=Column(Text, nullable=False))
    created_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))


class CorrectionRow(SQLModel, table=True):
    """What an operator made of a body, by the engine build and the workflow version that wrote it.

    Both bodies are JSON strings. `correction_id` makes a correction that is stored twice impossible.
    """

    __tablename__: ClassVar[str] = "correction"
    __table_args__ = (
        UniqueConstraint("correction_id", name="uq_correction_correction_id"),
        Index("ix_correction_engine_workflow", "engine", "workflow", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    correction_id: str = Field(sa_column=Column(String(64), nullable=False))
    decision_id: str = Field(sa_column=Column(String(64), nullable=False))
    persona: str = Field(sa_column=Column(String(64), nullable=False))
    engine: str = Field(sa_column=Column(Text, nullable=False))
    workflow: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    before: str = Field(sa_column=Column(Text, nullable=False))
    after: str = Field(sa_column=Column(Text, nullable=False))
    author: str = Field(sa_column=Column(Text, nullable=False))
    note: str = Field(sa_column=Column(Text, nullable=False))
    created_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
