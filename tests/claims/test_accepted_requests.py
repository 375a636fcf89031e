"""What a draft agrees to: every way of asking is accepted by every way of saying yes, and by no other."""

import pytest

from tests.claims.answering import rules

ASKED = {
    "price_contradiction": [
        "Could you do Saturday for 150?",
        "Please do it for 150 per session sir",
        "For 150 would you do it?",
        "can i pay 150 for it",
        "Is there any way you'd do 150?",
        "What if I pay 150?",
    ],
    "duration_below_minimum": ["Just half an hour before her test?", "could you squeeze in half an hour?"],
    "slot_not_in_mission": ["today at 4pm?", "this afternoon at 4 then sir?"],
    "mode_not_offered": [
        "any chance of a home visit?",
        "do you do house calls?",
        "Will sir come home and teach?",
        "at mine?",
        "do you come out to people?",
        "can you come to the office?",
        "is it possible at my home?",
        "do you travel to clients?",
        "can you do it here at the hotel",
        "I need someone who comes to the house, do you?",
    ],
    "location_not_in_facts": [
        "can you do Chicago on Friday?",
        "Chicago possible?",
        "Is Chicago on your list?",
        "Do you see kids in Chicago also?",
        "Do you visit Chicago?",
        "Could we do it in Chicago?",
    ],
    "channel_not_allowed": ["ok if I ring?", "whatsapp ok?", "would a call be ok?", "can I phone you?"],
    "pay_after": ["can I pay after the session?"],
    "never_offer": ["do you do hot stones?"],
}
YES = [
    "Yes, no problem!",
    "That's a yes from me",
    "How could I refuse?",
    "Can't say no to that",
    "You've twisted my arm",
    "I suppose I could",
    "I think so",
    "It's yours",
    "That can be arranged",
    "Should be fine",
    "Won't be an issue",
    "It'd be my pleasure",
    "Consider it sorted",
    "Up to you",
    "Without question",
    "I've put you in",
    "Looks good",
    "Works this end",
    "Fixed. I'll get it ready",
]
NO = [
    "No, sorry",
    "I don't think so",
    "That can't be arranged",
    "I can't stretch to that",
    "Booked solid",
    "Always here if you need anything",
    "Without question no",
    "Okay, I'll see",
    "Yeah nah",
    "How would that work?",
    "Why not come to the studio?",
    "Noted",
    "It depends",
    "Let me think about it",
    "That's a no from me",
    "Class is full",
]
DECLINED = [
    "I can't, sorry. Sure you'll find someone.",
    "No, sorry, but that's a lovely idea, all good otherwise.",
    "Thanks for the message! I don't do that, but definitely ask me again.",
    "Unfortunately no, see you soon I hope.",
    "I don't but thanks for asking, that's lovely.",
    "Not possible, I'm afraid. Of course I can recommend someone.",
    "Nope, and that's fine with most people.",
    "Not that, but 6pm works",
]
AGREED_ALL_THE_SAME = [
    "I don't usually, but that's fine",
    "I don't see why not, sounds good",
    "Not normally, but ok",
    "Tuesday's mad but that's fine",
    "Ah no, of course, that's fine",
    "Don't be silly, of course",
]
AFTER_A_REFUSAL_OF_SOMETHING_ELSE = [
    ("pay_after", "can I pay after the session?", "I won't chase you! Sure"),
    ("mode_not_offered", "can you come to mine at 7?", "I can't do 6:30. 7 works"),
    ("mode_not_offered", "can you come to mine at 7?", "I can't stay late but happy to"),
    ("price_contradiction", "would you take 140 for the hour?", "Not really supposed to. Ah go on then"),
    ("price_contradiction", "would you take 140 for the hour?", "I don't do cards but for cash, deal"),
    ("price_contradiction", "would you take 140 for the hour?", "I don't like haggling but fine"),
    (
        "price_contradiction",
        "would you take 140 for the hour?",
        "I wouldn't do it for anyone else, so yes, just this once",
    ),
    ("price_contradiction", "would you take 140?", "Not something I usually do. Fine by me this once though"),
    ("duration_below_minimum", "half an hour?", "I can't do longer than that anyway so perfect"),
    ("price_contradiction", "would you take 140?", "Aw no, sorry about the job. That's grand"),
    ("price_contradiction", "would you take 140?", "Normally I couldn't. This once, yes"),
    ("price_contradiction", "would you take 140?", "I never do this but ok"),
    ("price_contradiction", "would you take 140?", "Can't really say no, can I? Ok"),
    ("price_contradiction", "would you take 140?", "Been there, it's rough. 140's fine"),
    ("price_contradiction", "would you take 140?", "If it's cash"),
    ("channel_not_allowed", "would it be easier if I just rang you", "Probably yeah"),
    ("channel_not_allowed", "I'm stuck in traffic, ok if I ring?", "Oh no! Sure, go ahead"),
    (
        "mode_not_offered",
        "we're at the Ritz, would you be able to come there around 7?",
        "Lovely hotel. I'd be happy to",
    ),
    ("slot_not_in_mission", "is 8:30pm ok?", "I don't usually work that late, but ok for you"),
]
STILL_DECLINED = [
    ("can I pay after the session?", "I don't do that, sorry. Transfer before is fine"),
    ("can you come to mine at 7?", "I don't travel any more. 7 works here"),
    ("can you come to my hotel at 7pm?", "No I don't travel but 7pm works here"),
    (
        "my car broke down, can you come to me?",
        "Oh no! I don't travel, sorry. Happy to move you to 7pm though",
    ),
    ("can you do 140?", "Oh no, I couldn't! 180. Fine if not"),
    ("can you do 140?", "If you pay before, the hour is 180"),
    ("can you come to mine?", "Thanks for the message 😊 sure you'd be very welcome here"),
    ("do you do hot stones?", "I'm not trained in that, sorry. Sounds good though"),
    ("would half an hour be ok?", "We don't do half hours. An hour is perfect for backs"),
    ("would you take 140 for the hour?", "I don't go that low, but for you, sure you'd get a deal elsewhere"),
]
OWN = [
    ("can I call you?", "Sure, text me here"),
    ("can I call you?", "Of course, drop me a text"),
    ("can I pay after?", "Sure, as long as it's before"),
    ("can I pay after?", "Of course, just before we start"),
    ("do you do hot stones?", "Sure, deep tissue works"),
    ("half an hour ok?", "Happy to, for an hour"),
    ("could you do 150 for the hour?", "Sure, the hour is 180"),
    ("can I come at 4pm?", "Of course, 6pm then"),
    ("could you waive the deposit?", "No can do"),
]


