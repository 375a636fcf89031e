"""The packages that telemetry stands on are extras: without them it says what to install."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class MissingExtraError(ImportError):
    """Something was asked for whose packages are not installed; the message says which to install."""


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Import the packages of an extra in this context; raises `MissingExtraError` when they are not there."""
    try:
        yield
    except MissingExtraError:
        raise
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            f"{what} need a package that is not installed ({error.name}); "
            f"install the extra: pip install 'draft-alignment-gate[{name}]'",
            name=error.name,
        ) from None
