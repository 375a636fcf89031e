"""The phrases of a spec, services and never-offer entries, as they are looked for in drafts.

Every phrase hangs on its rarest stem, so that a draft's cost depends on the words that it
shares with the list and not on the length of the list.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.verbal_names import TAUGHT, TEACHING
from align.data.words import load_words
from align.reading.cues import OFFER_WORD, SERVICE_WORD
from align.reading.folding import fold_text
from align.reading.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from specs import Spec

ListName = Literal["services", "never_offer"]
FUNCTION: Final = frozenset(
    "a an the of for with in on at to by from my your his her our their its and or & some any this"
    " that these those as into it him them you me us one per".split()
)
_UNTELLING: Final = FUNCTION | frozenset("up off out down".split())
"""What names no service by itself: the "up" of "touch-up", the "of" of a compound."""
_PARTICLES: Final = {"ins": "in", "ons": "on"}
"""Function words that nouns end with, in the plural: "walk-ins", "add-ons"."""
_EMPTY: Final = frozenset(
    "a an the of and or my your his her our their its some any this that these those".split()
)
"""Function words that are never part of what a phrase names."""
_ENOUGH: Final = 2
"""Content words that name a thing without the function words between them."""
_COMMON: Final = frozenset("two three four five six seven eight nine ten twelv do".split())
"""Stems that stand for digits too, or everywhere, where no match is looked for."""
_USUAL: Final = frozenset(map(stem, SESSION_NOUNS))
_WORD: Final = re.compile(r"(?<!')[^\W_]+|(?<=')(?!s\b)[^\W_]+")
"""A word; the ending of "men's" is none."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: its list, its place there, its words as written, its stems, its last word."""

    list: ListName
    index: int
    phrase: str
    stems: tuple[str, ...]
    written: str
    """Its last content word, folded; empty for a phrase whose words are run together."""
    compound: bool = False
    """True where a function word is part of it, "walk-in", "at home": its words stand together."""
    is_verbal: bool = False
    """True where it is said with a verb, "teach bass" for "bass lessons"."""
    slipped: bool = False
    """True where two letters of a word are swapped, "trail lesson": its words stand together, in order."""


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """All phrases of a spec by their rarest stem, and the words that spaces may split.

    `tails` maps the head of a split word to its possible tails and the stem of the whole.
    """

    by_stem: Mapping[str, tuple[Phrase, ...]]
    surfaces: frozenset[str]
    tails: Mapping[str, tuple[tuple[str, str], ...]]

    @classmethod
    def of(cls, document: Spec) -> PhraseIndex:
        """Index the services and never-offer phrases of a spec."""
        phrases: list[Phrase] = []
        usual = _USUAL.union(
            *(map(stem, content_words(name)) for name in (document.trade or "", *(document.services or ())))
        )
        surfaces: set[str] = set()
        lists: tuple[tuple[ListName, Iterable[str]], ...] = (
            ("services", document.services or ()),
            ("never_offer", document.never_offer or ()),
        )
        for name, entries in lists:
            for index, entry in enumerate(entries):
                words = content_words(entry)
                compound = not FUNCTION.isdisjoint(words)
                surfaces.update(w for w in words if w not in FUNCTION)
                stems = tuple(stem(w) for w in words)
                phrases.append(Phrase(name, index, entry, stems, words[-1], compound))
                phrases += _other_names(phrases[-1], usual)
        spoken = {root for phrase in phrases for root in phrase.stems}
        slips = [slip for phrase in phrases for slip in _slipped(phrase, spoken)]
        return cls._built(phrases + slips, surfaces)

    @classmethod
    def _built(cls, phrases: list[Phrase], surfaces: set[str]) -> PhraseIndex:
        counts = Counter(s for p in phrases for s in set(p.stems))
        by_stem: dict[str, list[Phrase]] = {}
        tails: dict[str, list[tuple[str, str]]] = {}
        for phrase in phrases:
            rarest = min(phrase.stems, key=lambda s: (s in FUNCTION or s in _COMMON, counts[s], -len(s), s))
            by_stem.setdefault(rarest, []).append(phrase)
            joined = "".join(content_words(phrase.phrase))
            if len(phrase.stems) > 1 and not phrase.slipped:
                by_stem.setdefault(stem(joined), []).append(
                    replace(phrase, stems=(stem(joined),), written="")
                )
        shortened = {w[:-1] for w in surfaces | {stem(w) for w in surfaces}}
        for word in surfaces | {w[:-1] for w in surfaces if w.endswith("s") and not w.endswith("ss")}:
            for cut in range(2, len(word) - 1) if len(word) >= 5 else ():
                if word[:cut] in shortened and word[:cut] not in load_words():
                    continue  # "clas" rather lacks a letter than that a space follows it
                tails.setdefault(word[:cut], []).append((word[cut:], stem(word)))
        return cls(
            by_stem={s: tuple(found) for s, found in by_stem.items()},
            surfaces=frozenset(surfaces),
            tails={head: tuple(sorted(set(found))) for head, found in tails.items()},
        )

    @classmethod
    def empty(cls) -> PhraseIndex:
        """Return the index of no spec."""
        return cls({}, frozenset(), {})

    def words(self) -> dict[str, int]:
        """Return the words towards which typos and disguises are corrected."""
        return {form: 0 for word in self.surfaces for form in _forms(word) if len(form) > 1}

    def stems(self) -> dict[str, int]:
        """Return the stems at which a match is looked for, and those of services."""
        marks = dict.fromkeys(self.by_stem, OFFER_WORD)
        for phrases in self.by_stem.values():
            for phrase in phrases:
                if phrase.list == "services":
                    for root in phrase.stems:
                        if root not in _UNTELLING:
                            marks[root] = marks.get(root, 0) | SERVICE_WORD
        return marks

    def pairs(self) -> dict[str, tuple[str, str]]:
        """Return neighbours in long phrases as one word, with what each is: "sameday"."""
        return {
            a + b: (a, b)
            for phrases in self.by_stem.values()
            for phrase in phrases
            for a, b in pairwise(_WORD.findall(fold_text(phrase.phrase)))
            if len(phrase.stems) > _ENOUGH
        }

    def heads(self) -> frozenset[str]:
        """Return the first parts of words that a space may have split."""
        return frozenset(self.tails)

    def ends(self) -> frozenset[str]:
        """Return the last parts of words that a space may have split."""
        return frozenset(tail for found in self.tails.values() for tail, _ in found)


