"""Phrases of the spec that belong to somebody else: "her X at school", "the X on the corner".

Whose it is stands before a phrase (a possessive, who is sent to) or behind it (where it is
held, whose business it is, how it went). Nobody who speaks so offers it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.any_of import any_of
from align.claims.stances.passed_on import PRACTITIONERS

if TYPE_CHECKING:
    from align.reading import Reading

_OURS: Final = re.compile(r"\b(?:i|i'll|i'd|i'm|i've|we|we'll|we'd|we're|we've|let me|let's)\b")
_WITH_US: Final = re.compile(r"[^.,!?;]{0,60}\b(?:with (?:me|us)|here|at (?:mine|ours)|my|our)\b")
_BY_US: Final = re.compile(
    r"[^.,!?;]{0,40}\b(?:(?:with|by|from) (?:me|us)|at (?:my|our|mine|ours)"
    r"|(?:is|are|'s)(?: \w+)? (?:mine|ours|(?:my|our) (?:thing|baby|gig|job|doing|show|business))"
    r"|for you)\b|[^.!?;]{0,50}\bthat's (?:me|us|mine|ours)\b"
)
"""Behind a phrase in its clause: the professional does it after all."""
_ARTICLES: Final = r"(?:(?:the|a|an|some|any|your|that|those|his|her|all|this|these|doing|getting) )*"

# -- whose it is -----------------------------------------------------------------------------

_THEIRS: Final = re.compile(
    r"(?:^|\b(?:and|but|so|when|while|if|because|that|since|as|until|till|once|how|glad|hope|happy|great"
    r"|good|sure|know|think|see|hear|heard|bet|does|did|is|after|before|around|during|,) )"
    r"(?:her|his|their|your|(?:my|our|the|your|a) [\w-]+?(?:'s|s') ?)(?: (?!own\b)[\w-]+)? $"
)
"""Before a phrase: it is a third person's, or the client's, and the subject of its clause."""
_ELSEWHERE: Final = (
    r"(?:at|in|from) (?:(?:the|her|his|their|your|an?|that) )?(?:[\w'-]+ )?(?:school|uni|university"
    r"|college|nursery|kindergarten|creche|daycare|work|church|gym|office|hospital|clinic|hotel|resort"
    r"|library|leisure centre|community (?:centre|hall)|club|academy|day ?care)\b"
)
_GOES: Final = re.compile(
    rf"(?:{_ELSEWHERE} )?(?:(?:has|have|'s|'ve) (?:(?:really|already|so|all|now|both) )*(?:come"
    r" (?:on|along|a long|so far)|got (?:so|much|better|worse|stronger|easier)|improved"
    r"|gone (?:well|from|badly|great|better)|paid off"
    r"|been (?:going|great|good|tough|hard|lovely|brilliant|better|a)|grown|changed|settled|healed"
    r"|faded)"
    r"|(?:is|are|'s) (?:coming on(?! \w+day)|going(?! (?:ahead|on|in|up|for|to)\b)"
    r"|getting (?:better|so|stronger|easier|there)|improving|healing|settling)"
    r"|(?:finishes|ends|finished|ended|went|goes well|improved|improves|paid off|came on|healed|faded"
    r"|must (?:be|have)|sounds|sounded|tired)\b)"
    rf"|{_ELSEWHERE}"
)
"""Behind what is theirs: how it goes, or where others hold it."""
_STANDS: Final = re.compile(
    r"(?:(?:just |right )?(?:on|at|round|around) (?:the|your)"
    r" (?:corner|square|quay|waterfront|high street|main street|front|prom|promenade)|next door"
    r"|across (?:the|from)|opposite|(?:down|up|over) (?:the|your)"
    r" (?:road|street|hill|lane|stairs|block|hall|way)"
    r"|upstairs|downstairs|nearby|down there|over there"
    r"|(?:at|in|by|of|near) (?:the|your) (?:hotel|station|mall|resort|harbour|harbor|airport|market|pool"
    r"|beach|pub|marina|casino|lobby|cinema|theatre|stadium|village|ferry|lodge|campsite|cruise))\b"
)
"""Behind a phrase with a definite article: a place in the world, "the cocktail bar on the corner"."""
_PLACED: Final = re.compile(r"\b(?:at|in|to|near|by|past|from|outside|opposite|behind|beside) (?:the|that) $")
_THEIR_BUSINESS: Final = re.compile(
    r"(?:(?:at|in|by|on|of|from|for|around) (?:[\w'-]+ ){1,3}?)?(?:is|are|was|were|'s"
    r"|be)(?: (?:all|really|more|totally|purely|very much|just|only|entirely|strictly|mostly|definitely"
    r"|still))*"
    r" (?:(?:(?:the|my|your|our|a|an|his|her|their|that) )?(?:[\w-]+ )?(?!(?:what|that|it|here|there"
    r"|who)'s)(?!(?:\w+days?|to(?:day|night|morrow)|weekends?|summers?|winters?|springs?"
    r"|autumns?) ?')[\w-]+(?: ?'s|s ') (?:own )?(?:\w+ )?(?:thing|business|job|baby|idea|department"
    r"|doing|lane|turf|territory|gig|project|party|show|call|world|domain|patch|side of things)"
    r"|(?:theirs|hers|his)(?= [.,!;]|$| not))\b"
)
"""Behind a phrase: whose business it is, "the foam party at the pool is the hotel's thing"."""
_WENT: Final = re.compile(
    r"(?:(?:last|on|the other) \w+ )?went (?:really |so |very |super |pretty )?(?:well|great|ok|okay"
    r"|fine|smoothly|badly|good|brilliantly|perfectly|\w+ly)\b"
)

# -- who is sent to --------------------------------------------------------------------------

_SOMEBODY: Final = re.compile(
    r"\b(?:(?:someone|somebody)(?: (?:else|good|great|lovely|brilliant|nice|local|reliable|decent"
    r"|trusted|proper|nearby|near you|there|in [\w-]+))*"
    r"|(?:(?:an?|some|her|his|their|few|couple of|good|other|two|three)"
    r" (?:names?|numbers?|contacts?))(?: of [\w' -]{1,30}?)?)"
    rf" (?:for|to do|who (?:does|do|offers?|can do)|that does|doing) {_ARTICLES}$"
    r"|\b(?:know|recommend|suggest|have heard of|heard of)"
    r" (?:of )?(?:an?|the|one|two|some|another|a few|a couple of|this)"
    rf" (?:[\w-]+ ){{0,3}}?(?:place|person|lady|ladies|guy|girl|woman|man|salon|shop|clinic|spa"
    r"|colleague|friend|school|studio|team|company|people"
    rf"|{PRACTITIONERS})(?: (?:in|on|near|round|around|down|over|across|at|up)(?: [\w'-]+){{1,3}}?)?"
    rf" (?:for|who does|that does|doing) {_ARTICLES}$"
    r"|\bthere(?:'s| is| are) (?:an?|the|one|two|some|this)"
    rf" (?:[\w-]+ ){{0,3}}?(?:place|lady|guy|girl|woman|man|salon|shop|clinic|spa|school|company"
    rf"|{PRACTITIONERS}) (?:in|on(?! \w+day)|near|round|around|down|over|across|at|up"
    rf"|called)(?: [\w'-]+){{1,3}}? (?:for|who does|that does|doing) {_ARTICLES}$"
)
"""Before a phrase: who else has it, "I can text you a name for X"."""
_TOPIC: Final = re.compile(rf"(?:^|[,.] |\b(?:but|and|so) )(?:for|as for|about|on) {_ARTICLES}$")
_SENT_ON: Final = re.compile(
    r"(?:, )?(?:though )?(?:i|we)(?:'d|'ll| can| could| would| always)? (?:\w+ )?(?:"
    r"(?:give|send|text|pass|share|know|recommend|suggest|put"
    r"|point)(?: (?!(?:it|that|them|one)\b)[\w'-]+){0,5}?"
    r" (?:names?|numbers?|someone|somebody|contacts?|colleagues?"
    r"|specialists?)\b(?! (?:details|form|info|down)\b)|ask around\b)"
)
"""Around a phrase that stands first: "for X I can give you the name of someone"."""
_STILL_OURS: Final = re.compile(
    r"\b(?:(?:looking|hunting|searching) for|(?<!\bi )(?<!\bwe )(?:needs?|wants?|knows?)(?: of)?"
    r"|who(?:'s| is)|if you(?: ever)? \w+) $"
)
"""Before it: who asks for somebody, which may be us."""
_SENT: Final = re.compile(
    r"\b(?:try|go to|go see|ask(?: at)?|see|ring|call|text|message|contact|speak to|talk to|check with"
    r"|pop (?:in )?to|head to|give|use) "
    r"(?P<who>(?!(?:me|us|my|our|ours|mine|it|this|that|these|those|them|for|about"
    r"|out)\b)[\w'&-]+)(?: (?P<more>(?:(?!(?:me|us|my|our|or|and|but"
    r"|then)\b)[\w'-]+ ?){1,4}?(?<! )))?(?: a (?:call|ring|shout|buzz|try|go))?"
    rf" (?:for|about|regarding|re|if (?:it's|you want|you need)) {_ARTICLES}$"
)
"""Before a phrase: who is to be asked for it, "try Maria for X"; a name has a capital."""
_PLACES: Final = re.compile(
    r"\b(?:pharmacy|chemist|chemist's|pharmacist|place|shop|hotel|salon|spa|gym|school|barbers?|venue"
    rf"|council|library|concierge|reception|front desk|{PRACTITIONERS})\b"
)
_NO_NAMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december"
    " mon tue tues wed thu thur thurs fri sat sun mondays tuesdays wednesdays thursdays fridays "
    "saturdays sundays weekdays weekends"
    " morning mornings afternoon afternoons evening evenings noon lunchtime easter christmas spring "
    "summer autumn winter"
    " instagram facebook google whatsapp siri yes no book".split()
)

# -- what others say of it -------------------------------------------------------------------

_KIN: Final = (
    r"(?:sister|brother|cousin|nephew|niece|son|daughter|mum|mom|mam|mother|dad|father|aunt|auntie|uncle"
    r"|gran|granny|nan|nana|grandm(?:a|other)|grandp(?:a|father)|neighbou?r|flatmate|roommate|husband"
    r"|wife|ex|partner|boyfriend|girlfriend|boss)"
)
_SAID: Final = re.compile(
    r"\b(?:(?:the|your|her|his|their) (?:[\w-]+ )?(?:doctor|gp|internet|school|report|papers?|article"
    r"|book|vet|nurse|physio|teacher|insurer|hospital|leaflet|news|forum|magazine)"
    r" (?:(?:also|always|still) )?(?:says|said|reckons|thinks|wants|recommended|recommends|suggested"
    r"|suggests|prescribed|ordered|mentioned)"
    rf"|(?:my|his|her|their) (?:[\w-]+ )?{_KIN} (?:(?:also|always|still|really) )?(?:loves|likes|hates"
    r"|swears by|wants|asked for|is (?:mad|crazy|big) (?:about|on|into)|adores|can't stand|got|had|has"
    rf"|tried))(?: that)?(?: (?!(?:i|we|i'll|we'll|my|our)\b)[\w'-]+){{0,2}} $"
    r"|\b(?:read|reading|saw|seen|watched|wrote|found|an?)"
    r" (?:an? |some |that |the )?(?:\w+ )?(?:article|video|post|programme|program|documentary|podcast"
    r"|book|film|meme|reel|piece) (?:about|on) (?:the )?$"
    r"|\bhave fun (?:at|with|doing) (?:the |your )?$"
    r"|\bhope (?:you|she|he|they)(?: (?:both|all|really))?"
    r" (?:enjoyed|liked|loved|survived)(?: [\w'-]+){0,2} $"
)
_FELT: Final = re.compile(
    r"\b(?:(?:shame|pity|sorry|gutted|sad|bummer|condolences|well done|congrats|congratulations"
    r"|best of luck|good luck|all the best|bravo|kudos"
    r"|fair play)(?: (?:to hear|again|you two|both|all))?"
    r" (?:about|on|with|at|for|finishing|over|through)|hold off(?: on)?|hold out on"
    r"|(?:remember|need|have|try|best|important|ought|good) to"
    r" (?:[\w']+ ){1,4}(?:after|before))(?: (?:the|your|that|her|his|finishing))* $"
)
"""Before a phrase: what somebody else had, or is to leave for now, "shame about X", "hold off on X"."""
_ELSE: Final = re.compile(
    r"(?:\w+ )?(?:elsewhere|somewhere else|(?:with|at|from|by)"
    r" (?:someone|somebody|anyone|anybody)\b(?! (?:you (?:love|like)|special)\b)"
    r"|(?:with|at|from|by) (?:another|any other|a different|some other) (?:[\w-]+ )?(?:"
    + PRACTITIONERS
    + r"|place|salon|shop|clinic|studio|spa|person|pro|artist|company|provider|someone|woman|lady|girl|guy"
    r"|man|school|centre|center|team)s?\b)"
)
_DID_TO_THEM: Final = re.compile(
    r"(?:(?:just|really|all|only) )?(?:went wrong|fell through"
    r"|(?:let|gave|hurt|left|made|did|got|put|took|hit|knocked|cost|\w{3,}ed)"
    r" (?:you|him|her|them|ye|u)\b(?! (?:for|with|in) (?:me|us))"
    r"|didn't (?:work|go|help|take|last|suit|do|agree|heal))"
)
"""Behind a phrase: what it did to somebody, and is over."""
_DOES_ELSEWHERE: Final = re.compile(
    r"\b(?:she|he|they)(?:'s|'re| is| are| was| were|'ve been|'s been)"
    r" (?:now |still |already )?(?:doing|having|getting|learning|trying|into|at"
    r"|in)(?: (?:her|his|the|a|some))* $"
)
_NEXT_DOOR: Final = re.compile(
    r"(?:from |over )?(?:next door(?! to)|(?:down|across|over) the (?:road|street|hall|hallway)"
    r"|at (?:the )?neighbou?rs)\b"
)
_WE_GIVE: Final = re.compile(
    r"\b(?:i|we|i'll|we'll)(?: \w+)? (?:do|offer|run|have|teach|give|got|add|bring|open|opened) (?:[\w-]+ )?$"
)
_TAKEN_UP: Final = re.compile(
    r"[^.!?]{0,80}(?:[.!?] |, |\b(?:and|so|but|—) )(?:(?:and|so|well|then|yes|sure) )?(?:i|we)(?:'ll"
    r"| can| could| do| will|'d)(?: (?:also|happily|gladly|certainly|definitely|always))?"
    r" (?:do|add|offer|help|bring|try|give|have|arrange|run) "
    r"|[^.!?]{0,40}(?:, |\b(?:and|so) )(?:so )?(?:let's (?:start|do|try|book|begin|fit|add|go)"
    r"|i've (?:put|booked|pencilled) )"
)
_IDENTIFIES: Final = re.compile(
    r"(?:^|[,.—-] |\b(?:and|so|but|or|then) )(?:is|was|are|were)"
    r" (?:it|this|that|these|those|they)(?: (?:an?|the|your|his|her|all|just|only|more|actually|really"
    r"|still|like|going to be|from|since|before|after|or|during))* $"
    r"|^(?:(?:and|so|oh|but|also) )*(?:did|does|has|was|were|had)"
    r" (?!(?:i|we|it|that|this|you|\w+day)\b)(?:(?!(?:i|we|me|us|our|my|suits?|works?|help|want|fancy"
    r"|like|need|know|up for|keen|ready)\b)[\w']+ ){1,6}$"
)
"""Before a phrase in a question: what the client's thing is, "is it a cover-up, or …?"."""
_QUOTES: Final = re.compile(
    r"\b(?:says?|said|saying|wrote|writes|reads?|put|mentions?|mentioned|called|titled|note|report|sign"
    r"|review|message|email|comment|post|label|caption"
    r"|headline)\b(?: , (?:and |in )(?:[\w'-]+ ){1,3}?)? ?[,:]? ?(?P<mark>[\"']) (?:[\w'-]+ ){0,6}$"
)
_QUOTED: Final = 16
"""Words before a phrase in which who is quoted stands."""
_OURS_WRITTEN: Final = re.compile(r"\b(?:my|our)\b")
"""Before what is quoted: the professional wrote it, "my menu reads"."""
_ACCEPTED: Final = re.compile(
    r"[^.!?]{0,60}\b(?:yes|sure|of course|no problem|happy to|i can|i do|i'll|we can|we do|absolutely"
    r"|i said (?:grand|yes|sure|ok|fine|no problem)|that's (?:fine|me))\b"
)


