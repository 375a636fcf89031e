"""Fold a body to plain letters and digits without losing the way back.

Folding undoes what a reader's eye undoes: compatibility forms (NFKC), look-alike letters
(Unicode TR39), full-width, circled and keycap digits, diacritics and overlays, invisible
and control characters, odd spaces and dashes. A word that is genuinely written in another
script stays itself: look-alikes are undone in words that also hold Latin letters, and in
words all of whose letters look Latin.

Every folded character knows its original characters; see `Folded.span`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from align.data.confusables import load_confusables
from align.records import quick

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
        read = (_fold_run if last - first <= _MEMO_RUN else _run)(match.group(), *_beside(body, first, last))
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


def _beside(body: str, first: int, last: int) -> tuple[bool, bool]:
    """Say whether an ASCII letter touches a run before it and behind it; digits on both sides do as well."""
    before, after = body[max(0, first - 1) : first], body[last : last + 1]
    if before.isdigit() and after.isdigit():  # "£4З0"
        return True, True
    return before.isalpha(), after.isalpha()


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
def _fold_run(run: str, before: bool, after: bool) -> _Run:  # noqa: FBT001 - the two sides, in order
    return _run(run, before, after)


def _run(run: str, before: bool, after: bool) -> _Run:  # noqa: FBT001 - the two sides, in order
    """Fold one run; `before` and `after` say that an ASCII letter touches it there."""
    text: list[str] = []
    begins: list[int] = []
    stops: list[int] = []
    lead = 0
    for word, start in _words(run):
        beside = (before and not start) or (after and start + len(word) == len(run))
        disguised = _is_disguise(word, beside=beside)
        for offset, char in enumerate(word):
            at = start + offset
            plain = _plain(char, disguised=disguised)
            if plain:
                text.extend(plain)
                begins.extend([at] * len(plain))
                stops.extend([at + 1] * len(plain))
            elif _is_mark(char):
                if stops and stops[-1] == at:
                    stops[-1] = at + 1
                elif at == lead:
                    lead = at + 1
    return _Run("".join(text), tuple(begins), tuple(stops), lead, len(text) != len(run))


def _words(run: str) -> list[tuple[str, int]]:
    """Split a run at spaces and dashes, so that each word is judged alone."""
    words: list[tuple[str, int]] = []
    start = 0
    for at, char in enumerate(run):
        if char.isspace() or _compatible(char) in _PUNCTUATION or char in _PUNCTUATION:
            if at > start:
                words.append((run[start:at], start))
            words.append((char, at))
            start = at + 1
    if start < len(run):
        words.append((run[start:], start))
    return words


def _is_disguise(word: str, *, beside: bool) -> bool:
    """True when look-alikes in `word` stand for Latin letters."""
    table = load_confusables()
    letters = [c for c in word if c.isalpha() and c not in _FILLERS]
    if beside or any(c.isascii() or _latin_base(c) or _latin_base(_compatible(c)) for c in letters):
        return True
    return all(c in table or _compatible(c).isascii() for c in letters)


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
    if category in ("Cf", "Cc", "Cs") or char in _FILLERS or _is_mark(char):
        return ""
    compatible = _compatible(char)
    if compatible.isascii() and compatible.isprintable():
        return compatible
    if compatible in _PUNCTUATION:
        return _PUNCTUATION[compatible]
    if disguised:
        seen = load_confusables().get(char) or load_confusables().get(compatible) or _digit(char.swapcase())
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
