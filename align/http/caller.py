"""Who asks: what a key opens, and whose data it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from align.http.keys import SCOPES


@dataclass(frozen=True, slots=True)
class Caller:
    """One who asks, by the name of a key. `personas` None: all of them. `is_keyless`: no key was asked for."""

    name: str
    personas: frozenset[str] | None
    scopes: frozenset[str]
    is_keyless: bool = False

    def may(self, scope: str) -> bool:
        """Tell whether this scope is open to the caller."""
        return scope in self.scopes

    def sees(self, persona: str) -> bool:
        """Tell whether a persona's data may be shown to the caller; for all others they do not exist."""
        return self.personas is None or persona in self.personas


KEYLESS: Final = Caller("this machine", None, frozenset(SCOPES), is_keyless=True)
"""Whoever asks a service without keys, which listens to its own machine alone."""
