"""What is granted or wished for and then refused: "I'd love to, but …", "if you want X, I can't help".

A clause that only mentions a claim (a wish, the client's request, a condition, what others
do) leaves open what becomes of it. The clause behind it decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.stances.double_negation import grants_behind
from align.claims.stances.standing_wishes import STANDS
from align.reading.cues import HEDGE, NEGATION, QUOTING, TURN

if TYPE_CHECKING:
    from align.claims.stances.scope import Scope

_CONCEDING: Final = frozenset("know understand get realise realize appreciate see hear".split())
_CONCEDED: Final = re.compile(
    r"\b(?:i|we) (?:do |totally |completely |fully |really )?(?:know|understand|get|realise|realize"
    r"|appreciate|see(?! (?:you|him|her|them|everyone|\w+s) (?:in|at|on|over|there)\b)|hear)(?: that"
    r"| how| why)? (?!(?:in|into|to|back|over|up|down|home|there)\b"
    r"|(?:a|an|some|the) (?:\w+ )?(?:place|spot|lady|guy|person|someone)\b)(?:(?!but\b)[\w'-]+ ){0,5}$"
)
"""What is granted before a "but": "I know a quick call feels easier, but …"; one of `_CONCEDING` stands in it."""
_OPEN: Final = re.compile(
    r"(?:^|[,.—;:] |\b(?:and|but|so|well|ah|oh) )(?:"
    r"(?:(?:as )?(?:much|tempting|lovely|nice|fun|great|kind) as"
    r"|(?:i'd|we'd|i would|we would) (?:\w+ )?(?:love|like|have loved|happily|gladly|be (?:happy|glad)"
    r"|do|offer|come|take|call)|i wish|it's not that|it isn't that|i said i'd"
    r"|(?:thanks|thank you|cheers) for|(?:i|we) (?:can |do |totally )?(?:see|get|know|understand"
    r"|appreciate)\b"
    r"|(?:[\w']+ ){1,6}?(?:ask|asks|asked|asking|want|wants|wanted|need|needed|like|suggested|mentioned"
    r"|said|thought|wondered|hoping|after|prefer|expect|request|requested)\b)"
    r"(?: (?!i\b|i'll\b|we\b)[\w'&-]+){0,7} ?$)"
)
_LOVES: Final = re.compile(
    r"\b(?:(?:i'd|i would|we'd) (?:\w+ )?(?:love|have loved) to|(?<!you )would (?:\w+ )?love to|i wish"
    r"|(?:would|it'd) be (?:\w+ )?(?:fun|nice|lovely|great|cool) to)(?: [\w'-]+){0,4} ?$"
)
_WISHED: Final = re.compile(
    r"would be (?:\w+ )?(?:fun|nice|lovely|great|cool|good) to (?:offer|do|have|add)\b"
)
_BUT: Final = re.compile(
    r"\bbut (?!(?:it'd|it would|you'd|we'd|that'd|it|i'd) (?:\w+ )?(?:have to|need to|be)\b|only if\b"
    r"|could\b|can\b|would\b|is\b|what\b|which\b|how\b|when\b|let\b|let's\b|first\b|yes\b)"
)
_MUCH_AS: Final = re.compile(
    r"\b(?:as )?much as (?:i|i'd|we|we'd) (?:would |do |really )*(?:like|love|want|enjoy|appreciate"
    r"|hate)(?: [\w'-]+){0,4} $"
)
_BUT_NO: Final = re.compile(
    r"(?:[\w'$£€-]+ ){0,6}?(?:, [\w' ]{1,24} , )?(?:but|,|—|:|;|and)"
    r" (?:but )?(?:(?:sadly|sorry|unfortunately|alas|honestly|right now|at the moment|this week|then|the"
    r"|though|just|my|i'm afraid|answer|answer's|honest|is|always|that's)(?: ,)? )*"
    r"(?:no(?= (?:[.,!;—]|sorry|dates?|plans?|space|room|time|openings?|gaps?))"
    r"|not\b(?! (?:only|just|a (?:problem|bother)))|nope\b"
    r"|(?:i|we)(?: \w+)? (?:can't|cannot|don't(?! (?:mind|charge|need))|won't(?! (?:mind|charge|need))"
    r"|couldn't|never(?! charge)|wouldn't|rather not)|i'd rather not"
    r"|i'm (?:not|full|booked|away|busy|off|working|stuck|tied up|ill|sick)"
    r"|(?:it|that|this|they)(?:'s| is| are)? (?:\w+ )?(?:not|isn't|aren't|won't|doesn't|don't|can't)"
    r"|(?:it|that|this) (?:isn't|won't|doesn't|just isn't)|\w+ (?:isn't|won't|doesn't|can't|says no))"
)
_CONDITION: Final = re.compile(
    r"\bif(?: (?:the|a|an|some))? $|\bshould (?:you|u|anyone)"
    r" (?:ever )?(?:want|need|fancy|prefer|like)(?: [\w'-]+){0,2} $"
    r"|\bif (?:it's|it|you|you're|u|anyone|someone|people|he|she|they|(?:the|your) \w+)(?:'re|'d"
    r"| ?'s)?(?: (?:really|still|ever|do|absolutely|just|only|definitely))*(?: (?:want|need|fancy|prefer"
    r"|like|after|looking for|hoping for|set on|love|insist on|have|has to be|must be"
    r"|is))?(?: [\w'&-]+){0,4} ?$"
)
_NO_HELP: Final = re.compile(
    r"(?:(?:\w+(?:'re)? ){0,3}(?:after|for|with me|of me) )?(?:, |then |- |— )+(?:then |i'm afraid "
    r"|sadly |unfortunately |sorry ,? ?|honestly ,? ?)*"
    r"(?:(?:i|we) (?:really |just |sadly )?(?:can't|won't|couldn't"
    r"|don't)(?: (?:be able|be any))?(?: (?:to )?(?:help|do (?:it|that|them|those)|offer|answer|pick up"
    r"|reply|respond|manage|make it|be))?(?= (?:[.,!;—]|help|you|it|that|them|sorry|there|with)|$)"
    r"|i'm (?:not (?:your|the|who)|the wrong)\b|ask (?:your|a|the|around)\b"
    r"|(?:i'd|i'll|i can|i would) (?:send|refer|point|pass|put) you\b"
    r"|(?:you'd|you'll|you|you would|you will|it) (?:\w+ )?(?:need|have to|want to|must"
    r"|better)(?: \w+){0,4}? (?:someone|somebody|else|elsewhere|specialist|another)\b"
    r"|try (?:someone|somebody|elsewhere|another|a )|(?:it's|that's|there's) (?:a no\b|not\b|no\b)"
    r"|not (?:me|with me|here)\b)"
)
_REFERRED: Final = re.compile(
    r"(?:[\w'-]+ ){0,3}?(?:(?:,|-|—) )?(?:you'd|you would|you'll|you will|you|it's|i'd|we'd|best|better"
    r"|i can|i'll|i)(?: \w+){0,3}?"
    r" (?:(?:need|want|see|find|ask|try|get|be better (?:off )?(?:with|asking|going)|better off with"
    r"|have to (?:try|find|ask|go to|see)|going to|recommend|suggest)"
    r"(?: (?:a|an|to|some|proper|real|different|another|qualified|specialist))*"
    r" (?:someone|somebody|elsewhere|another (?:\w+)|specialist|professional|expert|solicitor|doctor|vet"
    r"|physio|dentist|colleague|friend|place|person|\w+ologist)\b"
    r"|(?:send|refer|point|pass) you (?:on |over |along )*to\b)"
    r"|(?:, )?(?:best to |please |you'd best |just )?(?:try|see|ask|go to|speak to|talk to|visit)"
    r" (?!(?:me|us|it)\b)(?:the|your|a|my|our|[\w']+)\b"
)
_OTHERS_CAN: Final = re.compile(
    r"(?:[\w'-]+ ){0,6}?, (?:then )?(?!(?:i|we|you|it|that|this|there|just|let|let's|here|no|yes|an?"
    r"|i'\w+|we'\w+|you'\w+|it's|that's|(?:the|my|your|our)"
    r" (?:price|hour|session|studio|cost|rate|deposit|full|total|extra))\b)"
    r"(?:[\w'-]+ ){1,6}?(?:is|are|does|do|has|have|can|will|runs|offers|would be)"
    r" (?:\w+ )?(?:great|good|excellent|brilliant|lovely|fab|superb|amazing"
    r"|the (?:one|person|place|people|best)|one|ones|it|them|that|those|better|best|classes)\b"
)
"""A main clause of somebody else's: "if you want X, Claire in town is great"."""

