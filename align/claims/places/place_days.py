"""Which dates a place is said of.

A date belongs to the place that it stands beside, behind it by preference ("in Galway
Friday to Sunday and back in Dublin on Monday"), before it where the list runs that way
("Friday in Leeds, Saturday in Cork"). Without one in its sentence a place takes the date
that the sentence before, or the client's question, has raised.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.nearby import claims_between
from align.claims.places.next_to_sentence import sentence_before
from align.claims.places.presence_words import PARTS, Part
from align.claims.places.suiting import FIT, SUITING, says_suitable
from align.claims.places.topic_stretch import behind_stop, is_weekday
from align.records import changed

if TYPE_CHECKING:
    from datetime import date

    from align.claims.claim import Days
    from align.claims.utterance import Utterance

_FAR: Final = 99
_REACH: Final = 6
_LAST_REACH: Final = 10
_COMMA: Final = 3
_NEXT_CLAUSE: Final = 6
_NEAREST: Final = 3
_SMALL: Final = frozenset(
    "on from until till the this for ( : - morning afternoon evening night onwards onward".split()
)
_NEXT: Final = frozenset("then afterwards off straight onwards".split())
_UNTIL: Final = frozenset("until till til through thru".split())
_SAID_OF_A_DAY: Final = SUITING | FIT | frozenset("is 's would will should could can sounds looks it".split())
_ONE_DAY: Final = timedelta(days=1)
_SOME_TIME: Final = timedelta(days=60)
_GREETING: Final = 4
_TURN: Final = 6
_ONLY_REACH: Final = 7
_WAS: Final = frozenset("was were wasn't weren't went had did loved".split())
_UNMEANT: Final = frozenset((Stance.QUOTED, Stance.REFUSED, Stance.CORRECTED))


def days_of(
    u: Utterance, cue: int, end: int, near: tuple[int, int], *, inherits: bool
) -> tuple[Days | None, bool]:
    """Return the dates said of the place on the words `[cue, end)`, and whether beside it.

    `near` are the word behind the place before it and the cue of the place after it (the
    text's bounds where there is none); `inherits` allows a date of the sentence before or
    of the client's message, which is not beside the place.
    """
    if u.days:
        begin, stop = u.reading.sentence(cue)
        near_days = u.days
        if len(near_days) > 2 * _NEAREST:
            at = bisect_left(near_days, cue, key=lambda d: d.first)
            near_days = near_days[max(0, at - _NEAREST) : at + _NEAREST]
        own = [d for d in near_days if begin <= d.first < stop and d.stance not in _UNMEANT]
        own = [d for d in own if not _is_of_a_past_clause(u, end, d)]
        ended = _ended_before(u, own, near[0], cue)
        if ended is not None and _follows(u, ended.last, cue, end):
            behind = [d for d in own if end <= d.first < near[1]]
            if not behind:
                return _from_then_on(ended), True
            own = behind
        else:
            ended = None
        if own:
            least, best = min(((_away(u, cue, end, near, d), i) for i, d in enumerate(own)))
            alone = near[0] <= begin and near[1] >= stop
            follows = own[best].first >= end and least < (_FAR if alone else _LAST_REACH) and near[1] >= stop
            near_enough = least < _REACH or follows or (alone and _opens_all(u, own, (begin, cue)))
            near_enough = near_enough or (alone and _is_of_one_day(u, own, cue))
            day = own[best]
            gone = ended.until if ended is not None else _gone_by(u, begin, cue, day)
            if gone is not None and is_weekday(u, day):
                day = behind_stop(day, gone, u.moment.today)
            day = _begun_behind(u, day, ended, cue)
            return (_from_the_one_before(u, day, own[:best], cue) if near_enough else None), True
    return (_inherited(u, cue) if inherits else None), False


def _ended_before(u: Utterance, own: list[Days], begin: int, cue: int) -> Days | None:
    """Return the last day of the place before: the 12th of "Leeds until the 12th" and of "the 10th to the 12th"."""
    words = u.reading.words
    for day in reversed(own):
        if begin <= day.first and day.last <= cue:
            if day.vague and day.until - day.begin > _SOME_TIME:
                return None  # some day of a year, like a movable feast, ends nothing
            runs = day.until > day.begin or not _UNTIL.isdisjoint(words[max(begin, day.first - 2) : day.last])
            return day if runs else None
    return None


def _follows(u: Utterance, last: int, cue: int, end: int) -> bool:
    """True for ", then York", "York after that", "York afterwards", "York from then on", "York after, …"."""
    words = u.reading.words
    if not _NEXT.isdisjoint(words[last:cue]) or _is_after_that(words, last, cue):
        return True
    if words[end : end + 1] in (["afterwards"], ["afterward"], ["thereafter"]):
        return True
    behind = words[end + 1] if end + 1 < len(words) else "."
    after = words[end : end + 1] == ["after"] and (behind in ("that", "then") or not behind[0].isalnum())
    after |= words[end : end + 1] == ["next"] and not behind[0].isalnum()  # "Leeds this week, York next"
    return after or words[end : end + 2] == ["from", "then"]


def _is_after_that(words: list[str], begin: int, end: int) -> bool:
    """True for "Monday in town, and after that I'm in York": from there on."""
    return any(words[at : at + 2] == ["after", "that"] for at in range(begin, end - 1))


def _gone_by(u: Utterance, begin: int, cue: int, day: Days) -> date | None:
    """Return the last day named before "after that I'm in York": what is said of York comes behind it."""
    ahead = min(day.first, cue)
    words = u.reading.words[max(begin, ahead - _TURN) : ahead]
    if not ("then" in words and day.vague) and not _is_after_that(words, 0, len(words)):
        return None  # "then Thursday" is the next of a list
    earlier = claims_between(u.days, sentence_before(u.reading, begin)[0], ahead)
    return earlier[-1].begin if earlier else None


def _from_then_on(day: Days) -> Days:
    return changed(day, begin=day.until + _ONE_DAY, until=day.until + _SOME_TIME, vague=True)


def _begun_behind(u: Utterance, day: Days, ended: Days | None, cue: int) -> Days:
    """Return "through Saturday" from the day that the stop before ends: "away till Monday, then in Leeds through Saturday"."""
    begin = ended.until + _ONE_DAY if ended is not None and ended.last <= cue else day.begin
    if day.begin != u.moment.today or not day.begin < begin <= day.until:
        return day
    return changed(day, begin=begin)


def _from_the_one_before(u: Utterance, day: Days, earlier: list[Days], cue: int) -> Days:
    """Return "until Sunday" from the day that is spoken of: "the weekend of the 11th suits, I'm in Leeds until Sunday"."""
    if day.begin != u.moment.today:
        return day
    start = u.reading.sentence(cue)[0]
    if _is_after_that(u.reading.words, start, min(cue, start + _GREETING)):
        return day  # some day behind the one that was spoken of
    if not earlier or earlier[-1].last > cue:
        return day
    begin = earlier[-1].begin
    return changed(day, begin=begin) if day.begin < begin <= day.until else day


def _opens_all(u: Utterance, own: list[Days], span: tuple[int, int]) -> bool:
    """True for the one day of "Saturday would be a delight, and you could come to Leeds"."""
    begin, cue = span
    return (
        len(own) == 1
        and begin <= own[0].first
        and own[0].last <= cue
        and _opens(u.reading.words, begin, own[0].first)
        and not any(PARTS.get(w) is Part.STOP for w in u.reading.words[own[0].last : cue])
    )


def _is_of_one_day(u: Utterance, own: list[Days], cue: int) -> bool:
    """True for "1pm today is yours, see you in Leeds": one day, and nothing that turns to another before the place."""
    days = {(d.begin, d.until) for d in own}
    before = [d for d in own if d.last <= cue]
    if len(days) != 1 or not before or own[0].begin != own[0].until:
        return False
    between = u.reading.words[before[-1].last : cue]
    return len(between) <= _ONE_OFFER and _TURNING.isdisjoint(between)


_ONE_OFFER: Final = 16
"""Words between a day and the place of the same offer."""
_TURNING: Final = frozenset(
    "but or if unless otherwise next else instead normally usually always when while whenever until till"
    " before after since because then though although rather than say hi hello regards greet".split()
)
"""What turns to another day, to no day at all, or to people elsewhere."""


def _opens(words: list[str], begin: int, first: int) -> bool:
    """True for the day of "On Saturday", "Hi Anna, on Saturday"."""
    at = first
    while at > begin and (PARTS.get(words[at - 1]) is Part.SKIP or words[at - 1] in _BEGINNING):
        at -= 1
    return at == begin or (PARTS.get(words[at - 1]) is Part.LINK and at - begin <= _GREETING)


_BEGINNING: Final = frozenset("from starting beginning".split())


def _is_of_a_past_clause(u: Utterance, end: int, day: Days) -> bool:
    """True for the month of "I'm in Leeds now, moved here last month"."""
    if day.until >= u.moment.today or day.first < end:
        return False
    between = u.reading.words[end : min(day.first, end + _LAST_REACH)]
    return any(PARTS.get(w) in (Part.LINK, Part.STOP) for w in between)


def _away(u: Utterance, cue: int, end: int, near: tuple[int, int], day: Days) -> int:
    """Return how far a date is from a place; another place between parts them."""
    if end <= day.first < near[1]:
        return _gap(u, end, day.first)
    if near[0] <= day.last <= cue:
        # A tie goes to the date behind the place.
        return _gap(u, day.last, cue) + 1
    return _FAR


def _gap(u: Utterance, begin: int, end: int) -> int:
    """Return how far apart a place and a date are."""
    words = u.reading.words
    total = 0
    for index in range(begin, min(end, begin + _FAR)):
        part = PARTS.get(words[index])
        if part is Part.LINK:
            total += _COMMA
        elif part is Part.STOP or (total and part in (Part.SPEAKER, Part.LISTENER)):
            total += _NEXT_CLAUSE
        elif words[index] not in _SMALL:
            total += 1
    return min(total, _FAR - 2)


def _settled_before(u: Utterance, begin: int) -> Days | None:
    """Return the day of "Saturday the 16th works. Come to the Leeds office"."""
    previous, end = sentence_before(u.reading, begin)
    earlier = claims_between(u.days, previous, end)
    if len(earlier) != 1 or earlier[0].stance in _UNMEANT or earlier[0].last >= end - 1:
        return None
    verb = earlier[0].last
    said = u.reading.words[verb] in _SAID_OF_A_DAY and u.reading.words[earlier[0].first - 1] != "since"
    return earlier[0] if said and says_suitable(u, verb) else None


def _inherited(u: Utterance, cue: int) -> Days | None:
    """Return the date that the sentence before, or the client's message, has raised."""
    begin, _ = u.reading.sentence(cue)
    previous, end = sentence_before(u.reading, begin)
    if end and u.reading.words[end - 1] == "?":
        earlier = [d for d in u.days if previous <= d.first < end and d.stance is not Stance.REFUSED]
        if len(earlier) == 1:
            return earlier[0]
    settled = _settled_before(u, begin)
    if settled is not None:
        return settled
    if u.inbound is None or u.days or len(u.inbound.days) != 1:
        return None
    asked = u.inbound.days[0]
    if asked.until < u.moment.today or asked.stance in (Stance.REFUSED, Stance.QUOTED):
        return None
    looks_back = not _WAS.isdisjoint(u.inbound.reading.words[max(0, asked.first - _LAST_REACH) : asked.first])
    if looks_back or "only" in u.reading.words[max(begin, cue - _ONLY_REACH) : cue]:
        return None  # "it was perfect on Saturday"; "it's only Leeds and York for me", whenever that is
    return asked
