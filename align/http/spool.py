"""A pipe between who writes and who reads at another pace: what is not read yet lies in a file.

So a client that first sends all of a batch and reads the answers only then does not stand in its own way, and the
memory of the service does not grow with the batch.
"""

from __future__ import annotations

import asyncio
import tempfile
from typing import Final

IN_MEMORY: Final = 2**20
"""Bytes of a pipe that are kept in memory before it goes to the disk."""

_READ: Final = 64 * 2**10


class Spool:
    """Bytes in order; one writer and one reader on one event loop. Close it at the end."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=in_memory)  # noqa: SIM115 - `close` closes it
        self._written = 0
        self._read = 0
        self._base = 0  # of the bytes ever written, where the file begins
        self._ended = False
        self._changed = asyncio.Event()

    @property
    def written(self) -> int:
        """How many bytes were ever written."""
        return self._written

    def write(self, data: bytes) -> None:
        """Add bytes; a file is written as quickly as memory as long as the system has some left."""
        if self._read == self._written:
            # Everything was read: the file need not keep it.
            self._file.seek(0)
            self._file.truncate()
            self._base = self._written
        self._file.seek(self._written - self._base)
        self._file.write(data)
        self._written += len(data)
        self._changed.set()

    def end(self) -> None:
        """Say that nothing more comes."""
        self._ended = True
        self._changed.set()

    async def read(self) -> bytes:
        """Return the next bytes, when there are some; none when all was read and nothing more comes."""
        while self._read == self._written and not self._ended:
            self._changed.clear()
            await self._changed.wait()
        self._file.seek(self._read - self._base)
        data = self._file.read(_READ)
        self._read += len(data)
        return data

    def close(self) -> None:
        """Give up what is left."""
        self._file.close()