_THEIR_DOING: Final = any_of(_THEIR_BUSINESS, _WENT, _DID_TO_THEM)


def is_bystanders(reading: Reading, before: str, first: int, stop: int) -> bool:
    """True for a phrase from word `first` to `stop` of the line that is somebody else's.

    `before` is the line from where its clause begins.
    """
    line = reading.line
    if _is_named_owner(reading, first):
        return _OUR_WORK.search(before) is None and _BY_US.match(line, stop) is None
    if _FELT.search(before) and not _APPOINTED.match(line, stop):
        return True
    if _ELSE.match(line, stop) or (_DOES_ELSEWHERE.search(before) and not _WITH_US.match(line, stop)):
        return True
    if _is_theirs(line, before, stop) or _is_sent(reading, before, first, stop):
        return True
    if _SAID.search(before) and not before.endswith(("my ", "our ")):
        return _TAKEN_UP.match(line, stop) is None and _BY_US.match(line, stop) is None
    return _is_question(reading, before, first, stop) or _is_in_quotes(reading, first, stop)


def _is_theirs(line: str, before: str, stop: int) -> bool:
    """True for what is another's by its possessive, its place, or what is said behind it."""
    if _THEIR_DOING.match(line, stop):
        return True
    if _BY_US.match(line, stop):
        return False
    if _NEXT_DOOR.match(line, stop) and not _WE_GIVE.search(before):
        return True
    if _THEIRS.search(before):
        return _GOES.match(line, stop) is not None and _WITH_US.match(line, stop) is None
    if before.endswith(("the ", "that ")) and _STANDS.match(line, stop):
        return _OURS.search(before) is None or _PLACED.search(before) is not None
    return False


