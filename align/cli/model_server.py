"""The model server as the environment configures it, for the commands that may ask it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.cli.drafts import InputError
from align.harness.harness import open_harness
from align.harness.registry import TaskRegistry, draft_task, judge_task
from align.harness.settings import SettingsError, read_settings

if TYPE_CHECKING:
    from align.harness.harness import Harness


def configured_harness() -> Harness:
    """Return a harness for the configured servers; raises `InputError` for variables that cannot be used."""
    try:
        settings = read_settings()
    except SettingsError as error:
        raise InputError(str(error)) from None
    return open_harness(settings, TaskRegistry([draft_task(), judge_task()]))
