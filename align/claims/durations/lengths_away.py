"""Lengths that stand like an offer and are none: journeys, parts of a whole, what a rule forbids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf
from align.claims.durations.length_words import FITTING_IN
from align.claims.durations.lengths_till_start import is_till_start
from align.claims.durations.other_providers import is_given_elsewhere
from align.claims.durations.plain_offers import is_plainly_offered, is_taken_up
from align.claims.durations.split_lengths import wholes_named
from align.claims.heard import lengths_heard
from align.claims.nearby import claims_between
from align.reading.cues import BREAK, COMMA, DURATION_UNIT, NEGATION, NUMERIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.claims.utterance import Utterance

_CLAUSE: Final = 6


def is_away(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for a length that is somebody else's, a journey's, a part, or ruled out behind it."""
    words, shortest = u.reading.words, u.known.shortest
    behind = words[last] if last < len(words) else ""
    for judge in _BY_WORD_BEHIND.get(behind, ()):
        if judge(u, first, last):
            return True
    if minutes < shortest and (
        _is_split(u, first, last)
        or (minutes * 2 <= shortest and _is_within_the_hour(u, first))
        or (minutes * 3 <= shortest and _is_small_part(words, first, last))
    ):
        return True
    return (
        (first > 0 and _is_of_parking(words, first))
        or _is_for_a_journey(u, first, last)
        or _is_journey_again(u, first, last)
        or is_till_start(u, first, last, minutes)
        or is_given_elsewhere(u, first, last)
        or _is_ruled_out(u, first, last)
    )


_GONE_BY: Final = frozenset(", and she he they".split())
"""Behind how much of it had gone, or when: "thirty minutes in, she was tired", "half an hour before, eat"."""


def _is_gone_by(u: Utterance, first: int, last: int) -> bool:
    """True for a part that had gone; "I can squeeze half an hour in, sure" is one that is given."""
    words = u.reading.words
    following = words[last + 1] if last + 1 < len(words) else ""
    gone = following in _GONE_BY if words[last] == "in" else following == ","
    return gone and FITTING_IN.isdisjoint(words[max(0, first - _ALONE) : first])


def _is_small_part(words: list[str], first: int, last: int) -> bool:
    """True for "we warm up for ten minutes, then we sing", "the setup alone is ten minutes"."""
    before = words[max(0, first - _ALONE) : first]
    if "alone" in before:
        alone = first - len(before) + before.index("alone")
        return words[alone - 1] not in _WHOLES_OR_US
    then = words[last : last + 2] in ([",", "then"], ["and", "then"])
    return (
        then
        and words[last + 2 : last + 3] in _STEPS
        and _OVER.isdisjoint(words[last + 3 : last + 5])
        and _OFFERED.isdisjoint(words[max(0, first - _CLAUSE) : first])
    )


_OFFERED: Final = frozenset("i i'll i'd i'm i've me book come quick".split())
_OVER: Final = frozenset("pay go leave stop finish head pack settle see rest decide takes".split())
"""Behind a length that is the whole: what comes when it is over, "then you pay me"."""
_WHOLES_OR_US: Final = frozenset("me us session lesson appointment booking slot class visit serenade".split())
_STEPS: Final = (["we"], ["you"], ["the"], ["your"], ["some"])
_ALONE: Final = 4
"""Words before a length in which "alone" makes it a part's: "the setup alone is twenty minutes"."""


def _is_per_head(u: Utterance, first: int, last: int) -> bool:
    """True for "two hours for nine of you. That's about 12 minutes a head": a share of what is long enough."""
    if u.reading.words[last + 1 : last + 2] not in _HEADS:
        return False
    begin, shortest = max(0, first - 2 * _LIST), u.known.shortest
    _, end = u.reading.sentence(last)
    return any(d.low >= shortest for d in claims_between(u.durations, begin, first)) or any(
        minutes >= shortest and not any(mark & NEGATION for mark in u.reading.marks[last:at])
        for at, minutes in wholes_named(u, last, min(end, last + _LIST))
    )


_HEADS: Final = (["head"], ["person"])


def _is_counted_from(u: Utterance, first: int, last: int) -> bool:
    """True for a clause that opens with "30 minutes before 12": a time, counted from another."""
    words = u.reading.words
    if first > u.reading.sentence(first)[0] and not u.reading.marks[first - 1] & BREAK:
        return False
    clock = words[last + 1] if last + 1 < len(words) else "."
    return clock[0].isdigit() or clock in _NOON


