"""Whose it is: the professional's, the client's or somebody else's.

The nearest owner before a contact or an address decides; with none it is the speaker's,
who gives it out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from align.claims.claim import Speaker

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

Owner = Literal["professional", "client", "other"]

_REACH: Final = 12
"""Words back at which an owner is looked for, inside the sentence."""

_OWN_NOUNS: Final = (
    "shop|studio|salon|office|number|line|site|website|page|link|form|desk|workshop|practice|van|business|booking"
    "|address|place|front|main|new|old|best|same|right|only|usual|work|other|correct|following|first|second|link"
    "|handle|email|e|phone|mobile|cell|gate|door|code|key|lockbox|buzzer|unit|flat|house|building|insta|ig|app|url"
    "|one|direct|personal|private|full|portfolio|account|profile|details?|calendar|diary|store|entrance|blue|red"
    "|yellow|green|white|black"
)
_OWNER: Final = re.compile(
    r"\b(?:(?P<client>your|yours|ur|you're|youre|you are|you gave(?: me)?|you sent(?: me)?|you mentioned|you said"
    r"|(?:text|txt|message|reach|get|ring|call|phone|email|contact|whatsapp|send) (?:it |them |that |this )?"
    r"(?:to )?(?:you|u|ya)(?: back)?(?: (?:later|tomorrow|then))? (?:on|at|to|via)|have you (?:on|as|at)|got you (?:on|as|at))"
    r"|(?P<mine>my|mine|our|ours|i'm|im|i am|me|us|we're|we are|here's|here is|i've|i use|we use|i go by)"
    r"|(?P<others>(?:his|her|hers|their|theirs|(?:the|a|an|this|that)(?: \w+){0,2} (?:'s|s')"
    r"|(?:call|ring|text|email|e-mail|message|contact|try|ask|phone|tag|follow|tell|reach|with|from|for|at|by|and|to)"
    r" (?:him|her|them|the (?!(?:" + _OWN_NOUNS + r")\b)\w+(?: \w+)?(?= (?:on|at|:|,|via|directly|is|-)))"
    r"|(?:the|a) (?!(?:" + _OWN_NOUNS + r")\b)[a-z]+ (?:is|are|:|'s|has|have|uses|on|at)"
    r"|(?:the|a) (?!(?:" + _OWN_NOUNS + r")\b)[a-z]+ (?:number|site|website|page|insta|instagram|email|phone|line|is))))"
    r"(?![\w'])"
)
_AFTERWARDS: Final = re.compile(
    r",? ?(?:(?:is|was) (?:still )?)?(?:the )?(?:(?P<client>(?:is |still |the )*(?:your|yours|right for you|best for you)\b)"
    r"|(?P<others>(?:is |that's |it's )?(?:their|his|her|the (?:vet|venue|hotel|florist|planner|landlord))\b))"
)


def owner_before(reading: Reading, first: int) -> Owner | None:
    """Return the nearest owner that the sentence names before word `first`; None for none."""
    line, at = reading.line, reading.line_at
    start = max(reading.sentence(first)[0], first - _REACH)
    found: Owner | None = None
    for match in _OWNER.finditer(line, at[start], at[first]):
        found = "client" if match["client"] else "professional" if match["mine"] else "other"
    return found


def owner_after(reading: Reading, last: int) -> Owner | None:
    """Return the owner that the words right after word `last` name: "is that still yours?"."""
    if last >= len(reading):
        return None
    match = _AFTERWARDS.match(reading.line, reading.line_at[last])
    if match is None:
        return None
    return "client" if match["client"] else "other"


def owner_of(u: Utterance, first: int, last: int) -> Owner:
    """Return whose contact or address the words `[first, last)` are.

    In the client's own words "my" is the client's and "your" the professional's.
    """
    found = owner_after(u.reading, last) or owner_before(u.reading, first)
    if u.speaker is Speaker.PROFESSIONAL:
        return found or "professional"
    return {"client": "professional", "professional": "client", "other": "other", None: "client"}[found]  # type: ignore[return-value]
