"""What a draft says of others, of prices elsewhere and of days gone by is let through, and the same words as an offer are held."""

from datetime import datetime
from typing import Final

import pytest

from align import validate_draft
from specs import Spec

NOW: Final = datetime.fromisoformat("2027-03-04T09:00:00+00:00")
"""A Thursday."""
AOIFE: Final = Spec.from_dict(
    {
        "persona": "aoife",
        "timezone": "Europe/Dublin",
        "currency": "EUR",
        "rates": [
            {"minutes": 60, "amount": 100},
            {"minutes": 90, "amount": 140},
            {"minutes": 120, "amount": 190},
        ],
        "deposit": {"percent": 30},
        "min_minutes": 60,
        "modes": ["incall"],
        "locations": [
            {"city": "Galway", "country": "IE", "modes": ["incall"]},
            {
                "city": "Cork",
                "country": "IE",
                "from": "2027-03-12",
                "until": "2027-03-14",
                "modes": ["incall"],
            },
        ],
        "channels": {
            "text_only": True,
            "allowed": ["sms"],
            "phones": [],
            "emails": [],
            "handles": {},
            "links": [],
        },
        "payment": {"timing": "before"},
        "never_offer": ["piano lessons", "dreadlocks", "group class"],
        "mission": {
            "date": "2027-03-04",
            "market": "Galway",
            "goal": "fill Thursday",
            "slots": [["2027-03-04T10:00", "2027-03-04T12:00"], ["2027-03-04T15:00", "2027-03-04T18:00"]],
        },
    }
)

