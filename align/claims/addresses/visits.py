"""Whether an address is one that the professional travels to, and so not their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker

if TYPE_CHECKING:
    from align.claims.contacts.owners import Owner
    from align.claims.utterance import Utterance

_REACH: Final = 10
_GOING: Final = re.compile(
    r"\b(?:i'll|ill|i will|i can|i could|i'd|i'm|im|we'll|we will|happy to|i|shall i|should i|me to|let me|i'm happy to)"
    r"(?: (?!not\b)\w+){0,3}? (?:come|coming|head|heading|drive|driving|travel|travelling|traveling|pop|swing|arrive|arriving"
    r"|on my way|on the way|meet you|meeting you|see you|buzz|ring|knock|drop|outside|en route|pull up|got you|have you)\b(?: [\w']+){0,5} \Z|\b(?:i've got|i have|i've|got|have) \Z"
)
_THEIRS: Final = re.compile(
    r"(?: [^.!?\n]+?)?? (?:at|to|by|is|for|in|outside) (?:yours|your (?:place|house|flat|apartment|door|building|hotel|home|office|venue|end|room)|you (?:guys|both|all|on|at|for|then))\b"
)


def goes_to(u: Utterance, first: int, last: int) -> Owner | None:
    """Return "client" where the professional travels to the address on `[first, last)`."""
    if u.speaker is not Speaker.PROFESSIONAL:
        return None
    reading = u.reading
    line, at = reading.line, reading.line_at
    begin, end = reading.sentence(first)
    if _GOING.search(line[at[max(begin, first - _REACH)] : at[first]]):
        return "client"
    if last < end and _THEIRS.match(line[at[last] - 1 : at[min(end, last + _REACH)]]):
        return "client"
    return None
