"""A phrase in a sentence of the professional's own work: "most couples start with X", "X is for beginners. We start with …".

Small talk has a subject and a verb too. What tells the work from it is who takes part: the
clients who come for the thing, the price behind it, what the professional does in the
clause that it is listed in, and how the work goes on in the next one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.mentions import is_delivered_after
from align.reading.cues import BREAK, SERVICE_WORD

if TYPE_CHECKING:
    from align.reading import Reading

_CLIENTS: Final = (
    r"(?:(?:everyone|everybody)|(?:(?:most|many|half|some|all|plenty|lots|a lot)"
    r" (?:of )?)(?:(?:the|my|our) )?(?:[\w-]+ )?"
    r"(?:people|clients|couples|brides|groups|families|owners|students|pupils|beginners|guests|customers"
    r"|women|ladies|men|mums|parents|adults|learners|singers|folks?|regulars)"
    r"|(?:most|many|half|some) of (?:mine|them|you|(?:my|our) [\w-]+))"
)
_CHOOSE: Final = (
    r"(?:starts? (?:out |off )?with|begins? with|go(?:es)? for|chooses?|picks?|books?|opts? for"
    r"|ends? up with|comes? (?:in )?for|comes? to me for|adds?|settles? on|gets?|has|have)"
)
_CLIENTS_CHOOSE: Final = re.compile(
    rf"\b{_CLIENTS}(?: (?!(?:is|are|was|were|has|have|can|could|will|would|don't|never|who"
    rf"|that(?! (?:size|age|kind|sort)))\b)[\w'-]+){{0,6}}?"
    r" (?:(?:usually|just|often|then|also|always|tend to"
    rf"|like to) )?{_CHOOSE}(?: (?!(?:i|we|by|off|on|into|wrong)\b)[\w'-]+){{0,6}} $"
)
"""Before a phrase: the clients have it, "most people in your situation start with X"."""
_HAVE_ME: Final = re.compile(
    r"\b(?:has|have|having|had) (?:me|us) (?:\w+ly )?(?:do|play|handle|run|cover|sort|shoot|cook|bake"
    r"|give|lead|teach|add|bring|start with|look after|take care of)(?: (?!(?:i|we)\b)[\w'-]+){0,2} $"
)
"""Before it: they have the professional do it."""
_SET_ASIDE: Final = re.compile(
    r"\b(?:(?:hours?|minutes|mins|time|half|part|session|afternoon|morning|evening|day|slot"
    r"|them)(?: (?:is|are))? (?:set aside|reserved|kept free|left over)"
    r"|(?:is|are|'s) (?:(?:plenty|more than|long|easily) )?(?:plenty|enough))"
    r" for(?: (?:an?|the|your|some|his|her))? $"
)
"""Before it: the time that it is given."""
_IS_FIRST: Final = re.compile(
    r"\b(?:it's|it is|this is|that's|be|being) (?:his|her|your|their)"
    r" (?:very )?(?:first|second|third|1st|2nd|next)(?: ever)? $"
)
_SO_WE: Final = re.compile(
    r"[^.!?]{0,30}?\b(?:so|and) (?:half of (?:it|that) is me"
    r"|(?:i|we)(?:'ll|'d)? (?:\w+ )?(?:take|go|keep|start|give|use|allow|work|begin|let|bribe|show)\b)"
)
"""Around it: the client has it for the first time, and what that means for the work."""
_ELIDED: Final = re.compile(
    r"^(?:(?:oh|ah|ooh|aw|yay|absolutely|really|would|i) (?:, )?)*(?:love|loving|enjoy) \w+ing"
    r" (?:(?:an?|the|your|these|those|this|any|proper|little|good) )*$"
)
"""Before it, at the start: "love doing a X", without an "I"."""
_SUITS: Final = re.compile(
    r"\b(?:it|this|which)(?: \w+ly)? suits (?:(?:an?|your|the|any) )?$"
    r"|\b(?:it|this|that|which)(?:'ll| will| would|'d)? makes? for an?"
    r" (?:(?:really|very|pretty) )?(?:cracking|great|lovely|brilliant|perfect|good|fun|fabulous|cosy"
    r"|relaxed|special|unforgettable|memorable) $"
)
"""Before it: what the room, or the plan, suits."""
_WANTS: Final = re.compile(
    r"\b(?:it|that|this|he|she|(?:the|your|his|her)"
    r" [\w-]+)(?:(?: ?'ll| ?'d| will| would| might| may| does)(?: \w+ly)?"
    r" (?:want|need|require|take|call for)|(?: \w+ly)? (?:wants|needs|requires|takes|calls for))"
    r" (?:an?|another|some)(?: (?!vet|doctor)[\w-]+)? $"
)
_BEFORE_ELSE: Final = re.compile(
    r"(?:first\b|before (?:i|we|it|that|he|she|any|the)\b"
    r"|and (?:then )?(?:we|i)\b)(?![^.!?]{0,80}\b(?:vet|vets|doctor|specialist|someone|somebody"
    r"|elsewhere|hairdresser|before (?:i|we) (?:meet|see)|before you come)\b)"
)
"""Around it: what the work needs, "it'll want a X first"."""
_WITH: Final = re.compile(r"^with (?:(?:an?|the|some|my|our|your) )?(?:[\w-]+ )?$")
_MADE_FOR: Final = re.compile(
    r"(?:all )?(?:built|planned|timed|matched|chosen|tailored|worked|fitted|designed|cut|shaped|picked"
    r"|done|made|arranged|paired) (?:around|for|to|from|after|by hand)\b"
)
"""Around it: it is part of a plan, "with the X built around what you have"."""

_FOR_IT: Final = re.compile(r"^(?:(?:so|and|then) (?:, )?)*for (?:the|an?|your) (?:[\w-]+ )?$")
_BRING: Final = re.compile(
    r"(?:[\w'-]+ ){0,2}?you(?:'d|'ll| would| will| can| could)?"
    r" (?:just )?(?:bring|send|wear|come|sit|lie|arrive|play|show|pick|choose)\b[^.!?]{0,60}\b(?:and"
    r"|then|while) (?:we|i|i'll|i'd|we'll)\b"
)
"""Around it: what the client does for it and we do with that, "for the X you'd bring ten pieces and we …"."""

_NUMBER: Final = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)"
_PRICED: Final = re.compile(
    rf"(?:(?:for|of|in|with) (?:[\w'-]+ ){{1,5}}?)?(?:is|'s|are|costs?|runs?|comes (?:to|in at)|would be"
    r"|goes for) (?:just |only |about )?(?:(?:an?|one|two|three|four|five|six|seven|eight"
    rf"|nine) )?(?:hundred (?:and )?)?{_NUMBER}\b(?: ?-?"
    r" (?:five|one|two|three|four|six|seven|eight|nine))?(?= (?:[.,!;]|each|all in|for|quid|flat|and)|$)"
)
"""Right behind it: a price in words, "X for the hour is one fifty"."""
_FOR_ALL: Final = re.compile(
    r"(?:is|are|'s)(?: (?:very much|really|definitely|totally|always|also|all|perfectly fine|fine|open"
    r"|suitable))* (?:for|to|suitable for) (?:everyone|everybody|anyone|anybody"
    r"|all (?:levels|ages|abilities)|novices|newcomers"
    r"|(?:(?:complete|total|absolute) )?(?:beginners|novices))\b"
)
_OF_SOME_KIND: Final = re.compile(
    r"(?:is|are|'s) (?:(?:usually|mostly|often|normally|generally|typically|always)"
    r" (?:(?:just|only|about) )?(?:(?:an?|one|two|three|a couple of|a few)"
    r" (?:[\w-]+ )?(?:visits?|sessions?|lessons?|appointments?|sittings?|walks|calls)"
    r"|an? (?:[\w-]+ ){1,2}for (?:me|us))"
    r"|(?:(?:really|quite|very|always) )?(?:slow|gentle|steady|careful|patient|delicate|fiddly)"
    r" (?:work|going)\b[^.!?]{0,4}\bso (?:please )?(?!you|it|they|no)\w+"
    r"|(?:an? )?(?:solid|safe|smart|sensible|decent|sound|strong|brilliant|cracking|great|lovely|good)"
    r" (?:pick|choice|shout|call|bet|place to start|first step|starting point)\b)"
)
_GIVES_ALL: Final = re.compile(
    r"(?:would|will|'ll|'d) (?:give|get|bring|teach) (?:you|him|her|them|your \w+)"
    r" (?:everything|all|exactly|just what|plenty|what|the (?:basics|tools|start|confidence)"
    r"|an? (?:good|great|solid|proper|real|lovely|head) )"
)
_STARTS_WITH_ME: Final = re.compile(
    r"(?:starts?|begins?|stops?|ends?|finishes) (?:when|once|as soon as|after)"
    r" [^.!?,;]{0,30}\b(?:gives?|tells?|shows?|cues?|waves? at|nods? at|signals?) me\b"
)
_LEADS_TO_US: Final = re.compile(
    r"[^.!?;]{0,60}\b(?:and|so) (?:i|we)(?:'ll|'d| can| could| will| would)?"
    r" (?:start|ease|guide|walk|talk|take|build|work|get) (?:you|him|her|them|your \w+)"
    r" (?:off|in|up|through|into|from|on|started|going)\b(?! (?:them|it|that)\b)"
)
"""Right behind what is the subject: for whom it is, how it goes, what it gives, and what we do next."""
_EFFECTS: Final = (
    r"(?:help|loosen|ease|show|sort|fix|lift|calm|soothe|settle|relax|warm|build|tidy|smooth|tell|free"
    r"|release|reach|tame|brighten|soften|shape|even|fill|hide|cover|define|strengthen|steady)"
)
_DOES_GOOD: Final = re.compile(
    r"(?:would|might|could|should|can|will|'ll|'d)(?: (?:probably|really|definitely|easily|also|just"
    rf"|certainly|usually|well))? (?:{_EFFECTS} (?:(?:up|out|down) )?(?:that|those|this|these|it|you|him"
    r"|her|them|me|us|your|his)\b|do (?:you|him|her|them|your \w+|that \w+|wonders) )"
    r"|(?:tells?|shows?|lets?) (?:us|me) (?:where|what|how|who|which|if|whether|see|start|work|get|find"
    r"|go)\b"
    r"|feels? (?:(?:so|really|absolutely|just) )?(?:great|lovely|amazing|wonderful|heavenly|divine"
    r"|gorgeous|brilliant|incredible|good|like heaven)\b(?! (?:at|in) (?:that|the|their)\b)"
    r"|leaves? (?:it|them|you|your \w+|everything|the"
    r" (?:skin|hair|floor|room|car|coat|nails?|brows?|wood|lawn))"
    r" (?:(?:all|so|really|nice and|looking|feeling) )*(?:like (?:glass|silk|new|velvet|satin)|smooth"
    r"|soft|silky|clean|shiny|fresh|brighter|glowing|lighter|spotless|gleaming|fluffy|looser|rested"
    r"|calm\w*)\b"
)
"""Right behind what is the subject: what good it does, "X would loosen that shoulder", "X tells us where the gaps are"."""
_GOES_SO: Final = re.compile(
    r"(?:lasts?|holds?|stays? (?:in|on|put)) (?:(?:for|about|around|roughly|up to|a good|at least"
    r"|easily) )*(?:\d+|an?|two|three|four|five|six|seven|eight|ten|twelve|a (?:few|couple of)|several)"
    r" (?:to \w+ )?(?:days|weeks|months|fortnight|week|month)\b"
    r"|(?:is|are) done (?:in|at|on|over) (?:the|my|our|your|two|three|one)"
    r" (?!vet|hospital|salon|clinic|school|spa|other)\w+"
    r"|(?:is|are) (?:about |around |just |only )?(?:an|half an) hours?\b(?! of\b)"
    r"|(?:starts?|begins?) with (?:(?:an?|the|some) )?(?:(?!no\b)[\w-]+ ){0,2}?(?:chat|talk|look|consult"
    r"|consultation|call|walk|visit|warm ?-? ?up|questions?|forms?|assessment|clean|wash|soak|stretch"
    r"|scales|patch)\b"
    r"|(?:happens?|comes?|go(?:es)?) (?:first|last)\b|meets? (?:in|at|by|on|every|outside)\b|slots? in\b"
    r"|(?:joins?|comes along|is added|kicks in|applies) (?:for|from|over|above|on) "
    r"|(?!(?:and|or|for|with|in|at|on|of|from|to|was|were|will|that|which|next)\b)(?:[\w'-]+ ){1,9}?, so"
    r" (?:please |do |just |you'll want to )?(?:plan|bring|wear|eat|drink|allow|keep|avoid|leave|stay"
    r"|take|book|don't|no)\b(?! (?:on|out|going|away|clear|off|off it|well|it|home)\b)"
)
"""Right behind what is the subject: how long it holds, where, how and in what order it is done, and what to get ready."""
_BY_OTHERS: Final = re.compile(
    r"[^.!?;]{0,80}\b(?:only (?:an?|your|the|someone) |but (?:ask|see|leave|not|you'd)"
    r"|(?:the|your|an?|their) (?:[\w-]+ )?(?:vet|doctor|gp|hospital|clinic|specialist|nurse|kennels?)\b"
    r"|someone (?:else|trained|qualified)|somebody else|elsewhere|i wouldn't know|no idea|don't ask me"
    r"|i hear|says|they say|apparently|supposedly|proves)\b"
    r"|[^.!?;]{0,80}\b(?!(?:i|we|that|who|which|it)\b)[\w'-]+ (?:does|do|has|offers|runs)"
    r" (?:it|that|them|those)\b|[^.!?;]{0,80}\b(?:ring|call|try|ask) (?:the|a|your)\b"
)
"""Behind it in its sentence: others give it."""
_SUBJECT: Final = re.compile(
    r"(?:^|[,:—] |\b(?:and|but|so|then|because) )(?:(?:honestly|yes|no|also|look|well|so|and|but|then|my"
    r"|our|an?|good|proper|regular|quick|full|gentle|light) (?:, )?)*$"
)
"""Before what is the subject of a clause and nobody else's."""
_JOB_FOR: Final = re.compile(
    r"\b(?:sounds|looks|feels) like (?:an? (?:(?:good|clear|perfect) )?(?:job|case|candidate) for"
    r"|(?:you|he|she|it|that \w+|your \w+) (?:\w+ )?(?:needs?|wants?|could use|could do with))(?: (?:an?"
    r"|some|the|good|proper))* $"
    rf"|\bnothing (?:{_EFFECTS}s|beats|works|helps|eases)(?: (?:an?|the|your|that|those|tired|sore"
    rf"|tight)| (?!i\b|we\b)[\w-]+){{0,4}} (?:quite )?like (?:an? )?(?:good |proper )?$"
    r"|\byou(?:'ll|'d| will| might)? (?:want|need) (?!(?:an?|the|someone|somebody|another|to|my|it|more"
    r"|less)\b)(?:[\w-]+ ){1,3}for (?:(?:the|your|an?) )?$"
)
"""Before it: what a complaint sounds like, what nothing beats, what to wear for it."""
_STAFF: Final = re.compile(
    r"\b(?:my|our) (?:assistant|apprentice|junior|trainee|team|crew|staff|business partner)(?: [\w-]+)??"
    r" (?:(?:\w+ly|also|now) )?(?:do|does|offers?|runs?|teach(?:es)?|handles?|looks? after|takes?|gives?"
    r"|covers?|brings?|can (?:do|give|run|teach))(?: (?:the|an?|your|all|most|of|some))* $"
)
"""Before it: who does it for the professional."""
_REASSURED: Final = re.compile(
    r"(?:won't|doesn't|don't|isn't|aren't|needn't|shouldn't)(?: \w+ly)?"
    r" (?:hurt|take (?:long|more than|much|ages)|need (?:much|any|a lot|long)"
    r"|(?:be )?(?:scary|painful|sore)|(?:only|just) for|sting|tickle)\b"
)
_DUE: Final = re.compile(
    r"(?:is|are|'s|'re) (?:nearly |about |now |well )?(?:over)?due(?= (?:[.,!]|an?|soon|now|for)|$)"
)
"""Behind it: what it won't do to the client, or when it is to be done again."""
_BEHIND: Final = (_PRICED, _FOR_ALL, _OF_SOME_KIND, _GIVES_ALL, _STARTS_WITH_ME, _LEADS_TO_US, _DUE)
_BEFORE: Final = (_STAFF, _HAVE_ME, _SET_ASIDE, _ELIDED, _SUITS)
_HAD_BY_CLIENTS: Final = (_CLIENTS_CHOOSE, _JOB_FOR)
_ABOUT_SUBJECT: Final = (_DOES_GOOD, _GOES_SO)
_FEARED: Final = re.compile(
    r"\b(?:don't|no need to|never|needn't) (?:be )?(?:shy|scared|afraid|nervous|worry|worried|stress"
    r"|panic|embarrassed) (?:about|of|over)(?: (?:the|a|an))? $"
)
_SOOTHED: Final = re.compile(r"[,.;—-] (?:it's|it|they're|i|i'll|i'm|we|we'll)\b")
"""Around it: a fear that is soothed, "don't be shy about X, it's gentle"."""
_AROUND: Final = (
    (_FEARED, _SOOTHED),
    (_IS_FIRST, _SO_WE),
    (_WANTS, _BEFORE_ELSE),
    (_WITH, _MADE_FOR),
    (_FOR_IT, _BRING),
)
_AT_OTHERS: Final = re.compile(
    r"[^.!?;]{0,30}?\b(?:at|from|with|by|in) (?:theirs\b|hers\b"
    r"|(?:the|a|an|their|that|his|her|another|someone|somebody|other)"
    r" (?!studio|end|start|same|hour|day|van|first|back|evening|morning|summer|winter|spring|autumn"
    r"|beginning|size|style)\w+)"
    r"|[^.!?;]{0,40}\b(?:elsewhere|somewhere else|wrong|out of hand|but (?!(?:i|we) (?:do|can|offer)\b))"
)
"""Behind what clients choose: it is had from others, or spoken of with a but."""

