"""Short drafts whose words or figures are written in ways of their own: for each way, what it says and does not say."""

import pytest

from align import compile_spec, validate_draft
from specs import Spec
from tests.claims.extracting import NOW, example


def flagged(body: str, inbound: str | None = None) -> set[str]:
    """Return the rules that a draft breaks under the example spec, a Saturday."""
    found = validate_draft(body, example(), now=NOW, context={"inbound": inbound})
    return {violation.rule for violation in found.violations}


DIALECTS: list[tuple[str, str]] = [
    ("I cannae squeeze you in for twenty minutes, an hour's the shortest", ""),
    ("I canny do half an hour, hen", ""),
    ("I cyan do half an hour", ""),
    ("A canny wee half hour would do you, come on in", "duration_below_minimum"),
    ("Sorry, I dinnae do FaceTime!", ""),
    ("I dinna dae calls, just text me here", ""),
    ("dinnae be shy, FaceTime me", "channel_not_allowed"),
    ("Gie us a ring when you're oot", "channel_not_allowed"),
    ("I couldnae do hot stones if you paid me double", ""),
    ("We havenae got hot stones, sorry", ""),
    ("I amn't doing hot stones any more", ""),
    ("I'm no doing hot stones these days", ""),
    ("I no do hot stones, only deep tissue", ""),
    ("Aye, I can dae hot stones nae bother", "never_offer"),
    ("It isnae 150, it's 180 for the hour", ""),
    ("I willnae be in Dallas till spring", ""),
    ("I'm no through in Dallas this week", ""),
    ("I'm through in Dallas the morra", "location_not_in_facts"),
    ("Half four the day's yours if you want it", "slot_not_in_mission"),
    ("Half six the day's yours if you want it", ""),
]


@pytest.mark.parametrize(("body", "rule"), DIALECTS)
def test_a_dialect(body: str, rule: str) -> None:
    assert flagged(body) == ({rule} if rule else set())


SPACED_AMOUNTS: list[tuple[str, str]] = [
    ("It's $1 5 0 for the hour", "price_contradiction"),
    ("It's $1 8 0 for the hour", ""),
    ("It's $9 5 for the hr, pay before you come up.", "price_contradiction"),
    ("the deposit is $5 0", ""),
    ("the deposit is 5 0 dollars", ""),
    ("the deposit is 4 5 bucks", "price_contradiction"),
    ("It's 1 8 0 € for the hour", "price_contradiction"),
    ("I have 2 3 hour gaps today", ""),
]


@pytest.mark.parametrize(("body", "rule"), SPACED_AMOUNTS)
def test_an_amount_whose_digits_stand_apart(body: str, rule: str) -> None:
    assert flagged(body) == ({rule} if rule else set())


SLIPS: list[tuple[str, str]] = [
    ("Gentle cuppinng's part of it, $180 the hour", "service_in_writing"),
    ("Coming for a couples sesison", "never_offer"),
    ("H.O.T stones at the end, if you like", "never_offer"),
    ("I'd have you trying hot stones by spring", "never_offer"),
    ("I'd have you trying hot stones if I could", ""),
    ("I'd have done hot stones for you back then", ""),
]


@pytest.mark.parametrize(("body", "rule"), SLIPS)
def test_a_slip(body: str, rule: str) -> None:
    assert flagged(body) == ({rule} if rule else set())


BARBER = compile_spec(
    Spec.from_dict(
        {
            "persona": "nils",
            "timezone": "Europe/Oslo",
            "currency": "NOK",
            "services": ["beard trim", "HIIT", "scissor cut"],
            "never_offer": ["trial lesson"],
            "policy": {"service_in_writing": "never"},
        }
    )
)


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("Beard triming's included", "service_in_writing"),
        ("Scissor cuting from noon", "service_in_writing"),
        ("Timing's everything with a beard", ""),
        ("We do H.I.I.T. on Tuesdays", "service_in_writing"),
        ("We don't do H.I.I.T. on Tuesdays", ""),
        ("A trail lesson on Friday works", "never_offer"),
        ("No trail lessons, sorry", ""),
        ("I run the trail after the lesson", ""),
        ("I hike a trail, lesson is at four", ""),
    ],
)
def test_a_slip_in_a_phrase(body: str, rule: str) -> None:
    found = validate_draft(body, BARBER, now=NOW).violations
    assert {violation.rule for violation in found} == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("Hot stones are $210 at mine", True),
        ("Hot stones are $210", True),
        ("Couples sessions are $300 here", True),
        ("Hot stones are $180 at mine", False),
        ("Hot stones are $210 at the spa on Sixth", False),
        ("Hot stones are $210 elsewhere", False),
        ("Her hot stones were $210", False),
    ],
)
def test_the_price_of_what_is_never_offered(body: str, wrong: bool) -> None:
    assert ("price_contradiction" in flagged(body)) is wrong


