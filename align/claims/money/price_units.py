"""Read the unit that an amount is a rate for: "an hour", "/hr", "hourly"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.durations.length_units import UNIT_MINUTES

if TYPE_CHECKING:
    from align.claims.claim import Mode

_DAY: Final = 24 * 60
_BY_UNIT: Final = frozenset("per / p an a every".split())
_HOURLY: Final = frozenset("hourly ph pph".split())
_OPENING: Final = _BY_UNIT | _HOURLY | {"after", "for"}
_CERTAIN: Final = 12


class Link(NamedTuple):
    """The duration of an amount: minutes, whether per unit, its words, how sure it is."""

    minutes: int | None = None
    per: bool = False
    duration: tuple[int, int] | None = None
    strength: int = 0


class ModeLink(NamedTuple):
    """The mode of an amount, and whether another clause or sentence only implies it."""

    mode: Mode | None = None
    implied: bool = False


NO_MODE: Final = ModeLink()


def per_unit(words: list[str], last: int) -> Link | None:
    """Read "an hour", "per hour", "/hr", "hourly" right after an amount."""
    if last >= len(words):
        return None
    word = words[last]
    if word not in _OPENING:
        return None
    if word in _HOURLY:
        return Link(60, per=True, duration=(last, last + 1), strength=_CERTAIN)
    at = last + 1
    if word in ("after", "for") and words[at : at + 1] in (["each"], ["every"]):
        at += 1
        word = "per"
    if word not in _BY_UNIT or at >= len(words):
        return None
    if word == "p" and words[at] in ("/", ".") and at + 1 < len(words):
        at += 1
    if words[at] in ("half", "half-hour") and words[at + 1 : at + 2] in (["hour"], ["an"], ["-"]):
        return Link(30, per=True, duration=(last, at + 2), strength=_CERTAIN)
    unit = UNIT_MINUTES.get(words[at])
    if unit is None or unit > _DAY or (word == "a" and unit >= _DAY):
        return None
    if words[at + 1 : at + 4] == ["and", "a", "half"]:
        return None
    return Link(round(unit) or None, per=True, duration=(last, at + 1), strength=_CERTAIN)
