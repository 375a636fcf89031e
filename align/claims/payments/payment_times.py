"""Times at which people pay: before the appointment, or after it, in a clause's own words.

A clause with when, once or until names an event. Events that open an appointment or come
ahead of it (arriving, booking, agreeing a date, sending a form) are before; all others
come with the appointment or after it.
"""

from __future__ import annotations

import re
from typing import Final

_PERSON: Final = r"(?:we|i|you|ye|u|ya|he|she|it|they|everyone|everybody|that|this|hes|shes|its|im|ur|(?:the|your|her|his|my|our) \w+(?: \w+)?|\w+)"
_IS: Final = r"(?: ?'s|'re|'ve|'m| is| are| has| have| was| am)?"
_NOT_AFTER: Final = (
    r"(?!(?:\w+ ?'?\w* ){0,4}?(?:agree\w*|fix(?:ed)?\b|pick(?:ed)? (?:a|the|your|one)|choos\w*|chose\w*|sent|receiv\w*|approv\w*|sign\w*"
    r"|accept\w*|schedul\w*|is set|are set|held|arriv\w*|book(?:ed|ing)?|confirm\w*|lock\w*|reserv\w*|start\w*|begin\w*|began|gets? (?:here|there|in|to)"
    r"|got here|(?:come|comes|came|coming|walk|walks|turn|check|drop|drops) (?:in|up|over|round|by|off|him off|her off|them off|it off)|show up|sit down|before|deposit"
    r"|open the|set the date|settle on|meet|decide[ds]?|send (?:the|you)|gets? the (?:link|form|invoice)|link|form|slot|register\w*|order\w*|reply|pay|paid|payment|transfer)\b)"
)
_EVENT_DONE: Final = (
    r"(?:done|finish\w*|finsh\w*|over|through|ends?|ended|complete\w*|wrap\w*|leav\w*|left|go|goes|going|heading|head|happy|home|seen|see|saw|heard"
    r"|dri(?:ed|es)|dry|pack\w*|collect\w*|pick\w*|paid|payday|heal\w*|deliver\w*|tried|look\w*|satisf\w*|ready|can|able|have it|has it|had|out|away|back"
    r"|suits?|like|get (?:a )?(?:chance|minute|sec|moment)|sorted|up|last|clean|gorgeous|handed|hand|\w{3,}ed)"
)
_OCCASION: Final = r"(?:session|lesson|month|week|day|night|set|appointment|visit|class|job|shoot|groom|evening|party|gig|event|hour)"

LATER: Final = re.compile(
    r"(?:(?:right |straight |just |shortly |any ?time |only )?after (?:the|our|your|my|each|every|his|her|we|i|you|she|he|they|it|that|this|ye|u|all)"
    r"(?: ?'s|'re|'ve)? (?!(?:pay|paid|book|arriv|confirm|settle|transfer|send|deposit|do|did)\w*)\w+(?: (?:done|finish\w*|over|ends?|leave))?\b"
    r"|(?:right |straight |just |shortly |any ?time |a bit |only )?(?:after(?:wards?)?|afters)\b"
    r"(?! (?:you|u|we|i|he|she|they|ye) (?:pay|paid|settle|transfer|send|book|confirm|arriv)\w*| (?:payment|deposit|booking|that deposit|the deposit|your deposit|the payment|\d)\b)"
    r"|(?:a bit |a little |much )?later(?: on)?\b(?! than (?:\d|the (?:day|night) before))"
    r"|when ?ever\b(?! you (?:book|arrive|confirm|reserve))"
    r"|(?:right |straight )?(?:at|by|towards?|on|for) the (?:very )?end\b(?: of (?:the |our |your |my |each |every )?\w+(?: \w+)?)?"
    rf"|at the finish|on (?:the|your|my|their|her|his) way out|(?:on|upon|at) (?:completion|pick ?up|collection|leaving|(?:your )?pay ?day)|end of (?:the |each )?{_OCCASION}"
    r"|(?:some ?time |early |even |or |any day |anytime )?next (?:week|month|time|pay ?day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|visit)\b"
    r"|(?:the )?(?:day|morning|week) after\b|the following (?:day|week|month|morning)|in arrears|within (?:\d+|seven|ten|fourteen|thirty|a few) days|net \d+"
    r"|in your own time|in (?:a|the) (?:few days|week or two)|down the (?:line|road)|(?:can|could|will|'ll) wait\b|before or after\b"
    r"|before (?:you|u|ye|they) (?:go|leave|head|set off|run|dash|disappear)\b"
    rf"|(?:until|till|til) {_NOT_AFTER}(?:after(?:wards)?|the (?:very )?end|later|next \w+|{_PERSON}{_IS} \w+)"
    rf"|(?:when|once|as soon as|soon as|as) {_NOT_AFTER}{_PERSON}{_IS}(?: \w+){{0,4}}? {_EVENT_DONE}\b(?: \w+ing)?"
    rf"|(?:when|once|as soon as|soon as) {_NOT_AFTER}(?:done|finished|happy|home|over|complete|healed|dried|packed|sorted|delivered|we're|i'm|you're|ur|im|hes|shes|he's|she's|it's|its|they're)\b(?: \w+){{0,2}}"
    r"|(?:when|if) (?:it suits|you (?:can|like|have it|get (?:a )?chance|'re able|are able)|you're able|you've got it|you get paid|convenient))"
)
"""A time after the appointment, or at no time in particular."""

EVENT: Final = re.compile(rf"(?:when|once|as soon as|soon as) {_NOT_AFTER}{_PERSON}{_IS}(?: \w+){{1,3}}")
"""Any other event; a verb of paying with it is taken to pay after: "once the swelling goes down"."""

ON_A_DAY: Final = re.compile(
    r"(?:on |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|on the \d{1,2} (?:st|nd|rd|th)\b"
)
"""In the client's words: who books for today and pays on Friday pays after."""

BEFORE: Final = re.compile(
    r"(?!before (?:(?:or|and) after|(?:you|u|ye|they) (?:go|leave|head|set off|run|dash|disappear)\b))(?:up ?- ?front|upfront|in advance|before(?:hand)?|ahead of (?:time|the|your|our)|prior to"
    r"|at the start|on arrival|when (?:i|you|we) (?:arrive|get (?:here|there)|book|start|begin|come in|walk in)|on the door|first|to (?:book|hold|secure|confirm|reserve|lock))\b"
)
"""A time before the appointment."""

TIMES: Final = frozenset(
    "right straight just shortly any anytime only after afters afterward afterwards a bit little much later whenever when"
    " at by towards toward on upon end some sometime early even or next the day morning week following in within net down"
    " can could will 'll wait once as soon if up upfront before beforehand ahead prior first to this monday tuesday"
    " wednesday thursday friday saturday sunday for until till til".split()
)
"""Words that a time of paying can open with; the patterns are tried at no others."""
