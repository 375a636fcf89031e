"""Line breaks inside sentences: a text set in lines of one width, or broken where no sentence ends.

A break between two words ends a sentence, as in a list or a text typed in short lines, unless
- every line of its paragraph but the last was broken because the next word would not have fitted
  (the greedy rule by which text is wrapped);
- the word before it leaves one open ("shoot me an"), or the word behind it opens none ("me", "after the session");
- the two words are neighbours in a phrase of the spec ("hot" and "stones"); or
- a number is parted from what it counts ("60" and "minutes").

A line that opens with a label ("Location: Leeds") is always an item of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.reading.cues import CALENDAR, NUMERIC, OFFER_WORD, PLACE_WORD, SERVICE_WORD
from align.reading.folding import Folded

if TYPE_CHECKING:
    from align.reading.vocabulary import Vocabulary

_BREAK: Final = re.compile(r"(?<!\S)(\S{0,39}[^\W_]) *(\n[ \n]*)([^\W_]\S{0,39})")
_OPEN: Final = frozenset(
    "the a an my your our their his its every of at from with and or but to than i'm i'll i've i'd "
    "we're we'll"
    " we've we'd you're you'll it's that's there's they're between im".split()
)
_NEVER_FIRST: Final = frozenset(
    "me us him them of than per ago o'clock pm am percent off over up along is are".split()
)
_FIRST: Final = frozenset(
    "i i'm i'll i've i'd im ill ive id we we're we'll we've we'd you you're you'll you'd u he he's she "
    "she's they"
    " they're it it's its that that's thats this these those there there's here here's my our your the "
    "a an no not none"
    " nothing never yes yep yeah yup ya sure ok okay alright right sorry thanks thank cheers ta hi hey "
    "hello hiya dear"
    " please pls let let's lets see text message msg call ring send come bring pay book just so and but "
    "or what what's"
    " when where how who why which am is are do does did can could would will should have has had if "
    "any all both each"
    " every everything everyone always sometimes usually also still now then today tomorrow tonight "
    "this next happy glad"
    " great good lovely perfect sounds looking look hope feel free don't dont wear park take give tell "
    "ask add email drop"
    " pop swing find deposit payment rates rate price prices cash card hope wishing best love kind "
    "regards warmly take"
    " talk speak chat x xx xxx haha lol ah oh well anyway anyways honestly of because since while until "
    "after before"
    " once at in on for with to from by as per about only between morning afternoon evening maybe "
    "perhaps not either"
    " nope course absolutely totally definitely of go going got get make made said say says one someone "
    "people most"
    " many some few more much another other others very too even yet ps p.s sent hopefully "
    "unfortunately sadly".split()
)
"""Words that sentences open with; other words behind a break go on with theirs, unless they are topics of a draft."""
_SELDOM_FIRST: Final = frozenset(
    (
        "after afterwards before at in on to with without until till from by via because since for once "
        "which who"
    ).split()
)
"""Lines of a price list open with these too: "with travel 220"."""
_COUNTED: Final = frozenset(
    (
        "minutes minute mins min hours hour hrs hr days weeks pm am dollars euros pounds quid bucks rand "
        "naira cents"
    ).split()
)
_COUNTS: Final = frozenset(
    "half the an one two three four five ten fifteen twenty thirty forty sixty ninety".split()
)
_TOPICS: Final = OFFER_WORD | SERVICE_WORD | PLACE_WORD | CALENDAR | NUMERIC
_ITEM: Final = re.compile(r"[-*•·—#]|\d{1,2}[.)] ")
_LABEL: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?:(?= )")
"""What opens an item of a list of what is booked: "Location: Leeds"."""
_NARROWEST: Final = 30
"""Code points; a shorter line is short by choice."""
_FEWEST_LINES: Final = 3
_NARROWEST_PAIR: Final = 50


def join_lines(folded: Folded, vocabulary: Vocabulary) -> Folded:
    """Make spaces of the line breaks inside sentences; linear in the text's length."""
    text = folded.lower
    if "\n" not in text:
        return folded
    inside = [*_of_wrapped(text), *_of_open_sentences(text, vocabulary)]
    if not inside:
        return folded
    return Folded(_spaced(folded.cased, inside), _spaced(text, inside), folded.starts, folded.ends)


def _spaced(text: str, breaks: list[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in breaks:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _of_wrapped(text: str) -> list[tuple[int, int]]:
    """Return the breaks of the paragraphs that were wrapped."""
    found: list[tuple[int, int]] = []
    paragraph: list[tuple[int, str]] = []
    at = 0
    for line in [*text.split("\n"), ""]:
        if line.strip():
            paragraph.append((at, line.rstrip()))
        elif paragraph:
            if _is_wrapped([line for _, line in paragraph]):
                found += [(start - 1, start) for start, _ in paragraph[1:]]
            paragraph = []
        at += len(line) + 1
    return found


def _is_wrapped(lines: list[str]) -> bool:
    """True when no line but the last had room for the first word of the next."""
    width = max(map(len, lines))
    if width < (_NARROWEST if len(lines) >= _FEWEST_LINES else _NARROWEST_PAIR):
        return False
    return all(
        len(line) + 1 + len(behind.split(" ", 1)[0]) > width
        and _ITEM.match(behind) is None
        and _LABEL.match(behind) is None
        for line, behind in pairwise(lines)
    )


def _of_open_sentences(text: str, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Return the breaks that part two words of one sentence."""
    found: list[tuple[int, int]] = []
    at = 0
    while (match := _BREAK.search(text, at)) is not None:
        if _is_inside(match, vocabulary):
            found.append(match.span(2))
        at = match.start(3)  # a line of one word lies between two breaks
    return found


def _is_inside(match: re.Match[str], vocabulary: Vocabulary) -> bool:
    if _LABEL.match(match.string, match.start(3)):
        return False
    before = vocabulary.analyse(match[1])[0][-1]
    first, marks, _, _ = vocabulary.analyse(match[3])
    behind = first[0]
    if before in _OPEN or behind in _NEVER_FIRST or vocabulary.are_neighbours(before, behind):
        return True
    if behind in _COUNTED:
        return before[-1].isdecimal() or before in _COUNTS
    line = _line_before(match)
    if behind in _SELDOM_FIRST:
        return not (_has_digit(line) and _has_digit(_line_behind(match)))
    if behind in _FIRST or not behind.isalpha() or marks[0] & _TOPICS or vocabulary.is_own(behind):
        return False
    return line.count(" ") >= _FEWEST_SPACES


def _line_before(match: re.Match[str]) -> str:
    """Return the end of the line before a break; a bounded piece, so that the work stays linear."""
    end = match.end(1)
    return match.string[max(0, end - _LOOKED_AT) : end].rpartition("\n")[2]


def _line_behind(match: re.Match[str]) -> str:
    start = match.start(3)
    return match.string[start : start + _LOOKED_AT].partition("\n")[0]


def _has_digit(line: str) -> bool:
    return any(map(str.isdecimal, line))


_LOOKED_AT: Final = 80
_FEWEST_SPACES: Final = 3
"""A shorter line may be an item of a list: "Leeds", "York"."""
