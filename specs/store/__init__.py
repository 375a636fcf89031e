"""The spec store: versioned facts, policy and missions in SQLite or PostgreSQL.

`SpecStore.open("sqlite:///align.db").current("ines").spec` is a beginning. The tables come from the
migrations (`specs.store.migrate`); what operators do with them is in `align facts`.
"""

from specs.store.checks import Checks
from specs.store.engine import DEFAULT_URL, open_engine
from specs.store.errors import (
    EditConflictError,
    EditRefusedError,
    SchemaMissingError,
    StoreError,
    StoreUnavailableError,
    UnknownPersonaError,
    UnknownSpecError,
)
from specs.store.ledger import Edit
from specs.store.missions import MissionEdit
from specs.store.records import MissionRecord, Stale, StoredSpec, TemplateRecord, VersionRecord
from specs.store.store import SpecStore
from specs.store.templates import TemplateEdit

__all__ = [
    "DEFAULT_URL",
    "Checks",
    "Edit",
    "EditConflictError",
    "EditRefusedError",
    "MissionEdit",
    "MissionRecord",
    "SchemaMissingError",
    "SpecStore",
    "Stale",
    "StoreError",
    "StoreUnavailableError",
    "StoredSpec",
    "TemplateEdit",
    "TemplateRecord",
    "UnknownPersonaError",
    "UnknownSpecError",
    "VersionRecord",
    "open_engine",
]
