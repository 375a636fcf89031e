"""Phrases of the spec that are only spoken of: somebody else's, admired, asked about, put away.

What tells a mention from an offer is who has the thing in their hands: the client who sent
a picture of it, a person named by it ("the X lady"), whoever sells it elsewhere.
"""

from __future__ import annotations

import re
from typing import Final

from align.claims.any_of import any_of

_PUT_AWAY: Final = re.compile(
    r"\b(?P<own>(?:i|i'll|i'd|i can|we|we'll|i could|let me) (?:\w+ )?)?"
    r"(?:(?P<put>put|leave|keep|pop)|bin|ditch|chuck|throw(?: away| out)?|lose|shelve|skip|toss|retire"
    r"|stash|hide|get rid of|say goodbye to)"
    r" (?:the|that|this|your|those|his|her|any)(?: [\w'-]+){0,2} $"
)
_AWAY: Final = re.compile(
    r"(?:away|back|down|aside|out of|at home|in (?:the|a|your)"
    r" (?:bin|drawer|cupboard|box|shed|attic|bag|garage|wardrobe|loft|trash|closet|press))\b"
)
_LEFT_BY_IT: Final = re.compile(
    r"(?:marks?|bruis(?:e|es|ing)|scars?|burns?|rash|soreness|stories|story|memes?|videos?|craze|trend"
    r"|fans?|fad|debate|myths?|jokes?|addicts?|disasters?|regrets?|horror)\b"
)
"""Behind a phrase: what it leaves behind or is spoken of as, "cupping marks"."""
_BAD_NEWS: Final = re.compile(
    r"(?:(?:really|just|only|always|usually|often) )?(?:ruins?|destroys?|spoils?|wrecks?|damages?"
    r"|stinks?|fries|makes? (?:(?:for|only) )?(?:bad|ugly|terrible|awful|a mess"
    r"|me (?:cry|cringe|nervous|sad|shudder))|gives? me the (?:ick|creeps|fear|willies)"
    r"|(?:is|are) (?:just |really |so |pure )?(?:(?:the )?worst|evil|cruel"
    r"|(?:\w+ )?(?:in theory|on paper)|dangerous|horrible|a scam|a nightmare|bad news|overrated"
    r"|out of fashion|not for|(?:such )?an? (?:long|hard|tough|rough|lonely|bumpy|winding)"
    r" (?:road|slog|business|ride|journey))\b)"
)
"""Behind a phrase: nobody offers what is spoken of so, "rush editing makes bad pictures"."""
_KEPT_APART: Final = re.compile(
    r"\b(?:wait|waiting|leave|leaving|give it|allow|weeks?|days?|months?|straight|right|soon"
    r"|fresh)(?: [\w'-]+){0,5} (?:after|since|from|between|before)(?: (?:an?|any|the|your|that))? $"
    r"|\b(?:fit(?: in)? (?:with|around)|work around|plan around|in time for) (?:her|his|your|their|the)"
    r" $|^(?:please )?no (?:fresh|new|recent) $"
)
"""Before a phrase: how long after it somebody comes, "wait a week after a X"."""
_DELIVERED: Final = re.compile(
    r"\b(?:you(?:'ll| will| do|'d| can)? (?:get|have|receive|see|expect)"
    r"|(?:gallery|files|photos|images|pictures|prints|album|edits|report|recording|video|results"
    r"|invoice)\b(?:[^.!?]{0,30} )?(?:(?:is|are|come|comes|arrives?|lands?|ready|goes|go|follows?)\b"
    r"|, ))[^.!?]{0,60}$"
)
"""Before how long after a phrase something is: the client gets it from the professional then."""
_PICTURED: Final = re.compile(
    r"\b(?:imagine|picture|can you see|can you picture) (?:me|us)(?: [\w'-]+){0,3} $"
    r"|\b(?:has|have|had|i've|we've|'ve) had (?:(?:more|enough|plenty|lots|a lot|my share|some|too much"
    r"|years|my fill)(?: of)?(?: the)?) $"
)
"""Before a phrase: a joke on who speaks, or what was done to them."""
_THE_DAY: Final = re.compile(
    r"\bthe (?:day|minute|moment|year)(?: that)? (?:i|we) (?:\w+ ){1,2}(?:an? |the )?$"
)
_NEVER_COMES: Final = re.compile(
    r"(?:, )?(?:you can|you may|is the day|will be the day|i'll|pigs|hell|shoot|please|call|have me)\b"
)
"""Around a phrase: "the day I offer X you can have me committed"."""
_SOME_DAY: Final = re.compile(
    r"\b(?:one|some) ?day (?:i|we)(?:'ll|'d| might| may| will| would)?\b"
    r"|\bif (?:i|we) (?:ever|should ever) \w+|\b(?:thinking|think) (?:about|of) (?:\w+ing|a course)\b"
    r"|\b(?:considering|toying with|saving (?:up )?for|dreaming of)\b"
    r"|\b(?:i|we)(?:'m|'re| am| are) (?:still )?(?:training|studying|learning)\b"
)
_OWN_PLAN: Final = re.compile(
    r"\b(?:might|may|maybe|perhaps|hope|hoping|plan|planning|would like|i'd like|i'd love|we'd like"
    r"|thinking)\b|^$"
)
_NOT_YET: Final = re.compile(
    r"[^.!?]{0,40}\b(?:one day|some day|someday|next year|not this year|in a few years|when i grow up"
    r"|when i retire|in another life)\b(?! ,? ?(?:i'm|i am|we're) (?:starting|adding|bringing))"
)
"""Before a phrase, or behind it: a plan, not yet an offer."""
_YOU_LL_GET: Final = re.compile(
    r"(?:that )?you'll (?:ever )?(?:get|find|see|hear|catch)\b(?! (?:for|at|in town|with|around|this)\b)"
)
"""Behind "the only X": a joke, "the only massage you'll get from me"."""
_OWED: Final = re.compile(
    r"(?:should|needs? to|has to|have to|must|ought"
    r" to)\b(?! (?:i|we|be (?:booked|confirmed|paid|reserved))\b)"
)
"""Behind a phrase that is the client's: how it has to be, "your X should be dry"."""
_BY_THEMSELVES: Final = re.compile(
    r"(?:[\w'-]+ ){0,2}?(?:your(?:self|selves)|(?:him|her)self|themselves"
    r"|on your own)\b(?! ,? ?(?:i|we|i'm|we're)\b)"
)
"""Behind a phrase: the client does it alone."""
_WHO_WANTS: Final = re.compile(
    r"\b(?:anyone|anybody|everyone|everybody|people|clients|customers|folks|whoever|those)(?: who)?"
    r" (?:wants?|wanting|needs?|needing|after|looking for|asks? for|asking for|asks? about|asking about"
    r"|set on|keen on)(?: (?:a|an|the|some))? $"
)
_SPOKEN_OF: Final = re.compile(
    r"\b(?:people|everyone|everybody|they|you|clients|folks|he|she|some|most|half the town)(?: \w+)?"
    r" (?:assumes?|assumed|thinks?|thought|believes?|imagines?|expects?|presumes?|guess|guessed"
    r"|reckon)(?: that)? (?:i|we) (?:\w+ )?(?:do|does|did|offer|run|have|sell|teach|give"
    r"|take)(?: [\w'-]+)? $"
    r"|\b(?:my|your|our|the|his|her|any|honest|what's your)(?: \w+)?"
    r" (?:take|views?|thoughts?|opinions?|feelings?|stance|position|cents|verdict) (?:on|about)(?: the)? $"
    r"|\b(?:some|other|most|many|lots of|plenty of|a lot of|certain|rival)"
    r" (?:(?:of the|good|big|cheap|cheaper|local|fancy) )?"
    r"(?!(?:clients|people|customers|guests|folks|couples|brides|ladies|women|men|kids|children|dogs"
    r"|owners|parents|students|pupils|days|weeks|times|evenings|weekends|mornings|afternoons|nights"
    r"|months|years|treatments|sessions|lessons|things|extras|options|packages)\b)[\w'-]+s"
    r" (?:(?!(?:i|we|i'll|we'll|and|so|but|have|like|love|want|need|ask)\b)[\w'-]+ ){1,3}$"
)
"""Before a phrase: what others take for ours, what is thought of it, what others of the trade do."""
_SENT_AWAY: Final = re.compile(
    r"(?:[\w'-]+ ){0,2}?(?:goes?|gets? (?:sent|passed|pointed|referred)|is (?:sent|referred)"
    r"|i (?:\w+ )?(?:send|refer|point|pass)) (?:\w+ )?(?:to|on|elsewhere|straight|off|over"
    r"|down)\b(?! (?:to )?(?:the top|the front|me|us|my|our)\b)"
)
"""Behind a phrase and who wants it: "anyone after X goes to Zinhle"."""
_BETWEEN_PEOPLE: Final = re.compile(
    r"between (?:you|us|them|him|her|the (?:two|pair|three|lot) of"
    r"|(?!(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon)\b)[^\W\d]{3,}(?<!day)"
    r" and (?!\d))"
)
"""Behind a phrase: what two people share, "good chemistry between you"."""
_NAMED_BY_IT: Final = re.compile(
    r"(?:artists?|technicians?|experts?|therapists?|instructors?|vendors?|team"
    r"|lady|ladies|guy|guys|girl|girls|man|woman|person|people|chap|fella|folks|crowd|place|shop|salon"
    r"|studio|specialist|stall|tent|mob|company|firm|crew|agency|farm|bakery|bloke|outfit|school|centre"
    r"|center|clinic|hospital|spa|kennels?|course|workshop|department|ward|academy)\b"
)
_DEFINITE: Final = re.compile(r"\b(?:the|that|this|those|these|your|her|his|their)(?: [\w'-]+)? $")
_MYSELF: Final = re.compile(r"\b(?:i'm|i am|we're|me ,|as|be) (?:the|your|that)(?: [\w'-]+)? $")
_HAVING: Final = re.compile(
    r"(?:that |which )?(?:you|u|she|he|they|your \w+)(?: ?'ve| ?'d| have"
    r"| had)?(?: (?:just|already|both|all))? "
    r"(?:sent|posted|showed|shown|shared|linked|found|wore|bought|made|got|had|did|tried|have|picked up"
    r"|brought|pinned|saved|described)\b"
)
_ADMIRED: Final = re.compile(
    r"(?:really |so |totally )?(?:suits?|suited) (?:you|her|him|them|u)\b"
    r"|(?:looks?|looked|is|are|was|were|came out) (?:really |so |absolutely |just )?(?:gorgeous|lovely"
    r"|stunning|amazing|beautiful|class|unreal|cute|fab|great|nice|fire|incredible|savage)\b"
)
_COPIED: Final = re.compile(
    r"\b(?:i|we)(?: (?:can|could|will|would|do)|'ll|'d)(?: \w+)?"
    r" (?:do|copy|match|recreate|make|manage|try|add|offer)(?: you)?"
    r" (?:it|that|them|those|this|one|something|the same|similar)\b"
)
"""What takes a mention up: "the X you sent, I can do that"."""
_ASKED_FOR: Final = re.compile(
    r"(?<!^)(?<!please )(?<!just )(?<!and )(?<!then )\b(?:asks?|asked|asking|begs?|begged|nag|nagged"
    r"|pestered|messaged|inquired|enquired) (?:(?:me|us|around) )?(?:again )?(?:for|about"
    r"|after)(?: [\w'-]+){0,2} $"
    r"|\b(?:asks?|asked|asking|wonders?|wondered|wondering|wants? to know"
    r"|wanted to know)(?: [\w'-]+){0,4} (?:if|whether)(?: [\w'-]+){1,5} $"
    r"|\b(?:googled?|googling|look up|looked up|read up on)(?: [\w'-]+){0,2} $"
)
_YES: Final = re.compile(
    r"\b(?:yes|yep|yeah|sure|of course|happy to|(?:i|we) (?:do|can|could)(?!'| not\b)"
    r"|(?:i'll|we'll) (?:do|take|bring|offer|add|give|make|fit)|absolutely|no problem)\b"
)
_IF: Final = re.compile(r"\b(?:if|when|where)(?: \w+)? $")
_NEEDED: Final = re.compile(
    r"(?:is|are|'s) (?:really |exactly |just )?(?:what|the thing|all)"
    r" (?:that )?(?:you|u|ye|she|he|they|your \w+)(?:'re| are|'s| is)?"
    r" (?:\w+ )?(?:need|needs|want|wants|after|looking|set|fancy|asking)\b"
    r"(?P<then>[^.!?;]{0,120})"
)
_SENT_ON: Final = re.compile(
    r"\b(?:(?:don't|do not|dont) (?:wait|hold out|hang on|count)|colleagues?|someone else|somebody else"
    r"|elsewhere|refer|recommend|another|not (?:the|your) (?:one|right)"
    r"|(?:i'm|i am) not|(?:i|we) (?:don't|can't|won't)|look (?:at|for|to|up)|better off)\b"
)
"""Who needs the thing is sent to somebody else: "if X is what you need, don't wait on me"."""
_ELSEWHERE: Final = re.compile(
    r"\bmy own $|\b(?:from|at|in|to|by|with|via|through|another|some)"
    r" (?:(?:an?|another|some) )?(?:(?!my\b|our\b|the\b)[\w'-]+ )?$"
)
"""Before a phrase and its people: "if you came from an X place"."""
_ENDURED: Final = re.compile(
    r"(?:that |which )?(?:i|we)(?:'ve)? (?:ever |once |last |\w+ly )?(?:sat through|went to|saw|seen"
    r"|heard|watched|attended|endured|suffered|survived|walked out of|paid for"
    r"|tried)\b(?! (?:on|with|for) (?:you|u|him|her|them|your)\b)"
)
"""Behind a phrase: what who speaks has been to: "the last X I sat through"."""
_MY_OWN: Final = re.compile(
    r"\b(?:get|got|getting|had|having|have|took|taking|learned|learnt) (?:my|our|mine)(?: own)?(?: \w+)? $"
)
_DONE_TO_ME: Final = re.compile(
    r"(?:(?:all|both|just) )?(?:done|fixed|sorted|made|put (?:on|in)|fitted|removed|taken (?:off|out)"
    r"|redone)\b"
    r"|(?:from|off|by) (?:an?|the|my|this|that|one|some)\b"
)
"""Somebody else does it to who speaks: "I got my own X done by a girl in town"."""
_TOLD_TO_ASK: Final = re.compile(
    r"\b(?:ring|call|ask|see|text|phone|speak to|talk to|speak with|talk with|check with|go to|message"
    r"|try|contact|consult)"
    r" (?:your|the|a|an|his|her) (?!(?:[\w']+ )?(?:hour|slot|session|minutes|package|spot|appointment"
    r"|menu|list|link|website|site|page|form|studio|offer|deal|class|lesson|evening|morning"
    r"|afternoon)\b)[\w']+(?: [\w']+)? (?:about|for|re|regarding|to do|on)(?: [\w'-]+){0,3} $"
)
_HAVE_IT_DONE: Final = re.compile(
    r"\b(?:get|ask|have|let|tell|make|want|hire|pay|trust|allow|wait for)"
    r" (?!(?:me|us|my|our|you|it|that)\b)(?:them|him|her|somebody|someone"
    r"|(?:your|the|an?|that) (?:[\w-]+ )?[\w'-]+)(?: (?:else|simply|just))?"
    r" (?:to )?(?:do|handle|take care of|sort|sort out|finish|deal with|look after|look at|see to"
    r"|run)(?: (?:the|your|any|some|that|his|her|all the))? $"
)
"""Before a phrase: another is to do it, "get them to do the X"."""
_ANYBODY: Final = re.compile(
    r"\b(?:someone|somebody|anyone|anybody|whoever|nobody|no one|another \w+|other \w+)(?: else)?(?: [\w']+)?"
    r" (?:quotes?|offers?|sells?|says|tries|promises?|pushes|recommends?|charges?|does|did|sold|offered"
    r"|gave|told)(?: (?!i\b|we\b)[\w'-]+){0,4} $"
)
_FROM_ELSEWHERE: Final = re.compile(
    r"(?:from|by|at|with) (?:(?:that|your|the|an?|another|some)"
    r" (?:other|last|old|previous|first|former|different|cheap|ex)"
    r"|(?:(?:your|his|her|their|old|dear) )?(?:mr|mrs|ms|miss|dr|prof|professor|sister|brother|uncle"
    r"|aunt|auntie|aunty|granny|grandma|grandpa|coach|father))\b"
)
_MUST_HAVE: Final = re.compile(
    r"(?:[\w'-]+ ){0,6}?(?<!a )must(?: have| ?'ve| of)"
    r" (?:hurt|been|felt|cost|come|gone|left|taken|put|made|done|set you|stung|\w{3,}ed)\b"
)
"""Behind a phrase: what it was like for whoever had it, "the X must have hurt"."""
_NEEDED_MYSELF: Final = re.compile(
    r"\bi(?:'d)?(?: (?:really|badly|so|also|just|might|may|could|will|definitely|probably|desperately"
    r"|seriously))* (?:need|(?<=could )(?:do with|use|murder)|deserve)"
    r" (?:an?|another|some|my)(?: (?:good|proper|full|nice|decent|long))? $"
    r"|\bi(?:'m|'ve| have| am)?(?: just)? (?:booked|treated|treating|booking|bought) myself"
    r" (?:(?:in |up )?for |to |into )?an?(?: \w+)? $"
    r"|\b(?:i'm|i am) (?:getting|having) my $"
    r"|\b(?:i'm|i am|we're) (?:(?:off|away|heading|going) (?:out |in )?for"
    r"|booked in for)(?: (?:an?|my|some))? $"
    r"|\b(?:wears?|wearing|wore)(?: (?:the|your|my|those|their))? $"
)
"""Before a phrase: who speaks, or wears it, is the one to have it, "I could do with a X"."""
_YOUR_WOMAN: Final = re.compile(
    r"[^.!?]{0,30}?\b(?!(?:i|we|it|that|this|here|there|she|what)\b)[a-z]+(?: ?'s| is) your"
    r" (?:woman|man|girl|guy|lad|lady|person|fella|best bet)\b"
)
"""Behind a phrase: who is sent to, "for braids Tolu's your woman"."""
_TOLD_TO_DO: Final = (
    re.compile(r"\b(?:try|practi[sc]e|keep) $"),
    re.compile(r"your \w+\b(?![^.!?;]* with (?:me|us)\b)"),
)
"""Around a verb's form: the client does it, "try X-ing your hand"."""
_SENTENCE_END: Final = re.compile(r" ?[.!?;\n] ")
_NEAR: Final = 90


