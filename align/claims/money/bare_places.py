"""Judge a bare number by the place or the mode it holds for: "115 at the studio", "yours: 230", "at the office 320"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import bare_price_words as words_of
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber

_BOTH: Final = 12
"""Words in which "240 at yours, 180 at mine" names both modes."""
_PLACED: Final = 6
"""Words behind a sum in which a mode says where it holds."""
_LED: Final = 5
"""Words of "at your place downtown", before a sum."""
_PLACING: Final = frozenset("at in outside".split())
_WHOSE: Final = frozenset("the my our your yours mine home ours".split())
_JOINING: Final = frozenset("and or but".split())
_CODES: Final = (["is"], ["'s"], ["opens"])
"""Behind the number of a gate or a room."""
_POINTING: Final = frozenset(": = - —".split())


def holds_for_place(number: BareNumber) -> bool:
    """True for "it's 115 at the studio", "115 if you come to mine", "from 95 to 160 depending how long"."""
    if not number.is_sum or number.is_heated:
        return False
    last = number.last
    if (number.following if number.after == "," else number.after) in words_of.DEPENDING:
        return True
    return number.after in words_of.PLACING and bool(number.mode_cues(last, last + _PLACED))


def holds_for_length_there(number: BareNumber) -> bool:
    """True for "180 here or 230 at yours for the hour": a place, then the length."""
    words, first, last = number.words, number.first, number.last
    if not number.is_telling:
        return False
    cues = number.mode_cues(last, last + 3)
    if not cues:
        return False
    if len({cue.mode for cue in number.mode_cues(last, last + _BOTH)}) > 1:
        return True
    if number.is_listed and number.opens_clause(first):
        return True
    _, end = number.u.reading.sentence(last - 1)
    window = words[cues[0].first : min(end, last + 12)]
    return "for" in window and number.is_for_length(cues[0].first + window.index("for"))


def heads_line(number: BareNumber) -> bool:
    """True behind a mode that heads a line of prices: "yours: 230"."""
    at = number.first - 1
    if at <= 0 or number.before not in _POINTING or not number.is_plausible:
        return False
    asked = number.before == ":" and number.is_telling and number.is_asked_for
    return asked or bool(number.mode_cues(at - 1, at))


def is_led_by_place(number: BareNumber) -> bool:
    """True for "in the studio it's 60, at yours 75" and "At the office 320": beside another sum."""
    words, first = number.words, number.first
    begin, _ = number.sentence
    near = max(begin, first - _LED)
    if _PLACING.isdisjoint(words[near:first]):
        return False
    lead = next(at for at in range(first - 1, near - 1, -1) if words[at] in _PLACING)
    if lead == first - 1 or not all(word.isalpha() for word in words[lead:first]):
        return False
    if lead > begin and not (number.marks[lead - 1] & BREAK or words[lead - 1] in _JOINING):
        return False
    if words[lead + 1] not in _WHOSE or words[number.last : number.last + 1] in _CODES:
        return False
    return bool(number.money(number.sentence_before[0], first))