def _other_names(phrase: Phrase, usual: frozenset[str]) -> list[Phrase]:
    """Return what else a phrase goes by: "kids haircuts" for "kids cuts", "raws" for "raw files"."""
    stems = phrase.stems
    if len(stems) < _ENOUGH:
        return []
    swapped = [
        replace(phrase, stems=tuple(b if s == a else s for s in stems)) for a, b in _LONGER if a in stems
    ]
    swapped += _in_one_word(phrase)
    if phrase.list == "never_offer" and len(stems) == _ENOUGH:
        swapped += [
            replace(phrase, stems=said, written="", is_verbal=True) for said in _with_verbs(stems, usual)
        ]
    short = _SHORTENED.get(" ".join(stems))
    return [*swapped, replace(phrase, stems=(short,), written="")] if short else swapped


def _with_verbs(stems: tuple[str, ...], usual: frozenset[str]) -> list[tuple[str, str]]:
    """Return how a phrase of two words is said with a verb: "teach bass", and "do cats" where grooming is `usual`."""
    is_lesson = stems[-1] in TAUGHT
    taught = [(verb, stems[0]) for verb in TEACHING] if is_lesson else []
    own = [stems[0]] if is_lesson else [root for root in stems if root not in usual]
    return [*taught, ("do", own[0])] if len(own) == 1 and own[0] not in _HOW else taught


_HOW: Final = frozenset("onlin live remot virtual free".split())
"""Stems of how something is done: "an exercise to do online"."""


def _in_one_word(phrase: Phrase) -> list[Phrase]:
    """Return the phrase with a hyphened word written as one: "bridal makeup" for "bridal make-up"."""
    found: list[Phrase] = []
    for word in fold_text(phrase.phrase).split():
        parts = word.split("-")
        roots = tuple(stem(part) for part in parts)
        at = next((i for i in range(len(phrase.stems)) if phrase.stems[i : i + len(roots)] == roots), None)
        if len(parts) == _ENOUGH and at is not None and len(phrase.stems) > len(roots):
            stems = (*phrase.stems[:at], stem("".join(parts)), *phrase.stems[at + len(roots) :])
            found.append(replace(phrase, stems=stems))
    return found


def _slipped(phrase: Phrase, spoken: set[str]) -> list[Phrase]:
    """Return the phrase with two letters of a word swapped where that makes another English word, none of the spec's.

    No reading corrects such a word: only the rest of the phrase tells what is meant.
    """
    words = content_words(phrase.phrase)
    if phrase.compound or len(words) != len(phrase.stems) or len(words) < _ENOUGH:
        return []
    slips: list[Phrase] = []
    for place, word in enumerate(words):
        for at in range(1, len(word) - 2 if len(word) >= _SLIPPED else 0):
            typed = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            if typed != word and typed in load_words() and stem(typed) not in spoken:
                stems = (*phrase.stems[:place], stem(typed), *phrase.stems[place + 1 :])
                slips.append(replace(phrase, stems=stems, slipped=True))
    return slips


_SLIPPED: Final = 5
"""Letters of a word that a slip may make another of."""
_LONGER: Final = (("cut", "haircut"), ("class", "masterclass"), ("spinal", "spine"))
_SHORTENED: Final = {"raw file": "raws", "raw imag": "raws", "raw photo": "raws", "acryl nail": "acrylics"}


def written_words(phrase: str) -> list[str]:
    """Return the folded words of a phrase, function words and all."""
    return _WORD.findall(fold_text(phrase))


def content_words(phrase: str) -> tuple[str, ...]:
    """Return the folded words of a phrase without function words.

    A phrase of one content word keeps its particles: a "walk-in" is no walk.
    """
    words = tuple(_PARTICLES.get(w, w) for w in _WORD.findall(fold_text(phrase)))
    content = tuple(w for w in words if w not in FUNCTION)
    if len(content) < _ENOUGH:
        content = tuple(w for w in words if w not in _EMPTY)
    return content or words


def _forms(word: str) -> tuple[str, ...]:
    if not word.isalpha():
        return (word,)
    forms = [word, word + "s"]
    # "triming" is no form of "trim" but a slip
    forms += [typed for typed in (word + "ing", word + word[-1] + "ing") if stem(typed) == stem(word)]
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    if word.endswith("e"):
        forms.append(word[:-1] + "ing")
    if word.endswith("ing") and len(word) > 5:
        forms.append(word[:-3])
    return tuple(forms)
