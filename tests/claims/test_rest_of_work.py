"""The rest of the work, which may wait, and the rest of the money, which may not; what burned who was paid after."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "USD",
            "timezone": "America/Chicago",
            "payment": {"timing": "before"},
        }
    )
)
SERVICES = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "USD",
            "timezone": "America/Chicago",
            "services": ["slide guitar lessons", "banjo lessons", "songwriting session"],
            "policy": {"service_in_writing": "never"},
        }
    )
)
OF_WORK = [
    "We can look at the lunches and leave the rest till the new year, and that'll be sixty bucks",
    "We'll do the sleeve now and leave the rest till next session, it's 200 upfront",
    "Do the top coat today and the rest next week, that's 80",
    "We can do half the lawn today and the rest after the holidays, 50",
    "Let's look at the front garden and leave the rest till spring",
    "Finish the sleeve now and do the rest next month",
    "I know others let you pay after",
    '"Pay after" got me burned twice',
    "Pay me after? Ha, I've been burned",
]
OF_MONEY = [
    "Do the deposit today and the rest after",
    "We can do 30 now and leave the rest till after the session",
    "Let's do half the fee now and the rest after",
    "I'll finish the colour, then the rest of the money after",
    "We can do the first half now and the rest when we're done",
    "You can do half the money now and half after",
    "We'd do the booking now and the rest at the end of the session",
    "Let's do the sixty now and the rest after",
    "We can look at the lunches now and you can leave the money till after",
    "Half up front and we can leave the rest till you're happy with it",
    "Pay me after? I've been burned, but for you, sure",
]
COMMENDED = [
    "From what you told me, slide guitar lessons would be right up your alley. We'd start in open G",
    "You mentioned Bonnie Raitt and slide guitar lessons would be right up your alley",
    "You said your dad played so banjo lessons would be perfect for you",
    "You told me about the gig, I think a songwriting session would be great for you",
]
NOT_COMMENDED = [
    "You said banjo lessons would be perfect for you but I don't do them",
    "You said banjo lessons would be perfect for you, sadly I'm not your teacher",
]


@pytest.mark.parametrize("body", OF_WORK)
def test_the_rest_of_the_work_may_wait(body: str) -> None:
    assert not validate_draft(body, SPEC, now=NOW).violations


@pytest.mark.parametrize("body", OF_MONEY)
def test_the_rest_of_the_money_may_not(body: str) -> None:
    assert "pay_after" in {v.rule for v in validate_draft(body, SPEC, now=NOW).violations}


@pytest.mark.parametrize("body", COMMENDED)
def test_what_is_commended_behind_a_quote_is_on_offer(body: str) -> None:
    assert [v.rule for v in validate_draft(body, SERVICES, now=NOW).violations] == ["service_in_writing"]


@pytest.mark.parametrize("body", NOT_COMMENDED)
def test_what_the_client_commends_is_not(body: str) -> None:
    assert not validate_draft(body, SERVICES, now=NOW).violations
