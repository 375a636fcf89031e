"""What would only follow from calls, in words that turn them down."""

import pytest

from tests.claims.evening_therapist import rules_held


def is_held(body: str, inbound: str | None) -> bool:
    return "channel_not_allowed" in rules_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("I don't do video calls, I'd be ringing you on the phone instead.", "ring me?"),
        ("I'll ring at 10:45 about the keys.", None),
        ("I'll ring at 10:45 and we can go through the exercises.", None),
        ("I'll ring you at 10:45 from the door.", None),
        ("I'll ring later, keep your phone by the door.", None),
        ("I'll ring tomorrow. The key's under the pot.", None),
        ("I'll ring at 6 and tell you where the key is.", None),
        ("I'll ring tomorrow to go through the door code.", None),
        ("I'll ring before I set off so you can open the gate.", None),
        ("I'll ring after lunch, we can sort the parking and the buzzer.", None),
        ("I'll ring at 6, upstairs the signal is poor though.", None),
        ("I don't do mornings, I'd be ringing you at six tonight.", "ring me?"),
        ("I'd be ringing you tonight, if that's all right.", "ring me?"),
        ("I don't do calls before noon, I'd ring you after.", "ring me?"),
        ("I don't do calls as a rule, but I'd happily ring you tonight.", "ring me?"),
        ("I'd only be ringing you for five minutes, so keep your phone on tonight.", "ring me?"),
        ("I don't do texts at night, I'd be ringing you in the morning.", "ring me?"),
        ("I don't usually do phone calls, I'll ring you tonight though.", "ring me?"),
        ("Not a fan of calls but ring me if you're lost.", "ring me?"),
        ("I don't do phone calls in the morning, I'd be ringing you this evening.", "call?"),
        ("I don't mind calls, I'd only be ringing you between clients.", "call?"),
        ("I never miss calls, you'd only be ringing me once.", "call?"),
        ("No worries, I'd just be calling you from the van.", "call?"),
        ("I don't do video, I'd be calling you on the landline.", "call?"),
        ("I don't usually chat by phone, I'd be ringing you after nine.", "call?"),
        ("I'd be ringing you from the stairwell at six, if that suits.", "call me?"),
        ("I don't do calls at weekends, I'd be ringing you Monday.", "call me?"),
        ("Calls are fine, you'd only be ringing me between clients.", "call me?"),
        ("I don't do texts, I'd be ringing you.", "call me?"),
        (
            "I don't do calls with new clients, or you'd be ringing me all day, but you can ring me on this one.",
            "call?",
        ),
        ("I can't talk now, I'd be ringing you back in ten.", "call?"),
        ("I don't call people I haven't met. I'd be ringing you after the first session.", "call?"),
        ("I can't chat in a session. You'd be ringing me after eight.", "call?"),
        ("No call today, I'd be calling you on Friday.", "call?"),
        ("No video calls, I'd just be calling you on the normal phone.", "call?"),
        ("I don't do video, I'd always be ringing you on a plain line.", "video?"),
        ("I can't phone this minute, I'd be ringing you from the car.", "call?"),
        ("I won't do a long phone call, I'd only be ringing you for two minutes.", "call?"),
    ],
)
def test_a_call_that_is_still_offered_is_held(body: str, inbound: str | None) -> None:
    assert is_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("I'll ring at 10:45 and you can stay upstairs, I only need the key.", None),
        ("I'll ring at 10:45, just buzz me up from the intercom.", None),
        ("I'll ring when I'm at the gate.", None),
        (
            "Sorry Lou, I don't do phone calls, I'd only be ringing you with oily hands between clients and forgetting half of it.",
            "can we talk on the phone?",
        ),
        (
            "I don't do calls, I'd be ringing you back at midnight with nothing left in my voice.",
            "can we talk on the phone?",
        ),
        ("I'd rather not talk by phone, I'd just be calling you from a noisy kitchen.", "call me"),
        ("No calls from me, I'd only end up phoning you between clients.", "call me"),
        ("I stick to text, otherwise I'd be ringing people all day.", "can we chat on the phone"),
        (
            "I don't do phone calls because I'd be ringing you with my hands full of oil.",
            "can we chat on the phone",
        ),
        ("Phone's not for me, I'd only be ringing you half asleep.", "can we chat on the phone"),
        (
            "I don't ring clients, or I'd be calling you from the bus and losing signal.",
            "can we chat on the phone",
        ),
        ("I never call, you'd only hear me talking to you over the washing machine.", "ring me?"),
        ("I keep it to messages, I'd be phoning you with wet hands otherwise.", "ring me?"),
        ("Sorry, I can't do calls, you'd be ringing me in the middle of a session.", "ring me?"),
        (
            "I'm not one for the phone, you'd be calling me while I'm elbow deep in somebody's back.",
            "ring me?",
        ),
        ("I don't do video, I'd only be facetiming you from a cupboard.", "facetime?"),
        ("We don't take calls here, you'd only be ringing me while I'm mid-massage.", "call?"),
        ("I won't do voice calls, because you'd always be calling me at the wrong moment.", "call?"),
        ("I'm not much of a phone person, I'd just be calling you back at odd hours.", "call?"),
        ("Sorry, no phone calls, or I'd forever be phoning people back.", "call?"),
        ("I stick to texting, you'd only be phoning me over the sound of the dryer.", "call?"),
        ("I can't talk on the phone, I'd only end up ringing you from the stairwell.", "call?"),
        ("I never do phone calls. I'd only be ringing you from a stairwell with no signal.", "call me?"),
        ("Calls aren't for me, you'd be ringing a man with oil to his elbows.", "call me?"),
        ("If I did calls I'd be ringing you at midnight, so I don't.", "call me?"),
        ("I don't do calls: I'd be phoning you mid-session and you'd hear whale song.", "call me?"),
        ("No calls please, you'd only be phoning a voicemail.", "call me?"),
        (
            "I'm hopeless on the phone, I'd be calling you by the wrong name within a minute, so text it is.",
            "call me?",
        ),
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str, inbound: str | None) -> None:
    assert not is_held(body, inbound)
