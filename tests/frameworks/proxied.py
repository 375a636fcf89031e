"""A proxy of LiteLLM's, started as a process, and its callers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from tests.ports import kept_port

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
KEY = "sk-of-nobody"
OF_MARLOW = "sk-of-marlow"
OF_SOFIES_TEAM = "sk-of-sofies-team"
MASTER_KEY = "sk-" + "m4st3r" * 8


@dataclass(frozen=True)
class Proxy:
    """A running proxy."""

    url: str
    log: Path
    client: httpx.Client

    def chat(self, guardrail: str, *, key: str = KEY, **more: Any) -> httpx.Response:
        """Ask for a chat's answer under a guardrail."""
        messages = [{"role": "user", "content": "hello"}]
        asked = {"model": "drafts", "messages": messages, "guardrails": [guardrail]} | more
        return self.post("/v1/chat/completions", asked, key=key)

    def post(self, path: str, asked: Any, *, key: str = KEY) -> httpx.Response:
        """Post anything."""
        return self.client.post(path, json=asked, headers={"Authorization": f"Bearer {key}"})


def command(port: int) -> list[str]:
    """Return the command of a proxy."""
    return [sys.executable, "-m", "tests.frameworks.launch", str(port)]


def environment(config: Path, **more: str) -> dict[str, str]:
    """Return the environment of a proxy: its configuration, and none of its calls home."""
    own = {
        "CONFIG_FILE_PATH": str(config),
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
        "LITELLM_MASTER_KEY": MASTER_KEY,
        "PYTHONPATH": str(ROOT),
    }
    return {name: value for name, value in os.environ.items() if "PROXY" not in name.upper()} | own | more


@contextmanager
def proxy(config: Path, log: Path, **variables: str) -> Iterator[Proxy]:
    """Start a proxy and wait until it answers."""
    with kept_port() as port, log.open("wb") as out:
        url = f"http://127.0.0.1:{port}"
        process = subprocess.Popen(
            command(port),
            env=environment(config, **variables),
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            # A connection that is kept may be closed in the moment in which it is used again.
            unkept = httpx.Limits(max_keepalive_connections=0)
            with httpx.Client(base_url=url, timeout=60, trust_env=False, limits=unkept) as client:
                end = time.monotonic() + 300  # it imports for half a minute where others work too
                while not _answers(client):
                    assert process.poll() is None, log.read_text("utf-8", "replace")
                    assert time.monotonic() < end
                    time.sleep(0.1)
                yield Proxy(url, log, client)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/health/liveliness").status_code == 200
    except httpx.TransportError:
        return False


def said(answer: httpx.Response) -> list[str | None]:
    """Return what the choices of a whole answer say."""
    assert answer.status_code == 200, answer.text
    return [choice["message"]["content"] for choice in answer.json()["choices"]]


def events(answer: httpx.Response) -> list[dict[str, Any]]:
    """Return the events of a streamed answer without its last."""
    assert answer.status_code == 200, answer.text
    lines = [line.removeprefix("data: ") for line in answer.text.splitlines() if line]
    assert lines.pop() == "[DONE]"
    return [json.loads(line) for line in lines]


def spoken(answer: httpx.Response) -> dict[int, str]:
    """Return what the choices of a streamed answer say."""
    found: dict[int, str] = {}
    for event in events(answer):
        for choice in event["choices"]:
            found[choice["index"]] = found.get(choice["index"], "") + (choice["delta"].get("content") or "")
    return found