_WHOLE: Final = re.compile(
    r"(?:[.,!;:?—\n-]|if|when|with|at|on|in|and|or|for|first|last|these|this|as|whichever|then|to"
    r"|because|so|while|after|before|every|once|too|twice|from|instead)(?= |$)"
)
"""Behind a phrase that is no part of a longer name: not "karaoke fever"."""
_GOES_ON: Final = re.compile(
    r"(?:(?:so|then|and|usually|normally|first|here|basically|honestly) (?:, )?)*(?:we|we'd|we'll|i'd"
    r"|i usually|i always)(?: (?:would|will|can|could|usually|always|normally|just|then|both))*"
    r" (?:start|begin|open|do|meet|go|go over|look|work|run|lay|sit|use|take|build|chat|talk|warm|cover"
    r"|tidy|let|keep)\b"
    r"(?![^.!?]{0,90}\b(?:instead|rather|not|never|skip|skips|without|don't|won't|can't|home|packing|pack)\b)"
)
"""The next sentence, in which the work with the client goes on."""
_VERB: Final = re.compile(
    r"(?:\w+ly |often |always |usually |also )?(?:is|are|was|were|has|have|had|will|would|can|could|does"
    r"|did|'s|'ll|'d|\w+s|\w+ed|went|came|got|made|took)\b"
)
_OURS: Final = re.compile(
    r"\b(?:(?:i|we)(?:'ll|'d)|(?:i|we) (?:can|could|will|would|always|usually))(?: \w+ly| then| also)?"
    r" (?:come|bring|do|give|add|treat|run|set|start|finish|plan|suggest|cover|shoot|play|offer|put|make"
    r"|cook|use|include|work|fit|take|show|teach|help)\b"
)
"""What the professional does, whose objects a list may go on with."""
_BARE: Final = re.compile(
    r"(?:(?:and|or|plus|then|maybe|possibly|even|also|as) )*(?:(?:an?|the|some|your|my|two"
    r"|three) )?(?:[\w-]+ )?$"
)
_LIST_BREAKS: Final = frozenset((",", "and", "or", "as", "then", "plus", "&"))
_REACH: Final = 28
"""Words on each side of a phrase that are looked at."""
_FOLLOWING: Final = 120
_STOP: Final = re.compile(r" ?[.!?;\n](?: |$)")


