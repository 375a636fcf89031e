"""Handles that answer a question for one: "what's your insta?", "tamsintrims"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.contacts.labelled_handles import is_handle_name
from align.claims.contacts.web_addresses import Written
from align.reading.cues import CONTACT

if TYPE_CHECKING:
    from align.reading import Reading

_PLATFORM: Final = (
    r"(?:insta|instagram|ig|tiktok|tik tok|twitter|facebook|fb|snapchat|snap|telegram|tele|tg|kik|wechat"
    r"|viber|line|discord|youtube|pinterest|linkedin|threads|venmo|cashapp|cash app|paypal|payid"
    r"|(?<!you )(?<!u )(?<!ya )(?<!to )handle|@)"
)
_PLATFORMS: Final = frozenset(
    name + ending
    for name in (
        "insta instagram ig tiktok tok twitter facebook fb snapchat snap telegram tele tg kik wechat viber line discord"
        " youtube pinterest linkedin threads venmo cashapp app paypal payid handle @"
    ).split()
    for ending in ("", "'s")
)
"""What the client must name one of."""
_ASKED: Final = re.compile(
    rf"\A(?:(?:and|ok|hi|hey) )?{_PLATFORM} \?|\b(?:what's|whats|wats|what is"
    r"|(?<!saw )(?<!love )(?<!seen )(?<!found )(?<!from )(?<!following )(?P<told>your|ur|you|u|ya|got"
    rf"|have|any)|share|send|where)\b[^.!?]{{0,48}}(?<!\w){_PLATFORM}(?!\w)"
    r"(?(told)(?=[^.!]{0,48}(?:\?|\Z)))"
)
_ANSWER: Final = re.compile(
    r"(?:(?:hi|hey|hello|yes|yep|yeah|ya|yup|jip|aye|sure|sure thing|of course|i am|i do|we are"
    r"|we do)(?: \w+)?[,!.]* )*"
    r"(?:(?:it's|its|it is|that's|i'm|im|i am|we're|same (?:name )?as [\w' ]{1,20}"
    r"|(?:just )?(?:search|look|find|add|follow|try)(?: (?:for|up|me|us|it|under|at|as|by))*|under|at"
    r"|the (?:name|handle|page) is)[,:]? )*"
    r"['\"“]?(?P<name>[a-z\d][\w.]*\w)(?=[.,!;)]|\s*\Z|\s+[^\w\s]|['\"”]"
    r"| (?:on|there|xx?\b|if|and|with|all|add|is)\b)"
)


def answered_handle(reading: Reading, inbound: Reading) -> Written | None:
    """Return the name that the draft opens with where the client asks for a handle."""
    named = inbound.seen & CONTACT or not _PLATFORMS.isdisjoint(inbound.words)
    if not named or _ASKED.search(inbound.line) is None:
        return None
    match = _ANSWER.match(reading.folded.lower)
    if match is None or not is_handle_name(match["name"], plain=False):
        return None
    return Written("handle", match.start("name"), match.end("name"), "@" + match["name"])
