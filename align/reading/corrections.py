"""Undo misspellings: what word a reader sees in letters that spell none.

A word is only corrected where it is no English word and no name that our lists of people,
places and things know; a name that none of them has may be taken for a slip. One slip of the
finger is undone, two in a long word of the spec. The likeliest slip wins: words of the spec
are a little rather seen than the lexicon's, and these than the words that everybody uses. The
shorter a word is the less a slip may take from it, since short letters are often a name, a
foreign word or a part of one, and only a likely one makes it a day, a price or a denial.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from align.data.gazetteer import load_gazetteer
from align.data.names import load_given_names, load_proper_names
from align.data.words import load_common_words, load_dictionary_words, load_words
from align.reading.colloquial import COLLOQUIAL
from align.reading.cues import CALENDAR, CURRENCY, DISCOUNT, IDENTITY, NEGATION
from align.reading.lexicon import LEXICON
from align.reading.lexicon.calendar import ELSEWHERE
from align.reading.slips import (
    CONSONANT,
    FIRST_LETTER,
    LEFT_OUT,
    NEIGHBOURS,
    STRUCK_BESIDE,
    STRUCK_TWICE,
    SWAPPED,
    UNDOUBLED,
    plain_slips,
    slip_cost,
)
from align.reading.spellings import delete_index, deletions, unphonetic
from align.reading.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_STRETCHED: Final = re.compile(r"([a-z])\1{2,}")
_INFLECTED: Final = re.compile(r"(?<=[a-z]{2})[b-df-hj-np-tvz](?=(?:ings?|ed|ers?)\Z)")
_LONGEST_STRETCHED: Final = 4096
LONGEST_WORD: Final = 32
"""Letters; no longer word is corrected, so that one endless word costs linear time."""
_SHORT: Final = 4
"""Letters of a word that only a swap, a doubled letter or a vowel left out may explain."""
_LONG: Final = 9
"""Letters of a word whose first letter may be wrong."""
_LONGER: Final = 7
"""Letters of a word that may be a slip of one that alone decides, by any slip."""
_DECISIVE: Final = IDENTITY | CALENDAR | CURRENCY | DISCOUNT | NEGATION
"""What alone decides that a rule is broken, or that none is: "I'm a model", "never"."""
_TWO_SLIPS: Final = 8
"""Letters of a word that may hold two slips."""
_PLAIN: Final = 6
"""Letters of a word that may be an everyday one with a wrong or a further letter."""
_CLEAR: Final = 0.05
"""How much likelier the best of two everyday words has to be."""
_UNLIKELY: Final = 2.4
"""What a letter for any other costs, which only words of the spec are corrected by."""
_OWN: Final = -0.3
_EVERYDAY: Final = 0.15
"""How much rather a reader sees a word of the spec, and a word that matters, than any other."""
_RATHER: Final = 0.3
"""How much more far-fetched a word that matters may be than an everyday one: "fiest" is "first", not "finest"."""
_LONGEST_EVERYDAY: Final = 16
_FOREIGN_END: Final = re.compile(r"([b-df-hj-np-tv-z])\1[aeiouy]\Z")
"""How names and foreign words end that double a letter of no slip: "Sanne", "donne"."""
_FIRM_ENDINGS: Final = ("er", "ers", "ed", "ing", "ish", "able", "less", "ness", "r", "rs", "d")
_ENDINGS: Final = (*_FIRM_ENDINGS, "ly", "y")
"""What makes further words of a word; "realy" and "carefuly" are rather misspelt."""
_BEGINNINGS: Final = ("re", "un", "pre", "non", "over", "out")
_ROOT: Final = 3
_LETTERS: Final = frozenset(
    (
        "the and you are not but can was has his her how who now one our out all any for from pay day end "
        "get let yes say"
    ).split()
)


_NOT_TINY: Final = frozenset("aws lal nad ont".split())
"""Short forms and codes of other things: Namibia's dollar, Ontario."""


