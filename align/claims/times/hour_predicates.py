"""What an hour does for an appointment: "11 makes sense", "4 fits perfectly", "12 gets you home by 3".

Both whether a bare number is a time and what is said of it look here.
"""

from __future__ import annotations

from typing import Final

_SENSE: Final = frozenset("sense easier easy simpler happy better".split())
_SITTING: Final = frozenset(
    "fits fit sits slots lines lands falls drops slides tucks goes squeezes fall sit land line".split()
)
_NICELY: Final = frozenset(
    (
        "nicely perfectly well great right in up better beautifully neatly between best fine just lovely "
        "with together"
    ).split()
)
_SERVING: Final = frozenset(
    "gets gives leaves saves allows lets buys keeps get give leave save let buy".split()
)
_SERVED: Final = frozenset(
    "you u us me him her them both everyone plenty loads enough time room space heaps ample your".split()
)
_SEEMING: Final = frozenset("feels sounds looks seems feel sound look".split())
_FAIR: Final = frozenset(
    (
        "right good perfect ideal great lovely fine best better grand doable nice brilliant fab free open "
        "clear available sensible safest safe"
    ).split()
)
_SPOILING: Final = frozenset(
    (
        "no nothing little barely hardly too short stuck rushing rushed late never not only less without "
        "middle top during bang stools lunch class clash"
    ).split()
)


_MINE: Final = frozenset("i'm i'll i've i'd we'll we've i".split())
_OPENING: Final = _MINE | _SITTING | _SERVING | _SEEMING | {"makes", "make", "has", "it"}
_IDLE: Final = frozenset("am will have can could would already".split())
_GIVING: Final = frozenset(
    (
        "giving give given keeping keep kept saving save saved holding hold held booking book booked "
        "putting put blocking blocked"
    ).split()
)
_YOU: Final = frozenset("you u ya him her them".split())
"""What the professional gives the client: "4 to 5 I am giving you", "3 I've kept for you"."""


def serves(words: list[str], at: int) -> bool:
    """True when the words from `at` on, behind an hour, say what good it does."""
    verb = words[at] if at < len(words) else ""
    if verb not in _OPENING:
        return False
    said = words[at + 1 : at + 6]
    if verb in _MINE and said:
        said = said[1:] if said[0] in _IDLE else said
        return said[:1] != [] and said[0] in _GIVING and not _YOU.isdisjoint(said[1:3])
    if not said or not _SPOILING.isdisjoint(said):
        return False
    if verb in ("makes", "make"):
        return not _SENSE.isdisjoint(said)
    if verb in _SITTING:
        counted = said[0] == "in" and said[1:2] != [] and said[1][0].isalpha() and said[1] not in _NICELY
        return said[0] in _NICELY and not counted  # "6 slots in Leeds"
    if verb in _SERVING and said[1:2] not in (["here"], ["there"], ["to"], ["into"]):
        return said[0] in _SERVED
    if verb in _SEEMING:
        return said[0] != "," and not _FAIR.isdisjoint(said[:3])
    return (verb == "has" and said[:2] == ["your", "name"]) or (verb == "it" and said[:2] == ["shall", "be"])
