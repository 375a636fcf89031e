"""A verdict behind a claim: "calls aren't my thing", "6 is gone", "half an hour? I can't"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.stances.answered import SORRY
from align.claims.stances.double_negation import grants_by_denying
from align.claims.stances.passed_on import FOR_OTHERS, PRACTITIONERS, is_handed_on, is_passed_on

if TYPE_CHECKING:
    from align.claims.stances.scope import Scope

_STOP: Final = re.compile(
    r"(?:^| )(?:[.!?;…\n—]|but|so|because|(?:learning|finding out|realising|realizing|seeing|knowing)"
    r" that|if|when|whenever|unless|until|till|while|although|though|otherwise|as|or|where|who|before"
    r"|after|once|since|and (?:i|you|we|it|the|my|they|your|she|he|there|have|this|that))(?: |$)"
)
_BENIGN: Final = (
    r"(?! (?:an? (?:problem|issue|bother|hassle|trouble|secret|lot|fortune|typo|mistake|joke|big deal"
    r"|deal breaker|bad)|it\b|they|you|only|just|be (?:a|an|any) (?:problem|issue|bother|trouble|hassle)"
    r"|need (?:much|any|a lot|long)|mind|hurt|pull|tug|sting|burn|snag|pinch|irritate|bad|far|matter"
    r"|much|cheap|expensive|due|refundable|negotiable|transferable|optional|hard|difficult|going up"
    r"|going anywhere|changing|changed|include|cover(?! (?:it|that|this)\b)|come with|take long|cost"
    r"|change|move|go up|mean"
    r"|bite|set in stone|payable|compulsory|counted|skip|miss|say no|run out|get tired|tire|leave out"
    r"|forget|stop|go without|too (?:late|far|long|bad|much|hard|difficult|dear)|per|each|taken|gone"
    r"|full|booked|closed|spoken for|off|out|unavailable|a no|kidding|joking|teasing|lying)\b)"
)
_A_JOB: Final = (
    rf"(?!(?:\w+ )?an? (?!(?:\w+ )?(?:different|separate|other)\b)(?:(?!(?:{PRACTITIONERS}) )[\w-]+"
    rf" (?!'s )){{1,3}}(?:job|business|line)\b)"
)
"""A job of some length or kind is nobody else's: "a two hour job"; "a vet job", "the vet's job" are."""
_BUT_OTHERWISE: Final = (
    r"(?! (?:do|make|start|cut|book|give|take)(?: (?:it|them|that|those))?"
    r" (?:in a (?:hurry|rush)|by halves|on the cheap|without|half ?-?(?:way|heartedly)"
    r"|for (?:free|nothing|less)|quickly|fast)\b)"
)
"""How a thing is never done says that it is done: "which we don't do in a hurry"."""
_VERDICT: Final = re.compile(
    r"(?:^|.{0,40}? )(?:"
    r"(?:isn't|isnt|aren't|arent|is not|are not|'s not|ain't|wasn't|weren't|won't|wont|will not|doesn't"
    r"|doesnt|does not|can't be|cannot be|wouldn't|would not|hasn't|haven't)" + _BENIGN + r"\b"
    r"|(?:is|are|'s|it's|has been|have been|was|were|got|gets|'re|'ve|has|have)"
    r" (?:now |already |all |just |sadly |unfortunately |long |completely |fully |a bit |a little |way "
    r"|far |never |been )*(?:gone|taken|blocked(?: out| off)?|snapped up|grabbed|nabbed|filled"
    r"|spoken for|full|wrong|outdated|out of date|booked(?! (?:in|with (?:me|us))\b)"
    r"|out(?! (?:at|in|to|by|of town|there|at yours))|off (?:the|my)|unavailable|sold out"
    r"|too (?:short|late|early|little|low|quick|soon|far|tight|brief)|no longer|not|closed|impossible"
    r"|banned|forbidden|a no\b(?! ?- ?brainer)|no go|no-go|under (?:the|my)|below (?:the|my)"
    r"|less than (?:the|my|i|we)|shorter than|history"
    r"|done(?! (?:in (?:the|my|our|your|a|one|two)|by hand|first|last|when|once|outdoors|outside|indoors"
    r"|lying|sitting|standing|properly)\b)|over)\b"
    r"|(?:(?:is|are|was|were|has|have) )?(?:never|rarely|seldom|hardly|barely)\b"
    r"|would be (?:\w+ ){0,2}too \w+|(?:is|was|'s) what (?:i|we) (?:charged|did|used to|asked)\b"
    r"|(?:just|already) went\b|clash(?:es)?\b|(?:(?:is|are) )?always (?:a )?no\b"
    r"|(?:a bit|a little|rather|quite|way|far|bit) (?:late|early|short|far|tight|much|low|steep|soon"
    r"|long|out of my way) for (?:me|us)\b"
    r"|(?:(?:is|are|be|'s|falls?|lies|sits|comes|goes|feels)"
    r" (?:well |way |just |a bit |a little |far |really |completely )*(?:beyond|outside|out of(?! town)"
    r"|past)) (?:of )?(?:me|us|my|our|what|the (?:scope|remit|range|list))\b"
    r"|not (?:something|my|one of|possible|available|an option|for (?:me|us)|on (?:the|my|offer)"
    r"|happening|a thing|what i|anything|part of|in my|included|doable|allowed|offered|going to|at all"
    r"|here|now|these days)\b"
    r"|no (?:be|dey|go|fit)\b(?! (?:(?:any|a|big) )?(?:problem|wahala|trouble|issue|bother|yawa|hard|lie"
    r"|joke|small))|no (?:longer|can do|chance|good|use)\b"
    r"|(?:i|we) (?:(?:just |really |simply |also |always )?(?:don't|dont|do not|can't|cannot|won't|never"
    r"|no longer|couldn't|wouldn't|refuse|avoid|decline)|'m not|have to (?:say no|pass|decline)"
    r"|must decline|had to stop|stopped|gave up)\b(?! (?:mind|wait|worry|charge|need|regret|rush|hurry"
    r"|skimp))" + _BUT_OTHERWISE + r"|i'm (?:not|afraid (?:not|i (?:don't|can't)))\b"
    r"|(?:i|we|i'd|we'd|i'll) (?:\w+ )?(?:leave|refer|hand|send"
    r"|pass)(?: (?:that|it|them|those|on|out|over))*(?: (?:to|for) (?:the |my |your |a |other )?\w+)"
    r"|"
    + FOR_OTHERS
    + r"|(?:gets?|are|is) (?:politely )?(?:turned (?:away|down)|refused|declined|sent away)\b|(?:is|are) "
    + _A_JOB
    + r"(?:more |really |very much )?(?:(?:the|a|your|their|his|her) )?(?:(?!my\b|our\b|part\b|a\b"
    r"|the\b)[\w-]+(?: ?'s?)? ){1,3}(?:job|territory|department|business|line|remit|field|patch)\b"
    r"|(?:is|are) what (?!i\b|we\b|you\b|the\b)\w+ (?:does|do|offers?)\b"
    r"|(?:has|have) nothing to do with\b|(?:is|are|'s) (?:someone|somebody) else's\b"
    r"|^(?:can't|cannot|couldn't) (?!wait|hurt|go wrong|beat|be (?:easier|better|simpler|beaten))"
    r"|^or not\b|(?:needs?|requires?|takes?) (?:an? |your )(?:\w+ )?(?:vet|doctor|gp|nurse|specialist"
    r"|solicitor|lawyer|dentist|physio|professional|pro|surgeon)\b"
    r"|(?:has|have|needs?|will have|had) to (?:look|go|try|ask|find|be left to)\b"
    r"|(?:is|are|be) (?:best |better )?left to\b(?! (?:pay|settle|clear|send|cover|go|do)\b)"
    r"|(?:above|beyond) my (?:pay|station|skill|level)\b"
    r"|(?:is|are|be|gets?) (?:painted|prescribed|done|run|handled|offered|taught|given|carried out"
    r"|performed|organi[sz]ed|led|provided|looked after) by"
    r" (?:an?|your|my|our|their|someone|somebody|another|others?"
    r"|the (?:vet|hospital|venue|spa|salon|hotel|kitchen|doctor|nurse|lab|caterers?|team|staff|school"
    r"|clinic|professionals|pros|\w+ (?:team|staff|crew|people)))\b"
    r"|(?:goes|go) (?:straight |right )?back to (?!you|me|us|back|the (?:start|beginning|top|first|one"
    r"|first)\b|basics|front)"
    r"|(?:is|are|'s) (?:basically |just |really |plain |pure )?(?:a )?(?:cheating|scams?|nonsense|con"
    r"|myth|gimmick|rubbish"
    r"|fraud|torture|cruel)\b"
    r"|(?:, )?(?:also not|not either|neither)(?= [.,!;]|$)"
    r"|(?:question|side of things|bit) is (?:one )?for (?:someone|somebody)\b"
    r"|(?<!not )(?<!n't )(?:off|out of|from) (?:the (?:table|menu|question|list|price list)"
    r"|(?:my|our) (?:list|menu|remit|books|services|repertoire|price list))\b"
    r"|unavailable\b|(?:stay|stays|remain|remains) (?:with me|off limits|private|in my)\b"
    r")"
)
_CHOSEN: Final = re.compile(r"(?:pick|choose|chose|order|select|something|anything|straight|book) (?:\w+ )?$")
_CONTRAST_ONLY: Final = re.compile(r"^(?:, |- )?(?:and )?not (?:the |a |an )?[\d$€£]")
_ELLIPTIC: Final = re.compile(
    rf"[,—:(-] {SORRY}(?:(?:that's |it's |that is )?(?:a )?(?:no|nope|nah|never"
    r"|not)(?= (?:[.!,;—)]|sorry|thanks|for (?:me|us)\b|from me\b|my\b|any ?more\b|again\b|today\b"
    r"|yet\b|these days\b|on offer\b|possible\b|available\b|at the moment\b|something\b"
    r"|this (?:time|trip|week|month)\b|happening\b|me\b|in my\b))"
    r"|(?:not|no can do|can't|cannot|won't)(?= (?:[.!,;—)]|do(?:able|ing)?\b|$))"
    r"|(?:i'm going to |i'll |i'll have to |i have to |i must )(?:pass|decline|say no)\b)"
)
"""A refusal without a verb of its own, right behind: "hot stones, sadly not", "— not for me"."""