_NOON: Final = frozenset("noon midday midnight".split())


def _is_within_the_hour(u: Utterance, first: int) -> bool:
    """True behind "scales at the end of each hour.": how long that small part of it is."""
    begin, _ = u.reading.sentence(first)
    if begin < _CLAUSE or u.reading.words[begin - 2] not in _WHOLES:
        return False
    at = u.reading.line_at
    return _PLACED_WITHIN.search(u.reading.line, at[begin - _CLAUSE], at[begin]) is not None


_WHOLES: Final = frozenset("hour lesson session class appointment visit rehearsal".split())
_PLACED_WITHIN: Final = re.compile(
    r"\b(?:end|start|beginning|top|middle) of (?:each|every|the|our|your|a) \w+ [.!;]"
)


def _is_until_there(u: Utterance, first: int, last: int) -> bool:
    """True for "45 minutes and I'm with you"."""
    words = u.reading.words
    if last + 2 >= len(words) or words[last + 1] not in _I_AM or words[last + 2] not in _THERE:
        return False
    return first - u.reading.sentence(first)[0] <= 1


def _is_of_parking(words: list[str], first: int) -> bool:
    """True for "parking's 30 minutes free"."""
    before = words[first - 1]
    return before in _PARKING or (before in ("is", "for") and first > 1 and words[first - 2] == "parking")


_PARKING: Final = frozenset("parking's parking park".split())
_I_AM: Final = frozenset("i'm i'll we're we'll".split())
_THERE: Final = frozenset(
    "with there here outside at be on yours home back send text message let know confirm check reply".split()
)


def _is_for_else(u: Utterance, first: int, last: int) -> bool:
    """True for "we can spare half an hour for lunch", "plan 40 minutes for the drive"."""
    words = u.reading.words
    at = last + 1 + (words[last + 1 : last + 2] in (["a"], ["the"], ["your"]))
    if at >= len(words) or words[at] not in _ELSE:
        return False
    following = words[at + 1] if at + 1 < len(words) else "."
    # "for a nap-style massage", "for a bus driver's back" is work
    ends = (not following[0].isalnum() and following != "-") or following in _ELSE or following in _CARRIED_ON
    return ends and not is_taken_up(u, first)


_CARRIED_ON: Final = frozenset(
    "home over there here across round up down back out to from into through before after first in at "
    "on between and or then"
    " if when so too as plus with alone today tonight tomorrow".split()
)


_ELSE: Final = frozenset(
    "tea cake presents speeches lunch dinner breakfast coffee supper cuppa brew snack smoke breather "
    "break nap drive journey "
    "walk trip traffic"
    " parking bus train taxi paperwork form".split()
)


def _is_first_of_several(u: Utterance, first: int, last: int) -> bool:
    """True for "scales for fifteen minutes, your song for thirty, then …": one thing after the other."""
    _, end = u.reading.sentence(last - 1)
    words = u.reading.words[last : min(end, last + _LIST)]
    if words[:1] == ["each"]:
        return "that's" in words
    if "then" not in words or _ENDING.isdisjoint(words):
        return False
    counted = any(mark & NUMERIC for mark in u.reading.marks[last : last + len(words)])
    return counted or not is_plainly_offered(u, first)


def _is_shared_out(u: Utterance, first: int, last: int) -> bool:  # noqa: ARG001 - one of several judges
    """True for "half an hour on the neck, half on the legs": one length beside its like."""
    words = u.reading.words
    comma = next((i for i in range(last, min(len(words), last + 5)) if words[i] in (",", "and")), 0)
    at = comma + 1 + (words[comma + 1 : comma + 2] == ["the"])
    unit = bool(u.reading.marks[at + 1 : at + 2]) and bool(u.reading.marks[at + 1] & DURATION_UNIT)
    if not comma or words[at + 1 + unit : at + 2 + unit] != words[last : last + 1]:
        return False
    return words[at] in ("half", "rest", "other") or bool(u.reading.marks[at] & NUMERIC)


