"""Decide what a speaker does with a claim: assert, refuse, correct, quote, ask.

The method is that of NegEx and ConText (Chapman et al. 2001; Harkema et al. 2009):
triggers before and after the claim act over a scope that ends at clause boundaries and
contrasts ("but"); pseudo-triggers ("no problem", "don't hesitate to") are passed over.
Scopes are bounded by the sentence, and at most `_REACH` words are looked at on each side,
so that the cost of a claim does not grow with the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Stance
from align.reading.cues import NEGATION, QUESTION, QUOTING, TURN

if TYPE_CHECKING:
    from align.reading import Reading

_REACH: Final = 24
_TRIGGERS: Final = NEGATION | QUESTION | QUOTING | TURN


def stance_of(reading: Reading, first: int, last: int) -> Stance:
    """Return the stance towards what the words `[first, last)` say."""
    if not reading.seen & _TRIGGERS:
        return Stance.ASSERTED
    begin, end = reading.sentence(first)
    if last > end:
        _, end = reading.sentence(last - 1)
    begin, end = max(begin, first - _REACH), min(end, last + _REACH)
    triggers = reading.where(_TRIGGERS)
    nearest = bisect_left(triggers, begin)
    if nearest == len(triggers) or triggers[nearest] >= end:
        return Stance.ASSERTED
    marks = reading.marks
    before = inside = after = 0
    for at in triggers[nearest : bisect_left(triggers, end, nearest)]:
        if at < first:
            before |= marks[at]
        elif at >= last:
            after |= marks[at]
        else:
            inside |= marks[at]
    return _decide(reading, _Scope(begin, first, last, end, before, after, before | after | inside))


class _Scope(NamedTuple):
    """A claim's words `[first, last)` in its scope `[begin, end)`.

    `before`, `after` and `seen` are the classes of the triggers before it, after it, and of all.
    """

    begin: int
    first: int
    last: int
    end: int
    before: int
    after: int
    seen: int


def _decide(reading: Reading, scope: _Scope) -> Stance:
    """Decide a stance in a scope that holds triggers."""
    begin, first, last, end, seen_before, seen_after, seen = scope
    line, at = reading.line, reading.line_at
    after = line[at[last] : at[end] if end < len(at) else None] if last < end else ""
    before = line[at[begin] : at[first]]
    settled = _settled(before, after, scope)
    if settled is not None:
        return settled
    if seen_before & NEGATION:
        stance = _negated_before(reading, first, last, begin)
        if stance is not None:
            return stance
    if seen_after & (NEGATION | TURN) and _is_refused_after(after):
        return Stance.REFUSED
    if seen_before & TURN:
        if _INSTEAD_OF.search(before):
            return Stance.REFUSED
        if _COUNTERFACTUAL.search(before):
            return Stance.HYPOTHETICAL
    return _asked(reading, scope, before) if seen & QUESTION else Stance.ASSERTED


def _asked(reading: Reading, scope: _Scope, before: str) -> Stance:
    """Read a scope that holds a question's word or mark."""
    if reading.words[scope.end - 1] == "?":
        return _questioned(reading, scope.first, scope.begin, scope.end)
    return Stance.ASKED if _INDIRECT.search(before) else Stance.ASSERTED


def _settled(before: str, after: str, scope: _Scope) -> Stance | None:
    """Return the stance of a claim that is past, corrected, quoted or in a list of no's."""
    if (" was " in after or " were " in after) and _LONG_PAST.search(after):
        return Stance.HYPOTHETICAL
    if " but " in after and _CONCEDED.search(before):
        return Stance.QUOTED
    if before.endswith('" ') and '"' in after[:24] and _QUOTE_OPENED.search(before):
        return Stance.QUOTED
    if scope.after & TURN and _CORRECTED_AFTER.match(after):
        return Stance.CORRECTED
    if scope.seen & QUOTING and _is_quoted(before, after):
        return Stance.REFUSED if _REFUSED_LATER.search(after) else Stance.QUOTED
    if scope.before & NEGATION and _HEADED.search(before):
        return Stance.REFUSED
    return None


