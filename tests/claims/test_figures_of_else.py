"""Figures of ages, marks, heads, helplines, ovens and practice, and the same figures as prices, lengths and hours."""

from collections.abc import Sequence
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


FIGURES = [
    (
        "Ah not at all, my oldest pupil is 81 and he learned Clair de Lune.",
        "I'm 64 and never played a note, is it too late?? how much would it be",
    ),
    ("My youngest is 34 and plays like a dream.", "I'm 34, too late? how much is it"),
    ("My mother is 72, she started last year.", "how much for my mum, she's 70"),
    ("My dad was 80 when he took it up.", "what are your rates"),
    (
        "21.1km in 2:04 at 68, Colleen, I take my hat off!",
        "21.1km done!! 2:04, not bad for 68. Did my payment arrive? Colleen",
    ),
    ("You're doing brilliantly at 68.", "I'm 68, is that mad? what do you charge"),
    ("64 is no age at all!", "I'm 64 and never played, how much is an hour"),
    ("At 64 you'll learn faster than you think.", "I'm 64 and never played, how much is an hour"),
    ("The best one I ever had was 77.", "I'm 64 and never played, how much is an hour"),
    ("My eldest pupil turned 90 in May.", "how much? im 71"),
    ("Starting at 71 is grand.", "how much? im 71"),
    ("A man of 79 came last week.", "how much? im 71"),
    ("She's 66 and could run rings round me.", "my mum is 66, how much for lessons"),
    ("He turns 40 on Sunday, wow.", "it's for his 40th, what do you charge"),
    ("I was 32 when I began.", "how much is it? im 32 and a beginner"),
    ("Have your timeline handy, and a rough headcount if it's moved from 120.", "how much for the menus"),
    ("Let me know the numbers if they've gone up from 80.", "what's the price"),
    ("Is the guest list still 75?", "what's the price"),
    ("If the headcount is 90 I'd need two days.", "what's the price"),
    ("If you're down to 85 guests tell me.", "how much"),
    ("The room holds 95.", "how much"),
    ("RSVPs at 70 so far, you said?", "how much"),
    ("Numbers are up to 110 now, wow.", "how much"),
    ("Well done to Paris on the 88 percent!", "Paris got her marks!! 88"),
    ("Well done to Paris on the 88!", "Paris got her marks!! 88 how much for next term"),
    ("88 percent, what a star!", "Paris got her marks!! 88 percent"),
    ("Congrats to Tim on his 74 per cent.", "he got 74"),
    ("She got 92 percent in the mock.", None),
    ("A 65 is a solid pass, tell him well done.", "he got 65 in the exam, how much for more lessons"),
    ("Well down to Jo on the 91 percent.", None),
    ("Tell Sam 78 is brilliant.", "Sam got 78!! what do we owe for june"),
    ("82 in the exam, well done him!", "he got 82, how much do we owe"),
    ("Hats off to Ana for the 95 percent.", None),
]
FIGURES_NOT = [
    ("It's 68 for the hour.", "I'm 68, is that mad? what do you charge"),
    ("68!", "I'm 45, what do you charge"),
    ("At 68 an hour you'll do well.", "I'm 68, what do you charge"),
    ("My rate is 81.", "what do you charge"),
    ("My adult lesson is 81.", "what do you charge"),
    ("A pupil is 81.", "what do you charge"),
    ("My oldest pupil is 81 and it's 90 for the hour.", "what do you charge"),
    ("For you it's 64.", "I'm 64, what do you charge"),
    ("An hour's 72.", "she's 70, how much"),
    ("My price is 80.", "she's 70, how much"),
    ("Up from 58, it's 70 now.", "what's the price"),
    ("For a party of six it's 90.", "what's the price"),
    ("20 percent off to Jo on the hour.", None),
    ("I'm down to 50 for the hour.", None),
    ("You get 10 percent off.", None),
    ("Well done! It's 88 for the hour.", "Paris got her marks!! 88 how much is it"),
    ("My oldest client is 90 for the hour.", None),
    ("Your youngest is 70 and your eldest is 90.", "how much for both girls"),
    ("My student is 70 an hour.", None),
    ("Done!", "can you do 45 for the hour"),
    ("Done, to you for 45.", "can you do the hour for 45"),
    ("Well, done!", "can you do 45 for the hour"),
    ("40 it is, well done.", "got my exam results! could you do 40?"),
    ("Yes, 40 works, come at 6.", "exam is over, could you do 40 for an hour?"),
    ("I can do it for 40 in the test week.", None),
    ("Call it 40 on the test session.", None),
    ("We can go 100 if the urgent slot suits.", None),
    ("I charge 100 for urgent ones.", None),
    ("It's 120 for a heavy session.", None),
    ("The final numbers come to 40.", None),
    ("We're at capacity but I could do 40.", None),
]

