"""What FastAPI cannot say of itself in the OpenAPI document: the problems of every layer, and the lines of a batch."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import models_json_schema

from align.http.answers import BatchProblem, BatchValidated
from align.http.door import KEYED
from align.http.examples import ANSWERS
from align.http.fields import BatchLine
from align.http.problems import MEDIA_TYPE
from align.http.traffic import BATCH, lane_of

if TYPE_CHECKING:
    from fastapi import FastAPI

LINES: Final = "x-lines"
"""Beside the schema of a JSONL stream: that of each of its lines."""

_TOLD: Final = {
    "401": "The key is missing, unknown, expired or revoked.",
    "403": "The key does not have the scope; or the service has no keys, and this is another machine.",
    "404": "It is not there, or not for this key.",
    "408": "The body did not come in time.",
    "413": "The body is too long.",
    "415": "The header `Content-Type` says something else than what is to be sent.",
    "422": "A field is at fault.",
    "429": "Too many requests are under way.",
    "500": "The service failed; its log says where.",
    "503": "The database is away, or the service is ending.",
    "504": "The answer was not ready in time.",
}
_SECONDS: Final = {
    "description": "Seconds to wait before the next try.",
    "schema": {"type": "integer", "minimum": 1},
}
_SENT: Final[dict[str, Any]] = {
    "401": {"WWW-Authenticate": {"required": True, "schema": {"type": "string"}}},
    "429": {"Retry-After": {"required": True, **_SECONDS}},
    "503": {"Retry-After": _SECONDS},
}
_FRAMEWORK_ERRORS: Final = ("HTTPValidationError", "ValidationError")
_REF: Final = "#/components/schemas/{model}"


def ref(*models: str) -> dict[str, Any]:
    """Return the schema of one of these models."""
    found = [{"$ref": _REF.format(model=model)} for model in models]
    return found[0] if len(found) == 1 else {"anyOf": found}


def describe(app: FastAPI) -> None:
    """Complete the document, which is made when it is first asked for."""
    made = app.openapi

    @cache
    def openapi() -> dict[str, Any]:
        document = made()
        models = [(BatchLine, "validation"), (BatchValidated, "validation"), (BatchProblem, "validation")]
        _names, schemas = models_json_schema(models, ref_template=_REF)  # type: ignore[arg-type] # a list of such pairs
        components = document["components"]["schemas"]
        components.update(schemas["$defs"])
        for path, methods in document["paths"].items():
            for described in methods.values():
                described["responses"] = _with_problems(path, described)
                _show_answers(described["responses"])
        for unused in _FRAMEWORK_ERRORS:
            components.pop(unused, None)
        return document

    app.openapi = openapi  # type: ignore[method-assign] # FastAPI's own way to extend it


def _with_problems(path: str, described: dict[str, Any]) -> dict[str, Any]:
    """Return the responses of a route with all that the layers around it answer; every error is a problem."""
    responses: dict[str, Any] = {
        status: {} for status in _statuses(path, has_body="requestBody" in described)
    }
    responses |= described["responses"]
    for status, response in responses.items():
        if status in _TOLD and "Health" not in str(response):
            response["description"] = _TOLD[status]
            response["content"] = {MEDIA_TYPE: {"schema": ref("Problem")}}
            if status in _SENT:
                response["headers"] = _SENT[status]
    return dict(sorted(responses.items()))


def _statuses(path: str, *, has_body: bool) -> set[str]:
    """Return the problems that any route on this path may answer with, whatever it is."""
    found = {"403", "500"}
    if path.startswith(KEYED):
        found |= {"401", "503"}
    if lane_of(path) is not None:
        found |= {"429", "503"}
    if has_body:
        found |= {"415"}
    if path != BATCH:
        found |= {"504", *(("408", "413") if has_body else ())}
    return found


def _show_answers(responses: dict[str, Any]) -> None:
    """Give each answer in JSON its example."""
    for response in responses.values():
        for media in response.get("content", {}).values():
            form = media.get("schema", {}).get("$ref", "").rpartition("/")[2]
            if form in ANSWERS:
                media["example"] = ANSWERS[form]