_CONCEDED: Final = re.compile(
    r"\b(?:i|we) (?:do |totally |completely |fully |really )?(?:know|understand|get|realise|realize|appreciate|see|hear)(?: that| how| why)? (?!(?:a|an|some|the) (?:\w+ )?(?:place|spot|lady|guy|person|someone)\b)(?:(?!but\b)[\w'-]+ ){0,5}$"
)
"""What is granted before a "but": "I know a quick call feels easier, but …"."""
_QUOTE_OPENED: Final = re.compile(
    r'\b(?:wrote|said|asked|mentioned|say|says|put|meant|mean|called|quoted)(?: \w+)? ?,? ?" $'
)
_LONG_PAST: Final = re.compile(
    r"\b(?:that|it|which|those|this) (?:was|were) (?:\w+ ){0,4}?(?:ago|back then|last (?:year|month|season|summer|winter|spring|autumn)|before (?:i|my|the|we)|years? back|in 20\d\d|an old (?:price|rate|one|card|flyer)|(?:my|the|an) old)\b"
)
# -- negation before the claim ---------------------------------------------------------

_PSEUDO: Final = re.compile(
    r"(?:no|not an?|not any|isn't a|isn't an|never an?|without) (?:\w+ )?(?:problem|problems|worries|worry|stress|rush|trouble|bother|pressure|hassle|issue|issues|doubt|matter|wonder|biggie|drama|harm|obligation|strings|surprises|hard feelings|need to (?:worry|stress|panic|rush|explain|apologi[sz]e|overthink))\b"
    r"|no (?:later|fewer|less|more|one|pain|fuss|kidding|joke|sweat|prob|probs)\b"
    r"|not (?:only|just|to mention|least|bad|long|far|too|quite|sure|merely|simply|half|a moment|to worry|worry)\b"
    r"|(?:can't|cant|cannot|couldn't) (?:wait|go wrong|beat|thank|be (?:happier|easier|better|simpler)|believe|complain|recommend|stress|say enough|imagine|fault)\b"
    r"|(?:don't|dont|do not|never|not) (?:you )?(?:worry|hesitate|be (?:shy|afraid|scared|nervous|late|a stranger)|forget|mind|sweat|stress|panic|overthink|think twice|feel (?:bad|rushed|pressured|shy)|fret|hold back|miss|see why|get me wrong|rush)\b"
    r"|(?:wouldn't|won't|doesn't|don't) (?:mind|hurt|bite|matter|take (?:long|a minute|much))\b"
    r"|(?:isn't|aren't|doesn't|don't|won't|wasn't|weren't|can't|couldn't|haven't|didn't) (?:it|they|you|he|she|that|we)\b"
    r"|(?:why|or|if|whether or|as|believe it or|more often than|sure) not\b"
    r"|nothing (?:beats|better|like|wrong|fancy|to worry|to lose|too)\b"
    r"|never (?:been better|too late|fails|a dull|rush|mind)\b"
    r"|(?:haven't|hasn't|hadn't) (?:forgotten|stopped)\b"
    r"|(?:didn't|don't) (?:hear it from|tell)\b"
    r"|no (?:,|\.|!|—|-)|nope|nah\b"
    r"|not (?:until|till)\b.{0,40}\bbut\b"
    r"|no (?:good )?reason (?:why )?(?:not|(?:you|we|i|they) (?:can't|couldn't|shouldn't|wouldn't|cannot))\b"
    r"|(?:can't|couldn't|shouldn't|don't) (?:see|think of|imagine) (?:why not|any reason|a reason|a problem|any problem)\b"
    r"|(?:never|not|don't|won't|wouldn't|can't|doesn't|didn't|without|no) (?:\w+ )?(?:skip|skipping|miss|missing|refuse|decline|avoid|say no to|turn down|leave out|rule out|forget)\b"
    r"|nothing (?:stops|stopping|against)\b"
)
_DOUBLE: Final = re.compile(r"\b(?:no|see) (?:reason|why) (?:why )?(?:you|we|i|they|that|it) ")
_LEAD_IN: Final = frozenset(("why", "or", "if", "whether", "as", "sure"))
_RESET: Final = re.compile(
    r"(?:^| )(?:i|i'll|i'd|i'm|i've|im|we|we'll|we'd|we're|let's|lets|you can|you could|you're welcome|feel free|please|just|it's|its|that's|there's|here's|instead (?:i|we|just|,)|happy to|is|are|so|but|then|though|although|because|cos|unless|otherwise|however|only|if|when|whenever|while|until|till|makes|means|comes|costs|at \$?\d+|it (?:is|was|will|would|can|could|makes|means|has|goes|works|takes)|don't|stays|always|everything|all|an hour|hour is) "
)
_RAISING: Final = re.compile(
    r"(?:don't|dont|do not|doesn't|not|never|can't|cannot|won't|couldn't|didn't|wouldn't) (?:think|believe|reckon|suppose|say|saying|said|know (?:if|that|whether)|know|promise|imagine|expect|guarantee|claim|mean|see|remember|recall|feel|want|necessarily|allowed|able|in a position|going|set up|even)\b"
    r"|no (?:way|chance|question of|sense in|point in|need for (?:you|me|us) to|scenario where|world where)\b"
)
_STRONG: Final = re.compile(
    r"(?: |^)(?:but|so|—|because|cos|cuz|though|although|otherwise|however|then|instead|whereas|while|:|\() "
)
_VERBAL: Final = re.compile(
    r"\b(?:i|i'm|i'll|i'd|i've|we|we'll|we're|you|you're|you'll|it's|it|that's|there's|is|are|was|will|would|can|could|let's|text|message|send|just|please|my|do|does|works|come|have|has|makes|this|makes)\b"
)


