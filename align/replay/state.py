"""How far a replay has come, in a file: a replay that was broken off goes on from there."""

from __future__ import annotations

import fcntl
import json
import os
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from align.replay.chunks import Position
from align.replay.errors import ReplayError
from align.replay.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
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

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the state to this process, by a lock on a file beside it; it goes with the process, however that ends.

        Raises `ReplayError` where another process has it, and where it cannot be written.
        """
        lock = self.path.with_name(f"{self.path.name}.lock")
        try:
            file = _locked(lock)
        except BlockingIOError:
            raise ReplayError(
                f"{self.path}: another replay uses it now; wait for its end, or name another file"
            ) from None
        except OSError as error:
            raise ReplayError(f"{self.path}: cannot be locked: {error.strerror}") from None
        with file:
            try:
                yield
            finally:
                lock.unlink(missing_ok=True)

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
            # Half a state takes room on a disk that has none left.
            scratch.unlink(missing_ok=True)
            raise ReplayError(f"{self.path}: cannot be written: {error.strerror}") from None


def _locked(path: Path) -> BinaryIO:
    """Return a file that this process alone has, open and locked; raises `BlockingIOError` where another has it."""
    while True:
        file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "rb+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Who had it may have removed it in between: then it locks nothing.
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                return file
        except FileNotFoundError:
            pass
        except BaseException:
            file.close()
            raise
        file.close()
