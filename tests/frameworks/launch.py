"""LiteLLM's proxy as a process that notes, on standard error, every address that it asks for or connects to."""

from __future__ import annotations

import sys
from typing import Any

import uvicorn


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo":
        sys.stderr.write(f"NETWORK {arguments[0]}\n")
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        sys.stderr.write(f"NETWORK {arguments[1][0]}\n")


if __name__ == "__main__":
    sys.addaudithook(_note)
    # The configuration's path is in CONFIG_FILE_PATH.
    uvicorn.run("litellm.proxy.proxy_server:app", host="127.0.0.1", port=int(sys.argv[1]))
