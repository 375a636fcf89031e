"""Tell the bare numbers that are no money by what they are figures of: ages, marks, heads, buses, numbers to call.

"My oldest pupil is 81", "well done on the 88", "a rough headcount if it's moved from 120", "111 if you feel unsafe".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.durations.no_sessions import COOKING, THEN
from align.claims.helplines import is_emergency_number

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance

_BACK: Final = 12
_AHEAD: Final = 6
_FAR: Final = 30
_OLDEST: Final = 110
_MARKS: Final = 100
_RATED: Final = re.compile(
    r"(?:an?|per|each|flat|total|all in|the hour|quid|bucks|for (?:the|an|a|one|your|you|two|three|\d+)|if"
    r" you|with me|at (?:mine|yours)"
    r"|a head|to (?:hold|book|secure)|(?:is|'s) (?:the|my|our) (?:price|rate|fee|minimum|card))\b"
)
"""Behind a number: it is charged after all."""
_KIN: Final = (
    "mum mam mom mother dad father gran nan nana granny grandma grandad grandpa grandmother grandfather son daughter"
    " brother sister husband wife uncle aunt auntie niece nephew cousin neighbour neighbor boss dog cat boy girl lad"
    " pupil client student learner customer beginner regular runner player bride groom model swimmer member"
).split()
"""Of whom it is told how old they are."""
_AGED: Final = re.compile(
    r"(?:\b(?:my|our|his|her) (?:very |own )?(?:oldest|eldest|youngest)"
    r"(?: (?!(?:rate|price|fee|card|package|cost|hour|lesson|session|offer|deal|visit|booking|client's)\b)[\w'-]+){0,3}"
    rf"|\bmy (?:[\w-]+ )?(?:{'|'.join(_KIN)})|\b(?:i|we)(?:'ve| have)? (?:ever |once )?(?:had|taught|met|coached))"
    r"(?: (?:is|was|turned|turns|just turned|must be|has turned|will be)|'s|(?<=['s]))(?: (?:now|already"
    r"|only|nearly|about|just|over|almost))* \Z"
)
"""Who is so old: "my oldest pupil is", "the best one I ever had was"."""
_OWN_AGE: Final = re.compile(
    r"\b(?:i'm|im|i am|she's|he's|she is|he is|they're|(?:mum|mom|dad|gran|son|daughter|mother|father"
    r"|husband|wife)(?:'s| is)|aged?|age|turning"
    r"|turned|turns|at|bad for|good for|just) (?P<age>\d{1,3})\b(?! ?(?:min|mins|minutes|hours?|hrs?"
    r"|euros?|quid|pounds|dollars|[%$€£])\b)"
)
"""How old the client says that somebody is."""
_AT_AGE: Final = re.compile(
    r"\b(?:at|being|turning|turned|aged?|of|you're|she's|he's|even|over|beat|past) \Z"
)
_IS_AGE: Final = re.compile(
    r"(?:is|isn't|'s|years) (?:no|not|a|an|nothing|the new|only|perfect|just|hardly|when|never|young|too"
    r"|old|plenty|such)\b|years\b"
)
_EXAMS: Final = frozenset(
    "exam exams marks mark result results scored grade test mock mocks gcse gcses prelims".split()
)
_GOT_MARK: Final = re.compile(
    r"(?<!\bi )(?<!\bwe )(?<!'ve )\b(?:got|gets|scored|made|earned|received) an? (?P<mark>\d{1,3})(?= ?(?:[.,!?;:)]|$|on"
    r"|in|overall|too|today|this|last|and)(?!\w))"
)
"""The mark that the client tells of: "Savannah got a 91!!"; "I got a 50 here" can be a banknote."""
_LINES: Final = frozenset("bus buses tram trams train trains luas dart metro tube streetcar".split())
"""What runs under a number, where the client asks after it."""
_OF_LINE: Final = re.compile(
    r"(?:bus |tram |train )?(?:from|to|towards?|into|up|down|along|out|that|which|stops?|goes|runs|leaves"
    r"|drops|takes|comes|every|direct|straight|all the way)\b(?! (?:to|me|us)\b)"
)
_PAID: Final = re.compile(r"\b(?:pay|paid|paying|send|sent|transfer|owe|bring|charge|ask|quoted?)\b")
_COSTS: Final = re.compile(
    r"\b(?:it's|that's|is|be|i'm|charge|call it|make it|for|at|costs?|hour|hour's|lesson|lesson's|price|rate)(?: \w+)? \Z"
)
_BIDDING: Final = frozenset(
    "do would could can pay charge cost offer budget take accept so said go call".split()
)
_BID: Final = 4
"""Words before the client's number, one of which makes it an offer: "could you do 40"."""
_HEARD: Final = 20
_MANY: Final = 400
_LONGEST: Final = 2000
"""Numbers, words and characters of the client's message that are looked at for every number."""
_NO_PRICE: Final = (
    r"(?!(?:price|cost|rate|fee|charge|(?<!if )it's|i'm|that's|is it|comes?|add|but|i|could|do)\b)"
)
_HEADS: Final = re.compile(
    r"\b(?:head ?- ?count|headcount|guest (?:list|count|numbers?)|rsvps?|(?:final|the|your|exact) numbers"
    r"|turn ?- ?out|attendance|capacity)"
    rf"(?: {_NO_PRICE}[\w']+){{0,8}} \Z"
)
"""Of how many people a number tells, with no comma in between: "a headcount if it's moved from"."""
_PRAISE: Final = re.compile(
    r"\b(?:well done|congrat(?:s|z|ulations)?|hats off|bravo|fair play|kudos|proud of|chuffed|delighted)(?: [\w']+){0,6}"
    r" (?:on|for|with|about|getting|scoring)"
    r"(?: (?:the|that|a|an|his|her|their|your|getting|scoring))*(?: (?:whopping|amazing|brilliant|superb"
    r"|solid|cracking))? \Z"
)
_PAPERS: Final = (
    "exam exams test mock mocks paper grade theory quiz assessment essay maths english final finals prelim prelims"
).split()
_IN_EXAM: Final = re.compile(
    r"(?:(?:percent|marks?|points) )?(?:in|on) (?:the|his|her|their|your|that|a) (?:[\w-]+ )?"
    rf"(?:{'|'.join(_PAPERS)})\b"
    r"(?! (?:week|weeks|session|sessions|lesson|lessons|prep|preparation|run|day|month|term|season|slot|package|block))"
)
"""Behind a mark: in what it was got."""
_OVEN: Final = re.compile(
    r"(?:\b(?:minutes|mins|min|hours?|hrs?) (?:at|on) (?:gas |about )?(?P<degrees>\d{2,3} (?:[\w'-]+"
    r" ){0,3}?(?:, )?(?:and )?then"
    r" (?:(?:drop|turn|lower|take|bring|down|it|the|oven|to|at|up) ){0,6})?|\b(?P<probe>reads? (?:about )?))\Z"
)
"""Before the degrees of a recipe: "20 minutes at 450, then 325 until it reads 130"."""


