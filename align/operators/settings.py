"""Where the spec store is: the database's address and the folder of the operator's revisions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align.operators.checks import gate_checks
from specs.store.engine import DEFAULT_URL, open_engine
from specs.store.migrate import Migrations
from specs.store.store import SpecStore

if TYPE_CHECKING:
    from sqlalchemy import Engine

CHECKOUT_FOLDER: Final = Path("migrations/versions/facts")
DEPLOYED_FOLDER: Final = Path("facts")
"""Where revisions go in a working folder that is no checkout."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The store and its migrations, as an operator's command uses them."""

    engine: Engine
    store: SpecStore
    migrations: Migrations


def open_desk(url: str | None = None, facts_folder: str | None = None) -> Desk:
    """Return the desk for an address (default: `align.db` here) and a folder of revisions.

    Raises `StoreError` for an address that is none of the store's. Nothing is connected to yet.
    """
    engine = open_engine(url or DEFAULT_URL)
    checks = gate_checks()
    if facts_folder is not None:
        folder = Path(facts_folder)
    else:
        folder = CHECKOUT_FOLDER if CHECKOUT_FOLDER.is_dir() else DEPLOYED_FOLDER
    return Desk(engine, SpecStore(engine, checks=checks), Migrations(engine, folder.absolute(), checks))
