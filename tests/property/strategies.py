"""Disguises of a body that leave what a reader sees as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u2061\ufe0f\u3164\u115f\uffa0\u034f"
LOOK_ALIKES = {
    "a": "аɑ", "c": "сϲ", "e": "еҽ", "i": "іɩ", "o": "оο", "p": "рρ", "s": "ѕ", "x": "х",
    "y": "у", "d": "ԁ", "h": "һ", "j": "ј", "l": "ӏ", "q": "ԛ", "w": "ԝ",
    "A": "АΑ", "B": "ВΒ", "C": "С", "E": "ЕΕ", "H": "НΗ", "I": "ІΙ", "K": "КΚ", "M": "МΜ",
    "N": "Ν", "O": "ОΟ", "P": "РΡ", "S": "Ѕ", "T": "ТΤ", "X": "ХΧ", "Y": "Υ", "Z": "Ζ",
}  # fmt: skip
_WORN = frozenset("".join(LOOK_ALIKES.values()))
"""Their capitals look like other letters ("ӏ", "Ӏ"): another text, not a disguise."""
_FOREIGN = (
    "привет",
    "中",
    "文字",
    "한국",
    "שלום",
    "ไทย",
    "🎻",
    "１５０",
    "ℂ",
    "½",
    "ˑ",
    "é",
    "\ud800",
    "\x00",
)


@st.composite
def strange(draw: Callable[..., object], body: str) -> str:
    """Draw the body with words and signs of other scripts in it, wherever they fall, and disguised."""
    for _ in range(draw(st.integers(0, 3))):  # type: ignore[call-overload]
        at = draw(st.integers(0, len(body)))
        assert isinstance(at, int)
        body = f"{body[:at]}{draw(st.sampled_from(_FOREIGN))}{body[at:]}"
    return str(draw(disguised(body)))


@st.composite
def disguised(draw: Callable[..., object], body: str) -> str:
    """Draw one kind of disguise and apply it at drawn places."""
    kind = draw(st.sampled_from(("invisible", "look-alike", "full-width", "upper", "lower")))
    picks = draw(st.lists(st.booleans(), min_size=len(body), max_size=len(body)))
    assert isinstance(picks, list)
    out = []
    for char, pick in zip(body, picks, strict=True):
        if not pick:
            out.append(char)
        elif kind == "invisible":
            out.append(char + str(draw(st.sampled_from(INVISIBLE))) if char.isalnum() else char)
        elif kind == "look-alike":
            out.append(str(draw(st.sampled_from(LOOK_ALIKES.get(char, char)))))
        elif kind == "full-width":
            out.append(chr(ord(char) + 0xFEE0) if char.isalnum() and char.isascii() else char)
        elif kind == "upper":
            out.append(char.upper() if len(char.upper()) == 1 and char not in _WORN else char)
        else:
            out.append(char.lower() if len(char.lower()) == 1 and char not in _WORN else char)
    return "".join(out)
