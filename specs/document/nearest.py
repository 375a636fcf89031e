"""The nearest known name to one that was mistyped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_CLOSE: Final = 0.6
_MANY: Final = 200
"""Of more names than that, only the likeliest few are looked at closely."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that `name` most likely stands for, or None when none is close.

    Case, spaces and dashes do not count, so `textOnly` and `text-only` both find `text_only`.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a refusal needs it

    plain = {_plain(candidate): candidate for candidate in known}
    likely = list(plain) if len(plain) <= _MANY else _likeliest(_plain(name), list(plain))
    found = get_close_matches(_plain(name), likely, n=1, cutoff=_CLOSE)
    return plain[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean '...'?` for the nearest known name, or an empty string."""
    found = nearest(name, known)
    return f"; did you mean '{found}'?" if found else ""


def _likeliest(name: str, names: list[str]) -> list[str]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - the same, and only among many

    return [found for found, _score, _at in process.extract(name, names, scorer=fuzz.ratio, limit=20)]


def _plain(name: str) -> str:
    return name.casefold().replace("-", "").replace("_", "").replace(" ", "")
