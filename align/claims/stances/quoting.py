"""Somebody else's words: "you said 150", unless the sentence takes them up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.discredited import DISCREDIT, GRANTED
from align.claims.own_voice import AND_YES
from align.claims.stances.answered import opens_assent
from align.claims.stances.double_negation import grants_behind
from align.claims.stances.negation import STRONG, resets

if TYPE_CHECKING:
    from align.claims.stances.scope import Scope

_BEFORE: Final = re.compile(
    r"\b(?:you|u|they|he|she|someone|somebody|anyone|whoever|people|who|that|friend|friends|cousin"
    r"|sister|brother|mum|mom|dad|mate|client|guy|lady|colleague|neighbou?r|site|website|listing|page|ad"
    r"|post|flyer|leaflet|poster|profile|menu|review|advert|sign|link|voucher|person|everyone"
    r"|[a-z]+'s friend|him|her|others|other \w+|your (?:(?!i\b|we\b)\w+ ){0,2}?(?!i\b|we\b)\w+)(?:'ve|'d"
    r"|'ll have| may have| might have| could have| have| had| has| also| just|'s| were| was| are"
    r"| must have)?(?: (?:already|actually|just|first|kindly|originally))?"
    r" (?:said|says|say|mentioned|mention|told|tell|asked|ask|asking|quoted|quote|heard|hear|saw|read"
    r"|thought|think|suggested|offered|offer|wanted|want|wrote|claimed|charged|paid|listed|advertised"
    r"|proposed|texted|wondered|wondering|hoping|after"
    r"|looking)\b(?! (?:me to|when|if you\b(?! can\b| could\b| may\b| might\b)))"
    r"|\b(?:a|an|the|that|this|some|another|your) (?:[\w-]+ )?[\w-]+ (?:in|from|at|on|over|down|near|by)"
    r" (?:the )?(?!(?:my|our|me|us|here)\b)[\w'-]+(?: [\w'-]+)? (?:told|quoted|charged|asked|offered)"
    r" (?:you|u|ye)\b"
    r"|\bit (?:says|said|reads|shows)\b"
    r"|\byour (?:\w+ )?(?:offer|suggestion|idea|budget|figure|number|proposal|quote|message|question|ask"
    r"|request|counter)\b(?: (?:of|about|for|is|was|at|re|on))?"
    r"|\b(?:i hear you|i heard you|i saw you|i see you|i noticed you|i know you|hear you|(?<!')re"
    r"|regarding|as for|in terms of|about the|on the"
    r"|(?:not sure|don't know|no idea|wonder) (?:where|who|why|how)|thanks for the offer of"
    r"|thank you for the offer of|appreciate the offer"
    r" of)(?: (?:on|about|said|mentioned|asked|wanted|want|were hoping|offered))?(?: the| for"
    r"| of)?(?: [\w$£€]+){0,2} ?$"
)
_AFTER: Final = re.compile(
    r"(?!, (?:i )?(?:think|guess|reckon|suspect|maybe|perhaps)\b)(?:\S+ ){0,2}?(?:that |which )?(?:you"
    r"|they|he|she|someone|your \w+|u)(?:'ve|'d| have| had| just)?"
    r" (?:mention|mentioned|said|quoted|asked|saw|heard|were (?:quoted|told)|read|offered|suggested|paid"
    r"|wanted|proposed|got)\b"
)
_OWN_DOING: Final = re.compile(
    r"\b(?:i'll|we'll|i can|we can|i could|we could|i will|we will|happy to|let's|i'm going to)(?: \w+)?"
    r" (?!(?:say|tell|ask|admit|see|stick|stay|keep"
    r"|leave)\b)\w+(?: (?!(?:i|we|you|it|but|so|because)\b)[\w'&,-]+){0,12} $"
)
"""Before what the client named: it is done for them, "I can add the X you mentioned"."""
_WHETHER: Final = (" if ", " whether ", " to know if ", " to know whether ")
"""Behind the quoting words of a reported question."""
_WISHES: Final = ("want", "wanted", "looking", "after", "hoping")
_MARKED: Final = re.compile(
    r'\b(?:wrote|said|asked|mentioned|say|says|put|meant|mean|called|quoted)(?: \w+)? ?,? ?["\'] $'
)
_OWN_WORDS: Final = re.compile(
    r"\b(?:i|we) (?:said|mentioned|told|quoted|offered|say)\b|\blike i said\b"
    r"|\bas (?:i|we) (?:said|mentioned)\b"
)
_OWN_OFFER: Final = re.compile(r"\b(?:i can|i could|i'll|i'd|i do|we can|i charge|i offer|my|it's|yes)\b")
_PREFERRED: Final = re.compile(
    r"\b(?:i|we) (?:\w+ )?(?:get|know|understand|see|hear|appreciate)(?: that| why| how)?"
    r" (?:you|it|most people|some people|your (?:\w+ )?\w+)(?:'d| would| might)?"
    r" (?:(?:rather|prefer|like|want|wanted|let|lets|allows?|allowed) "
    r"|be (?:easier|nicer|simpler|quicker) )(?:to |you |people |for |if )*(?:[\w'-]+ ){0,2}$"
    r"|\b(?:kind|good|nice|sweet|generous|lovely|thoughtful) of (?:you|him|her|them) to (?:[\w'-]+ ){0,4}$"
)
"""What the client would like, granted: "I get why you'd rather pay after"."""
_GRANTING: Final = frozenset(
    "get know understand see hear appreciate kind good nice sweet generous lovely thoughtful".split()
)
"""One of these grants it."""
_MISTAKEN: Final = re.compile(r"\b(?:whoever|anyone who) (?:told|says|said)\b")
_WAS_RIGHT: Final = re.compile(
    r"\b(?:is|was|were|'s|'re|are) (?:\w+ )?(?:right|correct|spot on) (?:when|that|in what|about what|what)\b"
)
_OWN_CLAUSE: Final = re.compile(
    r"(?:(?:the|my|our|half|an?|that|this|these)\b(?: [\w'-]+){0,5}? ?(?:'s|is|are|will|can|could|would"
    r"|comes?|costs?|starts?"
    r"|works?|runs?|has|have)\b|(?:it|that|you)'(?:ll|d|re)\b|you (?:can|could|pay|get|have|find)\b)"
)
"""A clause of its own, with a subject and a verb."""
_SAID_ALREADY: Final = re.compile(
    r"(?:^|[,.] |\b(?:and|so|but|yes|well) )(?:(?:just |exactly )?(?:as|like)|what(?:ever)?"
    r"|no matter what|despite what|you"
    r"|(?:.{0,40} )?(?:what|whatever|as|like))(?: [\w'-]+){0,4}$"
)
"""Before a comma: what was said is named already, "as my page says", "whatever they told you", "you heard right"."""
_TAKEN_UP: Final = re.compile(
    r"\b(?:works(?! (?:the other way|out|differently|a bit|like this))|is fine|'s fine|that's fine|is ok"
    r"|is okay|no problem|happy to|sure|yes|yep|yeah|i can|i'll|we can|absolutely|of course|deal"
    r"|sounds (?:good|great|perfect|lovely)|let's do|is perfect|is great|is good|suits|happily"
    r"|(?:i|we)'ve (?:just |now )?got (?!no\b|none\b|some(?:one|body)\b|clients?\b|people\b)|all good"
    r"|(?:he|she|they|you) can(?= [.,!—]|$)|grand(?: so)?(?= [.,!—]|$)|no (?:bother|worries)"
    r"|not an? (?:problem|bother|hassle)|fine (?:by|with) me"
    r"|you're on|is doable|can do|go for it|is what it is|is right|is correct|that's right"
    r"|that's correct|spot on|go ahead|i'd be|consider it|i could|delighted|i do)\b"
)
REFUSED_LATER: Final = re.compile(
    r"\b(?:isn't|aren't|not|never|can't|cannot|don't|won't|wasn't|doesn't|wrong|sorry|unfortunately|afraid)\b"
)
_TAKEN_UP_NEXT: Final = re.compile(
    r"(?:(?:oh|ah|well|then|ha) (?:, )?)*(?:yes|yep|yeah|sure|of course|consider it done|absolutely"
    r"|happy to|can do|i (?:sure |certainly |really )?(?:can|could|do|will)(?!'| not\b)|i'll|done|easy"
    r"|you bet|sorted|no problem"
    r"|no (?:bother|worries|trouble|hassle)|not an? (?:problem|bother|hassle|worry|big deal)|deal|go on"
    r"|(?:and |so )?that(?:'s"
    r" (?:totally |perfectly |absolutely )?(?:fine|ok|okay|grand|cool|perfect|no (?:problem|bother))"
    r"| works| suits)|fine (?:by|with) me|grand|works for me"
    r"|(?:he|she|they|you) can(?= [.,!]|$| of course))(?!\w)"
)


def is_quoted_in_marks(scope: Scope) -> bool:
    """True for words between quotation marks that the sentence attributes to someone."""
    marked = scope.before.endswith(('" ', "' ")) and scope.before[-2] in scope.after[:24]
    return marked and _MARKED.search(scope.before) is not None and not _is_taken_up(scope.after)


def is_preferred(scope: Scope) -> bool:
    """True for the client's wish, granted as theirs and not taken up here or in the next sentence."""
    before = scope.before
    if _GRANTING.isdisjoint(scope.left) or _PREFERRED.search(before) is None:
        return False
    if _TAKEN_UP.search(scope.after) or " so " in scope.after:
        return False
    return scope.following is None or not _is_taken_up_next(scope.reading.line, scope.following)


