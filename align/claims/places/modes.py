"""Who travels: the professional to the client (`outcall`) or the client to them (`incall`).

Patterns speak of the speaker's side and the listener's side; for a client's message the
sides swap, so that "can I come to you" and "you can come to me" are the same mode.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING, Final

from align.claims.claim import Mode, ModeClaim, PlaceClaim, Speaker, Stance
from align.claims.nearby import claims_between
from align.claims.stance import stance_of
from align.reading.cues import MOVE, PREMISES

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_ROOMS: Final = (
    r"(?:place|house|home|homes|flat|apartment|apt|hotel|hotel room|venue|office|door|doorstep|room"
    r"|living room|front room|airbnb|condo|studio|workplace|work|garden|backyard|kitchen|address|villa|cabin|building|school"
    r"|space|neck of the woods|side of town|area|part of town|end of town|location|party|event|suite|spot|workshop|salon|shop"
    r"|clinic|practice|rehearsal space|barn|garage|yard|table|dining room|residence|gaff|pad|unit|premises|desk)"
)
_ADJECTIVES: Final = r"(?:(?!(?:and|or|but|to|for|with|at|in|the|a|is|are|that|this|way)\b)[\w'-]+ ){0,2}"
_THEIRS: Final = rf"(?:yours|you|u|ya|(?:your|ur|yr) (?:own )?{_ADJECTIVES}{_ROOMS})"
_OURS: Final = (
    rf"(?:mine|me|us|ours|(?:my|our) (?:own )?{_ADJECTIVES}{_ROOMS}"
    r"|(?:the|this) (?:studio|shop|salon|clinic|workshop|practice|treatment room|teaching room|music room))"
)
_AT_THEIRS: Final = rf"(?:yours|(?:your|ur|yr) (?:own )?{_ADJECTIVES}{_ROOMS})"
_AT_OURS: Final = (
    rf"(?:mine|ours|(?:my|our) (?:own )?{_ADJECTIVES}{_ROOMS}"
    r"|the (?:studio|shop|salon|clinic|workshop|practice|treatment room|teaching room|music room))"
)
_THING: Final = r"(?:him|her|them|it|(?:the|your|ur|my|his|little|both|all) [\w'-]+(?: [\w'-]+)?|everyone|everything|[\w'-]+)"
_GO: Final = (
    r"(?:come|comes|coming|came|travel|travels|travelling|traveling|pop|popping|swing|swinging|drop|dropping|drive|driving|head"
    r"|heading|roll|rolling|nip|nipping|trek|trekking|get|getting|go|going|fly|cycle|walk|visit|visiting|visits|hop|scoot|run|trot|call"
    rf"|(?:bring|drop|take|run) {_THING}(?: (?:over|round|along|down|up|off|in|out|back))?)"
)
_WAY: Final = r"(?:(?:straight|right|all the way|over|round|around|out|up|down|across|along|along|directly|on|back|in|by|past|the van|and see|and do \w+|up in the \w+) )*"
_PREPOSITION: Final = r"(?:to|by|at|past|over|round|into|and visit|and see|see)"
_TO: Final = rf"(?P<go>{_GO}) {_WAY}(?:{_PREPOSITION} )?"
_ABSTRACT: Final = r"(?:attention|mind|senses|rescue|notice|head|heart|own|inbox|phone|calendar|question|point|next|last|first|aid|defence|defense|usual|rate|rates|price|turn|time)"
_ANY_THEIRS: Final = rf"(?:your|ur|yr) (?!{_ABSTRACT}\b)[\w'-]+"
_ANY_OURS: Final = rf"(?:my|our) (?!{_ABSTRACT}\b)[\w'-]+"
_VENUES: Final = r"the (?!(?:studio|shop|salon|clinic|workshop|practice|conclusion|point|end|phone|decision|rescue|same|realisation|realization|door|fore|surface|party line|next|first|last|top|bottom|idea|rest|other|price|question|conversation|gig|list|treatment|teaching|music)\b)[\w'-]+"
"""Places that are not the speaker's own, so the listener's where the speaker goes there."""
_GO_THEIRS: Final = re.compile(rf"{_TO}(?P<side>{_THEIRS}|{_ANY_THEIRS}|{_VENUES})\b")
_GO_OURS: Final = re.compile(rf"{_TO}(?P<side>{_OURS}|{_ANY_OURS})\b")
_GO_THERE: Final = re.compile(
    rf"(?:come|coming|pop|drop|swing) {_WAY}(?:to|by|round|over|into) the {_ADJECTIVES}(?:apartment|flat|house|loft|room|rooms|space|place|cottage|cabin|unit|kitchen|garage|workshop|shed)\b"
)
"""A room with "the" is the speaker's where the listener is told to come."""
_AT: Final = re.compile(
    rf"(?:at|in|from|@|to|out at|over at) (?:the comfort of )?(?:(?P<theirs>{_AT_THEIRS})|(?P<ours>{_AT_OURS}))\b"
)
_OVER: Final = re.compile(
    r"(?:come|coming|pop|popping|swing|drop|nip|head|stop) (?:right |on |straight )?(?P<way>over|round|around|by|in|along|out)\b"
)
_HOST: Final = re.compile(
    r"(?:host(?:ing)?(?: (?:you|u|him|her|them|here|clients|at|from|in|everything|sessions))?"
    r"|(?:have|having|welcome) you (?:over|here|round|in|at (?:mine|the studio|my \w+)))\b"
)
_TRIP: Final = re.compile(
    r"(?:make|do|take) the (?:trip|journey|drive|trek)\b|(?:home|house|hotel) (?:visits?|calls?)\b|(?:mobile (?:service|visits?|appointments?))\b"
    r"|travel(?:ling|ing)? (?:out )?to (?:clients|people|students|families|homes)\b|(?:i|we) (?:do |can |will |could )?travel\b(?! (?:light|mug|by|for|with|guitar|a lot|often|size))"
)
_NAMED: Final = re.compile(r"(?P<named>incalls?|outcalls?)\b")
_GOING: Final = frozenset(
    "come comes coming came travel travels travelling traveling pop popping swing swinging drop"
    " dropping drive driving head heading roll rolling nip nipping trek trekking get getting go"
    " going fly cycle walk visit visiting visits hop scoot run trot call bring take"
    " stop".split()
)
_PLACING: Final = frozenset("at in from @ to out over".split())
_SIDES: Final = frozenset("yours your ur yr mine ours my our the at".split())
_OTHERWISE: Final = frozenset(
    "host hosting have having welcome make do take home house hotel mobile incall incalls outcall"
    " outcalls travel travelling traveling i we".split()
)
_ANCHORS: Final = _GOING | _PLACING | _OTHERWISE
_TOGETHER: Final = re.compile(
    r"\b(?:i|i'll|i'd|i'm|i've|we|we'll|we'd|us|me|let's|lets|can|could|happy|see you|meet you|session|lesson|hour|minutes|appointment|booking|works|offer|do|setup|available|welcome|come)\b"
)
_NOT_OFFERING: Final = re.compile(
    r"\b(?:how (?:was|is|are|did)|hope|sounds like|is there|are there|do you have|have you got|does|parking|photos?|pictures?|pic|vibe|love the|looks?)\b"
)


