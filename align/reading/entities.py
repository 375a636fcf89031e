"""Characters written as HTML does, which a client's screen shows as what they stand for: "I&#39;m", "&pound;90"."""

from __future__ import annotations

import html
import re
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")


def decoded(body: str) -> tuple[str, list[int], list[int]] | None:
    """Return a body with its entities decoded, and where each character begins and ends in it; None without any."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for entity in _ENTITY.finditer(body):
        char = html.unescape(entity.group())
        if char == entity.group():
            continue
        first, last = entity.span()
        parts += body[at:first], char
        starts += [*range(at, first), *[first] * len(char)]
        ends += [*range(at + 1, first + 1), *[last] * len(char)]
        at = last
    if not at:
        return None
    parts.append(body[at:])
    starts += range(at, len(body))
    ends += range(at + 1, len(body) + 1)
    return "".join(parts), starts, ends
