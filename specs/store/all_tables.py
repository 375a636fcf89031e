"""Every table there is: what migrations compare a database with."""

from specs.store import (
    decision_tables,
    key_tables,
    queue_tables,
    review_tables,
    session_tables,
    tables,
    usage_tables,
    workflow_tables,
)
from specs.store.tables import metadata

TABLE_MODULES = (
    tables,
    decision_tables,
    key_tables,
    queue_tables,
    review_tables,
    session_tables,
    usage_tables,
    workflow_tables,
)
"""Importing a module registers its tables; one that is not named here does not exist for migrations."""

__all__ = ["TABLE_MODULES", "metadata"]
