"""Sums that the client names and the draft agrees to, or does not: the client's bid, and the answer."""

from datetime import datetime
from typing import Final

import pytest

from align import validate_draft
from specs import Spec
from tests.rules.price_cases import CARDS

NOW: Final = datetime.fromisoformat("2026-11-18T10:00:00+00:00")
ROSA: Final = Spec.from_dict(CARDS["rosa"])


def is_held(inbound: str, body: str) -> bool:
    result = validate_draft(body, ROSA, now=NOW, context={"inbound": inbound})
    return any(v.rule == "price_contradiction" for v in result.violations)


BIDS: Final = [
    # (a bid that the card does not give, the same with what it gives)
    ("Would you do the 90 minutes at ours for 220?", "Would you do the 90 minutes here for 250?"),
    (
        "I can only spend 150 on the hour, would that be ok?",
        "I can only spend 180 on the hour, would that be ok?",
    ),
    ("I've 150 in cash for the hour, will that do?", "I've 180 in cash for the hour, will that do?"),
    ("would 160 sort us for the hour", "would 180 sort us for the hour"),
    ("150 and we have a deal?", "180 and we have a deal?"),
    ("my budget is 150 for the hour", "my budget is 180 for the hour"),
    ("Is 160 still right for the hour?", "Is 180 still right for the hour?"),
    ("the most we have for the hour is 140, is that ok?", "is the hour 180?"),
]


@pytest.mark.parametrize(("wrong", "right"), BIDS)
def test_a_yes_takes_up_what_the_client_bids(wrong: str, right: str) -> None:
    assert is_held(wrong, "Yep, grand so, see you Friday.")
    assert not is_held(right, "Yep, grand so, see you Friday.")
    assert not is_held(wrong, "Ah I couldn't, sorry.")


@pytest.mark.parametrize(
    "inbound",
    [
        "there's 30 of us at the house, would you have room to park?",
        "is 14 Main St hard to find? we're number 150",
        "Bailey is 145 pounds, is that ok for the hour?",
        "it's 130 steps up to us, can you manage for the hour?",
        "We are 120 guests, is that ok?",
        "is the barbershop at plot 145?",
    ],
)
def test_a_count_is_no_bid(inbound: str) -> None:
    assert not is_held(inbound, "Yep, grand so.")


YES: Final = """
Ja klar, that's fine for me. See you Thursday!
Passt!
Alles klar, bis Freitag.
Vale, see you then
D'accord
Sawa boss
Go on so
Ara why not
No wahala
Sound
Grand job
Suits me
Accepted!
I can live with that
I'd take that, yes
That's the right number
I suppose I could, yeah
I'll do them both for that
For you, possible.
Since you asked so nicely, yes.
Only if you come before noon
mmm ok, just don't post it
As usual
Exactly that. Thank you.
You wrote "150 for the hour" and that's exactly it, plus a smile.
Twist my arm so
you've twisted my arm
Right you are
Consider it done
sounds fair to me
""".strip().splitlines()
NO: Final = """
Ja, I know it's a lot of money, but no
Let me think about it and come back to you
Hm, I wish! The hour is 180
Sure I'd be out of business
I'd lose my shirt at that
That's fair enough to ask, but it's 180
Fair enough if that's your limit, maybe next month
Possible in January maybe, not now
I hear you, the card says 180 though
I would not
I'd love to but no
Could we say 180?
ok so the hour is 180, always has been
OK, let me look at my week
""".strip().splitlines()


@pytest.mark.parametrize("body", YES)
def test_agrees_to_the_sum(body: str) -> None:
    assert is_held("could you do 150 for the hour?", body)
    assert not is_held("could you do 180 for the hour?", body.replace("150", "180"))


@pytest.mark.parametrize("body", NO)
def test_does_not_agree_to_the_sum(body: str) -> None:
    assert not is_held("could you do 150 for the hour?", body)


