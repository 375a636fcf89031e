"""A date found in a text, before its neighbours complete it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Found(NamedTuple):
    """A date on the words `[first, last)`; `weekday` is set where only a weekday was said.

    `number` is set where only a day of the month was said, and `kind` names what may be
    completed by a neighbour: "week" for "next week … Friday".
    """

    first: int
    last: int
    begin: date
    until: date
    vague: bool = False
    weekday: int | None = None
    number: int | None = None
    kind: str = ""
