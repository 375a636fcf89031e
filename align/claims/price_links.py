"""Link an amount to the duration and the mode that it is the price of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import DurationOf
from align.claims.durations import UNIT_MINUTES
from align.claims.price_modes import modes_in
from align.reading.cues import PRICE, QUESTION, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.claim import Duration, Mode
    from align.claims.utterance import Utterance

_DAY: Final = 24 * 60
_FAR: Final = 16
_IS: Final = frozenset(
    "is 's are be was : - — = / comes come to costs cost runs run at for would will 'll d it i charge"
    " , so that that's it's which total just only works out quote about (".split()
)
_GLUE: Final = frozenset(
    "the a an your our my that this first full , ( - — flat total cash all in incall outcall only just"
    " at / one usual whole single".split()
)
_PER: Final = frozenset(("per", "/", "p", "an", "a", "each", "every", "the"))


class Link(NamedTuple):
    """The duration of an amount: minutes, whether per unit, the duration's words."""

    minutes: int | None = None
    per: bool = False
    duration: tuple[int, int] | None = None
    strength: int = 0


def link_duration(u: Utterance, first: int, last: int, others: list[tuple[int, int]]) -> Link:
    """Return the duration that the amount on `[first, last)` is the price of.

    `others` are the word ranges of the other amounts of the text.
    """
    per = _per_unit(u, last)
    if per is not None:
        return per
    begin, end = u.reading.sentence(first)
    best = Link()
    rates = {b for _, b in others if _per_unit(u, b)}
    others = [o for o in others if o[1] not in rates]
    for duration in u.durations:
        if duration.first in rates:
            continue
        if duration.low != duration.high or duration.low >= _DAY or duration.low < 5:
            continue
        if not begin <= duration.first < end:
            continue
        link = _score(u, duration, first, last, others)
        if link.strength > best.strength:
            best = link
    return best


def _per_unit(u: Utterance, last: int) -> Link | None:
    """Read "an hour", "per hour", "/hr", "hourly" right after an amount."""
    words = u.reading.words
    if last >= len(words):
        return None
    word = words[last]
    if word in ("hourly", "ph", "pph"):
        return Link(60, per=True, duration=(last, last + 1), strength=12)
    if word not in ("per", "/", "p", "an", "a", "every") or last + 1 >= len(words):
        return None
    following = words[last + 1]
    at = last + 1
    if word == "p" and following in ("/", "."):
        at += 1
        following = words[at] if at < len(words) else ""
    unit = UNIT_MINUTES.get(following)
    if word in ("an", "a", "per", "every", "/", "p") and following in ("half", "half-hour") and words[at + 1 : at + 2] in (["hour"], ["an"], ["-"]):
        return Link(30, per=True, duration=(last, at + 2), strength=12)
    if unit is None or unit > _DAY or (word == "a" and unit >= _DAY):
        return None
    tail = words[at + 1 : at + 4]
    if tail[:3] == ["and", "a", "half"]:
        return None
    return Link(round(unit) or None, per=True, duration=(last, at + 1), strength=12)


def _score(u: Utterance, duration: Duration, first: int, last: int, others: list[tuple[int, int]]) -> Link:
    minutes = round(duration.low)
    words = u.reading.words
    place = (duration.first, duration.last)
    if duration.first >= last:
        gap = words[last : duration.first]
        if len(gap) > _FAR or _between(others, last, duration.first):
            return Link()
        return Link(minutes, duration=place, strength=_after_strength(u, gap, last, duration))
    if duration.last <= first:
        gap = words[duration.last : first]
        if len(gap) > _FAR or _between(others, duration.last, first):
            return Link()
        strength = _before_strength(gap, duration)
        if duration.of is DurationOf.OTHER and strength < 6 and words[duration.first] not in ("the", "an", "one", "two", "hour"):
            strength -= 3
        return Link(minutes, duration=place, strength=strength)
    return Link()


def _after_strength(u: Utterance, gap: list[str], last: int, duration: Duration) -> int:
    del u, last
    if not gap:
        return 8
    if "for" in gap:
        before = gap[: gap.index("for")]
        after = gap[gap.index("for") + 1 :]
        if all(w in _GLUE for w in after) or len(after) <= 2:
            return 11 - min(len(before), 6)
        return 4
    if all(w in _GLUE for w in gap):
        return 6 if "," not in gap else 3
    if duration.of is DurationOf.OTHER or {"and", "but", "."} & set(gap):
        return 1
    return 3 if len(gap) <= 6 else 1