@pytest.mark.parametrize(
    ("inbound", "body", "held"),
    [
        ("my sister said 150 for an hour. is that right", "That's right", True),
        ("my sister said 180 for an hour. is that right", "That's right", False),
        ("Sarah said she pays 150 an hour with you, same for me?", "course, same for you", True),
        ("your sign says 150/hr?", "sign's right", True),
        ("your sign says 180/hr?", "sign's right", False),
        ("your sign says 150/hr?", "old sign, it's 180", False),
        ("Your rate is 150 an hour right?", "Yes that's right, and 50 holds it.", True),
        ("Your rate is 180 an hour right?", "Yes that's right, and 50 holds it.", False),
    ],
)
def test_confirms_what_the_client_has_heard(inbound: str, body: str, held: bool) -> None:
    assert is_held(inbound, body) is held


HELD_FIRM: Final = [
    # (what the client bids, a polite no or the price held firm)
    ("could you do 120?", "No, that's the price."),
    ("could you do 120?", "That's the rate."),
    ("could you do 120?", "That's what I charge."),
    ("could you do 120?", "Sorry, that's what it comes to."),
    ("is 120 ok for the hour?", "That's the price."),
    ("your page says 180 for the hour, could you do 120?", "That's the price."),
    ("I know it's the usual 180 but my budget is 120", "That's what I charge."),
    ("would you take 120?", "My site is right."),
    ("can you do 120?", "My list is current."),
    ("my budget is only 120 sorry", "Fair enough, have a great week!"),
    ("can you do 120?", "That's fair, no hard feelings."),
    ("I can only pay 120", "Fair. Mind yourself!"),
    ("my budget is 120 for the hour", "As always, my prices are on the site."),
    ("my budget is 120 for the hour", "As usual, it's all on the site."),
    ("can you do 120?", "Only if you were my mother haha"),
    ("can you do 120?", "Only if it's a leap year haha"),
    ("can you do 120?", "Only if you want me to starve"),
    ("you quoted me 180 last week, still ok?", "Of course"),
    ("you told me 140 on the phone", "No, I said 180"),
    ("my sister paid 150 for her dress, mad right? Is 7 ok?", "Yes 7 is good"),
    ("my dentist charged me 150 last week! is 7 still ok?", "Yes"),
    ("I'm not looking for any discount, just a slot", "Sure, works for me"),
    ("my budget is 140 for the hour", "I can live with that but the hour is still 180"),
    ("my budget is 140 for the hour", "I can take that as a deposit but not as the full price"),
]


@pytest.mark.parametrize(("inbound", "body"), HELD_FIRM)
def test_a_price_held_firm_is_no_yes(inbound: str, body: str) -> None:
    assert not is_held(inbound, body)


@pytest.mark.parametrize(
    ("inbound", "body"),
    [
        ("is it 120 for the hour?", "That's the price."),
        ("so the hour is still 120?", "That's the rate, yes."),
        ("can you confirm it's 120 for the hour?", "That's the price."),
        ("is your rate 120 for the hour?", "That's what I charge."),
        ("your sign says 120/hr?", "My sign's right."),
        ("is it 120 for the hour as usual?", "Same as always."),
        ("could you do 120 for the hour?", "Only if it's cash"),
        ("could you do 120 for the hour?", "Only if you can pay today"),
        ("could you do 120 for the hour?", "Fair enough, I'll take that."),
        ("you quoted me 140 last week, still ok?", "Yes"),
        ("you quoted me 140 last week", "Yes that's right"),
        ("last time I paid 150, same again?", "Perfect"),
        ("last time I paid 150, is that the same?", "All the same"),
        ("my friend paid 140, can I have the same?", "You can"),
        ("the voucher says 140, will you honour that?", "Of course"),
        ("is the 140 deal still on?", "It is"),
        ("140 is all I can do", "Ok so"),
        ("I saw 150 on your site, correct?", "Correct! Anything else?"),
        ("it's 140 for the hour?", "it is"),
        ("do you offer any discounts?", "We do"),
        ("any discount for students?", "There is!"),
        ("can you waive the deposit?", "I can for you"),
        ("is there a deposit?", "There isn't"),
        ("can I give you $140?", "Yes but don't tell anyone"),
        ("my budget is 140 for the hour", "I can work with that, but only this once"),
        ("my budget is 140 for the hour", "Your budget is absolutely fine"),
    ],
)
def test_the_sum_asked_about_is_agreed_to(inbound: str, body: str) -> None:
    assert is_held(inbound, body)
