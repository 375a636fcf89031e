"""The words that are looked for before a pattern: no text that the pattern matches lacks all of them."""

# ruff: noqa: SLF001 - a reader's patterns and the words that it looks for before them are its own

from __future__ import annotations

import random
import re
import re._parser as grammar  # type: ignore[import-not-found]  # what a pattern is made of
from typing import TYPE_CHECKING, Any, Final

import pytest

from align.claims import agreeing_words, own_terms, report_words
from align.claims.contacts import spoken_of
from align.claims.money import changing_hands, mere_figures
from align.claims.places import mode_sides, mode_stays
from align.claims.stances import (
    answered,
    concessions,
    double_negation,
    passed_on,
    past,
    pseudo_triggers,
    questions,
    quoting,
    turned_down,
    verdicts,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_TRIES: Final = 2000
_FEWEST: Final = 7
"""Different texts that have to match, so that something is tried: the smallest pattern has eight."""
_CATEGORIES: Final = {"CATEGORY_WORD": "abgmotw", "CATEGORY_DIGIT": "0159", "CATEGORY_SPACE": " "}


def _anywhere(words: frozenset[str]) -> Callable[[str], bool]:
    return lambda text: not words.isdisjoint(text.split(" "))


def _first(words: frozenset[str]) -> Callable[[str], bool]:
    return lambda text: text.partition(" ")[0] in words


def _last(words: frozenset[str]) -> Callable[[str], bool]:
    return lambda text: text.split()[-1] in words


def _parted(words: frozenset[str]) -> Callable[[str], bool]:
    """Look at words as a reading parts them: without a possessive 's, and at hyphens."""
    return lambda text: not words.isdisjoint(word.removesuffix("'s") for word in re.split("[ -]+", text))


def _may_be_pseudo(text: str) -> bool:
    words = text.split(" ")
    led = words[0] in {*pseudo_triggers._LEAD_IN, "believe", "more"}  # its own word comes behind these
    return led or pseudo_triggers._may_be_pseudo(words, 0)


PLACES: Final = [
    (
        "search",
        turned_down._TURNED_DOWN,
        lambda t: turned_down._AS_IF in t or _anywhere(turned_down._TURNING)(t),
    ),
    ("search", concessions._CONCEDED, _anywhere(concessions._CONCEDING)),
    ("search", past._DAYS_OF, _anywhere(past._PARTS)),
    ("search", past._COUNTERFACTUAL, past._may_be_unreal),
    ("match", past._ENDED_BEHIND, _first(past._ENDING)),
    ("match", past._CORRECTED, _first(past._CORRECTING)),
    ("search", quoting._PREFERRED, _anywhere(quoting._GRANTING)),
    ("search", questions._INDIRECT_QUESTION, _anywhere(questions._ASKING_INDIRECTLY)),
    ("search", questions._DID, _anywhere(questions._AUXILIARIES)),
    ("search", questions._TRIED_YET, _anywhere(questions._AUXILIARIES)),
    ("search", questions._ANNOUNCED, _anywhere(questions._AUXILIARIES)),
    ("search", verdicts._TRAILING_VERDICT, verdicts._may_trail),
    ("match", passed_on._PASSED_ON, _first(passed_on._HANDING_ON)),
    ("match", passed_on._IS_FOR_OTHERS, _first(passed_on._GIVING_UP)),
    (
        "match",
        double_negation._GRANTING,
        lambda t: t.startswith("cann") or _first(double_negation._OPENING)(t),
    ),
    ("match", pseudo_triggers._PSEUDO, _may_be_pseudo),
    ("search", agreeing_words._TAKEN_BACK, _anywhere(agreeing_words._TAKING_BACK)),
    ("search", report_words.PRETENDER, _anywhere(report_words.DISOWNING)),
    ("search", report_words.WARNED, _anywhere(report_words.DISOWNING)),
    (
        "match",
        answered._PSEUDO_OPENING,
        lambda t: _first(answered._BENIGN_OPENINGS)(t) or answered._BUT in t[: answered._AHEAD + 4],
    ),
    ("search", own_terms._PAID_FIRST, _parted(own_terms._FIRST)),
    ("search", spoken_of._CLIENT_BEFORE, _last(spoken_of._CLIENT_ENDS)),
    ("search", spoken_of._OURS_BEFORE, _anywhere(frozenset(("my", "our")))),
    ("search", spoken_of._FRIEND_BEFORE, _anywhere(frozenset(("my", "our")))),
    ("search", mode_sides._NOT_OFFERING, _anywhere(mode_sides._NOT_OFFERED)),
    ("search", mode_sides._SHOWN, _anywhere(mode_sides._SHOWING)),
    ("search", mode_sides._LOOKING_BACK, _anywhere(mode_sides._LOOKED_BACK)),
    ("search", mode_stays._DREAM, _anywhere(mode_stays._DREAMING)),
    ("search", mere_figures._PRAISE, _parted(mere_figures._CUES)),
    ("search", mere_figures._HEADS, _parted(mere_figures._CUES)),
    ("search", mere_figures._AGED, _parted(mere_figures._CUES)),
    *(
        ("search", pattern, _parted(changing_hands.HANDS))
        for pattern in (
            changing_hands._LENT,
            changing_hands._WON,
            changing_hands._COST_US,
            changing_hands._MY_BILL,
            changing_hands._SPENT,
            changing_hands._CARD_BALANCE,
            changing_hands._NUMBERED,
        )
    ),
]


@pytest.mark.parametrize(("how", "pattern", "may_match"), PLACES)
def test_no_match_lacks_the_words_that_are_looked_for(
    how: str, pattern: re.Pattern[str], may_match: Callable[[str], bool]
) -> None:
    rng = random.Random(7)  # noqa: S311 - no secret is made
    tree = grammar.parse(pattern.pattern, pattern.flags)
    texts = {_made(tree, rng) + rng.choice(("", " ", " .", " x")) for _ in range(_TRIES)}
    matched = [m for text in texts if (m := getattr(pattern, how)(text)) is not None and _is_whole(m)]
    assert len(matched) > _FEWEST
    assert [m.string for m in matched if not may_match(m.string)] == []


def _is_whole(match: re.Match[str]) -> bool:
    """True where the match ends with a word, as words of a line do."""
    return match.string[match.end() : match.end() + 1].strip() == "" or match.string[match.end() - 1] == " "


def _made(tree: Any, rng: random.Random) -> str:
    """Return a text that a pattern may match, what it looks at around the match left out."""
    made = []
    for op, of in tree:
        match str(op):
            case "LITERAL":
                made.append(chr(of))
            case "IN" | "ANY" | "NOT_LITERAL":
                made.append(_one_of(of if str(op) == "IN" else [], rng))
            case "BRANCH":
                made.append(_made(rng.choice(of[1]), rng))
            case "SUBPATTERN":
                made.append(_made(of[3], rng))
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, inner = of
                made += [_made(inner, rng) for _ in range(rng.randint(least, min(int(most), least + 2)))]
    return "".join(made)


def _one_of(parts: list[Any], rng: random.Random) -> str:
    """Return a character of a class; of one that is named by what it lacks, a letter that none of ours names."""
    if not parts or str(parts[0][0]) == "NEGATE":
        return "b"
    op, of = rng.choice(parts)
    if str(op) == "CATEGORY":
        return rng.choice(_CATEGORIES[str(of)])
    return chr(of if str(op) == "LITERAL" else of[0])
