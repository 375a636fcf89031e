"""What a record quotes from messages, told apart from the rest, so that it can be erased by itself."""

from __future__ import annotations

import copy
import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

QUOTING: Final = frozenset(
    (
        "body",
        "claimed",
        "error",
        "goal",
        "inbound",
        "instruction",
        "message",
        "quote",
        "quotes",
        "suggestion",
        "text",
        "values",
    )
)
"""The keys whose values hold words of a message, or may."""

_LISTED: Final = {"errors": str}
"""Keys that are words only when they list texts: a hold names its rules' errors so, a validation holds objects."""


def split_words(document: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return a JSON document with None in place of each word, and the words by their place (`attempts/0/body`)."""
    bare = copy.deepcopy(document)
    words: dict[str, Any] = {}
    for place, holder, key in list(_places(bare)):
        words[place] = holder[key]
        holder[key] = None
    return bare, words


def join_words(bare: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    """Return the document that `split_words` took apart."""
    document = copy.deepcopy(bare)
    for place, holder, key in list(_places(document, missing=True)):
        if place in words:
            holder[key] = words[place]
    return document


def digest_of_text(text: str) -> str:
    """Return the SHA-256 of a text, escaped as JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(text).encode("ascii")).hexdigest()


def escaped(text: str) -> str:
    """Return a text as JSON escapes it, without its quotes: ASCII, without NUL, the same for a plain name."""
    return json.dumps(text)[1:-1]


def indexed(text: str, limit: int) -> str:
    """Return a name for a column of `limit` characters: escaped, and one that is too long cut, with its digest."""
    whole = escaped(text)
    return whole if len(whole) <= limit else f"{whole[: limit - 17]}~{digest_of_text(text)[:16]}"


def _places(
    value: Any,  # noqa: ANN401 - JSON
    place: str = "",
    *,
    missing: bool = False,
) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield where words are, or with `missing` where they were."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if _is_said(key, inner) or (missing and inner is None):
                yield f"{place}{key}", value, key
            else:
                yield from _places(inner, f"{place}{key}/", missing=missing)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _places(inner, f"{place}{number}/", missing=missing)


def _is_said(key: str, value: object) -> bool:
    if value is None:
        return False
    if key in _LISTED:
        return isinstance(value, list) and any(isinstance(entry, _LISTED[key]) for entry in value)
    return key in QUOTING
