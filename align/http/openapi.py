"""What FastAPI cannot say of itself in the OpenAPI document: problems, and the lines of a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import models_json_schema

from align.http.answers import BatchProblem, BatchValidated
from align.http.examples import ANSWERS
from align.http.fields import BatchLine
from align.http.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from fastapi import FastAPI

LINES: Final = "x-lines"
"""Beside the schema of a JSONL stream: that of each of its lines."""

_FRAMEWORK_ERRORS: Final = ("HTTPValidationError", "ValidationError")
_REF: Final = "#/components/schemas/{model}"


def ref(*models: str) -> dict[str, Any]:
    """Return the schema of one of these models."""
    found = [{"$ref": _REF.format(model=model)} for model in models]
    return found[0] if len(found) == 1 else {"anyOf": found}


def describe(app: FastAPI) -> None:
    """Complete the document, which is made when it is first asked for."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        document = made()
        models = [(BatchLine, "validation"), (BatchValidated, "validation"), (BatchProblem, "validation")]
        _names, schemas = models_json_schema(models, ref_template=_REF)  # type: ignore[arg-type] # a list of such pairs
        components = document["components"]["schemas"]
        components.update(schemas["$defs"])
        for methods in document["paths"].values():
            for described in methods.values():
                _tell_problems(described["responses"])
                _show_answers(described["responses"])
        for unused in _FRAMEWORK_ERRORS:
            components.pop(unused, None)
        return document

    app.openapi = openapi  # type: ignore[method-assign] # FastAPI's own way to extend it


def _tell_problems(responses: dict[str, Any]) -> None:
    """Say that errors are problems, in place of what the framework would answer by itself."""
    for status, response in responses.items():
        if status[0] in "45" and "Health" not in str(response):
            response["content"] = {MEDIA_TYPE: {"schema": ref("Problem")}}


def _show_answers(responses: dict[str, Any]) -> None:
    """Give each answer in JSON its example."""
    for response in responses.values():
        for media in response.get("content", {}).values():
            form = media.get("schema", {}).get("$ref", "").rpartition("/")[2]
            if form in ANSWERS:
                media["example"] = ANSWERS[form]
