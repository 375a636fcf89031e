"""What nobody reads any more: an error of connections, and the end of a process whose report it is."""

from __future__ import annotations

import signal
import subprocess
import sys
from textwrap import dedent

HEAD = """
    import signal, socket
    from align.cli.output import OutputError
    from align.cli.pipes import run_connected
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
"""


def run(script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", dedent(HEAD) + dedent(script)], capture_output=True, text=True, check=False
    )


def test_a_connection_that_nobody_reads_is_an_error() -> None:
    done = run("""
        async def work():
            one, other = socket.socketpair()
            other.close()
            try:
                one.send(b"x")
            except BrokenPipeError:
                return "it goes on"
        print(run_connected(work()), signal.getsignal(signal.SIGPIPE).name)
    """)
    assert (done.returncode, done.stdout) == (0, "it goes on SIG_DFL\n")


def test_a_report_that_nobody_reads_ends_the_process_in_silence() -> None:
    done = run("""
        async def work():
            raise OutputError(BrokenPipeError(32, "Broken pipe"))
        run_connected(work())
    """)
    assert (done.returncode, done.stderr) == (-signal.SIGPIPE, "")


def test_a_report_that_has_no_room_is_an_error() -> None:
    done = run("""
        async def work():
            raise OutputError(OSError(28, "No space left on device"))
        run_connected(work())
    """)
    assert done.returncode == 1
    assert "standard output cannot be written: No space left on device" in done.stderr
