"""Lengths that a draft plans, keeps or tells of its appointment: "plan on the full hour", "it's an hour either way".

No verb offers them; they are what the client will get all the same. The whole of a length ("the
full ninety minutes") is an appointment's where somebody takes, gets or allows it. Journeys, what
is prepared, and what the client does alone keep their lengths by the words they bring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.journey_talk import tells_journey
from align.claims.durations.length_words import FILLER, SESSION_NOUNS
from align.reading.cues import BREAK, CALENDAR, NUMERIC, PERSON

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_LEAST: Final = 20
_USUAL: Final = 30
_REACH: Final = 16
_NEAR: Final = 4

_DETERMINERS: Final = frozenset("the your our this that".split())
_WHOLE: Final = frozenset(("full", "whole"))
_OTHERWISE: Final = frozenset(
    "road roads motorway from away far leave leaving door load unpack pack tidy clean homework scales "
    "read watch"
    " sleep rested soaked swim run cycle ride sit queue deliver delivery ferry flight tide match film off"
    " show album phone battery charge warm-up warmup before then notice".split()
)
"""Talk of other things that last, besides that of journeys."""


def is_told(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True where the length on `[first, last)` is what an appointment is planned, kept or said to last."""
    if not _LEAST <= minutes < u.known.shortest:
        return False
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    begin, end = max(begin, first - _REACH), min(end, last + _REACH)
    lead = first
    while lead > begin and words[lead - 1] in _LEADING:
        lead -= 1
    if not _is_told_so(u, lead, last, begin, minutes):
        return False
    left, right = _clause(u, lead, last, begin, end)
    return not tells_journey(words, left, right) and _OTHERWISE.isdisjoint(words[left:right])


_LEADING: Final = (FILLER - {"like", "of"}) | {"same", "usual"}


def _clause(u: Utterance, lead: int, last: int, begin: int, end: int) -> tuple[int, int]:
    """Return where the length's own clause begins and ends: a reason behind it is another one."""
    words, marks = u.reading.words, u.reading.marks
    left = next((i + 1 for i in range(lead - 1, begin - 1, -1) if marks[i] & BREAK), begin)
    right = next((i for i in range(last, end) if marks[i] & BREAK or words[i] in _REASONS), end)
    return left, right


_REASONS: Final = frozenset("so as because since while".split())


def _is_told_so(u: Utterance, lead: int, last: int, begin: int, minutes: float) -> bool:
    words = u.reading.words
    named = words[lead:last]
    if not _WHOLE.isdisjoint(named) and _is_taken(words, lead, begin):
        return True
    if minutes < _USUAL:
        return False
    owned = not _DETERMINERS.isdisjoint(named)
    return (
        _is_planned(words, lead, begin)
        or (owned and words[lead - 1 : lead] in _GETTING and words[last : last + 1] != ["back"])
        or _is_needed_of_us(u, lead, last, begin)
        or _is_kept(u, lead, last, begin, owned=owned)
        or _is_stated(u, lead, last)
        or _is_each_time(u, lead, last, begin)
        or _is_with_client(words, lead, last, begin)
        or _is_agreed(words, last)
        or _is_choice(u, lead, last)
        or _is_piece_of_time(u, lead, last)
        or _is_for_each(u, lead, last, begin)
    )


def _is_for_each(u: Utterance, lead: int, last: int, begin: int) -> bool:
    """True for "the girls can have half an hour each", "each of them gets half an hour", not for "… each to play"."""
    words, marks = u.reading.words, u.reading.marks
    if words[lead - 1 : lead] in _TAKES:
        if not any(words[i] in _SITTERS or marks[i] & PERSON for i in range(max(begin, lead - _NEAR), lead)):
            return False
    elif words[lead - 1 : lead] not in _GETS:
        return False
    behind = words[last : last + 2]
    if behind[:1] in (["each"], ["apiece"]):
        return behind[1:] not in (["to"], ["way"], ["end"], ["side"], ["time"])
    return "each" in words[max(begin, lead - _NEAR) : lead - 1] and behind[:1] != ["to"]


_GETS: Final = [[verb] for verb in "have has get gets".split()]
_TAKES: Final = [[verb] for verb in "take takes need needs".split()]
"""What a thing does too: "set-up and pack-down take half an hour each"."""
_SITTERS: Final = frozenset(
    "you girls boys kids children people guests clients ones bridesmaids pupils students adults parents".split()
)


# -- "plan on the full hour", "we'd need about an hour" -----------------------------------


def _is_taken(words: list[str], lead: int, begin: int) -> bool:
    """True behind a verb that takes or gives the whole of a length, or room "for" it."""
    at = lead - 1
    if at < begin:
        return False
    if words[at] == "for":
        return not _ROOM.isdisjoint(words[begin:at])
    while at > begin and words[at] in _PATIENTS:
        at -= 1
    if words[at] == "have":
        return words[at - 1] in _HAVERS  # "let the dough have the full hour"
    return words[at] in _TAKING or words[at - 1 : at + 1] in _PLANS


