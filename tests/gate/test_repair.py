"""Repairs: minimal, from the spec, validated again; and none where it would be a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align import validate_draft
from align.gate.repair import repair
from tests.gate.parts import NOW, spec

SPEC = spec(channels={"text_only": True, "allowed": ["sms"]}, payment={"timing": "before"})


@pytest.mark.parametrize(
    ("body", "mended"),
    [
        ("Hi! An hour at mine is 70.", "Hi! An hour at mine is 80."),
        ("An hour here is 70. See you then!", "An hour here is 80. See you then!"),
        ("Sounds good. Give me a call tonight! An hour here is 80.", "Sounds good. An hour here is 80."),
        ("An hour here is 70. Just pay me afterwards. Thanks!", "An hour here is 80. Thanks!"),
        ("1. Call me!\n2. An hour here is 80.", "2. An hour here is 80."),
        ("Hi Jo... (Just call me?!) \n\nAn hour here is 80!!", "Hi Jo... An hour here is 80!!"),
    ],
)
def test_what_is_unambiguous_is_mended(body: str, mended: str) -> None:
    found = repair(body, validate_draft(body, SPEC, now=NOW))
    assert found == mended
    assert validate_draft(mended, SPEC, now=NOW).ok


@pytest.mark.parametrize(
    "body",
    [
        "An hour here is 80.",  # nothing to mend
        "I'm in Paris this week.",  # where, the spec cannot say
        "A quick half hour works!",  # what instead, the client decides
        "Give me a call tonight!",  # nothing would be left
        "I'm in Paris this week. An hour here is 70.",  # half a repair is none
    ],
)
def test_what_would_be_a_guess_is_left(body: str) -> None:
    assert repair(body, validate_draft(body, SPEC, now=NOW)) is None


@given(
    st.lists(
        st.sampled_from(
            [
                "An hour is 70.",
                "An hour here is 80!",
                "Call me.",
                "Pay me later.",
                "Sedation is fine.",
                "Hi Jo,",
                "£5 off",
            ]
        ),
        max_size=5,
    )
)
def test_a_repair_changes_the_body_and_keeps_some_of_it(sentences: list[str]) -> None:
    body = " ".join(sentences)
    mended = repair(body, validate_draft(body, SPEC, now=NOW))
    if mended is not None:
        assert mended != body
        assert mended.strip() == mended != ""


@pytest.mark.parametrize("filler", [".", "! ", '."', ". ", "\n", "1. ", "…)"])
def test_a_body_of_marks_is_mended_as_quickly_as_any_other(filler: str) -> None:
    """What is quadratic would take an hour here."""
    body = "Hi Jo. Call me"
    mended = repair(body + filler * 1_000_000, validate_draft(body, SPEC, now=NOW))
    assert mended is not None
    assert mended.startswith("Hi Jo.")
    assert "Call" not in mended
