"""Answers to a client who proposes a way to talk: which take it up, and which keep to text."""

import pytest

from align.claims.claim import Stance
from tests.claims.extracting import read

TAKEN_UP = [
    ("may I phone you this week?", "Tuesday after two."),
    ("could I get a call back?", "give me twenty minutes"),
    ("when's good to ring?", "Most mornings suit, I start late."),
    ("ok to ring?", "not a bother"),
    ("could my aunt phone about the cake?", "Of course she may, no problem."),
    ("my wife will ring you to settle the menu", "Lovely, I'll look out for her."),
    ("shall I ring you tomorrow?", "please do"),
    ("mind if i video call you?", "go right ahead"),
    ("could we do it over video?", "Great plan!"),
    ("can i phone ye?", "if ye must"),
    ("can you tell me over the phone what it needs?", "Happy to."),
    ("would you skype with us?", "Sure, happy to."),
    ("you have telegram?", "yes, with the same number"),
    ("u on snap?", "yh add me"),
    ("do you have a facebook page?", "Yes, message me there any time."),
    ("can you send it to my work email?", "Will do!"),
]
KEPT_IN_TEXT = [
    ("may I phone you this week?", "Tuesday's full, but I'll text you a time."),
    ("can you email me the menu?", "No problem, I'll text it across."),
    ("can I ring you?", "Totally understand the nerves. Everything with me is in writing."),
    ("can I ring you?", "Absolutely stunning garden! What would you like to know?"),
    ("can you email me?", "Hey Jo! It's all on the page."),
    ("could you call me?", "Course, I'd rather stick to text if that's alright."),
    ("what time can I come? I tried to ring you", "after 4"),
    ("can I call in to the shop?", "sure, come at 3"),
    ("could we do it over video?", "Good plan, but I'd rather see it in person."),
    ("you have telegram?", "no, only text"),
    ("do you have a facebook page?", "Yes, but I don't read messages there."),
    ("will the hotel ring you?", "perfect"),
]


@pytest.mark.parametrize(("inbound", "body"), TAKEN_UP)
def test_it_is_taken_up(inbound: str, body: str) -> None:
    assert [c for c in read(body, inbound).utterance.channels if c.stance is Stance.ASSERTED]


@pytest.mark.parametrize(("inbound", "body"), KEPT_IN_TEXT)
def test_it_is_kept_in_text(inbound: str, body: str) -> None:
    assert not [c for c in read(body, inbound).utterance.channels if c.stance is Stance.ASSERTED]
