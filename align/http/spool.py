"""A pipe between who writes and who reads at another pace: what is not read yet lies in a file.

So a client that first sends all of a batch and reads the answers only then does not stand in its own way, and the
memory of the service does not grow with the batch.
"""

from __future__ import annotations

import asyncio
import tempfile
from io import BytesIO, FileIO
from typing import Final

IN_MEMORY: Final = 2**20
"""Bytes of a pipe that are kept in memory before it goes to the disk."""

_READ: Final = 64 * 2**10


class Spool:
    """Bytes in order; one writer and one reader on one event loop. Close it at the end."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._in_memory = in_memory
        self._file: BytesIO | FileIO = BytesIO()
        self._written = 0
        self._read = 0
        self._base = 0  # of the bytes ever written, where the file begins
        self._ended = False
        self._last = b""
        self._changed = asyncio.Event()

    @property
    def written(self) -> int:
        """How many bytes were ever written."""
        return self._written

    def write(self, data: bytes) -> None:
        """Add bytes; a file is written as quickly as memory as long as the system has some left.

        Raises `OSError` when its disk is full: of these bytes nothing is then read, and those before are.
        """
        if self._read == self._written:
            # Everything was read: the file need not keep it.
            self._file.seek(0)
            self._file.truncate()
            self._base = self._written
        at = self._written - self._base
        if at + len(data) > self._in_memory and isinstance(self._file, BytesIO):
            self._file = _outside(self._file.getvalue()[:at])
        self._file.seek(at)
        _write_all(self._file, data)
        self._written += len(data)
        self._changed.set()

    def end(self, last: bytes = b"") -> None:
        """Say that nothing more comes but these bytes, which are kept in memory."""
        self._last = last
        self._ended = True
        self._changed.set()

    async def read(self) -> bytes:
        """Return the next bytes, when there are some; none when all was read and nothing more comes."""
        while self._read == self._written and not self._ended:
            self._changed.clear()
            await self._changed.wait()
        if self._read == self._written:
            data, self._last = self._last, b""
            return data
        self._file.seek(self._read - self._base)
        data = self._file.read(min(_READ, self._written - self._read))
        self._read += len(data)
        return data

    def close(self) -> None:
        """Give up what is left."""
        self._file.close()


def _outside(begun: bytes) -> FileIO:
    """Return a file with these bytes. It has no buffer: what was written can be read, also when it takes no more."""
    file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - the spool closes it
    try:
        _write_all(file, begun)
    except OSError:
        file.close()
        raise
    return file


def _write_all(file: BytesIO | FileIO, data: bytes) -> None:
    begun = 0
    while begun < len(data):
        begun += file.write(data[begun:])
