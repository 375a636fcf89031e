"""The model servers as the environment configures them, with every task of the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.harness import open_harness
from align.harness.moves import MOVE_TASK
from align.harness.probe import probe
from align.harness.registry import TaskRegistry, draft_task, judge_task
from align.harness.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.harness.harness import Harness, Watcher
    from align.harness.registry import TaskName
    from align.harness.settings import HarnessSettings


def configured_harness(
    settings: HarnessSettings | None = None, *, watchers: Iterable[Watcher] = ()
) -> Harness:
    """Return a harness for the configured servers; raises `SettingsError` for variables that cannot be used."""
    tasks = TaskRegistry([MOVE_TASK, draft_task(), judge_task()])
    return open_harness(settings or read_settings(), tasks, watchers=watchers)


async def server_problem(harness: Harness, task: TaskName, *, seconds: float) -> str | None:
    """Ask the server of a task what it can do, for at most so many seconds; return what stands in the way of it.

    None when nothing does, or when no server is configured for the task.
    """
    route = harness.route(task)
    if isinstance(route, Absent):
        return None
    found = await probe(route.server.client, route.model, Deadline.after(seconds))
    return None if found.problem is None else f"model {route.model}: {found.problem}"
