"""Other people's text in a prompt: data between marks that it cannot contain, never instructions."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def new_nonce() -> str:
    """Return a fresh mark that nobody can guess."""
    return secrets.token_hex(8)


def fenced(text: str, label: str, nonce: Callable[[], str] = new_nonce) -> str:
    """Return a text between `<label-NONCE>` and `</label-NONCE>`, with a nonce that the text does not contain."""
    mark = nonce()
    while mark in text:
        mark += nonce()
    return f"<{label}-{mark}>\n{text}\n</{label}-{mark}>"