def read_modes(u: Utterance) -> None:
    """Add a `ModeClaim` for everything that says who travels."""
    reading = u.reading
    if not reading.seen & (MOVE | PREMISES):
        return
    words = reading.words
    end = 0
    for index in compress(range(len(words)), map(_ANCHORS.__contains__, words)):
        if index >= end:
            claim = _mode_at(u, words[index], index)
            if claim is not None:
                end = claim.last
                u.modes.append(claim)
    if u.modes:
        u.modes[:] = [_placed(u, m) for m in u.modes]


def _mode_at(u: Utterance, word: str, index: int) -> ModeClaim | None:
    """Read what an anchor word begins, by the kind of anchor that it is."""
    words = u.reading.words
    following = words[index + 1] if index + 1 < len(words) else ""
    if word in _PLACING:
        if following not in _SIDES:
            return None
        match = _AT.match(u.reading.line, u.reading.line_at[index])
        return _at_side(u, match, index) if match is not None else None
    if word in ("i", "we") and following not in ("travel", "do", "can", "will", "could"):
        return None
    if word in _GOING:
        found = _going(u, index)
        if found is not None:
            return found
    return _otherwise(u, index) if word in _OTHERWISE else None


def _going(u: Utterance, index: int) -> ModeClaim | None:
    """Read a verb of going with the side that it goes to."""
    line, position = u.reading.line, u.reading.line_at[index]
    for pattern, theirs in ((_GO_THEIRS, True), (_GO_OURS, False)):
        match = pattern.match(line, position)
        if match is not None and _goes(u, match, index, theirs=theirs):
            return _claim(u, match, _mode(u, theirs=theirs))
    match = _GO_THERE.match(line, position)
    if match is not None and _subject(u, index) == "listener":
        return _claim(u, match, _mode(u, theirs=False))
    match = _OVER.match(line, position)
    return _over(u, match, index) if match is not None else None


