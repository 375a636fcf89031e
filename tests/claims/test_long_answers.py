"""However often a draft states a sum, what the client's message says as a whole is found out once."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

import pytest

from align import compile_spec
from align.claims.claim import Moment, Speaker
from align.claims.extract import extract
from align.reading import Reading
from specs import load_spec

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN = compile_spec(load_spec("fixtures/demo/personas/marlow.json")).known
NOW = Moment(dt.datetime(2026, 5, 12, 9, tzinfo=dt.UTC))
_Of = TypeVar("_Of")


class Watched(list[_Of]):
    """A list that counts how often somebody goes through all of it."""

    passes = 0

    def __iter__(self) -> Iterator[_Of]:
        """Go through it once more."""
        self.passes += 1
        return super().__iter__()

    def __contains__(self, one: object) -> bool:
        """Look for one, which goes through it as well."""
        self.passes += 1
        return super().__contains__(one)


@pytest.mark.parametrize(
    "said", ["it's £45. ", "45 off. ", "£45 each and ", "half an hour is fine. ", "45! "]
)
@pytest.mark.parametrize(
    "heard",
    [
        "which calculator should he buy?",
        "how much was that brush you used?",
        "are you close?",
        "what's left to pay?",
        "could it be shorter, like 45?",
    ],
)
def test_a_message_is_gone_through_no_more_often_for_more_sums(said: str, heard: str) -> None:
    def passes(times: int) -> int:
        inbound = extract(Reading(heard, KNOWN.vocabulary), Speaker.CLIENT, NOW, KNOWN)
        words, marks = Watched(inbound.reading.words), Watched(inbound.reading.marks)
        inbound.reading.words, inbound.reading.marks = words, marks
        extract(Reading(said * times, KNOWN.vocabulary), Speaker.PROFESSIONAL, NOW, KNOWN, inbound)
        return words.passes + marks.passes

    assert passes(60) == passes(30)
