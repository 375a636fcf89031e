"""An outbox in a file: a line of JSON a message, on the disk before its dispatch returns."""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from align.runner.ports import Delivery, DispatchError
from specs.store.moments import utc_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from align.runner.ports import Outgoing


class FileOutbox:
    """Appends messages to a JSONL file: `key`, `persona`, `candidate_id`, `decision_id`, `body`, `at`.

    Processes may share the file. A candidate stands in it once: a second dispatch is a duplicate and writes nothing. A
    line that a killed process left unfinished is taken out by the next one; a reader must leave a last line without
    its end alone. The names in the file are kept in memory, so begin a new file now and then.
    """

    def __init__(self, path: Path | str, *, clock: Callable[[], dt.datetime] = utc_now) -> None:
        self._path = Path(path)
        self._clock = clock
        self._lock = threading.Lock()
        self._sent: set[tuple[str, str]] = set()
        self._read = 0

    async def dispatch(self, outgoing: Outgoing) -> Delivery:
        """Append a message and wait until the disk has it; raises `DispatchError`."""
        return await asyncio.to_thread(self.append, outgoing)

    def append(self, outgoing: Outgoing) -> Delivery:
        """Do what `dispatch` does, for a caller without an event loop."""
        try:
            with self._lock, self._opened() as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                self._catch_up(file)
                if _name_of(outgoing) in self._sent:
                    return Delivery(is_duplicate=True)
                self._write(file, outgoing)
        except OSError as error:
            raise DispatchError(f"the outbox cannot be written: {error.strerror}") from error
        return Delivery()

    def _opened(self) -> BinaryIO:
        is_new = not self._path.exists()
        file = self._path.open("a+b")
        if is_new:
            _sync_folder(self._path.parent)
        return file

    def _catch_up(self, file: BinaryIO) -> None:
        """Read the names that others appended, and cut off a line that was never finished."""
        end = file.seek(0, os.SEEK_END)
        if end < self._read:
            # Somebody began the file anew.
            self._sent.clear()
            self._read = 0
        file.seek(self._read)
        for line in file:
            if not line.endswith(b"\n"):
                file.truncate(self._read)
                break
            self._sent.add(_name_in(line))
            self._read += len(line)

    def _write(self, file: BinaryIO, outgoing: Outgoing) -> None:
        message = {
            "key": outgoing.key,
            "persona": outgoing.persona,
            "candidate_id": outgoing.candidate_id,
            "decision_id": outgoing.decision_id,
            "body": outgoing.body,
            "at": self._clock().isoformat(),
        }
        line = json.dumps(message).encode("ascii") + b"\n"
        handle = file.fileno()
        try:
            # Past the file's buffer: what a full disk did not take must not be written later, when the file is closed.
            begun = 0
            while begun < len(line):
                begun += os.write(handle, line[begun:])
            os.fsync(handle)
        except OSError:
            # Half a line must not stay in the way of the next one.
            os.ftruncate(handle, self._read)
            raise
        self._sent.add(_name_of(outgoing))
        self._read += len(line)


def _name_of(outgoing: Outgoing) -> tuple[str, str]:
    return outgoing.persona, outgoing.candidate_id


def _name_in(line: bytes) -> tuple[str, str]:
    """Return whose message stands in a line, and its id: in files of before, the key was the id alone."""
    try:
        message = json.loads(line)
        return str(message["persona"]), str(message.get("candidate_id", message["key"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise DispatchError("the outbox holds a line that is no message") from None


def _sync_folder(folder: Path) -> None:
    """Make sure that the file's name is on the disk, not only what is in it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