_HEADED: Final = re.compile(
    r"(?:(?:what|things|something|anything|stuff|the (?:only )?(?:thing|one|part|bit)s?) (?:that )?(?:i|we) (?:don't|dont|do not|never|can't|cannot|won't)(?: \w+){0,7} (?:is|are|:)"
    r"|(?:not (?:on offer|available|included|offered|something i (?:do|offer)|on the menu|part of what i do)|(?:don't|do not|never|can't|won't) (?:do|offer|provide|take|cover|touch|include)(?: the following| any of (?:these|the following|this))?|off the menu|no-gos?|never) :)"
    r"(?: (?!but |however |so |instead |i |i'm |i'll |we |it's |call |text )\S+)* ?$"
)


def _negated_before(reading: Reading, first: int, last: int, begin: int) -> Stance | None:
    """Find a negation whose scope reaches the claim from the left."""
    words, marks = reading.words, reading.marks
    line, at = reading.line, reading.line_at
    for index in range(first - 1, begin - 1, -1):
        if not marks[index] & NEGATION:
            continue
        if _is_pseudo(reading, index) or (
            index - begin >= 3 and _DOUBLE.search(line, at[index - 3], at[index] + 1)
        ):
            continue
        between = line[at[index] + len(words[index]) : at[first]]
        if not _reaches(reading, index, between, first, last):
            continue
        corrected = _CORRECTION.match(line, at[last] if last < len(words) else len(line))
        return Stance.CORRECTED if corrected else Stance.REFUSED
    return None


_CORRECTION: Final = re.compile(r"(?:, |- |— |\. |; )?(?:it's|its|it is|but|that's|rather|the|is|actually)\b")


def _is_pseudo(reading: Reading, index: int) -> bool:
    """True when the negation at `index` is part of a phrase that does not negate."""
    line, at = reading.line, reading.line_at
    if _PSEUDO.match(line, at[index]):
        return True
    return bool(index and reading.words[index - 1] in _LEAD_IN and _PSEUDO.match(line, at[index - 1]))


_INVERTED: Final = re.compile(r"^ (?:do|can|will|would|am|have|did|could|are) (?:i|we)\b")


def _reaches(reading: Reading, index: int, between: str, first: int, last: int) -> bool:
    """True when a negation's scope covers the claim behind `between`."""
    line, at = reading.line, reading.line_at
    raising = _RAISING.match(line, at[index])
    if raising is not None:
        between = line[min(raising.end(), at[first]) : at[first]]
        between = re.sub(
            r"^ ?(?:that )?(?:i|we|you|it|there)?(?:'ll|'d|'s|'m| can| could| would| will| is| am| do| should| might)? ",
            " ",
            between,
        )
    if reading.words[index] in ("nor", "neither"):
        between = _INVERTED.sub(" ", between)
    if _STRONG.search(between):
        return False
    parts = between.split(" , ") if " , " in f"{between} " else [between]
    if len(parts) == 1:
        return _RESET.search(between) is None
    if _RESET.search(parts[0] + " ") and raising is None:
        return False
    if any(_VERBAL.search(part) for part in parts[1:]):
        return False
    return _is_list(reading, index, first, last)


