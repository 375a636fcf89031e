"""A long draft that answers a long message takes as long as both are, not as long as their product."""

from __future__ import annotations

import datetime as dt
from time import process_time

import pytest

from align import compile_spec, validate_draft
from specs import load_spec

MARLOW = compile_spec(load_spec("fixtures/demo/personas/marlow.json"))
NOW = dt.datetime(2026, 5, 12, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("it's £340. ", "which calculator should he buy? "),
        ("45 off. ", "how much was that brush you used? "),
        ("half an hour is fine. ", "my dog is nine and my cat is ten. "),
    ],
)
def test_the_work_is_linear(said: str, heard: str) -> None:
    """The processor's time: whether a word is among those of a long message is one call, however long it takes."""

    def seconds(length: int) -> float:
        body, inbound = (part * (length // len(part)) for part in (said, heard))
        began = process_time()
        validate_draft(body, MARLOW, now=NOW, context={"inbound": inbound})
        return process_time() - began

    seconds(100)  # what is compiled for the first text is no work of the next
    short = min(seconds(2_500) for _ in range(3))
    # Sixteen times the text: square work would be some two hundred and fifty times as much.
    assert min(seconds(40_000) for _ in range(2)) < 40 * short
