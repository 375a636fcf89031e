"""Negation before a claim: which of its words negate, and how far they reach.

The method is that of NegEx: a trigger's scope runs to the right until a contrast, a new
subject or a new verb; lists stay under one negation; phrases that hold a negative word and
negate nothing ("no problem", "don't hesitate to") are passed over. A negation that is
itself negated, taken back behind the claim, or that only sets a bound, refuses nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.own_voice import resumed_behind_denial
from align.claims.stances.double_negation import is_denied
from align.claims.stances.pseudo_triggers import is_pseudo
from align.claims.stances.turned_down import turned_down
from align.reading.cues import NEGATION

if TYPE_CHECKING:
    from align.claims.stances.scope import Scope


def refused_before(scope: Scope) -> Stance | None:
    """Find a negation whose scope reaches the claim from the left."""
    before = scope.before
    if (" is" in before or " are" in before or " :" in before) and _HEADED.search(before):
        return Stance.REFUSED
    reading, begin, first, last = scope.reading, scope.begin, scope.first, scope.last
    words, marks = reading.words, reading.marks
    line, at = reading.line, reading.line_at
    for index in range(first - 1, begin - 1, -1):
        if not marks[index] & NEGATION or is_pseudo(reading, index, begin):
            continue
        between = line[at[index] + len(words[index]) : at[first]]
        if not _reaches(scope, index, between):
            continue
        if (_is_aside(between) and words[first] != "there") or _is_undone(scope, index, between):
            return None
        corrected = _CORRECTION.match(line, at[last] if last < len(words) else len(line))
        return Stance.CORRECTED if corrected else Stance.REFUSED
    return None


_HEADED: Final = re.compile(
    r"(?:\b(?:(?:what|anything|something|stuff)|(?:the )?(?:(?:only|one|other|main|few|two) )*(?:things?"
    r"|ones?|parts?|bits?|exceptions?)) (?:that )?(?:(?:i|we)"
    r" (?:don't|dont|do not|never|no longer|can't|cannot|won't)"
    r"|(?:i'm|i am|we're|we are) not)(?: \w+){0,7} (?:is|are|:)"
    r"|(?:what|things?|bits?|extras?|ones?|you)(?: ?'s| is| are)?"
    r" (?:that )?(?:(?:you|we|they)(?:'re| are|'ll)? )?(?:not|won't|isn't|aren't|don't)"
    r" (?:\w+ )?(?:get|getting|find|see|have|included|include|covered|on offer|on the menu"
    r"|coming)(?: [\w']+){0,3} :"
    r"|(?:not (?:on offer|available|included|offered|something i (?:do|offer)|on the menu"
    r"|part of what i do)|(?:don't|do not|never|can't|won't)"
    r" (?:do|offer|provide|take|cover|touch|include)(?: the following"
    r"| any of (?:these|the following|this))?|off the menu|no-gos?|never) :)"
    r"(?: (?!but |however |so |instead |i |i'm |i'll |we |it's |call |text )\S+)* ?$"
)
"""A heading that puts all that follows under its negation: "what I don't offer is …"."""
_CORRECTION: Final = re.compile(r"(?:, |- |— |\. |; )?(?:it's|its|it is|but|that's|rather|the|is|actually)\b")


# -- how far a negation reaches ----------------------------------------------------------

_RESET: Final = re.compile(
    r"(?:^| )(?:i|i'll|i'd|i'm|i've|im|we|we'll|we'd|we're|let's|lets|you can|you could"
    r"|(?:could|can|would|will) (?:you|u|ye)|you're welcome|feel free|please|just|it's|its|that's"
    r"|there's|here's|instead (?:i|we|just|,)|happy to|is|are|so|but|then|though|although|because|cos"
    r"|unless|otherwise|however|only|if|when|whenever|(?<!my )while|until|till|makes|means|comes|costs"
    r"|at \$?\d+(?!(?: : \d\d)?(?: [ap]m)? (?:or|nor)(?: at)? $)|it (?:is|was|will|would|can|could|makes|means|has|goes|works|takes)|don't|stays|always"
    r"|everything|all|an hour|hour is) "
)
_RAISING: Final = re.compile(
    r"(?:don't|dont|do not|doesn't|not|never|can't|cannot|won't|couldn't|didn't|wouldn't)"
    r" (?:think|believe|reckon|suppose|say|saying|said|know (?:if|that|whether)|know|promise|imagine"
    r"|expect|guarantee|claim|mean|see|remember|recall|feel|want|necessarily|allowed|able|in a position"
    r"|going|set up|even|just)\b"
    r"|(?:wrong|unfair|misleading|daft) (?:of|for) (?:me|us) to\b"
    r"|(?:no|not a) (?:way|chance|hope|question of|sense in|point in|need for (?:you|me|us) to"
    r"|scenario where|world where)\b"
)
_EMBEDDED: Final = re.compile(
    r"^ ?(?:that )?(?:i|we|you|it|there)?(?:'ll|'d|'s|'m| can| could| would| will| is| am| do| should"
    r"| might)? "
)
STRONG: Final = re.compile(
    r"(?: |^)(?:but|so|—|because|cos|cuz|though|although|otherwise|however|then|instead|whereas|while|:|\() "
)
"""What ends a scope whatever follows."""
_VERBAL: Final = re.compile(
    r"\b(?:i|i'm|i'll|i'd|i've|we|we'll|we're|you|you're|you'll|it's|it|that's|there's|is|are|was|will"
    r"|would|can|could|let's|text|message|send|just|please|my|do|does|works|come|have|has|makes|this"
    r"|makes|needed|required|necessary)\b"
)
_INVERTED: Final = re.compile(
    r"^(?: (?:circumstances?|account|point|time|event|means|way|longer|once))?"
    r" (?:do|can|will|would|am|have|did|could|are) (?:i|we)\b"
)
_EVEN: Final = re.compile(r" , even (?=for|at|on|in|with|over)")
"""What is refused in the least of its cases too: "I don't do that, even for ten minutes"."""
_INVERTING: Final = frozenset("nor neither never no not".split())


def resets(text: str) -> bool:
    """True when a new subject, verb or condition opens in `text`."""
    return _RESET.search(text) is not None


def _reaches(scope: Scope, index: int, between: str) -> bool:
    """True when a negation's scope covers the claim behind `between`."""
    line, at = scope.reading.line, scope.reading.line_at
    raising = _RAISING.match(line, at[index])
    if raising is not None:
        if " and " in between and _resumes(scope, raising.end()):
            return False
        between = _EMBEDDED.sub(" ", line[min(raising.end(), at[scope.first]) : at[scope.first]])
    if scope.reading.words[index] in _INVERTING:
        between = _INVERTED.sub(" ", between)
    if " , even " in between:
        between = _EVEN.sub(" ", between)
    if STRONG.search(between):
        return False
    parts = between.split(" , ") if " , " in f"{between} " else [between]
    if len(parts) == 1:
        return not resets(between)
    if resets(parts[0] + " ") and raising is None:
        return False
    if any(_VERBAL.search(part) for part in parts):
        return not any(_VERBAL.search(part) for part in parts[1:]) and _is_list(scope, index, parts[0])
    return _is_list(scope, index, parts[0])