CALLS = [
    (
        "If it gets heavy before Monday please free call or text 1737, there's a trained person there 24 hours a day, and 111 if you feel unsafe.",
        "had a bad evening. not sure I'll sleep. how much is monday",
    ),
    ("Call 111 if you feel unsafe.", None),
    ("999 if anyone's in danger.", None),
    ("Ring 112 if it gets worse.", None),
    ("Please text 1737 any time.", None),
    ("Call or text 988 if it gets dark.", None),
    ("Samaritans are on 116 123 day and night.", None),
    ("You can ring 13 11 14, Lifeline, any hour.", None),
    ("Free call 1737 any time tonight.", None),
    ("Freephone 116 123 if you can't sleep.", None),
    ("In an emergency call 000.", None),
    ("It's 111 for an ambulance.", None),
    ("Quitline is on 0800 778 778 and they send out patches too.", None),
    ("Lifeline's on 13 11 14 day and night.", None),
    ("The helpline is 0800 543 354.", None),
    ("The Samaritans are on 116 123 and they're lovely.", None),
    ("Youthline is 0800 376 633, free and all night.", None),
    ("Ring Shelter on 0808 800 4444, they're good on evictions.", None),
    ("Call the crisis team on 0800 800 717.", None),
    ("Women's Refuge is 0800 733 843.", None),
]
CALLS_NOT = [
    ("Ring me on 0800 778 778.", None),
    ("Free call with me first, any time.", None),
    ("I do a free call before we start.", None),
    ("Call me on 1737.", None),
    ("Call my help line on 0800 778 778.", None),
    ("Call me at the shelter on 0161 555 0199.", None),
    ("Call the police station if lost, and call me after.", None),
]

LINES = [
    (
        "If it gets heavy before Monday please free call or text 1737, there's a trained person there 24 hours a day, and 111 if you feel unsafe.",
        "had a bad evening. not sure I'll sleep. how much is monday",
    ),
    ("Call 111 if you feel unsafe.", None),
    ("999 if anyone's in danger.", None),
    ("Ring 112 if it gets worse.", None),
    ("Please text 1737 any time.", None),
    ("Call or text 988 if it gets dark.", None),
    ("Samaritans are on 116 123 day and night.", None),
    ("You can ring 13 11 14, Lifeline, any hour.", None),
    ("Free call 1737 any time tonight.", None),
    ("Freephone 116 123 if you can't sleep.", None),
    ("In an emergency call 000.", None),
    ("It's 111 for an ambulance.", None),
    ("Quitline is on 0800 778 778 and they send out patches too.", None),
    ("Lifeline's on 13 11 14 day and night.", None),
    ("The helpline is 0800 543 354.", None),
    ("The Samaritans are on 116 123 and they're lovely.", None),
    ("Youthline is 0800 376 633, free and all night.", None),
    ("Ring Shelter on 0808 800 4444, they're good on evictions.", None),
    ("Call the crisis team on 0800 800 717.", None),
    ("Women's Refuge is 0800 733 843.", None),
]
LINES_NOT = [
    ("My line is 0800 778 778.", None),
    ("I'm on 0800 778 778.", None),
    ("Ring me on 0800 778 778.", None),
    ("The studio line is 0800 778 778.", None),
    ("Text the studio on 0800 778 778.", None),
    ("The booking line is on 0800 778 778.", None),
    ("Call my help line on 0800 778 778.", None),
    ("The nurse line is 0800 778 778, that's me.", None),
    ("My own safeline is on 0800 778 778.", None),
    ("You've reached the health line, 0800 778 778.", None),
    ("I don't mind, 0800 778 778.", None),
    ("Shout on 0800 778 778 when you're here.", None),
    ("Give me a shout on 0800 778 778.", None),
    ("Never mind, 0800 778 778.", None),
    ("You can get me at the health line: 0800 778 778.", None),
]

