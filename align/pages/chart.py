"""The chart of holds by rule and day: stacked bars, laid out on the server."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.review.chart import HoldCount

SERIES: Final = 6
"""How many rules have a colour of their own; the others share the last one."""
OTHERS: Final = "others"

WIDTH: Final = 720
HEIGHT: Final = 220
_LEFT, _TOP, _BOTTOM = 34, 10, 24
_GAP: Final = 0.25
_LABELS: Final = 6


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle: the holds of one rule on one day."""

    x: float
    y: float
    width: float
    height: float
    series: int
    told: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line or a label of an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, axes and legend (name and total, the most frequent first), in a box of `WIDTH` to `HEIGHT`."""

    bars: tuple[Bar, ...]
    days: tuple[Tick, ...]
    counts: tuple[Tick, ...]
    legend: tuple[tuple[int, str, int], ...]
    table: tuple[tuple[dt.date, str, int], ...]
    total: int
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    floor: int = HEIGHT - _BOTTOM


def chart_of(found: Sequence[HoldCount], first: dt.date, last: dt.date) -> Chart:
    """Return the chart of the days from the first to the last; counts of other days are left out."""
    days = [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]
    inside = [one for one in found if first <= one.day <= last]
    totals = Counter[str]()
    for one in inside:
        totals[one.name] += one.count
    names = [name for name, _count in sorted(totals.items(), key=lambda item: (-item[1], item[0]))]
    series = {name: min(number, SERIES - 1) for number, name in enumerate(names)}
    by_day: dict[dt.date, Counter[int]] = {day: Counter() for day in days}
    for one in inside:
        by_day[one.day][series[one.name]] += one.count
    labels = _labels(names)
    step = _step(max((sum(counts.values()) for counts in by_day.values()), default=0))
    top = step * max(1, -(-max((sum(c.values()) for c in by_day.values()), default=1) // step))
    scale = (HEIGHT - _TOP - _BOTTOM) / top
    return Chart(
        tuple(_bars(days, by_day, labels, scale)),
        tuple(_day_ticks(days)),
        tuple(Tick(HEIGHT - _BOTTOM - n * scale, str(n)) for n in range(0, top + 1, step)),
        tuple((number, label, _total(number, series, totals)) for number, label in enumerate(labels)),
        tuple((one.day, one.name, one.count) for one in inside),
        sum(totals.values()),
    )


def _labels(names: Sequence[str]) -> list[str]:
    return list(names) if len(names) <= SERIES else [*names[: SERIES - 1], OTHERS]


def _total(number: int, series: dict[str, int], totals: Counter[str]) -> int:
    return sum(count for name, count in totals.items() if series[name] == number)


def _bars(
    days: Sequence[dt.date], by_day: dict[dt.date, Counter[int]], labels: Sequence[str], scale: float
) -> list[Bar]:
    slot = _slot(days)
    bars: list[Bar] = []
    for place, day in enumerate(days):
        floor = float(HEIGHT - _BOTTOM)
        for number in sorted(by_day[day]):
            count = by_day[day][number]
            height = count * scale
            floor -= height
            told = f"{day.isoformat()}: {count} {labels[number]}"
            x = _LEFT + slot * (place + _GAP / 2)
            bars.append(
                Bar(_round(x), _round(floor), _round(slot * (1 - _GAP)), _round(height), number, told)
            )
    return bars


def _day_ticks(days: Sequence[dt.date]) -> list[Tick]:
    slot, every = _slot(days), max(1, -(-len(days) // _LABELS))
    return [
        Tick(_round(_LEFT + slot * (place + 0.5)), f"{day.day} {day:%b}")
        for place, day in enumerate(days)
        if place % every == 0
    ]


def _slot(days: Sequence[dt.date]) -> float:
    return (WIDTH - _LEFT) / max(len(days), 1)


def _step(most: int) -> int:
    """Return the first step of the row 1, 2, 5, 10, 20, 50 and so on that divides an axis into at most five."""
    power = 1
    while True:
        for leading in (1, 2, 5):
            if most <= power * leading * 5:
                return power * leading
        power *= 10


def _round(value: float) -> float:
    return round(value, 2)
