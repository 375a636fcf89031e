"""The words that decide, or help to decide, whose presence a clause states.

Each handler takes in one word of the way from a place to the left (align/claims/places/presence.py)
and returns a decision where the word makes one; otherwise it notes what was passed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.places.presence_noted import NOTED, Handler
from align.claims.places.presence_owned import OWNED
from align.claims.places.presence_subjects import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.claims.places.presence_found import Passed, Presence
    from align.claims.places.presence_words import (
        Part,
    )
    from align.claims.utterance import Utterance


def take_in(u: Utterance, at: int, part: Part, passed: Passed) -> Presence | None:
    """Take in one word; return a decision where it makes one."""
    return _HANDLERS[part](u, at, passed)


_HANDLERS: Final[Mapping[Part, Handler]] = {**SUBJECTS, **OWNED, **NOTED}
