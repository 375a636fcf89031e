"""The spec's locations and slots as windows of time, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from align.claims.claim import Days
    from specs import Spec


@dataclass(frozen=True, slots=True)
class _Window:
    name: str
    begin: date | None
    until: date | None
    modes: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class LocationWindows:
    """Where the professional is when, and what is offered there.

    `top_modes` are the spec's own modes, None where it says nothing of them.
    """

    windows: tuple[_Window, ...]
    top_modes: frozenset[str] | None

    @classmethod
    def of(cls, document: Spec) -> LocationWindows:
        """Resolve the locations of a spec."""
        top = frozenset(str(m) for m in document.modes) if document.modes is not None else None
        return cls(
            windows=tuple(
                _Window(
                    name=location.label,
                    begin=location.from_,
                    until=location.until,
                    modes=None if location.modes is None else frozenset(str(m) for m in location.modes),
                )
                for location in document.locations or ()
            ),
            top_modes=top,
        )

    def is_open(self, index: int, days: Days) -> bool:
        """True when a location is open on all the days, or on one of them if vague."""
        window = self.windows[index]
        if days.vague:
            return (window.begin is None or window.begin <= days.until) and (
                window.until is None or days.begin <= window.until
            )
        return (window.begin is None or window.begin <= days.begin) and (
            window.until is None or days.until <= window.until
        )

    def modes(self, places: tuple[int, ...], days: Days) -> tuple[frozenset[str] | None, str]:
        """Return the modes offered at the places named, or open on the days, and the fact.

        With no place named and none open, the spec's own modes; None where nothing is said.
        """
        chosen = [i for i in places if self.is_open(i, days)] or [
            i for i in (places or range(len(self.windows))) if places or self.is_open(i, days)
        ]
        offered: set[str] = set()
        for index in chosen:
            own = self.windows[index].modes
            if own is None:
                own = self.top_modes
            if own is None:
                return None, "modes"
            offered |= own
        if not chosen:
            return self.top_modes, "modes"
        fact = f"locations[{chosen[0]}].modes" if len(chosen) == 1 else "locations"
        return frozenset(offered), fact

    def say(self, index: int) -> str:
        """Return a location with its window in words."""
        window = self.windows[index]
        if window.begin is not None and window.until is not None:
            return f"{window.name} {window.begin} to {window.until}"
        if window.begin is not None:
            return f"{window.name} from {window.begin}"
        if window.until is not None:
            return f"{window.name} until {window.until}"
        return window.name

    def say_all(self) -> str:
        """Return all locations with their windows in words."""
        return ", ".join(self.say(i) for i in range(len(self.windows))) or "none"

    def say_days(self, days: Days) -> str:
        """Return a run of days in words."""
        if days.begin == days.until:
            return days.begin.isoformat()
        return f"{days.begin.isoformat()} to {days.until.isoformat()}"


@dataclass(frozen=True, slots=True)
class Slots:
    """The mission's slots in minutes after local midnight of its day; half-open."""

    day: date | None
    minutes: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, document: Spec) -> Slots:
        """Resolve the slots of a spec's mission; none where it has no mission."""
        mission = document.mission
        if mission is None or not mission.slots:
            return cls(None, ())
        day = mission.date or mission.slots[0][0].date()
        rows = []
        for begin, end in mission.slots:
            first = begin.hour * 60 + begin.minute
            length = int((end - begin).total_seconds() // 60)
            rows.append((first, first + length))
        return cls(day, tuple(sorted(rows)))

    def has(self, candidates: tuple[int, ...], until: tuple[int, ...] | None = None) -> bool:
        """True when one of the readings of a time lies in a slot.

        `until` are the readings of a window's end, which must not lie behind the slot's.
        """
        if until is None:
            return any(a <= m < b for m in candidates for a, b in self.minutes)
        return any(a <= m < b and m < end <= b for m in candidates for a, b in self.minutes for end in until)

    def say(self) -> str:
        """Return the slots in words."""
        return ", ".join(f"{_clock(a)}-{_clock(b)}" for a, b in self.minutes)

    def say_time(self, candidates: tuple[int, ...], until: tuple[int, ...] | None = None) -> str:
        """Return a time in words, with both readings of an ambiguous one, or a window."""
        said = " or ".join(_clock(m) for m in candidates)
        if until is None:
            return said
        return f"{said} to {' or '.join(_clock(m) for m in until)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
