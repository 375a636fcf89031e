"""What a professional gives away of a price in plain words, and what only sounds like it."""

import pytest

from specs import Spec
from tests.rules.facts.test_sums_in_all_forms import ROSA, is_held
from tests.rules.price_cases import CARDS

MAX = Spec.from_dict(CARDS["max"])
TOM = Spec.from_dict(CARDS["tom"])

SAID = [
    # (a concession, words like it that are none)
    ("$150 is the old rate so let's go with it.", "$150 is the old rate, it's 180 now."),
    ("$150 is the old price. You can still have it.", "$150 is the old price. It's 180 now."),
    ("At 150 I'd be working for free, but it's Christmas.", "At 150 I'd be working for free."),
    ("The third night is free if you stay.", "The third night is free."),
    ("The first morning is free, then 180.", "My first morning is free, come in then."),
    ("I can do a discount if you change to Monday.", "No fee if you change to Monday."),
    ("If we move it to Tuesday it's 10% off.", "If we move it to Tuesday there's no charge for that."),
    ("I don't need a deposit from you.", "I don't need the deposit till Friday."),
    ("I don't take deposits from regulars.", "I don't take deposits through paypal."),
    ("Ah don't bother with a deposit sure.", "Most places don't ask for a deposit but I do."),
    ("No need for a deposit, I trust you.", "No need for another deposit, I have your 50."),
    ("Don't worry about the deposit.", "Don't worry about the deposit, it's in."),
    ("I'll let you off the deposit.", "I'll drop the deposit back to you."),
    ("I'd never ask you for a deposit.", "I'd never ask you for a deposit bigger than 50."),
    ("I can hold it without a deposit.", "I can hold it till six without a deposit."),
    ("Your next session's free.", "Your next session's free of distractions."),
    ("Tonight's on me, don't worry.", "Tonight's on me to sort, don't worry."),
    ("We can do it without a deposit.", "I can't do it without a deposit."),
    ("Deposit isn't needed.", "Deposit isn't due till Monday."),
    ("No deposit, just pay on the day.", "No deposit, no booking I'm afraid."),
    ("There's no deposit for locals.", "There's no deposit showing on my side."),
    ("The deposit comes off the $190.", "The deposit comes off the $180."),
    ("Your next one is free.", "Your next client is free."),
    ("Refer a friend and your next hour's free.", "The next hour's free at 4."),
    ("First one's always free with me.", "First thing's free tomorrow."),
    ("I'll do the first hour free.", "The first hour free is at 10."),
    ("I do a free valuation on the spot.", "The auction house does a free valuation."),
    ("Touch-ups within the week are free.", "Follow-ups are free at 5."),
    ("If you book two the second lesson is free then.", "Saturday at 10 is good, the lesson is free then."),
    ("If it's your first time I don't charge.", "If it's your first time I don't mind."),
    ("I won't charge the first half hour.", "I don't charge for the first 10 miles."),
    ("We don't charge for your first session.", "I don't charge for the first cancellation."),
    ("We'll give you a free assessment.", "You get a free inspection from the council."),
    ("I do a free inspection first.", "I can offer you a free selection of times."),
    ("We do free valuations on Mondays.", "I can provide free information on parking."),
    ("The touch-up's free.", "The pull-ups are free style."),
    ("I don't charge the first time you come.", "I don't charge the first time you cancel."),
    ("I don't charge for the first 30 minutes.", "I don't charge for the first 10 minutes of waiting."),
    ("An extra hour free for you on Friday.", "I've an extra hour free on Friday."),
    ("I'd love to do it for free.", "I'd love to do it for free but I've rent to pay."),
    ("It won't cost you anything.", "It won't cost you anything extra."),
    ("It won't cost you a thing.", "It won't cost you a thing to ask."),
    ("I'm not gonna charge you for the first half hour.", "I'm not gonna charge you extra for the stairs."),
    ("Tonight's on me.", "Dinner tonight's on me."),
    ("First time's on me.", "Last time's on me, I was late."),
    ("I'm sorry I was late, so that session is on me.", "Sorry, that one's on me, I had the wrong day."),
    ("My rate drops by 20 after the third visit.", "My heart rate drops by 20 after a run."),
    ("Price comes down by 20 if you book two.", "The swelling comes down by 20% in a week."),
    ("I can go $20 lower.", "I can't go $20 lower."),
    ("I'll knock a bit off if you book now.", "I'd take a bit off the length."),
    ("There's a bit off for cash.", "I'll take a bit off the sides."),
    ("I can do it cheaper on Mondays.", "If I could do it cheaper I would."),
    ("Mondays are cheaper.", "Sundays are cheaper to park."),
    ("Sunday rate is double.", "I'm double booked on Sunday."),
    ("Deposit is half.", "The deposit is half the battle."),
    ("Less 10% for students.", "180 less the 50 deposit is 130."),
]


