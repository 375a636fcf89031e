"""Words around lengths of time that both what is measured and what is offered look at."""

from __future__ import annotations

from typing import Final

SESSION_NOUNS: Final = frozenset(
    "session sessions appointment appointments slot slots set sets visit visits booking bookings"
    " lesson lessons class classes taster tasters trial trials intro consultation consult express"
    " massage massages facial facials treatment treatments groom grooms trim trims bath baths"
    " tidy touch touchup touch-up touchups cut cuts haircut haircuts shoot shoots photoshoot"
    " gig gigs performance serenade reading readings coaching tutorial workout training"
    " appt appts sesh meeting meetings meet meetup date hangout option package spot spots job one ones"
    " catch supper sitting service services blocks chunks taping stretch mini minis demo workshop "
    "walk-in opening".split()
)
"""Nouns for what is booked; the spec's own services count as well."""


FILLER: Final = frozenset(
    "a an the this that those these just only quick full whole short nice proper good about around roughly"
    " maybe like of my your some extra-short fast speedy little lil cheeky even ~ approx approximately"
    " tiny wee bonus super really solid usually typically generally exactly".split()
)


SQUEEZING: Final = frozenset("squeeze fit slot sneak get pop fitting squeezing book slip tuck".split())
FITTING_IN: Final = SQUEEZING | frozenset("put pencil squash work".split())
"""Verbs that have room for what stands with their "in": "squeeze in 3:15", "work half an hour in"."""


BOOKING: Final = frozenset(
    "suggest recommend propose plan go shorten shortening cut trim reduce limit do doing does book "
    "booked booking squeeze squeezing fit fitting offer offering about let's lets"
    " say make making host have having got get spare block blocked reserve reserved pencil"
    " pencilled penciled manage keep begin start starting schedule scheduled try see seeing meet"
    " meeting confirm confirmed down want fancy grab arrange sort".split()
)
"""Verbs and particles that book the length behind them."""


OFFERING: Final = frozenset("can could might i'd we'd i'll we'll happy let's lets".split())
"""Before a verb, what makes an offer of it."""
BRIEFLY_HAD: Final = frozenset("quick short cheeky speedy fast brief snappy".split())
"""Adjectives of a short appointment: "a quick 45"."""


PASSED_OVER: Final = frozenset("you ya u him her them us it in for up to at".split())
"""What may stand between such a verb and its length."""


WORKING: Final = frozenset("business working calendar".split())
"""What tells of a day that it counts: "another business day"."""
ADDED: Final = frozenset("more extra additional further less fewer".split())
"""What makes a length one on top of another."""
DESCRIBING: Final = (
    frozenset("full whole entire solid good long straight consecutive".split()) | WORKING | ADDED
)
"""What may stand between a number and its unit: "3 full days", "two more hours"."""


def is_added(words: list[str], first: int, last: int) -> bool:
    """True for "20 more minutes", "another 20 minutes": more of an appointment, and none by itself."""
    return not ADDED.isdisjoint(words[first:last]) or (
        first > 0 and (words[first - 1] in ADDED or words[first - 1] == "another")
    )


def lead_of(words: list[str], first: int, begin: int) -> int:
    """Return where a length begins with its article and adjectives: "a gentle half hour"."""
    while first > begin and words[first - 1] in FILLER and words[first - 1] != "of":
        first -= 1
    return first