def is_own_work(reading: Reading, first: int, last: int) -> bool:
    """True for words `[first, last)` in a sentence that speaks of the professional's work."""
    line, at, words = reading.line, reading.line_at, reading.words
    begin, end = reading.sentence(first)
    clause = max(begin, first - _REACH)
    before, stop = line[at[clause] : at[first]], at[last] if last < len(at) else len(line)
    if _REASSURED.match(line, stop):
        return not before.endswith(("your ", *_OTHERS[1:]))  # "the X won't take long" is ours
    if any(p.match(line, stop) for p in _BEHIND):
        return not before.endswith(_OTHERS) and _BY_OTHERS.match(line, stop) is None
    if _SUBJECT.search(before) and any(p.match(line, stop) for p in _ABOUT_SUBJECT):
        return _BY_OTHERS.match(line, stop) is None
    if any(p.search(before) for p in _HAD_BY_CLIENTS):
        by_others = _AT_OTHERS.match(line, stop) or _BY_OTHERS.match(line, stop)
        return not by_others and (stop >= len(line) or _WHOLE.match(line, stop) is not None)
    if any(p.search(before) for p in _BEFORE) or is_delivered_after(line, before, stop):
        return True
    if any(left.search(_last_clause(before)) and right.match(line, stop) for left, right in _AROUND):
        return True
    if words[end - 1] != "?" and _goes_on(reading, (first, last), end, before):
        return True
    return _is_listed_as_ours(reading, clause, first, stop)


