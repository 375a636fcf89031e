"""What is wrong with a fact document, and where: problems, and the error that carries them."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_PLAIN_KEY: Final = re.compile(r"[^\W\d][\w-]*")
_LONGEST_VALUE: Final = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a fact document may not say.

    `path` is the field as a person writes it (`rates[2].amount`), empty for the document as a
    whole. `message` is a sentence for people. `value` is what was found, None when a required
    field is missing. `legal` says what may stand there, where that can be said in a phrase.
    `line` and `column` count from 1 and are None when the text is not at hand.
    """

    path: str
    message: str
    value: object = None
    legal: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return the path and the message, without the file."""
        return f"{self.path}: {self.message}" if self.path else self.message


class SpecError(ValueError):
    """A fact document is refused; `problems` says why, in the order of the document.

    `source` is the file or other name under which the document was read, or None. The text of
    the error has one line a problem, each with its place: `facts.json:12:5: rates[2].amount: ...`.
    """

    def __init__(self, problems: Iterable[Problem], source: str | None = None) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.source = source
        super().__init__(self.problems, source)

    def __str__(self) -> str:
        """Return one line a problem."""
        return "\n".join(f"{self._place(problem)}{problem}" for problem in self.problems)

    def _place(self, problem: Problem) -> str:
        if problem.line is None:
            return f"{self.source}: " if self.source else ""
        column = "" if problem.column is None else f":{problem.column}"
        return f"{self.source or 'line '}{':' if self.source else ''}{problem.line}{column}: "


def format_path(location: Sequence[str | int]) -> str:
    """Return keys and indexes as one path: `("rates", 2, "amount")` is `rates[2].amount`.

    A key that is no plain word is quoted: `channels.handles["my app"]`.
    """
    path = ""
    for step in location:
        if isinstance(step, int):
            path += f"[{step}]"
        elif _PLAIN_KEY.fullmatch(step):
            path += f".{step}" if path else step
        else:
            path += f"[{json.dumps(step)}]"
    return path


def show(value: object) -> str:
    """Return a value as it would stand in the document, cut to 60 characters, escaped where not printable."""
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list | tuple | set | frozenset):
        return "a list"
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int | float | Decimal):
        return _show_number(value)
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    return _cut(json.dumps(text, ensure_ascii=not text.isprintable()))


def _show_number(value: float | Decimal) -> str:
    # Python refuses to write out very long integers.
    too_long = isinstance(value, int) and abs(value) >= 10**_LONGEST_VALUE
    return "a very large number" if too_long else _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"
