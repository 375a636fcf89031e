"""`python -m tests.store.paused POINT MARKER ARGUMENT...`: runs `align`, and goes no further than one point.

At `opening` and `renaming` of a scratch file the process makes the file MARKER and waits to be killed; at `writing`
the system kills it when a hundred bytes are on the disk.
"""

from __future__ import annotations

import resource
import signal
import sys
import time
from pathlib import Path

from align.cli import main

POINT, MARKER, *ARGUMENTS = sys.argv[1:]


def watch(event: str, arguments: tuple[object, ...]) -> None:
    """Stop at the point; called by the interpreter for everything that touches a file."""
    if event not in {"open", "os.rename"} or not str(arguments[0]).endswith(".tmp"):
        return
    if (event, POINT) == ("open", "writing"):
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
    elif (event, POINT) in {("open", "opening"), ("os.rename", "renaming")}:
        Path(MARKER).touch()
        time.sleep(600)


if __name__ == "__main__":
    sys.addaudithook(watch)
    sys.argv[1:] = ARGUMENTS
    main()