@pytest.mark.parametrize(("wrong", "right"), SAID)
def test_a_concession_and_words_like_one(wrong: str, right: str) -> None:
    assert is_held(wrong)
    assert not is_held(right)


SUMS = [
    # (a sum that is a price, a number that is none)
    ("For students it's 150.", "For your room it's 204 on the keypad."),
    ("Students are 150.", "The kids are 35 and 37 now."),
    ("40 for students.", "Regulars are 200+ these days."),
    ("Evenings are 210.", "Evenings are 60 or 90 minutes only."),
    ("After 8 it's 220.", "After 6 it's 35 degrees in here."),
    ("From Jan it's 210.", "From 8 it's quiet."),
    ("Cash is 160.", "Cash is king."),
    ("Rock bottom is 160.", "Rock bottom is where I was on Monday."),
    ("I can't go under 160.", "I can't go under 180."),
    ("Meet me in the middle at 165?", "Meet me in the middle at 630?"),
    ("I can squeeze it to 160.", "I can squeeze you in at 430."),
    ("I'd usually charge 180 but 150's fine.", "630's fine."),
    ("150 and we'll shake on it.", "630 and you're booked."),
    ("160 and not a penny less.", "Page 160 and not a minute later."),
    ("I'd say 160 would cover it.", "530 would do it."),
    ("Just bring 160 with you.", "Just bring 160 pages of notes."),
    ("Same price as last time, 160.", "Same price as always, page 210."),
    ("Just 20 for the deposit.", "Just 50 for the deposit."),
    ("Ninety for the same 180.", "Ninety for the same 250."),
    ("My price is going to 210.", "My reps are going to 210."),
    ("I could do 160.", "I could do 430."),
    ("Let's say 160 then.", "Let's say 630 then."),
    ("3 hours is 510.", "530 for the hour?"),
]


@pytest.mark.parametrize(("wrong", "right"), SUMS)
def test_a_bare_sum_and_a_number_like_one(wrong: str, right: str) -> None:
    assert is_held(wrong)
    assert not is_held(right)


ANSWERS = [
    # (the client's message, a draft that gives away, one that does not)
    ("would you do 150?", "150? Are you joking? Of course!", "150? Are you joking? It's 180."),
    ("how much is the first one?", "It's free for you.", "It's 180."),
    ("how much is parking?", "It's $150 for the hour.", "It's free after 6."),
    ("can you do less?", "I can come down by 20.", "I can't come down by 20."),
    ("how much at mine?", "20 more at yours.", "50 more at yours."),
    ("do you need a deposit?", "Deposit? Nah", "Deposit? Yes please"),
    ("150?", "How about 165 and we both win", "How about 180 and we both win"),
    ("would you do two of us for 420?", "420? Deal.", "420? No, sorry."),
]


@pytest.mark.parametrize(("asked", "wrong", "right"), ANSWERS)
def test_a_concession_in_answer(asked: str, wrong: str, right: str) -> None:
    assert is_held(wrong, ROSA, asked)
    assert not is_held(right, ROSA, asked)


def test_a_trainer_counts_more_than_money() -> None:
    assert is_held("20 more at yours", MAX, "how much at mine?")
    assert not is_held("40 more at home tomorrow", MAX)


def test_a_sum_for_a_lesson_and_its_length() -> None:
    assert is_held("it's 45 a lesson", TOM)
    assert not is_held("45 a lesson", TOM, "how long are they?")


def test_a_block_of_lessons_is_no_hour_of_the_day() -> None:
    assert is_held("A block of 5 is 225", TOM)
    assert not is_held("I could do 330", TOM)
