"""Modes: who travels, said by either side."""

from datetime import UTC, datetime

import pytest

from align.claims.claim import Moment, Speaker, Stance
from align.claims.extract import extract
from align.claims.places import mode_words as said
from align.claims.read import nothing
from align.reading import Reading

NOW = Moment(datetime(2026, 11, 21, 12, tzinfo=UTC))


def modes(body: str, speaker: Speaker = Speaker.PROFESSIONAL) -> list[str]:
    known = nothing()
    found = extract(Reading(body, known.vocabulary), speaker, NOW, known)
    return [m.mode for m in found.modes if m.stance is Stance.ASSERTED and m.offered]


OUTCALL = [
    "I'll do it at your house if the gym's shut, there's loads of parking.",
    "I'll walk over but bring cash.",
    "You can do the stretches at your house with me on Friday, for 60 minutes.",
    "The stretches are part of it, so we'd do the hour at your house.",
    "A 60 minute session, and you could do it at your house if the stairs are bad.",
    "I'd drive over to your place, it's not far.",
    "I'm on my way to yours.",
    "On my way over.",
    "Be with you at 4.",
    "I could pop over Tuesday after 5?",
    "I'll call over Saturday morning so.",
    "What's the postcode? I'll come Friday.",
    "One day I can come to yours is Tuesday.",
    "If you have one day I could come to you for both.",
    "Once I get a van sorted on Friday I'll come to you.",
    "My package offers home visits too.",
    "I'm a mobile groomer.",
    "I'm fully mobile now.",
    "I'll buzz your flat at six.",
    "Will be at yours for six.",
    "I come to hotels too.",
    "Pick some day next week and I'll come to you.",
    "When I have a gap I'll come to you.",
    "Once we have a time I'll come to your hotel.",
    "Only one day I can do but I'll come to you.",
    "I forgot to say I can do it at your place.",
    "I lost your number but I can work at your place tonight.",
    "Thanks for booking, session at your place.",
    "Hotel visits are out of town too.",
    "I could use your terrace for the table, I only need two metres.",
    "Could I borrow your den for an hour and set up there? We'd use your den.",
    "i go come meet you for your hotel",
    "I'd do the lot of ye at your chalet, one after the other.",
    "Tuesday I come by you with the tools.",
    "i could pull up to ur crib with the kit",
    "I'd be with you for half ten, kit and all.",
    "I can do her wherever you're staying.",
    "Just clear a corner and I'll come and set up.",
    "I could make it out to the lake house after lunch.",
    "I'm happy to travel to y'all.",
    "I pass by your house on the way home.",
    "I'd reach your house before seven.",
    "I can come to you.",
    "I'll swing by your place with the clippers",
    "Happy to travel to your venue.",
    "i'll roll up in the van to ur condo",
    "I'd be coming to you on the day",
    "We could do the lesson at your house.",
    "I'll make the trip!",
    "I do home visits.",
    "I can pop over to yours on Friday",
    "I'll visit you at home",
    "It would be no bother to nip round to your cottage.",
    "I could set up in your boardroom on Tuesday.",
    "I'll call by your flat instead.",
    "I'll be over to yours for six.",
    "We'll do the trim on your porch.",
    "I could come out to her at the nursing home.",
    "The salon comes to you, basin and all.",
    "I only do it at people's homes.",
    "A tasting at your winery, count me in.",
    "I can be at your gate by six.",
    "I'm outside your place in ten.",
    "I'll pop round to you after work.",
    "Yours is easier for me actually.",
]
INCALL = [
    "I know it's a hike but come to me.",
    "Ring the bell when you get here.",
    "Drop the dog off with me at 9.",
    "You can come along with me to the studio on Saturday.",
    "Come along with us to the yard, the tub's there.",
    "I don't have a shop as such, just a table in our garage. Bring him any time.",
    "Come along on Saturday and bring your sister.",
    "I don't have a studio, so we'd do the lesson in our living room.",
    "I don't have a studio, just lessons in my living room.",
    "Or a stop in my studio on Friday.",
    "You could bike in to my studio.",
    "My place at 4?",
    "Mine at 4 works.",
    "I forgot to say the session is at mine.",
    "I can host you like last time.",
    "When I have a place free you can come to mine.",
    "Happy to host you tonight, last slot of the day.",
    "Just push it over to my garage, the stand is up.",
    "Then use my balcony, it has shade after two.",
    "You can use my flat if yours is full of guests.",
    "Let's use my space, it's small but it has water.",
    "You're more than welcome to use our back room.",
    "My living room is free on Sunday.",
    "I work from my cousin's place, two streets from the market.",
    "You can come to where I'm staying.",
    "We'll do it at my aunt's house, there's safe parking.",
    "Just roll by on Tuesday.",
    "Bring Coco over whenever suits.",
    "Wander round any time after four.",
    "Duck in on your way home.",
    "The bench is ready for it, come through the yard gate.",
    "Leave Ravi at school till three and drop him at my aunt's.",
    "Hang on till I text, then wander over.",
    "Mind the step and come upstairs.",
    "Bring the whole gang round, there's a shed.",
    "Find your way to my shop by ten.",
    "Enter my salon straight, no need to ring.",
    "Come to my studio, it's quiet.",
    "You're welcome to come to me.",
    "pop round to mine",
    "You can drop her over to mine about 2",
    "I can host you here.",
    "Come over tonight!",
    "Swing by the shop whenever.",
    "We could do it at mine.",
    "Bring him round to my place.",
    "Come through to my workshop.",
    "Bring the whole choir to mine.",
    "Portraits? Yes, in my studio, very private.",
    "I've rented a chair by the harbour.",
    "I work out of a quiet room above the bakery.",
    "My studio is on the second floor.",
    "You're welcome here any morning.",
    "Door's open from nine.",
    "Just walk in, no need to book.",
    "Ring when you're downstairs and I'll buzz you up.",
    "She'd be very welcome to come to my clinic.",
    "You'd be in my chair by ten.",
    "Mine's easier for you by car.",
    "There's room for eight on the roof of my studio, I'll have tea ready.",
    "My terrace seats six, bring mats.",
    "I've a terrace at the back, so come to mine.",
    "Just walk over in whatever you slept in.",
    "I've the front room done up as a studio.",
    "The studio's on the Quays, buzz twice.",
    "There's a bed made up in my back room for sessions.",
    "My house is grand for it.",
    "On Friday I can have the four of you over.",
    "I could have all of you round.",
]
NEITHER = [
    "I'd come to your gig but I'm working.",
    "He'd come to you but his car is broken.",
    "I'll be with you in spirit at 4.",
    "I hope to see you here next year.",
    "How is the parking at your house?",
    "I can't do anything but come to that conclusion.",
    "I'd come to you but I don't drive.",
    "You could have come to me then.",
    "I'll drop it in the post to you.",
    "Are you on your way to yours?",
    "Leave it with me on Friday.",
    "I'll come Friday to collect the dress.",
    "Ring the bell of the shop next door for the parcel.",
    "One day I'll come to you, promise.",
    "If I had a van I'd come to you.",
    "Great to see you here on WhatsApp.",
    "See you here and there I guess.",
    "My colleague does home visits.",
    "I'm mobile again after the knee op.",
    "Lovely to have you in the studio last week.",
    "Some day I could come to you.",
    "If only I could come to you.",
    "Once I have a van I'll come to you.",
    "Home visits are out for now.",
    "I left my scarf at your place.",
    "I'll make it up to you.",
    "Use your living room lamp at night.",
    "I use my spare room as storage.",
    "You can use my card reader if you don't have cash.",
    "I sleep at my sister's flat those nights.",
    "Bring your sister along on the day.",
    "We'd go slowly and start wherever you like.",
    "You could drop the samples round first.",
    "I'll be with you in two minutes, take a seat.",
    "Somebody could drive her over to your gran's.",
    "I passed the stall when I came by your table.",
    "Let her practise at your place for ten minutes.",
    "Come in from the cold first.",
    "Duck in and out as you like.",
    "Bring her notebooks down by 5.",
    "I'll come to the gate and wave.",
    "Questions always come up at the end.",
    "Text me from wherever you are.",
    "I don't travel, sorry.",
    "I can't come to you, sorry.",
    "How are things at your place?",
    "Hope the party at your house goes well!",
    "Can't wait to see how it comes out.",
    "Come what may.",
    "The bus comes at six.",
    "I don't have a studio to host in.",
    "Did they come to your recital?",
    "Good to see you come out of your shell.",
    "The exact address comes to you once it's booked.",
    "The patterns will come to your inbox tonight.",
    "A couple of things to do at your desk.",
    "I don't have a studio, just a piano wedged between a crib and a bike in our living room.",
    "Or you come along with me to the market on Saturday at 9 and choose the tomatoes.",
    "You can come along with us to the fabric shops on Friday.",
    "The warm-ups I sent are about twenty minutes and you could do those at your desk if nobody's around.",
    "The exercises take half an hour, you can do them at your house before Friday.",
    "Rest at your hotel afterwards.",
    "The party at ours in July nearly flooded the kitchen, I swear.",
    "I ride to the studio, so allow me ten minutes.",
    "If the host asks, I'm your partner.",
    "House calls I leave to braver people.",
    "I know it's handier at yours, but the licence is for here.",
    "Take a seat and I'll be out to you in a minute.",
    "The name that came to you is lovely.",
    "I know you're on call at the hospital till late.",
    "You can get it to me whenever the invoice clears.",
    "When friends come over, put him on his mat.",
    "Is it easier while you're at your gran's?",
    "I'll get back to you by Monday.",
    "Let him bring his textbook to the centre.",
    "I've the front room painted at last.",
    "Your studio is up for sale, I saw.",
    "My house is up for sale.",
    "You could walk over to the beach after.",
    "Leave it outside your place and I'll post it on.",
]


