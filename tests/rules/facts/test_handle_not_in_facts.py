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
]
UNLISTED = [
    "I'm @mira_cuts",
    "my number's 07700 900381",
    "your invoice is at miracutz.example",
    "to claim your prize call 07700 900381",
    "miracuts.example",
    "hello@rniracuts.example",
    "paypal.me/mira-cuts",
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
