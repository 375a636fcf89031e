"""The gate inside other people's programs: a decorator, a pytest plugin, a hook before a message is sent.

Nothing here is imported by the rest of the gate. Importing this loads nothing, for pytest does so at every start;
the decorator's names are loaded when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from align.integrations.decorator import NotAlignedError, StoredPersona, aligned

__all__ = ["NotAlignedError", "StoredPersona", "aligned"]

_DECORATOR: Final = "align.integrations.decorator"


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module holds
    """Load the decorator; raises `AttributeError` for an unknown name."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_DECORATOR), name)
    return found
