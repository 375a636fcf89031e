"""A mapping that cannot be changed, so that a document's digest stays true."""

from __future__ import annotations

from typing import Any, Generic, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenDict(dict[K, V], Generic[K, V]):
    """A dict with its keys in order that refuses every change with `TypeError`.

    It is hashable when its values are, and copies and pickles like any value.
    """

    def __init__(self, items: dict[K, V] | None = None) -> None:
        super().__init__(sorted((items or {}).items(), key=lambda item: str(item[0])))

    def __hash__(self) -> int:  # type: ignore[override]
        """Hash by content."""
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        """Pickle by content."""
        return type(self), (dict(self),)

    def __copy__(self) -> FrozenDict[K, V]:
        """Return itself: there is nothing to protect a copy from."""
        return self

    def __deepcopy__(self, _memo: object) -> FrozenDict[K, V]:
        """Return itself: keys and values are immutable too."""
        return self

    def _refuse(self, *_args: Any, **_kwargs: Any) -> NoReturn:  # noqa: ANN401 - whatever is asked
        msg = "a fact document cannot be changed; make a new one with Spec.replace"
        raise TypeError(msg)

    __setitem__ = _refuse
    __delitem__ = _refuse
    __ior__ = _refuse
    clear = _refuse
    pop = _refuse
    popitem = _refuse
    setdefault = _refuse
    update = _refuse
