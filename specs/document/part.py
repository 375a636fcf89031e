"""What every part of a fact document has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A part of a fact document: immutable, strict, and closed to unknown keys.

    A field that is None is absent, which means not checked; an empty tuple or mapping is
    present, and means that nothing is allowed.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", defer_build=True)
