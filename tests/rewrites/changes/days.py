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
    """Each city that the draft names, all its windows some months later."""
    moved: set[str] = set()
    for location in facts.get("locations", []):
        names = (location["city"], *location.get("aliases", []))
        named = next((name for name in names if whole(name).search(case.body)), None)
        dated = "from" in location or "until" in location
        if named is None or not dated or location["city"] in moved:
            continue
        moved.add(location["city"])
        changed = copy.deepcopy(facts)
        for same in changed["locations"]:
            if same["city"] == location["city"]:
                _move(same, case.now.date())
        changed.get("mission", {}).pop("market", None)
        yield named, changed


def _move(location: Document, today: date) -> None:
    """Move a window, which begins today at the earliest where it has no beginning."""
    begin = min(today.isoformat(), location.get("until", "9999"))
    for end, day in {"from": begin, **location}.items():
        if end in ("from", "until"):
            location[end] = (date.fromisoformat(day) + timedelta(days=_LATER)).isoformat()


_LATER: Final = 37 * 7


def slots_at_night(facts: Document, case: Case) -> Iterator[Change]:
    """The slots of the mission's day in the dead of night, for a draft that names a number or an hour."""
    mission = facts.get("mission", {})
    if mission.get("slots") and _HOURS.search(case.body):
        yield "a start", _at_night(facts, mission["date"])


def slots_today(facts: Document, case: Case) -> Iterator[Change]:
    """The day of the draft made the mission's, for a draft of another day that speaks of today and names an hour."""
    mission = facts.get("mission", {})
    today = case.now.date().isoformat()
    if mission.get("date") != today and _TODAY.search(case.body) and _HOURS.search(case.body):
        yield "a start", _at_night(facts, today)


def _at_night(facts: Document, day: str) -> Document:
    changed = copy.deepcopy(facts)
    slots = [[f"{day}T03:00:00", f"{day}T03:20:00"]]
    changed["mission"] = {**changed.get("mission", {}), "date": day, "slots": slots}
    return changed


_TODAY: Final = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening|arvo)|(?:in|within) (?:an?|half an) hour)\b",
    re.IGNORECASE,
)
_HOURS: Final = re.compile(r"\d|noon|half|o'clock|\b(?:one|two|three|four|five|six)\b")
