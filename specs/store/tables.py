"""The tables of the spec store. Every one of them only grows: triggers refuse updates and deletes."""

import datetime as dt
from typing import ClassVar

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from specs.store.moments import UtcMoment

metadata: MetaData = SQLModel.metadata

_BY_MIGRATION = text("revision IS NOT NULL")
_ID = BigInteger().with_variant(Integer, "sqlite")


class SpecVersion(SQLModel, table=True):
    """One version of a persona's facts and policy: the whole document, without its mission.

    Without a document, the persona was retired.
    """

    __tablename__: ClassVar[str] = "spec_version"
    __table_args__ = (
        UniqueConstraint("persona", "version", name="uq_spec_version_persona_version"),
        Index("ix_spec_version_persona_effective", "persona", "effective_from", "version"),
        Index("ix_spec_version_persona_id", "persona", "id"),
        Index(
            "ix_spec_version_revision",
            "revision",
            sqlite_where=_BY_MIGRATION,
            postgresql_where=_BY_MIGRATION,
        ),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    persona: str = Field(sa_column=Column(String(64), nullable=False))
    version: int = Field(sa_column=Column(Integer, nullable=False))
    schema_version: int = Field(sa_column=Column(Integer, nullable=False))
    document: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    digest: str = Field(sa_column=Column(String(64), nullable=False))
    author: str = Field(sa_column=Column(Text, nullable=False))
    note: str = Field(sa_column=Column(Text, nullable=False))
    revision: str | None = Field(default=None, sa_column=Column(String(32), nullable=True))
    created_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    effective_from: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))


class MissionVersion(SQLModel, table=True):
    """One version of a persona's mission for one local day; without a document, the mission was cleared."""

    __tablename__: ClassVar[str] = "mission_version"
    __table_args__ = (
        UniqueConstraint("persona", "day", "version", name="uq_mission_version_persona_day_version"),
        Index("ix_mission_version_persona_id", "persona", "id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    persona: str = Field(sa_column=Column(String(64), nullable=False))
    day: dt.date = Field(sa_column=Column(Date, nullable=False))
    version: int = Field(sa_column=Column(Integer, nullable=False))
    document: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    author: str = Field(sa_column=Column(Text, nullable=False))
    note: str = Field(sa_column=Column(Text, nullable=False))
    created_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))


class TemplateVersion(SQLModel, table=True):
    """One version of a template's body, as a JSON string; without one, the template was withdrawn."""

    __tablename__: ClassVar[str] = "template_version"
    __table_args__ = (
        UniqueConstraint("persona", "key", "version", name="uq_template_version_persona_key_version"),
        Index("ix_template_version_persona_effective", "persona", "key", "effective_from", "version"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    persona: str = Field(sa_column=Column(String(64), nullable=False))
    key: str = Field(sa_column=Column(String(64), nullable=False))
    version: int = Field(sa_column=Column(Integer, nullable=False))
    body: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    digest: str | None = Field(default=None, sa_column=Column(String(64), nullable=True))
    author: str = Field(sa_column=Column(Text, nullable=False))
    note: str = Field(sa_column=Column(Text, nullable=False))
    created_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    effective_from: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
