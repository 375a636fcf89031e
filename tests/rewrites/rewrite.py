"""What a rewrite is, and the means to make one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.gold import Case

Rewrite = Callable[["Case"], str]
"""Takes a labelled draft and returns its body in another form; the body itself where it does not apply."""


def replacing(*pairs: tuple[str, str], cased: bool = False) -> Rewrite:
    """Return the rewrite that replaces every match of each pattern, in order; capitals count if `cased`."""
    patterns = [(re.compile(pattern, 0 if cased else re.IGNORECASE), new) for pattern, new in pairs]

    def rewrite(case: Case) -> str:
        body = case.body
        for pattern, new in patterns:
            body = pattern.sub(new, body)
        return body

    return rewrite


def computing(pattern: str, new: Callable[[re.Match[str], Case], str]) -> Rewrite:
    """Return the rewrite that computes what stands for every match of a pattern."""
    compiled = re.compile(pattern)

    def rewrite(case: Case) -> str:
        return compiled.sub(lambda match: new(match, case), case.body)

    return rewrite


def before(text: str) -> Rewrite:
    """Return the rewrite that puts a text before the body."""
    return lambda case: text + case.body


def behind(text: str, *, sentence: bool = False) -> Rewrite:
    """Return the rewrite that puts a text behind the body, which ends its `sentence` first."""

    def rewrite(case: Case) -> str:
        body = case.body.rstrip()
        closes = sentence and body[-1:] not in tuple(".!?…")
        return f"{body}{'.' if closes else ''} {text}"

    return rewrite
