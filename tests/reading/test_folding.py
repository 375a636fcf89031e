"""Folding: what a reader sees, and the way back to the original characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.reading.folding import fold
from tests.property.strategies import INVISIBLE, LOOK_ALIKES

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
    pytest.param("СОМΕΙ\u115fΝ", "comein", id="a filler of Hangul is no letter of a look-alike word"),
    pytest.param("ԝ\u3164", "w", id="nor at its end"),
    pytest.param("саӏӏ中", "call中", id="no word is genuine in two scripts"),
    pytest.param("саӏӏˑ", "callˑ", id="a modifier makes no word genuine"),
    pytest.param("ɑɩʬ", "aiʬ", id="a letter of phonetics makes none either"),
    pytest.param("привет🎻саӏӏ", "привет🎻call", id="a sign parts words"),
    pytest.param("ж１саӏӏ", "ж1call", id="a full-width digit parts words"),
    pytest.param("£４з０", "£430", id="a look-alike between full-width digits"),
    pytest.param("ж१५०", "ж150", id="digits are digits beside any word"),
    pytest.param("電話テスト한국", "電話テスト한국", id="scripts of East Asia share words"),
    pytest.param("хорошо καλός", "хорошо καλός", id="most letters of a genuine word look latin"),
    pytest.param("ﾃﾞｽ", "テス", id="half-width marks go as others do"),
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


strange_text = st.text("cal IO19 .-—’\né½ßＡ１१ℂΩаӏсѕжзЗλ中한文ᶟˑﾞʬ🎻🅲£\u3164\u0301", max_size=8) | st.text()
"""Short words in which scripts, widths and what nobody sees meet."""


@given(strange_text)
def test_folding_is_idempotent(body: str) -> None:
    once = fold(body).cased
    assert fold(once).cased == once


@settings(max_examples=300, deadline=None)
@given(strange_text, st.data())
def test_width_and_what_nobody_sees_change_nothing(body: str, data: st.DataObject) -> None:
    """Whatever else a text is disguised with."""
    worn = [
        data.draw(st.sampled_from((char, full_width(char), char + data.draw(st.sampled_from(INVISIBLE)))))
        for char in body
    ]
    assert fold("".join(worn)).cased == fold(body).cased


@settings(max_examples=300, deadline=None)
@given(st.text("".join(LOOK_ALIKES) + "bkrt19 .-’é１中한🎻" + INVISIBLE, max_size=12), st.data())
def test_look_alikes_change_nothing(body: str, data: st.DataObject) -> None:
    """Whatever else a text is disguised with; beside a Greek or Cyrillic letter that looks like none, nobody could tell."""
    worn = [data.draw(st.sampled_from((char, *LOOK_ALIKES.get(char, "")))) for char in body]
    assert fold("".join(worn)).cased == fold(body).cased


def full_width(char: str) -> str:
    return chr(ord(char) + 0xFEE0) if char.isascii() and char.isalnum() else char


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_plain_ascii_moves_nothing(body: str) -> None:
    folded = fold(body)
    assert folded.starts is None
    assert folded.cased == body
