"""What the client only tells, and what a kind word behind it therefore does not accept; each with its opposite."""

import pytest

from tests.claims.answering import rules

ONLY_TOLD = [
    ("Got it, perfect", "I just sent 40"),
    ("Great, thanks", "sent you 40 just now"),
    ("Lovely, all received", "paid you the 130 just now"),
    ("Grand", "I'd a hot stones massage last week, so sore now"),
    ("Great, good to know", "had hot stones before, hated it"),
    ("No problem at all, hope you find someone", "140 is all I have"),
    ("No worries, best of luck finding someone", "140 is all I have"),
    ("No problem, maybe another time", "I only have 140"),
    ("Sure thing, no rush", "I'll ask my husband about a couples session"),
    ("Of course, take your time", "need to check with my wife about a couples session"),
    ("Austin, not Dallas! And yes 7 works", "are you in Dallas tonight"),
    ("Great, but please text, I never answer calls", "will ring you at 7"),
    ("I get that, ok", "I'd book if it was 140"),
    ("Ok no problem", "I'd book if it was 140"),
    ("No calls for me, sorry. If that helps", "can I call you real quick?"),
    ("Ok so I don't haggle by text", "would you do the hour for 140?"),
    ("okay so that price isn't mine", "would you do the hour for 140?"),
]
ASKED = [
    ("channel_not_allowed", "Hi there. If that helps", "can I call you real quick?"),
    ("price_contradiction", "Ok so see you at 6", "would you do the hour for 140?"),
    ("price_contradiction", "ok so, deal", "would you do the hour for 140?"),
    ("price_contradiction", "Deal", "I'd book if it was 140"),
    ("price_contradiction", "Perfect", "could I send you 140 for the hour"),
    ("price_contradiction", "Sure", "if I sent you 140 today would that do for the hour?"),
    ("price_contradiction", "No problem, see you at 6", "140 is all I have"),
    ("price_contradiction", "No problem, hope you find the studio ok", "140 is all I have"),
    ("never_offer", "Sure", "I had hot stones last week, any chance of the same?"),
    ("never_offer", "Yes", "I had hot stones with you last week, can I get it again"),
    ("never_offer", "Yes of course", "I'll have a couples session"),
    ("never_offer", "No problem, another time then", "could I have hot stones another time?"),
    ("location_not_in_facts", "Yes 7 works, and Dallas is fine", "are you in Dallas tonight"),
    ("location_not_in_facts", "Yes, that works, not busy at all", "are you in Dallas tonight"),
    ("channel_not_allowed", "Sure, ring away", "will ring you at 7"),
    ("channel_not_allowed", "Great, I always answer calls", "will ring you at 7"),
]


@pytest.mark.parametrize(("body", "inbound"), ONLY_TOLD)
def test_what_is_only_told_is_not_accepted(body: str, inbound: str) -> None:
    assert rules(body, inbound) == set()


@pytest.mark.parametrize(("rule", "body", "inbound"), ASKED)
def test_what_is_asked_is_accepted(rule: str, body: str, inbound: str) -> None:
    assert rule in rules(body, inbound)