def _resumes(scope: Scope, start: int) -> bool:
    """True where an "and" between what is denied from `start` on and the claim opens what the draft says itself."""
    line, at = scope.reading.line, scope.reading.line_at
    end = at[scope.end] if scope.end < len(at) else len(line)
    return resumed_behind_denial(line, min(start + 1, end), end) < at[scope.first]


_PREDICATE: Final = re.compile(
    r"(?:is|are|was|works?|would|will|'s|suits?|can|could|might|should|sounds|it is)\b(?! not\b)"
)


def _is_list(scope: Scope, index: int, head: str) -> bool:
    """True for a list under one negation: "no calls, video or voice notes"."""
    words = scope.reading.words
    if _is_imperative(words, scope) or _PREDICATE.match(scope.after) or _COMPLETE.search(head):
        return False
    before = scope.before[: max(0, scope.reading.line_at[index] - scope.reading.line_at[scope.begin])]
    if _SUBORDINATE.search(before) and not (words[index] == "not" and _DOING.match(head)):
        return False
    rest = words[index : scope.end]
    if "or" in rest or "nor" in rest:
        return True
    return words[index] in ("no", "without", "never", "neither") and scope.first - index <= 6


_SUBORDINATE: Final = re.compile(
    r"\b(?:if|when|whenever|unless|since|because|as|although|though|i'm(?! afraid)|you're|it's"
    r"|need)(?: [\w'-]+){0,4} $"
)
_DOING: Final = re.compile(
    r" ?(?:doing|offering|providing|running|taking|teaching|selling|serving|playing|covering)\b"
)
"""What "I'm not" refuses as "I don't" does: "I'm not doing cuts, colour or perms"."""
_IMPERATIVES: Final = frozenset(
    (
        "call ring phone buzz pay settle give come pop swing drop send message text whatsapp email dm shoot "
        "add hop bring square"
    ).split()
)
_OBJECTS: Final = frozenset("me us up over by round around it the a your on to after later".split())


