"""Times at which people pay: before the appointment, or after it, in a clause's own words.

A clause with when, once or until names an event. Events that open an appointment or come
ahead of it (arriving, booking, agreeing a date, sending a form) are before; all others
come with the appointment or after it.
"""

from __future__ import annotations

import re
from typing import Final

_PERSON: Final = (
    r"(?:we|i|you|ye|u|ya|he|she|it|they|everyone|everybody|that|this|hes|shes|its|im|ur|uve"
    r"|(?:the|your|her|his|my|our) \w+(?: \w+)?|\w+)"
)
_IS: Final = r"(?: ?'s|'re|'ve|'m| is| are| has| have| was| am)?"
_NOT_AFTER: Final = (
    r"(?!(?:(?!(?:and|please|just)\b|(?:you|u|ye) (?:can|could|may)\b"
    r"|feel free\b)\w+(?: ?'\w+)? ){0,6}?(?:agree\w*|fix(?:ed)? (?:up )?(?:an?|the|that|on) (?:\w+ )?(?:date|day|time|slot|plan|price)\b(?! ?'s)"
    r"|(?:date|day|time|slot|plan|price)(?: is| ?'s| has been)? fixed|pick(?:ed)? (?:a|the|your|one)"
    r"|choos\w*|chose\w*|sent|receiv\w*|approv\w*|sign\w*"
    r"|accept\w*|schedul\w*|is set|are set|held|arriv\w*|book(?:ed|ing)?|confirm\w*|lock\w*|reserv\w*"
    r"|start\w*|begin\w*|began|gets? (?:here|there|in|to)"
    r"|got here|(?:come|comes|came|coming|walk|walks|turn|check|drop|drops)"
    r" (?:\w+ ){0,2}?(?:in|up|over|round|by|off)\b|show up|sit down|before|deposit"
    r"|open the|set the date|settle on|meet|decide[ds]?|send (?:the|you)|gets? the (?:link|form|invoice)"
    r"|link|form|slot|register\w*|order\w*|reply|pay(?! (?:you|ye|u)\b)|(?<!get )(?<!gets )paid(?! (?:you|ye|u)\b)"
    r"|payment|transfer|(?:come|comes|walk|walks|step|get) through (?:the|your|my) (?:front )?(?:door|gate)"
    r"(?! (?:on (?:your|my|the) way|again|at (?:the end|home)|after|out|back|of your|to (?:go|leave))\b)"
    r"|know|knows|hear|text me|message me|tell me|told\b|make up|made up|commit\w*|ready to|quote"
    r"|(?:have|has|got|like|likes|love|happy with|pleased with|sure (?:of|about)) (?:the|your|that|a)"
    r" (?:date|time|plan|design|price|day|quote|slot)"
    r"|(?:leave|leaves|leaving|set off|sets off|head|heading)"
    r" (?:the house|(?<!head )(?<!heading )home|yours|for|out to|over|from|work|your)"
    r"|on (?:my|your|the|her|his) way(?! out| home| back)|pull up|knock|(?<!dry )land(?:ed)?"
    r"|up (?:- )?front|upfront|in advance|(?:i|you|we)(?:'re|'m| are| am)"
    r" (?:there|here|outside|in(?: the door|(?= at | on | by |[.,!?]|$))|set ?up|setting up"
    r"|at (?:the|my|your|our) (?:front )?(?:door|gate|step|house|place|studio|workshop))"
    r"|reach (?:here|there|mine|yours|(?:the|my|your|our) (?:studio|place|venue|house|gate|door|shop"
    r"|salon|workshop))"
    r"|(?:open|opens|opened) the door)\b)"
)
_EVENT_DONE: Final = (
    r"(?:done|finish\w*|finsh\w*|over|through|ends?|ended|complete\w*|wrap\w*"
    r"|(?:leav\w*|left)(?! (?:him|her|them|it|your|the|my|us)\b)|go|goes|going|heading|head|happy|home"
    r"|seen|see|saw|heard"
    r"|dri(?:ed|es)|dry|pack\w*|collect\w*|pick\w*|paid|payday|heal\w*|deliver\w*|tried|look\w*"
    r"|satisf\w*|ready|can|able|have it|has it|had|out|away|back"
    r"|gone|cut|sung|eaten|blown|drunk|spoken|said|served|put|shut|worn|caught|grown|laid|built|written"
    r"|drawn|hung|lit|told|won|slept|been|suits?|like|get (?:a )?(?:chance|minute|sec|moment)|sorted|up"
    r"|last|clean|gorgeous|handed|hand|\w{3,}ed)"
)
_PARTS: Final = (
    r"session|lesson|set|appointment|visit|class|job|shoot|groom|party|gig|event|hour|night|evening|day"
)
_OCCASION: Final = rf"(?:{_PARTS}|month|week)"
_HURRY: Final = r"(?:right |straight |just |shortly |immediately |any ?time |a bit |only |sometime )?"
_PAYING: Final = r"(?:pay|paid|book|arriv|confirm|settle|transfer|send|deposit)\w*"
_WEEKDAY: Final = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"

