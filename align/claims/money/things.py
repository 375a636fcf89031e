"""Tell nouns that anybody can sell from those that name our sessions, lengths, prices or people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import price_nouns as nouns
from align.reading.cues import BREAK, CALENDAR, CLIENT, CLOCK, MODAL, NUMERIC, PRICE, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

NO_HEADS: Final = (
    nouns.OWN
    | SESSION_NOUNS
    | UNIT_MINUTES.keys()
    | nouns.DEPOSIT
    | nouns.TRAVEL
    | nouns.REMAINDER
    | nouns.IT
    | nouns.SPEAKER
    | nouns.JOURNEYS
    | frozenset(
        "out pack packs block blocks bundle bundles there here you we they he she what who these those one "
        "ones some all both half mothers mums brides bridesmaids weekend weekends evening evenings"
        " morning mornings day days night nights overnight overnights yours mine outcalls incalls home studio"
        " calls visits callouts guest guests person people group couple family adult child kid student pair duo trio groups couples "
        "families adults kids children students pairs duos".split()
    )
)
"""What stands before a price predicate and is no thing that somebody sells."""


def is_thing(u: Utterance, at: int) -> bool:
    """True for a word that can be a noun nobody of us sells."""
    word = u.reading.words[at].removesuffix("'s")
    return word.isalpha() and len(word) > 2 and word not in NO_HEADS and not u.reading.marks[at] & _NO_THING


_NO_THING: Final = SERVICE_WORD | PRICE | MODAL | SELF | CLIENT | CALENDAR | CLOCK | BREAK | NUMERIC
