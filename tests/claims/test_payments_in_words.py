"""Paying on payday, money as a topic, what comes to rest, and what is only supposed: each with its opposite."""

import pytest

from tests.claims.test_short_payments import flagged

SETTLING: list[tuple[str, bool]] = [
    ("Your hands will be busy, so this time just settle with me when we're done", True),
    ("This time just settle with me when we're done", True),
    ("Your hands will settle when we're done", False),
    # an hour is no half of the sum, who reaches the studio has arrived, and what is due now is due before
    ("Today I can do half six, and tomorrow is open too.", False),
    ("The rest is left to pay when you reach the studio.", False),
    ("The rest once I'm at your door.", False),
    ("You can pay me when we reach the end.", True),
    ("Pay me when the album reaches you.", True),
    ("Nothing is due today except the deposit.", False),
    ("Nothing is due today, pay me after.", True),
    # a harp, a dog, strings and nerves come to rest
    ("I come early, the harp sulks when she's moved and needs time to settle.", False),
    ("The strings need time to settle after I tune.", False),
    ("Once we've moved the harp it takes an hour to settle.", False),
    ("She'll settle once I'm done with the clippers.", False),
    ("Give her time to settle when she gets home.", False),
    ("You'll settle once the music's on.", False),
    ("Your breathing will settle after a few minutes.", False),
    ("We can square up the fringe when she's dry.", False),
    ("Square up her feet after the bath, I always do.", False),
    # people who pay settle up
    ("We can settle after the massage.", True),
    ("It would be easier to settle after.", True),
    ("You've got a week to settle after the treatment.", True),
    ("Your mum can settle after if that's easier.", True),
    ("Square up your account after the visit.", True),
    ("We can square up the day after the groom.", True),
]
PAYDAYS: list[tuple[str, bool]] = [
    ("If payday isn't until the 30th we can square up then.", True),
    ("If you only get paid at month end, pay me then.", True),
    ("You get paid Friday right? Just venmo me then.", True),
    # the appointment is put off as well
    ("If payday's the 30th let's move you to the 31st and you can pay then.", False),
    ("If you're paid on the 30th, book for the 1st and pay then.", False),
    ("If payday isn't until the 30th we can book in then.", False),
]
DUE_DAYS: list[tuple[str, bool]] = [
    # a day without a month is the next one, and a day of planning is none of the appointment's
    ("You're in the book for the 20th of June, and the last €540 is due on the 13th.", False),
    ("We meet on the 5th to go through the songs; the balance is due on the 13th.", False),
    ("The wedding's on the 12th and the balance is due on the 13th.", True),
    ("We play on the 5th; the balance is due on the 13th.", True),
]
TOPICS: list[tuple[str, bool]] = [
    ("As for the balance, whenever you're back is fine.", True),
    ("About the money, no stress, after is fine.", True),
    ("The balance? Later is fine.", True),
    ("As for what's owing, leave it until after the honeymoon.", True),
    ("Just leave what you owe until you're home.", True),
    ("What's owing can be paid after the honeymoon.", True),
    ("Your balance is €270, what's left can wait until you're back.", True),
    ("Fees are collected at the end of each month.", True),
    ("I collect the fees on the last lesson of the month.", True),
    ("The last bit can be paid on the night once I've played.", True),
    ("Just bring cash for when we finish.", True),
    ("Have the cash ready for when I'm done.", True),
    ("The balance will keep till you're home.", True),
    ("Hit my Venmo once you've caught your breath.", True),
    # what is not money, not after, or not fine
    ("Hit my Venmo once you've picked a time.", False),
    ("I'll keep the payment slip for you.", False),
    ("As for the forms, whenever you're back is fine.", False),
    ("About the balance, later is fine as long as it's before the day.", False),
    ("We'll do the first dance now, what's left can wait till after the rehearsal.", False),
    ("The last bit of the song can wait until after the vows.", False),
    ("The final part is due after the holidays, that's the school's deadline.", False),
    ("Bring the transfer papers for when we finish.", False),
    ("What's owing is due before the wedding.", False),
    ("Fees go up at the end of the month, so book soon.", False),
    ("Collect the fees sheet at the end.", False),
    ("Bring a jumper for when we finish.", False),
    ("Pay for when you next come now and save the price.", False),
    ("Everything is paid bar the last €540, which is due on the 13th.", False),
    ("I owe you an apology after last week.", False),
]
SUPPOSED: list[tuple[str, bool]] = [
    ("If I let everyone pay after the lesson I would be begging.", False),
    ("If I let one student pay after I'd have to let them all.", False),
    ("People who pay after tend to vanish, so I take it up front.", False),
    ("Paying at the end gets awkward, so I take it first.", False),
    ("If I took money after, half my students would forget.", False),
    ("I used to let people pay after. Never again.", False),
    ("I had a guy who'd always pay me next time. It never came, so now it's before.", False),
    ("I do let people pay after, it's grand.", True),
    ("I let all my students pay at the end of the month.", True),
    ("Pay me after, so I do it all first.", True),
    ("If you'd like to pay after, that's grand.", True),
    ("If people pay after they usually do it by card, and that's fine with me.", True),
    ("Students who pay after can do it by PayNow.", True),
    ("Paying after is easy, so I do it that way.", True),
]
ANSWERS: list[tuple[str, str, bool]] = [
    ("That's okay, I trust you.", "can i clear you then, after the lessons? salary comes on 30th", True),
    ("That works.", "ok if i clear with you after the session?", True),
    ("If you're short then we'll settle then.", "I'm broke till friday, can I still come thursday?", True),
    ("He can settle after, no problem.", "can my husband pay for it when he gets back?", True),
    ("Monthly, end of month.", "when do I pay?", True),
    ("Sure, no problem.", "can I clear the table after?", False),
    ("No worries, I trust you, just pay before we start.", "can I pay you next week?", False),
    ("That's okay, I trust you.", "I promise I won't cancel again", False),
]


@pytest.mark.parametrize(("body", "after"), [*SETTLING, *PAYDAYS, *DUE_DAYS, *TOPICS, *SUPPOSED])
def test_payment_after(body: str, after: bool) -> None:
    assert flagged(body) is after


@pytest.mark.parametrize(("body", "inbound", "after"), ANSWERS)
def test_payment_after_in_answer(body: str, inbound: str, after: bool) -> None:
    assert flagged(body, inbound) is after