def _is_imperative(words: list[str], scope: Scope) -> bool:
    """True for a claim that is a sentence of its own: "no answer? then ring me"."""
    first, last = scope.first, scope.last
    if words[last - 1] in ("me", "us"):
        return True
    return last - first > 1 and words[first] in _IMPERATIVES and words[first + 1] in _OBJECTS


_COMPLETE: Final = re.compile(
    r"\b(?:needed|required|necessary)\b|^ ?(?:changed?|moved?|vary|varied|differ|budged?"
    r"|go(?:ne)? (?:up|down))\b"
)


# -- negations that refuse nothing ---------------------------------------------------------

_BOUND: Final = re.compile(
    r" (?:before|(?:go|going|anything|nothing|charge|be|pay) over)(?: (?:the|a|an|my|about|around))? $"
)
_ASIDE: Final = re.compile(
    r"^(?: \w+){0,3}? (?:charge|charges|charged|charging|fee|fees|cost|costs|extra|surcharge|supplement"
    r"|much|anything|queue|queues|waiting|waitlist|notice|minimum|prep)"
    r"(?: \w+){0,2}? (?:for|on|to) (?:(?:the|a|an|your|any) )*$"
    r"|^ need to (?:book|pre-?book|order|reserve|bring|prepare|ask for) (?:(?:the|a|an|your|any) )*$"
    r"|(?:elsewhere|further|around|needed|required|necessary) for (?:(?:the|a|an|your|any) )*$"
    r"|(?:^| )(?:better|finer|nicer) $"
)


def _is_aside(between: str) -> bool:
    """True where a bound is set, or something about the claim is negated.

    "I can't start before 9", "no extra charge for hot stones".
    """
    if between == " ":
        return False
    return _BOUND.search(between) is not None or _ASIDE.search(between) is not None


