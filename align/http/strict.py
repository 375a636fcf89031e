"""Requests whose JSON has each key once: `align.strict_json` says why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from align.http.problems import FieldProblem, invalid
from align.strict_json import RepeatedKeyError, without_repeats

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


class StrictRoute(APIRoute):
    """A route that refuses a body with a repeated key as invalid."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, which reads the body strictly."""
        handler = super().get_route_handler()

        async def strict(request: Request) -> Response:
            return await handler(_StrictRequest(request.scope, request.receive))

        return strict


class _StrictRequest(Request):
    async def json(self) -> Any:  # noqa: ANN401 - JSON may be anything
        try:
            return json.loads(await self.body(), object_pairs_hook=without_repeats)
        except RepeatedKeyError as error:
            raise invalid(FieldProblem("", str(error))) from None