def _is_list(reading: Reading, index: int, first: int, last: int) -> bool:
    """True for a list under one negation: "no calls, video or voice notes"."""
    words = reading.words
    if words[last - 1] in ("me", "us"):
        return False
    _, end = reading.sentence(first)
    rest = words[index:end]
    if "or" in rest or "nor" in rest:
        return True
    return words[index] in ("no", "without", "never", "neither") and first - index <= 6


# -- refusal after the claim -----------------------------------------------------------

_AFTER_STOP: Final = re.compile(
    r" ?(?:[.!?;…\n—]|but|so|because|if|when|whenever|unless|until|till|while|although|though|otherwise|as|or|where|who|before|after)(?: |$)"
)
_REFUSED_AFTER: Final = re.compile(
    r"(?:^|.{0,40}? )(?:"
    r"(?:isn't|isnt|aren't|arent|is not|are not|'s not|ain't|wasn't|weren't|won't|wont|will not|doesn't|doesnt|does not|can't be|cannot be|wouldn't|would not)(?! (?:a problem|an issue|it|they|you|only|just|be a problem|mind|hurt|bad|far|matter|too (?:late|far|long|bad|much)))\b"
    r"|(?:is|are|'s|it's|has been|have been|was|were|got|gets|'re) (?:now |already |all |just |sadly |unfortunately |long |completely |fully |a bit |a little |way |far |)(?:gone|taken|full|booked(?! in)|out(?! (?:at|in|to|by|of town|there|at yours))|off (?:the|my)|unavailable|sold out|too (?:short|late|early|little|low|quick|soon|far|tight|brief)|no longer|never|not|closed|impossible|a no|no go|no-go|under (?:the|my)|below (?:the|my)|less than (?:the|my)|shorter than|history|done|over)\b"
    r"|not (?:something|my|one of|possible|available|an option|for me|on (?:the|my)|happening|a thing|what i|anything|part of|in my|included|doable|allowed|offered|going to|at all|here|now|these days)\b"
    r"|no (?:longer|can do|chance|good|use)\b"
    r"|(?:i|we) (?:(?:just |really |simply |also )?(?:don't|dont|do not|can't|cannot|won't|never|no longer|couldn't|wouldn't)|'m not|have to (?:say no|pass|decline)|must decline|had to stop|stopped|gave up)\b(?! (?:mind|wait|worry))"
    r"|i'm (?:not|afraid (?:not|i (?:don't|can't)))\b"
    r"|(?:is|are) (?:one|ones|a (?:question|job|matter|thing)|something|best left|better)? ?(?:for|to) (?:someone else|somebody else|another|the professionals|the pros|your (?:vet|doctor|gp|hairdresser|accountant))\b"
    r"|(?:question|side of things|bit) is (?:one )?for (?:someone|somebody)\b"
    r"|(?:off|out of) (?:the (?:table|menu|question)|my (?:list|menu|remit))\b"
    r"|unavailable\b|isn't\b(?! it)|(?:stay|stays|remain|remains) (?:with me|off limits|private|in my)\b"
    r")"
)
_CONTRAST_ONLY: Final = re.compile(r"^(?:, |- )?(?:and )?not (?:the |a |an )?[\d$€£]")


def _is_refused_after(after: str) -> bool:
    """Find a refusal that follows the claim in its own clause."""
    stop = _AFTER_STOP.search(after)
    scope = after[: stop.start()] if stop else after
    if stop is not None and after[stop.start() :].lstrip().startswith("?"):
        scope = after[: stop.start()]
    if _TRAILING_VERDICT.search(scope):
        return True
    comma = scope.find(" , ") if not scope.startswith(", ") else scope.find(" , ", 2)
    near = scope if comma < 0 else scope[:comma]
    if near.startswith(", "):
        tail = near[2:]
        return bool(_REFUSED_TAIL.match(tail))
    if _CONTRAST_ONLY.match(near):
        return False
    if _REFUSED_AFTER.match(near) is not None:
        return True
    return (" i" in after or " we" in after) and _ANAPHORA.search(after) is not None


