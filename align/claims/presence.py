"""Whose presence a clause states at a place.

The clause is read from the place to the left, word by word, until something decides: a
subject ("I'm", "you"), somebody's room ("my studio", "your cabin"), a third person. What
was passed on the way says what kind of presence it is: a meeting, a journey, an event, a
memory. A clause without a subject ("In Leeds tomorrow", "Two spots left in Cork") speaks
of whoever speaks. In the client's message the sides swap.

The way is at most `_REACH` words long, so the cost of a place does not grow with the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from align.claims.claim import Speaker
from align.claims.presence_words import (
    ABLE,
    BEFORE_SUBJECT,
    BOOKED,
    CONTENT,
    INVITING,
    IS,
    OWN_ROOMS,
    PARTS,
    SUBJECT_ONLY,
    WITH_OBJECT,
    Part,
)
from align.reading.cues import CALENDAR, EMOJI, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 28
_AHEAD: Final = 6

About = Literal["professional", "client", "other"]


class Presence(NamedTuple):
    """Whose presence a clause states.

    `now` says that it is stated of the present, so that without a date it means today;
    `close` that nothing but small words stands between the subject and the place, and
    `dated_only` that it holds only where a date is said ("when I'm in Leeds on Friday").
    """

    about: About
    now: bool = False
    close: bool = False
    dated_only: bool = False


_OTHER: Final = Presence("other")
_CLIENT: Final = Presence("client")


@dataclass(slots=True)
class _Passed:
    """What has been passed between the place and the word that is looked at."""

    event: bool = False
    booked: bool = False
    room: bool = False
    own_room: bool = False
    guest_room: bool = False
    travel: bool = False
    meets: bool = False
    moves: bool = False
    acts: bool = False
    past: bool = False
    mental: bool = False
    denied: bool = False
    strange: int = 0
    link: int = -1


def presence(
    u: Utterance, cue: int, last: int, settled: bytearray, *, event: bool = False, travel: bool = False
) -> Presence:
    """Return whose presence is stated at the place that ends before word `last`.

    `cue` is the word that introduces the place, or the place's own first word; `settled`
    marks words that belong to dates and places and are passed over. `event` and `travel`
    say that the place's name stands before such a noun ("my Berlin dates").
    """
    found = _leftwards(u, cue, last, settled, _Passed(event=event, booked=event, travel=travel))
    if found.about == "professional" and _is_turned(u, last):
        return _OTHER
    return found


def _leftwards(u: Utterance, cue: int, last: int, settled: bytearray, passed: _Passed) -> Presence:
    reading = u.reading
    words, marks = reading.words, reading.marks
    begin = max(_sentence_begin(u, cue), cue - _REACH)
    professional_speaks = u.speaker is Speaker.PROFESSIONAL
    at = cue
    while at > begin:
        at -= 1
        if settled[at]:
            continue
        word = words[at]
        part = PARTS.get(word)
        if part is Part.SKIP:
            passed.denied |= word in ("no", "not")
            continue
        if part is None:
            if marks[at] & EMOJI:
                at += 1
                break
            if word[0].isalpha() and not marks[at] & CALENDAR:
                passed.strange += 1
        elif part is Part.LINK:
            if passed.strange:
                at += 1
                break
            if passed.link < 0:
                passed.link = at + 1
        elif part is Part.STOP:
            if word != ":" or passed.strange:
                at += 1
                break
        else:
            decided = _step(u, at, part, passed, professional_speaks=professional_speaks)
            if decided is not None:
                return decided
    return _unsaid(u, at, cue, last, settled, passed)


def _sentence_begin(u: Utterance, cue: int) -> int:
    if cue and u.reading.marks[cue - 1] & SENTENCE_END:
        return cue
    return u.reading.sentence(cue)[0]


def _step(u: Utterance, at: int, part: Part, passed: _Passed, *, professional_speaks: bool) -> Presence | None:
    """Take in one word; return a decision where it makes one."""
    words = u.reading.words
    word = words[at]
    if part is Part.SPEAKER:
        return _host(u, at, passed) if professional_speaks else _guest(u, at, passed)
    if part is Part.LISTENER:
        return _listener(u, at, passed, professional_speaks=professional_speaks)
    if part is Part.SPEAKER_OBJECT:
        return _object(words, at, passed, is_host=professional_speaks)
    if part in (Part.SPEAKER_OWN, Part.LISTENER_OWN):
        if words[at + 1] in ("time", "week", "weeks", "month", "days", "year") and not passed.event:
            return None
        return _owned(passed, is_host=professional_speaks == (part is Part.SPEAKER_OWN))
    if part in (Part.SPEAKER_HOME, Part.LISTENER_HOME):
        if professional_speaks == (part is Part.SPEAKER_HOME):
            return _OTHER if passed.past else Presence("professional")
        passed.guest_room = True
    elif part is Part.THIRD:
        if at and PARTS.get(words[at - 1]) is Part.LISTENER_OWN:
            passed.guest_room = True
            return None
        return _OTHER
    elif part is Part.IT:
        return _it(u, at, passed)
    elif part in (Part.LEISURE, Part.CONDITION):
        return _OTHER
    else:
        _note(words, at, part, passed)
        if part is Part.CLIENTS and not passed.meets:
            return _OTHER
    return None


def _note(words: list[str], at: int, part: Part, passed: _Passed) -> None:
    """Remember a word that decides nothing by itself."""
    word = words[at]
    behind = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    if part is Part.PAST:
        passed.past |= not (
            word in ("was", "were") and behind in ("hoping", "going", "thinking", "planning", "wondering")
        )
    elif part is Part.MENTAL:
        harmless = (
            (word in ("love", "like", "hope", "hoping") and behind == "to")
            or (word == "say" and behind in ("hi", "hello", "hey"))
            or (word == "from" and (passed.room or passed.event))
            or (word in ("thanks", "sorry", "congrats") and passed.link == at + 2)
        )
        passed.mental |= not harmless
    elif part is Part.ENCOUNTER:
        passed.meets |= word in ("meet", "meeting", "book", "host", "hosting", "join") and not passed.strange
        passed.acts = True
    elif part is Part.MOTION:
        passed.moves = True
    elif part is Part.ACTIVE:
        passed.acts = True
    elif part is Part.EVENT:
        passed.booked = passed.booked or word in BOOKED
        passed.event = True
    elif part is Part.ROOM and word in ("room", "space") and before not in ("the", "a", "my", "our", "your"):
        passed.event = True  # "got room for you in Leeds"
    elif part is Part.ROOM:
        passed.room = True
        passed.own_room |= word in OWN_ROOMS and before == "the"
    elif part is Part.TRAVEL:
        passed.travel = True
    elif part is Part.CLIENTS:
        if before in ("a", "another", "my") and at > 1:
            before = words[at - 2]
        passed.meets |= before in WITH_OBJECT or before in ("taking", "for", "new", "visiting", "serving")


def _listener(u: Utterance, at: int, passed: _Passed, *, professional_speaks: bool) -> Presence | None:
    words = u.reading.words
    before = words[at - 1] if at else "."
    is_object = (
        words[at] not in SUBJECT_ONLY and not passed.past and before in WITH_OBJECT and before not in ("have", "get")
    ) or (words[at] not in SUBJECT_ONLY and before not in BEFORE_SUBJECT and not passed.past and at > 0)
    if is_object:
        passed.meets |= before in WITH_OBJECT
        return None
    return _guest(u, at, passed) if professional_speaks else _host(u, at, passed)


def _object(words: list[str], at: int, passed: _Passed, *, is_host: bool) -> Presence | None:
    """Read "me": whoever sees, joins or comes to the professional meets them there."""
    before = words[at - 1] if at else ""
    if before not in WITH_OBJECT and PARTS.get(before) is not Part.ENCOUNTER:
        return None
    if not is_host:
        passed.meets = True
        return None
    return _OTHER if passed.past or passed.mental else Presence("professional")


def _owned(passed: _Passed, *, is_host: bool) -> Presence | None:
    """Read "my" or "your" before what has been passed."""
    if is_host:
        if passed.past or passed.mental or not (passed.event or passed.room or passed.travel):
            return _OTHER
        return Presence("professional")
    if passed.travel or (passed.event and not passed.booked):
        return _CLIENT
    if not passed.event:
        passed.guest_room = True
        passed.room = passed.own_room = False
        passed.strange = 0
    return None


def _it(u: Utterance, at: int, passed: _Passed) -> Presence | None:
    """Read "it's in Leeds": the professional's room or event, where that is spoken of."""
    if passed.past or passed.mental:
        return _OTHER
    if passed.event or passed.own_room:
        return Presence("professional")
    if passed.strange or passed.moves:
        return _OTHER
    begin = u.reading.sentence(at)[0]
    spoken = u.reading.words[max(0, begin - 12) : begin]
    if u.inbound is not None and any(w in _ASKED_WHERE for w in u.inbound.reading.words):
        return Presence("professional")
    if any(w in OWN_ROOMS or PARTS.get(w) is Part.EVENT for w in spoken):
        return Presence("professional")
    return _OTHER


