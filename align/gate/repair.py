"""A deterministic minimal edit of a body from the spec, where it is unambiguous.

An amount that contradicts the rate card is replaced by the card's; a sentence that proposes a call, or another
thing that can only be left out, is dropped. What is made here is validated again like any other body.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.findings import Validation, Violation

MAX_EDITS: Final = 8
"""A body that needs more than this is not mended but written anew."""

_AMOUNT: Final = re.compile(r"\d[\d.,]*")
_CARD: Final = re.compile(r"(?P<amount>\d+(?:\.\d+)?) [A-Z]{3} for \d+ min(?: \w+)?")
_DROPPED: Final = frozenset(("channel_not_allowed", "pay_after", "never_offer", "handle_not_in_facts"))
_SENTENCE_END: Final = re.compile(r"(?<![.!?…])[.!?…]++[\"')\]]*+\s+|\n+")
"""Looked for where a run of marks begins, and never twice in it: a body may be nothing but dots."""


def repair(body: str, validation: Validation) -> str | None:
    """Return the body with every violation mended, or None where one of them cannot be without a guess."""
    if validation.errors or not 0 < len(validation.violations) <= MAX_EDITS:
        return None
    edits: list[tuple[int, int, str]] = []
    for violation in validation.violations:
        edit = _edit(body, violation)
        if edit is None:
            return None
        edits.append(edit)
    mended = body
    for start, end, text in sorted(set(edits), reverse=True):
        if any(other != (start, end, text) and other[0] < end and start < other[1] for other in edits):
            return None  # two edits of the same words
        mended = mended[:start] + text + mended[end:]
    mended = mended.strip()
    return mended if mended and mended != body else None


def _edit(body: str, violation: Violation) -> tuple[int, int, str] | None:
    if violation.rule == "price_contradiction":
        return _amount(violation)
    if violation.rule in _DROPPED:
        return _sentence(body, violation)
    return None


def _amount(violation: Violation) -> tuple[int, int, str] | None:
    """Return the edit of the one amount in the words, where the card has one amount to put there."""
    card = _CARD.fullmatch(violation.expected)
    amounts = [
        match for match in _AMOUNT.finditer(violation.text) if violation.claimed.startswith(match.group())
    ]
    if card is None or len(amounts) != 1:
        return None
    (match,) = amounts
    return violation.start + match.start(), violation.start + match.end(), card["amount"]


def _sentence(body: str, violation: Violation) -> tuple[int, int, str] | None:
    """Return the edit that drops the sentence, where others are left."""
    ends = _ends(body)
    start = max((end for end in ends if end <= violation.start), default=0)
    end = min((end for end in ends if end >= violation.end), default=len(body))
    return None if (start, end) == (0, len(body)) else (start, end, "")


def _ends(body: str) -> list[int]:
    """Return where sentences end; what has no letters, as the number of a list, is a part of what follows it."""
    ends: list[int] = []
    begin, has_letters = 0, False
    for match in _SENTENCE_END.finditer(body):
        has_letters = has_letters or any(letter.isalpha() for letter in body[begin : match.start()])
        begin = match.end()
        if has_letters:
            ends.append(begin)
            has_letters = False
    return ends