def is_quoted(scope: Scope) -> bool:
    """True when the claim is somebody else's words that the sentence does not take up."""
    before, after = scope.before[-160:], scope.after
    match = None
    for found in _BEFORE.finditer(before):
        if found.group().endswith(_WISHES) and before[: found.start()].endswith("if "):
            continue  # "if you wanted something in between" is a condition
        match = found
    if match is None:
        if not _AFTER.match(after) or (_OWN_DOING.search(before) and not REFUSED_LATER.search(after)):
            return False
    elif not _stays_quoted(scope, before[match.end() :]):
        return False
    reported = match is not None and before[match.end() :].startswith(_WHETHER)
    if (
        (scope.is_question or reported)
        and scope.following is not None
        and _is_taken_up_next(scope.reading.line, scope.following)
    ):
        return False
    return not (_is_taken_up(after) or GRANTED.search(after))


def offers_itself(words: str) -> bool:
    """True where words that lead to a quote offer what it names: 'I can do the "half hour for 50"'."""
    return _OWN_OFFER.search(words) is not None


def goes_along(line: str, position: int, end: int) -> bool:
    """True where what stands behind a quote, up to the end of its sentence or right behind it, goes along with it."""
    if _is_taken_up(line[position:end]):
        return True
    while line[position : position + 2] in (", ", ". ", "? ", "! "):
        position += 2
    return _is_taken_up_next(line, position)


