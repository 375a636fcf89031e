"""Which model is asked for an engine: one that the server lists, or none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from align.context import DraftContext
from align.engines.engine import Draft, Drafted, DraftRequest
from align.engines.ids import EngineId
from align.engines.server_engine import ServerEngine
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from tests.gate.parts import NOW, spec
from tests.harness.asking import Watch, harness_at
from tests.harness.loops import run
from tests.harness.server import Misbehaviour, VllmLike

if TYPE_CHECKING:
    from collections.abc import Callable

ENGINE = EngineId.parse("do-gpu-mini_q4")


def server(*models: str) -> VllmLike:
    return VllmLike(models=models, always=Misbehaviour(content=json.dumps({"body": "Hello."})))


def drafted(
    vllm: VllmLike,
    *,
    model: str | None = None,
    times: int = 1,
    watch: Watch | None = None,
    between: Callable[[], None] = lambda: None,
) -> list[Draft]:
    async def main() -> list[Draft]:
        found: list[Draft] = []
        async with vllm.serve(), harness_at(vllm.url, watch=watch) as harness:
            engine = ServerEngine(harness, ENGINE, model=model)
            for _ in range(times):
                request = DraftRequest("leo", spec(), NOW, DraftContext())
                found.append(await engine.draft(request, Deadline.after(20.0)))
                between()
        return found

    return run(main)


def asked(vllm: VllmLike) -> list[str]:
    return [request.payload["model"] for request in vllm.completions]


@pytest.mark.parametrize(
    ("models", "model", "expected"),
    [
        (("base", "mini", "mini_q4"), None, "mini_q4"),  # the build's own name goes first
        (("base", "mini"), None, "mini"),
        (("base", "org/Mini"), "org/Mini", "org/Mini"),  # an adapter beside the base model, as is set
    ],
)
def test_a_name_that_the_server_lists_is_asked(
    models: tuple[str, ...], model: str | None, expected: str
) -> None:
    vllm, watch = server(*models), Watch()
    assert all(isinstance(draft, Drafted) for draft in drafted(vllm, model=model, times=3, watch=watch))
    assert asked(vllm) == [expected] * 3
    assert [call.model for call in watch.calls] == [expected] * 3
    assert [request.path for request in vllm.requests].count("/v1/models") == 1


@pytest.mark.parametrize(
    ("model", "told"),
    [
        (None, "asked for mini_q4 or mini; it lists adapter, base"),
        ("mini-7b", "asked for mini-7b; it lists adapter, base"),
    ],
)
def test_a_model_that_the_server_does_not_list_is_not_asked(model: str | None, told: str) -> None:
    vllm, watch = server("base", "adapter"), Watch()
    assert drafted(vllm, model=model, watch=watch) == [Absent("unknown_model", told)]
    assert asked(vllm) == []
    assert [call.cause for call in watch.calls] == ["unknown_model"]  # whoever leases a machine knows of it


def test_an_adapter_that_is_loaded_later_is_found() -> None:
    vllm = server("base")

    def load() -> None:
        vllm.models = ("base", "mini")

    first, second = drafted(vllm, times=2, between=load)
    assert isinstance(first, Absent)
    assert isinstance(second, Drafted)


def test_without_a_list_there_is_no_answer() -> None:
    vllm, watch = server("mini"), Watch()
    vllm.key = "secret"
    (found,) = drafted(vllm, watch=watch)
    assert isinstance(found, Absent)
    assert found.cause == "unauthorized"
    assert asked(vllm) == []
