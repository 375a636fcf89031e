"""Telling observers what a pass does, so that nothing that goes wrong with them changes what comes of it."""

from __future__ import annotations

import logging
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType

    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision
    from align.gate.ports import Found, Observer, Step

T = TypeVar("T")

_LOGGER: Final = logging.getLogger(__name__)


class Telling:
    """Tells listeners something, one after the other, whatever they raise; says once of each how it fails."""

    def __init__(self) -> None:
        self._failed: set[tuple[str, str]] = set()

    def tell(self, listeners: Iterable[T], call: Callable[[T], None]) -> None:
        """Call each; what ends the process goes through, all else is dropped."""
        for listener in listeners:
            try:
                call(listener)
            except (KeyboardInterrupt, SystemExit, GeneratorExit):
                raise
            except BaseException as error:  # noqa: BLE001 - a plug-in: whatever it raises, what it is told of goes on
                self._note(listener, error)

    def _note(self, listener: object, error: BaseException) -> None:
        """Name the kind of the error alone: its own text may hold a message."""
        failure = (type(listener).__name__, type(error).__name__)
        if failure not in self._failed:
            self._failed.add(failure)
            with suppress(Exception):
                _LOGGER.warning("the observer %s failed: %s", *failure)


class Observers:
    """The observers of a gate. `monotonic` gives seconds; it is not asked when there are none."""

    def __init__(self, observers: Iterable[Observer], monotonic: Callable[[], float]) -> None:
        self._first_first = tuple(observers)
        self._last_first = self._first_first[::-1]
        self._monotonic = monotonic
        self._telling = Telling()

    def pass_began(self, candidate: Candidate, mode: Mode, engine: str) -> None:
        """Tell all that a pass begins."""
        self._telling.tell(self._first_first, lambda observer: observer.pass_began(candidate, mode, engine))

    def pass_ended(self, decision: Decision) -> None:
        """Tell all what came of it."""
        self._telling.tell(self._last_first, lambda observer: observer.pass_ended(decision))

    def step(self, step: Step) -> ObservedStep:
        """Return a context for a step; set its `found`."""
        return ObservedStep(self, step)

    def step_began(self, step: Step) -> float:
        """Tell all that a step begins; return the moment."""
        self._telling.tell(self._first_first, lambda observer: observer.step_began(step))
        return self._monotonic() if self._first_first else 0.0

    def step_ended(self, step: Step, begun: float, found: Found) -> None:
        """Tell all that it ended."""
        if self._first_first:
            seconds = self._monotonic() - begun
            self._telling.tell(self._last_first, lambda observer: observer.step_ended(step, seconds, found))


class ObservedStep:
    """One step on its way: `found` is what it came to."""

    __slots__ = ("_begun", "_observers", "_step", "found")

    def __init__(self, observers: Observers, step: Step) -> None:
        self._observers = observers
        self._step = step
        self._begun = 0.0
        self.found: Found = None

    def __enter__(self) -> Self:
        """Tell that it begins."""
        self._begun = self._observers.step_began(self._step)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell that it ended."""
        self._observers.step_ended(self._step, self._begun, self.found)
