"""Long work that a signal ends: others are ended with it, and what was done is kept."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def ended_by_signals() -> Iterator[Callable[[], None]]:
    """Have SIGINT and SIGTERM raise `KeyboardInterrupt` and `SystemExit` (128 and the signal's number).

    What a signal raises in the midst of a callback of some library is lost there, and the work would go on. So this
    gives a function to call now and then, which raises it again. Outside of the main thread, which signals are for, they
    are left as they are.
    """
    came: list[int] = []

    def check() -> None:
        if came:
            raise KeyboardInterrupt if came[0] == signal.SIGINT else SystemExit(128 + came[0])

    def leave(number: int, _frame: object) -> None:
        came.append(number)
        check()

    is_main = threading.current_thread() is threading.main_thread()
    numbers = (signal.SIGINT, signal.SIGTERM) if is_main else ()
    before = {number: signal.signal(number, leave) for number in numbers}
    try:
        yield check
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
