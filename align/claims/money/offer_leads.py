"""What leads to a sum that stands alone: how a bargain is struck, who gets it, when it holds.

"You win, 150", "student? then it's 150", "since it's raining, 150": the number has no unit, no
length and no price word beside it, but what is said before it is said of prices. A firm lead is
said of nothing else; behind a loose one the number could still be a time, a room or a count, which
its size and what else is spoken of must rule out (align/claims/money/bare_offers.py).
"""

from __future__ import annotations

import re
from typing import Final

_STARTS: Final = r"(?:\A|[,.!?:;—…(-] |\b(?:and|so|but|then|well|ok|okay|right|because|cos) )"
"""Where a clause begins, in the words before a number and the sentence before them."""
_ITS: Final = (
    r"(?:it's|that's|its|thats|that makes it|makes it|it comes to|(?:it|that)(?:'d| would|'ll| will|'s going to)(?: only| just)? be"
    r"|it'd be|that'd be|it'll be|that'll be|we'll say|i'll say|i'd say|let's say|we say|say|call it|let's call it|make it|let's make it|i'll make it|i'll call it"
    r"|you pay|you'd pay|you only pay|i'd take|i'll take|i take|i can do|i could do|i'll do|i'd do|we can do|i'll go|i'd go|let it be)"
)
_HEDGED: Final = (
    r"(?:(?:just|only|like|about|around|maybe|even|a flat|then|so|still|now|straight|probably|~) )*"
)
_SUM: Final = rf"(?: ?[,.!?:;—…)-])*(?: {_HEDGED}(?:{_ITS} )?{_HEDGED})?\Z"
"""From a lead to its sum: a stop, "it's", a hedge."""
_PERSON: Final = (
    r"(?:friend|friends|mate|mates|husband|wife|partner|boyfriend|girlfriend|fiancee?|mum|mom|mam|dad|mother|father|sister|brother|son|daughter"
    r"|cousin|aunt|auntie|uncle|nephew|niece|gran|granny|nan|grandma|grandad|grandson|granddaughter|colleague|neighbou?r|flatmate|roommate|boss|lad|lads|kid|kids|little one|other half|buddy|pal|hubby|missus|twin|child|children)"
)
_GROUP: Final = (
    r"(?:students?|pensioners?|oaps?|seniors?|nurses?|teachers?|veterans?|locals?|regulars?|kids?|children|couples?|members?|beginners?|newcomers?|friends?|family|carers?|juniors?"
    r"|(?:first|second)[ -]?timers?|(?:new|returning|existing|old|loyal|repeat|regular|first[ -]time) (?:clients?|customers?|friends?|students?|faces?|members?)|unwaged|students?)"
)
_VISIT: Final = r"(?:(?:your|the|a|any|each|every) )?(?:first|second|third|next|1st|2nd|return|repeat|trial|intro|follow[ -]up)(?: -)?(?: time)? (?:visit|booking|session|lesson|class|appointment|one|go|time|timer|timers|trip|hour)"
_DAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week ?days?|week ?ends?|mid ?week|mornings?|afternoons?|evenings?|january|february|november)"
_WHEN: Final = (
    rf"(?:today|tonight|tomorrow|this (?:week|weekend|month|morning|afternoon|evening|once|time)|(?:on |on a |every )?{_DAY}(?: (?:mornings?|afternoons?|evenings?|nights?))?"
    r"|in (?:january|february|november|winter|low season)|off[ -]*(?:peak|season)|low season|(?:before|after|by|until|till) (?:noon|lunch|dark|christmas|midday|work)|last[ -]minute|early bird|happy hour|quiet days?)"
)

# -- firm leads ------------------------------------------------------------------------------