def _otherwise(u: Utterance, index: int) -> ModeClaim | None:
    """Read hosting, "make the trip", house visits, and the modes by their names."""
    line, position = u.reading.line, u.reading.line_at[index]
    match = _NAMED.match(line, position)
    if match is not None:
        return _claim(u, match, "incall" if match["named"].startswith("incall") else "outcall")
    match = _HOST.match(line, position)
    if match is not None:
        return _claim(u, match, _mode(u, theirs=_subject(u, index) == "listener"))
    match = _TRIP.match(line, position)
    if match is not None and _subject(u, index) != "listener":
        return _claim(u, match, _mode(u, theirs=True))
    return None


def _mode(u: Utterance, *, theirs: bool) -> Mode:
    """The mode when someone goes to the listener's side (`theirs`) or the speaker's."""
    return "outcall" if theirs == (u.speaker is Speaker.PROFESSIONAL) else "incall"


_LISTENER: Final = frozenset("you u ya you'll you'd you're y'all youre".split())
_SPEAKER: Final = frozenset("i i'll i'd i'm im we we'll we'd we're ill i've me us".split())
_OTHERS: Final = frozenset(
    "he she they it he'll she'll they'll who which that what thing everyone someone guests people"
    " friends".split()
)


def _subject(u: Utterance, index: int) -> str:
    """Return who does the verb at `index`: speaker, listener, other, or none said."""
    words = u.reading.words
    begin, _ = u.reading.sentence(index)
    for back in range(index - 1, max(begin, index - 11) - 1, -1):
        word = words[back]
        if word in ("but", "because", ",", "—", "so", "then") and back < index - 1:
            if word != ",":
                break
            if index - back > 3:
                break
            continue
        if word in _LISTENER:
            if (
                back + 1 < index
                and words[back + 1] in ("want", "like", "prefer")
                and words[back + 2 : back + 3] == ["me"]
            ):
                return "speaker"
            return "listener"
        if word in _SPEAKER:
            return "speaker"
        if word in _OTHERS:
            return "other"
    return "none"


def _goes(u: Utterance, match: re.Match[str], index: int, *, theirs: bool) -> bool:
    """Check that the one who goes is not the one who is gone to."""
    side, text = match["side"], f" {match.group()} "
    go, _, thing = match["go"].partition(" ")
    carried = bool(thing)
    subject = _subject(u, index)
    if subject == "other" or (theirs and subject == "listener"):
        return False
    if side in _PRONOUNS:
        if not _goes_to_person(go, text, carried=carried):
            return False
    elif not _goes_to_room(go, text, side, carried=carried):
        return False
    if carried:
        return not theirs or subject == "speaker"
    if side.startswith("the ") and theirs:
        return subject == "speaker" and go in _COMES and " to " in text
    own = not theirs and subject == "speaker" and side not in _PRONOUNS
    return not (own and go in _LEAVES)


_PRONOUNS: Final = frozenset("me us you u ya".split())
_VAGUE: Final = frozenset("get getting go going run walk call dropping".split())
_LEAVES: Final = frozenset("go going get getting head heading drive driving walk run fly".split())


def _goes_to_person(go: str, text: str, *, carried: bool) -> bool:
    """Read "come to you", not "get you" or "call you"."""
    if " to " not in text and go not in ("visit", "visiting"):
        return " see " in text and go in ("come", "pop", "swing")
    return carried or go not in _VAGUE or text.count(" ") > 4


def _goes_to_room(go: str, text: str, side: str, *, carried: bool) -> bool:
    """Read "come to my shed" and "swing by yours", not "get your place sorted"."""
    if not _ROOMED.fullmatch(side):
        return (carried or go in _COMES) and re.search(r" (?:to|round|by) ", text) is not None
    if go in _VAGUE and not carried and " to " not in text and " at " not in text:
        return False
    return go != "call" or carried or not _ROUND.isdisjoint(text.split())


_ROUND: Final = frozenset("round over by in out up down".split())
_ROOMED: Final = re.compile(rf"(?:{_THEIRS}|{_OURS})")
_COMES: Final = frozenset("come coming travel travelling traveling call pop swing nip drive".split())


def _at_side(u: Utterance, match: re.Match[str], index: int) -> ModeClaim | None:
    """Read "at yours", "at my studio": a mode only where something happens there."""
    theirs = match["theirs"] is not None
    reading = u.reading
    begin, end = reading.sentence(index)
    at = reading.line_at
    sentence = reading.line[at[begin] : at[end] if end < len(at) else None]
    lead = match.group().split(" ")[0]
    if lead in ("in", "from", "to") and theirs:
        room = match.group().rsplit(" ", 1)[-1]
        if lead != "in" or room not in (
            "home",
            "house",
            "flat",
            "apartment",
            "room",
            "studio",
            "kitchen",
            "office",
            "place",
            "garden",
        ):
            return None
    if lead in ("to", "from") and not theirs:
        return None
    booked = bool(claims_between(u.money, begin, end)) or bool(claims_between(u.durations, begin, end))
    offering = not _NOT_OFFERING.search(sentence) and (booked or bool(_TOGETHER.search(sentence)))
    return _claim(u, match, _mode(u, theirs=theirs), offered=offering)


