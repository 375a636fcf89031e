"""Contacts and addresses that the client asks about, and the draft confirms: "are you at 22 Mill Road?", "yes, still there"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.reading.cues import NEGATION
from align.records import changed

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_ASKED_OF_US: Final = re.compile(
    r"\b(?:are|r) (?:you|u|ya)(?: guys)?(?: still| now)? (?:at|in|on) \Z"
    r"|\b(?:is|are|was) (?:your|ur|the) (?:[\w-]+ ){1,2}?(?:still |now )?(?:at |in |on )?\Z"
)
"""What stands before an address that the client asks the professional about."""
_OUR_CONTACT: Final = re.compile(
    r"\b(?:your|ur) (?:[\w-]+ )?(?:insta|instagram|ig|handle|number|no|mobile|cell|phone|whatsapp"
    r"|telegram|e-?mail|mail|site|website|page|link|venmo|paypal|payid|snap|tiktok|line|account"
    r"|booking)(?: (?:still|now|is))* \Z"
)
_YES: Final = re.compile(
    r"(?:(?:hi|hey|hello|thanks|haha|oh|ah)(?: \w+)?"
    r" [,!.] )?(?:(?:yes|yep|yeah|yup|ya|aye|correct|indeed|exactly)\b"
    r"|that's (?:me|mine|right|us|ours|it|the (?:one|place))\b|(?:i|we) (?:sure )?(?:am|are)\b"
    r"|i'm still there\b|it is\b|still (?:am|is|there|the same)\b)"
)
_GIVEN: Final = (Stance.ASKED, Stance.ASSERTED)
_REACH: Final = 6


def confirm_given(u: Utterance, inbound: Utterance) -> None:
    """Add the contacts and addresses of the professional that the client's last question names, where the draft says yes."""
    if not (inbound.contacts or inbound.addresses):
        return
    reading = u.reading
    match = _YES.match(reading.line)
    if match is None or not reading.words:
        return
    begin, end = reading.sentence(0)
    if any(reading.marks[i] & NEGATION for i in range(begin, end)) or reading.words[end - 1] == "?":
        return
    first, last = begin, reading.words_of(match.start(), match.end())[1]
    if not u.contacts:
        u.contacts += [
            changed(c, first=first, last=last, stance=Stance.ASSERTED, accepted=True, owner="professional")
            for c in inbound.contacts
            if c.stance in _GIVEN
            and _is_asked_last(inbound.reading, c.last)
            and _OUR_CONTACT.search(_before(inbound.reading, c.first))
        ]
    if not u.addresses:
        u.addresses += [
            changed(a, first=first, last=last, stance=Stance.ASSERTED, accepted=True, owner="professional")
            for a in inbound.addresses
            if a.stance in _GIVEN
            and _is_asked_last(inbound.reading, a.last)
            and _ASKED_OF_US.search(_before(inbound.reading, a.first))
        ]


def _is_asked_last(reading: Reading, last: int) -> bool:
    """True for what stands in the message's last sentence, a question, with no other words of weight behind it."""
    end = reading.sentence(last - 1)[1]
    return end == len(reading) and reading.words[-1] == "?" and end - last <= _REACH


def _before(reading: Reading, first: int) -> str:
    line, at = reading.line, reading.line_at
    return line[at[max(reading.sentence(first)[0], first - _REACH)] : at[first]]
