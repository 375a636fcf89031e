"""A draft that states what the facts no longer say is held: as large a share of them as is held now, by kind.

What is never held is a refusal, a question or somebody else's; the floors lie a little under what the gate reaches.
"""

from __future__ import annotations

import pytest

from tests.rewrites.contrary import KINDS, contraries, is_held

EVERY = 6
FLOORS = {
    # left: what the client has sent already ("less the 20 you sent"), a price that is set aside, and other numbers
    "price": 0.94,
    "card": 0.94,
    # left: a sum whose length stands two sentences off, "it's 90 now" of a quoted hour, ranges, other numbers
    "swap": 0.82,
    # left: the deposit that is in already, and small counts ("40 steps", "20 minutes")
    "deposit": 0.84,
    # left: sums that are also the deposit or a remainder, and two-hour packages told without a verb
    "travel": 0.88,
    "no-travel": 0.88,
    "currency": 0.97,
    # left: the client's own places and plans, and places named to say no
    "place": 0.53,
    # left as well: places of a standing studio, and those whose day is in another sentence
    "window": 0.63,
    "phrase": 0.87,
    # left: an account that is called by a bare word or a till number, and pages where there is work to look at
    "contact": 0.92,
    "neighbour": 0.92,
    # left: most name no start at all, or one of another day
    "start": 0.10,
    "today": 0.05,
    "length": 0.63,
    "mode": 0.53,
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_facts_no_longer_say_is_held(kind: str) -> None:
    sample = list(contraries(kind, EVERY))
    held = sum(map(is_held, sample))
    assert held >= FLOORS[kind] * len(sample), f"{held} of {len(sample)}"
