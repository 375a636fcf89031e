"""The client's own words between quotation marks: 'I saw your "can I pay you after", and no'.

What stands between marks and is what the client wrote is theirs, however the draft introduces it; it becomes the
professional's only where the draft goes along with it behind the marks: '"Would 70 do?" Go on then.'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.stances.quoting import goes_along, offers_itself
from align.records import changed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.utterance import Utterance
    from align.reading import Reading

_MARKS: Final = frozenset(('"', "'"))
_FEWEST: Final = 3
"""Fewer words stand by chance in any message."""
_LONGEST: Final = 40
_MOST: Final = 40
"""So many marks are looked at, which bounds the work; what later ones hold stays the professional's own."""
_KINDS: Final = (
    "addresses", "durations", "money", "starts", "places", "modes", "channels", "payments", "offers",
)  # fmt: skip


def set_quotes_apart(u: Utterance, inbound: Utterance) -> None:
    """Make what a draft quotes of the inbound the client's words, unless it goes along with them."""
    words = u.reading.words
    if '"' not in words and "'" not in words:
        return
    for first, last in _echoes(u.reading, inbound.reading):
        line, at = u.reading.line, u.reading.line_at
        if offers_itself(line[at[u.reading.sentence(first)[0]] : at[first]]):
            continue
        if goes_along(line, at[last + 1], at[u.reading.sentence(last)[1]]):
            continue
        for kind in _KINDS:
            claims = getattr(u, kind)
            for index, claim in enumerate(claims):
                if first < claim.first and claim.last <= last and claim.stance is Stance.ASSERTED:
                    claims[index] = changed(claim, stance=Stance.QUOTED)


def _echoes(reading: Reading, inbound: Reading) -> Iterator[tuple[int, int]]:
    """Yield the opening and the closing mark around words that the inbound holds in that order."""
    words = reading.words
    said = f" {' '.join(filter(str.isalnum, inbound.words))} "
    opened = None
    marks = [at for at, word in enumerate(words) if word in _MARKS]
    for at in marks[:_MOST]:
        word = words[at]
        if opened is not None and words[opened] == word and at - opened <= _LONGEST:
            inner = [w for w in words[opened + 1 : at] if w.isalnum()]
            if len(inner) >= _FEWEST and f" {' '.join(inner)} " in said:
                yield opened, at
                opened = None
                continue
        opened = at
