"""Rings, bells and phones: "ring me", "a quick bell", "on the phone", "a phone chat"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.talking import (
    CALL_WHEN,
    GIVE,
    LINE,
    ME,
    NOUN_BEFORE,
    OTHERS_CALL,
    SIZE,
    TO_SOMEBODY,
    VERBAL,
    WILLING,
    ends_clause,
    from_position,
    is_busy,
    is_offered,
    only_refused,
    proposal,
    told_if,
    with_lead,
    words_before,
)

if TYPE_CHECKING:
    from align.claims.channels.talking import Proposal
    from align.reading import Reading

_RING_TO: Final = re.compile(
    rf"(?:ring|ringing|phone|phoning|dial|dialling) {ME}\b(?: back| up)?|bell (?:me|us)\b|dial (?:my|our)\b"
    r"|(?:ring|phone) (?:the (?:studio|shop|salon|office|desk|landline)|(?:my|our|this) (?:\w+ )?(?:number|line|cell|mobile|phone|office|studio|shop|landline))\b"
)
_GIVEN: Final = re.compile(rf"\b{GIVE}(?: {ME}| {LINE})? (?:a |the )(?:{SIZE} )?\Z")
_GIVEN_PHONE: Final = re.compile(r"\b(?:gie ?'s|gies|gis|gissa|give us) (?:a )?(?:wee |quick )?\Z")
_SIZED: Final = re.compile(r"\b(?:quick|wee|cheeky|speedy) \Z")


def read_ring(reading: Reading, index: int) -> Proposal | None:
    """Read "ring", "bell", "buzz", "tinkle": a phone call where it is given or to somebody."""
    line, at = reading.line, reading.line_at
    before = words_before(reading, index)
    given = _GIVEN.search(before)
    if given is not None:
        if OTHERS_CALL.search(before[: given.start()]):
            return None
        return from_position(reading, at[index] - len(given.group()), index + 1, "phone call")
    word = reading.words[index]
    if word in ("bell", "tinkle", "ring") and _SIZED.search(before):
        return index - 1, index + 1, "phone call"
    if word in ("buzz", "buzzing"):
        match = re.compile(rf"buzz {ME} on (?:\+|\(|\d|my)").match(line, at[index])
        return proposal(reading, index, match.end() - 2) if match is not None else None
    if word not in ("ring", "ringing", "dial", "bell"):
        return None
    return _verb_of_calling(reading, index, before)


def _verb_of_calling(reading: Reading, index: int, before: str) -> Proposal | None:
    line, at = reading.line, reading.line_at
    if NOUN_BEFORE.search(before):
        return None
    match = _RING_TO.match(line, at[index])
    if match is None:
        match = CALL_WHEN.match(line, at[index])
        if match is not None and not VERBAL.search(before):
            match = None
    if match is not None:
        return None if OTHERS_CALL.search(before) else proposal(reading, index, match.end())
    if (
        reading.words[index] in ("ring", "phone", "dial")
        and ends_clause(reading, index)
        and (WILLING.search(before) or told_if(reading, index))
    ):
        return index, index + 1, "phone call"
    return None


_ON_THE_PHONE: Final = re.compile(r"\b(?:on|over|by|via|through|off) (?:the )?\Z")
_PHONE_TALK: Final = re.compile(
    r"(?:tele)?phone (?:calls?|chats?|consults?|consultations?|conversations?|convo|catch ?-? ?ups?|meetings?|sessions?|lessons?|appointments?|interview)\b(?! away\b)"
)
_TO_SOMEBODY: Final = re.compile(TO_SOMEBODY)
_PHONE_BEST: Final = re.compile(
    r"(?:tele)?phone (?:is|'s|works|would be) (?:best|easier|easiest|better|quicker|quickest|fine|good|grand)\b"
)
_TALK_FIRST: Final = re.compile(
    r"\b(?:(?:hop|jump|get|go|pop|chat|speak|talk|catch up|discuss|reach|get|answer|connect|sort|explain|do)(?: \w+){0,2}) (?:on|over|by|via) (?:the )?\Z"
)

_MANNER: Final = re.compile(
    r"\b(?:i (?:(?:always|just|only|tend to|\w+ly) )?(?:go|goes|turn|turn into|freeze|sound|come across|stammer|stutter|mumble|panic|clam|become|get)"
    r"|i'm)(?! (?:happy|easy|glad|free|available|always|here|best|better|on|talking|there|back|reachable|fine|good))(?: [\w'-]+){0,14} on the \Z"
)
"""What becomes of who speaks there, and no proposal: "I go all shy on the phone"."""
_LONG_MANNER: Final = 20


def read_phone(reading: Reading, index: int) -> Proposal | None:
    """Read "phone" and "blower": the verb, "on the phone", "a phone chat"."""
    line, at = reading.line, reading.line_at
    before = words_before(reading, index)
    match = _PHONE_TALK.match(line, at[index])
    if match is not None:
        if _TO_SOMEBODY.match(line, match.end()):
            return None
        last = reading.words_of(at[index], match.end())[1]
        proposal = with_lead(reading, before, index, last, "phone call")
        if not is_offered(reading, before, last):
            return only_refused(reading, proposal)
        return proposal
    given = _GIVEN_PHONE.search(before)
    if given is not None:
        return from_position(reading, at[index] - len(given.group()), index + 1, "phone call")
    on = _ON_THE_PHONE.search(before)
    if on is not None:
        if _MANNER.search(line, at[max(reading.sentence(index)[0], index - _LONG_MANNER)], at[index]):
            return None
        return None if on.group().startswith("off") or is_busy(before) else _talk(reading, index, before, on)
    if before.endswith(("pick up the ", "pick the ")):
        return index - 3, index + 1, "phone call"
    if _PHONE_BEST.match(line, at[index]) and not NOUN_BEFORE.search(before):
        return index, index + 1, "phone call"
    return _verb_of_calling(reading, index, before)


def _talk(reading: Reading, index: int, before: str, on: re.Match[str]) -> Proposal:
    talk = _TALK_FIRST.search(before)
    return from_position(reading, reading.line_at[index] - len((talk or on).group()), index + 1, "phone call")
