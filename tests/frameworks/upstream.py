"""The model server behind LiteLLM: answers with what a test has put there, whole or in chunks."""

from __future__ import annotations

import asyncio
import json
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.harness.server import Misbehaviour, VllmLike

if TYPE_CHECKING:
    from collections.abc import Iterator

_EVENTS = {"Content-Type": "text/event-stream"}
_USAGE = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}


@contextmanager
def running() -> Iterator[VllmLike]:
    """Serve in a thread of its own."""
    server = VllmLike()
    ready, loop, over = threading.Event(), asyncio.new_event_loop(), asyncio.Event()

    async def serve() -> None:
        async with server.serve():
            ready.set()
            await over.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    ready.wait()
    try:
        yield server
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join()
        loop.close()


def whole(*contents: str | None, **message: Any) -> Misbehaviour:
    """Answer a chat with so many choices; `message` is said by each of them besides."""
    return _answer("chat.completion", [{"message": _message(text) | message} for text in contents])


def completed(*texts: str) -> Misbehaviour:
    """Answer a text completion."""
    return _answer("text_completion", [{"text": text} for text in texts])


def streamed(*contents: str, **message: Any) -> Misbehaviour:
    """Answer a chat in chunks of three characters, the choices by turns, whatever `message` has in the first ones."""
    parts: list[list[dict[str, Any]]] = []
    for text in contents:
        cut = [{"content": text[at : at + 3]} for at in range(0, len(text), 3)]
        parts.append([{"role": "assistant", "content": ""} | message, *cut])
    return _chunks("chat.completion.chunk", parts, "delta")


def completed_in_parts(text: str) -> Misbehaviour:
    """Answer a text completion in chunks of three characters."""
    parts = [text[at : at + 3] for at in range(0, len(text), 3)]
    return _chunks("text_completion", [parts], "text")


def responded(text: str) -> Misbehaviour:
    """Answer by the other of OpenAI's two protocols."""
    message: dict[str, Any] = {"type": "message", "id": "m", "role": "assistant", "status": "completed"}
    message["content"] = [{"type": "output_text", "text": text, "annotations": []}]
    answer = {"id": "r", "object": "response", "created_at": 1, "model": "base", "status": "completed"}
    return Misbehaviour(body=json.dumps(answer | {"output": [message]}).encode())


def responded_in_parts(text: str) -> Misbehaviour:
    """Answer by that protocol, in events."""
    response = json.loads(responded(text).body or b"")
    told: list[dict[str, Any]] = [{"type": "response.created", "response": response | {"output": []}}]
    told += [
        {
            "type": "response.output_text.delta",
            "item_id": "m",
            "output_index": 0,
            "content_index": 0,
            "delta": part,
        }
        for part in (text[at : at + 3] for at in range(0, len(text), 3))
    ]
    told.append({"type": "response.completed", "response": response})
    lines = [
        f"event: {event['type']}\ndata: {json.dumps(event | {'sequence_number': number})}\n\n"
        for number, event in enumerate(told)
    ]
    return Misbehaviour(body="".join(lines).encode(), headers=_EVENTS)


def _message(text: str | None) -> dict[str, Any]:
    return {"role": "assistant", "content": text}


def _answer(kind: str, said: list[dict[str, Any]]) -> Misbehaviour:
    choices = [{"index": index, "finish_reason": "stop"} | choice for index, choice in enumerate(said)]
    answer = {"id": "c", "object": kind, "created": 1, "model": "base", "choices": choices, "usage": _USAGE}
    return Misbehaviour(body=json.dumps(answer).encode())


def _chunks(kind: str, parts: list[list[Any]], name: str) -> Misbehaviour:
    events: list[dict[str, Any]] = []
    for at in range(max(map(len, parts))):
        for index, said in enumerate(parts):
            if at < len(said):
                end = "stop" if at == len(said) - 1 else None
                choice = {"index": index, "finish_reason": end, name: said[at]}
                events.append({"id": "c", "object": kind, "created": 1, "model": "base", "choices": [choice]})
    events.append({"id": "c", "object": kind, "created": 1, "model": "base", "choices": [], "usage": _USAGE})
    lines = [f"data: {json.dumps(event)}\n\n" for event in events]
    return Misbehaviour(body="".join([*lines, "data: [DONE]\n\n"]).encode(), headers=_EVENTS)
