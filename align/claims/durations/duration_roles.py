"""Decide what a length of time is the length of.

Only positive evidence makes a length an appointment's: a session noun that it measures, a
verb that offers or books it, a verdict on it ("half an hour works"). Lengths of walks,
waits, breaks and pieces of music stay `OTHER`. A client who names a length asks for one,
so there the burden is the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf, Speaker
from align.claims.durations.bare_lengths import is_bare_offer
from align.claims.durations.governed_lengths import ADVERBIALS, is_answered_yes, is_governed
from align.claims.durations.granted_lengths import is_granted
from align.claims.durations.length_verdicts import asks_short, is_welcomed
from align.claims.durations.length_words import ADDED, FILLER, SESSION_NOUNS
from align.claims.durations.lengths_away import (
    answers_distance,
    asks_other_length,
    is_away,
    is_late,
    is_lateness_heard,
    is_listed_part,
)
from align.claims.durations.no_sessions import is_no_session
from align.claims.durations.offered_lengths import is_described, is_offered, outweighs, squeezed_in
from align.claims.durations.plain_offers import is_plainly_offered, is_taken_up
from align.claims.durations.presumed_lengths import (
    is_presumed,
    is_presumed_before,
    is_spent_together,
    is_told_least,
)
from align.claims.durations.put_to_client import is_before_session, is_put_to_client
from align.claims.durations.shortened_lengths import is_shortened
from align.claims.durations.split_lengths import is_habit, makes_up_whole
from align.claims.durations.told_lengths import is_told
from align.claims.durations.unwanted_lengths import is_close, is_minded, is_past, is_repeated, is_wished
from align.claims.durations.visit_lengths import is_of_visit
from align.claims.durations.wanted_lengths import is_gladly_met, is_known_but
from align.reading.cues import (
    BREAK,
    CALENDAR,
    DURATION_UNIT,
    NUMERIC,
    OFFER_WORD,
    SENTENCE_END,
    SERVICE_WORD,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_LONGEST: Final = 24 * 60
_SHORTEST: Final = 5
_BOOKABLE: Final = 10
"""Shorter than this, "a minute" is a manner of speaking."""


_OTHER_AFTER: Final = frozenset(
    "away out late early ago later earlier before after beforehand afterwards prior until till from"
    " behind ahead old notice walk walks drive ride flight train trip commute journey bus tram"
    " wait delay break breaks buffer window grace warning heads apart warning warm-up warmup setup"
    " intermission drying soak prep cooldown rest call calls chat phone video zoom facetime film"
    " movie episode song songs piece track playlist recording read door-to-door round"
    " extension overtime extra more longer shorter between nap cooking simmer by"
    " warm cool warmup detour hop stroll cycle jog run walking swimming jogging cycling yoga cardio "
    "meditation breathing"
    " travel parking lunch sleep sunshine daylight battery peace quiet silence".split()
)
_OTHER_BEFORE: Final = frozenset(
    "in within every per each last past next another extra additional after before by than takes"
    " take took taking wait waiting spend spending spent leave leaving allow add adding extend running"
    " first arrive arriving lasted need needs needed runs ran under over previous final only-takes"
    " practise practice practising practicing rest resting soak bake simmer cook steep chill marinate"
    " since until till save saves saved lose losing lost past hold holding least give me".split()
)
_NEVER_ASKED: Final = frozenset(
    "in within every per each past after before by than takes wait ran since until".split()
)
_MINIMUM: Final = frozenset("minimum minimum's minimums shortest least".split())


def role_of(u: Utterance, first: int, last: int, minutes: float) -> DurationOf:
    """Return what the length on the words `[first, last)` is the length of."""
    words = u.reading.words
    if minutes >= _LONGEST or minutes < _SHORTEST or _is_added(u, first, last, minutes):
        return DurationOf.OTHER
    if _says_minimum(u, first, last):
        told = is_told_least(u, first, last, minutes)
        return DurationOf.APPOINTMENT if told else DurationOf.MINIMUM
    if u.speaker is not Speaker.CLIENT and _is_put(u, first, last, minutes):
        return DurationOf.APPOINTMENT
    noun = _measured(u, first, last, minutes)
    if minutes < _BOOKABLE and noun != "session" and u.speaker is not Speaker.CLIENT:
        return DurationOf.OTHER
    before, at = _before(words, first)
    if noun != "session" and (
        is_repeated(words, last) or answers_distance(u) or is_lateness_heard(u, first, last, minutes)
    ):
        return DurationOf.OTHER
    if u.speaker is Speaker.CLIENT:
        away = (noun == "other" and not _is_spared(words, before, last)) or (
            noun != "session"
            and (
                is_late(u, first, last)
                or asks_other_length(u, first)
                or (before in _NEVER_ASKED and not squeezed_in(words, before, at))
            )
        )
        return DurationOf.OTHER if away else DurationOf.APPOINTMENT
    if (
        noun == "other"
        or "first" in words[first:last]
        or (
            before in _OTHER_BEFORE
            and noun != "session"
            and not is_spent_together(u, last, minutes)
            and not outweighs(u, first, last, before, at)
            and not (before == "take" and is_governed(u, first, last, minutes))
            and not is_told(u, first, last, minutes)
        )
    ):
        return DurationOf.OTHER
    if (
        is_minded(u, before, at, last)
        or is_wished(u, first, last)
        or is_close(words, before, at, last)
        or is_past(u, first, last)
        or is_known_but(u, first, last)
    ):
        return DurationOf.OTHER
    if (
        noun == "session"
        or is_offered(u, first, last, before, at)
        or is_presumed(u, first, last, minutes)
        or _is_had(u, first, last, minutes)
        or is_told(u, first, last, minutes)
    ):
        return DurationOf.OTHER if is_away(u, first, last, minutes) else DurationOf.APPOINTMENT
    return DurationOf.OTHER


def _is_added(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for "30 more minutes", a part of a longer one, and a length of practice at home or of an oven."""
    if not ADDED.isdisjoint(u.reading.words[first:last]) or is_no_session(u, first, last):
        return True
    return minutes < u.known.shortest and makes_up_whole(u, first, last, minutes)