_STRUCK: Final = (
    r"(?:you win|you've won(?: me (?:over|round))?|you(?:'ve| have)?(?: just)? twist(?:ed)? my arm|twist my arm|(?:it's |that's |we have |you've |you have )?(?:got )?(?:a |yourself a )?(?:done )?deal|sold|agreed"
    r"|go on(?: (?:then|so))+|(?:ah|ara|sure|ok|yeah|alright|right) go on(?: (?:then|so))*|(?:you drive |that's )?a? ?hard bargain|(?:i )?(?:can't|couldn't|could never) say no(?: to (?:you|that|this))?|because it's you|since it's you|cos it's you|as it's you"
    r"|(?:let's )?(?:meet|split it|go)(?: (?:you|me))?(?: in)? (?:the middle|halfway|half way)|split the difference|since you asked(?: so)? nicely|you're (?:killing me|breaking my heart|a tough one|a hard one)|hand on heart|cheeky|you charmer"
    r"|for old times' ?sake|mates' ?rates?|special (?:price|rate|offer|deal)|as a (?:one[ -]*off|favou?r|once[ -]*off|treat|thank you)|between us|don't tell (?:anyone|the others|anybody))"
)
_BOTTOM: Final = (
    r"(?:(?:not|no|nothing|never|can't go|won't go|wouldn't go|couldn't go|don't go)(?: (?:a (?:penny|cent)|any|much))? (?:less|lower|under|below)(?: than)?"
    r"|(?:my |the |our )?(?:very |absolute )?(?:final|last|best|lowest|bottom|rock bottom|keenest)(?: (?:price|offer|rate|deal|word|figure))?(?: (?:that )?(?:i|we)(?:'d| would|'ll| will| can| could)?(?: (?:do|go|offer|give|manage))?(?: (?:you|it|for you|for))?)? ?(?:is|'s|would be|:|,|-|—))"
)
_SETTLING: Final = (
    r"(?:(?:settle|settled|shake hands|shake|agree|agreed|land|close)(?: (?:it|this))? (?:for|on|at)|meet (?:me|you|us|ye) (?:at|on)|(?:it|that|this|them|this one|that one|the \w+) go (?:for|at)"
    r"|(?:do|did|make|offer|give) (?:you|ye|u|ya|him|her|them|both of you|yous)|(?:let|leave) (?:you|ye|u|ya|him|her|them|it|this|that) (?:have (?:it|the \w+|this|that) )?(?:for|at)"
    r"|(?:have|get|gets|has|had|take|book|grab) (?:it|me|this|that|the (?:\w+ )?(?:hour|slot|session|spot|lot|one|evening|day|ninety|sixty|half)) (?:for|at))"
)
_PAID: Final = r"(?:(?:in|with|by|for|bring(?:ing)?|pay(?:ing)?|pay (?:in|by|me|with)|paid (?:in|by)|if (?:you (?:pay|bring|have|use|do)(?: (?:in|by|with))?|it's|paying|paying in))? ?(?:cash|card|transfer|bank transfer|venmo|revolut|momo|mpesa|m-pesa|upfront|up front|in advance)(?: (?:only|today|tonight|on the day|in hand|please))?)"
_WHOM: Final = (
    rf"(?:(?:just |only |as |but |and )*(?:for|to) (?:you|u|ye|ya|him|her|them|both|yous|you (?:two|both|guys|lot)|(?:a|an|my|the|our|your|any|all|old|fellow) (?:[\w-]+ ){{0,2}}?{_GROUP}|{_GROUP}|your {_PERSON}|(?:[\w-]+ ){{1,2}}like you)(?: (?:only|today|tonight|though|love|hun))?"
    rf"|(?:{_GROUP}|{_VISIT}|your {_PERSON}|{_PERSON})(?: (?:is|are|'s|pay|pays|would be|would pay|'d be|get it (?:for|at)|gets it (?:for|at)|come in at|at|rate|price|discount))?)"
)
_MORE: Final = (
    r"(?:(?:(?:a|the|any|each|every|your) )?(?:second|third|fourth|2nd|3rd|extra|additional|other|another|next|plus[ -]one) ?(?:person|adult|guest|head|child|kid|dog|friend|sibling|player|student|pet|one|people|hour)?(?: (?:is|are|'s|for|at|would be|costs|adds|comes (?:in )?at))?"
    r"|(?:the )?(?:both|pair|two|three|four|lot|all) of (?:you|ye|them|us)(?: together)?(?: (?:for|at|is|come to|would be))?)"
)
_PACK: Final = r"(?:(?:pack|package|block|bundle|set|card|pass|course|run|series|book|bunch) of (?:\w+)(?: (?:lessons|sessions|hours|classes|visits|treatments))?(?: (?:for|at|is|'s|would be|comes to))?)"
_COUNT: Final = r"(?:two|three|four|five|six|eight|ten|both|[2-9]|1[0-2])"
_SEVERAL: Final = rf"(?:(?:any |all |the )?{_COUNT}(?: of (?:you|ye|them|those|these))?(?: (?:people|sessions|visits|lessons|classes|dogs|kids|cars|heads|treatments|together|songs|sets))?(?: at once| together)? (?:for|at))"
_BUYER: Final = rf"(?:you|u|ye|ya|yous|he|she|they|your (?:[\w-]+ )?{_PERSON}|(?:my |our )?{_GROUP}|both of you|each of you|the two of you)"
_GETS: Final = (
    r"(?: (?:only|just|still|also|both|each|all|'d|'ll|would|will|can|could|may|should))*"
    r" (?:pay|pays|be paying|be at|be|(?:have|get|gets|book|take|come|comes|join|joins|go|goes)(?: (?:it|me|in|along|too|over|the same|the (?:\w+ )?(?:hour|slot|session|spot|lot|one|evening|day|ninety|sixty|half)|this|that|an hour|one|a session))? (?:for|at))"
)
_SOLD_TO: Final = rf"(?:{_BUYER}{_GETS})"

