"""Sums heard of, earned in another life, asked elsewhere, given or fined, and the same sums when they are ours."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "GBP",
            "timezone": "UTC",
            "rates": [{"minutes": 60, "amount": 58}, {"minutes": 45, "amount": 46}],
            "deposit": {"amount": 20},
            "min_minutes": 30,
            "modes": ["incall", "outcall"],
            "channels": {
                "text_only": True,
                "allowed": ["sms"],
                "phones": [],
                "emails": [],
                "handles": {},
                "links": [],
            },
            "payment": {"timing": "before"},
            "services": ["piano lesson", "massage"],
            "mission": {"date": "2026-11-21", "slots": [["2026-11-21T18:00", "2026-11-21T20:00"]]},
        }
    )
)


def rules_held(body: str, inbound: str | None) -> set[str]:
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound}).violations
    return {violation.rule for violation in found}


HEARD = [
    ("Ask around, I hear it's about £200 a visit.", None),
    ("£180 a term last I heard.", None),
    ("£200 sounds about right from what I've heard.", None),
    ("It's £90 at the college, so I'm told.", None),
    ("I gather it's £75 for a group.", None),
    ("They'd want £90 an hour, I gather.", None),
    ("I've heard people say £120 for that.", None),
    ("The choir is £95 a term, or so I hear.", None),
    ("Last I heard it was £80 a month.", None),
    ("From what I hear, £150 is normal for a baby grand tuning.", None),
    ("I was told £110 for the exam.", None),
    ("Word is it's £65 for the evening class.", None),
    ("Rumour has it they ask £70 an hour.", None),
    ("Someone told me it's £130 these days.", None),
    ("It comes to about £85 for the year, by all accounts.", None),
    ("The grade five one is £72, so they say.", None),
    ("I'm told it's £90 or so for the kids' one.", None),
    ("A home visit from the vet runs to £95, I gather.", None),
    ("They were asking £70 a head when I last heard.", None),
    ("Someone said £110 for the exam entry, I've heard £95 too.", None),
    ("The word on the street is £80 for the boiler.", None),
    ("My sister tells me it's £75 in Leeds.", None),
    ("A pal told me hers was £130.", None),
    ("I'm hearing £150 for the big halls now.", None),
    ("£85 is what I'm told the gym wants.", None),
    ("I heard £90 on the radio for a tank of diesel.", None),
    ("Apparently it's £12 on the door, I hear.", None),
    ("The panto's £45 a ticket, from what I gather.", None),
]
HEARD_NOT = [
    ("You'll have heard I'm £90 an hour.", None),
    ("You've heard it's £90 an hour, and that's right.", None),
    ("I hear you, it's £90 an hour.", None),
    ("I hear you on the budget, so £50 for the hour it is.", None),
    ("I hear £90 is usual, so that's what I charge.", None),
    ("I've heard great things about your boy, it's £90 for the hour.", None),
    ("I heard from your mum, and it's £90 for the hour.", None),
    ("I'm £90 an hour last I heard!", None),
    ("As I told you, it's £90 an hour.", None),
    ("I told your wife it's £90 for the hour.", None),
    ("My rate is £90 an hour, so I'm told I'm cheap.", None),
    ("It's £90 an hour, as you've heard.", None),
    ("I'll say it again: £90 for the hour, you heard me.", None),
    ("I gather you want the hour, that's £90.", None),
    ("I hear it's £90 elsewhere and I'd do the same.", None),
    ("Everyone hears it first: £90 for the hour.", None),
    ("I heard your voicemail, £90 for the hour is fine.", None),
    ("I gather from your note that £90 for the hour suits.", None),
    ("I've heard you out, and it's £90 for the hour, final.", None),
    ("We agreed £90, I hear you say, so £90 it is.", None),
    ("It's £90 with me, I hear that's cheap.", None),
    ("I'd heard you wanted the hour: that's £90.", None),
    ("So I'm told you're coming at 6, £90 for the hour.", None),
    ("I'm £90 for the hour, by all accounts a bargain.", None),
    ("My lessons are £90, so I've been told to say.", None),
    ("You heard right, £90 an hour.", None),
    ("Jo told me you'd like the hour, so £90.", None),
    ("I hear Jo loved it! It's £90 for the hour.", None),
    ("£90 for the hour, I hear it's less in town.", None),
    ("I was told to charge £90 for the hour.", None),
    ("I've been told to ask £90 for the hour.", None),
    ("I told Jo £90 for the hour, same for you.", None),
]

LIVED = [
    ("I washed pots there from fourteen at four pounds an hour.", None),
    ("I did four years in Limerick and six more in London, playing for ballet classes at £11 an hour.", None),
    ("I used to rent a chair on Burton Road for £120 a week.", None),
    ("When I was a student I waited tables for £6 an hour.", None),
    ("I grew up in Leeds, cleaning offices at £5 an hour with my mum.", None),
    ("I spent two winters in Oslo, teaching toddlers at £90 an hour.", None),
    ("My first job was stacking shelves at £4 an hour.", None),
    ("I left school at sixteen and swept floors for £35 a week.", None),
    ("Years ago I rented a room over a bakery for £90 a week.", None),
    ("Back then I played weddings at £70 a night.", None),
    ("Before that I worked in a hotel in Cork for £7 an hour.", None),
    ("I busked for three summers, making £80 a day on a good one.", None),
    ("At uni I tutored maths at £12 an hour.", None),
    ("In 1998 I sold programmes at the opera for £3 an hour.", None),
    ("I started out shampooing in a salon on the high street at £2 an hour.", None),
    ("I moved to Paris once, living in a cupboard for £100 a week.", None),
    ("We lived in Rome for two years, sharing a flat at £150 a month.", None),
]
LIVED_NOT = [
    ("I've been teaching since 2009 at £90 an hour.", None),
    ("I worked in London for years and it's £90 an hour.", None),
    ("I'm teaching at £90 an hour.", None),
    ("I trained for six years, so I teach at £90 an hour.", None),
    ("I started out in 2009 and I still work at £90 an hour.", None),
    ("You worked hard last term, so it's £90 an hour.", None),
    ("I taught in hotels for years and charge £90 an hour now.", None),
    ("I've painted your hall before, that's £90 an hour.", None),
    ("I played weddings at £70 a night and still do.", None),
    ("I work for £90 an hour.", None),
    ("Once you've paid it's £90 an hour.", None),
    ("For three years now I've been working at £90 an hour.", None),
    ("I used to teach in a school, now it's £90 an hour.", None),
    ("I cut your brother's hair, £90 an hour.", None),
    ("I waited for you at 4, it's £90 an hour.", None),
    ("You'll have heard I'm £90 an hour.", None),
    ("You'll have heard that I'm about £90 an hour.", None),
    ("I've worked it out at £90 an hour.", None),
    ("I worked it out once more: two lessons at £90 each.", None),
    ("I trained in Paris for three years, at £90 an hour you get the best.", None),
    ("I started teaching in 2009, £90 an hour.", None),
    ("In the first lesson we'll be playing scales at £90 an hour.", None),
    ("I do weddings, singing at £90 an hour.", None),
    ("I used to be cheaper, at £58, now I'm singing for £90 an hour.", None),
    ("One summer special: painting at £90 a day.", None),
    ("Then six lessons, teaching both boys at £90 an hour.", None),
]

ELSEWHERE = [
    ("There's a private place out by the Gyle that charges around £150.", None),
    ("There's a lady up the road who does it for £15.", None),
    ("There are plenty of lads round here who'd do that for £30.", None),
    ("I know a girl in Hale who takes £120 for the pair.", None),
    ("From what folks tell me it runs £200 and up per visit.", None),
    ("Ask at the Wits clinic, it's about £200 a visit and they see children from 3.", None),
    ("Ask at the Wits clinic. It's about £200 a visit.", None),
    ("The music school in town runs groups at about £180 a term.", None),
    (
        "If it's tight, the student workshop on the campus at Science Park helps you do it yourself for £5 or so.",
        None,
    ),
    ("Try the college on Park Road, they're about £15 for a cut by a trainee.", None),
    ("There's a vet in Didsbury, it's £90 for the scan.", None),
    ("I'd check with the council, it's £75 for the licence.", None),
    ("There's a lovely community centre near you, they do classes for £70 a month.", None),
    ("The library on Mill Lane prints them for £5 a sheet.", None),
    ("The vet school will do it for £90 under supervision.", None),
    ("A salon in Ancoats does extensions from £200.", None),
    ("The conservatoire lets you use a practice room for £9 an hour.", None),
    ("The shop on Liffey Street hires keyboards out at £30 a month.", None),
    ("The charity in Moss Side teaches beginners for £12 a term.", None),
    ("Look at the repair workshop behind the station, it's £25 or so.", None),
    ("Ring the hospital pharmacy, it's £30 for the cream.", None),
    ("Another academy in town offers a trial for £30.", None),
    ("There's a dentist on the corner. They'd be around £90.", None),
    ("See the cobbler in the arcade, he does heels, they're £12.", None),
    ("The barber on the corner does a kids' cut for £12.", None),
    ("The NHS clinic on Bold Street does it for £30.", None),
    ("Try the university, they have trainees at £20 a session.", None),
    ("There's a good hairdressers in Hale, it's around £80.", None),
    ("The dance school by the station teaches tots at £95 a term.", None),
    ("The charity shop sells them at £15 or so.", None),
    ("If you're stuck, the council gym is £35 a month.", None),
    ("Look in at the market, they've got stands for £25.", None),
    ("A bike shop in town would fix that for £20.", None),
]
ELSEWHERE_NOT = [
    ("There's a longer session that costs £150.", None),
    ("There's an hour that goes for £90.", None),
    ("There's a package of ours which runs to £300.", None),
    ("There's a lady up the road who does it, but with me it's £90 for the hour.", None),
    ("There are lots of people who pay me £90 for the hour.", None),
    ("Ask at the clinic, it's £90 for the hour with me.", None),
    ("Ask for me at the clinic, it's £90 for the hour.", None),
    ("The studio in town runs lessons at £90 an hour.", None),
    ("There's a car park by the school, and it's £90 for the hour.", None),
    ("The salon where I rent a chair is on Mill Lane, an hour is £90.", None),
    ("The school is near me and an hour is £90.", None),
    ("Try the buzzer at the clinic, I'm upstairs, it's £90 for the hour.", None),
    ("The college knows me. It's £90 for the hour.", None),
    ("The shop is shut so I'll come to you, it's £90 for the hour.", None),
    ("The hour at the salon is £90 with me.", None),
    ("Check with your school, it's £90 for the hour at mine.", None),
    ("The school asked me to, so it's £90 for the hour.", None),
    ("The academy does it for £200 and I'd match that.", None),
    ("The gym downstairs is loud but the hour is £90.", None),
    ("I teach at the college, it's £90 for the hour.", None),
    ("Look at the price list in the salon, it's £90 for the hour.", None),
    ("Ask at the shop for the key, it's £90 for the hour.", None),
    ("There's a school next door so park there, it's £90 for the hour.", None),
    ("I'm in the clinic on Mondays, it's £90 for the hour.", None),
    ("Use the salon entrance, it's £90 for the hour.", None),
    ("See the shop window, an hour is £90.", None),
    ("Your school can have me for £90 an hour.", None),
    ("The school will have me for £90 an hour.", None),
    ("Any school gets an hour from me for £90.", None),
    ("The hospital can wait, it's £90 for the hour.", None),
    ("The library is quiet so let's meet there, it's £90 an hour.", None),
]

GIVEN = [
    (
        "You really didn't have to, the proteas are beautiful and the £90 on the card is far too much!",
        "A small thank you from Chelsea and all of us xx",
    ),
    ("The £50 in the envelope is far too generous, thank you.", None),
    ("Thank you for the £30 in the card.", None),
    ("You're too kind, the £40 you tucked into the card made me cry.", None),
    ("I found the £100 you slipped in the tin. You shouldn't have!", None),
    ("That £25 you left in the envelope, honestly, too kind.", None),
    ("Bless you for the £30 inside the book.", None),
    ("You spoil me, and the £60 with the flowers was too much.", None),
    ("I did, £35 if I pay it in a fortnight. Robbing so and sos!", "Did you get a parking ticket in the end"),
    ("Yes, £70, robbers.", "did they fine you?? the ticket i mean"),
    ("Yes! £35 if we pay within 14 days.", None),
    ("Ha, £130. I cried.", "did your MOT bill come back ok? was the car bill bad"),
    ("£90, can you believe it.", "how bad was the vet's bill for your dog?"),
    ("It's £60 or £30 if I pay up early.", "Did you get fined?"),
    ("Parking outside is pay and display, roughly £2.70 an hour, but it costs nothing after 7.", None),
    ("You can park on the street, it costs nothing on Sundays.", None),
    ("The museum is next door and it costs nothing.", None),
    ("The tram stops outside and costs nothing after 8.", None),
    ("The £20 in the note is lovely of you, thanks a million.", None),
    ("Oh you shouldn't have, that £40 in the biscuit tin made my day.", None),
    ("Thank you all, the £75 with the flowers is too generous.", None),
    ("I did get one. £60, the cheek.", "did you get a ticket for parking there?"),
    ("It was £45 in the end.", "how much was the fine"),
]
GIVEN_NOT = [
    ("The £90 on the card is the deposit.", None),
    ("Put the £90 on the card for the hour.", None),
    ("The £90 on the rate card is what it costs.", None),
    ("Bring £90 in an envelope for the hour.", None),
    ("Thanks! £90 in cash for the hour.", None),
    ("It's £90 if I pay for the models.", None),
    ("£90 if you pay it in a fortnight.", None),
    ("It's £90 for the hour.", "Did you get a parking ticket? and what's an hour"),
    ("I did! £90 for the hour.", "did you get fined? how much is the lesson"),
    ("Parking is £2 an hour, but the first lesson costs nothing.", None),
    ("Parking is easy. The trial lesson costs nothing.", None),
    ("Your first visit costs nothing.", None),
    ("Thanks, the £90 in the invoice is the full price.", None),
    ("Too kind! So £90 in cash with the card.", None),
    ("It's too much hassle, so bring the £90 in an envelope.", None),
    ("Thank you, £90 in the envelope please, for the hour.", None),
    ("£90.", "I got fined on the way, what's the price for an hour"),
    ("It's £90.", "did you get my ticket? and how much is it"),
    ("Parking's on the street and it's free, the first lesson is free too.", None),
    ("The street is easy and the trial is free.", None),
]

PASS = [
    ("price_contradiction", HEARD),
    ("price_contradiction", LIVED),
    ("price_contradiction", ELSEWHERE),
    ("price_contradiction", GIVEN),
]
HELD = [
    ("price_contradiction", HEARD_NOT),
    ("price_contradiction", LIVED_NOT),
    ("price_contradiction", ELSEWHERE_NOT),
    ("price_contradiction", GIVEN_NOT),
]


@pytest.mark.parametrize(("rule", "body", "inbound"), [(rule, *row) for rule, rows in PASS for row in rows])
def test_passes(rule: str, body: str, inbound: str | None) -> None:
    assert rule not in rules_held(body, inbound)


@pytest.mark.parametrize(("rule", "body", "inbound"), [(rule, *row) for rule, rows in HELD for row in rows])
def test_stays_held(rule: str, body: str, inbound: str | None) -> None:
    assert rule in rules_held(body, inbound)