def _is_taken_up_next(line: str, position: int) -> bool:
    """True where the sentence at `position` goes along with what stands before it, be it by refusing to refuse."""
    return _TAKEN_UP_NEXT.match(line, position) is not None or opens_assent(line, position)


def _is_taken_up(after: str) -> bool:
    """True where the same sentence goes along with what is quoted."""
    if _TAKEN_UP.search(after) is not None and REFUSED_LATER.search(after) is None:
        return True
    return grants_behind(after)


_YOU_HEARD: Final = re.compile(r"\byou(?:'ll have|'ve| will have| have) (?:heard|read|seen)\Z")
_OF_OURSELVES: Final = re.compile(
    r" (?:that )?(?:i'm|i am|we're|we are|i charge|i ask)(?: (?:about|at|now))? \Z"
)
"""What the client has heard of us, and we say so: "you'll have heard I'm R200 an hour"."""
_ASKED_ABOUT: Final = re.compile(r" ?about (?:is|are|'s|would be|will be|'d be|comes to|costs?)\b")


def _stays_quoted(scope: Scope, behind: str) -> bool:
    """True unless the draft speaks for itself between the quoting words and the claim."""
    if _ASKED_ABOUT.match(behind):
        return False  # "the two hours you asked about would be 190"
    head = scope.before[: len(scope.before) - len(behind)]
    heard = _OF_OURSELVES.match(behind) is not None and _YOU_HEARD.search(head) is not None
    if heard and not scope.is_question and " but " not in scope.after:
        return False
    if behind.startswith((" ,", " :", " right ,", " correctly ,")) and _SAID_ALREADY.search(head):
        return False  # "like my page says, the hour is 190"
    if _WAS_RIGHT.search(head) or (" , " in behind[2:] and _opens_own_clause(scope, behind)):
        return False  # "what you heard is true, my door is …"
    if " , " in behind and DISCREDIT.search(behind):
        return False  # "whoever told you that got it wrong, the hour is 190"
    if _MISTAKEN.search(scope.before) or behind.startswith(_WHETHER):
        return True
    if STRONG.search(behind) or (" , " in behind and resets(behind.split(" , ", 1)[1] + " ")):
        return False
    if " and " in behind and AND_YES.search(behind):
        return False  # "why they said no calls and of course you can call me"
    return _OWN_OFFER.search(behind) is None and _OWN_WORDS.search(scope.before) is None


def _opens_own_clause(scope: Scope, behind: str) -> bool:
    """True where a clause of its own begins behind the last comma before the claim."""
    line, at = scope.reading.line, scope.reading.line_at
    claim = line[at[scope.first] : at[scope.last] if scope.last < len(at) else None]
    return _OWN_CLAUSE.match(behind[2:].rsplit(" , ", 1)[1] + claim + scope.after) is not None
