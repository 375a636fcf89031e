"""Which clock times propose or confirm the start of an appointment.

A time belongs to the word that governs it. That is looked for in this order: what stands
right behind it ("the 6 slot", "6pm flight"), its preposition ("until 6" is an end), the
nearest governing word to its left in the same clause ("see you", "I finish"), what is
said of it ("6 works"), the clauses further left; a short text with nothing else in it
proposes its time. Anything else is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf, Speaker
from align.claims.nearby import claims_between
from align.claims.times.appointment_words import HEDGES, MEALS, MOVES, OTHER, PLACES
from align.claims.times.by_then import starts_by_then
from align.claims.times.events import COPULAS, event_at
from align.claims.times.freed_times import is_vacated
from align.claims.times.given_hours import gives_mine, gives_the
from align.claims.times.gone_hours import GONE, clause_behind_gone, is_packed
from align.claims.times.gone_later import is_gone_later
from align.claims.times.governing_words import governs, is_adjunct
from align.claims.times.lone_times import alone
from align.claims.times.offering_clauses import (
    is_asked_when,
    is_condition,
    is_met,
    offered,
    opens_main_clause,
    presumed,
)
from align.claims.times.pointed_back import (
    is_booked_there,
    is_left_over,
    is_place_at,
    is_pointed_at,
    is_seen_there,
)
from align.claims.times.proposal_stance import asks_if, is_excepted, is_not_too, is_unmeant, sentence_around
from align.claims.times.qualified_nouns import judge_behind
from align.claims.times.said_of_times import CONTRASTS, is_given, is_list, said_of
from align.claims.times.said_starts import told_by_start
from align.claims.times.stated_starts import (
    is_begun_at,
    is_begun_by,
    is_named,
    is_placed,
    is_put_forward,
    is_told_before,
    is_what_is_left,
    led_to,
)
from align.claims.times.told_bookings import is_choice, is_put_down, is_told_booked
from align.claims.times.told_changes import is_moved_for_client, is_no_more
from align.reading.cues import (
    CLIENT,
    EMOJI,
    MODAL,
    SELF,
    SENTENCE_END,
)

if TYPE_CHECKING:
    from align.claims.claim import Days, Duration
    from align.claims.utterance import Utterance

_ENDS: Final = frozenset("until till til before by since past through thru".split())
_REACH: Final = 22
_MOVED_REACH: Final = 8
_SHORT: Final = 18
_FAR: Final = 40
_BESIDE: Final = 4


def is_proposed(u: Utterance, first: int, last: int, day: Days | None = None) -> bool:
    """True when the time on words `[first, last)` is an appointment's start.

    `day` is the day it is said of; nothing is proposed for the past.
    """
    if day is not None and day.until < u.moment.today:
        return False
    begin, end = sentence_around(u, first, last)
    if (
        is_unmeant(u, first, last, (begin, end))
        or is_told_before(u, first, last)
        or is_packed(u, first)
        or _is_worse(u, first, begin)
        or (is_gone_later(u, last, end) and not is_told_booked(u, first, last, end))
        or is_no_more(u, first, last, begin, end)
    ):
        return False
    if (
        is_moved_for_client(u, first, begin)
        or is_choice(u, first, begin)
        or is_excepted(u, first, last)
        or is_pointed_at(u, last)
        or is_vacated(u, first, last, begin, end)
    ):
        return True
    verdict = (
        judge_behind(u, first, last) or _preposition(u, first, last, begin) or told_by_start(u, first, begin)
    )
    if not verdict:
        verdict = _governed(u, first, last, begin, end)
    return verdict > 0


def _is_worse(u: Utterance, first: int, begin: int) -> bool:
    """True for the seven of "I'd rather see you at 4 than at 7", "rather than at 7": the hour that is not chosen."""
    words = u.reading.words
    than = first - 1 - (words[first - 1 : first] in _AT)
    if than <= begin or words[than] != "than":
        return False
    chosen = claims_between(u.starts, begin, than)
    return words[than - 1] == "rather" or (
        bool(chosen) and not _CHOOSING.isdisjoint(words[max(begin, than - _REACH) : than])
    )


_AT: Final = (["at"], ["@"], ["from"])
_CHOOSING: Final = frozenset("rather sooner better easier nicer quieter prefer safer".split())


def _preposition(u: Utterance, first: int, last: int, begin: int) -> int:
    """Judge by the preposition: "until 6", "by 6" and "before 6" are no starts."""
    words = u.reading.words
    at = first - 1
    while at >= begin and words[at] in _VAGUELY:
        at -= 1
    before = words[at] if at >= begin else ""
    if before == "at":
        if words[at - 1 : at] == ["you're"]:
            return 1
        # "until tonight at 8"
        day = next((d for d in claims_between(u.days, at - _SHORT, at) if d.last == at), None)
        if day is None or day.first <= begin or words[day.first - 1] not in _ENDS:
            return 0
        return 0 if words[day.first - 1] == "by" and words[day.first - 2] in _COMING_BY else -1
    if before == "by" and _is_by_start(u, at, first, last, begin):
        return 1
    parting = _of_parting(words, at, begin, last)
    if parting:
        return parting
    if before in _ENDS:
        coming = at - 1 - (words[at - 1 : at] in (["on"], ["right"]) and at - 1 > begin)
        return 1 if before == "by" and coming >= begin and words[coming] in _COMING_BY else -1
    if before == "to":
        return led_to(words[max(begin, at - _MOVED_REACH) : at])
    if before == "from" and not MOVES.isdisjoint(words[max(begin, at - 4) : at]):
        return -1
    return _of_diary(u, at, first, last)


def _is_by_start(u: Utterance, at: int, first: int, last: int, begin: int) -> bool:
    """True for the "by" of a start, and for that of "by 11 or by half past three" behind one."""
    if u.reading.words[at - 1 : at] == ["or"] and _coordinated(u, first, begin) > 0:
        return True
    return is_begun_by(u, at, begin) or starts_by_then(u, at, begin, last)


_EITHER_SIDE: Final = [["before", "or"], ["after", "or"]]


def _of_parting(words: list[str], at: int, begin: int, last: int) -> int:
    """Judge "until 3 then!" as a start, not "until 3 then I'm out", and "any time but 3" as none."""
    if at < begin:
        return 0
    if words[at] in ("after", "before") and words[at - 2 : at] in _EITHER_SIDE:
        return -1  # "what suits, before or after 4?"
    if words[at] == "but":
        return -1 if words[at - 1 : at] in _ANY_TIME else 0
    closing = at == begin and words[at] in ("until", "till", "til") and words[last : last + 1] in _THEN
    behind = words[last + 1 : last + 2]
    return 1 if closing and (not behind or not (behind[0][0].isalnum() or behind == [","])) else 0


_ANY_TIME: Final = [["anything"], ["time"], ["any"], ["anytime"]]
_THEN: Final = [["then"], ["so"]]


def _of_diary(u: Utterance, at: int, first: int, last: int) -> int:
    """Judge by the article of an hour of the diary: "my 6", "grab the 6"."""
    words = u.reading.words
    if words[at] == "my":
        return _of_mine(u, at, first)
    return 1 if words[at] == "the" and gives_the(words, at, last) else 0


def _of_mine(u: Utterance, at: int, first: int) -> int:
    """Judge "you're my 6", "my 6 is free" as starts, and any other "my 6" of the professional as taken."""
    words = u.reading.words
    if words[at - 1 : at] == ["you're"] or words[at - 2 : at] in (["you'd", "be"], ["you'll", "be"]):
        return 1
    if gives_mine(words, at):
        return 1
    if words[at - 1 : at] in (["before"], ["after"]):
        return -1  # "the half hour before my 6 is free"
    if u.speaker is not Speaker.PROFESSIONAL:
        return 0
    return 0 if said_of(u, first + 1, len(words)) > 0 else -1


_VAGUELY: Final = frozenset("about around like maybe say roughly just ~ approx".split())
_COMING_BY: Final = frozenset("come coming swing stop pop drop call pass swinging stopping".split())
"""Verbs whose "by" is no preposition: "I can come by today at 4"."""
# -- the governing word ------------------------------------------------------------------


def _governed(u: Utterance, first: int, last: int, begin: int, end: int) -> int:
    said = said_of(u, last, end)
    words = u.reading.words
    before = words[first - 1] if first > begin else ""
    if asks_if(words, begin, first, end) and words[last : last + 1] != ["or"]:
        return 1
    if before == "if" and is_not_too(words[last : min(end, last + _BESIDE + 2)]):
        return 1
    if before in ("if", "whether") and _is_checked(words[max(begin, first - _REACH) : first]):
        return -1
    if said > 0 and before and before not in _PREPOSITIONS:
        named = before in COPULAS or before.endswith("'s")
        return event_at(u, first, begin) or said if named else said
    if (
        is_given(words, last)
        or is_put_forward(u, first, last, begin)
        or is_begun_at(u, first, begin)
        or is_met(u, first, last, (begin, end))
        or is_what_is_left(u, first, begin)
        or is_put_down(u, first, begin)
    ):
        return 1
    if before in COPULAS and is_named(words[max(begin, first - _REACH) : first]):
        return 1
    if is_place_at(u, first, last, begin) or (
        before in ("at", "from") and is_placed(words, first - 2, begin)
    ):
        return 1
    near, far = _left(u, first, begin)
    if near:
        return near
    if is_condition(u, first, begin):
        return -1
    return said or _of_clause(u, first, last, (begin, end), far)


def _of_clause(u: Utterance, first: int, last: int, sentence: tuple[int, int], far: int) -> int:
    """Judge by the clauses around, where no word of its own governs a time; `far` governs it beyond a comma."""
    begin, end = sentence
    return (
        _coordinated(u, first, begin)
        or offered(u, first, begin)
        or _alternative(u, first, begin)
        or far
        or alone(u, first, last, begin, end)
        or is_seen_there(u, last, end)
        or _led_by_time(u, first, last, (begin, end))
        or presumed(u, first, last, (begin, end))
    )


def _led_by_time(u: Utterance, first: int, last: int, sentence: tuple[int, int]) -> int:
    """Propose the time that opens its clause: "14:00 at the salon, …", "14:30 I have one hour left"."""
    begin, end = sentence
    if u.speaker is not Speaker.PROFESSIONAL:
        return 0
    words = u.reading.words
    while first > begin and (u.taken[first - 1] or words[first - 1] in HEDGES):
        first -= 1
    if (
        first - (first > begin and words[first - 1] == "at") == begin
        and words[last : last + 1] in _PLACED
        and is_asked_when(u)
    ):
        return 1
    if first > begin and words[first - 1] not in (",", "and", "so", "but"):
        return 0
    return 1 if is_booked_there(u, last, end) or is_left_over(u, last, end) else 0


_PLACED: Final = [["at"], ["in"], ["on"]]


def _is_checked(before: list[str]) -> bool:
    """True for "let me check if 8 is free", not for "let me know if 8 is any use"."""
    verbs = [i for i, word in enumerate(before) if word in _CHECKING]
    return bool(verbs) and before[verbs[-1] - 1 : verbs[-1] + 1] not in (["me", "know"], ["tell", "me"])


_CHECKING: Final = frozenset("check see ask know look tell sure wonder wondering".split())
_PREPOSITIONS: Final = frozenset(
    "at @ around about for by from after before between until till to my past since on in".split()
)


def _coordinated(u: Utterance, first: int, begin: int) -> int:
    """Judge "…, or at 6" and "and another at 6" as the time before it in the sentence."""
    words = u.reading.words
    if not u.starts or u.starts[-1].first < begin:
        return 0
    at = first - 1
    joints = 0
    while at >= u.starts[-1].last and (
        u.taken[at] or words[at] in HEDGES or words[at] in _JOINTS or words[at] in MEALS
    ):
        joints += words[at] in ("or", "and", "/")
        at -= 1
    if at >= u.starts[-1].last and not joints:
        return 0
    return 1 if u.starts[-1].proposed else -1


_JOINTS: Final = frozenset("or and , / another one again even then later".split())


def _alternative(u: Utterance, first: int, begin: int) -> int:
    """Propose the last of "at 11, or at 5 after the school run, or as a last resort at 7".

    What follows such an "or" has no verb of its own, so that of the first time serves.
    """
    words, marks = u.reading.words, u.reading.marks
    for at in range(first - 1, max(begin, first - _SHORT_PHRASE) - 1, -1):
        if words[at] == "or":
            earlier = claims_between(u.starts, max(begin, at - _FAR), at)
            return 1 if any(start.proposed for start in earlier) else 0
        if marks[at] & (SELF | CLIENT | MODAL) or words[at] in OTHER or words[at] in PLACES:
            break
    return 0


_SHORT_PHRASE: Final = 8


def _left(u: Utterance, first: int, begin: int) -> tuple[int, int]:
    """Return the verdict of the nearest governing word in the clause, and beyond commas."""
    words, marks = u.reading.words, u.reading.marks
    lengths = claims_between(u.durations, first - _SHORT, first)
    if any(
        0 <= first - d.last <= 2 and _is_session(u, d) and _PARTING.isdisjoint(words[d.last : first])
        for d in lengths
    ):
        return 1, 0
    event = event_at(u, first, begin)
    if event:
        return event, 0
    crossed = False
    for at in range(first - 1, max(begin, first - _REACH) - 1, -1):
        word = words[at]
        if word in (",", ":"):
            if (crossed and not is_list(u, at)) or _is_outcome(words, at, first):
                break
            crossed = True
            continue
        if u.taken[at] or (word == "as" and first - at <= 3):
            continue
        if word in CONTRASTS or marks[at] & (EMOJI | SENTENCE_END) or opens_main_clause(words, at, begin):
            break
        verdict = 1 if _is_call_time(words, at) else governs(u, at, first)
        if verdict < 0 and crossed and _is_beside(u, at, first, begin):
            continue
        if verdict:
            return (0, verdict) if crossed else (verdict, 0)
    return 0, 0


def _is_outcome(words: list[str], at: int, first: int) -> bool:
    """True for ", which would have the first plates out around nine": what comes of the start, told with its own hour."""
    return words[at + 1 : at + 2] == ["which"] and not _BRINGS.isdisjoint(words[at + 2 : min(first, at + 5)])


_BRINGS: Final = frozenset("have has get gets bring brings put puts".split())


def _is_call_time(words: list[str], at: int) -> bool:
    """True for the "call time" of a shoot, when it begins."""
    return words[at] == "time" and words[at - 1 : at] == ["call"]


def _is_beside(u: Utterance, at: int, first: int, begin: int) -> bool:
    """True beyond a comma for "12's gone, 11 or 4?", and for "a gap after the rush, about three"."""
    words = u.reading.words
    return (words[at] in GONE and clause_behind_gone(u, first, begin) > begin) or is_adjunct(words, at, begin)


_PARTING: Final = CONTRASTS | frozenset(("if", "when", "since", "once"))


def _is_session(u: Utterance, length: Duration) -> bool:
    """True for the length of an appointment: "the ninety at 2", "an hour at 4"."""
    return length.of is DurationOf.APPOINTMENT or length.low in u.known.session_minutes
