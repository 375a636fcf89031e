"""Whether an hour that could be any number is a time: by what leads to it and what follows.

"6 is perfect", "at 6", "Friday 6", "6 or 7 tonight" are times; "6 of us", "page 6", "6 weeks",
"capped at 6" are not. Evidence is looked up within a few words to either side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.dates.calendar_names import SUFFIXES
from align.claims.money.card_scale import is_plausible
from align.claims.nearby import claims_between
from align.claims.times.appointment_words import MEALS
from align.claims.times.clock_counts import (
    LEADS,
    counts_nothing,
    is_amount,
    is_counted,
    is_no_amount,
    is_rate,
)
from align.claims.times.clock_faces import HOURS, Face, read_face
from align.claims.times.counted_behind import FOLLOWS, is_counted_behind
from align.claims.times.freed_times import is_freed
from align.claims.times.governor_context import asks_for_room
from align.claims.times.hour_predicates import serves
from align.claims.times.offered_hours import COPULAS, PRAISE, is_offered
from align.claims.times.said_of_times import TROUBLE, is_as_agreed, past_both
from align.claims.times.told_ages import is_told_age
from align.reading.cues import CALENDAR, CLOCK, CURRENCY, DURATION_UNIT, EMOJI, PRICE, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_STEADY: Final = frozenset("at @ around till until til ~ circa".split())
_GOOD: Final = frozenset(
    (
        "gives leaves works suits free open ok okay fine good great perfect available yours alright any "
        "instead"
    ).split()
)
_MODALS: Final = frozenset("can might would could will does".split())
_DAY_PARTS: Final = frozenset("morning afternoon evening night lunchtime arvo aft eve".split())
_BOOKING: Final = frozenset(
    "good still see you be there here door over round able ready come arrive settle us meet on booked down him her them "
    "pencilled confirmed set aim go up"
    " keen game locked aiming shooting sorted diary calendar book mine yours".split()
)


def is_pronoun(reading: Reading, at: int) -> bool:
    """True for the "one" of "the evening one, from 7", of "my next one" and of "one at 3", and for "the other two"."""
    words = reading.words
    before = words[at - 1] if at else ""
    if before == "other":
        return True
    if words[at] != "one":
        return False
    if before in _WHICH or before in _LENGTHS:
        return True
    if words[at + 1 : at + 2] in _AT:
        return _is_hour(reading, at + 2)
    if words[at + 1 : at + 3] == ["in", "the"] and words[at + 4 : at + 5] == ["at"]:
        return _is_hour(reading, at + 5)  # "and one in the afternoon at 2"
    return before in _DAY_PARTS and words[at - 2 : at - 1] in _CHOSEN


def _is_hour(reading: Reading, at: int) -> bool:
    return at < len(reading) and (reading.words[at][0].isdigit() or read_face(reading, at) is not None)


_AT: Final = (["at"], ["@"])
_LENGTHS: Final = frozenset("minute min hour".split())
"""What is called by its length: "a 30-minute one today"."""
_WHICH: Final = frozenset(
    (
        "next last first final only free other another this that which each every no any early late earlier "
        "later long short nice good great cracking brilliant lovely"
    ).split()
)
_CHOSEN: Final = [["the"], ["that"], ["early"], ["late"]]


def is_time(u: Utterance, at: int, face: Face, *, ends_time: bool) -> bool:
    """True when a face that is not firm is a time.

    `ends_time` says that the words before it are a time and a joint ("6 or", "3 -").
    """
    words = u.reading.words
    if (
        is_counted(u, at)
        or is_counted_behind(u, at, face)
        or is_pronoun(u.reading, at)
        or is_told_age(u, at, face.last)
        or not (
            closes(u, face.last)
            or counts_nothing(u, at, face)
            or serves(words, face.last)
            or is_freed(u, face.last, u.reading.sentence(at)[1])
        )
    ):
        return False
    if face.kind == "military":
        return _is_military(u, at, face, joined=ends_time)
    if face.kind == "spoken" and is_amount(u, at, face):
        return False
    if face.kind in (".", "h", "apart"):
        led = _is_led(u, at, face, _STEADY) or ends_time or _beside_day(u, at, face.last)
        return led or (face.minutes[0] % 15 == 0 and (_shows_clock(u, at, face) or _is_praised(u, face.last)))
    if _is_led(u, at, face, LEADS) or ends_time or _beside_day(u, at, face.last):
        return face.minutes[0] < _FIRST_AFTERNOON or ends_time or words[at - 1] in _STEADY
    if face.minutes[0] >= _FIRST_AFTERNOON:
        return False
    if face.kind == "spoken" and face.minutes[0] % 15:
        return False
    if face.kind == "half":
        return True
    countable = face.kind != "spoken" and words[at] == "one"
    if countable:
        return False
    return is_offered(u, at, face) or _is_praised(u, face.last) or _is_placed(u, at, face.last)


def _is_placed(u: Utterance, at: int, last: int) -> bool:
    """True for "4 at mine?", "4 for an hour?": an hour that opens a short sentence, and where or for how long."""
    words = u.reading.words
    begin, end = u.reading.sentence(at)
    if at - begin > 1 or (at > begin and words[begin] not in _OPENING) or end - at > 2 * _BRIEF:
        return False
    if words[last : last + 1] == ["at"]:
        if words[last + 1 : last + 2] in _YOURS and asks_for_room(u):
            return True  # "when do you come?" "Three at your kitchen door"
        return words[last + 1 : last + 2] in _WHOSE and words[last + 2 : last + 3] in (["?"], ["then"])
    if words[last : last + 1] != ["for"] or end - at > _BRIEF:
        return False
    if words[at].isdecimal() and is_plausible(u.known, float(words[at])):
        return False
    near = claims_between(u.durations, last, end)
    return any(d.first <= last + _NEXT and d.low in u.known.session_minutes for d in near)


_OPENING: Final = frozenset("so ok okay yes yep , then sure maybe".split())
_WHOSE: Final = [["mine"], ["yours"]]
_YOURS: Final = [["your"], ["my"], *_WHOSE]
_NEXT: Final = 2
_BRIEF: Final = 8
_REACH: Final = 14
_FIRST_AFTERNOON: Final = 780
"""13:00: a bare number above 12 is an hour only where a preposition or a pair says so."""


def closes(u: Utterance, last: int) -> bool:
    """True when the word behind a number leaves it nothing to count."""
    words, marks = u.reading.words, u.reading.marks
    if last >= len(words):
        return True
    word, mark = words[last], marks[last]
    if word in SUFFIXES or (mark & (CURRENCY | DURATION_UNIT) and word not in ("night", "day")):
        return False
    return word in FOLLOWS or word in HOURS or bool(mark & (CALENDAR | CLOCK | EMOJI | SENTENCE_END))


def _shows_clock(u: Utterance, at: int, face: Face) -> bool:
    """True for the "6.15" of "or I could do 6.15": quarters with a dot, with no talk of money by them.

    A full hour ("7.00") is as likely an amount, from 13 on only where the card has that sum.
    """
    hour, minute = divmod(face.minutes[0], 60)
    if minute == 0 and (len(face.minutes) > 1 or hour < _AFTERNOON or f"{hour}" in u.known.amounts):
        return False
    marks = u.reading.marks
    near = marks[max(0, at - _BESIDE) : at] + marks[face.last : face.last + _BESIDE]
    return not any(mark & (CURRENCY | PRICE | (0 if minute else DURATION_UNIT)) for mark in near)


_BESIDE: Final = 4
_AFTERNOON: Final = 13


def _is_led(u: Utterance, at: int, face: Face, leads: frozenset[str]) -> bool:
    words = u.reading.words
    before = words[at - 1] if at else ""
    if before == "as" and words[at - 2 : at - 1] in (["early"], ["late"], ["soon"]):
        return True
    if before in leads:
        return face.kind != "." or face.minutes[0] % 5 == 0
    if before == "on" and words[at - 2 : at - 1] in _LEAVING:
        return True
    if before == "for" and _NO_APPOINTMENT.isdisjoint(words[max(0, at - 4) : at]):
        return not _BOOKING.isdisjoint(words[max(0, at - 5) : at - 1])
    return False


_NO_APPOINTMENT: Final = frozenset("table alarm timer oven thermostat".split())
"""What else is booked or set for an hour or a number: "a table for 6", "the alarm set for 3"."""
_LEAVING: Final = [["bailed"], ["flaked"], ["cancelled"], ["canceled"]]
"""Whose "on 4" is an hour: "someone bailed on 4"."""


def _beside_day(u: Utterance, at: int, last: int) -> bool:
    """True beside a date or a part of the day: "Friday 6", "6 tonight", "6 in the morning"."""
    words = u.reading.words
    behind = last
    after = words[last] if last < len(words) else ""
    if after in ("on", "this"):
        last += 1
        after = words[last] if last < len(words) else ""
    if after == "the" and words[last + 1 : last + 2] in (["night"], ["day"], ["morrow"], ["morra"]):
        return True
    if after in ("in", "at") and words[last : last + 2] in (["in", "the"], ["at", "night"]):
        following = words[last + 2] if words[last + 1] == "the" and last + 2 < len(words) else "night"
        return following in _DAY_PARTS
    before = at - 1 if at and words[at - 1] == "," else at
    if before and words[before - 1] in _DAY_PARTS:
        return True
    if not u.days:
        return False
    near = claims_between(u.days, before - _REACH, last + 1)
    return any(
        d.first in (behind, last) or d.last == before for d in near if d.begin == d.until or not d.vague
    )


def _is_praised(u: Utterance, last: int) -> bool:
    """True for "6 works", "6 is perfect", "6 would suit", "4 or 5 free"."""
    begin = last
    for _ in range(4):
        if _word_at(u, last) not in ("or", "and", ",", "/"):
            break
        if last > begin and _is_left_to_them(u, last + 1):
            return True
        face = read_face(u.reading, last + 1) if last + 1 < len(u.reading) else None
        if face is None and last > begin and u.reading.words[last] == ",":
            break  # "4 or 5, both are free"
        if face is None:
            return False
        last = face.last
        if face.firm or _beside_day(u, last, last):
            return True
    words = u.reading.words
    if words[last : last + 1] in (["after"], ["before"]) and not MEALS.isdisjoint(words[last + 1 : last + 2]):
        last += 2  # "9 after dinner is doable"
    if last > begin:
        return _is_said_of_several(u, last)
    return _is_settled(words, last) or _has_predicate(u, last)


def _is_said_of_several(u: Utterance, last: int) -> bool:
    """True for "4 or 5 are free", "4 or 5, both work", "3 or 4, which suits?"."""
    words = u.reading.words
    if _is_asked_of(words, last):
        return True
    last = past_both(words, last)
    if words[last : last + 1] == ["are"]:
        return not PRAISE.isdisjoint(words[last + 1 : last + 4])
    return _is_settled(words, last) or _has_predicate(u, last)


def _is_asked_of(words: list[str], last: int) -> bool:
    """True for "(3 or 4), which suits?", "(3 or half 4) later, which one is easier?"."""
    last += words[last : last + 1] in _SOMETIME
    last += words[last : last + 1] == [","]
    if words[last : last + 1] != ["which"]:
        return False
    return not _SUITING.isdisjoint(words[last + 1 : last + 5])


_SOMETIME: Final = [["later"], ["today"], ["tonight"], ["then"]]
_SUITING: Final = frozenset(
    "suits suit works easier easiest better best handier handiest nicer prefer rather".split()
)


def _is_left_to_them(u: Utterance, at: int) -> bool:
    """True for "(4 or 5,) your call", "you choose", "whichever suits", "take your pick"."""
    words = u.reading.words
    if words[at : at + 1] == ["your"]:
        return words[at + 1 : at + 2] in _CHOICES and closes(u, at + 2)
    if words[at : at + 1] == ["whichever"]:
        return not _SUITING.isdisjoint(words[at + 1 : at + 4]) or words[at + 1 : at + 2] == ["you"]
    return words[at : at + 2] in _CHOOSE or words[at : at + 3] == ["take", "your", "pick"]


_CHOOSE: Final = [["you", "choose"], ["you", "pick"], ["you", "decide"], ["pick", "one"]]
_CHOICES: Final = [["choice"], ["call"], ["pick"], ["shout"]]


def _word_at(u: Utterance, at: int) -> str:
    """Return the word at a place, empty behind the end."""
    return u.reading.words[at] if at < len(u.reading) else ""


def _has_predicate(u: Utterance, last: int) -> bool:
    """True for what is said of an hour: "(6) works", "is perfect", "would get you out in time"."""
    words = u.reading.words
    end = len(words)
    last += words[last : last + 2] == ["'", "s"]
    while last < end and words[last] in ("still", "also", "totally", "definitely"):
        last += 1
    word = words[last] if last < end else ""
    if word == "works" and words[last + 1 : last + 2] in _WORKED_ON:
        return False
    if word == "rather" and _is_in_place_of(u, last):
        return True
    if word in _GOOD or word in ("work", "suit") or words[last : last + 2] == ["or", "so"]:
        return True
    if word in _MODALS and (last + 1 == len(words) or u.reading.marks[last + 1] & SENTENCE_END):
        return True
    if word in COPULAS and words[last + 1 : last + 2] in (["no"], ["zero"]):
        return not TROUBLE.isdisjoint(words[last + 2 : last + 3])
    return word in COPULAS and not PRAISE.isdisjoint(words[last + 1 : last + 4])


_WORKED_ON: Final = [["of"], ["your"], ["the"], ["by"], ["out"], ["my"]]
"""What follows "works" where a number counts works, or numbers what does the work: "4 works of art"."""
_I_CAN: Final = [[who, can] for who in ("i", "we") for can in ("can", "could", "might")]
_YOU_COME: Final = [["you", "come"], ["you", "can"], ["you'll", "be"], ["you", "could"]]
_STILL_HAVE: Final = [["i", "still", "have"], ["we", "still", "have"]]
_SERVES: Final = [[verb] for verb in "get give leave let mean make save bring take".split()]
"""What an hour does: "9 would get you out in time"."""


def _is_settled(words: list[str], last: int) -> bool:
    """True for "6 at the earliest", "6 it is", "6 I can do", "6 would get you out in time"."""
    word = words[last] if last < len(words) else ""
    if (
        serves(words, last)
        or words[last : last + 2] in _I_CAN
        or words[last : last + 3] in _STILL_HAVE
        or is_as_agreed(words, last)
        or (word == "would" and words[last + 1 : last + 2] in _SERVES)
    ):
        return True
    if word in ("onwards", "onward") or words[last : last + 2] in _YOU_COME:
        return True
    if word == "at":
        return words[last + 1 : last + 3] in (["the", "earliest"], ["the", "latest"])
    if word == "it":
        return words[last + 1 : last + 2] == ["is"] or words[last + 1 : last + 3] in (
            ["will", "be"],
            ["will", "have"],
        )
    return word == "it'll" and words[last + 1 : last + 2] in (["be"], ["have"])


def _is_in_place_of(u: Utterance, last: int) -> bool:
    """True for the hour of "3 rather than 2", with nothing counted behind the other one."""
    if u.reading.words[last : last + 2] != ["rather", "than"]:
        return False
    face = read_face(u.reading, last + 2) if last + 2 < len(u.reading) else None
    return face is not None and closes(u, face.last)


def _is_seen_at(u: Utterance, at: int, last: int) -> bool:
    """True for "see you 1645": whom one sees so is told when."""
    ends = last >= len(u.reading) or bool(u.reading.marks[last] & (SENTENCE_END | EMOJI | CALENDAR))
    return ends and u.reading.words[max(0, at - 2) : at] in _SEE_YOU


def _is_asked(u: Utterance, at: int, last: int) -> bool:
    """True for "0930?" that says nothing else."""
    words = u.reading.words
    return words[last : last + 1] == ["?"] and (not at or not words[at - 1][0].isalnum())


_SEE_YOU: Final = [["see", "you"], ["meet", "you"], ["expect", "you"]]


def _is_military(u: Utterance, at: int, face: Face, *, joined: bool) -> bool:
    """True for "at 1730", "1730-1900"; years, rooms and prices have the same shape."""
    words = u.reading.words
    word = words[at]
    before = words[at - 1] if at else ""
    if int(word[-2:]) % 15 or word in u.known.amounts or is_rate(u, face.last):
        return False
    if joined and face.minutes[0] % 60:
        return True
    if before not in ("at", "@", "around", "till", "until"):
        if _is_seen_at(u, at, face.last):
            return not word.startswith("20")
        return is_no_amount(u, word) and (_is_praised(u, face.last) or _is_asked(u, at, face.last))
    return (
        len(word) == 3
        or not word.startswith("20")
        or face.minutes[0] % 60 != 0
        or _beside_day(u, at, face.last)
    )
