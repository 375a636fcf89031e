"""Work on chunks by several processes: results in order, a bounded number of chunks in flight."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

_AHEAD: Final = 3
"""Chunks in flight for each process: enough to keep it busy, few enough to stay small."""

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


def in_order(
    chunks: Iterable[Chunk], work: Callable[[Chunk], Result], jobs: int
) -> Iterator[tuple[Chunk, Result]]:
    """Yield each chunk with what `work` makes of it, in the order of the chunks; they are taken as they are needed.

    `work` is pickled once to each of `jobs` (two or more) new processes, which leave Ctrl-C to this one and end when
    it does. What `work` raises is raised here.
    """
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (work,))
    waiting: deque[tuple[Chunk, Future[Any]]] = deque()
    try:
        for chunk in chunks:
            waiting.append((chunk, pool.submit(_call, chunk)))
            if len(waiting) >= jobs * _AHEAD:
                yield _next(waiting)
        while waiting:
            yield _next(waiting)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _next(waiting: deque[tuple[Chunk, Future[Any]]]) -> tuple[Chunk, Any]:
    chunk, future = waiting.popleft()
    return chunk, future.result()


_work: Callable[[Any], Any]
"""The work of this process, where it is a worker."""


def _begin(work: Callable[[Any], Any]) -> None:
    """Set a worker process up: its work, quiet on Ctrl-C, and gone when its parent is."""
    global _work  # noqa: PLW0603 - a worker process has one work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _call(chunk: Any) -> Any:  # noqa: ANN401 - whatever the work takes and makes
    return _work(chunk)
