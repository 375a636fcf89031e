"""Words written for others that sound or look alike, told by what stands beside them.

"Come to you're flat", "come 2 me", "a vice note": each word is a word of its own, so that
letters alone decide nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from align.reading.cues import CALENDAR, CLOCK, DURATION_UNIT, NUMBER_WORD, NUMERIC, PREMISES, SPATIAL, STREET

if TYPE_CHECKING:
    from align.reading.vocabulary import Vocabulary

_WHOM: Final = frozenset(
    "you u ya me my your yours mine us our him her them it the this that everyone".split()
)
_PERSONS: Final = frozenset("you u ya me my your yours us our him her them everyone".split())
_CLOCKS: Final = frozenset(
    "at by before after around about from to till until past for of between and or , -"
    " be is are was would could can will does did should might how's make say till it it's".split()
)
_TAKES: Final = frozenset(
    "do have got get make offer fit squeeze in slot hold keep book say give take try want like prefer "
    "suggest need pencil"
    " number no".split()
)
"""What an hour, or the number of a door, may stand behind: "I can do 2 this week"."""
_BEFORE_HOURS: Final = CALENDAR | CLOCK | STREET
_DOES: Final = frozenset(
    "do be come send text bring call ring phone get take make have give set keep let meet pick pop "
    "swing drive hold need"
    " just also never not always start see pay put move go drop leave message msg email book pencil squeeze"
    " find try check show teach cook play work knock add throw happily gladly say reply".split()
)
_ENDED: Final = frozenset("done finished through good sorted finishing all".split())
_SICK: Final = frozenset(
    "is was am i'm are be been being feel feeling felt fell fall you're he's she's they're got getting "
    "so too very really bit still"
    " quite seriously".split()
)
_OWN: Final = frozenset("place house hotel apartment office studio flat".split())
_LEADS: Final = frozenset("to at from near in inside outside into around round by of past".split())


class _Case(NamedTuple):
    """What a word stands for between such words; None where any word will do."""

    meant: str
    before: frozenset[str] | None
    behind: frozenset[str] | None


def _of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_CASES: Final = {
    "4": _Case("for", None, None),
    "r": _Case("are", None, None),
    "ill": _Case("i'll", None, _DOES),
    "id": _Case(
        "i'd", None, _of("like love rather prefer suggest say recommend be need only have happily never")
    ),
    "were": _Case("we're", _of("after when once until till"), _ENDED),
    "curse": _Case("course", _of("of"), None),
    "corse": _Case("course", _of("of"), None),
    "vice": _Case("voice", None, _of("note notes message messages call calls memo memos chat mail")),
    "minuets": _Case("minutes", None, None),
    "horus": _Case("hours", None, None),
    "ponds": _Case("pounds", None, None),
    "toady": _Case("today", None, None),
    "trail": _Case("trial", _of("free"), None),
    "c": _Case(
        "see",
        frozenset(
            (
                "",
                ".",
                "!",
                ",",
                "then",
                "will",
                "ok",
                "and",
                "great",
                "cool",
                "i'll",
                "to",
                "could",
                "can",
                "yes",
                "yep",
                "\n",
            )
        ),
        _of("you u ya"),
    ),
    "b": _Case("be", _of("can will could would should must might to i'll you'll we'll it'll that'll"), None),
    "dun": _Case("don't", _of("i we you they pls please sorry but and so , .") | {"", "\n"}, None),
    "prob": _Case(
        "probably", _of("i you we can could will would should i'd i'll we'd we'll it's that's"), None
    ),
    "cal": _Case("call", None, _of("me us")),
    "cll": _Case("call", None, _of("me us you")),
    "2": _Case("to", None, None),
    "n": _Case("and", None, None),
    "w": _Case("with", None, None),
    "you're": _Case("your", None, None),
}
_CONFUSED: Final = frozenset(_CASES)
_COUNTED: Final = frozenset(("minuets", "horus", "ponds"))
"""What no number stands before, unlike before the unit that is meant."""
_FEW: Final = frozenset("one two three four 1 2 3 4".split())
_NUMBERS: Final = frozenset("24")
_UNITS: Final = frozenset(("the", "an", "a"))
_YOU: Final = frozenset(("you", "u", "ya", "we"))
_MAY: Final = frozenset("can could will should might are just".split())
_MOVES: Final = frozenset(
    "come coming travel go drive driving get pop swing over out round up along down send bring deliver".split()
)
_PATHS: Final = frozenset(
    (
        "by along map maps walk walks run runs ride rides hike hikes near through up around down behind "
        "race races guide mix head"
    ).split()
)
"""What makes a path of a "free trail"."""
_TO: Final = _WHOM | _DOES | _of("settle hear arrange discuss chat talk")


def put_right(vocabulary: Vocabulary, words: list[str], marks: list[int]) -> bool:
    """Put the words in place that a reader sees, with their classes; say whether any was."""
    if _CONFUSED.isdisjoint(words):
        return False
    found = False
    for at, word in enumerate(words):
        case = _CASES.get(word)
        if case is not None and _is_meant(case, words, marks, at):
            words[at] = case.meant
            marks[at] = vocabulary.analyse(case.meant)[1][0]
            found = True
    return found


def _is_meant(case: _Case, words: list[str], marks: list[int], at: int) -> bool:
    before, behind = (
        words[at - 1 : at][0] if at else "",
        words[at + 1 : at + 2][0] if at + 1 < len(words) else "",
    )
    if case.before is not None and before not in case.before:
        return False
    if case.behind is not None and behind not in case.behind:
        return False
    word = words[at]
    if word in _NUMBERS:
        return bool(at and behind) and _is_little_word(words, marks, at)
    if word == "trail":
        return not (behind in _PATHS or before == "there's" or words[at - 2 : at - 1] == ["there's"])
    if word == "ill":
        return before not in _SICK
    if word in _COUNTED:
        return bool(at and marks[at - 1] & NUMERIC) and (word != "minuets" or before not in _FEW)
    if word in ("n", "r", "w"):
        return (
            before.isalpha() and behind.isalpha() and not (marks[at - 1] | marks[at + 1]) & (SPATIAL | STREET)
        )
    if word == "you're":
        return _is_owner(words, marks, at, before, behind)
    return True


def _is_little_word(words: list[str], marks: list[int], at: int) -> bool:
    """True for the digit of "come 2 me", "80 4 the hour", "4 ninety minutes" and "quarter 2 nine"."""
    before, behind = words[at - 1], words[at + 1]
    mark, then = marks[at - 1], marks[at + 2] if at + 2 < len(marks) else 0
    if words[at] == "4" and behind == "free":
        return before[0].isalpha() and not mark & _BEFORE_HOURS and _is_for_nothing(words, at, before)
    if before in _CLOCKS or mark & _BEFORE_HOURS:
        return words[at] == "2" and before == "quarter" and bool(marks[at + 1] & NUMERIC)
    if words[at] == "4":
        if mark & NUMERIC:
            return behind in _UNITS
        counted = marks[at + 1] & NUMBER_WORD and then & (DURATION_UNIT | NUMBER_WORD)
        return before[-1].isalpha() and (behind in _PERSONS or bool(counted))
    if before in _BOUGHT and behind == "get":
        return False  # "buy 2 get 1 free"
    if before == "quarter":
        return bool(marks[at + 1] & NUMERIC)
    if behind in _WHOM and (before in _TAKES or (behind == "this" and then & (CALENDAR | CLOCK))):
        return False
    if (
        behind in _YOU
        and before not in _MOVES
        and at + 2 < len(words)
        and (words[at + 2] in _DOES or words[at + 2] in _MAY)
    ):
        return False  # "open 2 you come in": a clause of its own
    return behind in _TO and before[-1].isalpha() and not mark & NUMERIC


def _is_for_nothing(words: list[str], at: int, before: str) -> bool:
    """True for "do it 4 free" and "come 4 free"; "I have 4 free" and "make it 4, free for you?" are hours."""
    if before == "it":
        return words[at - 2 : at - 1] not in _NAMING_HOURS
    return before not in _CLOCKS and before not in _HAVE_HOURS


_BOUGHT: Final = _of("buy book order take bring pay")
_NAMING_HOURS: Final = (["make"], ["say"], ["call"], ["is"], ["was"], ["so"], ["then"])
_HAVE_HOURS: Final = _of(
    "do have has got had only still just maybe so yes yep yeah then but like also even keep kept left "
    "ok okay sure with on a my"
    " if now another again says say show see i've we've there's that's leaves have leave leaving "
    "getting got hold"
)


def _is_owner(words: list[str], marks: list[int], at: int, before: str, behind: str) -> bool:
    """True for the "you're" of "to you're flat" and "you're place"; "you're home by six" is what it says."""
    if before in _LEADS:
        return any(m & PREMISES for m in marks[at + 1 : at + 3]) and not behind.endswith("ing")
    return behind in _OWN and words[at + 2 : at + 3] not in (["out"], ["hunting"])
