"""Pipes and connections that nobody reads any more: an error where there are others to go on for, else the end.

The signal for it ends a process in silence, as it should `align validate | head`. But it comes for connections as well: a
client that hangs up would end the service, and a model server a worker.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from align.cli.output import OutputError

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

T = TypeVar("T")


@contextmanager
def no_signal_of_pipes() -> Iterator[None]:
    """Have what nobody reads be an `OSError`, and not the end of this process.

    Only the main thread can say so; called from another one (a program that has the command line as a part of it), signals
    are left as they are.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)


def run_connected(work: Coroutine[Any, Any, T]) -> T:
    """Return what comes of work that has connections; where nobody reads the report any more, the process ends."""
    import asyncio

    try:
        with no_signal_of_pipes():
            return asyncio.run(work)
    except OutputError as error:
        if error.is_unread:
            signal.raise_signal(signal.SIGPIPE)
        raise
