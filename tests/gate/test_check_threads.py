"""Threads for long checks: they do what they are given, at most so many at once, and hold nobody up."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import CancelledError

import pytest

from align.gate.check_threads import CheckThreads

STUCK = """
import threading
from align.gate.check_threads import CheckThreads
begun = threading.Event()
def check():
    begun.set()
    threading.Event().wait()
CheckThreads(1).submit(check)
begun.wait()
"""


def test_each_has_its_result_or_its_error() -> None:
    threads = CheckThreads(2)
    found = [threads.submit(divmod, 7, number) for number in (0, 1, 2, 3)]
    with pytest.raises(ZeroDivisionError):
        found[0].result(60)
    assert [one.result(60) for one in found[1:]] == [(7, 0), (3, 1), (2, 1)]


def test_there_are_never_more_than_allowed_and_what_is_called_off_is_not_done() -> None:
    threads, let = CheckThreads(2), threading.Event()
    begun, done = threading.Semaphore(0), []

    def check(number: int) -> None:
        begun.release()
        assert let.wait(60)
        done.append(number)

    found = [threads.submit(check, number) for number in range(4)]
    for _number in range(2):
        assert begun.acquire(timeout=60)
    assert not begun.acquire(blocking=False)
    assert found[3].cancel()
    let.set()
    for one in found[:3]:
        one.result(60)
    with pytest.raises(CancelledError):
        found[3].result(60)
    assert sorted(done) == [0, 1, 2]


def test_a_check_without_an_end_does_not_keep_the_process() -> None:
    assert subprocess.run([sys.executable, "-c", STUCK], check=False, timeout=60).returncode == 0
