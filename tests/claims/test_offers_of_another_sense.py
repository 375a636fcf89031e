"""A thing of the client's that is called like something never offered."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 5, 14, 9, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "EUR",
            "timezone": "Europe/Lisbon",
            "services": ["tasting menu", "brunch"],
            "never_offer": ["sushi", "cocktail bar", "buffet"],
        }
    )
)


def is_held(body: str, inbound: str | None) -> bool:
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound} if inbound else None)
    return any(v.rule == "never_offer" for v in found.violations)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("An old-style buffet along the wall is lovely for 20.", "can you do a buffet for 20?"),
        ("I'd lay out a buffet in the dining room.", "we're 20"),
        (
            "I could lay out a buffet on it for your guests.",
            "there's only that old buffet in the dining room",
        ),
        ("A buffet against the wall would feed all 20 of you.", "we're 20"),
        ("I can do a buffet on the sideboard.", "we're 20 and have a sideboard"),
        ("The buffet would be set up by the window, €450 for four hours.", "we're 20"),
        ("The buffet would sit in the hall, yes.", "could you do a buffet?"),
        ("I do a nice cold buffet.", "we're 20"),
        ("Your buffet will be ready by eight.", "we want a buffet"),
        ("I could serve a buffet from it.", "we have a buffet in the hall"),
        ("I'd make you sushi on Friday.", "we have sushi every friday"),
        ("Your sushi will be ready at eight.", "we have sushi every friday, can you do it?"),
        ("I'd lay a cold buffet for twenty on that.", "there's only that old buffet"),
        ("The buffet for 20 is easy, and I'd bring the trays.", "we've an old buffet"),
        ("The buffet is included in the four hours.", "we have a buffet and chairs"),
        ("That buffet idea is lovely, I'd do it with three salads.", "we have an old buffet"),
        ("A buffet with the salads by the wall is easy for me.", "we've sushi knives and a buffet"),
    ],
)
def test_what_is_offered_by_that_name_is_held(body: str, inbound: str | None) -> None:
    assert is_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        (
            "I've plated on ironing boards before, so an old buffet against the wall is a luxury.",
            "Will there be enough room to plate? There's only that old buffet in the dining room.",
        ),
        (
            "An old buffet by the window will hold the cold plates nicely.",
            "There's an old buffet in the dining room",
        ),
        (
            "The oak buffet under the mirror is perfect for the glasses.",
            "we've a sideboard and a buffet, both oak",
        ),
        ("That old buffet is all I need for plating.", "there's only that old buffet"),
        ("Your buffet sounds sturdy, I'll plate on it.", "there's only that old buffet"),
        (
            "Your grandmother's buffet will be safe with me, I'll lay a cloth over it.",
            "we have my grandmother's buffet",
        ),
        ("The buffet with the drawers is fine, I'll put a cloth on top.", "there's a buffet with drawers"),
        ("I'll set the cold plates on top of the buffet.", "there's an antique buffet in the hall"),
        (
            "If you've a buffet or a sideboard in the dining room, I'll plate on that.",
            "where will you plate?",
        ),
        ("A buffet against the wall beats the ironing board I had last week.", "we've an old buffet"),
        ("Please clear the top of the buffet before I come.", "there's an old buffet"),
        ("I'll leave the cold starters on that buffet.", "we've a massive buffet in the hall, 200 years old"),
        (
            "The buffet can hold the glasses and the table the plates.",
            "there's an old buffet and a long table",
        ),
        ("Please lay a cloth along your antique buffet before I come.", "we have an antique buffet"),
        ("Your old buffet will do nicely.", "there's only that old buffet"),
        ("The buffet against the wall isn't in the way at all.", "we have a buffet, is it in the way?"),
        ("The sushi at the hotel is fine, enjoy it.", "the hotel does a sushi night"),
        ("Your brother's sushi sounds better than mine.", "my brother got us sushi last night"),
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str, inbound: str | None) -> None:
    assert not is_held(body, inbound)
