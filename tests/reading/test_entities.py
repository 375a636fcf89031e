"""A character written as HTML does is the character, and its span is the whole of what stands for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading.folding import fold


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("I&#39;m in", "I'm in"),
        ("I&#x27;m in", "I'm in"),
        ("&pound;90 &amp; up", "£90 & up"),
        ("c&#1072;ll me", "call me"),
        ("&lt;city&gt;", "<city>"),
        ("A&B; R&D", "A&B; R&D"),
        ("&nosuch; &#; &", "&nosuch; &#; &"),
        ("&amp;#39;", "&#39;"),
    ],
)
def test_an_entity_reads_as_its_character(body: str, text: str) -> None:
    assert fold(body).cased == text


def test_a_span_takes_in_the_whole_entity() -> None:
    folded = fold("It&#39;s &pound;90&nbsp;!")
    at = folded.lower.index("£90")
    assert folded.span(at, at + 3) == (9, 18)


@given(st.text(st.sampled_from("&#39;xamp c\u0430\u00e9\U0001f642"), max_size=40))
def test_spans_stay_in_order_and_inside(body: str) -> None:
    folded = fold(body)
    spans = [folded.span(at, at + 1) for at in range(len(folded.lower))]
    assert all(0 <= start < end <= len(body) for start, end in spans)
    assert spans == sorted(spans)
