"""Agreement: which drafts accept what the client proposed."""

import pytest

from align.claims.agreement import agreeing_phrase
from align.reading import Reading, Vocabulary

VOCABULARY = Vocabulary()

AGREES = [
    ("yep works for me", "yep works for me"),
    ("sure, sounds good", "sure, sounds good"),
    ("That suits me, yes.", "That suits me, yes"),
    ("go on then 🙌", "go on then"),
    ("course you can! bring a coffee", "course you can"),
    ("For him, sure, I'll make the trip", "sure, I'll make the trip"),
    ("no problem, come on in", "no problem, come on in"),
    ("yes to all of that x", "yes to all of that"),
    ("yeah ok, since it's you", "yeah ok"),
    ("Perfect, pencilled you in", "Perfect, pencilled you in"),
    ("Hi Ana! That works for me.", "That works for me"),
    ("I can do that for you.", "I can do that for you"),
    ("Aw thanks, deal!", "deal"),
    ("Absolutely, see you then!", "Absolutely, see you then"),
    ("spot on", "spot on"),
    ("Happy to do that!", "Happy to do that"),
    ("yeah no problem", "yeah no problem"),
    ("We would of course", "We would of course"),
    ("I'm happy to go with that.", "I'm happy to go with that"),
    ("Ja that's cool", "Ja that's cool"),
    ("👍", "👍"),
    ("By all means.", "By all means"),
    ("I don't see why not", "I don't see why not"),
    ("I'd love to!", "I'd love to"),
    ("Anytime, just not before nine.", "Anytime"),
    ("Afterwards is fine.", "Afterwards is fine"),
    ("With pleasure!", "With pleasure"),
    ("No objections from me", "No objections from me"),
    ("Thanks for checking, that works.", "that works"),
    ("do of course", "do of course"),
    ("I'll pencil you in for that time.", "I'll pencil you in for that time"),
    ("I'm writing you down for then!", "I'm writing you down for then"),
    ("Booking you in now", "Booking you in now"),
    ("Let me put you down, and bring the forms", "Let me put you down"),
    ("I'll hold that for you x", "I'll hold that for you"),
    ("That slot's yours!", "That slot's yours"),
    ("Lovely, I'll look forward to it", "Lovely"),
    ("Ok deal, I'll check the diary for directions", "Ok deal"),
    ("Ya ya come over, no problem", "Ya ya come over"),
    ("Fixed. I'll keep the notebook ready", "Fixed"),
    ("Defo, see you Friday", "Defo"),
    ("Roger that!", "Roger that"),
    ("Okie dokie, come on in", "Okie dokie, come on in"),
    ("Locked in, bring a towel", "Locked in"),
    ("Say no more, I have it down", "Say no more"),
    ("Class, see you then", "Class, see you then"),
    ("Great stuff. Bring a towel", "Great stuff"),
    ("Happily!", "Happily"),
    ("Of course then, I have it down", "Of course then"),
    ("😊 Yes, no bother", "Yes, no bother"),
    ("Aw perfect, I have it down", "perfect"),
    ("Perfect x", "Perfect"),
    ("Perfect 😊 it's in the book", "Perfect"),
    ("Yes, I'm around all afternoon", "Yes"),
    ("Yes, I see you Saturday", "Yes"),
    ("lets do it", "lets do it"),
]
DOES_NOT = [
    "I'll put you down for the waitlist",
    "I'll put you off, sorry",
    "I'll book you in if somebody cancels",
    "I'll hold it for you until you decide",
    "I'll mark it by Friday",
    "I'll lock it behind me",
    "I'll put it away for you",
    "I'm not sure that works for me.",
    "Sounds like a great night.",
    "Great question! Payment is due before.",
    "Of course I understand, but I can't.",
    "Yes but I can't do half an hour.",
    "Does that work for you?",
    "Perfect skin like yours is a treat.",
    "Sure, but not this week.",
    "That doesn't work for me, sorry.",
    "Thanks for asking! I can't do that.",
    "Fine dining is what I do.",
    "Sure, let me check.",
    "Ok give me ten minutes and I'll look.",
    "Yes, I saw your message!",
    "Yes, this is Ana.",
    "Yes and no: it depends.",
    "Great, thanks for the details.",
    "That works for most people, just not for me.",
    "Fine, ask away, but that one's a no.",
    "Of course you'd ask that. No.",
    "Certainly not, sorry.",
    "Absolutely gorgeous dress!",
    "Of course you want to be sure.",
    "Hey Si, it's all on the page.",
    "You.",
    "Noted, I'll have a think.",
    "Fixed prices only, I'm afraid.",
    "Class starts at ten.",
    "Top floor, left door.",
    "Of course there's a waiting list.",
    "😊 No, sorry.",
    "Surely you want the long one?",
    "Yes, I'm Ana.",
]


@pytest.mark.parametrize(("body", "text"), AGREES)
def test_agrees(body: str, text: str) -> None:
    reading = Reading(body, VOCABULARY)
    phrase = agreeing_phrase(reading)
    assert phrase is not None
    assert reading.text(*phrase) == text


@pytest.mark.parametrize("body", DOES_NOT)
def test_does_not_agree(body: str) -> None:
    assert agreeing_phrase(Reading(body, VOCABULARY)) is None
