"""Modes as claims: the words that tell them, and the stance that is taken to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.claims.claim import ModeClaim, Stance
from align.claims.stance import stance_of

if TYPE_CHECKING:
    import re
    from collections.abc import Container

    from align.claims.claim import Mode
    from align.claims.utterance import Utterance


def claim_on(
    u: Utterance,
    words: tuple[int, int],
    mode: Mode,
    *,
    offered: bool = True,
    settled: Container[Stance] = (),
) -> ModeClaim:
    """Return the mode that words `[first, last)` tell; a stance of `settled` takes nothing from it."""
    first, last = words
    stance = stance_of(u.reading, first, last)
    if stance in settled:
        stance = Stance.ASSERTED
    return ModeClaim(first=first, last=last, stance=stance, mode=mode, offered=offered)


def claim_of(u: Utterance, match: re.Match[str], mode: Mode, *, offered: bool = True) -> ModeClaim:
    """Return the mode that what is matched on the line tells."""
    return claim_on(u, u.reading.words_of(*match.span()), mode, offered=offered)
