"""Claims of the past, claims contrary to fact, and claims put right in the same breath."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.reading.cues import HEDGE, TURN

if TYPE_CHECKING:
    from align.claims.stances.scope import Scope

_THEN: Final = re.compile(
    r"\b(?:(?:that|it|which|those|this) )?(?:was|were)"
    r" (?:\w+ ){0,4}?(?:ago|back then|last (?:year|month|season|summer|winter|spring|autumn)"
    r"|before (?:i|my|the|we)|years? back|in 20\d\d|an old (?:price|rate|one|card|flyer)"
    r"|(?:my|the|an) old)\b"
    r"|^(?:was|were) (?:just |only |my |the |an |a |our )*(?:old|summer|winter|spring|autumn|christmas"
    r"|launch|opening|intro\w*|early|previous|former|last|first)\b"
    r"|^(?:was|were) (?:a thing|something|one|an? \w+ (?:i|we))\b"
)
_ENDED_BEHIND: Final = re.compile(
    r"(?:week |stint |visit |trip |run |leg )?(?:wrapped up|finished|ended"
    r"|came to an end)\b(?! (?:late|early|on a high|at \d))|until (?:last|recently|i|we)\b"
    r"|is what (?:i|we) (?:charged|did|asked|used to)\b"
)
"""Right behind what is over."""
_ENDING: Final = frozenset("week stint visit trip run leg wrapped finished ended came until is".split())
"""The words that the end opens with."""
_BEFORE_NOW: Final = re.compile(
    r"\b(?:(?:my|our|the) (?:old|previous|former|last|original|summer|winter|intro\w*)"
    r" (?:\w+ )?(?:was|were)|(?:i|we) (?:was|were) (?:charging|doing|taking|offering|asking"
    r"|selling))(?: (?:about|around|only|just|at))? $"
)
_DAYS_OF: Final = re.compile(
    r"\b(?:days?|years|time|times|era|chapter|phase|stint) (?:of|as|with|doing|when i (?:did|took))"
    r" (?:[\w'-]+ ){0,3}$"
)
_ENDED: Final = re.compile(
    r"(?:[\w'-]+ ){0,5}?(?:is|are|'s|were|ended|finished)"
    r" (?:[\w'-]+ ){0,3}?(?:behind (?:me|us)|over|gone|done|past|finished)\b"
)
"""A part of a life that is over: "my days of X till dawn are behind me"."""
_PARTS: Final = frozenset("day days years time times era chapter phase stint".split())
_COUNTERFACTUAL: Final = re.compile(
    r"\b(?:if (?:you|i|it|we|they|that|he|she) (?:were|was|had|did)|wish (?:i|we|you|it|that)|used to"
    r"|(?:you|he|she|they|u) tried to|back when|(?:would|(?:i|we|it) could)"
    r" have(?! (?:a|an|the|your|you|it|another|some|him|her|them)\b)|would've|(?:i|we|it) could've"
    r"|i'd have(?! (?:you|him|her|them|your \w+) (?:(?:\w+ )?(?:\w+ing|start|begin|do|try|learn|work)"
    r"|(?:in|over|round|back) (?:for|at|on))\b)|had (?:i|you)|in the past"
    r"|previously)\b(?:(?! (?:but|so|now|i can|i'll|i'd|these days) ).)*$"
)
_PROMISED: Final = re.compile(
    r"(?:^|[,.] |\b(?:and|so|then|but) )(?:i|we)'d have (?:your|the|an?|his|her|their) (?:[\w'-]+ )?$"
)
_READY: Final = re.compile(
    r"(?:[\w'-]+ )?(?:(?:all|fully) )?(?:ready|done|finished|sorted|set up|written|recorded|wrapped up"
    r"|with you|back (?:to you|with you|by)|over (?:to you|by)"
    r"|in your (?:hands|inbox))\b(?![^.!?]{0,60}\b(?:if (?:i|we|you) (?:had|did|could|were|was)|by now"
    r"|weeks ago|already)\b)"
)
"""Around a thing: it is promised, "I'd have your X ready by Friday"."""
_IF_ONLY: Final = re.compile(
    r"(?:[\w'-]+ ){0,3}?if (?:only )?(?:i|we|it) (?:could|had|were"
    r"|was)\b(?! (?:\w+ ){0,3}?(?:help|suit|easier))"
)
_WERE_I: Final = re.compile(
    r"\bif (?:i|we|my) (?:\w+ )?(?:had|were|was|could|didn't)\b.*\b(?:i'd|we'd|i would|we would"
    r"|could)(?: \w+)? $"
)
_SUPPOSED: Final = re.compile(
    r"\bif (?:i|we) (?:(?P<ever>ever|even)|(?P<raised>charged|billed|asked|upped|raised|hiked"
    r"|put (?:it|them|that|my|the|prices?) up)|got|sold|did|took|dropped|gave|lowered|let|came"
    r"|travelled|traveled|said|offered|agreed|allowed|accepted|knocked|cut"
    r"|shaved|went)\b"
    r"|\b(?P<rare>if ever (?:i|we)|should (?:i|we) ever)\b"
)
"""What the professional does not do, said to show what would follow: "if I charged by the knot you'd owe me"."""
_SO_IT_IS: Final = re.compile(
    r"[,;—-] so (?:it|that|the \w+|my \w+)(?:'s| is| stays| has to stay| will stay)\b"
)
_BARGAIN: Final = re.compile(r"\bif (?:i|we) (?:did|took|dropped|went|gave|made)\b")
"""In a question, what is offered on a condition: "if I did the hour for 50, would that help?"."""
_FOLLOWS: Final = re.compile(r"\b(?:you'd|they'd|he'd|she'd|people'd|nobody'd|would|you'll|they'll)\b")
_EVEN_AT: Final = re.compile(r"\beven (?:at|for) (?:only |just )?$")
_WE_WOULD: Final = r"\b(?:i'd|we'd|i would|we would)"
_I_WOULD: Final = re.compile(rf"{_WE_WOULD}\b")
_I_WOULD_OR_WILL: Final = re.compile(rf"{_WE_WOULD}\b|\b(?:i'll|i will|we'll|we will)\b")
_RUIN: Final = re.compile(
    rf"{_WE_WOULD} (?:[\w'-]+ ){{0,3}}?(?:broke|skint|bust|bankrupt|ruined|poor|homeless|hungry|under"
    r"|starv(?:e|ing)|los(?:e|ing)"
    r"|at a loss|in (?:\w+ )?trouble|breaking|uninsured|sued|fired|out of (?:business|pocket|a job)"
    r"|(?:mad|crazy)(?! not\b)|for (?:free|nothing)"
    r"|have to (?:do|give|offer))\b|\b(?:everyone|everybody|they all|the others)(?:'d| would)\b"
)
"""What would come of a price that is let down; without it, the condition is an offer's: "if I took 150, I'd need it today"."""
_CORRECTED: Final = re.compile(
    r"(?:, |- |— |… |\( )?(?:(?:oh |ah |ugh )?(?:sorry|no|wait|oops|scratch that|correction|typo)(?: ,)?"
    r" (?:(?:no|sorry) (?:, )?)?(?:i (?:mean|meant) |make that |that's |it's )?(?:[$€£] )?(?:\d"
    r"|[a-z]+(?:ty|teen|dred)\b)|i meant? (?:[$€£] )?\d|make that )"
)


