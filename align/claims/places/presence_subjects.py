"""Subjects and objects of a clause about a place: "I'm", "you", "me", "it", somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.asked_and_granted import is_asked_and_granted
from align.claims.claim import Speaker
from align.claims.nearby import claims_between
from align.claims.places.appointed_places import has_time
from align.claims.places.clause_openings import is_someday
from align.claims.places.presence_company import are_counted, has_been_lived, is_served, lodges
from align.claims.places.presence_found import CLIENT, OTHER, THERE, Passed, Presence
from align.claims.places.presence_noted import OWNERS, Handler, word_behind
from align.claims.places.presence_verbs import has_object, is_of_the_past, says_where, verb_of
from align.claims.places.presence_words import (
    ABLE,
    BEFORE_SUBJECT,
    BOOKED,
    OWN_ROOMS,
    PARTS,
    SUBJECT_ONLY,
    WITH_OBJECT,
    Part,
)
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.claims.utterance import Utterance


def professional_speaks(u: Utterance) -> bool:
    """Tell whether it is the professional who speaks."""
    return u.speaker is Speaker.PROFESSIONAL


def _speaker(u: Utterance, at: int, passed: Passed) -> Presence:
    return _host(u, at, passed) if professional_speaks(u) else _guest(u, at, passed)


def _listener(u: Utterance, at: int, passed: Passed) -> Presence | None:
    words = u.reading.words
    before = words[at - 1] if at else "."
    may_be_object = words[at] not in SUBJECT_ONLY and not passed.past and at > 0
    done = before == "do" and at > 1 and words[at - 2] in _DOING  # "and do you at home"
    meets = done or (before in WITH_OBJECT and before not in ("have", "get"))
    does = words[at + 1 : at + 2] in _DOES  # "if it's too small you could come to …"
    is_object = may_be_object and not does and (meets or before not in BEFORE_SUBJECT)
    if is_object:
        if before == "see" and _bids_farewell(u, at, passed):
            return THERE
        passed.meets |= done or before in WITH_OBJECT
        return None
    return _guest(u, at, passed) if professional_speaks(u) else _host(u, at, passed)


def _bids_farewell(u: Utterance, at: int, passed: Passed) -> bool:
    """True for the "see you" that opens a clause: "all paid, see you in Leeds"."""
    opens = at < 2 or bool(u.reading.marks[at - 2] & BREAK) or u.reading.words[at - 2] in ("then", "so")
    asks = u.reading.words[u.reading.sentence(at)[1] - 1] == "?"
    return opens and not asks and professional_speaks(u) and not (passed.unreal or passed.others_room)


def _object(u: Utterance, at: int, passed: Passed) -> Presence | None:
    """Read "me": whoever sees, joins or comes to the professional meets them there."""
    words = u.reading.words
    before = words[at - 1] if at else ""
    if before == "take" and words[at + 1] in _ALONG:
        return OTHER  # "take me with you to Leeds"; "it'll take me an hour to reach Leeds"
    if before not in WITH_OBJECT and PARTS.get(before) is not Part.ENCOUNTER:
        return None
    if not professional_speaks(u):
        passed.meets = True
        return None
    return OTHER if passed.unreal else THERE


def _third(u: Utterance, at: int, passed: Passed) -> Presence | None:
    if u.reading.words[at] in _QUALIFYING and word_behind(u.reading.words, at).endswith(_TRADES):
        passed.strange += 1
        return None  # "a family therapist in Leeds"
    if lodges(u.reading.words, at):
        passed.lodging = True
        return None
    if at and PARTS.get(u.reading.words[at - 1]) is Part.LISTENER_OWN and u.reading.words[at] not in _SERVING:
        passed.guest_room = True  # "I can shoot your family in Leeds"
        return None
    if is_served(u.reading.words, at):
        passed.meets = True
        return None  # "I'm doing her sister in Leeds"
    return OTHER


def _neither(u: Utterance, at: int, passed: Passed) -> Presence:
    del u, at, passed
    return OTHER


def _it(u: Utterance, at: int, passed: Passed) -> Presence | None:
    """Read "it's in Leeds": the professional's room or event, where that is spoken of."""
    if at and u.reading.words[at] == "it" and has_object(u, at - 1):
        passed.meets |= not professional_speaks(u)  # the client's "could we do it in Leeds?"
        return None  # "let's make it Leeds", "we can do it in Leeds"
    if passed.unreal:
        return OTHER
    if passed.event or passed.own_room:
        return THERE
    if passed.strange or passed.moves:
        return OTHER
    if _asked_when_there(u) and claims_between(u.days, at + 1, at + _DATE_REACH):
        return THERE  # "it's looking like the 15th to the 18th in Leeds"
    begin = u.reading.sentence(at)[0]
    spoken = u.reading.words[max(0, begin - 12) : begin]
    if u.inbound is not None and not _ASKED_WHERE.isdisjoint(u.inbound.said):
        return THERE
    if any(w in OWN_ROOMS or PARTS.get(w) is Part.EVENT for w in spoken):
        return THERE
    beside = u.reading.words[max(begin, at - 12) : at]  # "your session is booked, it'll be in Leeds"
    return THERE if any(w in OWN_ROOMS or w in BOOKED for w in beside) else OTHER


