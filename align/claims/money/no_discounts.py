"""Tell what looks like a discount and is none: "accent reduction", "ten off the springs", "fifteen off you"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.vocatives import VOCATIVES
from align.reading.cues import CALENDAR, CLOCK, DURATION_UNIT, NUMERIC, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.money.price_cuts import Lookup

CUTTING: Final = frozenset(
    "knock knocking knocked take taking taken took shave shaved shaving lop lopped chop chopped cut "
    "cutting drop dropped"
    " dropping get save".split()
)
"""What makes a price smaller."""
_PRICES: Final = frozenset("price rate cost fee".split())


def _is_had_off_one(words: list[str], first: int, whom: int) -> bool:
    """True for "I just need fifteen quid off you to hold it", not for "I'll take fifty off you for being late"."""
    before = words[max(0, first - _NEAR) : first]
    if words[whom : whom + 1] not in _WHOM or before[-1:] == [] or before[-1] in CUTTING:
        return False
    needed = not _NEEDING.isdisjoint(before) and CUTTING.isdisjoint(before)
    return needed or (not _TAKING.isdisjoint(before) and words[whom + 1 : whom + 3] in _TO_HOLD)


_NEEDING: Final = frozenset("need needs want".split())
_TAKING: Final = frozenset("take took taken get got have had".split())
_TO_HOLD: Final = (
    ["to", "hold"], ["to", "secure"], ["to", "book"], ["to", "confirm"], ["to", "lock"],
    ["as", "a"], ["as", "deposit"], ["up", "front"],
)  # fmt: skip
"""What is taken of a client in advance."""
_NEAR: Final = 5
_WHOM: Final = (["you"], ["ye"], ["u"], ["him"], ["her"], ["them"])


def is_of_body(look: Lookup, at: int) -> bool:
    """True for "accent reduction", "a reduction in swelling": something else than a price gets less."""
    words = look.words
    if words[at] != "reduction":
        return False
    before = words[at - 1] if at else ""
    behind = words[at + 1 : at + 4]
    lessened = behind[:1] in (["in"], ["of"]) and _PRICES.isdisjoint(behind)
    return lessened or before in _LESSENED


_LESSENED: Final = frozenset(
    "the accent stress swelling scar breast noise wine sauce pain anxiety tension inflammation weight "
    "fat cellulite wrinkle redness"
    " dialect harm risk".split()
)
"""What gets less by a reduction that is no price; "the reduction" is what a cook makes."""


def is_off_thing(look: Lookup, at: int) -> bool:
    """True for the springs of "I took ten off the springs", which is no price."""
    words, marks = look.words, look.u.reading.marks
    if words[at : at + 1] not in (["the"], ["his"], ["her"]) or at + 1 >= len(words):
        return False
    named = words[at + 1]
    ours = marks[at + 1] & (PRICE | DURATION_UNIT | SERVICE_WORD | CALENDAR | CLOCK | NUMERIC)
    return named.isalpha() and not ours and named not in SESSION_NOUNS and named not in _PRICED_NOUNS


def is_of_score(words: list[str], at: int) -> bool:
    """True for the unit at word `at` of "teachers take off 5 points", "ten marks off", "3 inches off": no money."""
    return words[at : at + 1] != [] and words[at] in _SCORED


_SCORED: Final = frozenset(
    "point points mark marks inch inches cm mm kilo kilos kg stone seconds secs degrees bpm years strokes shots".split()
)
"""What is taken off a score, a length or a weight."""


def is_off_else(look: Lookup, first: int, at: int) -> bool:
    """True where the sum from word `first` to the "off" at `at` is off a thing, or had of somebody, and no price is cut."""
    thing = is_off_thing(look, at + 1) and not _is_promised(look, first, at)
    return thing or _is_had_off_one(look.words, first, at + 1)


def _is_promised(look: Lookup, first: int, at: int) -> bool:
    """True for "I'll knock €50 off the party": money that one of us will take off is off what is paid us."""
    if at not in look.money_ending:
        return False
    before = look.words[max(look.u.reading.sentence(first)[0], first - _NEAR) : first]
    return not (_WILL_WE.isdisjoint(before) or CUTTING.isdisjoint(before))


_WILL_WE: Final = frozenset("i'll we'll can could will happy gladly".split())
"""Not "I'd", which is how one advises: "I'd knock €500 off the car, it has rust"."""
_PRICED_NOUNS: Final = frozenset(
    "bill invoice tab top lot usual full normal regular standard listed whole first second third next "
    "last final other"
    " advertised marked published longer shorter long short big outcall incall".split()
)


def is_of_thing(look: Lookup, at: int) -> bool:
    """True for the paper of "half price paper", which is no session of ours."""
    reading = look.u.reading
    if at >= len(reading.words) or not reading.words[at].isalpha() or reading.marks[at]:
        return False
    return reading.words[at] not in _BEHIND_HALF_PRICE and reading.words[at] not in SESSION_NOUNS


_BEHIND_HALF_PRICE: Final = (
    frozenset(
        "after and or but if on for this next your the my today tonight tomorrow only just when as until "
        "till before because while at in of"
        " to first too then now all every any each off special deal sale offer week day weekend".split()
    )
    | VOCATIVES
)
