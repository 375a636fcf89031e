"""Who travels: the professional to the client (`outcall`) or the client to them (`incall`).

Patterns (align/claims/places/mode_words.py) speak of the speaker's side and the
listener's side; for a client's message the sides swap, so that "can I come to you" and
"you can come to me" are the same mode. Who goes is told by
align/claims/places/mode_subjects.py, and where by align/claims/places/mode_places.py.
"""

from __future__ import annotations

import re
from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from align.claims.claim import Mode, ModeClaim, PriceOf, Speaker, Stance
from align.claims.nearby import claims_between
from align.claims.places import mode_words as said
from align.claims.places.mode_anchors import OTHERWISE
from align.claims.places.mode_followers import FOLLOWERS, LOOKS, may_go, may_place, may_say_otherwise
from align.claims.places.mode_frames import SETTLED, told_around
from align.claims.places.mode_led import LED, may_be_around
from align.claims.places.mode_over import goes_over
from align.claims.places.mode_places import ANOTHER_PRICE, place_modes
from align.claims.places.mode_scenes import told_by_thing
from align.claims.places.mode_stays import is_dreamt, is_own_errand, is_wished, stays
from align.claims.places.mode_subjects import is_family_doing, mode_of, who_goes
from align.claims.places.mode_visits import is_rare
from align.claims.places.mode_ways import INVITING, TELLING
from align.claims.places.travel_offers import follow_modes
from align.claims.stance import stance_of
from align.reading.cues import BREAK, CLIENT, MOVE, PREMISES, SELF, SENTENCE_END
from align.records import changed

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def read_modes(u: Utterance) -> None:
    """Add a `ModeClaim` for everything that says who travels."""
    reading = u.reading
    if not reading.seen & (MOVE | PREMISES | CLIENT | SELF):
        return
    words = reading.words
    found: list[ModeClaim] = []
    end = 0
    last = len(words) - 1
    for index in compress(range(len(words)), map(_ANCHORS.__contains__, words)):
        if index < end:
            continue
        word = words[index]
        look = _EARLY.get(word)
        if look is not None and not look(words, index):
            continue
        claim = None
        following = words[index + 1] if index < last else ""
        if word in _NAMED and (following in FOLLOWERS.get(word, (following,)) or not following.isalnum()):
            claim = _mode_at(u, word, index, following)
        if claim is None and word in _AROUND and may_be_around(words, index):
            claim = told_by_thing(u, index) or told_around(u, index)
        if claim is not None and not is_dreamt(u, claim):
            if claim.offered and claim.stance is not Stance.REFUSED:
                end = claim.last
            found.append(claim)  # past "outside my door", what is said of the door may offer
    if found:
        found.sort(key=_FIRST)
        u.modes += place_modes(u, found)
        follow_modes(u)


_FIRST: Final = attrgetter("first")


def _mode_at(u: Utterance, word: str, index: int, following: str) -> ModeClaim | None:
    """Read what an anchor word begins, by the kind of anchor that it is."""
    words = u.reading.words
    if word in said.PLACING:
        if following not in said.SIDES or not may_place(words, index):
            return None
        match = said.AT.match(u.reading.line, u.reading.line_at[index])
        return _at_side(u, match, index) if match is not None else None
    if word in said.GOING and may_go(u.reading, index):
        found = _going(u, index)
        if found is not None:
            return found
    return _otherwise(u, index, word) if word in OTHERWISE and may_say_otherwise(words, index) else None


def _claim(u: Utterance, match: re.Match[str], mode: Mode, *, offered: bool = True) -> ModeClaim:
    first, last = u.reading.words_of(*match.span())
    stance = stance_of(u.reading, first, last)
    return ModeClaim(first=first, last=last, stance=stance, mode=mode, offered=offered)


# -- going to a side ---------------------------------------------------------------------


def _going(u: Utterance, index: int) -> ModeClaim | None:
    """Read a verb of going with the side that it goes to."""
    line, position = u.reading.line, u.reading.line_at[index]
    if u.reading.words[index] == "call" and u.reading.words[index - 1 : index] == ["on"]:
        return None  # "you're on call at the hospital"
    match = said.GO_THEIRS.match(line, position)
    if match is not None and _goes_to_theirs(u, match, index):
        return _claim(u, match, mode_of(u, theirs=True))
    match = said.GO_OURS.match(line, position)
    if match is not None and _goes_to_ours(u, match, index):
        claim = _claim(u, match, mode_of(u, theirs=False))
        # what somebody of the client's may do is no report of them
        family = claim.stance is Stance.QUOTED and is_family_doing(u, index)
        return changed(claim, stance=Stance.ASSERTED) if family else claim
    match = said.GO_THERE.match(line, position)
    if match is not None:
        lead = u.reading.words[index - 1] if index else "."
        who = who_goes(u, index)
        if who == "listener" or (who == "none" and lead in INVITING):
            return _claim(u, match, mode_of(u, theirs=False))
    match = said.GO_OVER.match(line, position)
    if match is None or is_rare(u, match, index):
        return None
    mode = goes_over(u, match, index)
    return None if mode is None else _claim(u, match, mode)


