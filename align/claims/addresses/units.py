"""Unit and door numbers: "flat 2", "apt 4B", "buzzer 304", "door number 12"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.reading.cues import BREAK, CURRENCY, DURATION_UNIT, PRICE

if TYPE_CHECKING:
    from align.reading import Reading

_SURE: Final = frozenset("apt apartment buzzer suite ste".split())
_PLACED: Final = frozenset(
    (
        "unit room shop door studio house bell buzz floor level gate plot erf villa blk arch bay pod cabin "
        "stall kiosk chalet berth mooring"
    ).split()
)
"""Words that take a number in other senses too: they need a place before them."""
UNIT_WORDS: Final = _SURE | _PLACED | {"flat", "building", "street", "number"}
"""All words that a unit can open with."""

_SPELLED: Final = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_BEFORE_NUMBER: Final = frozenset(".#")
_BEHIND_LETTER: Final = frozenset(".,!?;)\nx")
"""What a letter that names a unit stands before: "flat b."."""
_BESIDE: Final = (
    "behind|beside|across|over|opposite|round|around|under|underneath|between|near|by|beyond|facing"
    "|inside|along|down|above|past"
)
"""Where a unit lies, by what is told behind its number."""
_ID: Final = (
    rf"(?P<id>\d{{1,2}}/\d{{1,2}}|\d ?f ?\d|\d{{1,4}}(?: ?[a-h](?! \w+"
    r" (?:session|hour|lesson|visit|time|month|week))(?=(?: [.,!?;:)\n—]"
    rf"| (?:on|in|at|upstairs|when|for|is|and|please|next|{_BESIDE})\b|\Z)))?"
    r"|[a-z](?: - | )?\d{1,3}|[a-z](?= [.,!?;)\n]| x+\b|\Z)|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve)"
)
_NUMBERED: Final = re.compile(
    r"(?:(?:flat|apt|apartment|suite|ste|unit|door|buzzer|house)(?: (?:no|number|num|nr|is|'s))?"
    r"|(?:bell|buzzer|door|gate|buzz) (?:that |which )?(?:is |'s )?(?:marked|labell?ed|saying|says|reads"
    r"|reading|for)(?: with)?(?: (?:flat|unit|number|no))?|\w+(?: (?:no|number|num|nr))?)"
    r"(?:(?<=\bapt|\bste|\bblk|\bnum) \.|(?<=\bno|\bnr) \.)?(?: #)? "
    + _ID
    + r"(?!\w)(?![:.,/]*\d)(?! (?:%|page|pages|people|of (?:you|us|them)|min|mins|minutes|hours?|hrs?|pm"
    r"|am|a (?:session|hour|visit|go|time|lesson)|per|each|an hour|euros?|dollars|quid|pounds|bucks|x"
    r"|years?|times|sessions|weeks|guests|kids|dogs)\b)"
)
_DOOR_NUMBER: Final = re.compile(
    r"(?:house|door|building|street|flat|apartment|unit) number(?: is|'s| :)? " + _ID
)
_NUMBER: Final = re.compile(
    r"number (?P<id>\d{1,4}(?: [a-h]\b)?)(?= [.,!?;)\n—]| on | in | at | when | if | and | please| for "
    r"| of (?!the\b|our\b|my\b|\d)| with | upstairs| the | blue | red | you | u | it's | i'm |\Z)"
)
_COUNTED_ELSE: Final = re.compile(
    r"\b(?:hymn|hymns|song|track|tune|piece|psalm|question|exercise|bus|tram|route|train|platform|lot"
    r"|race|rider|player|shirt|locker|ticket|order|queue|reason|rule|fan|priority|choice|opus|sonata"
    r"|symphony|prelude|etude|study|nocturne|shade|colou?r|polish|pick|favou?rite|photo|picture|frame|shot|print"
    r"|image|design|look|option|version|pose|take)s?"
    r" (?:is|'s|are|for)(?: (?:the|a|our|my))? \Z"
)
"""What is numbered and houses nobody: "the hymn is number 908"."""
_STUDY: Final = re.compile(
    r"\b(?:page|pages|exercise|exercises|workbook|chapter|book|homework|lines|lesson|vocab|test|textbook"
    r"|grammar|module|revise|revision|syllabus|read|turn)\b"
)
_RESUMED: Final = re.compile(
    r"\b(?:we|we'll|we're|you|you'll|she|he|let's|they|we can|and)(?: (?:can|will|then|just|could))?"
    r" (?:pick(?:ed)? (?:it |things )?up|picking up|carr(?:y|ied) on|continued?|resumed?"
    r"|start(?:ed|ing)?|beg[ia]n|finish(?:ed)?"
    r"|cover(?:ed)?|d[io]d?|get|got|reach(?:ed)?|left off|stopped|move(?:d)?|are"
    r"|were)(?: (?:again|back|off|on|up|halfway|over|there))*(?: (?:at|from|with|on|to|through|into"
    r"|in))? $"
)
"""Work that goes on at a unit of its own: "we pick up at unit 9"."""
_PLACE_BEFORE: Final = re.compile(
    r"(?:^|[,.:;\n(—] |\b(?:at|in|is|it's|its|to|front|back|side|main|lobby|i'm|im|we're|buzz|ring|press"
    r"|for|find|knock|upstairs|of|the|my|our|door|find us|studio|and|then|'s|into|outside|from|up|by|me"
    r"|us|mine|use|no|hit|on|push|try|take|open|say|guard|reception|security|concierge|doorman|desk) )\Z"
)
_FOLLOWING: Final = frozenset(
    "in on at upstairs downstairs when for is please above of to with the i past next top ground second "
    "first third"
    " left right just if it's buzzer door code off then my after before it so but was we are which that "
    "x xx xxx you u you'll you're i'm i'll we're there's they she he".split()
) | frozenset(_BESIDE.split("|"))
_NO_PLACE: Final = re.compile(
    r"(?:behind (?:schedule|time|on|us|you|now|already)|across the board"
    r"|over (?:the (?:weekend|phone|week|summer|holidays|next|course)|\d|two|three|a)"
    r"|by (?:\d|now|then|the (?:end|time)|next|\w+day)|down (?:to|from)|along with"
    r"|under (?:the|an?|your|our) (?:hour|minute|budget))\b"
)
"""What only looks like a place behind a number: "we're on unit 3 behind schedule"."""
_COUNTING: Final = re.compile(
    r"\b(?:a|per|price|charge|rate|of|fee|cost|costs|just|only|another|every|each|this|that|next) \Z"
)


_DOORS: Final = frozenset("floor door doors gate bell unit entrance house yard building bungalow".split())
_STOREY: Final = re.compile(r"# ?\d{1,3} - \d{2,4}(?: [a-z]\b)?(?! - )")


def find_storey_unit(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of a unit with its storey, whose sign is at word `index`: "#12-08"."""
    match = _STOREY.match(reading.line, reading.line_at[index])
    return None if match is None else (index, reading.word_at(match.end() - 1) + 1)