_OTHERS: Final = ("the ", "that ", "those ", "her ", "his ", "their ")
"""Before a phrase that is somebody else's: "the group class at your centre is for beginners"."""


def _last_clause(before: str) -> str:
    """Return what stands before a phrase behind the last comma."""
    return before.rpartition(", ")[2]


def _goes_on(reading: Reading, span: tuple[int, int], end: int, before: str) -> bool:
    """True where a phrase that is a subject is followed by how the work goes: "We start with …"."""
    line, at, last = reading.line, reading.line_at, span[1]
    if end >= len(at) or last >= len(at) or before.endswith(_OTHERS) or not _VERB.match(line, at[last]):
        return False
    following = line[at[end] : at[end] + _FOLLOWING].lstrip("\n ")
    cut = _STOP.search(following)
    if _GOES_ON.match(following[: cut.start()] if cut else following) is None:
        return False
    _, close = reading.sentence(end)
    return not any(mark & SERVICE_WORD for mark in reading.marks[end:close])


def _is_listed_as_ours(reading: Reading, begin: int, first: int, stop: int) -> bool:
    """True for an item without a verb of its own that a clause of the professional's lists or names."""
    words, marks, line, at = reading.words, reading.marks, reading.line, reading.line_at
    opens = first
    while opens > begin and not marks[opens - 1] & BREAK:
        opens -= 1
    if opens == begin or words[opens - 1] not in _LIST_BREAKS or _VERB.match(line, stop):
        return False
    if _BARE.match(line[at[opens] : at[first]]) is None:
        return False
    return _OURS.search(line[at[begin] : at[opens]]) is not None
