"""A phrase that goes on to its appointment: "Luna's X is confirmed, drop her off at 5".

What is set for a day, priced or followed by its next round is given here, whatever the
words before it would say of somebody else's, of small talk or of what was left.
"""

from __future__ import annotations

import re
from typing import Final

_DAY: Final = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?\b(?! ?'s\b)"
_WHEN: Final = (
    r"(?:on (?:every )?)?(?:(?:again|back|only|now|next|this|each|every|from|until|till|mostly|always"
    rf"|still) )*(?:{_DAY}|weekdays|weekends|tomorrow\b|tonight\b|(?:morning|afternoon|evening|night)s\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day ?'s (?:thing|night|class|slot|job)\b"
    r"|at (?:half )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon))"
)
_SET: Final = (
    r"(?:all )?(?:confirmed|on again|back on|still on|still going|open again|warming|heating)(?= [.,!;—]"
    r"|$| (?:for|from|on|at|up|now))"
    r"|booked (?:in )?(?:for|on|at)\b"
)
_ELSEWHERE: Final = (
    r"(?![^.!?,;]{0,40}\b(?:at|in|with|down|by) (?:the|a|an|his|her|their|your|school|uni|college"
    r"|church)\b)(?![^.!?]{0,60} (?:right )?\?)"
)
_IS_SET: Final = re.compile(
    r"(?:(?:is|are|will be|'ll be)(?: (?:now|also|mostly|always|still|back|only|usually|all))*|'s"
    rf"|starts?(?: up)?|begins?|resumes?|continues?|restarts?) (?:{_WHEN}|{_SET}){_ELSEWHERE}"
)
"""Right behind a phrase: the day, or that it stands."""
_AFTERWARDS: Final = re.compile(
    r"[^.!?;—-]{0,40}(?:[,—-]|\b(?:and|so)) (?:(?:so|and|then|your|the|our|shall we say"
    r"|how about) )*(?:next (?:session|round|one|go|visit|appointment|treatment"
    r"|top ?-? ?up)(?: (?:is|on|for|at))* (?:"
    + _WHEN
    + r"|next week|in (?:a|two|three|four|six|\d))|(?:(?:fancy|want|ready for|time for|up for)"
    r" (?:it|one|another|a (?:go|round|top ?-? ?up))\b|same again\b"
    r"|rebook\b)(?![^.!?]{0,40}\b(?:elsewhere|someone|somebody|number)\b)"
    r"|(?:drop|leave|pick|collect) (?:him|her|them|it)(?: (?:off|up|over|here|with me|round|in))*"
    r" (?:at|after|before|by|from|around|any ?time)\b)"
)
"""Behind a phrase in its sentence: its next time, or when the client is to come for it."""
_SUM: Final = (
    r"(?:[$£€] ?\d+|\d{2,3}(?= (?:[.,!]|quid|euros?|pounds|dollars|bucks|rand|for|a|an|each|all|per"
    r"|and)\b|$| ?[.,!]))"
)
_PRICED: Final = re.compile(
    rf"(?:[^.!?;—-]{{0,40}}(?:[,—-]|\b(?:and|so)) (?:it's|that's|they're|it'll be)"
    rf" (?:only |just |about )?{_SUM}|, {_SUM}(?= [.!]|$"
    rf"| (?:quid|euros?|pounds|dollars|bucks|rand)\b))(?![^.!?]{{0,30}}\b(?:at (?:the|hers|his|theirs)"
    r"|there|with (?:her|him|them))\b)"
)
"""Behind it: its price, "a number for X, it's 180"."""
_ANOTHERS: Final = re.compile(
    r"\b(?!(?:i|we|you|it|that)\b)[\w'-]+ (?:(?:also|still|only) )?(?:does|has|offers|runs|sells|teaches"
    r"|charges|says) (?:[\w'-]+ )?$"
)
"""Before what is priced: whose price it is."""
_AROUND: Final = (
    (
        re.compile(r"\b(?:did|had|has|does|got|gets|have|do)(?: (?:a|an|the|her|his|their|some))? $"),
        re.compile(r"(?:[\w'-]+ ){0,2}?(?:done )?(?:with|from|by) me\b(?! (?:and|as well|too|there)\b)"),
    ),
    (
        re.compile(
            r"\b(?:need|needs|want|had|got|have|plenty of|lots of|lot of|enough)(?: (?:an?|some|more))? $"
        ),
        re.compile(
            r"(?:bookings?|clients?|orders?|customers?|models?|volunteers?|guinea pigs?"
            r"|gigs?)\b(?! (?:course|school))"
        ),
    ),
    (
        re.compile(
            r"\byou(?:'ve| have)? (?:picked|chosen|chose|opted for|decided on|settled on)(?: (?:the|an?))? $"
        ),
        re.compile(r"(?!(?:at|from|in|with|by) (?:the|an?|your|somebody|someone)\b)"),
    ),
    (
        re.compile(
            r"\b(?:no ?one|nobody)(?: else)?(?: \w+)? (?:does|do|makes?|runs?|offers?)(?: (?:a|an|the))? $"
        ),
        re.compile(
            r"(?:like|as (?:well|good|gently|fast|cheap)(?: as)?|the way|better than|quite like)"
            r" (?:me|us|i|we)\b"
        ),
    ),
)
"""Around a phrase: it is had from the professional, "she had X with me", "no one does X like us"."""
_YOURS: Final = re.compile(r"\b(?:your|his|her|their|the|that)(?: [\w'-]+)? $")
_NAMED: Final = re.compile(r"'s $")
_DAY_ALONE: Final = re.compile(rf"[^.!?,;]*{_DAY}(?! at \d)")
"""Behind "Maria's X": a day that may be Maria's own."""


def is_set(line: str, stop: int) -> bool:
    """True for a phrase, which ends at `stop` of the line, that is said to be on a day, or to stand."""
    return _IS_SET.match(line, stop) is not None


def is_appointed(before: str, line: str, stop: int) -> bool:
    """True for a phrase, which ends at `stop` of the line behind `before`, that is set for a time or priced.

    What is the client's own, or known to both, may be an appointment elsewhere, "your X is
    Friday, so come on Thursday", and what is somebody's by name may be theirs to give,
    "Maria's X is on Fridays".
    """
    if is_set(line, stop) and not _YOURS.search(before):
        return _NAMED.search(before) is None or _DAY_ALONE.match(line, stop) is None
    if any(right.match(line, stop) and left.search(before) for left, right in _AROUND):
        return True
    if _PRICED.match(line, stop):
        return _ANOTHERS.search(before) is None
    return _AFTERWARDS.match(line, stop) is not None
