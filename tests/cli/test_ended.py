from __future__ import annotations

import signal
from contextlib import suppress

import pytest

from align.cli.ended import ended_by_signals


@pytest.mark.parametrize(
    ("number", "raised"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)]
)
def test_a_signal_ends_the_work_at_once_or_at_the_next_look(
    number: signal.Signals, raised: type[BaseException]
) -> None:
    handlers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    with ended_by_signals() as check:
        check()
        with pytest.raises(raised):
            signal.raise_signal(number)
        with suppress(BaseException):  # as a library's callback does
            signal.raise_signal(number)
        with pytest.raises(raised) as told:
            check()
    assert getattr(told.value, "code", 130) == 128 + number
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == handlers
