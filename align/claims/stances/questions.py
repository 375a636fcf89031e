"""Questions that only want information, and questions that propose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.stances.answered import answer_to_quoted, is_answered_no, is_answered_with_no_alone
from align.claims.stances.negation import STRONG
from align.reading.cues import NUMBER_WORD

if TYPE_CHECKING:
    from align.claims.stances.scope import Scope

_PROPOSAL: Final = re.compile(
    r"\b(?:(?:did|have) i (?:mention|mentioned|say|said|tell|told)"
    r"|have you (?:thought (?:about|of)|considered)|want me to|want to|wanna"
    r"|(?:would|do|did) you (?:(?:instead|still|also|maybe|perhaps) )?(?:like|want|wish|fancy|prefer"
    r"|mind|rather|be up|care)|like me to|like to"
    r"|need me to|shall|should (?:i|we)|(?:can|could|may|might) (?:i|we)|how about|what about|what if"
    r"|how's|how does|how is|fancy|(?:does|do|would|will|is|are)"
    r" (?:[\w:$£€'.-]+ ){1,8}?(?:work|suit|ok|okay|good|do|fine|better|possible|doable|sound|any good"
    r"|cool|alright|enough|plenty|help|easier|simpler|quicker|best|nicer)"
    r"|can we|could we|why don't|why not|up for|ok if|okay if|cool if|mind if"
    r"|(?:can|could|would|will) you|care for|interested in"
    r"|(?:are|r) you (?:free|available|around|good|ok|okay|happy|up for|keen)|you free|free for|free at"
    r"|you around|you up|ready for|say|keen|let's|maybe|or|happy for me to|good to|would it help"
    r"|does it help|any chance you|tempted|rather|prefer|you can|you could)\b"
)
_ASKING: Final = re.compile(
    r"(?:^|[,.] |\b(?:and|so|but|also|or|then|by the way|btw|oh|hey|hi|hello|quick question"
    r"|question) )*(?:are|were|is|was|did|do|does|have|has|had|will|would|which|what|what's|when|where"
    r"|where's|who|whose|how|why|r|any|whereabouts|been|still|how's|isn't|aren't|wasn't|did)\b"
)
_ASKS_CLIENT: Final = re.compile(
    r"(?<!\bi )(?<!\bwe )(?<!\byou )(?<!'ll )(?<!'d )(?<!\bto )(?<!can )(?<!could )(?<!will )(?<!would )\b(?:are"
    r"|were|did|do|have|had|will|r|was|is|does|has|would)(?:n't)?"
    r" (?:you|u|your|ur|it|that|there|he|she|they|the|this|everyone|anyone|any|all|these|those|his"
    r"|her)\b|\b(?:what|which|when|where|who|how|why|whose|whereabouts|what's|where's|how's|who's)\b"
)
_INDIRECT: Final = re.compile(
    r"\b(?!see how (?:it|things|he|she|you|they|that|we)"
    r" (?:goes|go|feels?|gets? on|works?|likes?|does)\b)(?:let me know|tell me|wondering|curious"
    r"|not sure|can't remember|remind me|check|confirm|ask|see|know|decide|depends"
    r"|depending)(?: (?:on|me|us))? (?:whether|if|what|which|when|where|how)(?: or when| exactly)?"
    r" (?:you|your|u|she|he|they|it's|the|it|that|there)\b(?!.*"
    r" (?:i'll|i can|i could|i may|i might|we may|we might|i'd|we can|we'll|i do"
    r"|(?:i'm |i am )?(?:happy|able|glad) to) |.* and (?:do|add|have|try|book|take|go|make|then) )"
)
_INDIRECT_QUESTION: Final = re.compile(
    r"\b(?:tell me|let me know|remind me|say|know|remember|confirm"
    r"|sure)(?: (?:please|first|roughly|again))? (?:whether|if|which|what|when|where|how)\b"
)
_ASKING_INDIRECTLY: Final = frozenset("tell let remind say know remember confirm sure".split())
"""One of these opens an indirect question."""
_SPELLED: Final = re.compile(
    r"(?:\ba )?\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundred|thousand)"
    r"(?:(?: and| -)? (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand))+\b"
)
"""A number in words, which counts as one word however long it is."""
_DID: Final = re.compile(
    r"\b(?:did|do) (?:you|u|someone|somebody|anyone|people) (?:\w+ )?(?:want|say|think|mean|hear|read|ask)\b"
)


_ANNOUNCED: Final = re.compile(
    r"\b(?:did|do) (?:you|u|ye)(?: \w+)? (?:(?:know|realise|realize) that (?=[\w'-]+ |$)"
    r"|(?:know|realise|realize|see|hear|remember) (?:that )?(?=(?:i|i'm|i'll|i'd|i've|im|we|we're|we'll"
    r"|we've|my|our|it's|you can|you'll|you could|there's)\b))"
    r"|\b(?:have|did) (?:you|u|ye) (?:hear|heard)(?: ,|:)? (?:that )?(?=(?:i|i'm|i'll|we|we're|we'll|my"
    r"|our)\b)"
)
"""A question that tells: "did you know I come to you?"."""
_TRIED_YET: Final = re.compile(
    r"\b(?:have|has|did|had) (?:you|u|ye|he|she|they)(?: (?:both|two|ever|all|already|guys|either))*"
    r" (?:tried|try|had|have|done|been|used|seen)\b"
)
"""A question about what the client has had so far."""
_AUXILIARIES: Final = frozenset("did do have has had".split())
"""One of these opens a question of what was wanted, told or tried."""


_TAG: Final = re.compile(
    r" , (?:(?:is|would|does|will) (?:that|it) (?:be )?)?(?:ok|okay|alright|cool|deal|good|fine|suit"
    r"|work|sound good|sounds good|any good|grand)(?: (?:for|with|by) (?:you|u))? $"
)
"""What asks for a yes behind a statement: ", ok?"."""
_OWN_WHEN: Final = re.compile(
    r"(?:(?:so|and|hi|hey|yes|yep) (?:, )?)?(?:still (?:in|at|here|on|up|down)"
    r"|(?:when|while|once) (?:i|i'm|we|we're))\b"
)


def _is_left_open(before: str) -> bool:
    """True behind an indirect question; what comes behind a contrast is said: "I don't know what you paid, but …"."""
    found = _INDIRECT.search(before)
    return found is not None and STRONG.search(before, found.end()) is None


def _proposes(scope: Scope, sentence: str) -> bool:
    """True for a question that proposes: "how about 9?"; a number in words counts as one word."""
    if _PROPOSAL.search(sentence):
        return True
    return (
        bool(scope.reading.seen & NUMBER_WORD) and _PROPOSAL.search(_SPELLED.sub("0", sentence)) is not None
    )


def asked(scope: Scope) -> Stance:
    """Tell a question that only wants information from one that proposes."""
    if not scope.is_question:
        return Stance.ASKED if _is_left_open(scope.before) else Stance.ASSERTED
    if '"' in scope.before or "' " in scope.before:
        answer = answer_to_quoted(scope)
        if answer is not None:
            return answer
    return _put(scope)


def _put(scope: Scope) -> Stance:
    """Tell what a question that quotes nobody does with what it names."""
    line, at = scope.reading.line, scope.reading.line_at
    sentence = line[at[scope.begin] : at[scope.end - 1]]
    announced = False
    if not _ASKING_INDIRECTLY.isdisjoint(scope.left) and _INDIRECT_QUESTION.search(scope.before):
        return Stance.ASKED
    if not _AUXILIARIES.isdisjoint(scope.left):
        if _DID.search(scope.before) and is_answered_no(scope):
            return Stance.REFUSED
        if _TRIED_YET.search(scope.before):
            sentence = sentence.replace(
                " or ", " "
            )  # "… before this, or is it the first time?" proposes nothing
        announced = _ANNOUNCED.search(scope.before) is not None
    if announced or _proposes(scope, sentence):
        return Stance.REFUSED if is_answered_with_no_alone(scope) else Stance.ASSERTED
    if _TAG.search(sentence) and _OWN_WHEN.match(sentence):
        return Stance.ASSERTED  # "when I'm in Leeds I can come to your flat, ok?"
    if _ASKS_CLIENT.search(scope.before) or _ASKING.match(sentence):
        return Stance.ASKED
    return Stance.REFUSED if is_answered_no(scope) else Stance.ASSERTED
