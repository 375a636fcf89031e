"""Who settles without paying: a dog after its bath, strings that were tuned, nerves, the dust.

"Settle" alone says no more than that somebody or something comes to rest, unless it is one
of the two sides who settles, or somebody who pays for the client.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.payments.handing import MONEY_NOUNS
from align.reading.cues import PAYMENT

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 16
"""Words before it in which the one who settles is looked for."""
_SIDES: Final = frozenset(
    "i i'll i'd we we'll we'd you you'll you'd u ye ya let's me us everyone everybody people clients who".split()
)
_PAYERS: Final = frozenset(
    "mum mom mam dad parents parent family husband wife partner boyfriend girlfriend fiance groom bride "
    "couple sister brother gran aunt"
    " uncle friend friends mate boss office company school agency planner venue best man host insurer "
    "insurance landlord employer work"
    " son daughter whoever".split()
)
"""Who pays for the client; a name is nobody's here."""
_OTHERS: Final = frozenset("he she it they he'll she'll it'll they'll this".split())
_TOLD_TO: Final = re.compile(
    r"(?:^|[,.!;:—-] |\b(?:so|and|then|but) )(?:(?:just|please|then|this time|next time|you can) )+\Z"
)
"""Before what the client is told to do: "your hands will be full, so this time just settle with me after"."""
_EXPLETIVE: Final = re.compile(
    r"\bit (?:would|will|'d|'ll|might|may|can|could)(?: (?:just|also|probably|always))? be \w+(?: \w+)? to \Z"
)
"""An "it" that stands for nobody: "it would be easier to settle after"."""
_TIME_TO: Final = re.compile(
    r"\b(?P<granted>(?:you|you've|you'll|ye|we|we've|we'll|people|clients"
    r"|everyone)(?: (?:have|get|can|will|need|'ve|got|take|a|an|up|to|about|around|full|whole"
    r"|\w+ly))* )?(?:(?:a|an|the|some|more|plenty of|enough|few|couple of|\d+|one|two|three|four|five"
    r"|six|seven|ten|fourteen|thirty) )*"
    r"(?:time|space|room|while|bit|chance|moment|minutes?|mins?|hours?|nights?|days?|weeks?|months?) to \Z"
)
_NEEDS_TO: Final = re.compile(r"\b(?:needs|takes|likes|tends|wants|has|begins|starts|helps) (?:\w+ )?to \Z")
"""What somebody or something else does: "the glue needs to settle"."""

_YOU_WILL: Final = re.compile(r"\b(?:you'll|you will)(?: (?:soon|quickly|really|just|all|both))* \Z")
"""What becomes of who is nervous: "you'll settle once the music's on"."""

_SUBJECT_WILL: Final = re.compile(
    r"\b(?:your|his|her|the|my|our|its|their|these|those|new)"
    r" (?:[\w-]+ ){0,2}?(?P<who>\w+)(?: (?:will|can|could|should|may|might|usually|always|also|then|soon"
    r"|all|is|are|was|were|just|still|slowly|only|now)| ?'ll| ?'s)+ \Z"
)


def comes_to_rest(u: Utterance, index: int, before: str) -> bool:
    """True where the "settle" at word `index`, with no word of paying to it, is not paying."""
    reading = u.reading
    begin, end = reading.sentence(index)
    time_to = _TIME_TO.search(before)
    if time_to is not None and time_to["granted"] is None:
        return True
    if _TOLD_TO.search(before):
        return False
    subject = _SUBJECT_WILL.search(before)
    if subject is not None and subject["who"] not in _PAYERS | _SIDES | _OTHERS:
        return True  # "your breathing will settle"
    words = reading.words[max(begin, index - _REACH) : index]
    settler = next((w for w in reversed(words) if w in _SIDES or w in _PAYERS or w in _OTHERS), "")
    if _NEEDS_TO.search(before):
        return settler not in _PAYERS
    if settler not in _OTHERS and not _YOU_WILL.search(before):
        return False
    if _EXPLETIVE.search(before):
        return False
    if u.inbound is not None and u.inbound.reading.seen & PAYMENT:
        return False  # "can my husband pay?", "he can settle after"
    sentence = reading.words[begin:end]
    return MONEY_NOUNS.isdisjoint(sentence) and _PAYERS.isdisjoint(sentence)
