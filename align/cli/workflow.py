"""`align workflow`: add, list, show, withdraw."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from align.cli.drafts import InputError
from align.cli.operator import author_of
from align.cli.output import Output
from align.cli.visible import visible
from align.engines.library import WorkflowLibrary
from specs.store.engine import DEFAULT_URL, open_engine

if TYPE_CHECKING:
    from align.cli.report import Line
    from align.engines.library import WorkflowRecord


def add_workflow(url: str | None, file: str, author: str | None, note: str) -> int:
    """Store the next version of the workflow in a file."""
    try:
        document = json.loads(Path(file).read_text("utf-8-sig"))
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{file}: not JSON: {error}") from None
    if not isinstance(document, dict):
        raise InputError(f"{file}: not a JSON object")
    Output().show([_head(_library(url).add(document, author_of(author), note))])
    return 0


def list_workflows(url: str | None) -> int:
    """Print the last version of each workflow."""
    lines: list[Line] = []
    for workflow in _library(url).current():
        meant = {key: value for key, value in workflow.applies_to.model_dump(mode="json").items() if value}
        told = "; ".join(f"{key} {', '.join(value)}" for key, value in meant.items()) or "for all"
        kinds = ", ".join(step.kind for step in workflow.steps)
        lines.append(((workflow.id, "bold"), (f"  {workflow.engine}  {told}  ({kinds})", "")))
    Output().show(lines or [(("no workflows", ""),)])
    return 0


def show_workflow(url: str | None, name: str) -> int:
    """Print every version of a workflow."""
    records = _library(url).history(name)
    if not records:
        raise InputError(f"there is no workflow '{name}'")
    for record in records:
        lines: list[Line] = [_head(record)]
        if record.workflow is not None:
            text = json.dumps(record.workflow.model_dump(mode="json"), indent=2)
            lines += [((visible(line), ""),) for line in text.splitlines()]
        Output().show(lines)
    return 0


def withdraw_workflow(url: str | None, name: str, author: str | None, note: str) -> int:
    """Withdraw a workflow."""
    _library(url).withdraw(name, author_of(author), note)
    Output().show([((f"withdrew {visible(name)}", "yellow"),)])
    return 0


def _library(url: str | None) -> WorkflowLibrary:
    return WorkflowLibrary(open_engine(url or DEFAULT_URL))


def _head(record: WorkflowRecord) -> Line:
    gone = " (withdrawn)" if record.workflow is None else ""
    at = record.created_at.isoformat(timespec="seconds")
    told = f" at {at} by {visible(record.author)}: {visible(record.note)}"
    return ((f"{visible(record.name)}@{record.version}{gone}", "bold"), (told, ""))
