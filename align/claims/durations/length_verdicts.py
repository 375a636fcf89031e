"""What is said of a length of time: "twenty minutes is no trouble", "half an hour will set you up"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf
from align.claims.heard import once_a_message
from align.claims.poor_verdicts import is_poor
from align.claims.times.said_of_times import TROUBLE
from align.reading.cues import COMMA, NEGATION, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 14
PLANS: Final = frozenset("you ya u ye you's him her them".split())
COPULAS: Final = frozenset(
    "is 's are would wid wud will should could can might 'd 'll does do suits works work sounds feels".split()
)
_POOR: Final = frozenset(
    "too n't gone over about what how when where why never barely hardly only just nothing short "
    "shorter tight rushed pushing"
    " usual normal standard average typical long longer less more if past up better worse wasted".split()
)
"""What follows "half an hour is" where the length is not welcomed."""
_DETERMINERS: Final = frozenset("an the my your our all one".split())
_GOOD: Final = frozenset("good great lovely perfect nice sensible fair decent fine grand solid".split())


@once_a_message
def asks_short(u: Utterance) -> bool:
    """True where the client asks for an appointment below the minimum."""
    return u.inbound is not None and any(
        d.of is DurationOf.APPOINTMENT and d.low < u.known.shortest for d in u.inbound.durations
    )


def is_welcomed(u: Utterance, last: int, end: int) -> bool:
    """True for "twenty minutes on Saturday to say hi is no trouble": praise behind its first verb."""
    words, marks = u.reading.words, u.reading.marks
    for at in range(last, min(end, last + _REACH)):
        if marks[at] & (COMMA | SENTENCE_END):
            return False
        if (words[at] in COPULAS or words[at] in _DOING_GOOD) and _is_better_than_none(u, at):
            return True
        if words[at] in COPULAS and words[at - 1] not in _WORKPLACE:
            return _is_settled(u, at, end) or _is_praised(u, at, end)
    return False


def _is_settled(u: Utterance, at: int, end: int) -> bool:
    """True for a last "works", "suits me", "it is"."""
    words, marks = u.reading.words, u.reading.marks
    if words[at] not in ("works", "suits") and words[at - 1 : at + 1] != ["it", "is"]:
        return False
    return at + 1 >= end or bool(marks[at + 1] & (COMMA | SENTENCE_END)) or words[at + 1] in _SUITED


_SUITED: Final = frozenset("for me us well too then".split())
_WORKPLACE: Final = frozenset("before after at from off to".split())
"""Words behind which "work" is no verb: "half an hour before work is fine"."""


def _is_praised(u: Utterance, at: int, end: int) -> bool:
    """True for the words behind the copula at `at` that welcome its subject."""
    words, marks = u.reading.words, u.reading.marks
    said = words[at + 1 : min(end, at + 4)]
    if said[:1] != [] and said[0] in _FREE and said[1:2] in (["if"], ["when"]):
        return True
    said = [word for i, word in enumerate(said) if word != "just" or said[i + 1 : i + 2] not in _FINE]
    if said[:1] in (["no"], ["zero"]):
        return not TROUBLE.isdisjoint(said[1:2])
    if any(marks[i] & NEGATION for i in range(at, min(end, at + 3))) or is_poor(u.reading, at + 1, end):
        return False
    if said[1:2] and said[1] in _PERSONS:
        return _is_benefit(words[at + 1 : min(end, at + 8)])
    if said[:2] in _ABOUT_ALL or said[:1] == ["all"]:
        return not _ALL_ONE.isdisjoint(words[at + 1 : min(end, at + 6)])
    if said[:1] == ["a"]:
        return not _GOOD.isdisjoint(said[1:])
    return bool(said) and said[0] not in _DETERMINERS and _POOR.isdisjoint(said) and said[0].isalpha()


def _is_better_than_none(u: Utterance, at: int) -> bool:
    """True for "is better than nothing", "is what we'll do"; "goes a long way" only answers who asks for it."""
    deal = _GOOD_DEAL.match(u.reading.line, u.reading.line_at[at])
    return deal is not None and (deal["praise"] is None or asks_short(u))


_FREE: Final = frozenset("free open available yours possible fine ok okay grand".split())
_FINE: Final = [["fine"], ["right"], ["perfect"], ["great"], ["lovely"], ["grand"]]
_NOTHING: Final = r"(?:nothing|none|no |not |zero|skip|cancel|miss|leaving it)"
_GOOD_DEAL: Final = re.compile(
    rf"(?:(?:is|'s|are) (?:still |always |a lot |much |way |far )*better than {_NOTHING}|beats {_NOTHING}"
    r"|(?:is|'s) (?:\w+ )?(?:how long|what) (?:we'll|we'd|i'd|i'll|she'd|he'd|you'd"
    r"|they'd)\b(?! (?:need|have to))"
    r"|(?P<praise>(?:is|'s) worth|does (?:more|wonders)|goes a long way|beats)\b)"
)
_DOING_GOOD: Final = frozenset("beats goes".split())


def _is_benefit(said: list[str]) -> bool:
    """True for "(will) set you up for the weekend", "have you walking again"; not for "get you there"."""
    if said[0] in ("give", "leave"):  # "would give us lots of time to talk"
        return not _TIME.isdisjoint(said[2:6]) and _ERRANDS.isdisjoint(said)
    if said[0] in _MENDING:
        return _GOING.isdisjoint(said[2:4])
    well = not _WELL.isdisjoint(said[2:]) or (
        said[2:3] != [] and said[2].endswith("ing") and said[2] not in _ILL
    )
    return said[0] in _BRINGING and well and _GOING.isdisjoint(said[2:4])


_TIME: Final = frozenset("time room space".split())
_ERRANDS: Final = frozenset("get park drive change set setup pack eat reach arrive think".split())
_PERSONS: Final = frozenset("you u ya him her them us me it".split())
_MENDING: Final = frozenset("set sort do loosen fix suit help free settle calm".split())
_BRINGING: Final = frozenset("have get leave see put keep".split())
_WELL: Final = frozenset(
    "right walking moving feeling looking smiling sorted done ready fresh good back new sleeping loose "
    "relaxed set fixed"
    " going floating glowing human".split()
)
_ILL: Final = frozenset(
    "waiting queueing queuing rushing running racing sweating missing hurrying gabbling yawning begging "
    "wondering something"
    " nothing anything paying driving leaving arriving sitting".split()
)
_GOING: Final = frozenset("there here to from into home no".split())
_ABOUT_ALL: Final = [["about", "all"], ["just", "all"], ["pretty", "much"], ["honestly", "all"]]
_ALL_ONE: Final = frozenset("he'd she'd they'd you'd he she they you he'll she'll you'll it'd i'd".split())
"""Whose "all" a length is: "is about all he'd sit still for"."""