@pytest.mark.parametrize("yes", YES)
def test_a_yes_accepts_what_is_asked(yes: str) -> None:
    missed = [q for rule, asked in ASKED.items() for q in asked if rule not in rules(yes, q)]
    assert missed == []


@pytest.mark.parametrize("no", NO)
def test_what_is_no_yes_accepts_nothing(no: str) -> None:
    assert [q for asked in ASKED.values() for q in asked if rules(no, q)] == []


@pytest.mark.parametrize("body", DECLINED)
def test_no_kind_word_behind_a_refusal_accepts(body: str) -> None:
    assert [q for asked in ASKED.values() for q in asked if rules(body, q)] == []


@pytest.mark.parametrize("body", AGREED_ALL_THE_SAME)
def test_a_yes_behind_a_doubt_accepts(body: str) -> None:
    missed = [q for rule, asked in ASKED.items() for q in asked if rule not in rules(body, q)]
    assert missed == []


@pytest.mark.parametrize(("rule", "inbound", "body"), AFTER_A_REFUSAL_OF_SOMETHING_ELSE)
def test_a_yes_behind_a_refusal_of_something_else_accepts(rule: str, inbound: str, body: str) -> None:
    assert rule in rules(body, inbound)


@pytest.mark.parametrize(("inbound", "body"), STILL_DECLINED)
def test_a_refusal_of_what_is_asked_stands(inbound: str, body: str) -> None:
    assert rules(body, inbound) == set()


@pytest.mark.parametrize(("inbound", "body"), OWN)
def test_terms_of_its_own_take_the_place_of_the_clients(inbound: str, body: str) -> None:
    assert rules(body, inbound) == set()
