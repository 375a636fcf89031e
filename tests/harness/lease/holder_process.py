"""A process that leases a machine by its environment's settings, and says how the lease stands: `holder_process URL DEPTH`."""

from __future__ import annotations

import asyncio
import sys

from align.harness.lease.opening import open_lease
from align.harness.lease.settings import read_lease_settings
from align.harness.settings import read_settings
from specs.store import open_engine


async def main() -> None:
    """Keep the lease until standard input ends; print each phase that it comes to."""
    url, depth = sys.argv[1:]
    engine = open_engine(url)
    keeper = open_lease(read_lease_settings(), read_settings(), engine, lambda: int(depth))
    if keeper is None:
        raise SystemExit("no lease is configured")
    async with keeper:
        await asyncio.to_thread(sys.stdin.read)
    engine.dispose()


if __name__ == "__main__":
    asyncio.run(main())
