"""Places as `align claims` reads them where no spec says which count."""

from datetime import datetime

import pytest

from align.claims.read import read_claims

NOW = datetime.fromisoformat("2026-11-21T10:00:00-06:00")


def places(body: str) -> list[str]:
    """Return every place of a text, as written."""
    return [c["text"] for c in read_claims(body, now=NOW) if c["type"] == "place"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a town's name that can be nothing else, wherever it stands
        ("London is a great city", ["London"]),
        ("Madrid or Leeds?", ["Madrid", "Leeds"]),
        ("madrid or leeds?", ["madrid", "leeds"]),
        ("Leeds works", ["Leeds"]),
        ("Please have the manager of Rotterdam call me", ["Rotterdam"]),
        # one that people bear or that is a word, where a town is picked
        ("Paris works", ["Paris"]),
        ("Cork works for me", ["Cork"]),
        ("what is the cheapest fare between atlanta and dallas", ["atlanta", "dallas"]),
        ("I'm staying near Charlotte", ["Charlotte"]),
        ("flying into Hull tomorrow", ["Hull"]),
        ("We flew out of Denver on Monday", ["Denver"]),
        # an unknown name where a place is told
        ("What's the weather going to be in Knobel?", ["Knobel"]),
        ("will it be chilly in weldona?", ["weldona"]),
        ("Tell me the weather forecast for Gibsland", ["Gibsland"]),
        ("What will the weather be in Milleville Beach?", ["Milleville Beach"]),
        ("what's the weather like in Tyonek, New Jersey", ["Tyonek, New Jersey"]),
        ("what is the forecast in Nicodemus and nearby", ["Nicodemus"]),
        ("a seafood restaurant in Cle Elum, NE on Friday", ["Cle Elum, NE"]),
        ("weather in kaneville maryland", ["kaneville maryland"]),
        ("I'm based in Houston, Texas", ["Houston, Texas"]),
        # a street address is a place too
        ("My studio is at 88 Mare Street", ["88 Mare Street"]),
    ],
)
def test_a_place(body: str, expected: list[str]) -> None:
    assert places(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Nice to meet you, reading your note",
        "Hi Charlotte, Friday is fine",
        "Thanks Houston!",
        "I teach in Spanish and in English",
        "written in gujarati",
        "see you in teh morning",
        "sent in yuor message",
        "paid in full, in cash",
        "I'll be in touch in a bit",
        "Bath time or bed?",
        "Reading this now",
        "Mobile: 07700 900123",
        "in my Instagram bio",
        "the gate code is 8841",
    ],
)
def test_no_place(body: str) -> None:
    assert places(body) == []


def test_what_a_street_is_called() -> None:
    claims = read_claims("My studio is at 88 Mare Street, flat 2", now=NOW)
    told = [
        (c["type"], c["value"], c["unit"], c.get("owner") or c["about"])
        for c in claims
        if c["type"] in ("address", "place")
    ]
    assert told == [
        ("address", "street", None, "professional"),
        ("place", "88 Mare Street, flat 2", "address", "professional"),
    ]
