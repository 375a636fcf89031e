"""Judge the words between a length and an amount, or before an amount."""

from __future__ import annotations

from typing import Final

from align.claims.money import bare_price_words as words_of

_IS: Final = frozenset(
    "na you you'd you'll pay we we'd i'd i'll ask take a week weekly long costs is 's are be was : - — "
    "= / comes come to costs cost runs run sets set back at for would will 'll d it i charge"
    " , so that that's it's which total just only works out quote about (".split()
)
_LAST_OF_IS: Final = frozenset("na is 's be for to : - costs cost at runs".split())
_GLUE: Final = frozenset(
    "the a an your our my that this first full , ( - — flat total cash all in incall outcall only just"
    " at / one usual whole single".split()
)
_PRONOUNS: Final = frozenset("you will would 'll 'd the".split())
_BUYING: Final = _PRONOUNS | frozenset("gets get buys buy covers cover gives give".split())
CLAUSE_ENDS: Final = frozenset((",", "and", "or", "but", ";", ")", "/", "while", "whereas", "—"))
"""Where the clause of an amount ends, for what follows it."""


def after_strength(gap: list[str]) -> int:
    """Say how closely a duration behind an amount is tied to it by the words between."""
    if not gap:
        return 8
    if _BUYING.issuperset(gap) and not _PRONOUNS.issuperset(gap):
        return 9
    if "for" in gap:
        cut = gap.index("for")
        if CLAUSE_ENDS.intersection(gap[:cut]):
            return 2
        tail = gap[cut + 1 :]
        return 11 - min(cut, 6) if len(tail) <= 2 or _GLUE.issuperset(tail) else 4
    if _GLUE.issuperset(gap):
        return 6 if "," not in gap else 3
    if "and" in gap or "but" in gap:
        return 1
    return 3 if len(gap) <= 6 else 1


def before_strength(gap: list[str]) -> int:
    """The same for a duration before an amount."""
    if not gap:
        return 9
    if _IS.issuperset(gap):
        return 9 if gap != [","] else 7
    if gap[-1] in _THAT_IS or gap[-2:] == ["that", "is"]:
        return _WEAKEST_OWN
    if _is_drawn(gap):
        return 9
    if gap[-1] in _LAST_OF_IS:
        return 4 if "and" in gap or "," in gap or "but" in gap else 7
    return 3 if CLAUSE_ENDS.intersection(gap) else _SAME_CLAUSE


_THAT_IS: Final = frozenset(("that's", "thats"))
_WEAKEST_OWN: Final = 6
_SAME_CLAUSE: Final = 5
"""A length and an amount of one clause, whatever stands between."""


def is_too_little(words: list[str], begin: int, end: int) -> bool:
    """True for what is said of a length that will not do: "isn't enough", "is too short for that"."""
    if words[begin : begin + 1] and words[begin] not in _DOING:
        return False
    gap = words[begin:end]
    return "too" in gap[:3] or ("enough" in gap[:4] and not _NOT.isdisjoint(gap[:2]))


_DOING: Final = frozenset("is isn't 's won't wouldn't would will 'll might may".split())
_NOT: Final = frozenset("isn't won't wouldn't not n't".split())


def _is_drawn(gap: list[str]) -> bool:
    """True for marks alone, which part the columns of a table: "60 min → $180"."""
    return not any(w.isalnum() for w in gap)


def reaches(words: list[str], at: int) -> bool:
    """True for "comes to", "bring it down to", not "tune down to"."""
    before = words[at - 1] if at else ""
    if before in ("down", "up", "out"):
        moved = at > 1 and words[at - 2] in words_of.MOVES
        return moved if before != "out" else at > 1 and words[at - 2] in ("come", "comes", "works", "work")
    return before in words_of.REACHES


def ties(gap: list[str], glue: str) -> bool:
    """True when the words between a duration and a number make it the duration's price."""
    if len(gap) == 1 or glue in ("costs", "cost", "runs", "run", "sets", "set"):
        return glue != "to"
    if {".", "!", "?", "\n", "and", "but"}.intersection(gap):
        return False
    return glue != "to" or gap[-2] in ("comes", "come", "down", "up")


def clause_end(words: list[str], last: int, end: int) -> int:
    """Return the place at which the clause behind word `last` ends, `end` at most."""
    at = last
    while at < end and words[at] not in CLAUSE_ENDS:
        at += 1
    return at
