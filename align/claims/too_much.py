"""What a client fears is too much to ask, and the draft that says it is or is not.

"Is 4 too late?" is answered the other way round: a yes turns it down, "not at all" accepts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_TOO: Final = r"too (?:late|early|soon|short|long|tight|far|much)\b"
_ASKS_IF_TOO: Final = re.compile(
    r"(?:(?:\A|[,;:—] )(?:(?:and|but|or|so) )?|\b(?:and|but|or|so|think|if|whether) )"
    r"(?:is|are|was|isn't|aren't|(?:would|will|wouldn't"
    r"|won't)(?! (?:you|u|ya|ye|i|we) (?!be |find |say |think ))) "
    rf"[^,;?]{{0,60}}?\b{_TOO}"
    rf"|\b{_TOO}(?: (?:for|at|in) (?:\w+ ){{0,3}}\w+)?(?: \?|\Z)"
)
_LITTLE: Final = r"a (?:wee |little )?(?:bit|little|tad|touch)\b"
_CONCEDED: Final = re.compile(
    rf"(?:(?:it (?:is|would be|might be) )?(?:{_LITTLE}|(?:slightly|kinda|sort of)\b)"
    r"|(?:yes|yep|yeah|aye)(?: (?:,|\.|!))?"
    rf"(?: (?:{_LITTLE}|it(?:'s| is| would(?: be)?| might(?: be)?)(?! (?:\w+ )?(?:fine|ok|okay|grand"
    r"|good|great|perfect|lovely|no|works?|suits?|do)\b)"
    r"|slightly|too |sorry|i'm afraid|unfortunately|sadly)|\Z))"
)
_DOES_IT_YET: Final = re.compile(
    r"\bbut (?:(?:i|we)(?:'ll| can| could| will)(?: still"
    r"| just about)?(?: (?:do|make|manage|take|swing|squeeze|fit) (?:it|that|you)\b|(?= [.!]|\Z))"
    r"|(?:that's|it's|that is|it is) (?:fine|ok|okay|grand|no problem|no bother|doable)\b)"
)
"""What is conceded and done all the same: "a bit, but I can do it"."""


def is_too_much(reading: Reading, start: int, inbound: Reading) -> bool:
    """True where a yes agrees that something is too late or too short: "is 4 too late?", "a bit, yes"."""
    if _MINDS.match(reading.line, start) is not None and _DO_YOU_MIND.search(inbound.line) is not None:
        return True
    if _CONCEDED.match(reading.line, start) is None or _DOES_IT_YET.search(reading.line, start):
        return False
    return _ASKS_IF_TOO.search(_last_question(inbound)) is not None


_DO_YOU_MIND: Final = re.compile(r"\b(?:do|would|will) (?:you|u|ya|ye) mind\b")
_MINDS: Final = re.compile(
    r"(?:(?:yes|yeah|well|actually) (?:, )?)*i (?:do"
    r"|would)(?: (?:mind|actually|really|rather))*(?: a bit)?(?= ?[.,!]|$)"
)
_APOLOGISES: Final = re.compile(
    r"\b(?:sorry|apologies|hope (?:it's|this is|that's)|hate)"
    r" (?:to|for|not|no|i'm not|if) ?(?:\w+ ){0,2}?(?:bother\w*|troubl\w*|disturb\w*|pester\w*|pain|late"
    r"|nuisance|message|text|ask\w*|delay\w*)\b"
)
_NO_BOTHER: Final = re.compile(
    r"(?:no (?:bother|problem|worries|trouble|hassle|stress)|not (?:a|any) (?:bother|problem|trouble)"
    r"|all good|you're (?:fine|grand|ok|okay|alright))(?: at all)?(?: [\w']+)?(?= ?(?:[.!,]|$))"
)


def is_courtesy(reading: Reading, phrase: tuple[int, int], inbound: Reading) -> bool:
    """True where `phrase` answers an apology alone, with more behind it: "sorry to bother you", "no bother!"."""
    end = reading.sentence(phrase[0])[1]
    if end >= len(reading) or _APOLOGISES.search(inbound.line) is None:
        return False
    match = _NO_BOTHER.match(reading.line, reading.line_at[phrase[0]])
    return match is not None and match.end() + _MARK >= reading.line_at[end - 1]


_MARK: Final = 1


def _last_question(reading: Reading) -> str:
    """Return the last sentence that ends in a question mark, or the last one where none does."""
    if not reading.words:
        return ""
    marks = [i for i, word in enumerate(reading.words) if word == "?"]
    begin, end = reading.sentence(marks[-1] if marks else len(reading) - 1)
    at = reading.line_at
    return reading.line[at[begin] : at[end] if end < len(at) else None].strip()


_WOULD_MIND: Final = re.compile(
    r"\b(?:mind|a (?:problem|bother|pain|hassle)|an issue"
    r"|too (?:much trouble|late|early|soon|short|long|cheeky|much to ask))\b"
)
_UNMINDED: Final = re.compile(
    r"(?:(?:oh|ah|ha|haha|hi|hey|hiya)(?: \w+)? (?:, |! )?)?(?:(?:no|nope|nah) (?:, )?)?"
    r"(?:not at all|never too (?:late|early|soon|short)(?: for \w+)?|of course not"
    r"|not in the (?:slightest|least)|not a bit|(?:i )?(?:don't|wouldn't)"
    r" mind(?: at all| in the slightest)?)(?= (?:\w+ )?(?:[.!—]|,(?! (?:but|though|only|just)\b))"
    r"|(?: \w+)?\Z)"
)


def unminded_phrase(reading: Reading, inbound: Reading) -> tuple[int, int] | None:
    """Return the words that deny an objection the client asked about: "mind if …?", "not at all"."""
    if _WOULD_MIND.search(inbound.line) is None:
        return None
    match = _UNMINDED.match(reading.line)
    return None if match is None else reading.words_of(match.start(), match.end())