_LONG_AGO: Final = re.compile(
    r"\b(?:years|ages|decades|moons|months|(?:a )?lifetime) (?:ago|back)\b"
    r"|\bback in (?:the )?(?:\w+ )?(?:(?:19|20)?\d\ds?|day|days)\b"
    r"|\b(?:when|while|before) (?:i|we) (?:was|were|started|first|trained|studied|lived|worked|qualified"
    r"|opened|had)\b"
    r"|\bin (?:my|our) (?:old|previous|last|former|first|student|college|training|twenties|thirties"
    r"|younger|early|hotel|spa|salon|school|uni) ?\w*"
    r"|\bin (?:a|another) (?:past|former|previous|other|different)? ?life\b"
    r"|\b(?:at|in) (?:college|uni|university|school|beauty school|film school|art school)\b"
    r"|\bmy first (?:\w+ )?(?:years?|job|boss|months?|gig)\b|\bonce upon a time\b|\bin those days\b"
    r"|\bin (?:19|20)\d\d\b(?! (?:and|i'm|so))|\b(?:during|in|through|over)"
    r" (?:the )?(?:covid|lock ?down|pandemic)\b|\bfor"
    r" (?:[\w'-]+ ){1,2}(?:years|months|summers|winters|seasons)\b"
    r"|\bfor (?:a (?:while|bit|time|season|summer|winter|year|few (?:months|years))"
    r"|one (?:summer|winter|season|year|month))\b|\bone (?:summer|winter|year|season|time)\b"
    r"|\bonce(?= [,.!;]|$| (?:on|for|at|with|and|as|in)\b)"
    r"|\bspent (?:(?:an?|the|my|our|one|two|three|four|some|whole|entire|long|happy) ){0,3}(?:years?"
    r"|summers?|winters?|months?|seasons?|decade|childhood|youth|twenties"
    r"|teens)\b(?! (?:[\w'-]+ ){0,2}?(?:learn|train|study|perfect|master|practi|qualif|build"
    r"|research)\w*)"
)
_DID_ONCE: Final = re.compile(
    r"(?:\b(?:i|we) (?:(?:also|even|briefly|once|only|mostly|mainly|both|all) )*(?:did|offered|ran|used"
    r"|covered|learned|learnt|trained|studied|tried|took|had|worked|gave|taught|sold|kept|was|were|got"
    r"|made|went|dabbled|spent|played|bought|started|qualified)|\bthat covered|\bwhich covered)\b"
)
_RELICS: Final = (
    r"(?! (?:have|got|'ve got) (?:the |a |some |my |no )?(?:\w+ )?(?:scars?|burns?|bruises?|nightmares"
    r"|marks?|photos?|pictures?|t ?-? ?shirts?|tans?|calluses|stains?|dreams|respect)\b"
    r"| (?:\w+ly )?(?:dream|remember|laugh|cringe|shudder|think (?:of|about)|hear|smell|twitch|blush"
    r"|tell|feel|miss|can't|can not|hate|get (?:asked|nightmares|flashbacks|teased))\b)"
)
"""Behind "still": all that is left of it, a scar or a memory."""
_SINCE: Final = re.compile(
    rf"\b(?:(?:i|we|i'm|i've|we've|we're) (?:\w+ )?still{_RELICS}"
    rf"|still{_RELICS} (?:do|does|offer|have|got|use|can|get (?:it|them|the|my)|going|at it|run|love"
    r"|available)|to this day|(?:i|we|i've|we've)(?:'ve| have)?"
    r" (?:\w+ )?(?:use|do|done|doing|used|offer|offered|run|bring|love|loved|kept)"
    r" (?:it|them|that|those|both)|so (?:i|we) (?:can|could|do|know how)|so (?:it's|that's) no)\b"
)
"""What was taken up then goes on."""


