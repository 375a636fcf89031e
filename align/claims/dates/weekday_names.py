"""Names of weekdays that may be something else: "sat", "sun", "Wednesday Addams"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.dates.calendar_names import SUFFIXES, WEEKDAYS
from align.claims.dates.place_before import is_place_before
from align.data.names import load_given_names
from align.data.words import load_words
from align.reading.cues import CALENDAR, CLOCK, NUMBER, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_WEEKDAY_LEADS: Final = frozenset(
    "on this next last coming following by until till til for from every each since before after"
    " through thru and or & - — to , ( / between either : ! . ? … nxt upcoming the then but".split()
)
_WEEKDAY_FOLLOWS: Final = frozenset(
    "in at with arvo afternoon evening night about around before after works work ok okay or and & - — "
    "/ at is ? . , ! ) morn 's good fine free to then till until suits"
    " the instead if looks for perfect yes yep yeah sure sun".split()
)
_NOT_SATURDAY: Final = frozenset("down in on up with there here beside next through back for still".split())
_RUNS: Final = frozenset("- — / to & and or".split())
_NAMED_DAYS: Final = frozenset("black ash freaky cyber".split())
_NAME: Final = 4
SHORT: Final = frozenset("sat sun mon wed".split())


def is_short_weekday(u: Utterance, at: int) -> bool:
    """Tell "sat" and "sun" the days from the verb and the star."""
    words = u.reading.words
    before = words[at - 1] if at else "."
    after = words[at + 1] if at + 1 < len(words) else "."
    if after in _RUNS and words[at + 2 : at + 3] and words[at + 2] in WEEKDAYS:
        return True
    if at >= 2 and words[at - 2] in WEEKDAYS and before in ("or", "and", "&", "-", "/", "to"):
        return True
    if before in ("on", "this", "next", "every", "last", "by", "until", "till", "from"):
        return after not in ("set", "rise") and not (before == "from" and words[at] == "sun")
    if words[at] == "sat" and after in _NOT_SATURDAY:
        # "Sat in Leeds", not "I sat in Leeds traffic"
        return after == "in" and (before in _WEEKDAY_LEADS or not at) and is_place_before(u, at + 3)
    if words[at] in ("mon", "wed"):
        return _is_no_other_word(words, at, before, after)
    return after not in ("set", "rise", "screen", "cream") and _is_led(u, at, before, after)


def _is_led(u: Utterance, at: int, before: str, after: str) -> bool:
    """Tell "sat" and "sun" by what leads to them and what they lead to."""
    words, marks = u.reading.words, u.reading.marks
    if before == "the":
        told = words[at - 2 : at - 1] in (["until"], ["till"], ["on"]) and after in _WEEKDAY_FOLLOWS
        return words[at] == "sat" or (told and after != "is")
    near = (marks[at + 1] if at + 1 < len(marks) else 0) | (marks[at - 1] if at else 0)
    if near & (CALENDAR | CLOCK | NUMBER) and before not in SUFFIXES and before != "now":
        return True
    opens = before in _WEEKDAY_LEADS or not at
    if opens and after in _GOES_ON:
        return True  # "Sat I'm in Leeds"
    led = opens or is_place_before(u, at)
    if words[at] == "sat":
        return led or (after in _WEEKDAY_FOLLOWS and before not in _WHO_SAT)
    return led and after in _WEEKDAY_FOLLOWS and after not in ("is", "'s", *(() if before in _TILL else "."))


def _is_no_other_word(words: list[str], at: int, before: str, after: str) -> bool:
    """Tell "mon" and "wed" the days from French, from Patois and from the verb."""
    if words[at] == "mon":
        return after not in _AFTER_MON and before not in _BEFORE_MON
    lead = words[max(0, at - 5) : at]
    if before == "to":
        return not _PATIENTS.isdisjoint(lead[-2:])  # "move you to Wed", not "going to wed"
    if before in ("be", "are"):
        return not _DAYS.isdisjoint(lead)
    return before not in _BEFORE_WED or after in _OPEN


_AFTER_MON: Final = frozenset("dieu ami amie cher petit amour coeur ange père mari".split())
_BEFORE_MON: Final = frozenset("yeah hey no man c' problem right thanks cool".split())
_PATIENTS: Final = frozenset("you u ya it him her them us that".split())
_DAYS: Final = frozenset("it it'll it'd that that'll days dates ones".split())
_OPEN: Final = frozenset("free open available clear or off".split())
_BEFORE_WED: Final = frozenset("get gets got getting newly being were they've we".split())
_WHO_SAT: Final = frozenset("i you we they he she it who was been that mum mom dad cat dog".split())
_GOES_ON: Final = frozenset(
    "i i'm i'll i'd i've we we're we'll we'd we've you could you'd you'll there's in".split()
)
_TILL: Final = frozenset("through thru to".split())
"""Behind these a "sun" is a day even where a sentence ends."""


def is_name(u: Utterance, at: int) -> bool:
    """True for "Wednesday Addams" and "Black Friday", by words alone: capitals say little.

    What follows a day is a word of the language or a person spoken to; any other word
    that does not end the sentence makes the day part of a name.
    """
    words, marks = u.reading.words, u.reading.marks
    if at and words[at - 1] in _NAMED_DAYS:
        return True
    following = at + 2
    if following >= len(words) or marks[following] & SENTENCE_END or words[following] == ",":
        return False
    after = words[at + 1]
    if marks[at + 1] or len(after) < _NAME or not after.isalpha():
        return False
    return after not in load_words() and after not in load_given_names()


def is_about_today(u: Utterance, at: int, number: int) -> bool:
    """True for "it's a lovely Thursday", "Thursday at 8.30, are we still on?" on that day itself."""
    if u.moment.today.weekday() != number:
        return False
    words = u.reading.words
    near = words[max(0, at - _NEAR) : at]
    if _is_still_on(u, at):
        return True
    if any(word[0].isdigit() for word in words[at + 1 : at + 3]):
        return False  # "my dates: Friday the 19th"
    return bool({"a", "happy", "my", "lovely", "what"} & set(near)) and "on" not in near


_NEAR: Final = 4


def _is_still_on(u: Utterance, at: int) -> bool:
    """True where the sentence asks whether an appointment stands: what is asked on its day is asked of that day."""
    words = u.reading.words
    begin, end = u.reading.sentence(at)
    begin, end = max(begin, at - _REACH), min(end, at + _REACH)
    still = next((i for i in range(begin, end - 1) if words[i : i + 2] in _STILL_ON), end)
    following = words[still + 2 : still + 3]
    return still < end and (not following or following[0] in _BEHIND_ON or following[0] in WEEKDAYS)


_REACH: Final = 14
_STILL_ON: Final = [["still", "on"], ["still", "happening"]]
_BEHIND_ON: Final = frozenset("? for at , . ! with then tonight".split())
