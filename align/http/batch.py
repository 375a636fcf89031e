"""`/v1/validate/batch`: JSONL streams in, JSONL streams out, a row for each line, in the order of the lines."""

from __future__ import annotations

import asyncio
import json
from contextlib import closing
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Any, Final

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import ValidationError

from align.http.asgi import header
from align.http.door import Validating
from align.http.fields import BatchLine
from align.http.limits import too_long
from align.http.lines import Lines
from align.http.openapi import LINES, ref
from align.http.parts import Service, Serving
from align.http.problems import FieldProblem, ProblemError, fields_of, invalid
from align.http.spool import Spool
from align.http.validating import answer_of, checked, spec_of
from align.strict_json import RepeatedKeyError, without_repeats

if TYPE_CHECKING:
    from align.http.asgi import Receive, Scope, Send
    from align.http.caller import Caller
    from align.http.lines import Line

router = APIRouter(prefix="/v1", tags=["validate"])

MEDIA_TYPE: Final = "application/x-ndjson"
_TAKEN: Final = frozenset((MEDIA_TYPE, "application/jsonl", "application/jsonlines", "application/ndjson"))

_BODY: Final = {
    "required": True,
    "content": {
        MEDIA_TYPE: {
            "schema": {"type": "string", "description": "One `BatchLine` a line.", LINES: ref("BatchLine")},
            "example": '{"persona":"marlow","body":"An hour is £40."}\n{"persona":"marlow","body":"Hi!"}\n',
        }
    },
}
_ANSWER: Final[dict[str, Any]] = {
    "description": "One `BatchValidated` or `BatchProblem` for each line that is not blank.",
    "content": {MEDIA_TYPE: {"schema": {"type": "string", LINES: ref("BatchValidated", "BatchProblem")}}},
}


@router.post(
    "/validate/batch",
    response_class=Response,
    responses={200: _ANSWER},
    openapi_extra={"requestBody": _BODY},
)
async def validate_batch(
    request: Request,
    caller: Validating,
    service: Serving,
    persona: Annotated[str | None, Query(description="Whose spec holds for lines that name none.")] = None,
) -> Response:
    """Check the drafts of a stream. A line that cannot be used has a row with `error`; the others go on.

    Rows come while lines are still being sent; a client may as well send all lines first.
    """
    said = (header(request.scope, b"content-type") or "").partition(";")[0].strip().lower()
    if said not in _TAKEN:
        told = f"send JSONL, with the header Content-Type: {MEDIA_TYPE}"
        raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "not-jsonl", told)
    return _BatchResponse(_Batch(caller, service, persona))


class _Batch:
    """One batch: who sent it, and whose spec holds for lines that name none."""

    def __init__(self, caller: Caller, service: Service, persona: str | None) -> None:
        self.settings = service.settings
        self._caller = caller
        self._service = service
        self._persona = persona

    async def row(self, line: Line) -> bytes:
        """Return the row for one line."""
        id_: str | int | None = None
        try:
            data = _object(line)
            if "persona" not in data and "spec" not in data and self._persona is not None:
                data["persona"] = self._persona
            id_ = _id(data.get("id"))
            draft = _draft(data)
            against = await spec_of(draft, self._caller, self._service)
            found = await checked(draft, against.spec, self._service)
        except ProblemError as problem:
            return _jsonl(_failed(line.number, id_, problem))
        return _jsonl({"line": line.number, **answer_of(draft, against, found)})


class _BatchResponse(Response):
    """Sends rows while lines still come: what is read and what is sent wait for each other only in the pipe."""

    media_type = MEDIA_TYPE

    def __init__(self, batch: _Batch) -> None:
        super().__init__()
        del self.headers["content-length"]
        self._batch = batch

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the batch."""
        del scope
        start = {"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers}
        # Closed also where this is broken off once more while it waits for the reader to end.
        with closing(Spool()) as spool:
            reading = asyncio.create_task(_read(self._batch, receive, spool))
            try:
                # Whoever waits to be told to send (`Expect: 100-continue`) is told by being read, before the answer begins.
                await asyncio.sleep(0)
                await send(start)
                while data := await spool.read():
                    await send({"type": "http.response.body", "body": data, "more_body": True})
                await reading
            finally:
                reading.cancel()
                await asyncio.gather(reading, return_exceptions=True)
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _read(batch: _Batch, receive: Receive, spool: Spool) -> None:
    """Answer line after line into the pipe; why the rest is not read is told in the last row."""
    settings = batch.settings
    lines = Lines(settings.line_bytes)
    read = 0
    last = b""
    try:
        has_more = True
        while has_more:
            async with asyncio.timeout(settings.idle_seconds):
                message = await receive()
            if message["type"] == "http.disconnect":
                return
            data = message.get("body", b"")
            has_more = message.get("more_body", False)
            read += len(data)
            for line in lines.feed(data):
                spool.write(await batch.row(line))
                await asyncio.sleep(0)  # a long batch must not keep others from being answered
            if max(read, spool.written) > settings.batch_bytes:
                raise too_long(settings.batch_bytes)
        for line in lines.end():
            spool.write(await batch.row(line))
    except TimeoutError:
        told = "the next bytes did not come in time; the lines that follow were not read"
        slow = ProblemError(HTTPStatus.REQUEST_TIMEOUT, "body-too-slow", told)
        last = _jsonl(_failed(lines.number + 1, None, slow))
    except ProblemError as problem:
        last = _jsonl(_failed(lines.number + 1, None, problem))
    except OSError:
        told = (
            "there is no room for answers that were not read yet; this line and those that follow have none"
        )
        full = ProblemError(HTTPStatus.INSUFFICIENT_STORAGE, "no-room", told)
        last = _jsonl(_failed(lines.number, None, full))
    finally:
        spool.end(last)


def _object(line: Line) -> dict[str, Any]:
    """Return the object in a line; raises `ProblemError` with what is wrong, and where."""
    if line.raw is None:
        raise ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body-too-long", "the line is too long")
    try:
        data = json.loads(line.raw.decode("utf-8-sig"), object_pairs_hook=without_repeats)
    except UnicodeDecodeError as error:
        raise invalid(FieldProblem("", f"not UTF-8 (byte {error.start + 1} of the line)")) from None
    except json.JSONDecodeError as error:
        raise invalid(FieldProblem("", f"not JSON: {error.msg} (column {error.colno})")) from None
    except RepeatedKeyError as error:
        raise invalid(FieldProblem("", str(error))) from None
    except (ValueError, RecursionError):
        told = "not JSON that can be read: nested too deeply, or a number too long"
        raise invalid(FieldProblem("", told)) from None
    if not isinstance(data, dict):
        raise invalid(FieldProblem("", "not a JSON object"))
    return data


def _id(value: object) -> str | int | None:
    """Return the id of a line as far as it is one, so that its row can be told from others."""
    return value if isinstance(value, str | int) and not isinstance(value, bool) else None


def _draft(data: dict[str, Any]) -> BatchLine:
    try:
        return BatchLine.model_validate(data)
    except ValidationError as error:
        raise invalid(*fields_of(error.errors(include_url=False, include_input=False), skip=0)) from None


def _failed(number: int, id_: str | int | None, problem: ProblemError) -> dict[str, Any]:
    return {"line": number, "id": id_, "error": problem.document()}


def _jsonl(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii") + b"\n"
