"""The client's own words between quotation marks: 'I saw your "can I pay you after", and no'.

What stands between marks and is what the client wrote is theirs, however the draft introduces it; it becomes the
professional's only where the draft goes along with it behind the marks: '"Would 70 do?" Go on then.'
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.stances.quoting import REFUSED_LATER, goes_along, offers_itself
from align.records import changed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.utterance import Utterance
    from align.reading import Reading

_PAUSES: Final = (", ", ". ", "? ", "! ", ": ", "- ")
_MARKS: Final = frozenset(('"', "'"))
_FEWEST: Final = 3
"""Fewer words stand by chance in any message."""
_LONGEST: Final = 40
_MOST: Final = 40
"""So many marks are looked at, which bounds the work; what later ones hold stays the professional's own."""
_KINDS: Final = (
    "addresses", "durations", "money", "starts", "places", "modes", "channels", "payments", "offers",
)  # fmt: skip

_AGREED_AHEAD: Final = re.compile(
    r"\b(?:(?:happy|ok|okay|good|fine|cool|glad) (?:with|to)|agree to|agreed|accept|accepting|approved"
    r"|confirm|confirming"
    r"|confirmed|booked|deal)\b(?: \S+){0,3} $"
)
"""What lets in the quote that it leads to: 'I'm happy with "150 for the hour"'."""
_AGREED_BEHIND: Final = re.compile(
    r"(?:(?:it is|will do|so be it|no worries|speak (?:then|soon|later)|can be (?:booked|done|arranged)"
    r"|is (?:on|booked|yours)"
    r"|i (?:accept|agree|don't mind)|(?:and )?(?:the answer is|it's a|gets a|is a) yes"
    r"|that(?:'s| is) (?:the|my|our|your) (?:price|rate|fee|deal|cost))(?!\w)(?! (?:not|n't|never|no)\b)"
    r"|(?:and )?i(?:'m| am) (?:happy|ok|okay|good|fine|cool|glad) (?:with|to)(?!\w))"
)
"""What lets it in right behind its closing mark."""


def set_quotes_apart(u: Utterance, inbound: Utterance) -> None:
    """Make what a draft quotes of the inbound the client's words, unless it goes along with them."""
    words = u.reading.words
    if '"' not in words and "'" not in words:
        return
    for first, last in _echoes(u.reading, inbound.reading):
        if _is_let_in(u.reading, first, last):
            continue
        for kind in _KINDS:
            claims = getattr(u, kind)
            for index, claim in enumerate(claims):
                if first < claim.first and claim.last <= last and claim.stance is Stance.ASSERTED:
                    claims[index] = changed(claim, stance=Stance.QUOTED)


def _is_let_in(reading: Reading, first: int, last: int) -> bool:
    """True where the draft goes along with what stands between two marks, ahead of them or behind."""
    line, at = reading.line, reading.line_at
    ahead = line[at[reading.sentence(first)[0]] : at[first]]
    if offers_itself(ahead) or (_AGREED_AHEAD.search(ahead) and not REFUSED_LATER.search(ahead)):
        return True
    position = at[last + 1]
    if goes_along(line, position, at[reading.sentence(last)[1]]):
        return True
    while line[position : position + 2] in _PAUSES:
        position += 2
    return _AGREED_BEHIND.match(line, position) is not None


def _echoes(reading: Reading, inbound: Reading) -> Iterator[tuple[int, int]]:
    """Yield the opening and the closing mark around words that the inbound holds in that order."""
    words = reading.words
    said = f" {' '.join(filter(_is_spoken, inbound.words))} "
    opened = None
    marks = [at for at, word in enumerate(words) if word in _MARKS]
    for at in marks[:_MOST]:
        word = words[at]
        if opened is not None and words[opened] == word and at - opened <= _LONGEST:
            inner = [*filter(_is_spoken, words[opened + 1 : at])]
            if len(inner) >= _FEWEST and f" {' '.join(inner)} " in said:
                yield opened, at
                opened = None
                continue
        opened = at


def _is_spoken(word: str) -> bool:
    """True for words and numbers, "1,140" among them, and not for marks."""
    return word[0].isalnum() or word[-1].isalnum()
