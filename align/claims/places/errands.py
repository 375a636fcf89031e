"""Journeys that are the professional's own affair: for supplies, for their family, to learn.

"I drive to Como for silk" and "I'm in Leeds on Sunday for my nephew's christening" tell of
the speaker and offer nothing, unless the listener comes into it: "so I could see you after".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 10
_FURTHER: Final = 30
_QUESTION: Final = 400
"""Characters of the client's message in which a question is looked for."""
_SUPPLIES: Final = (
    r"(?:supplies|supplier|stock|materials?|ingredients|produce|fabrics?|silks?|wool|yarn|linen|linings?"
    r"|leather|threads?|buttons|trimmings"
    r"|strings|parts|spares|tools|equipment|gear|kit|machines?|timber|wood|paint|ink|inks|pigments?|dye"
    r"|oils?|products|polish|colou?rs?"
    r"|flowers|plants|seeds?|seedlings|feed|hay|straw|flour|sugar|spices|cheese|meat|fish|seafood"
    r"|vegetables|veg|fruit|wine|coffee|tea"
    r"|beads|hair|wigs?|extensions|frames?|paper|film|lenses|books|music|scores|towels|crystals|stones"
    r"|herbs|needles|auctions?|sales?|market)"
)
_OWN: Final = (
    r"(?:christening|baptism|communion|confirmation|birthday|\d+(?:st|nd|rd|th)?|anniversary|wedding"
    r"|graduation|funeral|memorial|reunion"
    r"|exams?|course|training|retreat|certificate|licence|check-? ?up|operation|surgery|appointment"
    r"|dentist|degree|studies|marathon|race|tournament)"
)
_FAMILY: Final = (
    r"(?:family|parents|folks|mum|mom|mam|mother|dad|father|gran|granny|nan|grandmother|grandparents"
    r"|sister|brother|cousins?|aunt|uncle|in-? ?laws"
    r"|husband|wife|partner|kids|daughter|son|niece|nephew|grandchildren|grandkids|friends|girls|lads|oma|opa"
    r"|lola|lolo|nanay|tatay|abuela|abuelo|nonna|nonno|yiayia|nana|nani|dadi|ammi|amma|baba|mam+a|papa"
    r"|grandma|grandpa|godmother|fianc[eé]e?|boyfriend|girlfriend|mates?)"
)
_PURPOSE: Final = re.compile(
    r"\b(?:for|to (?:buy|get|fetch|collect|choose|source|order|find|restock))"
    rf" (?:(?:a|an|the|my|our|new|some|more|fresh|good|all|proper) ){{0,2}}(?:[\w-]+ )?{_SUPPLIES}\b"
    r"|\bto (?:(?:buy|fetch|collect|pick up|drop off|choose|source"
    r"|restock)(?! (?:your?|her|him|them|the (?:dog|puppy|dress|bike))\b)|stock up)\b"
    r"|\bto (?:taste|pray|worship|swim|ski|hike|climb|surf|sail|fish|shop|rest|relax|unwind|study|learn"
    r"|rehearse|practise|practice|recharge|breathe"
    r"|clear my head|watch|eat|drink|dance)\b"
    rf"|\bfor (?:my|our) (?:own )?(?:[\w'-]+ ){{0,3}}?{_OWN}\b"
    rf"|\bto (?:see|visit|help|look after|mind|meet|stay with) (?:my|our) (?:[\w-]+ )?{_FAMILY}\b"
    r"|\bfor (?:a|an|the|some|further|more) (?:[\w'-]+ ){0,2}?(?:course|training|seminar|conference"
    r"|congress|masterclass|trade (?:fair|show)|exam|refresher|certification|funeral)\b"
    rf"|\bwith (?:my|our|the) (?:whole )?{_FAMILY}\b"
    r"|\b(?:the|our|my) (?:kids|children) (?:ski|swim|love|have|get|are)\b"
    r"|\bfor (?:christmas|xmas|easter|eid|diwali|thanksgiving|new year'?s?|the holidays) with"
    rf" (?:my|our|the) {_FAMILY}\b"
)
"""What takes somebody to a place, and has nothing to do with clients."""
_AWAY: Final = re.compile(
    r"\b(?:(?:atelier|studio|shop|salon|clinic|we're|i'm|i am|we are|is|are"
    r"|so) (?:(?!not\b)\w+ )?(?:closed|shut)"
    r"|not working|no (?:appointments|bookings|clients|sessions"
    r"|lessons)(?! (?:needed|necessary|required))|day off|off work"
    r"|not taking (?:any )?(?:bookings|clients|appointments|anyone|work))\b"
)
"""Nothing is on offer while they are there."""
_SEES_NOBODY: Final = re.compile(
    r"\b(?:i|we) (?:don't|do not|won't|can't|never)(?: \w+)? (?:see|take|treat|work|meet|do|have)"
    r" (?:anyone|anybody|people|clients|bookings|anything)(?: \w+)? there\b"
)
"""Nobody is served at a place that is only passed through."""
_WORK: Final = re.compile(
    r"\b(?:clients?|customers?|bookings?|fittings?|appointments?|sessions?|slots?|spots?|dates)\b"
)


