from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from align.cli.ended import ended_by_signals
from align.cli.pipes import no_signal_of_pipes


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


def test_another_thread_leaves_signals_alone() -> None:
    def handlers() -> list[object]:
        return [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGPIPE)]

    def inside() -> list[object]:
        with ended_by_signals() as check, no_signal_of_pipes():
            check()
            return handlers()

    with ThreadPoolExecutor(1) as others:
        assert others.submit(inside).result() == handlers()
