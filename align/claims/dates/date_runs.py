"""Join dates that belong together: "Friday the 13th", "Mon-Wed", "the 14th & 15th", "till Monday"."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal

if TYPE_CHECKING:
    from datetime import date

    from align.claims.dates.found import Found
    from align.claims.utterance import Utterance

_PERIOD: Final = frozenset("to until till til through thru - —".split())
_LIST: Final = frozenset("and & , or / plus".split())
_SKIPPED: Final = frozenset(
    "the on this coming inclusive morning evening right up all way straight clear".split()
)
_ON: Final = frozenset("through thru on over across".split())
"""Before the word of a period: "through to", "on until"."""
_APART: Final = 6
_UNTIL: Final = frozenset("until till til through thru".split())
_OPENING: Final = _UNTIL | {"after", "before"}
_WAITING: Final = frozenset(("wait", "hold", "hang"))
_WEEK: Final = frozenset(("week", "wk"))
_OF: Final = ("week of", "weekend of")
_FRIDAY: Final = 4
_A_MONTH: Final = 27
_A_DAY: Final = timedelta(days=1)


def join(u: Utterance, found: list[Found]) -> list[Found]:
    """Join what belongs together, in order; then open "until Friday" at today."""
    if len(found) == 1:
        return [_opened(u, one) for one in found if one.kind not in _OF]
    joined: list[Found] = []
    for written in _in_one_week(u, _numbered(u, found)):
        one = _after_month(u, joined, written)
        run = _run(u, joined[-1], one) if joined else None
        if run is None:
            joined.append(one)
        else:
            joined[-1] = run
    return [_opened(u, one) for one in joined if one.kind not in _OF]


def _numbered(u: Utterance, found: list[Found]) -> list[Found]:
    """Merge each weekday with the number behind it first: "Monday the 14th to Tuesday (22nd)"."""
    words = u.reading.words
    merged: list[Found] = []
    for two in found:
        one = merged[-1] if merged else None
        if (
            one is not None
            and one.weekday is not None
            and two.number is not None
            and _joint(u, one, two) in ("", "(")
        ):
            day = _merged(u, one, two) or one
            closed = words[day.last : day.last + 1] == [")"]
            merged[-1] = day._replace(last=day.last + 1) if closed else day
        else:
            merged.append(two)
    return merged


def _in_one_week(u: Utterance, found: list[Found]) -> list[Found]:
    """Put weekdays in the week that is named behind the last of them: "Friday to Sunday next week"."""
    words = u.reading.words
    named = [one.begin == one.until and words[one.last - 1] in _WEEK for one in found]
    if True not in named:
        return found
    found = list(found)
    for i in range(len(found) - 1, 0, -1):
        one, two = found[i - 1], found[i]
        joint = _joint(u, one, two) if named[i] else None
        if joint not in _PERIOD and (joint not in _LIST or (joint == "," and words[two.last - 1] in _WEEK)):
            continue
        if one.weekday is not None and one.weekday < two.begin.weekday():
            day = cal.ahead(cal.monday_of(two.begin), one.weekday)
            found[i - 1] = one._replace(begin=day, until=day, weekday=None)
            named[i - 1] = True
    return found


def _after_month(u: Utterance, joined: list[Found], one: Found) -> Found:
    """Take a bare "the 12th" behind "2 March" as March's: what is listed runs forward."""
    if not joined or one.number is None or one.begin >= joined[-1].until:
        return one
    last = joined[-1]
    if last.kind != "date" or u.reading.sentence(last.first) != u.reading.sentence(one.first):
        return one
    day = cal.coming(last.until, one.number)
    return one if day is None else one._replace(begin=day, until=day, kind="date")


def _joint(u: Utterance, one: Found, two: Found) -> str | None:
    """Return the word or mark that joins two neighbours, empty if nothing does; None if they are apart."""
    if two.first - one.last > _APART or two.kind == "next day":
        return None  # "here on the 12th, and the next day in Leeds" is no run
    between = [w for w in u.reading.words[one.last : two.first] if w not in _SKIPPED]
    if len(between) > 1:
        between = [w for w in between if w not in (",", "(")] or [","]
    if len(between) == 2 and between[0] in _ON and between[1] in _PERIOD:
        between = between[1:]
    if len(between) > 1:
        return None
    return between[0] if between else ""


def _run(u: Utterance, one: Found, two: Found) -> Found | None:
    """Return the one date that two neighbours make, if they do."""
    joint = _joint(u, one, two)
    if joint is None:
        return None
    if joint == "after" and "," in u.reading.words[one.last : two.first]:
        joint = ","  # "the Friday after, the 19th"
    if joint in ("", ",", "(", "a", "of"):
        merged = _merged(u, one, two)
        if merged is not None:
            return merged
    if joint == "and" and one.first and u.reading.words[one.first - 1] == "between":
        joint = "to"
    if joint in _PERIOD:
        return _period(one, two)
    if joint in _LIST and not (joint == "," and _is_put_right(u, one, two)):
        return _listed(one, two, joint)
    return None


def _is_put_right(u: Utterance, one: Found, two: Found) -> bool:
    """True for "not today, tomorrow at 4": one day in place of the other; "not Friday, Saturday or Sunday" lists."""
    words = u.reading.words
    if words[one.first - 1 : one.first] != ["not"]:
        return False
    return words[two.last : two.last + 1] not in (["or"], ["and"], [","], ["nor"])


