"""What leads to a sum and is said of nothing else: "you win, 150", "for you, 150", "settle for 150".

How the bargain is struck, the last price, how it is paid, who gets it, how many are bought at once.
"""

from __future__ import annotations

import re
from typing import Final

from align.claims.money.bargain_words import GROUP, HEDGED, LENGTH, PERSON, STARTS, SUM, VISIT

_STRUCK: Final = (
    r"(?:you win|(?:ok )?you(?:'ve)? got me|(?:i )?give (?:up|in)|you've won(?: me (?:over|round))?"
    r"|you(?:'ve| have)?(?: just)? twist(?:ed)? my arm|twist my arm"
    r"|(?:it's |that's |we have |you've |you have )?(?:got )?(?:a |yourself a )?(?:done )?deal|sold"
    r"|agreed"
    r"|go on(?: (?:then|so))+|(?:ah|ara|sure|ok|yeah|alright|right) go on(?: (?:then|so))*"
    r"|(?:you drive |that's )?a? ?hard bargain|(?:i )?(?:can't|couldn't|could never) say"
    r" no(?: to (?:you|that|this))?"
    r"|(?:because|since|cos|as) it's you(?:rself)?|(?:let's )?(?:meet|split it"
    r"|go)(?: (?:you|me))?(?: in)? (?:the middle|halfway|half way)|split the difference"
    r"|since you asked(?: so)? nicely"
    r"|you're (?:killing me|breaking my heart|a tough one|a hard one)|you charmer|for old times' ?sake"
    r"|mates' ?rates?|as a (?:one[ -]*off|favou?r|once[ -]*off|treat|thank you)"
    r"|(?:[\w']+ ){0,2}(?:special|promo|offer|discount)(?: (?:price|rate|offer|deal))?(?: (?:for|in|till"
    r"|until) (?:\w+ ){0,2}\w+)?(?= [:,])|special (?:price|rate|offer|deal)"
    r"|(?:my|our|the) (?:\w+ )?special is"
    r"|between (?:us|ourselves|you and me)|don't tell (?:anyone|the others|anybody))"
)
_BOTTOM: Final = (
    r"(?:not (?:\S+ ){1,3}(?:, )?but|(?:not|no|nothing|never|can't go|won't go|wouldn't go|couldn't go"
    r"|don't go)(?: (?:a (?:penny|cent)|any|much))? (?:less|lower|under|below)(?: than)?"
    r"|(?:my |the |our )?(?:very |absolute )?(?:final|last|best|lowest|bottom|rock bottom"
    r"|keenest)(?: (?:price|offer|rate|deal|word|figure))?"
    r"(?: (?:that )?(?:i|we)(?:'d| would|'ll| will| can"
    r"| could)?(?: (?:do|go|offer|give|manage))?(?: (?:you|it|for you|for))?)? ?(?:is|'s|would be|:|,|-"
    r"|—))"
)
_SETTLING: Final = (
    r"(?:(?:can|could|might|i'll|i'd|we'll)(?: just)? stretch to|(?:go|top) up to|it works out (?:at|to)"
    r"|(?:settle|settled|shake hands|shake|agree|agreed|land)(?: (?:it|this))? (?:for|on|at)"
    rf"|(?:it|that|this|them|this one|that one|{LENGTH}) go for"
    r"|(?:do|did|make|offer|give) (?:you|ye|u|ya|him|her|them|both of you|yous)"
    r"|(?:let|leave) (?:you|ye|u|ya|him|her|them|it|this|that)"
    r" (?:have (?:it|the \w+|this|that) )?(?:for|at)"
    rf"|(?:have|get|gets|has|had|book|grab) (?:it|me|this|that|{LENGTH}) (?:for|at)"
    rf"|take (?:it|this|that|{LENGTH}) for)"
)
_PAID: Final = (
    r"(?:(?:in|with|by|for|bring(?:ing)?|pay(?:ing)?|pay (?:in|by|me|with)|paid (?:in|by)"
    r"|if (?:you (?:pay|bring|have|use|do)(?: (?:in|by|with))?|it's|paying|paying in))? ?"
    r"(?:cash|card|transfer|bank transfer|venmo|revolut|momo|mpesa|m-pesa|upfront|up front"
    r"|in advance)(?: (?:only|today|tonight|on the day|in hand|please))?)"
)
_WHOM: Final = (
    r"(?:(?:just |only |as |but |and )*(?:for|to) (?:you|u|ye|ya|him|her|them|both|yous"
    r"|you (?:two|both|guys|lot)|the (?:two|three|four|pair|lot|both) of (?:you|ye|them)"
    rf"|(?:a|an|my|the|our|your|any|all|old|fellow) (?:[\w-]+ ){{0,2}}?{GROUP}|{GROUP}|your {PERSON}"
    rf"|(?:[\w-]+ ){{1,2}}like you)(?: (?:only|today|tonight|though|love|hun))?"
    rf"|your {PERSON}(?: (?:pays?|gets? it (?:for|at)|come in at|at|rate|price|discount|offer|special))?"
    rf"|(?:{GROUP}|{VISIT})(?:'s| (?:is|are|'s|pay|pays|would be|would pay|'d be|gets? it (?:for|at)"
    r"|come in at|at|rate|price|discount|offer|special) ?(?:is|'s)?)?)"
)
_MORE: Final = (
    r"(?:(?:(?:(?:a|the|any|each|every|your) )?(?:second|third|2nd|3rd|extra|additional|another)"
    r" (?:person|adult|guest|head|child|kid|dog|friend|sibling|player|student|pet|people|hour)"
    r"|(?:the )?second one|(?:your |a )?plus[ -]*one)(?: (?:is|are|'s|for|at|would be|costs|adds"
    r"|comes (?:in )?at))?"
    r"|each(?: (?:one|of (?:them|you|those)))? (?:is|'s|works out at|comes to|costs|for|at)"
    r"|(?:the|both|your)(?: (?:two|three|other))? (?:lads|kids|boys|girls|dogs|children|twins|sisters"
    r"|brothers)(?: together)? (?:for|at|is|are)"
    r"|the (?:pair|two|lot) (?:for|at|is)|(?:the )?(?:both|pair|two|three|four|lot|all) of"
    r" (?:you|ye|them|us)(?: together)?(?: (?:for|at|is|come to|would be))?)"
)
_PACK: Final = (
    r"(?:(?:pack|package|block|bundle|set|card|pass|course|run|series|book|bunch) of"
    r" \w+(?: (?:lessons|sessions|hours|classes|visits|treatments))?(?: (?:for|at|is|'s|would be"
    r"|comes to))?)"
)
_COUNT: Final = r"(?:two|three|four|five|six|eight|ten|twelve|both|[2-9]|1[0-2])"
_SEVERAL: Final = (
    rf"(?:(?:any |all |the )?{_COUNT}(?: of (?:you|ye|them|those|these))?(?: (?:people|sessions|visits"
    r"|lessons|classes|dogs|kids|cars|heads|treatments|together|songs|sets))?(?: at once| together)?"
    r" (?:for|at))"
)
_BUYER: Final = (
    rf"(?:you|u|ye|ya|yous|he|she|they|your (?:[\w-]+ )?{PERSON}|(?:my |our )?{GROUP}|both of you"
    r"|each of you|the two of you)"
)
_GETS: Final = (
    r"(?: (?:only|just|still|also|both|each|all|'d|'ll|would|will|can|could|may|should))*"
    r" (?:pay|pays|be paying|be at|(?:have|get|gets|book|take|come|comes|join|joins|go"
    rf"|goes)(?: (?:it|me|in|along|too|over|the same|{LENGTH}|this|that|an hour|one|a session))?"
    r" (?:for|at))"
)
_COMING: Final = (
    r"(?:(?:i'll|i'd|i can|i could|we'll|we can) (?:come|play|be there|teach"
    r"|drive over)(?: (?:to|over|out)(?: \w+)?)? for)"
)
_ALL_WANTED: Final = (
    r"(?:all (?:i|we)(?:'d| would)?(?: ever)? (?:ask|want|need|take|charge)(?: for)? is"
    r"|(?:i|we)(?:'d| would)? (?:only|just) (?:need|want|ask)(?: for)?"
    r"|(?:i'm |i'd be )?giving (?:it )?(?:to )?you(?: (?:it|the \w+))? (?:for|at)"
    r"|you(?:'re|'ve| have)? (?:getting|got) (?:it|me|this|that) (?:for|at)|let me do(?: it for)?)"
)
_OWED: Final = (
    r"(?:(?:amount|sum|figure)(?: (?:due|owing|owed|to (?:send|pay|transfer|settle)))? ?(?:is|'s|:|comes to)"
    r"|(?:run|runs|set|sets|cost|costs) (?:you|ye|u|ya|them|him|her)(?: back)?"
    r"|what you owe(?: (?:me|us))? is|(?:please|kindly|just|then|will|also|hours?|minutes) prepare"
    r"|(?:please|just|so|then|i'd|would|to|you can) (?:budget|set aside|reckon on|count on))"
)
"""What is to be paid: "the amount due is 150", "that'd run you 150"."""
_FIRM: Final = re.compile(
    rf"{STARTS}(?:{_STRUCK}|{_PAID}|{_WHOM}|{_MORE}|{_PACK}){SUM}"
    rf"|{STARTS}(?:{_BOTTOM}|{_SEVERAL}|{_ALL_WANTED}|{GROUP} (?:get|gets|have)|you(?:'d| would) be"
    rf"|{_BUYER}{_GETS}|{_COMING}) {HEDGED}\Z"
    rf"|\b(?:{_SETTLING}|{_BOTTOM}|{_OWED}) {HEDGED}\Z"
)
_PACKED: Final = re.compile(
    rf"{STARTS}(?:{_PACK}|{_SEVERAL}){SUM}"
    rf"|{STARTS}{_COUNT} (?:lessons|sessions|hours|classes|visits|treatments|days|shoots|weeks)(?: ,"
    rf"| for| is| are| at)? {HEDGED}\Z"
)
_DEALT: Final = re.compile(
    r"\b(?:do|accept|take|go with|last|bring|send|give|add|pay|with|at|for|say|leave it at|put"
    r"|make it)(?: for)?(?: (?:you|me|him|her|them))? \Z"
)


def leads_firmly(before: str) -> bool:
    """True where the words before a number are said of a sum alone."""
    return _FIRM.search(before) is not None


def leads_to_pack(before: str) -> bool:
    """True for "block of ten,", "ten for": several at once, whose price can be many times the card's."""
    return _PACKED.search(before) is not None


def deals_in(before: str) -> bool:
    """True for "with", "let me do for you": what is done with money, where a number is thousands."""
    return _DEALT.search(before) is not None
