"""Phrases of the spec: inflections, typos, spacing, disguises and re-orderings."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 21, 16, tzinfo=UTC)
SPEC = Spec.from_dict(
    {
        "persona": "test",
        "currency": "USD",
        "timezone": "America/Chicago",
        "never_offer": [
            "hot stones",
            "couples session",
            "essay writing",
            "hair styling",
            "sedation",
            "karaoke",
            "boarding",
            "wedding coverage",
            "raw files",
            "sworn translation",
            "DJ set",
            "restringing",
            "group class",
            "payment plans",
            "bridal makeup",
            "duo with a singer",
            "walk-ins",
            "four hands massage",
            "hair colouring",
            "numbing cream",
            "overnight boarding",
            "white ink",
            "tattoo removal",
            "braiding",
            "kids cuts",
            "same day delivery",
            "acrylic nails",
            "wedding photography",
            "beard sculpting",
            "lash lifts",
            "dog training",
            "love reading",
            "eyebrow waxing",
        ],
    }
)
MET = [
    ("I can bring hot stones too.", "hot stones"),
    ("Your first one's karaoke, on me.", "karaoke"),
    ("A hot stone finish is lovely.", "hot stones"),
    ("h0t st0nes are fine", "hot stones"),
    ("hotstones are fine", "hot stones"),
    ("hot sto nes are fine", "hot stones"),
    ("Karaoke no problem, I'll bring the mics.", "karaoke"),
    ("hot  stones are fine", "hot stones"),
    ("h o t  s t o n e s are fine", "hot stones"),
    ("hоt stоnes are fine", "hot stones"),
    ("hot ston\u200bes are fine", "hot stones"),
    ("A session for couples, gladly.", "couples session"),
    ("I could write the essay for you.", "essay writing"),
    ("I can style your hair too.", "hair styling"),
    ("a light sedation calms him", "sedation"),
    ("s3dation's grand", "sedation"),
    ("kareoke after dinner is no problem", "karaoke"),
    ("Boarding is fine.", "boarding"),
    ("I'd be honoured to cover the wedding.", "wedding coverage"),
    ("You'll get every raw file.", "raw files"),
    ("I can translate it sworn, yes.", "sworn translation"),
    ("I can do a D J  s e t later.", "DJ set"),
    ("a d.j. set after dinner", "DJ set"),
    ("h0t-st0n3s at ten", "hot stones"),
    ("I'd gladly cover your weddings.", "wedding coverage"),
    ("I can restring the guitar while you wait.", "restringing"),
    ("Re-stringing is no trouble.", "restringing"),
    ("You'd have the singer and I as a duo.", "duo with a singer"),
    ("I could do the bride's makeup.", "bridal makeup"),
    ("Classes for a group are on Mondays.", "group class"),
    ("Just walk in any time.", "walk-ins"),
    ("I'd look after the sedation for you.", "sedation"),
    ("You'd love the hot stones, I'll warm some up.", "hot stones"),
    ("Let's do boarding for the weekend.", "boarding"),
    ("Fine without sedation as a rule, but I've got some in the van.", "sedation"),
    ("The raw files you found online? I can make you those.", "raw files"),
    ("Yes! Hot stones in winter are a dream on tired feet.", "hot stones"),
    ("Karaoke tends to run ninety minutes once people warm up.", "karaoke"),
    ("K4raoke after midnight turns everybody into a star.", "karaoke"),
    ("My cousin has the licence, and karaoke comes with the room.", "karaoke"),
    ("He's calm enough. Still, sedation is what your gelding needs here.", "sedation"),
    ("Karaoke turns every party around, we bring two machines.", "karaoke"),
    ("Walk-ins are fine before noon.", "walk-ins"),
    ("You can come as a walk in, no bother.", "walk-ins"),
    ("I take walk ins on Mondays.", "walk-ins"),
    ("No need to book, just walk in whenever.", "walk-ins"),
    ("I have one walk-in slot on Friday.", "walk-ins"),
    ("Your cousin asked if I do karaoke. Yes, on Tuesdays.", "karaoke"),
    ("He asked whether I do karaoke, and yes, I do.", "karaoke"),
    ("I could play DJ sets all night.", "DJ set"),
    ("Sedashun can be arranged.", "sedation"),
    ("Acrylic - nails can be arranged.", "acrylic nails"),
    ("Acrylic 💅 nails can be arranged.", "acrylic nails"),
    ("I can get your hair styling done the same day.", "hair styling"),
    ("We could do you a 4 hands massage Friday.", "four hands massage"),
    ("A 4-hand massage is on.", "four hands massage"),
    ("Hair coloring is fine too.", "hair colouring"),
    ("I can do tat removal.", "tattoo removal"),
    ("I bring some numbing creme.", "numbing cream"),
    ("wh1te 1nk is possible too", "white ink"),
    ("wh*te ink is possible too", "white ink"),
    ("Braids take longer but I'll do them.", "braiding"),
    ("I do braids on Sundays.", "braiding"),
    ("Kids haircuts are no bother.", "kids cuts"),
    ("Sameday delivery is included.", "same day delivery"),
    ("Delivery the same day as the shoot, promise.", "same day delivery"),
    ("The raws are yours.", "raw files"),
    ("Acrylics are 40 for a full set.", "acrylic nails"),
    ("Acrilic nails on Fridays.", "acrylic nails"),
    ("I photograph weddings too.", "wedding photography"),
    ("Sculpt the beard for you, sure.", "beard sculpting"),
    ("You'll get the raw fiels as well.", "raw files"),
    ("You'll get the rawfiles as well.", "raw files"),
    ("I could do a lash lift this Saturday.", "lash lifts"),
    ("I offer a lash lift that lasts 6 weeks.", "lash lifts"),
    ("I'll do your lash lift the day before.", "lash lifts"),
    ("I can do a kids cut this Saturday.", "kids cuts"),
    ("My training for dogs starts Monday, come along.", "dog training"),
    ("My waxing for eyebrows is lovely.", "eyebrow waxing"),
    ("My hair styles start at 50.", "hair styling"),
]
NOT_MET = [
    "I love reading on rainy evenings too.",
    "You'd love reading that one.",
    "I'm not doing karaoke, wedding coverage or a DJ set",
    "What I'm not doing: karaoke, boarding.",
    "What I'm not doing is karaoke.",
    "Karaoke no, my voice would clear the room.",
    "I don't offer hot stones.",
    "Hot day, and stones everywhere.",
    "The stones on the path are hot underfoot and the path is long.",
    "Your hair looks great, love the style.",
    "What I don't do: boarding, sedation or karaoke.",
    "Not on offer: hot stones, karaoke.",
    "The raw files stay with me, that's the one thing I never hand over.",
    "If the kennel's boarding him, ask them.",
    "Your hairdresser can do the hair styling.",
    "Sorry to hear about the sedation.",
    "We skip karaoke, I never do it.",
    "The DJ will set up at five.",
    "The venue's DJ set ends at eleven, I start then.",
    "In class the group was chatty.",
    "Plan the payment for Monday, please.",
    "Walk in through the blue gate.",
    "I was out for karaoke with my sister last night.",
    "The karaoke at ours in May nearly brought the roof down.",
    "Thanks for boarding with us the other day!",
    "The boarding course of your kennel club has nothing to do with me.",
    "Your dentist does the sedation, I only clean.",
    "Only a vet may give sedation.",
    "It's quite normal after the sedation. I don't perform the procedure.",
    "If the kids want karaoke, the pub on Mill Road is great.",
    "After the third glass everybody believes in karaoke and nobody can sing.",
    "Sedation without a vet nearby ends badly more often than people think.",
    "Hot stones in the wrong hands leave marks, which is why I quit them years ago.",
    "Put the hot stones back in the cupboard and leave them there.",
    "There was real karaoke chemistry, karaoke between you two was the highlight.",
    "My days of karaoke till dawn are behind me.",
    "The karaoke lady from the harbour is lovely, she does Fridays.",
    "Those raw files you sent look gorgeous.",
    "Ring your vet about sedation the day before.",
    "If someone offers you essay writing, run.",
    "My neighbour asked me for hair styling again, imagine.",
    "Boarding in July. It's really not my thing.",
    "The studio is a six minute walk, I'll walk you through it.",
    "Already paid? Just walk in, the side door is open.",
    "A walk in the park clears the head first.",
    "The walk-in wardrobe is where I keep the dresses.",
    "When the DJ sets up, I move my amps.",
    "The DJ sets the lights, I only play.",
    "A guest asked last night whether I also do karaoke. No, alas.",
    "Your aunt wanted to know if we do boarding. We do not.",
    "I got my own hair styling done by a girl on the square.",
    "Those group classes with Mrs. Alder have paid off.",
    "If you come from another boarding place, bring the papers.",
    "The last karaoke I sat through took years off me.",
    "My nephew gives group classes over in Leith.",
    "I stay far away from sedation.",
    "If sedation is what you need, please look for a colleague.",
    "We have 4 hands between us.",
    "Her braids looked mint at the match.",
    "I styled hair back in college.",
    "Raw veg and files everywhere, my desk is chaos.",
    "The kids cut their own hair once.",
    "My kids cut the grass on Sundays.",
    "The dog trains hard on Mondays.",
    "Sculpt the dough, rest your beard.",
    "I photographed a wedding in May.",
    "Your hair styles itself these days.",
    "Sedation is a vet's job.",
    "A sedation letter is a different job and I never want it.",
    "I will board the train overnight and be there.",
    "My own dogs board there overnight.",
]


def phrases(body: str) -> set[str]:
    found = validate_draft(body, SPEC, now=NOW)
    assert found.errors == ()
    return {v.claimed for v in found.violations if v.rule == "never_offer"}


@pytest.mark.parametrize(("body", "phrase"), MET)
def test_met(body: str, phrase: str) -> None:
    assert phrases(body) == {phrase}


@pytest.mark.parametrize(
    "body",
    [
        "I could board Rex overnight here with my own two.",
        "We can board the pup overnight.",
        "I'd happily board him overnight.",
        "Happy to board your two overnight.",
    ],
)
def test_the_verb_of_a_phrase_is_promised(body: str) -> None:
    assert "overnight boarding" in phrases(body)


@pytest.mark.parametrize("body", NOT_MET)
def test_not_met(body: str) -> None:
    assert phrases(body) == set()


def test_a_long_list_costs_a_draft_no_more_words_to_look_at() -> None:
    words = [
        f"{chr(97 + i)}{chr(97 + j)}{chr(97 + k)}lo" for i in range(20) for j in range(20) for k in range(5)
    ]
    long = SPEC.replace(never_offer=tuple(f"{w} thing" for w in words))
    index = compile_spec(long).known.offers
    assert max(len(p) for p in index.by_stem.values()) == 1
