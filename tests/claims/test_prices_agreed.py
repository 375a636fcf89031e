"""A price that the client asks about and the draft calls right."""

import pytest

from tests.claims.coach import rules_held


def is_held(body: str, inbound: str | None) -> bool:
    return "price_in_writing" in rules_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("Yes, exactly right. Sunday at 4?", "so 90 min at mine is 410 right"),
        ("Exactly right.", "so 90 min at mine is 410 right"),
        ("Exactly that, yes.", "so 90 min at mine is 410 right"),
        ("Yes, that's exactly right.", "so 90 min at mine is 410 right"),
        ("Spot on! Sunday at 4?", "so 90 min at mine is 410 right"),
        ("Quite right.", "so 90 min at mine is 410 right"),
        ("Yep, you've got it exactly.", "so 90 min at mine is 410 right"),
        ("You read it exactly right.", "so 90 min at mine is 410 right"),
        ("Absolutely right, see you Sunday.", "so 90 min at mine is 410 right"),
        ("Perfectly correct. Sunday at 4?", "so 90 min at mine is 410 right"),
        ("Yes, dead right.", "so 90 min at mine is 410 right"),
        ("That's the one. Sunday at 4?", "so 90 min at mine is 410 right"),
        ("Totally right!", "so 90 min at mine is 410 right"),
        ("Bang on. Sunday at 4?", "so 90 min at mine is 410 right"),
        ("Yes, exactly right.", "so it's 250 for the hour?"),
        ("Exactly so.", "it's 250 for the hour, correct?"),
        ("Precisely. Sunday at 4?", "an hour is 250, yes?"),
        ("Yes, exactly right.", "deposit is 80 right?"),
        ("Yes, just right.", "an hour for us is 310 correct"),
        ("That's exactly it.", "an hour for us is 310 correct"),
        ("Yes! Exactly so, see you Sunday.", "an hour for us is 310 correct"),
        ("Yes, that is absolutely correct.", "an hour for us is 310 correct"),
    ],
)
def test_a_price_called_right_is_held(body: str, inbound: str | None) -> None:
    assert is_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("Yes, exactly right. Sunday at 4?", "so sunday at 4 at my place right"),
        ("Yes? No figures over text, so check the form.", "so 90 min at mine is 410 right"),
        ("Not exactly right, I'm afraid. The form has it all.", "so 90 min at mine is 410 right"),
        ("Right, let me send you the form for that.", "so 90 min at mine is 410 right"),
        ("You're right to ask! The form has every figure.", "so 90 min at mine is 410 right"),
        ("Is that right? Check the form, figures live there.", "so 90 min at mine is 410 right"),
        (
            "I can't say if that's exactly right over text, it's all on the form.",
            "so 90 min at mine is 410 right",
        ),
        ("Yes, exactly right to be mad about it.", "i paid 410 in tolls lol, crazy right"),
        ("Yes, exactly right.", "you're the tall one on insta right"),
        ("Sunday right at 4? The form has the rest.", "so 90 min at mine is 410 right"),
        ("Exactly right!", "turn left at the bakery, right?"),
        ("Yes, exactly, crazy. My figures are on the form.", "my last coach was 410 for 90 min, crazy right"),
        ("Right, here's the form with all of it.", "an hour for us is 310 correct"),
        ("The form says exactly what it is.", "an hour for us is 310 correct"),
        ("Quite correct.", "you live in brickell, correct"),
        ("Not quite right! The form has it.", "an hour for us is 310 correct"),
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str, inbound: str | None) -> None:
    assert not is_held(body, inbound)
