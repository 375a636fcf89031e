"""What is never offered, where the client has it of others."""

import pytest

from tests.claims.coach import rules_held


def is_held(body: str, inbound: str | None) -> bool:
    return "never_offer" in rules_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("Enjoy your massage at my studio on Sunday.", "so sore"),
        ("Enjoy your massage with me on Sunday.", "so sore"),
        ("I'd add a massage at the spa for you.", "so sore"),
        ("Come Sunday and enjoy a massage with me.", "so sore"),
        ("Your massage is booked for Sunday.", "can i get a massage"),
        ("Enjoy your massage on Sunday, I'll bring the oil.", "can you do a massage?"),
        ("Sunday we can do a massage at the hotel spa.", "so sore"),
        ("You'll enjoy your massage, I have strong hands.", "so sore"),
        ("I'd come up and give you a massage at the hotel spa.", "my hotel has a spa"),
        ("Keep it, I do a better massage.", "got a couples massage voucher"),
        ("Skip it, I'll do your massage after.", "i'm getting a massage first"),
        ("Your massage is included with the ninety minutes.", "my wife booked me a massage for saturday"),
        ("Your massage can be with me too, cancel that one.", "got a massage booked at the Setai"),
        ("Your massage is available any evening here.", "i had a massage last week"),
        ("That massage is on me.", "my massage is at 3"),
        ("The massage is free if you book the two hours.", "my massage ran late"),
        ("The massage after is my treat.", "i'm getting a massage first"),
        ("Your massage comes with oil and candles in my studio.", "i get massages every week"),
        ("Your next massage is yours on Sunday, in my studio.", "got a massage booked"),
        ("Poor you, the massage I give is better anyway.", "my massage therapist cancelled"),
        ("Have a great massage with me at the hotel spa.", "my hotel has a spa"),
        ("Enjoy a massage at the hotel spa, I'll bring the oils.", "my hotel has a spa"),
        ("Come enjoy the massage at the spa with me, it's part of the two hours.", "so sore"),
        ("Your lap dance is ready any night.", "i got a lap dance once"),
        ("That massage would suit you, Tuesday?", "my sister had a massage and loved it"),
        ("The massage is a lovely idea, Friday at six.", "we had a massage last year"),
        ("This massage costs 180.", "my sister has a massage in Tampa"),
        ("Your massage runs from six.", "i went to a massage in town"),
        ("In the massage we go slow.", "my sister does massage with Ana"),
        ("Next to the massage there's a foot bath too.", "my friend does massage in Tampa"),
        ("The massage will warm you up before I start.", "we did a massage in Tampa"),
        ("Your massage is heated up for you.", "we have a massage at the gym"),
        ("That massage thing, yes.", "i had a massage at a spa"),
        ("Her massage could be Friday.", "my sister takes massage with Ana"),
        ("Your massage works the hips too.", "i had a massage with Ana"),
        ("Get your massage with the foot bath on Friday.", "i've had a massage at a spa"),
        ("Enjoy your massage at the salon on Friday, 6 pm.", None),
        ("Enjoy a massage in the hotel spa when I'm done with you.", None),
        ("Treat yourself to a massage there, book a slot on my page.", None),
        ("Have a lovely massage at the clinic with my colleague, booked in.", None),
    ],
)
def test_what_the_professional_would_give_is_held(body: str, inbound: str | None) -> None:
    assert is_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        (
            "Enjoy your massage at the spa, you'll be a new man by Sunday.",
            "landed, so sore. got a spa slot at the hotel at 3",
        ),
        ("Enjoy your massage, you've earned it.", "my wife booked me a massage for saturday"),
        ("Have a great massage and hydrate after.", "getting a massage at the hotel"),
        ("Hope the spa's massage knocks you out.", "spa day tomorrow"),
        ("Your massage comes first then, text me after.", "my massage is at 3"),
        ("Go to your massage and I'll see you Sunday.", "my massage is at 3"),
        ("A massage at your hotel's spa should fix that back.", "my massage therapist cancelled"),
        ("Savor that massage at the Setai.", "got a massage booked at the Setai"),
        ("Relax and enjoy the massage at the spa.", "i'm at the spa"),
        ("May your massage at the spa be long and quiet.", "got a spa slot"),
        ("Treat yourself to a massage at the hotel spa and sleep early.", "my hotel has a spa"),
        ("Enjoy the massage, you two.", "got a couples massage voucher"),
        ("Good plan, the massage will loosen you up.", "i'm getting a massage first"),
        ("Get that massage at your gym you keep telling me about.", "my back is killing me"),
        ("Hope the massage is heavenly.", "off to my massage"),
        ("Ha, blame the massage.", "my massage ran late"),
        ("Your massage at the Setai comes first, then we dance.", "got a massage booked at the Setai"),
        ("That massage will set you right up.", "my wife booked me a massage for saturday"),
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str, inbound: str | None) -> None:
    assert not is_held(body, inbound)
