"""Days and times of day in a fact document: local to the persona's time zone, always without an offset."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Final, NamedTuple, TypeAlias

from pydantic import BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema

from specs.document.problems import show
from specs.document.refusal import Objection, refusal, refusals

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2199

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT: Final = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::00)?", re.ASCII)
_OFFSET: Final = re.compile(r"T.*(?:Z|[+-]\d{2}:?\d{2})", re.ASCII | re.IGNORECASE)

_DAY_FORM: Final = 'a date as "2026-11-21"'
_MOMENT_FORM: Final = 'a local time as "2026-11-21T18:00"'
_SLOT_FORM: Final = 'a pair of local times as ["2026-11-21T18:00", "2026-11-21T20:00"]'


class Slot(NamedTuple):
    """An open gap for appointments: local times, `start` included and `end` not."""

    start: dt.datetime
    end: dt.datetime


def write_moment(moment: dt.datetime) -> str:
    """Return a local time as it stands in a document, to the minute."""
    return moment.isoformat(timespec="minutes")


def _read_day(value: object) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return _in_range(value, value)
    if not isinstance(value, str) or _DAY.fullmatch(value) is None:
        raise refusal(f"{show(value)} is not {_DAY_FORM}", value, _DAY_FORM)
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        raise refusal(f"{show(value)} is no day of the calendar", value, _DAY_FORM) from None
    return _in_range(day, value)


def _read_moment(value: object) -> dt.datetime:
    if isinstance(value, dt.datetime):
        moment = value
    elif isinstance(value, str) and (match := _MOMENT.fullmatch(value)):
        try:
            moment = dt.datetime.fromisoformat(match.group(1))
        except ValueError:
            raise refusal(f"{show(value)} is no time of the calendar", value, _MOMENT_FORM) from None
    elif isinstance(value, str) and _OFFSET.search(value):
        raise refusal(f"{show(value)} has an offset; write the local time without one", value, _MOMENT_FORM)
    else:
        raise refusal(f"{show(value)} is not {_MOMENT_FORM}", value, _MOMENT_FORM)
    if moment.tzinfo is not None:
        raise refusal(f"{show(value)} has an offset; write the local time without one", value, _MOMENT_FORM)
    if moment.second or moment.microsecond:
        raise refusal(f"{show(value)} is not to the minute", value, _MOMENT_FORM)
    _in_range(moment.date(), value)
    return moment


def _in_range(day: dt.date, value: object) -> dt.date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        legal = f"a year from {FIRST_YEAR} to {LAST_YEAR}"
        raise refusal(f"{show(value)} is not in {legal}", value, legal)
    return day


def _read_slot(value: object) -> Slot:
    if not isinstance(value, list | tuple) or len(value) != len(Slot._fields):
        raise refusal(f"expected {_SLOT_FORM}, got {_describe(value)}", value, _SLOT_FORM)
    ends: list[dt.datetime] = []
    objections: list[Objection] = []
    for index, end in enumerate(value):
        try:
            ends.append(_read_moment(end))
        except ValueError as error:
            context = getattr(error, "context", None) or {}
            objections.extend(o._replace(location=(index, *o.location)) for o in context["objections"])
    if objections:
        raise refusals(objections)
    slot = Slot(*ends)
    if slot.start >= slot.end:
        message = f"starts at {write_moment(slot.start)} but ends at {write_moment(slot.end)}"
        raise refusal(message, value, "a start before the end")
    if slot.end - slot.start > dt.timedelta(days=1):
        raise refusal("lasts longer than 24 hours", value, "at most 24 hours")
    return slot


def _write_slot(slot: Slot) -> list[str]:
    return [write_moment(end) for end in slot]


def _describe(value: object) -> str:
    return f"a list of {len(value)}" if isinstance(value, list | tuple) else show(value)


Day: TypeAlias = Annotated[
    dt.date,
    BeforeValidator(_read_day, json_schema_input_type=str),
    Field(strict=True),
    WithJsonSchema({"type": "string", "format": "date"}),
]
"""A local date, ISO 8601 (`2026-11-21`)."""

SlotPair: TypeAlias = Annotated[
    Slot,
    PlainValidator(_read_slot),
    PlainSerializer(_write_slot, return_type=list[str], when_used="json"),
    WithJsonSchema(
        {
            "type": "array",
            "items": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:00)?$"},
            "minItems": 2,
            "maxItems": 2,
        }
    ),
]
"""A slot, written as a pair of local times."""
