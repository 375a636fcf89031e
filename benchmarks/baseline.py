"""What somebody writes in an afternoon: nine regular expressions and `json.dumps`.

The yardstick of the benchmarks. It knows no facts, no stance and no disguise; it is what a
check costs that only looks for words.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def plain_regexes(phrases: list[str]) -> Callable[[str], str]:
    """Return a check that lists every match of nine patterns as JSON."""
    patterns = {
        "money": re.compile(
            r"(?:[$£€]\s?\d[\d,.]*|\b\d+\s?(?:dollars|bucks|usd|euros?|pounds))", re.IGNORECASE
        ),
        "duration": re.compile(
            r"\b(?:\d+|an?|half an?)[\s-]?(?:hours?|hrs?|h|minutes?|mins?)\b", re.IGNORECASE
        ),
        "time": re.compile(r"\b\d{1,2}(?::\d\d)?\s?(?:am|pm)\b|\b\d{1,2}:\d\d\b", re.IGNORECASE),
        "phone": re.compile(r"\+?\d[\d\s().-]{7,}\d"),
        "email": re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b"),
        "url": re.compile(r"https?://\S+|\bwww\.\S+", re.IGNORECASE),
        "handle": re.compile(r"(?<!\w)@\w[\w.]+"),
        "channel": re.compile(
            r"\b(?:call me|whatsapp|telegram|facetime|zoom|voice note|email me)\b", re.IGNORECASE
        ),
        "never_offer": re.compile("|".join(rf"\b{re.escape(phrase)}\b" for phrase in phrases), re.IGNORECASE),
    }

    def check(body: str) -> str:
        found = [
            {"rule": rule, "start": match.start(), "end": match.end(), "text": match.group()}
            for rule, pattern in patterns.items()
            for match in pattern.finditer(body)
        ]
        return json.dumps({"ok": not found, "violations": found})

    return check
