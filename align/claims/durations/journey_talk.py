"""Talk of what else takes time: journeys, waits, cooking, practice, films."""

from __future__ import annotations

from typing import Final

from align.claims.durations.length_verdicts import COPULAS, PLANS

_JOURNEYS: Final = frozenset(
    "stuck traffic walk walks walking drive driving bus train tram metro bike foot station airport uber "
    "cab taxi parking"
    " late early behind eta oven simmer bake rests soak cool dry drying dries cure breather alarm timer"
    " practise practice practising exercise exercises stretches homework ice heat wait waiting setup "
    "set-up halfway middle"
    " spare arrive arrives notice reply drain commute door-to-door queue nap sleep pickup"
    " collection talk talks lecture podcast webinar livestream video vlog episode sermon speech film "
    "song songs songbook pieces playlist ceremony remaining".split()
)
"""Talk of what else takes time: with it a length is an appointment's only if it is booked outright."""


def tells_journey(words: list[str], begin: int, end: int) -> bool:
    """True where a sentence speaks of what else takes time; "is cool" and "have you walking" do not."""
    if _JOURNEYS.isdisjoint(words[begin:end]):
        return False
    return any(
        words[i] in _JOURNEYS
        and not (words[i] == "cool" and words[i - 1] in COPULAS)
        and tuple(words[i : i + 2]) not in _NO_WAITS
        and not (words[i].endswith("ing") and words[i - 1] in PLANS and words[i - 2] in ("have", "get"))
        for i in range(begin, end)
    )


def before_goal(words: list[str], last: int, end: int) -> int:
    """Return where "in time for the train" begins behind a length, else the sentence's end."""
    return next((i for i in range(last, end - 1) if words[i : i + 2] == ["in", "time"]), end)


_NO_WAITS: Final = frozenset(
    (
        ("ice", "cream"),
        ("dry", "cut"),
        ("dry", "brush"),
        ("dry", "shave"),
        ("dry", "trim"),
        ("dry", "needling"),
    )
)
"""Compounds whose first word takes no time of its own."""
