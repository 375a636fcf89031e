"""Stored drafts, replayed when an edit is planned: the last ones of a JSONL file."""

from __future__ import annotations

import datetime as dt
import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from align.context import DraftContext
from align.strict_json import RepeatedKeyError, without_repeats
from specs.store.errors import StoreError
from specs.store.moments import YEARS

REPLAYED_CHARS: Final = 200_000
"""Characters that are replayed while somebody waits: some seconds, whatever is in them."""


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft as it was stored: whose it is, what it says, when it was checked, and what it answered.

    `name` is its id, or the file and line where it has none.
    """

    name: str
    persona: str
    body: str
    now: dt.datetime
    context: DraftContext


def newest_within(drafts: Sequence[StoredDraft], chars: int = REPLAYED_CHARS) -> tuple[StoredDraft, ...]:
    """Return the newest of drafts, of which the oldest comes first, that have at most so many characters together.

    What they answer counts as well. One that is too long for what is left is passed over, and older ones may follow.
    """
    kept: list[StoredDraft] = []
    for draft in reversed(drafts):
        length = len(draft.body) + len(draft.context.inbound or "")
        if length <= chars:
            kept.append(draft)
            chars -= length
    return tuple(reversed(kept))


@dataclass(frozen=True, slots=True)
class DraftFile:
    """The last drafts of a file, and the lines that could not be used, each with its number."""

    drafts: tuple[StoredDraft, ...]
    refused: tuple[str, ...]


def read_last_drafts(path: str, last: int, personas: frozenset[str] | None = None) -> DraftFile:
    """Return the last `last` drafts of the personas (all) in a JSONL file, in the file's order.

    A line has `body`, `now` (with its offset), `persona`, and may have `id` and `context`. Lines that cannot be used
    are named and left out. Raises `StoreError` for a file that cannot be read.
    """
    refused: list[str] = []
    kept: deque[StoredDraft] = deque(maxlen=last)
    try:
        with Path(path).open("rb") as file:
            for number, raw in enumerate(file, 1):
                if raw.strip():
                    kept.extend(_read(f"{path}:{number}", raw, refused, personas))
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from None
    return DraftFile(tuple(kept), tuple(refused))


def _read(
    place: str, raw: bytes, refused: list[str], personas: frozenset[str] | None
) -> Iterator[StoredDraft]:
    try:
        draft = read_draft(place, parse_line(raw))
    except (ValueError, TypeError) as error:
        refused.append(f"{place}: {error}")
        return
    if personas is None or draft.persona in personas:
        yield draft


def parse_line(raw: bytes) -> object:
    """Return the JSON value of a line of JSONL; raises `ValueError` that says what is wrong with it, and where."""
    try:
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=without_repeats)
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 (byte {error.start + 1} of the line)") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} (column {error.colno})") from None
    except RepeatedKeyError:
        raise
    except (ValueError, RecursionError):
        raise ValueError("not JSON that can be read: nested too deeply, or a number too long") from None


def read_draft(place: str, data: object, *, persona: str | None = None) -> StoredDraft:
    """Return the draft of a JSON object: `body`, `now`, `persona` (by default the one given), `id` and `context`.

    Other keys are left alone. Raises `TypeError` or `ValueError` that begins with the field at fault.
    """
    if not isinstance(data, Mapping):
        raise TypeError("is not a JSON object")
    if data.get("persona") is None and persona is not None:
        data = {**data, "persona": persona}
    for key in ("persona", "body", "now"):
        if data.get(key) is None:
            raise TypeError(f"{key}: missing")
        if not isinstance(data[key], str):
            raise TypeError(f"{key}: expected text")
    name = data.get("id")
    if isinstance(name, float) and name.is_integer():
        name = int(name)  # what tables make of a column of numbers in which some are missing
    if isinstance(name, bool) or not isinstance(name, str | int | None):
        raise TypeError("id: expected text or a whole number")
    return StoredDraft(
        place if name is None else str(name),
        data["persona"],
        data["body"],
        _moment(data["now"]),
        DraftContext.of(data.get("context")),
    )


def _moment(said: str) -> dt.datetime:
    try:
        now = dt.datetime.fromisoformat(said)
    except ValueError:
        raise ValueError(f"now: {said[:40]!r} is no moment") from None
    if now.utcoffset() is None:
        raise ValueError("now: has no UTC offset")
    if now.year not in YEARS:
        raise ValueError(f"now: is not in a year from {YEARS[0]} to {YEARS[-1]}")
    return now
