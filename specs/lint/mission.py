"""Lint of the mission against the places and prices."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from typing import TYPE_CHECKING, Final

from specs.document.nearest import nearest
from specs.document.times import write_moment
from specs.lint.findings import Check, Finding, Question, at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo


def _market(question: Question) -> Iterator[Finding]:
    mission = question.spec.mission
    if mission is None or mission.market is None or question.spec.locations is None:
        return
    path = at("mission", "market")
    market = question.fold(mission.market)
    places = [location for location in question.locations if market in question.names_of(location)]
    if not places:
        near = nearest(mission.market, [location.label for location in question.locations])
        advice = f"did you mean '{near}'?" if near else "add it to the locations"
        yield Finding("error", path, f"'{mission.market}' is none of the locations", advice)
    elif mission.date is not None and not any(place.is_open_on(mission.date) for place in places):
        message = f"'{mission.market}' is not open on {mission.date}"
        yield Finding("error", path, message, "change the mission or the location's dates")


def _closed_day(question: Question) -> Iterator[Finding]:
    day, mission = question.day, question.spec.mission
    if day is None or mission is None or not question.locations:
        return
    if any(location.is_open_on(day) for location in question.locations):
        return
    if mission.slots:
        message = f"there are slots on {day}, but no location is open that day"
        yield Finding("error", at("mission", "slots"), message, "change the slots or a location's dates")
    else:
        message = f"no location is open on {day}"
        yield Finding("warning", at("mission", "date"), message, "change the date or a location's dates")


def _overlapping_slots(question: Question) -> Iterator[Finding]:
    mission = question.spec.mission
    for (first, one), (second, other) in combinations(enumerate((mission and mission.slots) or ()), 2):
        if other.start < one.end:
            message = f"overlaps {at('mission', 'slots', first)}"
            yield Finding("warning", at("mission", "slots", second), message, "make them one slot")


def _short_slots(question: Question) -> Iterator[Finding]:
    mission, minimum = question.spec.mission, question.spec.min_minutes
    for index, slot in enumerate((mission and mission.slots) or ()):
        minutes = (slot.end - slot.start) // dt.timedelta(minutes=1)
        if minimum is not None and minutes < minimum:
            message = f"{minutes} minutes are below the minimum of {minimum}"
            yield Finding("warning", at("mission", "slots", index), message, "widen the slot")


def _late_slots(question: Question) -> Iterator[Finding]:
    mission = question.spec.mission
    for index, slot in enumerate((mission and mission.slots) or ()):
        midnight = dt.datetime.combine(slot.start.date() + dt.timedelta(days=1), dt.time())
        if slot.end > midnight:
            message = "runs past midnight; a start after it belongs to the next day, which is not checked"
            yield Finding("note", at("mission", "slots", index), message)


def _slots_without_date(question: Question) -> Iterator[Finding]:
    mission = question.spec.mission
    if mission and mission.slots and mission.date is None:
        message = "there are slots but no date: a draft that names a day is not checked against them"
        yield Finding("warning", at("mission", "slots"), message, "give the mission a date")


def _clock_changes(question: Question) -> Iterator[Finding]:
    mission, zone = question.spec.mission, question.spec.zone
    for index, slot in enumerate((mission and mission.slots) or ()):
        for end, moment in enumerate(slot):
            fault = _clock_fault(moment, zone)
            if fault is not None:
                message = f"{write_moment(moment)} {fault} in {question.spec.timezone}: the clocks change"
                yield Finding("warning", at("mission", "slots", index, end), message, "move it by an hour")


def _clock_fault(moment: dt.datetime, zone: ZoneInfo) -> str | None:
    early, late = (moment.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if early == late:
        return None
    back = moment.replace(tzinfo=zone).astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None)
    return "comes twice" if back == moment else "does not exist"


def _past_mission(question: Question) -> Iterator[Finding]:
    if question.today is not None and question.day is not None and question.day < question.today:
        message = f"the mission was for {question.day}; today is {question.today}"
        yield Finding("warning", at("mission", "date"), message, "set today's mission")


CHECKS: Final[tuple[Check, ...]] = (
    _market,
    _closed_day,
    _overlapping_slots,
    _short_slots,
    _late_slots,
    _slots_without_date,
    _clock_changes,
    _past_mission,
)
