from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.cli.visible import cells, visible


@pytest.mark.parametrize(
    "text",
    [
        "An hour is £45, see you at 6.",
        "caf\u00e9 and cafe\u0301",
        "\u4f60\u597d",
        "\u05e9\u05dc\u05d5\u05dd",
        "\U0001f469\u200d\U0001f4bb",
        "\u2764\ufe0f",
        "\U0001f1ec\U0001f1e7",
        "1\ufe0f\u20e3",
        "\U0001f44d\U0001f3fd",
    ],
)
def test_what_a_terminal_shows_is_left_alone(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\x00b\x7f\x9b", "a<U+0000>b<U+007F><U+009B>"),
        ("a\nb\r\t", "a<U+000A>b<U+000D><U+0009>"),
        ("180\u202e081", "180<U+202E>081"),
        ("ca\u200bll", "ca<U+200B>ll"),
        ("ca\u200dll", "ca<U+200D>ll"),
        ("a\ufe0f", "a<U+FE0F>"),
        ("\U0001f469\u200dx", "\U0001f469<U+200D>x"),
        ("\ud83d", "<U+D83D>"),
        ("x\U000e0041", "x<U+E0041>"),
        ("\u3164", "<U+3164>"),
        ("\ufeff\u00ad", "<U+FEFF><U+00AD>"),
    ],
)
def test_what_disturbs_or_hides_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_nothing_unprintable_gets_out(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert {unicodedata.category(char) for char in shown}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f")


@given(st.text(st.characters()))
def test_cells_cover_the_text_once_and_in_order(text: str) -> None:
    at = 0
    for cell in cells(text):
        assert cell.start == at < cell.end
        at = cell.end
    assert at == len(text)
