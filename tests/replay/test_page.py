"""The page: one file that needs nothing else, and shows whatever a draft holds as text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.replay import Row, Tally, replayed
from align.replay.examples import Example, Finding
from align.replay.page import page_of
from align.replay.plots import MOST, Series, columns_chart, rows_chart
from align.replay.report import Report
from align.replay.specs import SpecSet
from align.replay.words import shown
from tests.replay import parts
from tests.replay.parts import AFTER, BEFORE, draft, row

_TAGS: Final = frozenset(
    "html head meta title style body h1 h2 ul li span b p svg text rect path table tr th td article div mark code".split()
)
_ATTRIBUTES: Final = frozenset(
    "lang charset http-equiv content name class dir role aria-label viewbox x y d width height text-anchor".split()
)
_ADDRESS: Final = re.compile(r"https?:|//|url\(|@import|src=|href=", re.IGNORECASE)

HOSTILE: Final = [
    "<script>alert(1)</script>",
    "</div></style><img src=x onerror=alert(1)>",
    "\"'><svg/onload=alert(1)>",
    "&lt;b&gt; ]]> <!-- ",
    "\u202egnp.exe\u2066 \x00\x1b[2J \ud800",
]


class _Reader(HTMLParser):
    """Gathers tags, attributes and text, as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(page: str) -> _Reader:
    page.encode("utf-8")
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.tags <= _TAGS
    assert reader.attributes <= _ATTRIBUTES
    return reader


def _report(tally: Tally, shown_: int = 3) -> Report:
    return Report(SpecSet("a", BEFORE), SpecSet("b", AFTER), tally, shown_)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_drafts_are_shown_as_text(text: str) -> None:
    body = f"{text} An hour is £45. {text}"
    rows = [row(1, draft(body, id=text), text), row(2, draft("hi", persona=text)), Row(text, 3, None, text)]
    report = replace(_report(replayed(rows, BEFORE, AFTER)), a=SpecSet(text, BEFORE))
    assert _read(page_of(report)).text.count(shown(text)) >= 6


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text(), st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_whatever_the_words_are_the_page_has_only_its_own_tags(
    body: str, name: str, span: tuple[int, int]
) -> None:
    finding = Finding(min(span), max(span), name, body)
    example = Example(
        name,
        1,
        name,
        name,
        "newly held",
        (name,),
        body,
        0,
        is_whole=True,
        before=(),
        after=(finding, finding),
    )
    counts = {("newly held", name, name): 1}
    tally = Tally({(name, "newly held"): 1}, counts, {("2026-05", "newly held"): 1}, (example,))  # type: ignore[arg-type] # a literal
    assert shown(name) in _read(page_of(_report(tally))).text


def test_the_page_says_all_that_was_counted() -> None:
    bodies = [parts.HELD_AFTER, parts.RELEASED, parts.CHANGED, parts.HELD, parts.CLEAN]
    rows = [row(number, draft(body)) for number, body in enumerate(bodies, 1)]
    page = page_of(
        _report(replayed([*rows, row(9, b"{"), row(10, draft("hi", persona="ada"))], BEFORE, AFTER))
    )
    text = _read(page).text
    for said in (
        "5 drafts: a → b",
        "1 row could not be used",
        "1 draft of personas without two specs: ada",
    ):
        assert said in text
    assert "<mark>£45</mark>" in page
    assert all(spec.digest[:12] in text for spec in (parts.MARLOW, parts.DEARER))
    assert page.count("<svg") == 3
    assert "default-src 'none'" in page
    assert not _ADDRESS.search(page)


def test_nothing_replayed_is_a_page_as_well() -> None:
    text = _read(page_of(_report(Tally()))).text
    assert "0 drafts: a → b" in text
    assert "No rule makes a difference." in text


def test_examples_are_as_many_as_asked_for() -> None:
    tally = replayed([row(number, draft(parts.HELD_AFTER)) for number in range(8)], BEFORE, AFTER)
    for asked in (0, 1, 5):
        assert page_of(_report(tally, asked)).count("<article>") == asked
        assert len(_report(tally, asked).to_dict()["examples"]) == asked


_SERIES = (Series("one", "held"), Series("two", "free"))


def test_bars_are_as_long_as_what_they_stand_for() -> None:
    chart = rows_chart("Chart", {"a": {"one": 30, "two": 10}, "b": {"one": 0, "two": 20}}, _SERIES)
    found = [
        (bar.get("class"), float(bar.get("width", 0)), bar[0].text)
        for bar in ET.fromstring(chart).iter("rect")  # noqa: S314 - made here
    ]
    assert [(colour, told) for colour, _wide, told in found] == [
        ("held", "a: 30 one"),
        ("free", "a: 10 two"),
        ("free", "b: 20 two"),
    ]
    widths = [wide for _colour, wide, _told in found]
    assert widths[0] == pytest.approx(3 * widths[1], abs=0.5)
    assert widths[2] == pytest.approx(2 * widths[1], abs=0.5)


def test_columns_stand_on_the_floor_and_stay_in_the_box() -> None:
    counts = {
        f"20{year}-{month:02}": {"one": year, "two": month}
        for year in range(10, 30)
        for month in range(1, 13)
    }
    tree = ET.fromstring(columns_chart("Chart", counts, _SERIES))  # noqa: S314 - made here
    _left, _top, width, height = map(float, tree.get("viewBox", "").split())
    for bar in tree.iter("rect"):
        x, y, wide, tall = (float(bar.get(name, -1)) for name in ("x", "y", "width", "height"))
        assert 0 <= x <= x + wide <= width
        assert 0 <= y <= y + tall <= height


def test_a_chart_of_many_names_shows_the_first_ones() -> None:
    chart = rows_chart("Chart", {f"p{n}": {"one": 1, "two": 0} for n in range(MOST + 5)}, _SERIES)
    assert chart.count("<rect") == MOST
