"""The pages over an assembly, as `align serve` opens them."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from align.audit.settings import masks_bodies
from align.engines.library import WorkflowLibrary
from align.http.keys import KeyStore
from align.pages.parts import PageParts
from align.pages.sessions import SessionStore
from align.review.desk import ReviewDesk
from align.review.ledger import ReviewLedger
from align.review.resolving import CauseResolver
from align.review.sending import SendParts
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from align.assembly.assembly import Assembly
    from specs.store.migrate import Migrations

RESUME_SECONDS: Final = 30.0
"""How often is looked for messages that somebody decided to send and that are not on their way."""


def page_parts(assembly: Assembly, migrations: Migrations) -> PageParts:
    """Return the parts of the pages; what people send goes out as the runner sends, edits go to the migrations' folder."""
    desk, engine = assembly.desk, assembly.desk.engine
    ledger = ReviewLedger(engine, masked=masks_bodies(os.environ))
    parts = SendParts(
        desk.store,
        assembly.log,
        assembly.dispatcher,
        assembly.receipts,
        assembly.judge,
        WorkflowLibrary(engine),
        assembly.settings.gate,
        assembly.observers,
    )
    review = ReviewDesk(ledger, parts)
    resolver = CauseResolver(review, migrations)
    return PageParts(review, resolver, desk.store, migrations, KeyStore(engine), SessionStore(engine))


async def keep_sending(
    desk: ReviewDesk,
    *,
    seconds: float = RESUME_SECONDS,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Send what could not be sent at once, again and again, until it is cancelled."""
    while True:
        await sleep(seconds)
        with suppress(StoreError):  # the database is away: the next time
            await desk.resume()
