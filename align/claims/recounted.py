"""Phrases that are only recounted: heard of others, seen in a film, written in a letter, on every menu in town.

What tells it from an offer is the verb of the telling, or where the thing is: nobody who
heard the neighbours at it, or asks for the report of it, has it to give.
"""

from __future__ import annotations

import re
from typing import Final

_THEM: Final = (
    r"(?:them|him|her|(?:some|any)(?:one|body)|people"
    r"|(?:the|a|an|some|two|three|my|your|his|her|their)"
    r" (?:(?!(?:i|we|do|does|offer|run)\b)[\w'-]+ ){0,2}?[\w'-]+)"
)
_HEARD: Final = re.compile(
    r"\b(?:i|we)(?:'ve| have)? (?:(?:once|just|even|actually|only|both) )?(?:heard|saw|watched|caught"
    rf"|spotted|overheard|witnessed) {_THEM}"
    r"(?: (?:at|in|on|from) (?:the |a )?\w+)?(?: (?:do|doing|did|try|trying|sing|singing|play|playing"
    r"|run|running|give|giving|perform|performing|get|getting|have|having|sell|selling))?(?: (?:a|an|the"
    r"|some|their|his|her))? $"
)
"""Before a phrase: whom who speaks heard or saw at it, "I heard them doing X"."""
_ENDURED: Final = re.compile(
    r"\b(?:i|we)(?:'ve| have)? (?:(?:once|even|just|actually) )?(?:sat through|slept through|endured"
    r"|survived|walked out of) (?:(?:a|an|the|that|one|their) )?(?:(?!(?:my|our|your)\b)[\w'-]+ ){0,3}$"
)
_TASTED: Final = re.compile(r"\b(?:i|we)(?:'ve| have) (?:had|tried|eaten) (?:the|that|their|some) $")
_OUT: Final = re.compile(r"(?:at|in|from) (?:the|that|a|an|their) (?!studio\b)\w+")
"""Around a phrase: had elsewhere, "I've had the X at the airport"."""
_RECORD: Final = re.compile(
    r"\b(?:results?|reports?|letters?|findings|records?|paperwork|discharge notes)"
    r" (?:(?:of|from|after|about) )(?:(?:his|her|your|their|the|that|any|last|recent|old) )*$"
)
"""Before a phrase: what is written of one that is over, "the results of his X"."""
_OURS: Final = re.compile(r"\b(?:i|i'll|i'd|i'm|i've|we|we'll|we'd|let me|my|our)\b")
_WITH_US: Final = re.compile(
    r"[^.!?]{0,30}\b(?:with (?:me|us)|at (?:mine|ours)|(?:on |this |next )\w+day|tomorrow|tonight)\b"
)
_FILMED: Final = re.compile(
    r"(?:(?:scene|bit) )?(?:in|from|on) (?:the|that|this)"
    r" (?:movie|film|show|series|episode|book|novel|video|clip|ad|advert|trailer|programme|program"
    r"|documentary|news)\b"
)
"""Behind a phrase: where it is seen and not had."""
_ALL_OVER: Final = re.compile(
    r"(?:(?:on|in|at) every (?:menu|corner|bar|pub|café|cafe|restaurant|street|site|feed|page|shop|table"
    r"|hotel|second|other)\b|(?:is |are )?(?:absolutely |just )?(?:everywhere"
    r"|all over (?:the (?:place|town|internet)|town|instagram|tiktok))(?= (?:[.,!;]|right now|now"
    r"|these days|this (?:year|season|summer|winter))|$))"
)
"""Behind a phrase: everybody else has it."""
_WAS_SOLD: Final = re.compile(
    r"(?:is|was|'s) what (?:they|he|she|(?:the|your|that|his|her|their)"
    r" (?:(?!(?:i|we|my|our)\b)[\w'-]+ ){1,3}?)(?: )?(?:sold|did|gave|offered|promised|recommended|tried"
    r"|pushed|called)\b"
)
"""Behind a phrase: who else gave it, "X was what the last place sold you"."""
_DID_YOURS: Final = re.compile(
    r"\b(?:whoever|(?:the|that|some) (?:(?!my\b|our\b)[\w'-]+ ){1,3}?(?:who|that|which))"
    r" (?:(?:last|first|once) )?(?:did|gave|sold|put on|put|made|fitted|installed|botched|performed"
    r"|taught|charged)(?: (?:you|him|her|them))?(?: (?:your|his|her|their|the|those|that|a))? $"
)
"""Before a phrase: another gave it to the client, "the place that did your X"."""
_IN_LAW: Final = re.compile(
    r"(?:^|[,.] |\b(?:and|but|so) )(?:your|his|her|their|my) [\w'-]+ ?- ?in ?- ?law ?'s $"
)
_BEFORE: Final = (_HEARD, _ENDURED, _DID_YOURS, _IN_LAW)
_BEHIND: Final = (_FILMED, _ALL_OVER, _WAS_SOLD)


def is_recounted(before: str, line: str, stop: int) -> bool:
    """True for a phrase between `before` and `stop` of the line that is told of others."""
    if any(pattern.search(before) for pattern in _BEFORE):
        return _WITH_US.match(line, stop) is None
    if _TASTED.search(before) and _OUT.match(line, stop):
        return True
    if _RECORD.search(before):
        return _OURS.search(before) is None and _WITH_US.match(line, stop) is None
    if _OURS.search(before):
        return False
    return any(pattern.match(line, stop) for pattern in _BEHIND)