TOO_MUCH: list[tuple[str, str, str]] = [
    # (what the client writes, the answer, the rule that it breaks)
    ("I finish too late for a full one. Can you do 30 minutes?", "Yes it works!", "duration_below_minimum"),
    ("It's too short notice, I know. 30 minutes at 7?", "Yes a pleasure!", "duration_below_minimum"),
    (
        "Your place is too far from me, could you do an hour on FaceTime?",
        "Yes, it works for me!",
        "channel_not_allowed",
    ),
    ("Would you do 30 minutes, I finish too late for more?", "Yes it's fine!", "duration_below_minimum"),
    ("Is 9 too late? If so can you do 30 minutes at 7?", "Yes it suits!", "duration_below_minimum"),
    ("is 30 minutes too short?", "A bit, but I can do it!", "duration_below_minimum"),
    ("is 30 minutes too short?", "Yes, a little, but we can do that.", "duration_below_minimum"),
    ("is 30 minutes too short?", "Not at all!", "duration_below_minimum"),
    ("is 30 minutes too short?", "Yes, it's a bit short, sorry.", ""),
    ("is 30 minutes too short?", "Yes, a bit.", ""),
    ("is 30 minutes too short?", "Yes", ""),
    ("would 30 minutes be too short for you?", "Yes, it's too short for me.", ""),
    ("I only have the lunch break, or is 30 minutes too short?", "A little, but I can do an hour at 6.", ""),
    ("30 minutes too short?", "Slightly, yes.", ""),
    ("is 4pm too late for you? I work till 3", "Yes, slightly.", ""),
]


@pytest.mark.parametrize(("inbound", "body", "rule"), TOO_MUCH)
def test_what_may_be_too_much_to_ask(inbound: str, body: str, rule: str) -> None:
    assert flagged(body, inbound) == ({rule} if rule else set())


FOREIGN: list[tuple[str, str, str]] = [
    # (what the client asks, the answer, the rule that it breaks)
    ("can I pay after?", "Komt goed!", "pay_after"),
    ("can I pay after?", "Avtalt!", "pay_after"),
    ("can I pay after?", "Is goed.", "pay_after"),
    ("can I pay after?", "Pode ser, sem problema.", "pay_after"),
    ("can I pay after?", "Aftale, see you Friday.", "pay_after"),
    ("can I pay after?", "Selvfølgelig!", "pay_after"),
    ("can I pay after?", "Det går bra!", "pay_after"),
    ("can I pay after?", "Marché conclu!", "pay_after"),
    ("can I pay after?", "Oo naman!", "pay_after"),
    ("can I pay after?", "E go work!", "pay_after"),
    ("can I pay after?", "Sin problema.", "pay_after"),
    ("can you do 30 minutes?", "Is goed.", "duration_below_minimum"),
    ("can you do 30 minutes?", "Avtalt!", "duration_below_minimum"),
    ("can you do 30 minutes?", "Gerne!", "duration_below_minimum"),
    ("can you do 30 minutes?", "Sound, see you then", "duration_below_minimum"),
    ("Can you do 30 minutes?", "Hey Haya! What day suits?", ""),
    ("Can you do 30 minutes?", "Hi Dale, which day?", ""),
    ("Can you do 30 minutes?", "Good morning Dale! I'd love to hear more.", ""),
    ("Can you do 30 minutes?", "Haya, what day suits?", ""),
    ("Can you do 30 minutes?", "Dale, thanks for getting in touch. My minimum is an hour.", ""),
    ("Can you do 30 minutes?", "Dale! Thanks for writing.", ""),
    ("Can you do 30 minutes?", "Dale, half an hour it is.", "duration_below_minimum"),
    ("Can you do 30 minutes?", "Haya, confirmed", "duration_below_minimum"),
    ("Can you do 30 minutes?", "Vale, see you then", "duration_below_minimum"),
    ("can I pay after?", "Klar, but before we start please.", ""),
    ("can I pay after?", "Vale, but pay before please.", ""),
    ("can I pay after?", "Klar!", "pay_after"),
    ("can I pay after?", "Klar, but just this once.", "pay_after"),
    ("can you do 30 minutes?", "Klar, 6 only please.", "duration_below_minimum"),
    ("can I pay after?", "You.", ""),
    ("can you do 30 minutes?", "You.", ""),
    ("can you do 30 minutes?", "Oo, nice! What day?", ""),
    ("can you do 30 minutes?", "Is goed fun?", ""),
]


@pytest.mark.parametrize(("inbound", "body", "rule"), FOREIGN)
def test_a_yes_in_another_language(inbound: str, body: str, rule: str) -> None:
    assert flagged(body, inbound) == ({rule} if rule else set())