def _is_of_origin(u: Utterance, begin: int, end: int) -> bool:
    """True for a sentence without a date, where the client asked where something comes from."""
    if u.inbound is None or claims_between(u.days, begin, end):
        return False
    return _ORIGIN.search(u.inbound.reading.line, 0, _QUESTION) is not None


_ORIGIN: Final = re.compile(
    r"\bwhere (?:do|does|did|are|is|was|were|have|has)\b[^?.!]{0,50}?\b(?:from|buy|bought|source|learn"
    r"|learned|learnt|train|trained|study|grow up|made|born"
    r"|get (?:your|the|that|those|these|all)|find (?:your|the|that|those|these|all))\b"
    r"|\b(?:where(?:'s| is) .{0,40}? from)\b"
)
_SERVES: Final = re.compile(
    r"\b(?:see|fit|meet|catch|squeeze|do|take|visit|come|pop|swing|drop|stop|treat|slot|pencil|host|have"
    r"|book|call|sit) (?:\w+ ){0,2}?"
    r"(?:you|u|ye|yours?|him|her|them|by|in|over|round)\b"
)
"""The listener is served there all the same."""


def is_errand(u: Utterance, cue: int, last: int) -> bool:
    """True for a journey of the professional's own that offers the listener nothing."""
    begin, end = u.reading.sentence(cue)
    text = _line(u, max(begin, cue - _REACH), min(end, last + _REACH))
    if _may_be_away(text) and _AWAY.search(text) is not None:
        return True
    behind = _line(u, last, min(end, last + _FURTHER))
    nobody = _SEES_NOBODY.search(behind) if " there" in behind else None
    if nobody is not None:
        return _SERVES.search(behind, nobody.end()) is None
    purpose = _changes_there(text) or (_may_say_why(text) and _PURPOSE.search(text) is not None)
    if not (purpose or _is_of_origin(u, begin, end)) or _WORK.search(text) is not None:
        return False
    return _SERVES.search(behind) is None


def _changes_there(text: str) -> bool:
    """True for "I change planes in Leeds", "my flight connects in Leeds"."""
    return _may_change(text) and _CHANGES.search(text) is not None


def _may_change(text: str) -> bool:
    return "chang" in text or "connect" in text or "over in" in text or "over at" in text


_CHANGES: Final = re.compile(
    r"\b(?:chang(?:e|es|ing) (?:planes?|trains?|flights?)"
    r"|(?:flight|train|plane|bus)s? (?:\w+ )?connects?|connecting(?: flight)?"
    r"|(?:layover|stopover|connection)) "
    r"(?:in|at|through|via)\b"
)


def _may_be_away(text: str) -> bool:
    """True where a word of `_AWAY` stands; a quick look before the real one."""
    return "no" in text or "off" in text or "closed" in text or "shut" in text


def _may_say_why(text: str) -> bool:
    """True where a word of `_PURPOSE` stands; a quick look before the real one."""
    return "to " in text or "for " in text or "with " in text or "kids" in text or "children" in text


def _line(u: Utterance, begin: int, end: int) -> str:
    """Return the words `[begin, end)` as they stand on the line."""
    line, at = u.reading.line, u.reading.line_at
    if begin >= len(at):
        return ""
    return line[at[begin] : at[end] if end < len(at) else None]
