"""Codes in figures and words, key safes where they hang, rooms above a shop: each with its opposite."""

import pytest

from align.claims.claim import Stance
from tests.claims.extracting import read

CODES: list[tuple[str, bool]] = [
    ("the code for our gate is nine-0-8-three", True),
    ("the alarm code's 9 oh 8 3", True),
    ("The code is nine, zero, eight, three.", True),
    ("the pin for the gate is two-2-seven-0", True),
    ("The keypad at my door takes four-4-nine-one.", True),
    ("The gate is 4-4-7-1.", True),
    ("Punch 4-4-7-1 and the gate swings open.", True),
    ("key safe's on the meter box, 4471", True),
    ("keysafe is on the wall by the bins, 0-8-1-5", True),
    ("Lockbox hangs on the railing. It's 2290.", True),
    ("The key safe is round the back by the hose. It's 6631.", True),
    ("Box code: 1, 9, 4, 4.", True),
    ("I'm at number 6, side door, gate 4471, then up the stairs", True),
    # no code is told
    ("We've painted the gate 4471 times.", False),
    ("There's a new fence, gate 2019.", False),
    ("The padlock problem: code 3, 1, 4, how many permutations?", False),
    ("key safe's on the meter box, I'll text the number once we're set", False),
    ("The lockbox is by the gate, 300 metres from the bus stop.", False),
    ("Your key safe's on the meter box, 4471, got it.", False),
    ("The tuning code for that song is one four five four", False),
    ("The riff goes one, two, three, five.", False),
    ("The hymn is number 908, verse three.", False),
]
STREETS: list[tuple[str, bool]] = [
    ("I'm above the bakery at 14 Kent Road", True),
    ("we're below the dentist at 14 Kent Road", True),
    ("I work out of the room above the chemist at 9 Otley Road.", True),
    ("The room's over the chemist, 9 Otley Road, side door.", True),
    ("Clients come to the flat above the chemist at 9 Otley Road.", True),
    ("The neighbour has the key for 14 Kent Road", True),
    ("The café downstairs keeps the key for 14 Kent Road if I'm late", True),
    ("My last slot at 14 Kent Road is 5pm.", True),
    ("Park in the garage at 22 Kent Road and come up to the studio.", True),
    ("I'm over the road from the church at 9 Shop Street.", True),
    ("I'm up over the chemist in Eyre Square, number 9, second buzzer.", True),
    ("It's 4512 Avenue G", True),
    ("I'm off Avenue G near the park", False),
    ("My cousin lives over the chemist at 9 Otley Road.", False),
    ("The chemist in Eyre Square, number 9, does plasters.", False),
    # left, the client's, or another's
    ("I'm no longer above the bakery at 14 Kent Road.", False),
    ("You live above the bakery at 14 Kent Road, I'll find it", False),
    ("Your neighbour has the key for 14 Kent Road, thanks for sorting.", False),
    ("I've got the key for 14 Kent Road, I'll let myself in.", False),
    ("My last client at 14 Kent Road was lovely.", False),
    ("Park at the garage at 300 Kent Road, it's cheapest.", False),
    ("You're at 14 Kent Road, aren't you?", False),
]


@pytest.mark.parametrize(("body", "given"), [*CODES, *STREETS])
def test_an_address_of_ours(body: str, given: bool) -> None:
    found = read(body).utterance.addresses
    assert any(c.owner == "professional" and c.stance is Stance.ASSERTED for c in found) is given
