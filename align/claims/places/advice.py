"""Clauses in which the speaker advises or remembers: "In Leeds I'd ask Jo", "In Paris I always get lost"."""

from __future__ import annotations

from typing import Final

from align.claims.places.presence_words import PARTS, Part

_GOT: Final = frozenset("get got go".split())
_ADVICE: Final = frozenset(
    "go ask try look call start check pick choose use say suggest recommend avoid".split()
)
_KNOWING: Final = frozenset(
    "know recommend suggest love like remember think hear wonder imagine miss dream".split()
)
_GETTING_LOST: Final = (["get", "lost"], ["got", "lost"], ["buy", "my"], ["buy", "all"])


def advises(words: list[str], subject: int) -> bool:
    """True for "In Leeds I'd ask Frau Huber", "In Paris I always get lost", "In Leeds I trained"."""
    at = subject + 1
    while (
        at < len(words) - 1
        and at < subject + 4
        and (PARTS.get(words[at]) is Part.SKIP and words[at] not in _GOT)
    ):
        at += 1
    verb = words[at] if at < len(words) else "."
    if words[subject] in ("i'd", "we'd") and verb in _ADVICE:
        return True
    part = PARTS.get(verb)
    return part is Part.PAST or verb in _KNOWING or words[at : at + 2] in _GETTING_LOST
