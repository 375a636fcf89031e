"""The words that decide, or help to decide, whose presence a clause states.

Each handler takes in one word of the way from a place to the left (align/claims/places/presence.py)
and returns a decision where the word makes one; otherwise it notes what was passed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.asked_and_granted import is_asked_and_granted
from align.claims.claim import Speaker
from align.claims.nearby import claims_between
from align.claims.places.appointed_places import has_time
from align.claims.places.clause_openings import is_someday, lies_ahead
from align.claims.places.presence_begun import begins
from align.claims.places.presence_company import (
    comes_from,
    is_rival,
    is_served,
    lodges,
    returns_from,
    sees_clients,
    serves,
)
from align.claims.places.presence_found import CLIENT, OTHER, THERE, Passed, Presence
from align.claims.places.presence_verbs import has_object, is_of_the_past, is_preterite, says_where, verb_of
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
    from collections.abc import Callable, Mapping

    from align.claims.utterance import Utterance


def take_in(u: Utterance, at: int, part: Part, passed: Passed) -> Presence | None:
    """Take in one word; return a decision where it makes one."""
    return _HANDLERS[part](u, at, passed)


def _speaks(u: Utterance) -> bool:
    return u.speaker is Speaker.PROFESSIONAL


# -- subjects and objects ----------------------------------------------------------------


def _speaker(u: Utterance, at: int, passed: Passed) -> Presence:
    return _host(u, at, passed) if _speaks(u) else _guest(u, at, passed)


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
    return _guest(u, at, passed) if _speaks(u) else _host(u, at, passed)


def _bids_farewell(u: Utterance, at: int, passed: Passed) -> bool:
    """True for the "see you" that opens a clause: "all paid, see you in Leeds"."""
    opens = at < 2 or bool(u.reading.marks[at - 2] & BREAK) or u.reading.words[at - 2] in ("then", "so")
    asks = u.reading.words[u.reading.sentence(at)[1] - 1] == "?"
    return opens and not asks and _speaks(u) and not (passed.unreal or passed.others_room)


def _object(u: Utterance, at: int, passed: Passed) -> Presence | None:
    """Read "me": whoever sees, joins or comes to the professional meets them there."""
    words = u.reading.words
    before = words[at - 1] if at else ""
    if before == "take" and words[at + 1] in _ALONG:
        return OTHER  # "take me with you to Leeds"; "it'll take me an hour to reach Leeds"
    if before not in WITH_OBJECT and PARTS.get(before) is not Part.ENCOUNTER:
        return None
    if not _speaks(u):
        passed.meets = True
        return None
    return OTHER if passed.unreal else THERE


def _third(u: Utterance, at: int, passed: Passed) -> Presence | None:
    if u.reading.words[at] in _QUALIFYING and _next(u.reading.words, at).endswith(_TRADES):
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


# -- what belongs to whom ----------------------------------------------------------------


def _speaker_own(u: Utterance, at: int, passed: Passed) -> Presence | None:
    return _owned(u, at, passed, is_host=_speaks(u))


def _listener_own(u: Utterance, at: int, passed: Passed) -> Presence | None:
    return _owned(u, at, passed, is_host=not _speaks(u))


def _speaker_home(u: Utterance, at: int, passed: Passed) -> Presence | None:
    return _home(u, at, passed, is_host=_speaks(u))


def _listener_home(u: Utterance, at: int, passed: Passed) -> Presence | None:
    return _home(u, at, passed, is_host=not _speaks(u))


def _home(u: Utterance, at: int, passed: Passed, *, is_host: bool) -> Presence | None:
    if u.reading.words[at - 1 : at] == ["of"]:
        return OTHER  # "a friend of mine in Ghent"
    if is_host and at and is_preterite(u.reading.words[at - 1]):
        return OTHER  # "I lost mine at a wedding in Ghent"
    if is_host:
        return OTHER if passed.past else THERE
    passed.guest_room = True
    return None


def _owned(u: Utterance, at: int, passed: Passed, *, is_host: bool) -> Presence | None:
    """Read "my" or "your" before what has been passed."""
    behind = u.reading.words[at + 1 : at + 3]
    if behind[0] == "way":
        return None  # "I'll make my way to Leeds"
    if is_host and behind[0] == "days" and behind[1:] in _PLACED:
        return OTHER if passed.unreal else THERE  # "my days in Leeds run until …"
    if behind[0] in _SPANS and not passed.event:
        return None  # "my time between Dublin and Cork"
    return _of_host(u, at, passed) if is_host else _of_guest(u, at, passed)


def _of_host(u: Utterance, at: int, passed: Passed) -> Presence | None:
    if u.reading.words[at + 1] in ("old", "former", "previous", "first"):
        return OTHER
    if u.reading.words[at + 1] in ("next", "last") and lies_ahead(u, at):
        return OTHER if passed.unreal else THERE  # "my next day in Leeds"
    if passed.lodging and not passed.unreal:
        return None
    if _is_ground(u, at, passed):
        passed.own_ground, passed.room, passed.strange = True, False, 0
        return None
    if passed.unreal or passed.others_room or not (passed.event or passed.room or passed.travel):
        return OTHER
    return Presence("professional", rooted=not passed.event)


def _of_guest(u: Utterance, at: int, passed: Passed) -> Presence | None:
    before, behind = u.reading.words[at - 1 : at], u.reading.words[at + 1 : at + 3]
    if is_rival(before, behind) and before not in _SELF:
        return OTHER  # but "I'm your man in Leeds"
    if (passed.event or behind[0] == "wedding") and at and serves(u.reading.words[at - 1]):
        passed.meets = True
        return None  # "I'm shooting your wedding in Leeds"
    if passed.travel or (passed.event and not passed.booked):
        return CLIENT
    if not passed.event:
        passed.guest_room = True
        passed.room = passed.own_room = False
        passed.strange = 0
    return None


def _is_ground(u: Utterance, at: int, passed: Passed) -> bool:
    """True for the lodge of "come up to my lodge in Gaia": where one goes is a place of theirs."""
    if u.reading.words[at - 1 : at] != ["to"] or passed.unreal or passed.event or passed.travel:
        return False
    way = u.reading.words[max(0, at - _WAY) : at]
    return passed.strange + passed.room == 1 and any(w in _INVITED for w in way)


def _it(u: Utterance, at: int, passed: Passed) -> Presence | None:
    """Read "it's in Leeds": the professional's room or event, where that is spoken of."""
    if at and u.reading.words[at] == "it" and has_object(u, at - 1):
        passed.meets |= not _speaks(u)  # the client's "could we do it in Leeds?"
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
    if is_be and passed.strange and not says_where(words, content):
        return OTHER
    has = words[at] in ("i've", "ive", "we've") or words[content : content + 1] in (["have"], ["got"])
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


