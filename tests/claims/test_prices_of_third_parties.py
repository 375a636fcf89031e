"""Sums that a third party asks, however far its subject stands, and the same sums when they are ours."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BASE = {
    "persona": "test",
    "currency": "EUR",
    "timezone": "UTC",
    "rates": [
        {"minutes": 60, "amount": 120},
        {"minutes": 90, "amount": 170},
        {"minutes": 60, "amount": 150, "mode": "outcall"},
    ],
    "deposit": {"amount": 40},
    "modes": ["incall", "outcall"],
    "services": ["bridal makeup", "soft glam", "massage"],
}
SPEC = compile_spec(Spec.from_dict(BASE))


def contradicts(body: str) -> bool:
    return any(v.rule == "price_contradiction" for v in validate_draft(body, SPEC, now=NOW).violations)


THEIRS = [
    # the subject stands before what is inserted
    "The hotel, as far as I know, asks €90 for a microphone.",
    "The hotel, if I remember right, charges €90 for a late checkout.",
    "The cellist I usually recommend, Katie, charges 250 on her own account.",
    "The photographer, a pal of mine, charges €300 for the morning.",
    "Your building's party room, if I read the poster right, wants €75 for the evening and the stall is another €12.",
    "The hairdresser I like, Ana, takes €90 for an updo.",
    "The council, believe it or not, charges €60 to park a van.",
    "The agency in Paris, for what it's worth, wants €450 and a contract.",
    "The castle, being a castle, asks €400 for the terrace and another €80 for heaters.",
    "The makeup artist I like for these, Renee, has a minimum of €150 and brings her own chair.",
    "The wreckers out at Lusk, fair warning, want €340 for a door.",
    "Some places in town, honestly, ask €200 for that.",
    # nobody of us stands between the subject and the sum
    "The spa up the hill does a sound bath on Sundays, €35 with tea.",
    "The big studio over on the quay does a free trial week and €25 drop-ins.",
    "Your old guy on the square, the one with the radio, did a whole family for €15.",
    "The gym by the station, no offence to them, is €49 a month.",
    "The clinic downstairs, they share our washroom, is €110 for an hour.",
    "Life models in this town get 18 an hour, which is a scandal.",
    "Katie, if I remember right, charges €90.",
    "My physio, who I adore, charges €70 and hums.",
    "The registry office, of all places, charges €75 for photos on the steps.",
    "I don't do hair, but Agnes in Coburg is wonderful and takes about €240.",
    "I know a guy who'll come over and charge €90.",
    "They come to you and charge €90.",
    "Fella at the pub reckons he'll do your soft glam for €50.",
    # what a fee is that goes to others
    "The permit fee goes straight to the city office, not to me. I think it's around 140.",
]
OURS = [
    "The hour, as you know, is €90.",
    "The price, as the hotel knows, is €90.",
    "The full package, which everyone loves, takes three hours and is €600.",
    "The look, lashes and all, takes an hour and costs €90.",
    "The booking page, if you haven't seen it, asks €60 as a deposit.",
    "My studio, the one on Colfax, charges €90 an hour.",
    "My studio charges €90 an hour.",
    "The form asks for €60 up front.",
    "My assistant takes €90 at the door.",
    "The salon, my second home, takes €90 for the hour.",
    "The artist, yours truly, charges €90 for the hour.",
    "Your therapist, meaning me, asks €90 for the hour.",
    "The clinic where I work charges €90 for the hour.",
    "The owner wants me there at six, €90 for the hour.",
    "The team does it for €90.",
    "The hotel knows me, it's €90 for the hour.",
    "The spa asks €200, with me it's €90.",
    "The spa asks €200, mine is €90.",
    "The taxi, as you know, wants €15, and I want €90.",
    "Katie, who shares my studio, charges €250 and I charge €90.",
    "Makeup, in case your mum asks, is €90.",
    "A visit to the hotel, parking included, costs €90.",
    "The evening visit wants planning, and it's €90.",
    "Everybody at the hotel pays me €90.",
    "The company pays, €90 for the hour.",
    "I come to you and charge €90 for the hour.",
    "She'll have the hour for €90.",
    # another's price made ours
    "The spa does it for €200 and I'd match that.",
    "The spa does it for €90 and I'd do the same.",
    # the client has it from us
    "Each girl gets an hour for €90.",
    "The second girl gets it for €90.",
    "A returning client gets it for €90.",
    "Your bridesmaids want soft glam, €90 each.",
    "Your aunt can have the hour for €90.",
    "Models in town know me, I get 90 an hour.",
    "My fee goes straight to the studio account. It's 90 for the hour.",
    "I charge 300 a term.",
]


@pytest.mark.parametrize("body", THEIRS)
def test_what_a_third_party_asks_is_no_price_of_ours(body: str) -> None:
    assert not contradicts(body)


@pytest.mark.parametrize("body", OURS)
def test_the_same_sum_is_ours(body: str) -> None:
    assert contradicts(body)


def test_a_match_that_is_refused_stays_theirs() -> None:
    assert not contradicts("The spa does it for €90 and I can't match that.")


HEAT = compile_spec(Spec.from_dict({**BASE, "currency": "USD", "services": ["tasting menu"]}))


@pytest.mark.parametrize(
    ("body", "is_price"),
    [
        ("the brisket is 14 pounds, twelve hours at 225", False),
        ("the smoker does twelve hours at 225", False),
        ("the brisket dinner is three hours at 225", True),
    ],
)
def test_degrees_beside_a_weight(body: str, is_price: bool) -> None:
    found = validate_draft(body, HEAT, now=NOW).violations
    assert bool(found) is is_price
