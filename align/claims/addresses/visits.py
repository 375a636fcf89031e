"""Whether an address is one that the professional travels to, and so not their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.addresses.hosting import sends_there
from align.claims.addresses.told_places import told_owner
from align.claims.claim import Speaker

if TYPE_CHECKING:
    from align.claims.contacts.owners import Owner
    from align.claims.utterance import Utterance
    from align.reading import Reading

_REACH: Final = 10
_GOING: Final = re.compile(
    r"\b(?:i'll|ill|i will|i can|i could|i'd|i'm|im|we'll|we will|happy to|i|shall i|should i|me to"
    r"|let me|i'm happy to)"
    r"(?: (?!(?:not|you|when|once|if|after)\b)\w+){0,3}? (?:come|coming|head|heading|drive|driving"
    r"|travel|travelling|traveling|pop"
    r"|swing|arrive|arriving"
    r"|on my way|on the way|meet you|meeting you|see you|buzz|ring|knock|drop|outside|en route|pull up"
    r"|got you|have you)\b(?: (?!(?:my|mine|our|we're)\b|i'm in \Z)[\w',]+){0,6} \Z"
    r"|\b(?:i've got|i have|i've|got|have) \Z"
)
_THEIRS: Final = re.compile(
    r"(?: [^.!?\n]+?)?? (?:at|to|by|is|for|in|outside)"
    r" (?:yours|your (?:place|house|flat|apartment|door|building|hotel|home|office|venue|end|room)"
    r"|you (?:guys|both|all|on|at|for|then))\b"
)


_CHECKED: Final = re.compile(
    r"(?: \d{1,2}\b)?(?: ,)? (?:right|aye|eh|innit|ja|hey|huh|yeah|yes|correct|is that right|isn't it"
    r"|aren't you|are you not|don't you|wasn't it|ya|is it|yep|no) \?"
)
"""Whoever has to ask whether an address is right does not live there."""
_GREETED: Final = (
    r"(?:(?:hi|hey|hello|hiya|heya|morning|afternoon|evening"
    r"|good (?:morning|afternoon|evening))(?: (?!it's\b|its\b|i'm\b|my\b)[\w'-]+){0,2} [,!.—-] )?"
)
_NOTED: Final = re.compile(
    rf"{_GREETED}(?:(?:ok|okay|grand|perfect|great|lovely|cool|brilliant|super|sure|yep|so|right|amazing"
    r"|got it|got that|noted|that's|thats|that is|thanks|thank you|cheers|ta)"
    r"(?: [,!.—-]| so| then)* )+\Z"
)
"""Nothing but a word of thanks before an address: it was the client who gave it."""
_HELLO: Final = re.compile(rf"{_GREETED}\Z")
_RECEIVED: Final = re.compile(r"\b(?:got it|got that|noted|thanks|thank you|cheers|ta)\b")
_AS_GIVEN: Final = re.compile(r" (?:it is|it'll be)\b| ,? ?(?:got it|got that|noted)\b")
_PRAISED: Final = re.compile(
    r"[^.!?\n]{0,40}?, (?:great|perfect|lovely|grand|brilliant|cool|got it|noted|no (?:problem|bother))\b"
)
_COMES: Final = re.compile(
    r"\b(?:i'll|i will|i can|i'd|we'll|i'm going to|i)(?: \w+){0,2}?"
    r" (?:find (?:you|it)|park|hoot|knock|buzz|ring(?: the (?:bell|doorbell))?"
    r"|come (?:to|over|round|up|by)|be over|pull up|meet you (?:there|at)|see you there"
    r"|bring(?: \w+){1,5} (?:up|over|to you)|head over|drive)\b"
)
_DRIVER: Final = re.compile(
    r"\b(?:tell|ask) (?:her|him|them|your (?:[\w-]+ ){1,2}?)(?: ?(?:it's|its|it is|that it's|that it is|we're at|i'm at"
    r"|to (?:just )?(?:look (?:out )?for|find|head for|ring|buzz|press|knock (?:at|on)|come (?:up |over |round )?to|try)))"
    r"(?: the)? \Z"
    r"|\b(?:tell|give|show|ask) (?:(?:the|your|any) )?(?:driver|taxi|taxi driver|cab|cabbie|cab driver"
    r"|uber|grab|satnav|sat nav|guards?|security|doorman|porter|concierge|reception|front desk|lobby)"
    r"(?: (?:it's|its|it is|to go to|to take you to|to|:|is|for|to (?:ring|buzz|call)"
    r"|(?:that )?(?:you're|you are|ur|you) (?:here )?(?:for|visiting|going to|coming to|want"
    r"|need)))?(?: (?:blk|block|number|no|unit))? \Z"
)
_BEHIND: Final = 24


def is_for_driver(reading: Reading, first: int) -> bool:
    """True where a driver is told the address: the client is on the way to it."""
    line, at = reading.line, reading.line_at
    return _DRIVER.search(line[at[max(reading.sentence(first)[0], first - _REACH)] : at[first]]) is not None


def _is_echo(reading: Reading, first: int, last: int) -> bool:
    """True where the draft repeats an address that it was given: "got it, 8 Mill Close"."""
    line, at = reading.line, reading.line_at
    before = line[at[max(reading.sentence(first)[0], first - _REACH)] : at[first]]
    behind = line[at[last] - 1 : at[min(len(reading), last + _BEHIND)]]
    if before == "" or _HELLO.match(before) is not None:
        return _PRAISED.match(behind) is not None and _COMES.search(behind) is not None
    if _NOTED.match(before) is None:
        return False
    return bool(_RECEIVED.search(before) or _AS_GIVEN.match(behind) or _COMES.search(behind))


_UNCHANGED: Final = re.compile(
    r"\b(?:same|still)(?: (?:address|place|house|spot|one))?(?: (?:as|like) (?:last time|before|always|usual|ever|the"
    r" last time))?(?: (?:then|there|at|is|it is))*(?: [:,—-])? \Z"
)
_SAME: Final = frozenset("same still usual unchanged".split())
_OF_YOURS: Final = frozenset("you you're your yours u ur come coming arrive".split())
_OF_OURS: Final = frozenset("yes yep yeah yup no nope i'm we're i we my our mine ours here".split())
"""In what the client says: it is an answer, or of themselves; not "at the same address as usual then"."""
_PREMISES: Final = frozenset("address place house flat door spot apartment building".split())


def _is_unchanged(u: Utterance, first: int) -> bool:
    """True for the address of "same as last time: 8 Mill Close" where the client has said that theirs is the same."""
    told = u.inbound.said if u.inbound is not None else frozenset("?")
    if "?" in told or _SAME.isdisjoint(told) or _PREMISES.isdisjoint(told) or not _OF_YOURS.isdisjoint(told):
        return False
    if _OF_OURS.isdisjoint(told):
        return False
    line, at = u.reading.line, u.reading.line_at
    begin = max(u.reading.sentence(first)[0], first - _REACH)
    return _UNCHANGED.search(line[at[begin] : at[first]]) is not None


def goes_to(u: Utterance, first: int, last: int) -> Owner | None:
    """Return "client" where the professional travels to the address on `[first, last)`."""
    if u.speaker is not Speaker.PROFESSIONAL:
        return None
    reading = u.reading
    line, at = reading.line, reading.line_at
    begin, end = reading.sentence(first)
    if _CHECKED.match(line, at[last] - 1):
        return "client"
    if _GOING.search(line[at[max(begin, first - _REACH)] : at[first]]):
        return "client"
    if _is_unchanged(u, first):
        return "client"
    if sends_there(reading, first):
        return "professional"
    if last < end and _THEIRS.match(line[at[last] - 1 : at[min(end, last + _REACH)]]):
        return "client"
    return "client" if _is_echo(reading, first, last) else told_owner(reading, first, last)
