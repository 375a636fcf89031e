"""What the review page is made of, put together once and shared by all requests."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.pages.tries import Tries
from specs.store.moments import utc_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from align.http.keys import KeyStore
    from align.pages.sessions import SessionStore
    from align.review.desk import ReviewDesk
    from align.review.resolving import CauseResolver
    from specs.store.migrate import Migrations
    from specs.store.store import SpecStore


@dataclass(frozen=True, slots=True)
class PageParts:
    """What every page may use. `migrations` are those of the operator's facts; `clock` gives the present moment, aware."""

    desk: ReviewDesk
    resolver: CauseResolver
    specs: SpecStore
    migrations: Migrations
    keys: KeyStore
    sessions: SessionStore
    tries: Tries = field(default_factory=Tries)
    clock: Callable[[], dt.datetime] = utc_now
