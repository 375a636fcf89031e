"""What a body relied on: the parts of the spec, and what of it changes by itself as time goes by."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.claims.draft import read_draft
from align.validate import compile_spec, validate_draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.context import DraftContext
    from specs import Spec

ALWAYS: Final = frozenset(("facts", "policy"))
"""Every check reads these: what is not said is as true as what is."""


@dataclass(frozen=True, slots=True)
class Reliance:
    """What a body says that the spec decides: its parts, and whether it names times, days or places.

    `waived_until` is the last local day of the first waiver to end of those that let it pass, None without one.
    """

    parts: frozenset[str]
    has_times: bool
    has_days: bool
    has_places: bool
    waived_until: dt.date | None = None


def relied_on(body: str, spec: Spec, *, now: dt.datetime, context: DraftContext) -> Reliance:
    """Return what a body relied on; a body that agrees to the client's words relied on those as well."""
    compiled = compile_spec(spec)
    known = compiled.known
    utterance = read_draft(body, now=now, context=context, known=known).utterance
    has_times, has_days = bool(utterance.starts), bool(utterance.days)
    has_places = bool(utterance.places or utterance.modes)
    # Also without a mission: slots that are set later can rule out a time that was named before.
    uses_mission = has_times or has_days
    waived_until = None
    if compiled.waivers.rules:
        warnings = validate_draft(body, compiled, now=now, context=context).warnings
        waived_until = compiled.waivers.ends(warnings, now.astimezone(spec.zone).date())
    parts = ALWAYS | (frozenset(("mission",)) if uses_mission else frozenset())
    return Reliance(parts, has_times, has_days, has_places, waived_until)


def valid_until(spec: Spec, used: Reliance, now: dt.datetime) -> dt.datetime | None:
    """Return the earliest moment (UTC) at which something that the body relied on changes, None when nothing does."""
    moments = [moment.astimezone(dt.UTC) for moment in _changes(spec, used, now)]
    return min((moment for moment in moments if moment > now), default=None)


def _changes(spec: Spec, used: Reliance, now: dt.datetime) -> Iterator[dt.datetime]:
    today = now.astimezone(spec.zone).date()
    if used.has_times or used.has_days or used.has_places:
        # "Today" means another day from midnight on, and a place without a day is one of today.
        yield _midnight(spec, today + dt.timedelta(days=1))
    if used.waived_until is not None:
        yield _midnight(spec, used.waived_until + dt.timedelta(days=1))
    if used.has_places:
        for location in spec.locations or ():
            if location.from_ is not None:
                yield _midnight(spec, location.from_)
            if location.until is not None:
                yield _midnight(spec, location.until + dt.timedelta(days=1))
    if used.has_times and spec.mission is not None:
        for slot in spec.mission.slots or ():
            yield slot.start.replace(tzinfo=spec.zone)
            yield slot.end.replace(tzinfo=spec.zone)


def _midnight(spec: Spec, day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), spec.zone)
