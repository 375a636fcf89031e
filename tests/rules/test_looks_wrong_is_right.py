"""What looks wrong at a glance and is right, each beside near misses that must be held.

Sums worked out for two, for a longer appointment and for what is left; parts of one hour and
homework; where one was; a time that a race took. A row is a draft and the rule that it breaks.
"""

from datetime import datetime
from typing import Final

import pytest

from align import validate_draft
from specs import Spec

NOW: Final = datetime.fromisoformat("2027-03-04T09:00:00+00:00")
"""A Thursday."""
SAOIRSE: Final = Spec.from_dict(
    {
        "persona": "saoirse",
        "timezone": "Europe/Dublin",
        "currency": "EUR",
        "rates": [
            {"minutes": 60, "amount": 100},
            {"minutes": 90, "amount": 140},
            {"minutes": 120, "amount": 190},
            {"minutes": 60, "amount": 130, "mode": "outcall"},
        ],
        "deposit": {"amount": 30},
        "min_minutes": 60,
        "modes": ["incall", "outcall"],
        "locations": [{"city": "Galway", "country": "IE", "aliases": ["Salthill"]}],
        "channels": {"text_only": True, "allowed": ["sms"]},
        "payment": {"timing": "before"},
        "services": ["yin yoga", "breathwork", "reading"],
        "policy": {"service_in_writing": "allow"},
        "never_offer": ["hot yoga", "kids class"],
        "mission": {
            "date": "2027-03-04",
            "slots": [["2027-03-04T10:00", "2027-03-04T12:00"], ["2027-03-04T15:00", "2027-03-04T18:00"]],
        },
    }
)
PRICE: Final = "price_contradiction"
SHARED_BY_TWO: Final = [
    ("The 30 deposit would be 15 each for the two of you.", ""),
    ("Split the deposit with Jo, 15 each.", ""),
    ("The deposit of 30 between the two of you is 15 each.", ""),
    ("You can share the hour with a friend, 100, so 50 each.", ""),
    ("You paid 30, so 70 to go. If your mum is splitting it with you that's 35 each.", ""),
    ("The 30 deposit would be 20 each for the two of you.", PRICE),
    ("Split the deposit with Jo, 25 each.", PRICE),
    ("Deposit's 15 if you're two.", PRICE),
    ("You and your brother in the ninety, 140, so 70 each, and 15 each of the 30.", ""),
    ("You and your brother in the ninety, 140, so 75 each.", PRICE),
    ("You can share the hour with a friend, 40 each.", PRICE),
    ("You paid 30, so 64 to go. If you split it that's 32 each.", PRICE),
    ("Both sessions are 50 each.", PRICE),
    ("Sharing the love this week: hours are 50 each.", PRICE),
    ("Choose between 5 and 6, 50 each.", PRICE),
    ("Happy to share my new offer: 50 each for an hour.", PRICE),
]
LONGER: Final = [
    ("The extra half hour is 40 on top of the 100, so 140.", ""),
    ("An extra half hour is 40 on top.", ""),
    ("Going from ninety minutes to two hours is another 50.", ""),
    ("The extra half hour is 50 on top of the 100.", PRICE),
    ("The extra half hour is 35 on top.", PRICE),
    ("The extra hour is 60 on top of the 100.", PRICE),
    ("Going from ninety minutes to two hours is another 60.", PRICE),
    ("An extra half hour is 30 on top, so 130.", PRICE),
    ("The half hour extra is 40 on top of the 100, 140 in all.", ""),
    ("The half hour extra is 50 on top of the 100.", PRICE),
    ("Cleaning up is another 40.", PRICE),
    ("Cancelling late is another 40.", PRICE),
]
LEFT: Final = [
    ("2 hours at mine 190, 160 after the deposit.", ""),
    ("You've sent 30, so 70 for the hour, before we start please.", ""),
    ("The hour is 100, and if I come out to Salthill it's 130.", ""),
    ("2 hours at mine 190, 150 after the deposit.", PRICE),
    ("The hour is 80 after the deposit.", PRICE),
    ("You've sent 20, so 70 for the hour.", PRICE),
    ("You've sent 30, so 80 for the hour.", PRICE),
    ("It's 70 for the hour.", PRICE),
    ("The hour is 100 if I come out to Salthill.", PRICE),
    ("I come over to Galway at the weekend, 100 for the hour.", ""),
]
FREE: Final = [
    ("If your mam wants her session then, the Saturday is free.", ""),
    ("Session Friday, the Sunday is free.", ""),
    ("Put a drop of oil on the hinge, it costs nothing.", ""),
    ("Put your legs up the wall tonight, costs you nothing.", ""),
    ("The group you asked about is run by a friend, there's no charge for it.", ""),
    ("There's an agency in Tuam that does nights, about 45 an hour.", ""),
    ("The session on Saturday is free.", PRICE),
    ("The Saturday session is free.", PRICE),
    ("Come for an hour, it costs you nothing.", PRICE),
    ("Put an hour in with me, costs you nothing.", PRICE),
    ("The first session costs you nothing.", PRICE),
    ("Put the kettle on and I'll give you an hour, costs you nothing.", PRICE),
    ("The first session is run by me, no charge.", PRICE),
    ("The group is run by my assistant, no charge for it.", PRICE),
    ("There's a visit that does it, around 45 an hour.", PRICE),
    ("There's a woman who does nights, about 45 an hour with me.", PRICE),
    ("There's an agency that takes bookings for me, about 45 an hour.", PRICE),
]
BOUGHT: Final = [
    (
        "The exam board has its own fee, I think it's 150 this year, but you pay that to them and not to me.",
        "",
    ),
    ("It's 80 for the hour, you pay that to me and not to the board.", PRICE),
    ("80 for the hour, you pay it to my assistant and not to me.", PRICE),
    ("There's a 10 euro parking supplement on top.", PRICE),
    ("There's a 10 euro parking charge on top at the hotel.", ""),
    ("The hotel adds a 10 euro parking supplement on top.", ""),
    ("The deck's about 22 euro from the shop on Quay Street.", ""),
    ("The generator from the man in Tuam is about 150 for the night, you pay him and not me.", ""),
    ("A ten minute walk after every meal, that's the whole secret. Costs nothing.", ""),
    ("Walk after every meal, costs nothing.", ""),
    ("Straw in a glass of water, five minutes a night. Costs nothing, works better than tea.", ""),
    ("Bones from the butcher cost you nothing and do half the job.", ""),
    ("A glass of water and I'll teach you for an hour, costs nothing.", PRICE),
    ("A session with a glass of water, costs nothing.", PRICE),
    ("An hour is 22 euro from the shop.", PRICE),
    ("It's 80 euro from the shop.", PRICE),
    ("The session's about 80 euro from the shop.", PRICE),
    ("I do the chart for 22 euro from the shop.", PRICE),
    ("It's 600 for the night, you pay me and not him.", PRICE),
    ("It's 600 for the night, you pay me, not the venue.", PRICE),
    ("A walk with me after work, costs nothing.", PRICE),
    ("The first session? Costs nothing.", PRICE),
    ("A session of breathwork and a walk. Costs nothing.", PRICE),
    ("Come for an hour. Costs nothing.", PRICE),
    ("It's 80 and when you pay the gym it's not me who holds it.", PRICE),
    ("80 for the hour, you pay my assistant and not me.", PRICE),
    ("It's 80, you pay by card and not me in cash.", PRICE),
    ("The block's 80 from the shop on my page.", PRICE),
]
SHORT: Final = "duration_below_minimum"
LENGTHS: Final = [
    ("We'd do yin yoga for forty minutes and then twenty of breathwork, so the full hour.", ""),
    ("Thirty minutes of yin yoga plus thirty of breathwork makes the hour.", ""),
    ("What you need is 20 minutes of reading a day.", ""),
    ("You need 20 minutes of breathwork every night.", ""),
    ("Sorry, I don't do a half hour, 60 minutes is my shortest. That one's 100.", ""),
    ("We'd do yin yoga for forty minutes.", SHORT),
    ("We'd do yin yoga for forty minutes and then twenty of breathwork.", SHORT),
    ("Let's do forty minutes, so not the full hour.", SHORT),
    ("We'd do yin yoga for forty minutes and then ten of breathwork, so the full hour.", SHORT),
    ("I can do 20 minutes of breathwork a day for you.", SHORT),
    ("I'll give you twenty minutes of breathwork every day.", SHORT),
    ("20 minutes of breathwork with me on Friday works.", SHORT),
    ("20 minutes of yin yoga with me a day?", SHORT),
    ("Let's do 20 minutes of breathwork each morning.", SHORT),
    ("Two slots then: thirty minutes yin yoga, thirty minutes breathwork, so that's an hour in all.", SHORT),
    ("We can do 20 minutes in one go and 40 in another, making an hour.", SHORT),
    ("You get 30 minutes of breathwork every day this week if you book.", SHORT),
    ("Happy to offer 30 minutes of breathwork most evenings.", SHORT),
    ("How about 30 minutes of breathwork every morning?", SHORT),
    ("We do 30 minutes of breathwork every evening.", SHORT),
    ("We could cut it to 20 minutes of yin yoga and 40 of breathwork.", ""),
    ("40 for half an hour more or less.", SHORT),
]
AWAY: Final = "location_not_in_facts"
PLACES: Final = [
    ("I'm just back from a week in Leeds and I feel great.", ""),
    ("Home from two nights in Leeds, knackered.", ""),
    ("I'm recovering from a week in Leeds, so be gentle.", ""),
    ("The shop in Leeds told you to ride more.", ""),
    ("I raced for a summer. The knees came later, in Leeds.", ""),
    ("My shop in Leeds told you to ride more.", AWAY),
    ("I'm at the shop in Leeds.", AWAY),
    ("The shop in Leeds is open, come by on Friday.", AWAY),
    ("Meet me at the shop in Leeds.", AWAY),
    ("The next session is later, in Leeds.", AWAY),
    ("I'm here first and after, in Leeds.", AWAY),
    ("I don't do the glands, your vet in Leeds will.", ""),
    ("I can't do Friday, your yoga teacher in Leeds will be there.", AWAY),
    ("I don't host, your house in Leeds will do.", AWAY),
    ("I can see you and your vet in Leeds on Friday.", AWAY),
    ("I'm back in Leeds.", AWAY),
    ("I'm back in Leeds for a week.", AWAY),
    ("I'm back from Tuesday in Leeds.", AWAY),
    ("I'm back from a week off, in Leeds on Friday.", AWAY),
    ("I'm back from a week off and in Leeds now.", AWAY),
    ("I'm back at work from a week on Friday in Leeds.", AWAY),
]
SLOT: Final = "slot_not_in_mission"
TIMES: Final = [
    ("Please have the table free from 1 so I can lay it.", ""),
    ("For eight of you we'd be looking at 2 and a half, maybe 3 and a half.", ""),
    ("You did the half in Sligo, 1:52 with that knee is a big deal.", ""),
    ("1:52 for a half is huge.", ""),
    ("Have the chair by the window free from 1 and a towel you don't love.", ""),
    ("Two hours is my least, three is better with eight of you.", ""),
    ("Noon is gone, two is better for me.", SLOT),
    ("I'm free for two hours, two is better for me.", SLOT),
    ("I'll have the chair free from 1.", SLOT),
    ("I have a chair free from 1.", SLOT),
    ("Keep the afternoon and the chair free from 1.", SLOT),
    ("I'm free from 1.", SLOT),
    ("The room is free from 1.", SLOT),
    ("Keep the afternoon free from 1.", SLOT),
    ("See you at 2 and a half.", SLOT),
    ("You ran the half, 1:30 works for the massage.", SLOT),
    ("You did the half. 1:30 today.", SLOT),
    ("An hour and a half, 1:30 for you.", SLOT),
    ("You did great in the race, 1:30 today?", SLOT),
    ("Let's get the space free from 1.", SLOT),
    ("You can have the room free from 1.", SLOT),
    ("I can do 1:30 for the marathon prep.", SLOT),
    ("You got the last race slot, 1:30.", SLOT),
    ("I'd say you eat at 1 and come at 4.", ""),
    ("What if you eat at 1 and come at 4?", ""),
]
NEVER: Final = "never_offer"
OFFERS: Final = [
    ("No hot yoga, it's 30 degrees already in my living room.", ""),
    ("No hot yoga, it's 6 on Sunday.", NEVER),
    ("No hot yoga, it's 6pm again.", NEVER),
    ("No hot yoga till Friday, it's 10.", NEVER),
    ("No, it's hot yoga at 6.", NEVER),
    ("No hot yoga on Monday, it's back Tuesday.", NEVER),
]


@pytest.mark.parametrize(
    ("body", "rule"),
    [*SHARED_BY_TWO, *LONGER, *LEFT, *FREE, *BOUGHT, *LENGTHS, *PLACES, *TIMES, *OFFERS],
)
def test_only_what_is_wrong_is_held(body: str, rule: str) -> None:
    found = {v.rule for v in validate_draft(body, SAOIRSE, now=NOW).violations}
    assert rule in found if rule else not found