def _host(u: Utterance, at: int, passed: _Passed) -> Presence:
    """Decide for a clause whose subject is the professional."""
    words = u.reading.words
    before = words[at - 1] if at else ""
    if passed.past or passed.mental:
        return _OTHER
    asks = u.speaker is Speaker.CLIENT
    if not asks and (PARTS.get(before) is Part.CONDITION or before in _NO_STATEMENT):
        return _OTHER
    is_be, future, content = _verb(words, at)
    if is_be and passed.strange and not _says_where(words, content):
        return _OTHER
    has = words[at] in ("i've", "ive", "we've") or words[content : content + 1] in (["have"], ["got"])
    if has and passed.strange and not (passed.event or passed.room or passed.acts):
        return _OTHER  # what somebody has there may be anything: "I've a bride in Surrey"
    return Presence(
        "professional",
        now=is_be and not future and not passed.moves,
        close=passed.strange == 0,
        dated_only=not asks and before in ("when", "once", "until"),
    )


_NO_STATEMENT: Final = frozenset("time case wish unless nearest closest furthest farthest".split())
_AUXILIARY: Final = frozenset("will would can could should might may going gonna to shall 'll".split())
_FUTURE: Final = frozenset("i'll ill we'll i'd we'd you'll you'd".split())
_ADVERB: Final = frozenset(
    "also just still currently now mostly usually always only actually definitely probably all both"
    " already really always permanently officially".split()
)


