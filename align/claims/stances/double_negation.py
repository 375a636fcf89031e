"""A refusal that is itself denied: "I won't say no", "I'd never refuse you", "no reason not to".

Negating a verb of refusing grants what it refuses, so such a "won't" or "never" is no refusal.
"""

from __future__ import annotations

import re
from typing import Final

_NEGATION: Final = (
    r"(?:no|not|never|cannot|(?:can|wo|do|would|could|should|ca|did|does|was|have|has)(?:n't|nt))"
)
_ON_THE_WAY: Final = (
    r"(?: (?:ever|really|usually|normally|exactly|possibly|just|going to|gonna|about to|want to|like to|wish to|dare"
    r"|able to|likely to|dream of|(?:the )?one to|here to|(?:have|got) the heart to|bring myself to|be the one to"
    r"|be able to))*"
)
"""Between a negation and the verb that it negates: "not going to", "never really"."""
_WHOM: Final = r"(?:you|him|her|them|anyone|people|a client)"
_UP_FRONT: Final = r"(?:before(?:hand)?|first|up ?-? ?front|in advance)"
_REFUSING: Final = (
    r"(?:(?:say(?:ing)?|said) (?:no|nay)(?! (?:more|to (?:cash|money|payment)))|refus(?:e|ed|ing)|declin(?:e|ed|ing)"
    rf"|object(?:ing)?|mind(?! (?:you|it|them|him|her|me|waiting|the)\b)"
    rf"|turn(?:ed|ing)? (?:(?:it|that|this|those|{_WHOM}) )?(?:down|away)"
    rf"|(?:deny(?:ing)?|denied|stop(?:ped|ping)?) {_WHOM}|see why not"
    r"|rul(?:e|ed|ing) (?:it|that|this) out|complain|argue(?! for\b)"
    r"|against|opposed to|averse to|say (?:that )?(?:i|we) (?:don't|won't|can't)"
    rf"|(?:need|ask for|want|require|expect|insist on) (?:it|that|cash|money|payment|anything) {_UP_FRONT})"
)
"""To refuse a thing, or to demand its contrary."""
_NOT_ENDED: Final = (
    r"(?:didn't|did not|haven't|have not|hasn't|never)(?: (?:really|ever|actually))?"
    r" (?:drop|dropped|quit|give up|given up|gave up|ditch|ditched|scrap|scrapped|stopped)"
    r"(?! (?:to|below|under|in|by|off|round|over|you|me|my|the (?:price|rate|fee|cost))\b)"
)
_NOT_IN_JEST: Final = r"(?:not|wasn't|weren't|isn't) (?:just |only )?(?:joking|kidding|teasing|lying)"

_FIXED: Final = (
    r"(?:never say never|no (?:good |real )?reason (?:why )?not(?: to)?|(?:see|know) no reason (?:why )?not"
    r"|(?:don't|can't) see why not|why not"
    r"|no (?:objections?|qualms|complaints)(?! (?:about|to|with|if) (?!(?:it|that|them|this)\b))"
    rf"|(?:(?:i'd be|i'm) )?(?:the )?last (?:one |person )?to {_REFUSING}"
    rf"|(?:who am i to|how could (?:i|we)) {_REFUSING})"
)
_NOT_TURNED: Final = (
    r"(?![^.!?;]{0,60}(?:\bunless\b|(?:,|\bbut) [^.!?;]{0,40}\b(?:no|not|never|only|cannot|before|in advance"
    r"|(?:do|ca|wo|is|could|does|would|should|can)n't)\b(?! (?:an? )?(?:problem|bother|worry|worries|mind|hassle)\b)))"
)
"""Behind a refusal to refuse: it is refused after all, "I'm not against X, I just don't do it"."""
_DENIED_REFUSAL: Final = rf"{_NEGATION}{_ON_THE_WAY} {_REFUSING}\b"
LEAVES_IT_ON: Final = rf"(?:{_DENIED_REFUSAL}{_NOT_TURNED}|{_NOT_ENDED}|{_NOT_IN_JEST}\b)"
"""A negation that turns nothing down, since what it denies is a refusal, an end or a joke."""
_LEADS_IN: Final = r"(?:(?:well|honestly|but|and|so|oh|ah|sure|you know me) (?:, )?)*"
_SUBJECT: Final = r"(?:(?:i|we|i'd|we'd|i'm|we're|i'll|i've|i can) )?"
_GRANTING: Final = re.compile(
    rf"{_LEADS_IN}(?:{_SUBJECT}{_DENIED_REFUSAL}|{_SUBJECT}{_FIXED})\b{_NOT_TURNED}"
)
_JOINT: Final = re.compile(r"(?:[,.!?;—-]|\b(?:and|but|so)) ")
_DENIED: Final = re.compile(rf"\b{_NEGATION}{_ON_THE_WAY} \Z")


def grants_by_denying(line: str, start: int) -> bool:
    """True where the clause at `start` of the line refuses to refuse: "I'd never say no to that"."""
    end = line.find(" ", start)
    return line[start : end if end >= 0 else None] in _OPENING and _GRANTING.match(line, start) is not None


_OPENING: Final = frozenset(
    "well honestly but and so oh ah sure you i we i'd we'd i'm we're i'll i've no not never cannot can't won't don't wouldn't"
    " couldn't shouldn't didn't doesn't wasn't haven't hasn't cant wont dont"
    " wouldnt couldnt shouldnt didnt doesnt wasnt havent hasnt see know why the last who how".split()
)
"""The words that such a clause opens with."""


def grants_behind(after: str) -> bool:
    """True where a clause behind a claim refuses to refuse it: "…, I'd never say no to that"."""
    return any(grants_by_denying(after, joint.end()) for joint in _JOINT.finditer(after))


def is_denied(left: str) -> bool:
    """True where the word behind `left` is negated by it, be it at some distance: "I'm never going to"."""
    return _DENIED.search(left) is not None