def _swapped_forms() -> Iterator[tuple[str, str]]:
    for word in sorted(_LETTERS):
        for at in range(len(word) - 1):
            typed = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if typed not in _NOT_TINY:
                yield typed, word
    for word in ("the", "and"):
        for at in (1, 2):
            for letter in NEIGHBOURS[word[at - 1]] + NEIGHBOURS[word[at]]:
                yield word[:at] + letter + word[at:], word  # "tyhe", "ajnd"


_STRETCHED_ENDS: Final = frozenset("aeiouys")
"""Last letters that are struck twice for emphasis, "payy"; of "Bugg" and "Lett" they are the name's."""
_TINY: Final = {
    typed: meant
    for typed, meant in _swapped_forms()
    if not any(
        typed in genuine for genuine in (LEXICON, load_words(), load_given_names(), load_proper_names())
    )
}
"""Little words with two letters swapped or a key struck along: "teh", "adn", "yuo", "tyhe"."""


@lru_cache(maxsize=1)
def _lexicon_index() -> dict[str, tuple[str, ...]]:
    """Return the index of the lexicon. Every spec shares it, for it is most of what a spec would cost to compile."""
    elsewhere = ELSEWHERE.split()
    return delete_index([word for word in LEXICON if word not in elsewhere], _SHORT)