LENGTHS = [
    ("At six, yes. Ten minutes a day beats an hour.", "Is 10 mins practice enough?"),
    ("Yes, plenty.", "is 15 minutes practice a day ok for a 7 year old"),
    ("Perfect.", "should he do 20 minutes of scales every day?"),
    ("Yes, that's grand!", "is 10 mins violin practice at home enough"),
    ("Yes, perfect for a start.", "is 10 minutes of practice a day enough for him?"),
    ("Sure, that's loads at his age.", "would 15 mins practice every night do"),
    ("Yes!", "10 min practice a night, is that ok"),
    ("Yes, lovely.", "we only manage 20 minutes of homework a night, enough?"),
    ("Yep, that works.", "does she need to do 20 minutes of scales daily?"),
    ("Sounds great.", "he does 15 minutes practising at home each morning, ok?"),
    ("My way: 25 minutes at 230, then 180 till it's golden, and no peeking.", None),
    ("Roast the joint 20 minutes at 240, then turn it down to 190.", None),
    ("Sear it, then 10 minutes at 200, and foil on top.", None),
    ("For the turkey I do 40 minutes at 220, then 170 until it reads 74.", None),
    ("It's 15 minutes of work at most, but 45 minutes is my minimum, so it's £46.", None),
    ("That's 20 minutes of pruning, though 45 minutes is the minimum, £46.", None),
    ("Only 10 minutes of sanding, but an hour is our minimum and that's £58.", None),
    ("A fringe is 10 minutes, but 45 minutes is my minimum and that's £46.", None),
    ("The chain is 5 minutes of work but 45 minutes is the shortest I do, £46.", None),
    ("It's £46 for three quarters or £58 for the hour.", None),
    ("The hour is £58, or £46 if it's only the kids in three quarters.", None),
    ("£58 if you'd like the hour, and £46 if it's a tidy in three quarters.", None),
]
LENGTHS_NOT = [
    ("Yes, that works!", "can we do 15 minutes practice with you at 6"),
    ("Yes, perfect.", "could we do 20 minutes practice"),
    ("Sure!", "do you do 20 minutes of piano lesson practice"),
    ("Yes!", "can I do 20 minutes with you at 6"),
    ("Perfect.", "could I book 15 mins practice today at 5"),
    ("Yes, that's fine.", "is 20 minutes enough for my massage"),
    ("Sure.", "do you have 15 minutes for a practice today at 6"),
    ("I can do 20 minutes at 6.", None),
    ("20 minutes at 50 works, then 45 for the next.", None),
    ("I'd do 20 minutes for you today, but an hour is better.", None),
    ("15 minutes is fine, but 45 is my usual.", None),
    ("Happy to do 20 minutes, but the minimum deposit is £20.", None),
    ("I can fit you in for 20 minutes though 45 is my minimum.", None),
    ("Happy to do 20 minutes for you, but normally 45 is my minimum.", None),
    ("Let's do 20 minutes then, but only because 45 is my minimum and you asked so nicely.", None),
    ("Your slot is 20 minutes, but normally 45 is my minimum.", None),
    ("It's a 20 minute session, but 45 minutes is my minimum so keep it quiet.", None),
    ("Yes, 20 works.", "20 minutes practice, is that ok for Thursday?"),
]