def _merged(u: Utterance, one: Found, two: Found) -> Found | None:
    """Merge two names of one date: "Weds 4th", "the 20th, Thursday", "next week on Friday"."""
    today = u.moment.today
    if one.kind == "week of":
        monday = cal.monday_of(two.begin)
        return two._replace(first=one.first, begin=monday, until=cal.ahead(monday, 6), vague=True, kind="")
    if one.kind == "weekend of":
        sunday = cal.ahead(cal.monday_of(two.begin), 6)
        begin = min(two.begin, cal.ahead(sunday, -1))
        begin = begin if begin.weekday() >= _FRIDAY else cal.ahead(sunday, -1)
        return two._replace(
            first=one.first, begin=begin, until=sunday, vague=True, kind="", number=None, weekday=None
        )
    if one.weekday is not None and two.number is not None:
        day = cal.coming(today, two.number, one.weekday) or two.begin
        return two._replace(first=one.first, begin=day, until=day, number=None)
    if one.number is not None and _is_month(two, today):
        # "the 3rd of next month"; of this month the days that are left are named
        named = cal.exact(two.begin.year, two.begin.month, one.number)
        return one._replace(last=two.last, begin=named, until=named, number=None) if named else None
    if one.number is not None and two.weekday is not None:
        day = cal.coming(today, one.number, two.weekday) or one.begin
        return one._replace(last=two.last, begin=day, until=day, number=None)
    if one.kind == "week" and two.weekday is not None:
        day = cal.ahead(cal.monday_of(one.until), two.weekday)
        return two._replace(first=one.first, begin=day, until=day, weekday=None)
    if _single(one) and _single(two):
        return _one_day(one, two)
    if one.begin <= two.begin and two.until <= one.until and one.kind in ("", "date"):
        if one.begin < one.until == two.begin == two.until and not one.vague:
            return one._replace(last=two.last)  # "Monday the 23rd until Wednesday, the 25th"
        return two._replace(first=one.first)
    return None


def _is_month(found: Found, today: date) -> bool:
    """True for "next month" and "this month", whose days that are gone are not named."""
    if found.begin.day == 1 and (found.until - found.begin).days >= _A_MONTH:
        return True
    ends = cal.ahead(found.until, 1).day == 1 and found.until.month == today.month
    return found.vague and found.begin == today and ends and found.until.year == today.year


def _one_day(one: Found, two: Found) -> Found | None:
    """Merge two single days where one says the other again ("today, Thursday")."""
    if (
        one.weekday is not None
        and two.weekday is None
        and (two.kind == "date" or two.begin.weekday() == one.weekday)
    ):
        return two._replace(first=one.first)
    if two.weekday is not None and one.weekday is None and one.begin.weekday() == two.weekday:
        return one._replace(last=two.last)
    if one.begin == two.begin and one.weekday is None and two.weekday is None:
        return one._replace(last=two.last)
    return None


def _single(one: Found) -> bool:
    return one.begin == one.until and one.kind in ("", "date")


def _period(one: Found, two: Found) -> Found | None:
    """Join the ends of a period, moving the second on until it lies behind the first."""
    if (
        one.number is not None
        and two.number is not None
        and two.until < one.begin
        and one.number < two.number
    ):
        # "from the 7th to the 12th", said on the 9th, is under way
        one = one._replace(begin=two.until.replace(day=one.number))
    until = two.until
    if until < one.begin and two.weekday is not None:
        until = cal.ahead(until, 7 * -((until - one.begin).days // 7))
    if until < one.begin and two.number is not None:
        until = cal.coming(one.begin, two.number) or until
    begin = one.begin
    if until < begin and one.weekday is not None:
        # "Mon-Fri this week", said in the middle of it
        begin = cal.ahead(cal.monday_of(until), one.weekday)
    if until < begin:
        return None
    if (
        one.number is not None
        and two.number is None
        and two.begin == two.until
        and two.begin.day > one.number
    ):
        # "the 14th to 16 November": the month stands only once.
        begin = two.begin.replace(day=one.number)
    return two._replace(first=one.first, begin=begin, until=until, weekday=None, number=None, vague=False)


def _listed(one: Found, two: Found, joint: str) -> Found | None:
    """Join neighbouring days of a list into a run; days further apart stay two dates."""
    if one.vague != two.vague or two.begin != two.until:
        return None
    if not timedelta(0) <= two.begin - one.until <= _A_DAY:
        return None
    vague = one.vague or joint == "or"
    return two._replace(first=one.first, begin=one.begin, vague=vague, weekday=None, number=None)


def _opened(u: Utterance, one: Found) -> Found:
    """Read "until Friday" as from today on, and "after Friday" as the days behind it."""
    words = u.reading.words
    before = words[one.first - 1] if one.first else ""
    if before == "the" and one.first > 1 and one.weekday is None:
        before = words[one.first - 2]
    if before not in _OPENING:
        return one
    today = u.moment.today
    if before in _UNTIL and not _WAITING.isdisjoint(words[max(0, one.first - 4) : one.first - 1]):
        return one  # "if you can wait till Thursday"
    if before in _UNTIL and one.until >= today and one.begin == one.until:
        return one._replace(begin=today)
    if before in _UNTIL and (one.until.month, one.vague) == (one.begin.month, True) and _ends_month(u, one):
        return one._replace(begin=min(today, one.begin), vague=False)
    if before == "after" and one.until >= today and not one.vague:
        return one._replace(begin=cal.ahead(one.until, 1), until=cal.ahead(one.until, 7), vague=True)
    if before == "before" and one.begin > today:
        return one._replace(begin=today, until=cal.ahead(one.begin, -1), vague=True)
    return one


def _ends_month(u: Utterance, one: Found) -> bool:
    """True for "until the end of June": up to its last day."""
    words = u.reading.words[max(0, one.first - 3) : one.last]
    return "end" in words and one.until == cal.ahead(one.until, 1).replace(day=1) - _A_DAY
