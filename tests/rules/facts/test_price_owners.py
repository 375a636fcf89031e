"""Whose money an amount is, and what follows from the card: for each, a draft to leave alone and one to hold."""

from datetime import datetime
from typing import Final

import pytest

from align import validate_draft
from specs import Spec
from tests.rules.price_cases import CARDS

NOW: Final = datetime.fromisoformat("2026-11-18T10:00:00+00:00")
ROSA, TOM, PHO = (Spec.from_dict(CARDS[name]) for name in ("rosa", "tom", "pho"))
KOFI: Final = Spec.from_dict(
    {
        "persona": "kofi",
        "timezone": "Africa/Accra",
        "currency": "ZAR",
        "rates": [{"minutes": 60, "amount": 1400}, {"minutes": 90, "amount": 1950}],
        "deposit": {"amount": 500},
        "services": ["trumpet set"],
    }
)
ADE: Final = Spec.from_dict(
    {
        "persona": "ade",
        "timezone": "Africa/Lagos",
        "currency": "NGN",
        "rates": [{"minutes": 60, "amount": 50000}, {"minutes": 180, "amount": 120000}],
        "deposit": {"amount": 20000},
        "services": ["braids"],
    }
)


def prices(spec: Spec, body: str, inbound: str | None = None) -> list[str]:
    context = {"inbound": inbound} if inbound else None
    violations = validate_draft(body, spec, now=NOW, context=context).violations
    return [v.text for v in violations if v.rule == "price_contradiction"]


