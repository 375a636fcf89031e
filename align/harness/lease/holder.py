"""Who holds a lease: a process that can be told to be gone at once by others beside it, and after a while by anybody."""

from __future__ import annotations

import os
import re
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_PROC: Final = Path("/proc")
_NAME: Final = re.compile(r"(?P<host>[^:]+):(?P<pid>\d+):(?P<born>\d+):[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class Holder:
    """One keeper of this process.

    `host` is the machine since its start, with the space of its process ids: elsewhere the same id is another process.
    """

    host: str
    pid: int
    born: int
    nonce: str

    @classmethod
    def here(cls) -> Holder:
        """Return a new holder in this process."""
        pid = os.getpid()
        return cls(_host(), pid, _born(pid) or 0, uuid.uuid4().hex[:8])

    def __str__(self) -> str:
        """Return it as the lease names it."""
        return f"{self.host}:{self.pid}:{self.born}:{self.nonce}"

    def knows_gone(self, other: str) -> bool:
        """Whether the process of another holder is known to have ended; False for one that cannot be seen from here."""
        match = _NAME.fullmatch(other)
        if match is None or match["host"] != self.host:
            return False
        return _born(int(match["pid"])) != int(match["born"])


def _host() -> str:
    boot = (_PROC / "sys/kernel/random/boot_id").read_text("ascii").strip()
    space = re.sub(r"\D", "", str((_PROC / "self/ns/pid").readlink()))
    return f"{boot}.{space}"


def _born(pid: int) -> int | None:
    """Return when a process began, in ticks since the start of the machine; None when there is none, or only its remains."""
    try:
        told = (_PROC / str(pid) / "stat").read_text("utf-8", errors="replace")
    except OSError:
        return None
    # The name of the program, in brackets, may hold anything; what follows it is numbers.
    fields = told[told.rindex(")") + 1 :].split()
    return None if fields[0] in {"Z", "X"} else int(fields[19])
