"""Which words a pattern lets stand behind others: for tests of the cheap looks before it.

A pattern is walked as its parse tree, character by character; what it only looks at (lookarounds, boundaries) is
passed over, so that more may be told than it takes, never less.
"""

from __future__ import annotations

import importlib
import string
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_parser: Any = importlib.import_module("re._parser")
ANYTHING: Final = "*"
"""Stands for a word that the pattern does not spell out."""
_END: Final = ""
_CHARACTERS: Final = frozenset(string.ascii_lowercase + string.digits + " '-.,@é")
_MANY: Final = 6


class _Node:
    """A node of the tree; equal to itself alone, so that what is left to match is soon compared."""

    def __init__(self, kind: str, value: Any) -> None:
        self.kind, self.value = kind, value

    @cached_property
    def fewer(self) -> _Node:
        """The repetition after one of it."""
        least, most, part = self.value
        if not least and most == _parser.MAXREPEAT:
            return self
        return _Node(self.kind, (max(0, least - 1), most if most == _parser.MAXREPEAT else most - 1, part))


_Rest = tuple[_Node, ...]
"""What is left to match: nodes of the tree, in order."""


def following(pattern: re.Pattern[str], said: str) -> set[str]:
    """Return every word that the pattern can take behind `said`; `ANYTHING` for one that it leaves open."""
    states = {_parsed(pattern)}
    for char in f"{said} ":
        states = {rest for state in states for some, rest in _moves(state) if char in some}
    found: set[str] = set()
    _spell(frozenset(states), "", found)
    return found - {_END}


def _spell(states: frozenset[_Rest], word: str, found: set[str]) -> None:
    """Add the words that begin with `word` where the pattern is in one of some states."""
    ahead: dict[str, set[_Rest]] = {}
    for some, rest in (move for state in states for move in _moves(state)):
        if len(some) > _MANY:
            found.add(ANYTHING)
        elif not some or " " in some:
            found.add(word)
        else:
            for char in some:
                ahead.setdefault(char, set()).add(rest)
    for char, then in ahead.items():
        _spell(frozenset(then), word + char, found)


@cache
def _parsed(pattern: re.Pattern[str]) -> _Rest:
    return _tree(_parser.parse(pattern.pattern))


def _tree(parsed: Any) -> _Rest:
    return tuple(_Node(str(kind), _frozen(value)) for kind, value in parsed)


def _frozen(value: Any) -> Any:
    if isinstance(value, _parser.SubPattern):
        return _tree(value)
    return tuple(map(_frozen, value)) if isinstance(value, list | tuple) else value


@cache
def _moves(state: _Rest) -> tuple[tuple[frozenset[str], _Rest], ...]:
    """Return the characters that can come next, each with what is left then; none where the pattern ends."""
    return tuple(_moving(state, set()))


def _moving(state: _Rest, seen: set[_Rest]) -> Iterator[tuple[frozenset[str], _Rest]]:
    if state in seen:
        return
    seen.add(state)
    if not state:
        yield frozenset(), ()
        return
    node, rest = state[0], state[1:]
    kind, value = node.kind, node.value
    if kind == "BRANCH":
        for branch in value[1]:
            yield from _moving(branch + rest, seen)
    elif kind == "SUBPATTERN":
        yield from _moving(value[-1] + rest, seen)
    elif kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, part = value
        if not least:
            yield from _moving(rest, seen)
        if most:
            yield from _moving((*part, node.fewer, *rest), seen)
    elif kind in ("ASSERT", "ASSERT_NOT", "AT"):
        yield from _moving(rest, seen)
    else:
        yield _characters(kind, value), rest


def _characters(kind: str, value: Any) -> frozenset[str]:
    """Return the characters that a node takes, of those that matter."""
    if kind == "LITERAL":
        return frozenset(chr(value))
    if kind == "IN":
        taken = frozenset().union(
            *(_characters(str(one), what) for one, what in value if str(one) != "NEGATE")
        )
        return _CHARACTERS - taken if str(value[0][0]) == "NEGATE" else taken
    if kind == "RANGE":
        return frozenset(map(chr, range(value[0], value[1] + 1)))
    if kind == "CATEGORY":
        return _CATEGORIES[str(value)]
    return _CHARACTERS - {chr(value)} if kind == "NOT_LITERAL" else _CHARACTERS


_CATEGORIES: Final = {
    "CATEGORY_WORD": frozenset(c for c in _CHARACTERS if c.isalnum()),
    "CATEGORY_NOT_WORD": frozenset(c for c in _CHARACTERS if not c.isalnum()),
    "CATEGORY_DIGIT": frozenset(string.digits),
    "CATEGORY_SPACE": frozenset(" "),
    "CATEGORY_NOT_SPACE": _CHARACTERS - {" "},
}