def find_unit(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of the unit or door number that word `index` opens."""
    words = reading.words
    word = words[index]
    # "flat no. # 2": the number itself is at most four words on
    if not any(len(w) == 1 or w[0].isdigit() or w in _SPELLED for w in words[index + 1 : index + 5]):
        return None
    if not _may_be_numbered(words, index):
        return None
    line, at = reading.line, reading.line_at
    begin, end = reading.sentence(index)
    before = line[at[max(begin, index - 4)] : at[index]]
    match = _DOOR_NUMBER.match(line, at[index]) if words[index + 1] == "number" else None
    if match is None and word == "number":
        match = _NUMBER.match(line, at[index])
        if (
            match is None
            or match["id"] == "1"
            or _COUNTED_ELSE.search(before)
            or not (
                re.search(
                    r"(?:\b(?:at|is|it's|its|im|i'm|we're|for|find|to|me|us|mine|on|buzz|ring|press"
                    r"|knock|hit)"
                    r"|\b(?:door|house|gate) ?'s) \Z",
                    before,
                )
                or (before.endswith(", ") and _is_of_door(reading, index, (begin, end)))
            )
        ):
            return None
    if match is None:
        if word != "flat" and word not in _SURE and word not in _PLACED:
            return None
        match = _NUMBERED.match(line, at[index])
        if match is None or not _is_unit(reading, index, before, match):
            return None
    return index, reading.words_of(at[index], match.end())[1]


def _may_be_numbered(words: list[str], index: int) -> bool:
    """Tell, cheaply, whether a number belongs to word `index`, or a letter that ends there: not "room a little, put"."""
    for at in range(index + 1, min(len(words), index + 5)):
        word = words[at]
        if word[0].isdigit() or word in _SPELLED or word in _BEFORE_NUMBER:
            return True
        if len(word) > 1:
            if not word.isalnum():
                return True  # "two's": a pattern may end half way
        elif word.isalpha() and (at + 1 == len(words) or words[at + 1][0] in _BEHIND_LETTER):
            return True
    return False


def _is_of_door(reading: Reading, index: int, span: tuple[int, int]) -> bool:
    """True for ", number 5" behind a door or a street: "the yellow gate", "I'm on Saint-Viateur"."""
    begin, end = span
    if not _DOORS.isdisjoint(reading.words[begin:end]):
        return True
    line, at = reading.line, reading.line_at
    return _ON_STREET.search(line[at[max(begin, index - _STREET_REACH)] : at[index]]) is not None


_STREET_REACH: Final = 10
_ON_STREET: Final = re.compile(
    r"\b(?:i'm|im|i am|we're|we are|it's|its|is|'s|live|lives|based|work|works)"
    r" (?:(?:just|right|up|over|down|out) )?(?:(?:over|above|below|beside|behind|opposite|next to) the"
    r" [\w'-]+ )?(?:on|in|at)"
    r" (?:[\w'-]+ |- |\. ){1,5}, \Z"
)


def _is_unit(reading: Reading, index: int, before: str, match: re.Match[str]) -> bool:
    """Tell a unit from a price ("a flat 50"), a count or a chapter ("unit 7, page 45")."""
    word = reading.words[index]
    if not _may_name(reading, index, match):
        return False
    if _is_said_of(reading, index, before, match):
        return False
    ends_well = _ends_well(reading, match)
    if word in ("flat", "suite", "ste"):
        if _COUNTING.search(before) or (index and reading.marks[index - 1] & (PRICE | CURRENCY)):
            return False
        return ends_well and (word == "flat" or _PLACE_BEFORE.search(before) is not None)
    if word in _SURE or (word == "unit" and ends_well and _HOUSE_BEFORE.search(before)):
        return True
    if (
        not ends_well
        or word in ("floor", "level", "gate")
        or (word == "unit" and _is_worked_on(reading, index))
        or (_ELSEWHERE.match(reading.line, match.end()) is not None)
    ):
        return False
    return _PLACE_BEFORE.search(before) is not None and _COUNTING.search(before) is None


def _may_name(reading: Reading, index: int, match: re.Match[str]) -> bool:
    """Tell whether what stands behind word `index` can name a unit, by its form."""
    word, name = reading.words[index], match["id"]
    if name.isdigit() or not (name.isalpha() or name[0].isalpha()):
        return True
    if name[-1].isdigit():
        # "unit B7" is written in one piece: not "flat is R950"
        at = reading.word_at(match.start("id"))
        return word in _LETTERED and at == index + 1 and reading.touches(at + 1)
    if name == "x":
        return index > 0 and reading.words[index - 1] not in _WHOSE  # a kiss behind "the flat"
    if len(name) == 1:
        return word != "room"
    return word in _NUMBERED_IN_WORDS


_IS: Final = re.compile(r"\w+ ?(?:is|'s) ")
_DONE_THERE: Final = re.compile(r"\b(?:at|in|from) (?:my|our|the|your|this)(?: own)? \Z")
_MEASURES: Final = frozenset("sq square m m2 sqm ft feet foot bed floor mile km percent % kr".split())


def _is_said_of(reading: Reading, index: int, before: str, match: re.Match[str]) -> bool:
    """True for a number that is told of a place: "an hour at my apartment is 140", "the apartment is 3 floors up"."""
    if _IS.match(match[0]) is None:
        return False
    begin = max(reading.sentence(index)[0], index - _SAID_REACH)
    if _DONE_THERE.search(before) and any(
        mark & (DURATION_UNIT | PRICE) for mark in reading.marks[begin:index]
    ):
        return True
    after = reading.word_at(match.end() - 1) + 1
    if after >= len(reading):
        return False
    counted = reading.words[after]
    plural = (
        counted.isalpha()
        and counted.endswith("s")
        and counted not in _FOLLOWING
        and not counted.endswith("ss")
    )
    return plural or counted in _MEASURES or bool(reading.marks[after] & (CURRENCY | DURATION_UNIT))


_ELSEWHERE: Final = re.compile(
    r" (?:of|in|at|from) (?:the|your|his|her|my) (?:course|book|workbook|textbook|show|airport|station"
    r"|exam|syllabus|programme|game|series|league|test|competition|cup|album|module)\b"
)
"""What is counted in something that houses nobody: "unit 5 of the course", "house 3 in the show"."""
_SAID_REACH: Final = 9


def _is_worked_on(reading: Reading, index: int) -> bool:
    """True for the unit of a book: "unit 7, page 45", "we pick up at unit 9"."""
    begin, end = reading.sentence(index)
    line, places = reading.line, reading.line_at
    study = line[places[max(begin, index - 12)] : places[min(end, index + 12)]]
    return (
        _STUDY.search(study) is not None
        or _RESUMED.search(line, places[max(begin, index - 8)], places[index]) is not None
    )


_LETTERED: Final = frozenset("unit apt apartment flat suite ste studio shop room".split())
"""What is numbered by a letter and a number: "unit B7"."""
_NUMBERED_IN_WORDS: Final = _SURE | {"flat", "buzz"}
_HOUSE_BEFORE: Final = re.compile(r"(?:\A|[.,:;—-] |\b(?:at|is|it's|to) )\d{2,5} (?:[^\W\d_]+ ){1,3}\Z")
"""A house whose street is not called one: "77 Dundas W unit 302"."""
_WHOSE: Final = frozenset("the a an my your ur our that this his her their".split())


def _ends_well(reading: Reading, match: re.Match[str]) -> bool:
    """Tell a unit's number from one that counts what follows: "room 101 jokes"."""
    after = reading.word_at(match.end() - 1) + 1
    if after >= len(reading) or reading.marks[after] & BREAK:
        return True
    return (
        reading.words[after] in _FOLLOWING and _NO_PLACE.match(reading.line, reading.line_at[after]) is None
    )