_ROOM: Final = frozenset("space slot opening gap time room spot in down come see yours booked".split())
_PATIENTS: Final = frozenset("you u us him her them both".split())
_TAKING: Final = frozenset(
    "allow take takes taking get gets getting need needs want wants give gives allows leaves book "
    "suggest recommend"
    " deserve deserves".split()
)
_PLANS: Final = [
    ["plan", "on"],
    ["plan", "for"],
    ["planning", "on"],
    ["stick", "with"],
    ["stick", "to"],
    ["settle", "on"],
    ["count", "on"],
    ["go", "with"],
]
_HAVERS: Final = _PATIENTS | frozenset(
    "i we still we'll you'll you'd we'd i'll he'll she'll they'll can to".split()
)
_GETTING: Final = [["get"], ["gets"], ["take"]]


def _is_planned(words: list[str], lead: int, begin: int) -> bool:
    """True for "I'd plan on ninety minutes", "we'll stick with an hour"."""
    return lead - 2 >= begin and words[lead - 2 : lead] in _PLANS[:6]


def _is_needed_of_us(u: Utterance, lead: int, last: int, begin: int) -> bool:
    """True for "we'd need about an hour, …", "I'll need an hour with you", "she'll need the hour": the work itself."""
    words = u.reading.words
    if words[lead - 1 : lead] not in _NEEDING or lead - 2 < begin:
        return False
    who = words[lead - 2]
    if who not in _US and not (who in _THEM and "the" in words[lead : last - 1]):
        return False
    behind = words[last : last + 1]
    if not _BEFOREHAND.isdisjoint(words[last : u.reading.sentence(last - 1)[1]][:_REACH]):
        return False
    return not behind or bool(u.reading.marks[last] & BREAK) or behind in _WITH


_NEEDING: Final = [["need"], ["want"], ["like"]]
_US: Final = frozenset("we'd we'll i'd i'll we".split())
_THEM: Final = frozenset("he'll she'll they'll you'll he'd she'd they'd you'd it'll".split())
_BEFOREHAND: Final = frozenset("then before beforehand setup until till".split())
_WITH: Final = [["with"], ["for"], ["in"]]


# -- "shall I hold two hours on Monday?" --------------------------------------------------


def _is_kept(u: Utterance, lead: int, last: int, begin: int, *, owned: bool) -> bool:
    """True for "shall I hold an hour for her on Tuesday?", "I keep an hour clear for you"."""
    words, marks = u.reading.words, u.reading.marks
    if words[lead - 1 : lead] not in _KEEPING or lead - 2 < begin or not _SELF & set(words[begin : lead - 1]):
        return False
    at = last + (words[last : last + 1] in (["clear"], ["free"]))
    if words[at : at + 1] == ["for"]:
        return words[at + 1 : at + 2] != [] and bool(words[at + 1] in _CLIENTS)
    dated = at + 1 < len(words) and bool(
        marks[at] & CALENDAR or (words[at] == "on" and marks[at + 1] & CALENDAR)
    )
    if dated:
        return words[at + 2 : at + 4] != ["for", "my"]
    return owned and (at >= len(words) or bool(marks[at] & BREAK) or words[at] == "and")


_KEEPING: Final = [["hold"], ["keep"], ["reserve"]]
_SELF: Final = frozenset("i i'll i'd we we'll we'd me".split())
_CLIENTS: Final = frozenset("you u ya him her them both the your".split())


# -- "I can do 9.30 or 3. It's an hour either way" ----------------------------------------


def _is_stated(u: Utterance, lead: int, last: int) -> bool:
    """True for "it's an hour" behind what offers a time or tells of a session, and said of nothing else."""
    words, marks = u.reading.words, u.reading.marks
    if words[lead - 1 : lead] not in _IT_IS and words[lead - 2 : lead] not in _IT_WILL:
        return False
    behind = words[last : last + 1]
    if behind and not marks[last] & BREAK and behind not in _TELLING:
        return False
    if behind == ["?"]:
        return False
    spoken = range(max(0, lead - _BACK), lead - 1)
    said = words[spoken.start : spoken.stop]
    ahead = words[last : u.reading.sentence(last - 1)[1]][:_REACH]
    sentence, _ = u.reading.sentence(lead)
    previous, _ = u.reading.sentence(sentence - 1) if sentence else (0, 0)
    near = max(previous, spoken.start)
    if tells_journey(words, near, spoken.stop) or not _ROUTES.isdisjoint([*said, *ahead]):
        return False
    visits = [i for i in spoken if words[i] in _VISITS]
    if visits:
        return not _is_my_own(words, visits[-1])
    timed = any(marks[i] & (CALENDAR | NUMERIC) for i in spoken)
    return timed and not _OFFERING.isdisjoint(said)


def _is_my_own(words: list[str], at: int) -> bool:
    """True for the class of "I've a class at 3, it's an hour", "my appointment": nothing for the client."""
    return not _MINE.isdisjoint(words[max(0, at - 3) : at])


