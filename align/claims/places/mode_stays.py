"""What the client does at a side alone: where they stay, what they practise there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.places.mode_subjects import who_goes
from align.claims.stances.concessions import turns_down_with_but

if TYPE_CHECKING:
    from align.claims.claim import ModeClaim
    from align.claims.utterance import Utterance

_STILL: Final = frozenset("still just already also all both only back".split())
_STAYING: Final = frozenset(
    (
        "you're youre are staying stay live living back settled home sleep sleeping crash crashing lodging "
        "overnight"
    ).split()
)
_ERRANDS: Final = frozenset("do practise practice rest lie sleep keep put wash leave wait try stay".split())


def stays(words: list[str], index: int) -> bool:
    """True for "if you're still at your mum's": where somebody stays."""
    at = index - 1
    while at > 0 and words[at] in _STILL:
        at -= 1
    if words[at] == "are":
        return words[at - 1 : at] in (["you"], ["they"])  # "lessons are at mine"
    return words[at] in _STAYING


def is_wished(u: Utterance, index: int) -> bool:
    """True for the "came" of "if you came", "I'd rather you came": no past."""
    return " ".join(u.reading.words[max(0, index - 2) : index - 1]) in ("if", "rather", "better", "sooner")


def is_dreamt(u: Utterance, claim: ModeClaim) -> bool:
    """True for "if only I could come to you", "I'd come to you but I don't drive"; not for "pick some day and I'll come"."""
    line, at, index = u.reading.line, u.reading.line_at, claim.first
    before = u.reading.words[max(0, index - 2) : index]
    if before in _NEVER_WAS:
        return True
    if (
        before[-1:] in _I_WOULD
        and claim.last < len(at)
        and turns_down_with_but(line[at[claim.last] :][:_TURN_REACH])
    ):
        return True
    begin = max(u.reading.sentence(index)[0], index - _DREAM_REACH)
    if before[-1:] in (["been"], ["were"]) and _has_gone_on(u, index, begin):
        return True
    dreamt = (
        None
        if _DREAMING.isdisjoint(u.reading.words[begin:index])
        else _DREAM.search(line, at[begin], at[index])
    )
    return dreamt is not None and not (dreamt["open"] and claims_between(u.days, *u.reading.sentence(index)))


def _has_gone_on(u: Utterance, index: int, begin: int) -> bool:
    """True for "you've been coming to me for years"; not where a coming day follows, "same again on Friday"."""
    words, end = u.reading.words, u.reading.sentence(index)[1]
    led = words[index - 1] == "were" or not _HAVE.isdisjoint(words[max(begin, index - 4) : index - 1])
    ahead = any(d.until >= u.moment.today for d in claims_between(u.days, index, end))
    return words[index].endswith("ing") and led and not ahead and not claims_between(u.starts, index, end)


_HAVE: Final = frozenset("you've i've we've have has had she's he's they've you'd they'd".split())
_NEVER_WAS: Final = (["could", "have"], ["would", "have"], ["should", "have"])
_I_WOULD: Final = (["i'd"], ["we'd"], ["would"])
_TURN_REACH: Final = 160
_DREAM_REACH: Final = 12
_DREAM: Final = re.compile(
    r"\bif only (?:i|we)\b"
    r"|(?P<open>(?:(?:^|(?:[.,!?;:\n—-]|\b(?:and|but|so|that|maybe|perhaps|hopefully|think|hope|sure|yes"
    r"|well)) )(?:some day|someday|one day)"
    r" (?:(?:soon|maybe|perhaps) )?(?:(?:i|you|we) (?:can|could|will|would|might|may)|i'll|i'd|you'll"
    r"|you'd|we'll|we'd)(?= [^.,!?;]*$)"
    r"|\b(?:when|once) (?:i|we) (?:have|get|find) (?:a|my own|our own)"
    r" (?:car|van|bike|scooter|licen[cs]e|studio|place|salon|shop|clinic|room|house|flat|apartment|home"
    r"|table)(?= (?:,|i|i'll|i'd|you|we|then|of|again|sorted)\b| ,))\b)"
    r"|\bif (?:i|we) had (?:a|the|my|more) (?:[\w'-]+ ){1,3}(?:, )?(?:(?:i|we|you) (?:could|would|can)"
    r"|i'd|we'd|you'd)(?= [^.,!?;]*$)"
)


_DREAMING: Final = frozenset("if day someday when once".split())
"""What each of these ways holds one of."""


def is_over(line: str, at: int) -> bool:
    """True behind "lovely to have you in": " the studio last week"; "I can host you tonight, last slot" is ahead."""
    return _OVER.match(line, at) is not None


_OVER: Final = re.compile(
    r"(?: (?!(?:like|as|than|so|and|or)\b)[a-z']+){0,3}?"
    r" (?:yesterday|ago|last (?:week|weekend|night|month|year|time|spring|summer|autumn|winter"
    r"|\w+day))\b"
)


def is_own_errand(u: Utterance, begin: int, index: int) -> bool:
    """True for "a couple of things to do at your desk", "rest at your place": the client alone."""
    words = u.reading.words
    for at in range(begin, index):
        if words[at] in _ERRANDS:
            who = who_goes(u, at)
            bare = at == begin or (at == index - 1 and words[at - 1] == "to") or words[begin] == "let"
            return who in ("listener", "other") or (who == "none" and bare)
    return False


def is_homework(said: frozenset[str]) -> bool:
    """True for the words of a sentence about what the client is set to do between the sessions."""
    return not _SET.isdisjoint(said)


_SET: Final = frozenset(
    "exercise exercises homework stretches drills scales worksheet worksheets warmup warmups ups practice"
    " routine routines recordings".split()
)