_HABIT: Final = re.compile(
    r"\b(?:usually|normally|generally|typically|always|often|ordinarily|tend to|as a rule|use to|used to"
    r"|going to|wasn't|didn't|wouldn't)\b"
)
_REVERSED: Final = re.compile(
    r"(?:but|though|although|yet|however|,|;|—) (?:\w+ ){0,3}?(?:(?:i|we)"
    r" (?:will|can|could|do|would|am)(?= [.,!?—]| for you| this| today| if| anyway|$)"
    r"|i'll (?:do|make|manage|fit|squeeze|allow|bend)\b(?: you| it| that| them| an exception| one)"
    r"|(?:make|making) an exception|go on\b|for you\b|this once|since it's you|as it's you"
    r"|(?:now|these days|today) (?:i|we) (?:do|can|offer|will)\b"
    r"|it's back|(?:now|these days) it's)"
)
_REVERSING: Final = frozenset("but though although yet however , ; —".split())
"""What the clause opens with that takes a refusal back."""
_ASKED_ANYWAY: Final = re.compile(
    r"(?:\w+ ){0,2}?(?:but |though |, |— |; )+(?:\w+ ){0,2}?(?:would|could|can|will) (?:you|u|ye)"
    r" (?:\w+ ){0,3}?(?:an exception|this once|anyway|for (?:me|us)\b|all the same|even so)"
)
"""The client knows, and asks: "I know you don't do X, but could you just this once?"."""
_OTHERS_DO_NOT: Final = re.compile(
    r"(?:but |though |, |— |; )+(?:i|we) (?:do|can|will|would|am)(?= [.,!—]|$)"
)
_REFUSALS: Final = frozenset("refuse decline avoid".split())
_INNER: Final = frozenset("without refuse decline avoid not no don't can't".split())
_OUTER: Final = re.compile(
    r"\b(?:(?:no|any) reason|(?:can't|couldn't|cannot)"
    r"|(?:never|not|wouldn't|won't|don't|can't|couldn't|rarely|one to)"
    r" (?:ever |really )?(?:say|said|saying|have|do|be (?:the same|complete|right)|imagine(?: it)?"
    r"|picture it|manage|cope)"
    r"|(?:isn't|wouldn't be|not) (?:complete|right|the same|whole)"
    r"|lying if (?:i|we) said (?:that )?(?:i|we)|who (?:says|said|told you) (?:i|we)|used to"
    r"|be the same) $"
)
_UNDOING: Final = re.compile(r"\b(?:wouldn't|isn't|can't|couldn't|never|not|won't|no|lying|who|used to)\b")
_TAKEN_BUT: Final = re.compile(r"\b(?:gone|taken|full|booked|out|off|closed)(?: \w+)? (?:, )?but $")


def _is_undone(scope: Scope, index: int, between: str) -> bool:
    """True where a negation is negated itself, meets another, or is taken back behind the claim."""
    reading = scope.reading
    line, at = reading.line, reading.line_at
    left = line[at[max(scope.begin, index - 7)] : at[index]]
    word = reading.words[index]
    if word in _INNER and _OUTER.search(left) and _UNDOING.search(left):
        return True
    if word in _REFUSALS and is_denied(left):
        return True
    if word == "without" and _ON_HAND.match(scope.after):
        return True
    if word == "refuse":
        return "used to " in left and _REVERSED.match(scope.after) is not None
    if left.endswith("but ") and _TAKEN_BUT.search(left):
        return True
    reversed_at_once = scope.behind in _REVERSING
    if (reversed_at_once and _OTHERS_DO_NOT.match(scope.after)) or _ASKED_ANYWAY.match(scope.after):
        return True
    if "leav" in between and _LEAVING.search(between):
        return scope.after.startswith(("until ", "till ", "before "))  # "not leaving Leeds until Sunday"
    if turned_down(reading.words[index + 1 : scope.first], between) or _OCCUPIED.search(between):
        return True
    if not reversed_at_once or _REVERSED.match(scope.after) is None:
        return False
    return _HABIT.search(left[-24:] + word + between) is not None


_ON_HAND: Final = re.compile(
    r"(?:[\w'-]+ ){0,8}?(?:, )?but (?:i|we) (?:[\w'-]+ ){0,2}?(?:have|got|keep|bring|carry|stock|can"
    r"|could|'ll) (?:\w+ ){0,2}?(?:one|some|it|them|those)\b"
    r"|(?:[\w'-]+ ){0,8}?(?:, )?but (?:i've|we've) (?:\w+ )?(?:one|some|a few|plenty)\b"
)
"""It can be had all the same: "fine without X, but I've got one in the van"."""
_OCCUPIED: Final = re.compile(
    r"(?:^| )(?:busy|booked|full|tied up|closed|taken)(?: up| out)?(?: (?:at|on|around))? $"
)
_LEAVING: Final = re.compile(r" (?:leave|leaving)(?: (?:the|a|your|any))* $")
