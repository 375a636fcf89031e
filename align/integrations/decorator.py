"""`aligned`: a function's drafts are checked before anybody gets them."""

from __future__ import annotations

import asyncio
import datetime as dt
import inspect
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

from align.validate import validate_draft

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from align.compiled import CompiledSpec
    from align.context import DraftContext
    from align.findings import Validation
    from specs.document import Spec
    from specs.store import SpecStore

    Context = DraftContext | Mapping[str, Any] | None
    AnySpec = Spec | CompiledSpec

__all__ = ["NotAlignedError", "StoredPersona", "aligned"]

P = ParamSpec("P")
R = TypeVar("R")


class NotAlignedError(Exception):
    """A draft contradicts its spec, or a rule crashed on it. Its text names rules, and no word of the draft."""

    def __init__(self, validation: Validation) -> None:
        """Keep what the check said."""
        super().__init__(validation)
        self.validation = validation

    def __str__(self) -> str:
        """Return which rules hold the draft, and where."""
        found = [f"{v.rule} at {v.start}-{v.end}" for v in self.validation.violations]
        crashed = [f"{error.rule} crashed" for error in self.validation.errors]
        return f"the draft is held: {', '.join(found + crashed)}"

    def __repr__(self) -> str:
        """Return the same, for what logs write of an error."""
        return f"{type(self).__name__}({str(self)!r})"


@dataclass(frozen=True, slots=True)
class StoredPersona:
    """The spec that a persona has in the store at the moment of the call.

    `persona` is a key, or a function that finds one in the arguments of the decorated function. What the store
    raises for an unknown persona, or when it cannot be asked, comes out of the decorated function.
    """

    store: SpecStore
    persona: str | Callable[..., str]


def aligned(
    spec: AnySpec | StoredPersona | Callable[..., AnySpec],
    *,
    now: dt.datetime | Callable[[], dt.datetime] | None = None,
    context: Context | Callable[..., Context] = None,
    on_held: Callable[[Any, Validation], Any] | None = None,
    body: Callable[[Any], str] | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return a decorator for functions, plain or `async`, that return a draft; the signature stays as it is.

    `spec` is a spec, a persona of a store, or a function that gets the arguments of the call and returns a spec.
    `context` is a value, or a function that gets the same arguments. `now` is an aware moment or a clock; without it
    the check happens at the present. These functions are called when the draft has been written. `body` finds the text in a draft that is no text itself.

    A draft that is held raises `NotAlignedError`. With `on_held` the function gets the draft and the validation
    instead, and what it returns takes the draft's place: it is checked in its turn, and raises when it is held. Around
    an `async` function `on_held` may be `async` too. None is no draft: nothing to send.

    Raises `TypeError` for a generator, whose draft is out before it can be checked, and at a call for a draft
    without a text.
    """
    guard = _Guard(spec, now, context, on_held, body)

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        if not callable(function):  # the draft of a function that took the place of the spec
            raise TypeError("aligned: is given a spec, and then the function: @aligned(spec)")
        if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
            raise TypeError("aligned: a generator hands a draft out before it can be checked")
        if inspect.iscoroutinefunction(function):
            return cast("Callable[P, R]", _around_coroutine(guard, function))

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            made = function(*args, **kwargs)
            if inspect.isawaitable(made):  # what is called is `async` in itself, and does not look it
                return cast("R", _awaited(guard, made, args, kwargs))
            return cast("R", guard.passed(made, args, kwargs))

        return call

    return decorate


def _around_coroutine(guard: _Guard, function: Callable[P, Awaitable[Any]]) -> Callable[P, Awaitable[Any]]:
    @wraps(function)
    async def call(*args: P.args, **kwargs: P.kwargs) -> Any:  # noqa: ANN401 - what the function returns
        return await _awaited(guard, function(*args, **kwargs), args, kwargs)

    return call


async def _awaited(
    guard: _Guard, made: Awaitable[object], args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> object:
    return await guard.passed_later(await made, args, kwargs)


@dataclass(frozen=True, slots=True)
class _Guard:
    """The arguments of `aligned`, and what is done with them at a call."""

    spec: AnySpec | StoredPersona | Callable[..., AnySpec]
    now: dt.datetime | Callable[[], dt.datetime] | None
    context: Context | Callable[..., Context]
    on_held: Callable[[Any, Validation], Any] | None
    body: Callable[[Any], str] | None

    def passed(self, draft: object, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> object:
        """Return the draft, or what takes its place; raises `NotAlignedError`."""
        if draft is None:
            return None
        check = self._check_of(args, kwargs)
        validation = check(draft)
        if validation.ok:
            return draft
        instead = self._instead(draft, validation)
        return None if instead is None else _clean(instead, check(instead))

    async def passed_later(self, draft: object, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> object:
        """Do the same in an event loop, which goes on while the store is read and the draft checked."""
        if draft is None:
            return None
        check = self._check_of(args, kwargs)
        validation = await asyncio.to_thread(check, draft)
        if validation.ok:
            return draft
        instead = self._instead(draft, validation)
        if inspect.isawaitable(instead):
            instead = await instead
        return None if instead is None else _clean(instead, await asyncio.to_thread(check, instead))

    def _instead(self, draft: object, validation: Validation) -> object:
        if self.on_held is None:
            raise NotAlignedError(validation)
        return self.on_held(draft, validation)

    def _check_of(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Callable[[object], Validation]:
        """Return the check of this call's drafts: its context and moment are settled, a store is read by the check."""
        spec_of = self._spec_of(args, kwargs)
        context = self.context(*args, **kwargs) if callable(self.context) else self.context
        now = self.now() if callable(self.now) else self.now or dt.datetime.now(dt.UTC)

        def check(draft: object) -> Validation:
            return validate_draft(self._text(draft), spec_of(), now=now, context=context)

        return check

    def _spec_of(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Callable[[], AnySpec]:
        spec = self.spec
        if isinstance(spec, StoredPersona):
            store, named = spec.store, spec.persona
            persona = named(*args, **kwargs) if callable(named) else named
            return lambda: store.current(persona).spec
        found = spec(*args, **kwargs) if callable(spec) else spec
        return lambda: found

    def _text(self, draft: object) -> str:
        text = draft if self.body is None else self.body(draft)
        if not isinstance(text, str):
            raise TypeError(f"aligned: expected a draft's text, got {type(text).__name__}")
        return text


def _clean(draft: object, validation: Validation) -> object:
    if not validation.ok:
        raise NotAlignedError(validation)
    return draft
