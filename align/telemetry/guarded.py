"""Watchers of a harness, told so that nothing that goes wrong with them changes what a call comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.gate.observing import Telling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.harness.harness import Call, Watcher
    from align.harness.registry import TaskName


class Guarded:
    """Several watchers as one that never raises; the first is told of an end last, so that they nest."""

    def __init__(self, watchers: Iterable[Watcher]) -> None:
        self._first_first = tuple(watchers)
        self._last_first = self._first_first[::-1]
        self._telling = Telling()

    def began(self, task: TaskName) -> None:
        """Tell all that a call began."""
        self._telling.tell(self._first_first, lambda watcher: watcher.began(task))

    def ended(self, call: Call) -> None:
        """Tell all that it ended."""
        self._telling.tell(self._last_first, lambda watcher: watcher.ended(call))