def is_long_past(before: str, after: str) -> bool:
    """True for what the professional did once, in a sentence that says when: "at college I did X"."""
    if _DID_ONCE.search(before) is None or not (_LONG_AGO.search(before) or _LONG_AGO.search(after)):
        return False
    return _SINCE.search(after) is None and _RETURNED.search(before) is None


_RETURNED: Final = re.compile(
    r"\b(?:now|these days|nowadays|today|still|i'll|i can|i do|we do|we can|we'll|i also do)\b"
)


def is_past(scope: Scope) -> bool:
    """True for what was so once: "my old flyer said 80, that was years ago"."""
    before, after = scope.before, scope.after
    if scope.seen_after & (TURN | HEDGE):
        was = "was " in after or "were " in after
        if (was and _THEN.search(after)) or (scope.behind in _ENDING and _ENDED_BEHIND.match(after)):
            return True
        over = scope.seen_after & TURN and not _PARTS.isdisjoint(scope.left)
        if over and _DAYS_OF.search(before) and _ENDED.match(after):
            return True
    if not scope.seen_before & (TURN | HEDGE):
        return False
    return ("was" in before or "were" in before) and _BEFORE_NOW.search(before) is not None


def is_corrected(scope: Scope) -> bool:
    """True for what is put right at once: "it's 150, sorry, 180 for the hour"."""
    return scope.behind in _CORRECTING and _CORRECTED.match(scope.after) is not None