@pytest.mark.parametrize(
    ("spec", "right", "wrong"),
    [
        # a thing, a seller or another person is the subject
        # money that is given, lent, won or earned, and a number with letters before it
        (ROSA, "I sent you $140 by mistake, can you send it back?", "I sent you the $140 invoice."),
        (ROSA, "I've refunded you $140.", "I've sent you the quote, $140."),
        (ROSA, "Could you lend me $140 till Friday?", "I'd lend you my oils, it's $140 for the hour."),
        (ROSA, "I just got a $140 pay rise at my day job.", "After the rise it's $140 for the hour."),
        (ROSA, "I won $140 on the horses.", "You win, $140 for the hour."),
        (ROSA, "Your order number is USD 4521.", "Your hour is USD 140."),
        (ROSA, "The oysters are still only a tenner.", "The sessions are still only a tenner an hour."),
        (ROSA, "The planetarium's $22 and worth it.", "The hour's $170 and worth it."),
        (ROSA, "The wellness club next door is $210 for an hour.", "The hour at my place is $210."),
        (ROSA, "They're giving $200 rebates on heaters.", "I'm giving you the hour for $140."),
        (ROSA, "Your previous masseuse with the $140 offer was kind.", "Your usual hour with the $140 offer was it."),
        (ROSA, "A colleague plays the same hour for $140.", "I do the same hour for $140."),
        (ROSA, "Somebody collects $200 for the gate.", "I'd collect $200 for the hour."),
        (ROSA, "Tell Sam his $100 is in the drawer.", "Tell Sam it's $100 for the hour."),
        (ROSA, "Grabbed a lovely rug for $160.", "Come in for the hour for $160."),
        (ROSA, "Your $400 budget goes far here.", "Your $60 deposit goes towards it."),
        (ROSA, "A neighbour owes me $160 in eggs.", "You owe me $160 for the hour."),
        # a unit that nobody books, and an hour of something far off the scale
        (ROSA, "Cherries are $160 a crate.", "Massages are $160 an hour."),
        (ROSA, "Leave it in the lot, it's $3 an hour.", "Come to the studio, it's $130 an hour."),
        # small amounts that come to us
        (ROSA, "I might get $20 and a drink.", "I'd charge $20 for parking the van."),
        (ROSA, "Petrol is $2.10 a litre.", "There's a $20 petrol fee."),
        (ROSA, "The garage takes $20 for parking.", "I add $20 for parking."),
        (ROSA, "Call it a night at $25 a ticket.", "Call-out's $25."),
        # parts of a price, whatever they are called
        (KOFI, "R500 reserves the day and R900 settles it for the hour.", "R500 reserves the day and R950 settles it for the hour."),
        (KOFI, "Full R1 950 now, or R500 now and R1 450 by Friday.", "Full R1 950 now, or R500 now and R1 350 by Friday."),
        (KOFI, "That comes to R1 400, with R500 down to reserve.", "That comes to R1 400, with R600 down to reserve."),
        (ROSA, "Send the 50 there and bring the other 130.", "Send the 50 there and bring the other 120."),
        (TOM, "Two hours, €100, with the €80 to be settled first.", "Two hours, €100, with the €70 to be settled first."),
        (TOM, "The deposit is a fifth, so €30 on the three hours.", "The deposit is a fifth, so €35 on the three hours."),
        (ROSA, "An hour is 180, 50 of it now.", "An hour is 50."),
        # a mode counts for a price where it is said of the appointment
        (ROSA, "I know what your flat is like. An hour is 180.", "I'd come to your flat. An hour is 180."),
        (ROSA, "I've no studio this week, I come to homes, an hour is 230.", "I come to homes, an hour is 180."),
        # packages
        (TOM, "Ten lessons of one hour. The whole course comes to €500.", "Ten lessons of one hour. The whole course comes to €450."),
        (PHO, "That's the whole lot packed.", "Book three and it's 10% off the lot."),
        # what a card in thousands lets people leave out
        (KOFI, "One nine fifty for the ninety minutes.", "One nine for the ninety minutes."),
        (KOFI, "One four for the hour.", "One five for the hour."),
        (KOFI, "One or two for the road.", "The hour is two thou."),
        (ADE, "Three hours is one-twenty.", "Three hours is one-thirty."),
        (ADE, "Braids na 50k for one hour.", "Braids na 55k for one hour."),
        # other ways to say a price
        (ROSA, "Ninety minutes I'll do for 250, flat.", "Ninety minutes I'll do for 240, flat."),
        (ROSA, "My rate went up last spring.", "The hour went up to 195 last month."),
        (ROSA, "I'd do both sides of the back.", "I'd do both of you for 300."),
        (ROSA, "I'll do it, feel free to ask.", "For you I'll do it free."),
        # one entry prices every length that the draft names, wherever it does
        (TOM, "We'd do 45 minutes and see how it sits. That one comes to €37.50.", "We'd do 45 minutes and see how it sits. That one comes to €42."),
        (TOM, "Two lessons of 90 minutes a week. Each works out at €75.", "Two lessons of 90 minutes a week. Each works out at €80."),
        (TOM, "There's nothing extra for travel, €50 per hour as ever.", "There's nothing extra for travel, €55 per hour as ever."),
        # what a deposit leaves of the length that is named, with the deposit named before
        (ROSA, "It's $50 to hold the day. I gave up halves long ago. For your ninety minutes that means $200 by noon.", "It's $50 to hold the day. I gave up halves long ago. For your ninety minutes that means $220 by noon."),
        # the mode right behind an amount is that amount's own
        (ROSA, "For an hour it's $180 in my studio and $230 if I drive over, so fifty more.", "For an hour it's $180 in my studio and $210 if I drive over, so thirty more."),
        # "less" and "free" of other things
        (ROSA, "Pay by the month, it's one less thing on the list. The hour's 180.", "The hour's 180, and by the month it's $20 less."),
        (ROSA, "Thursday half past two I have still free, carry the mat in.", "Thursday's class is free, carry the mat in."),
        # what is paid to somebody else, what comes off the price, and numbers far below the card
        (ROSA, "The race fee's around $95, and you pay that straight to the organisers at the desk.", "The fee's $95 for the hour, and you pay that to me at the desk."),
        (TOM, "It's 10 for the hour and that comes off your total.", "It's 14 for the hour and that comes off your total."),
        (ROSA, "I've had two busy hours, so tonight it's five for me and then home.", "Tonight it's 150 for you and then home."),
        (ROSA, "That flyer's ancient. It says $140 for an hour and that isn't my rate.", "That flyer's right. My hour is $140."),
        # amounts in a row with their lengths behind them, in order
        (PHO, "It's $120, $200 or $350 for 30, 60 or 120 minutes.", "It's $120, $210 or $350 for 30, 60 or 120 minutes."),
        # things that are halved, dropped off or not charged for are no sessions
        (ROSA, "The shop has half price candles in June.", "The first one is half price in June."),
        (ROSA, "Could you drop one off at lunch? The hour's 180.", "I'll take twenty one off at lunch. The hour's 180."),
        (ROSA, "I'm not charging you for the broken vase.", "I'm not charging you for the extra hour."),
        # what is yours is a time, not a visit
        (ROSA, "Half past one tomorrow is yours, it's 180 for the hour.", "An hour at yours tomorrow, it's 180 for the hour."),
        # whose offer it was, told behind it
        (ROSA, '"140 for the hour" was the other girl\'s offer you sent me, mine\'s 180.', '"140 for the hour" was my offer.'),
        (ROSA, "140 for the hour came from the other place, I'm 180.", "140 for the hour is last week's offer, I'll keep to it."),
        (ROSA, "140 for the hour is what the place next door quoted you.", "140 for the hour is what I quoted you."),
        (ROSA, "The 140 an hour was somebody else's price.", "140 for the hour is her price too."),
        # what some others do, and what the client only asked
        (ROSA, "Your insurer may help, some cover about $90 a visit.", "I cover mornings too, about $90 a visit."),
        (ROSA, "You asked if it's 150 like the lady at the mall, and no, mine isn't.", "It's 150 for the hour, like the lady at the mall."),
    ],
)  # fmt: skip
def test_whose_money_it_is(spec: Spec, right: str, wrong: str) -> None:
    assert prices(spec, right) == []
    assert prices(spec, wrong) != []


@pytest.mark.parametrize(
    ("inbound", "right", "wrong"),
    [
        ("the last place wanted 240 an hour!", "240 an hour, goodness.", "I could do 240 an hour too."),
        (
            "their guy asked 140 for an hour",
            "140 for an hour is what you get there.",
            "It's 140 for an hour.",
        ),
        ("some girl does it for 140", "Let her do it for 140 so.", "Let me do it for 140 so."),
        (
            "the other guy does it for 140",
            "Haha, he can have it for 140 then.",
            "Haha, you can have it for 140 then.",
        ),
        ("my son wants the hour for 140", "He can have it for 180 then.", "Let him have it for 140 then."),
        ("our budget is 140", "Your $140 is noted, the hour is 180.", "Sure, $140 works for the hour."),
        (
            "could you come to us for an hour?",
            "This week only at mine, that's 180.",
            "That's 180 for the hour.",
        ),
    ],
)
def test_what_is_only_repeated(inbound: str, right: str, wrong: str) -> None:
    assert prices(ROSA, right, inbound) == []
    assert prices(ROSA, wrong, inbound) != []
