"""What extraction knows of the spec: the indexes that a compiled spec shares with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from align.claims.offered_phrases import PhraseIndex
    from align.claims.places.places import PlaceIndex
    from align.reading import Vocabulary


@dataclass(frozen=True, slots=True)
class Known:
    """Indexes over one spec, built once by `compile_spec`; without a spec all are empty.

    `session_minutes` are the durations on the rate card, which make a bare number beside
    one of them more likely to be a price; `amounts` the card's amounts;
    `shortest` is the least length of an appointment, an hour where none is known. `keep_case` lets
    capitals tell names from words; a check never does (promise 7), `align claims` does.
    """

    vocabulary: Vocabulary
    places: PlaceIndex
    offers: PhraseIndex
    currency: str | None = None
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    session_minutes: frozenset[int] = frozenset()
    amounts: frozenset[str] = frozenset()
    shortest: int = 60
    keep_case: bool = False
