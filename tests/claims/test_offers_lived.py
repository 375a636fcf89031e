"""Phrases from ordinary life, ruled out or lived beside, and offers in the same words."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 23, 16, tzinfo=UTC)
NEVER = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "USD",
            "timezone": "America/Chicago",
            "never_offer": [
                "cupping",
                "hot stones",
                "karaoke",
                "group class",
                "reiki",
                "raw files",
                "boarding",
                "sushi",
                "sedation",
                "DJ set",
                "drone footage",
                "hair dye",
                "boudoir",
                "piano tuning",
                "lash extensions",
                "acrylics",
                "face tattoos",
                "dry needling",
                "wedding gigs",
                "cooking class",
                "meal plans",
                "dog walking",
                "kids parties",
                "free trial",
                "perm",
                "gift vouchers",
                "guitar lessons",
                "hypnotherapy",
                "ear candling",
                "botox",
                "walk-ins",
                "house calls",
                "chemistry",
                "massage",
            ],
        }
    )
)
ASKED = " << "
"""Parts a draft from what the client wrote."""


def held(row: str) -> bool:
    body, _, inbound = row.partition(ASKED)
    context = {"inbound": inbound} if inbound else None
    found = validate_draft(body, NEVER, now=NOW, context=context).violations
    return any(v.rule == "never_offer" for v in found)


LIVED = [
    "I'm hoarse from karaoke",
    "I'm having sushi with my cousin",
    "I'm hoarse from karaoke last night so bear with my texts",
    "still recovering from karaoke tbh, Friday at 2 works",
    "Park behind the sushi bar and come up the side steps",
    "Ah cupping. Not my thing",
    "Ah cupping. Not my thing I'm afraid << do you do cupping?",
    "So, raw files. I don't give those out",
    "So, raw files. I don't give those out, edited ones only",
    "Under an hour for sedation isn't safe, the vet said",
    "Sedation's a vet job",
    "Ha, I'd be a danger to the public at karaoke",
    "Hope karaoke was a laugh",
    "My dad's wedding gigs in the 80s paid for this piano",
    "Wash out the hair dye before I see you",
    "Reiki is lovely but you'd want Marta for it",
    "Dry needling's a physio thing in this state",
    "Ear candling is banned in my house lol",
    "Acrylics off first please, then come to me",
    "If you've acrylics on, get them soaked off first",
    "Bare nails please, so acrylics off before Thursday",
    "Face tattoos: no",
    "Everything but face tattoos",
    "Anything above the collar, so face tattoos, I turn away",
    "How's chemistry going at school?",
    "Good luck in the chemistry mock",
    "The venue bans drone footage",
    "Boudoir: respectfully no",
    "Your DJ set list has two of my songs, ha",
    "The DJ set before mine overran, hence the lateness",
    "I'd be hopeless running a cooking class",
    "House calls stopped with the van",
    "Glad he's enjoying the guitar lessons",
    "Ignore the cupping on my old page",
    "Unless it's cupping, I'm in",
    "Re cupping, negative",
    "Cupping's a hard pass",
    "Would I do cupping? I would not",
    "Do I look like I do cupping? Haha",
    "I'm at the sushi counter, back in ten",
    "Let me finish my sushi and I'll check the diary",
    "Eating sushi as I type, sorry",
    "Want to grab the 3pm? I'm having sushi till then",
    "The caterers are doing sushi, so I'd do canapes only",
    "I'd kill for sushi right now",
]
OFFERED = [
    "Sedation is a vet thing, but that's me",
    "I'm home from 3 and cupping is on, 40 a go",
    "I'm tired from the road but sushi is still on for 8",
    "I'd kill for another sushi booking like yours, Friday at 7 suits",
    "Let me finish my cut then I'll do your hair dye",
    "I'll finish the hair dye by 4",
    "I'll take off the polish and put on acrylics",
    "My mate's karaoke rig is in my van so I'll bring karaoke",
    "Glad you're enjoying the reiki with me, same again Friday?",
    "I banned the noise, karaoke is quiet and yours at 8",
    "Please get out the hot stones I left you, we'll use them Friday",
    "Ignore the old menu, cupping is 40",
    "Acrylics off and new acrylics on for 60",
    "I'm having a group class Friday, join us",
    "I'm at karaoke till 11 hosting, come sing with me",
    "Hope cupping is ok for Friday, I've set it up",
    "How's cupping going to sound at 40?",
    "How's Friday for cupping?",
    "See you at the karaoke bar I run",
    "With acrylics on Friday and a pedi on Saturday you'll be set",
    "Good luck with the exam, hypnotherapy is Thursday at 4",
    "Unless it's Sunday, cupping is fine",
    "Sedation's a job for me, bring him at 9",
    "Cupping's a no-brainer for that back",
    "Face tattoos: no problem",
    "Face tattoos: not until Friday, then sure",
    "Ear candling isn't scary, the vet said, so let's do it",
    "Everything but the cut is free, hair dye too",
    "Anything but boring, my cooking class is Friday",
    "Cupping, not a hope of pain",
    "Botox is illegal for under 18s, you're grand, Friday?",
    "Raw files. Not my usual but I'll send them",
    "Raw files. I don't give those out till you've paid",
    "Cupping. Not my favourite but I do it",
    "Reiki is lovely but you'd need an hour for it",
    "The sushi counter at mine seats six, Friday?",
    "I'm stuck at the karaoke till 9, then yours",
    "Acrylics off please so I can put fresh acrylics on",
    "I can do the sushi next time, 40 a head",
    "The sushi I do next door to you on Fridays is popular",
    "Ah cupping. My favourite thing, come in Friday",
    "Ah cupping. Sure thing << do you do cupping?",
    "So, raw files. I give those out on a USB",
    "So, raw files. You'll get those Monday",
    "Under an hour for sedation and he'll be home by 3",
    "Sedation in under an hour, he'll be grand",
    "Sedation is safe with me, an hour tops",
    "My sister and I do lash extensions together",
    "My karaoke night is Friday, bring a friend",
    "Karaoke with me Friday, 30 a head",
    "See you at your hypnotherapy Friday with me",
    "Your perm is booked for Tuesday at 2",
    "I'll sort the perm after the cut",
    "I'll bring the hair dye",
    "Reiki? Yep << do you do reiki?",
    "Reiki's in my bag of tricks, 50",
    "Reiki, no problem love",
    "I'm a reiki person so of course",
    "Trained in reiki so yes we can",
    "I've a cert for dry needling so I can add it",
    "My licence covers dry needling so book away",
    "Botox? You don't need it but I can do it",
    "Botox is 200 here",
    "I'm your girl for acrylics",
    "Acrylics on Thursday, bare nails please",
    "Face tattoos: yes",
    "Yes to face tattoos, no to the forearm",
    "Forearm no, face tattoos yes",
    "I do everything including face tattoos",
    "Everything, face tattoos and all",
    "Happy to do the arm, and face tattoos too",
    "Dog walking is my end, training too",
    "I'll do the dog walking as normal",
    "Boarding at mine from the 12th is fine",
    "Boarding for Max is grand, drop him at 4",
]


@pytest.mark.parametrize("row", LIVED)
def test_what_is_lived_or_ruled_out_is_no_offer(row: str) -> None:
    assert not held(row)


@pytest.mark.parametrize("row", OFFERED)
def test_the_same_words_offer(row: str) -> None:
    assert held(row)
