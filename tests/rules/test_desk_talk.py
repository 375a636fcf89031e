"""How people at a booking desk write: what is booked, confirmed, offered instead, and whose address or sum it is.

One line a draft (" / " stands for a line break), behind the rule that it breaks; those in `RIGHT` break none of
that rule. It is the morning of
Friday 1 March 2019 in San Jose; the slots are 10:00-12:00 and 13:30-16:00, an hour is $120, ninety minutes $170.
"""

from datetime import datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "x",
            "trade": "therapist",
            "currency": "USD",
            "timezone": "America/Los_Angeles",
            "rates": [{"minutes": 60, "amount": 120}, {"minutes": 90, "amount": 170}],
            "deposit": {"amount": 40},
            "min_minutes": 60,
            "modes": ["incall"],
            "locations": [{"city": "San Jose", "region": "CA", "country": "US"}],
            "channels": {"text_only": True, "allowed": ["sms"], "phones": []},
            "mission": {
                "date": "2019-03-01",
                "slots": [["2019-03-01T10:00", "2019-03-01T12:00"], ["2019-03-01T13:30", "2019-03-01T16:00"]],
            },
        }
    )
)
NOW = datetime.fromisoformat("2019-03-01T07:00:00-08:00")
RULES = {
    "slot": "slot_not_in_mission",
    "price": "price_contradiction",
    "place": "location_not_in_facts",
    "address": "address_before_lock",
    "channel": "channel_not_allowed",
    "length": "duration_below_minimum",
}
WRONG = """
price: Original offer: $95 for the hour and still good.
price: New price: $95 (was $120)
length: Your session is now 45 minutes instead of 60.
slot: Your 2 pm has been moved to 5 pm.
slot: Your appointment was moved to 5 pm.
slot: Your session has now been pushed back to 5.
slot: Your 2 pm is now at 5 pm.
slot: Your session has been moved from 2 pm to 5 pm.
slot: Your session with me has been rescheduled to 5 pm today.
slot: I cancelled your 2 pm. I can do 5 pm.
slot: Your 2 pm is cancelled but I've 5 pm open.
slot: My 5 pm has been cancelled, want it?
slot: Cancellation today at 5 pm, want it?
slot: Reply A for 10 am, B for 5 pm.
slot: A) 10 am / B) 5 pm
slot: Your options: 10 am, 2 pm, 5 pm
slot: We missed you at 3:30 yesterday. Want to rebook for today at 5?
slot: I've rebooked you for 5 pm.
length: Your appointment today will last 45 minutes.
length: Your session on Friday will take 45 minutes.
length: The treatment this Friday takes 45 minutes.
length: The visit should take 45 minutes.
slot: Hi Sam, you're on the list: / ⏰ 5 pm
slot: Your session is coming up. / ⏰ 5 pm - 6 pm
slot: Your session is in San Jose today / Starts: 5 pm
slot: You're in, Sam! / Date: 1 March / Time: 5 pm
place: You're in, Sam! / Session: March 1 at 2 pm / Location: Seattle
place: Your session with me today is all confirmed for 2 pm with no changes / Location: Seattle
place: 📍 Seattle / 📅 1 March, 2 pm
place: Session at 2 pm 📍Seattle
place: Where: Seattle | When: 2 pm
place: Meeting point: Seattle
place: Appointment location: Seattle, WA
price: You're in for 2 pm today / Price: $95
slot: Your appointment is booked for 5 pm.
slot: Your appointment has been booked for 5 pm.
slot: Your session's booked for 5 pm.
slot: The appointment is already booked for 5 pm today.
slot: Good news, your visit has been booked at 5 pm.
slot: Your appointment at 5 pm is booked.
slot: Your lesson at 6 tonight is now confirmed.
slot: Your massage at 8 pm has been booked.
slot: Your 5 pm session is booked.
slot: Is a 5:30 pm time slot okay?
slot: You want a 9:15 am time today. Is that right?
slot: How about a 5:30 visit?
slot: Do you wish to come by at 7 pm?
slot: Do you instead wish to visit me today at 7 pm?
slot: Please confirm your changes to 6:15 pm.
slot: Let's confirm the following: 7 pm, today.
slot: Let me know if I got anything wrong: today at 9:15 am.
slot: So that's half past 6 in the evening today.
slot: So that's 6:30 pm today.
slot: It's starting at 6:15 pm.
slot: I have 2 slots left. One starts at 5 pm.
slot: I've two openings tonight: one starts at 2, the other starts at 8 pm.
slot: There are still some spots, there's one that starts at 7 pm.
slot: There's a session that starts at 5 pm.
slot: I can do 18 45 today.
slot: I can do 6 45 in the evening today.
slot: Come at 5 15.
slot: 6 30 works for me.
slot: How about 7 15 pm?
price: How does a session for $240 sound?
price: How does an hour for $95 sound?
price: How about a $62 session at 2 pm?
price: The 2 pm one is a $90 session.
price: There's a $75 session at 2 pm.
price: 80, and we have a deal.
price: Your balance is $95, due today.
price: You have $95 left to pay.
price: Pay $95 into my account before you come.
place: I can be found in Santa Rosa.
place: I'm also a family therapist in Sacramento.
place: Your session has been confirmed, it will be in Lafayette.
place: I found you 6 slots in Santa Rosa.
place: I've found an opening in Seattle for you.
address: I'm at 2801 K Street.
address: My address is 2801 K St.
address: We're at 12 A Street, ring the bell.
address: You can find me at 12 Elm Street.
address: You want to come to 12 Elm Street at 2, right?
address: You need to go to 12 Elm Street and ask for me.
address: We're located on 12 Elm Street.
address: I'm located at 91 El Camino Alto.
address: I'm at 221 Paseo del Norte.
address: We're based at 14 Riverside if that helps.
channel: You can reach me by phone.
channel: I can be reached by phone.
length: 30 minutes at 2 pm.
length: A 30 minute session before 12 pm works.
""".strip().splitlines()
RIGHT = """
price: New price: $120 (was $95)
price: Old price: $95. New price: $120.
slot: Your old appointment time was 5 pm.
length: It is now 45 minutes past two.
length: The drive is now 45 minutes.
slot: Your 5 pm has been cancelled.
slot: Your appointment at 5 pm was cancelled.
slot: Your session today at 5 pm has been canceled.
slot: I had to cancel your 5 pm appointment, sorry.
slot: Cancelled: 5 pm today.
slot: Your old slot was 5 pm.
slot: You were originally booked for 5 pm.
slot: Original time: 5 pm / New time: 2 pm
slot: Rescheduled: today 2 pm (was 5 pm)
slot: Your session has been moved from 5 pm to 2 pm.
slot: Your flight has been moved to 5 pm.
slot: My appointment has been moved to 5 pm so I'm free at 2.
slot: Your therapy with Dr Jo has been moved to 5 pm.
slot: Reply 1 for 10 am or 2 for 2 pm.
slot: A) 10 am / B) 2 pm
slot: My 5 pm rebooked, so I'm free at 2.
length: Your dentist appointment will take 45 minutes, so come at 2.
length: Your appointment with Dr Ray will last 45 minutes.
length: The drive today will take 45 minutes.
length: Traffic on Friday will take 45 minutes.
slot: Ends: 5 pm
slot: Check-out: 5 pm
slot: You're in, Sam! / Date: 1 March / Time: 2 pm
place: You're in, Sam! / Session: March 1 at 2 pm / Location: San Jose
place: 📍 San Jose
place: Your location: Seattle
place: Thanks for the form. Name: Ann. Area: Seattle. Dog: Rex. Is that right?
place: Your home city: Seattle
place: Location: Seattle or San Jose?
place: Favourite place: Seattle
place: 📍 Mobile
length: You have 15 minutes to claim your spot.
length: You've got 20 minutes to accept it.
slot: My own appointment is booked at 5 pm so I can't.
slot: The room is booked for 5 pm.
slot: The 5 pm session is booked.
slot: The 5 pm appointment is taken.
slot: The session at 5 pm is booked, sorry.
slot: Your usual slot at 5 pm is booked.
slot: I'm afraid your slot at 5 is booked up.
slot: Your appointment with Dr Shah is booked for 5 pm, right?
slot: My 5 pm lesson is full.
slot: I ran a 5:30 mile.
slot: It's a 3:45 song.
slot: I have a 5 pm meeting today.
slot: Do you wish I had replied at 7 pm?
slot: The changes to 6 of the rooms are done.
slot: It's starting to rain at 5.
slot: There are two classes at the gym. One starts at 5 pm.
slot: There's a film that starts at 5 pm.
slot: My son has two games, one starts at 5 pm.
slot: So that's 5 people and 2 dogs.
slot: So that's 5 pm in Tokyo, and 9 am for us.
slot: I have two openings, one at 2 pm and one at 3 pm.
slot: I've found 6 slots in San Jose. How about the one at 2 pm?
slot: I have 3 20 dollar vouchers.
slot: Room 4 15 if you need it.
slot: The 7 15 people class is full.
slot: Come at 2 15.
slot: I booked a table for this evening at 8:30 pm.
slot: I've got a table booked for 8 pm tonight.
slot: I booked tickets for 8 pm tonight.
price: How does $120 for the hour sound?
price: My friend Jo does a session for $240.
price: There was a $75 session at the fair.
price: You currently have $62 on your gift card.
price: Your gift card balance is $29.
price: There's $45 left on your gift card.
price: You've got $45 credit with me.
place: You could see a family therapist in Seattle.
place: You might like Dr. Kim, who can be found in Santa Rosa.
place: I found a hotel in Seattle.
place: The wedding sounds lovely, it's in Seattle then.
place: I couldn't book that Dr. Kim appointment.
address: I live 12 a street away.
address: We're based at 91 schools.
address: The studio is located at 5 minutes from the station.
address: I saw 3 a street over.
address: You'd like a shared lift to 45 Chatter Way?
address: Okay, you want a ride to 45 Chatter Way.
address: You can find him at 12 Elm Street.
address: You can locate them at 12 Elm Street.
address: They're located on 12 Elm Street.
channel: You can reach them by phone.
channel: They can be reached by phone.
length: 30 minutes before 12 pm.
length: Half an hour before 2 pm.
""".strip().splitlines()


def _flagged(line: str) -> list[str]:
    rule, _, body = line.partition(": ")
    return [
        v.text
        for v in validate_draft(body.replace(" / ", "\n"), SPEC, now=NOW).violations
        if v.rule == RULES[rule]
    ]


@pytest.mark.parametrize("line", WRONG)
def test_flags(line: str) -> None:
    assert _flagged(line)


@pytest.mark.parametrize("line", RIGHT)
def test_leaves_alone(line: str) -> None:
    assert _flagged(line) == []
