"""Video calls and voice notes: "over video", "a video call", "send a voicey"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.live import read_voiced
from align.claims.channels.talking import (
    ME,
    NOUN_BEFORE,
    PAST,
    ends_phrase,
    from_position,
    is_offered,
    only_refused,
    with_lead,
    words_before,
)

if TYPE_CHECKING:
    from align.claims.channels.talking import Proposal
    from align.reading import Reading

_VIDEO_TALK: Final = re.compile(
    r"(?:video|vid)(?: |-)?(?: - )?(?:calls?|calling|chats?|consults?|consultations?|meetings?|sessions?"
    r"|lessons?|visits?|check(?: ?- ?)?(?: ?ins?|ups?)|conference|catch ?-? ?ups?|link|messages?|msgs?"
    r"|notes?|memos?)\b"
    rf"|video {ME}\b"
)
_RECORDED: Final = re.compile(r"(?:message|msg|note|memo)s?\Z")
_VIDEO_OVER: Final = re.compile(
    r"\b(?:over|by|via|through) \Z|\b(?:chat|talk|speak|meet|hop|jump|get|lesson|lessons|session"
    r"|sessions|consult|consultation|do (?:it|this|that)) (?:\w+ )?on \Z"
)


def read_video(reading: Reading, index: int) -> Proposal | None:
    """Read "video call", "over video", "videocall"."""
    line, at = reading.line, reading.line_at
    before = words_before(reading, index)
    word = reading.words[index]
    if word.startswith("videoc"):
        return None if PAST.search(before) else with_lead(reading, before, index, index + 1, "video call")
    match = _VIDEO_TALK.match(line, at[index])
    if match is not None and match.group().endswith(("me", "us", "you")) and NOUN_BEFORE.search(before):
        return None  # "on the video you sent"
    if match is not None:
        last = reading.words_of(at[index], match.end())[1]
        sends = _SENDS.search(before) if _RECORDED.search(match.group()) else None
        if sends is not None:
            return from_position(reading, at[index] - len(sends.group()), last, "video call")
        proposal = with_lead(reading, before, index, last, "video call")
        if not (match.group().endswith(("me", "us", "you")) or is_offered(reading, before, last)):
            return only_refused(reading, proposal)
        return proposal
    suits = _SUITS_ME.match(line, at[index])
    if suits is not None and NOUN_BEFORE.search(before) is None:
        return index, reading.words_of(at[index], suits.end())[1], "video call"
    over = _VIDEO_OVER.search(before)
    if over is None or NOUN_BEFORE.search(before) or not ends_phrase(reading, index):
        return None
    return from_position(reading, at[index] - len(over.group()), index + 1, "video call")


_SUITS_ME: Final = re.compile(
    r"(?:video|vid|voice) (?:(?:works|suits|would work|would suit|'s|is|would be)"
    r"(?: (?:fine|good|ok|okay|great|perfect|grand|well|just|totally|easier|easiest|best))*(?: (?:for"
    r"|by|with))?) (?:me|us)\b"
)
"""A way to talk that suits: "video works for me too", "voice suits me as well"."""
_VOICE_TALK: Final = re.compile(
    r"(?:voice|audio)(?: |-)?(?: - )?(?P<kind>notes?|messages?|msgs?|memos?|mails?|clips?|recordings?"
    r"|calls?|chats?)\b"
)
_AN_AUDIO: Final = re.compile(
    r"\b(?:send|leave|record|drop|fire|shoot|pop|give|do|flick|whack|lash|bang)(?:s|ing)?(?: \w+){0,3}"
    r" (?:an?|the|some|over an?|me) \Z"
)
_SENDS: Final = re.compile(
    r"\b(?:send|leave|record|drop|fire|shoot|pop|give|do|flick|whack|lash|bang|ping|take|accept)(?:s"
    rf"|ing)?(?: {ME}| over)? (?:an?|the|some|any|your|quick)? ?(?:quick |short |wee )?\Z"
)


_SPOKEN_OF: Final = re.compile(r"\b(?:in|from|of|on|about) (?:the|my|your|ur|those|these|all the) \Z")
"""Notes that are there already: "it's in the voice notes on the group"."""


def read_voice(reading: Reading, index: int) -> Proposal | None:
    """Read "voice note", "voicey", "voicemail", "an audio"."""
    line, at = reading.line, reading.line_at
    before = words_before(reading, index)
    word = reading.words[index]
    suits = _SUITS_ME.match(line, at[index]) if word == "voice" else None
    if suits is not None and NOUN_BEFORE.search(before) is None:
        return index, reading.words_of(at[index], suits.end())[1], "phone call"
    voiced = read_voiced(reading, index) if word == "voice" else None
    if voiced is not None:
        return voiced
    channel = "voice note"
    last = index + 1
    if word in ("voice", "audio"):
        match = _VOICE_TALK.match(line, at[index])
        if match is not None:
            last = reading.words_of(at[index], match.end())[1]
            channel = "phone call" if match["kind"].startswith(("call", "chat")) else channel
        elif word == "voice" or not _AN_AUDIO.search(before) or not ends_phrase(reading, index):
            return None
    if (PAST.search(before) or _SPOKEN_OF.search(before)) and not _SENDS.search(before):
        return None
    lead = _SENDS.search(before)
    if lead is None and word.startswith("voicemail"):
        return None
    first = index if lead is None else reading.word_at(at[index] - len(lead.group()))
    return first, last, channel
