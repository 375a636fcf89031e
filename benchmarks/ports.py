"""A port for a process that is started later, or again: until then the system gives it to nobody else."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def reserved_port() -> Iterator[int]:
    """Give a port of the loopback that is nobody else's while this lasts.

    It is bound, but nobody listens: connections to it are refused until a server, one that sets `SO_REUSEADDR` as all do,
    listens at it. The system neither finds it free for whoever asks for any port, nor connects from it.
    """
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]
