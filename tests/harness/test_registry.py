from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from align.harness.moves import MOVE_TASK
from align.harness.registry import (
    MAX_SCORES,
    TASK_NAMES,
    Task,
    TaskRegistry,
    classify_task,
    draft_task,
    judge_task,
    orchestrate_task,
    strict_object,
)
from align.harness.schemas import AnswerSchema

OWN = AnswerSchema("own", strict_object(kind={"type": "string"}))
ALL = [classify_task(OWN), MOVE_TASK, draft_task(), judge_task(), orchestrate_task(OWN)]


def test_every_task_can_be_registered_once() -> None:
    registry = TaskRegistry(ALL)
    assert registry.names == TASK_NAMES
    assert registry["prospect.classify"].schema is OWN
    with pytest.raises(ValueError, match=r"'prospect\.draft' is registered already"):
        registry.register(draft_task())


def test_what_others_wait_for_goes_first() -> None:
    in_line = sorted(ALL, key=lambda task: task.priority)
    assert [task.name.removeprefix("prospect.") for task in in_line] == [
        "classify",
        "move",
        "judge",
        "draft",
        "orchestrate",
    ]


def test_a_judge_quotes_before_it_scores() -> None:
    scores = judge_task().schema.schema["properties"]["scores"]
    assert list(scores["items"]["properties"]) == ["dimension", "quote", "score"]
    assert scores["maxItems"] == MAX_SCORES


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": "prospect.guess"}, r"'prospect\.guess' is no task; the tasks are prospect\.classify, "),
        ({"timeout_seconds": 0}, "needs a timeout"),
        ({"max_tokens": 0}, "a number of tokens"),
    ],
)
def test_a_task_that_could_not_work_is_refused(fields: dict[str, Any], says: str) -> None:
    usual: dict[str, Any] = {
        "name": "prospect.draft",
        "schema": OWN,
        "priority": 1,
        "timeout_seconds": 1,
        "max_tokens": 1,
    }
    with pytest.raises(ValueError, match=says):
        Task(**(usual | fields))


def test_the_page_says_each_tasks_priority_and_time() -> None:
    page = (Path(__file__).parents[2] / "docs/harness.md").read_text("utf-8")
    rows = re.findall(r"^\| `(prospect\.[a-z]+)` \| ([a-z]+) \| (\d+) \| (\d+) \|", page, re.MULTILINE)
    models = {"classifier": "classifier", "llm": "generator"}
    told = {(task.name, models[task.role], str(task.priority), f"{task.timeout_seconds:g}") for task in ALL}
    assert set(rows) == told
