"""The cheap looks before a search for places change nothing that is found."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from align.claims.claim import Moment, PlaceClaim, Speaker
from align.claims.extract import extract
from align.claims.places import place_cues, place_subjects
from align.reading import Reading
from tests.claims.test_places import NOW, known

_WORDS = (
    "Leeds Cork Reading Austin ATX Quarter Hull's Orleans New the is are 's no trouble works , . ? ! : in to at on for from"
    " visiting I'm there that day week Friday 12 I do let's say yes with where I'm dates room weekend about how would work"
    " belfst manchestr tomorrow it and my you can come a"
).split()


def _found(body: str, speaker: Speaker) -> list[PlaceClaim]:
    return extract(Reading(body, known().vocabulary), speaker, Moment(NOW), known()).places


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join), st.sampled_from(Speaker))
@example("How about Leeds on Friday?", Speaker.PROFESSIONAL)
@example("I'm in belfst from Friday", Speaker.PROFESSIONAL)
@example("Leeds on a weekday is fine, I can come on Friday", Speaker.PROFESSIONAL)
@example("Hull's no trouble, I can come on Friday", Speaker.PROFESSIONAL)
@example("Cork's nice. Leeds's no trouble, I can come on Friday", Speaker.PROFESSIONAL)
@example("Leeds, no bother, I can come on Friday", Speaker.PROFESSIONAL)
@example("I will be in both Leeds and Hull", Speaker.PROFESSIONAL)
def test_looks_change_nothing(body: str, speaker: Speaker) -> None:
    with (
        patch.object(place_cues, "may_name", lambda *_: True),
        patch.object(place_subjects, "_may_end_subject", lambda _, index: index >= 0),
        patch.object(place_subjects, "may_open", lambda *_: True),
    ):
        everywhere = _found(body, speaker)
    assert _found(body, speaker) == everywhere


@pytest.mark.parametrize(
    ("line", "words"),
    [("hull 's no trouble", [1]), ("a cat's leeds's it 's", [1, 2]), ("it's", []), ("a 's 's b", [1, 2])],
)
def test_possessives_are_counted_in_words(line: str, words: list[int]) -> None:
    assert list(place_subjects._possessives(line)) == words  # noqa: SLF001 - what it promises is not seen outside
