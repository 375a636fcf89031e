"""Whether a length of time is what somebody else has on offer: "the physio would do half an hour".

Who gives an appointment is the subject of a verb of giving; who only comes, needs or books
one ("she'd need half an hour") is a client of the professional's, whoever it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import FILLER, SESSION_NOUNS
from align.data.names import load_given_names
from align.reading.cues import BREAK, CALENDAR, NUMBER, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 12
_GIVING: Final = frozenset(
    "do does did doing offer offers offered offering give gives gave giving run runs ran sell sells "
    "sold charge"
    " charges fit fits squeeze squeezes see sees provide provides take takes takes have has had book "
    "books slot slots".split()
)
_SELLING: Final = frozenset(
    "offer offers offered run runs ran sell sells sold charge charges provide provides".split()
)
"""Verbs whose subject sells: a client's own people do not."""
_CARRIED: Final = frozenset(
    "you u ya people folk folks clients them him her someone anyone in for on just only a an the some "
    "those these"
    " one ones of as little few".split()
)
"""What stands between a verb of giving and its length."""
_AUXILIARIES: Final = frozenset(
    "will would can could might may should does do did 'll 'd 's is are be also only still usually just "
    "sometimes"
    " often always normally probably used to happily gladly maybe even never actually both all tends "
    "going able happy willing".split()
)
_THIRD: Final = frozenset(
    "he she they he'd she'd they'd he'll she'll they'll he's she's they've who who'll who'd someone "
    "somebody others"
    " another other whoever".split()
)
_NOBODY: Final = frozenset(
    "i we i'd we'd i'll we'll i've we've you u ya you'd you'll it that this these those which there "
    "what and or but so"
    " if when then to not studio salon van clinic shop hour hours time".split()
)
_DETERMINERS: Final = frozenset("the a an my another that some other our your his her their".split())
_JOINTS: Final = frozenset(", ; — . but and while".split())
_MINE_ARE: Final = [["mine", word] for word in ("are", "is", "'s", "run", "last")]
_MINE: Final = ("with me", "with us", "from me", "in my", "on my")


def is_given_elsewhere(u: Utterance, first: int, last: int) -> bool:
    """True for the length on `[first, last)` in "Niamh would do 30 minutes", "the gym does 40-minute slots"."""
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(first)
    begin = max(begin, first - _REACH)
    if last < len(words) and words[last] in _JOINTS and _is_set_against(words, last + 1):
        return True  # "NHS sessions are 30 minutes, mine are 45"
    at = first - 1
    if words[at] in ("us", "me") and words[at - 1] in ("gives", "allows", "offers"):
        giver = words[at - 2 - (words[at - 2] in ("only", "just"))]
        return giver not in ("that", "it", "this", "which")  # "school only gives us 30 minutes"
    while at >= begin and (words[at] in _CARRIED or words[at] in FILLER) and words[at] not in _GIVING:
        at -= 1
    if at < begin or words[at] not in _GIVING or _is_had_from_us(words, at, last):
        return False
    verb = words[at]
    at -= 1
    helped = False
    while at >= begin and words[at] in _AUXILIARIES:
        helped = helped or words[at] not in ("both", "all")
        at -= 1
    if at < begin or marks[at] & BREAK:
        return False
    subject = words[at]
    if subject in _THIRD:
        return True
    if subject in _NOBODY or subject in SESSION_NOUNS or marks[at] & (SERVICE_WORD | CALENDAR | NUMBER):
        return False
    if not (helped or verb.endswith("s") or verb in ("did", "gave", "ran", "sold", "offered")):
        return False
    return subject in load_given_names() or _is_their_name(u, at, begin, verb)


def _is_set_against(words: list[str], at: int) -> bool:
    """True for ", (but) mine are", "and mine's" behind a joint."""
    at += words[at : at + 1] != [] and words[at] in _JOINTS
    return words[at : at + 2] in _MINE_ARE or words[at : at + 1] == ["mine's"]


def _is_had_from_us(words: list[str], verb: int, last: int) -> bool:
    """True for "an hour with me", and for those who get it: "the girls can have half an hour each"."""
    behind = words[last] if last < len(words) else ""
    if behind in ("each", "apiece"):
        return words[verb] in _HAVING
    return behind in ("with", "from", "in", "on") and " ".join(words[last : last + 2]) in _MINE


def _is_their_name(u: Utterance, at: int, begin: int, verb: str) -> bool:
    """True for a noun phrase with an article: "the physio across the road", not for the client's own people."""
    words, marks = u.reading.words, u.reading.marks
    for place in range(at - 1, max(begin, at - _PHRASE) - 1, -1):
        if marks[place] & (BREAK | SERVICE_WORD) or words[place] in SESSION_NOUNS:
            return False
        if words[place] in _DETERMINERS:
            return words[place] not in ("your", "our", "his", "her") or verb in _SELLING
    return False


_HAVING: Final = frozenset("have has take takes".split())
_PHRASE: Final = 4
