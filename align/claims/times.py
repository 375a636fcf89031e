"""Clock times, and which of them are the start of an appointment.

A time is read at a number or a clock word. Unmistakable times ("7:30", "6pm", "noon")
always count; a bare hour ("6", "at seven") counts only where its neighbours make it one.
Whether a time proposes an appointment is decided by align/claims/proposals.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.claims.claim import Start
from align.claims.proposals import is_proposed, stated_day
from align.claims.stance import stance_of
from align.reading.cues import CALENDAR, CLOCK, CURRENCY, DURATION_UNIT, NUMBER, NUMBER_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_HOURS: Final = {
    word: hour
    for hour, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
_MINUTES: Final = {
    "five": 5,
    "oh five": 5,
    "ten": 10,
    "fifteen": 15,
    "twenty": 20,
    "twenty five": 25,
    "thirty": 30,
    "thirty five": 35,
    "forty": 40,
    "forty five": 45,
    "fifty": 50,
    "fifty five": 55,
}
_HOUR: Final = r"(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MINUTE: Final = (
    r"(?:oh five|five|ten|fifteen|twenty five|twenty|thirty five|thirty|forty five|forty|fifty five|fifty)"
)
_WORDED: Final = "|".join(_HOURS)
_CLOCK: Final = re.compile(
    r"(?:(?P<digital>(?:[01]?\d|2[0-4])[:.h][0-5]\d)(?![:.,]?\d)"
    rf"|(?P<pasthour>half|quarter|(?:{_MINUTE}|\d{{1,2}})(?: (?:minutes|mins))?) (?P<way>past|to|after|before|of) (?P<hour2>{_HOUR})\b(?![:.,]?\d)"
    rf"|(?P<halfhour>half) ?-? ?(?P<hour3>{_HOUR})\b(?![:.,]?\d)(?! (?:hours?|hrs?|minutes?|mins?))"
    r"|(?P<word>noon|midday|midnight)\b"
    rf"|(?P<hour4>{_HOUR}) (?P<minute4>{_MINUTE})\b"
    rf"|(?P<hour1>2[0-3]|1\d|0?\d|{_WORDED})(?![:.,\d]\d?)(?P<oclock> ?(?:o'clock|oclock))?(?P<ish> ?-? ?(?:ish|sharp))?\b)"
    r"(?: ?(?P<half_day>am|pm|a \. m|p \. m|a|p)\b(?: \.)?)?"
)
_MORNING: Final = frozenset("morning mornings breakfast a.m".split())
_LATER: Final = frozenset(
    "afternoon afternoons evening evenings tonight tonite 2nite night dinner pm arvo".split()
)
_LEADS: Final = frozenset(
    "at @ around about by for from after before till until til between say ~ circa of"
    " starting to through - — past or and".split()
)
_FIRM_LEADS: Final = frozenset("at @ around till until til between say ~ circa by after before from".split())
_TO: Final = frozenset("to and - — till until til through or".split())


@dataclass(frozen=True, slots=True)
class _Time:
    first: int
    last: int
    minutes: tuple[int, ...]
    firm: bool


def read_starts(u: Utterance) -> None:
    """Add a `Start` for every clock time in the text."""
    reading = u.reading
    if not reading.seen & (NUMBER | NUMBER_WORD | CLOCK):
        return
    found: list[_Time] = []
    end = 0
    for index in reading.where(NUMBER | NUMBER_WORD | CLOCK):
        if index < end or not u.is_free(index, index + 1):
            continue
        one = _time_at(u, index, found[-1] if found else None)
        if one is not None and u.is_free(one.first, one.last):
            found.append(one)
            end = one.last
    _add(u, found)


def _add(u: Utterance, found: list[_Time]) -> None:
    skip = -1
    for number, one in enumerate(found):
        if number == skip:
            continue
        last, until = one.last, None
        if number + 1 < len(found) and _is_window(u, one, found[number + 1]):
            skip = number + 1
            other = found[skip]
            last, until = other.last, _after(one.minutes, other.minutes)
        minutes = _narrowed(u, one, until)
        u.take(one.first, last)
        day = stated_day(u, one.first, last)
        u.starts.append(
            Start(
                first=one.first,
                last=last,
                stance=stance_of(u.reading, one.first, last),
                minutes=minutes,
                day=day,
                proposed=is_proposed(u, one.first, last),
                until=until,
            )
        )


def _is_window(u: Utterance, one: _Time, two: _Time) -> bool:
    """True for "3 to 5", "between 3 and 5", "3-5pm"."""
    between = u.reading.words[one.last : two.first]
    if len(between) != 1 or between[0] not in _TO or between[0] == "or":
        return False
    if between[0] == "and":
        return one.first > 0 and u.reading.words[one.first - 1] == "between"
    return True


def _after(starts: tuple[int, ...], ends: tuple[int, ...]) -> tuple[int, ...]:
    later = tuple(e for e in ends if any(e > s for s in starts))
    return later or ends


def _narrowed(u: Utterance, one: _Time, until: tuple[int, ...] | None) -> tuple[int, ...]:
    """Drop the readings that the rest of the sentence rules out ("6 … this evening")."""
    minutes = one.minutes
    if len(minutes) < 2:
        return minutes
    first, last = u.reading.sentence(one.first)
    near = set(u.reading.words[max(first, one.first - 6) : min(last, one.last + 6)])
    if near & _LATER and not near & _MORNING:
        later = tuple(m for m in minutes if m >= 720)
        minutes = later or minutes
    elif near & _MORNING and not near & _LATER:
        minutes = tuple(m for m in minutes if m < 720) or minutes
    if until is not None and len(until) == 1:
        closest = [m for m in minutes if 0 < until[0] - m < 720]
        minutes = tuple(closest) or minutes
    return minutes


def _time_at(u: Utterance, index: int, previous: _Time | None) -> _Time | None:
    reading = u.reading
    match = _CLOCK.match(reading.line, reading.line_at[index])
    if match is None:
        return None
    first, last = reading.words_of(*match.span())
    minutes, firm = _minutes(match)
    if minutes is None:
        return None
    if first != index:
        return None
    if match["digital"] and "." in match["digital"] and not match["half_day"]:
        firm = False
    if match["half_day"] in ("a", "p") and not _is_short_half_day(u, first, last):
        return None
    if not firm and not _is_time_of_day(u, first, last, match, previous):
        return None
    return _Time(first, last, minutes, firm)


def _is_short_half_day(u: Utterance, first: int, last: int) -> bool:
    """Accept "6p" and "6a" only when written together, as people who text do."""
    return last - first == 2 and u.reading.starts[last - 1] == u.reading.ends[first]


def _minutes(match: re.Match[str]) -> tuple[tuple[int, ...] | None, bool]:
    """Return the possible minutes after midnight, and whether it must be a time."""
    group = match.groupdict()
    half = (group["half_day"] or "")[:1]
    if group["word"]:
        return ((0,) if group["word"] == "midnight" else (720,)), True
    if group["digital"]:
        hour, minute = (int(p) for p in re.split(r"[:.h]", group["digital"]))
        return _candidates(hour, minute, half, len(group["digital"]) == 5 and hour < 10), True
    if group["pasthour"]:
        return _past(group, half)
    if group["halfhour"]:
        return _candidates(_HOURS.get(group["hour3"]) or int(group["hour3"]), 30, half), False
    if group["hour4"]:
        hour = _HOURS.get(group["hour4"]) or int(group["hour4"])
        return _candidates(hour, _MINUTES[group["minute4"]], half), bool(half)
    text = group["hour1"]
    hour = _HOURS.get(text) or int(text)
    firm = bool(half or group["oclock"] or group["ish"])
    if hour > 23 or (half and hour > 12):
        return None, False
    return _candidates(hour, 0, half, text.startswith("0")), firm


def _past(group: dict[str, str | None], half: str) -> tuple[tuple[int, ...] | None, bool]:
    hour_text, amount = group["hour2"] or "", (group["pasthour"] or "").split(" m")[0]
    hour = _HOURS.get(hour_text) or int(hour_text)
    if amount == "half":
        if group["way"] not in ("past", "after"):
            return None, False
        shift = 30
    elif amount == "quarter":
        shift = 15
    else:
        shift = _MINUTES.get(amount) or (int(amount) if amount.isdigit() else 0)
        if not 0 < shift < 60:
            return None, False
    firm = amount in ("half", "quarter") or group["way"] == "past"
    if group["way"] in ("to", "before", "of"):
        total = [m - shift for m in _candidates(hour, 0, half)]
        return tuple(m % 1440 for m in total), firm
    return tuple(m + shift for m in _candidates(hour, 0, half)), firm


def _candidates(hour: int, minute: int, half: str, padded: bool = False) -> tuple[int, ...]:
    """Return all readings of a clock face: both halves of the day unless one is said."""
    if half == "a":
        return (hour % 12 * 60 + minute,)
    if half == "p":
        return (hour % 12 * 60 + 720 + minute,)
    if hour > 12 or hour == 0 or padded:
        return (hour % 24 * 60 + minute,)
    early = hour % 12 * 60 + minute
    return early, early + 720


_FOLLOWS: Final = frozenset(
    ". ! ? ; , ) … \n on tonight tomorrow today this is works work suits would could it's then"
    " if for and or so but at in please pls ok okay good fine great perfect free open still as"
    " to - — until till til with because since when ? thanks thx x xx would'd 'd 's 'll instead"
    " sharp ish each every sounds should might may can next works? see has that the i i'm i'll"
    " you we we'll tmrw tmr tonite latest onwards onward only also too again friday saturday"
    " sunday monday tuesday wednesday thursday gmt before after".split()
)
_GOOD: Final = frozenset(
    "works work suits is it's perfect good fine great sounds tonight tonite tomorrow today free"
    " open ok okay 's 2nite tmrw tmr would".split()
)


def _is_time_of_day(
    u: Utterance, first: int, last: int, match: re.Match[str], previous: _Time | None
) -> bool:
    """Decide whether a bare hour is a time: by what leads to it and what follows."""
    reading = u.reading
    words, marks = reading.words, reading.marks
    after = words[last] if last < len(words) else "."
    after_marks = marks[last] if last < len(words) else 0
    lead = words[first - 1] if first else "."
    if last < len(words) and after_marks & (CURRENCY | DURATION_UNIT) and after not in ("k", "h"):
        return False
    if lead in ("$", "€", "£", "#") or after in ("%", "$", "€", "£", "x", "×"):
        return False
    if after not in _FOLLOWS and not after_marks & (CALENDAR | CLOCK):
        return False
    if lead in _FIRM_LEADS:
        return lead not in ("from", "by", "about", "between", "before", "after") or _hour_like(
            u, first, last, after, after_marks
        )
    if previous is not None and lead in _TO and previous.last == first - 1:
        return True
    if after_marks & CLOCK or after in ("tonight", "tmrw", "tomorrow", "today", "tonite"):
        return True
    if marks[first - 1] & CALENDAR if first else False:
        return True
    if lead == "for" and _near(words, first, "see you be there ready come us meet on then".split()):
        return True
    if after in _GOOD and match["hour1"] and (lead in (".", ",", "!", "?", "yes", "yep", "sure", "yeah", "so", "ok", "then", "but")):
        return True
    if match["halfhour"] or match["hour4"]:
        return bool(after_marks & (CLOCK | CALENDAR)) or lead in ("at", "for", "by", "around")
    return bool(previous is not None and lead in (",", "or") and first - previous.last <= 2)


def _near(words: list[str], first: int, cues: list[str]) -> bool:
    return any(w in cues for w in words[max(0, first - 5) : first])


def _hour_like(u: Utterance, first: int, last: int, after: str, after_marks: int) -> bool:
    """For leads that also introduce amounts and counts ("from 60", "by 5")."""
    text = u.reading.words[first]
    hour = int(text) if text.isdigit() else _HOURS.get(text, 0)
    return hour <= 12 or bool(after_marks & (CLOCK | CALENDAR))
