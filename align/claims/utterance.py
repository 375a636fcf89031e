"""One text under extraction: its reading, who speaks, and the claims found so far.

The rooms of `align.claims` run in a fixed order (align/claims/extract.py) and each adds
its claims here, so that a later room can build on an earlier one: money links to
durations, a start to its day, a place to its days. `taken` marks words whose meaning is
settled, so that a number is read in one way only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from align.claims.claim import (
        AddressClaim,
        ChannelClaim,
        Contact,
        Days,
        Duration,
        ModeClaim,
        Moment,
        Money,
        OfferClaim,
        PaymentClaim,
        PlaceClaim,
        Speaker,
        Start,
    )
    from align.claims.known import Known
    from align.claims.numbers.numbers import Number
    from align.claims.places.place_matches import Match
    from align.reading import Reading


@dataclass(slots=True)
class Utterance:
    """A reading with its claims; `inbound` is the client's utterance that it answers.

    `said` are all its words, for readers that first look whether a word of theirs is there at all.
    """

    reading: Reading
    speaker: Speaker
    moment: Moment
    known: Known
    inbound: Utterance | None = None
    taken: bytearray = field(default_factory=bytearray)
    numbers: list[Number] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    addresses: list[AddressClaim] = field(default_factory=list)
    durations: list[Duration] = field(default_factory=list)
    money: list[Money] = field(default_factory=list)
    days: list[Days] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)
    places: list[PlaceClaim] = field(default_factory=list)
    modes: list[ModeClaim] = field(default_factory=list)
    channels: list[ChannelClaim] = field(default_factory=list)
    payments: list[PaymentClaim] = field(default_factory=list)
    offers: list[OfferClaim] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    names: dict[int, Match | None] = field(default_factory=dict)
    """The names of places that begin at words where one was looked for; several readers ask at the same word."""
    said: frozenset[str] = field(init=False)
    answers: dict[object, Any] = field(default_factory=dict)
    """What is asked more than once of the text (align/claims/heard.py) or of a sentence of it
    (align/claims/money/cued_readers.py), with the answers."""

    def __post_init__(self) -> None:
        """Gather the words, and make room for the marks of those that are taken."""
        self.said = frozenset(self.reading.words)
        if not self.taken:
            self.taken = bytearray(len(self.reading))

    def take(self, first: int, last: int) -> None:
        """Mark words `[first, last)` as settled."""
        if last - first == 1:  # as most are; a slice takes three times as long
            self.taken[first] = 1
        else:
            self.taken[first:last] = b"\x01" * (last - first)

    def is_free(self, first: int, last: int) -> bool:
        """True when none of the words `[first, last)` is settled."""
        return self.taken.find(1, first, last) < 0
