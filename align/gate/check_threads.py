"""Threads for checks that take seconds, so that nothing else has to wait for one: no other pass, and no end."""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Executor, Future
from functools import partial
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

LONG: Final = 4_000
"""Code points of a draft and the message that it answers, together, from which they are checked in a thread."""

CHECK_THREADS: Final = 4
"""Long checks at once of one gate or service; they share the processor's time in any case."""


def is_long(body: str, inbound: str | None) -> bool:
    """Tell whether the check of a body is one for a thread; a megabyte takes half a minute."""
    return len(body) + len(inbound or "") >= LONG


class CheckThreads(Executor):
    """At most so many threads, which are there as long as they have something to do.

    The standard library's own executor keeps a process until each of its threads is at its end. A check has no effect,
    so one that nobody waits for any more may be lost with the process.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiting: deque[Callable[[], None]] = deque()
        self._working = 0
        self._lock = threading.Lock()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a thread call a function; return what will have its result."""
        future: Future[T] = Future()
        with self._lock:
            self._waiting.append(partial(_do, future, partial(fn, *args, **kwargs)))
            if self._working < self._most:
                self._working += 1
                threading.Thread(target=self._work, name="align-check", daemon=True).start()
        return future

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._working -= 1
                    return
                work = self._waiting.popleft()
            work()


def _do(future: Future[Any], work: Callable[[], Any]) -> None:
    if not future.set_running_or_notify_cancel():
        return  # whoever asked is gone
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - whatever it is: it belongs to who asked
        future.set_exception(error)
