"""What is handed on to others or given up: "X I'd send to Mandy", "and that needs a physio"."""

from __future__ import annotations

import re
from typing import Final

PRACTITIONERS: Final = (
    r"pros?|professionals?|experts?|specialists?|vets?|doctors?|gps?|nurses?|physios?|physiotherapists?"
    r"|dentists?|surgeons?|chiropractors?|osteopaths?|pharmacists?|midwife|midwives|therapists?"
    r"|counsellors?|psychologists?|dietitians?|dieticians?|nutritionists?|physicians?|registered \w+"
    r"|groomers?|hairdressers?|barbers?|stylists?|beauticians?|salons?|spas?|kennels?|clinics?"
    r"|hospitals?|solicitors?|lawyers?|accountants?|electricians?|plumbers?|roofers?|fitters?|engineers?"
    r"|mechanics?|garage|council|caterers?|florists?|photographers?|crowd|folks?|lot|people|brave"
)
"""Who is sent to: "that's one for the vet", "cupping is for the acupuncture crowd"."""
FOR_OTHERS: Final = (
    r"(?:is|are|'s) (?:(?:really|more|strictly|only|definitely|very much|best|better) )*(?:one|ones"
    r"|a (?:question|job|matter|thing)|something|(?:best|better) left)? ?(?:for|to|with|by)"
    r" (?:someone|somebody|another|others|other|(?:the|a|an|your|my|our)"
    r" (?:(?!(?:back|full|next|longer)\b)[\w-]+ )?(?:" + PRACTITIONERS + r"))\b"
)
_PASSED_ON: Final = re.compile(
    r"(?:i|we)(?:'d|'ll|'ve| would| will| tend to| prefer to| have to|'ve had to| had to| do| must)?"
    r" (?:(?:always|usually|normally|generally|mostly|just|only|only ever|happily|still|then|now|really"
    r"|rather|typically|personally|tend to|prefer to|to|try to) )*"
    r"(?:(?:pass|passed|hand|handed) (?:on|along|over|off|to(?! you\b)|up"
    r"|out)(?! (?:with (?:the|your|all)|on (?:the|a|\w+day)|at the|to you|by|in (?:a|your|the)|free|once"
    r"|when)\b)|(?:leave|left) (?:to|alone|well|be(?! with)|with|for (?!the end|last|later|now|after))"
    r"|(?:refer|send|point|steer|direct|recommend) (?:to(?! you\b)|on(?! (?:an?|the|usb|drive|\w+day)\b)"
    r"|out(?! (?:on|by|to you)\b)|away|elsewhere|people|you|them|everyone|folks|clients)"
    r"|(?:gave|give|given) up|(?:left|dropped|stopped|ditched|binned|retired)"
    r" (?:it|that|them|those)(?= [.,!;]|$| (?:long|for good|years|ages|because|since))|quit|stopped"
    r"|dropped"
    r"|steer (?:well |right )?(?:clear|away)|(?:stay|keep) (?:well |right |far )*(?:away|clear|out)"
    r"|(?:turn|turned) (?:down|away)|(?:say|said) no\b|refuse|decline|avoid|skip|draw the line|farm out"
    r"|outsource)\b"
    r"|(?:, )?(?:(?:you|better|just|please|best|then|should|can) )*(?:ask|go to|check with)"
    r" (?:someone|somebody|another|(?:your|my|the|an?) (?:[\w'-]+ )?(?:"
    + PRACTITIONERS
    + r"|colleagues?|neighbou?rs?|friends?|cousin|sister|brother|venue|hotel|kitchen|school|shop|lab)"
    r"|my (?:girl|guy|mate)|mr|mrs|ms)\b"
    r"|(?:and (?:[\w'-]+ ){1,4})?(?:don't|do not|never|rarely)"
    r" (?:mix|match|go together|get on|get along|play nice)\b"
    r"|(?:you'd|you'll|you would|you will|you)(?: \w+)?"
    r" (?:need|want|have to (?:ask|see|find|get)|get|find)"
    r" (?:to (?:ask|see|find) )?(?:somebody|someone|another|a (?:different|proper|real|specialist)"
    r"|elsewhere)\b"
    r"|, (?:for (?:that|which|those|it) ,? ?)?(?:your|the|an?|our|any|some|most)"
    r" (?!(?:price|hour|session|cost|rate|deposit|studio|full|same)\b)(?:[\w'-]+ ){1,3}(?:(?:can|could"
    r"|will|would|should|might|has to|have to|must)"
    r" (?:\w+ )?(?:refer|do|does|sort|help|handle|arrange|send|look|have|take|point|advise|offer|fit"
    r"|see)|(?:does|do|did|handles?|offers?|has|have|takes?|sorts?|looks?|runs?|is the one"
    r"|is the person) (?:it|that|them|those|these|one|after)\b)"
    r"|(?:(?:just|really|simply|still) )*(?:don't|dont|do not)"
    r" (?:(?:just|really|simply|quite|tend to) )*(?:work|suit|fit|feature|happen|appeal|exist|agree|sit"
    r"|belong|interest|figure|come into|make sense|go (?:well|down)|come up)\b"
)
"""Behind what stands first: "X I always pass on", "X I'd send to Mandy"."""