_TRAILING_VERDICT: Final = re.compile(
    r", (?:that's|those are|it's|which is|that is|these are) (?:the (?:one|only) (?:thing|part|bit)|something|one thing|things?|what)(?: that)? (?:i|we) (?:never|don't|can't|won't|couldn't|no longer)\b"
)
_ANAPHORA: Final = re.compile(
    r"\b(?:so|and|but|which is why|that's why|hence|because|since|,|—) (?:i|we)(?:'d| would| will|'ll| do|'m)? (?:\w+ )?(?:(?:steer clear|stay away|stay clear|keep away|keep clear) (?:of|from) (?:it|them|that|those)\b"
    r"|(?:avoid|skip|pass on|refuse|decline|leave) (?:it|them|that|those)\b|(?:don't|can't|won't|never|no longer|stopped|couldn't|wouldn't|not) (?:\w+ )?(?:do|doing|offer|offering|touch|take|use|provide|recommend|go|going|include|supply|stock|allow|accept|make)?(?: near)? ?(?:it|them|that|those|either|any)\b)"
)
_REFUSED_TAIL: Final = re.compile(
    r"(?:that's|those are|it's|which is|that is|these are) (?:(?:the (?:one|only) (?:thing|part|bit)|something|one thing|a thing|what|things|ones?)(?: that)? (?:i|we) (?:never|don't|can't|won't|couldn't|no longer)|a (?:hard |firm |definite |straight )?no\b)"
    r"|(?:which|that|those|these|they|it) (?:(?:is|are|isn't|aren't|'s) )?(?:(?:just|really) )?(?:not|isn't|aren't|don't|doesn't|won't|i (?:don't|can't|won't|never))\b"
    r"|(?:that's|those are|it's) (?:not|too|a no|gone|taken|below|under|off)\b|(?:i'm )?afraid not\b|sorry no\b|(?:i|we) (?:don't|can't|won't|never|couldn't)\b(?! (?:mind|wait|worry|think))(?:.{0,24}\b(?:that|those|it|them|any|offer|do|sorry)\b|$)"
)
_REFUSED_LATER: Final = re.compile(
    r"\b(?:isn't|aren't|not|never|can't|cannot|don't|won't|wasn't|doesn't|wrong|sorry|unfortunately|afraid)\b"
)
_CORRECTED_AFTER: Final = re.compile(
    r"(?:, |- |— |… |\( )?(?:(?:oh |ah |ugh )?(?:sorry|no|wait|oops|scratch that|correction|typo)(?: ,)? (?:i (?:mean|meant) |make that |that's |it's )?(?:[$€£] )?(?:\d|[a-z]+(?:ty|teen|dred)\b)|i meant? (?:[$€£] )?\d|make that )"
)


# -- quoting ---------------------------------------------------------------------------

