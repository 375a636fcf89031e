"""What a client asks the length of that is no appointment: "how far is it?", "how long do I ice it?", "how long to dry?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.durations.plain_offers import is_plainly_offered
from align.claims.heard import once_a_message
from align.reading.cues import QUESTION

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 24
_TIME_OFF: Final = r"(?:breaks?|gaps?|intervals?|intermissions?|wait|queue|soak|drying|bake|rest)"
_WAITED_FOR: Final = (
    r"(?:dry|set|cure|harden|heal|settle|stay (?:in|on|put)|rest|soak|steep|marinate|prove|simmer|bake|roast|cook"
    r"|cool|charge|develop|kick in|wear off|sink in)"
)
"""What a thing does by itself, while nobody is at work."""
_WHO: Final = (
    r"(?:i|we|she|he|they|i'm|i'd|i'll|we're|we'd|we'll|she'd|she's|she'll|he'd|he's|he'll|they'd|they're)"
)
_OTHER: Final = re.compile(
    r"\bhow (?:far|long(?: ?'s| is| would| does| will)?(?: the| it| that)?(?: [\w'-]+){0,3}?"
    r" (?:drive|walk|trip|journey|commute|ride|get (?:here|there|to)|reach))\b"
    r"|\bhow long (?:do|should|can|must|shall|will|would) (?:i|we|he|she|it|they) (?:have to |need to )?"
    r"(?!(?:book|need|have|get|come|want|go|do|be|take|last|reserve|schedule|see|require|stay|is|for"
    r"|plan|ask|pay|really)\b)[a-z]+"
    rf"|\bhow long (?:till?|until|before|between)\b(?! {_WHO}(?: (?:is|are|am|will|would|be))* (?:done|finished|out|through)\b)"
    rf"|\bhow long(?: is| are| ?'s| ?'re| do| does| will| would) (?:the|a|your|my|each|those) (?:[\w'-]+ )?{_TIME_OFF}\b"
    r"|\bhow (?:long do you need to (?:set|pack|get|travel|prepare)|early (?:do|will|would|should|are))\b"
    rf"|\bhow long (?:do|does|should|must|for|will)(?: [\w'-]+){{1,3}}? (?:to |take to |need to )?{_WAITED_FOR}\b"
)


def answers_other_length(u: Utterance, first: int) -> bool:
    """True for a length that no verb offers, where the client asks how long something else is and names no length."""
    if u.inbound is None or u.inbound.durations:
        return False
    if _SHORT_ONE.search(u.inbound.reading.line) or _is_put_forward(u, first):
        return False
    return hears_other_length(u) and not is_plainly_offered(u, first)


def _is_put_forward(u: Utterance, first: int) -> bool:
    """True for "how about half an hour" and "45 minutes is what we'd do then", whatever was asked."""
    at, end = u.reading.line_at, u.reading.sentence(first)[1]
    begin, stop = at[max(0, first - _NEAR)], at[end] if end < len(at) else len(u.reading.line)
    return _PUT_FORWARD.search(u.reading.line, begin, stop) is not None


_NEAR: Final = 3
_PUT_FORWARD: Final = re.compile(r"\b(?:how|what) about\b|\bis what we(?:'d|'ll| would| can| could) do\b")
_SHORT_ONE: Final = re.compile(
    r"\b(?:short|shorter|quick) (?:one|session|lesson|visit|appointment|slot|massage|groom)\b"
)
"""What asks for less as well: "and could I do a short one?"."""


def remarks_on_event(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for "22 minutes, love it!" to "ceremony is 22 minutes lol": a remark on what the client only tells."""
    if (
        u.inbound is None
        or all(told.low != minutes for told in u.inbound.durations)
        or first != u.reading.sentence(first)[0]
    ):
        return False
    behind = u.reading.words[last : last + 2]
    if behind[:1] != ["!"] and (behind[:1] != [","] or behind[1:] not in _REMARKS):
        return False
    return tells_of_event(u.inbound)


_REMARKS: Final = [[word] for word in "love ha haha hahaha lol wow gosh blimey brisk quick short".split()]
"""What laughs at a length or admires it; "that works" and "sure" grant it."""


@once_a_message
def tells_of_event(inbound: Utterance) -> bool:
    """True for a client who asks for nothing and tells how long an event lasts: "the ceremony is 22 minutes"."""
    line = inbound.reading.line
    return not inbound.reading.seen & QUESTION and _EVENT.search(line) is not None and not _ASKS.search(line)


_EVENT: Final = re.compile(
    r"\b(?:ceremony|film|movie|match|game|speech|flight|commute|drive|walk|queue|exam|sermon|song)"
    r" ?(?:is|'s|was|lasts|lasted|ran|runs|took) (?:(?:only|just|about|like|exactly|all of) )?[\w-]+ "
)
_ASKS: Final = re.compile(
    r"\?|\b(?:can|could|would|will|do) (?:you|u|we|i)\b|\b(?:book|want|need|like|fit|squeeze|looking|please|pls|let's|lets)\b"
)


@once_a_message
def hears_other_length(u: Utterance) -> bool:
    """True where the client asks how far it is, or how long something else takes: "how long do I ice it?"."""
    if u.inbound is None:
        return False
    line = u.inbound.reading.line
    others = [match.group() for match in _OTHER.finditer(line)]
    # "how long do I rest after, and how long is it?" asks for the appointment too
    return bool(others) and sum("how long" in other for other in others) >= line.count("how long")


def asks_other_length(u: Utterance, first: int) -> bool:
    """True where a client's own question before the length at `first` is how long something else takes."""
    places = u.reading.line_at
    return _OTHER.search(u.reading.line, places[max(0, first - _REACH)], places[first]) is not None
