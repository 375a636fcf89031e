"""What is replayed: drafts, under two specs."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from align.replay.chunks import Source
    from align.replay.specs import SpecSet


@dataclass(frozen=True, slots=True)
class Job:
    """What is replayed: files of drafts, under the specs `a` and then `b`."""

    a: SpecSet
    b: SpecSet
    sources: tuple[Source, ...]

    def told(self) -> dict[str, Any]:
        """Return what a stored progress has to agree with, as JSON has it."""
        return {
            "release": release(),
            "spec": self.a.digests(),
            "against": self.b.digests(),
            "drafts": [[source.name, source.size, source.changed_ns] for source in self.sources],
        }


def release() -> str:
    """Return the version of this package."""
    return version("draft-alignment-gate")
