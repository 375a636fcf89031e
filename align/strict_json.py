"""JSON whose keys stand once: of a key that stands twice, two readers may take two values.

A message could then be checked by one value and sent by the other.
"""

from __future__ import annotations

from typing import Any


class RepeatedKeyError(ValueError):
    """A key stands twice in one object. The text says so, and quotes nothing."""

    def __init__(self) -> None:
        super().__init__("a key stands twice in one object")


def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object's keys and values, as `object_pairs_hook` of `json.loads`; raises `RepeatedKeyError`."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise RepeatedKeyError
    return found
