"""Read a body's claims without rules: what `align claims` shows."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from align.claims.draft import read_draft
from align.claims.known import Known
from align.claims.offered_phrases import PhraseIndex
from align.claims.places.places import PlaceIndex
from align.claims.wire import claims_to_wire
from align.context import DraftContext
from align.reading import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


def read_claims(
    body: str,
    *,
    now: datetime,
    context: DraftContext | Mapping[str, Any] | None = None,
    known: Known | None = None,
) -> list[dict[str, Any]]:
    """Return the claims of `body` in their wire form, in text order.

    `now` must be aware; without `known` (a compiled spec's) dates are read in UTC, places
    come from the gazetteer alone, and no phrase is looked for.

    Raises `ValueError` for a naive `now` or an unknown context key, and `RuntimeError`
    when a room of extraction crashed.
    """
    draft = read_draft(body, now=now, context=DraftContext.of(context), known=known or nothing())
    if draft.utterance.faults:
        raise RuntimeError("; ".join(draft.utterance.faults))
    return claims_to_wire(draft.utterance)


@lru_cache(maxsize=1)
def nothing() -> Known:
    """Return what is known without a spec."""
    return Known(
        vocabulary=Vocabulary(),
        places=PlaceIndex.empty(),
        offers=PhraseIndex.empty(),
        zone=ZoneInfo("UTC"),
        keep_case=True,
    )
