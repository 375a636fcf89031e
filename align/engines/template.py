"""The template engine: always there, no model. It writes what an operator stored under a key."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.engines.engine import Draft, Drafted, DraftRequest
from align.engines.ids import TEMPLATE
from align.harness.failures import Absent
from specs.filling import PlaceError, ValuesMissingError, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from align.harness.deadline import Deadline


@dataclass(frozen=True, slots=True)
class Unfilled(Absent):
    """A template that gave no body: `names` are the values that the candidate lacks, none when a brace is at fault."""

    names: tuple[str, ...] = ()


def fill_template(body: str, values: Mapping[str, str]) -> str | Unfilled:
    """Return a template's body with a candidate's values in its places, whole or not at all."""
    try:
        return filled(body, values)
    except ValuesMissingError as error:
        return Unfilled("unfilled_template", str(error), names=error.names)
    except PlaceError as error:
        return Unfilled("unfilled_template", str(error))


class TemplateEngine:
    """Writes the body of the candidate's template; has no second one.

    `body_of` returns the stored body that holds for a request, None when there is none; it is called in a thread. A body
    with a place for which the request has no value is no body.
    """

    def __init__(self, body_of: Callable[[DraftRequest], str | None]) -> None:
        self._body_of = body_of

    @property
    def id(self) -> str:
        """`template`."""
        return TEMPLATE

    @property
    def can_redraft(self) -> bool:
        """False: there is one body a key."""
        return False

    async def draft(self, request: DraftRequest, deadline: Deadline) -> Draft:
        """Return the template's body, or say that there is none."""
        del deadline
        # A template comes from a database: other passes go on meanwhile.
        body = None if request.previous is not None else await asyncio.to_thread(self._body_of, request)
        if body is None:
            return Absent("not_configured", f"no template '{request.template_key}'")
        text = fill_template(body, request.values)
        return text if isinstance(text, Unfilled) else Drafted(text)
