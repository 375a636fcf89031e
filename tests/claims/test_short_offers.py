"""Short drafts that offer a thing of the list, and short ones that only speak of it."""

from datetime import UTC, datetime

import pytest

from align import validate_draft
from specs import Spec

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SPEC = Spec.from_dict(
    {
        "persona": "test",
        "currency": "EUR",
        "timezone": "Europe/Dublin",
        "never_offer": [
            "overnight boarding",
            "teeth cleaning",
            "hot yoga",
            "four hands massage",
            "dog walking",
            "sushi",
            "expo",
            "cupping",
            "hot stones",
            "microblading",
            "spray tans",
            "lash extensions",
            "hair styling",
            "chemistry",
            "online lessons",
            "men's suits",
            "children's wear",
            "fabric sourcing",
            "roof repairs",
            "pool cleaning",
            "weed spraying",
            "raw files",
            "drone shots",
            "boudoir",
            "rush editing",
            "sew ins",
            "wedding gigs",
            "drum lessons",
            "group workshops",
            "anal glands",
            "sauna",
            "gift vouchers",
            "happy hour",
            "agility",
            "acrylics",
            "shock collars",
            "house calls",
            "hot wax",
        ],
    }
)
OFFERED = [
    "Hot yoga, yes, that I teach on Mondays.",
    "Teeth cleaning, now that I love doing.",
    '"Do you do teeth cleaning?" is the question of the week, and yes, I do.',
    "Overnight boarding, no problem, that I can do.",
    "Cupping? No bother at all.",
    "Hot stones, sure, why not.",
    "You asked about cupping, and that I do.",
    "You wondered about hot stones, and happily I've got a set.",
    "As for cupping, that I can add.",
    "I could board Rex overnight here with my own two.",
    "I can board him overnight for you.",
    "I'd board Bella overnight no bother.",
    "Tori's in town too so we could do you a 4 hands massage Friday",
    "We could do a four-handed massage if you like.",
    "4 hands massage is on if Tori's free.",
    "I could walk your dog at noon.",
    "I'll walk the dog for you.",
    "I can walk Rex for you, dog walking's no bother.",
    "I'll throw in a bit of hair styling while I'm at it.",
    "Microblading lasts about two years with me.",
    "Sure the lash extensions are only an hour more.",
    "Spray tans Thursday evenings, just shout.",
    "I've a slot for microblading if Orla's keen.",
    "Your mam can get lash extensions as well.",
    "Hair styling? I'm your woman.",
    "Chemistry also can, I take him one hour.",
    "Got online lessons now, so easier for you.",
    "Chem I can do also, chemistry not so hard.",
    "Pool cleaning's every second Tuesday if you want in.",
    "I can spray the weeds while I'm there.",
    "Roof repair's no drama, I'll bring the big ladder.",
    "We do pools as well, pool cleaning from 80.",
    "Weed spraying? Too easy.",
    "I go help you source the fabric, no wahala.",
    "I can sew the suit for your husband too, men's suits I do well.",
    "We sew children's wear also.",
    "Fabric sourcing is on me.",
    "Kids' outfits? Children's wear is my favourite.",
    "Drone shots from the lake are no problem in May.",
    "I made a boudoir for a friend and I do it gladly again.",
    "For 80 more I do rush editing.",
    "My drone is repaired, so drone shots we can do again.",
    "You asked about boudoir, and for you I do it.",
    "Boudoir I offer since January.",
    "girl I can do that sew in Friday",
    "Tasha and me do sew ins together now",
    "Drums? I teach a bit of drums, drum lessons on a Wednesday.",
    "I'm setting up online lessons for the winter, want in?",
    "Group workshops run the first Sunday of the month.",
    "There's a group workshop in March if Josh fancies it.",
    "The anal glands I empty at the same time.",
    "I clean his teeth also, teeth cleaning takes five minutes.",
    "The sauna warms up at five, bring a towel.",
    "Gift vouchers make a nice present, I print them for you.",
    "Cupping costs the same as the rest.",
    "Next week we have happy hour between two and four.",
    "For that knot I'd go with cupping.",
    "I can do a house call on Thursday, it's on my way.",
    "We've got agility set up in the back field now.",
    "Shock collar? Sure, I have one you can borrow.",
    "You asked about agility, and yep, we start in May.",
    "I do acrylics now hun, started last week.",
    "Yeah hot wax too if you need it.",
    "Hot stones look mint on a cold day, just not something I do before noon.",
    "I do microblading, just not the lips.",
    "Hot stones are a must have in winter, I'll bring them.",
    "Cupping must be booked ahead, I've Friday.",
    "My wee room has a sauna.",
    "The studio in Dublin has a sauna.",
    "The studio has hot stones and a sauna.",
    "I could do a hot wax after that.",
    "I use hot stones myself, so yes.",
    "Try cupping with me, you'll love it.",
    "My sister joins me for overnight boarding at weekends.",
    "My daughter and I do drum lessons together.",
    "My assistant does the cupping, you'll love her.",
    "Your mum wants acrylics? I'll do them.",
    "If your friend likes cupping I do that too.",
    "For acrylics I'm your woman.",
    "Drum lessons, I'd rather do Tuesdays.",
    "Drum lessons are what I do.",
    "You can't get nicer acrylics than mine.",
    "You won't find better acrylics than mine.",
    "Cleaning of the teeth, yes, I do that at the first visit.",
]
INVITED = [
    "We do chemistry, just ask when you get here.",
    "I have hot stones you should try sometime!",
    "Hot stones, just ask nicely.",
    "I've reflexology, hot stones, just ask reception.",
    "Hot stones, please ask the girl at the desk.",
    "Hot stones, just ask my receptionist for a slot.",
    "Hot stones you can try for the first time on Friday.",
]
OUR_OWN_PLACE = [
    "Hot stones are what my studio does best.",
    "Hot stones are what my studio offers.",
    "Hot stones are what our team does.",
    "The studio on Fulton has hot stones ready for you.",
    "My neighbour raves about hot stones, so I offer them now.",
    "Your friend tells everyone about hot stones, you want them too?",
    "Wait until you see my hot stones!",
    "I'm on my way to you with hot stones.",
]
OTHERS_PLACES = [
    "Hot stones are what my sister does.",
    "The studio on Fulton does hot stones.",
    "My neighbour sells hot stones.",
    "My cousin teaches drum lessons in town.",
    "Wait until you see the hot stones on that beach!",
    "I'm on my way to the expo.",
]
SENT_ELSEWHERE = [
    "Hot stones, please ask your vet.",
    "Hot stones, best ask another therapist.",
    "Hot stones, better check with the physio.",
    "Hot stones, just ask my colleague.",
    "Chemistry, please go to a specialist.",
]
SPOKEN_OF = [
    '"Hot yoga", no, that I don\'t teach.',
    "Hot yoga, no, that's not for me.",
    "Hot yoga? No, that I leave to others.",
    "Teeth cleaning, now that's one I don't do.",
    "Teeth cleaning I'm afraid not, the vet's your man.",
    "Cupping isn't my bag at all.",
    '"Do you do teeth cleaning?" is the question of the week, and no, I don\'t.',
    '"Do you do cupping?" Everyone asks, and the answer\'s no.',
    '"Can you board him overnight?" I get that a lot, and no.',
    "Overnight boarding, now that I can't do in a flat.",
    "Hot stones, ah no, never did them.",
    "Cupping, nope, not with me.",
    "As for cupping, that's a no from me.",
    "Hot stones? Not me, pet.",
    "The answer on cupping is still no.",
    "You asked about cupping, and that I don't do.",
    "You wondered about hot stones, sadly it's a no.",
    "Cupping? Never in my life.",
    '"Hot stones" was on your list, that one I skip.',
    "Dog walking no, training yes.",
    "Dog walking, that's the lad next door, not me.",
    "You asked if your mum could settle after the lesson, I'm afraid not.",
    "You asked to pay after the session, sorry, that doesn't work for me.",
    "\"Pay after the exam\" was your last teacher's style, with me it's before each lesson ya.",
    "You asked if you can pay next week. I need it before the lesson.",
    "Pay afterwards? Ah no, it's before the lesson with me.",
    "I send one bill at the start of the month, before the four lessons.",
    "We'll take care of the scales at the end of the hour.",
    "I send the lesson notes at the end of the month.",
    "I take the deposit when you book, the rest when you walk in.",
    "I can't board Rex overnight.",
    "My sister boards dogs overnight, I don't.",
    "The ferry has overnight boarding? Nice.",
    "I got a four hands massage once in school and they bumped heads.",
    "I had a couples massage once and fell asleep.",
    "I tried cupping once, never again.",
    "We had hot stones on our honeymoon, bliss.",
    "My mum loves a couples massage, bless her.",
    "How good's the sushi at that little joint in Collingwood!",
    "Best sushi in town is on Smith St.",
    "How's the sushi in that place near you?",
    "I was at the tech expo last Saturday.",
    "Were you at the expo on Saturday?",
    "Had sushi for lunch, still dreaming of it.",
    "Off to get sushi, back in ten.",
    "Walking your dog well, that I can teach you.",
    "Dog walking isn't something I do. But walking your dog well, that I can teach you!",
    "I'll show you how to walk your dog without pulling.",
    "How do you walk your dog, on a lead or harness?",
    "You walk your dog before you come please.",
    "Spray tans are Ciara's department, I'd only turn you orange.",
    "Did you get the microblading done in the end?",
    "Your lash extensions looked only gorgeous.",
    "No hair styling from me, but Fiona in the village is class.",
    "Come with your hair styled already.",
    "If you've had a spray tan, give it two days.",
    "I'd be lost at microblading, honest to God.",
    "Go easy on the spray tan before the wedding.",
    "A spray tan and white silk don't mix.",
    "My sister does the lash extensions, not me.",
    "Online lessons cannot lah, I only teach face to face.",
    "Chemistry ask Mr Lim, he's good.",
    "I hated chemistry in JC.",
    "How was the chemistry paper?",
    "He got online lessons from school today?",
    "After the lesson he can eat here.",
    "Last year I collect at the end, now before.",
    "Give the pool cleaning bloke a bell.",
    "Council does the weed spraying along there.",
    "Roof repairs, yeah nah.",
    "I fell off a roof once, so no roof repairs for this fella.",
    "Have you got someone for the pool cleaning?",
    "Saw the roof repairs next door, looks schmick.",
    "Pool's looking clean, nice one.",
    "Men's suits no be my work, find Oga Sunday.",
    "Buy your fabric from Balogun, fabric sourcing I left it.",
    "I no dey collect money after, na before.",
    "That suit your husband wore fine well well.",
    "Who dey sew men's suits for your area?",
    "When the gown is ready I'll call you.",
    "Raw files I do not give, they are like a raw cake.",
    '"Raw files" stands in your list, but these stay with me.',
    "Boudoir? No no, not with me.",
    "I looked at the drone shots from the hotel, very nice.",
    "The drone shots in the brochure are from the hotel.",
    "The boudoir lady has her studio in the next street.",
    "You want the unedited photos, I understand it, but no.",
    "Rush editing makes bad pictures.",
    "Did the other photographer give you raw files?",
    "My colleague lets people pay at the end, I don't.",
    "no walk ins sis",
    "wig installs go to my girl Nia",
    "I did wedding gigs for ten years and my ears still ring.",
    "Drum lessons are Pete's thing, he's in the room upstairs.",
    "\"Instrument repairs\" is on the shop sign, but that's the shop's, not mine.",
    "Is the school doing drum lessons this year?",
    "Online lessons were a lockdown thing.",
    "I'd sooner eat my guitar than run a group workshop.",
    "We could never make home recording work in this flat.",
    "Repairs, you'd want Dave for.",
    "Anal glands, uff, no.",
    "Did the vet clean his teeth last week?",
    "Cupping leaves you looking like a pizza, so no.",
    "Your sauna evening sounds heavenly.",
    "No sauna here, only a warm table.",
    "I gave a couples massage once, they argued the whole hour.",
    "Gift vouchers, hm, I have none.",
    "Happy hour at the bar downstairs is loud, don't mind it.",
    "The sauna in your hotel is worth a visit.",
    "Don't go in the sauna right before.",
    "Tikkie first, massage second.",
    "After the massage drink a lot of water.",
    "Kids under 6, nah, too small for the boards.",
    "Agility, now there's a thing I never got into.",
    "House calls I gave up when gas hit two bucks.",
    "\"Board and train\" is a term I don't love, and I don't do it.",
    "Shock collars are banned from my field, sorry.",
    "Good luck at the agility trial!",
    "Acrylics? Not in this house.",
    "That nail art on your insta is unreal.",
    "I'm the wrong girl for hot wax, trust me.",
    "Cash before I get the files out please.",
    "Hot stones feel amazing, just not something I offer.",
    "The acrylics in your photo look mint, just not something I do sorry.",
    "House calls would be handy for you I know, just not a thing I do.",
    "Microblading suits loads of people, honestly not what I do though.",
    "Drum lessons are great craic I'm sure, not my area though.",
    "Microblading twice in a year must've hurt.",
    "Overnight boarding must have been scary for him.",
    "My wee cousin paints in acrylics, that's her canvas you liked.",
    "My mad aunt swears by cupping.",
    "His wee sister wears acrylics and can't type.",
    "My big brother teaches drum lessons on Sundays.",
    "My back is so tight I need a hot wax myself lol.",
    "I could do with a sauna after that.",
    "I could use a sauna right about now.",
    "I've booked myself a spray tan.",
    "I'm getting my lash extensions off tomorrow so I'll be late.",
    "The shop on Fulton does acrylics in an hour, I'd go to them.",
    "The place across the road does microblading.",
    "The studio next door runs drum lessons.",
    "The spa by the station has hot stones.",
    "Try cupping your hand under the knee while you bend it.",
    "Practise cupping your palm like a spoon.",
    "I'm off for a sauna after this, bye.",
    "Half my clients wear acrylics and I've no idea how they type.",
    "For acrylics Tolu's your woman.",
    "If it's acrylics you're after, Tolu's your woman.",
    "Roof repairs, Pat is your man.",
    "Dog walking is what my nephew does.",
    "Hot stones are what the spa does, I use my hands.",
    "Drum lessons, I'd rather eat glass.",
    "House calls are grand in theory, the car says no.",
    "You won't get acrylics from me.",
]
OFFERED_IN_ANSWER = [
    ("Yes sure, the raws you get too. The raw files come on a stick.", "do we also get the raw files?"),
    ("Yep, all of the above.", "Do you do drum lessons and instrument hire?"),
    ("Sure.", "Do you have gift vouchers?"),
    ("Ok!", "can you do acrylics instead?"),
]
SPOKEN_OF_IN_ANSWER = [
    ("Sorry, no.", "do you do drone shots?"),
    ("No, that's the shop downstairs.", "Do you do instrument hire?"),
    ("Sadly not.", "Do you do couples massages?"),
    ("Nope.", "can you do acrylics instead?"),
    ("\"After\" doesn't work for me, it's before.", "can I pay after?"),
]


