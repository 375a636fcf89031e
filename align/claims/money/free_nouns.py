"""Nouns of what may be free of charge: what is booked, and extras of it."""

from typing import Final

from align.claims.durations.length_words import SESSION_NOUNS

_AVAILABILITY: Final = frozenset(
    "slot slots spot spots appointment appointments booking bookings hour hours date gap job one ones"
    " option evening morning afternoon day set sets meeting meet reading touch visits".split()
)
NAMED: Final = SESSION_NOUNS - _AVAILABILITY
FREE_NOUNS: Final = NAMED | frozenset(
    "travel delivery upgrade extension add-on addon extra extras sample demo cancellation rebooking".split()
)
