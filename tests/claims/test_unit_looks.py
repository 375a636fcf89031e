"""The cheap look before the patterns of units changes nothing that is found."""

from __future__ import annotations

from datetime import UTC, datetime
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from align.claims.addresses import units
from align.claims.addresses.addresses import read_addresses
from align.claims.claim import Moment, Speaker
from align.claims.read import nothing
from align.claims.utterance import Utterance
from align.reading import Reading

NOW = Moment(datetime(2026, 11, 21, 12, tzinfo=UTC))
_WORDS = (
    "flat door bell room unit apt buzzer number no . # , b a c 2 12 two two's one marked with that is at in the my on street"
    " studio little ? ) buzz 's B. 4f2 x xx"
).split()


def _read(body: str) -> Utterance:
    known = nothing()
    u = Utterance(Reading(body, known.vocabulary), Speaker.PROFESSIONAL, NOW, known)
    read_addresses(u)
    return u


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join))
@example("I'm at flat two's, by the street")
@example("the bell that is marked . # 2")
@example("it's flat no. # 2")
def test_the_look_changes_nothing(body: str) -> None:
    with patch.object(units, "_may_be_numbered", lambda *_: True):
        everywhere = _read(body)
    looked = _read(body)
    assert (looked.addresses, looked.taken) == (everywhere.addresses, everywhere.taken)


@pytest.mark.parametrize("body", ["I'm at flat b.", "It's flat c", "Buzz flat two.", "Buzz flat 2."])
def test_a_unit_is_read(body: str) -> None:
    assert [a.kind for a in _read(body).addresses] == ["unit"]


def test_a_room_is_no_unit_and_costs_little() -> None:
    reading = _read("I always warm the room a little, put some music on").reading
    with patch.object(units, "_NUMBERED", None):  # it is not even asked
        assert units.find_unit(reading, reading.words.index("room")) is None