def _verb(words: list[str], at: int) -> tuple[bool, bool, int]:
    """Return whether a subject's verb is a form of "be", whether it lies ahead, and what follows."""
    is_be = words[at] in IS
    future = words[at] in _FUTURE
    index = at + 1
    while index < len(words):
        word = words[index]
        if word in ("am", "be", "are"):
            is_be = True
        elif word in _AUXILIARY:
            future = True
        elif word not in _ADVERB:
            break
        index += 1
    return is_be, future, index


def _says_where(words: list[str], content: int) -> bool:
    """True when what follows "I'm" is a place, a doing or a readiness, not a feeling."""
    if content >= len(words):
        return True
    word = words[content]
    if word in CONTENT or word.endswith("ing"):
        return True
    if word in ("happy", "glad", "able", "delighted", "keen", "going", "set", "due", "ready"):
        return True
    return PARTS.get(word) in (Part.ACTIVE, Part.MOTION, Part.EVENT, Part.ENCOUNTER)


def _guest(u: Utterance, at: int, passed: _Passed) -> Presence:
    """Decide for a clause whose subject is the client."""
    words = u.reading.words
    before = words[at - 1] if at else ""
    if passed.past or passed.mental or PARTS.get(before) is Part.PAST:
        return _CLIENT
    if passed.meets or passed.event or passed.own_room:
        return Presence("professional")
    invited = before in ABLE or any(w in ABLE for w in words[at + 1 : at + 4])
    reaches = any(w in ("get", "make") for w in words[at + 1 : at + 4])
    if invited and (passed.moves or reaches) and u.speaker is Speaker.PROFESSIONAL:
        return _CLIENT if _is_conditional(words, at) and not reaches else Presence("professional")
    return _CLIENT


