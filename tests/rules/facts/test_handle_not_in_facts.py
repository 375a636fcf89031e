"""`handle_not_in_facts`: listed contacts in any format pass, all others do not."""

from typing import Any

import pytest

from align import validate_draft
from align.rules.example_spec import EXAMPLE_SPEC
from specs import Spec
from tests.claims.extracting import NOW

CHANNELS: dict[str, Any] = {
    "handles": {"instagram": "@mira.cuts", "venmo": "@mira-pays"},
    "links": ["https://miracuts.example/book"],
    "phones": ["+44 7700 900318", "416-555-0176"],
    "emails": ["hello@miracuts.example"],
}
LISTED = [
    "I'm @Mira.Cuts on Instagram!",
    "insta is mira.cuts",
    "instagram.com/mira.cuts",
    "venmo is @mira-pays",
    "my number's 07700-900-318",
    "it's +44 (0)7700 900318",
    "(416) 555-0176 is the studio",
    "wa.me/447700900318",
    "Book at miracuts.example/book/",
    "HTTPS://WWW.MIRACUTS.EXAMPLE/BOOK",
    "Hello@MiraCuts.example is the address",
    "oh seven seven oh oh nine oh oh three one eight",
    "text me on 447700900318",
    "my cell: 14165550176",
    "4-1-6-5-5-5-0-1-7-6 is my cell",
    "416-555-0176x",
    "drop me a line, hello at miracuts.example",
    "Zip is 70117-1234, your card ending 0000-0000-0000-0004 went through",
    "170 240 320",
    "the tarot spread is 1-2-3-4-5-6-7, text me your card",
]
UNLISTED = [
    "I'm @mira_cuts",
    "my number's 07700 900381",
    "your invoice is at miracutz.example",
    "to claim your prize call 07700 900381",
    "miracuts.example",
    "hello@rniracuts.example",
    "paypal.me/mira-cuts",
    "text me on 447700900381",
    "call 011-44-20-7946-0991",
    "ring 4.1.6.5.5.5.0.1.9.9",
    "912 345 678",
    "you can find me at mira.tattoo",
    "book at miracuts.wedding",
    "write to mira at gmail.com",
    "find me at @mirа.cuts",
    "book: https://miracuts.example/b\u200book",
]


def rules(body: str, channels: dict[str, Any]) -> set[str]:
    spec = Spec.from_dict(EXAMPLE_SPEC | {"channels": channels})
    return {v.rule for v in validate_draft(body, spec, now=NOW).violations}


@pytest.mark.parametrize("body", LISTED)
def test_a_listed_contact_passes(body: str) -> None:
    assert "handle_not_in_facts" not in rules(body, CHANNELS)


@pytest.mark.parametrize("body", UNLISTED)
def test_another_contact_is_flagged(body: str) -> None:
    assert "handle_not_in_facts" in rules(body, CHANNELS)


def test_absent_facts_are_not_checked() -> None:
    body = "I'm @mira, 07700 900381, x@mira.example, mira.example/x"
    assert "handle_not_in_facts" not in rules(body, {"text_only": False})
    assert "handle_not_in_facts" in rules(body, {"phones": []})


@pytest.mark.parametrize(
    "inbound", ["do you do wig installs?", "can u fit a wig", "got a gig tonight?", "do you teach online?"]
)
def test_a_platform_inside_another_word_asks_for_no_handle(inbound: str) -> None:
    spec = Spec.from_dict(EXAMPLE_SPEC | {"channels": CHANNELS})
    assert validate_draft("Shapp", spec, now=NOW, context={"inbound": inbound}).ok
    asked = {"inbound": inbound + " and what's your ig?"}
    assert not validate_draft("shappcuts", spec, now=NOW, context=asked).ok


@pytest.mark.parametrize(
    ("body", "is_listed"),
    [
        ("Pay the deposit to mira@okbank", True),
        ("UPI: MIRA@OKBANK", True),
        ("Pay the deposit to mira@okbnk", False),
        ("Pay the deposit to mira@okbnk.", False),
        ("Pay the deposit to mira@okbnk... and see you", False),
        ("Pay the deposit to mira@okbаnk", False),
        ("Pay the deposit to mira.cuts@okbank", False),
    ],
)
def test_a_payee_is_listed_as_a_handle(body: str, is_listed: bool) -> None:
    channels = {"handles": {"upi": "mira@okbank"}, "emails": []}
    assert ("handle_not_in_facts" not in rules(body, channels)) is is_listed


@pytest.mark.parametrize(
    "body",
    [
        "You can see what's open and put your name down here: https://mira.example/book",
        "Grab a spot at https://mira.example/book whenever you're ready.",
        "Deposits go to @mira-cuts on Venmo",
        "Payments go to @miracuts",
        "You get your kisses in, and then it's cash or Venmo to @mira-cuts, whichever's handier.",
        "Pop the rego and a couple of photos in at https://mira.example/quote and I'll come back to you",
        "If your restaurant wants something mellow, get the details onto https://mira.example/book and I'll hold it",
        "Ask her to mail hi@mira.example with the dog's age.",
        "Ask them to write to hi@mira.example and I'll sort the invoice",
    ],
)
def test_a_contact_that_the_client_or_others_are_to_use_is_ours(body: str) -> None:
    assert "handle_not_in_facts" in rules(body, CHANNELS)


@pytest.mark.parametrize(
    "body",
    [
        "Got your name down as @anna",
        "Your name is on https://x.example/list",
        "For nails go to @bea.bakes",
        "I always go to @bea.bakes for mine",
        "Ask them, it's info@venue.example",
        "Ask her to mail her vet at vet@x.example",
        "The couple's page is @annaandben",
        "Your number's down as 0161 496 0000, right?",
    ],
)
def test_a_contact_of_the_client_or_of_others_is_not(body: str) -> None:
    assert "handle_not_in_facts" not in rules(body, CHANNELS)