_BY_WORD_BEHIND: Final[dict[str, tuple[Callable[[Utterance, int, int], bool], ...]]] = {
    "before": (_is_gone_by, _is_counted_from),
    **dict.fromkeys(("beforehand", "later", "earlier", "in"), (_is_gone_by,)),
    **dict.fromkeys(("after", "past"), (_is_counted_from,)),
    **dict.fromkeys(("a", "per"), (_is_per_head,)),
    **dict.fromkeys(("each", ","), (_is_first_of_several,)),
    "for": (_is_for_else, _is_shared_out),
    **dict.fromkeys(("on", "of"), (_is_shared_out,)),
    "and": (_is_until_there,),
}
"""What tells lengths that are none of an appointment's, by the word right behind them."""
_ENDING: Final = frozenset("last rest finish wrap together everybody everyone close".split())


def _is_for_a_journey(u: Utterance, first: int, last: int) -> bool:
    """True for "half an hour is enough to reach the school", "is plenty for me to pack up"."""
    words = u.reading.words
    ahead = words[last : last + _GOAL]
    if not ahead:
        return False
    if ahead[0] in _GIVEN and not _ROADS.isdisjoint(ahead[1:_CLAUSE]):
        return not is_plainly_offered(u, first)  # "I can do 30 minutes if the train is late"
    if _TO_A_GOAL.isdisjoint(ahead):
        return False
    _, end = u.reading.sentence(last - 1)
    if ahead[0] == "to" and not _SELF_CARE.isdisjoint(ahead[1:2]):
        return not is_plainly_offered(u, first)
    for at in range(last + 1, min(end, last + _GOAL)):
        word, before = words[at], words[at - 1]
        if word in _VEHICLES and before == ("on" if word == "foot" else "by"):
            return True
        if u.reading.marks[at] & COMMA:
            return False
        if word == "to" and before in _AMPLE:
            goal = words[at + 1 : at + 3]
            return not _GETTING.isdisjoint(goal[:1]) and (goal[0] != "get" or not _WAYS.isdisjoint(goal[1:]))
        if word == "to" and before in _TRAVELLERS:
            return words[at - 2] == "for"
    return False


def _is_journey_again(u: Utterance, first: int, last: int) -> bool:
    """True for "an hour and ten from Stellenbosch, and two hours if the N2 is shut": the same way on a bad day."""
    words = u.reading.words
    if words[last : last + 1] not in _ON_CONDITION or words[first - 1] not in ("and", "or", "but"):
        return False
    begin, end = u.reading.sentence(first)
    before = claims_between(u.durations, begin, first)
    if not before or before[-1].of is not DurationOf.OTHER:
        return False
    at = next((i for i in range(before[-1].last, before[-1].last + _ALONE) if words[i] == "from"), first)
    return (
        at + 1 < first
        and words[at + 1].isalpha()
        and _BOOKED_ON.isdisjoint(words[last + 1 : min(end, last + _GOAL)])
    )


_ON_CONDITION: Final = [["if"], ["when"]]
_BOOKED_ON: Final = frozenset("you u ya your i we my our it's that's fine works ok okay".split())
"""What makes the condition a booking's: "and two hours if you want the canapés"."""
_SELF_CARE: Final = frozenset(
    "eat pack cook shower change park clean tidy nap set dry cure heal settle soak rest cool develop "
    "process print bake"
    " think decide reply answer consider sleep confirm pay respond claim accept secure cancel".split()
)
_GOAL: Final = 10
_VEHICLES: Final = frozenset("foot bus car train bike taxi".split())
_TO_A_GOAL: Final = _VEHICLES | {"to"}
_TRAVELLERS: Final = frozenset("you me us him her them".split())
_GIVEN: Final = frozenset("if when unless depending".split())
_ROADS: Final = frozenset(
    "motorway highway road roads traffic lights bridge tunnel ferry train bus tram metro".split()
)
_AMPLE: Final = frozenset("enough plenty time loads heaps ample fine ok okay sufficient".split())
_GETTING: Final = frozenset(
    "reach get drive walk travel come go make find park catch be arrive cross ride cycle eat shower "
    "change pack dry warm"
    " cool set settle rest soak heat cook clean tidy prepare prep unwind decide think answer reply".split()
)
_WAYS: Final = frozenset(
    "to here there home back across over up down from out around in parked dressed ready changed".split()
)
"""What follows a "get" that goes somewhere; else it is work: "to get the hips open", "to get a feel for it"."""


