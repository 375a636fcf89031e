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
_OF_WORK: Final = ("ation", "ction", "ssment", "tment", "appraisal", "checkup", "check-up")
"""How the nouns of work end that one does for somebody: "valuation", "inspection", "assessment"."""
_NO_WORK: Final = frozenset(
    "selection section action direction education donation location station recommendation conversation "
    "accommodation invitation vacation application registration"
    " fraction function".split()
)


def is_of_work(words: list[str], at: int) -> bool:
    """True for "a free valuation" and "free valuations", not for "free information", which nobody counts."""
    noun = words[at].rstrip("s")
    counted = noun != words[at] or words[at - 2 : at - 1] in (["a"], ["your"], ["the"], ["one"])
    return counted and noun.endswith(_OF_WORK) and noun not in _NO_WORK


def is_small_visit(words: list[str], at: int) -> bool:
    """True for the "ups" of "touch-ups within the week are free", "the check-up's free"."""
    small = words[at].removesuffix("'s") in ("up", "ups") and words[at - 1] == "-"
    return small and words[at - 2] in _SMALL_VISITS


_SMALL_VISITS: Final = frozenset("touch check follow top tidy tune catch patch".split())
"""What one comes up for again, not a "warm-up", a "pull-up" or a "sign-up"."""
