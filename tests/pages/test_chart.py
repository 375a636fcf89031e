"""The chart: every hold is in it once, inside the box, whatever was held."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.pages.chart import HEIGHT, OTHERS, SERIES, WIDTH, chart_of
from align.review.chart import HoldCount

FIRST = dt.date(2026, 5, 1)
DAYS = st.integers(0, 40).map(lambda n: FIRST + dt.timedelta(days=n))
HOLDS = st.lists(
    st.builds(HoldCount, DAYS, st.sampled_from([f"rule_{n}" for n in range(9)]), st.integers(1, 5_000)),
    unique_by=lambda one: (one.day, one.name),
)


@given(HOLDS, st.integers(0, 40))
def test_bars_stay_in_the_box_and_count_everything(found: list[HoldCount], days: int) -> None:
    last = FIRST + dt.timedelta(days=days)
    chart = chart_of(found, FIRST, last)
    inside = sum(one.count for one in found if one.day <= last)
    assert chart.total == inside == sum(count for _number, _label, count in chart.legend)
    assert sum(int(bar.told.split(": ")[1].split()[0]) for bar in chart.bars) == inside
    assert len(chart.legend) <= SERIES
    for bar in chart.bars:
        assert 0 <= bar.x < bar.x + bar.width <= WIDTH + 0.01
        assert 0 <= bar.y <= bar.y + bar.height <= HEIGHT
    assert len(chart.counts) <= 6
    assert all(0 <= tick.at <= HEIGHT for tick in chart.counts)


def test_many_rules_share_the_last_colour() -> None:
    found = [HoldCount(FIRST, f"rule_{n}", 10 - n) for n in range(8)]
    chart = chart_of(found, FIRST, FIRST)
    assert [label for _number, label, _count in chart.legend] == [*(f"rule_{n}" for n in range(5)), OTHERS]
    assert chart.legend[-1][2] == 5 + 4 + 3


@pytest.mark.parametrize(
    ("most", "top"), [(1, "1"), (5, "5"), (6, "6"), (23, "25"), (101, "150"), (4_999, "5000")]
)
def test_the_axis_has_round_numbers(most: int, top: str) -> None:
    chart = chart_of([HoldCount(FIRST, "rule", most)], FIRST, FIRST)
    assert chart.counts[0].label == "0"
    assert chart.counts[-1].label == top
