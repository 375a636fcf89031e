"""Terms that a draft sets in the same breath as its yes: "happy to, for an hour", "sure, beforehand".

They take the place of what the client asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.payments.payment_times import BEFORE_IT_STARTS

if TYPE_CHECKING:
    from align.claims.claim import Duration
    from align.claims.utterance import Utterance
    from align.reading import Reading

_PAID_FIRST: Final = re.compile(
    r"(?:\A|[,.!—] |\d |\b(?:it's|its|it is|as long as|if|but|yes|sure|ok|course) (?:, )?)(?:just "
    r"|only )?(?:beforehand|up ?- ?front|in advance|ahead of time"
    r"|before(?: we (?:start|begin|get (?:going|started))"
    r"| the (?:session|lesson|start|appointment|class)| (?:i|you) (?:start|begin|arrive|come)"
    r"| your (?:session|lesson|appointment))?)"
    r"(?= ?[.!]|$|(?: ,)? (?:if (?:you don't mind|that's (?:ok|okay|alright|all right|fine)|possible"
    r"|you can)|please|pls|though|x+|then|thanks|[^\w\s.,])(?!\w))"
    r"|\b(?:do|take|pay|paid|sort|settle|collect|transfer)(?: (?:it|that|payment|up))*(?: \w+)?"
    r" (?:at the (?:start|beginning)|on arrival|when you (?:arrive|get here|come in))\b"
    r"|\bi (?:do |only |just |always )?(?:take|need|collect|ask for|prefer)"
    r" (?:it|that|payment|the money|cash|them) (?:up ?-? ?front|in advance|beforehand"
    r"|before (?:we|i|you|the)\b)(?!,? (?:but|though|unless|except))"
    r"|\b(?:as|so) long as (?!(?:(?:it|that|you)(?:'s| is| do| pay)? )?(?:not|don't)\b)[^.!?;,]{0,40}"
    rf"\b(?:up ?-? ?front|in advance|{BEFORE_IT_STARTS})"
)
"""The payment is set before the appointment, and its name left out: "sure, as long as it's before"."""
_SET: Final = re.compile(
    r"(?:\b(?:make it|do|say|if it's|but|at least|then) (?:for )?|, for )(?:the |an? |at least |one )?\Z"
)


def is_set(u: Utterance, length: Duration) -> bool:
    """True for a length that the draft puts in place of the client's: "happy to, for an hour"."""
    line, at = u.reading.line, u.reading.line_at
    if length.last < len(u.reading) and _OWN.match(line, at[length.last]) is not None:
        return length.first == u.reading.sentence(length.first)[0]
    if _SET.search(line[at[max(0, length.first - _SET_REACH)] : at[length.first]]) is None:
        return False
    return length.last >= len(u.reading) or _ASIDE.match(line, at[length.last]) is None


_OWN: Final = re.compile(
    r"(?:though|tho|instead|at least|min|minimum|(?:is|'s) (?:the|my|our) (?:minimum|least|shortest|min))\b"
)
"""Behind a length that opens its sentence and takes the place of the client's: "happy to! An hour though"."""
_SET_REACH: Final = 5
_ASIDE: Final = re.compile(
    r"(?:late|early|earlier|later|away|out|off|of|break|notice|before|after|to"
    r"|for (?:photos?|pics|parking|tuning|a|the|me|your|him|her))\b"
)
"""What follows a length that is no appointment's: "if it's 5 minutes late", "then 10 minutes to park"."""


def is_paid_first(reading: Reading) -> bool:
    """True for a draft that sets the payment before the appointment."""
    return not _FIRST.isdisjoint(reading.words) and _PAID_FIRST.search(reading.line) is not None


_FIRST: Final = frozenset(
    "beforehand before advance front upfront ahead start beginning arrival arrive here come".split()
)
"""One of these stands where the payment is set so."""
