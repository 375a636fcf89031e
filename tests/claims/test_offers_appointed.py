"""Phrases that go on to an appointment or a price, and refusals that leave them on offer."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 21, 16, tzinfo=UTC)
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
            ],
        }
    )
)


def rules(body: str, inbound: str | None = None) -> set[str]:
    context = None if inbound is None else {"inbound": inbound}
    return {v.rule for v in validate_draft(body, NEVER, now=NOW, context=context).violations}


APPOINTED = [
    "I can give you a number for cupping, it's 180",
    "Your cupping is going smoothly, next session Friday at 3",
    "Hope you liked reiki, next round Friday?",
    "Luna's boarding is confirmed, drop her off after 5",
    "I've given up Sundays, so cupping is Mon to Fri now",
    "I no longer do Mondays, reiki is Tuesdays now",
    "What I've stopped is the late slots, cupping is still on",
    "I had a break from teaching, group class starts again Monday",
    "Sorry about the delay, hot stones are warming now",
    "It's been ages since we did cupping, fancy one this week?",
    "The only thing I no longer offer is Sunday, cupping is Friday",
    "Karaoke is mostly Tuesday's thing",
    "I've packed hot stones in, see you at 3",
    "It's been years since I charged for hot stones, they're free",
    "I paused cupping over summer, it's on again from Monday",
    "I've stepped up the cupping this month, come try it",
    "Someone cancelled so cupping at 3 is free",
    "Your cupping is booked for Friday",
    "Thanks for booking cupping! See you Friday",
    "Glad the cupping helped! Book your next one whenever",
    "Is it cupping you wanted at 3? Grand, see you then",
    'You said "cupping at 3", see you then',
    'She wrote "can I have cupping" and I said grand',
    "Your doctor recommended cupping so let's start Friday",
    "You'll find the raw files in your inbox",
    "Your raw files are in the folder",
    "Do you need karaoke?",
    "Which songs for karaoke?",
    "Cupping? You're in the right place",
    "Same as Anna's reiki, 250",
    "She did reiki with me last year and loved it",
    "No one does karaoke like me",
    "Let's see how the back is, I may use cupping",
    "Just put cupping in the booking notes",
    'Put "cupping" in the notes when you book',
    "Most of mine come for the cupping tbh",
    "After the massage we do hot stones",
    "With your shoulder I'd do cupping",
    "Anyone wanting karaoke gets me till midnight",
    "People who want reiki come to me on Thursdays",
    "The only karaoke you'll find with a live band, that's us",
    "Imagine me doing karaoke at your wedding! Let's book it",
    "I've had lots of karaoke bookings so be quick",
    "The cupping I tried on you last time, will we do that again?",
    "Everyone assumes I do raw files and yes I do",
    "My mum swears by my reiki",
    "Raw files I pass on with the gallery",
    "Raw files I send to you by link",
    "Raw files I hand over on the day",
    "Karaoke ended late last time so we'll start at 7",
    "Karaoke went so well last week we're doing it again Friday",
    "You've picked cupping, great choice",
    "I took the raw files off the card for you",
    "Hot stones? I leave them on for ten minutes",
    "Cupping? Hell yes",
    "I'd start with cupping. I know you asked about botox, I don't offer that",
    "Cupping at 3 then. As for nails, I don't do those",
    "Cupping Friday. House calls, no I don't do them",
    "Hot stones are in. No oil though, I don't use it",
]
LEFT_ON_OFFER = [
    "Leave Rex with me for boarding",
    "No massage left, cupping though",
    "No refunds, raw files 50",
    "Less than an hour for reiki",
    "Swapped my shift, so group class Friday it is",
    "No experience needed for the group class",
    "Can't wait to do your cupping",
    "People think I don't do cupping. I do!",
    "I'm not cheap for reiki but I'm good",
    "I'm not the only one doing reiki but I'm the best haha",
    "You won't feel a thing with cupping",
    "I didn't do raw files last year, this year I do",
    "Raw files weren't included before, now they are",
    "I don't usually have gaps for reiki but Friday's open",
    "He didn't need boarding last time but I have it if he does",
    "Cupping? No from me on Monday, yes Friday",
    "Never tried cupping? Come find out",
    "I said no raw files but ok for you",
    "I said never to karaoke but I'll do it for your birthday",
    "Cupping is a no brainer, I've Friday at 3",
    "Cupping is not only for athletes, come try it",
    "Reiki isn't as scary as it sounds",
    "I'm not doing cupping this week, back to it Monday",
    "I can't do cupping till Saturday",
    "I can't do cupping Friday but I can Saturday",
    "No cupping Friday but Saturday I can",
    "I don't do cupping without a consult first",
    "I don't do cupping for free",
    "I never do cupping in a rush",
    "Cupping isn't free, it's 20 extra",
    "Hot stones are not extra",
]
REFUSED = [
    "You asked about cupping. Apologies, I don't do it",
    "You asked about cupping. I know loads ask, I don't offer it",
    "About cupping. You asked me for it, I don't do that",
    "Raw files I pass on",
    "Raw files I hand over to my editor",
    "Reiki I send to Jo",
    "Hot stones? I leave them to others",
    "Karaoke ended for me last year",
    "I took hot stones off the price card",
    "My nephew's bringing karaoke for the evening do, I hear. I only bring strings!",
    "Keep out of the sun before cupping",
    "Leave him at the vet for boarding",
    "No hot stones, no cupping though",
    "No hot stones, cupping or reiki",
    "Can't wait to see your cupping marks",
    "Your reiki is booked somewhere else Thursday? Come to me Friday",
    "No cupping till I've done the course",
    "I won't do reiki for free or for money haha",
    "Cupping isn't an extra I offer",
    "Raw files aren't extra, they're just not something I hand over",
    "Cupping isn't just off the menu for you, it's off for everyone",
    "There's no better man for karaoke than Tom at the Crown",
    "Good luck at karaoke! Top up your water",
    "After the cupping at your physio, wait a day",
    "Since your cupping is fresh I'd rather wait",
    "Anyone after reiki goes straight to Zinhle",
    "The only karaoke you'll hear from me is in the shower",
    "I've had enough karaoke for one life",
    "Wait a week between cupping and a massage",
    "My mum swears by reiki, I never got it",
    "Jo does cupping, it's 50 for the hour and she's ace",
    "The karaoke starts at 9 so I'll have you done by 7",
    "Best no cupping before Friday, it marks",
    "I can't offer cupping without a prescriber so no",
    "Reiki isn't as daft as people say, but it's not what I do",
    "Not the cheapest for cupping but Jo on Main St is great",
    "I don't do karaoke but Friday's open for the piano set",
    "I don't do raw files but I can give you big JPEGs",
    "She had karaoke with us for her birthday",
    "Nobody does karaoke like my uncle",
    "Never had reiki? You should, the place on Quay St is class",
    "Glad the cupping with the physio helped! Book your next massage whenever",
    "I packed the karaoke in, sorry, see you Friday",
    "It's been years since I offered cupping",
    "I paused cupping in May and haven't looked back",
    "Cupping? No from me, yes to deep tissue",
    "The one thing I don't offer is cupping",
    "Thanks for coming to the karaoke, see you Friday",
    'You said "cupping at 3", that must have been somebody else',
    "Never tried cupping? Me neither",
    "Maria's cupping is on Fridays.",
    "Rain piercing and so boarding the ferry was grim",
    "Jo in town is who I'd ask for cupping, it's 50 at hers",
    "I can give you a number for cupping, she's lovely",
    "Hope you enjoyed the karaoke last night!",
    "Your piano and karaoke night sounds wild, see you Friday",
    "The karaoke at the pub starts at 9, ignore the noise",
    "I gave up karaoke, next session is deep tissue",
    "I can't do cupping without a licence",
    "I don't do reiki until I'm qualified",
    "No cupping this week or ever, sorry",
    "I can't do cupping Friday or any day",
    "Your physio won't do cupping without a scan",
]


@pytest.mark.parametrize("body", [*APPOINTED, *LEFT_ON_OFFER])
def test_is_offered(body: str) -> None:
    assert "never_offer" in rules(body)


@pytest.mark.parametrize("body", REFUSED)
def test_is_not_offered(body: str) -> None:
    assert rules(body) == set()