_PRONOUNS: Final = frozenset("me us you u ya ye y'all yous".split())
_SOMEBODY: Final = frozenset("him her them people clients families folks everyone".split())
_VAGUE: Final = frozenset("get getting go going run walk call dropping make turn show rock".split())
_COMES: Final = frozenset(
    "come coming travel travelling traveling call pop popping swing swinging nip drive driving drop "
    "head heading"
    " skip dash zip whizz stop pull roll".split()
)
_LEADS: Final = re.compile(r" (?:to|round|by|at|past|through|thru|over|into) ")


def _goes_to_theirs(u: Utterance, match: re.Match[str], index: int) -> bool:
    """Check that the speaker goes to the listener's side, not the listener themselves."""
    go, _, load = match["go"].partition(" ")
    side, subject, text = match["side"], who_goes(u, index), f" {match.group()} "
    by_third = u.speaker is Speaker.PROFESSIONAL and not _THIRD.isdisjoint(u.reading.words[index - 1 : index])
    if by_third or subject in ("listener", "other") or (load and subject != "speaker"):
        return False
    if side.startswith("the ") or side in _SOMEBODY:
        comes = go in _COMES or " make it " in text or (bool(load) and not _is_own_company(load))
        return subject == "speaker" and comes and _LEADS.search(text) is not None
    if go == "came" and not is_wished(u, index):
        return False
    if go in _COMES and said.NEWS.match(u.reading.line, match.end()):
        return False
    if go == "be" and _SOON.match(u.reading.line, match.end()):
        return False  # "take a seat, I'll be out to you in a minute"
    return _reaches(go, side, text, carried=bool(load)) and not _is_told(u, go, side, index)


def _is_own_company(load: str) -> bool:
    """True for the load of "I bring my dog to the park", not for "my kit" or "my colleague"."""
    return load.startswith(("my ", "our ")) and load.rpartition(" ")[2] in _COMPANIONS


_COMPANIONS: Final = frozenset(
    "dog dogs cat kid kids boy boys girl girls son sons daughter daughters wife husband mum mam mom dad mother father"
    " family sister brother nephew niece friends laptop lunch picnic blanket chairs bike car phone".split()
)


def _is_told(u: Utterance, go: str, side: str, index: int) -> bool:
    """True for "get to your hotel early": an imperative, so the client's own errand."""
    if side in _PRONOUNS or side == "yours" or go.endswith("ing"):
        return False
    before = u.reading.words[index - 1] if index else "."
    opens = not index or bool(u.reading.marks[index - 1] & SENTENCE_END) or before in TELLING
    return opens and who_goes(u, index) == "none"


def _goes_to_ours(u: Utterance, match: re.Match[str], index: int) -> bool:
    """Check that the listener goes to the speaker's side, not the speaker themselves."""
    go, _, load = match["go"].partition(" ")
    subject = who_goes(u, index)
    if go == "came" and not is_wished(u, index):
        return False
    if u.reading.words[max(0, index - 2) : index] in _THANKING:
        return False
    if go in _COMES and said.NEWS.match(u.reading.line, match.end()):
        return False  # "come to me with any questions"
    if subject == "other" or (subject == "speaker" and match["side"] not in _PRONOUNS and not _takes(load)):
        return False
    return _reaches(go, match["side"], f" {match.group()} ", carried=bool(load))


_THANKING: Final = (["thanks", "for"], ["you", "for"])


def _takes(load: str) -> bool:
    """True for "I'll bring you to my studio"."""
    return load.partition(" ")[0] in ("you", "him", "her", "them")


def _reaches(go: str, side: str, text: str, *, carried: bool) -> bool:
    """Read "come to you" and "swing by yours", not "get you" or "get your place sorted"."""
    if (go == "be" and not _IS_AT.search(text)) or (" back to " in text and side in _PRONOUNS):
        return False
    if (go in ("get", "getting") and " it " in text) or " make it up " in text or " the post " in text:
        return False  # "you can get it to me next week": the money; "I'll make it up to you"
    if side in _PRONOUNS:
        if text in _TO_YOU:
            return True
        if " to " not in text and go not in ("visit", "visiting"):
            return (" see " in text or " by " in text) and not carried and go in _COMES
        return carried or go not in _VAGUE or text.count(" ") > 4
    if said.ROOMED.fullmatch(side) is None:
        return (carried or go in _COMES) and re.search(_AIMS[carried], text) is not None
    if go in _VAGUE and not carried and " to " not in text and " at " not in text:
        return go == "call" and not _ROUND.isdisjoint(text.split())
    return True


