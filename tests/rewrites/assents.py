"""Rewrites of the first words of an answer: one agreement for another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.gold import Case
    from tests.rewrites.rewrite import Rewrite

_AGREED: Final = re.compile(
    r"^(?:yes|yep|yeah|yup|sure thing|sure|of course|absolutely|no problem|sounds good|perfect|deal|ok|okay"
    r"|works for me|fine by me|great|lovely|grand|brilliant|done|definitely|certainly|no worries)(?=[,.!])",
    re.IGNORECASE,
)
WORDS: Final = (
    "Yes", "Yep", "Sure thing", "Of course", "Absolutely", "No problem", "Sounds good", "Perfect", "Done", "Deal",
    "OK", "Okay done", "Works for me", "Fine by me", "You got it", "Sorted", "Grand", "Can do", "Will do", "👍",
    "Yes yes", "Ya ya", "Consider it done", "Sounds like a plan", "That's fine", "All good", "Okie dokie",
    "Go on then", "Why not", "For sure", "Course", "Defo", "Totally", "Aye", "Agreed", "It's a date",
    "That suits me", "Easy", "Good by me", "Right you are", "Cool", "Alright", "Yes of course", "Suits me",
    "That works", "Gladly", "With pleasure", "100%", "👌", "Confirmed", "Booked", "Locked in", "Roger that",
    "Ok can", "Sure can", "Not a problem", "No bother", "Too easy", "Sweet as", "Oui", "Sí",
)  # fmt: skip


def _answering(word: str) -> Rewrite:
    def rewrite(case: Case) -> str:
        asked = case.context is not None and case.context.get("inbound")
        return _AGREED.sub(word, case.body, count=1) if asked else case.body

    return rewrite


ASSENTS: Final[dict[str, Rewrite]] = {f"{word},": _answering(word) for word in WORDS}
"""Every word of agreement, for the one that the draft opens with."""
