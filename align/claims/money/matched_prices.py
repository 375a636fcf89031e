"""Tell where another's price is made ours, and where a fee is said to go to others.

"The spa does it for 90 and I'd match that" offers 90; "the permit fee goes to the city, not to
me; I think it's 140" tells what the city takes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.money import price_nouns as nouns
from align.reading.cues import PRICE

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_FAR: Final = 16
"""Words behind an amount in which it is matched."""
_CUES: Final = frozenset("match same".split())
_MATCHED: Final = re.compile(
    r"\b(?:i|we)(?:'d|'ll| can| could| will| would)?(?: (?:gladly|happily|also|always|certainly"
    r"|of course))* (?:match (?:it|that|them|him|her|their|the)"
    r"|(?:do|ask|charge|take|want) (?:it for )?(?:just |exactly )?the same)\b"
    r"|\b(?:the )?same (?:with|from|for) (?:me|us)\b|\bsame here\b"
)
_NOT: Final = re.compile(r"\b(?:not|can't|cannot|couldn't|won't|wouldn't|don't|never|if|whether)\b[^.!?;]*$")


def is_matched(u: Utterance, last: int) -> bool:
    """True for the 90 of "the spa does it for 90 and I'd match that"."""
    reading = u.reading
    if _CUES.isdisjoint(reading.words[last : last + _FAR]):
        return False
    line, at = reading.line, reading.line_at
    stop = min(len(reading), last + _FAR)
    said = line[at[last] : at[stop] if stop < len(at) else len(line)]
    found = _MATCHED.search(said)
    return found is not None and _NOT.search(said[: found.start()]) is None


def is_with_us(words: list[str], at: int, first: int) -> bool:
    """True for the "me" of "the spa asks 200, with me it's 90"."""
    return words[at - 1] == "with" and (
        at + 1 == first or words[at + 1] in nouns.IT or words[at + 1] in (",", "—", "-")
    )


_OTHERWISE: Final = (["to", "me"], ["to", "us"], ["for", "me"], ["mine"], ["my", "fee"], ["my", "charge"])
_THINKING: Final = frozenset(
    "i think believe reckon guess suppose heard last so and , it's around about roughly like".split()
)


def is_of_fee_elsewhere(u: Utterance, first: int) -> bool:
    """True for "I think it's around 140" behind a fee that goes to the city, "not to me"."""
    reading = u.reading
    words = reading.words
    begin, _ = reading.sentence(first)
    if not begin or not _THINKING.issuperset(words[begin:first]):
        return False
    start, _ = reading.sentence(begin - 1)
    near = range(max(start, begin - _FAR), begin)
    if not any(reading.marks[at] & PRICE for at in near):
        return False
    return any(
        words[at] in ("not", "isn't")
        and (words[at + 1 : at + 3] in _OTHERWISE or words[at + 1 : at + 2] in _OTHERWISE)
        for at in near
    )
