"""Other people's wish that the speaker took up an app, and no proposal: "my daughter keeps on at me to get on WhatsApp"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_REACH: Final = 24
_TAKE_UP: Final = (
    r"(?:[\"'“‘] )?(?:just )?(?:get|join|use|try|be|have|install|download|switch|move|sign up|go|set up"
    r"|start using|open|make|put|(?:facetime|zoom|skype|do)(?! (?:you|u|ya)\b))\b"
)
_AT_ME: Final = re.compile(
    r"(?:\b(?P<kept>keeps?|kept|always|forever|constantly|never stops?)(?: on| (?:is|are))?"
    r" (?:(?:on )?at|telling|asking|nagging|begging|pestering|pushing|badgering|hounding|bugging"
    r"|trying to get)(?: at)?"
    r"|\b(?:tells?|told|asks?|asked|nags?|nagged|begs?|begged|wants?|wanted|urges?|urged|pushes|pushed"
    r"|would love)) (?:me|us)(?: (?:to|should|into))? "
    + _TAKE_UP
    + r"|\b(?:says?|said|reckons?|thinks?|insists?|swears?|tells? me|told me) (?:that )?(?:i|we)"
    r" (?:should|need to|must|ought to|have to) " + _TAKE_UP
)
"""Somebody who has the speaker take it up."""
_CLIENT: Final = re.compile(r"\b(?:you|u|ya|ye|you've|you'd)(?: (?:have|had|did|do|just|also|both))* \Z")
_DID_SO: Final = re.compile(
    r"[^.!?;]{0,40}?\b(?:so (?:i|we|here|now|find|add|yes)\b"
    r"|and (?:i|now|we)\b(?! (?:won't|don't|never|still|keep|always|refuse|haven't|say))|finally|add me"
    r"|message me|find me|you can|that's where)"
)
"""Behind it: the speaker did as was wished."""


def is_urged(reading: Reading, first: int, last: int) -> bool:
    """True where others have the speaker take up what the words `[first, last)` name."""
    words = reading.words
    begin = max(reading.sentence(first)[0], first - _REACH)
    if _ME.isdisjoint(words[begin : first + 1]):
        return False
    line, at = reading.line, reading.line_at
    urged = _AT_ME.search(line, at[begin], at[last] if last < len(at) else len(line))
    if urged is None or _CLIENT.search(line, at[begin], urged.start()):
        return False
    return last >= len(words) or _DID_SO.match(line, at[last]) is None


_ME: Final = frozenset(("me", "us", "i", "we"))