_AFTER: Final = (
    rf"{_HURRY}after (?:the|our|your|my|each|every|his|her|we|i|you|she|he|they|it|that|this|ye|u|all"
    r"|everyone|everybody|everything)"
    rf"(?: ?'s|'re|'ve)? (?!(?:{_PAYING}|did|do|agree\w*|have the date)\b)\w+(?: (?:done|finish\w*|over"
    r"|ends?|leave|is|are|has|up|off|out))?\b"
    rf"|after (?:{_PARTS}|fitting|service|delivery|treatment|practice|training|rehearsal|savasana|dessert)\b"
    rf"|{_HURRY}(?:after(?:wards?)?|afters)\b"
    rf"(?! (?:you|u|we|i|he|she|they|ye)(?:'ve)? {_PAYING}"
    r"| (?:payment|deposit|booking|paying|that deposit|the deposit|your deposit|the payment|\d)\b)"
)
_LATER: Final = (
    r"(?:a bit |a little |much )?later(?: on)?\b(?! than (?:\d|the (?:day|night) before)| - )"
    r"|when ?ever\b(?! you (?:book|arrive|confirm|reserve|come in|get here|walk in))"
    r"|in (?:your|ur) own time|down the (?:line|road)|(?:can|could|will|'ll) wait\b"
    r"|(?:will|'ll) keep(?= (?:till|until|for now)\b| ?[.,!]| ?\Z)"
)
_FOR_ME: Final = (
    r" (?:the house|the office|the flat|home|your (?:house|place|flat|hotel|room|office|end|side|desk)|yours"
    r"|for (?:the|my|our|mine|ours)|over|across|work|town"
    r"|to (?:me|us|mine|the|my|our)|out(?: (?:to|for)|(?= [.,!?]|$)))\b"
)
"""Behind "before you leave": where the client sets out from to the appointment."""
_TAIL: Final = r"(?: (?!(?:after|once|when|until|as|and|or|if|i|we|you|please|is|with|by|in|so|but)\b)\w+)?"
"""A second word of what ends: "the end of your first lesson"."""
_AT_THE_END: Final = (
    r"(?:right |straight )?(?:at|towards?|on|for) the"
    rf" (?:very )?end\b(?: of (?:the |our |your |my |each |every |his |her )?\w+{_TAIL})?"
    rf"|by the (?:very )?end\b(?: of (?:the |our |your |my |each |every )?(?:{_PARTS})\b|(?! of))"
    r"|at the (?:finish|close)\b(?: of (?:the |our |your |each |every )?\w+)?"
    r"|on the last (?:day|lesson|session|class|visit)(?: of"
    r" (?:the |each |every )?(?:month|term|course|block))?|(?:on|at) the back ?end"
    rf"|end of (?:the |each |your )?{_OCCASION}"
    r"|on (?:the|your|my|their|her|his) way (?:out|home)"
    r"|(?:on|upon|at) (?:the )?(?:completion|pick ?- ?up|pick ?up|collection|leaving|delivery"
    r"|(?:your )?pay ?day)"
    rf"|before (?:you|u|ye|they) (?:go|leave|head|set off|run|dash|disappear)\b(?!{_FOR_ME})"
)
_NEXT: Final = (
    r"(?:some ?time |early |even |or |any day |anytime |on |at |in |the )*next"
    rf" (?:week|month|time|pay ?day|{_WEEKDAY}|visit|lesson|session|appointment|groom|class|trim)\b"
    r"(?: (?:you|we|i|ye|u|she|he)(?:'re| are|'m| am)? \w+(?: (?:in|by|over|round|here)\b)?)?"
    r"|(?:the )?next (?:day|morning)\b(?! (?:at the latest|latest|before|by|so) ?)"
    rf"|(?:the )?(?:day|morning|week|evening|month|{_WEEKDAY}) after\b"
    r"|(?:(?:at|in|on) )?(?:the )?following (?:day|week|month|morning|lesson|session|visit|appointment"
    rf"|class|{_WEEKDAY})|in arrears"
    r"|(?:(?:an?|one|two|three|\d+) (?:few |couple of )?|a few |few )(?:days?|weeks?|months?|fortnight)"
    r" (?:later|after(?:wards)?)\b|in (?:a couple of|a few|two|three|\d+) (?:weeks|months)\b"
    r"|(?:some other|another) (?:time|day)\b|at (?:a|some) later (?:date|stage|point|time)"
    r"|at your (?:own )?(?:leisure|convenience|pace)|as and when\b"
    r"|any ?(?:time|day) (?:that|the following|next) week"
    rf"|post (?:- )?(?:{_PARTS})\b|following (?:the|our|your|each|every) (?:{_PARTS})\b"
    r"|whichever (?:day|time|week|date|moment) \w+"
    r"|within (?:a|one|two|three|\d+) (?:day|week|fortnight|month)s? of (?:the|our|your|each|every)"
    rf" (?:{_PARTS})\b|when (?:you|u) next (?:come|see|visit|book|are|drop|pop)\b"
    r"|by the end of (?:next|the|that) (?:week|month)"
    r"|when (?:you've|you have|you get|u get|you find)"
    r" (?:got )?(?:a )?(?:minute|sec|second|moment|chance|time)\b"
    r"|within (?:\d+|seven|ten|fourteen|thirty|a few)"
    r" days(?! of (?:booking|confirm\w*|that|sign\w*|the booking|agree\w*|accept\w*|this|receiv\w*"
    r"|getting|your booking|hold\w*))"
    r"|net \d+|in (?:a|the) (?:few days|week or two|month|new year)"
    r"|(?:that|the same) (?:evening|night|afternoon) (?:once|when|after)|that (?:evening|night)\b"
    r"|(?:at|on) (?:the|your) next one|(?:the )?(?:day|evening|morning|afternoon) (?:you|ye|u)"
    r" (?:collect|pick|fetch|come for|get (?:him|her|them|it) back)\b"
    r"|come (?:pay ?day|friday|monday|the weekend|month end|the end)"
    r"|(?:at |by )?(?:the )?month(?: ?'s)?(?: ?-)? ?end|before or after\b"
)
_ONCE_DONE: Final = (
    rf"(?:until|till(?! (?:(?:number|no|is|:) )*\d{{3,}})|til) {_NOT_AFTER}(?:after(?:wards)?"
    rf"|the (?:very )?end"
    rf"|later|next \w+|{_PERSON}{_IS} \w+)"
    r"|(?:when|once|as soon as|soon as"
    rf"|as) {_NOT_AFTER}{_PERSON}{_IS}(?: \w+){{0,4}}? {_EVENT_DONE}\b(?: \w+ing)?"
    rf"|(?:when|once|as soon as|soon as) {_NOT_AFTER}(?:done|finished|happy|home|over|complete|healed"
    r"|dried|packed|sorted|delivered|we're|i'm|you're|ur|im|hes|shes|he's|she's|it's|its"
    rf"|they're)\b(?: \w+){{0,2}}"
    r"|(?:when|whenever|once|as soon as) (?:the|your)"
    r" (?:album|photos?|pictures?|prints?|gallery|edits?|files?|video|results?|report|cake)"
    r" (?:(?:has|have|is|are|'ve) )?(?:arrives?|arrived|lands?|landed|comes?(?: in| through)?|turns? up"
    r"|ready)\b"
    r"|when (?:it suits|you (?:can|like|have it|get (?:a )?chance|'re able|are able)|you're able"
    r"|you've got it|you get paid|convenient)"
    r"|if (?:it suits|convenient)"
    r"|(?:only )?if (?:you|i|we|he|she|they|ye|u)(?:'re| are| is|'s)?"
    r" (?:like|likes|love|loves|happy|pleased|delighted|enjoy|enjoys"
    r"|satisfied)(?! to\b)(?: (?:it|the \w+|him|her|with \w+))?"
)

