"""The work of reading when payment happens does not grow faster than the text."""

from __future__ import annotations

from time import process_time

import pytest

from align.claims.payments.put_off import put_off
from align.reading import Reading
from tests.claims.extracting import example


@pytest.mark.parametrize(
    "part",
    [
        "I don't mind when you pay ",
        "whenever you like to pay the fee is ",
        "no rush with the money ",
        "don't worry about paying until we ",
    ],
)
def test_the_work_is_linear(part: str) -> None:
    """The processor's time, as no count of calls sees how far a pattern looks."""

    def seconds(times: int) -> float:
        reading = Reading(part * times, example().known.vocabulary)
        began = process_time()
        for index in range(len(reading.words)):
            put_off(reading, index)
        return process_time() - began

    seconds(1)  # what is compiled for the first text is no work of the next
    short = min(seconds(250) for _ in range(3))
    # Sixteen times the text: square work would be some two hundred and fifty times as much.
    assert min(seconds(4000) for _ in range(2)) < 64 * short
