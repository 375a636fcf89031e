"""Ports that stay one's own while nobody listens on them."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def kept_port() -> Iterator[int]:
    """Keep a port of the loopback: connections to it are refused until a server of one's own listens there.

    A port that was found free and let go may be given to anybody else on the machine before it is used. This one is
    bound all the while: the system gives it to nobody, and lets who asks for it by number share it (SO_REUSEADDR, as
    servers do).
    """
    with socket.socket() as keeper:
        keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        keeper.bind(("127.0.0.1", 0))
        port: int = keeper.getsockname()[1]
        yield port
