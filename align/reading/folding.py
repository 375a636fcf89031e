"""Fold a body to plain letters and digits without losing the way back.

Folding undoes what a reader's eye undoes: compatibility forms (NFKC), look-alike letters
(Unicode TR39), full-width, circled and keycap digits, diacritics and overlays, invisible
and control characters, odd spaces and dashes. A word that is genuinely written in another
script stays itself: look-alikes are undone beside Latin letters, in words all of whose
letters look Latin, and in words of several scripts. What a reader doesn't see, and the width
of letters and digits, is undone before words are judged, so it decides nothing about them.

Every folded character knows its original characters; see `Folded.span`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from align.data.confusables import load_confusables
from align.reading import entities
from align.records import quick

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_FOREIGN_RUN: Final = re.compile(r"[^\x0a\x20-\x7e]+")

_KEPT: Final = frozenset("€£¥₹₽₩₺₫₪₴₱฿¢₦₡₲₵₸₭₮₼₾៛﷼½¼¾⅓⅔…")
_PUNCTUATION: Final = {
    **dict.fromkeys("‘’‚‛′ʼ＇`´", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–−﹣－⁃", "-"),
    **dict.fromkeys("—―⸺⸻", "—"),
    **dict.fromkeys("\u2028\u2029\u0085\v\f\r", "\n"),
    "⁄": "/",
    "∕": "/",
    "·": "·",
    "•": "•",
    "₤": "£",
    "︎": "",
}
_FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u00ad\u034f\u2800")
_HALF_WIDTH_MARKS: Final = frozenset("\u3099\u309a")
"""What the half-width marks of kana become, which are letters to Unicode."""


@quick
@dataclass(frozen=True, slots=True)
class Folded:
    """A folded body.

    `cased` keeps capitals, `lower` is the same text in lower case; both have the same
    length. `starts[i]` and `ends[i]` are the half-open code points of the original body
    that folded character `i` stands for; both are None when folding moved nothing.
    """

    cased: str
    lower: str
    starts: list[int] | None
    ends: list[int] | None

    def without_case(self) -> Folded:
        """Return the same body with its capitals forgotten."""
        return Folded(self.lower, self.lower, self.starts, self.ends)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty half-open range of the folded text to original code points."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(body: str) -> Folded:
    """Fold `body`; total for every `str`, linear in its length."""
    decoded = entities.decoded(body) if "&" in body else None
    if decoded is None:
        return _fold_characters(body)
    text, starts, ends = decoded
    folded = _fold_characters(text)
    if folded.starts is None or folded.ends is None:
        return Folded(folded.cased, folded.lower, starts, ends)
    return Folded(
        folded.cased, folded.lower, [starts[at] for at in folded.starts], [ends[at - 1] for at in folded.ends]
    )


def _fold_characters(body: str) -> Folded:
    if body.isascii() and (body.isprintable() or _CONTROL.search(body) is None):
        return Folded(body, body.lower(), None, None)
    return _fold_foreign(body)


def fold_text(text: str) -> str:
    """Return the folded lower-case text alone: for phrases of a spec."""
    return fold(text).lower


def _fold_foreign(body: str) -> Folded:
    parts: list[str] = []
    runs: list[tuple[int, int, _Run]] = []
    at = 0
    moved = False
    for match in _FOREIGN_RUN.finditer(body):
        first, last = match.span()
        before, after = _side(body[first - 1 : first]), _side(body[last : last + 1])
        read = (_fold_run if last - first <= _MEMO_RUN else _run)(match.group(), before, after)
        parts.append(body[at:first])
        parts.append(read.text)
        moved = moved or read.moved
        runs.append((first, last, read))
        at = last
    parts.append(body[at:])
    cased = "".join(parts)
    lower = _lower(cased)
    if not moved:
        return Folded(cased, lower, None, None)
    return Folded(cased, lower, *_positions(len(body), runs))


def _side(neighbour: str) -> str:
    """Return what matters of a character beside a word: that it is a letter, "a", or a digit, "0"."""
    return "a" if neighbour.isalpha() else "0" if neighbour.isdigit() else ""


def _positions(length: int, runs: list[tuple[int, int, _Run]]) -> tuple[list[int], list[int]]:
    """Return where every folded character begins and ends in the body."""
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for first, last, read in runs:
        starts.extend(range(at, first))
        ends.extend(range(at + 1, first + 1))
        if read.lead and ends:
            ends[-1] = first + read.lead
        starts.extend([first + b for b in read.begins])
        ends.extend([first + s for s in read.stops])
        at = last
    starts.extend(range(at, length))
    ends.extend(range(at + 1, length + 1))
    return starts, ends


def _lower(cased: str) -> str:
    lower = cased.lower()
    if len(lower) == len(cased):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in cased)


_MEMO_RUN: Final = 32


class _Run(NamedTuple):
    """A folded run of foreign characters.

    `begins` and `stops` are where each character of `text` begins and ends in the run;
    `lead` counts leading marks, which belong to the character before the run; `moved`
    says that characters do not stand for themselves one by one.
    """

    text: str
    begins: tuple[int, ...]
    stops: tuple[int, ...]
    lead: int
    moved: bool


@lru_cache(maxsize=4096)
def _fold_run(run: str, before: str, after: str) -> _Run:
    return _run(run, before, after)


def _run(run: str, before: str, after: str) -> _Run:
    """Fold one run between two sides (`_side`)."""
    seen = [_plain(char, disguised=False) for char in run]
    for word, left, right in _strange_words(seen, before, after):
        if _is_disguise([(run[at], seen[at]) for at in word], left, right):
            for at in word:
                seen[at] = _plain(run[at], disguised=True)
    text: list[str] = []
    begins: list[int] = []
    stops: list[int] = []
    lead = 0
    for at, plain in enumerate(seen):
        if plain:
            text.extend(plain)
            begins.extend([at] * len(plain))
            stops.extend([at + 1] * len(plain))
        elif _is_mark(run[at]):
            if stops and stops[-1] == at:
                stops[-1] = at + 1
            elif at == lead:
                lead = at + 1
    return _Run("".join(text), tuple(begins), tuple(stops), lead, len(text) != len(run))


def _strange_words(seen: list[str], before: str, after: str) -> Iterator[tuple[list[int], str, str]]:
    """Yield where the letters of each word of other scripts are in `seen`, and the word's two sides.

    `seen` is what is plain about each character whatever its word. A word is a stretch of letters that are not plain
    yet: the two of "привет🎻саӏӏ" are judged apart, and those of "ж１саӏӏ" as those of "ж1саӏӏ" are.
    """
    word: list[int] = []
    for at, plain in enumerate(seen):
        if plain.isalpha() and not plain.isascii():
            word.append(at)
        elif plain:
            if word:
                yield word, before, _side(plain[:1])
            word, before = [], _side(plain[-1:])
    if word:
        yield word, before, after


def _is_disguise(word: list[tuple[str, str]], before: str, after: str) -> bool:
    """True when look-alikes in `word` stand for Latin letters or digits; its letters are given with their plain forms.

    A letter that looks like no Latin one makes the word genuine if all its letters are of one script, not Latin's.
    """
    if "a" in (before, after) or before == after == "0":  # "£4З0"
        return True
    table = load_confusables()
    letters = [(char, plain) for char, plain in word if unicodedata.category(plain) != "Lm"]
    if all(char in table or plain in table for char, plain in letters):
        return True
    scripts = {_script(plain) for _, plain in letters}
    return len(scripts) > 1 or "LATIN" in scripts


_EAST_ASIAN: Final = frozenset("CJK HIRAGANA KATAKANA HANGUL BOPOMOFO".split())
"""Scripts that share words."""


@lru_cache(maxsize=8192)
def _script(letter: str) -> str:
    """Return the script of a letter: the first word of its name."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return "CJK" if name in _EAST_ASIAN else name