def test_the_way_to_a_side_has_an_end() -> None:
    assert said.GO_THEIRS.match("come straight on over to yours") is not None
    assert said.GO_THEIRS.match(f"go {'and do go ' * 40}to yours") is None


def test_either_side_is_both() -> None:
    assert modes("My place or yours, both work.") == ["incall", "outcall"]


@pytest.mark.parametrize("body", OUTCALL)
def test_outcall(body: str) -> None:
    assert "outcall" in modes(body)
    assert "incall" not in modes(body)


@pytest.mark.parametrize("body", INCALL)
def test_incall(body: str) -> None:
    assert "incall" in modes(body)
    assert "outcall" not in modes(body)


@pytest.mark.parametrize("body", NEITHER)
def test_neither(body: str) -> None:
    assert modes(body) == []


@pytest.mark.parametrize(
    ("body", "mode"),
    [
        ("can i come to you?", "incall"),
        ("could you come to us", "outcall"),
        ("can I come to your studio", "incall"),
        ("could you come to our venue?", "outcall"),
        ("can you host?", "incall"),
    ],
)
def test_sides_swap_for_the_client(body: str, mode: str) -> None:
    assert modes(body, Speaker.CLIENT) == [mode]


def test_the_room_that_a_client_speaks_of_is_the_professional_s() -> None:
    assert modes("Can we meet at the clinic?", Speaker.CLIENT) == ["incall"]
    assert modes("Can we meet at my clinic?", Speaker.CLIENT) == ["outcall"]
    assert modes("We can meet at the clinic.") == ["incall"]
