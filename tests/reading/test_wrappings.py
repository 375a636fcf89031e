"""A draft in a label or in quotation marks reads as it does without them, and its spans stay those of the body."""

from __future__ import annotations

import pytest

from align.reading import Reading, Vocabulary

BODY = "Call me at six, it's 90"


def _words(body: str) -> list[str]:
    return Reading(body, Vocabulary()).words


@pytest.mark.parametrize(
    "body",
    [
        f'"{BODY}"',
        f"“{BODY}”",
        f"'{BODY}'",
        f"Reply: {BODY}",
        f"Draft reply:\n\n{BODY}",
        f"**Message:** {BODY}",
        f'Response (SMS): "{BODY}"',
        f'Sure! Here\'s a reply you could send:\n\n"{BODY}"',
        f"Here is the draft message to Anna:\n{BODY}",
        f"Of course. Here's a short version: {BODY}",
    ],
)
def test_what_a_draft_is_wrapped_in_is_not_read(body: str) -> None:
    reading = Reading(body, Vocabulary())
    assert reading.words == _words(BODY)
    assert reading.text(0, 2) == "Call me"
    assert reading.text(len(reading) - 1, len(reading)) == "90"


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ('"Call me" is what you wrote. It\'s "90"', '"'),
        ('"Call me at six', '"'),
        ("'Call me' at 'six'", "'"),
        ("Text me: it's easier", "text"),
        ("Here's the address: Kent Road", "address"),
        ("My message to you: call me", "message"),
        ("Here's my answer on the 150 for the hour: yes", "150"),
        ("Here is the hot stones message for Friday: see you", "stones"),
        ("Reply (150 for the hour): yes", "150"),
        ('"', '"'),
        ('""', '"'),
    ],
)
def test_what_is_part_of_a_draft_is_read(body: str, word: str) -> None:
    assert word in _words(body)


def test_a_label_with_a_word_of_the_spec_is_part_of_the_draft() -> None:
    vocabulary = Vocabulary({"karaoke": 0})
    assert "karaoke" in Reading("Here's my answer to karaoke: yes", vocabulary).words
    assert Reading("Here's my answer to Anna: yes", vocabulary).words == ["yes"]
