"""Payment timing: what puts payment after the appointment."""

import pytest

from align.claims.claim import Stance
from tests.claims.extracting import read

AFTER = [
    "What works is settling after the lesson.",
    "You can pay me after the set, no stress.",
    "we'll square up whenever you're happy with it",
    "bank transfer whenever, even next week is fine",
    "You can pay at the end of the lesson.",
    "sort me out at the end of the month",
    "No need to pay until we're done.",
    "No need to pay before, after is fine.",
    "cash on the day after works",
    "I'll invoice you afterwards",
    "you can owe me",
    "After the cut you can pay by card or cash.",
    "Once we're done you can just tap your card.",
    "I'll take it off you once she's dried.",
    "throw me the few bob when im finished",
    "lash the money over whenever ye have it",
    "the rest is due at the end of the night",
    "the R650 can follow at the end of the month",
    "the rest can be paid after the wedding",
    "You don't pay a thing until you've seen the results.",
    "I'll take a card payment before you go.",
    "you can pay me once the swelling goes down",
    "No rush with the money at all.",
    "p a y me later",
    "It's £40 for the tune-up, slip it to me when the last string is on.",
    "The hour is $70, bring it over the next time you're round.",
    "You can EFT me the full R900 after the braai.",
    "Total's $300: half today and half after we've loaded the van.",
    "Your fee can be left in the tin once the cake is cut.",
    "I'll grab the $90 off you at the end.",
    "I'm happy to wait on my fee until your refund lands.",
    "Cash isn't a must, the payment has no rush, no money changes hands until you've seen it.",
    "If she likes it, pay me then.",
    "See you for your lesson on Thursday, and Saturday is fine for the payment.",
    "I don't need cash up front, settle up with me next lesson.",
    "Half now, half when the results come.",
    "Fees you can give at the end of the month.",
    "No worry about fees, clear everything once the term ends.",
    "Taste it first, see if you like it, then you pay me.",
    "You can pay me at the door as I'm leaving.",
    "We collect the remaining 70% when the album is in your hands.",
    "Nothing's due till I've been and gone.",
    "You do the nails first and hit my cash app on the way out.",
    "just cash app me when we done",
    "She can do one payment at the end of the afternoon.",
    "Your boss can do one payment at the end of the day.",
    "We can sort out the fee at the end of our time together.",
    "It's $70, take care of it on your way out.",
    "Payment's easiest when we're done and you know how it went.",
    "pay me when you get paid on Friday",
    "We can see to the fee at the end of the walk.",
    "you ain't gotta pay nothing til we finish",
    "The fee can be dealt with at the end of our hour.",
    "Payment follows each session.",
    "You would pay at the close of the hour.",
    "I'll send a Venmo request when I'm done.",
    "half up front n half when we done",
    "M-Pesa me whenever",
]
NOT_AFTER = [
    "Your voice is just settling after the change.",
    "The strings are still settling after the fitting.",
    "M-Pesa me 4,000 today and it's held.",
    "Send the 4,000 to till 771 8203 in my aunt's name, the rest comes before we begin.",
    "Payment is due before we start.",
    "I don't take payment after, it's due before I set up.",
    "Payment comes before we begin, not after.",
    "The balance is due before we start rather than at the end.",
    "you pay when you book, pay when you arrive",
    "the deposit is due once you've picked a time",
    "once you've paid I'll confirm, text me after you pay",
    "After you pay the deposit I'll lock it in.",
    "I know some people take payment after, but I ask for it up front.",
    "I do mind if you pay when we've finished.",
    "You can pay the meter after six, parking you pay at the end.",
    "You still owe me the end of that story.",
    "it pays off later, I get paid at the end of the month too",
    "I settle the chair height at the end.",
    "Once the payment's in, you're all set for after lunch.",
    "We can't leave the payment until after, sorry.",
    "It's $70. The form is short, send it over when you've had a think.",
    "It's $70, leave it in the tin when you drop the bike in.",
    "Send the $70 whenever tonight so I can hold the slot.",
    "The fee is due next week, well before the wedding.",
    "No need to pay today, it's due when you confirm the date.",
    "After that there's nothing left to pay.",
    "Payment by Monday please, your lesson is on Wednesday.",
    "He'll pay for it later if he eats the lot! I pay the studio at the end of the month.",
    "Bring cash, and after the lesson I'll send you the notes.",
    "The refund is back on your card within 5 days.",
    "Forget the pay-later people, and you pay for the next lesson in advance.",
    "You can pay by transfer when you leave the house.",
    "Transfer before you leave home so I can hold the chair.",
    "Fees are due first. Drink water and rest after the session.",
    "It's $70, give it a try after the class.",
    "Book a date first, then you pay and it's yours.",
    "It's $70. You get half an hour and as much tea as you can hold.",
    "cash app me before I start",
    "Send the $70 whenever you sit down in the next ten minutes.",
    "Send the $70 whenever you're up, I'll start when it lands.",
    "I pay my assistant at the end of the day.",
    "We'll sort out the fine details at the end of our time together.",
    "pay b4 n then relax til the end",
    "Payment precedes each session; what follows the session is up to you.",
]


@pytest.mark.parametrize("body", AFTER)
def test_payment_after_is_found(body: str) -> None:
    found = read(body).utterance.payments
    assert any(c.timing == "after" and c.stance is Stance.ASSERTED for c in found)


@pytest.mark.parametrize("body", NOT_AFTER)
def test_other_times_and_refusals_are_left(body: str) -> None:
    found = read(body).utterance.payments
    assert not any(c.timing == "after" and c.stance is Stance.ASSERTED for c in found)


ASKED_FOR = [
    ("Afterwards is grand.", "Can I sort you out after, once I've been to the bank?"),
    ("Friday's no bother at all.", "would Friday do for the money, I'm paid then"),
    ("Not at all!", "do you mind if I pay you after the class?"),
    ("also can, after reception is ok", "can paynow u after the reception?"),
    ("Aye that's fine", "alright if I send you the rest the day after the trim?"),
    ("Yes, that's our agreement", "so half now, half after the party?"),
    ("Ja no that's fine", "can I swipe when we finish?"),
    ("Drop the cash down to me on Sunday.", "will I pay you tonight when you're done?"),
]
ASKED_AND_DENIED = [
    ("Not at all, but I'd need it before.", "do you mind if I pay you after the class?"),
    ("I'd need it before Friday I'm afraid.", "would Friday do for the money, I'm paid then"),
    ("I'll text a short menu tomorrow so you can look.", "can I pay after the party?"),
]


@pytest.mark.parametrize(("body", "inbound"), ASKED_FOR)
def test_the_clients_time_is_agreed_to(body: str, inbound: str) -> None:
    found = read(body, inbound).utterance.payments
    assert any(c.timing == "after" and c.stance is Stance.ASSERTED for c in found)


@pytest.mark.parametrize(("body", "inbound"), ASKED_AND_DENIED)
def test_the_clients_time_is_turned_down(body: str, inbound: str) -> None:
    found = read(body, inbound).utterance.payments
    assert not any(c.timing == "after" and c.stance is Stance.ASSERTED for c in found)


def test_the_client_pays_on_another_day() -> None:
    draft = read("yes to all of that", "2pm today, and i pay you on friday?")
    assert draft.inbound is not None
    assert [c.timing for c in draft.inbound.payments] == ["after"]
