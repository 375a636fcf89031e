"""Phrases of the spec that are given up, somebody else's, or turned down by what is said next."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 21, 16, tzinfo=UTC)
PHRASES = [
    "cupping",
    "hot stones",
    "group class",
    "essay writing",
    "white ink",
    "cocktail bar",
    "finger tattoos",
    "piercings",
    "boarding",
    "wild game",
    "foam party",
    "demo classes",
]
BASE = {"persona": "test", "currency": "USD", "timezone": "America/Chicago"}
NEVER = compile_spec(Spec.from_dict({**BASE, "never_offer": PHRASES}))
SERVICES = compile_spec(
    Spec.from_dict(
        {
            **BASE,
            "services": [*PHRASES, "lettering"],
            "policy": {"service_in_writing": "never"},
        }
    )
)


def rules(body: str, *, services: bool = False) -> set[str]:
    return {v.rule for v in validate_draft(body, SERVICES if services else NEVER, now=NOW).violations}


GIVEN_UP = [
    "I've stepped away from cupping, it wasn't mine to carry.",
    "I packed the group class in last spring.",
    "I gave cupping up in the summer.",
    "I've knocked cupping on the head.",
    "I've moved on from hot stones.",
    "I'm done with hot stones.",
    "I've put cupping on hold.",
    "I've stopped doing cupping, hot stones or essay writing.",
    "It's been years since I did cupping.",
    "What I've stopped doing: cupping, hot stones",
    "Cupping got the chop last year.",
    "Cupping is where I draw the line.",
    "Cupping used to be on my list.",
]
TAKEN_BACK = [
    "Cupping? I'd stay away from it.",
    "Cupping? That's beyond me.",
    "Cupping? I leave that to others.",
    "Cupping? Oh. That's one for someone else.",
    "Cupping?\nGod no.",
    "Cupping? I'm the wrong person for that.",
    "Cupping? Still a no from me.",
    "Lovely evening for hot stones. Right so I don't do them myself.",
    "I looked into cupping and decided against it.",
    "I trained in cupping but never offered it.",
    "Dry January isn't something I do, and I'd say the same about cupping.",
]
ELSEWHERE = [
    "Her group class at school finishes at three, so it won't clash with us.",
    "Her essay writing has come on heaps since Term 3!",
    "The foam party at the pool is the hotel's thing, my speakers stay away from it!",
    "Go to the cocktail bar on the corner first, then come up to me hungry.",
    "I can text you a couple of names for cupping.",
    "I know someone for cupping.",
    "For cupping I can give you the name of someone in town.",
    "For that, try Maria for cupping.",
    "Maria's cupping is on Fridays.",
    "Shame about the foam party.",
    "Cupping gave her a rash, poor thing.",
    'Her school report says "needs essay writing"? I\'d say needs sleep!',
    "Is it a group class, or is it only the two of them?",
    "Did Maria say anything about cupping?",
    "I heard the foam party next door till two.",
    "Please hold off on cupping till we've met.",
    "You mentioned cupping at the clinic. I can do that day if it's after lunch.",
]
OTHER_SENSES = [
    '"What a wild game!" my neighbours shouted till midnight, I hardly slept.',
    "Piercing cold in Rotterdam today, wear a scarf!",
    "Fingers off the tattoo till it's done peeling, however much it itches.",
    "Okay, the name on the door is written in whtie ink, you see it from the bridge.",
]
OFFERED = [
    "I do cupping. It's not cheap.",
    "I do cupping. I don't charge for it.",
    "Cupping? It's not a problem.",
    "Cupping? Leave it to me.",
    "Cupping? I'd never say no to that.",
    "Cupping? That's not on the list but I can do it for you.",
    "I do cupping. I never do it in a hurry.",
    "I haven't given up cupping.",
    "I had given up cupping, but I'm back at it.",
    "I've moved on to cupping.",
    "I've packed the hot stones in the bag for you.",
    "I've put cupping in for Friday.",
    "I've stopped charging extra for cupping.",
    "Bring him in for his cupping on Friday.",
    "I can do her cupping on Friday.",
    "I run the cocktail bar at the hotel.",
    "If you need someone for cupping, I'm your man.",
    "Just ask me about cupping.",
    "Try Friday for cupping.",
    "For cupping I can give you an hour on Friday.",
    "For cupping I can send you the Friday times.",
    "You mentioned cupping. I can do that.",
    "The spa doesn't do cupping, but I do.",
    "Did you know I do cupping?",
    "Which day for cupping?",
    "No queue for cupping with me.",
    "I could definitely board Rex overnight.",
    "Send her for a demo clas first.",
]
NOT_GIVEN_UP = [
    "I've stopped working Mondays, Sundays or evenings, cupping any other day.",
    "I've just wrapped up my cupping course so book away.",
    "I come off cupping training Friday and can see you then.",
    "I put hot stones down when you arrive, and they're warm.",
    "I put hot stones in and you relax.",
    "We take hot stones out and lay them on your back.",
    "It's been years since I started cupping and I love it.",
    "It's been ten years since I first did cupping, book any time.",
    "I locked cupping in last night for Friday.",
    "I've been out of hot stones but they arrived today.",
    "Cupping used to be 150, it's 180.",
    "Cupping used to be Fridays, now Saturdays too.",
]
NOBODY_ELSES = [
    "I can do Maria's cupping at 3.",
    "Maria's cupping is 180 with me.",
    "Her cupping went well, I can do yours at 3.",
    "Hot stones down the street from you at my studio.",
    "The foam party at the pool is my thing, I'm in.",
    "Ask Siri or just text me for cupping.",
    "My sister loves cupping, come in for yours.",
    "Shame about cupping last week, rebook for Friday?",
    "Good to relax after cupping, which I do.",
    "Cupping with another client of mine is possible, bring her.",
    "Cupping at another time works, Friday 3?",
    "The cupping lifted you up last time, same again Friday at 3?",
    "Your cupping is going ahead Friday at 3.",
    "You need to book before hot stones with me.",
    "Remember to eat before cupping on Friday.",
    "As for cupping, I can send you contact details form to book me.",
    "Are those hot stones OK for you Friday?",
    "Is it cupping at 3 or 4?",
    "Were your friends up for cupping Friday?",
    'My menu reads "hot stones and cupping".',
    "I can text you a slot for cupping.",
    "Try Saturdays for cupping.",
    "What a foam party! Book it.",
    "Women's cupping 180.",
    "Men's cupping on Fridays.",
    "Client's cupping is at 3 so yours at 4.",
    "Her cupping sounds great, want yours Friday?",
    "The cocktail bar on the corner of Main and 5th, that's me.",
    "Hope you enjoyed cupping with me, again Friday?",
]
NOT_TAKEN_BACK = [
    "I do cupping, but not on Sundays, I can't do them then.",
    "I do cupping. I don't do it any other way.",
    "Cupping? I'll pass you a slot on Friday.",
    "I do cupping and have never looked back.",
    "I do cupping though it was never my favourite, book in.",
    "Hot stones are on and I left them there for you.",
    "I've booked your cupping and left it at that.",
    "Cupping is something I don't charge extra for.",
    "Cupping is something I hand to you on a plate.",
    "Cupping is where I draw the crowds.",
    "Cupping is something I can't wait to do for you.",
    "Cupping belongs in another slot, say Friday.",
    "No need to pay extra, same for cupping.",
]


@pytest.mark.parametrize("body", [*GIVEN_UP, *TAKEN_BACK, *ELSEWHERE, *OTHER_SENSES])
def test_what_is_not_offered_is_let_through(body: str) -> None:
    assert rules(body) == set()


@pytest.mark.parametrize("body", [*GIVEN_UP[:9], *TAKEN_BACK, *ELSEWHERE[:7]])
def test_a_service_that_is_not_offered_is_let_through(body: str) -> None:
    assert rules(body, services=True) == set()


@pytest.mark.parametrize("body", [*OFFERED, *NOT_GIVEN_UP, *NOBODY_ELSES, *NOT_TAKEN_BACK])
def test_what_is_offered_all_the_same_is_held(body: str) -> None:
    assert rules(body) == {"never_offer"}


def test_a_letter_struck_twice_makes_no_two_words_of_a_service() -> None:
    assert rules("Happy to do the letterring along the collarbone.", services=True) == {"service_in_writing"}


@pytest.mark.parametrize("body", ["Could do a group class on Friday", "Might do a foam party for yous"])
def test_who_could_do_it_may_go_unsaid(body: str) -> None:
    assert "never_offer" in rules(body)


@pytest.mark.parametrize("body", ["Anna could do a group class", "Could your venue do a foam party?"])
def test_others_who_could_do_it_are_told(body: str) -> None:
    assert "never_offer" not in rules(body)
