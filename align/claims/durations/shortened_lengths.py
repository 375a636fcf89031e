"""An appointment made shorter: "a short one this time, 45 minutes instead of the hour", "squeeze it into ninety minutes"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import SESSION_NOUNS
from align.reading.cues import OFFER_WORD, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 18
"""Words before a length in which it is said what is made shorter."""
_LEAD: Final = (
    r"(?:\b(?:i|we)(?: can| could| might| may| will| would|'ll|'d)|\blet's|\bshall (?:we|i)|\b(?:happy|glad) to)"
    r"(?: (?:even|just|always|also|maybe|perhaps|still|then|easily|happily|gladly|simply|probably|certainly"
    r"|definitely|totally|try to|try and|either))*"
)
_SHORT: Final = (
    r"(?:short|shorter|quick|quicker|brief|briefer|little|mini|half|smaller|small|wee|light|lighter)"
)
_SESSION: Final = (
    rf"(?:it|this(?: one)?|that(?: one)?|(?:an?|the|his|her|your|today's|tonight's|tomorrow's|this week's|the next)"
    rf" (?:[\w-]+ )?(?:{_SHORT}(?: -)? )?(?:one|{'|'.join(sorted(SESSION_NOUNS))}))"
)
_WHEN: Final = (
    r"(?: (?:this (?:time|week|once|month)|today|tonight|tomorrow|on \w+day|next (?:time|week)|instead|then"
    r"|for (?:you|him|her|them|once|now|a change|today|tonight|the \w+)|if (?:\w+ ){1,3}\w+))*"
)
_MAKES: Final = r"(?:make|have|do|keep|book|try|run|plan|call|take|go (?:for|with))"
_MADE_SHORT: Final = re.compile(
    rf"(?:{_LEAD} {_MAKES}|\b(?:how|what) about(?: (?:doing|having|making))?)(?: (?:it|this|that))? {_SESSION}{_WHEN}"
    r"(?: (?:,|-|—|–|:|\())? (?:(?:say|just|maybe|only|about|around|like|at|of|to) )*\Z"
)
_CALLED_SHORT: Final = re.compile(rf"\b{_SHORT} (?:one|[\w-]+)\b")
_NOT_THE_WHOLE: Final = re.compile(
    r"(?:instead of|rather than|in place of|not)(?: (?:the|an?|our|your|his|her|that))?"
    r"(?: (?:full|usual|whole|normal|standard|regular|entire|complete))*"
    r" (?:hours?|one|two|session|lesson|class|visit|appointment|\d+|sixty|ninety)\b"
)
_SQUEEZES: Final = r"(?:squeeze|fit|pack|cram|cut|trim|shrink|shorten|compress|condense|squash|fold|whittle|boil|pare|distil)"
_ALL_OF_IT: Final = (
    r"(?:it|it all|that|both|everything|(?:the|your|his|her|this|that) (?:[\w-]+ )?(?P<what>[\w-]+)|all of (?:it|that)"
    r"|them(?: both| all)?)"
)
_SQUEEZED: Final = re.compile(
    rf"{_LEAD} {_SQUEEZES} {_ALL_OF_IT}(?: (?:all|down|back|up))*{_WHEN} (?:in|(?:in ?)?to)"
    r" (?:(?:just|maybe|about|around|only|under|say|a tight|a neat|a quick) )*\Z"
)
_WHOLE: Final = frozenset("thing lot whole menu meal dinner lunch evening afternoon morning".split())
_ELSEWHERE: Final = re.compile(
    r"of (?:your|his|her|our|their|the|my|that) (?!time\b)|of (?:[\w-]+ ){1,3}and (?:[\w-]+ )?(?:minutes )?(?:of|for|on)\b|[^.!?;:]{0,20}?\b(?:before (?:i|we)|first thing|at (?:the (?:gym|market|shop|school|office)|home|school)"
    r"|at the (?:end|start|beginning) of|on my way|and (?:then )?(?:spend|use|do|leave))\b"
)
"""Behind the length: it is of something else, or only a part of what is done."""


def is_shortened(u: Utterance, first: int, last: int) -> bool:
    """True where the professional would make the appointment as short as the words `[first, last)` say."""
    line, at = u.reading.line, u.reading.line_at
    begin = max(u.reading.sentence(first)[0], first - _REACH)
    end = at[last] if last < len(at) else len(line)
    before = line[at[begin] : at[first]]
    if _ELSEWHERE.match(line, end):
        return False
    squeezed = _SQUEEZED.search(before) if "to " in before or " in " in before else None
    if squeezed is not None:
        return squeezed["what"] is None or _is_session(u, squeezed["what"], begin, first)
    made = _MADE_SHORT.search(before)
    if made is None:
        return False
    return _NOT_THE_WHOLE.match(line, end) is not None or _CALLED_SHORT.search(made.group()) is not None


def _is_session(u: Utterance, what: str, begin: int, first: int) -> bool:
    """True where what is squeezed in is the appointment: "the lesson", a service of the facts, "the whole thing"."""
    if what in SESSION_NOUNS or what in _WHOLE:
        return True
    return any(
        u.reading.words[i] == what and u.reading.marks[i] & (OFFER_WORD | SERVICE_WORD)
        for i in range(begin, first)
    )
