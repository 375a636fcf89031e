"""JSON values as Python literals, for revisions that people review.

Everything an operator writes goes into a revision as a literal made here: nothing is ever
interpolated into code, and what a reader of the file could not see is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_WIDTH: Final = 96
_STEP: Final = "    "
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def literal(value: object, indent: int = 0) -> str:
    """Return plain JSON values as a Python literal, broken into lines where it is long.

    `indent` is the depth, in steps of four spaces, of the line on which it begins. Raises `TypeError` for
    anything but JSON values.
    """
    line = _on_one_line(value)
    if (
        len(line) + indent * len(_STEP) <= _WIDTH
        or not isinstance(value, Mapping | list | tuple)
        or not value
    ):
        return line
    inside = _STEP * (indent + 1)
    if isinstance(value, Mapping):
        items = [f"{inside}{_string(str(k))}: {literal(v, indent + 1)},\n" for k, v in value.items()]
        return "{\n" + "".join(items) + _STEP * indent + "}"
    items = [f"{inside}{literal(item, indent + 1)},\n" for item in value]
    return "[\n" + "".join(items) + _STEP * indent + "]"


def _on_one_line(value: object) -> str:
    if isinstance(value, str):
        return _string(value)
    if value is None or isinstance(value, bool | int | float):
        return repr(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_string(str(k))}: {_on_one_line(v)}" for k, v in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(_on_one_line(item) for item in value) + "]"
    raise TypeError(f"{type(value).__name__} is no JSON value")


def _string(text: str) -> str:
    return '"' + "".join(_character(character) for character in text) + '"'


def _character(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
