"""What a length measures by the words around it: a session, or a walk, a wait, a bath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.durations.described_lengths import is_described
from align.claims.durations.homework import is_homework
from align.claims.durations.length_verdicts import asks_short, is_welcomed
from align.claims.durations.length_words import FILLER, SESSION_NOUNS
from align.claims.durations.lengths_away import (
    is_listed_part,
)
from align.claims.durations.plain_offers import is_plainly_offered
from align.claims.durations.presumed_lengths import (
    is_presumed_before,
)
from align.claims.durations.put_to_client import is_before_session
from align.claims.durations.told_lengths import is_told
from align.reading.cues import (
    BREAK,
    CALENDAR,
    NUMERIC,
    OFFER_WORD,
    SENTENCE_END,
    SERVICE_WORD,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

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
OTHER_BEFORE: Final = frozenset(
    "in within every per each last past next another extra additional after before by than takes"
    " take took taking wait waiting spend spending spent leave leaving allow add adding extend running"
    " first arrive arriving lasted need needs needed runs ran under over previous final only-takes"
    " practise practice practising practicing rest resting soak bake simmer cook steep chill marinate"
    " since until till save saves saved lose losing lost past hold holding least give me".split()
)
HAVING: Final = frozenset("have got i've 've we've there's has 's".split())


def noun_after(u: Utterance, first: int, last: int, minutes: float) -> str:
    """Classify the noun that a length measures: "session", "other", or "" for none."""
    words = u.reading.words
    end = min(len(words), last + _PHRASE)
    at = last
    while at < end and words[at] in _PASSED and (words[at] not in _KINDS or _is_kind(words, at)):
        at += 1
    word = words[at] if at < len(words) else ""
    if word not in _TELLING:
        return _first_noun(u, at, end)
    told = _told_by(u, first, last, at, minutes)
    if told is not None:
        return told
    if at < end and (
        word in _OTHER_AFTER or (word == "on" and u.speaker is not Speaker.CLIENT and not _on_a_day(u, at))
    ):
        if is_before_session(u, at):
            return "other"
        return "" if _is_excused(u, first, at) or is_presumed_before(u, first, at, minutes) else "other"
    return _first_noun(u, at, end) if at >= end or word != "of" else _noun_of(u, first, last, at)


def _told_by(u: Utterance, first: int, last: int, at: int, minutes: float) -> str | None:
    """Classify by what the word at `at` begins: "more than enough", "in the bath", "each way"; None: nothing."""
    words = u.reading.words
    word = words[at]
    if word == "more" and words[at + 1 : at + 3] == ["than", "enough"]:
        return ""
    if word == "in" and at + 1 < min(len(words), last + _PHRASE) and u.reading.marks[at + 1] & SENTENCE_END:
        return "other"  # "everybody nods off 20 minutes in"
    if word in _GAPS and _is_gap(u, first, at):
        return "session"
    if word in _AROUND_EACH and words[at + 1 : at + 2] in _EACH and not _is_offered_behind(u, first, at):
        return "other"  # "fifteen minutes after each set"
    if _is_spent_otherwise(words, at):
        return "" if is_plainly_offered(u, first) else "other"
    if word == "each":
        if words[at + 1 : at + 2] == ["time"]:
            return "session" if is_told(u, first, last, minutes) else "other"
        return "other" if _each_of(u, at + 1) else None
    if word in _BESIDE and words[at + 1 : at + 2] in _BESIDE[word] and words[at + 2 : at + 3] != ["through"]:
        return "other"
    return None


_PHRASE: Final = 4
"""Words behind a length in which what it measures is looked for."""
_KINDS: Final = frozenset("quiet lunch phone video zoom facetime".split())
"""What a session may be of or on, and what a length may be of by itself."""
_PASSED: Final = _KINDS | frozenset("' 's - long".split())


def _is_offered_behind(u: Utterance, first: int, at: int) -> bool:
    """True for "I can do half an hour after each show", "half an hour before each show, I could do that"."""
    words = u.reading.words
    _, end = u.reading.sentence(at)
    behind = words[at : min(end, at + _CLAUSE)]
    return is_plainly_offered(u, first) or not _WILLING.isdisjoint(behind)


_CLAUSE: Final = 10
_WILLING: Final = frozenset("can could works fine happy me".split())


def _is_gap(u: Utterance, first: int, at: int) -> bool:
    """True for "I've a 45 minute window", "there's a 40 minute gap at 6": what is left to be booked."""
    words, marks = u.reading.words, u.reading.marks
    if HAVING.isdisjoint(words[max(0, first - 3) : first]):
        return False
    return at + 1 >= len(words) or bool(marks[at + 1] & (BREAK | CALENDAR)) or words[at + 1] in _THEN


_GAPS: Final = frozenset("gap window hole".split())
_AROUND_EACH: Final = frozenset("after before between".split())
_EACH: Final = (["each"], ["every"])
_THEN: Final = frozenset("at if today tonight tomorrow this free going left open".split())


def _is_spent_otherwise(words: list[str], at: int) -> bool:
    """True behind a length for "in the bath", "with a hot water bottle", "with my nan", "to yourself"."""
    word = words[at]
    if word in _PLACING and _is_alone(words[at + 1 : at + 4]):
        return True
    if word == "with" and words[at + 1 : at + 2] == ["my"]:
        return not _COMPANY.isdisjoint(words[at + 2 : at + 3])
    return word == "to" and words[at + 1 : at + 2] in _ONESELF


_ONESELF: Final = [["yourself"], ["yourselves"], ["myself"]]


def _noun_of(u: Utterance, first: int, last: int, at: int) -> str:
    """Classify what a length is "of" (the word at `at`): "of massage", "of stretching", "of your time"."""
    words = u.reading.words
    if words[at + 1 : at + 3] == ["your", "time"]:
        return "session"
    if words[at + 1 : at + 2] in (["just"], ["only"]):
        return ""
    if (
        words[at + 1 : at + 2] in _THAT
        and words[at + 2 : at + 3] in _GOES
        and words[at + 3 : at + 4] in _ON_ELSE
    ):
        return "other"  # "thirty minutes of that is me finding your pans"
    if _is_part(u, last) or is_listed_part(u, last):
        return "other"
    advised = words[at + 1 : at + 2] in _IT and "i'd" in words[max(0, first - 3) : first]
    if words[at + 1 : at + 2] in _CALM and not advised and is_plainly_offered(u, first):
        return ""  # "I can do thirty minutes of that"; "I'd do twenty minutes of that" is advice
    if (
        words[first - 1] == "get"
        and words[first - 2] in _YOURS
        and not _WORK.isdisjoint(words[at + 1 : at + 4])
    ):
        return ""  # "you get 45 minutes of hands-on time"
    if is_homework(u, at):
        return "other"
    found = _first_noun(u, at + 1, min(len(words), last + 5))
    if found or asks_short(u):
        return found
    worked = not _WORK.isdisjoint(words[at + 1 : at + 4])
    if worked and is_welcomed(u, last, u.reading.sentence(last)[1]):
        return ""
    return "other"


_YOURS: Final = frozenset("you you'll you'd".split())
_THAT: Final = (["that"], ["it"], ["which"])
_GOES: Final = (["is"], ["'s"], ["goes"], ["was"])
_ON_ELSE: Final = tuple([w] for w in "me my the a for on to just spent setting".split())
_IT: Final = [[word] for word in "that this it those".split()]
_CALM: Final = [[word] for word in "peace quiet silence calm bliss".split()] + _IT
_WORK: Final = frozenset(
    "work bodywork attention hands hands-on tlc pampering focus me one-to-one table chair".split()
)
"""What a length may be of where its clause decides: "forty minutes of deep work would sort you"."""


def _is_alone(said: list[str]) -> bool:
    """True for "the bath" and "a hot water bottle"; "your kitchen" is where the appointment is as well."""
    return not _CARE.isdisjoint(said) and (said[0] not in ("your", "my") or _ROOMS.isdisjoint(said))


_ROOMS: Final = frozenset("pool gym kitchen garden".split())
_PLACING: Final = frozenset("in under with by".split())
_CARE: Final = frozenset(
    "phone book eyes cat kids dryer crate bath tub shower sauna pool sea sun oven freezer fridge "
    "microwave jacuzzi gym traffic queue bed kitchen garden"
    " pot pan grill hob smoker bag roller ball peas water pack blanket fire radiator fan book telly tv feet".split()
)
"""Where a client spends time alone, and with what."""
_COMPANY: Final = frozenset(
    "nan gran granny grandad mum mom mam dad sister brother son daughter kids kid family wife husband "
    "friend friends mate"
    " mates boss doctor dentist physio accountant tutor dog cat phone book coffee tea thoughts feet eyes".split()
)
_BESIDE: Final[dict[str, list[list[str]]]] = {
    "to": [["spare"], ["go"]],
    "either": [["side"]],
    "it": [["takes"], ["took"]],
    "left": [["of"]],
    "on": [["each"]],
    "free": [["between"]],
    "clear": [["between"]],
    "deep": [["in"], ["into"]],
}
_TELLING: Final = _OTHER_AFTER | _GAPS | _PLACING | _BESIDE.keys() | {"each", "of"}
"""What right behind a length may make it another's than the noun's that follows."""


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
        if word in _KINDS and _is_kind(words, place):
            continue
        if word == "top" and words[place + 1 : place + 2] in (["up"], ["-"]):
            return "session"
        if word in SESSION_NOUNS or marks[place] & _SERVED:
            return "session"
        if marks[place] & BREAK or word in _CLOSED:
            return ""
        if word in _OTHER_AFTER:
            return "other"
    return ""


_SERVED: Final = SERVICE_WORD | OFFER_WORD


def _is_kind(words: list[str], at: int) -> bool:
    """True for the "quiet" of "a 30 minute quiet session", the "video" of "a 30 minute video lesson"."""
    return at + 1 < len(words) and words[at + 1] in SESSION_NOUNS


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
            u, *word_before(words, first)
        )
    if words[at] != "on":
        return False
    return (
        words[at + 1 : at + 3] == ["my", "way"]
        or _is_whole(u, first, at)
        or is_described(u, *word_before(words, first))
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


def word_before(words: list[str], first: int) -> tuple[str, int]:
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
        and words[at] not in OTHER_BEFORE
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