_CUES: Final = (
    frozenset(_PAPERS)
    | {form for who in _KIN for form in (who, who + "'s")}
    | frozenset(
        "oldest eldest youngest had taught met coached headcount head guest rsvp rsvps numbers turnout turn"
        " attendance capacity done congrat congrats congratz congratulations hats bravo fair kudos proud chuffed delighted minutes"
        " mins min hour hours hr hrs reads read".split()
    )
)
"""One of these stands in every way of telling a figure that the client has not named."""


def is_mere_figure(u: Utterance, number: Number) -> bool:
    """True for a bare number that is an age, a mark, a count of heads or a number to call in need."""
    reading = u.reading
    first, last = number.first, number.last
    if is_emergency_number(reading, first, last):
        return True
    begin, end = reading.sentence(first)
    heard = u.inbound is not None and (bool(u.inbound.numbers) or not _LINES.isdisjoint(u.inbound.said))
    if not heard and _CUES.isdisjoint(reading.words[max(begin, first - _BACK) : min(end, last + _AHEAD)]):
        return False
    value = float(number.value)
    line, at = reading.line, reading.line_at
    before = line[at[max(begin, first - _BACK)] : at[first]]
    stop = min(end, last + _AHEAD)
    behind = line[at[last] : at[stop]] if last < stop else ""
    if _RATED.match(behind):
        return False
    if value <= _MARKS and _is_mark(before, behind):
        return True
    if value <= _OLDEST and (_AGED.search(before) or _is_heard_of(u, number, before, behind)):
        return True
    heated = _OVEN.search(before)
    if heated is not None and (heated["degrees"] or heated["probe"] or THEN.match(behind)):
        return COOKING.search(line, at[max(begin, first - _FAR)], at[min(end, last + _FAR)]) is not None
    return _HEADS.search(before) is not None


def _is_mark(before: str, behind: str) -> bool:
    """True for "well done on the 88", "82 in the exam", where it is not asked for anything."""
    if _PRAISE.search(before):
        return True
    return _IN_EXAM.match(behind) is not None and _COSTS.search(before) is None


def _is_line(before: str, behind: str) -> bool:
    """True for the bus of "you want the 69 from the Baker's Arms end", which nobody pays or asks."""
    named = before.endswith("the ") and _OF_LINE.match(behind) is not None
    return named and _COSTS.search(before) is None and _PAID.search(before) is None


def _is_heard_of(u: Utterance, number: Number, before: str, behind: str) -> bool:
    """True for "64 is no age" where the client says that they are so old, and "a 65 is a pass" where they got it."""
    inbound = u.inbound
    if inbound is None:
        return False
    if not _LINES.isdisjoint(inbound.said) and _is_line(before, behind):
        return True
    heard = [n.first for n in inbound.numbers[:_HEARD] if n.value == number.value]
    words = inbound.reading.words[:_MANY]
    if not heard or any(not _BIDDING.isdisjoint(words[max(0, at - _BID) : at]) for at in heard):
        return False
    if not _EXAMS.isdisjoint(words) and not _COSTS.search(before):
        return True
    marks = {found["mark"] for found in _GOT_MARK.finditer(inbound.reading.line, 0, _LONGEST)}
    if f"{number.value:f}" in marks and not _COSTS.search(before):
        return True
    ages = {found["age"] for found in _OWN_AGE.finditer(inbound.reading.line, 0, _LONGEST)}
    if f"{number.value:f}" not in ages:
        return False
    return _AT_AGE.search(before) is not None or (not before and _IS_AGE.match(behind) is not None)
