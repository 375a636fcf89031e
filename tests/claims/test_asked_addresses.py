"""Houses, doors and codes that answer what the client asked, and the same numbers where nobody asked, or of something else."""

import pytest

from align.claims.claim import Stance
from tests.claims.extracting import read

GIVEN = [
    ("It's 19 Linden Passage, two minutes from the station.", "where is the room exactly?"),
    ("its 19 linden passage", "where are you"),
    ("19 Linden Snicket, above the florist", "what's the salon address?"),
    ("We're at 44 Otter Snicket, ring the bell.", "where do we go?"),
    ("It's 6 Magpie Steps in Norwood, blue door.", "where do i find you?"),
    ("The chair's at the back of 23 Weavers Yard. Go in past the florist.", "where in Lisburn?"),
    ("I'll be staying at 17 Cotham Steps from the 11th.", "where will you be based?"),
    ("Tell him to come to 8 Weaver's Nook in Woodstock.", "my driver needs the address"),
    ("The hotel is at 480 Calloway Street.", "Where are you staying?"),
    ("Number 7, the one with the brass fish.", "which door is it"),
    ("It's 7, with the brass fish.", "which house is yours?"),
    ("No 7 on the left.", "which house is yours?"),
    ("It's 7719 then the hash key.", "what's the code for the door?"),
    ("7719, and push hard.", "door code?"),
    ("Tell her to look for unit 4 on the Kaye Street side and just walk in.", None),
    ("Tell your mum it's unit 4.", None),
    ("Meet me at 77 Heron Landing and we'll walk down.", None),
    ("Walk towards the park, it's the white house, number 27.", None),
]
LEFT = [
    ("It's 22 oak steps up to the porch.", "where are you?"),
    ("It's 12 stone steps, then left.", "how do i find you?"),
    ("At 3 different studios, depends on the day.", "where do you teach?"),
    ("I'm at 2 small gyms, one in Ancoats.", "where do you train people?"),
    ("It's 15 gentle minutes from the station.", "where is the clinic"),
    ("In Mount Pleasant. 2 other therapists share the room.", "where is the clinic"),
    ("We're at 100 percent capacity, the address goes out with your booking.", "what's the address"),
    ("Take bus 19 royal oak, then walk.", "where are you"),
    ("Take the tram to 2 stops past Victoria.", "how do i get to you?"),
    ("It's 12 rosewood mixed with a touch of coral.", "what colour is that lip?"),
    ("It's 19 linden samples, all in one box.", "did the wood come?"),
    ("19 Linden Snicket, got it, I'll be there at two.", "our address is 19 Linden Snicket"),
    ("The hotel is at 480 Calloway Street.", "which hotel has the nicest pool?"),
    ("Number 7, the dark cherry.", "which colour was it"),
    ("My pick is number 12, with the dog mid air.", "which photo do you like"),
    ("Number 1, nobody leaves the room angry.", "which house rules should we agree on"),
    ("It's the teal one with paws all over it, 3 rows back.", "How do I find your van in the lot?"),
    ("I'm at table 14, near the coffee.", "how will I find you at the market?"),
    ("I'm free at 7, is that ok?", "which door is it"),
    ("I have 7719 followers now.", "what's the code for the door?"),
    ("It's 7719.", "what's the discount code?"),
    ("Tell her to find unit 4 in the book.", None),
    ("Ask him to do exercise 4.", None),
]


def _is_given(body: str, inbound: str | None) -> bool:
    claims = read(body, inbound).utterance.addresses
    return any(c.owner == "professional" and c.stance is Stance.ASSERTED for c in claims)


@pytest.mark.parametrize(("body", "inbound"), GIVEN)
def test_what_was_asked_for_is_given(body: str, inbound: str | None) -> None:
    assert _is_given(body, inbound)
    assert _is_given(body.upper(), inbound)


@pytest.mark.parametrize(("body", "inbound"), LEFT)
def test_no_address_is_given(body: str, inbound: str | None) -> None:
    assert not _is_given(body, inbound)
