"""What surrounds a draft: the client's last message, and whether the time is agreed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class DraftContext:
    """The context of one draft.

    `inbound` is the client's message that the draft answers, or None. `time_locked` says
    whether the appointment time is agreed.
    """

    inbound: str | None = None
    time_locked: bool = False

    @classmethod
    def of(cls, value: DraftContext | Mapping[str, Any] | None) -> DraftContext:
        """Accept a context, a mapping with its fields, or None.

        Raises `TypeError` for a wrong type and `ValueError` for an unknown key; both name
        the field.
        """
        if value is None:
            return _EMPTY
        if isinstance(value, DraftContext):
            return value
        if not isinstance(value, Mapping):
            msg = f"context: expected a mapping, got {type(value).__name__}"
            raise TypeError(msg)
        unknown = sorted(str(k) for k in value if k not in ("inbound", "time_locked"))
        if unknown:
            msg = f"context.{unknown[0]}: unknown key (known: inbound, time_locked)"
            raise ValueError(msg)
        inbound = value.get("inbound")
        if inbound is not None and not isinstance(inbound, str):
            msg = f"context.inbound: expected text, got {type(inbound).__name__}"
            raise TypeError(msg)
        locked = value.get("time_locked", False)
        if not isinstance(locked, bool):
            msg = f"context.time_locked: expected true or false, got {locked!r}"
            raise TypeError(msg)
        return cls(inbound, locked)


_EMPTY = DraftContext()
