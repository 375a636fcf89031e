"""Tell the scales of our own prices: "they go from €40 for a short one, to 58 for the hour", "anywhere from €45".

"They" are the prices where the client asks what we charge, somebody else where one is spoken of. What stands
between "from" and the rest of the scale ("for a short one") leaves the first sum the lower end of a range.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money.price_questions import asks_of_others, speaks_of_price

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

SCALING: Final = frozenset(
    "go goes going run runs start starts starting begin begins beginning range ranges ranging vary varies varying "
    "come comes climb climbs rise rises stretch stretches span spans".split()
)
"""What prices do between a lower and an upper end."""
_LEADING: Final = frozenset("anywhere somewhere up all usually the way in out".split())
_THEY: Final = frozenset("they they'll they'd they're".split())
_MODALS: Final = frozenset("can could would will tend to usually normally mostly generally all".split())
_FAR: Final = 6
_MOST: Final = 64


def is_own_scale(u: Utterance, at: int, first: int, others: frozenset[str]) -> bool:
    """True for the "they" at word `at` of "they go from €40": our prices, which the client asks for."""
    words = u.reading.words
    said = words[at + 1 : first]
    being = words[at] == "they're" or said[:1] == ["are"]
    if words[at] not in _THEY or not (_is_scaling(said) or (being and "from" in said[:2])):
        return False
    inbound = u.inbound
    if inbound is None or not speaks_of_price(inbound) or asks_of_others(inbound):
        return False
    return others.isdisjoint(words[:at]) and others.isdisjoint(inbound.reading.words[:_MOST])


def _is_scaling(said: list[str]) -> bool:
    """True for "go from", "usually start at", "can range anywhere from"."""
    verbs = [i for i, word in enumerate(said) if word in SCALING]
    if not verbs:
        return False
    led = said[verbs[0] + 1 :]
    end = next((i for i, word in enumerate(led) if word in _ENDS), len(led))
    return end < len(led) and _MODALS.issuperset(said[: verbs[0]]) and _LEADING.issuperset(led[:end])


_ENDS: Final = frozenset(("from", "at", "between"))


def opens_written_range(words: list[str], at: int, last: int) -> bool:
    """True for the "from" of "goes up from €40 for a short one to €150", "anywhere from €42 for a wee one".

    A price that went up from one to another has no length between them.
    """
    before = words[at - 1] if at else ""
    if before in ("anywhere", "somewhere"):
        return True
    up = before in ("up", "all", "way")
    lead = words[at - 2] if up and at > 1 else before
    return lead in SCALING and words[last : last + 1] == ["for"]


def opens_between(words: list[str], at: int, last: int) -> bool:
    """True for "between €45 for a short one and €84 for a long one", whose first sum is the lower end."""
    return (
        words[at] == "between"
        and words[last : last + 1] == ["for"]
        and "and" in words[last : last + _FAR + 2]
    )
