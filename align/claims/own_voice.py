"""Where a draft speaks for itself again behind what it denies or reports.

A contrast, or a comma before a clause of its own, ends a report. A clause that "and" joins to a denied one is denied
as well ("I never said I'm in Omaha and come to hotels"), unless it can be no part of what was denied: it states where
that only bids ("told you to pay first and you can pay after"), is of the present where that is of the past, allows
where that restricts, or turns to the client, with an "instead" or a bidding that does not fit its subject.
"""

from __future__ import annotations

import re
from typing import Final

BREAK: Final = re.compile(
    r" (?:but|because|cos|though|although|however|otherwise)(?= )| (?:so|anyway|instead) (?=(?:i|i'm|i'll|we|please"
    r"|just|if|call|come|text|let|pay|ring|phone|message)\b)"
)
_LIST: Final = r"(?:[\w'-]+ ){1,4}(?:, (?:[\w'-]+ ){1,4}){0,4}(?:, )?(?:or|and|nor) (?:[\w'-]+ ?){1,4}$"
"""The rest of a list: "cupping, hot stones or botox"."""
_OWN: Final = (
    r"(?:i|i'm|i'll|i'd|i've|im|ill|we|we'll|we're|we've|we'd|you|you'll|you're|it's|its|it|that's"
    r"|there's|please|just|my"
    r"|our|mine|the|they|he|she|they're|he's|she's|which|this|that)"
)
AND_YES: Final = re.compile(r" and (?=(?:yes|yeah|yep|sure|of course|anyway|actually|please) )")
RESUMED: Final = re.compile(
    rf"{BREAK.pattern}| [,:—-] (?=(?:(?:and|so|well|yes|no|sorry|actually) (?:, )?)*{_OWN} )"
    rf"| [,:—] (?!{_LIST}|(?:or|nor) )|{AND_YES.pattern}"
)
"""Where the draft speaks for itself again, whatever it reports."""
AND_THAT: Final = re.compile(rf"\b(?:and|or|nor) that (?={_OWN} )")
"""What carries a report on, whatever was said of its first half."""

_WHO: Final = r"(?:i|we|you|u|ye|he|she|they|it|that|there)"
_ADVERBS: Final = r"(?:(?:just|also|always|still|really|sure|now|happily|gladly|do) )*"
_VERB: Final = (
    r"(?:is|are|was|were|can|could|will|would|may|might|must|does|did|has|have|had|works?|starts?|costs?|comes?|goes"
    r"|suits?)"
)
_STATES: Final = re.compile(
    rf"(?:that )?(?:{_WHO} ?'(?:ll|m|re|s|ve|d)|{_WHO} {_ADVERBS}[a-z]+"
    rf"|(?!to\b)[\w'£$€-]+ (?:[\w'£$€:.-]+ ){{0,5}}?{_VERB})\b"
)
"""A subject with its verb."""
_OF_THE_PAST: Final = re.compile(
    rf"(?:that )?(?:{_WHO}(?:'d| (?:was|were|had|could|would|did|might|[a-z]+ed))"
    r"|(?!to\b)(?:[\w'-]+ ){1,5}?(?:was|were|had|could|would))\b"
)
_RESTRICTS: Final = re.compile(
    r"\b(?:must|ha(?:ve|s|d) to|need(?:s|ed)? to|only|no|not|never|without|nothing|nobody|\w+n't|minimum|least"
    r"|hates?|dislikes?|refused?|avoid(?:ed)?|stop(?:s|ped)?|quit|against|done with"
    r"|full|closed|up ?-? ?front|in advance|beforehand|(?<!the )(?<!my )(?<!your )first)\b"
)
_NEGATES: Final = re.compile(r"\b(?:no|not|never|none|nothing|nobody|\w+n't|cannot|nor)\b")
_JOINT: Final = re.compile(r" (?:and|&|plus) (?!that\b)")
_OPENS_OWN: Final = re.compile(
    r"(?:yes|yeah|yep|sure|of course|anyway|actually|instead|please|so|to be clear|in fact|honestly) (?:, )?"
)
_TO_CLIENT: Final = re.compile(r"\b(?:for you|about (?:it|that)|instead|anyway)(?= |$)")
"""In a clause of its own: an offer that is made now, whatever was never said."""
_BIDS: Final = re.compile(
    r"(?:just )?(?:call|ring|phone|text|message|pay|give|drop|send|shoot|email|dm|add|tell|let|owe|buzz|whatsapp"
    r"|follow)"
    r" (?:me|us)\b"
)
_OF_SPEAKER: Final = re.compile(
    r"(?:that )?(?:i|we|i'm|we're|i'll|we'll|i've|i'd|it|it's|the|my|our|there's)\b"
)
"""What opens a clause with another subject than the client: "I come to you and call me" has a bidding behind it."""


def resumed(line: str, start: int, stop: int, pattern: re.Pattern[str] = RESUMED) -> int:
    """Return where the draft speaks for itself again behind what it reports from `start` on, `stop` if nowhere."""
    match = pattern.search(line, start, stop)
    return stop if match is None else match.start()


def resumed_behind_denial(line: str, start: int, stop: int) -> int:
    """Return where the draft speaks for itself behind what it denies, which may be a clause joined by "and"."""
    stop = resumed(line, start, stop)
    for joint in _JOINT.finditer(line, start, stop):
        if _is_own(line[start : joint.start()], line[joint.end() : stop]):
            return joint.start()
    return stop


def _is_own(denied: str, joined: str) -> bool:
    """True where the clause `joined` by an "and" can be no part of what is `denied`."""
    if _OPENS_OWN.match(joined):
        return True
    if _BIDS.match(joined):
        return _OF_SPEAKER.match(denied) is not None
    if not _STATES.match(joined):
        return False
    return (
        not _STATES.match(denied)
        or (_OF_THE_PAST.match(denied) is not None and not _OF_THE_PAST.match(joined))
        or (_RESTRICTS.search(denied) is not None and not _NEGATES.search(joined))
        or _TO_CLIENT.search(joined) is not None
    )
