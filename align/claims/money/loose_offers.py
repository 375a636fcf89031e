"""What can lead to a sum, but to a time, a room or a count as well: "fine, 150", "since it's raining, 150".

The number's size and what else is spoken of decide (align/claims/money/bare_offers.py).
"""

from __future__ import annotations

import re
from typing import Final

from align.claims.money.bargain_words import CALLED, HEDGED, ITS, STARTS, WHEN

_FILLED: Final = r"(?:(?:then|so|well|ah|oh|ha|haha|hmm|lol|it is|na|and|but)(?: [,.!—-])? )*"
_ASSENT: Final = (
    rf"(?:(?:{CALLED}|look|listen|ugh|oof|eesh|phew|ah here|too easy"
    r"|no (?:dramas|bother|worries|stress|wahala|problem)|arra|ara|och|sige|sawa|nah|ok|okay|k|fine"
    r"|alright|all right|right"
    r"|grand|sure|yes|yeah|yep|lovely|perfect|great|cool|done|go on|fair enough|works"
    rf"|good)(?: [,.!—-])? {_FILLED})+"
)
"""Yes, or a call, and nothing else."""
_REASON: Final = (
    r"(?:(?:so|and|but|well|ok|right|fine|hmm|only|just) (?:, )?)*(?:since|as|because|cause|cos|coz"
    r"|seeing(?: as| that)?|given(?: that| it's)?|considering)(?: (?!not\b)[\w'-]+){1,9} , "
)
"""Why it costs no more: "since it's raining,"."""
_CONDITION: Final = (
    r"(?:(?:so|and|but|well|ok|right|fine|hmm) (?:, )?)*(?:if|when|now that"
    r"|with)(?: (?!not\b|you're (?:late|lost|early)\b)[\w'-]+){1,9} , "
)
"""When it costs that: "if it's midweek,"."""
_BIDDEN: Final = (
    r"(?:come|book|bring|pay|pop|take (?:both|two|three)|grab|drop)(?: (?!at\b)[\w'-]+){0,5} [,—] "
)
"""What the client is to do for it: "come tonight,"."""
_ASKED: Final = (
    r"(?:[\w'-]+ ){1,4}\? (?:(?:ok|then|well|ah|so|right|grand|yes|sure|perfect|lovely"
    r"|great)(?: ,)? )*(?:then|it's|then it's|that's) "
)
"""A question of the draft's own that the sum hangs on: "student? then it's"."""
_LOOSE: Final = re.compile(
    rf"(?:\A|[.!?…] ){_FILLED}{_ASSENT}{HEDGED}\Z"
    rf"|(?:\A|[.!?…—-] |, ){_REASON}{HEDGED}(?:{ITS} )?{HEDGED}\Z"
    rf"|(?:\A|[.!?…] |\b(?:or|and) ){_BIDDEN}{HEDGED}(?:{ITS} )?{HEDGED}\Z"
    rf"|(?:\A|[.!?…] ){_ASKED}{HEDGED}\Z"
    rf"|{STARTS}{HEDGED}{ITS} {HEDGED}\Z"
    rf"|{STARTS}(?:if|when|since|as|for|to|with|without|because|on|in|before|after)"
    rf" (?:[\w'-]+ ){{1,8}}(?:it's|that's|it'd be|it'll be|it would be) {HEDGED}\Z"
    r"|(?:\A|[.!?…,] )(?:(?:or|and|so|ok|well|fine|then|hmm|maybe) (?:, )?)*(?:how about|what about"
    r"|maybe|perhaps|(?:shall|can|could) we say|what if (?:we|i) (?:say|do|did|said)"
    r"|(?:if|suppose) (?:i|we) (?:said|say)|how does|how's"
    r"|(?:i was |i'm |i'd be |was )?thinking(?: of)?|what (?:do|would) you (?:think of|say to)"
    r"|(?:are |would |will )?(?:you|u|ye|ya)(?: be)? (?:ok|okay|happy|fine|good|alright)"
    rf" with) {HEDGED}\Z"
    r"|\b(?:accept|go with|maybe do|meet (?:me|you|us|ye) (?:at|on)) (?:just |only )?\Z"
    r"|\b(?:won't|wouldn't|never|not)(?: \w+)? (?:ask|take|charge|want)(?: (?:a \w+|you|him|her))? more"
    r" than \Z"
    r"|\b(?:happy|ok|okay|fine|good|grand|content|comfortable|delighted|cool|alright) (?:with|at|taking)"
    r" (?:a flat |just |only )?\Z"
    r"|\b(?:i'd|i'll|i can|i could|i|we|we'd|we'll|we can|could|can) (?:do|offer|teach|make)"
    r" (?:(?:it|this|that|you|him|her|them|one)(?: all"
    rf"| both)?(?: for (?:you|him|her|them))? )?at {HEDGED}\Z"
)
_LARGER: Final = re.compile(
    rf"(?:\A|[.!?…—-] |, ){_CONDITION}{HEDGED}(?:{ITS} )?{HEDGED}\Z"
    rf"|{STARTS}(?:(?:just|only|for|ok|fine) )*{WHEN}(?: (?:only|special|offer|deal|rate|price|it's|is"
    rf"|would be|'d be))? (?:[,:?—-] )?{HEDGED}\Z"
    rf"|{STARTS}for (?:your|the|an?|my|this) (?:[\w'-]+ ){{1,2}}, {HEDGED}\Z"
    r"|\w (?:, )?so (?:just |only )?\Z"
)
"""What counts and exercises are said behind as well, mostly below a hundred: "when it's clean, 52"."""
_OPENS: Final = re.compile(
    rf"(?:{STARTS}|(?:\A|[.!?…] )(?:arra|ara|och|ah|ha|haha|sure|no|yeah|yes|look|honestly|tbh) ){HEDGED}\Z"
)
_WILL: Final = re.compile(
    r"(?:\A|[.!?,] )(?:(?:so|and|or|ok|well|then) (?:, )?)*(?:would|will|does|could|is|might) \Z"
)
_HANDED: Final = re.compile(r"\b(?:drop|leave|pop|stick|put|slip)(?: me)? \Z")
_PUT: Final = re.compile(
    r"(?:in|on|under|through|into) (?:the|an?|my) (?:tin|table|envelope|jar|box|bowl|door|letterbox|mat"
    r"|counter|hat)\b"
)
_SUFFICES: Final = re.compile(
    r"(?:(?:will|would|'ll|'d|should|is going to) (?:do|work|suit|cover (?:it|you|everything)"
    r"|sort (?:it|you|that)|be (?:fine|grand|plenty|enough|perfect|great|fair|good|ok|okay|my price))"
    r"|(?:seems|sounds|feels)(?: about)? (?:fair|right|good|fine|ok|okay)"
    r"|(?:i|we) (?:can|could) (?:do|manage|live with)|in (?:an|the) (?:envelope|tin|jar)"
    r"|(?:is|' ?s) (?:plenty|enough|perfect|great|good|grand|fair|lovely"
    r"|all (?:i|you|we)(?:'d)? (?:need|pay|ask|want|owe)|as low as"
    r"|the (?:most|least|lowest|best|deal|offer))"
    r"|(?:covers|sorts|does|settles|suits|gets|buys) (?:it|you|me|everything|the lot|us)"
    r"|na lang\b|,? ?but (?:just|only) (?:this once|this time|for you|today|the once)"
    r"|for (?:cash|a (?:first|new|one|return|quick)\b)|ready\b"
    r"|(?:is|' ?s) (?:my (?:limit|floor|bottom|lowest|best)|as (?:low|far) as i)|in (?:your|my) hand"
    r"|(?:last|final)(?: price| offer)?(?= [.,!]|\Z)"
    r"|(?:even|all in)(?= [.,!]|\Z)|, all in\b|(?:is|' ?s) (?:left|what you owe|what's left|owing"
    r"|outstanding)\b"
    r"|(?:tops|max|maximum|minimum|min)(?= (?:[.,!?]|for (?:you|the|an?|it))|\Z)"
    r"|, (?:take it or leave it|final|deal|not a (?:penny|cent)|that's it|last price|max|tops)"
    r"|and (?:(?:we're|you're|it's|i'm|we|you|i|bring|a (?:cup|coffee|tea|cuppa|smile|hug|review))\b"
    r"|not a (?:penny|cent)|no (?:more|less))"
    r"|, (?:and|then) (?:we|you)(?:'ve| have)?(?: got)?(?: yourself)? a deal"
    r"|, and (?:you never heard|don't tell|not a word)|in (?:cash|hand)|for cash"
    r"|(?:if|since|because|as|cos|when|provided|as long as|seeing as)"
    r" (?:you|u|it's|it is|ye|we|i'm|paid|booked)\b"
    r"|(?:then|so)(?= (?:[.,!?]|x)|\Z| and| see))(?! (?:not|n't|more)\b)"
)
_READY: Final = re.compile(r"\bhave \Z")
_WORKS: Final = re.compile(
    r"(?:work|suit|do|help|be (?:ok|okay|fine|better|good|alright|fair|grand)|ok|okay|fine|alright|fair"
    r"|better|sound|sounds|good)\b[^.!?]{0,30}\?"
)
_AGREED: Final = re.compile(
    r"(?:, )?(?:ok|okay|deal|yeah|yes|fair|alright|agreed|sound good|sounds good|good for you|how's that"
    r"|happy|cool|right|suits? you|work for you|do you|sound fair|good for you|sound ok)\b[^.!?]{0,20}\?"
)
_BOUGHT: Final = re.compile(
    r"(?:, )?(?:(?:i'd|i'll|i can|i could|i would|i will|we'd|we'll|we can|we could|we would"
    r"|i)(?: (?:happily|gladly|even|just|also|still))?"
    r" (?:do|come|give|play|teach|cut|take|throw|add|drive|travel|stay|fit|squeeze|make|shoot|cook|groom"
    r"|sing|include)\b"
    r"|(?:you|he|she|they|ye|u|your \w+)(?:'d| can| could| would| will|'ll)? (?:get|gets|have|book)\b"
    r"|i'm (?:in|yours|there)\b|it's (?:yours|a deal|done|the \w+)|you're (?:on|in|booked)"
    r"|(?:you've|we've) got a deal"
    r"|the (?:hour|slot|\w+ hours?|session|evening)(?:'s| is) yours|consider it)"
)
_OF_IT: Final = re.compile(
    r"\b(?:it|that|this|you|yours|him|her|them|in|there|deal|on|done|me|booked"
    r"|the (?:lot|hour|slot|session))\b"
)


def leads_loosely(before: str, value: float) -> bool:
    """True where the words before a number can be said of a sum."""
    return _LOOSE.search(before) is not None or (value >= _HUNDRED and _LARGER.search(before) is not None)


_HUNDRED: Final = 100


def opens(before: str) -> bool:
    """True where a clause begins with the number."""
    return _OPENS.search(before) is not None


def suffices(before: str, behind: str) -> bool:
    """True for "150 will do", "150 tops", "150 if you pay cash", "would 150 work?", "150, deal?"."""
    if opens(before) and (_SUFFICES.match(behind) or _AGREED.match(behind)):
        return True
    if _HANDED.search(before) and _PUT.match(behind):
        return True
    if behind.startswith("ready") and _READY.search(before):
        return True
    return _WILL.search(before) is not None and _WORKS.match(behind) is not None


def buys(behind: str, *, named: bool) -> bool:
    """True for what is done for a sum behind "for 150": "it's yours", and "I'd do the hour", where it is `named`."""
    return _BOUGHT.match(behind) is not None and (named or _OF_IT.search(behind) is not None)
