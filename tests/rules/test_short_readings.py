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
    ("I'm Lim", ""),
    ("It's Lim here", ""),
    ("I'm Lim's sister", ""),
    ("I'm Chabot, your stylist", ""),
    ("I am Medel", ""),
    ("I'm Mosel, we met on Friday", ""),
    ("This is Chabot's studio", ""),
    ("I'm a chatbto", "voice"),
    ("I'm an artifical inteligence", "voice"),
    ("I'm an AI asistant", "voice"),
    ("I'm a virtual assitant", "voice"),
    ("Say hi to Cali", ""),
    ("Try Cali, she's great", ""),
    ("Just caII me", "channel_not_allowed"),
    ("See you at half four Fridah", "slot_not_in_mission"),
    ("Half four works Sunay", "slot_not_in_mission"),
    ("Tomaz, half four works", "slot_not_in_mission"),
    ("Enver can pay after", "pay_after"),
    ("You can nevr pay after", ""),
    ("Gatis, see you then", ""),
    ("I'm at Singel 250", "address_before_lock"),
    ("My studio is Singel 250", "address_before_lock"),
    ("It's a singel 60 minute session", ""),
    ("I'll be in Addis Ababa on Friday", "location_not_in_facts"),
    ("I'll be in Canvey Island on Friday", "location_not_in_facts"),
    ("I'll be in La Crosse on Friday", "location_not_in_facts"),
    ("I'll be in Terre Haute on Friday", "location_not_in_facts"),
    ("I'll be in Surry Hills on Friday", "location_not_in_facts"),
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


GIVEN: list[tuple[str, str]] = [
    ("Your late start is on me, sorry!", ""),
    ("Sorry, the mix up with your booking is on me.", ""),
    ("The mix up with your session is on me!", ""),
    ("Did I get the day wrong? That's on me!", ""),
    ("Am I late again? On me!", ""),
    ("Did I miss your session? That's on me", ""),
    ("Running late for the session? That's on me!", ""),
    ("Your parking is on me", ""),
    ("Your massage is on me!", "price_contradiction"),
    ("Your back and neck are on me", "price_contradiction"),
    ("Sorry I was late, so your massage is on me!", "price_contradiction"),
    ("I was late, the session is on me, sorry!", "price_contradiction"),
    ("For your mum? On me!", "price_contradiction"),
    ("First visit? It's on me!", "price_contradiction"),
    ("Sorry, nothing for the first hour but 7 is open.", ""),
    ("There's nothing for the first session on Saturday, sorry.", ""),
    ("Sorry about that! There's nothing for the first hour.", ""),
    ("Nothing for the first hour today, 7pm is open.", ""),
    ("Nothing for the first hour, it's my gift", "price_contradiction"),
    ("It's nothing for the trial session!", "price_contradiction"),
    ("You pay nothing for the first hour", "price_contradiction"),
    ("Sorry about the wait, I'll charge nothing for the first hour.", "price_contradiction"),
]


@pytest.mark.parametrize(("body", "rule"), GIVEN)
def test_what_is_given_is_no_blame_and_no_time(body: str, rule: str) -> None:
    assert flagged(body) == ({rule} if rule else set())


SHARES: list[tuple[str, str | None, str]] = [
    ("Let's do half today, the rest tomorrow.", None, ""),
    ("Half today, the rest tomorrow.", None, ""),
    ("I'll do the left half first, then the other half.", None, ""),
    ("We do half today, half on Sunday.", None, ""),
    ("Half now, half on the day", None, "price_contradiction"),
    ("Pay half today, the rest tomorrow.", None, "price_contradiction"),
    ("The hour is $180, half today and the rest on the day.", None, "price_contradiction"),
    ("It's half today, half on the day to hold it", None, "price_contradiction"),
    ("Half today, the rest tomorrow.", "how do I pay?", "price_contradiction"),
    ("Half today, the rest on the day.", "is there a deposit?", "price_contradiction"),
    ("There's a wee reduction if you book two.", None, "price_contradiction"),
    ("There's a lovely reduction for regulars.", None, "price_contradiction"),
    ("I give a cheeky reduction to locals", None, "price_contradiction"),
    ("There's a reduction in price if you book two", None, "price_contradiction"),
    ("There's a reduction in swelling after one go", None, ""),
    ("Great for scar reduction.", None, ""),
    ("I'd suggest swelling reduction first.", None, ""),
]


@pytest.mark.parametrize(("body", "inbound", "rule"), SHARES)
def test_shares_and_reductions_of_a_price(body: str, inbound: str | None, rule: str) -> None:
    assert flagged(body, inbound) == ({rule} if rule else set())


GIVEN_UP: list[tuple[str, str]] = [
    ("My 3pm pulled out so I'm done for today.", ""),
    ("My 3pm fell through today, so I'll see you at 6pm.", ""),
    ("My 3pm cancelled so I'm heading home.", ""),
    ("My 3pm cancelled, so I'm off home", ""),
    ("My 3pm pulled out, want it?", "slot_not_in_mission"),
    ("My 3pm pulled out so it's yours if you want it", "slot_not_in_mission"),
    ("My 3pm fell through today.", "slot_not_in_mission"),
    ("My 3pm cancelled on me", "slot_not_in_mission"),
    ("My 3pm cancelled. Want it?", "slot_not_in_mission"),
    ("2:30 just opened up", "slot_not_in_mission"),
    ("3pm I have one massage left, so 6pm for you.", ""),
    ("3pm I have two clients left, so 6pm for you.", ""),
    ("3pm I have one hour left", "slot_not_in_mission"),
    ("3pm I have one slot left", "slot_not_in_mission"),
    ("3pm I have one left", "slot_not_in_mission"),
]


@pytest.mark.parametrize(("body", "rule"), GIVEN_UP)
def test_a_time_that_falls_away_or_is_left(body: str, rule: str) -> None:
    assert flagged(body) == ({rule} if rule else set())


NEEDED: list[tuple[str, str | None, str]] = [
    ("I'd need 10 minutes for that.", None, ""),
    ("I'd need 20 minutes for that", "can you come to the 4th floor with your table?", ""),
    ("For the set up I need 20 minutes.", None, ""),
    ("For the first bit I need 20 minutes, then the hour starts", None, ""),
    ("We'll need 20 minutes for that. Then the full hour begins.", None, ""),
    ("We'll need 20 minutes for that. Then the full hour begins.", "is cupping ok first?", ""),
    ("I'd need 20 minutes for that first.", "can you also do cupping?", ""),
    ("I'd need 30 minutes for that.", "do you do deep tissue on just the neck?", "duration_below_minimum"),
    ("We'd need 30 minutes for it", "just cupping on the shoulders?", "duration_below_minimum"),
    ("For the deep tissue we need 30 minutes", None, "duration_below_minimum"),
    ("For the first visit we need 30 minutes", None, "duration_below_minimum"),
]


@pytest.mark.parametrize(("body", "inbound", "rule"), NEEDED)
def test_a_length_that_is_needed(body: str, inbound: str | None, rule: str) -> None:
    assert flagged(body, inbound) == ({rule} if rule else set())
