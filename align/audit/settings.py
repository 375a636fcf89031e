"""What an operator sets about the record of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

MASK_VARIABLE: Final = "ALIGN_MASK_BODIES"

_YES: Final = frozenset(("1", "true", "yes", "on"))
_NO: Final = frozenset(("", "0", "false", "no", "off"))


def masks_bodies(environment: Mapping[str, str]) -> bool:
    """Tell whether decisions keep digests in place of bodies; raises `StoreError` for a setting that says neither."""
    said = environment.get(MASK_VARIABLE, "").strip().casefold()
    if said not in _YES | _NO:
        raise StoreError(f"{MASK_VARIABLE}: write true or false")
    return said in _YES
