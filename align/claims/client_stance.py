"""The client's stance towards a phrase of the spec: asked of us, or had from somebody else.

What the client has from others or does alone is not asked of the professional, so that no
yes accepts it; what they have heard of us, or ask in the negative, is a question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.stances.passed_on import PRACTITIONERS

if TYPE_CHECKING:
    from align.reading import Reading

_WHERE_OTHERS: Final = re.compile(
    r"\b(?:where|that|which) (?:they|he|she) (?:do|does|did|offer|offers|have|has|run|runs) (?:\w+ )?$"
)
"""In the client's words: what is had elsewhere, "the spa where they do X"."""
_WHO_ELSE: Final = re.compile(
    r"\b(?:know|recommend|suggest|heard of)(?: of)? (?:any|some|a|an|the|where|who|if there)"
    r"|\b(?:anyone|anybody|someone|somebody|anywhere|somewhere)(?: \w+)?"
    r" (?:you'd|you would|you could|you can) (?:recommend|suggest)"
    r"|\bwho (?:does|do|offers|runs|would you)\b|\blooking for (?:someone|somebody|a \w+|anyone)"
    r" (?:who|that)\b"
)
"""In the client's words: they ask who does it, "do you know anyone who does X?"."""
_MINE_GIVES: Final = re.compile(
    rf"\b(?:my|our|the|a|another) (?:[\w'-]+ )?(?:{PRACTITIONERS}|sister|brother|mum|mom|dad|friend|mate"
    r"|neighbou?r|cousin|aunt|partner|husband|wife|boyfriend|girlfriend|hotel|resort|gym|venue"
    r"|band)(?: ?'s)? (?:gives?|does|do|did|is (?:doing|giving)|offers?|runs?|will do|can do"
    r"|could do)(?: (?:me|him|her|us|my \w+))?(?: (?:a|an|the|some))? $"
)
_OTHERS_TASTE: Final = re.compile(
    r"\b(?:my|our|the|a) (?:[\w'-]+ )?[\w'-]+ (?:swears by"
    r"|(?:loves|loved|likes|raves about|had|tried|gets|got|prefers|hates)(?: (?:her|his|their|a|the))?) $"
)
"""In the client's words: what someone else is fond of, "my friend swears by X"."""
_ASKS_FOR_IT: Final = re.compile(
    r"\b(?:can|could|would|will|do|any chance|book|try|like|want|have)\b[^.!?]{0,60}\b(?:it|that|them"
    r"|those|one|some|same|this)\b"
)
_FROM_ANOTHER: Final = re.compile(
    rf"(?:(?!like\b)[\w'-]+ ){{0,2}}?(?:(?:from|by|with|at) (?:my|an?|the|another|our)"
    rf" (?:[\w'-]+ )?(?:{PRACTITIONERS}|hotel|resort|gym|place (?:in|on|down|up|near)|sister|neighbou?r"
    rf"|mum)\b|myself\b|ourselves\b|elsewhere\b|somewhere else\b|(?:\( [^()]{{0,30}} \) )?myself\b)"
)
"""In the client's words: another does it for them, or they do it themselves."""
_HAD: Final = re.compile(
    r"(?:\A|[.,!] |\b(?:and|but|so|i|we|she|he|i'd|we'd|only|just) )(?:i |we )?(?:have |'ve "
    r"|'d )?(?:once |only |just |already |never |also )?(?:had|got|tried|done|went for"
    r"|been for)(?: (?:a|an|the|some|my|those|these|their|one|of))* \Z"
    r"|\b(?:i'd|we'd) (?:a|an|some) \Z"
)
_WHEN_HAD: Final = re.compile(
    r"(?:(?!,)[\w'-]+ ){0,3}?(?:yesterday|before|once|years? ago|months? ago|weeks? ago|days? ago"
    r"|last (?:week|month|year|time|night|summer|winter|\w+day)|at (?:a|the|my) (?:spa|hotel|resort)"
    r"|in (?:bali|thailand|spain))\b"
)
"""In the client's words: what they had, and when: "I'd X last week"."""
_ASKS_AROUND: Final = re.compile(
    r"\b(?:i'll|ill|i will|i'd|let me|lemme|need to|have to|going to|gonna|i'm going to|want to|must)"
    r" (?:just |first |have to |need to |better )*(?:ask|check with|talk to|speak to|check|see what"
    r"|chat to|consult|run it by)"
    r" (?!(?:if|whether|you|u)\b)(?:[\w'-]+ ){1,3}?(?:about|re|regarding|on|for)"
    r" (?:(?:doing|having|getting|booking|trying) )?(?:the |a |an |your |that |those )?\Z"
)
"""In the client's words: they first ask somebody else, "I'll ask my husband about X"."""
_LET_DOWN: Final = re.compile(
    r"(?:lady|girl|guy|woman|man|place|spa|clinic|person|therapist)"
    r" (?:(?:i had|i use|i see|near me|here|in town|just|has|had) )*(?:cancell?ed|closed|moved"
    r"|let me down|shut|quit|stopped|retired|hurt|charged|went)\b"
)
"""In the client's words: somebody named for what they do, "the X lady cancelled"."""
_FROM_US: Final = re.compile(r"(?:[\w'-]+ ){0,2}?(?:with|by|from|at|off) (?:you|yours|ye|u|your)\b")
_ASKED_OF_US: Final = re.compile(
    r"\b(?:what|how) about (?:\w+ )?$|\byou(?:'d|'ll|'re| can| could| would| do| did| also| still)?"
    r" (?:(?:do|did|offer|offered|offering|have|had|run|ran|were|are|sell|take|could|can|sort|bring|add"
    r"|include|doing|throw in|be|able to|an?|the|some|my|his|her) )+$"
)
"""In the client's words: what they heard of us, which a yes confirms: "my aunt said you do X?"."""
_WON_T_YOU: Final = re.compile(
    r"\b(?:sure|certain|shame|pity|sad) (?:that )?you (?:won't|can't|don't|wouldn't|couldn't)\b"
    r"|\b(?:couldn't|can't|won't|wouldn't|don't) (?:you|u|ye)\b|\b(?:could|can|would|will) you not\b"
)
"""In the client's words: a request, "couldn't you do X for us?"."""
_REACH: Final = 24
"""Words before a phrase that are looked at."""
_AHEAD: Final = 300
"""Characters behind it that are looked at."""


