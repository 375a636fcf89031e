"""`voice`: emoji, banned phrases, links, placeholders, and talk of being an AI."""

from typing import Any

import pytest

from align import validate_draft
from align.claims.voice.emoji import find_emoji
from align.rules.example_spec import EXAMPLE_SPEC
from specs import Spec
from tests.claims.extracting import NOW

VOICE: dict[str, Any] = {
    "max_chars": 200,
    "max_emoji": 1,
    "banned": ["hun", "dear", "no worries", "y'all", "!!"],
    "allow_links": False,
}
FLAGGED = [
    ("Hey {{first_name}}", "{{first_name}}"),
    ("Hi ［ＮＡＭＥ］", "［ＮＡＭＥ］"),
    ("see you [date/time]", "[date/time]"),
    ("I'm in <city>", "<city>"),
    ("An hour is ____", "____"),
    ("Hi $first_name, all set", "$first_name"),
    ("see you insert date here", "insert date here"),
    ("oh d e a r", "d e a r"),
    ("dеar me", "dеar"),
    ("heya huuun", "huuun"),
    ("no-worries at all", "no-worries"),
    ("Y’all come", "Y’all"),
    ("great!!", "!!"),
    ("book at ines.example/x", "ines.example/x"),
    ("ines dot com slash book", "ines dot com slash book"),
    ("As an AI, I can't do that.", "As an AI"),
    ("Hi, this is Ines's assistant, how can I help?", "this is Ines's assistant"),
    ("I'm sorry, but I can't assist with that request.", "I'm sorry, but I can't assist with that request"),
    ("I'm programmed to talk about bookings only", "I'm programmed to"),
    ("I do not have a physical body, sadly", "I do not have a physical body"),
    ("Ines's AI helper is on today", "Ines's AI helper"),
    ("im just a chatbot so i cant see it", "im just a chatbot"),
    ("👍👍", "👍👍"),
]
ACCEPTED = [
    "endearing, hunter, dearest friends",
    "I <3 this, 5 < 6 and [laughs]",
    "My assistant Bea will help, I've a model casting at 2.",
    "I'm a model and a tutor.",
    "I can't help with that on request nights, they're full.",
    "I'm not a bot, promise. No bots here, just me.",
    "You'd make a great model! The assistant at the vet is lovely.",
    "👩‍👧‍👦",
    "$50 it is, and don't insert the card",
    "write to me @ines.bodywork or ines@bow.example",
    "x" * 200,
]


def voice(body: str) -> list[str]:
    spec = Spec.from_dict(EXAMPLE_SPEC | {"voice": VOICE})
    return [v.text for v in validate_draft(body, spec, now=NOW).violations if v.rule == "voice"]


@pytest.mark.parametrize(("body", "shown"), FLAGGED)
def test_is_flagged(body: str, shown: str) -> None:
    assert voice(body) == [shown]


@pytest.mark.parametrize("body", ACCEPTED)
def test_is_accepted(body: str) -> None:
    assert voice(body) == []


def test_length_counts_code_points_of_the_original() -> None:
    assert voice("x" * 201) == ["x" * 201]
    assert voice("x" * 199 + "\u200b\u200b") == ["x" * 199 + "\u200b\u200b"]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("👩‍👧‍👦", 1),
        ("👍🏽👍", 2),
        ("🇬🇧🇮🇪", 2),
        ("3️⃣4️⃣0️⃣", 3),
        ("❤️ ☀ ✨", 3),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 1),
        ("© ™ → ✓ ★ …", 0),
        ("💇🏾‍♀️", 1),
        ("plain :)", 0),
    ],
)
def test_emoji_are_counted_as_a_reader_does(body: str, count: int) -> None:
    assert len(list(find_emoji(body))) == count
