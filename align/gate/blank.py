"""Whether a reader would see anything at all: a message of nothing is not sent, whatever the rules say of it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from align.engines.engine import Drafted
from align.harness.failures import Absent

if TYPE_CHECKING:
    from align.engines.engine import Draft

_UNSEEN: Final = frozenset(("Cc", "Cf", "Cn", "Cs", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"))
_FILLERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that show nothing, and are no spaces."""


def is_blank(body: str) -> bool:
    """Tell whether a body shows nothing: it is empty, or of spaces, controls and marks without a letter alone."""
    return all(letter in _FILLERS or unicodedata.category(letter) in _UNSEEN for letter in body)


def shown_or_absent(draft: Draft) -> Draft:
    """Return a draft that shows something, an absence where there is none."""
    is_none = isinstance(draft, Drafted) and is_blank(draft.body)
    return Absent("empty_body", usage=draft.usage) if is_none else draft