LATER: Final = re.compile(rf"(?:{_AFTER}|{_LATER}|{_AT_THE_END}|{_NEXT}|{_ONCE_DONE})")
"""A time after the appointment, or at no time in particular."""

EVENT: Final = re.compile(rf"(?:when|once|as soon as|soon as) {_NOT_AFTER}{_PERSON}{_IS}(?: \w+){{1,3}}")
"""Any other event; a verb of paying with it is taken to pay after: "once the swelling goes down"."""

LOOSE: Final = frozenset("later whenever when next within in early even or some sometime any anytime".split())
"""Opening words of times that say nothing by themselves of the appointment: "whenever before Friday"."""

ON_A_DAY: Final = re.compile(
    rf"(?:on |the |this |next |til |till |until )*{_WEEKDAY}\b|(?:on )?the \d{{1,2}} (?:st|nd|rd|th)\b|then\b"
)
"""In the client's words: who books for today and pays on Friday pays after."""

BEFORE: Final = re.compile(
    r"(?!before (?:(?:or|and) after|(?:you|u|ye|they)"
    r" (?:go|leave|head|set off|run|dash|disappear)\b))(?:up(?: ?-)? ?front|upfront|in advance"
    r"|before(?:hand)?|b 4(?= (?:n|and|i|u|we|the|ur|your|then)\b| ?[.,!?;\n]| ?\Z)"
    r"|ahead of (?:time|the|your|our)|prior to"
    r"|at the (?:start|beginning)|(?:on|upon|at) (?:arrival|booking)"
    r"|when (?:i|you|we) (?:arrive|get (?:here|there)|book|start|begin|come in|walk in)|on the door"
    r"|at the door(?! (?:as|when|once|after|on (?:my|your|the)) )|first"
    r"|to (?:book|hold|secure|confirm|reserve|lock))\b"
)
"""A time before the appointment."""

