"""A draft with everything that rules may look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.claims.agreement import accept_inbound
from align.claims.claim import Moment, Speaker
from align.claims.confirmed import confirm_given
from align.claims.extract import extract
from align.claims.quoted_echoes import set_quotes_apart
from align.claims.reported import set_reports_apart
from align.reading import Reading
from align.records import quick

if TYPE_CHECKING:
    from datetime import datetime

    from align.claims.known import Known
    from align.claims.utterance import Utterance
    from align.context import DraftContext


@quick
@dataclass(frozen=True, slots=True)
class Draft:
    """A draft body read once, with the client's inbound and the context.

    `utterance` holds the body's claims, those that it accepts from the inbound included;
    `inbound` the client's own, or None.
    """

    body: str
    utterance: Utterance
    inbound: Utterance | None
    context: DraftContext
    moment: Moment

    @property
    def reading(self) -> Reading:
        """The reading of the body."""
        return self.utterance.reading


def read_draft(body: str, *, now: datetime, context: DraftContext, known: Known) -> Draft:
    """Read a draft and its inbound; `now` is an aware moment.

    Raises `ValueError` when `now` has no UTC offset.
    """
    if now.tzinfo is None or now.utcoffset() is None:
        msg = "now: needs a UTC offset"
        raise ValueError(msg)
    moment = Moment(now.astimezone(known.zone))
    inbound = None
    if context.inbound:
        reading = Reading(context.inbound, known.vocabulary, keep_case=known.keep_case)
        inbound = extract(reading, Speaker.CLIENT, moment, known)
    reading = Reading(body, known.vocabulary, keep_case=known.keep_case)
    utterance = extract(reading, Speaker.PROFESSIONAL, moment, known, inbound)
    set_reports_apart(utterance)
    if inbound is not None:
        set_quotes_apart(utterance, inbound)
        accept_inbound(utterance, inbound)
        confirm_given(utterance, inbound)
    return Draft(body, utterance, inbound, context, moment)
