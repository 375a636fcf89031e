"""Dots that shorten a word and end no sentence: "90 min. for 150", "Fri. at 6", "Mrs. Patel", "in St. Kilda".

A title's dot never ends one. Behind a shortened day, month or unit, what follows tells:
"Fri. at 6" goes on, and "See you Fri. Call me" does not. Capitals do not count, as nowhere in a check.
"""

from __future__ import annotations

from itertools import compress
from typing import Final

_TITLES: Final = frozenset("mr. mrs. ms. mx. prof. approx. incl. excl. vs.".split())
_NAMED: Final = frozenset("st. ste. mt. ft. pt. dr.".split())
"""Behind a name these are a street's or a drive's: "on Oak Dr. Come by"."""
_UNITS: Final = frozenset("min. mins. hr. hrs. max.".split())
_DAYS: Final = frozenset("mon. tue. tues. wed. weds. thu. thur. thurs. fri. sat. sun.".split())
_MARKS: Final = frozenset("rs. ksh. kshs. sh. shs. fr. sfr. rp. kr. tk.".split())
_MONTHS: Final = frozenset("jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".split())
_ASIDES: Final = frozenset(("e.g.", "i.e."))
"""Said as a comma is: "any day, e.g. Friday"."""
SHORTENED: Final = _ASIDES | _TITLES | _NAMED | _UNITS | _DAYS | _MONTHS | _MARKS

_UNIT_GOES_ON: Final = frozenset(
    "for at is are was were on in with and or to per each total minimum min session sessions lesson lessons"
    " appointment appointments slot slots drive walk late away notice costs cost comes runs = - – — : @".split()
)
_DAY_GOES_ON: Final = frozenset(
    "at @ for with from to until till through thru and or in is on the - – — : morning mornings "
    "afternoon afternoons"
    " evening evenings night nights noon midday jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
    " january february march april may june july august september october november december".split()
)
_LEADS: Final = frozenset(
    "in to at near from around for of and or the my your our is am i'm we're via visit visiting with by "
    "see ask"
    " that this his her their try tell call ask consider when if"
    " dear hi hello hey thanks to, thank as like between through past towards toward than".split()
)
_MONEY: Final = frozenset("$£€¥₦₹₱")


def drop_short_dots(chunks: list[str]) -> None:
    """Take the dots off shortened words in a text, given as what is between its spaces, where they end no sentence."""
    for at in compress(range(len(chunks) - 1), map(SHORTENED.__contains__, chunks)):
        if chunks[at] in _ASIDES:
            chunks[at] = ","
        elif _goes_on(chunks[at - 1] if at else "", chunks[at], chunks[at + 1]):
            chunks[at] = chunks[at][:-1]


def _goes_on(before: str, word: str, behind: str) -> bool:
    """True where the sentence of a shortened word goes on behind its dot."""
    figure = behind[:1].isdecimal() or behind[:1] in _MONEY
    if word in _TITLES:
        return behind[:1].isalpha() or figure
    if word in _NAMED:
        return behind[:1].isalpha() and (before in _LEADS or not before[-1:].isalpha())
    if word in _UNITS:
        return figure or behind in _UNIT_GOES_ON
    if word in _DAYS:
        return figure or behind in _DAY_GOES_ON
    return behind[:1].isdecimal()