def _is_sent(reading: Reading, before: str, first: int, stop: int) -> bool:
    """True where the client is sent to somebody else for it."""
    somebody = _SOMEBODY.search(before)
    if somebody is not None:
        return _STILL_OURS.search(before[: somebody.start()]) is None
    if _TOPIC.search(before) and _SENT_ON.match(reading.line, stop):
        return True
    found = _SENT.search(before)
    if found is None:
        return False
    if _PLACES.search(before, found.start("who")):
        return True
    index = reading.word_at(reading.line_at[first] - len(before) + found.start("who"))
    name = reading.text(index, index + 1)
    return found["who"] not in _NO_NAMES and name.istitle()


def _is_named_owner(reading: Reading, first: int) -> bool:
    """True for "Maria's X"; "Friday's X" is anybody's."""
    words = reading.words
    if first < 1 or not words[first - 1].endswith("'s"):
        return False
    at = first - 1 if len(words[first - 1]) > len("'s") else first - 2
    if at < 0:
        return False
    name, typed = words[at].removesuffix("'s"), reading.text(at, at + 1)
    return (
        typed[:1].isupper() and not typed.isupper() and name.isalpha() and name not in _NO_NAMES | _NO_OWNERS
    )


_OUR_WORK: Final = re.compile(
    r"\b(?:i|we|i'll|we'll|i'd|we'd|can|could|let's|to)"
    r" (?:\w+ )?(?:do|give|book|fit|start|run|offer|move|put|finish|redo|prep|plan)(?: in| for)?"
    r" [\w-]+ ?'s $"
)
"""Before "Maria's X": what the professional does of hers."""
_NO_OWNERS: Final = frozenset(
    "today tonight tomorrow it that this there here what who let he she how where when why one everyone "
    "somebody christmas"
    " men women lady gent girl boy kid child children teen senior beginner adult baby bride groom "
    "couple client guest member student people".split()
)


