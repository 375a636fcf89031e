"""Bar charts as SVG, made of numbers and escaped names alone: no script, no style of its own, nothing from outside."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from align.replay.words import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH: Final = 720
_LABEL: Final = 210
_ROW: Final = 24
_BAR: Final = 16
_NUMBER: Final = 60
_HEIGHT: Final = 180
_FLOOR: Final = 150
_LEFT: Final = 48
_LABELS: Final = 12
_LETTERS: Final = 30
MOST: Final = 40
"""Rows of a chart; the table beside it has them all."""


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of what is counted: its key in the counts, and the class of its colour."""

    key: str
    colour: str


def rows_chart(title: str, counts: Mapping[str, Mapping[str, int]], series: Sequence[Series]) -> str:
    """Return stacked bars, one row a name, the first `MOST` of them."""
    names = list(counts)[:MOST]
    most = max((sum(counts[name][one.key] for one in series) for name in names), default=0)
    scale = (WIDTH - _LABEL - _NUMBER) / max(most, 1)
    parts: list[str] = []
    for place, name in enumerate(names):
        y, x = place * _ROW, float(_LABEL)
        label = escape(shown(name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1]}…"))
        parts.append(f'<text class="label" x="{_LABEL - 8}" y="{y + 13}" text-anchor="end">{label}</text>')
        for one in series:
            wide = counts[name][one.key] * scale
            if wide:
                parts.append(_bar((x, y, wide, _BAR), one, f"{name}: {counts[name][one.key]:,} {one.key}"))
            x += wide
        total = sum(counts[name][one.key] for one in series)
        parts.append(f'<text class="number" x="{x + 6:.1f}" y="{y + 13}">{total:,}</text>')
    return _svg(title, max(len(names), 1) * _ROW, parts)


def columns_chart(title: str, counts: Mapping[str, Mapping[str, int]], series: Sequence[Series]) -> str:
    """Return stacked columns, one a name, in the order given; the last `WIDTH / 4` of them."""
    names = list(counts)[-WIDTH // 4 :]
    most = max((sum(counts[name][one.key] for one in series) for name in names), default=0)
    scale, slot = (_FLOOR - 14) / max(most, 1), (WIDTH - _LEFT) / max(len(names), 1)
    every = -(-len(names) // _LABELS) or 1
    parts = [
        f'<path class="axis" d="M{_LEFT} {_FLOOR}H{WIDTH}"/>',
        f'<text class="number" x="{_LEFT - 6}" y="18" text-anchor="end">{most:,}</text>',
        f'<text class="number" x="{_LEFT - 6}" y="{_FLOOR}" text-anchor="end">0</text>',
    ]
    for place, name in enumerate(names):
        x, y = _LEFT + place * slot, float(_FLOOR)
        for one in series:
            tall = counts[name][one.key] * scale
            if tall:
                y -= tall
                told = f"{name}: {counts[name][one.key]:,} {one.key}"
                parts.append(_bar((x + slot * 0.1, y, min(slot * 0.8, 60), tall), one, told))
        if place % every == 0:
            parts.append(
                f'<text class="label" x="{x + slot * 0.1:.1f}" y="{_FLOOR + 16}">{escape(name)}</text>'
            )
    return _svg(title, _HEIGHT, parts)


def _bar(box: tuple[float, float, float, float], series: Series, told: str) -> str:
    x, y, wide, tall = box
    return (
        f'<rect class="{series.colour}" x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}">'
        f"<title>{escape(shown(told))}</title></rect>"
    )


def _svg(title: str, height: int, parts: Sequence[str]) -> str:
    return (
        f'<svg role="img" aria-label="{escape(title)}" viewBox="0 0 {WIDTH} {height}">{"".join(parts)}</svg>'
    )
