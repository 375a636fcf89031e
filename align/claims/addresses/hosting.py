"""Words by which the client is to come to an address, whatever is told of it: "on my way to …, come in at two"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_ROOM: Final = r"(?:my|our) (?:own )?(?:studio|salon|shop|place|door|home|house|flat|address|room|clinic)"
_OURS_BEFORE: Final = re.compile(r"\bmy (?:own )?(?:studio|salon|shop|clinic)(?: is|'s)\b")
_HOSTS: Final = re.compile(
    r"(?:(?:\A|[.,!?;:)\n—-] )(?:(?:and|so|then|just|please|or|do) )*"
    r"|\b(?:and|so|just|please|you|you can|can you|you to) )"
    r"(?:come (?:up|in|on|over|round|by|at|any|when|whenever|from|then|there|here|through|straight|see"
    r"|get|collect|and) |(?:pop|drop|walk) (?:in|by|round|over|up) |collect\b"
    r"|ring (?:the|either|my|any) (?:\w+ )?bell )"
    r"|\b(?:let|buzz|show) (?:you|u|ya) (?:in|up|through)\b|\b(?:to|can|and) find (?:me|us)\b"
    r"|\bmeet me\b|\bso you (?:can )?find\b|\bwhere to (?:come|find|go)\b"
    r"|\bwhen you (?:come|get here|arrive|land)\b"
    r"|(?<!when )(?<!once )(?<!until )\b(?:i'm|im|i am|we're)"
    r" (?:here (?:till|until|all|from|by|and|to)|upstairs"
    r"|(?:on|in) the (?:\w+ floor|back|basement|attic|top|yard|courtyard))\b"
    r"|\bdoors(?: are)? open (?:at|from)\b|\bdoor(?: ?'s| is) open\b|\bput the kettle on\b"
    r"|\bto open (?:up|for you)\b|\b(?:where|there) (?:i|we)(?: still)?"
    r" (?:see|work|teach|cut|do|am|are)\b"
    rf"|\bit still is\b|(?<!from )(?<!left )\b{_ROOM}\b"
    r"|\b(?:that's|is|are) (?:the studio|me|us|mine|ours|where i|where we)\b"
    r"|\bwhere (?:i am|i'm|we are|we're)\b|\bbut (?:it's|i'm|we're|go|use|the|ring)\b"
)
_BOTH: Final = re.compile(
    r"\A ?(?:too|as well)\b|\b(?:with|as) (?:me|us)\b|\bso (?:am i|are we|do i|do we)\b"
    r"|\bstill (?:work|teach|cut|see|do|based)\b|\bnever left\b"
)
"""Where others are and the speaker as well."""
_CALLED_ON: Final = re.compile(
    r"\b(?:let|buzz) me\b|\b(?:your|ur) (?:place|flat|house|home|door|gate|office|bell)\b"
)
"""Whoever is let in, or stands at the client's door, has come to them."""
_SENT: Final = re.compile(
    r"(?:(?:\A|[.,!?;:)\n—-] |\b(?:and|so|then|just|please|or|do|you|you can|to) )(?:come|pop|swing|head"
    r"|walk|drive|drop)(?: (?:straight|right|over|round|up|down|by|on|along|back))* (?:to|by|at)"
    r"|\b(?:take|get|grab|book|hop in|jump in|catch) (?:a|an|the)"
    r" (?:taxi|cab|uber|bolt|bus|lift|train|tram) to"
    r"|(?:\A|[.!?;\n] |\b(?:so|then|just|please) )(?:come|bring)(?: (?:straight|right))?(?: from)?"
    r" (?:the |your |her |him |them )?[\w'-]+(?: (?:too|along|with you))? ,"
    r"|\b(?:i'm|im|i am|we're|we are) (?:(?:just|right) )?(?:above|below|behind|next to|next door to"
    r"|beside|opposite|over|under|upstairs from|(?:across|(?:over|across|down) the (?:road|street|hall)"
    r"|a?round the corner|doors? (?:down|up)) from) (?:the|a|an) [\w'-]+(?: [\w'-]+)? (?:at|on|,)"
    rf"|\b(?:i|we|{_ROOM}(?: is| ?'s)?|the (?:studio|room|salon|flat|clinic|workshop)(?: is| ?'s)"
    r"|come (?:up )?to)(?: (?:work|teach|live|operate|practi[sc]e|cut|rent|see|treat|groom|tattoo|train"
    r"|run|play|am|'m|mostly|mainly|just|right|usually|currently)| (?:out of|from|in|at)"
    r"| (?:a|an|the|my|our) (?:[\w'-]+ )?(?:room|studio|flat|chair|space|unit|place|clinic|workshop"
    r"|loft|attic|basement)| (?:people|clients|everyone|students|dogs))*"
    r" (?:above|below|behind|next to|next door to|beside|opposite|over|under|upstairs from"
    r"|(?:across|(?:over|across|down) the (?:road|street|hall)|a?round the corner|doors? (?:down|up))"
    r" from) (?:the|a|an) [\w'-]+(?: [\w'-]+)? (?:at|on|,)"
    r"|(?:\A|[.,!?;:)\n—-] |\b(?:and|so|but) )(?:my|the|our|an?)"
    r" (?!client|owner)(?:[\w'-]+ ){1,4}?(?:has|have|holds?|keeps?|'s got|has got|will have"
    r"|'ll have)(?: (?:the|a|my|our|both|all|spare|front|back|door|house|studio|set|of|always|also"
    r"|usually))* keys? (?:for|to)) \Z"
)
"""Right before an address, whoever is named on the way there: "park at the church and come to …"."""
_BEHIND: Final = 20
_BEFORE: Final = 10


def sends_there(reading: Reading, first: int) -> bool:
    """True where the words before an address that begins at word `first` tell the client to come, or that we are there."""
    line, at = reading.line, reading.line_at
    return _SENT.search(line[at[max(reading.sentence(first)[0], first - _BEFORE)] : at[first]]) is not None


def hosts(reading: Reading, first: int, last: int) -> bool:
    """True where the words around the address on `[first, last)` have the client come there."""
    line, at = reading.line, reading.line_at
    before = line[at[max(reading.sentence(first)[0], first - _BEFORE)] : at[first]]
    if _OURS_BEFORE.search(before):
        return True
    behind = line[at[last] : at[min(len(reading), last + _BEHIND)]] + " " if last < len(reading) else ""
    return _HOSTS.search(behind) is not None and _CALLED_ON.search(behind) is None


def is_there_too(behind: str) -> bool:
    """True where the words behind the address of others tell that the speaker is there as well."""
    return _BOTH.search(behind) is not None
