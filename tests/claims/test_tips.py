"""What others leave as a tip, beside prices of ours."""

import pytest

from tests.claims.evening_therapist import rules_held


def is_held(body: str, inbound: str | None) -> bool:
    return "price_contradiction" in rules_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("If someone leaves it late, it's £95 for the hour.", "what is it for an hour?"),
        ("No tips needed, but an hour is £95.", "do i tip?"),
        ("Please don't worry about tips, the hour is £80.", "do i tip?"),
        ("Tips are up to you. If someone books late, I charge £100.", "do i tip?"),
        ("Please don't. Some people pay £95 for the hour, so that's what I charge you.", "should we tip?"),
        ("No tips, the hour is £90.", "should we tip?"),
        ("Tips are kind, and I charge £75 for the hour.", "should we tip?"),
        ("£99, and tips aren't expected.", "how much?"),
        ("Some do, and the hour is £95 either way.", "do i tip?"),
        ("People hand me £95 for ninety minutes and no tip.", "do i tip?"),
        ("If you give £60 I'll do the hour.", "tip?"),
        ("No tips please! People usually give £60.", None),
        ("No tips! Most clients just give me £60 and we're square.", "do you take tips? what do you charge?"),
        ("Bring a mat. If you send £60 I'll save you the spot.", "any tips before I start?"),
        ("If you give me £60 I'll sort them Thursday.", "any tips for sore legs?"),
    ],
)
def test_a_price_beside_talk_of_tips_is_held(body: str, inbound: str | None) -> None:
    assert is_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        (
            "Honestly, please don't worry about tips, I never expect one, and if someone leaves £10 I'm just very touched.",
            "I never know what to tip.",
        ),
        ("Some people leave £10, most leave nothing, and both are lovely.", "what do people tip?"),
        ("Tips are never expected, though a client left £20 once and I nearly cried.", "what do people tip?"),
        ("If you left £5 I'd be delighted, if you left nothing I'd be just as happy.", "what do people tip?"),
        ("There's a jar by the door, people drop in £5 or £10 if they feel like it.", "what do people tip?"),
        ("No tips needed, but if somebody slips me £10 I buy a nice lunch.", "do i tip?"),
        ("A tip is never expected. Someone left £15 last week and I was thrilled.", "do i tip?"),
        ("Tipping isn't a thing for me, whether someone leaves £2 or £20 I'm grateful.", "do i tip?"),
        ("People tip whatever, £5, £10, it's all kind.", "do i tip?"),
        ("If anyone insists on £10 extra I give it to the dog rescue.", "do i tip?"),
        ("Gratuities are up to you; when someone leaves £10, it goes in my holiday pot.", "do i tip?"),
        ("I don't expect a tip. Folks who want to leave £10 just do.", "do i tip?"),
        (
            "It's not a thing here, though when a client slips me £20 I buy new candles.",
            "is tipping a thing?",
        ),
        ("No need at all. One lady left £5 in the jar last week and it made my day.", "should we tip?"),
        ("Whoever wants to leaves £5 or £10, nobody keeps count.", "should we tip?"),
        ("Should you leave £10, I'd be very touched, but I never expect it.", "should we tip?"),
        ("Most people don't, some leave £10 and a nice note.", "do people tip?"),
        ("He tipped £50 once and I still talk about it.", "do people tip?"),
        ("Please don't. Somebody handed me £40 extra in May and I gave it back.", "should we tip?"),
        (
            "You really don't have to, though I won't hide that a £5 note in the jar makes me smile.",
            "do i tip?",
        ),
        ("Never expected. The odd client presses £10 into my hand and that's lovely.", "do i tip?"),
        ("Some leave a fiver, some leave £20, most leave a biscuit.", "do i tip?"),
        ("If you felt like leaving £10 I'd say thank you and mean it.", "do i tip?"),
        ("When people ask I say £5 or nothing, and nothing is fine.", "do i tip?"),
        ("If you do leave £10, the dog thanks you.", "tip?"),
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str, inbound: str | None) -> None:
    assert not is_held(body, inbound)
