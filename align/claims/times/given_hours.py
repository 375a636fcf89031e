"""Hours of the professional's diary that the client may have: "grab my 4:15", "you can have my 4", "want my 3?"."""

from __future__ import annotations

from typing import Final

_TAKING: Final = frozenset("grab nab snag bag steal nick take want have fancy".split())
_SELF: Final = frozenset("i i'll i'd i've we we'll we'd he she they he's she's they'll".split())
_NEAR: Final = 4


def gives_mine(words: list[str], at: int) -> bool:
    """True where the client is bidden or asked to take what "my" at `at` begins; "they want my 4:15" gives nothing."""
    if words[at - 1 : at] == [] or words[at - 1] not in _TAKING:
        return False
    before = words[max(0, at - 1 - _NEAR) : at - 1]
    doer = next((word for word in reversed(before) if word in _SELF or word in _CLIENT), "")
    if words[at - 1] == "have":
        return doer in _CLIENT
    return doer not in _SELF and not _REFUSING.intersection(before)


def gives_the(words: list[str], at: int, last: int) -> bool:
    """True for "grab the 3:15" where nothing rides then: not "grab the 3:15, it gets in at 4"."""
    if words[at - 1 : at] not in _GRABBING or not gives_mine(words, at):
        return False
    return _RIDES.isdisjoint(words[max(0, at - _FAR) : last + _FAR])


_GRABBING: Final = [["grab"], ["nab"], ["snag"], ["bag"], ["steal"]]
_FAR: Final = 12
_RIDES: Final = frozenset(
    (
        "train tram bus flight ferry metro coach plane subway gets platform station arrives departs leaves "
        "stops"
    ).split()
)
_CLIENT: Final = frozenset("you u ya ye you'd you'll".split())
_REFUSING: Final = frozenset("don't can't cannot didn't not never someone somebody".split())
