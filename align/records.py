"""Make frozen dataclasses quickly: a check makes a dozen of them for every draft.

The constructor of a frozen dataclass stores each field by a call of `object.__setattr__`,
which takes longer than the reading of the words that a claim lies on. Here a record is
filled while its class is a twin without the guard, as quickly as a plain object is, and
becomes one of the guarded class before anybody sees it.
"""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable

_Record = TypeVar("_Record")
_GUARD: Final = ("__setattr__", "__delattr__")
_OPEN: Final = "_open_twin"


def quick(frozen: type[_Record]) -> type[_Record]:
    """Return a frozen, slotted dataclass with the same behaviour and a quicker constructor.

    Its fields may have defaults but no factories; a base class is `quick` as well, or plain.
    """
    own = {name: value for name, value in vars(frozen).items() if name not in vars(frozen)["__slots__"]}
    unguarded = {name: value for name, value in own.items() if name not in _GUARD}
    twin = type(
        frozen.__name__,
        tuple(vars(base).get(_OPEN, base) for base in frozen.__bases__),
        {**unguarded, "__slots__": vars(frozen)["__slots__"]},
    )
    bases = (twin, *(base for base in frozen.__bases__ if base is not object))
    scope = {"become": object.__setattr__, "twin": twin}
    constructor = _constructor(frozen, scope)
    made = type(frozen.__name__, bases, {**own, "__slots__": (), "__init__": constructor, _OPEN: twin})
    scope["guarded"] = made
    return cast("type[_Record]", made)


def _constructor(record: type, scope: dict[str, Any]) -> Any:  # noqa: ANN401 - each has its own signature
    """Return `__init__`, written out field by field as `dataclasses` does it."""
    known = fields(record)
    parameters: list[str] = []
    for field in known:
        default = field.default is not MISSING
        parameters.append(f"{field.name}=default_{field.name}" if default else field.name)
        scope[f"default_{field.name}"] = field.default
    star = "*, " if all(field.kw_only for field in known) else ""
    lines = [
        f"def __init__(self, {star}{', '.join(parameters)}):",
        "    become(self, '__class__', twin)",
        *(f"    self.{field.name} = {field.name}" for field in known),
        "    self.__class__ = guarded",
    ]
    exec("\n".join(lines), scope)  # noqa: S102 - only names of fields go in, and only when a class is made
    return scope["__init__"]


class Word(str):
    """One of a closed set of words; a subclass names its words, which `closed` makes.

    It is what a `StrEnum` is to those who use it, but for the time that it takes to look a
    member up: an enumeration's metaclass makes that five times as long, and the rooms do it
    a hundred times a draft.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[Callable[..., Word], tuple[type[Word], str]]:
        """Copy and pickle as the one word that there is, so that `is` stays true."""
        return getattr, (type(self), self.upper())


_Words = TypeVar("_Words", bound=Word)


def closed(words: type[_Words]) -> type[_Words]:
    """Make a word of each name that a subclass of `Word` announces: `ASSERTED` is "asserted"."""
    for name in words.__annotations__:
        setattr(words, name, words(name.lower()))
    return words
