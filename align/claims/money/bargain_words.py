"""Pieces of the patterns that tell a bargain: who is spoken to, where a clause begins, "it's", hedges."""

from __future__ import annotations

from typing import Final

from align.claims.vocatives import VOCATIVES

CALLED: Final = rf"(?:my )?(?:{'|'.join(sorted(VOCATIVES))}|friend|chale|love)"
"""Whom one speaks to: "ok boss, 40k"."""
STARTS: Final = r"(?:\A|[,.!?:;—…(-] |\b(?:and|so|but|then|well|ok|okay|right|because|cos) )"
"""Where a clause begins, in the words before a number and the short sentence before them."""
ITS: Final = (
    r"(?:it's|that's|its|thats|it comes to|(?:it|that)(?:'d| would|'ll| will|'s going to)(?: only| just)? be|it'd be|that'd be|it'll be|that'll be"
    r"|(?:we'll|i'll|i'd|we|let's|suppose we) say|say|call it|let's call it|i'll call it|make it|let's make it|i'll make it|let it be"
    r"|you pay|you'd pay|you only pay|i'd take|i'll take|i take|(?:i|we) (?:can|could) do|i'll do|i'd do|i'll go|i'd go)"
)
"""What comes right before a sum when it is named."""
HEDGED: Final = (
    r"(?:(?:just|only|like|about|around|maybe|even|a flat|then|so|still|now|straight|probably|~) )*"
)
SUM: Final = rf"(?: ?[,.!?:;—…)-])*(?: {HEDGED}(?:{ITS} )?{HEDGED})?\Z"
"""From what leads to a sum up to the sum: a stop, "it's", a hedge."""
PERSON: Final = (
    r"(?:friends?|mates?|husband|wife|partner|boyfriend|girlfriend|fiancee?|mum|mom|mam|dad|mother|father|sister|brother|son|daughter|cousin"
    r"|aunt|auntie|uncle|nephew|niece|gran|granny|nan|grandma|grandad|grandson|granddaughter|colleague|neighbou?r|flatmate|roommate|lads?|kids?|little one"
    r"|other half|buddy|pal|hubby|missus|twin|child|children)"
)
"""Whom the client brings."""
GROUP: Final = (
    r"(?:students?|pensioners?|oaps?|seniors?|nurses?|teachers?|veterans?|locals?|regulars?|kids?|children|couples?|members?|beginners?|newcomers?|friends?|family|carers?|juniors?|unwaged"
    r"|first[ -]*timers?|(?:new|returning|existing|old|loyal|repeat|regular|first[ -]*time) (?:clients?|customers?|friends?|students?|faces?|members?)"
    r"|friends and family|family and friends|(?:under|over)[ -]*(?:\d\d|twelve|sixteen|eighteen)s?)"
)
"""Who can have a price of their own."""
VISIT: Final = (
    r"(?:(?:your|the|a|any|each|every) )?(?:first|1st|return|repeat|trial|intro|follow[ -]*up)(?: -)?(?: time)?"
    r" (?:visit|booking|session|lesson|class|appointment|one|go|time|timers?|trip|hour)"
)
DAY: Final = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week ?days?|week ?ends?|mid ?week|mornings?|afternoons?|evenings?)"
WHEN: Final = (
    rf"(?:today|tonight|tomorrow|this (?:week|weekend|month|morning|afternoon|evening|once|time)|(?:on |on a |a |every )?{DAY}(?: (?:mornings?|afternoons?|evenings?|nights?))?"
    r"|in (?:january|february|november|winter|low season)|black friday|cyber monday|off[ -]*(?:peak|season)|low season|(?:before|after|by|until|till) (?:noon|lunch|dark|christmas|midday|work)"
    r"|last[ -]*minute|early bird|happy hour|quiet days?)"
)
"""When a price of its own holds."""
LENGTH: Final = r"the (?:\w+ )?(?:hour|slot|session|spot|lot|one|evening|day|ninety|sixty|half)"
"""What is sold, short and by its length."""
