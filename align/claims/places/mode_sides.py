"""Being at a side: "a massage at yours on Friday", "at my studio"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.addresses.asked_houses import asks_where_to_come
from align.claims.claim import PriceOf, Speaker
from align.claims.nearby import claims_between
from align.claims.places.mode_claims import claim_of
from align.claims.places.mode_places import ANOTHER_PRICE, sets_price_apart
from align.claims.places.mode_stays import is_homework, is_own_errand, stays
from align.claims.places.mode_subjects import SPEAKERS, THIRD_PERSONS, mode_of, who_goes
from align.claims.places.presence_words import OWN_ROOMS, PARTS, Part
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.claims.claim import ModeClaim
    from align.claims.utterance import Utterance

_IN_THEIRS: Final = frozenset(
    "home homes house houses flat apartment room studio kitchen office place garden boardroom lounge "
    "garage yard backyard"
    " driveway lobby courtyard villa airbnb barn shed suite dorm hall building patio loft basement "
    "salon conservatory".split()
)
_TOGETHER: Final = re.compile(
    r"\b(?:i|i'll|i'd|id (?:rather|love|like|prefer)|i'm|i've|we|we'll|we'd|us|me|let's|lets|can|could"
    r"|happy|see you|meet you|sessions?|lessons?|hour"
    r"|minutes|appointments?|bookings?|clients|works|offer|do|setup|available|welcome|come|all set"
    r"|all booked|locked in|pencilled|booked in|both are)\b|^will be at\b"
)
_SELLERS: Final = ("the shop", "the store", "the market")
"""Where a sum that is none of ours is paid."""
_A_DAY: Final = 1440
"""Minutes: a longer length is no appointment's."""
_NOT_OFFERING: Final = re.compile(
    r"\b(?:how (?:was|is|are|did)|hope|sounds like|is there|are there|do you have|have you got"
    r"|does(?! (?:that|it) (?:suit|work)))\b"
)
_SHOWN: Final = re.compile(
    r"\b(?:(?<!i'm )(?<!was )(?<!were )(?<!we're )thinking (?:of|about)|photos?|pictures?|pic|vibe|love the|looks?)\b"
)
_LOOKING_BACK: Final = re.compile(
    r"\b(?:(?:i|we|you|she|he) (?:left|forgot(?! to (?:say|mention|tell|confirm|add|ask|note))|lost"
    r"|came)|thanks for|thank you for)\b"
)
_NOT_OFFERED: Final = frozenset("how hope sounds there have got does doesn't".split())
_SHOWING: Final = frozenset("thinking photo photos picture pictures pic vibe love look looks".split())
_LOOKED_BACK: Final = frozenset("left forgot lost came thanks thank".split())
"""What each of these holds one of: looks for them are far quicker."""
_PAST: Final = frozenset("was were had did took went nearly ago last yesterday used gave".split())
_AHEAD: Final = frozenset("i'll i'd we'll we'd can could would will".split())
_ANSWER: Final = 2
_WAYS: Final = frozenset("out over round up down across".split())
_PARTIES: Final = frozenset("i i'll i'd i'm i've we we'll we'd you you'll you'd me us let's".split())


def at_side(u: Utterance, match: re.Match[str], index: int) -> ModeClaim | None:
    """Read "at yours", "at my studio": a mode only where something happens there."""
    theirs = match["theirs"] is not None
    lead, room = match.group().split(" ")[0], match.group().rsplit(" ", 1)[-1]
    if lead in ("in", "from", "to") and theirs and (lead != "in" or room not in _IN_THEIRS):
        return None
    if (lead in ("to", "from") and not theirs) or (room == "end" and lead in ("at", "on")):
        return None  # "nothing's changed at your end"
    if u.speaker is Speaker.CLIENT and not theirs and " the " in match.group():
        theirs = True  # "the clinic" is the professional's, whoever speaks of it
    if (
        lead in _WAYS
        and room not in ("yours", "mine")
        and who_goes(u, index) in ("other", "listener" if theirs else "speaker")
    ):
        return None
    return claim_of(u, match, mode_of(u, theirs=theirs), offered=_is_offered(u, match, index, theirs=theirs))


