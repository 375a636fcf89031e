"""How long tests wait for a database: long, however busy the machine is, but where it is to hang."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, TypeVar

from specs.store import StoreUnavailableError
from specs.store.patience import AnswerSeconds

if TYPE_CHECKING:
    from collections.abc import Callable

IMPATIENT: Final = AnswerSeconds(connect=2, quick=0.3, usual=0.6)
"""On a busy machine a server that is well may take longer: nothing that must work may use this."""
PATIENCE_SECONDS: Final = 120
"""Far longer than those bounds add up to, and far shorter than for ever."""
BUSY_SECONDS: Final = 60.0
"""How long one of many waits for the others: twelve times the product's own, for disks and machines that are slow."""

_T = TypeVar("_T")


def once_answered(ask: Callable[[], _T], is_good: Callable[[_T], bool] = lambda _: True) -> _T:
    """Ask until the database has answered in time; return the answer."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        try:
            answer = ask()
        except StoreUnavailableError:
            continue
        if is_good(answer):
            return answer
    raise AssertionError("it never answers in time")
