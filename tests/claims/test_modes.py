"""Modes: who travels, said by either side."""

from datetime import UTC, datetime

import pytest

from align.claims.claim import Moment, Speaker, Stance
from align.claims.extract import extract
from align.claims.read import nothing
from align.reading import Reading

NOW = Moment(datetime(2026, 11, 21, 12, tzinfo=UTC))


def modes(body: str, speaker: Speaker = Speaker.PROFESSIONAL) -> list[str]:
    known = nothing()
    found = extract(Reading(body, known.vocabulary), speaker, NOW, known)
    return [m.mode for m in found.modes if m.stance is Stance.ASSERTED and m.offered]


OUTCALL = [
    "I can come to you.",
    "I'll swing by your place with the clippers",
    "Happy to travel to your venue.",
    "i'll roll up in the van to ur condo",
    "I'd be coming to you on the day",
    "We could do the lesson at your house.",
    "I'll make the trip!",
    "I do home visits.",
    "I can pop over to yours on Friday",
    "I'll visit you at home",
]
INCALL = [
    "Come to my studio, it's quiet.",
    "You're welcome to come to me.",
    "pop round to mine",
    "You can drop her over to mine about 2",
    "I can host you here.",
    "Come over tonight!",
    "Swing by the shop whenever.",
    "We could do it at mine.",
    "Bring him round to my place.",
]
NEITHER = [
    "I don't travel, sorry.",
    "I can't come to you, sorry.",
    "How are things at your place?",
    "Hope the party at your house goes well!",
    "Can't wait to see how it comes out.",
    "Come what may.",
    "The bus comes at six.",
    "I don't have a studio to host in.",
    "Did they come to your recital?",
    "Good to see you come out of your shell.",
]


@pytest.mark.parametrize("body", OUTCALL)
def test_outcall(body: str) -> None:
    assert "outcall" in modes(body)
    assert "incall" not in modes(body)


@pytest.mark.parametrize("body", INCALL)
def test_incall(body: str) -> None:
    assert "incall" in modes(body)
    assert "outcall" not in modes(body)


@pytest.mark.parametrize("body", NEITHER)
def test_neither(body: str) -> None:
    assert modes(body) == []


@pytest.mark.parametrize(
    ("body", "mode"),
    [
        ("can i come to you?", "incall"),
        ("could you come to us", "outcall"),
        ("can I come to your studio", "incall"),
        ("could you come to our venue?", "outcall"),
        ("can you host?", "incall"),
    ],
)
def test_sides_swap_for_the_client(body: str, mode: str) -> None:
    assert modes(body, Speaker.CLIENT) == [mode]