def client_stance(reading: Reading, first: int, last: int, found: Stance) -> Stance:
    """Return the client's stance towards the words `[first, last)`, of which `found` is the general one."""
    line, at = reading.line, reading.line_at
    begin, _ = reading.sentence(first)
    before = line[at[max(begin, first - _REACH)] : at[first]]
    stop = at[last] if last < len(at) else len(line)
    if _FROM_US.match(line, stop):
        return Stance.ASKED if found is Stance.QUOTED else found
    if any(p.search(before) for p in (_WHO_ELSE, _WHERE_OTHERS, _MINE_GIVES)) or _FROM_ANOTHER.match(
        line, stop
    ):
        return Stance.QUOTED
    if _LET_DOWN.match(line, stop) or (_ASKS_AROUND.search(before) and "?" not in line[stop : stop + _AHEAD]):
        return Stance.QUOTED
    had = _HAD.search(before) is not None and _WHEN_HAD.match(line, stop + (line[stop : stop + 1] == " "))
    if (had or _OTHERS_TASTE.search(before)) and _ASKS_FOR_IT.search(line, stop, stop + _AHEAD) is None:
        return Stance.QUOTED
    if found is Stance.REFUSED and _WON_T_YOU.search(before):
        return Stance.ASKED
    return Stance.ASKED if found is Stance.QUOTED and _ASKED_OF_US.search(before) else found
