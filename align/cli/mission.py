"""`align mission`: set, show, clear."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from align.cli.drafts import InputError
from align.cli.operator import author_of, day_of
from align.cli.output import Output
from align.cli.visible import visible
from align.operators.settings import open_desk
from specs.store.missions import MissionEdit

if TYPE_CHECKING:
    from align.cli.report import Line
    from specs.store.records import MissionRecord

_SLOT = re.compile(r"(\d{1,2}:\d{2})\s*(?:-|–|to)\s*(\d{1,2}:\d{2})")


@dataclass(frozen=True, slots=True)
class Dial:
    """A mission as the options give it; `slots` as `18:00-20:00`, local time."""

    market: str | None
    goal: str | None
    slots: list[str]

    def on(self, day: dt.date) -> dict[str, Any]:
        """Return the mission of a day as it stands in a document; raises `InputError` for an illegal slot."""
        said = {"date": day.isoformat(), "market": self.market, "goal": self.goal}
        mission: dict[str, Any] = {key: value for key, value in said.items() if value is not None}
        return {**mission, "slots": [_slot(text, day) for text in self.slots]} if self.slots else mission


def set_mission(
    url: str | None, persona: str, dial: Dial, *, day: str | None, signed: tuple[str | None, str]
) -> int:
    """Store the mission of a day."""
    store = open_desk(url).store
    when = day_of(day, store.current(persona).spec.zone)
    edit = MissionEdit(when, dial.on(when), author_of(signed[0]), signed[1])
    _show([store.set_mission(persona, edit)])
    return 0


def clear_mission(url: str | None, persona: str, *, day: str | None, signed: tuple[str | None, str]) -> int:
    """Clear the mission of a day."""
    store = open_desk(url).store
    when = day_of(day, store.current(persona).spec.zone)
    _show([store.set_mission(persona, MissionEdit(when, None, author_of(signed[0]), signed[1]))])
    return 0


def show_mission(url: str | None, persona: str, *, day: str | None) -> int:
    """Print every version of the mission of a day, the last one last."""
    store = open_desk(url).store
    when = day_of(day, store.current(persona).spec.zone)
    records = store.missions(persona, when)
    if not records:
        Output().show([((f"no mission for {when}", ""),)])
    _show(records)
    return 0


def _show(records: tuple[MissionRecord, ...] | list[MissionRecord]) -> None:
    lines: list[Line] = []
    for record in records:
        at = record.created_at.isoformat(timespec="seconds")
        head = f" v{record.version} at {at} by {visible(record.author)}: {visible(record.note)}"
        lines.append(((str(record.day), "bold"), (head, "")))
        if record.document is None:
            lines.append((("  cleared", "dim"),))
        else:
            said = {key: value for key, value in record.document.items() if key != "date"}
            lines += [((f"  {key}: {visible(_shown(value))}", ""),) for key, value in sorted(said.items())]
    Output().show(lines)


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(f"{start[11:]}-{end[11:]}" for start, end in value)
    return str(value)


def _slot(text: str, day: dt.date) -> list[str]:
    match = _SLOT.fullmatch(text.strip())
    try:
        start, end = (dt.time.fromisoformat(part.zfill(5)) for part in (match.groups() if match else ()))
    except ValueError:
        raise InputError(f"--slot: {text!r} is no slot; write it as 18:00-20:00, local time") from None
    if start == end:
        raise InputError(f"--slot: {text!r} ends when it begins; write it as 18:00-20:00, local time")
    last = day if end > start else day + dt.timedelta(days=1)
    return [f"{day}T{start:%H:%M}", f"{last}T{end:%H:%M}"]
