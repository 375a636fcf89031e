"""The moments at which what is true of a persona changes by itself: windows, slots, waivers, planned versions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from specs import Spec


def turning_points(spec: Spec, now: dt.datetime, planned: Iterable[dt.datetime] = ()) -> list[dt.datetime]:
    """Return the moments after `now` at which a window, slot or waiver begins or ends, or a version takes over.

    `planned` are moments with an offset at which versions of facts or templates begin. Sorted, each once, in UTC.
    """
    found = {moment.astimezone(dt.UTC) for moment in (*_of_spec(spec), *planned)}
    return sorted(moment for moment in found if moment > now)


def _of_spec(spec: Spec) -> Iterator[dt.datetime]:
    windows = [(place.from_, place.until) for place in spec.locations or ()]
    if spec.policy is not None:
        windows += [(waiver.from_, waiver.until) for waiver in spec.policy.waivers or ()]
    for first, last in windows:
        if first is not None:
            yield _midnight(spec, first)
        if last is not None:
            yield _midnight(spec, last + dt.timedelta(days=1))
    for slot in (spec.mission.slots if spec.mission else None) or ():
        yield slot.start.replace(tzinfo=spec.zone)
        yield slot.end.replace(tzinfo=spec.zone)


def _midnight(spec: Spec, day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), spec.zone)
