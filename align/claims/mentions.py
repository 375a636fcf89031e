"""Phrases of the spec that are only spoken of: somebody else's, admired, asked about, put away.

What tells a mention from an offer is who has the thing in their hands: the client who sent
a picture of it, a person named by it ("the X lady"), whoever sells it elsewhere.
"""

from __future__ import annotations

import re
from typing import Final

_PUT_AWAY: Final = re.compile(
    r"\b(?P<own>(?:i|i'll|i'd|i can|we|we'll|i could|let me) (?:\w+ )?)?"
    r"(?:(?P<put>put|leave|keep|pop)|bin|ditch|chuck|throw(?: away| out)?|lose|shelve|skip|toss|retire|stash|hide|get rid of|say goodbye to)"
    r" (?:the|that|this|your|those|his|her|any)(?: [\w'-]+){0,2} $"
)
_AWAY: Final = re.compile(
    r"(?:away|back|down|aside|out of|at home|in (?:the|a|your) (?:bin|drawer|cupboard|box|shed|attic|bag|garage|wardrobe|loft|trash|closet|press))\b"
)
_BETWEEN_PEOPLE: Final = re.compile(
    r"between (?:you|us|them|him|her|the (?:two|pair|three|lot) of|[^\W\d]{3,}(?<!day) and (?!\d))"
)
"""Behind a phrase: what two people share, "good chemistry between you"."""
_NAMED_BY_IT: Final = re.compile(
    r"(?:lady|ladies|guy|guys|girl|girls|man|woman|person|people|chap|fella|folks|crowd|place|shop|salon|studio|specialist|stall|tent|mob|company|firm|crew|agency|farm|bakery|bloke|outfit|school|centre|center)\b"
)
_DEFINITE: Final = re.compile(r"\b(?:the|that|this|those|these|your|her|his|their)(?: [\w'-]+)? $")
_MYSELF: Final = re.compile(r"\b(?:i'm|i am|we're|me ,|as) (?:the|your|that)(?: [\w'-]+)? $")
_HAVING: Final = re.compile(
    r"(?:that |which )?(?:you|u|she|he|they|your \w+)(?: ?'ve| ?'d| have| had)?(?: (?:just|already|both|all))? "
    r"(?:sent|posted|showed|shown|shared|linked|found|wore|bought|made|got|had|did|tried|have|picked up|brought|pinned|saved|described)\b"
)
_ADMIRED: Final = re.compile(
    r"(?:really |so |totally )?(?:suits?|suited) (?:you|her|him|them|u)\b"
    r"|(?:looks?|looked|is|are|was|were|came out) (?:really |so |absolutely |just )?(?:gorgeous|lovely|stunning|amazing|beautiful|class|unreal|cute|fab|great|nice|fire|incredible|savage)\b"
)
_COPIED: Final = re.compile(
    r"\b(?:i|we)(?: (?:can|could|will|would|do)|'ll|'d)(?: \w+)? (?:do|copy|match|recreate|make|manage|try|add|offer)(?: you)? (?:it|that|them|those|this|one|something|the same|similar)\b"
)
"""What takes a mention up: "the X you sent, I can do that"."""
_ASKED_FOR: Final = re.compile(
    r"\b(?:asks?|asked|asking|begs?|begged|nag|nagged|pestered|messaged|inquired|enquired) (?:(?:me|us|around) )?(?:again )?(?:for|about|after)(?: [\w'-]+){0,2} $"
    r"|\b(?:asks?|asked|asking|wonders?|wondered|wondering|wants? to know|wanted to know)(?: [\w'-]+){0,4} (?:if|whether)(?: [\w'-]+){1,5} $"
    r"|\b(?:googled?|googling|look up|looked up|read up on)(?: [\w'-]+){0,2} $"
)
_YES: Final = re.compile(
    r"\b(?:yes|yep|yeah|sure|of course|happy to|(?:i|we) (?:do|can|could)(?!'| not\b)|(?:i'll|we'll) (?:do|take|bring|offer|add|give|make|fit)|absolutely|no problem)\b"
)
_IF: Final = re.compile(r"\b(?:if|when|where)(?: \w+)? $")
_NEEDED: Final = re.compile(
    r"(?:is|are|'s) (?:really |exactly |just )?(?:what|the thing|all) (?:that )?(?:you|u|ye|she|he|they|your \w+)(?:'re| are|'s| is)? (?:\w+ )?(?:need|needs|want|wants|after|looking|set|fancy|asking)\b"
    r"(?P<then>[^.!?;]{0,120})"
)
_SENT_ON: Final = re.compile(
    r"\b(?:(?:don't|do not|dont) (?:wait|hold out|hang on|count)|colleagues?|someone else|somebody else|elsewhere|refer|recommend|another|not (?:the|your) (?:one|right)"
    r"|(?:i'm|i am) not|(?:i|we) (?:don't|can't|won't)|look (?:at|for|to|up)|better off)\b"
)
"""Who needs the thing is sent to somebody else: "if X is what you need, don't wait on me"."""
_ELSEWHERE: Final = re.compile(
    r"\bmy own $|\b(?:from|at|to|by|with|via|through|another|some) (?:(?:an?|another|some) )?(?:(?!my\b|our\b|the\b)[\w'-]+ )?$"
)
"""Before a phrase and its people: "if you came from an X place"."""
_ENDURED: Final = re.compile(
    r"(?:that |which )?(?:i|we)(?:'ve)? (?:ever |once |last |\w+ly )?(?:sat through|went to|saw|seen|heard|watched|attended|endured|suffered|survived|walked out of|paid for|tried)\b"
)
"""Behind a phrase: what who speaks has been to: "the last X I sat through"."""
_MY_OWN: Final = re.compile(
    r"\b(?:get|got|getting|had|having|have|took|taking|learned|learnt) (?:my|our|mine)(?: own)?(?: \w+)? $"
)
_DONE_TO_ME: Final = re.compile(
    r"(?:(?:all|both|just) )?(?:done|fixed|sorted|made|put (?:on|in)|fitted|removed|taken (?:off|out)|redone)\b"
    r"|(?:from|off|by) (?:an?|the|my|this|that|one|some)\b"
)
"""Somebody else does it to who speaks: "I got my own X done by a girl in town"."""
_TOLD_TO_ASK: Final = re.compile(
    r"\b(?:ring|call|ask|see|text|phone|speak to|talk to|speak with|talk with|check with|go to|message|try|contact|consult)"
    r" (?:your|the|a|an|his|her) [\w']+(?: [\w']+)? (?:about|for|re|regarding|to do|on)(?: [\w'-]+){0,3} $"
)
_ANYBODY: Final = re.compile(
    r"\b(?:someone|somebody|anyone|anybody|whoever|nobody|no one|another \w+|other \w+)(?: else)?(?: [\w']+)?"
    r" (?:quotes?|offers?|sells?|says|tries|promises?|pushes|recommends?|charges?|does|did|sold|offered|gave|told)(?: (?!i\b|we\b)[\w'-]+){0,4} $"
)
_FROM_ELSEWHERE: Final = re.compile(
    r"(?:from|by|at|with) (?:(?:that|your|the|an?|another|some) (?:other|last|old|previous|first|former|different|cheap|ex)"
    r"|(?:(?:your|his|her|their|old|dear) )?(?:mr|mrs|ms|miss|dr|prof|professor|sister|brother|uncle|aunt|auntie|aunty|granny|grandma|grandpa|coach|father))\b"
)
_SENTENCE_END: Final = re.compile(r" ?[.!?;\n] ")
_NEAR: Final = 90


