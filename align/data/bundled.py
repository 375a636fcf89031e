"""Read a bundled file, and load a value once however many threads ask for it."""

import zlib
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final, TypeVar

_FOLDER: Final = Path(__file__).parent

T = TypeVar("T")


def read_text(name: str) -> str:
    """Return a bundled file's text; a name that ends in `.z` is decompressed first."""
    content = (_FOLDER / name).read_bytes()
    return (zlib.decompress(content) if name.endswith(".z") else content).decode()


def read_lines(name: str) -> list[str]:
    """Return a bundled file's lines without comments (`#` first) and empty lines."""
    return [line for line in read_text(name).split("\n") if line and not line.startswith("#")]


def once(load: Callable[[], T]) -> Callable[[], T]:
    """Decorate a loader so that it runs once, at the first call, and keeps its value."""
    kept: list[T] = []
    lock = Lock()

    def loaded() -> T:
        if not kept:
            with lock:
                if not kept:
                    kept.append(load())
        return kept[0]

    loaded.__doc__ = load.__doc__
    loaded.__name__ = load.__name__
    loaded.__qualname__ = load.__qualname__
    loaded.__module__ = load.__module__
    return loaded