PRICED = [
    ("20 minutes at 450, then 325 until it reads 130 inside, then half an hour of rest.", None),
    (
        "If the roast is the only thing you need, I can tell you how I do mine: 20 minutes at 450, then 325 until it reads 130 inside, then half an hour of rest.",
        "Are you available for just an hour to do the roast?",
    ),
    ("Give the chicken 20 minutes at 220, then 160 until golden.", "how long for the chicken"),
    ("Roast it 15 minutes at 230, then drop to 170.", None),
    ("Bake for 25 minutes at 180 until golden.", None),
    (
        "It's only 10 minutes of work, but 45 minutes is my minimum and that's £46.",
        "it's just a bell and a light, 10 min work, what would that be?",
    ),
    ("That's 15 minutes of fiddling, but my minimum is 45 minutes, so £46.", None),
    ("It's 10 minutes for me, but the minimum is 45 minutes, £46.", None),
    ("It's £58 if you want the hour, £46 if it's just the ends in three quarters.", None),
    ("The hour is £58, three quarters is £46.", None),
    ("£46 for three quarters, £58 for the hour.", None),
    ("Yes, perfect for a start.", "is 10 minutes of practice a day enough for him?"),
    ("Sure, that's loads at his age.", "would 15 mins practice every night do"),
    ("Yes!", "10 min practice a night, is that ok"),
    ("Yes, lovely.", "we only manage 20 minutes of homework a night, enough?"),
    ("Yep, that works.", "does she need to do 20 minutes of scales daily?"),
    ("Sounds great.", "he does 15 minutes practising at home each morning, ok?"),
    ("My way: 25 minutes at 230, then 180 till it's golden, and no peeking.", None),
    ("Roast the joint 20 minutes at 240, then turn it down to 190.", None),
    ("Sear it, then 10 minutes at 200, and foil on top.", None),
    ("For the turkey I do 40 minutes at 220, then 170 until it reads 74.", None),
    ("It's 15 minutes of work at most, but 45 minutes is my minimum, so it's £46.", None),
    ("That's 20 minutes of pruning, though 45 minutes is the minimum, £46.", None),
    ("Only 10 minutes of sanding, but an hour is our minimum and that's £58.", None),
    ("A fringe is 10 minutes, but 45 minutes is my minimum and that's £46.", None),
    ("The chain is 5 minutes of work but 45 minutes is the shortest I do, £46.", None),
    ("It's £46 for three quarters or £58 for the hour.", None),
    ("The hour is £58, or £46 if it's only the kids in three quarters.", None),
    ("£58 if you'd like the hour, and £46 if it's a tidy in three quarters.", None),
]
PRICED_NOT = [
    ("20 minutes at 70 for you.", None),
    ("I can do 20 minutes at 46 today.", None),
    ("It's £58 if you want the hour, £40 if it's just the ends in three quarters.", None),
    ("The hour is £58, three quarters is £30.", None),
    ("20 minutes at 50 works, then 45 for the next.", None),
    ("It's £40 for three quarters or £58 for the hour.", None),
    ("The hour is £58, or £30 if it's only the kids in three quarters.", None),
    ("£58 if you'd like the hour, and £50 if it's a tidy in three quarters.", None),
    ("It's 10 minutes of work, but 45 minutes is my minimum and that's £34.", None),
    ("Only 10 minutes of sanding, but an hour is our minimum and that's £46.", None),
]

