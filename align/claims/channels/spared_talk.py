"""What would follow from a talk that is turned down: "I don't do calls, I'd only be ringing you with oily hands"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_REACH: Final = 28
_TALK: Final = (
    r"(?:(?:phone |video |voice )?calls?|phone|ring|ringing|phoning|calling|call|talk|talking|chat|speak|video|facetime"
    r"|voice notes?|the phone)"
)
_REFUSAL: Final = (
    rf"(?:\b(?:i|we)(?:'d)? (?:\w+ly |just |really )?(?:don't|dont|do not|can't|cannot|won't|never|rather not|prefer not to)"
    rf"(?: (?!(?:long|lengthy|big|group|mind|text|message|write|miss|ignore|refuse|forget|lose|usually|normally|often|always)\b)\w+){{0,3}}? {_TALK}\b"
    rf"|\bno {_TALK}\b|\b{_TALK}(?: ?'s| is| are|s are| just)* ?(?:not|n't|isn't|aren't)\b"
    rf"|\bnot (?:one|a fan|big|much|great|keen|a \w+ person)(?: \w+){{0,2}}? (?:for|of|on|into|with)(?: an?| the)? {_TALK}"
    r"|\bnot one for the phone|\b(?:stick|sticking|keep(?:ing)?(?: it| things| everything| all this| this)?)(?: only)?"
    r" (?:to|in) (?:texts?|texting|messages|messaging|writing|chat|here))"
)
_UNLIMITED: Final = (
    r"(?:(?! (?:before|after|until|till|unless|except|usually|rule|mornings?|evenings?|nights?|weekends?|weekdays?|\w+days?|today|tonight|anymore|but|now|yet|in|during|with|who|haven't|new|first|this|right|just)\b)"
    r" [\w'-]+){0,5}"
)
_WOULD: Final = (
    r" (?:(?:,|;|:|-|—|\(|\.|!|because|as|since|or|otherwise|cos|cause|and|where|when|for)(?: (?:or|and|because|as|since"
    r"|otherwise|cos|then|else))* )(?:i|you|we)(?:'d| would)(?: (?:only|just|always|forever|probably|likely|ever))*"
    r" (?:be|end up|keep|wind up|get stuck)(?: (?:only|just|always|forever|stuck|\w+ly))* \Z"
)
_WERE: Final = (
    rf"\bif (?:i|we)(?: ever)? (?:did|took|made|allowed|answered|said yes to|started doing|had)(?: \w+){{0,2}}? {_TALK}"
    r"(?: ,)?(?: (?:i|you|we)(?:'d| would)(?: (?:only|just|always|forever|never))* (?:be|end up)(?: (?:stuck|\w+ly))*) \Z"
)
"""What is only supposed: "if I took calls I'd be ringing you at midnight"."""
_SPARED: Final = re.compile(_REFUSAL + _UNLIMITED + _WOULD + "|" + _WERE)
_STILL_OFFERED: Final = re.compile(
    r"[^.!?;,]{0,40}\b(?:instead|tonight|tomorrow|later|if (?:you|that)|this (?:morning|afternoon|evening)"
    r"|though|(?:on|from|by|over) (?:the|an?|my|your) (?:\w+ )?(?:phone|landline|mobile|line|number)|(?:after|at|around|by|in) (?:the first|our first|your \w+|an hour|a \w+|\d+|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|noon)|(?:on )?\w+day)\b"
)
"""Behind it: another way to talk takes the place of the one that is turned down."""


_SIGHT: Final = re.compile(r"\b(?:video|facetim(?:e|ing))\b(?: calls?\b)?")
_SOUND: Final = re.compile(r"\b(?:calls?|phone|ring|ringing|phoning|calling|talk|talking|chat|speak|voice)\b")


def _is_of_sight_alone(refusal: str) -> bool:
    return _SIGHT.search(refusal) is not None and _SOUND.search(_SIGHT.sub("", refusal)) is None


def is_spared(reading: Reading, first: int, last: int) -> bool:
    """True for a call that would only be, were there any, in a sentence that turns calls down."""
    line, at = reading.line, reading.line_at
    begin = max(0, first - _REACH)
    before = line[at[begin] : at[first]]
    if "'d " not in before and "would" not in before:
        return False
    found = _SPARED.search(before)
    if found is None:
        return False
    said = line[at[first] : at[last] if last < len(reading) else len(line)]
    if _is_of_sight_alone(found[0]) and not _SIGHT.search(said):
        return False  # "no video calls, I'd just be ringing you"
    return last >= len(reading) or _STILL_OFFERED.match(line, at[last]) is None