def _is_split(u: Utterance, first: int, last: int) -> bool:
    """True for a part of "the 45, broken up: 20 minutes, tea, 20 minutes": the whole is long enough."""
    begin, end = u.reading.sentence(first)
    words = u.reading.words[begin : min(end, last + _LIST)]
    if _SPLITTING.isdisjoint(words):
        return False
    return any(d.low >= u.known.shortest for d in claims_between(u.durations, begin, first))


_SPLITTING: Final = frozenset("break breaks broken split splits splitting halves breaking".split())


def _is_ruled_out(u: Utterance, first: int, last: int) -> bool:
    """True for "we'd have half an hour and I don't do lessons under 40": the rule comes behind it."""
    reading = u.reading
    start = reading.line_at[last] - 1
    asked = reading.words[max(0, first - 3) : first]
    if not _ASKED_FOR.isdisjoint(asked) and "you" in asked:
        return _SHORTEST.search(reading.line, start, start + _FURTHER) is not None
    if not reading.seen & NEGATION or _UNDER.isdisjoint(reading.words[last : last + _FURTHER // 2]):
        return False
    return _RULE.search(reading.line, start, start + _FURTHER) is not None


_FURTHER: Final = 110
"""Characters behind a length in which a rule is looked for."""
_UNDER: Final = frozenset("under below shorter less smaller".split())
_ASKED_FOR: Final = frozenset("want wanted asked mentioned wrote said hoped".split())
_SHORTEST: Final = re.compile(r"\b(?:the|my|our) (?:shortest|least|minimum)\b(?! i can\b)")
"""Behind what the client asked for: the rule, "you want 30 minutes; the shortest is an hour"."""
_RULE: Final = re.compile(
    r"\b(?:don't|dont|doesn't|can't|cannot|never|won't|not)"
    r" (?:[\w']+ ){0,4}?(?:under|below|shorter than|less than|smaller than|any (?:less|shorter))\b"
)


def is_late(u: Utterance, first: int, last: int) -> bool:
    """True for a client's "I'm a bit late, 20 min", not for "late from work, can we do 20 min?"."""
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    if _LATENESS.isdisjoint(words[max(begin, first - 2 * _CLAUSE) : min(end, last + 2 * _CLAUSE)]):
        return False
    return _ASKED.isdisjoint(words[max(begin, first - _CLAUSE) : first])


def is_lateness_heard(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for "20 minutes is nothing" to a client who is that late and asks for no length of time."""
    if u.inbound is None or not u.inbound.durations:
        return False
    if lengths_heard(u.inbound) != {(DurationOf.OTHER, minutes)}:
        return False
    begin, _ = u.reading.sentence(first)
    words = u.reading.words
    if words[last : last + 1] not in _VERDICTS or not all(
        w in _LEADING for w in words[max(begin, first - _CLAUSE) : first]
    ):
        return False
    return not _ARRIVING.isdisjoint(u.inbound.said)


_VERDICTS: Final = [["is"], ["'s"], [","], ["."], ["!"], ["?"], ["works"], ["will"], ["should"]]
_LEADING: Final = frozenset(
    "no problem worries bother , yeah yes ah ok okay sure that's fine grand a hey".split()
)
_LATENESS: Final = frozenset(
    "late behind early delayed traffic eta omw stuck parking queue held lost".split()
)
_ARRIVING: Final = _LATENESS | frozenset("there away here drive walk arrive arriving".split())
_ASKED: Final = frozenset("do book fit squeeze make session appointment want only just".split())


def is_listed_part(u: Utterance, last: int) -> bool:
    """True for "40 minutes of work, 10 minutes of questions": several in a row, none of them "or" another."""
    begin, stop = u.reading.sentence(last)
    begin, stop = max(begin, last - _LIST), min(stop, last + _LIST)
    words = u.reading.words
    parts = sum(
        bool(u.reading.marks[i] & DURATION_UNIT) and words[i + 1] in ("of", "for", "to")
        for i in range(begin, stop - 1)
    )
    said = words[begin:stop]
    return parts > 1 and "or" not in said and not _ADDING.isdisjoint(said)


_ADDING: Final = frozenset((",", "and", "then", "plus", "&", "+"))
_LIST: Final = 24