_CORRECTING: Final = frozenset(
    ", - — … ( oh ah ugh sorry no wait oops scratch correction typo i make".split()
)
"""What a correction opens with."""


def _is_supposed(scope: Scope) -> bool:
    """True for "if I ever put it up to 90 you'd hear first"; "if I did 80, would you book?" bargains."""
    if (
        not ("if " in scope.before or "even " in scope.before or "should " in scope.before)
        or scope.is_question
    ):
        return False
    line, at = scope.reading.line, scope.reading.line_at
    said = line[at[scope.begin] : at[scope.last] if scope.last < len(at) else None]
    own = "if i " in said or "if we " in said or "ever" in said
    match = _SUPPOSED.search(said) if own else None
    if match is None:
        even = "even " in scope.before and _EVEN_AT.search(scope.before) is not None
        return even and _FOLLOWS.search(scope.after) is not None
    if _SO_IT_IS.search(said, match.end()):
        return False  # "if I charged you 50 I'd be out of pocket, so it stays at 70"
    behind = said[match.end() :] + scope.after
    if match["ever"] or match["rare"]:
        return bool(_I_WOULD_OR_WILL.search(behind) or _FOLLOWS.search(behind))
    if match["raised"]:
        return bool(_I_WOULD.search(behind) or _FOLLOWS.search(behind))
    return _RUIN.search(behind) is not None


def is_counterfactual(scope: Scope) -> bool:
    """True for what would be, were things otherwise: "if you were in Dallas I'd say yes"."""
    before = scope.before
    conditional = "if " in before
    if conditional and scope.is_question and _BARGAIN.search(before):
        return False
    return (
        _is_supposed(scope)
        or (
            _may_be_unreal(before)
            and _COUNTERFACTUAL.search(before) is not None
            and not _is_promised(before, scope.after)
        )
        or (conditional and _may_be_mine(before) and _WERE_I.search(before) is not None)
        or ("if " in scope.after and _is_wished(before) and _IF_ONLY.match(scope.after) is not None)
    )


def _is_wished(before: str) -> bool:
    """True right behind what would be done: "I'd do X if only …"."""
    return (
        before.endswith(("i'd ", "i would ", "we'd "))
        or " i'd " in f" {before}"[-24:]
        or "would i " in before
    )


def _may_be_mine(before: str) -> bool:
    """True where who speaks says what would be behind an "if"; a quick look before the real one."""
    return "if i " in before or "if we " in before or "if my " in before


def _is_promised(before: str, after: str) -> bool:
    """True for "I'd have your X ready by Friday"; "I'd have had X" is unreal."""
    if before.endswith(_HAVE) and _FOR_YOU.match(after):
        return True  # "I'd have a full hour for you both": what there is
    return _PROMISED.search(before) is not None and _READY.match(after) is not None


_HAVE: Final = ("i'd have ", "i would have ", "we'd have ", "we would have ")
_FOR_YOU: Final = re.compile(r" ?for (?:you|ya|him|her|them|both)\b(?! if )")


def _may_be_otherwise(before: str) -> bool:
    """True where a past tense stands that an "if" makes unreal; a quick look before the real one."""
    return " was" in before or " were" in before or " had" in before or " did" in before


def _may_be_unreal(before: str) -> bool:
    """True where a word stands that makes a claim unreal; a quick look before the real one."""
    return (
        ("if " in before and _may_be_otherwise(before))
        or "d have" in before
        or "d've" in before
        or "had " in before
        or "wish" in before
        or "used to" in before
        or "tried to" in before
        or "when" in before
        or " past" in before
        or "previously" in before
    )