HOURS = [
    ("I've kept it at one price for everybody since I started.", None),
    ("I've kept you at one price, and at one rate for the family.", None),
    ("I only work at one venue on Saturdays.", None),
    ("Both girls can sit at one table.", None),
    ("He plays at one speed, fast.", None),
    ("Look at one thing at a time.", None),
    ("We meet at one end of the pier.", None),
    ("I'm at one place all day.", None),
    ("Today's packed after 9.", "anything tonight around 8?"),
    ("Could you do Friday the 28th at 3 instead? Today's packed after 9.", "anything tonight around 8?"),
    ("I'm rammed after 9 tonight.", None),
    ("We're booked solid after 9 today.", None),
    ("Today is chock-a-block from 9.", None),
    ("Tonight's jammed until 10.", None),
    ("Today's full after 9.", None),
    ("I'm slammed before 5.", None),
    ("My evening's packed from 9.", None),
    ("It's heaving after 9, sorry, tonight's full.", None),
    ("I'm stacked till 9 today.", None),
    ("I'm fully booked after 9.", None),
    ("It's one price for all, and I keep it at one price all year.", None),
    ("I stay at one rate, winter and summer.", None),
    ("They sold the lot at one go.", None),
    ("We're booked at one venue all weekend.", None),
    ("I leave the oven at one setting.", None),
    ("Keep the metronome at one tempo.", None),
    ("My Friday's packed from 9.", None),
    ("I'm completely rammed after 9 tonight, sorry.", None),
    ("Sorry, today's absolutely jammed until 10.", None),
    ("We're swamped after 9 today.", None),
    ("It's booked solid from 9 tonight.", None),
    ("Tonight is chocka after 9.", None),
]
HOURS_NOT = [
    ("Come at one.", None),
    ("I can see you at one today.", None),
    ("See you at one, love.", None),
    ("At one I'm free.", None),
    ("Does at one suit?", None),
    ("Let's say at one on the dot.", None),
    ("Come at one sharp.", None),
    ("Come at one today.", None),
    ("I'm free after 9 today.", None),
    ("Packed day, but I can see you after 9.", None),
    ("I've packed the kit, come after 9.", None),
    ("I'm packed and ready, come at 9.", None),
    ("Today's packed, so come at 9 tonight.", None),
    ("Once I'm packed up I'll see you after 9.", None),
    ("I'm fully set up after 9 today, come then.", None),
    ("I've one gap, at one.", None),
    ("I can keep it at one for you.", None),
    ("I've put you down at one, price as ever.", None),
    ("Let's keep it at one.", None),
    ("I'm rammed, so come at 9.", None),
    ("Today's packed but 9 tonight works.", None),
    ("I'm full till 8, come after 9 tonight.", None),
    ("It's all packed up, see you after 9 tonight.", None),
    ("You're booked at 9 tonight.", None),
    ("I've got you booked after 9 tonight.", None),
    ("I'm booked until 9, come then.", None),
]

PAID = [
    ("You'd pay as much again to have it moved after Christmas.", None),
    ("You'd easily pay the same again to get it home once it's yours.", None),
    ("You'll pay someone to shift it later.", None),
    ("You'd pay almost as much again to get it tuned after.", None),
    ("No need to pay until I send you the link.", None),
    ("No need to settle the bill until the morning of your lesson.", None),
    ("No point in sending the balance before you're happy with the date.", None),
    ("No point bringing cash before we're done with the forms.", None),
]
PAID_NOT = [
    ("You can pay me the same after the lesson.", None),
    ("You can pay as usual after the lesson.", None),
    ("You'd pay someone's cousin, no, you pay me after.", None),
    ("Pay me that again next week.", None),
    ("You pay a fortune elsewhere, with me you pay after.", None),
    ("You can pay as much again after we finish.", None),
    ("Pay someone on the desk after the session.", None),
    ("You just pay someone at the desk afterwards.", None),
    ("No need to pay till you're here and done.", None),
    ("No need to pay until I'm there and we've finished.", None),
]

PASS: list[tuple[str, Sequence[tuple[str, str | None]]]] = [
    ("price_contradiction", FIGURES),
    ("channel_not_allowed", CALLS),
    ("handle_not_in_facts", LINES),
    ("duration_below_minimum", LENGTHS),
    ("price_contradiction", PRICED),
    ("slot_not_in_mission", HOURS),
    ("pay_after", PAID),
]
HELD: list[tuple[str, Sequence[tuple[str, str | None]]]] = [
    ("price_contradiction", FIGURES_NOT),
    ("channel_not_allowed", CALLS_NOT),
    ("handle_not_in_facts", LINES_NOT),
    ("duration_below_minimum", LENGTHS_NOT),
    ("price_contradiction", PRICED_NOT),
    ("slot_not_in_mission", HOURS_NOT),
    ("pay_after", PAID_NOT),
]


@pytest.mark.parametrize(("rule", "body", "inbound"), [(rule, *row) for rule, rows in PASS for row in rows])
def test_passes(rule: str, body: str, inbound: str | None) -> None:
    assert rule not in rules_held(body, inbound)


@pytest.mark.parametrize(("rule", "body", "inbound"), [(rule, *row) for rule, rows in HELD for row in rows])
def test_stays_held(rule: str, body: str, inbound: str | None) -> None:
    assert rule in rules_held(body, inbound)