def _is_offered(u: Utterance, match: re.Match[str], index: int, *, theirs: bool) -> bool:
    """True when what is said to happen at a side is the professional's work, and not past."""
    reading = u.reading
    begin, end = reading.sentence(index)
    at = reading.line_at
    sentence = reading.line[at[begin] : at[end] if end < len(at) else None]
    clause_begin, clause_end = _between_breaks(u, index, match)
    clause = reading.words[clause_begin:clause_end]
    said = frozenset(reading.words[begin:end])
    if (
        (sets_price_apart(said) and ANOTHER_PRICE.search(reading.line, at[begin], at[index]))
        or (not _NOT_OFFERED.isdisjoint(said) and _NOT_OFFERING.search(sentence))
        or (not _SHOWING.isdisjoint(said) and _SHOWN.search(" ".join(clause)))
        or (not theirs and _is_at_home(u, index, match.group()))
        or (theirs and ("parking" in clause or clause[:1] == ["enjoy"] or clause[:2] == ["have", "fun"]))
    ):
        return False
    past = not _PAST.isdisjoint(clause) or (
        not _LOOKED_BACK.isdisjoint(said) and _LOOKING_BACK.search(" ".join(clause)) is not None
    )
    if past and _AHEAD.isdisjoint(clause):
        return False
    if theirs and clause[:1] == ["let"]:
        return False  # "let her practise at your place"
    sums = claims_between(u.money, begin, end)
    if sums and match.group().endswith(_SELLERS) and all(m.of is PriceOf.OTHER for m in sums):
        return False  # "reeds are 35 apiece at the shop"
    alone = is_homework(said) and SPEAKERS.isdisjoint(clause) and not sums
    if theirs and alone and is_own_errand(u, clause_begin, index):
        return False  # "the warm-ups are twenty minutes, and you could do those at your desk"
    booked = bool(sums) or any(d.low < _A_DAY for d in claims_between(u.durations, begin, end))
    if booked:
        return True
    timed = _is_timed(u, index, begin, end)
    if stays(reading.words, index):
        return not theirs and (timed or bool(claims_between(u.days, begin, end))) and _received(u, index)
    if theirs and is_own_errand(u, clause_begin, index):
        return False
    if not THIRD_PERSONS.isdisjoint(clause) and _PARTIES.isdisjoint(clause):
        return False  # "he'd learn to be good at my place"
    short = len(clause) - len(match.group().split(" ")) <= _ANSWER
    said_of_us = bool(_TOGETHER.search(sentence)) or (short and reading.words[end - 1] != "?")
    described = (
        not theirs
        and _has_no_room(reading.words[begin:clause_begin], clause)
        and not (reading.words[end : end + 1] in _INVITED or (u.inbound and asks_where_to_come(u.inbound)))
    )
    return timed or (said_of_us and not described)


def _has_no_room(before: list[str], clause: list[str]) -> bool:
    """True for "I don't have a studio, just a piano in our living room": it tells what there is, and nobody is asked in."""
    at = before.index("don't") if "don't" in before else len(before)
    if before[at + 1 : at + 2] != ["have"] or OWN_ROOMS.isdisjoint(before[at + 2 : at + 6]):
        return False
    return _DOINGS.isdisjoint(clause) and not any(PARTS.get(word) is Part.EVENT for word in clause)


_INVITED: Final = (["bring"], ["come"], ["drop"], ["pop"], ["book"])
"""What the next sentence opens with where somebody is asked in: "… a table in our garage. Bring him any time"."""
_DOINGS: Final = _PARTIES | frozenset(
    "is are 's be it's so but works work come see clients people everyone".split()
)


def _is_timed(u: Utterance, index: int, begin: int, end: int) -> bool:
    """True where the sentence sets an hour for an appointment: "tomorrow at 3 at your house then"."""
    starts = claims_between(u.starts, begin, end)
    if any(s.proposed for s in starts):
        return True
    return any(s.last == index for s in starts) and _BY_LISTENER.isdisjoint(u.reading.words[begin:index])


def _is_at_home(u: Utterance, index: int, side: str) -> bool:
    """True for "I'm in my kitchen with a coffee", "we'd a leak in my kitchen": nobody else is there."""
    words = u.reading.words
    at = index - 1
    while at > 0 and words[at] in _STILL:
        at -= 1
    if words[at - 2 : at] in _HAD and words[at] not in _OPENINGS:
        return True
    begin, end = u.reading.sentence(index)
    dated = bool(claims_between(u.starts, begin, end)) or bool(claims_between(u.days, begin, end))
    if dated or side.rpartition(" ")[2] not in _DOMESTIC:
        return False  # "I'm in my office at six for the session"
    return words[at] in ("i'm", "am") or _is_home_life(words[max(0, index - _CLAUSE) : index])


_OPENINGS: Final = frozenset(
    "cancellation gap slot space opening chair spot hour use vacancy session".split()
)


def _is_home_life(before: list[str]) -> bool:
    """True for "I read those at my desk", "we eat soup a lot in our house": what one does at home, alone."""
    for at in range(len(before) - 1, 0, -1):
        if before[at] in _HOME_LIFE and before[at - 1] in _SELVES:
            return _COMPANY.isdisjoint(before[at:])
    return False


_CLAUSE: Final = 9
_SELVES: Final = frozenset("i we i'll we'll always usually mostly often just only".split())
_HOME_LIFE: Final = frozenset(
    "read answer write reply type check eat drink cook bake sleep watch listen relax hide sulk sit".split()
)
_COMPANY: Final = frozenset("you u ya your clients people with everyone".split())
_STILL: Final = frozenset("still just back all now sat sitting up out".split())
_HAD: Final = (["we'd", "a"], ["i'd", "a"], ["we'd", "the"], ["i'd", "the"])
_DOMESTIC: Final = frozenset("kitchen desk garden house home flat office yard bedroom bed car".split())
_BY_LISTENER: Final = frozenset("you you're you'll he he's she she's they they're".split())


def _received(u: Utterance, index: int) -> bool:
    """True for "when you're at my place on Thursday": the client, at the professional's."""
    return u.reading.words[index - 1] == "you're" or u.reading.words[index - 2 : index] == ["you", "are"]


def _between_breaks(u: Utterance, index: int, match: re.Match[str]) -> tuple[int, int]:
    marks = u.reading.marks
    begin, end = u.reading.sentence(index)
    first, last = index, u.reading.words_of(*match.span())[1]
    while first > begin and not marks[first - 1] & BREAK:
        first -= 1
    while last < end and not marks[last] & BREAK:
        last += 1
    return first, last
