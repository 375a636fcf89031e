"""The server that behaves like vLLM, as a process: `server_process PORT BODY`. Every draft that it writes is the body."""

from __future__ import annotations

import asyncio
import json
import sys

from tests.harness.server import Misbehaviour, VllmLike


async def main(port: int, body: str) -> None:
    """Serve until the process ends."""
    vllm = VllmLike(always=Misbehaviour(content=json.dumps({"body": body})))
    async with vllm.serve(port):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