@lru_cache(maxsize=1)
def _everyday_words() -> dict[tuple[str, int], list[str]]:
    """Return the everyday words by first letter and length: a slip leaves both about what they are."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in sorted(load_common_words()):
        found.setdefault((word[0], len(word)), []).append(word)
    return found


def _near(word: str) -> Iterator[str]:
    """Yield the everyday words of the same first letter that are one letter, or one swap, away."""
    for length in range(len(word) - 1, len(word) + 2):
        choices = _everyday_words().get((word[0], length), ())
        for near, _, _ in process.extract(word, choices, scorer=OSA.distance, score_cutoff=1, limit=None):
            yield near


class Corrections:
    """The words that letters may stand for, those of one spec among them."""

    def __init__(
        self, marks: Mapping[str, int], own: frozenset[str], stems: Mapping[str, int], parts: frozenset[str]
    ) -> None:
        """Take all words that matter, the spec's own among them, their stems, and parts of split words."""
        self._marks = marks
        self._own = own
        self._stems = stems
        self._parts = parts
        self._known = load_words()
        self._common = load_common_words()
        self._given = load_given_names()
        self._names = load_proper_names()
        self._places = load_gazetteer()  # "Seattle" is no slip of "settle"
        self._long = sorted(w for w in own if len(w) >= _TWO_SLIPS)
        self._indexes = (_lexicon_index(), delete_index(own - LEXICON.keys(), _SHORT))

    def corrected(self, word: str) -> str | None:
        """Return the word that a stretched or misspelt one stands for, else None."""
        shorter = self._unstretched(word)
        if shorter is not None:
            return shorter
        if len(word) > LONGEST_WORD:
            return None
        if word.endswith("in") and self._is_clipped(word):
            return word + "g"
        doubled = self._redoubled(word)
        if doubled is not None:
            return doubled
        if self.is_name(word):
            return None
        sounded = next((w for w in unphonetic(word) if w in self._marks), None)
        return sounded or self._swapped(word) or (self._respelt(word) if self._is_misspelt(word) else None)

    def is_name(self, word: str) -> bool:
        """Say whether a word is the name of a person or a thing, or begins or ends that of a place: no slip."""
        places = self._places
        return (
            word in self._given
            or word in self._names
            or word in places.first_tokens
            or word in places.last_tokens
        )

    def _unstretched(self, word: str) -> str | None:
        """Return the word whose letter is drawn out: one that matters, else an everyday one, else what it misspells."""
        if len(word) > _LONGEST_STRETCHED or _STRETCHED.search(word) is None:
            return None
        single, double = _STRETCHED.sub(r"\1", word), _STRETCHED.sub(r"\1\1", word)
        for words in (self._marks, self._common):
            found = next((shorter for shorter in (single, double) if shorter in words), None)
            if found is not None:
                return found
        return self.corrected(single) or self.corrected(double)

    def _swapped(self, word: str) -> str | None:
        """Undo a capital I written for an l, and the other way round ("caII")."""
        places = [at for at, char in enumerate(word) if char in "il"]
        if not places or len(places) > 5 or len(word) < 3 or word in self._known or word in COLLOQUIAL:
            return None
        for letters in product("il", repeat=len(places)):
            found = list(word)
            for at, letter in zip(places, letters, strict=True):
                found[at] = letter
            candidate = "".join(found)
            if candidate in self._marks or (self._stems and stem(candidate) in self._stems):
                return candidate
        return None

    def _redoubled(self, word: str) -> str | None:
        """Return the inflection of the spec's word whose consonant is to be doubled, or is not: "triming"."""
        found = _INFLECTED.search(word)
        if found is None or word in self._known or self.is_name(word):
            return None
        at = found.start()
        for typed in (word[: at + 1] + word[at:], word[:at] + word[at + 1 :]):
            if typed in self._known and stem(typed) in self._stems:
                return typed
        return None

    def has_one_too_many(self, word: str) -> bool:
        """True for "letterring", which is rather a word of ours with a letter doubled than two words."""
        return any(
            word[at] == word[at - 1] and word[:at] + word[at + 1 :] in self._marks
            for at in range(1, len(word))
        )

    def _is_clipped(self, word: str) -> bool:
        """True for "payin" and "doin", said without their g."""
        return (
            len(word) >= _SHORT
            and (word + "g" in self._marks or word + "g" in self._known)
            and word not in self._known
            and not self.is_name(word)
        )

    def _is_misspelt(self, word: str) -> bool:
        """True for a word, no name, that is neither English nor made of a word or a name by an ending."""
        if len(word) < _SHORT:
            return word in _TINY and word not in self._parts
        if "'" in word or word in self._known or word in COLLOQUIAL:
            return False
        if word.endswith("s") and not word.endswith("ss"):
            plural_of = word[:-1]
            if plural_of in self._known or self.is_name(plural_of):
                return False
        return True

    def _is_derived(self, word: str, endings: tuple[str, ...]) -> bool:
        """True for what an ending or a beginning makes of a word: "limiter", "tunings", "restring"."""
        for ending in endings:
            root = word.removesuffix(ending)
            if len(root) >= _ROOT and root != word:
                undoubled = root[:-1] if root[-1] == root[-2] else root
                if not self._known.isdisjoint((root, root + "e", undoubled)):
                    return True
        return any(
            word.startswith(first) and len(word) - len(first) > _ROOT and word[len(first) :] in self._known
            for first in _BEGINNINGS
        )

    def _respelt(self, word: str) -> str | None:
        """Return the word one slip away, if it is clear which one."""
        if word in _TINY:
            return _TINY[word]
        near = {c for key in deletions(word) for index in self._indexes for c in index.get(key, ())}
        found = min(((cost, c) for c in near if (cost := self._cost(word, c)) is not None), default=None)
        if found is not None and found[0] <= SWAPPED:
            return found[1]
        everyday = self._everyday(word)
        if everyday is None:
            return found[1] if found else self._twice_misspelt(word)
        if found is not None and (found[0] <= everyday[0] + _RATHER or everyday[1] not in self._common):
            return found[1]
        return everyday[1]

    def _twice_misspelt(self, word: str) -> str | None:
        """Return the long word of the spec that two slips make this of: "postanatl" for "postnatal"."""
        if not self._long or len(word) < _TWO_SLIPS or self._is_derived(word, _ENDINGS):
            return None
        near = process.extract(word, self._long, scorer=OSA.distance, score_cutoff=2, limit=2)
        if not near or near[0][0][0] != word[0] or (len(near) > 1 and near[1][1] == near[0][1]):
            return None
        return str(near[0][0])

    def _cost(self, word: str, meant: str) -> float | None:
        """Return how far-fetched it is that `word` stands for a word that matters; None where it does not."""
        cost = slip_cost(word, meant)
        if meant in self._own:
            return self._own_cost(word, meant, cost)
        if cost is not None and self._decides(word, meant, cost):
            return None
        if cost is None or (cost >= FIRST_LETTER and len(word) < _LONG):
            return None
        return cost if len(word) > _SHORT or self._is_short_slip(word, meant, cost) else None

    def _everyday(self, word: str) -> tuple[float, str] | None:
        """Return the one word of everyday that a slip makes of this, with how far-fetched that is."""
        if word in self._parts or len(word) > _LONGEST_EVERYDAY:
            return None
        words = self._known if len(word) >= _PLAIN else self._common
        clear = self._by_cost(word, (w for w in plain_slips(word) if w in words))
        if clear:
            best = next((found for found in clear if found[1] in self._common), clear[0])
            return None if self._is_derived(word, _FIRM_ENDINGS) else (best[0] + _EVERYDAY, best[1])
        if self._is_derived(word, _ENDINGS):
            return None
        found = self._by_cost(word, _near(word))
        if not found or (len(found) > 1 and found[1][0] - found[0][0] < _CLEAR):
            return None
        return found[0][0] + _EVERYDAY, found[0][1]

    def _by_cost(self, word: str, meant: Iterable[str]) -> list[tuple[float, str]]:
        """Return the words that `word` may stand for, the likeliest first."""
        return sorted((cost, w) for w in set(meant) if (cost := self._everyday_cost(word, w)) is not None)

    def _everyday_cost(self, word: str, meant: str) -> float | None:
        cost = slip_cost(word, meant)
        if cost is None or cost >= FIRST_LETTER or self._decides(word, meant, cost):
            return None
        if len(word) <= _SHORT:
            return cost if self._is_short_slip(word, meant, cost) else None
        if meant.startswith(word) and meant[-1] != meant[-2] and not word.endswith("in"):
            return cost if len(word) >= _LONG - 1 else None  # "musica" lacks no letter
        if cost == STRUCK_TWICE and not _FOREIGN_END.search(word):
            return cost
        lacks = len(word) < len(meant) or cost == SWAPPED
        return cost if len(word) >= _PLAIN or (lacks and cost <= LEFT_OUT + 0.2) else None

    def _decides(self, word: str, meant: str, cost: float) -> bool:
        """True where a slip as of a name ("Fridah", "Medel", "Enver") would make a word that alone decides."""
        marks = self._marks.get(meant, 0)
        if marks & NEGATION and word[0] != meant[0]:
            return True
        if word[-1] == meant[-1] and cost == LEFT_OUT + CONSONANT:
            # "percet", "tuesay" and "buks", not "Sunay" and "Chabot"
            short = IDENTITY if len(word) >= _PLAIN else _DECISIVE & ~CURRENCY
            return len(word) < _LONGER and bool(marks & short)
        if word[-1] == meant[-1] and marks & CALENDAR and cost == STRUCK_BESIDE:
            return False  # "monfay", not "Fridah"
        return cost > LEFT_OUT and len(word) < _LONGER and bool(marks & _DECISIVE)

    def _own_cost(self, word: str, meant: str, cost: float | None) -> float | None:
        if cost is None and len(word) == len(meant) and word[0] == meant[0]:
            wrong = sum(a != b for a, b in zip(word, meant, strict=True))
            cost = _UNLIKELY if wrong == 1 and len(word) >= _PLAIN else None
        if cost is None or (cost >= FIRST_LETTER and len(word) < _LONG):
            return None
        if len(word) <= _SHORT and not self._is_short_slip(word, meant, cost):
            return None
        return cost + _OWN

    def _is_short_slip(self, word: str, meant: str, cost: float) -> bool:
        if word in self._parts:
            return cost == UNDOUBLED and meant in self._own and meant.startswith(word)
        if len(meant) < len(word):
            return cost == STRUCK_TWICE and word[-1] in _STRETCHED_ENDS and meant in self._marks
        if cost <= SWAPPED + 0.2:
            return len(meant) == len(word) or (cost <= SWAPPED and len(meant) > len(word))
        if cost == LEFT_OUT + CONSONANT:
            matters = meant in self._marks and meant in load_dictionary_words()
            return matters and word[-1] == meant[-1] and len(word) == _SHORT
        if cost == STRUCK_BESIDE and word[-1] == meant[-1]:
            return meant in LEXICON and meant in self._common  # "hiur"
        return cost == LEFT_OUT and word[-1] == meant[-1]
