"""When payment comes, in more words; who else is paid; and what turns a later time down."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 21, 16, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "USD",
            "timezone": "America/Chicago",
            "payment": {"timing": "before"},
            "rates": [{"minutes": 60, "amount": 180}],
        }
    )
)


def is_held(body: str) -> bool:
    return any(v.rule == "pay_after" for v in validate_draft(body, SPEC, now=NOW).violations)


@pytest.mark.parametrize(
    "body",
    [
        "You can pay me following our session.",
        "It's 180, your dad can hand me an envelope at the end of the night.",
        "Pay within a week of the session.",
        "Pay me at your leisure.",
        "Settle up some other time.",
        "Send the money over when you've a minute.",
        "Transfer it to me when you next come in.",
        "Pay the 180 two weeks later.",
        "Next week you can pay me.",
        "Once we're done you can send the money.",
        "Straight after you can settle up.",
        "Later you can pay me.",
        "You can make the payment after the session.",
        "You can cover the fee at the end.",
        "You can definitely settle once we're done.",
        "Most people pay after, and so can you.",
        "Payday's Friday? Then shoot it over Friday, we're still on for Thursday.",
        "Don't stress about the transfer tonight. Just flick it over whenever you get a sec, before or after.",
        "Pay with your watch after the session.",
        "Pay with the reader after the session.",
        "Pay with my QR after the session.",
        "Settle up with your therapist after.",
        "Settle up with the girl on reception after.",
        "Transfer all of it after the session.",
        "Pay after the session. I don't do it any other way.",
        "Most clients pay after, you're the same.",
    ],
)
def test_more_times_after_the_appointment_are_held(body: str) -> None:
    assert is_held(body)


@pytest.mark.parametrize(
    "body",
    [
        "I don't mind if you pay now.",
        "I don't mind if you pay in advance.",
        "You can make the payment before we start.",
        "You can settle up with your sister after the holidays.",
        "Square up with your brother afterwards.",
        "Pay us a visit next week.",
        "It pays to rest afterwards.",
        "I'll transfer the files next week.",
        "I'll just do the rest afterwards.",
        "Cover your tattoo afterwards.",
        "Pay me afterwards? That doesn't work for me.",
        "If I let you pay me afterwards, everyone would ask.",
        "My old salon let people hand me the cash afterwards.",
        "I've stopped letting people pay afterwards.",
        "Too many forget when they send the money afterwards.",
        "Pay now and pick your time another day.",
        "We can arrange a transfer from the airport after your flight.",
    ],
)
def test_what_is_paid_to_others_or_not_later_is_let_through(body: str) -> None:
    assert not is_held(body)
