"""Numbers with letters for noughts, and contacts that are another's: each with its opposite."""

import pytest

from align.claims.claim import Stance
from tests.claims.extracting import read

CONTACTS: list[tuple[str, bool]] = [
    ("text me on 7 7 8 - 5 5 5 - O 1 2 9", True),
    ("You can reach me on 07700-9OO-555", True),
    ("text me on o21 555 0199", True),
    ("text me on oh seven seven double oh, nine hundred, five five five", True),
    ("I'm @dd.massage on insta", True),
    ("follow @dd for offers", True),
    ("I'm @danplays, ask me anything", True),
    ("Text me on 021 555 0199 and tell her to be good", True),
    ("New handle: @mele.mutts.nz, tell them all", True),
    ("My page is tilda.ac.edu/book", True),
    # no number, a verb, a stand-in's handle, a government's page
    ("It's o so quiet here, see you at 10 or 11", False),
    ("the fret pattern is 0 2 2 O 0 0 0", False),
    ("@dd me 0n Te1egram", False),
    ("The sub for next week is @danplays", False),
    ("It's @danplays, ask him about the amp", False),
    ("@danplays is covering for me", False),
    ("The syllabus is on seab.gov.sg", False),
    ("The exercises are on nhs.uk/backpain", False),
]


@pytest.mark.parametrize(("body", "given"), CONTACTS)
def test_a_contact_of_ours(body: str, given: bool) -> None:
    found = read(body).utterance.contacts
    assert any(c.owner == "professional" and c.stance is Stance.ASSERTED for c in found) is given


def test_a_listed_number_with_letters_is_disguised() -> None:
    (contact,) = read("text me on 512 - 555 - O 1 8 7").utterance.contacts
    assert contact.disguised
    assert contact.value == "5125550187"
