"""Drafts that answer with their own terms, or with one of two things that were asked; each with its opposite."""

import pytest

from tests.claims.answering import rules

CLEAN = [
    ("Happy to! An hour though, I don't do 30s", "could you do 30 mins"),
    ("Sure. An hour is the minimum", "could you do 30 mins"),
    ("Yes to 6!", "3 or 6?"),
    ("Great, 6 so", "does 3 or 6 suit"),
    ("Yes, 50 to hold it, 130 before we start", "50 now and rest later?"),
    ("Thanks, got your voice note, 7 is perfect", "sent you a voice note, 7?"),
    ("Great, thanks", "left you a voicemail"),
    ("Yes text is perfect", "better to text or call?"),
    ("Either works, but I only do texts", "text or email"),
    ("Sure, a regular one", "hot stones or regular?"),
    ("Regular is great", "regular or hot stones?"),
    ("Yes, 7 is fine", "prenatal massage lady cancelled on me, can I come at 7"),
    ("Same as last time, 180", "160 like last time?"),
    ("Right you are, 180", "is it 180 or 160"),
    ("Cool, cool. Only thing is I take it up front", "pay after ok?"),
    ("Yes what would you like to know", "could I ring you about prices"),
    ("Yes it was 160 last year, 180 now", "wasn't it 160"),
    ("Yes, gone up to 180", "wasn't it 160"),
]
FLAG = [
    ("duration_below_minimum", "Happy to! An hour I'd need to get there though", "could you do 30 mins"),
    ("duration_below_minimum", "Happy to, though only this once", "could you do 30 mins"),
    ("slot_not_in_mission", "Yes to 3!", "3 or 6?"),
    ("slot_not_in_mission", "Great, either", "does 3 or 6 suit"),
    ("pay_after", "Yes, that's fine", "50 now and rest later?"),
    ("channel_not_allowed", "Sure", "can I send you a voice note"),
    ("channel_not_allowed", "Sure", "I left it late, ok if I ring you"),
    ("channel_not_allowed", "Yes, do", "ok to call?"),
    ("never_offer", "Yes, both", "hot stones or regular?"),
    ("never_offer", "Sure, why not", "hot stones or not?"),
    ("never_offer", "Sure, regular and the stones", "hot stones or regular?"),
    ("never_offer", "Yes, 7 is fine", "the lady in town cancelled my prenatal massage, can you do it at 7"),
    ("price_contradiction", "Same as last time", "160 like last time?"),
    ("price_contradiction", "Deal, room 204", "160?"),
    ("price_contradiction", "Right you are, 160", "is it 180 or 160"),
    ("pay_after", "Cool. I take it upfront but sure, for you", "pay after ok?"),
    ("pay_after", "Sure, no need to pay up front", "pay after ok?"),
    ("channel_not_allowed", "Sure, what time would you like to talk", "could I ring you about prices"),
    ("price_contradiction", "Ok, gone up since but just this once", "is it still 150?"),
    ("price_contradiction", "It still is", "wasn't it 160"),
    ("price_contradiction", "Yes, hasn't gone up", "is it still 160"),
]


@pytest.mark.parametrize(("body", "inbound"), CLEAN)
def test_an_answer_of_its_own_accepts_nothing(body: str, inbound: str) -> None:
    assert rules(body, inbound) == set()


@pytest.mark.parametrize(("rule", "body", "inbound"), FLAG)
def test_a_yes_close_to_it_accepts(rule: str, body: str, inbound: str) -> None:
    assert rule in rules(body, inbound)