def is_mention(line: str, before: str, stop: int) -> bool:
    """True for a phrase between `before` and position `stop` of the line that is not offered there."""
    if _BETWEEN_PEOPLE.match(line, stop) or _ENDURED.match(line, stop) or _FROM_ELSEWHERE.match(line, stop):
        return True
    needed = _NEEDED.match(line, stop) if _IF.search(before) else None
    if needed is not None and _SENT_ON.search(needed["then"]):
        return True
    if _MY_OWN.search(before) and _DONE_TO_ME.match(line, stop):
        return True
    if _is_put_away(line, before, stop) or _TOLD_TO_ASK.search(before) or _ANYBODY.search(before):
        return True
    if _ASKED_FOR.search(before):
        return not _is_granted(line[stop : stop + _NEAR])
    return _is_theirs(line, before, stop)


def _is_granted(behind: str) -> bool:
    """True where a yes follows in the same sentence, or opens the next one."""
    here, _, following = _SENTENCE_END.sub("\n", behind, count=1).partition("\n")
    return _YES.search(here) is not None or _YES.match(following) is not None


def _is_theirs(line: str, before: str, stop: int) -> bool:
    """True for what somebody else has or is known by, unless it is taken up right behind."""
    if _DEFINITE.search(before) is None:
        return _ELSEWHERE.search(before) is not None and _NAMED_BY_IT.match(line, stop) is not None
    if _NAMED_BY_IT.match(line, stop):
        return _MYSELF.search(before) is None
    if _HAVING.match(line, stop):
        return _COPIED.search(line, stop, stop + _NEAR) is None
    return not before.endswith(("the ", "this ")) and _ADMIRED.match(line, stop) is not None


def _is_put_away(line: str, before: str, stop: int) -> bool:
    """True for a thing of the client's that they are told to do without."""
    found = _PUT_AWAY.search(before)
    if found is None or found["own"]:
        return False
    return not found["put"] or _AWAY.match(line, stop) is not None