_ASIDES: Final = re.compile(
    r", (?:alas|sadly|sorry|though|however|i'm afraid|unfortunately|honestly|to be fair|to be honest"
    r"|of course|mind you|i gather|as it happens|for now) , "
)


def is_turned_down(text: str) -> bool:
    """True where `text`, behind a subject, refuses it or hands it on: "'s beyond me", "i leave to others"."""
    stop = _STOP.search(text)
    own = text[: stop.start()] if stop else text
    return (_VERDICT.match(own) is not None and _FINE.match(own) is None) or is_passed_on(text, 0)


_FINE: Final = re.compile(
    r"'s (?:\w+ )?not (?:(?:an?|any|much of an?|too|that|so|very|even) )*(?:\w+ )?(?:problem|bother"
    r"|hassle|trouble|issue|worry|drama|deal|bad|far|hard|difficult|long|expensive|dear|much|just|only"
    r"|cheap)\b"
)


def is_refused_after(scope: Scope) -> bool:
    """Find a refusal that follows the claim in its own clause."""
    after = scope.after[2:] if scope.after.startswith(('" ', "' ")) else scope.after
    if after.count(", ") > 1:
        after = _ASIDES.sub("", after)
    if _ends_in_refusal(after) or is_handed_on(after):
        return True
    if after[:1] in _ASIDE_MARKS and _ELLIPTIC.match(after):
        return True
    refused = _own_verdict(scope, after)
    return _is_left_alone(after) if refused is None else refused


