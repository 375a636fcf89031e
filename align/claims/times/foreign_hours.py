"""Hours as clients write them in the language that they grew up with: "a las 7?", "7 ng gabi", "jam 7", "7 baje"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.times.clock_faces import Face

_LEADS: Final = frozenset("las alas alle jam pukul saat saa klo klockan klokken ora".split())
"""Prepositions and nouns that only an hour follows; none of them is an English word."""
_BEHIND: Final = frozenset("ng nang baje malam siang pagi gabi jioni usiku asubuhi".split())
_BEHIND_H: Final = frozenset("? ca on possible pode va geht".split())
_ASKING: Final = frozenset(
    "pwede puwede sana kaya baka tuonane naweza ningependa nije puedo podemos podria puede boleh bisa kann "
    "konnen geht ginge passt posso possiamo peut puis potrei".split()
)
"""What a client asks for an hour with, whether a question mark follows or not."""


def is_foreign_hour(words: list[str], at: int, face: Face) -> bool:
    """True for the 7 of "a las 7", "7 ng gabi", and the "18h" of "pode ser 18h?"."""
    before, behind = words[at - 1 : at], words[face.last : face.last + 1]
    if face.kind == "h":
        return not behind or behind[0] in _BEHIND_H or before == ["as"]
    return (
        face.kind == "bare"
        and words[at].isdecimal()
        and (not _LEADS.isdisjoint(before) or not _BEHIND.isdisjoint(behind))
    )


def asks_abroad(words: list[str]) -> bool:
    """True for words that ask for a time in another language: "mga 7pm po sana"."""
    return not _ASKING.isdisjoint(words)
