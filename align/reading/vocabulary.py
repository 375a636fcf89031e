"""Read one chunk of text (what stands between two spaces) as words with lexical classes.

Here a disguised or misspelt word becomes the word that a reader sees: leetspeak
(`c@ll`), letters in numbers (`l5O`), stretched letters (`caaall`), joined letters
(`c-a-l-l`), misspellings (`mintues`) and run-together words (`atthe`). A misspelling is
never seen in an English word or in a name of our lists, so most ordinary text is left alone,
though a name that they lack may be misread; which correction is made is decided in
`align.reading.corrections` and `align.reading.run_together`.

Chunks repeat, so every analysis is kept in a bounded memo.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final

from align.data.gazetteer import load_gazetteer
from align.data.words import load_common_words, load_words
from align.reading.analysis import Analysis, Entry, Memo
from align.reading.chat_spellings import CHAT_SPELLINGS
from align.reading.contact_shapes import is_contact
from align.reading.corrections import LONGEST_WORD, Corrections
from align.reading.cues import CONTACT, EMOJI, NUMBER, SPLIT_HEAD
from align.reading.leetspeak import LEET_PART, LITTLE_LEET, SHORT_LEET, is_leet, leet_spellings
from align.reading.lexicon import LEXICON
from align.reading.lexicon.money import NO_CENTS
from align.reading.phrase_parts import PhraseParts
from align.reading.run_together import apart
from align.reading.stems import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


_PIECE: Final = re.compile(
    r"(?<![^\W\d_])[ap]\.m\b\.?"  # a.m. and p.m. end no sentence
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"  # a word with inner apostrophes
    r"|\d+(?:[.,:/]\d+)*"  # a number, a clock time, a date in digits
    r"|(?<=\d)(?:[.,:/=][-—]+|/=)(?![\w)(])"  # the dash for no cents: "60,-", "950:-", "500/="
    r"|[!?]*\?[!?]*"  # a question, however loud: "?!"
    r"|\.{2,}|(.)\1*",  # a run of one other character
    re.DOTALL,
)
_NO_PARTS: Final = PhraseParts()
_EDGE: Final = "\"'()[]{}<>,;:!?.*~…\n"
_DOTTED: Final = re.compile(r"(?<![^\W\d_][^\W\d_])\.[^\W\d_](?![^\W\d_])")
_CODED_AMOUNT: Final = re.compile(r"[a-z]{3}\d{2,}\Z")
_NUMBER_LOOKALIKE: Final = re.compile(r"(?=.*\d)(?=.*[oli])(?:[\doli]{3,}|[\doli]{1,2}:[\doli]{2})\Z")
_WITHIN_THOUSANDS: Final = re.compile(r"(\d{1,3})k(\d)\Z", re.ASCII)
"""A hundred's digit where a point would be: "2k2" for 2,200."""
_JOINED: Final = re.compile(r"[a-z]([.\-_*·])[a-z](?:\1[a-z])*\Z")
_SHORT_JOINED: Final = 2
_MASKED: Final = re.compile(r"[a-z]\*{1,3}[a-z]")
_CLIPPED: Final = re.compile(r"[a-z]{2}in\Z")
_CONTRACTED: Final = {"ll": "will", "re": "are", "ve": "have"}
_JOINT: Final = re.compile(r"\n+|(?<=\w),(?=[^\W\d_])|(?<=[^\W\d_])—(?=[^\W\d_])")
"""A line's end, and a comma or a long dash with no space around it."""
_STOPS: Final = frozenset(".!?…")
_LONGEST_SPACED: Final = 256
_MIN_TYPO: Final = 5
_MIN_PAIR: Final = 4