_TO_YOU: Final = (" go to you ", " go over to you ")
_AIMS: Final = (r" (?:to|round|by) ", r" (?:to|round|by|at) ")
_SOON: Final = re.compile(r" (?:in (?:a|one|two|five) |shortly|right|now|as soon)")
_IS_AT: Final = re.compile(
    r" (?:be (?:at|outside) (?:your|ur|yr)|(?:over|round|out|up|down|across|back) (?:to|at)|in my|in our) "
)
_ROUND: Final = frozenset("round over by in out up down".split())


# -- being at a side ---------------------------------------------------------------------

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
_PAST: Final = frozenset("was were had did took went nearly ago last yesterday used gave".split())
_AHEAD: Final = frozenset("i'll i'd we'll we'd can could would will".split())
_ANSWER: Final = 2
_WAYS: Final = frozenset("out over round up down across".split())
_THIRD: Final = frozenset("he he'd he'll he's she she'd she'll she's they they'd they'll".split())
_PARTIES: Final = frozenset("i i'll i'd i'm i've we we'll we'd you you'll you'd me us let's".split())


def _at_side(u: Utterance, match: re.Match[str], index: int) -> ModeClaim | None:
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
    return _claim(u, match, mode_of(u, theirs=theirs), offered=_is_offered(u, match, index, theirs=theirs))


def _is_offered(u: Utterance, match: re.Match[str], index: int, *, theirs: bool) -> bool:
    """True when what is said to happen at a side is the professional's work, and not past."""
    reading = u.reading
    begin, end = reading.sentence(index)
    at = reading.line_at
    sentence = reading.line[at[begin] : at[end] if end < len(at) else None]
    clause_begin, clause_end = _between_breaks(u, index, match)
    clause = reading.words[clause_begin:clause_end]
    if (
        ANOTHER_PRICE.search(reading.line, at[begin], at[index])
        or _NOT_OFFERING.search(sentence)
        or _SHOWN.search(" ".join(clause))
        or (not theirs and _is_at_home(u, index, match.group()))
        or (theirs and ("parking" in clause or clause[:1] == ["enjoy"] or clause[:2] == ["have", "fun"]))
    ):
        return False
    past = not _PAST.isdisjoint(clause) or _LOOKING_BACK.search(" ".join(clause)) is not None
    if past and _AHEAD.isdisjoint(clause):
        return False
    if theirs and clause[:1] == ["let"]:
        return False  # "let her practise at your place"
    sums = claims_between(u.money, begin, end)
    if sums and match.group().endswith(_SELLERS) and all(m.of is PriceOf.OTHER for m in sums):
        return False  # "reeds are 35 apiece at the shop"
    booked = bool(sums) or any(d.low < _A_DAY for d in claims_between(u.durations, begin, end))
    if booked:
        return True
    timed = _is_timed(u, index, begin, end)
    if stays(reading.words, index):
        return not theirs and (timed or bool(claims_between(u.days, begin, end))) and _received(u, index)
    if theirs and is_own_errand(u, clause_begin, index):
        return False
    if not _THIRD.isdisjoint(clause) and _PARTIES.isdisjoint(clause):
        return False  # "he'd learn to be good at my place"
    alone = len(clause) - len(match.group().split(" ")) <= _ANSWER
    return timed or bool(_TOGETHER.search(sentence)) or (alone and reading.words[end - 1] != "?")


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


# -- hosting, visits, and the modes by name ----------------------------------------------


def _otherwise(u: Utterance, index: int, word: str) -> ModeClaim | None:
    """Read hosting, "make the trip", house visits, a room of one's own, the modes' names."""
    line, position = u.reading.line, u.reading.line_at[index]
    for pattern, means in OTHERWISE[word]:
        match = pattern.match(line, position)
        if match is not None:
            mode = means(u, match, index)
            if mode is not None:
                claim = _claim(u, match, mode)
                settled = claim.stance in SETTLED.get(means, ())
                return changed(claim, stance=Stance.ASSERTED) if settled else claim
    return None


_NAMED: Final = said.GOING | said.PLACING | OTHERWISE.keys()
_AROUND: Final = LED.keys()
_ANCHORS: Final = _NAMED | _AROUND
_EARLY: Final = {
    word: look for word, look in LOOKS.items() if word not in said.GOING | said.PLACING | _AROUND
}
"""The looks that settle whether anything at all is told at a word."""
