"""Drafts as the command line reads them: one JSON object a line, or one from options."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from align.context import DraftContext
from align.strict_json import RepeatedKeyError, without_repeats

_NOW_FORM = "an ISO 8601 moment with its UTC offset, such as 2026-11-21T10:00:00-06:00"


class InputError(Exception):
    """Input that cannot be used; the message names the field and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft to check. `id` is what the input calls it, None where it has no name."""

    id: str | int | None
    body: str
    now: datetime
    context: DraftContext


def parse_draft(raw: bytes) -> DraftLine:
    """Read one line of JSONL: `body` and `now`, optionally `id` and `context`.

    Other keys are ignored. Raises `InputError` naming the field at fault.
    """
    data = parse_object(raw)
    return DraftLine(
        id=parse_id(data.get("id")),
        body=_parse_body(data),
        now=parse_now(data.get("now")),
        context=parse_context(data.get("context")),
    )


def parse_now(value: object, *, field: str = "now") -> datetime:
    """Read the moment of a check. Raises `InputError` unless it carries a UTC offset."""
    if value is None:
        msg = f"{field}: missing; expected {_NOW_FORM}"
        raise InputError(msg)
    if not isinstance(value, str):
        msg = f"{field}: expected text, got {kind_of(value)}; write {_NOW_FORM}"
        raise InputError(msg)
    try:
        now = datetime.fromisoformat(value)
    except ValueError:
        msg = f"{field}: {value[:40]!r} is no moment; write {_NOW_FORM}"
        raise InputError(msg) from None
    if now.utcoffset() is None:
        msg = f"{field}: {value!r} has no UTC offset; write {_NOW_FORM}"
        raise InputError(msg)
    return now


def parse_context(value: Any) -> DraftContext:  # noqa: ANN401 - JSON from outside
    """Read what surrounds a draft. Raises `InputError` naming the key at fault."""
    try:
        return DraftContext.of(value)
    except (TypeError, ValueError) as error:
        raise InputError(str(error)) from None


def parse_object(raw: bytes) -> dict[str, Any]:
    """Read one line of JSONL that holds an object. Raises `InputError` with what is wrong, and where."""
    try:
        data = json.loads(raw.decode("utf-8-sig"), object_pairs_hook=without_repeats)
    except UnicodeDecodeError as error:
        msg = f"not UTF-8 (byte {error.start + 1} of the line)"
        raise InputError(msg) from None
    except json.JSONDecodeError as error:
        msg = f"not JSON: {error.msg} (column {error.colno})"
        raise InputError(msg) from None
    except RepeatedKeyError as error:
        raise InputError(str(error)) from None
    except (ValueError, RecursionError):
        msg = "not JSON that can be read: nested too deeply, or a number too long"
        raise InputError(msg) from None
    if not isinstance(data, dict):
        msg = f"expected a JSON object, got {kind_of(data)}"
        raise InputError(msg)
    return data


def parse_id(value: object) -> str | int | None:
    """Read what the input calls a line, None where it has no name. Raises `InputError` for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | None):
        msg = f"id: expected text or a whole number, got {kind_of(value)}"
        raise InputError(msg)
    return value


def _parse_body(data: dict[str, Any]) -> str:
    if "body" not in data:
        msg = "body: missing; expected the text of the draft"
        raise InputError(msg)
    body = data["body"]
    if not isinstance(body, str):
        msg = f"body: expected text, got {kind_of(body)}"
        raise InputError(msg)
    return body


def kind_of(value: object) -> str:
    """Return what a JSON value is, in words."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "text"
    return "a list" if isinstance(value, list) else "an object"
