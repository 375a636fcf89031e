"""Documents of an older schema, brought to the present one when they are read.

A stored version is never rewritten. When the schema of fact documents changes, the step from the
version before is added to `STEPS`; the digest stays that of the document as it was stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from specs.document.numbers import SCHEMA_VERSION
from specs.store.errors import StoreError

Step: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes a document of one version and returns it in the next, without touching what it was given."""

STEPS: Final[Mapping[int, Step]] = {}
"""The step from each older version to the one after it. Version 1 is the only one so far."""


def upcast(
    document: dict[str, Any],
    version: int,
    *,
    steps: Mapping[int, Step] = STEPS,
    target: int = SCHEMA_VERSION,
) -> dict[str, Any]:
    """Return a stored document in the schema of this release.

    Raises `StoreError` for a document of a newer schema, and for one that no step leads from.
    """
    if version > target:
        raise StoreError(
            f"a document of schema version {version} needs a newer release; this one reads {target}"
        )
    for number in range(version, target):
        if number not in steps:
            raise StoreError(f"no step leads from schema version {number} to {number + 1}")
        document = {**steps[number](document), "schema_version": number + 1}
    return document
