"""The table of sessions of the review page."""

import datetime as dt
from typing import ClassVar

from sqlalchemy import Column, Index, String, Text
from sqlmodel import Field, SQLModel

from specs.store.moments import UtcMoment


class ReviewSessionRow(SQLModel, table=True):
    """One who is signed in: `token_digest` is the SHA-256 of what the browser holds, never the token itself.

    `key_id` is the key that was shown at the door, None on a service without keys; `operator` is JSON. Rows are erased when
    the session ends.
    """

    __tablename__: ClassVar[str] = "review_session"
    __table_args__ = (Index("ix_review_session_expires_at", "expires_at"),)

    token_digest: str = Field(sa_column=Column(String(64), primary_key=True))
    key_id: str | None = Field(default=None, sa_column=Column(String(16), nullable=True))
    operator: str = Field(sa_column=Column(Text, nullable=False))
    created_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
    expires_at: dt.datetime = Field(sa_column=Column(UtcMoment, nullable=False))