_NEED: Final = re.compile(r"\b(?:for|if you (?:want|need|fancy|like)|as for)(?: [\w'-]+){0,2} $")


_LET_ANOTHER: Final = re.compile(
    r"(?:, )?(?:then )?(?:(?:i'd|i would|i|we'd) (?:much )?(?:rather|sooner|prefer|want|like"
    r"|need)(?: it if| that| to see)? (?:you|she|he|they|them|him|her|your \w+|the \w+|a \w+"
    r"|someone)(?: (?:\w+ )?(?:goes|went|go|to go|sees?|saw|to see|ask|asked|asks|to ask|finds?|found"
    r"|talk|talked|spoke|to do|does|did|do|handles?|looks?|to look|to handle|gets?|got)\b)"
    r"|(?:he|she|they|it|you)(?:'d| should| would| ought to| must|'ll(?: have to| need to)?| needs? to"
    r"| has to| have to| will)(?: \w+)? (?:(?:go|talk|speak) to|see|ask|visit|consult)"
    r" (?:a|an|the|your|someone|somebody|my|our|another|[\w']+)\b"
    r"|(?:(?:he|she|they|you|it)(?: ?'s|'re|'d| would| is| are)|(?:he|she|they|you|it)'ll)(?: \w+)?"
    r" (?:be )?(?:better off|better|safer|happier|best off|best|in better hands)"
    r" (?:at|with|going to|seeing|asking) (?!the \d|a longer|the longer|my (?:\d|longer))(?:the|a|an"
    r"|your|my|our|someone|somebody|another|[\w']+)\b(?! (?:\d|hour|minutes)))"
)
"""Behind a condition: somebody else is to do it: "if X is a must, I'd rather she saw a physio"."""