_FIRM: Final = re.compile(
    rf"{_STARTS}(?:{_STRUCK}|{_PAID}|{_WHOM}|{_MORE}|{_PACK}){_SUM}"
    rf"|{_STARTS}(?:{_BOTTOM}|{_SEVERAL}|{_SOLD_TO}) {_HEDGED}\Z"
    rf"|\b(?:{_SETTLING}|{_BOTTOM}) {_HEDGED}\Z"
)

# -- loose leads -----------------------------------------------------------------------------

_ASSENT: Final = r"(?:(?:ok|okay|k|fine|alright|all right|right|grand|sure|yes|yeah|yep|lovely|perfect|great|cool|done|go on|well|ah|oh|hmm|haha|lol|sure look|no problem|fair enough|works|good|it is|then|so)(?: ,)? ?)+"
_REASON: Final = r"(?:(?:so|and|but|well|ok|right|fine|hmm) (?:, )?)*(?:since|as|because|cause|cos|coz|seeing(?: as| that)?|given(?: that| it's)?|if|when|now that|with|considering)(?: (?!not\b|you're (?:late|lost|early)\b)[\w'-]+){1,9} , "
_BIDDEN: Final = (
    r"(?:come|book|bring|pay|pop|take (?:both|two|three|the)|grab|drop)(?: (?!at\b)[\w'-]+){0,5} [,—] "
)
_ASKED: Final = r"(?:[\w'-]+ ){1,4}\? (?:(?:ok|then|well|ah|so|right|grand|yes|sure|perfect|lovely|great)(?: ,)? )*(?:then|it's|then it's|that's) "
"""A question of the draft's own that the sum hangs on: "student? then it's 150"."""
_LIST_PRICE: Final = r"(?:(?:normally|usually|officially|list|full|standard|regular|on paper|listed at|instead of|down from|not|was) )"

_LOOSE: Final = re.compile(
    rf"(?:\A|[.!?…] ){_ASSENT}(?:[,.!—-] )?{_HEDGED}\Z"
    rf"|(?:\A|[.!?…—-] |, ){_REASON}{_HEDGED}(?:{_ITS} )?{_HEDGED}\Z"
    rf"|(?:\A|[.!?…] |\b(?:or|and) ){_BIDDEN}{_HEDGED}(?:{_ITS} )?{_HEDGED}\Z"
    rf"|(?:\A|[.!?…] ){_ASKED}{_HEDGED}\Z"
    rf"|{_STARTS}(?:(?:just|only|for|ok|fine) )*{_WHEN}(?: (?:only|special|offer|deal|rate|price|it's))? (?:[,:?—-] )?{_HEDGED}\Z"
    rf"|{_STARTS}{_HEDGED}{_ITS} {_HEDGED}\Z"
    rf"|(?:\A|[.!?…,] )(?:(?:or|and|so|ok|well|fine|then|hmm|maybe) (?:, )?)*(?:how about|what about|maybe|perhaps|shall we say|can we say|could we say|what if (?:we|i) (?:say|do|did|said)|how does|how's) {_HEDGED}\Z"
    r"|\b(?:happy|ok|okay|fine|good|grand|content|comfortable|delighted|cool|alright) (?:with|at|for|taking) (?:a flat |just |only )?\Z"
    rf"|\b(?:do|play|teach|offer|cut|come|make|come out|drive over|shoot|groom|read) (?:(?:it|this|that|you|him|her|them|one)(?: all| both)?(?: for (?:you|him|her|them))? )?at {_HEDGED}\Z"
)
_OPENS: Final = re.compile(rf"{_STARTS}{_HEDGED}\Z")
_WILL: Final = re.compile(
    r"(?:\A|[.!?,] )(?:(?:so|and|or|ok|well|then) (?:, )?)*(?:would|will|does|could|is|might) \Z"
)

