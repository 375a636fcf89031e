"""Payment that is put off until after, named or by the purse it comes from."""

import pytest

from tests.claims.evening_therapist import rules_held


def is_held(body: str) -> bool:
    return "pay_after" in rules_held(body)


@pytest.mark.parametrize(
    "body",
    [
        "There's no need to sort payment till we've finished, it only takes a second on the card reader.",
        "No need to think about payment until you're up and dressed.",
        "You needn't sort the payment out till the end.",
        "Don't worry about payment until we've wrapped up.",
        "No point sorting payment before you're off the table.",
        "There's no call to settle anything until the session's over.",
        "Payment can sit till we've finished.",
        "No need to get your card out until we're done.",
        "Don't get your wallet out till the end.",
        "You don't need to do the payment bit till afterwards.",
        "I won't ask you for the rest until you're dressed again.",
        "No need to deal with payment until you're leaving.",
        "There's no need to be sorting payment out till after.",
        "Leave payment till we've finished.",
        "Leave the card in your pocket until we're done.",
        "We needn't touch payment until you've had your tea after.",
        "I don't take payment until you're back on your feet.",
        "Let's not worry about paying till it's over.",
        "You don't have to settle the bill until I've packed up.",
        "No sense sorting the money before we're done.",
        "There's no reason to see to the bill until you're dressed.",
        "Don't fret about the payment side till it's over.",
        "You don't have to hand the money over until I've packed up.",
        "The cash can stay in your purse till we're finished.",
        "We won't be asking you for payment until you're happy.",
        "No need to see to the transfer until you're home.",
        "No use reaching for your wallet till the end.",
        "Honestly there's no sense in sorting the balance till you've had your rest and your tea.",
        "Keep your purse shut till I'm done with you.",
        "We can sort the card machine once you're dressed, no need to think of it sooner.",
        "I'd leave payment until the very end.",
        "Payment's not needed till you're happy.",
        "I never take a card before the session's over.",
        "Don't be reaching for your card till we're finished, please.",
    ],
)
def test_what_puts_payment_off_is_held(body: str) -> None:
    assert is_held(body)


@pytest.mark.parametrize(
    "body",
    [
        "I'll move you to Friday, and the deposit simply comes along, nothing more to pay for now.",
        "Your deposit moves with you, no need to pay anything more now.",
        "There's no need to sort payment till you arrive, I've a card reader by the door.",
        "No need to think about payment until you get here.",
        "There's no need to sort payment till the morning of, as long as it's in before we start.",
        "You needn't sort payment till you've booked.",
        "No need to decide on the length till we've finished the first hour.",
        "No need to move till we've finished.",
        "There's no need to talk till we've finished.",
        "Don't worry about parking until we've finished, it's free after six.",
        "No need to get your phone out until we're done.",
        "I can't leave payment till we've finished, it's before we start.",
        "There's no need to sort payment till we've agreed a time.",
        "I'd rather not leave payment till we've finished.",
        "No need to sort the shower out till we've finished.",
        "You asked if there's no need to sort payment till we've finished; it's taken before I start, I'm afraid.",
        "Leave your shoes by the door until we're done.",
        "Leave your things in the room until we've finished.",
        "No need to see to the transfer until tonight, it only has to land before we start.",
        "No point doing the payment before we've agreed on a day.",
        "No need to bring cash up until you're here.",
        "There's no need to worry about the rest of the form until we've finished the first session.",
        "No need to reach for your phone until we've finished.",
        "The towels can stay in your bag till we're finished.",
        "No need to pay for parking until you leave.",
        "Don't worry about the bill for the car park until we've finished.",
        "You don't have to sort payment until we've agreed what you want.",
        "No sense in sorting the balance till you've told me which length you want.",
        "There's no need to transfer anything until I send you the link.",
        "Keep your purse in the locker till we're done.",
        "No need to pay the meter until six.",
        "Please don't leave the payment until the end.",
        "I'd never leave payment until the very end.",
        "There's no need to bring cash till you're told to.",
        "Payment isn't something I leave till the end.",
        "There's no rush with the other form until we're done.",
        "I'd leave the rest of the back until the end.",
        "We always do the bill for the room before you're off the table, don't worry about it.",
        "I'd keep the cash in the safe till the end of the day.",
        "The last of the oil your partner can give me at the end.",
        "I'll leave the money for your parking until the end of the day.",
        "The half hour your partner can have at the end.",
        "The balance of your shoulders your partner can see at the end.",
        "The rest he can sleep off after the session.",
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str) -> None:
    assert not is_held(body)
