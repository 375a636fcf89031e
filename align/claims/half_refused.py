"""A negation that leaves a phrase on offer: "no X till Friday", "X isn't free", "I don't do X without a consult".

Who refuses a thing for a day, a price or a way has it for the others.
"""

from __future__ import annotations

import re
from typing import Final

from align.claims.any_of import any_of

_DAY: Final = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:days?)?\b"
_TIME: Final = (
    rf"(?:(?:on|at|this|next|the|before|after|till|until|in|from|around|about) )*(?:{_DAY}|today|tonight"
    r"|tomorrow|week(?:end|days?)?\b|month|new year|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|morning|afternoon|evening|(?:half )?\d{1,2}(?: (?:am|pm))?\b"
    r"|noon|lunch|christmas)(?: (?:morning|afternoon|evening|night))?"
)
_LIMITED: Final = re.compile(
    r"(?:(?:in|on|with (?:me|us)) )?(?:for (?:free|nothing|less)\b(?! or\b)(?![^.!?]{0,40} at all\b)"
    r"|in a (?:rush|hurry)\b|on the cheap\b"
    rf"|(?:till|until|til|(?P<before>before)) (?:{_TIME}"
    r"|(?:i|we)(?:'ve| have) (?:seen|checked|read|met|talked|spoken)"
    r"|(?:you|he|she|they)(?:'ve|'re|'s| have| are| is|'d)?"
    r" (?:\w+ )?(?:filled|signed|sent|healed|stopped|off|over|been|had|done|paid|clear|weeks|better))"
    r"|without (?:(?:an?|your|the|any|first) )*(?:[\w'-]+ )?(?:consult\w*|consent|patch|tests?|forms?"
    r"|deposit|chat|call|trial|checks?|assessment|booking|appointment|notice|questionnaire|screening"
    r"|intake|look|seeing|checking|asking|meeting|talking|knowing)\b"
    rf"|{_TIME} (?:, )?but (?:(?:i|we)(?:'m| am| do| can| could|'ll)? )?(?:(?:can|do|could|have"
    rf"|free) )*(?:it |that |them )?(?:{_TIME})(?! (?:is |for |works for )?(?:deep|the other|another))"
    rf"|(?:{_TIME} )?, (?:but )?(?:back (?:to|on|at) (?:it|that|them) |it's back |they're back "
    rf"|it's on again |they're on again |it's )(?:from |on |again )*{_TIME}"
    r"(?! (?:degrees|already|%|percent|per|of|people|years?|weeks?|days|months?|minutes?|steps|metres|miles)\b)"
    rf"|[^.!?;]{{0,40}}, (?:but )?(?:it's|they're) (?:back|on again)\b(?! (?:in|at) (?:an?|another)))"
)
"""Right behind what is refused: the time, the price or the way that is meant."""
_YES_THEN: Final = re.compile(
    rf"\? [^.!?]{{0,40}}?(?:[,;—-]|\bbut|\band) (?:but |and )?(?:yes|yep|yeah|sure|ok|okay|fine)"
    rf" (?:to |on |for )?{_TIME}"
)
"""Behind a question: the no that answers it is for a time, "no from me on Monday, yes Friday"."""
_NOT_THAT: Final = re.compile(
    r"(?:(?:with (?:me|us)|here|at (?:mine|ours)) )?(?:(?:is|are)(?: not|n't)|isn't|aren't"
    r"|(?:is|are) never|don't|doesn't|won't) (?:(?:always|really|actually|usually) )*(?:free(?= [.,!;]"
    r"|$| (?:but|of charge))|extra\b|only for\b|just for\b"
    r"|an? (?:extra|luxury|problem|bother|gimmick)\b|(?:all |just |only )?about (?!to\b|me\b|us\b)"
    r"|something (?:i|we)(?: ?'d| can| could| would)?"
    r" (?:(?:usually|ever|just|really|like to) )?(?:price|quote|cost|rush|hurry|estimate|cram)\b"
    r"|as \w+ as\b|scary\b|painful\b|a quick (?:job|one)\b"
    rf"|(?:only|just)\b)(?![^.!?;]{{0,80}}\b(?:not (?:something|for|my|what|on|one)|off"
    r"|(?:don't|won't|never|can't) (?:do|offer|have|give)|(?:isn't|aren't) (?:for|something|my|on|what)"
    r"|(?:i|we) (?:do|offer)\b))"
    r"|(?:is|are) (?:an? )?no ?-? ?brainers?\b|(?:is|are) (?:all )?(?:done|over|out)"
    r" (?:and dusted )?(?:in|within|inside) (?:about |under |around )?(?:\d|an? |half|ten|twenty"
    rf"|thirty)|(?:is|are) booked (?:in )?(?:for|on|at) (?:you\b|\d|{_TIME})"
    r"|never (?:fails?|disappoints?|gets? old)\b(?! to (?:clear|empty|annoy|bore))"
)
"""Right behind it: what is not said of it is no refusal."""
_AFTER_ALL: Final = re.compile(
    r"[^.!?;]{0,30} ?[.!?] (?:(?:well|but|actually|of course|course|yes) ,? ?)?(?:i|we)"
    r" do(?= [.!]|$| (?:though|actually))|[^.!?;]{0,30}\bbut"
    r" (?:(?:ok|okay|sure|yes|go on|fine|alright|grand)(?: then)?(?: ,)?"
    r" (?:for you|since|as it's|this once|just|(?:i|we)'ll|let's)"
    r"|(?:i'll|we'll|i can|we can|i could|we could|i'd)"
    r" (?:\w+ )?(?:do|offer|add|bring|make|bend|throw in)"
    r" (?:it|that|them|one|some|those)\b(?! (?:without|instead))"
    r"|(?:(?:i|we) (?:have|carry|keep|'ve got)|i've got) (?:it|some|one|a (?:mild|bit|little|small))\b"
    r"|it's (?:there|here|on hand)\b|(?:i|we) can (?:give|add|use|bring)"
    r" (?:a (?:bit|little|mild)|some|it|one|him|her)\b"
    r"|(?:i'm|we're) happy to(?= [.,!]|$| for you| this| do (?:it|that))"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: ?'s| is)"
    r" (?:open|free|good|clear|fine)(?! for (?!(?:you|it|that|one)\b)))"
    r"|[^.!?;]{0,30} ?[,.;—-] (?:but )?(?:(?:this year|now|these days|nowadays|today|lately)"
    r" (?:, )?(?:(?:i|we) (?:do|am|can|have|will)|(?:they|it) (?:are|is))(?= [.,!;]|$| now)"
    r"|(?:(?:i|we) )?(?:am|do|are) now\b)"
)
"""Behind it in its sentence: it is granted after all."""
_COMPARED: Final = re.compile(
    r"\b(?:i'm|im|i am|we're|we are) not (?:(?:the|that|exactly|really|always) )*(?:cheap\w*|dear\w*"
    r"|expensive|priciest|only (?:one|ones|person|place))(?: [\w']+){0,2}"
    r" (?:for|doing|offering|who does)(?: (?:the|your))? $"
    r"|\b(?:won't|don't|never|barely|hardly) (?:really )?(?:feel|notice)"
    r" (?:a thing|anything|it|much|the needles?)(?: \w+)? (?:with|during|from|in)(?: (?:the|your|my))? $"
)
"""Before it: what is denied is a price or a rival, "I'm not cheap for X"."""
_WHAT_IT_COSTS: Final = re.compile(
    r"\bnothing to do with what (?:(?:you|they)(?: ?'d| ?'ll| would| will)?|i|we)"
    r" (?:pay|charge|ask|take)(?: you)? for (?:(?:an?|the|your|my) )?$"
)
_WITH_US: Final = re.compile(r"(?:[\w'-]+ ){0,2}?(?:(?:with|from) (?:me|us)|here|at (?:mine|ours))\b")
"""Before it and behind it: what somebody else's price has nothing to do with."""
_NEXT_ITEM: Final = re.compile(
    r"(?:though|instead)(?= [.,!]|$)|[$£€] ?\d|\d{2,3}(?= [.,!]|$"
    r"| (?:quid|euros?|pounds|dollars|bucks|rand)\b)|for (?:adults|grown ?-? ?ups|over \d+s?) only\b"
)
"""Behind a phrase that a comma parts from what is refused: "no swedish left, X though"."""
_IT_IS: Final = re.compile(r"(?:(?:on )?\w+day )?it is(?: then)?(?= [.,!;]|$)")
"""Behind it: what is agreed on, "neither helped, so X it is"."""
_UNGOVERNED: Final = re.compile(
    r"\b(?:leave|leaving) (?!(?:it|that|them|those|this|room|time|space)\b)[\w'-]+(?: (?:in|over|here"
    r"|early|with (?:me|us)|\w+day))* for(?: (?:the|a|an|his|her))? $"
    r"|\b(?:under|less than) (?:an?|half an|one|two|three"
    r"|\d+)(?: (?:hours?|minutes|mins|quid|euros?|pounds|bucks))? for(?: (?:the|a|an))? $"
)
"""Before it: what is turned down is another thing, "leave Rex with me for X"."""
_FEARED: Final = (
    re.compile(
        r"\b(?:don't|never|no need to)(?: \w+)? (?:scared|nervous|afraid|worried|shy|put off|embarrassed"
        r"|stress|panic|worry) (?:of|about|by|over)(?: (?:the|your|a|an))? $"
    ),
    re.compile(r"[^.!?]{0,20}[,.;—-] (?:it's|i|i'll|i'm|we|we'll|we're)\b"),
)
"""Around it: a fear soothed by who gives it, "don't be scared of the X, it's one pinch"."""
_UNTRIED: Final = re.compile(
    r"^(?:(?:so|oh|and|if|ah) )*(?:(?:you|ye|u)(?:'ve| have)? )?(?:never|haven't|havent"
    r"|not)(?: (?:you|ye|u))?(?: ever)? (?:tried|had|done|been for|experienced|got into"
    r"|given)(?: (?:an?|my|the|our))?(?: [\w-]+)? $"
)
_INVITED: Final = re.compile(
    r"(?:[\w']+ , )?(?:(?:no (?:stress|worries|bother|problem|fear)|don't worry|well|then|ah|oh"
    r"|you're in for) (?:[,.] )?)*(?:come|book|try|let me|let's|i'll|we'll"
    r"|i (?:go|start|talk|walk|keep|can|do)|we (?:go|start|talk|can|do)|a treat|pop|now's|today's"
    r"|it's time|you're going to|you'll (?:love|like|be))\b"
)
"""What stands before what a client has not tried, and the sentence behind such a question."""


_STILL_ON_OFFER: Final = any_of(_NOT_THAT, _AFTER_ALL, _YES_THEN)


def leaves_on_offer(left: str, line: str, stop: int) -> bool:
    """True where the refusal of a phrase, which ends at `stop` of the line behind `left`, is one of a time, a price or a way."""
    limited = _LIMITED.match(line, stop)
    if limited is not None and not (limited["before"] and left.endswith("no ")):
        return True  # "no X before Friday" tells the client what to leave
    if _STILL_ON_OFFER.match(line, stop) or _COMPARED.search(left):
        return True
    if _WITH_US.match(line, stop) and _WHAT_IT_COSTS.search(left):
        return True
    if _IT_IS.match(line, stop) or _UNGOVERNED.search(left):
        return True
    if left.endswith(", ") and _NEXT_ITEM.match(line, stop):
        return True
    if _FEARED[1].match(line, stop) and _FEARED[0].search(left):
        return True
    if _UNTRIED.search(left) is None:
        return False
    asked = line.find(" ? ", stop - 1, stop + 40)
    return asked >= 0 and _INVITED.match(line, asked + 3) is not None
