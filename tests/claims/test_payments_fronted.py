"""A sum that stands before whoever is to hand it over."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 5, 14, 9, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "EUR",
            "timezone": "Europe/Lisbon",
            "rates": [{"minutes": 180, "amount": 360}],
            "deposit": {"percent": 30},
            "payment": {"timing": "before"},
        }
    )
)


def is_held(body: str) -> bool:
    found = validate_draft(body, SPEC, now=NOW)
    return any(v.rule == "pay_after" for v in found.violations)


@pytest.mark.parametrize(
    "body",
    [
        "The remaining €252 your husband can simply hand me at the end of the evening, when the coffee is on the table.",
        "The remaining €252 you can hand me at the end of the evening.",
        "The other €252 your wife can give me after dinner.",
        "The balance your husband can hand me when we finish.",
        "The rest your mother can slip me on my way out.",
        "The other half your assistant can transfer the day after.",
        "The €252 you can just pass me over the coffee at the end.",
        "The remainder whoever is hosting can hand me at the end of the night.",
        "The rest of it your husband can give me once the coffee is poured.",
        "The €252 that's left your sister can bring me after the dessert.",
        "That €252 your husband can hand me at the end.",
        "The remaining €252 I'll take from your husband at the end of the evening.",
        "The £96 that's left your partner can bring me when we're done.",
        "The rest she can hand over once you're dressed.",
        "The last £96 your mum can just pop in my hand on the way out.",
        "The outstanding £96 whoever picks you up can give me at the end.",
        "The balance either of you can tap in when we finish.",
        "The remainder one of you can quietly slip me at the end of the visit.",
    ],
)
def test_a_sum_before_who_hands_it_over_is_held(body: str) -> None:
    assert is_held(body)


@pytest.mark.parametrize(
    "body",
    [
        "The remaining €252 your husband can simply hand me at the door before I start.",
        "The remaining €252 your husband can't hand me at the end of the evening, I take it before I start.",
        "The remaining wine your husband can hand me at the end of the evening.",
        "The rest your husband can tell me at the end of the evening.",
        "The rest of the plates your husband can hand me at the end of the evening.",
        "The last plate you can hand me at the end.",
        "The other knives your husband can hand me at the end of the evening.",
        "The menu your husband can hand me at the end of the evening.",
        "The rest of the bread your guests can take home at the end of the evening.",
        "The remaining €252 your husband can hand me when I arrive.",
        "The remaining €252 isn't something your husband can hand me at the end of the evening.",
        "The remaining half of the cake your husband can hand me at the end of the evening.",
        "The other half of the lemons you can give me at the end.",
        "The deposit your husband can send me now, and at the end of the evening I'll leave the recipes.",
        "The £96 that's left your partner can bring when you arrive.",
        "The rest of your questions your partner can ask me at the end.",
        "The other towel your partner can hand me at the end.",
        "The balance your partner can't leave till the end, I'm afraid.",
        "The remaining oil she can take home at the end.",
        "The rest your body can do at the end of the day.",
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str) -> None:
    assert not is_held(body)