_HEARD: Final = frozenset("you ya u that".split())
_BOOKED_IN: Final = (["booked"], ["confirmed"], ["pencilled"], ["penciled"])
_YOU_ARE: Final = frozenset("you're youre".split())
_SELF: Final = (["i'm"], ["am"], ["be"], ["i"])
_ANY: Final = frozenset("a any another some".split())
_LETS: Final = (["let's"], ["lets"])
_ALONG: Final = frozenset("with along to there away back too over".split())
_GETS: Final = (["get"], ["make"])
_THERE: Final = (["to"], ["it"], ["there"], ["over"], ["up"], ["down"], ["out"], ["across"], ["yourself"])
_RENTED: Final = (["rented"], ["hired"], ["leased"], ["borrowed"], ["booked"], ["opened"])
_OPENINGS: Final = frozenset("slot slots spot spots opening openings gap gaps spaces availability".split())
_QUALIFYING: Final = frozenset(("family", "families", "kids", "kid", "parents"))
_TRADES: Final = ("ist", "ian", "tor", "grapher", "lawyer", "trainer", "teacher", "stylist")
"""Endings of those who work for whom stands before: "a family photographer"."""
_SERVING: Final = frozenset(("guy", "lady", "bloke", "lad", "supplier"))
"""Those of theirs who do such work: "your guy in Leeds"."""
_DATE_REACH: Final = 5
_FEW: Final = 8
_DOES: Final = (["can"], ["could"], ["will"], ["would"], ["should"], ["might"], ["are"])
_WAY: Final = 5
_INVITED: Final = frozenset("come coming head swing pop get make welcome drive hop nip".split())
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


# -- what is only noted ------------------------------------------------------------------


def _past(u: Utterance, at: int, passed: Passed) -> None:
    words = u.reading.words
    if begins(words, at, passed) or (words[at - 1 : at + 1] == ["be", "found"] and _is_speakers(words, at)):
        passed.acts = True  # "I've just started doing regulars in Leeds"
        return
    if words[at] == "found" and not _OPENINGS.isdisjoint(words[at + 1 : at + _FEW]):
        return  # "I found you two slots in Leeds"
    passed.past |= not (words[at] in ("was", "were") and _next(words, at) in _INTENDING)


def _is_speakers(words: list[str], at: int) -> bool:
    """True for the verb of "I can be found", "we can usually be found"."""
    return any(PARTS.get(word) is Part.SPEAKER for word in words[max(0, at - 4) : at - 1])


def _books(u: Utterance, at: int, passed: Passed) -> bool:
    """True for "you're booked for Friday in Leeds"; not for "… in a hotel in Leeds", "… on the train to Leeds"."""
    words = u.reading.words
    if words[at] not in _YOU_ARE or words[at + 1 : at + 2] not in _BOOKED_IN or not _speaks(u):
        return False
    return not (passed.room or (words[at + 2 : at + 3] == ["on"] and words[at + 3] in _OWNERS))


