"""Social networks and direct messages in words: "message me on Insta", "DM me", "Facebook me".

A network only proposes a way to talk where somebody is to write there: giving a handle
invites nobody to another channel.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.app_words import MOVED
from align.claims.channels.apps import BACK, RECEIVED, app_before, app_lead, by_app
from align.claims.channels.talking import VERBAL
from align.reading.cues import NUMBER, NUMBER_WORD

if TYPE_CHECKING:
    from align.claims.channels.talking import Proposal
    from align.reading import Reading

SOCIAL: Final = {
    "instagram": "instagram", "insta": "instagram", "ig": "instagram", "facebook": "facebook", "fb": "facebook",
    "gram": "instagram", "tiktok": "tiktok", "twitter": "twitter", "linkedin": "linkedin", "threads": "threads",
}  # fmt: skip
_WRITING: Final = re.compile(
    r"\b(?:message|messages|messaging|msg|dm|pm|reach|ping|chat|talk|speak|hit (?:me|us)(?: up)?|hmu"
    r"|holler|link (?:me|us|up)|contact|write|text|txt|reply|answer|get (?:(?:at )?(?:me|us)|hold|in touch)"
    r"|catch (?:me|us)|send|shout|drop|slide|inbox|call|video|arrange|book)\b"
)
_SOCIAL_BEST: Final = re.compile(
    r"\w+ (?:is|'s|works|would be) (?:\w+ )?(?:best|easier|easiest|better|quicker|quickest|handier|faster)\b"
)
_MESSAGES_THERE: Final = re.compile(r"\w+ (?:dms?|messages?|msgs?|chat|inbox|messenger|call|live)\b")


_NETWORK_ME: Final = re.compile(
    r"(?:facebook|fb|insta|ig|instagram|twitter|linkedin) (?:me|us)\b(?! (?:and|&)\b)"
)
"""A network's name as what one does there: "Facebook me"."""
_RATHER_THERE: Final = re.compile(
    r"\w+(?: (?:too|as well|also))?(?: ,)? (?:if (?:you(?:'d| would)? (?:prefer|rather|like that better)"
    r"|(?:it|that)(?:'s| is) (?:any )?(?:easier|handier|quicker|better|simpler))|instead(?! of))\b"
)
"""A network in place of the text: "I'm on Insta if you'd rather"."""
_BOTH_MOVE: Final = re.compile(
    r"\b(?:let'?s|(?:could|can|shall|should|will) we|we (?:can|could|should)|want to|happy to|better to"
    r"|easier to|rather)\b"
)
"""The two who talk move there: "let's take this to Insta"; "I'll take the photos to Insta" posts them."""


def read_social(reading: Reading, index: int) -> Proposal | None:
    """Read a social network's name; only writing to somebody there proposes it."""
    line, at = reading.line, reading.line_at
    channel = SOCIAL[reading.words[index]]
    before = app_before(reading, index)
    if RECEIVED.search(before):
        return None
    if _NETWORK_ME.match(line, at[index]) and VERBAL.search(before or " "):
        return index, index + 2, channel
    match = _SOCIAL_BEST.match(line, at[index])
    if match is not None and not re.search(r"\b(?:portfolio|pics|photos|work|clips|videos|reels)\b", before):
        return index, reading.words_of(at[index], match.end())[1], channel
    match = _MESSAGES_THERE.match(line, at[index])
    if match is not None and "messenger" not in match.group():
        lead = app_lead(before)
        first = index if lead is None else reading.word_at(at[index] - len(lead.group()))
        return first, reading.words_of(at[index], match.end())[1], channel
    if by_app(before) is None:
        return None
    if _RATHER_THERE.match(line, at[index]) or (MOVED.search(before) and _BOTH_MOVE.search(before)):
        return index - 1, index + 1, channel
    verbs = list(_WRITING.finditer(before))
    if not verbs or re.search(r"\b(?:post|posted|follow|tag|tagged|see|look)\b", before[verbs[-1].end() :]):
        return None
    first = reading.word_at(at[index] - len(before) + verbs[-1].start())
    return first, index + 1, channel


_DM: Final = re.compile(
    r"pm (?:me|us)\b|(?:dms?|inbox) (?:me|us|you|ya|u|ye|the|your|a|it|them|there|over|pics|photos|if"
    r"|for|to|is|'s|are|works?|any|anytime|with)\b"
)
_A_DM: Final = re.compile(
    r"\b(?:send|drop|shoot|slide|pop|fire|give|flick|ping|whack|fling)(?: \w+){0,3}"
    r" (?:a |an |in |into |in to |my |via |by |through |quick |to )+(?:\w+ )?\Z"
    r"|\b(?:in|into|via|by|through|to|over|on) (?:my |our |the |your )?(?:\w+ )?\Z"
    r"|\b(?:just|please|can|could|i'll|or|and|to|my|our|by) \Z"
)


def read_dm(reading: Reading, index: int) -> Proposal | None:
    """Read "dm", "dms", "inbox": the network is the one that the sentence names."""
    line, at = reading.line, reading.line_at
    if reading.words[index] == "pm" and not _writes_pm(reading, index):
        return None
    before = app_before(reading, index)
    if RECEIVED.search(before):
        return None
    match = _DM.match(line, at[index])
    lead = _A_DM.search(before)
    if match is None and lead is None:
        return None
    if reading.words[index] == "inbox" and (match is None or not re.search(r" (?:me|us)$", match.group())):
        return None
    first, last = reading.sentence(index)
    first, last = max(first, index - 2 * BACK), min(last, index + 2 * BACK)
    named = [SOCIAL[w] for w in reading.words[first:last] if w in SOCIAL]
    end = (
        index + 1
        if match is None or not re.search(r" (?:me|us|you|ya|u|ye|there)$", match.group())
        else index + 2
    )
    start = index if match is not None or lead is None else reading.word_at(at[index] - len(lead.group()))
    return start, end, named[0] if named else "direct message"


def _writes_pm(reading: Reading, index: int) -> bool:
    """True for "PM me", where "pm" belongs to no time: "at 3 pm me and the dog"."""
    if reading.words[index + 1 : index + 2] not in (["me"], ["us"]):
        return False
    return not index or not reading.marks[index - 1] & (NUMBER | NUMBER_WORD)