def _ends_in_refusal(after: str) -> bool:
    """True where the end of the sentence turns down all of it: "…, not me", "… and none of those are mine"."""
    if (" not " in after or " stay" in after or ", n" in after) and _LAST_WORD.search(after):
        return True
    return _may_trail(after) and _TRAILING_VERDICT.search(after) is not None


def _may_trail(after: str) -> bool:
    """True where a word stands that a verdict at the end needs; a quick look before the real one."""
    if "not" in after or "none" in after or "neither" in after or "so no" in after:
        return True
    denied = "n't" in after or "never" in after or "no longer" in after
    return denied and (", th" in after or ", it's" in after or ", which is" in after)


def _own_verdict(scope: Scope, after: str) -> bool | None:
    """Tell whether the claim's own clause turns it down; None where it says neither that nor the contrary."""
    stop = _STOP.search(after)
    own = after[: stop.start()] if stop else after
    topic = _TOPIC.match(own) if own.startswith(", ") else None
    comma = own.find(" , ", topic.end() if topic else 0)
    near = own if comma < 0 else own[:comma]
    if topic is not None:
        return _REFUSED_TAIL.match(near, topic.end()) is not None and not grants_by_denying(near, topic.end())
    if "not " in near and _CONTRAST_ONLY.match(near):
        return False
    found = _VERDICT.match(near)
    if found is not None and not (found.group().endswith(("menu", "list")) and _CHOSEN.search(scope.before)):
        return True
    return None