@lru_cache(maxsize=8192)
def _plain(char: str, *, disguised: bool) -> str:
    """Return the plain characters that a reader sees for one character; may be empty."""
    if char in _PUNCTUATION:
        return _PUNCTUATION[char]
    if char in _KEPT:
        return char
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    compatible = _compatible(char)
    if (
        category in ("Cf", "Cc", "Cs")
        or char in _FILLERS
        or _is_mark(char)
        or compatible in _HALF_WIDTH_MARKS
    ):
        return ""
    if compatible.isascii() and compatible.isprintable():
        return compatible
    if compatible in _PUNCTUATION:
        return _PUNCTUATION[compatible]
    if disguised or not char.isalpha():  # only a letter can belong to another script's word
        seen = (
            load_confusables().get(char)
            or load_confusables().get(compatible)
            or _digit(compatible.swapcase())
        )
        if seen is not None:
            return seen
    return _latin_base(char) or _latin_base(compatible) or (compatible if len(compatible) == 1 else char)


def _digit(char: str) -> str | None:
    """Return the digit that a letter looks like; it is that digit's in either case ("З", "з")."""
    plain = load_confusables().get(char, "")
    return plain if plain.isdigit() else None


def _compatible(char: str) -> str:
    return unicodedata.normalize("NFKC", char)


_STROKED: Final = {
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i",
    "ſ": "s", "ð": "d", "þ": "th", "ɨ": "i", "ƀ": "b", "ɫ": "l",
}  # fmt: skip
"""Latin letters whose strokes and joins no decomposition takes off."""


@lru_cache(maxsize=8192)
def _latin_base(char: str) -> str:
    """Return the ASCII letters under a Latin letter's diacritics, else an empty string."""
    plain = _STROKED.get(char.lower())
    if plain is not None:
        return plain if char.islower() else plain.upper()
    base = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    return base if base.isascii() and base.isalpha() else ""


def _is_mark(char: str) -> bool:
    """True for combining marks, variation selectors and the keycap."""
    return unicodedata.category(char) in ("Mn", "Me", "Mc")