_BEFORE: Final = any_of(
    _SOME_DAY,
    _PICTURED,
    _SPOKEN_OF,
    _TOLD_TO_ASK,
    _HAVE_IT_DONE,
    _ANYBODY,
    _NEEDED_MYSELF,
)
_BEHIND: Final = any_of(
    _LEFT_BY_IT,
    _BAD_NEWS,
    _BY_THEMSELVES,
    _BETWEEN_PEOPLE,
    _ENDURED,
    _FROM_ELSEWHERE,
    _MUST_HAVE,
    _YOUR_WOMAN,
)
_AROUND: Final = (
    (_WHO_WANTS, _SENT_AWAY),
    (_OWN_PLAN, _NOT_YET),
    (_THE_DAY, _NEVER_COMES),
    (re.compile(r"\bthe only $"), _YOU_LL_GET),
    (re.compile(r"\b(?:your|his|her|their) $"), _OWED),
    (_MY_OWN, _DONE_TO_ME),
    _TOLD_TO_DO,
    (
        re.compile(r"\b(?:what|which) $"),
        re.compile(r"(?:is|are|was|were|'s) (?:your|the|that|his|her|this|it)\b"),
    ),
)
"""What stands before a phrase, behind it, and on both sides, where it is no offer."""


def is_mention(line: str, before: str, stop: int) -> bool:
    """True for a phrase between `before` and position `stop` of the line that is not offered there."""
    if _BEHIND.match(line, stop) or _BEFORE.search(before):
        return True
    if any(right.match(line, stop) and left.search(before) for left, right in _AROUND):
        return True
    if _KEPT_APART.search(before) and not is_delivered_after(line, before, stop):
        return True
    needed = _NEEDED.match(line, stop) if _IF.search(before) else None
    if needed is not None and _SENT_ON.search(needed["then"]):
        return True
    if _is_put_away(line, before, stop):
        return True
    if _ASKED_FOR.search(before):
        return not _is_granted(line[stop : stop + _NEAR])
    return _is_theirs(line, before, stop)


