"""Fact documents from files and from text."""

from __future__ import annotations

from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from specs.document.problems import Problem, SpecError
from specs.document.source import decode, places_of, read_json
from specs.document.spec import Spec

if TYPE_CHECKING:
    from specs.document.text import Fold


def load_spec(path: str | PathLike[str], *, fold: Fold | None = None) -> Spec:
    """Return the spec in a UTF-8 JSON file.

    `fold` is as for `Spec.from_dict`. Raises `SpecError`, with the file and where possible the
    line and column of every problem, also when the file cannot be read.
    """
    name = fspath(path)
    try:
        raw = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SpecError([Problem("", f"cannot be read: {reason}", name)], name) from None
    return parse_spec(raw, source=name, fold=fold)


def parse_spec(text: str | bytes, *, source: str | None = None, fold: Fold | None = None) -> Spec:
    """Return the spec in a JSON text, or in the UTF-8 bytes of one.

    `source` names the text in errors. Raises `SpecError` with the line and column, counted from
    1, of every problem.
    """
    if isinstance(text, bytes):
        text = decode(text, source)
    data = read_json(text, source)
    try:
        return Spec.from_dict(data, fold=fold)
    except SpecError as error:
        places = places_of(text.removeprefix("\ufeff"))
        found = [(places.find(problem.path), problem) for problem in error.problems]
        placed = [replace(problem, line=line, column=column) for (line, column), problem in found]
        raise SpecError(sorted(placed, key=lambda p: (p.line or 0, p.column or 0)), source) from None
