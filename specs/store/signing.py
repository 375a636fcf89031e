"""Who made a change, and why: both are required, and are plain text."""

from __future__ import annotations

import unicodedata
from typing import Final

from specs.store.errors import EditRefusedError

MAX_AUTHOR_CHARS: Final = 200
MAX_NOTE_CHARS: Final = 2000


def signed(author: str, note: str) -> tuple[str, str]:
    """Return author and note without spaces around them; raises `EditRefusedError` for an illegal one."""
    return _plain("author", author, MAX_AUTHOR_CHARS), _plain("note", note, MAX_NOTE_CHARS)


def _plain(name: str, value: str, limit: int) -> str:
    text = value.strip()
    if not text:
        raise EditRefusedError(f"the {name} is empty; say {'who' if name == 'author' else 'why'}")
    if len(text) > limit:
        raise EditRefusedError(f"the {name} is {len(text)} characters long; at most {limit} are allowed")
    for at, character in enumerate(text):
        # Control characters and halves of surrogate pairs cannot be stored, or shown, as they are.
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t":
            raise EditRefusedError(
                f"the {name} has U+{ord(character):04X} at character {at + 1}; only printable text is stored"
            )
    return text