def is_delivered_after(line: str, before: str, stop: int) -> bool:
    """True for a phrase after which something comes to the client: "your photos, two weeks after the X"."""
    if not before.endswith(("after the ", "after your ", "after ")):
        return False
    start = line.rfind(before, 0, stop)
    return _DELIVERED.search(line[max(0, start - _NEAR) : start] + before) is not None


def _is_granted(behind: str) -> bool:
    """True where a yes follows in the same sentence, or opens the next one."""
    here, _, following = _SENTENCE_END.sub("\n", behind, count=1).partition("\n")
    return _YES.search(here) is not None or _YES.match(following) is not None


def _is_theirs(line: str, before: str, stop: int) -> bool:
    """True for what somebody else has or is known by, unless it is taken up right behind."""
    if _DEFINITE.search(before) is None:
        return _ELSEWHERE.search(before) is not None and _NAMED_BY_IT.match(line, stop) is not None
    if _NAMED_BY_IT.match(line, stop):
        return _MYSELF.search(before) is None
    if _HAVING.match(line, stop):
        return _COPIED.search(line, stop, stop + _NEAR) is None
    return not before.endswith(("the ", "this ")) and _ADMIRED.match(line, stop) is not None


def _is_put_away(line: str, before: str, stop: int) -> bool:
    """True for a thing of the client's that they are told to do without."""
    found = _PUT_AWAY.search(before)
    if found is None or found["own"]:
        return False
    return not found["put"] or _AWAY.match(line, stop) is not None