def _is_conditional(words: list[str], at: int) -> bool:
    return any(PARTS.get(w) is Part.CONDITION for w in words[max(0, at - 2) : at])


def _unsaid(u: Utterance, at: int, cue: int, last: int, settled: bytearray, passed: _Passed) -> Presence:
    """Decide for a clause that names no subject."""
    professional_speaks = u.speaker is Speaker.PROFESSIONAL
    if passed.denied and passed.event:
        return _OTHER
    if passed.past or passed.mental or passed.strange:
        bare = passed.link if passed.link > 0 and not passed.event else -1
        if bare < 0 and not (passed.past or passed.mental) and (passed.event or passed.own_room or passed.meets):
            return Presence("professional")
        if bare < 0 and not (passed.past or passed.mental) and professional_speaks and _invites(u, at, cue):
            return Presence("professional")
        if bare < 0 or passed.guest_room:
            return _CLIENT if passed.guest_room else _OTHER
        return _fragment(u, cue, last, settled, linked=passed.link > 0)
    if passed.guest_room:
        return _CLIENT
    if passed.meets or passed.event or passed.own_room:
        return Presence("professional")
    if (passed.room or passed.travel) and not passed.acts:
        return _OTHER
    if passed.acts or passed.moves:
        if professional_speaks:
            return Presence("professional", close=True)
        return Presence("professional") if passed.acts and _ends_asking(u, cue) else _CLIENT
    return _fragment(u, cue, last, settled, linked=passed.link > 0)


def _invites(u: Utterance, at: int, cue: int) -> bool:
    """True for "come say hello in Leeds"."""
    words = u.reading.words
    while at < cue and PARTS.get(words[at]) in (Part.SKIP, Part.LINK):
        at += 1
    return at < cue and words[at] in INVITING and words[at] not in ("make", "get", "find", "head", "stop", "visit")


def _ends_asking(u: Utterance, index: int) -> bool:
    return u.reading.words[u.reading.sentence(index)[1] - 1] == "?"


def _fragment(u: Utterance, cue: int, last: int, settled: bytearray, *, linked: bool) -> Presence:
    """Decide for "In Leeds tomorrow": by what follows."""
    words, marks = u.reading.words, u.reading.marks
    if u.speaker is Speaker.CLIENT:
        return Presence("professional") if _ends_asking(u, cue) else _CLIENT
    stop = u.reading.sentence(cue)[1]
    if words[stop - 1] == "?" and not any(PARTS.get(w) is Part.SPEAKER for w in words[last:stop]):
        return _OTHER  # "Houston this weekend? I'm in Austin": an echo, or a question
    here = Presence("professional", now=not linked, close=True)
    dated = False
    for index in range(last, min(len(words), last + _AHEAD)):
        word = words[index]
        part = PARTS.get(word)
        if settled[index]:
            dated = True
        elif marks[index] & (SENTENCE_END | EMOJI) or part in (Part.SPEAKER, Part.SPEAKER_OWN, Part.STOP):
            return here
        elif part is Part.LISTENER:
            ahead = words[index + 1 : index + 5]
            return here if "me" in ahead or "us" in ahead else _CLIENT
        elif part is Part.LINK:
            if dated:
                return here
        elif part is not Part.SKIP:
            return here if dated and part not in (Part.PAST, Part.THIRD) else _OTHER
    return here


_ASKED_WHERE: Final = frozenset(("where", "where's", "whereabouts", "wheres"))
_PAST_MARKS: Final = frozenset("ago yesterday someday eventually growing".split())


def _is_turned(u: Utterance, last: int) -> bool:
    """True when what follows the place makes it a memory, a dream or a private holiday."""
    words, marks = u.reading.words, u.reading.marks
    for index in range(last, min(len(words), last + _AHEAD)):
        word = words[index]
        if marks[index] & SENTENCE_END or word in (",", "but", "so"):
            return False
        if word in _PAST_MARKS or PARTS.get(word) is Part.LEISURE:
            return True
        behind = words[index + 1] if index + 1 < len(words) else ""
        if word == "last" and behind in ("week", "month", "year", "summer", "winter", "spring", "night", "weekend"):
            return True
        if word in ("one", "some") and behind == "day":
            return True
    return False
