"""Errors as RFC 9457 tells them: `application/problem+json`, with the path of every field at fault.

No problem ever quotes a message: what is told comes from this room, from a schema, or from a fact document.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from html import escape
from http import HTTPStatus
from typing import Any, Final

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from specs.document.problems import SpecError, format_path

MEDIA_TYPE: Final = "application/problem+json"
_TYPE: Final = "urn:align:problem:"
_LONGEST_FIELD: Final = 200
_NO_OBJECT: Final = frozenset(("dict_type", "model_attributes_type", "model_type"))
_OBJECT: Final = "expected a JSON object"
"""Pydantic's own words here are of Python: "a valid dictionary or object to extract fields from"."""
_PAGE: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><h1>{title}</h1><p>{told}.</p></html>
"""


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One field at fault: its path in the body, or the name of a parameter, and a sentence."""

    field: str
    message: str


class ProblemError(HTTPException):
    """A request that cannot be answered as asked; `slug` is the end of the problem's type."""

    def __init__(
        self,
        status: HTTPStatus,
        slug: str,
        detail: str,
        errors: Iterable[FieldProblem] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status.value, detail, dict(headers or {}))
        self.slug = slug
        self.errors = tuple(errors)

    def document(self) -> dict[str, Any]:
        """Return the problem as plain JSON values."""
        found = {
            "type": f"{_TYPE}{self.slug}",
            "title": HTTPStatus(self.status_code).phrase,
            "status": self.status_code,
            "detail": self.detail,
        }
        return {**found, "errors": [asdict(error) for error in self.errors]} if self.errors else found

    def response(self, *, for_people: bool = False) -> Response:
        """Return the answer that tells the problem, to programs or to people."""
        if for_people:
            title = escape(HTTPStatus(self.status_code).phrase)
            page = _PAGE.format(title=title, told=escape(str(self.detail)))
            return Response(page, self.status_code, self.headers, "text/html")
        text = json.dumps(self.document(), ensure_ascii=True)
        return Response(text, self.status_code, self.headers, MEDIA_TYPE)


def invalid(*errors: FieldProblem) -> ProblemError:
    """Return the problem of a request with fields at fault."""
    told = "; ".join(f"{error.field}: {error.message}" if error.field else error.message for error in errors)
    return ProblemError(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid", told, errors)


def unknown_persona(persona: str) -> ProblemError:
    """Return the answer for a persona that is not there, and for one that the caller may not see."""
    shown = format_path([persona])[:_LONGEST_FIELD]
    return ProblemError(
        HTTPStatus.NOT_FOUND, "unknown-persona", f"no facts are stored of the persona {shown}"
    )


def not_found(what: str) -> ProblemError:
    """Return the answer for a thing that is not there, and for one that the caller may not see."""
    return ProblemError(HTTPStatus.NOT_FOUND, "not-found", what)


def unavailable(
    seconds: int, told: str = "the database cannot be asked at present; try again"
) -> ProblemError:
    """Return the answer while the database is away; `seconds` says when to come again."""
    headers = {"Retry-After": str(seconds)}
    return ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, "store-unavailable", told, headers=headers)


def of_http(error: HTTPException) -> ProblemError:
    """Return the problem of an error that the framework raises."""
    if isinstance(error, ProblemError):
        return error
    if error.status_code == HTTPStatus.BAD_REQUEST and isinstance(
        error.__cause__, ValueError | RecursionError
    ):
        told = "not JSON that can be read: not UTF-8, nested too deeply, or with a number that is too long"
        return invalid(FieldProblem("", told))
    status = HTTPStatus(error.status_code)
    slug = status.phrase.lower().replace(" ", "-").replace("'", "")
    return ProblemError(status, slug, status.description or status.phrase, headers=error.headers)


def of_validation(error: RequestValidationError) -> ProblemError:
    """Return the problem of a request that does not fit its schema."""
    return invalid(*fields_of(error.errors()))


def of_spec(error: SpecError, at: str) -> ProblemError:
    """Return the problem of a fact document that stands in a field."""
    told = [
        FieldProblem(
            f"{at}.{problem.path}" if problem.path else at, _sentence(problem.message, problem.legal)
        )
        for problem in error.problems
    ]
    return invalid(*told)


def fields_of(errors: Sequence[Any], skip: int = 1) -> list[FieldProblem]:
    """Return each error of Pydantic's as a field at fault; `skip` leading steps of its place are no field."""
    return [_field(error, skip) for error in errors]


def _field(error: Mapping[str, Any], skip: int) -> FieldProblem:
    if error["type"] == "json_invalid":
        return FieldProblem("", f"not JSON: {error['ctx']['error']} (character {error['loc'][-1]})")
    # Pydantic's mark of a key that is at fault is no step of its place: the key before it is.
    steps = [step for step in error["loc"][skip:] if step != "[key]"]
    place = format_path(steps)[:_LONGEST_FIELD]
    message = _OBJECT if error["type"] in _NO_OBJECT else str(error["msg"]).removeprefix("Value error, ")
    return FieldProblem(place, message)


def _sentence(message: str, legal: str | None) -> str:
    return f"{message}; legal: {legal}" if legal else message


async def answer_http(_request: Request, error: Exception) -> Response:
    """Answer an error of HTTP with its problem."""
    if not isinstance(error, HTTPException):
        raise error
    return of_http(error).response()


async def answer_validation(request: Request, error: Exception) -> Response:
    """Answer a request that does not fit its schema."""
    if not isinstance(error, RequestValidationError):
        raise error
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and kind != "application/json":
        told = "send JSON, with the header Content-Type: application/json"
        return ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "not-json", told).response()
    return of_validation(error).response()