def _over(u: Utterance, match: re.Match[str], index: int) -> ModeClaim | None:
    """Read "come over": whoever is told to come goes to the speaker."""
    subject = _subject(u, index)
    reading = u.reading
    _, last = reading.words_of(*match.span())
    after = reading.words[last] if last < len(reading) else "."
    way = match["way"]
    if subject == "other":
        return None
    if way in ("in", "out", "along", "by", "around") and subject == "speaker":
        return None
    if way in ("out", "around") or (
        after in ("with", "a", "an", "you", "your", "his", "her", "the")
        and way in ("by", "in", "over", "out")
    ):
        return None
    lead = u.reading.words[index - 1] if index else "."
    if way in ("in", "along", "by") and lead not in _INVITING:
        return None
    theirs = subject == "speaker"
    if theirs and after not in (
        ".",
        "!",
        "?",
        ",",
        "and",
        "for",
        "at",
        "on",
        "tomorrow",
        "tonight",
        "with",
        "whenever",
        "then",
        "if",
    ):
        return None
    return _claim(u, match, _mode(u, theirs=theirs))


_INVITING: Final = frozenset(
    ". ! ? , ; … \n to can could just and please then do you so or - — : ) yes sure ok okay x".split(" ")
)
"""What stands before an invitation to come in: nothing, or what leads to an imperative."""


def _claim(
    u: Utterance,
    match: re.Match[str],
    mode: Mode,
    *,
    offered: bool = True,
) -> ModeClaim:
    first, last = u.reading.words_of(*match.span())
    stance = stance_of(u.reading, first, last)
    return ModeClaim(first=first, last=last, stance=stance, mode=mode, offered=offered)


def _placed(u: Utterance, claim: ModeClaim) -> ModeClaim:
    """Attach the place and the days that the claim's clause names, else the inbound's."""
    place = _place_of(u, claim) or _only_place(u, claim)
    begin, end = _clause(u, claim)
    days = claims_between(u.days, begin, end)
    nearest = min(days, key=lambda d: abs(d.first - claim.first), default=None)
    listed: tuple[int, ...] = ()
    if place is not None:
        listed = place.listed
        if place.days is not None:
            nearest = place.days
    elif u.inbound is not None and not _says_here(u, begin, end):
        named = [p for p in u.inbound.places if p.listed]
        listed = named[-1].listed if named else ()
    return ModeClaim(
        first=claim.first,
        last=claim.last,
        stance=claim.stance,
        mode=claim.mode,
        offered=claim.offered,
        place=listed,
        days=nearest,
    )


def _place_of(u: Utterance, claim: ModeClaim) -> PlaceClaim | None:
    """Return the listed place of a claim: right behind it, else the last one before it."""
    begin, end = _clause(u, claim)
    places = [p for p in claims_between(u.places, begin, end) if p.listed and p.stance is not Stance.REFUSED]
    if not places or _says_here(u, begin, end):
        return None
    behind = [p for p in places if 0 <= p.first - claim.last <= 2]
    before = [p for p in places if p.last <= claim.first]
    return (behind or before[-1:] or places)[0]


def _only_place(u: Utterance, claim: ModeClaim) -> PlaceClaim | None:
    """Return the one listed place that the text speaks of, where its sentence names none."""
    begin, end = u.reading.sentence(claim.first)
    if _says_here(u, begin, end):
        return None
    named = [p for p in u.places if p.listed and p.about == "professional" and p.stance is Stance.ASSERTED]
    if not named or any(p.listed != named[0].listed for p in named):
        return None
    return named[0]


def _says_here(u: Utterance, begin: int, end: int) -> bool:
    return "here" in u.reading.words[begin:end]


_CONTRASTS: Final = frozenset("but whereas while though although".split())


def _clause(u: Utterance, claim: ModeClaim) -> tuple[int, int]:
    """Return the words of the claim's sentence, cut at contrasts ("whereas here …")."""
    begin, end = u.reading.sentence(claim.first)
    words = u.reading.words
    for index in range(claim.first - 1, begin - 1, -1):
        if words[index] in _CONTRASTS:
            begin = index
            break
    for index in range(claim.last, end):
        if words[index] in _CONTRASTS:
            end = index
            break
    return begin, end
