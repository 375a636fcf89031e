"""JSON text to data, with the place of every field.

Reading is quick and keeps no places; only when something is refused is the text walked once
more to find the line.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final, NoReturn

from specs.document.problems import Problem, SpecError, format_path, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)


class _NotJsonError(Exception):
    """The text is JSON for Python but not for us: a repeated key, NaN, a number beyond reading."""


def decode(raw: bytes, source: str | None = None) -> str:
    """Return UTF-8 bytes as text, without a byte order mark; raises `SpecError` with the place."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        message = f"not UTF-8: byte 0x{raw[error.start]:02x} at offset {error.start}"
        raise _refused(Problem("", message, raw[error.start], "UTF-8 text", line, column), source) from None


def read_json(text: str, source: str | None = None) -> dict[str, Any]:
    """Return the object that a JSON text holds; numbers with a point come as `Decimal`.

    Raises `SpecError` with line and column for text that is no JSON, a key that appears twice in
    one object, NaN and infinities, and anything but an object.
    """
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise _refused(Problem("", "the document is empty", None, "a JSON object", 1, 1), source)
    try:
        data = json.loads(
            text,
            object_pairs_hook=_unique,
            parse_float=_parse_number,
            parse_int=_parse_whole,
            parse_constant=_refuse,
        )
    except json.JSONDecodeError as error:
        problem = Problem("", f"not JSON: {_lower_first(error.msg)}", None, "JSON", error.lineno, error.colno)
        raise _refused(problem, source) from None
    except _NotJsonError:
        raise _refused(next(_faults(text)), source) from None
    except RecursionError:
        raise _refused(
            Problem("", "nested too deeply to be a fact document", None, "a few levels"), source
        ) from None
    if not isinstance(data, dict):
        legal = "a JSON object in {}"
        raise _refused(Problem("", f"the document is {show(data)}, not an object", data, legal, 1, 1), source)
    return data


@dataclass(frozen=True, slots=True)
class Places:
    """Where the fields of a JSON text stand, by path; made by `places_of`."""

    text: str
    offsets: Mapping[str, int] = field(repr=False)

    def find(self, path: str) -> tuple[int, int]:
        """Return line and column, from 1, of a path or else of the nearest part around it."""
        while path and path not in self.offsets:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return _line_and_column(self.text, self.offsets.get(path, 0))


def places_of(text: str) -> Places:
    """Return the place of every field of a text that `read_json` can read: its key, or its item in a list."""
    offsets: dict[str, int] = {}
    for path, offset, _token in _walk(text):
        offsets.setdefault(path, offset)
    return Places(text, offsets)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise _NotJsonError
    return data


def _parse_number(digits: str) -> Decimal:
    try:
        return Decimal(digits)
    except InvalidOperation:
        raise _NotJsonError from None


def _parse_whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _NotJsonError
    return int(digits)


_LONGEST_NUMBER: Final = 400


def _refuse(_constant: str) -> NoReturn:
    raise _NotJsonError


def _faults(text: str) -> Iterator[Problem]:
    """Yield what `_NotJsonError` stands for, with its place."""
    seen: dict[str, int] = {}
    for path, offset, lexeme in _walk(text):
        line, column = _line_and_column(text, offset)
        if lexeme == "key":
            if path in seen:
                first = _line_and_column(text, seen[path])[0]
                yield Problem(
                    path, f"appears twice; it is already on line {first}", None, "each key once", line, column
                )
            seen[path] = offset
        elif lexeme in ("NaN", "Infinity", "-Infinity"):
            yield Problem(path, f"{lexeme} is not a finite number", lexeme, "a finite number", line, column)
        elif lexeme[0] in "-0123456789" and _beyond_reading(lexeme):
            yield Problem(
                path, "is a number too large to read", None, "a number of ordinary size", line, column
            )


def _beyond_reading(lexeme: str) -> bool:
    try:
        Decimal(lexeme)
    except InvalidOperation:
        return True
    return len(lexeme) > _LONGEST_NUMBER and lexeme.lstrip("-").isdecimal()


def _walk(text: str) -> Iterator[tuple[str, int, str]]:
    """Yield path, offset and kind of every key (`key`), and of every scalar its lexeme, in order."""
    location: list[str | int] = []
    key_next = False
    for match in _TOKEN.finditer(text):
        lexeme, offset = match.group(), match.start()
        if lexeme in "{[":
            yield format_path(location), offset, lexeme
            # Until its first key is read, an object stands in the path as an empty key.
            location.append("" if lexeme == "{" else 0)
            key_next = lexeme == "{"
        elif lexeme in "}]":
            location.pop()
            key_next = False
        elif lexeme == ",":
            top = location[-1]
            location[-1] = top + 1 if isinstance(top, int) else ""
            key_next = not isinstance(top, int)
        elif lexeme == ":":
            key_next = False
        elif key_next:
            location[-1] = json.loads(lexeme)
            yield format_path(location), offset, "key"
        else:
            yield format_path(location), offset, lexeme


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _refused(problem: Problem, source: str | None) -> SpecError:
    return SpecError([problem], source)
