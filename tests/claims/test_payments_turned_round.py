"""Payment that is turned round to after, and times and sums near a payment that are not its own."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "EUR",
            "timezone": "Europe/Dublin",
            "payment": {"timing": "before"},
        }
    )
)
AFTER = [
    ("It used to be up front but now it's after", None),
    ("Payment was up front but these days it's after", None),
    ("I no longer take payment up front, it's after the session", None),
    ("I never ask for money before, always after", None),
    ("Others want it up front, I take it after", None),
    ("I said up front but after is grand", None),
    ("Payment isn't before, it's after", None),
    ("Paying at the end is how it's done here", None),
    ("Paying after is what most of mine do, do the same", None),
    ("Parking's free, and you pay me at the end", None),
    ("The venue lets us in at 5, pay me after the set", None),
    ("Settle up with your sister and then with me after", None),
    ("Pay with your friend after, one transfer is easier", None),
    ("Feel free to pay when the album arrives", None),
    ("Payment terms: 7 days after the event", None),
    ("Six lessons, paid at the end of the block", None),
    ("I'd rather you paid after", None),
    ("At the end, love", "When do you take payment?"),
    ("Whenever you like", "when do I pay?"),
    ("Before or after, I'm easy", "do I pay first?"),
]
NOT_AFTER = [
    "It was pay after, it's now up front",
    "I moved from paying after to up front",
    "I don't mind how you pay as long as it's up front",
    "Up front, not after",
    "Payment is up front, and after that we relax",
    "I take it up front, then I text you after",
    "Sit up front with me, we'll walk after",
    "Warm up before your run, always after as well, and pay the gym",
    "Paying at the end isn't how it's done here",
    "Some salons let you pay after. I don't.",
    "I take payment when you book, and when you next come you get a card.",
    "Pay online, then at the end you get your photos",
    "Got your payment, later!",
    "Pay by 5, anything later and I release the slot",
    "Bring cash, you'll want coffee after",
    "Your sister can settle with you after, I just need one payment before",
]


def rules(body: str, inbound: str | None) -> set[str]:
    context = None if inbound is None else {"inbound": inbound}
    return {v.rule for v in validate_draft(body, SPEC, now=NOW, context=context).violations}


@pytest.mark.parametrize(("body", "inbound"), AFTER)
def test_after(body: str, inbound: str | None) -> None:
    assert rules(body, inbound) == {"pay_after"}


@pytest.mark.parametrize("body", NOT_AFTER)
def test_not_after(body: str) -> None:
    assert rules(body, None) == set()
