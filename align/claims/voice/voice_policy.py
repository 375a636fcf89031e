"""A spec's voice, compiled: bounds, and the banned phrases indexed by their first word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from align.reading.cues import BANNED_WORD
from align.reading.folding import fold_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from align.reading import Reading
    from specs import Spec

_PIECE: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:/]\d+)*|[^\w\s]|_")

_JOINED: Final = 6
"""Letters of a phrase that is also looked for without its spaces: "furbaby"."""


@dataclass(frozen=True, slots=True)
class Banned:
    """A banned phrase: its words, how the spec writes it, and its path there."""

    words: tuple[str, ...]
    phrase: str
    path: str


@dataclass(frozen=True, slots=True)
class VoicePolicy:
    """What a spec says of voice; None where it says nothing.

    `banned` maps a first word to the phrases that open with it, the longest first; a check
    looks up the words of a draft, so its cost does not grow with the list. `signs` are
    phrases without a letter or digit, which are looked for as they stand.
    """

    max_chars: int | None = None
    max_emoji: int | None = None
    links: bool = True
    banned: Mapping[str, tuple[Banned, ...]] = field(default_factory=dict)
    signs: tuple[Banned, ...] = ()

    @classmethod
    def of(cls, document: Spec) -> VoicePolicy:
        """Compile the voice of a fact document."""
        voice = document.voice
        if voice is None:
            return cls()
        banned: dict[str, list[Banned]] = {}
        signs: list[Banned] = []
        for index, phrase in enumerate(voice.banned or ()):
            words = tuple(_PIECE.findall(fold_text(phrase)))
            entry = Banned(words, phrase, f"voice.banned[{index}]")
            if words and words[0][0].isalnum():
                banned.setdefault(words[0], []).append(entry)
                joined = "".join(words)
                if len(words) > 1 and len(joined) >= _JOINED and joined.isalpha():
                    banned.setdefault(joined, []).append(Banned((joined,), phrase, entry.path))
            else:
                signs.append(entry)
        return cls(
            max_chars=voice.max_chars,
            max_emoji=voice.max_emoji,
            links=voice.allow_links is not False,
            banned={w: tuple(sorted(found, key=lambda b: -len(b.words))) for w, found in banned.items()},
            signs=tuple(signs),
        )

    def words(self) -> dict[str, int]:
        """Return the words that a vocabulary must know to see the banned phrases."""
        return {
            word: BANNED_WORD
            for entries in self.banned.values()
            for entry in entries
            for word in entry.words
            if word[0].isalnum()
        }

    def find_banned(self, reading: Reading) -> Iterator[tuple[int, int, Banned]]:
        """Yield the banned phrases of a text, each with its half-open span in the original body."""
        for entry in self.signs:
            at = reading.folded.lower.find(fold_text(entry.phrase).strip())
            if at >= 0:
                yield *reading.folded.span(at, at + len(fold_text(entry.phrase).strip())), entry
        if not self.banned or not reading.seen & BANNED_WORD:
            return
        words = reading.words
        done = 0
        for index in reading.where(BANNED_WORD):
            if index < done:
                continue
            for entry in self.banned.get(words[index], ()):
                last = _matched(words, index, entry.words)
                if last is not None:
                    yield *reading.span(index, last), entry
                    done = last
                    break


def _matched(words: list[str], index: int, phrase: tuple[str, ...]) -> int | None:
    """Return the word after a phrase that begins at `index`; marks between its words are skipped."""
    at = index
    for word in phrase:
        while at > index and at < len(words) and words[at] != word and words[at] in ("-", ",", ".", "_", "*"):
            at += 1
        if at >= len(words) or words[at] != word:
            return None
        at += 1
    return at