_QUOTED_BEFORE: Final = re.compile(
    r"\b(?:you|u|they|he|she|someone|somebody|anyone|people|who|that|friend|friends|cousin|sister|brother|mum|mom|dad|mate|client|guy|lady|colleague|neighbou?r|site|website|listing|page|ad|post|flyer|leaflet|poster|profile|menu|review|advert|sign|link|voucher|person|everyone|[a-z]+'s friend|him|her)(?:'ve|'d| may have| might have| could have| have| had| has| also| just|'s| were| was| are| must have)?(?: (?:already|actually|just|first|kindly|originally))?"
    r" (?:said|says|say|mentioned|mention|told|tell|asked|ask|asking|quoted|quote|heard|hear|saw|read|thought|think|suggested|offered|offer|wanted|want|wrote|claimed|charged|paid|listed|advertised|proposed|texted|hoping|after|looking)\b(?! (?:me to|when|if you))"
    r"|\byour (?:\w+ )?(?:offer|suggestion|idea|budget|figure|number|proposal|quote|message|question|ask|request|counter)\b(?: (?:of|about|for|is|was|at|re|on))?"
    r"|\b(?:i hear you|i heard you|i saw you|i see you|i noticed you|i know you|hear you|re|regarding|as for|in terms of|about the|on the|thanks for the offer of|thank you for the offer of|appreciate the offer of)(?: (?:on|about|said|mentioned|asked|wanted|want|were hoping|offered))?(?: the| for| of)?(?: [\w$£€]+){0,2} ?$"
)
_QUOTED_AFTER: Final = re.compile(
    r"(?:\S+ ){0,2}?(?:that |which )?(?:you|they|he|she|someone|your \w+|u)(?:'ve|'d| have| had| just)? (?:mention|mentioned|said|quoted|asked|saw|heard|were (?:quoted|told)|read|offered|suggested|paid|wanted|proposed|got)\b"
)
_OWN_WORDS: Final = re.compile(
    r"\b(?:i|we) (?:said|mentioned|told|quoted|offered|say)\b|\blike i said\b|\bas (?:i|we) (?:said|mentioned)\b"
)
_TAKEN_UP: Final = re.compile(
    r"\b(?:works(?! (?:the other way|out|differently|a bit|like this))|is fine|'s fine|that's fine|is ok|is okay|no problem|happy to|sure|yes|yep|yeah|i can|i'll|we can|absolutely|of course|deal|sounds (?:good|great|perfect|lovely)|let's do|is perfect|is great|is good|suits|all good|you're on|is doable|can do|go for it|is what it is|is right|is correct|that's right|that's correct|spot on|go ahead)\b"
)


_WISHES: Final = ("want", "wanted", "looking", "after")


def _is_quoted(before: str, after: str) -> bool:
    """True when the claim is somebody else's words that the sentence does not take up."""
    match = None
    for found in _QUOTED_BEFORE.finditer(before[-160:]):
        if found.group().endswith(_WISHES) and before[-160:][: found.start()].endswith("if "):
            continue  # "if you wanted something in between" is a condition, not a quotation
        match = found
    if match is None:
        if not _QUOTED_AFTER.match(after):
            return False
    else:
        behind = before[-160:][match.end() :]
        if _STRONG.search(behind) or (" , " in behind and _RESET.search(behind.split(" , ", 1)[1] + " ")):
            return False
        if re.search(r"\b(?:i can|i could|i'll|i'd|i do|we can|i charge|i offer|my|it's|yes)\b", behind):
            return False
        if _OWN_WORDS.search(before):
            return False
    return not (_TAKEN_UP.search(after) and not _REFUSED_LATER.search(after))


# -- questions, contrasts, counterfactuals ---------------------------------------------

_PROPOSAL: Final = re.compile(
    r"\b(?:want me to|want to|wanna|(?:would|do|did) you (?:like|want|fancy|prefer|mind|rather|be up|care)|like me to|like to|need me to|shall|should (?:i|we)|(?:can|could|may|might) (?:i|we)|how about|what about|how's|how does|how is|fancy|(?:does|do|would|will|is|are) (?:[\w:$£€'.-]+ ){1,7}?(?:work|suit|ok|okay|good|do|fine|better|possible|doable|sound|any good|cool|alright)"
    r"|can we|could we|why don't|why not|up for|ok if|okay if|cool if|mind if|(?:can|could|would|will) you|care for|interested in|(?:are|r) you (?:free|available|around|good|ok|okay|happy|up for|keen)|you free|free for|free at|you around|you up|ready for|say|keen|let's|maybe|or|happy for me to|good to|would it help|does it help|any chance you|tempted|rather|prefer)\b"
)
_ASKING: Final = re.compile(
    r"(?:^|[,.] |\b(?:and|so|but|also|or|then|by the way|btw|oh|hey|hi|hello|quick question|question) )*(?:are|were|is|was|did|do|does|have|has|had|will|would|which|what|what's|when|where|where's|who|whose|how|why|r|any|whereabouts|been|still|how's|isn't|aren't|wasn't|did)\b"
)
_ASKS_CLIENT: Final = re.compile(
    r"\b(?:are|were|did|do|have|had|will|r|was|is|does|has|would)(?:n't)? (?:you|u|your|ur|it|that|there|he|she|they|the|this|everyone|anyone|any|all|these|those|his|her)\b|\b(?:what|which|when|where|who|how|why|whose|whereabouts|what's|where's|how's|who's)\b"
)
_INDIRECT: Final = re.compile(
    r"\b(?:let me know|tell me|wondering|curious|not sure|can't remember|remind me|check|confirm|ask|see|know|decide|depends|depending)(?: (?:on|me|us))? (?:whether|if|what|which|when|where|how)(?: or when| exactly)? (?:you|your|u|she|he|they|it's|the|it|that|there)\b(?!.* (?:i'll|i can|i could|i'd|we can) )"
)