BEFORE_IT_STARTS: Final = (
    r"(?:before|ahead of) (?:we (?!(?:leave|go|finish|fly|part|wrap|pack|end|say|are|have)\b)\w+"
    r"|(?:i|you|he|she|they) (?:starts?|begins?|arrives?|comes?|gets? (?:here|there|going|on|in)|sets? (?:up|off)"
    r"|unpacks?|sits?|lies?|steps?|walks?)(?! (?:home|back|away|out|again|(?:to )?(?:pack|tidy|clean|wrap|wind)\w*)\b)"
    r"|(?:(?:the|our|your|each|every|his|her) )?(?:session|lesson|set|appointment|visit|class|job|shoot|groom|gig"
    r"|massage|treatment|workshop|reading|ride|fitting|cut|walk))\b"
)
"""What only the appointment's start can be: "before she comes", "before class starts"."""

TIMES: Final = frozenset(
    "right straight just shortly immediately any anytime only after afters afterward afterwards a bit "
    "little much later whenever when"
    " at by towards toward on upon end some sometime early even or next the day morning week evening "
    "month following in within net down"
    " can could will 'll wait once as soon if up upfront before beforehand b ahead prior first to this "
    "come that"
    " monday tuesday wednesday thursday friday saturday sunday for until till til then whichever post "
    "another two three few one".split()
)
"""Words that a time of paying can open with; the patterns are tried at no others."""