def turns_down(after: str) -> bool:
    """True for ", but I can't": not for ", but I can't do mornings"."""
    found = _BUT_NO.match(after)
    return found is not None and not _stands(after) and not grants_behind(after)


def turns_down_with_but(after: str) -> bool:
    """True for " but I don't drive", not for ", it's not far"."""
    match = _BUT_NO.match(after)
    return match is not None and "but " in match.group() and not _stands(after)


def _fails(after: str) -> bool:
    """True for a wish that comes to nothing: "but I'm away"; not for "but bring cash"."""
    return _BUT.search(after) is not None and not _stands(after)


def _stands(after: str) -> bool:
    but = f" {after}".find(" but ")
    return but >= 0 and STANDS.match(after, but + len("but ")) is not None


def is_conceded(scope: Scope) -> bool:
    """True for what is granted before a "but", and so not said for itself."""
    if " but " not in scope.after or _CONCEDING.isdisjoint(scope.left):
        return False
    return _CONCEDED.search(scope.before) is not None


def is_granted_only(scope: Scope) -> bool:
    """True for a claim that is wished for, conditional or granted, and then refused."""
    before, after = scope.before, scope.after
    mentions = scope.seen_before & (HEDGE | QUOTING | TURN)
    if mentions and scope.seen_after & (NEGATION | TURN) and turns_down(after) and _OPEN.search(before):
        return True
    if "much as" in before and _MUCH_AS.search(before):
        return True
    if " but " in after and _is_wished(before, after) and _fails(after):
        return True
    if ("if " in before or "should " in before) and _CONDITION.search(before, _condition_at(before)):
        return (
            _NO_HELP.match(after) is not None
            or _OTHERS_CAN.match(after) is not None
            or _LET_ANOTHER.match(after) is not None
            or _REFERRED.match(after) is not None
        )
    if "for " not in before or _NEED.search(before) is None:
        return False
    return _REFERRED.match(after) is not None or _LET_ANOTHER.match(after) is not None


def _condition_at(before: str) -> int:
    """Return where the first word of a condition stands."""
    at, should = before.find("if "), before.find("should ")
    return should if at < 0 else at if should < 0 else min(at, should)


def _is_wished(before: str, after: str) -> bool:
    """True for what is only wished for: "I'd love to do X", "X would be nice to offer"."""
    may_love = "love" in before or "wish" in before or "be " in before
    if may_love and _LOVES.search(before) is not None:
        return True
    return after.startswith("would be ") and _WISHED.match(after) is not None
