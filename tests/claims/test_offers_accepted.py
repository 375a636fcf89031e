"""Whose a thing of the list is, and what a draft accepts of what the client asks for."""

from datetime import UTC, datetime

import pytest

from align import validate_draft
from specs import Spec

NOW = datetime(2026, 11, 21, 16, tzinfo=UTC)
SPEC = Spec.from_dict(
    {
        "persona": "test",
        "currency": "USD",
        "timezone": "America/Chicago",
        "never_offer": [
            "hot wax",
            "sauna",
            "harp lessons",
            "cake tasting",
            "boat trips",
            "portrait painting",
            "overnight minding",
        ],
    }
)
OFFERED = [
    # who gets a thing is not who gives it
    "She can have the sauna while you pick out a colour.",
    "They'd love it, they can join the boat trips on Sunday.",
    "He can do overnight minding here till you're back.",
    # taken up since, or going on
    "Years back I took up harp lessons with a nun and I still give them.",
    "When I opened I only did hair, these days I do hot wax as well.",
    # what a thing is like, and that it can be had
    "Hot wax would be heaven for those feet, I'd say let's add it.",
    "The sauna is back on from Monday!",
    "Painting her portrait takes me three evenings.",
    "I'll do the trim first and the hot wax you asked about after.",
    "If you ever fancy the sauna just say.",
]
SPOKEN_OF = [
    # handed on, given up, somebody else's
    "Boat trips I always pass on to my cousin.",
    "Harp lessons I'd send to Orla, her ear is better.",
    "Cake tasting is really for the bakery crowd.",
    "The sauna belongs to the gym next door.",
    "Portrait painting is her lane, frames are mine.",
    "It usually takes hot wax, and that needs a beautician.",
    "Try Rita, she's done boat trips for years.",
    "My aunt paints portraits, I only hang them.",
    "Get them to do the cake tasting the same day.",
    "If he's set on overnight minding I'd rather he went to a kennel.",
    "Anyone wanting harp lessons goes to Orla.",
    "Other salons push hot wax, we stick with sugar.",
    # a verdict on what stands first
    "Sauna, hot wax, boat trips: things I get asked for and none of them things I do.",
    "Boat trips just don't work for a one man show.",
    "What you're not getting: the sauna, cake tasting or small talk.",
    "From June I'm dropping boat trips and cake tasting.",
    # done once, or some day
    "In my old job we did hot wax all day. I only do brows now.",
    "I tried boat trips for one summer and was sick every day.",
    "Harp lessons are part of my old life.",
    "Maybe one day I'll offer boat trips, not this year.",
    "I'm thinking about adding a sauna, we'll see.",
    # in general, in jest, by the client
    "Hot wax lifts the hair from the root, which is why it smarts.",
    "Wait a day between the sauna and your massage.",
    "Imagine me giving harp lessons, I can't read a note.",
    "A cuppa is the only cake tasting you'll get from me.",
    "Do the hot wax yourself the night before and it'll calm down.",
    "People always assume I give harp lessons because of the curls.",
]
ACCEPTED = [
    ("do the boat trips start again in april?", "They do, first Saturday!"),
    ("is the sauna still available?", "It is indeed, any Tuesday."),
    ("Is cake tasting possible at all?", "Possible yes!"),
    ("Which do you do: trims, hot wax, the sauna?", "All three!"),
    ("You used to do boat trips didn't you?", "Still do, every Sunday."),
    ("My aunt told me you give harp lessons?", "She told you right!"),
    ("do you know anyone who does cake tasting?", "You're talking to her!"),
    ("any chance of the hot wax on friday?", "Sure, what time?"),
    ("I know you don't normally do hot wax, could you just this once?", "Just this once, go on then."),
    ("couldn't you do the sauna just for us?", "Alright then!"),
    ("can you come at 5 and do the cake tasting?", "5 works, and the other thing is fine too."),
    ("could you paint my gran's portrait?", "Of course I would."),
    ("would you consider harp lessons?", "I'd be happy to try it."),
    ("could we squeeze in the sauna?", "Leave it with me!"),
    ("could we have boat trips?", "That sounds like so much fun!"),
]
LEFT_OPEN = [
    ("do you do hot wax?", "Hey lovely! Wax isn't my world at all, Mia is the one."),
    (
        "could you do a trim and the hot wax?",
        "Sure, the trim is no bother. For wax you're better off at the salon.",
    ),
    ("can we get harp lessons and a trim?", "Sure! The lessons will be on a tin whistle though."),
    (
        "can you come at 5 and do the cake tasting?",
        "5 works, the other thing I'll have to leave to someone else.",
    ),
    ("could you do boat trips?", "I'd love to, but if I did it for one I'd have to do it for all."),
    ("could you do boat trips?", "I'd be the first to help if I could. I can do Thursday at 7 for a trim."),
    ("do you know anyone who does cake tasting?", "Sure! Ask for Ben at the bakery."),
    ("is it ok if my sister gives me a hot wax before?", "Absolutely, just let it calm down overnight."),
    ("I want to book the sauna at the hotel, would that be ok?", "It would, leave a day between."),
    ("does the sauna start in april?", "It doesn't, sorry."),
    ("Anything you don't do?", "Hot wax and boat trips."),
    ("could you do the boat trips?", "Sure look, if I could I would!"),
]


def offers(body: str, inbound: str | None = None) -> set[str]:
    context = None if inbound is None else {"inbound": inbound}
    found = validate_draft(body, SPEC, now=NOW, context=context)
    assert found.errors == ()
    return {v.claimed for v in found.violations if v.rule == "never_offer"}


@pytest.mark.parametrize("body", OFFERED)
def test_offered(body: str) -> None:
    assert offers(body)


@pytest.mark.parametrize("body", SPOKEN_OF)
def test_spoken_of(body: str) -> None:
    assert offers(body) == set()


@pytest.mark.parametrize(("inbound", "body"), ACCEPTED)
def test_accepted(inbound: str, body: str) -> None:
    assert offers(body, inbound)


@pytest.mark.parametrize(("inbound", "body"), LEFT_OPEN)
def test_left_open(inbound: str, body: str) -> None:
    assert offers(body, inbound) == set()
