"""What a change of the facts is, and the means to make one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from tests.gold import Case

Document = dict[str, Any]
Change = tuple[str, Document]
"""What is changed, as it stands in the draft (or a word for it), and the facts with that change."""
Changes = Callable[[Document, "Case"], Iterator[Change]]
"""Takes the facts of a labelled draft and the draft; yields nothing where it names no such fact."""


def whole(text: str) -> re.Pattern[str]:
    """Return the pattern of a name or a number that stands by itself."""
    return re.compile(rf"(?<![\w.,:]){re.escape(text)}(?![\w:]|[.,]\d)", re.IGNORECASE)


def as_written(amount: float, body: str) -> str | None:
    """Return an amount as a draft writes it in digits, "4,800" too; no length in minutes or hours."""
    plain, grouped = f"{float(amount):g}", f"{float(amount):,.2f}".removesuffix(".00")
    for form in {plain: None, grouped: None}:
        if any(not _UNIT.match(body, found.end()) for found in whole(form).finditer(body)):
            return form
    return None


_UNIT: Final = re.compile(r"[ -]?(?:m|min|mins|minutes?|h|hrs?|hours?|am|pm)\b|%", re.IGNORECASE)