def _mental(u: Utterance, at: int, passed: Passed) -> None:
    words = u.reading.words
    word, behind = words[at], _next(words, at)
    passed.mental |= not (
        (word in ("love", "like", "hope", "hoping", "meant") and behind == "to")
        or (word == "say" and (behind in ("hi", "hello", "hey") or words[at - 1 : at] in _LETS))
        or (
            word in ("from", "about")
            and not (comes_from(words, at) or returns_from(words, at))
            and (passed.room or passed.event or any(u.taken[at + 1 : at + 3]))
        )
        or (word in ("thanks", "sorry", "congrats") and passed.link == at + 2)
        or (word == "about" and words[at - 2 : at] == ["out", "and"])
    )


def _encounter(u: Utterance, at: int, passed: Passed) -> None:
    if (
        u.reading.words[at] == "hear"
        and u.reading.words[at - 1 : at] in (["i"], ["we"])
        and _next(u.reading.words, at) not in _HEARD
    ):
        passed.mental = True  # "I hear the trains to Leeds are off"
    if _is_told_of(u.reading.words, at):
        passed.mental = True
        return
    passed.meets |= u.reading.words[at] in _MEETING and not passed.strange
    passed.acts = True


def _is_told_of(words: list[str], at: int) -> bool:
    """True for "good to hear you got home to Leeds", not for "good to hear you play in Leeds"."""
    if words[at] != "hear" or words[at - 1 : at] != ["to"] or words[at + 1 : at + 2] not in _TOLD_OF:
        return False
    verb = words[at + 2] if at + 2 < len(words) else ""
    return verb in _DONE or verb.endswith("ed")


_TOLD_OF: Final = (["you"], ["she"], ["he"], ["they"], ["that"])
_DONE: Final = frozenset("got made had have are were went came found you".split())


def _motion(u: Utterance, at: int, passed: Passed) -> None:
    del u, at
    passed.moves = True


def _active(u: Utterance, at: int, passed: Passed) -> None:
    del u, at
    passed.acts = True


def _event(u: Utterance, at: int, passed: Passed) -> None:
    words = u.reading.words
    if words[at] == "class" and not _ANY.isdisjoint(words[max(0, at - 2) : at]):
        passed.strange += 1  # "there's a lovely class in Leeds": whose, is not said
        return
    passed.booked |= words[at].removesuffix("'s") in BOOKED
    passed.event = True


def _room(u: Utterance, at: int, passed: Passed) -> None:
    words = u.reading.words
    before = words[at - 1] if at else ""
    if words[at].removesuffix("'s") == "room" and before not in _OWNERS:
        passed.event = True  # "got room for you in Leeds"
        return
    passed.room = True
    had = at > 1 and words[at - 2] in ("got", "have", "hired", "rented", "booked", "use", "using")
    own = words[at].removesuffix("'s") in OWN_ROOMS or words[at] == "chair" or _says_where_it_is(words, at)
    passed.own_room |= (own and before == "the") or (before == "a" and had)


def _says_where_it_is(words: list[str], at: int) -> bool:
    """True for "the room is in Leeds", "the gym's in Leeds": where one comes to."""
    return words[at].removesuffix("'s") in _HOUSING and (words[at].endswith("'s") or _next(words, at) in _IS)


def _travel(u: Utterance, at: int, passed: Passed) -> None:
    del u, at
    passed.travel = True


def _clients(u: Utterance, at: int, passed: Passed) -> Presence | None:
    passed.meets |= sees_clients(u, at)
    return None if passed.meets else OTHER


def _next(words: list[str], at: int) -> str:
    return words[at + 1] if at + 1 < len(words) else ""


_HOUSING: Final = frozenset("room rooms gym office unit kitchen premises chair table bench".split())
_IS: Final = frozenset("is are 's".split())
_DOING: Final = frozenset("and to can could i'll i'd will would still we'll then".split())
_ASKED_WHERE: Final = frozenset(("where", "where's", "whereabouts", "wheres"))
_OWNERS: Final = frozenset("the a my our your her his their own".split())
_PLACED: Final = (["in"], ["there"], ["at"], ["here"])
_SPANS: Final = frozenset("time week weeks month days year".split())
_INTENDING: Final = frozenset("hoping going thinking planning wondering".split())
_MEETING: Final = frozenset("meet meeting book host hosting join".split())
_HANDLERS: Final[Mapping[Part, Callable[[Utterance, int, Passed], Presence | None]]] = {
    Part.SPEAKER: _speaker,
    Part.LISTENER: _listener,
    Part.SPEAKER_OBJECT: _object,
    Part.SPEAKER_OWN: _speaker_own,
    Part.LISTENER_OWN: _listener_own,
    Part.SPEAKER_HOME: _speaker_home,
    Part.LISTENER_HOME: _listener_home,
    Part.THIRD: _third,
    Part.IT: _it,
    Part.LEISURE: _neither,
    Part.CONDITION: _neither,
    Part.PAST: _past,
    Part.MENTAL: _mental,
    Part.ENCOUNTER: _encounter,
    Part.MOTION: _motion,
    Part.ACTIVE: _active,
    Part.EVENT: _event,
    Part.ROOM: _room,
    Part.TRAVEL: _travel,
    Part.CLIENTS: _clients,
}
