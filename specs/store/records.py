"""What the store hands out: versions, missions, templates, and a spec as it was read."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from specs.store.upcast import upcast

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Row

    from specs.document.spec import Spec


@dataclass(frozen=True, slots=True)
class VersionRecord:
    """One stored version of a persona's facts and policy; without `text`, the persona was retired.

    `version` counts from 1 for each persona. `digest` is that of the document without a mission.
    `revision` is the migration that stored it, None for one stored by a program. `zone` is the persona's
    time zone in it. Moments are UTC.
    """

    id: int
    persona: str
    version: int
    schema_version: int
    zone: str
    text: str | None = field(repr=False)
    digest: str
    author: str
    note: str
    revision: str | None
    created_at: dt.datetime
    effective_from: dt.datetime

    @classmethod
    def of(cls, row: Row[Any]) -> VersionRecord:
        """Return the record in a row of `spec_version`."""
        return cls(
            row.id,
            row.persona,
            row.version,
            row.schema_version,
            "UTC" if row.document is None else json.loads(row.document)["timezone"],
            row.document,
            row.digest,
            row.author,
            row.note,
            row.revision,
            row.created_at,
            row.effective_from,
        )

    @property
    def is_retired(self) -> bool:
        """Whether the persona has no facts from here on."""
        return self.text is None

    @property
    def document(self) -> dict[str, Any]:
        """The document as plain JSON values, in the schema of this release; empty for a retired persona."""
        return {} if self.text is None else upcast(json.loads(self.text), self.schema_version)

    def __str__(self) -> str:
        """Return the version, when it begins, who made it, and why, on one line."""
        begins = self.effective_from.isoformat(timespec="seconds")
        return f"v{self.version} from {begins} by {self.author}: {self.note}"


@dataclass(frozen=True, slots=True)
class MissionRecord:
    """One stored version of a persona's mission for a local day; no `document`: it was cleared."""

    id: int
    persona: str
    day: dt.date
    version: int
    document: dict[str, Any] | None
    author: str
    note: str
    created_at: dt.datetime

    @classmethod
    def of(cls, row: Row[Any]) -> MissionRecord:
        """Return the record in a row of `mission_version`."""
        document = None if row.document is None else json.loads(row.document)
        return cls(row.id, row.persona, row.day, row.version, document, row.author, row.note, row.created_at)


@dataclass(frozen=True, slots=True)
class TemplateRecord:
    """One stored version of a template; no `body`: it was withdrawn."""

    id: int
    persona: str
    key: str
    version: int
    body: str | None
    digest: str | None
    author: str
    note: str
    created_at: dt.datetime
    effective_from: dt.datetime

    @classmethod
    def of(cls, row: Row[Any]) -> TemplateRecord:
        """Return the record in a row of `template_version`."""
        return cls(
            row.id,
            row.persona,
            row.key,
            row.version,
            None if row.body is None else json.loads(row.body),
            row.digest,
            row.author,
            row.note,
            row.created_at,
            row.effective_from,
        )


@dataclass(frozen=True, slots=True)
class Stale:
    """Why a read could not be refreshed: since when (UTC), and the cause for people."""

    since: dt.datetime
    cause: str


@dataclass(frozen=True, slots=True)
class StoredSpec:
    """A spec as it was read: facts and policy of one version, joined with the day's mission.

    `spec.digest` identifies the whole. `stale` is set when the database could not be asked, and
    this is the last version that was read.
    """

    spec: Spec
    version: VersionRecord
    mission: MissionRecord | None
    stale: Stale | None = None

    @property
    def digest(self) -> str:
        """The digest of the joined document."""
        return self.spec.digest
