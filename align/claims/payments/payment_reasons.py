"""Why payment is before, said around payment after: "people who pay after tend to vanish, so I take it first"."""

from __future__ import annotations

import re
from typing import Final

_IT: Final = r"(?: (?:it|for|the|my|payment|money|cash|everything|all|paid|settled))*"
_SO_FIRST: Final = re.compile(
    r"[^.!?;]{0,48}\b(?:so|which is why|that's why)(?: (?:now|these days))?"
    r" (?:i|we|it's|mine's)(?:'d|'ve)?(?: (?:now|just|only|always|tend to|like to|prefer to|have to"
    r"|rather))*"
    rf"(?: (?:take|ask|need|want|collect|charge|get){_IT}"
    r" (?:first|up ?-? ?front|upfront|in advance|before(?:hand)?)"
    rf"|(?: (?:do|have|like|prefer|go))?{_IT} (?:up ?-? ?front|upfront|in advance|before(?:hand)?))\b"
)
"""Behind the time of paying: why it is before, "paying at the end gets awkward, so I take it first"."""
_WHO_PAY: Final = re.compile(
    r"\b(?:people|clients?|customers?|folks?|those|anyone|anybody|everyone|somebody|someone|ones"
    r"|students?|parents?|brides?|owners?|couples?)(?: \w+)?"
    r" (?:who|that)(?: (?:want to|wanted to|ask to|asked to|say they'll|said they'd|promise to"
    r"|promised to|would|will|can))? \Z"
)
_NOT_PAID: Final = re.compile(
    r"[^.!?;]{0,40}\b(?:forgets?|forgot|vanish(?:es|ed)?|disappear(?:s|ed)?|ghost(?:s|ed)?|never|don't"
    r"|doesn't|didn't|chas(?:e|ing)|late|trouble|burn(?:ed|t)?|stung|problem|up ?-? ?front|upfront"
    r"|in advance|before(?:hand)?|let (?:me|us) down)\b"
)
"""Those who pay after, and what comes of it: "people who pay after tend to vanish"."""
_IF_I: Final = re.compile(
    r"\bif (?:i|we) (?:took|take|did|do|had|let|got|accepted|allowed|asked) (?:[\w'-]+ ){0,3}\Z"
)
_WOULD_NOT: Final = re.compile(
    r"[^.!?;]{0,40}(?:\bwould\b(?! you\b)|'d\b)(?: \w+){0,2}?"
    r" (?:forget|vanish|disappear|ghost|never|not|chase|chasing|broke|under|starve"
    r"|have to (?:let|do|offer|allow)|let me down|lose)\b"
)
"""What would come of it: "if I took money after, half of them would forget"."""
_ONCE: Final = re.compile(
    r"\b(?:was|were|used to (?:be|do|let|take)|(?:moved|went|switched|changed) from)"
    r" (?:(?:you|people|all|always|just|to|them) )*\Z"
)
_UP_FRONT_NOW: Final = re.compile(
    r"[^.!?;]{0,30}\b(?:now|these days|to|it's|i (?:just )?(?:take|need"
    r"|ask))\b[^.!?;]{0,30}\b(?:up ?-? ?front|upfront|before(?:hand)?|in advance|first)\b"
)
"""Around the time of paying: how it was, and that it is before now."""
_ARGUED: Final = ((_WHO_PAY, _NOT_PAID), (_IF_I, _WOULD_NOT), (_ONCE, _UP_FRONT_NOW))
"""What stands before the time of paying, and what is said of it behind."""


def is_argued_away(before: str, line: str, behind: int) -> bool:
    """True where the words before a time of paying, and those of the line from `behind` on, speak against it."""
    if _SO_FIRST.match(line, behind):
        return True
    return any(lead.search(before) and follow.match(line, behind) for lead, follow in _ARGUED)
