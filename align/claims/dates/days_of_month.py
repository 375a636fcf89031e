"""The day of a month by its number: "the 28th", "Saturday 14", where nothing follows that it could count.

An ordinal is a date only where its neighbours leave it nothing to count: not the "3rd
floor", "her 70th", "the 2nd session".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal
from align.claims.dates.calendar_names import MONTHS, SUFFIXES, WEEKDAYS
from align.claims.dates.found import Found
from align.claims.dates.place_before import is_place_before
from align.reading.cues import CALENDAR, CLOCK, EMOJI, NUMBER, PLACE_WORD, SELF, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_PAST: Final = frozenset("was were had went been thanks thank met saw since did".split())
_OWNERS: Final = frozenset("her his my your mum mom dad 's our their a an mums moms ur".split())
_CLOSING: Final = frozenset(
    ". , ! ? ; : … ) ( \n - — at to till until til through thru and & or for if so but in is 's works "
    "work would"
    " could can i i'm i'll i'd i've we we're we'll we'd we've you you'll you'd you're up let's from "
    "then because with it of on around by before after only onwards"
    " onward too as when while between looks suits free open just instead also now that which there are was"
    " has will please pls thanks x xx my your he she they may might should onwards / it's that's about "
    "this yes yep yeah no right ok lah innit only all straight".split(" ")
)


def day_of_month(u: Utterance, at: int) -> Found | None:
    """Read "the 28th", "14th", where nothing follows that it could count."""
    words = u.reading.words
    number = int(words[at])
    before = words[at - 1] if at else ""
    last = at + 2
    if before in _OWNERS or not 1 <= number <= 31:
        return None
    if not (closes(u, last) or _is_of_its_weekday(u, at) or _is_on_the_day(words, at)):
        return None
    if before == "the":
        return numbered(u, at - 1, last, number)
    if (before not in _SPANNING and _is_corner(u, last)) or (before == "on" and month_first(u)):
        return None
    leads = not at or before in _BARE_LEADS or before in WEEKDAYS or before in MONTHS
    leads = leads or _opens_run(words, last) or is_place_before(u, at) or words[last : last + 3] in _OF_MONTH
    return numbered(u, at, last, number) if leads else None


def _is_of_its_weekday(u: Utterance, at: int) -> bool:
    """True for "Saturday the 20th" where that is a Saturday, whatever follows."""
    words = u.reading.words
    back = at - 2 if at >= 2 and words[at - 1] == "the" else at - 1
    weekday = WEEKDAYS.get(words[back]) if back >= 0 else None
    day = None if weekday is None else cal.coming(u.moment.today, int(words[at]), weekday)
    return day is not None and day.weekday() == weekday


def _is_on_the_day(words: list[str], at: int) -> bool:
    """True for "on the 20th come over", not for "on the 20th floor": so many are rarely counted up to."""
    behind = words[at + 2] if at + 2 < len(words) else ""
    return (
        int(words[at]) > _COUNTED_UP_TO
        and words[max(0, at - 2) : at] == ["on", "the"]
        and behind not in _COUNTED
    )


_COUNTED_UP_TO: Final = 12
_COUNTED: Final = frozenset(
    "floor street st avenue ave century birthday anniversary edition hole row page level storey fret bar "
    "measure"
    " time attempt try visit session lesson client customer person guest one place day week month year "
    "hour minute"
    " district arrondissement station platform parallel amendment".split()
)
"""What is numbered so high: "on the 21st floor"."""
_OF_MONTH: Final = [["of", which, "month"] for which in ("this", "next", "the")]


def _opens_run(words: list[str], last: int) -> bool:
    """True for the first of "7th-12th", "3rd to 5th", whatever leads to it."""
    joint, *ends = (*words[last : last + 3], "", "", "")[:3]
    return joint in ("-", "—", "to", "till", "until") and ends[0].isdigit() and ends[1] in SUFFIXES


_SPANNING: Final = frozenset("until till from since".split())
_BARE_LEADS: Final = frozenset(
    "on until till til to from by and & - — or , through thru between for . ! ? : ( \n since".split(" ")
)


def closes(u: Utterance, last: int) -> bool:
    """True when the word behind a number leaves it nothing to count."""
    words, marks = u.reading.words, u.reading.marks
    if last >= len(words) or words[last] in _CLOSING:
        return True
    return bool(marks[last] & (CALENDAR | CLOCK | NUMBER | EMOJI | SENTENCE_END | PLACE_WORD))


def _is_corner(u: Utterance, last: int) -> bool:
    """True for a street corner: "5th and Pine"."""
    words, marks = u.reading.words, u.reading.marks
    if last + 1 >= len(words) or words[last] not in ("and", "&", "/"):
        return False
    return not marks[last + 1] & (CALENDAR | NUMBER | SELF) and words[last + 1] not in _CLOSING


def numbered(u: Utterance, first: int, last: int, number: int) -> Found | None:
    """Return the coming day with a number, or the last one where the clause speaks of the past."""
    begin = max(u.reading.sentence(first)[0], first - 6)  # "Thanks! On the 15th I'm in Leeds"
    past = not _PAST.isdisjoint(u.reading.words[begin:first])
    day = cal.coming(u.moment.today, number, past=past)
    return Found(first, last, day, day, number=number) if day else None


def after_weekday(u: Utterance, at: int) -> Found | None:
    """Read the number of "Saturday 14" where the calendar agrees, and no clock could say it."""
    words, marks = u.reading.words, u.reading.marks
    back = at - 2 if at >= 2 and words[at - 1] == "the" else at - 1
    weekday = WEEKDAYS.get(words[back]) if back >= 0 else None
    number = int(words[at])
    if weekday is None or not 1 <= number <= 31 or not closes(u, at + 1):
        return None
    day = cal.coming(u.moment.today, number, weekday)
    if day is None or day.weekday() != weekday:
        return None
    following = marks[at + 1] if at + 1 < len(marks) else 0
    if number <= 12 and not _is_timed(u, at + 1):
        return None
    if following & CLOCK:
        return None
    return Found(at, at + 1, day, day, number=number)


def _is_timed(u: Utterance, at: int) -> bool:
    """True when a clock time follows, so that the number before it is none."""
    words, marks = u.reading.words, u.reading.marks
    if words[at : at + 1] in (["at"], ["@"], [","], ["from"]):
        at += 1
    return at < len(marks) and bool(marks[at] & NUMBER)


_US_ZONES: Final = frozenset(
    f"America/{city}"
    for city in (
        "New_York Chicago Denver Los_Angeles Phoenix Anchorage Detroit Boise Juneau Indiana/Indianapolis"
        " Kentucky/Louisville Adak Menominee"
    ).split()
) | {"Pacific/Honolulu"}


def month_first(u: Utterance) -> bool:
    """True where people write the month first: in the United States."""
    zone = u.known.zone.key
    return zone in _US_ZONES or (
        u.known.currency == "USD" and not zone.startswith(("Europe/", "Australia/", "Asia/"))
    )
