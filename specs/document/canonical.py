"""The one form of a document that its digest is made of.

The canonical form is JSON with sorted keys, no spaces, non-ASCII characters escaped, and no
fields that are unset or equal to their default. Amounts lose their trailing zeros, so `1`,
`1.0` and `1.00` are one number. What has no order in meaning (rates, modes, slots, the keys of
an object) has been sorted when the document was read. A field that a later version adds is unset
in every document before it, so it changes no old digest.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from specs.document.numbers import exact
from specs.document.part import Part
from specs.document.times import write_moment

PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "facts": (
        "schema_version",
        "persona",
        "trade",
        "timezone",
        "currency",
        "rates",
        "deposit",
        "min_minutes",
        "modes",
        "locations",
        "channels",
        "payment",
        "services",
    ),
    "policy": ("policy", "never_offer", "voice"),
    "mission": ("mission",),
}
"""Which part each top-level field belongs to; every field is in exactly one.

Facts are what is true, and policy is what may be put in writing. `channels` and `payment` are
facts although rules of the policy family read them: they say how the professional is reached and
paid. `never_offer` and `voice` are policy.
"""


class PartDigests(NamedTuple):
    """The digest of each part: 64 hexadecimal digits. A change of one part leaves the other two."""

    facts: str
    policy: str
    mission: str


def plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Return a document or a piece of one as plain JSON values, without unset fields.

    Raises `TypeError` for a value that no document contains.
    """
    if isinstance(value, Part):
        return _plain_part(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return _plain_scalar(value)


def _plain_scalar(value: object) -> str | int | float | None:
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal | float):
        return exact(Decimal(str(value)))
    if isinstance(value, dt.datetime):
        return write_moment(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    msg = f"{type(value).__name__} is no value of a fact document"
    raise TypeError(msg)


def _plain_part(part: Part) -> dict[str, Any]:
    found = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if value is not None and (field.is_required() or value != field.default):
            found[field.alias or name] = plain(value)
    return found


def canonical_json(document: Mapping[str, Any]) -> str:
    """Return plain JSON values as canonical JSON; errors as for `json.dumps`."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def digest_of(document: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the canonical JSON as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(document).encode("ascii")).hexdigest()


def digests_of_parts(document: Mapping[str, Any]) -> PartDigests:
    """Return the digest of each part of a whole document in plain form."""
    return PartDigests(
        *(
            digest_of({key: document[key] for key in PARTS[part] if key in document})
            for part in PartDigests._fields
        )
    )
