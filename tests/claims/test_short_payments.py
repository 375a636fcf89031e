"""Short drafts that let the client pay after, and short ones that do not."""

from datetime import UTC, datetime

import pytest

from align import validate_draft
from specs import Spec

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SPEC = Spec.from_dict(
    {"persona": "test", "currency": "EUR", "timezone": "Europe/Dublin", "payment": {"timing": "before"}}
)
AFTER = [
    "You asked if your aunt could pay me afterward, and that's fine.",
    "You asked if your mum could settle after the lesson, of course she can.",
    "You asked to pay after the session, that works for me.",
    "You wanted to pay after, grand so.",
    "About paying after: yes, no bother.",
    "Your husband asked whether he could pay on the way out, he can.",
    '"Pay at the end" is how I do it too.',
    'You asked about "cash after", and yeah, on your way out the door is ok.',
    "Paying afterwards, yes, that I do.",
    "As for the fee, no need to rush, I send one bill at the end of the month after all four lessons are done.",
    "I bill once a month, after the lessons.",
    "I send the invoice when all the sessions are done.",
    "You get the bill at the end of the month.",
    "I'll send you an invoice after the shoot.",
    "The invoice comes at month's end, once the lessons are done.",
    "I invoice on the last day of the month for the lessons gone by.",
    "As for the balance, don't even think about it until you're back from Portugal.",
    "The fee? Don't give it a thought till the party's over.",
    "Don't worry about the money until you're settled back home.",
    "Forget about the bill until after the wedding.",
    "Leave the balance until you're back from your honeymoon.",
    "Don't worry about the money now, we'll take care of it at the end.",
    "Bring the cash with you and we'll deal with it after.",
    "About the rest: bring it along the following week, or put the envelope on the shelf as you leave.",
    "Leave the money on the table on your way out.",
    "The fee can go in the jar when you head home.",
    "Swish me when the last guest has gone.",
    "The rest I take on the night when the cake has been cut.",
    "I take the rest once the last song is played.",
    "Cash on your way out is ok.",
    "You can pay when the gallery's up.",
    "Just venmo me when the kids have gone home.",
    "Drop the money in whenever you're passing.",
    "Sure we'll sort the few bob after.",
    "Don't be worrying about cash till the bride is happy.",
    "Pay me when you're home from the honeymoon.",
    "I'll send on the bill after the wedding.",
    "The rest I'll get off you on the day, once everyone's done.",
    "Fire me a revolut when ye get a minute after.",
    "You can fix up with me at the end.",
    "Transfer me end of the month can already.",
    "Paynow after lesson also can.",
    "You pay when he finish the paper lor.",
    "No need pay first, after then settle.",
    "Just put the money in the box when he goes home.",
    "Fix me up whenever mate.",
    "You can bung the cash under the mat once I've finished.",
    "Don't stress about payment till you've had a look at it.",
    "Happy for you to pay next week, no dramas.",
    "Pay us on the way out.",
    "No money till you're happy.",
    "Abeg relax, pay when you collect the gown.",
    "You go pay balance when cloth don ready.",
    "Just transfer after the party.",
    "Balance can come after the owambe.",
    "You asked if you can pay when you have the pictures, this is ok for me.",
    "The rest is then due when I give you the album.",
    "You can also pay after we have finished, like last time.",
    "Pay me when the baby sleeps again, no hurry.",
    "Bring me the money when you fetch the prints.",
    "First we make the pictures, then you pay.",
    "I write you the bill when you have seen the pictures.",
    "just cashapp me when u get home",
    "u can hit my cashapp after",
    "pay me when I'm done, u good",
    "we can handle the money after you see it in the mirror",
    "I got you, pay me friday when you get your check",
    "You're good for it, settle up at the end of term.",
    "Don't fret about the fee, whenever's good.",
    "Chuck us a tenner after and we're even.",
    "Swish when you pick her up.",
    "You can swish me when she is dry.",
    "It is ok to wait with the payment until your salary.",
    "Payment on pick-up is fine.",
    "You pay when you see that she is beautiful.",
    "We do the paying when you are dressed again.",
    "You pay at the end, as everywhere.",
    "I send a Tikkie afterwards.",
    "Tikkie comes tonight after your massage.",
    "Flick us the money after, sweet as.",
    "Pay us when you're back on dry land.",
    "Bank transfer next week's sweet.",
    "no rush eh, settle up whenever",
    "You can square up after the last class, no biggie.",
    "Don't worry about the balance until he's graduated.",
    "I'll invoice you once the six weeks are up.",
    "E-transfer me when you get home, eh.",
    "just bring cash for after babe",
    "Settle up when you're dry.",
]
NOT_AFTER = [
    "You asked if your aunt could pay me afterward, and I'm sorry, I can't do it that way.",
    "You asked if your mum could settle after the lesson, I'm afraid not.",
    "You asked could you pay at the end, and no, it's before.",
    "You asked to pay after the session, sorry, that doesn't work for me.",
    "You wanted to pay after, that's not how I do it.",
    "About paying after: no, it's due before we start.",
    "Your husband asked whether he could pay on the way out, it's before please.",
    "\"Pay after the exam\" was your last teacher's style, with me it's before each lesson ya.",
    '"Pay at the end" is how the salon did it, I take it up front.',
    "Pay after? Not with me, it's before we start.",
    "Paying after the session is not my thing.",
    "Paying afterwards, no, that I don't do.",
    '"Can I pay you after?" No, it\'s up front with me.',
    "Pay when you leave was the old way, now it's before.",
    "You asked if you can pay next week. I need it before the lesson.",
    "I know your old tutor let you pay at the end, I take it before.",
    "Settling up at the end is what most do. I take it at the start.",
    "Pay afterwards? Ah no, it's before the lesson with me.",
    "I send one bill at the start of the month, before the four lessons.",
    "You get the bill before the month starts.",
    "Put the envelope on the shelf as you come in.",
    "Leave the money on the table when you arrive.",
    "Don't worry about the balance, it's all paid already.",
    "We'll take care of the scales at the end of the hour.",
    "I'll send you a photo after the shoot.",
    "I send the lesson notes at the end of the month.",
    "The receipt comes at the end of the month.",
    "I take the deposit when you book, the rest when you walk in.",
    "I send the invoice when you book.",
    "I take the dog out when the last guest has gone.",
    "The money's due the week before.",
    "Sort the money with me before Friday.",
    "After the trial you'll know if you like me.",
    "Pay the florist after, she doesn't mind.",
    "I'll send the photos once I'm home.",
    "Sure when you've paid I'll pop you in the book.",
    "You asked about paying on the day, I take it the week before.",
    "Pay first then we start ok.",
    "After the lesson he can eat here.",
    "Fees before the month starts please.",
    "You pay the school after right, for me it's before.",
    "When he finishes the paper, snap me a pic.",
    "Cash before I start, mate, no offence.",
    "I used to let people pay after, got burnt.",
    "You can pay the bloke next door whenever, he's a softie. Me, it's up front.",
    "\"Pay when it's done\" doesn't fly with me, sorry.",
    "I'll message when I'm done.",
    "What happens after is up to you.",
    "I no dey collect money after, na before.",
    "Pay before I cut the cloth abeg.",
    "You said after, but na before we dey do am.",
    "After the wedding send me pictures.",
    "When the gown is ready I'll call you.",
    "The payment comes before the shoot, then we are both relaxed.",
    "You asked if you can pay when you have the pictures. With me it is the day before.",
    "You can pay me today, and after the shoot we have a coffee.",
    "After the shoot you get the link.",
    "The pictures come two weeks after you paid.",
    "When we are finished I show you the best five.",
    "My colleague lets people pay at the end, I don't.",
    "cashapp me before you pull up",
    "pay after? girl no",
    "after you pay I'll send the addy",
    "text me when you get home",
    "u can pay the parking lady after",
    "ok see u friday, cashapp by thursday",
    "Fees at the start of term, as ever.",
    "The school pays me at the end of term, you pay at the start.",
    "After the exam, cake.",
    "You can pay for your own sweets after, mister.",
    "I know it's a faff paying before, but that's how it is.",
    "You were hoping to pay at the end of term, I get it, but I need it up front.",
    "At the end we'll play the whole song.",
    "Swish before Friday and the time is yours.",
    "When you pick her up she will smell of apple.",
    "Payment when you leave her, not when you pick her up.",
    "If you like her after, tell your friends.",
    "Tikkie first, massage second.",
    "I send the Tikkie in the morning, pay it before you come.",
    "After the massage drink a lot of water.",
    "It's never after, always before.",
    "You're the first who wants to pay twice, it was already in.",
    "My old boss let everybody pay after. It ended badly.",
    "I can refund you at the end of the week.",
    "When you go, leave the towel on the table.",
    "Pay before you hit the water eh.",
    "After your surf the cafe does a mean pie.",
    "settle in, have a look around, waves whenever",
    "if ya like it after, bring ya mates",
    "House calls I gave up when gas hit two bucks.",
    "Please send the e-transfer before class one.",
    "I don't do pay later, it all comes before we start.",
    "After class the puppies nap.",
    "You wanted to split it, half now and half after. I need it all before.",
    "Cash before I get the files out please.",
    "When you're dry you can grab your keys.",
]
AFTER_IN_ANSWER = [
    (
        '"Once we\'ve seen the gallery" is fine with me for the payment.',
        "Can we pay once we've seen the gallery?",
    ),
    ('"After the lesson" is fine by me for the fee.', "Can we pay after the lesson?"),
    ("Once you're home is grand for the money.", "Could I pay once I'm home again?"),
    ("That is fine.", "Is it ok if I transfer after the shoot?"),
    ("Whenever you get round to it is fine.", "when should I send you the money?"),
    ("Just leave it on the table when you go.", "shall I bring cash?"),
    ("After, as always.", "when do I pay?"),
    ("All good to sort it after.", "have I got to pay now?"),
    ("Whenever works.", "When do you need the payment by?"),
    ("Nah, at the end is fine.", "Do I pay now or at the end?"),
]
NOT_AFTER_IN_ANSWER = [
    ("Not after, before please.", "pay after the shoot ok?"),
    ("Not after I'm afraid.", "Can I pay you after?"),
    ("\"After\" doesn't work for me, it's before.", "can I pay after?"),
]


def flagged(body: str, inbound: str | None = None) -> bool:
    context = None if inbound is None else {"inbound": inbound}
    found = validate_draft(body, SPEC, now=NOW, context=context)
    assert found.errors == ()
    return any(v.rule == "pay_after" for v in found.violations)


@pytest.mark.parametrize("body", AFTER)
def test_after(body: str) -> None:
    assert flagged(body)


@pytest.mark.parametrize(("body", "inbound"), AFTER_IN_ANSWER)
def test_after_in_answer(body: str, inbound: str) -> None:
    assert flagged(body, inbound)


@pytest.mark.parametrize("body", NOT_AFTER)
def test_not_after(body: str) -> None:
    assert not flagged(body)


@pytest.mark.parametrize(("body", "inbound"), NOT_AFTER_IN_ANSWER)
def test_not_after_in_answer(body: str, inbound: str) -> None:
    assert not flagged(body, inbound)
