"""Phrases of the spec in a draft: services and never-offer entries.

A phrase is the set of its content words' stems. Every phrase hangs on its rarest stem, so a
draft's cost depends on the words it shares with the list and not on the length of the list.
How its words may stand is told in align/claims/phrase_matches.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import OfferClaim
from align.claims.compound_phrases import find_compound
from align.claims.heard import once_a_message
from align.claims.inflections import is_inflection
from align.claims.offer_stance import offer_stance
from align.claims.phrase_matches import match_several
from align.claims.split_words import split_words
from align.reading.cues import OFFER_WORD, SPLIT_HEAD
from align.reading.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.offered_phrases import ListName, Phrase
    from align.claims.utterance import Utterance

_NEAR: Final = 3
"""Words around a name at which a phrase that holds it has a stem."""
_MOST: Final = 7
_REACH: Final = 12
"""How far from its rarest stem the others of a phrase of so many can stand, as `match_several` looks."""


def read_offers(u: Utterance) -> None:
    """Add an `OfferClaim` for every phrase of the spec that the text speaks of."""
    if not u.reading.seen & (OFFER_WORD | SPLIT_HEAD):
        return
    spans: dict[tuple[ListName, int, str], list[tuple[int, int]]] = {}
    for phrase, span in _phrases(u):
        spans.setdefault((phrase.list, phrase.index, phrase.phrase), []).append(span)
    for (name, number, text), places in sorted(spans.items()):
        for first, last in dict.fromkeys(places):
            u.offers.append(
                OfferClaim(
                    first=first,
                    last=last,
                    stance=offer_stance(u, first, last, name),
                    list=name,
                    index=number,
                    phrase=text,
                )
            )


def names_phrase(u: Utterance, first: int, last: int) -> bool:
    """True where the words `[first, last)` lie inside a phrase of the spec."""
    near = u.reading.marks[max(0, first - _NEAR) : last + _NEAR]
    if not any(mark & OFFER_WORD for mark in near):
        return False
    ends, longest = _ends(u)
    return any(ends.get(begin, 0) >= last for begin in range(first, first - longest, -1))


@once_a_message
def _ends(u: Utterance) -> tuple[dict[int, int], int]:
    """Return where the longest phrase that begins at a word ends, and how long the longest of all is."""
    ends: dict[int, int] = {}
    for _, (first, last) in _phrases(u):
        ends[first] = max(last, ends.get(first, 0))
    return ends, max((last - first for first, last in ends.items()), default=0)


@once_a_message
def _phrases(u: Utterance) -> list[tuple[Phrase, tuple[int, int]]]:
    """Return every phrase of the spec that the words of a text say, with the words that say it."""
    found: list[tuple[Phrase, tuple[int, int]]] = []
    words, by_stem = u.reading.words, u.known.offers.by_stem
    may_be_split = bool(u.reading.seen & SPLIT_HEAD)
    for at, last, root in _roots(u):
        near: frozenset[str] = frozenset()
        for phrase in by_stem.get(root, ()):
            if 1 < len(phrase.stems) <= _MOST and not (phrase.compound or may_be_split):
                near = near or frozenset(map(stem, words[max(0, at - _REACH) : last + _REACH]))
                if not near.issuperset(phrase.stems):
                    continue  # most phrases share no more than a word with the text
            span = _match(u, phrase, at, last, root)
            if span is not None:
                found.append((phrase, span))
    return found


def _roots(u: Utterance) -> Iterator[tuple[int, int, str]]:
    """Yield the places where a phrase's rarest stem stands, split words included."""
    words, marks, index = u.reading.words, u.reading.marks, u.known.offers
    for at in u.reading.where(OFFER_WORD | SPLIT_HEAD):
        if marks[at] & OFFER_WORD:
            yield at, at + 1, stem(words[at])
        if marks[at] & SPLIT_HEAD:
            for stop, whole in split_words(words, at, len(words), index.tails):
                if whole in index.by_stem:
                    yield at, stop, whole


def _match(u: Utterance, phrase: Phrase, at: int, last: int, root: str) -> tuple[int, int] | None:
    """Return the words that say a phrase around its rarest stem, else None."""
    if phrase.compound:
        return find_compound(u.reading, phrase, (at, last), root)
    if len(phrase.stems) == 1:
        return (at, last) if is_inflection(u.reading.words, at, last, phrase) else None
    return match_several(u, phrase, at, last, root)
