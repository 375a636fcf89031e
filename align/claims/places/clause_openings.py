"""What a clause about a place opens with: a wish, an order, an offer whose subject goes without saying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.nearby import claims_between
from align.claims.places.presence_words import PARTS, Part
from align.claims.stances.standing_wishes import STANDS

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_ELIDED: Final = frozenset("could can will would happy glad delighted".split())
"""What a clause begins with whose subject, the speaker, goes without saying."""
_SENT: Final = (["go"], ["break"], ["smash"], ["fly"], ["travel"])
_GO_ON: Final = (["ahead"], ["on"], ["with"])
_REGRET_REACH: Final = 8
_WOULD: Final = frozenset("i'd id would we'd".split())
_WISHING: Final = frozenset("love like".split())
_COUNTING: Final = (["the"], ["just"], ["only"], ["is"], ["that"], ["this"])
_IS_NOW: Final = frozenset("i'm im we're".split())
_SOMEDAY: Final = (["one", "day"], ["some", "day"])
_GLAD: Final = (["happy"], ["glad"], ["delighted"])
_DOINGS: Final = (Part.MOTION, Part.ACTIVE, Part.ENCOUNTER)
_BEFORE_WISH: Final = frozenset("yes yep ok okay great perfect lovely cool anyway till until well".split())
_WISHED: Final = frozenset("a an the fun yourself yourselves some".split())


def regrets(u: Utterance, cue: int, last: int) -> bool:
    """True for "I'd love to do Leeds but I'm away all spring", not for "I'd love to do Leeds but bring cash"."""
    words = u.reading.words
    if "but" not in words[last : last + _REGRET_REACH] or not _is_wished(words, cue):
        return False
    behind = words.index("but", last) + 1
    line, at = u.reading.line, u.reading.line_at
    return behind >= len(words) or STANDS.match(line, at[behind]) is None


def _is_wished(words: list[str], cue: int) -> bool:
    """True for the "I'd love to", "would love to" of a wish that goes on to what it is for."""
    begin = max(0, cue - _REGRET_REACH)
    for at in range(cue - 1, begin, -1):
        if words[at] in _WISHING and words[at - 1] in _WOULD:
            return True
        if PARTS.get(words[at]) is Part.SPEAKER:
            return False  # "I'd love to, I'm in Leeds on Friday but …"
    return False


def is_someday(u: Utterance, at: int) -> bool:
    """True for "if only I could fly to Leeds", "one day I'll come to Leeds"; not for "the one day I'm in Leeds"."""
    words = u.reading.words
    if words[at - 2 : at] == ["if", "only"]:
        return True
    if words[at - 2 : at] in _SOMEDAY:
        dated = bool(claims_between(u.days, *u.reading.sentence(at)))  # "one day I can do in Leeds is Friday"
        return not dated and words[at - 3 : at - 2] not in _COUNTING and words[at] not in _IS_NOW
    return words[at - 1 : at] in (["someday"], ["eventually"])


def lies_ahead(u: Utterance, at: int) -> bool:
    """True for "my next day in Leeds", and "my last day in Leeds is Friday"."""
    if u.reading.words[at + 1] == "next":
        return True
    dated = claims_between(u.days, *u.reading.sentence(at))
    return any(d.until >= u.moment.today for d in dated)


def behind_preamble(u: Utterance, begin: int, cue: int) -> int:
    """Return where a sentence goes on behind "As you know,", "Sorry I came back late,", for a place at `cue`."""
    if "," not in u.reading.words[begin:cue]:
        return begin
    line, at = u.reading.line, u.reading.line_at
    match = _PREAMBLE.match(line, at[begin], at[cue])
    return u.reading.words_of(*match.span())[1] if match is not None else begin


_PREAMBLE: Final = re.compile(
    r"(?:(?:so|and|hi|hey|oh) (?:, )?)?(?:as (?:you know|i said|we said|promised|mentioned|discussed"
    r"|agreed|planned|usual)|like i said"
    r"|just so you know|(?:so |very )?sorry (?:i|i'm|for|about) [^,.!?]{1,50}"
    r"|(?:i )?(?:almost |nearly )?forgot to (?:say|mention|tell you)) , "
)


def is_last_time(u: Utterance, cue: int) -> bool:
    """True for "last time in Leeds I got soaked"; not for "last time in Leeds this year is Friday"."""
    if u.reading.words[cue - 2 : cue] != ["last", "time"]:
        return False
    return not any(d.until >= u.moment.today for d in claims_between(u.days, *u.reading.sentence(cue)))


def is_wish(u: Utterance, at: int) -> bool:
    """True for "have a lovely time in Leeds": whoever is told to have it."""
    words = u.reading.words
    while at < len(words) and (PARTS.get(words[at]) is Part.LINK or words[at] in _BEFORE_WISH):
        at += 1
    return words[at : at + 1] == ["have"] and " ".join(words[at + 1 : at + 2]) in _WISHED


def sends(u: Utterance, at: int) -> bool:
    """True for "go get them in Leeds", "break a leg in Leeds": what the listener is told to do there."""
    words = u.reading.words
    while at < len(words) and (PARTS.get(words[at]) is Part.LINK or words[at] in _BEFORE_WISH):
        at += 1
    return (
        u.speaker is Speaker.PROFESSIONAL
        and words[at : at + 1] in _SENT
        and words[at + 1 : at + 2] not in _GO_ON  # "go ahead and book in Leeds"
    )


def goes_without_saying(u: Utterance, at: int, cue: int) -> bool:
    """True for "Will be in Leeds", "Happy to drive down and sing in Leeds": the speaker's doing."""
    words = u.reading.words
    if u.speaker is not Speaker.PROFESSIONAL:
        return False
    while at < cue and (PARTS.get(words[at]) is Part.LINK or words[at] in _BEFORE_WISH):
        at += 1
    if words[at : at + 1] in _GLAD and words[at + 1 : at + 2] == ["to"]:
        return any(PARTS.get(w) in _DOINGS for w in words[at:cue])
    return words[at : at + 1] == ["will"] and PARTS.get(words[at + 1]) is not Part.LISTENER


def is_elided(u: Utterance, link: int, cue: int) -> bool:
    """True for the clause of "Hi Anna, could drive over to Leeds for you": what the speaker does."""
    words = u.reading.words
    while link < cue and PARTS.get(words[link]) is Part.LINK:
        link += 1
    if link >= cue or words[link] not in _ELIDED or u.speaker is not Speaker.PROFESSIONAL:
        return False
    return any(PARTS.get(w) in _DOINGS for w in words[link:cue])
