"""What stands behind a number that could be an hour and makes it none: "two or three questions", "19 Linden Passage"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.times.clock_counts import is_plural
from align.claims.times.hour_predicates import serves
from align.reading.cues import CALENDAR, CLOCK, NUMBER, NUMBER_WORD

if TYPE_CHECKING:
    from align.claims.times.clock_faces import Face
    from align.claims.utterance import Utterance

FOLLOWS: Final = frozenset(
    ". ! ? ; , : ) … ( \n / on this is work works working suits suit would could it it's then if for "
    "and or so but at in do s"
    " please pls ok okay good fine great perfect free open still as to - — until till til through with "
    "because"
    " since thanks thx x xx 'd 's 'll instead each every sounds sound should might may can will next "
    "that the i"
    " i'm i'll you we we'll latest onwards onward only also too again before after gmt available yours when"
    " be my your alright any best better now just anyway either tho though which unless while was maybe "
    "perhaps exactly say once than ' rather gives leaves no not it'll you'll you're you'd we're we'd "
    "i've we've i'd sorry hun hon mate mr mrs ms miss they she he there's that's i'd let's".split(" ")
)
"""Words that may go on behind an hour, none of which a number counts."""


def is_counted_behind(u: Utterance, at: int, face: Face) -> bool:
    """True by what stands behind: "two or three questions", "19 Linden Passage", "eleven is a great age"."""
    if face.kind != "bare":
        return False
    return (
        _is_run_of(u, face.last)
        or _is_of_kind(u, face.last)
        or is_called(u.reading.words, face.last)
        or _numbers_house(u, at, face.last)
    )


def _is_run_of(u: Utterance, last: int) -> bool:
    """True for the "two" of "two or three questions", "2-3 slow ones", "two or three of these": a rough count."""
    words, marks = u.reading.words, u.reading.marks
    if last + 1 >= len(words) or words[last] not in _ROUGH or not marks[last + 1] & (NUMBER | NUMBER_WORD):
        return False
    last += 2
    word, following = words[last : last + 1], words[last + 1 : last + 2]
    if not word or serves(words, last):
        return False
    if word[0] == "of":
        return bool(following) and (following[0] in _WHOSE)
    if word[0] in FOLLOWS or marks[last] & (CALENDAR | CLOCK):
        return False
    return is_plural(word[0]) or (bool(following) and word[0].isalpha() and is_plural(following[0]))


def _is_of_kind(u: Utterance, last: int) -> bool:
    """True for the number of "3 good semesters", "2 free spots": what it counts stands behind its adjective."""
    words = u.reading.words
    if words[last : last + 1] not in _KINDS or last + 1 >= len(words):
        return False
    word = words[last + 1]
    return (
        is_plural(word)
        and word.isalpha()
        and word not in FOLLOWS
        and word not in _NO_THINGS
        and not u.reading.marks[last + 1] & (CALENDAR | CLOCK)
    )


_KINDS: Final = [[word] for word in "good great fine perfect free open available better best full".split()]
_NO_THINGS: Final = frozenset(
    "always perhaps sometimes afterwards afternoons mornings evenings nights cheers besides towards yours ours guys"
    " folks ladies girls boys lads kids gents pals friends does goes says".split()
)
"""Behind a predicate and no plural that it belongs to: "is 4 good guys?", "4 free afterwards"."""
_ROUGH: Final = frozenset("or to -".split())
_WHOSE: Final = frozenset("them us you it his her my your our the these those".split())


def is_called(words: list[str], last: int) -> bool:
    """True for "(eleven) is a great age", "(eight) is a nice number": what is said of no hour."""
    if words[last : last + 1] not in _IS or words[last + 1 : last + 2] not in _ARTICLES:
        return False
    behind = words[last + 2 : last + _CLAUSE]
    return not _MEASURES_OF.isdisjoint(behind[:3]) and not any(two in _TAKEN for two in pairwise(behind))


_CLAUSE: Final = 12
_TAKEN: Final = frozenset(
    [("so", "let's"), ("then", "let's"), (",", "let's"), ("so", "see"), ("so", "come"), (",", "come")]
)
"""What takes it for an hour after all: "six is a good number, so let's go with that"."""
_IS: Final = [["is"], ["'s"], ["was"], ["would"], ["isn't"]]
_ARTICLES: Final = [["a"], ["an"], ["the"], ["my"]]
_MEASURES_OF: Final = frozenset(
    "age number size grade mark score level stage weight length width dose amount handful crowd maximum minimum"
    " max limit setting tempo".split()
)


def _numbers_house(u: Utterance, at: int, last: int) -> bool:
    """True for "19 Linden Passage", "the studio's at 4 Kaye Court": two names behind the number of a house.

    A hand that writes no capitals, or nothing else, tells nothing; "see you at 6 Maria Elena" is an hour.
    """
    reading = u.reading
    words = reading.words
    if last - at != 1 or not words[at].isdecimal() or last + 1 >= len(words):
        return False
    if not (words[last].isalpha() and words[last + 1].isalpha() and words[last] not in FOLLOWS) or any(
        mark & (CALENDAR | CLOCK) for mark in reading.marks[last : last + 2]
    ):
        return False
    if not (reading.text(last, last + 1).istitle() and reading.text(last + 1, last + 2).istitle()):
        return False
    return int(words[at]) > _NOON or not _PLACING.isdisjoint(words[max(0, at - _LEAD) : at])


_NOON: Final = 12
_LEAD: Final = 3
_PLACING: Final = frozenset("is 's it's we're i'm address studio live based".split())
