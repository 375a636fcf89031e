"""Other days and hours: the windows of a place moved, the slots in the dead of night, today or on the mission's day."""

from __future__ import annotations

import copy
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from tests.rewrites.changes.change import whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.gold import Case
    from tests.rewrites.changes.change import Change, Document


def windows_moved(facts: Document, case: Case) -> Iterator[Change]:
    """Each location that the draft names, open some months later."""
    for index, location in enumerate(facts.get("locations", [])):
        names = (location["city"], *location.get("aliases", []))
        named = next((name for name in names if whole(name).search(case.body)), None)
        if named is None or not ("from" in location or "until" in location):
            continue
        changed = copy.deepcopy(facts)
        begin = min(case.now.date().isoformat(), location.get("until", "9999"))
        for end, day in {"from": begin, **location}.items():
            if end in ("from", "until"):
                moved = date.fromisoformat(day) + timedelta(days=_LATER)
                changed["locations"][index][end] = moved.isoformat()
        changed.get("mission", {}).pop("market", None)
        yield named, changed


_LATER: Final = 37 * 7


def slots_at_night(facts: Document, case: Case) -> Iterator[Change]:
    """The slots of the mission's day in the dead of night, for a draft that names a number or an hour."""
    mission = facts.get("mission", {})
    if mission.get("slots") and _HOURS.search(case.body):
        yield "a start", _at_night(facts, mission["date"])


def slots_today(facts: Document, case: Case) -> Iterator[Change]:
    """The day of the draft made the mission's, for a draft that was written on another."""
    mission = facts.get("mission", {})
    today = case.now.date().isoformat()
    if mission.get("date") != today and _HOURS.search(case.body):
        yield "a start", _at_night(facts, today)


def _at_night(facts: Document, day: str) -> Document:
    changed = copy.deepcopy(facts)
    slots = [[f"{day}T03:00:00", f"{day}T03:20:00"]]
    changed["mission"] = {**changed.get("mission", {}), "date": day, "slots": slots}
    return changed


_HOURS: Final = re.compile(r"\d|noon|half|o'clock|\b(?:one|two|three|four|five|six)\b")