def _before_strength(gap: list[str], duration: Duration) -> int:
    del duration
    if not gap:
        return 9
    if all(w in _IS for w in gap):
        return 9 if gap != [","] else 7
    if gap[-1] in ("is", "'s", "be", "for", "to", ":", "-", "costs", "cost", "at", "runs"):
        return 7 if "and" not in gap and "," not in gap and "but" not in gap else 4
    return 3


def _between(others: list[tuple[int, int]], begin: int, end: int) -> bool:
    return any(begin <= first < end for first, _ in others)


def inherit_duration(u: Utterance, first: int) -> Link:
    """Return the duration that an earlier sentence or the client's message implies."""
    begin, end = u.reading.sentence(first)
    if _open(u, begin, end):
        return Link()
    if begin:
        before, stop = u.reading.sentence(begin - 1)
        earlier = {round(d.low) for d in _sessions(u, before, stop)}
        if len(earlier) == 1:
            return Link(earlier.pop(), strength=2)
        if earlier:
            return Link()
    if u.inbound is None:
        return Link()
    asked = {round(d.low) for d in _sessions(u.inbound, 0, len(u.inbound.reading))}
    own = {round(d.low) for d in _sessions(u, 0, len(u.reading))}
    if len(asked) == 1 and (not own or own == asked):
        return Link(asked.pop(), strength=1)
    return Link()


def _open(u: Utterance, begin: int, end: int) -> bool:
    """True when a sentence has durations of its own, so that none is implied."""
    return any(begin <= d.first < end and d.low < _DAY and d.of is not DurationOf.OTHER for d in u.durations)


def _sessions(u: Utterance, begin: int, end: int) -> list[Duration]:
    words = u.reading.words
    return [
        d
        for d in u.durations
        if begin <= d.first < end
        and d.low == d.high
        and d.low < _DAY
        and (d.of is not DurationOf.OTHER or (words[d.last - 1] == "hour" and d.low == 60))
    ]


def link_mode(u: Utterance, first: int, last: int, others: list[tuple[int, int]]) -> Mode | None:
    """Return the mode that the amount's clause names, or that is implied; None if open."""
    begin, end = u.reading.sentence(first)
    nxt = min([f for f, _ in others if f >= last and f < end], default=end)
    prev = max([b for _, b in others if b <= first and b > begin], default=begin)
    for a, b in ((last, _clause_end(u, last, nxt)), (prev, first), (last, nxt)):
        found = modes_in(u, a, b)
        if len(found) == 1:
            return found.pop()
        if found:
            return None
    return _implied_mode(u, begin, end)


def _clause_end(u: Utterance, last: int, end: int) -> int:
    words = u.reading.words
    at = last
    while at < end and words[at] not in (",", "and", "or", "but", ";", ")", "/"):
        at += 1
    return at


def _implied_mode(u: Utterance, begin: int, end: int) -> Mode | None:
    whole = modes_in(u, begin, end)
    if whole:
        return None
    if begin:
        before, stop = u.reading.sentence(begin - 1)
        earlier = modes_in(u, before, stop)
        if earlier:
            return earlier.pop() if len(earlier) == 1 else None
    if u.inbound is not None:
        asked = modes_in(u.inbound, 0, len(u.inbound.reading)) or {m.mode for m in u.inbound.modes}
        if len(asked) == 1:
            return asked.pop()
    return None


def asks_price(u: Utterance | None) -> bool:
    """True when the client's message asks what something costs."""
    if u is None:
        return False
    reading = u.reading
    if not reading.seen & (PRICE | QUESTION):
        return False
    words = reading.words
    for at in reading.where(PRICE | QUESTION):
        word = words[at]
        if word == "much" and at and words[at - 1] == "how":
            return True
        if word in _ASKING:
            return True
        if word in ("what's", "whats", "what") and any(w in ("hour", "charge", "rate", "minutes", "min", "mins") for w in words[at : at + 6]):
            return True
    return False


_ASKING: Final = frozenset(
    "price prices pricing rate rates charge charges cost costs fee fees quote total".split()
)

__all__ = ["SENTENCE_END", "Link", "asks_price", "inherit_duration", "link_duration", "link_mode"]
