"""A line's end inside a sentence is a space, and one between sentences ends the first."""

from __future__ import annotations

import pytest

from align.reading import Reading, Vocabulary
from align.reading.phrase_parts import PhraseParts
from tests.work import calls_of

VOCABULARY = Vocabulary({"stones": 0, "hot": 0}, parts=PhraseParts.of(["hot stones"]))
INSIDE = [
    "Shoot me an\nemail",
    "Call\nme when you can",
    "I do hot\nstones on Friday",
    "I do hot\n\nstones on Friday",
    "I do hot\nst0nes on Friday",
    "It takes 60\nminutes",
    "You can pay\nafter the session",
    "Just settel\nup with me after class",
    "Thanks for your message, I have\nmade a note of the things that\nwe talked about yesterday",
]
BETWEEN = [
    "See you then\nCall me",
    "60 min 180\nwith travel 220",
    "No cupping today\nhot ones are 90",
    "Hi Anna\nc@ll me",
    "- 60 min: 90 at\n- my studio",
    "Leeds\nYork\nHull",
    "I'm free on Friday\n\nThanks",
]


def _breaks(body: str) -> int:
    return Reading(body, VOCABULARY).words.count("\n")


@pytest.mark.parametrize("body", INSIDE)
def test_a_break_inside_a_sentence_is_a_space(body: str) -> None:
    assert _breaks(body) == 0


@pytest.mark.parametrize("body", BETWEEN)
def test_a_break_between_sentences_stays(body: str) -> None:
    assert _breaks(body) > 0


def test_a_wrapped_text_reads_as_one_line_does() -> None:
    lines = ["I can do Thursday at six if that is", "still any use to you, and the hour", "is 90 at mine"]
    assert Reading("\n".join(lines), VOCABULARY).words == Reading(" ".join(lines), VOCABULARY).words


@pytest.mark.parametrize(
    "part", ["a\n", "the\n", "\n", "60\n", "hot\n", "a b c d e f g h i j k l m n o p q r\n"]
)
def test_the_work_is_linear(part: str) -> None:
    def calls(times: int) -> int:
        return calls_of(lambda: Reading(part * times, VOCABULARY))

    assert calls(1600) < 12 * calls(200)