# -- what follows a sum ----------------------------------------------------------------------

_SUFFICES: Final = re.compile(
    r"(?:(?:will|would|'ll|'d|should|is going to) (?:do|work|suit|cover (?:it|you|everything)|sort (?:it|you|that)|be (?:fine|grand|plenty|enough|perfect|great|ok|okay|my price))"
    r"|(?:is|' ?s) (?:plenty|enough|perfect|great|good|grand|fair|lovely|all (?:i|you|we) (?:need|pay|ask|want|owe)|as low as|the (?:most|least|lowest|best|deal|offer))"
    r"|(?:covers|sorts|does|settles|suits|gets|buys) (?:it|you|me|everything|the lot|us)"
    r"|(?:tops|max|maximum|minimum|min)(?= (?:[.,!?]|for (?:you|the|an?|it))|\Z)|, (?:take it or leave it|final|deal|not a (?:penny|cent)|that's it|last price|max|tops)"
    r"|and (?:(?:we're|you're|it's|i'm|we|you|i)\b|not a (?:penny|cent)|no (?:more|less))"
    r"|in (?:cash|hand)|for cash|(?:if|since|because|as|cos|when|provided|as long as|seeing as) (?:you|u|it's|it is|ye|we|i'm|paid|booked)\b"
    r"|(?:then|so)(?= (?:[.,!?]|x)|\Z| and| see))(?! (?:not|n't|more|of)\b)"
)
_WORKS: Final = re.compile(
    r"(?:work|suit|do|help|be (?:ok|okay|fine|better|good|alright|fair|grand)|ok|okay|fine|alright|fair|better|sound|sounds|good)\b[^.!?]{0,30}\?"
)
_AGREED: Final = re.compile(
    r"(?:, )?(?:ok|okay|deal|yeah|yes|fair|alright|agreed|sound good|sounds good|good for you|how's that|happy|cool|right)\b[^.!?]{0,20}\?"
)
_BOUGHT: Final = re.compile(
    r"(?:, )?(?:(?:i'd|i'll|i can|i could|i would|i will|we'd|we'll|we can|we could|we would|i)(?: (?:happily|gladly|even|just|also|still))? (?:do|come|give|play|teach|cut|take|throw|add|drive|travel|stay|fit|squeeze|make|shoot|cook|groom|sing|include)\b"
    r"|(?:you|he|she|they|ye|u|your \w+)(?:'d| can| could| would| will|'ll)? (?:get|gets|have|book)\b|i'm (?:in|yours|there)\b|it's (?:yours|a deal|done|the \w+)|you're (?:on|in|booked)|(?:you've|we've) got a deal"
    r"|the (?:hour|slot|\w+ hours?|session|evening)(?:'s| is) yours|consider it)"
)
_OF_IT: Final = re.compile(
    r"\b(?:it|that|this|you|yours|him|her|them|in|there|deal|on|done|me|booked|the (?:lot|hour|slot|session))\b"
)


def leads_firmly(before: str) -> bool:
    """True where the words before a number are said of a sum alone: "you win,", "for you,", "settle for"."""
    return _FIRM.search(before) is not None


def leads_loosely(before: str) -> bool:
    """True where they can be: "fine,", "since it's raining,", "then it's", "how about"."""
    return _LOOSE.search(before) is not None


def opens(before: str) -> bool:
    """True where a clause begins with the number."""
    return _OPENS.search(before) is not None


def suffices(before: str, behind: str) -> bool:
    """True for "150 will do", "150 tops", "150 if you pay cash", "would 150 work?", "150, deal?"."""
    if opens(before) and (_SUFFICES.match(behind) or _AGREED.match(behind)):
        return True
    return _WILL.search(before) is not None and _WORKS.match(behind) is not None


def buys(behind: str) -> re.Match[str] | None:
    """Match what is done for a sum behind "for 150": "I'd do the hour", "it's yours"."""
    return _BOUGHT.match(behind)


def is_of_it(said: str) -> bool:
    """True where what is bought is "it", "you" or the like, and no other thing is named."""
    return _OF_IT.search(said) is not None
