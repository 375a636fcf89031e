"""Answers with no plain yes that take up what is asked, and those that look like it and do not."""

import pytest

from tests.claims.answering import rules

TAKEN_UP = {
    "mode_not_offered": [
        ("are you mobile?", "I am"),
        ("are you mobile?", "Yep fully"),
        ("do you do home visits?", "Only on Fridays"),
        ("do you do home visits?", "All the time"),
        ("can you come to me?", "Pop your address over and I'll be there"),
        ("my place or yours?", "Either"),
        ("my place or yours?", "Whichever you prefer"),
        ("would you come to my office for the team?", "We'd love that"),
        ("my mum is housebound, do you visit?", "I do, bless her"),
    ],
    "channel_not_allowed": [
        ("can I give you a ring?", "Sure what's best for you?"),
        ("could we talk on the phone first?", "I'd prefer that actually"),
        ("could we talk on the phone first?", "That'd be best"),
        ("is there a number I can call?", "This one!"),
        ("do you take calls?", "Only in the evening"),
        ("can I whatsapp you photos?", "Send away"),
        ("text or call?", "Either"),
        ("can I call you for a chat first?", "Sure text me what time suits"),
    ],
    "pay_after": [
        ("can I pay at the end?", "No rush"),
        ("can I pay at the end?", "Yes that's fine, text me when you arrive"),
        ("sorry to bother you, can I pay after?", "No bother! Yes of course"),
        ("sorry to bother you, can I pay after?", "No bother, see you then"),
        ("do you mind if I pay after?", "I don't mind at all"),
        ("can I pay at the end?", "Don't worry about it till then"),
        ("can I pay at the end?", "Most people do"),
        ("when do I pay?", "No hurry, whenever"),
        ("do I have to pay first?", "No"),
        ("do I have to pay upfront?", "Not at all"),
        ("do I have to pay upfront?", "You don't"),
    ],
    "slot_not_in_mission": [
        ("could you come today at 4pm?", "That's in my book now."),
        ("so 5pm today and you'll text me when you're 5 min away?", "Yep, works for me!"),
        ("so 1pm today at the studio", "Confirmed"),
        ("are you free at 4pm?", "Booked in!"),
        ("could we do 5 or 6?", "Either"),
    ],
    "price_contradiction": [("my last therapist charged 140, can you match that?", "Yes")],
    "duration_below_minimum": [
        ("could we do 40 minutes on thursday? just the pantry stuff", "Yeah for sure, that's plenty of time"),
        ("30 or 60 mins?", "Either"),
    ],
    "never_offer": [
        ("do you do hot stones?", "Only on Fridays"),
        ("any chance of hot stones?", "Every chance"),
        ("could we try hot stones?", "Let's try it"),
        ("can I add hot stones?", "Popped it on"),
        ("my husband loves hot stones, can you do it for him?", "Of course"),
    ],
}
LEFT_ALONE = [
    ("do you do home visits? I'm free Sundays", "Only Sundays I'm off, so no visits at all"),
    ("can we do 8:30pm?", "Only mornings, sorry"),
    ("can you do 140?", "Only on Fridays when I'm feeling mad haha no"),
    ("can I pay at the end?", "No rush, but before we start please"),
    ("can I pay at the end?", "Don't worry about it now, just when you arrive"),
    ("do I have to pay first?", "No, when you arrive is fine"),
    ("do I have to pay first?", "No card needed, just cash before we start"),
    ("when do I pay?", "Whenever you arrive"),
    ("my place or yours? and does 7pm work?", "7pm works!"),
    ("can you come to me?", "Send me your address and I'll see if there's a studio nearer you"),
    ("are you mobile?", "I'm not, sorry"),
    ("do you visit?", "No, clients come here"),
    ("could you come to us?", "I'd love that but I can't leave the studio"),
    ("could you come to us?", "It'd be better at the studio"),
    ("is there a number I can call?", "This number is for texts only"),
    ("text or call?", "Either is busy but text is best"),
    ("could we do 6 or 7pm?", "Whichever suits you"),
    ("can I pay you after?", "Before if you don't mind! See you soon"),
    ("can I pay you after?", "Best to do it at the start, yeah"),
    ("can I call you for a chat first?", "Sure text me what you'd like to know"),
    ("are you free at 4pm?", "Booked until 6pm, lovely to hear from you though"),
    ("do you do hot stones?", "Yes... in my dreams"),
    ("sorry to bother you, do you do hot stones?", "No bother! Just deep tissue"),
    ("do you mind if I pay after?", "I do, sorry"),
    ("I saw 140 on the door, right?", "Right"),
    ("are you mobile after the surgery?", "I am, thank God"),
    ("do you like hot stones yourself?", "Only in winter"),
    ("do I have to pay in advance for parking?", "No"),
    ("my last therapist charged 140, can you match that?", "I can't, sorry"),
    ("my dentist charged me 140! is 7pm ok?", "Yes"),
    ("so 4pm is when I finish, is 7pm ok?", "Sure"),
    ("my friend swears by hot stones, I want deep tissue at 7pm", "Perfect, see you at 7pm"),
    ("I finish work at 4pm, is 7pm ok?", "Yes that works"),
    ("is half an hour too short?", "It is a bit, yes"),
    ("is your studio in Dallas?", "It's in Austin"),
    ("I'm in Dallas this week, can we do 7 on Saturday in Austin?", "Perfect, see you then"),
]


@pytest.mark.parametrize(
    ("rule", "inbound", "body"), [(rule, *row) for rule, rows in TAKEN_UP.items() for row in rows]
)
def test_takes_up_what_is_asked(rule: str, inbound: str, body: str) -> None:
    assert rule in rules(body, inbound)


@pytest.mark.parametrize(("inbound", "body"), LEFT_ALONE)
def test_takes_up_nothing(inbound: str, body: str) -> None:
    assert rules(body, inbound) == set()