class Vocabulary:
    """The words that matter, with their classes, and the memo of chunks read with them.

    `extra` adds words of a compiled spec: folded, lower-case words to class bits.
    Instances only grow their memo, which never shows in a result; sharing one between
    threads is safe.
    """

    def __init__(
        self,
        extra: Mapping[str, int] | None = None,
        stems: Mapping[str, int] | None = None,
        parts: PhraseParts = _NO_PARTS,
    ) -> None:
        """Build the vocabulary.

        `extra` maps folded words to class bits, `stems` stems to class bits that every
        word of the stem carries, and `parts` are those of the spec's phrases.
        """
        marks = dict(LEXICON)
        for word, bits in (extra or {}).items():
            marks[word] = marks.get(word, 0) | bits
        self.marks: Mapping[str, int] = marks
        self._own = frozenset(extra or ())
        self._stems = dict(stems or {})
        self._parts = parts
        self._known = load_words()
        self._common = load_common_words()
        self._places = load_gazetteer()
        self._corrections = Corrections(marks, self._own, self._stems, parts.heads | parts.tails)
        self.analyse: Callable[[str], Entry] = Memo(self._analyse).__getitem__
        """Return the words of a folded lower-case chunk without spaces; quick to map over the chunks of a text."""

    def word(self, word: str) -> str:
        """Return the word that a reader sees in a single folded word."""
        if word in self.marks:
            return word
        return self._corrections.corrected(word) or word

    def are_neighbours(self, before: str, behind: str) -> bool:
        """Tell whether two folded words follow one another in a phrase of the spec."""
        return (stem(before), stem(behind)) in self._parts.neighbours

    def is_own(self, word: str) -> bool:
        """Tell whether a folded word is of the spec's own phrases or places."""
        return word in self._own

    def split(self, letters: str) -> tuple[str, ...]:
        """Split letters that stood apart ("callme") into known words, else keep them."""
        if letters[0] in "ai" and letters[1:] in self._own and letters not in self.marks:
            return letters[0], letters[1:]  # "a D J" is a DJ, no adj
        if letters in self.marks or letters in self._known or letters in self._places:
            return (letters,)
        found = self._segmented(letters)
        if found is not None:
            return found
        for head, tail in ((letters[:-1], letters[-1:]), (letters[:1], letters[1:])):
            if len(head) > 2 and (head in self.marks or head in self._known):
                return head, tail
            if len(tail) > 2 and (tail in self.marks or tail in self._known):
                return head, tail
        return (self.word(letters),)

    def _analyse(self, chunk: str) -> Analysis:
        joints = [joint.span() for joint in _JOINT.finditer(chunk)]
        if joints:
            return self._parted(chunk, joints)
        core = chunk.strip(_EDGE)
        start = chunk.find(core) if core else 0
        end = start + len(core)
        if "-" in core and LEET_PART.search(core):
            parts = self._hyphenated(core, start)
            if parts is not None:
                return self._framed(chunk, start, end, parts)
        whole = self._whole(core) if core else None
        if whole is None:
            return self._pieces(chunk)
        if chunk[end : end + 1] == "." and core[1:2] == "." and _JOINED.match(core):
            end += 1  # the last dot of "d.j." ends no sentence
        return self._framed(chunk, start, end, [(*whole, start, end)])

    def _parted(self, chunk: str, joints: list[tuple[int, int]]) -> Analysis:
        """Read what stands between the clauses' marks and lines of a chunk by itself: "book,takes", "yes—come"."""
        sides: list[tuple[int, Analysis]] = []
        read: dict[str, Analysis] = {}  # the joints, which are few and come again
        begin = 0
        for at, end in joints:
            side = self.analyse(chunk[begin:at])[3]
            sides.append((begin, side))
            if (
                chunk[at] != "\n" or not side.words or side.words[-1] not in _STOPS
            ):  # which has ended the sentence
                joint = "," if chunk[at] == "—" else chunk[at:end]
                if joint not in read:
                    read[joint] = self._pieces(joint)
                sides.append((at, read[joint]))
            begin = end
        sides.append((begin, self.analyse(chunk[begin:])[3]))
        return Analysis(
            tuple(word for _, side in sides for word in side.words),
            tuple(bits for _, side in sides for bits in side.marks),
            tuple(begin + start for begin, side in sides for start in side.starts),
            tuple(begin + end for begin, side in sides for end in side.ends),
            reduce(or_, (side.seen for _, side in sides)),
        )

    def _hyphenated(self, core: str, start: int) -> list[tuple[str, int, int, int]] | None:
        """Read the parts of "h0t-st0nes" one by one, if each letter-and-digit part is a word."""
        parts: list[tuple[str, int, int, int]] = []
        at = start
        for part in core.split("-"):
            read = self._whole(part) if LEET_PART.search(part) else None
            if read is None and not part.isalpha():
                return None
            word, bits = read or (self.word(part), self._bits(self.word(part)))
            parts.append((word, bits, at, at + len(part)))
            at += len(part) + 1
        return parts

    def _framed(self, chunk: str, start: int, end: int, core: list[tuple[str, int, int, int]]) -> Analysis:
        """Return the analysis of a chunk whose core is read: its words, classes, starts and ends."""
        before = self._pieces(chunk[:start])
        after = self._pieces(chunk[end:])
        words, marks, starts, ends = zip(*core, strict=True)
        return Analysis(
            (*before.words, *words, *after.words),
            (*before.marks, *marks, *after.marks),
            (*before.starts, *starts, *(s + end for s in after.starts)),
            (*before.ends, *ends, *(e + end for e in after.ends)),
            before.seen | reduce(or_, marks) | after.seen,
        )

    def _whole(self, core: str) -> tuple[str, int] | None:
        """Read a core as one disguised word or one contact, or decline."""
        if core.isalpha():
            return None
        chat = (("and", 1),) if core == "&" else CHAT_SPELLINGS.get(core, ())
        if len(chat) == 1 and core not in self._own:
            return chat[0][0], self._bits(chat[0][0])
        if is_leet(core) or self._begins_disguised(core):
            plain = self._unleet(core.removesuffix("'s"))
            if plain is not None:
                return plain, self._bits(plain)
        thousands = _WITHIN_THOUSANDS.match(core)
        if thousands is not None:
            return str(int(thousands[1]) * 1000 + int(thousands[2]) * 100), NUMBER
        if _NUMBER_LOOKALIKE.match(core):
            return core.translate(_DIGITS), NUMBER
        if _JOINED.match(core):
            joined = core.translate(_JOINERS)
            if joined in self._own or (
                len(joined) > _SHORT_JOINED
                and (joined in self.marks or (len(joined) > 3 and joined in self._known))
            ):
                return joined, self._bits(joined)
        if is_contact(core):
            return core, CONTACT
        masked = self._unmasked(core) if _MASKED.search(core) else None
        return (masked, self._bits(masked)) if masked else None

    def _unmasked(self, core: str) -> str | None:
        """Return the word of the spec, else the one that matters, whose letters are starred out: "st*nes"."""
        if len(core) > LONGEST_WORD or not core.replace("*", "").isalpha():
            return None
        shape = re.compile(core.replace("*", "[a-z]") + r"\Z")
        for words in (self._own, self.marks):
            found = [w for w in words if len(w) == len(core) and shape.match(w)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _begins_disguised(self, core: str) -> bool:
        """True for "1nk", which looks like an amount with its unit but spells a word of the spec."""
        return core[1:].isalpha() and any(word in self._own for word in leet_spellings(core))

    def _unleet(self, core: str) -> str | None:
        """Return the word that leetspeak spells: one that matters, else an English one."""
        spelled = leet_spellings(core)
        if core in LITTLE_LEET:
            return spelled[0]
        for word in spelled:
            if word in self.marks or (self._stems and stem(word) in self._stems):
                return word
            if len(word) >= _MIN_TYPO and word in self._places:
                return word
        if len(core) <= SHORT_LEET or sum(map(str.isalpha, core)) <= 1:
            return None
        if _CODED_AMOUNT.match(core):
            return None  # "CAD93" is an amount and spells no "cadge"
        return next((w for w in spelled if w.isalpha() and w in self._known), None)

    def _pieces(self, chunk: str) -> Analysis:
        words: list[str] = []
        marks: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        seen = 0
        for match in _PIECE.finditer(chunk):
            piece = match.group()
            at = match.start()
            if piece == "'" and _CLIPPED.search(chunk, 0, at) and words and words[-1].endswith(("ing", "in")):
                continue  # the g of "payin'"
            dotted = _DOTTED.match(chunk, match.end()) is not None  # the "u" of "u.s" is no "you"
            for word, length in [(piece, len(piece))] if dotted else self._read_piece(piece):
                bits = self._bits(word)
                words.append(word)
                marks.append(bits)
                starts.append(at)
                at += length
                ends.append(at)
                seen |= bits
        return Analysis(tuple(words), tuple(marks), tuple(starts), tuple(ends), seen)

    def _read_piece(self, piece: str) -> list[tuple[str, int]]:
        """Return the words of a piece, each with its length in the text."""
        if piece in CHAT_SPELLINGS and piece not in self._own:
            return list(CHAT_SPELLINGS[piece])
        if piece in self.marks:
            return [(piece, len(piece))]
        if piece[1:3] == ".m":
            return [(piece[0] + "m", len(piece))]
        if not piece[0].isalpha():
            if "?" in piece:
                return [("?", len(piece))]
            if len(piece) > 1 and piece[0] != piece[1] and not piece[0].isdigit():
                return [(NO_CENTS, len(piece))]
            return [(piece if piece[0].isdigit() else _squeezed(piece), len(piece))]
        if "'" in piece:
            return self._contracted(piece)
        parts = self._run_together(piece)
        if parts is not None:
            return [(p, len(p)) for p in parts]
        return [(self._corrections.corrected(piece) or piece, len(piece))]

    def _contracted(self, piece: str) -> list[tuple[str, int]]:
        """Read a word with an apostrophe: "cuping's", "minutes'll"."""
        base, _, ending = piece.rpartition("'")
        length = len(ending) + 1
        if ending == "s":
            chat = CHAT_SPELLINGS.get(base, ()) if base not in self._own else ()
            if len(chat) == 1:
                return [(chat[0][0], len(base)), ("'s", length)]
            word = base if base in self.marks else self._corrections.corrected(base)
            return [(word, len(base)), ("'s", length)] if word else [(piece, len(piece))]
        if ending in _CONTRACTED and piece not in self._known and len(base) > 1:
            return [(self.word(base), len(base)), (_CONTRACTED[ending], length)]
        return [(piece, len(piece))]

    def _bits(self, word: str) -> int:
        bits = self.marks.get(word, 0)
        first = word[0]
        if first.isdigit():
            return bits | NUMBER
        if first.isalpha():
            if word in self._parts.heads:
                bits |= SPLIT_HEAD
            return bits | self._stems.get(stem(word), 0) if self._stems else bits
        return bits | (EMOJI if not first.isascii() and is_pictograph(first) else 0)

    def _run_together(self, word: str) -> tuple[str, str] | None:
        """Split a run-together pair of words, unless the letters are a name."""
        if (
            not _MIN_PAIR <= len(word) <= LONGEST_WORD
            or word in self._known
            or self._corrections.is_name(word)
        ):
            return None
        pair = self._parts.pairs.get(word)
        if pair is None:
            pair = apart(word, self.marks, self._own, self._common)
            if pair is not None and self._corrections.has_one_too_many(word):
                return None
        return pair

    def _segmented(self, letters: str) -> tuple[str, ...] | None:
        """Split letters into the fewest known words (dynamic programming), else None."""
        if len(letters) > _LONGEST_SPACED:
            return None
        best: list[tuple[str, ...] | None] = [()] + [None] * len(letters)
        for end in range(1, len(letters) + 1):
            for start in range(max(0, end - 16), end):
                head = best[start]
                part = letters[start:end]
                if head is None or not self._is_part(part):
                    continue
                now = best[end]
                if now is None or len(head) + 1 < len(now):
                    best[end] = (*head, part)
        return best[-1]

    def _is_part(self, part: str) -> bool:
        if len(part) <= 2:
            return part in _SHORT
        return part in self.marks or part in self._known


_SHORT: Final = frozenset("a i u me my at on in to up it is be by of or so we us an am go do no if".split())
_DIGITS: Final = str.maketrans("oli", "011")
_JOINERS: Final = str.maketrans("", "", ".-_*·")


def is_pictograph(char: str) -> bool:
    """True for characters that are drawn as pictures; a coarse range test."""
    code = ord(char)
    symbol = 0x2600 <= code <= 0x27BF or 0x2B00 <= code <= 0x2BFF
    clock = 0x231A <= code <= 0x231B or 0x23E9 <= code <= 0x23FA
    return symbol or clock or 0x1F000 <= code <= 0x1FAFF


def _squeezed(piece: str) -> str:
    """A run of one mark reads as one, except that an ellipsis stays one."""
    return "…" if piece[0] == "." else piece[0]
