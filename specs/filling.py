"""The places in a template that a candidate fills: `{name}`, and `{{` and `}}` for braces themselves.

A place is a name and nothing else: no attribute, index, conversion or format can be asked for, and what a value says
is put in as it is, never read for places of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

SAMPLE: Final = "so-and-so"
"""What stands for every value where a template is looked at before there is a candidate."""

NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
"""What a place, and so a value, may be called."""

_BRACED: Final = re.compile(r"\{\{|\}\}|\{(" + NAME.pattern + r")\}|[{}]")


class PlaceError(ValueError):
    """A brace that is neither doubled nor part of a place; the message says where, and what to write.

    `at` is its index, and `reason` the message without the place.
    """

    def __init__(self, body: str, at: int) -> None:
        """Name the line and the column, both from 1, of the brace at an index."""
        line = body.count("\n", 0, at) + 1
        column = at - body.rfind("\n", 0, at)
        told = "'}' ends no place" if body[at] == "}" else f"'{body[at]}' begins no place"
        self.at = at
        self.reason = f"{told}; write {{name}} in small letters, digits and _, or {body[at] * 2} for a brace"
        super().__init__(f"line {line}, column {column}: {self.reason}")


class ValuesMissingError(LookupError):
    """A template needs values that there are not, or that are blank; `names` in the order of the text."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Keep the names."""
        super().__init__(f"no value for {', '.join(names)}")
        self.names = names


def places_in(body: str) -> tuple[str, ...]:
    """Return the names that a template needs, each once, in order; raises `PlaceError`."""
    found: dict[str, None] = {}

    def note(name: str) -> str:
        found[name] = None
        return ""

    _replaced(body, note)
    return tuple(found)


def filled(body: str, values: Mapping[str, str]) -> str:
    """Return a template with a candidate's values in their places; values that it has no place for are left.

    Raises `PlaceError`, and `ValuesMissingError` with all names for which there is no value, or a blank one.
    """
    missing = tuple(name for name in places_in(body) if not values.get(name, "").strip())
    if missing:
        raise ValuesMissingError(missing)
    return _replaced(body, values.__getitem__)


def sampled(body: str) -> str:
    """Return a template with `SAMPLE` in every place, to look at what its own words say.

    One whose places cannot be read, as templates stored before there were places may be, comes back as it is.
    """
    try:
        return _replaced(body, lambda _name: SAMPLE)
    except PlaceError:
        return body


def sample_pieces(body: str) -> Iterator[tuple[str, int, int]]:
    """Yield the pieces of a sampled template, each with the range of the template's own text that it stands for.

    A piece as long as its range is that range's text. Raises `PlaceError` where the pieces reach a brace that is no
    place's.
    """
    at = 0
    for match in _BRACED.finditer(body):
        if at < match.start():
            yield body[at : match.start()], at, match.start()
        text = SAMPLE if match[1] is not None else match[0][0]
        if match[1] is None and len(match[0]) == 1:
            raise PlaceError(body, match.start())
        yield text, match.start(), match.end()
        at = match.end()
    if at < len(body):
        yield body[at:], at, len(body)


def _replaced(body: str, text_of: Callable[[str], str]) -> str:
    def text(match: re.Match[str]) -> str:
        if match[1] is not None:
            return text_of(match[1])
        if len(match[0]) == 2:
            return match[0][0]
        raise PlaceError(body, match.start())

    return _BRACED.sub(text, body) if "{" in body or "}" in body else body
