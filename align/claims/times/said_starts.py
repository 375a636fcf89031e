"""A start told by what starts: "let's say we sit down at 9", "shall we say the first plate goes out at 9"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 14
"""Words before a time in which it is said what starts then."""
_NEAR: Final = 6
_TOLD: Final = frozenset(
    "sit sits sitting seated eat eats eating dine dines goes go out land lands come comes served course plate"
    " starter starters canapes nibbles soup dessert pudding cheese coffee cake song round down table starts start begins begin dinner lunch meal".split()
)
"""Words, one of which stands right before the time where it is told by what starts or ends then."""
_FRAME: Final = (
    r"(?:(?:\blet's|\bshall we|\bwe could|\bwe might|\bi'd|\bi would|\bmaybe|\bjust|\A|[,.!?;:—-] ?) ?say(?: that)?"
    r"|\b(?:what if|how about|suppose|let's (?:plan (?:on|that|for)|have it that)|i suggest|i'd suggest))"
    r"(?: (?:then|that|maybe))*"
)
_PARTY: Final = (
    r"(?:we|you|you (?:all|both|two|three|four)|(?:everyone|everybody|all of you|the (?:two|three|four|five|six) of you"
    r"|(?:the|your) (?:guests|family|table|group|party)))"
)
_ON: Final = (
    r"(?: (?:down|at (?:the )?table|to (?:eat|dinner|lunch|the table)|together|here|tonight|today|for))*"
)
_FIRST: Final = (
    r"(?:the |your |our )?(?:(?:first|opening) [\w-]+(?: [\w-]+)?|starters?|canapes|nibbles|amuse - bouche"
    r"|(?:welcome|first) drinks?|soup|dinner|lunch|brunch|supper|(?:the |our |your )(?:meal|evening|session|lesson))"
)
_COMES_ON: Final = r"(?:goes|go|comes|come|lands?|is|are|starts?|begins?|hits? the table|leaves? the kitchen|'s)(?: (?:out|in|up|on|down|served))*"
_WHEN: Final = r"(?: (?:at|for|around|about|by|maybe|roughly|say|tonight|today|this evening|from))* \Z"
_STARTS: Final = re.compile(
    rf"{_FRAME} (?:{_PARTY} (?:all )?(?:sit|eat|dine|tuck in|are seated|'re seated|are sitting|gather){_ON}"
    rf"|sitting{_ON}|eating|{_FIRST} {_COMES_ON}){_WHEN}"
    r"|\b(?:have|get) (?:you|everyone|everybody|the (?:table|guests)|all of you)(?: all)?"
    rf" (?:sat|seated|sitting|at (?:the )?table){_ON}{_WHEN}"
)
_ENDS: Final = re.compile(
    r"\b(?:the |your |our )?(?:(?:last|final) (?:plate|course|dish|bite|song|round|glass|guest|tray)"
    r"|desserts?|pudding|cheese(?: board)?|coffees?|cake|petits fours|mains?)"
    rf" (?:would |could |should |will |can )?{_COMES_ON}{_WHEN}"
)
"""What comes later in an appointment: "the last plate goes out at 9:30"."""
_OTHERS_MEAL: Final = re.compile(
    r"(?:\b(?:my (?:own )?(?:\w+ )?\w+|people|locals|most (?:people|families|homes)|folks"
    r"|(?:in|around) (?!the\b|your\b|my\b)\w+ we)"
    r"(?: (?:usually|normally|always|often|never|only))? (?:sits?|eats?|dines?)|\b(?:they|he|she) (?:eats?|dines?)"
    r"|(?:\A|[,.!?;:\n] ?)i(?: (?:usually|normally|always|often|only))? (?:sit|eat|dine))"
    rf"{_ON}{_WHEN}"
)
"""When the professional or others eat: "my own family sits down at 9"."""

_MEAL: Final = re.compile(r"\b(?:eat|eating|dine|dinner|lunch|brunch|supper|tuck in)\b")
_COMES_TOO: Final = re.compile(
    r"(?:\b(?:and|then|after)|,) (?:then )?(?:(?:we|you|i)(?:'d|'ll)? )?(?:(?:still )?be (?:fine|good|home)|come|train|arrive"
    r"|meet|get here)\b"
)
"""Behind a meal of the client's own: the appointment is another, "you eat at 4 and come at 6"."""


def told_by_start(u: Utterance, first: int, begin: int) -> int:
    """Return 1 where what begins the appointment is said to be at the time, -1 for what ends it or is others', else 0."""
    words = u.reading.words
    if _TOLD.isdisjoint(words[max(begin, first - _NEAR) : first]):
        return 0
    line, at = u.reading.line, u.reading.line_at
    start = max(begin, first - _REACH)
    before = line[at[start] : at[first]]
    if _ENDS.search(before) or _OTHERS_MEAL.search(before):
        return -1
    if _STARTS.search(before) is None:
        return 0
    ahead = line[at[first] : at[min(u.reading.sentence(first)[1], first + _REACH)]]
    return 0 if _MEAL.search(before) and _COMES_TOO.search(ahead) else 1