def _is_left_alone(after: str) -> bool:
    """True where a later clause says that it is not done: "… so I leave that to others", "… and I never touch them"."""
    speaks = " i " in after or " i'" in after or " we " in after or " we'" in after
    if not speaks and not (" i" in after or " we" in after or "best " in after or "leave " in after):
        return False
    if not speaks and not ("leave " in after or "instead" in after or " you " in after):
        return False
    return _ANAPHORA.search(after) is not None


_ASIDE_MARKS: Final = frozenset(",—:(-")


_TOPIC: Final = re.compile(
    r", (?:(?:now|ah|oh|och|eh|hm|hmm|well|see|look|honestly|to be honest|sadly|sorry|i'm afraid|alas|no"
    r"|nope|nah) (?:, )?)*"
)
"""Behind what stands first and is then spoken of: "hot stones, now that's one I don't do"."""
_LAST_WORD: Final = re.compile(
    r"(?:but|and|,|—) (?:these|those|they|that|it|them) (?:all )?(?:stay|stays|remain|remains)"
    r" (?:with me|with us|private|off limits)\b"
    r"|[,—-] not (?:me|us|mine|ours|(?:with|by|from) (?:me|us))(?= [.!;,]|$)"
    r"|, (?:so )?(?:nah|nope|no)(?: (?:bro|mate|sorry))?(?= [.!]|$)"
)
"""What ends a sentence and turns down all of it: "that's the lad next door, not me"."""
_TRAILING_VERDICT: Final = re.compile(
    r"\bso (?:no|not)(?= [.,!])|(?:[,:—-]|\b(?:and|but))"
    r" (?:(?:sadly|sorry|honestly|i'm afraid) ,? ?)?(?:none|neither|not one)"
    r" (?:(?:of (?:them|those|these|this|that|which|it|the (?:above|two|three))|ones?"
    r"|things?) )?(?:(?:is|are|'s|would be) )?(?:(?:really|actually|quite) )?(?:things?|something"
    r"|anything|i|we|me|mine|my|our|us|for|on (?:my|our|the|offer)|available|possible|here|in my|part"
    r"|what|[.,!;])(?= |$|\b)"
    r"|, (?:that's|those are|it's|which is|that is|these are)"
    r" (?:the (?:one|only) (?:thing|part|bit)|something|one thing|things?|what)(?: that)? (?:i|we)"
    r" (?:never|don't|can't|won't|couldn't|no longer)\b"
    r"|[,—-] (?:(?:just|only|sadly|sorry|honestly|but|though|alas|unfortunately|i'm afraid|it's|they're"
    r"|that's) (?:, )?)*not (?:(?:something|a thing|things|anything|one|ones|what)(?: that)? (?:i|we)"
    r" (?:do|offer|touch|cover|provide|have)|(?:one|part) of (?:mine|ours|what i do)"
    r"|my (?:thing|area|bag|scene|style|field|line))(?= [.,!;—]|$"
    r"| (?:sorry|though|myself|personally|i'm afraid|any ?more|at all|here)\b)"
)
_STANDING: Final = (
    "discount|negotiate|haggle|budge|bargain|change|lower|drop|reduce|raise|move|round|mind|rush|skimp"
    "|regret|hide|doubt"
)
"""What is not done to a price or a time that stands: "it's 150 and I don't discount it"."""
_ANAPHORA: Final = re.compile(
    r"\b(?:so|and|but|best|better|please|just|,|—) leave (?:it|that|them|those|all that) to"
    r" (?!me\b|us\b|set\b|cool\b|dry\b|rest\b)|\bso (?:please |just |let's |i'd )?\w+(?: \w+){0,3}"
    r" instead\b|\b(?:i'd (?:rather|prefer it if)|i want|best (?:if )?) you"
    r" (?:saw|see|went|go|asked|ask|found|find|spoke|speak|tried|try)\b"
    r"|\b(?:so|and|but|only|which is why|that's why|hence|because|since|,|—)"
    r" (?:i|we)(?:'d| would| will|'ll| do|'m)? (?:(?!never\b)\w+ )?(?:(?:steer clear|stay away|stay clear|keep away"
    r"|keep clear) (?:of|from) (?:it|them|that|those)\b"
    r"|(?:quit|stopped|gave|dropped|ditched|retired|binned)(?: (?:up|doing|offering|using|with|on))*"
    r" (?:it|them|that|those)\b|(?:stopped|quit|gave up|packed (?:it|that|them) in)(?= [.,!]|$)"
    r"|(?:i'll |have to )?(?:pass|decline|sit this (?:one )?out|say no)(?= [.,!]|$)"
    r"|(?:avoid|skip|pass on|refuse|decline|leave) (?:it|them|that|those)\b"
    r"|(?:don't|can't|won't|never|no longer|stopped|couldn't|wouldn't|not) (?!(?:"
    + _STANDING
    + r")\b)(?:\w+ )?(?:do|doing|offer|offering|touch|take|use|provide|recommend|go|going|include|supply"
    r"|stock|allow|accept|make)?(?: near)? ?(?:it|them|that|those|either|any)\b)"
)
_REFUSED_TAIL: Final = re.compile(
    r"(?:i'd|i would) (?:sooner|rather) (?:eat|pull|chew|stick|poke|lick|die|jump|swallow|not|stay|steer"
    r"|leave)\b|"
    r"(?:i|we)(?:'ve| have)(?: got)? none\b|"
    r"(?:that's|those are|it's|there's|which is|that is|these are)"
    r" (?:(?:the (?:one|only) (?:thing|part|bit)|something|one thing|a thing|what|things"
    r"|ones?)(?: that)? (?:i|we) (?:never|don't|can't|won't|couldn't|no longer)"
    r"|a (?:hard |firm |definite |straight )?no\b)"
    r"|(?:which|that|those|these|they|it) (?:(?:is|are|isn't|aren't|'s) )?(?:(?:just|really) )?(?:not"
    r"|isn't|aren't|don't|doesn't|won't|i (?:don't|can't|won't|never))" + _BENIGN + r"\b"
    r"|(?:that's|those are|it's) (?:not"
    + _BENIGN
    + r"|too|a no|gone|taken|below|under|off)\b|(?:i'm )?afraid not\b|sorry no\b"
    r"|(?:i|we) (?:don't|can't|won't|never|couldn't)\b(?! (?:mind|wait|worry|think|rush|hurry|skimp"
    r"|cut corners))(?:.{0,24}\b(?:that|those|it|them|any|offer|do|sorry)\b|$)"
)
