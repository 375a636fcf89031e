"""Clauses behind a time that refuse something else: "3 is yours, but I can't stretch it to two hours".

"3 would be fine but I can't", "…, but I can't hold it" take the time itself back.
"""

from __future__ import annotations

from typing import Final

_JOINTS: Final = frozenset(("but", "and", "though", "only"))
_WE: Final = frozenset("i we".split())
_REFUSING: Final = frozenset("can't cant cannot couldn't won't wouldn't don't".split())
_GIVING: Final = frozenset(
    "do make manage hold keep save offer guarantee promise confirm give book fit squeeze".split()
)
"""Verbs that give a time, so that with nothing else behind them their refusal takes it back."""
_IT: Final = frozenset("it that this then you u any".split())
_AM: Final = [["i'm", "not"], ["we're", "not"]]
_AWAY: Final = frozenset(
    "free available around about here open in sure certain there able back working taking".split()
)
"""What one who is not so cannot have a client then."""


def refuses_else(words: list[str], at: int) -> bool:
    """True at the joint of "…, but I can't host", "… and I'm not in a hurry": the time before it stands."""
    if words[at] not in _JOINTS:
        return False
    if words[at + 1 : at + 3] in _AM:
        said = words[at + 3 : at + 5]
        return said[:1] != [] and (said[0] not in _AWAY or said == ["in", "a"])
    if words[at + 1 : at + 2] == [] or words[at + 1] not in _WE or words[at + 2 : at + 3] == []:
        return False
    if words[at + 2] not in _REFUSING:
        return False
    said = words[at + 3 : at + 5]
    if not said or not said[0][0].isalpha():
        return False
    return said[0] not in _GIVING or (len(said) > 1 and said[1] not in _IT and said[1][0].isalnum())


def is_taken_back(words: list[str], last: int, end: int) -> bool:
    """True for "3 would be fine but I can't", "…, but I can't then": what cannot be, however welcome."""
    if "but" not in words[last : min(end, last + _NEAR)]:
        return False
    at = words.index("but", last)
    if words[at + 1 : at + 2] not in (["i"], ["we"]) or words[at + 2 : at + 3] not in _CANNOT:
        return False
    behind = words[at + 3 : at + 4]
    return at + 3 >= end or not behind[0][0].isalnum() or behind[0] == "then"


_CANNOT: Final = [["can't"], ["cant"], ["cannot"], ["couldn't"]]
_NEAR: Final = 7
