"""What becomes of a question that is answered at once: "half an hour? I can't", "'do you do X?' they ask, and no"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.stances.double_negation import grants_by_denying

if TYPE_CHECKING:
    from align.claims.stances.scope import Scope

_CALLED: Final = "girl|sis|babe|hun|hon|mate|bro|pet|love"
SORRY: Final = (
    rf"(?:(?:{_CALLED}|ah|oh|uff|uf|oof|ugh|hm|eek|ooh|aw|er|erm|um|haha|ha|yeah|yep|look|hmm|och|eh"
    r"|sadly|sorry|unfortunately|alas|honestly|but|though|i'm afraid|afraid|i'm sorry|regrettably|so"
    r"|well) (?:, )?)*"
)
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
_BENIGN_OPENINGS: Final = frozenset(
    "ha haha ah oh well no that that's it it's not i we can't don't never won't wouldn't couldn't".split()
)
_BUT: Final = "but "
_AHEAD: Final = 66
"""Characters in which the "but" begins that such an opening may hold instead."""
_BARE_NO: Final = re.compile(
    rf"{SORRY}(?:no|nope|nah|not|never|(?:no|not a) (?:chance|way|hope)|hell no|not in a million years"
    rf"|i (?:can't|don't|won't|couldn't|wouldn't|would not|do not"
    r"|could not|will not)|can't)(?: (?:sorry|i'm afraid|really|this time|any ?more|, sorry"
    r"|possible))?(?: [.!\n]|$)"
    rf"|{SORRY}(?:neither|none of (?:them|those|these|that))\b"
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
    end = line.find(" ", start)
    may_open = (
        line[start : end if end >= 0 else None] in _BENIGN_OPENINGS
        or line.find(_BUT, start, start + _AHEAD) >= 0
    )
    return (may_open and _PSEUDO_OPENING.match(line, start) is not None) or grants_by_denying(line, start)


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
