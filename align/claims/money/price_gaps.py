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
_VERBS_OF_BUYING: Final = frozenset("gets get buys buy covers cover gives give".split())
_BUYING: Final = (
    _PRONOUNS | _VERBS_OF_BUYING | frozenset("him her them us me both everyone a an your".split())
)
_LONGEST_IF: Final = 5
"""Words of "if you only want", "if you'd rather take the", between a sum and the length that it is for."""
_LONGEST_IN: Final = 8
"""Words of "if it's just the ends in", where the length ends the condition."""
CLAUSE_ENDS: Final = frozenset((",", "and", "or", "but", ";", ")", "/", "while", "whereas", "—"))
"""Where the clause of an amount ends, for what follows it."""


def after_strength(gap: list[str]) -> int:
    """Say how closely a duration behind an amount is tied to it by the words between."""
    if not gap:
        return 8
    if _is_bought(gap):
        return 9
    if gap[0] == "if" and len(gap) <= _LONGEST_IF and CLAUSE_ENDS.isdisjoint(gap):
        return _WEAKEST_OWN
    if gap[0] == "if" and gap[-1] == "in" and len(gap) <= _LONGEST_IN and CLAUSE_ENDS.isdisjoint(gap):
        return 8  # "46 if it's just the ends in three quarters"
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


def _is_bought(gap: list[str]) -> bool:
    """True for "gets him an hour", "in the studio gets you the two hours"."""
    verb = next((at for at, word in enumerate(gap) if word in _VERBS_OF_BUYING), None)
    if verb is None or not _BUYING.issuperset(gap[verb:]):
        return False
    return _BUYING.issuperset(gap[:verb]) or (gap[0] in ("in", "at") and CLAUSE_ENDS.isdisjoint(gap[:verb]))


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


def is_told_of_it(gap: list[str]) -> bool:
    """True where a sum is said of the length before it, whatever stands between.

    "Two hours at the studio, 260", "takes 90 minutes at yours and runs 210", "an hour is the least I do, at 65",
    "the long one is an hour and a half of colour, so 140".
    """
    head, tail = _last_clause(gap)
    if tail is None or not CLAUSE_ENDS.isdisjoint(head):
        return False
    if not tail:
        return gap[-1] == "," and bool(head) and head[0] in _PLACING and _TELLING.isdisjoint(head)
    if tail[0] == "which":
        return tail[-1] in _PRICING and len(tail) <= _LONGEST_WHICH
    return tail in _CONCLUDING or (tail[-1] in _PRICING and _TAKING_UP.issuperset(tail[:-1]))


def _last_clause(gap: list[str]) -> tuple[list[str], list[str] | None]:
    """Return the words before and behind the last comma or "and"; None behind it where there is none."""
    for at in range(len(gap) - 1, -1, -1):
        if gap[at] in (",", "and"):
            joined = gap[at] == "and" and at > 0 and gap[at - 1] == ","
            return gap[: at - joined], gap[at + 1 :]
    return gap, None


_PLACING: Final = frozenset("at in on of for with as like".split())
"""What leads from a length to where, when, with whom and as what it is."""
_TELLING: Final = frozenset(
    "is 's are was will 'll would 'd can could i you we it he she they i'd i'll i'm you'd you'll we'd "
    "we'll it's"
    " that that's if when while than have has had need needs not".split()
)
"""Words of another statement, which a sum behind it is of."""
_CONCLUDING: Final = (["at"], ["so"])
_PRICING: Final = frozenset("is 's it's that's costs cost runs to at".split())
_LONGEST_WHICH: Final = 6
"""Words of "which at the studio is", before a sum."""
_TAKING_UP: Final = frozenset("it that this each one comes come runs which so".split())
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
