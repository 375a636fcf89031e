"""Calls to model servers: a task's turn, a try, its retries and the breaker, inside one deadline."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol, Self

from align.harness.answers import Answer, Tried
from align.harness.breaker import Breaker, BreakerPolicy
from align.harness.client import ChatRequest, Message, ModelClient
from align.harness.failures import Absent, Cause
from align.harness.retries import RetryPolicy, with_retries
from align.harness.spending import spending
from align.harness.transport import Transport
from align.harness.turns import PriorityQueue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import TracebackType

    from pydantic import SecretStr

    from align.harness.deadline import Deadline
    from align.harness.registry import Role, Task, TaskName, TaskRegistry
    from align.harness.schemas import AnswerSchema
    from align.harness.settings import HarnessSettings
    from align.harness.usage import Usage

FAIR_SECONDS: Final = 1.0
"""A server that was given this long by a deadline, and did not answer, counts as failing."""

_FAILING: Final[frozenset[Cause]] = frozenset(("refused", "timeout", "server_error"))
_SAYS_NOTHING: Final[frozenset[Cause]] = frozenset(("rate_limited", "deadline", "cancelled"))


@dataclass(frozen=True, slots=True)
class Ask:
    """One call. `schema` and `model` go before the task's and the configured ones; `engine` and `workflow` are for the meter.

    `served_as`, where given, are names of which the server must list one; the first that it does is asked.
    """

    task: TaskName
    messages: tuple[Message, ...]
    schema: AnswerSchema | None = None
    model: str | None = None
    seed: int | None = 0
    max_tokens: int | None = None
    engine: str | None = None
    workflow: str | None = None
    served_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A call that ended: what it was for, how (`cause` is None for an answer), and what all its tries cost together.

    `answered_by` is the model that the server says gave the answer.
    """

    task: TaskName
    model: str
    cause: Cause | None
    usage: Usage
    engine: str | None = None
    workflow: str | None = None
    answered_by: str | None = None


class Watcher(Protocol):
    """Is told of every call to a server, for a meter or a lease. Must neither raise nor wait."""

    def began(self, task: TaskName) -> None:
        """Take in that a call wants a server."""
        ...

    def ended(self, call: Call) -> None:
        """Take in that it is over: once for each that began, also when it was cancelled."""
        ...


@dataclass(frozen=True, slots=True)
class Server:
    """A server with what stands in front of it. `timeout_seconds`, where set, goes before the tasks' own."""

    client: ModelClient
    queue: PriorityQueue
    breaker: Breaker
    sends_priority: bool = False
    timeout_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """Which model on which server answers."""

    server: Server
    model: str


class Harness:
    """Asks model servers. Belongs to one event loop; `aclose` (or leaving the context) closes all connections.

    The clock of deadlines goes at the pace of the loop's. `routes` says which model answers for each role, or why none does.
    """

    def __init__(
        self,
        registry: TaskRegistry,
        routes: Mapping[Role, Route | Absent],
        *,
        retries: RetryPolicy | None = None,
        watchers: Iterable[Watcher] = (),
    ) -> None:
        self.registry = registry
        self.routes = dict(routes)
        self._retries = retries or RetryPolicy()
        self._watchers = tuple(watchers)

    def route(self, task: TaskName) -> Route | Absent:
        """Return what answers a task; raises `KeyError` for one that is not registered."""
        return self.routes[self.registry[task].role]

    @property
    def servers(self) -> tuple[Server, ...]:
        """The servers, each once."""
        found = [route.server for route in self.routes.values() if isinstance(route, Route)]
        return tuple({id(server): server for server in found}.values())

    async def ask(self, ask: Ask, deadline: Deadline) -> Answer | Absent:
        """Return an answer that follows its schema, or why there is none, within the deadline; with what all tries cost.

        Raises `KeyError` for a task that is not registered, and nothing for a failing server. Cancellation goes through.
        """
        task, route = self.registry[ask.task], self.route(ask.task)
        if isinstance(route, Absent):
            return route
        request = _request(ask, task, route)
        cause: Cause | None = "cancelled"
        by: str | None = None
        for watcher in self._watchers:
            watcher.began(ask.task)
        with spending() as spent:
            try:
                outcome = await self._answer(request, task, route.server, deadline)
                cause = outcome.cause if isinstance(outcome, Absent) else None
                by = None if isinstance(outcome, Absent) else outcome.model
                return replace(outcome, usage=spent.usage)
            finally:
                model = route.server.client.name_of(request)
                call = Call(ask.task, model, cause, spent.usage, ask.engine, ask.workflow, by)
                for watcher in self._watchers:
                    watcher.ended(call)

    async def _answer(
        self, request: ChatRequest, task: Task, server: Server, deadline: Deadline
    ) -> Answer | Absent:
        before: Absent | None = None

        async def attempt() -> Tried:
            nonlocal before
            tried = await _try_once(request, task, server, deadline)
            if isinstance(tried.outcome, Absent):
                if tried.outcome.cause == "breaker_open" and before is not None:
                    # The call's own failure may have opened it, and says more.
                    return replace(tried, outcome=Absent(before.cause, before.detail or "and now left alone"))
                before = tried.outcome
            return tried

        tried = await with_retries(attempt, self._retries, deadline)
        return tried.outcome

    async def aclose(self) -> None:
        """Close all connections; calls after that are `cancelled`."""
        for server in self.servers:
            await server.client.aclose()

    async def __aenter__(self) -> Self:
        """Return the harness."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close all connections."""
        await self.aclose()