def _host(u: Utterance, at: int, passed: Passed) -> Presence:
    """Decide for a clause whose subject is the professional."""
    words = u.reading.words
    before = words[at - 1] if at else ""
    if passed.unreal or (passed.lodging and passed.strange) or words[at + 1 : at + 3] == ["rather", "be"]:
        return OTHER
    asks = u.speaker is Speaker.CLIENT
    conditional = PARTS.get(before) is Part.CONDITION and not is_asked_and_granted(u.reading, at - 1)
    if not asks and (conditional or before in _NO_STATEMENT or is_someday(u, at)):
        return OTHER
    if words[at + 1 : at + 2] == ["once"]:
        return OTHER  # "I once cut hair on a train to Leeds"
    is_be, future, content = verb_of(words, at)
    future = future or (asks and before == "will")
    if is_be and passed.strange and not says_where(words, content):
        return OTHER
    has = words[at] in ("i've", "ive", "we've") or words[content : content + 1] in (["have"], ["got"])
    if has and (are_counted(u, at, content) or has_been_lived(u, at, content)):
        return OTHER
    rents = has and passed.room and any(words[i : i + 1] in _RENTED for i in (content, content + 1))
    gone_on = rents or (has and passed.meets)
    if not is_be and passed.strange and not gone_on and is_of_the_past(u, at, content):
        return OTHER
    holds = passed.event or passed.room or passed.acts or passed.meets
    if has and passed.guest_room and not (holds or passed.moves):
        return CLIENT  # "I have your address as 14 Oak Street in Leeds"
    if has and passed.strange and not (holds or has_time(u, at)):
        return OTHER  # what somebody has there may be anything: "I've a bride in Surrey"
    return Presence(
        "professional",
        now=is_be
        and not (future or passed.moves or passed.link > 0 or before in _SOME_TIME or before in _WHEREVER),
        close=passed.strange == 0,
        dated_only=not asks and before in _SOME_TIME and not _stays_meanwhile(words, at, content),
    )


def _stays_meanwhile(words: list[str], at: int, content: int) -> bool:
    """True for "while I'm in Leeds you can come to me": it says that they will be; "while I'm there" may be any door."""
    return words[at - 1] == "while" and words[content : content + 1] != ["there"]


def _asked_when_there(u: Utterance) -> bool:
    """True where the client has spoken of the professional's being somewhere."""
    return u.inbound is not None and any(p.about == "professional" for p in u.inbound.places[:_FEW])


_BOOKED_IN: Final = (["booked"], ["confirmed"], ["pencilled"], ["penciled"])
_YOU_ARE: Final = frozenset("you're youre".split())
_ALONG: Final = frozenset("with along to there away back too over".split())
_GETS: Final = (["get"], ["make"])
_THERE: Final = (["to"], ["it"], ["there"], ["over"], ["up"], ["down"], ["out"], ["across"], ["yourself"])
_RENTED: Final = (["rented"], ["hired"], ["leased"], ["borrowed"], ["booked"], ["opened"])
_QUALIFYING: Final = frozenset(("family", "families", "kids", "kid", "parents"))
_TRADES: Final = ("ist", "ian", "tor", "grapher", "lawyer", "trainer", "teacher", "stylist")
"""Endings of those who work for whom stands before: "a family photographer"."""

_SERVING: Final = frozenset(("guy", "lady", "bloke", "lad", "supplier"))
"""Those of theirs who do such work: "your guy in Leeds"."""

_DATE_REACH: Final = 5
_FEW: Final = 8
_DOES: Final = (["can"], ["could"], ["will"], ["would"], ["should"], ["might"], ["are"])
_SOME_TIME: Final = frozenset(("when", "once", "until", "while", "till"))
"""Words behind which a clause says nothing of today."""
_WHEREVER: Final = frozenset(("where", "wherever"))
_NO_STATEMENT: Final = frozenset("time case wish unless nearest closest furthest farthest".split())


def _guest(u: Utterance, at: int, passed: Passed) -> Presence:
    """Decide for a clause whose subject is the client."""
    words = u.reading.words
    before = words[at - 1] if at else ""
    if passed.unreal or PARTS.get(before) is Part.PAST:
        return CLIENT
    if passed.offers or _books(u, at, passed):
        return THERE
    invited = before in ABLE or any(w in ABLE for w in words[at + 1 : at + 4])
    reaches = any(words[i : i + 1] in _GETS and words[i + 1 : i + 2] in _THERE for i in range(at + 1, at + 4))
    if invited and (passed.moves or reaches) and u.speaker is Speaker.PROFESSIONAL:
        return CLIENT if _is_conditional(words, at) and not reaches else THERE
    return CLIENT


def _is_conditional(words: list[str], at: int) -> bool:
    return any(PARTS.get(w) is Part.CONDITION for w in words[max(0, at - 2) : at])


def _books(u: Utterance, at: int, passed: Passed) -> bool:
    """True for "you're booked for Friday in Leeds"; not for "… in a hotel in Leeds", "… on the train to Leeds"."""
    words = u.reading.words
    if words[at] not in _YOU_ARE or words[at + 1 : at + 2] not in _BOOKED_IN or not professional_speaks(u):
        return False
    return not (passed.room or (words[at + 2 : at + 3] == ["on"] and words[at + 3] in OWNERS))


_DOING: Final = frozenset("and to can could i'll i'd will would still we'll then".split())
_ASKED_WHERE: Final = frozenset(("where", "where's", "whereabouts", "wheres"))
SUBJECTS: Final[Mapping[Part, Handler]] = {
    Part.SPEAKER: _speaker,
    Part.LISTENER: _listener,
    Part.SPEAKER_OBJECT: _object,
    Part.THIRD: _third,
    Part.IT: _it,
    Part.LEISURE: _neither,
    Part.CONDITION: _neither,
}