def flagged(body: str, inbound: str | None = None) -> bool:
    context = None if inbound is None else {"inbound": inbound}
    found = validate_draft(body, SPEC, now=NOW, context=context)
    assert found.errors == ()
    return any(v.rule == "never_offer" for v in found.violations)


@pytest.mark.parametrize("body", OFFERED)
def test_offered(body: str) -> None:
    assert flagged(body)


@pytest.mark.parametrize(("body", "inbound"), OFFERED_IN_ANSWER)
def test_offered_in_answer(body: str, inbound: str) -> None:
    assert flagged(body, inbound)


@pytest.mark.parametrize("body", INVITED)
def test_an_invitation_to_ask_or_try_is_an_offer(body: str) -> None:
    assert flagged(body)


@pytest.mark.parametrize("body", OUR_OWN_PLACE)
def test_what_is_done_at_our_own_place_is_an_offer(body: str) -> None:
    assert flagged(body)


@pytest.mark.parametrize("body", OTHERS_PLACES)
def test_what_others_do_or_show_is_none(body: str) -> None:
    assert not flagged(body)


@pytest.mark.parametrize("body", SENT_ELSEWHERE)
def test_who_is_sent_to_somebody_else_is_offered_nothing(body: str) -> None:
    assert not flagged(body)


@pytest.mark.parametrize("body", SPOKEN_OF)
def test_spoken_of(body: str) -> None:
    assert not flagged(body)


@pytest.mark.parametrize(("body", "inbound"), SPOKEN_OF_IN_ANSWER)
def test_spoken_of_in_answer(body: str, inbound: str) -> None:
    assert not flagged(body, inbound)
