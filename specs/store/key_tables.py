"""The tables of the service's keys. They only grow: a key is taken back by a row of its own."""

import datetime as dt
from typing import ClassVar

from sqlalchemy import BigInteger, Column, Index, Integer, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from specs.store.moments import UtcMoment

_ID = BigInteger().with_variant(Integer, "sqlite")


class ApiKeyRow(SQLModel, table=True):
    """One key, without its secret: `digest` is the SHA-256 of that, and `key_id` is what it is looked up by.

    `personas` and `scopes` are JSON lists; no `personas` means all of them. `rotated_from` is the key in whose place it
    was made.
    """

    __tablename__: ClassVar[str] = "api_key"
    __table_args__ = (
        UniqueConstraint("key_id", name="uq_api_key_key_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    key_id: str = Field(sa_column=Column(String(16), nullable=False))
    name: str = Field(sa_column=Column(Text, nullable=False))
    digest: str = Field(sa_column=Column(String(64), nullable=False))
    personas: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    scopes: str = Field(sa_column=Column(Text, nullable=False))
    rotated_from: str | None = Field(default=None, sa_column=Column(String(16), nullable=True))
    author: str = Field(sa_column=Column(Text, nullable=False))
    created_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    expires_at: dt.datetime | None = Field(default=None, sa_column=Column(UtcMoment, nullable=True))


class ApiKeyRevocationRow(SQLModel, table=True):
    """From `revoked_at` on a key opens nothing; of several revocations of a key the earliest moment counts."""

    __tablename__: ClassVar[str] = "api_key_revocation"
    __table_args__ = (
        UniqueConstraint("key_id", "revoked_at", name="uq_api_key_revocation_key_id_revoked_at"),
        Index("ix_api_key_revocation_key_id", "key_id"),
        {"sqlite_autoincrement": True},
    )

    id: int | None = Field(default=None, sa_column=Column(_ID, primary_key=True))
    key_id: str = Field(sa_column=Column(String(16), nullable=False))
    revoked_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    author: str = Field(sa_column=Column(Text, nullable=False))
    created_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