PRICES: Final = [
    ("If €150 is the limit, then the 90 minutes at €140 is the one for you.", ""),
    ("If 150 is your max, the 90 minutes fits.", ""),
    ("If €150 is all the school will give, then the 90 minutes leaves you a tenner.", ""),
    ("If €150 is tops for you then maybe a smaller party.", ""),
    ("If €120 works for you then it's a deal for the hour.", "price_contradiction"),
    ("€120 is the most I charge for the hour.", "price_contradiction"),
    ("€120 is what you pay for the hour.", "price_contradiction"),
    ("€120 is all you need to give me for the hour.", "price_contradiction"),
    ("€120 is all you have to pay for the hour.", "price_contradiction"),
    ("€120 is as much as you'd pay me for an hour.", "price_contradiction"),
    ("€120 is your top price for the hour.", "price_contradiction"),
    ("If €120 is all you can do, I can do the hour for that.", "price_contradiction"),
    ("If €120 is all you can pay, then wait for the next workshop.", ""),
    ("If €120 is all you've got to spend, then wait for the next workshop.", ""),
    ("A new cassette will set you back about €70, and not from me.", ""),
    ("An hour will set you back €120.", "price_contradiction"),
    ("A second-hand amp for €350 sounds fair.", ""),
    ("The hour for €80 sounds fair, let's do it.", "price_contradiction"),
    ("A taxi is about €18 at that hour, €30 if it rains.", ""),
    ("The fine for parking there is €80.", ""),
    ("The fine print is easy: it's €80 an hour.", "price_contradiction"),
    ("That cushion ran me €48 and the cat has it now.", ""),
    ("It'll run you €120 for the hour.", "price_contradiction"),
    ("My glitter bill alone was €140 in December.", ""),
    ("My fuel bill comes to €60 this month.", ""),
    ("My hourly rate comes to €60.", "price_contradiction"),
    ("I'm about to spend €300 on tyres, pray for me.", ""),
    ("You'd spend €300 on the hour with me.", "price_contradiction"),
    ("My table cost 700 in 2018.", ""),
    ("Your sister's trial at the other school was free, I don't do free ones.", ""),
    ("The class at the library is free, go along.", ""),
    ("Your first class is free.", "price_contradiction"),
    ("No charge for asking!", ""),
    ("No charge for the second hour.", "price_contradiction"),
    ("For the deposit, a transfer works. It's €57 on the two hours.", ""),
    ("For the deposit, a transfer works. It's €80 on the two hours.", "price_contradiction"),
    ("€30 of the hundred is the deposit, the other 70 is due before we start.", ""),
    ("The A is 30 cents flat.", ""),
    ("Your top string is 30 cents too low.", ""),
    ("The hour is 80 flat.", "price_contradiction"),
    ("Your picture from 2019 is still on my wall.", ""),
    ("It's an hour at €100 like at home.", ""),
    ("Ah, so the other studio offered you half price? I won't match it.", ""),
    ("These boardwalk people let you pay what you feel, and I can't.", ""),
    ("I could let you have it for half price.", "price_contradiction"),
    ("Is it an upright piano or a grand?", ""),
    ("It's nineteen hundred euro for the two hours.", "price_contradiction"),
    ("My electricity for one firing was €94 in May.", ""),
    ("My hour was €94 in May and still is.", "price_contradiction"),
]
PAYMENTS: Final = [
    ("The exam fee you can pay the board later, in May.", ""),
    ("You can pay me later, in May.", "pay_after"),
    ("Your insurer will pay you back after the session.", ""),
    ("She'll pay her half to you later, I take it in one piece before we start.", ""),
    ("She'll pay her half later, after the lesson.", "pay_after"),
    ("My barber let us pay at month end when I was small.", ""),
    ("We let you pay at month end.", "pay_after"),
    ("Payment after? I've no till in the sea, before please.", ""),
    ("Payment after? Of course, no need before.", "pay_after"),
    ("Some of these boardwalk people let you pay at the end.", ""),
    ("Your voice is just settling after the change.", ""),
    ("We can settle after the lesson.", "pay_after"),
    ("Please send the rest before you leave the office.", ""),
    ("The gallery pays its people after 60 days.", ""),
]
CHANNELS: Final = [
    ("Text is best, voice notes get lost on me.", ""),
    ("Voice notes are lovely, send me one.", "channel_not_allowed"),
    ("On the video you sent, your thumb is too high.", ""),
    ("I'll video you at six.", "channel_not_allowed"),
    ("The concierge can call up when I arrive.", ""),
    ("I can call up when I arrive, or call before.", "channel_not_allowed"),
    ("Ring the office at school about the hall.", ""),
    ("Ring the office if you're stuck.", "channel_not_allowed"),
    ("I'm calling to houses around Salthill on Thursday.", ""),
    ("I'll be calling you at six, pick up!", "channel_not_allowed"),
    ("Ask a transport firm, and call nobody with a small van.", ""),
]
TIMES: Final = [
    ("The swim meet is at 6 tonight, not mine, the club's.", ""),
    ("We meet at 8 tonight.", "slot_not_in_mission"),
    ("I'd the alarm set for 3 and slept through.", ""),
    ("The twins being six is no problem.", ""),
    ("Eight is no problem tonight.", "slot_not_in_mission"),
    ("8 lbs 2 is a fine size!", ""),
    ("At 1 it's flat and at 2 it's windy, that's the forecast.", ""),
    ("At 2 it's yours.", "slot_not_in_mission"),
    ("The fireworks by the river walk start at 9.", ""),
    ("I could start at 9 tonight.", "slot_not_in_mission"),
    ("A dinner party for eight is a lot of plates.", ""),
    ("Your daughter is 7 years old; at 7 that's about right.", ""),
    (
        "Your daughter is 8 years old; come at 7 tonight.",
        "slot_not_in_mission",
    ),
]
LENGTHS: Final = [
    ("Thirty minutes in, her fingers were sore.", ""),
    ("Thirty minutes in the studio suits me fine.", "duration_below_minimum"),
    ("Half an hour before, eat something light.", ""),
    ("The setup alone is twenty minutes.", ""),
    ("It's two hours for nine of you, about 13 minutes a head.", ""),
    ("We warm up for ten minutes, then we sing.", ""),
    ("I can do twenty minutes, then I've to run.", "duration_below_minimum"),
    ("You want 30 minutes for your daughter; the shortest is an hour.", ""),
    ("You want 30 minutes for your daughter; that's easy, come at ten.", "duration_below_minimum"),
    ("I can squeeze half an hour in, sure.", "duration_below_minimum"),
    ("I could fit half an hour in and be gone by 5.", "duration_below_minimum"),
    ("I'll come for twenty minutes, then you have dinner.", "duration_below_minimum"),
    ("We play for twenty minutes, then you pay me.", "duration_below_minimum"),
    ("The session alone is twenty minutes.", "duration_below_minimum"),
    ("You want half an hour? That's the least I can do for you.", "duration_below_minimum"),
]
OFFERS: Final = [
    ("Sorry I missed your piano lessons recital!", ""),
    ("The dreadlocks your brother made are class.", ""),
    ("I can do the dreadlocks your brother wants.", "never_offer"),
    ("My mother gave piano lessons for 40 years.", ""),
    ("I gave it thought: piano lessons start Monday.", "never_offer"),
    ("The group class at the sports hall has thirty people in it.", ""),
    ("The group class at my place has room.", "never_offer"),
    ("Your dreadlocks photos are great.", ""),
]
PLACES: Final = [
    ("The weekend of the 12th suits, I'm in Cork until Sunday the 14th.", ""),
    ("I'm in Cork until Sunday the 14th.", "location_not_in_facts"),
    ("I'm in Galway until the 12th. That weekend I'm in Cork, Friday to Sunday.", ""),
    ("I'm in Galway until the 19th. That weekend I'm in Cork, Friday to Sunday.", "location_not_in_facts"),
    ("I'll be the one in green.", ""),
    ("Enjoy the big session at your gym!", ""),
    ("I can do the session at your gym.", "mode_not_offered"),
    ("Come to me or have me over at yours.", "mode_not_offered"),
    ("Reeds are €3 apiece at the shop.", ""),
    ("On Saturday the 13th come over to my place in Cork.", ""),
    ("On Saturday the 20th come over to my place in Cork.", "location_not_in_facts"),
    ("I'm here till Thursday the 11th. After that I'm off to Cork until Sunday the 14th.", ""),
    ("I've the 10th and 11th in town, and after that I'm only down in Cork.", ""),
    ("I'm down in Cork today, and after that in town.", "location_not_in_facts"),
]
CONTACTS: Final = [
    ("The email I have is jo@mail.example, one n or two?", ""),
    ("The email is jo@mail.example, one n.", "handle_not_in_facts"),
    ("The number on your booking is +44 7700 900456, is it yours?", ""),
    ("The pavilion office is 091 555 0100, ask for Dolores.", ""),
    ("You're at Block C, unit 12-3, is that right?", ""),
    ("And the gate code is still 2580?", ""),
    ("The gate code is 2580.", "address_before_lock"),
    ("Is ania.w@mail.example still right, or has the firm changed?", ""),
    ("It's ania.w@mail.example still, write when you like.", "handle_not_in_facts"),
]


@pytest.mark.parametrize(
    ("body", "rule"),
    [*PRICES, *PAYMENTS, *CHANNELS, *TIMES, *LENGTHS, *OFFERS, *PLACES, *CONTACTS],
)
def test_only_an_offer_is_held(body: str, rule: str) -> None:
    found = {v.rule for v in validate_draft(body, AOIFE, now=NOW).violations}
    assert rule in found if rule else not found


@pytest.mark.parametrize(
    ("body", "inbound", "rule"),
    [
        ("Great, noted.", "I'm Jo, email jo@mail.example, could we do 4pm?", ""),
        ("Great, will do!", "Could you email me the details? jo@mail.example", "channel_not_allowed"),
        ("Great, will do!", "Please email jo@mail.example with the details", "channel_not_allowed"),
    ],
)
def test_an_address_in_a_list_asks_for_no_mail(body: str, inbound: str, rule: str) -> None:
    found = {v.rule for v in validate_draft(body, AOIFE, now=NOW, context={"inbound": inbound}).violations}
    assert found == ({rule} if rule else set())
