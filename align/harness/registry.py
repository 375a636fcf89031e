"""What a model server is asked to do, each with its priority, its time and the form of its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from align.harness.schemas import AnswerSchema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TaskName: TypeAlias = Literal[
    "prospect.classify", "prospect.move", "prospect.draft", "prospect.judge", "prospect.orchestrate"
]
Role: TypeAlias = Literal["llm", "classifier"]
"""Which of the two configured models answers."""

MAX_QUOTE_CHARS: Final = 300
MAX_SCORES: Final = 100
QUOTE: Final[Mapping[str, Any]] = {"type": "string", "maxLength": MAX_QUOTE_CHARS}
"""The words of a message that a score is for. Bounded, so that a model does not talk without end."""

SCORE: Final[Mapping[str, Any]] = {"type": "integer", "minimum": 0, "maximum": 10}
"""A whole number: servers that turn a schema into a grammar keep to the bounds of one, and not to those of a fraction."""

TASK_NAMES: Final[tuple[TaskName, ...]] = get_args(TaskName)


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of request.

    Of two that wait, the one with the lower `priority` goes first. `timeout_seconds` is for one try at the server, the
    wait for a turn not counted. `max_tokens` bounds the answer.
    """

    name: TaskName
    schema: AnswerSchema
    priority: int
    timeout_seconds: float
    max_tokens: int
    role: Role = "llm"

    def __post_init__(self) -> None:
        """Refuse an unknown name and bounds that let nothing through."""
        if self.name not in TASK_NAMES:
            raise ValueError(f"'{self.name}' is no task; the tasks are {', '.join(TASK_NAMES)}")
        if self.timeout_seconds <= 0 or self.max_tokens <= 0:
            raise ValueError(f"task '{self.name}' needs a timeout and a number of tokens above 0")


def strict_object(**properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return the strict schema of an object with these properties, written in this order."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def classify_task(schema: AnswerSchema) -> Task:
    """Return `prospect.classify` with the caller's schema."""
    return Task(
        "prospect.classify", schema, priority=10, timeout_seconds=5.0, max_tokens=256, role="classifier"
    )


def move_task(schema: AnswerSchema) -> Task:
    """Return `prospect.move`: everything else about an inbound message waits for it."""
    return Task("prospect.move", schema, priority=10, timeout_seconds=5.0, max_tokens=256, role="classifier")


def judge_task() -> Task:
    """Return `prospect.judge`; it goes before drafting, so that what is begun is finished first."""
    row = strict_object(dimension={"type": "string"}, quote=QUOTE, score=SCORE)
    listed = {"type": "array", "items": row, "maxItems": MAX_SCORES}
    schema = AnswerSchema("judgement", strict_object(scores=listed))
    return Task("prospect.judge", schema, priority=20, timeout_seconds=20.0, max_tokens=1536)


def draft_task() -> Task:
    """Return `prospect.draft`."""
    schema = AnswerSchema("draft", strict_object(body={"type": "string"}))
    return Task("prospect.draft", schema, priority=30, timeout_seconds=30.0, max_tokens=1024)


def orchestrate_task(schema: AnswerSchema) -> Task:
    """Return `prospect.orchestrate` with the caller's schema; nobody waits for it."""
    return Task("prospect.orchestrate", schema, priority=40, timeout_seconds=60.0, max_tokens=2048)


class TaskRegistry:
    """The tasks that a harness knows, by name."""

    def __init__(self, tasks: Iterable[Task] = ()) -> None:
        self._tasks: dict[str, Task] = {}
        for task in tasks:
            self.register(task)

    def register(self, task: Task) -> None:
        """Add a task; raises `ValueError` when there is one of that name."""
        if task.name in self._tasks:
            raise ValueError(f"task '{task.name}' is registered already")
        self._tasks[task.name] = task

    def __getitem__(self, name: TaskName) -> Task:
        """Return a task; raises `KeyError` that says what is registered."""
        try:
            return self._tasks[name]
        except KeyError:
            known = ", ".join(sorted(self._tasks)) or "none"
            raise KeyError(f"task '{name}' is not registered; registered are: {known}") from None

    def __contains__(self, name: object) -> bool:
        """Whether a task of that name is registered."""
        return name in self._tasks

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in the order of registration."""
        return tuple(self._tasks)