_APPOINTED: Final = re.compile(
    r"[^.!?]{0,40}\b(?:with (?:me|us)|at (?:mine|ours|\d+)|on \w+day|\w+day at|for you"
    r"|you (?:want(?:ed)?|fancy|like|need(?:ed)?|asked for|booked)"
    r"|you(?:'re| were|'d) (?:after|like|looking for|thinking))\b"
)
"""Behind a phrase: it is an appointment, "is it X at 3?"."""


def _is_question(reading: Reading, before: str, first: int, stop: int) -> bool:
    """True in a question that only asks what the client's thing is."""
    _, end = reading.sentence(first)
    if reading.words[end - 1] != "?" or _IDENTIFIES.search(before) is None:
        return False
    return _APPOINTED.match(reading.line, stop) is None


def _is_in_quotes(reading: Reading, first: int, stop: int) -> bool:
    """True for a part of what somebody else wrote, in quotation marks, that nobody takes up."""
    line, at = reading.line, reading.line_at
    before = line[at[max(reading.sentence(first)[0], first - _QUOTED)] : at[first]]
    if "'" not in before and '"' not in before:
        return False
    found = _QUOTES.search(before)
    if found is None or _OURS_WRITTEN.search(before, 0, found.start()):
        return False
    closing = line.find(found["mark"], stop, stop + 60)
    return closing >= 0 and _ACCEPTED.match(line, closing + 1) is None
