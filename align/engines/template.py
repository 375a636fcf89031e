"""The template engine: always there, no model. It writes what an operator stored under a key."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from align.engines.engine import Draft, Drafted, DraftRequest
from align.engines.ids import TEMPLATE
from align.harness.failures import Absent

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.harness.deadline import Deadline


class TemplateEngine:
    """Writes the body of the candidate's template; has no second one.

    `body_of` returns the body that holds for a request, None when there is none; it is called in a thread.
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
        return Drafted(body)
