"""The pages over an assembly, as `align serve` opens them."""

from __future__ import annotations

import asyncio
import logging
import os
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

LOG: Final = logging.getLogger("align.pages")

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
    """Send what could not be sent at once, again and again, until it is cancelled; whatever fails, there is a next time."""
    while True:
        await sleep(seconds)
        try:
            await desk.resume()
        except StoreError:
            continue  # the database is away
        except Exception as error:  # noqa: BLE001 - nobody would send any more
            LOG.error("what was decided could not be sent: %s", type(error).__name__)  # noqa: TRY400 - a traceback would quote it
