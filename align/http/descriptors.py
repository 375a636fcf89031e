"""Open files: each connection is one, and a process may have only so many."""

from __future__ import annotations

import resource
from typing import Final

_OTHERS: Final = 256
"""Files that are no connections of clients: of the database, of model servers, of batches."""

_LEAST: Final = 16


def room_for(connections: int) -> int:
    """Raise this process's limit of open files as far as so many connections need; return how many there is room for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + _OTHERS
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return connections if soft == resource.RLIM_INFINITY else _room(soft, connections)


def _room(files: int, connections: int) -> int:
    """Return how many of so many files connections may be; where there are few, half."""
    there = files - _OTHERS if files >= 2 * _OTHERS else files // 2
    return min(connections, max(there, _LEAST))
