"""Step back over what is inserted between commas, to the subject that stands before it.

"The hotel, as far as I know, asks €90": the hotel asks, whoever is named in the aside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import price_nouns as nouns
from align.reading.cues import SENTENCE_END

if TYPE_CHECKING:
    from align.reading import Reading

_LONGEST: Final = 12
"""Words of an inserted phrase."""
_SUBJECT: Final = 16
"""Words of the subject before it, with what tells it from others: "the cellist I usually recommend"."""
_MARKS: Final = frozenset((",", "—", "(", ")"))
_CLAUSES: Final = frozenset("and but so because though while whereas although if when since or as".split())
_OPENING: Final = nouns.DETERMINERS | frozenset("some one another most many every each".split())


def subject_end(reading: Reading, verb: int) -> int:
    """Return where the subject of the verb at word `verb` ends: right before it, or before an aside.

    -1 where only a comma stands before the verb and no subject before that: "I travel, host, charge 90".
    """
    words = reading.words
    begin, _ = reading.sentence(verb)
    end = verb - 1
    for _ in range(2):  # "the framer, an old friend, if you like him, asks 160"
        if end <= begin or words[end] not in _MARKS:
            break
        end = _before_mark(reading, begin, end)
        if end < 0:
            return -1
    return end if end >= begin else -1


def _before_mark(reading: Reading, begin: int, closing: int) -> int:
    """Return the word before the aside that ends with the mark at `closing`, else -1."""
    words = reading.words
    for at in range(closing - 1, max(begin, closing - _LONGEST - 1), -1):
        if words[at] in _MARKS:
            ours = _names_us(words[at + 1 : closing])
            return at - 1 if not ours and subject_begin(reading, at - 1) >= 0 else -1
    return -1


def _names_us(aside: list[str]) -> bool:
    """True for "meaning me", "yours truly", "my second home", "where I rent a room": the subject is us."""
    if not _US.isdisjoint(aside) or (aside[:1] == ["where"] and not nouns.SPEAKER.isdisjoint(aside)):
        return True
    return aside[:1] in (["my"], ["our"]) and nouns.PEOPLE.union(_FRIENDS).isdisjoint(aside)


_US: Final = frozenset("me us myself ourselves truly".split())
_FRIENDS: Final = frozenset(
    "friend mate pal buddy colleague cousin sister brother neighbour neighbor favourite favorite".split()
)


def subject_begin(reading: Reading, end: int) -> int:
    """Return where the subject that ends at word `end` begins, else -1: with an article, an owner or a name."""
    words, marks = reading.words, reading.marks
    begin, _ = reading.sentence(end)
    at = end
    while at > max(begin, end - _SUBJECT) and not (
        words[at - 1] in _MARKS or words[at - 1] in _CLAUSES or marks[at - 1] & SENTENCE_END
    ):
        at -= 1
    if words[at] in _OPENING:
        return at
    if words[at] in _NO_NAMES or not reading.text(at, at + 1)[:1].isupper():
        return -1
    # the first word of a sentence has its capital anyway
    return at if at > begin or at == end or reading.text(at + 1, at + 2)[:1].isupper() else -1


_NO_NAMES: Final = (
    nouns.SPEAKER
    | nouns.IT
    | nouns.PREPOSITIONS
    | frozenset(
        "you you'd you'll you're your yes yep yeah sure ok okay no well so anyway honestly just please then "
        "there here"
        " what who how when where why he she they".split()
    )
)


def subject_over_aside(reading: Reading, clause: int) -> str:
    """Return the subject of a clause that begins with its verb behind an aside: "the spa, so I hear, does X".

    An aside that names us is part of it: "the studio, my second home, does X".
    """
    words, line, at = reading.words, reading.line, reading.line_at
    if not clause or words[clause] not in _VERBS or words[clause - 1] != ",":
        return ""
    begin, _ = reading.sentence(clause)
    for opening in range(clause - 2, max(begin, clause - _LONGEST - 2), -1):
        if words[opening] not in _MARKS:
            continue
        start = opening
        while (
            start > max(begin, opening - _SUBJECT)
            and words[start - 1] not in _MARKS
            and words[start - 1] not in _CLAUSES
        ):
            start -= 1
        end = clause if _names_us(words[opening + 1 : clause - 1]) else opening
        return line[at[start] : at[end]]
    return ""


_VERBS: Final = frozenset(
    "does do offers offer runs run sells sell has have teaches gives takes makes swears loves hosts".split()
)
"""What a subject does with what is its own."""