_MINE: Final = frozenset("my i've got have".split())
_BACK: Final = 32
_ROUTES: Final = frozenset("road roads motorway away far leave leaving ferry flight ride bridge".split())
_IT_IS: Final = [["it's"], ["that's"], ["either's"], ["they're"]]
_IT_WILL: Final = [["it'll", "be"], ["it", "is"], ["that'll", "be"], ["it", "'s"]]
_TELLING: Final = [["either"], ["because"], ["and"], ["as"], ["so"], ["each"], ["in"]]
_VISITS: Final = SESSION_NOUNS - frozenset(
    "one ones date set sets catch supper reading readings job package option bath baths touch spot spots".split()
)
_OFFERING: Final = frozenset(
    "can could i've there's i'd we'd yours fit offer free open have got booked i'll we'll".split()
)


# -- "twice a week, two hours each time", "I'd spend an hour with you" ------------------------


def _is_each_time(u: Utterance, lead: int, last: int, begin: int) -> bool:
    """True for a piece of its own that says how long each of the client's appointments is."""
    words, marks = u.reading.words, u.reading.marks
    if words[last : last + 2] not in _EACH_TIME or (lead > begin and not marks[lead - 1] & BREAK):
        return False
    _, end = u.reading.sentence(last - 1)
    begin, _ = u.reading.sentence(lead)
    return not _TOGETHER.isdisjoint(words[begin:end]) and _ALONE.isdisjoint(words[begin:last])


_EACH_TIME: Final = [
    ["each", "time"],
    ["at", "a"],
    ["a", "week"],
    ["every", "week"],
    ["in", "all"],
    ["a", "lesson"],
]
_TOGETHER: Final = frozenset("we'd we'll i'd i'll meet my mine come happy lessons lesson sessions".split())
_ALONE: Final = frozenset("you'd you'll yourself alone own stand screen keep wear leave do don't not".split())


def _is_with_client(words: list[str], lead: int, last: int, begin: int) -> bool:
    """True for "I'd spend an hour with you on the chords": what the professional would do, not what was."""
    if words[last : last + 1] != ["with"] or words[last + 1 : last + 2] not in _CLIENT or lead - 2 < begin:
        return False
    return words[lead - 1] in _SPENDING and not _WOULD.isdisjoint(words[max(begin, lead - _NEAR) : lead - 1])


_CLIENT: Final = [["you"], ["him"], ["her"], ["them"], ["both"], ["each"]]
_SPENDING: Final = frozenset("spend need want have adore love like".split())
_WOULD: Final = frozenset("i'd i'll we'd we'll would could can let's".split())


# -- "the two hours we booked", "an hour or ninety minutes, which would you like?" ----------------


def _is_agreed(words: list[str], last: int) -> bool:
    """True for "the two hours we booked", "ninety minutes as we discussed"."""
    at = last + (words[last : last + 1] in (["as"], ["that"]))
    return words[at : at + 1] in _AGREEING and words[at + 1 : at + 2] in _AGREED


_AGREEING: Final = [["we"], ["you"], ["we've"], ["you've"], ["i"]]
_AGREED: Final = [["booked"], ["agreed"], ["discussed"], ["arranged"], ["planned"]]


def _is_choice(u: Utterance, lead: int, last: int) -> bool:
    """True for one of the lengths between which the client is asked to choose."""
    words = u.reading.words
    if words[last : last + 1] != ["or"] and words[lead - 1 : lead] != ["or"]:
        return False
    begin, end = u.reading.sentence(lead)
    said = words[begin:end]
    if said[-1:] != ["?"] or _ASKING.isdisjoint(said) or tells_journey(words, begin, end):
        return False
    return any(said[i : i + 2] in _CHOOSING for i in range(len(said))) and _OTHERWISE.isdisjoint(said)


_ASKING: Final = frozenset(("what", "which"))
_CHOOSING: Final = [
    *(["you", verb] for verb in ("fancy", "prefer", "like", "rather")),
    ["you'd", "prefer"],
    ["you'd", "rather"],
    ["suits", "you"],
    ["suit", "you"],
]


def _is_piece_of_time(u: Utterance, lead: int, last: int) -> bool:
    """True for "you've got the 3 o'clock on Friday, sixty minutes, and …": a piece behind a start that is given."""
    words, marks = u.reading.words, u.reading.marks
    begin, end = u.reading.sentence(lead)
    if lead - begin < _NEAR or words[lead - 1] != "," or (last < len(words) and not marks[last] & BREAK):
        return False
    said = words[max(begin, lead - _REACH) : lead - 1]
    timed = any(marks[i] & (CALENDAR | NUMERIC) for i in range(lead - 1 - len(said), lead - 1))
    if not timed or _GIVEN.isdisjoint(said) or not _ARRIVALS.isdisjoint(words[begin:end]):
        return False
    return not tells_journey(words, begin, end) and _ROUTES.isdisjoint(words[begin:end])


_GIVEN: Final = frozenset("you've yours booked confirmed can could i'll i'd we'd we'll".split())
_ARRIVALS: Final = frozenset(
    (
        "be there ready reply send call text ring back till until by past my wait film show match flight "
        "long before after"
    ).split()
)
