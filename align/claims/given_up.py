"""What the professional did once and has stopped: "I've stepped away from X", "I packed X in last spring".

People leave a thing with a verb of going, of throwing away or of laying down. It stands
before the thing, or around it with a particle behind.
"""

from __future__ import annotations

import re
from typing import Final

_SPEAKER: Final = (
    r"\b(?:i|we)(?:'ve|'d|'m|'re| have| had| am| are)?(?: (?:to|since|now|long|just|already|finally"
    r"|recently|decided to|chose to|been|all|both|\w+ly))* "
)
_WHAT: Final = (
    r"(?: (?:the|a|an|all|any|my|our|that|this|those|these|doing|offering|running|teaching|giving|having"
    r"|taking|playing|shooting|making|whole|old|of|regular|weekly|big|do|offer))*"
)
_LEAVES: Final = (
    _SPEAKER
    + r"(?:(?:stepp|walk|mov|back|drift|eas|turn|shi|pull|bow)\w*(?: (?:well|right|back|a little|a bit))*"
    r" (?:away|back|down|out|on|off)(?: a (?:little|bit|while))?(?: (?:from|of))?(?<! on)(?<! back)"
    r"|moved on from|(?:packed|packing|jacked|chucked|chucking) in|g(?:ave|iven|iving|ive) up(?: on)?"
    r"|got out of|getting out of|swor(?:e|n) off|signed off(?: from| on)?|retir(?:ed|ing) from"
    r"|laid to rest|put paid to|put a stop to"
    r"|call(?:ed|ing) (?:it a day|time|it quits|a halt)(?: (?:on|with|to))?"
    r"|hung up (?:my|our|the) \w+(?: (?:on|for|with))?|drawn? a line under|drew a line under"
    r"|put an end to|clos(?:ed|ing) the (?:book|door|chapter)s? on"
    r"|(?:through|finished|done|over) with|out of|washed (?:my|our) hands of|turned (?:my|our) backs? on"
    r"|(?:tak(?:e|ing)|took|taken|having|had|on) (?:a|some|my)"
    r" (?:long |little |short )?(?:break|breather|rest|pause|sabbatical|holiday|time off|step back) from"
    r"|wound (?:down|up)|winding down|wrapped up|knocked off|dropped|stopped|quit|ditched|binned|axed"
    r"|scrapped|retired|shelved|parked|paused|phased out|cut out|cutting out|let go of|said goodbye to"
    r"|fallen out of love with|fell out of love with|lost (?:interest in|my nerve for|the stomach for)"
    r"|come off)" + _WHAT
)
_LEFT: Final = re.compile(_LEAVES + r" $")
"""Before a phrase: it was left, "I've moved on from", "I'm done with"."""
_LISTED: Final = re.compile(
    _LEAVES
    + r"(?: (?!(?:i|we|you|i'm|i'll|we'll|it's|but|so|and|is|are|can|now|because|only|for|to)\b)[\w'&-]+"
    r"| ,){1,12} $"
)
_OR: Final = re.compile(r"(?:, )?(?:(?!(?:i|we|you|but|so|and)\b)[\w'-]+ |, ){0,6}?or ")
"""Around a phrase in a list under one verb: "I've stopped doing X, Y or Z"."""
_AROUND: Final = re.compile(
    _SPEAKER
    + r"(?:pack(?:ed|ing)?|gave|given|giving|knock(?:ed|ing)?|jacked|chucked|cut|phased|wound|kick(?:ed)?"
    r"|boot(?:ed)?)" + _WHAT + r"(?: (?:weekly|old|whole|big|\w+ly))? $"
)
_BEHIND: Final = re.compile(
    r"(?:\w+ )?(?:(?:in|up|out|down|aside|over with|go|slide|drop"
    r"|lapse)(?! , (?:so |and )?(?:see you|you'll|ready|all set|bring|we can|till))(?= (?:[.,!?;…\n—-]"
    r"|last|this|years?|ages|months|some|a (?:while|year|few|couple|long|good)|two|three"
    r"|in (?:the )?(?:\w+ )?(?:spring|summer|autumn|winter|new|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|20\d\d)|for good|because|cos|since|when|after|and"
    r"|but|so|as|long|back|already)|$)"
    r"|on the (?:head|back burner|shelf)|behind (?:me|us)|to (?:bed|rest|one side)"
    r"|on (?:hold|ice|pause|the shelf)|(?:a|the) (?:miss|rest|break|boot|push|chop|heave|elbow)(?= |$)"
    r"|off (?:the|my|our) (?:\w+ )?(?:list|menu|books?|table|(?:price|rate) card|site|website|page"
    r"|board))"
)
"""Behind a phrase: the particle of a verb that leaves it, "packed X in", "put X behind me"."""
_LAID: Final = re.compile(
    _SPEAKER
    + r"(?:give|let|letting|put|left|lay|laid|take|took|taken)"
    + _WHAT
    + r"(?: (?:weekly|old|whole|big|\w+ly))? $"
)
_ASIDE: Final = re.compile(
    r"(?:\w+ )?(?:(?:aside|down|go|slide|drop|lapse"
    r"|up)(?= (?:[.,!?;…\n—]|last|this (?:year|spring|summer|autumn|winter)|years?|ages|some"
    r"|a (?:while|year|few|couple|long)|in (?:the )?(?:\w+ )?(?:spring|summer|autumn|winter|new|20\d\d)"
    r"|for good)|$)"
    r"|on the (?:back burner|shelf)|behind (?:me|us)|to (?:bed|rest|one side)"
    r"|on (?:hold|ice|pause|the shelf)|(?:a|the) (?:miss|rest|break|boot|push|chop|heave|elbow)(?= |$)"
    r"|off (?:the|my|our) (?:\w+ )?(?:list|menu|books?|(?:price|rate) card|site|website|page|board))"
)
"""Behind what can be handled as well: "I put hot stones down when you arrive" lays nothing to rest."""
_LEARNED: Final = re.compile(r"(?:\w+ )?(?:course|training|diploma|certificate|exam|module|workshop)s?\b")
"""Behind a phrase: what is learned and then over, "I've just wrapped up my X course"."""
_ALL_THE_SAME: Final = re.compile(
    r"[^.!?;]{0,60}\b(?:but|though|yet) (?:now |lately |this year )?(?:i'm|we're|i|we|it's|they're|it"
    r"|they|i've) (?:[\w'-]+ ){0,4}?(?:again|back|do|can|will|for you|restart\w*|return\w*|arriv\w*"
    r"|restock\w*|came in|are here|pick\w* \w+ up)\b"
    r"|[^.!?;]{0,60}, (?:and |but )?(?:it's|they're|i'm) (?:back|on again|available again)\b"
)
_NOT: Final = re.compile(
    r"\b(?:not|never|n't|haven't|hasn't|hadn't|wouldn't|won't|don't|didn't|can't|couldn't|if|unless|when"
    r"|before|until|till)\b[^.!?;]*$"
)
_SINCE: Final = re.compile(
    r"(?:it's|it is|it has|it'?s) been (?:[\w-]+ ){0,4}(?:years|ages|months|decades"
    r"|a (?:while|year|decade|lifetime)|forever|long)(?: and (?:\w+ )?\w+)? since (?:i|we)"
    r" (?:last |ever )?(?:did|offered|ran|gave|had|taught|touched|sold|took|played|shot|used|made"
    r"|stopped|quit|dropped|ditched|retired|hosted|tried|went near|did any"
    r"|packed in)(?! your\b)(?: [\w'-]+){0,3} $|\b(?:what|all|something|a thing|things|one thing)"
    r" (?:that )?(?:i've|we've|i|we|i have|we have)"
    r" (?:stopped|quit|given up|dropped|retired|gave up|no longer|ditched)(?: \w+ing| do| offer)? ?(?:is"
    r"|are|:)(?: (?!but\b|so\b|i\b)[\w'&-]+| ,)* $"
)
"""Before a phrase: how long ago it was, or a heading that says what was left."""


def is_given_up(left: str, before: str, line: str, stop: int) -> bool:
    """True for a phrase that the professional has left.

    It ends at `stop` of the line; `before` is its clause up to it, and `left` its sentence.
    """
    if _LEARNED.match(line, stop):
        return False
    found = _LEFT.search(before) or _listed(left, line, stop)
    if found is None:
        found = _AROUND.search(before) if _BEHIND.match(line, stop) else _SINCE.search(left)
    if found is None and _ASIDE.match(line, stop):
        found = _LAID.search(before)
    if found is None or _NOT.search(found.string[: found.start()]):
        return False
    return _ALL_THE_SAME.match(line, stop) is None


def _listed(left: str, line: str, stop: int) -> re.Match[str] | None:
    """Find the verb that leaves a list of which a phrase is part."""
    if " , " not in left and " or " not in left:
        return None
    found = _LISTED.search(left)
    if found is None:
        return None
    _, joined, rest = found.group().rpartition(" or ")
    return found if (joined and " , " not in f" {rest}") or _OR.match(line, stop) else None