_THAT_NEEDS: Final = re.compile(
    r"(?:[\w'-]+ ){0,6}?(?:, )?(?:and|but|so|,|—) (?:i"
    r" (?:(?:just|simply|really|only|personally) )?(?:prefer|stick (?:to|with)|keep to|trust)"
    r" (?:my|to|with|what|the|plain|simple)\b|(?:that|this|it|those|they|which|all that"
    r"|all of that)(?: ?'s| is| are| really| all)? (?:needs?|takes?|calls? for|requires?|wants?"
    r"|belongs? (?:to|with)|for|one for|a job for|is for|work for) (?:an?|the|your|my)"
    r" (?:[\w-]+ ){0,2}?(?:" + PRACTITIONERS + r")\b)"
)
"""Behind a phrase, in another clause: who it is for, "and that needs a physio"."""
_IS_FOR_OTHERS: Final = re.compile(
    FOR_OTHERS + r"|(?:is|are|'s) (?:(?:one|ones|something|a thing|things|where|what) )+(?:that )?(?:i|we)"
    r" (?:\w+ )?(?:leave (?:alone|to (?!you\b)|out|for (?!you\b))|stop\b(?! for)|draw (?:the|a|my) line"
    r"|pass(?! (?:you|my|the)\b)|avoid|skip|steer|(?:don't|won't|can't|never)"
    r" (?!charge|mind|wait|tire|rush|hurry|skip|recommend|miss|stop|refuse|turn|decline|say no"
    r"|get (?:enough|tired)|(?:do|live|go) without|praise|fault|beat|let|forget|regret|cut|need|ask"
    r"|praise)|refuse|turn down|hand (?:\w+ )?(?:on|over|off|to)\b(?! you\b)"
    r"|send (?:\w+ )?(?:elsewhere|on|away|off|to)\b(?! (?:you|sleep)\b)|stay away|keep away|say no)"
    + r"|(?:got|was given|has had|had) the (?:chop|boot|axe|push|heave|sack)\b"
    r"|belongs? (?:in|with|to) (?:(?:other|another|better"
    r"|different)(?! (?:slots?|days?|times?|hours?|weeks?|sessions?|appointments?)\b)|someone|somebody"
    r"|a (?:clinic|doctor|salon|specialist))\b|(?:used to be"
    r"|was once)\b(?! (?:(?:about|only|just) )?(?:[$£€]|\d|an? (?:hour|half)|\w+days?\b|free|cheap|dear"
    r"|more|less))(?![^.!?;]{0,60}\b(?:still|again|now it|and it))|(?:, )?not so much\b"
    + r"|(?:belongs?|(?:is|are) (?:down|up)) to (?!me\b|us\b|you\b|the last\b|\d|[$£€¥]"
    r"|(?:chf|usd|eur|gbp|aud|nzd|cad|sek|nok|dkk|rs|inr|sgd|hkd|r|rm|kr)\b"
    r"|(?:about|around|only|just)\b)|(?:is|are) (?:on|with) (?:your|the|him|her|them|their)"
    r" (?!menu|list|house|card|table|counter|shelf|way|site|page|edits|gallery|rest|same|price|package"
    r"|hour|prints|photos|others|deposit|usb|stick|drive|link|day\b|first|last|next)"
    r"|(?:is|are) between you and\b"
    + r"|(?:is|are|was|were)(?: all)?(?: (?:my|an?|part of (?:my|our)|in (?:my|our)|the|from (?:my|our)))*"
    r" (?:former|old|past|previous|ex|history|ancient history|behind me)\b(?! friend)"
    + r"|(?:is|are)(?: always)? (?:my|your|our|the) (?:\w+ )?(?:sister|brother|cousin|neighbou?r|colleague"
    r"|mum|mom|dad|husband|wife|friend|partner|"
    + PRACTITIONERS
    + r")(?= [.,!;]|$| \w+ [.,!;])"
    + r"|(?:is|are)(?: (?:very much|more|really|all|totally))*"
    r" (?:her|his|their|someone else's|somebody else's|your \w+'s)"
    r" (?:\w+ )?(?:lane|game|turf|zone|thing|area|speciality|specialty|wheelhouse|domain|bag|forte|baby"
    r"|world|kingdom)\b"
    + r"|(?:is|are) what (?!(?:my|our) (?:\w+ )?(?:studio|salon|room|team|place|shop)\b)(?:my|your|his|her"
    r"|the|a) (?:\w+ )?\w+ (?:does|do|offers?|runs?|sells?)\b"
    + r"|and (?:me|i|myself) (?:parted|broke up|split|don't|never|fell out|are done|got divorced|aren't"
    r"|went our)\b"
    + r"|(?:(?:is|are|would be|that's|it's|i'd say) )?(?:a )?(?:hard |firm |definite )?(?:no|nope|nah"
    r"|never)(?= (?:[.,!;—]|sorry|from me|i'm afraid)|$)"
)


_HANDING_ON: Final = frozenset(
    ", i i'd i'll i've we we'd we'll we've you you'd you'll ask go check better just please best then should can and don't"
    " dont do never rarely really simply still".split()
)
"""The words that a handing on opens with."""
_GIVING_UP: Final = frozenset(
    ", is are was were 's got has had belong belongs used not and would that's it's i'd a hard firm definite no nope nah"
    " never".split()
)
"""The words that what is given up is spoken of with."""


def is_passed_on(line: str, stop: int) -> bool:
    """True where the professional hands on, or gives up, what ends at `stop` of the line."""
    end = line.find(" ", stop)
    opens = line[stop : end if end >= 0 else None]
    return (
        (opens in _HANDING_ON and _PASSED_ON.match(line, stop) is not None)
        or (opens in _GIVING_UP and _IS_FOR_OTHERS.match(line, stop) is not None)
        or _THAT_NEEDS.match(line, stop) is not None
    )


def is_handed_on(text: str) -> bool:
    """True where `text`, which lacks its object, hands it on or gives it up: "i leave to others"."""
    return text.partition(" ")[0] in _HANDING_ON and _PASSED_ON.match(text) is not None
