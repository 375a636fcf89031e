"""A verdict behind a claim: "calls aren't my thing", "6 is gone", "half an hour? I can't"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.stances.double_negation import grants_by_denying

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
PRACTITIONERS: Final = (
    r"pros?|professionals?|experts?|specialists?|vets?|doctors?|gps?|nurses?|physios?|physiotherapists?"
    r"|dentists?|surgeons?|chiropractors?|osteopaths?|pharmacists?|midwife|midwives|therapists?"
    r"|counsellors?|psychologists?|dietitians?|dieticians?|nutritionists?|physicians?|registered \w+"
    r"|groomers?|hairdressers?|barbers?|stylists?|beauticians?|salons?|spas?|kennels?|clinics?"
    r"|hospitals?|solicitors?|lawyers?|accountants?|electricians?|plumbers?|roofers?|fitters?|engineers?"
    r"|mechanics?|garage|council|caterers?|florists?|photographers?|crowd|folks?|lot|people|brave"
)
"""Who is sent to: "that's one for the vet", "cupping is for the acupuncture crowd"."""
_FOR_OTHERS: Final = (
    r"(?:is|are|'s) (?:(?:really|more|strictly|only|definitely|very much|best|better) )*(?:one|ones"
    r"|a (?:question|job|matter|thing)|something|(?:best|better) left)? ?(?:for|to|with|by)"
    r" (?:someone|somebody|another|others|other|(?:the|a|an|your|my|our)"
    r" (?:(?!(?:back|full|next|longer)\b)[\w-]+ )?(?:" + PRACTITIONERS + r"))\b"
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
    r"|skimp))" + _BUT_OTHERWISE + r""
    r"|i'm (?:not|afraid (?:not|i (?:don't|can't)))\b"
    r"|(?:i|we|i'd|we'd|i'll) (?:\w+ )?(?:leave|refer|hand|send"
    r"|pass)(?: (?:that|it|them|those|on|out|over))*(?: (?:to|for) (?:the |my |your |a |other )?\w+)"
    r"|" + _FOR_OTHERS + r""
    r"|(?:gets?|are|is) (?:politely )?(?:turned (?:away|down)|refused|declined|sent away)\b|(?:is|are) "
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
_CALLED: Final = "girl|sis|babe|hun|hon|mate|bro|pet|love"
_SORRY: Final = (
    rf"(?:(?:{_CALLED}|ah|oh|uff|uf|oof|ugh|hm|eek|ooh|aw|er|erm|um|haha|ha|yeah|yep|look|hmm|och|eh"
    r"|sadly|sorry|unfortunately|alas|honestly|but|though|i'm afraid|afraid|i'm sorry|regrettably|so"
    r"|well) (?:, )?)*"
)
_ELLIPTIC: Final = re.compile(
    rf"[,—:(-] {_SORRY}(?:(?:that's |it's |that is )?(?:a )?(?:no|nope|nah|never"
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
    _FOR_OTHERS + r"|(?:is|are|'s) (?:(?:one|ones|something|a thing|things|where|what) )+(?:that )?(?:i|we)"
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


def is_passed_on(line: str, stop: int) -> bool:
    """True where the professional hands on, or gives up, what ends at `stop` of the line."""
    return any(p.match(line, stop) for p in (_PASSED_ON, _IS_FOR_OTHERS, _THAT_NEEDS))


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


def is_handed_on(text: str) -> bool:
    """True where `text`, which lacks its object, hands it on or gives it up: "i leave to others"."""
    return _PASSED_ON.match(text) is not None


def is_refused_after(scope: Scope) -> bool:
    """Find a refusal that follows the claim in its own clause."""
    after = scope.after[2:] if scope.after.startswith(('" ', "' ")) else scope.after
    if ", " in after:
        after = _ASIDES.sub("", after)
    stop = _STOP.search(after)
    own = after[: stop.start()] if stop else after
    if (" not " in after or " stay" in after or ", n" in after) and _LAST_WORD.search(after):
        return True
    if (_may_trail(after) and _TRAILING_VERDICT.search(after)) or _PASSED_ON.match(after):
        return True
    if after[:1] in _ASIDE_MARKS and _ELLIPTIC.match(after):
        return True
    topic = _TOPIC.match(own) if own.startswith(", ") else None
    comma = own.find(" , ", topic.end() if topic else 0)
    near = own if comma < 0 else own[:comma]
    if topic is not None:
        return _REFUSED_TAIL.match(near, topic.end()) is not None and not grants_by_denying(near, topic.end())
    if _CONTRAST_ONLY.match(near):
        return False
    found = _VERDICT.match(near)
    if found is not None and not (found.group().endswith(("menu", "list")) and _CHOSEN.search(scope.before)):
        return True
    return (" i" in after or " we" in after or "best " in after or "leave " in after) and _ANAPHORA.search(
        after
    ) is not None


_ASIDE_MARKS: Final = frozenset(",—:(-")


def _may_trail(after: str) -> bool:
    """True where a word stands that a verdict at the end needs; a quick look before the real one."""
    return (
        "not" in after
        or "n't" in after
        or "never" in after
        or "none" in after
        or "neither" in after
        or "so no" in after
        or "no longer" in after
    )


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


# -- a question that is answered at once -----------------------------------------------------

_REFUSAL_OPENING: Final = re.compile(
    rf"(?:(?:{_CALLED}|ha|haha|ah|oh|sorry|unfortunately|hmm|well|honestly|sadly|eek|oof|ooh|i wish"
    r"|wish i could|alas)(?: ,| !| \.)? )*(?:no|nope|nah|not|never|neither|none of|i'm afraid|afraid"
    r"|can't|cannot|i can't|i don't|i won't|i'd (?:rather not|need|have to|want)"
    r"|that's (?:not|too|below|under|a bit|news|wrong|old|an old)|it's (?:not|too)|i only"
    r"|we (?:don't|only)|won't|don't|i couldn't|i never|sorry|unfortunately|wish i could|wrong \w+"
    r"|i'm (?:with|booked|full|busy|away|already|not)"
    r"|i've (?:\w+ )?been (?:burned|burnt|stung|caught out|bitten)|that must)\b"
)
_PSEUDO_OPENING: Final = re.compile(
    r"(?:(?:ha|haha|ah|oh|well)(?: ,| !)? )*(?:no (?:problem|worries|bother|stress|trouble|drama|dramas"
    r"|issue|prob|objections?|qualms|complaints)|(?:(?:that|it)(?:'s| is) )?not (?:an? |any |much of an? )?(?:big )?(?:problem|bother"
    r"|hassle|trouble|issue|worry|deal|drama)\b|(?:i )?(?:can't (?:wait|go wrong|think)"
    r"|don't (?:mind|worry)(?![^.!?;]{0,40}\bbut (?!yes\b|sure\b|for you\b)))|never better"
    r"|(?:i|we) (?:never|won't|wouldn't|can't|couldn't|don't) (?:ever |usually )?(?:tire|regret)\b"
    r"|[^.!?]{0,60}\bbut (?:for you|sure|yes|ok|okay|i'll make an exception"
    r"|(?:i|we) (?:can|could|will|do)(?: \w+)?(?: (?:it|that|them|those))?(?= [.,!]| for you| anyway"
    r"|$)))"
)
_BARE_NO: Final = re.compile(
    rf"{_SORRY}(?:no|nope|nah|not|never|(?:no|not a) (?:chance|way|hope)|hell no|not in a million years"
    rf"|i (?:can't|don't|won't|couldn't|wouldn't|would not|do not"
    r"|could not|will not)|can't)(?: (?:sorry|i'm afraid|really|this time|any ?more|, sorry"
    r"|possible))?(?: [.!\n]|$)"
    rf"|{_SORRY}(?:neither|none of (?:them|those|these|that))\b"
)


def is_answered_no(scope: Scope) -> bool:
    """True for an echoed question that is turned down: "Half an hour? I can't, sorry"."""
    start = scope.following
    if start is None:
        return False
    return answers_no(scope.reading.line, start)


def answers_no(line: str, start: int) -> bool:
    """True where the sentence at `start` of the line opens with a no."""
    return _REFUSAL_OPENING.match(line, start) is not None and not opens_assent(line, start)


def opens_assent(line: str, start: int) -> bool:
    """True where an answer opens with a negation that refuses nothing: "that's not a problem"."""
    return _PSEUDO_OPENING.match(line, start) is not None or grants_by_denying(line, start)


def is_answered_with_no_alone(scope: Scope) -> bool:
    """True where a question is answered by nothing but a no: "Can I call you? Sadly not."."""
    start = scope.following
    return start is not None and _BARE_NO.match(scope.reading.line, start) is not None


_SAID_YES: Final = re.compile(
    r"(?:^|[,.!;:—-] |\b(?:and|but|so) |answer (?:'s |is )(?:still |always )?)(?:(?:well|ah|oh|honestly)"
    r" (?:, )?)?(?:yes|yep|yeah|aye|yup|sure|of course|absolutely|definitely|certainly|always|any ?time"
    r"|why not|gladly|you bet"
    r"|(?:you|i|we|they) (?:do|can|could|will|may)(?= [.,!—]|$| (?:indeed|of course|do|always))|go ahead"
    r"|happy to|no (?:problem|bother|worries|trouble)"
    r"|(?:that's|it's|is|'s) (?:fine|ok|okay|grand|perfect|no (?:problem|bother)))\b"
)
_IN_WORDS_OF: Final = re.compile(
    r"\b(?:asks|asked|asking|says|said|wrote|writes|wondered|texted|heard|questions?)\b"
    r"|\b(?:get|got|hear|had) (?:that|this|it|asked)\b"
    r"|\b(?:they|people|folks?|everyone|everybody|clients|parents|all|you|u|always|often)"
    r" (?:\w+ )?(?:ask|say|write|text|wonder)\b"
)
_SAYING: Final = re.compile(
    r"\b(?:ask|asks|asked|asking|say|says|said|wrote|write|wondered|texted|put|question"
    r"|message)(?: \w+){0,2} ?[,:]? ?[\"'] "
)
"""Who asks the question in quotation marks, behind and before it; without either, it may be the whole draft that stands in them."""
_ANSWER: Final = 110
"""Characters behind a quoted question in which it is answered."""


def answer_to_quoted(scope: Scope) -> Stance | None:
    """Return the stance of a question in quotation marks: whose it is says the answer to it.

    "'Do you do X?' is what they all ask, and no" turns it down; without an answer it is only quoted.
    None where nobody is said to ask it: a draft may stand in quotation marks as a whole.
    """
    start, line = scope.following, scope.reading.line
    if start is None or not line.startswith(('" ', "' "), start):
        return None
    behind = line[start + 2 : start + _ANSWER]
    if _SAID_YES.search(behind):
        return Stance.ASSERTED
    attributed = _SAYING.search(scope.before) or _IN_WORDS_OF.search(
        re.split(r" [.!?;\n]", behind, maxsplit=1)[0]
    )
    return Stance.QUOTED if attributed or _REFUSAL_OPENING.match(behind) else None
