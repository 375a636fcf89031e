"""How far a replay has come, in a file: a replay that was broken off goes on from there."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from align.replay.chunks import Position
from align.replay.errors import ReplayError
from align.replay.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """What has been counted, and up to where: the two are stored as one, so that nothing is counted twice."""

    tally: Tally
    until: Position


@dataclass(frozen=True, slots=True)
class StateFile:
    """The file that a replay leaves its progress in, and what it is a replay of, as JSON has it.

    It holds the bodies of examples: it is made for its owner alone.
    """

    path: Path
    job: Mapping[str, Any]

    def read(self) -> Progress | None:
        """Return the progress that is stored, None where there is no file.

        Raises `ReplayError` for a file of another replay or of another kind.
        """
        try:
            stored = json.loads(self.path.read_bytes())
            if stored["format"] != _FORMAT:
                raise ReplayError(f"{self.path}: was made by another release; remove it to begin anew")
            differs = [key for key, value in self.job.items() if stored["job"].get(key) != value]
            if differs:
                raise ReplayError(
                    f"{self.path}: is of another replay (differs in: {', '.join(differs)});"
                    " name another file, or remove it to begin anew"
                )
            return Progress(Tally.from_dict(stored["tally"]), Position(**stored["until"]))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise ReplayError(f"{self.path}: cannot be read: {error.strerror}") from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ReplayError(f"{self.path}: is no state of a replay; name another file") from None

    def write(self, progress: Progress) -> None:
        """Store the progress, whole or not at all; raises `ReplayError`."""
        document = {
            "format": _FORMAT,
            "job": self.job,
            "until": asdict(progress.until),
            "tally": progress.tally.to_dict(),
        }
        scratch = self.path.with_name(f"{self.path.name}.tmp")
        try:
            scratch.unlink(missing_ok=True)
            with os.fdopen(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(json.dumps(document, separators=(",", ":")).encode("ascii"))
                file.flush()
                os.fsync(file.fileno())
            scratch.replace(self.path)
        except OSError as error:
            raise ReplayError(f"{self.path}: cannot be written: {error.strerror}") from None
