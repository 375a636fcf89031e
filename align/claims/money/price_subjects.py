"""Tell whether a noun before an amount governs it: a subject, not the object of a preposition or of "bring"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import price_nouns as nouns

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def is_brought(words: list[str], at: int, begin: int) -> bool:
    """True for the friend of "bring a friend and you both get 10% off"."""
    return (
        not _BRINGING.isdisjoint(words[max(begin, at - 3) : at]) and words[at].removesuffix("'s") in _BROUGHT
    )


_BRINGING: Final = frozenset("bring refer send tell book recommend introduce get grab drag".split())
_BROUGHT: Final = frozenset(
    "friend friends cousin cousins neighbour neighbor neighbours neighbors colleague colleagues".split()
)


def heads_clause(u: Utterance, at: int) -> bool:
    """True for the parking of "in Mitte street parking is 4", where a subject must follow the place."""
    words = u.reading.words
    begin, _ = u.reading.sentence(at)
    opens = (
        words[begin] in nouns.PREPOSITIONS and at >= begin + 2 and words[begin + 1] not in nouns.DETERMINERS
    )
    joined = words[at].endswith("'s")
    return opens and (
        joined or words[at + 1 : at + 2] in (["is"], ["'s"], ["are"], ["costs"], ["cost"], ["runs"])
    )


def is_others(word: str, before: str) -> bool:
    """True for what others sell or are paid for: "parking", "the book", "the car park"."""
    if word in nouns.OTHERS:
        return before not in _MODALS  # "a coat can tip into two hours"
    if word == "book":
        return before.isalpha() and before not in _BOOKING
    if word == "fine":
        return before in _PENALTIES  # "the fine for that is 100"
    return word == "park" and before == "car"


_PENALTIES: Final = frozenset("the a parking speeding library his her their my".split())


_MODALS: Final = frozenset("can could would will should may might must".split())
_BOOKING: Final = nouns.SPEAKER | frozenset(
    "rather you you'd you'll to can could would will please and or just then should may might must when "
    "if they people who we"
    " do don't not always never usually first either it them before".split()
)
"""What stands before "book" as a verb."""


def governed(words: list[str], at: int, begin: int) -> bool:
    """True when a noun stands in a prepositional phrase, so is not the subject."""
    for back in range(at - 1, max(begin, at - 3) - 1, -1):
        word = words[back]
        if word in _GOVERNING:
            return word != "of" or back == begin or words[back - 1] not in nouns.MEASURES
        if word in _PARTING:  # "about 18 at that hour"
            return word == "that" and back > begin and words[back - 1] in nouns.PREPOSITIONS
    return False


_GOVERNING: Final = nouns.PREPOSITIONS | {"after", "before", "during"}
_PARTING: Final = frozenset("is 's are , and or but so that i you".split())
