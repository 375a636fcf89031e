"""Pieces of the patterns that tell a bargain: who is spoken to, where a clause begins, "it's", hedges."""

from __future__ import annotations

from typing import Final

from align.claims.vocatives import VOCATIVES

CALLED: Final = rf"(?:my )?(?:{'|'.join(sorted(VOCATIVES))}|friend|chale|love)"
"""Whom one speaks to: "ok boss, 40k"."""
STARTS: Final = r"(?:\A|[,.!?:;—…(-] |\b(?:and|so|but|then|well|ok|okay|right|because|cos) )"
"""Where a clause begins, in the words before a number and the short sentence before them."""
ITS: Final = (
    r"(?:it's|that's|its|thats|it comes to|(?:it|that)(?:'d| would|'ll| will|'s going to)(?: only"
    r"| just)? be|it'd be|that'd be|it'll be|that'll be"
    r"|(?:we'll|i'll|i'd|we|let's|suppose we) say|say|call it|let's call it|i'll call it|make it"
    r"|let's make it|i'll make it|let it be"
    r"|you pay|you'd pay|you only pay|i'd take|i'll take|i take|(?:i|we) (?:can|could) do|i'll do|i'd do"
    r"|i'll go|i'd go)"
)
"""What comes right before a sum when it is named."""
HEDGED: Final = (
    r"(?:(?:just|only|like|about|around|maybe|even|a flat|then|so|still|now|straight|probably|~) )*"
)
SUM: Final = rf"(?: ?[,.!?:;—…)-])*(?: {HEDGED}(?:{ITS} )?{HEDGED})?\Z"
"""From what leads to a sum up to the sum: a stop, "it's", a hedge."""
PERSON: Final = (
    r"(?:friends?|mates?|husband|wife|partner|boyfriend|girlfriend|fiancee?|mum|mom|mam|dad|mother"
    r"|father|sister|brother|son|daughter|cousin"
    r"|aunt|auntie|uncle|nephew|niece|gran|granny|nan|grandma|grandad|grandson|granddaughter|colleague"
    r"|neighbou?r|flatmate|roommate|lads?|kids?|little one"
    r"|other half|buddy|pal|hubby|missus|twin|child|children)"
)
"""Whom the client brings."""
GROUP: Final = (
    r"(?:students?|pensioners?|oaps?|seniors?|nurses?|teachers?|veterans?|locals?|regulars?|kids?"
    r"|children|couples?|members?|beginners?|newcomers?|friends?|family|carers?|juniors?|unwaged"
    r"|first[ -]*timers?|(?:new|returning|existing|old|loyal|repeat|regular|first[ -]*time)"
    r" (?:clients?|customers?|friends?|students?|faces?|members?)"
    r"|friends and family|family and friends|(?:under|over)[ -]*(?:\d\d|twelve|sixteen|eighteen)s?)"
)
"""Who can have a price of their own."""
VISIT: Final = (
    r"(?:(?:your|the|a|any|each|every) )?(?:first|1st|return|repeat|trial|intro"
    r"|follow[ -]*up)(?: -)?(?: time)?"
    r" (?:visit|booking|session|lesson|class|appointment|one|go|time|timers?|trip|hour)"
)
DAY: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week ?days?|week ?ends?|mid ?week|mornings?"
    r"|afternoons?|evenings?)"
)
WHEN: Final = (
    r"(?:today|tonight|tomorrow|this (?:week|weekend|month|morning|afternoon|evening|once|time)"
    rf"|(?:on |on a |a |every )?{DAY}(?: (?:mornings?|afternoons?|evenings?|nights?))?"
    r"|in (?:january|february|november|winter|low season)|black friday|cyber monday"
    r"|off[ -]*(?:peak|season)|low season|(?:before|after|by|until|till)"
    r" (?:noon|lunch|dark|christmas|midday|work)"
    r"|last[ -]*minute|early bird|happy hour|quiet days?)"
)
"""When a price of its own holds."""
LENGTH: Final = r"the (?:\w+ )?(?:hour|slot|session|spot|lot|one|evening|day|ninety|sixty|half)"
"""What is sold, short and by its length."""
BEFORE_SUM: Final = VOCATIVES | frozenset(
    "prepare budget aside back owe it's that's its thats be say said it pay pays take do go lang na to "
    "for at on "
    "with you u ye ya him "
    "her them yous than but is are 's would costs adds"
    " cash card transfer venmo revolut momo mpesa m-pesa upfront front advance only today tonight "
    "tomorrow hand please then so still just now about maybe perhaps"
    " ok okay k fine alright right grand sure yes yeah yep lovely perfect great cool done sige sawa nah "
    "arra ara och ah oh hmm lol good works here well look listen easy problem"
    " dramas bother worries stress wahala friend chale love win me round arm deal sold agreed on "
    "bargain no middle halfway way difference nicely heart one hard charmer sake rate rates price"
    " offer special discount promo favour favor off once you ourselves anyone others anybody less lower "
    "under below word figure give offer manage taking accept bring send add put with last"
    " student students pensioner pensioners oap oaps senior seniors nurse nurses teacher teachers "
    "veteran veterans local locals regular regulars kid kids children couple couples member members"
    " beginner beginners newcomer newcomers friends family carer carers junior juniors unwaged timer "
    "timers client clients customer customers face faces"
    " visit booking session lesson class appointment time trip hour person adult guest head child dog "
    "sibling player pet people both pair two three four lot all each together"
    " week weekend month morning afternoon evening mornings afternoons evenings nights weekday weekdays "
    "weekends midweek january february november winter season friday monday peak noon lunch dark"
    " christmas midday work minute bird days mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays tuesday wednesday thursday saturday sunday"
    " husband wife partner boyfriend girlfriend mum mom mam dad mother father brother son daughter "
    "cousin aunt gran granny nan grandma grandad colleague neighbour neighbor flatmate roommate"
    " lad lads half hubby missus twin would will does could might can we'll i'll i'd we let's i shall "
    "drop leave pop stick slip not lessons sessions hours classes visits treatments shoots weeks"
    " come comes gets get join joins have over along deal how what when need want ask thinking of in up "
    "getting got giving ugh oof eesh phew than".split()
)
"""The words that can stand right before a sum that a bargain makes one; behind any other nothing is looked for."""
