"""`python -m benchmarks.watcher URL PERSONA`: a second process that reads, and says when it sees a new version.

Prints a line for each: the version, and the system's monotonic clock in nanoseconds.
"""

from __future__ import annotations

import sys
import time
from typing import Final

from specs.store import SpecStore

_PAUSE_SECONDS: Final = 0.001


def main() -> None:
    """Read until the one who started this has gone."""
    url, persona = sys.argv[1:]
    store = SpecStore.open(url)
    seen = 0
    while True:
        version = store.current(persona).version.version
        if version != seen:
            seen = version
            print(version, time.monotonic_ns(), flush=True)
        time.sleep(_PAUSE_SECONDS)


if __name__ == "__main__":
    main()
