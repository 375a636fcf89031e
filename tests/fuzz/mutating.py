"""How an input is changed: in words and signs of the field for drafts, in values of JSON for documents."""

from __future__ import annotations

import json
import random
from typing import Any, Final

from tests.fuzz import seeds, targets
from tests.fuzz.words import DICTIONARY, DISGUISES

_STRANGE: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 1, 1.5, 1e400, -0.0, 10**30, "", " ", "0", "x" * 300, "\ud800", "\x00", [], {}, [None], {"": None},
    "2026-02-30", "25:99", "2026-11-14", "Europe/London", "GBP", "XXX", "../../etc", [[[[]]]], {"minutes": 60, "amount": 45}, "call",
)  # fmt: skip


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """Return a changed input of at most so many bytes; equal seeds change equal inputs equally."""
    draw = random.Random(seed)  # noqa: S311 - a choice, not a secret
    kind = targets.kind_of(data)
    if kind in (targets.DOCUMENT, targets.LINE, targets.WIRE):
        return data[:1] + _json(data[1:], draw)[: most - 1]
    if draw.random() < 0.02:
        return fresh(draw)[:most]
    head = bytearray(data[: targets.HEAD].ljust(targets.HEAD, b"\0"))
    if draw.random() < 0.1:
        head[draw.randrange(targets.HEAD)] = draw.randrange(240)
    text = targets.text_of(data[targets.HEAD :])
    for _ in range(draw.choice((1, 1, 1, 2, 4))):
        text = _text(text, draw)
    return (bytes(head) + targets.bytes_of(text))[:most]


def fresh(draw: random.Random) -> bytes:
    """Return a new input made of a seed."""
    lot = draw.random()
    if lot < 0.04:
        return b"\xf4" + draw.choice(seeds.documents()).encode()
    if lot < 0.08:
        return b"\xf0" + draw.choice(seeds.lines()).encode()
    case = draw.choice(seeds.drafts())
    inbound = (case.context or {}).get("inbound")
    said = case.body if inbound is None else f"{case.body}{targets.BREAK}{inbound}"
    return bytes((draw.randrange(240), draw.randrange(256), draw.randrange(256))) + targets.bytes_of(said)


def _text(text: str, draw: random.Random) -> str:
    at = draw.randint(0, len(text))
    to = min(len(text), at + draw.choice((0, 1, 1, 2, 5, 12, 40)))
    lot = draw.randrange(9)
    if lot < 3:
        space = draw.choice(("", " "))
        return f"{text[:at]}{space}{draw.choice(DICTIONARY)}{space}{text[to if lot == 2 else at :]}"
    if lot == 3:
        return text[:at] + text[to:]
    if lot == 4:
        return text[:at] + text[at:to] * draw.choice((2, 3, 9)) + text[to:]
    if lot == 5:
        other = draw.choice(seeds.drafts()).body
        cut = draw.randint(0, len(other))
        return text[:at] + other[cut : cut + draw.choice((8, 30, 200))] + text[to:]
    if lot == 6:
        return text[:at] + draw.choice(DISGUISES).join(text[at:to]) + text[to:]
    if lot == 7:
        return (
            text[:at] + draw.choice((str.upper, str.lower, str.swapcase, str.title))(text[at:to]) + text[to:]
        )
    moved = draw.randint(0, len(text))
    return text[:at] + text[moved : moved + draw.choice((3, 20))] + text[at:]


def _json(data: bytes, draw: random.Random) -> bytes:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        at = draw.randint(0, len(data))
        return (
            data[:at]
            + draw.choice((b"", b"{", b"}", b'"', b"\\u", b"[" * 500, b"\xff", b"9" * 5000))
            + data[at + 1 :]
        )
    if draw.random() < 0.1:
        return data[: draw.randint(0, len(data))]
    changed = _value(value, draw)
    return json.dumps(changed, ensure_ascii=draw.random() < 0.9).encode("utf-8", "surrogatepass")


def _value(value: Any, draw: random.Random) -> Any:
    """Change one thing somewhere in a JSON value."""
    if draw.random() < 0.15 or not isinstance(value, dict | list | str):
        return draw.choice(_STRANGE)
    if isinstance(value, str):
        return _text(value, draw)
    if not value:
        return {draw.choice(("city", "minutes", "x")): draw.choice(_STRANGE)}
    if isinstance(value, list):
        at = draw.randrange(len(value))
        made = _value(value[at], draw)
        return [
            *value[:at],
            *draw.choice(([made], [], [value[at], value[at]], [made, made])),
            *value[at + 1 :],
        ]
    key = draw.choice(list(value))
    if draw.random() < 0.1:
        return {k: v for k, v in value.items() if k != key} | {_text(key, draw): value[key]}
    return {**value, key: _value(value[key], draw)}
