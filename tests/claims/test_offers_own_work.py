"""Phrases in sentences of the professional's own work, which read like small talk, and small talk that reads like work."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 23, 16, tzinfo=UTC)
PHRASES = [
    "cupping",
    "hot stones",
    "karaoke",
    "group class",
    "boarding",
    "sedation",
    "perm",
    "guitar lessons",
    "gel nails",
    "mock exam",
    "headshots",
    "sports massage",
    "sleep training",
    "cold plunge",
    "life drawing",
    "engagement session",
    "second shooter",
    "puppy trim",
    "brow lamination",
    "tasting menu",
    "music theory",
    "floor polishing",
    "sushi",
    "reiki",
    "portfolio review",
]
BASE = {"persona": "test", "currency": "USD", "timezone": "America/Chicago"}
NEVER = compile_spec(Spec.from_dict({**BASE, "never_offer": PHRASES}))
SERVICES = compile_spec(
    Spec.from_dict({**BASE, "services": PHRASES, "policy": {"service_in_writing": "never"}})
)


def rules(body: str, *, services: bool = False) -> set[str]:
    return {v.rule for v in validate_draft(body, SERVICES if services else NEVER, now=NOW).violations}


PRICED_IN_WORDS = [
    "Cupping is ninety.",
    "Hot stones for ninety minutes are two twenty.",
    "A perm for short hair is eighty five, cash or card.",
]
CLIENTS_HAVE_IT = [
    "Most of my clients start with cupping and build from there.",
    "Most people in your situation start with a mock exam.",
    "Most groups that size go for the tasting menu.",
    "Everybody gets hot stones at the end.",
    "Half my regulars come in for brow lamination.",
    "Most couples have me handle a second shooter too.",
    "Love shooting engagement sessions by the sea. Shall I pencil you in?",
    "One of the hours is set aside for music theory.",
    "Ninety minutes is plenty for brow lamination, I never rush it.",
]
WHAT_IT_IS_LIKE = [
    "A portfolio review is the handiest, I'll post it out to you.",
    "A tasting menu is the easiest present, I can print one for her.",
    "Reiki is for everyone, honestly.",
    "Life drawing is fine for complete beginners. We begin with quick scribbles.",
    "A puppy trim is mostly about learning that the van isn't scary. We'd do a warm rinse.",
    "Sports massage is slow work, so keep the stretches going daily.",
    "Sleep training is usually two visits and a call.",
    "Headshots are usually a quick thing for me, one frame and done.",
    "Headshots are done in the garden when the light is soft.",
    "Cupping is a solid pick after a marathon.",
    "Cupping leaves marks for a few days, so plan around the wedding.",
    "Gel nails last two weeks if you look after them.",
    "Sleep training starts with a long chat about bedtime.",
    "Guitar lessons are an hour, weekly.",
    "Floor polishing leaves it like glass.",
    "Hot stones feel amazing after a long drive.",
    "A second shooter joins for weddings over a hundred guests.",
]
WHAT_IT_DOES_FOR_THEM = [
    "A mock exam tells us where the gaps are.",
    "A mock exam would show me where she's weak.",
    "Cupping would loosen that up.",
    "Nothing eases a tight back like hot stones.",
    "That knot sounds like a job for sports massage.",
    "Looks like he could do with a puppy trim.",
    "It'll need a floor polishing before we seal it.",
    "No drums, but jazz and a bit of music theory would give him everything he needs.",
    "You'll want loose clothes for sports massage.",
    "For the portfolio review you'd bring ten pieces and we lay them on the floor.",
    "It's his first puppy trim so I'd go slowly.",
]
PARTS_OF_A_PLAN = [
    "I'd come to the house first, then follow you to the church with Ama and a second shooter for the groom's people.",
    "We'd treat it as a mock exam from start to finish: cold read, notes, then again.",
    "Four canapés, with the tasting menu built around what your dad has in the cellar.",
    "I set up easels in the front room, it makes for a cracking engagement session.",
    "What you do get is forty pictures, two weeks after the engagement session.",
    "I'd have your portfolio review ready by the end of the month.",
]
THEIRS_AND_OURS = [
    "I'd love to help with your engagement session.",
    "We'd be delighted to help you with your headshots.",
    "I'll come over at 11 tomorrow and do your perm.",
    "Is it the puppy trim or the full thing you're after for Biscuit?",
    "Nothing to do with what you'd pay for a portfolio review with me.",
]
REASSURED = [
    "The perm won't take long.",
    "Guitar lessons aren't only for kids.",
    "Don't be shy about cupping, it's gentle.",
    "Your gel nails are due a fill.",
    "My assistant does gel nails while I cut.",
    "Your pup can have a puppy trim the same day.",
    "Remind me, was it cupping or hot stones you wanted?",
]
NO_REFUSAL = [
    "Reiki doesn't need much room.",
    "Cupping with me isn't about pain; we'd go gently.",
    "Sleep training isn't something I price by text because every family is different.",
    "A perm that won't pull at the roots takes me two hours.",
]
OTHERS_HAVE_IT = [
    "Most people get cupping at the spa down the road.",
    "Most people choose reiki with someone local, I send them on.",
    "Most people book boarding months ahead for Christmas, so ring the kennels soon.",
    "All dogs get sedation for x-rays.",
    "Everyone gets karaoke fever after the second spritz.",
    "Nobody has me do karaoke twice.",
    "You'll want earplugs for karaoke at theirs.",
]
SPOKEN_OF = [
    "Sushi is the silliest thing to photograph, I'll post it on Instagram.",
    "Music theory is the driest subject going, I'll mail my old teacher about it.",
    "Karaoke for the neighbours is one big headache.",
    "Karaoke is usually one song and then regret.",
    "Karaoke is mostly about courage. I go home before it starts.",
    "Cupping is mostly about ignoring the pain. We'd skip it for your back.",
    "Cupping is a bad idea after a marathon.",
    "Cupping would give you bruises.",
    "Karaoke would clear the room, trust me.",
    "Karaoke would fix your mood, the bar on Mill Street does it Thursdays.",
    "Sedation would calm him, but only your vet can give it.",
    "Sedation is careful work, which is why the vet does it.",
    "Reiki might calm your sister, I wouldn't know.",
    "Sushi is for everyone, that place proves it.",
    "It makes for good karaoke, that song.",
    "Nothing clears a room like karaoke.",
    "Karaoke next door is loud, so bring earplugs.",
    "Perms are done in salons, I only cut.",
    "Karaoke is an hour of my life I won't get back.",
    "Hot stones can burn you, so stay clear.",
]
THEIRS = [
    "Good luck with your engagement session.",
    "I can't help with your group class, sorry.",
    "Please pop by the salon and do your perm before we meet.",
    "He'll need a sedation first, so ask your vet.",
    "For the mock exam you'll sit in the hall, so I'd eat first.",
    "It's her first group class today so fingers crossed.",
    "Is it a perm, or does it curl by itself?",
    "Give it two weeks after the perm before you come to me.",
    "You'll see redness after your cupping elsewhere, so wait a week.",
    "I'd have done your portfolio review if you'd written sooner.",
    "The group class at your centre is for beginners, so yours is different.",
    "Nothing to do with what you'd pay for boarding at the vet's.",
]
NOT_REASSURED = [
    "Your sedation won't hurt, the vet is great.",
    "Your mock exam is due on Friday at school.",
    "Don't be shy about karaoke, nobody knows you there!",
]
REFUSED = [
    "Cupping isn't something I'd do.",
    "Sleep training isn't something I offer by text or otherwise.",
    "Cupping isn't about to happen here.",
    "I'm done with gel nails.",
    "Gel nails are done, I only do polish now.",
]


@pytest.mark.parametrize(
    "body",
    [
        *PRICED_IN_WORDS,
        *CLIENTS_HAVE_IT,
        *WHAT_IT_IS_LIKE,
        *WHAT_IT_DOES_FOR_THEM,
        *PARTS_OF_A_PLAN,
        *THEIRS_AND_OURS,
        *REASSURED,
        *NO_REFUSAL,
    ],
)
def test_own_work_is_held(body: str) -> None:
    assert rules(body) == {"never_offer"}
    assert rules(body, services=True) == {"service_in_writing"}


@pytest.mark.parametrize("body", [*OTHERS_HAVE_IT, *SPOKEN_OF, *THEIRS, *NOT_REASSURED, *REFUSED])
def test_what_is_only_spoken_of_is_let_through(body: str) -> None:
    assert rules(body) == set()


@pytest.mark.parametrize("body", [*REFUSED, *THEIRS[:3]])
def test_a_service_that_is_refused_or_theirs_is_let_through(body: str) -> None:
    assert rules(body, services=True) == set()
