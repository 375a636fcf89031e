"""Folding: what a reader sees, and the way back to the original characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading.folding import fold

SEEN = [
    pytest.param("call me", "call me", id="plain"),
    pytest.param("CALL Me", "call me", id="capitals"),
    pytest.param("ｃａｌｌ ｍｅ", "call me", id="full-width"),
    pytest.param("cаll", "call", id="cyrillic a in a latin word"),
    pytest.param("ϲаӏӏ", "call", id="every letter a look-alike"),
    pytest.param("𝐜𝐚𝐥𝐥", "call", id="mathematical bold"),
    pytest.param("ⓒⓐⓛⓛ", "call", id="circled"),
    pytest.param("c\u200bal\u200dl", "call", id="zero-width"),
    pytest.param("c\u00adall", "call", id="soft hyphen"),
    pytest.param("\u202ecall\u202c", "call", id="bidi controls"),
    pytest.param("ca\x00ll", "call", id="nul"),
    pytest.param("ca\ud800ll", "call", id="lone surrogate"),
    pytest.param("c\u0336a\u0336l\u0336l\u0336", "call", id="overlay"),
    pytest.param("càĺł", "call", id="diacritics and stroke"),
    pytest.param("9️⃣5️⃣", "95", id="keycaps"),
    pytest.param("１００", "100", id="full-width digits"),
    pytest.param("③", "3", id="circled digit"),
    pytest.param("it’s", "it's", id="curly apostrophe"),
    pytest.param("60–90", "60-90", id="en dash"),
    pytest.param("€60", "€60", id="euro stays"),
    pytest.param("½", "½", id="vulgar fraction stays"),
    pytest.param("a\u00a0b\tc", "a b c", id="spaces"),
    pytest.param("привет", "привет", id="cyrillic word stays"),
    pytest.param("καλημέρα σας", "καλημέρα σας", id="greek words stay"),
    pytest.param("電話して", "電話して", id="cjk stays"),
    pytest.param("ﬁne", "fine", id="ligature"),
]


@pytest.mark.parametrize(("body", "seen"), SEEN)
def test_reader_sees(body: str, seen: str) -> None:
    assert fold(body).lower == seen


@pytest.mark.parametrize(
    ("body", "needle", "text"),
    [
        ("pay 9️⃣5️⃣ now", "95", "9️⃣5️⃣"),
        ("c\u200ball me", "call", "c\u200ball"),
        ("x ｃａｌｌ y", "call", "ｃａｌｌ"),
        ("at ﬁve", "five", "ﬁve"),
        ("cafe\u0301 now", "cafe", "cafe\u0301"),
    ],
)
def test_span_covers_the_original_characters(body: str, needle: str, text: str) -> None:
    folded = fold(body)
    at = folded.lower.index(needle)
    start, end = folded.span(at, at + len(needle))
    assert body[start:end] == text


@given(st.text())
def test_every_folded_character_maps_into_the_body(body: str) -> None:
    folded = fold(body)
    assert len(folded.cased) == len(folded.lower)
    previous = 0
    for i in range(len(folded.lower)):
        start, end = folded.span(i, i + 1)
        assert 0 <= start < end <= len(body)
        assert start >= previous
        previous = start


@given(st.text())
def test_folding_is_idempotent(body: str) -> None:
    once = fold(body).cased
    assert fold(once).cased == once


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_plain_ascii_moves_nothing(body: str) -> None:
    folded = fold(body)
    assert folded.starts is None
    assert folded.cased == body
