"""A number of the professional's that is there to be called: "for bookings call 020 7946 0958".

The number completes the call, so that what leads to the verb does not matter: "to claim,
call …", "call free on …", "any questions, ring Amara on …".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.talking import ATTEMPTED, NOUN_BEFORE, words_before

if TYPE_CHECKING:
    from align.claims.channels.talking import Proposal
    from align.claims.claim import Contact
    from align.reading import Reading

_VERBS: Final = frozenset("call ring calling ringing dial".split())
_REACH: Final = 6
"""Words from the verb to its number: "call our front desk free on"."""
_BARS: Final = frozenset(
    (
        "you u ya your ur him her them his their from text txt texting message msg whatsapp email if when "
        "and but or ?"
    ).split()
)
"""What makes the number something else's than the verb's: "call if you must, or text …"."""
_NO_VERB: Final = re.compile(
    r"\b(?:on|missed|good|great|phone|video|voice|quick|last|first|sick|wake ?-? ?up|no|any|one|door"
    r"|bell|key|i|we|they|he|she|it|will|who) \Z"
)
"""Behind these the call is a noun, and the caller who gives a number calls from it."""


def read_dialled(reading: Reading, contact: Contact) -> Proposal | None:
    """Read the verb of calling that a phone number of the professional's completes."""
    if contact.kind != "phone" or contact.owner != "professional":
        return None
    begin = max(reading.sentence(contact.first)[0], contact.first - _REACH)
    for index in range(contact.first - 1, begin - 1, -1):
        word = reading.words[index]
        if word in _BARS:
            return None
        if word in _VERBS:
            return (index, index + 1, "phone call") if _is_verb(reading, index) else None
    return None


def _is_verb(reading: Reading, index: int) -> bool:
    before = words_before(reading, index)
    return not (ATTEMPTED.search(before) or NOUN_BEFORE.search(before) or _NO_VERB.search(before))
