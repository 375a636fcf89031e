"""Run the rooms of extraction over a text, in their fixed order.

A room is entered only where the reading saw a word of a class that it needs, so a text
without numbers never pays for the number rooms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.claims.addresses.addresses import read_addresses
from align.claims.channels.channels import read_channels
from align.claims.contacts.contacts import read_contacts
from align.claims.dates.dates import read_days
from align.claims.durations.durations import read_durations
from align.claims.money.money import read_bare_money, read_marked_money
from align.claims.numbers.numbers import read_numbers
from align.claims.offers import read_offers
from align.claims.payments.payments import read_payments
from align.claims.places.modes import read_modes
from align.claims.places.places import read_places
from align.claims.times.times import read_starts
from align.claims.utterance import Utterance

if TYPE_CHECKING:
    from align.claims.claim import Moment, Speaker
    from align.claims.known import Known
    from align.reading import Reading

ROOMS = (
    read_contacts,
    read_addresses,
    read_numbers,
    read_durations,
    read_marked_money,
    read_days,
    read_starts,
    read_bare_money,
    read_places,
    read_modes,
    read_channels,
    read_payments,
    read_offers,
)
"""Every room, in order. Each takes the utterance and adds its claims to it."""


def extract(
    reading: Reading,
    speaker: Speaker,
    moment: Moment,
    known: Known,
    inbound: Utterance | None = None,
) -> Utterance:
    """Read all claims of one text.

    A room that crashes leaves a line in `faults` of the utterance; the check reports it.
    """
    utterance = Utterance(reading, speaker, moment, known, inbound)
    for read in ROOMS:
        try:
            read(utterance)
        except Exception as error:  # noqa: BLE001 - reported with the result, never counted as clean
            utterance.faults.append(f"{read.__name__}: {type(error).__name__}: {error}")
    return utterance
