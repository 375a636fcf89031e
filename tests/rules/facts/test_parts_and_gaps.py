"""`price_contradiction`: parts of a total, asked deposits, written ranges, lengths beside sums, differences of sums."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2027, 2, 8, 9, tzinfo=UTC)
BASE: dict[str, Any] = {"timezone": "UTC", "min_minutes": 30, "modes": ["incall", "outcall"]}
CARDS = {
    # two in five of the price holds the time
    "share": {
        **BASE,
        "persona": "share",
        "currency": "ZAR",
        "rates": [
            {"minutes": 50, "amount": 1150},
            {"minutes": 80, "amount": 1700},
            {"minutes": 110, "amount": 2250},
        ],
        "deposit": {"percent": 40},
    },
    "fixed": {
        **BASE,
        "persona": "fixed",
        "currency": "GBP",
        "rates": [
            {"minutes": 60, "amount": 85},
            {"minutes": 90, "amount": 120},
            {"minutes": 120, "amount": 150},
            {"minutes": 60, "amount": 110, "mode": "outcall"},
        ],
        "deposit": {"amount": 30},
    },
    "song": {
        **BASE,
        "persona": "song",
        "currency": "EUR",
        "rates": [
            {"minutes": 45, "amount": 45, "mode": "incall"},
            {"minutes": 60, "amount": 58},
            {"minutes": 90, "amount": 84},
            {"minutes": 60, "amount": 80, "mode": "outcall"},
        ],
        "deposit": {"percent": 50},
    },
    "hair": {
        **BASE,
        "persona": "hair",
        "currency": "NZD",
        "rates": [
            {"minutes": 30, "amount": 55},
            {"minutes": 45, "amount": 75},
            {"minutes": 60, "amount": 95},
            {"minutes": 90, "amount": 135},
        ],
        "deposit": {"percent": 20},
    },
}
SPECS = {name: compile_spec(Spec.from_dict(card)) for name, card in CARDS.items()}


def held(name: str, body: str, inbound: str | None) -> list[str]:
    found = validate_draft(body, SPECS[name], now=NOW, context={"inbound": inbound} if inbound else None)
    return [v.text for v in found.violations if v.rule == "price_contradiction"]


def rows(table: str) -> list[tuple[str, str, str | None]]:
    """Read lines of "card: draft << message"; what is held is marked."""
    found = []
    for line in filter(None, table.splitlines()):
        name, _, said = line.partition(": ")
        body, _, inbound = said.partition(" << ")
        found.append((name, body, inbound or None))
    return found


PARTS = """
share: It works best in the 80-minute format. It's R1700 altogether: R680 now to hold your time, and then ‹R1070› before we start. << We'd like to book the 80 minutes. What do we pay and when?
share: It's R1700 altogether: R680 now to hold your time, and then R1020 before we start. << We'd like to book the 80 minutes. What do we pay and when?
share: It's R1700 altogether: R680 now to hold your time, and then ‹R690› before we start.
share: It's R1700 in all. R680 holds the time, and ‹R1350› is due before we start.
share: It's R1700 in all. R680 holds the time, and R1020 is due before we start.
share: The total is R1150: R460 when you book and ‹R1020› on the day.
share: The total is R1150: R460 when you book and R690 on the day.
share: R680 now and ‹R690› before we begin, R1700 in total.
share: R680 now and R1020 before we begin, R1700 in total.
share: The 80 minutes is R1700. R680 up front, then ‹R1350› on the day.
share: The 80 minutes is R1700. R680 up front, then R1020 on the day.
share: 50 minutes is R1150, R460 of it now and the other ‹R1020› before you come in.
share: 50 minutes is R1150, R460 of it now and the other R690 before you come in.
share: For the 80 minutes, R1700: 680 now to hold it and then ‹1070› before we start.
share: For the 80 minutes, R1700: 680 now to hold it and then 1020 before we start.
share: The 80-minute format is R1700 in all, 680 now and ‹1,070› before we start.
share: It's R1700: R680 now, R1020 before we start. The 110 is R2250: R900 now and R1350 before.
share: It's R1150 or R1700, with R460 or R680 to hold it and R690 or R1020 on the day.
share: It's R1700. You've already sent R680, so R1020 to go.
share: It's R1700. You've already sent R680, so ‹R1120› to go.
fixed: For the hour it's £30 now and ‹£90› on the day.
fixed: For the hour it's £30 now and £55 on the day.
fixed: For the hour and a half it's £30 now and £90 on the day.
fixed: It's £85 for the hour: £30 holds it, ‹£120› on the day.
fixed: It's £120: £30 when you book and ‹£55› when you get here.
fixed: It's £120: £30 when you book and £90 when you get here.
fixed: It's £85 each, so £60 now and £110 on the day for the two of you.
fixed: An hour's £85. For the longer one it's £30 now and £90 on the day.
fixed: It's £150 for two hours, with £30 now and the remaining ‹£90› in cash when you get here.
fixed: It's £150 for two hours, with £30 now and the remaining £120 in cash when you get here.
fixed: It's £110 at yours. £30 holds it, leaving ‹£55› for the day.
fixed: It's £110 at yours. £30 holds it, leaving £80 for the day.
fixed: £150 total. Deposit £30. Balance ‹£90› before we begin.
fixed: £150 total. Deposit £30. Balance £120 before we begin.
fixed: I split it: £30 at booking and ‹£55› before we start, £150 in all.
fixed: I split it: £30 at booking and £120 before we start, £150 in all.
fixed: So £85 less the £30 you've sent is ‹£65› on arrival.
fixed: £85 in total, 30 to book it and ‹65› on the day.
fixed: £85 in total, 30 to book it and 55 on the day.
"""
DEPOSITS = """
fixed: There is, yes, because I travel a long way and people do forget! It's ‹£20› for everybody, it comes off the total. << is there a deposit?
fixed: There is, yes, because I travel a long way and people do forget! It's £30 for everybody, it comes off the total. << is there a deposit?
fixed: There is, it's ‹£20›. << is there a deposit?
fixed: Yes, ‹£20› to everyone, and it comes off what you pay on the day. << is there a deposit?
fixed: I do! It's ‹£25›, same for everybody. << do you take a deposit?
fixed: I do! It's £30, same for everybody. << do you take a deposit?
fixed: It's ‹£20›. << how much is the deposit?
fixed: ‹£35›, and it comes off the total. << how much deposit do you need?
fixed: £30, and it comes off the total. << how much deposit do you need?
fixed: It's ‹£20› for now. << how much do you need to hold it?
fixed: You do, it's only ‹£20›. << do I pay anything up front?
fixed: You do. It's ‹£20› and it comes off the total. << do I have to put money down?
fixed: It is. ‹£15› and I knock it off on the day. << is a deposit required?
fixed: Yes, ‹twenty quid›, and you get it off the total. << is there a deposit?
fixed: Yes, it's ‹£60› to hold your slot. << any deposit?
fixed: Yes, it's £30 to hold your slot. << any deposit?
fixed: There is, it's ‹25%› and comes off the total. << is there a deposit?
hair: There is, it's 20% and comes off the total. << is there a deposit?
hair: There is, it's ‹30%› of the price. << is there a deposit?
hair: It's $19. << is there a deposit?
hair: It's ‹$25›. << is there a deposit?
fixed: There is. It's £85 for the hour and £30 holds it. << is there a deposit?
fixed: There is, £30, and the hour is £85 after that. << is there a deposit?
fixed: It's £85 for the hour. << is there a deposit and how much is the hour?
fixed: It is if you cancel a day ahead. It's £5 for the bank though. << is the deposit refundable?
fixed: There is, and parking's £5 on the street. << is there a deposit?
fixed: There is, yes. It's £3 on the bus so you needn't drive! << is there a deposit?
fixed: There is. I sent £20 to my sister by mistake this morning. << is there a deposit?
fixed: There is, £30. I'm 90% sure Friday works. << is there a deposit?
song: It's €29 to €42 depending on the length. << how much is the deposit?
song: Half, so from €22.50 to €42 depending on the lesson. << how much is the deposit?
fixed: I do ask for one, sorry! It's ‹£40›, and the rest is on the day. << do you ask for a deposit or can I pay it all on the day?
fixed: I do ask for one, sorry! It's £30, and the rest is on the day. << do you ask for a deposit or can I pay it all on the day?
fixed: There is, ‹£25› for each booking. << is there a holding fee?
fixed: Just ‹£10›, and you get it off the price. << do you need anything to secure the slot?
fixed: ‹20› and the rest on the day x << whats the deposit hun
fixed: It is for Saturdays, yes! ‹£15› does it and I'll send you my details. << Is a deposit needed for Saturday?
fixed: Always! I've had too many no-shows. A flat ‹£20› and it's off your total. << is there a deposit?
fixed: Always! I've had too many no-shows. A flat £30 and it's off your total. << is there a deposit?
fixed: There is, and my rates start at £85. << is there a deposit?
fixed: Yes, and bring a tenner for the car park as well. << is there a deposit?
fixed: Yes. My train is £12 so I can't do without. << is there a deposit?
"""
RANGES = """
song: It depends on how long you'd like, so they go ‹from €40› for a short one, to 58 for the hour and 84 for an hour and a half. << just wondering what you charge
song: It depends on how long you'd like, so they go from €45 for a short one, to 58 for the hour and 84 for an hour and a half. << just wondering what you charge
song: Lessons go from ‹€40 to €84›. << what do you charge?
song: Lessons go from €45 to €84. << what do you charge?
song: They start ‹from €35› for a short one and go up to €84 for the long one. << what do you charge?
song: They start from €45 for a short one and go up to €84 for the long one. << what do you charge?
song: Prices vary ‹from €50› for a short one to €84. << what do you charge?
song: It ranges ‹from €40› for the shortest to €80 for the hour at yours. << what do you charge?
song: They ‹begin at €40› for a short one, then 58 for the hour. << what do you charge?
song: They begin at €45 for a short one, then 58 for the hour. << what do you charge?
song: It goes up ‹from €40› for a short one to €84 for an hour and a half. << what do you charge?
song: It's anywhere ‹from €42› for a wee one, to €84 for ninety minutes. << what do you charge?
song: It's anywhere from €45 for a wee one, to €84 for ninety minutes. << what do you charge?
song: They go ‹from 40› for a short one to 58 for the hour. << what do you charge?
song: They go from 45 for a short one to 58 for the hour. << what do you charge?
song: ‹From €40› for a short lesson, through 58 for the hour, to 84 for the long one. << what do you charge?
song: ‹Between €40› for a short one and €84 for a long one. << what do you charge?
song: Between €45 for a short one and €84 for a long one. << what do you charge?
song: They usually ‹start at €48› for a short one. << what do you charge?
song: They tend to run ‹from €30› up. << what do you charge?
song: They'll vary from €45 for the shortest, to €84 for the longest here. << what do you charge?
song: They go from €12 for a short one to €20 for the long one. << what does the gym charge for classes?
song: There's a school in town, they go from €30 for a short one to €60. I'm 58 for the hour. << what do you charge?
song: My neighbour teaches piano and they start at €40 a go. I'm 58 for the hour. << what do you charge?
song: Trains go from €4 for a short one to €12, and I'm 58 for the hour. << what do you charge?
song: The bus runs from €2 for a short one to €6. I'm €58 the hour. << what do you charge?
song: To hold it I ask for €29 to €42, depending which you book.
song: Deposits run from €22.50 to €42.
hair: They run ‹from $60› for a tidy-up to $135 for the works. << how much are your sessions?
hair: They run from $55 for a tidy-up to $135 for the works. << how much are your sessions?
hair: They're ‹from $50› up, and the longest is $135. << what are your prices like?
hair: They're from $55 up, and the longest is $135. << what are your prices like?
hair: It goes ‹from $65› for a quick tidy through to $135 for the ninety. << what are your prices like?
hair: My cuts range ‹between $45› for the half hour and $135 for the ninety. << how much?
hair: My cuts range between $55 for the half hour and $135 for the ninety. << how much?
hair: Prices go from ‹50 to 135› depending on how long you sit. << how much?
hair: Prices go from 55 to 135 depending on how long you sit. << how much?
hair: They go from $5 for a thin one to $12. << how much are the markers you use?
"""
LENGTHS = """
hair: It's $95, or if you'd like a hot towel shave as well, I'd make it ninety and that's $135. << would you really only need an hour for hair and beard?
hair: I'd make it 90 and that's $135. << would an hour do?
hair: Make it 90 and it's ‹$120›. << would an hour do?
hair: Let's make it 90, then we needn't rush. << would an hour do?
hair: I'd call it ninety to be safe, that's $135. << would an hour do?
hair: I'd go for 90, which is $135. << would an hour do?
hair: You could make it 45 and that's $75. << would an hour do?
hair: Go for 60 and it's $95. << would 45 minutes be enough for hair and beard?
hair: You can, or bump it to 90, which would be $135. << can I get beard and hair in an hour?
hair: I'd make it 45 and that's $75. << could we do it in half an hour?
hair: I'd make it 45, just to be safe. << could we do it in half an hour?
hair: Better make it 60. That's $95. << is half an hour ok?
hair: I'd make it closer to 90 and that comes to $135. << would an hour be enough?
hair: Make it 90, because your hair's thick. << would an hour be enough?
hair: Call it 90 ($135) and you'll have time for the towel. << would an hour be enough?
hair: Make it 90 for ‹$140›. << would an hour be enough?
hair: Call it ‹90› and we're done. << can you do it for less?
hair: I'd make it ‹90› for you. << can you do it for less?
hair: Make it ‹90› and we're done. << is 95 your best price for the hour?
hair: ok I'd make it ‹ninety›, cash. << is 95 your best price for the hour?
hair: Make it ‹90› and that's a deal. << would you do 80 for the hour?
hair: Make it ‹90› and we're on. << an hour for 80?
hair: Make it ‹90› then. << $80 for the hour?
hair: Call it ‹90› and we're done. << can you do any better on the hour?
hair: I could make it ‹90›. << the hour's a bit steep
hair: Make it ‹90› for cash. << an hour is 95, right?
hair: I'd make it ‹90› for you, it's $95 normally. << how much for an hour?
hair: Make it ‹90› and we have a deal. << would an hour be enough?
hair: For you I'd make it ‹90›. << would an hour be enough?
hair: An hour is $95 but make it ‹90› and we're square.
hair: I'll make it ‹90›. << any discount on the hour?
hair: Honestly I'd make it sixty, that's $95, and we won't rush the beard. << do you think 45 min does it for a fade and beard
hair: Honestly I'd do sixty, that's ‹$90›, and we won't rush the beard. << do you think 45 min does it for a fade and beard
hair: It'd be tight. Go to 90 and you'd pay $135. << would an hour cover it?
hair: I'd push it to 90 for that, so $135. << would an hour cover it?
hair: Sure, call it ‹90›. << could you do it cheaper if I come at lunch?
"""
GAPS = """
song: Good question. The 22 between them is for the travel and for carting the keyboard, nothing else. << why is it 80 at the house and 58 at yours?
song: Good question. The ‹25› between them is for the travel and for carting the keyboard, nothing else. << why is it 80 at the house and 58 at yours?
song: The €22 between them covers the bus and the time. << why is it 80 at the house and 58 at yours?
song: The ‹€25› between them covers the bus and the time. << why is it 80 at the house and 58 at yours?
song: The 22 is for the journey. << why is it 80 at the house and 58 at yours?
song: The ‹24› is for the journey. << why is it 80 at the house and 58 at yours?
song: The difference of 22 is for the journey. << why is it 80 at the house and 58 at yours?
song: The difference of ‹20› is for the journey. << why is it 80 at the house and 58 at yours?
song: That 22 in between is for the journey. << why is it 80 at the house and 58 at yours?
song: That ‹20› in between is for the journey. << why is it 80 at the house and 58 at yours?
song: 22 for coming up to you, that's all it is. << why is it 80 at the house and 58 at yours?
song: Those 22 euro are for the bus. << why is it 80 at the house and 58 at yours?
song: The 26 between them is for the extra half hour. << why is the hour and a half 84 when an hour is 58?
song: The ‹30› between them is for the extra half hour. << why is the hour and a half 84 when an hour is 58?
song: The gap of 26 is the extra half hour, no more. << why is one 58 and the other 84?
song: It's 58 here and 80 at yours. The 22 between them is for the travel.
song: It's 58 here and 80 at yours. The ‹25› between them is for the travel.
song: It's €58 here and €80 at yours, and the 22 between the two is petrol.
song: It's €58 here and €80 at yours, and the ‹20› between the two is petrol.
song: The 22 between Shandon and Douglas is always late.
song: There were 30 of us and 12 chairs between them. << how was the choir?
song: The 58 is here and the 80's at yours, so the 22 between them is just the travel. << you said 58 online but 80 in the text?
song: The 58 is here and the 80's at yours, so the ‹30› between them is just the travel. << you said 58 online but 80 in the text?
song: No catch! The difference is 22 and it's all travel. << 58 or 80, what's the catch?
song: No catch! The difference is ‹20› and it's all travel. << 58 or 80, what's the catch?
song: Exactly, the 22 is just for the travel. << is it 80 cause you travel, and 58 if not?
"""


@pytest.mark.parametrize(("name", "marked", "inbound"), rows(PARTS + DEPOSITS + RANGES + LENGTHS + GAPS))
def test_the_marked_sums_alone_are_held(name: str, marked: str, inbound: str | None) -> None:
    expected = [part.partition("›")[0] for part in marked.split("‹")[1:]]
    assert held(name, marked.replace("‹", "").replace("›", ""), inbound) == expected
