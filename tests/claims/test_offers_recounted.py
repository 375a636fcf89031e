"""Phrases that are only recounted, heard of others or had long ago, and offers in the same words."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
NEVER = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "USD",
            "timezone": "UTC",
            "never_offer": [
                "karaoke",
                "duets",
                "singing",
                "foam party",
                "cocktail bar",
                "food truck",
                "sedation",
                "ear cleaning",
                "spit roast",
                "acrylics",
                "horoscope matching",
                "babysitting",
                "wild game",
                "bow rehair",
                "fertility treatment",
                "stage hypnosis",
                "sushi",
                "flambé",
                "livestream",
                "hearing test",
                "botox",
                "group class",
                "essay writing",
                "drone footage",
                "raw files",
                "hot stones",
                "cupping",
                "boudoir",
                "tattoo design",
                "braids",
                "wedding catering",
                "dog walking",
                "cat grooming",
                "boarding",
                "legal advice",
                "crash course",
                "meal plans",
                "protein powder",
                "gift vouchers",
                "face painting",
                "sound bath",
                "ice baths",
                "hands-on adjustments",
            ],
        }
    )
)


def held(body: str) -> bool:
    return any(v.rule == "never_offer" for v in validate_draft(body, NEVER, now=NOW).violations)


RECOUNTED = [
    "A foam party? My own nephew can do that one with a hose. I don't offer it.",
    "A livestream? My own auntie's phone can do that one, truly. I don't offer it, sorry.",
    "Livestream? Any phone can do that one. I don't offer it myself.",
    "I don't sing. I heard them singing at Easter and cried.",
    "I heard the kids doing duets in the hall last week and melted.",
    "We watched a man do stage hypnosis on the ferry once.",
    "I caught my neighbor doing karaoke in the shed again.",
    "I worked a food truck for one summer and still have the burns.",
    "I worked a cocktail bar for one summer in Davos, and I still have the scar from the ice pick.",
    "I ran a food truck for two years before this and I still dream about the fryer.",
    "That flambé in the movie was totally faked.",
    "The flambé on that show is totally faked, by the way.",
    "Please bring the results of his hearing test from the ENT.",
    "Bring the letter about her fertility treatment if you have it.",
    "Could you send me the report from his hearing test at the hospital?",
    "My mother's spit roast at Easter ended with the fire brigade.",
    "Her grandmother's cupping left her with a moon on each shoulder.",
    "Your mother-in-law's horoscope matching says you two are doomed.",
    "The place that did your acrylics has a lot to answer for.",
    "Whoever did your braids last time pulled them far too tight.",
    "The girl who did your acrylics at Christmas has a lot to answer for.",
    "There's wild game on every menu in the valley right now.",
    "There's karaoke in every bar on that street, so we'd be fighting it.",
    "Fertility treatment is such a long road, be kind to yourself.",
    "Sedation at the vet's always makes them wobbly for a day.",
    "I left my spare bow with the rehair guy in Logan Square.",
    "I spent a whole year babysitting twins in Lyon.",
    "I spent two summers babysitting in Nice, so your toddler won't scare me.",
    "Your uncle said, and I quote, 'if there is karaoke I'm leaving through the window'.",
    'He wrote, in capitals, "no karaoke or I walk".',
    "Mum says, and she means it, that karaoke is the devil's work.",
    "My first boss made us do face painting at every fair, I still can't look at a tiger.",
    "I once sat through a two hour sound bath and snored.",
    "The hotel sushi last night was a crime.",
    "I've had the sushi at the airport and lived to tell the tale.",
    "The gym does ice baths, I just do the stretching.",
    "Is the boarding place nice to her?",
    "He's still raving about the crash course he did in Kota.",
    "My sister does botox for a living and won't touch my forehead.",
    "The neighbors had a foam party and my gutters have never been cleaner.",
    "Her school does a group class on Mondays and she comes home humming.",
    "The picture of the boudoir room on their site looks freezing.",
    "My nan's idea of protein powder was a raw egg.",
    "They do legal advice at the library on Tuesdays, first come first served.",
    "Somebody at the market sells meal plans printed on a napkin.",
    "The kids wanted face painting and got rained on.",
    "The spa up the hill, so I hear, does a sound bath on Sundays.",
    "The hotel, if I read the sign right, has ice baths by the pool.",
    "The big studio over on Colfax does cupping and they're lovely.",
    "Your cousin, from what you say, does a mean flambé.",
    "The gym by the station, bless it, sells protein powder by the bucket.",
    "My sister, who is braver than me, does boudoir.",
    "The library, believe it or not, does legal advice on Tuesdays.",
    "Your sister can have the sushi at her own place, I'll do the risotto.",
    "Your cousin could get you a crash course at his school.",
    "My friend can do the cupping.",
    "Cupping was what the last place sold you, and I'm sorry it went badly.",
    "A crash course is what they did at his old school.",
    "I ran karaoke for two years and still get flashbacks.",
    "I don't give hands-on adjustments.",
    "The hands on the clock need adjustment.",
]
OFFERED = [
    "A foam party? My own nephew can do that one with a hose, but I offer it too.",
    "A foam party? My nephew helps, and we can do that one.",
    "A livestream? My own phone can do that one. I'll do it.",
    "Livestream? Yes, my own phone can do that one.",
    "I don't sing at Easter, but I'm singing at yours.",
    "I heard you want duets, so I'll do duets.",
    "I heard them and loved it, so I'm doing duets with them at yours.",
    "We'll do stage hypnosis on the ferry.",
    "I'm hosting karaoke in the shed again, come along.",
    "I worked a food truck for one summer and still do it, I'll bring the food truck.",
    "I ran a cocktail bar for one summer in Davos, and I still do one for parties.",
    "I ran a food truck for two years and I still have it, so yes for Saturday.",
    "The flambé on the night is on me.",
    "I do a flambé like in the movie.",
    "I'll do his hearing test and give you the results.",
    "You'll have the results of the hearing test from me on Friday.",
    "Bring the letter, then we start the fertility treatment.",
    "My mother's spit roast recipe is what I'd cook, a spit roast for twenty.",
    "I do horoscope matching for your mother-in-law too.",
    "The place that did your nails messed up, I'll put acrylics on.",
    "Whoever did your hair pulled too tight, my braids are gentler.",
    "The girl who does my acrylics with me will do yours, we do acrylics on Friday.",
    "There's wild game on my menu for you on Friday.",
    "There's karaoke at the end, I run it.",
    "Fertility treatment is something I do every week.",
    "Sedation at your place is no bother, I bring it.",
    "I'll do the bow rehair with the good hair.",
    "I spent a whole year learning cupping in Beijing, so I can do it on Friday.",
    "I spent two years training in cupping, it's on offer from Monday.",
    "Your uncle said 'karaoke', so karaoke it is, I'll bring the machine.",
    "My menu says, and I quote, 'karaoke till midnight'.",
    "I do face painting at every fair and at yours.",
    "We finish with a sound bath.",
    "The sushi on Friday is my own.",
    "I do ice baths, the gym does the stretching.",
    "The boarding with me is overnight.",
    "You'd do a crash course with me.",
    "I do botox and I won't touch your forehead too much.",
    "We could have a foam party at the end.",
    "We do a group class on Mondays.",
    "The boudoir room at my studio is warm, we'll shoot boudoir there.",
    "I give legal advice at the library on Tuesdays.",
    "I sell meal plans printed on a napkin.",
    "The kids get face painting from me.",
    "I, as you may know, do cupping.",
    "The studio, my own little place, does cupping.",
    "My studio, up on Colfax, does cupping.",
    "The team, me included, does cupping.",
    "The deluxe package, if you like, has a sound bath at the end.",
    "We, so I hear, do cupping now.",
    "Your sister can have cupping while you wait.",
    "Your aunt could try the hot stones with us on Friday.",
    "Your mum can have the hot stones, no bother.",
    "Cupping is what my studio offers.",
    "I ran karaoke for two years and still get the machine out for parties like yours.",
    "I worked a food truck for one summer and still know the trade, I can bring a food truck.",
    "I did cupping at college and still get the cups out on Fridays.",
    # a particle of the phrase's own stands between its words
    "I give hands-on adjustments.",
    "I give hands on adjustmnts if you want.",
]


@pytest.mark.parametrize("body", RECOUNTED)
def test_what_is_recounted_is_no_offer(body: str) -> None:
    assert not held(body)


@pytest.mark.parametrize("body", OFFERED)
def test_the_same_words_offer(body: str) -> None:
    assert held(body)


SERVICE = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "EUR",
            "timezone": "UTC",
            "services": ["song arrangement", "harp lesson"],
            "policy": {"service_in_writing": "never"},
        }
    )
)


@pytest.mark.parametrize(
    ("body", "is_offer"),
    [
        ("I'd have your song arrangement ready by the end of the month.", True),
        ("We'd have the song arrangement with you by Friday.", True),
        ("I'd have your song arrangement done by now if you had told me.", False),
        ("If I were you I'd have your song arrangement printed.", False),
    ],
)
def test_what_would_be_ready_is_promised(body: str, is_offer: bool) -> None:
    assert bool(validate_draft(body, SERVICE, now=NOW).violations) is is_offer