def _questioned(reading: Reading, first: int, begin: int, end: int) -> Stance:
    """Tell a question that only wants information from one that proposes."""
    line, at = reading.line, reading.line_at
    sentence = line[at[begin] : at[end - 1]]
    before = line[at[begin] : at[first]]
    if _INDIRECT_QUESTION.search(before):
        return Stance.ASKED
    if _PROPOSAL.search(sentence):
        return Stance.ASSERTED
    if _ASKS_CLIENT.search(before) or _ASKING.match(sentence):
        return Stance.ASKED
    if _echo_refused(reading, end):
        return Stance.REFUSED
    return Stance.ASSERTED


_INDIRECT_QUESTION: Final = re.compile(
    r"\b(?:tell me|let me know|remind me|say|know|remember|confirm|sure)(?: (?:please|first|roughly|again))? (?:whether|if|which|what|when|where|how)\b"
)
_REFUSAL_OPENING: Final = re.compile(
    r"(?:(?:ha|haha|ah|oh|sorry|unfortunately|hmm|well|honestly|sadly|eek|oof|ooh|i wish|wish i could|alas)(?: ,| !| \.)? )*(?:no|nope|nah|not|never|i'm afraid|afraid|can't|cannot|i can't|i don't|i won't|i'd rather not|that's (?:not|too|below|under|a bit)|it's (?:not|too)|i only|we don't|won't|don't|i couldn't|i never|sorry|unfortunately|wish i could)\b"
)


_PSEUDO_OPENING: Final = re.compile(
    r"(?:(?:ha|haha|ah|oh|well)(?: ,| !)? )*(?:no (?:problem|worries|bother|stress|trouble|drama|dramas|issue|prob)|not a (?:problem|bother)|can't (?:wait|go wrong|think)|don't (?:mind|worry)|never better)"
)


def _echo_refused(reading: Reading, end: int) -> bool:
    """True for an echoed question that is turned down: "Half an hour? I can't, sorry"."""
    if end >= len(reading):
        return False
    start = reading.line_at[end]
    match = _REFUSAL_OPENING.match(reading.line, start)
    return match is not None and _PSEUDO_OPENING.match(reading.line, start) is None


_INSTEAD_OF: Final = re.compile(
    r"\b(?:rather (?:\w+ ){1,3}?than|prefer (?:\w+ ){1,3}?(?:to|over)|(?:instead of|rather than|as opposed to|without|save) (?:you |me |us |him |her |them )(?:having to |needing to )?|instead of|rather than|other than|apart from|except(?: for)?|excluding|unlike|as opposed to|in place of|anything but|far from|out of the question|stay away from|steer clear of|no longer (?:offer|do|take|provide)?|stopped (?:doing|offering|taking|with|selling)?|quit|gave up|pass on|passing on|leave (?:the )?|rule out|ruled out|above|more than|over and above|shorter than|less than|under|below|outside(?: of)?|beyond)(?: (?!(?:i|we|you|it's|is|are|just|please|call|text|so|but)\b)[\w'-]+){0,4} ?$"
)
_COUNTERFACTUAL: Final = re.compile(
    r"\b(?:if (?:you|i|it|we|they|that|he|she) (?:were|was|had|did)|wish (?:i|we|you)|used to|back when|(?:would|could) have(?! (?:a|an|the|your|you|it|another|some)\b)|would've|could've|i'd have|had (?:i|you)|in the past|previously)\b(?:(?! (?:but|so|now|i can|i'll|i'd|these days) ).)*$"
)
