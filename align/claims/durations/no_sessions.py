"""Lengths that measure no appointment by what is done in them: practice at home, an oven, work short of the minimum.

"Is 10 mins practice enough?" asks for nothing of ours; "20 minutes at 450, then 325 until it reads 130" is a recipe;
"it's maybe 10 minutes of work, but half an hour is my minimum" names what is not sold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.reading.cues import OFFER_WORD, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_AHEAD: Final = 24
_CUES: Final = frozenset(
    "practice practise practising practicing homework scales revision at but though only yet".split()
)
_PRACTICE: Final = re.compile(
    r"(?:(?:of|a day|a night|per day|every day|each day|daily|solo|home|piano|guitar|violin|flute|singing|at home) )*"
    r"(?:practice|practise|practising|practicing|homework|scales|revision)\b(?! (?:session|lesson|with"
    r" (?:you|me|us)|room|test|exam))"
)
_ALONE: Final = re.compile(
    r"\b(?:enough|(?:a|per|every|each) (?:day|night|morning|evening|week)|daily|nightly|at home|between"
    r" lessons|should (?:he|she|i|we|they)"
    r"|too (?:much|little|long|short)|ok|okay|does (?:he|she)|do (?:i|we|they) need)\b"
)
_BOOKS: Final = re.compile(
    r"\b(?:book|i'd like|i want|i'd want|squeeze|fit|with you|do you (?:do|offer|have)|can (?:i|we) (?:do|have|get)|could (?:i|we)"
    r"|today at|tomorrow at|(?:for|on|this) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight))\b"
)
_SET_AT: Final = re.compile(
    r"(?:at|on) (?:gas |about |a full |full )?(?:\d{2,3}|whack|heat|high|low)\b(?! (?:an?|per|each|for"
    r" (?:the|an|you)|euros?|quid|dollars|pounds))"
)
COOKING: Final = re.compile(
    r"\b(?:oven|roast(?:ing|ed)?|bak(?:e|ed|ing)|foil|thermometer|sear|simmer|(?:until|till) (?:it|it's"
    r"|the|golden|brown\w*|crisp\w*"
    r"|tender|cooked|set)|reads? \d|crackling|dough)\b"
)
"""What is done with heat in the sentence."""
THEN: Final = re.compile(r"(?:[\w'-]+ ){0,2}?(?:, )?(?:and )?(?:then|until|till)\b")
"""Right behind the degrees: a recipe goes on, "20 minutes at 450, then"."""
_BELOW: Final = re.compile(
    r"(?!(?:[\w'-]+ ){0,3}?(?:works|fine|ok|okay|doable|possible|no (?:problem|bother)|sure)\b)"
    r"(?:[\w'-]+ |, |— |- ){0,7}?(?:but|though|only|yet) (?:[\w'-]+ ){0,5}?"
    r"(?:(?:is|'s|are|being) (?:\w+ )?(?:my|the|our) (?:minimum|min|shortest|least)\b"
    r"|(?:my|the|our) (?:minimum|min|shortest)(?:'s| is)\b)"
)
"""Behind a length: the minimum is another, "(10 minutes) of work, but half an hour is my minimum"."""
_OFFERED: Final = re.compile(
    r"\b(?:(?:i|we)(?: can| could|'ll|'d| will| would)|can|let's|happy to|glad to|come|fit|squeeze|book\w*|give|offer|pop|sure"
    r"|yes|how about|slot|session|visit|appointment|lesson|taster|express|you'd have|you get|you'll have)\b"
)
"""Before it: what is below the minimum is given all the same."""
_SOLD: Final = re.compile(r"(?:session|slot|visit|appointment|lesson|one|with (?:me|us|you))\b")
"""Right behind it: the same."""


def is_no_session(u: Utterance, first: int, last: int) -> bool:
    """True for the length on the words `[first, last)` that is of practice, of cooking, or below the minimum."""
    reading = u.reading
    words = reading.words
    if _CUES.isdisjoint(words[last : last + _AHEAD]):
        return False
    begin, end = reading.sentence(first)
    stop = min(end, last + _AHEAD)
    if _CUES.isdisjoint(words[last:stop]):
        return False
    line, at = reading.line, reading.line_at
    behind = line[at[last] : at[stop]] if last < stop else ""
    if u.speaker is Speaker.CLIENT:
        return _is_practice(u, (begin, end), last, behind)
    if _BELOW.match(behind):
        offered = _OFFERED.search(line, at[max(begin, first - _AHEAD)], at[first]) is not None
        return not offered and _SOLD.match(behind) is None
    return (
        _SET_AT.match(behind) is not None
        and COOKING.search(line, at[max(begin, first - _AHEAD)], at[stop]) is not None
    )


def _is_practice(u: Utterance, sentence: tuple[int, int], last: int, behind: str) -> bool:
    """True for the client's "10 mins practice" that no lesson is asked for."""
    found = _PRACTICE.match(behind)
    if found is None:
        return False
    reading = u.reading
    if any(mark & (SERVICE_WORD | OFFER_WORD) for mark in reading.marks[last : last + 3]):
        return False
    begin, end = sentence
    said = reading.line[reading.line_at[begin] : reading.line_at[end]]
    return _ALONE.search(said) is not None and _BOOKS.search(said) is None
