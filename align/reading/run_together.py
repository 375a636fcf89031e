"""Two words written as one: "atthe", "callme", "onehour", "nextweek".

Most words that fall into two known ones are names or compounds ("Moreland", "Goodman",
"headshot", "payout"), so the letters alone decide nothing. What people do run together are
little words that lean on the word beside them, a number and its unit, and a day and its part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import CALENDAR, CLOCK, DURATION_UNIT, NUMBER_WORD, PREMISES

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

_LEANING: Final = frozenset(
    "the this that these your you my me us it be have are was is not to of all them there here".split()
)
"""What is stuck on behind: "atthe", "callme", "outof"."""
_LEANT_ON: Final = frozenset(
    "a i at by for from in into of on to with after before until till about and but or if as so than "
    "then when where what who how"
    " why that this there it is are was were be been do does did don't can could will would should may "
    "might must have has had not"
    " you we they he she all out up off over just only also now let"
    " call text pay send give tell see meet ring phone email message dm add take bring book come thank "
    "need want show ask help"
    " wish like love make get find reach contact follow leave keep hope know think settle transfer "
    "visit join".split()
)
"""What little words are stuck to."""
_LEADING: Final = frozenset(
    (
        "a an at by for from in into of on to with after before until till per this next last every each no "
        "good my your the our"
    ).split()
)
"""What is stuck on before a day, an hour or a place of one's own: "nextweek", "goodmorning"."""
_OWNERS: Final = frozenset("my your our the".split())
_NOT_YET_NUMBERS: Final = frozenset("a an full half per".split())
_MULTIPLES: Final = frozenset("hundred thousand dollars pounds euros bucks quid".split())
_TENS: Final = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_UNITS: Final = frozenset(
    (
        "one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth "
        "ninth"
    ).split()
)
_LONG_OWN: Final = 5
_LONG_REST: Final = 4


def apart(
    word: str, marks: Mapping[str, int], own: Container[str], common: Container[str]
) -> tuple[str, str] | None:
    """Return the two words that a reader sees in one, else None."""
    for at in range(1, len(word)):
        left, right = word[:at], word[at:]
        if _leans(left, right) or _counts(left, right, marks) or _is_of_spec(left, right, own, common):
            return left, right
    return None


def _leans(left: str, right: str) -> bool:
    return right in _LEANING and left in _LEANT_ON and len(left) + len(right) >= len("isnot")


def _counts(left: str, right: str, marks: Mapping[str, int]) -> bool:
    """True for a number and its unit, a day and its part, and what leads to either."""
    first, second = marks.get(left, 0), marks.get(right, 0)
    if len(right) < len("day"):
        return False
    if second & DURATION_UNIT and (first & NUMBER_WORD or left in _NOT_YET_NUMBERS):
        return len(left) > 1
    if left in _TENS and right in _UNITS:
        return True
    if right in _MULTIPLES and first & NUMBER_WORD:
        return len(left) >= len("one")
    if second & CLOCK and first & CALENDAR:
        return len(left) > _LONG_REST and len(right) >= _LONG_REST
    if left not in _LEADING:
        return False
    if second & PREMISES:
        return left in _OWNERS and len(right) >= _LONG_REST
    return bool(second & (CALENDAR | CLOCK | DURATION_UNIT)) and len(right) >= _LONG_REST and len(left) > 1


def _is_of_spec(left: str, right: str, own: Container[str], common: Container[str]) -> bool:
    """True for a word of the spec beside another word: "cuppingsession"."""
    for ours, other in ((left, right), (right, left)):
        if len(ours) >= _LONG_OWN and ours in own and (other in common or other in own):
            return len(other) >= _LONG_REST or other in _LEANING or (other in _LEANT_ON and len(other) > 1)
    return False
