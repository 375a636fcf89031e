"""Payment on the client's payday: "if payday isn't until the 30th we can square up then"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.heard import once_a_message

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_THEN: Final = re.compile(
    r"(?: (?:me|us|it|up|with|the|rest|balance|lot|all|just|out|off|for it|instead))*"
    r" then(?= ?[.,!;—)\n]| (?:instead|if|and|no|is|works|ok|okay|x+|so|too|hun|love|mate)\b|$)"
)
"""Right behind paying: the time that was named before it."""
_PAYDAY: Final = re.compile(
    r"\b(?:pay ?days?|pay ?day's|get paid|gets paid|getting paid|not paid|aren't paid"
    r"|paid (?:on|monthly|weekly|next|this|till|until)"
    r"|your (?:wages?|salary|paycheck|pay|bonus|loan|grant|pension|refund|benefits)"
    r"|(?:wages?|salary|paycheck|bonus|pension|refund)"
    r" (?:comes?|lands?|arrives?|goes in|is|isn't|clears)|month ?-? ?end|end of the month)\b"
)
_INBOUND_PAYDAY: Final = re.compile(
    r"\b(?:pay ?days?|get paid|getting paid|wages?|salary|paycheck|broke (?:till|until)"
    r"|skint (?:till|until)|short (?:till|until)|month ?-? ?end)\b"
)
_COME_THEN: Final = re.compile(
    r"\b(?:book|move|moved|push|shift|resched\w*|come|start|do it|slot|fit|lesson|session|appointment"
    r"|see you|wait|instead)\b"
)
"""Between the payday and paying: the appointment is put off as well."""
_BACK: Final = 24


def paid_then(u: Utterance, first: int, last: int) -> tuple[int, int] | None:
    """Return the words of the paying on `[first, last)` and the "then" behind it that means a payday."""
    reading = u.reading
    if "then" not in reading.words[last : last + 5]:
        return None
    line, at = reading.line, reading.line_at
    then = _THEN.match(line, at[last] - 1)
    if then is None:
        return None
    begin = reading.sentence(first)[0]
    if begin:
        begin = reading.sentence(begin - 1)[0]
    before = line[at[max(begin, first - _BACK)] : at[first]]
    named = [match.end() for match in _PAYDAY.finditer(before)]
    if not named:
        if u.inbound is None or not _asks_for_payday(u.inbound) or _COME_THEN.search(before):
            return None
    elif _COME_THEN.search(before, named[-1]):
        return None
    return first, reading.word_at(then.end() - 1) + 1


@once_a_message
def _asks_for_payday(inbound: Utterance) -> bool:
    return _INBOUND_PAYDAY.search(inbound.reading.line) is not None
