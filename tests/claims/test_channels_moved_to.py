"""Talk that moves to an app, networks as verbs, and others who want one: each with its opposite."""

import pytest

from align.claims.claim import Stance
from tests.claims.extracting import read

MOVED: list[tuple[str, bool]] = [
    ("Let's take this to Telegram", True),
    ("Let's move over to Signal.", True),
    ("Shall we switch to Insta?", True),
    ("I'm on Signal if you prefer", True),
    ("I'm on Facebook if you'd rather.", True),
    ("Facebook me", True),
    ("PM me on Facebook", True),
    ("PM me the address.", True),
    ("FaceTime would be grand.", True),
    ("My students chat on Telegram, and you can join us there", True),
    ("@dd me 0n Te1egram", True),
    ("The easiest way to keep in touch is Telegram, so add me", True),
    ("Your best bet is Telegram.", True),
    ("What works best for me is email.", True),
    ("I'm free for a video chat after two.", True),
    ("The best thing about my week is Telegram silence.", False),
    ("That sounds like a hard phone call to have made.", False),
    ("I'd send you an email but I don't use one for work.", False),
    ("I'd email you the list, and I'm not slow.", True),
    ("I'd happily do a phone call, but I can't before noon.", True),
    ("I'd hop on a call with you, but my day isn't free until 4.", True),
    ("I'd jump on a call but I'm not sure when you're free.", True),
    ("I'd give you a ring but I don't want to disturb you.", True),
    ("I'd do a quick call first but it won't take long.", True),
    ("I'd hop on a call with you, but I can't take calls here.", False),
    # where somebody can be seen, a time of day, what signals are, what goes on a page
    ("I'm on Facebook if you want to see photos of the harp.", False),
    ("See you at 3 pm me and my sister will both be there", False),
    ("It's 2pm. Me or my assistant will open.", False),
    ("The signal is down when it rains.", False),
    ("I'll take the photos over to Instagram later", False),
    ("He lives on Discord, that boy.", False),
    ("Go on to signal words next.", False),
    ("Go to Zoom Guitars for a case.", False),
    ("I know most people use WhatsApp these days, texts are the way to get me.", False),
    ("More face time with my kids would be lovely.", False),
]
ASKED_FOR: list[tuple[str, bool]] = [
    ("Do you have Signal? We can talk there.", True),
    ("Do you use WhatsApp? Easier for me.", True),
    ("What's your WhatsApp? I'll send you the form.", True),
    ("I'll send the pics to your WhatsApp.", True),
    ("Send your location on WhatsApp.", True),
    ("Do you have signal there? I'll text when I'm close.", False),
    ("Do you use Zoom? My other students do at school.", False),
    ("Thanks for sharing your notes on Telegram.", False),
    ("Your Telegram photo is lovely.", False),
]
URGED: list[tuple[str, bool]] = [
    (
        "My daughter keeps on at me to 'get on WhatsApp like a normal person', but it's texts or nothing",
        False,
    ),
    ("People keep telling me to get on Telegram but I'm happy with texts.", False),
    ("The label wants me to be on Telegram, but I'd rather play.", False),
    ("My students told me to get on Telegram so I finally did, add me there.", True),
    ("My mum keeps asking me to FaceTime the dogs, she's mad.", False),
    ("My assistant told me to call you, so expect a ring at 5.", True),
    ("Ask the hotel to email you the menu.", False),
    ("The planner will email you the timings.", False),
    ("I'll get my assistant to email you the contract.", True),
]
ANSWERS: list[tuple[str, str, bool]] = [
    ("Sure, just ring the doorbell", "can I call you when i arrive?", False),
    ("Of course, just knock on the door", "can I phone when we're outside?", False),
    ("Yes, call me when you're outside", "ok to ring when I get there?", True),
    ("Sure. On Thursday just ring the doorbell.", "can I call you tonight to talk it over?", True),
    ("Works for me, what time?", "could we do a video call first?", True),
    ("Lovely, what day? I only do texts though.", "can we hop on a call?", False),
]


@pytest.mark.parametrize(("body", "proposed"), [*MOVED, *ASKED_FOR, *URGED])
def test_another_way_to_talk(body: str, proposed: bool) -> None:
    found = read(body).utterance.channels
    assert any(c.stance is Stance.ASSERTED for c in found) is proposed


@pytest.mark.parametrize(("body", "inbound", "proposed"), ANSWERS)
def test_another_way_to_talk_in_answer(body: str, inbound: str, proposed: bool) -> None:
    found = read(body, inbound).utterance.channels
    assert any(c.stance is Stance.ASSERTED for c in found) is proposed