def _request(ask: Ask, task: Task, route: Route) -> ChatRequest:
    return ChatRequest(
        model=ask.model or (ask.served_as[0] if ask.served_as else route.model),
        messages=ask.messages,
        schema=ask.schema or task.schema,
        max_tokens=ask.max_tokens or task.max_tokens,
        seed=ask.seed,
        priority=task.priority if route.server.sends_priority else None,
        served_as=ask.served_as,
    )


async def _try_once(request: ChatRequest, task: Task, server: Server, deadline: Deadline) -> Tried:
    if server.breaker.is_blocking:
        return _left_alone(server.breaker)
    async with server.queue.turn(task.priority, deadline) as has_turn:
        if not has_turn:
            return Tried(Absent("deadline", "waiting for a turn"))
        permit = server.breaker.permit()
        if permit is None:
            return _left_alone(server.breaker)
        with permit:
            seconds = server.timeout_seconds or task.timeout_seconds
            left = deadline.remaining
            tried = await server.client.complete(request, seconds=seconds, deadline=deadline)
            cause = tried.outcome.cause if isinstance(tried.outcome, Absent) else None
            if cause in _FAILING or (cause == "deadline" and left >= FAIR_SECONDS):
                permit.report(has_failed=True)
            elif cause not in _SAYS_NOTHING:
                permit.report(has_failed=False)
            return tried


def _left_alone(breaker: Breaker) -> Tried:
    left = breaker.seconds_left
    return Tried(Absent("breaker_open", f"for {left:.0f} s more" if left else "being tried"))


def open_harness(
    settings: HarnessSettings,
    registry: TaskRegistry,
    *,
    watchers: Iterable[Watcher] = (),
    clock: Callable[[], float] = time.monotonic,
) -> Harness:
    """Return a harness for the configured servers; connects to nothing yet. `clock` is the breakers'.

    What is not configured is `Absent("not_configured")` with the name of the variable.
    """
    servers: dict[str, Server] = {}

    def route(url: str | None, key: SecretStr | None, model: str | None, variable: str) -> Route | Absent:
        if url is None:
            return Absent("not_configured", "GPU_INFERENCE_URL")
        if model is None:
            return Absent("not_configured", variable)
        if url not in servers:
            servers[url] = _server(url, key, settings, clock)
        return Route(servers[url], model)

    return Harness(
        registry,
        {
            "llm": route(
                settings.gpu_inference_url,
                settings.gpu_inference_key,
                settings.gpu_llm_model,
                "GPU_LLM_MODEL",
            ),
            "classifier": route(
                settings.classifier_url,
                settings.classifier_key,
                settings.gpu_classifier_model,
                "GPU_CLASSIFIER_MODEL",
            ),
        },
        retries=RetryPolicy(attempts=settings.gpu_max_attempts),
        watchers=watchers,
    )


def _server(url: str, key: SecretStr | None, settings: HarnessSettings, clock: Callable[[], float]) -> Server:
    transport = Transport(
        url,
        key=None if key is None else key.get_secret_value(),
        connect_seconds=settings.gpu_connect_seconds,
    )
    policy = BreakerPolicy(settings.gpu_breaker_failures, settings.gpu_breaker_seconds)
    return Server(
        ModelClient(transport),
        PriorityQueue(settings.gpu_max_concurrency),
        Breaker(policy, clock),
        sends_priority=settings.gpu_send_priority,
        timeout_seconds=settings.gpu_timeout_seconds,
    )