def _is_put(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for a short length that the rest of its sentence makes an appointment's, whatever stands beside it."""
    if is_put_to_client(u, first, last, minutes):
        return True
    if not _BOOKABLE <= minutes < u.known.shortest:
        return False
    return is_gladly_met(u, first, last) or is_of_visit(u, first, last) or is_shortened(u, first, last)


def _is_had(u: Utterance, first: int, last: int, minutes: float) -> bool:
    if is_governed(u, first, last, minutes) or is_answered_yes(u, first, last, minutes):
        return True
    if minutes >= u.known.shortest:
        return False
    if is_taken_up(u, first):
        return True
    if u.reading.marks[last - 1] & DURATION_UNIT:
        return False
    return is_granted(u, first, last, minutes) or is_bare_offer(u, first, last, minutes)


def _is_spared(words: list[str], before: str, last: int) -> bool:
    """True for the client's "I only have an hour between lectures": the time that there is."""
    return before in _HAVING and words[last : last + 1] in _AROUND


_HAVING: Final = frozenset("have got i've 've we've there's has 's".split())
_AROUND: Final = [["between"], ["before"], ["after"], ["on"], ["until"], ["till"], ["from"]]


def _says_minimum(u: Utterance, first: int, last: int) -> bool:
    """True when the clause calls the length the minimum."""
    words, marks = u.reading.words, u.reading.marks
    end = len(words)
    begin, stop = max(0, first - _CLAUSE), min(end, last + _CLAUSE)
    if not _MINIMUM.isdisjoint(words[begin:stop]):
        for at in range(first - 1, begin - 1, -1):
            if marks[at] & BREAK:
                break
            if words[at] in _MINIMUM:
                return True
        for at in range(last, stop):
            if marks[at] & BREAK:
                break
            if words[at] in _MINIMUM:
                return True
    return last + 1 < end and words[last] in ("or", "and") and (words[last], words[last + 1]) in _OR_MORE


_CLAUSE: Final = 6
_OR_MORE: Final = frozenset((("or", "more"), ("and", "up"), ("or", "longer"), ("and", "over")))


def _measured(u: Utterance, first: int, last: int, minutes: float) -> str:
    """Classify what a length measures; a word behind one that has its governor is the sentence's."""
    noun = _noun_after(u, first, last, minutes)
    if noun == "other" and last < len(u.reading) and u.reading.words[last] in ADVERBIALS:
        return "" if _is_had(u, first, last, minutes) else noun
    return noun


def _noun_after(u: Utterance, first: int, last: int, minutes: float) -> str:
    """Classify the noun that a length measures: "session", "other", or "" for none."""
    words, marks = u.reading.words, u.reading.marks
    end = min(len(words), last + 4)
    at = last
    while at < end and (words[at] in ("'", "'s", "-", "long") or _is_quiet_one(words, at)):
        at += 1
    if words[at : at + 3] == ["more", "than", "enough"]:
        return ""
    if at + 1 < end and words[at] == "in" and marks[at + 1] & SENTENCE_END:
        return "other"  # "everybody nods off 20 minutes in"
    if _is_gap(u, first, at):
        return "session"
    if _is_spent_otherwise(words, at):
        return "" if is_plainly_offered(u, first) else "other"
    if words[at : at + 2] == ["each", "time"]:
        return "session" if is_told(u, first, last, minutes) else "other"
    if (words[at : at + 2] in _BESIDE and words[at + 2 : at + 3] != ["through"]) or (
        words[at : at + 1] == ["each"] and _each_of(u, at + 1)
    ):
        return "other"
    if at < end and (
        words[at] in _OTHER_AFTER
        or (words[at] == "on" and u.speaker is not Speaker.CLIENT and not _on_a_day(u, at))
    ):
        if is_before_session(u, at):
            return "other"
        return "" if _is_excused(u, first, at) or is_presumed_before(u, first, at, minutes) else "other"
    return _first_noun(u, at, end) if at >= end or words[at] != "of" else _noun_of(u, first, last, at)


def _is_gap(u: Utterance, first: int, at: int) -> bool:
    """True for "I've a 45 minute window", "there's a 40 minute gap at 6": what is left to be booked."""
    words, marks = u.reading.words, u.reading.marks
    if words[at : at + 1] not in _GAPS or _HAVING.isdisjoint(words[max(0, first - 3) : first]):
        return False
    return at + 1 >= len(words) or bool(marks[at + 1] & (BREAK | CALENDAR)) or words[at + 1] in _THEN


_GAPS: Final = [["gap"], ["window"], ["hole"]]
_THEN: Final = frozenset("at if today tonight tomorrow this free going left open".split())


def _is_spent_otherwise(words: list[str], at: int) -> bool:
    """True behind a length for "in the bath", "with a hot water bottle", "with my nan", "to yourself"."""
    if words[at : at + 1] in _PLACING and _is_alone(words[at + 1 : at + 4]):
        return True
    if words[at : at + 2] == ["with", "my"]:
        return not _COMPANY.isdisjoint(words[at + 2 : at + 3])
    return words[at : at + 2] in _TO_ONESELF


_TO_ONESELF: Final = [["to", "yourself"], ["to", "yourselves"], ["to", "myself"]]


def _noun_of(u: Utterance, first: int, last: int, at: int) -> str:
    """Classify what a length is "of" (the word at `at`): "of massage", "of stretching", "of your time"."""
    words = u.reading.words
    if words[at + 1 : at + 3] == ["your", "time"]:
        return "session"
    if words[at + 1 : at + 2] in (["just"], ["only"]):
        return ""
    if _is_part(u, last) or is_listed_part(u, last):
        return "other"
    if words[at + 1 : at + 2] in _CALM and is_plainly_offered(u, first):
        return ""
    if (
        words[first - 1] == "get"
        and words[first - 2] in _YOURS
        and not _WORK.isdisjoint(words[at + 1 : at + 4])
    ):
        return ""  # "you get 45 minutes of hands-on time"
    if is_habit(u, at):
        return "other"
    found = _first_noun(u, at + 1, min(len(words), last + 5))
    if found or asks_short(u):
        return found
    worked = not _WORK.isdisjoint(words[at + 1 : at + 4])
    if worked and is_welcomed(u, last, u.reading.sentence(last)[1]):
        return ""
    return "other"


_YOURS: Final = frozenset("you you'll you'd".split())
_CALM: Final = [["peace"], ["quiet"], ["silence"], ["calm"], ["bliss"]]
_WORK: Final = frozenset(
    "work bodywork attention hands hands-on tlc pampering focus me one-to-one table chair".split()
)
"""What a length may be of where its clause decides: "forty minutes of deep work would sort you"."""


def _is_alone(said: list[str]) -> bool:
    """True for "the bath" and "a hot water bottle"; "your kitchen" is where the appointment is as well."""
    return not _CARE.isdisjoint(said) and (said[0] not in ("your", "my") or _ROOMS.isdisjoint(said))


_ROOMS: Final = frozenset("pool gym kitchen garden".split())
_PLACING: Final = [["in"], ["under"], ["with"], ["by"]]
_CARE: Final = frozenset(
    "phone book eyes cat kids dryer crate bath tub shower sauna pool sea sun oven freezer fridge "
    "microwave jacuzzi gym traffic queue bed kitchen garden"
    " roller ball peas water pack blanket fire radiator fan book telly tv feet".split()
)
"""Where a client spends time alone, and with what."""
_COMPANY: Final = frozenset(
    "nan gran granny grandad mum mom mam dad sister brother son daughter kids kid family wife husband "
    "friend friends mate"
    " mates boss doctor dentist physio accountant tutor dog cat phone book coffee tea thoughts feet eyes".split()
)
_BESIDE: Final = [
    ["to", "spare"],
    ["to", "go"],
    ["either", "side"],
    ["it", "takes"],
    ["it", "took"],
    ["left", "of"],
    ["on", "each"],
    ["free", "between"],
    ["clear", "between"],
    ["deep", "in"],
    ["deep", "into"],
]


def _each_of(u: Utterance, at: int) -> bool:
    """True for "ten minutes each way" and "each evening", not for "thirty minutes each, back to back"."""
    words, marks = u.reading.words, u.reading.marks
    return at < len(words) and not marks[at] & BREAK and words[at] not in _NO_PARTS


_NO_PARTS: Final = frozenset("with for at on is works suits would tonight today tomorrow if".split())


def _first_noun(u: Utterance, at: int, end: int) -> str:
    """Classify by the first telling word in `[at, end)`; a closed class ends the phrase."""
    words, marks = u.reading.words, u.reading.marks
    for place in range(at, end):
        word = words[place]
        if _is_quiet_one(words, place):
            continue
        if word == "top" and words[place + 1 : place + 2] in (["up"], ["-"]):
            return "session"
        if word in SESSION_NOUNS or marks[place] & (SERVICE_WORD | OFFER_WORD):
            return "session"
        if marks[place] & BREAK or word in _CLOSED:
            return ""
        if word in _OTHER_AFTER:
            return "other"
    return ""


def _is_quiet_one(words: list[str], at: int) -> bool:
    """True for the "quiet" of "a 30 minute quiet session", the "lunch" of "a 30 minute lunch express"."""
    return words[at] in ("quiet", "lunch") and words[at + 1 : at + 2] != [] and words[at + 1] in SESSION_NOUNS


def _on_a_day(u: Utterance, at: int) -> bool:
    """True for "30 min on Saturday", not for "30 min on the bike"."""
    ahead = range(at + 1, min(len(u.reading), at + 4))
    return any(u.reading.marks[i] & CALENDAR for i in ahead)


def _is_excused(u: Utterance, first: int, at: int) -> bool:
    """True where "on" or "before" belongs to the sentence: "for an hour before my next", "on my way home"."""
    words = u.reading.words
    if words[at] in ("before", "after"):
        return words[first - 1] == "for"
    if words[at] == "from":
        # "all I've got is half an hour from 6"
        return any(mark & NUMERIC for mark in u.reading.marks[at + 1 : at + 2]) and is_described(
            u, *_before(words, first)
        )
    if words[at] != "on":
        return False
    return (
        words[at + 1 : at + 3] == ["my", "way"]
        or _is_whole(u, first, at)
        or is_described(u, *_before(words, first))
    )


def _is_whole(u: Utterance, first: int, at: int) -> bool:
    """True for "half an hour on the leg alone", "give you 20 minutes on the leg": nothing else is done."""
    words = u.reading.words
    _, stop = u.reading.sentence(at)
    if not _ALONE.isdisjoint(words[at + 1 : min(stop, at + 6)]):
        return True
    given = words[max(0, first - 2) : first] in (["give", "you"], ["give", "ya"], ["squeeze", "in"])
    return given and not _is_part(u, at)


_ALONE: Final = frozenset("alone only just".split())


def _is_part(u: Utterance, last: int) -> bool:
    """True for "15 minutes of cupping at the end of the hour": a part of something longer."""
    _, stop = u.reading.sentence(last)
    words = u.reading.words
    return any(words[i] in _WHOLES for i in range(last + 1, min(stop, last + 18)))


_WHOLES: Final = frozenset("hour session wrap rest end start beginning then before after finish".split())
_CLOSED: Final = frozenset(
    "straight directly right is 's are was were would will can could should at on in for with to of and "
    "or the a an i you"
    " we he she it they that this works work suits sounds tonight today tomorrow if when".split()
)


def _before(words: list[str], first: int) -> tuple[str, int]:
    """Return the word before a length, fillers skipped, and its place (-1: none)."""
    at = first - 1
    while at >= 0 and words[at] in FILLER:
        at -= 1
    if at > 2 and words[at] == "times" and words[at - 1] in _HOW_MANY and words[at - 3] in _ABLE:
        at -= 2  # "we could do three times 45 minutes"
    if (
        at > 0
        and at == first - 1
        and words[at - 1] in ("a", "an", "the")
        and words[at].isalpha()
        and words[at] not in _OTHER_BEFORE
        and words[at] not in _HASTE
    ):
        # an adjective that nobody has listed: "a gentle half hour"
        at -= 2
        while at >= 0 and words[at] in FILLER:
            at -= 1
    return (words[at], at) if at >= 0 else ("", -1)


_HOW_MANY: Final = frozenset("two three four five six 2 3 4 5 6".split())
_ABLE: Final = frozenset("can could i'd we'd i'll we'll".split())
_HASTE: Final = frozenset("rush hurry pinch push bind".split())
"""Nouns that stand before a length and are no adjective of it: "in a rush 45 is plenty"."""
