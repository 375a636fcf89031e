"""What the subject and verb of a clause say of a time that no single word governs.

"I can pull up at 12" and "we could get to you at 5" offer whatever the verb is; "if you get
out of work at 4" speaks of the client's day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.times.appointment_words import HEDGES, MEALS, OTHER, PLACES, START
from align.claims.times.clock_faces import HOURS
from align.claims.times.governor_context import is_by_oneself
from align.claims.times.offered_hours import puts_right
from align.claims.times.said_of_times import CONTRASTS
from align.reading.cues import BREAK, CALENDAR, CLIENT, EMOJI, SELF, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 14
_SELF: Final = frozenset("i we".split())
_OFFERING: Final = frozenset("can could might".split())
_SHORTENED: Final = frozenset("i'd we'd".split())
_WILL: Final = frozenset("i'll we'll".split())
_CLIENT: Final = frozenset("you your yours u ya".split())
_SUBORDINATE: Final = frozenset("if when whenever once after before while since as until".split())
_SUBJECTS: Final = frozenset("you your u ya she he they his her their you're she's he's they're".split())
_OPENERS: Final = frozenset("and or then so just only also still even".split())
_CLIENT_WOULD: Final = frozenset("you'd you'll".split())
_STOPS: Final = frozenset("and , : — ( ) ; . ! ?".split())
_OWNERS: Final = frozenset(
    "i i'm we're i've we've he's she's they're my they he she there's someone somebody".split()
)
"""What a time in front belongs to where one of these follows: "after 3 I'm picking up my kid"."""
_APART: Final = frozenset(
    (
        "was were had went usually normally always every out home off he she they crowd mornings evenings "
        "venue from"
    ).split()
)
"""Talk of the past, of habits, of others, and of where an appointment ends."""
_BUSY: Final = frozenset(
    "eat cook sleep rest check ask look chase confirm let tell write post invoice pack clean tidy set "
    "upload order"
    " need have print edit go head drive walk travel think hear".split()
)
"""What one does that is no appointment, and verbs too weak to offer one by themselves."""


def offered(u: Utterance, first: int, begin: int) -> int:
    """Propose the time of "I can get to you at 5", "I'd rather do your hair at 1".

    "I'll" plans as often as it offers, so that there the client must be part of it.
    """
    if u.speaker is not Speaker.PROFESSIONAL:
        return 0
    words = u.reading.words
    clause = _clause(u, first, begin)
    for at in range(first - 1, clause - 1, -1):
        word = words[at]
        if word == "let" and words[at + 1] in ("me", "us"):
            return 1
        if word in OTHER or word in MEALS or (word in _BUSY and not _is_set_up(words, at)):
            return 0
        if word in PLACES and not _is_yours(words, at):
            return 0
        if word in _SHORTENED or (word in _OFFERING and at > clause and words[at - 1] in _SELF):
            return 1
        if word in _WILL:
            return 0 if _CLIENT.isdisjoint(words[at:first]) else 1
    return 0


def _is_yours(words: list[str], at: int) -> bool:
    if words[at - 1] == "your" or words[at - 2 : at - 1] == ["your"]:
        return not _INTO.isdisjoint(words[max(0, at - 3) : at - 1])
    return words[at - 1] in ("the", "my") and at > 1 and words[at - 2] in ("to", "at")


_INTO: Final = frozenset("to at on in outside by inside near round beside".split())


def _is_set_up(words: list[str], at: int) -> bool:
    """True for "be set up in your living room": ready to begin."""
    return words[at : at + 2] == ["set", "up"] and words[at - 1] in ("be", "have", "get", "all")


def opens_main_clause(words: list[str], at: int, begin: int) -> bool:
    """True for the "then" of "if he's out by three then today at 3.30 would work"; "if you come then, …" has another."""
    if words[at] != "then" or at - begin < _CONDITION:
        return False
    return "if" in words[max(begin, at - _REACH) : at - _CONDITION + 1]


_CONDITION: Final = 3
"""The fewest words of a condition: "if he's free"."""


def is_met(u: Utterance, first: int, last: int, sentence: tuple[int, int]) -> bool:
    """True for "if you're about at 2 I'll swing by": where the client is then, one comes."""
    words = u.reading.words
    begin, end = sentence
    clause = _clause(u, first, begin)
    theirs = words[clause + 1 : clause + 3] in (["he", "'s"], ["she", "'s"])
    if not (theirs or words[clause + 1 : clause + 2] in _YOU_ARE) or words[clause] not in _SUBORDINATE:
        return False
    if _AT_HAND.isdisjoint(words[clause + 2 : first]):
        return False
    behind = words[last : min(end, last + _REACH)]
    doer = next((i for i, word in enumerate(behind) if word in _DOERS), -1)
    if doer < 0 or any(word[0].isdigit() or word in HOURS for word in behind):
        return False
    return not _COMING.isdisjoint(behind[doer + 1 : doer + 5])


_YOU_ARE: Final = [["you're"], ["you'll"], ["they're"], ["ye're"], ["you'd"], ["u"]]
_AT_HAND: Final = frozenset("about around free home in here up awake there back ready available".split())
_DOERS: Final = frozenset("i'll i'd i we'll we'd we let's".split())
_COMING: Final = frozenset("come swing pop drop see do fit take squeeze be start call nip meet begin".split())


def is_condition(u: Utterance, first: int, begin: int) -> bool:
    """True inside "if you get out of the office at 4, …": what the client does on their own day."""
    words = u.reading.words
    clause = _clause(u, first, begin)
    while clause < first and words[clause] in _OPENERS:
        clause += 1
    return words[clause] in _SUBORDINATE and clause + 1 < first and words[clause + 1] in _SUBJECTS


def presumed(u: Utterance, first: int, last: int, sentence: tuple[int, int]) -> int:
    """Propose a time that its clause is about, or that the client or a day is the subject of.

    "18:30 for the last of the sun", "you'd be with us around half one", "today would be
    good at 8:15"; nothing else in the clause may be somebody's or something's own time.
    """
    if u.speaker is not Speaker.PROFESSIONAL:
        return 0
    words, marks = u.reading.words, u.reading.marks
    begin, end = sentence
    clause = _clause(u, first, begin)
    stop = next(
        (i for i in range(last, min(end, last + _REACH)) if words[i] in _STOPS or words[i] in CONTRASTS), end
    )
    if _comes_over(words, clause, first) or (_leads(u, clause, first) and _is_about(u, last)):
        return 1
    inside = [*words[clause:first], *words[last:stop]]
    if any(w in OTHER or w in MEALS or w in PLACES or w in _BUSY for w in inside):
        return 0
    while clause < first and (words[clause] in _OPENERS or words[clause] in HEDGES):
        clause += 1
    if _invites(words, clause, first):
        return 1
    if not _APART.isdisjoint(inside):
        return 0
    if clause == first:
        told = words[last : last + 1] == [","] and not goes_on(u, last, end)
        return 0 if told else int(_is_of_both(u, last, end))
    if words[clause] in ("it's", "that's") and clause + 1 == first:
        return _told(u, clause, first, (last, end))
    return 1 if words[clause] in _CLIENT_WOULD or marks[clause] & CALENDAR else 0


def goes_on(u: Utterance, comma: int, end: int) -> bool:
    """True where what goes on behind a time is still about you and me: "At 6, bring the lead", "At 5, which suits?".

    "At ten, little and often is the way" and "At 9, the shops open" say what is or happens at ten and nine.
    """
    words, marks = u.reading.words, u.reading.marks
    said = words[comma + 1 : end]
    if u.speaker is not Speaker.PROFESSIONAL or end - comma <= _BRIEF or said[-1] == "?" or is_asked_when(u):
        return True
    if said[0] in _THEN or said[0] in START or _STATING.isdisjoint(said):
        return True
    return not _FREE.isdisjoint(said) or any(mark & (SELF | CLIENT) for mark in marks[comma + 1 : end])


_STATING: Final = frozenset(
    "is 's are was isn't it's that's they're he's she's they he she it most everyone can will does do have has "
    "open opens close closes gets comes goes gives makes means works stays".split()
)
"""Without one of these nothing is said of an hour: "At 2, the usual place, third door"."""
_BRIEF: Final = 4
_FREE: Final = frozenset(
    "then free available yours booked lesson session appointment slot studio room chair table couch mat heater here".split()
)
_THEN: Final = frozenset("then and so but or with for at in please no yes see".split())


def _is_of_both(u: Utterance, last: int, end: int) -> bool:
    """True where what is said behind a time in front is nobody's own business: "after 3 I'm picking up my kid" is."""
    words = u.reading.words
    while last < end and (u.taken[last] or words[last] in _SHARP):
        last += 1
    if words[last : last + 1] in _YOU_WILL:
        return words[last + 1 : last + 2] in _THERE and not is_by_oneself(words, last + 2)
    return last >= end or not (words[last] in _OWNERS or _is_verb(words[last]))


_YOU_WILL: Final = [["you'll"], ["you'd"]]
_THERE: Final = [[verb] for verb in "be come have get start sit meet join arrive walk go".split()]
"""What the client will do at an hour of ours: "at 8 you'll be on my table", not "at 8 you'll notice it"."""


def _told(u: Utterance, clause: int, first: int, behind: tuple[int, int]) -> int:
    """Propose the time of "so it's 6", "so that's 6:30 today", and of "it's 6" where the client asks when."""
    words = u.reading.words
    so = words[clause - 1 : clause] in (["so"], ["then"])
    if words[clause] == "that's":
        return int(so and _closes(u, *behind))
    return int(so or is_asked_when(u) or puts_right(u, first))


def _closes(u: Utterance, last: int, end: int) -> bool:
    """True where nothing but a day stands behind a time in its clause: "so that's 6:30 today"."""
    while last < end and (u.taken[last] or u.reading.words[last] == "on"):
        last += 1
    return last >= end or bool(u.reading.marks[last] & (BREAK | SENTENCE_END))


_SHARP: Final = frozenset("on the dot sharp exactly".split())


def is_asked_when(u: Utterance) -> bool:
    """True where the client asks when their appointment is: "is it 4 or 5?", "what time is our lesson?"."""
    if u.inbound is None:
        return False
    heard = u.inbound.reading.words[-_HEARD:]
    asks = any(start.proposed for start in u.inbound.starts[-2:]) or not _ASKING_WHEN.isdisjoint(heard)
    return asks and OTHER.isdisjoint(heard)


_HEARD: Final = 60
_ASKING_WHEN: Final = frozenset("time when latest earliest soonest".split())


_FEW: Final = 6
_OVER: Final = frozenset("over round across along".split())
_HANDING: Final = frozenset("call hand send pass turn take look go get".split())
_THEY: Final = frozenset("he she they".split())
_SITTING: Final = frozenset("sit jump hop slide lie nip".split())


def _is_about(u: Utterance, last: int) -> bool:
    """True for "3 onwards I'm free", "from 12 today I'm back home"."""
    words = u.reading.words
    end = min(len(words), last + _DAY_REACH)
    while last < end and (u.taken[last] or words[last] in _DAY_PARTS):
        last += 1
    last += words[last : last + 1] in (["onwards"], ["onward"], ["on"])
    if words[last : last + 1] == ["there"] or words[last : last + 1] == ["there's"]:
        return not _ROOMY.isdisjoint(words[last + 1 : last + 5])
    if words[last : last + 1] not in _I_AM:
        return False
    return words[last + 1 : last + 2] in _ABOUT or _is_with_you(words[last + 1 : last + 4])


def _is_with_you(said: list[str]) -> bool:
    """True for "with you", "at yours", "at your place"; not for "at your mother's", "with you on that"."""
    if said[:2] == ["with", "you"]:
        return said[2:] == [] or not said[2].isalpha() or said[2] in ("from", "till", "until", "for", "and")
    return said[:2] == ["at", "yours"] or (said[:2] == ["at", "your"] and said[2:] in _HOMES)


def _leads(u: Utterance, clause: int, first: int) -> bool:
    """True for a time that opens its clause, with its day: "this afternoon at 2:30 I'm at yours"."""
    words = u.reading.words
    return all(words[i] in HEDGES or words[i] in _LEADING or u.taken[i] for i in range(clause, first))


def _comes_over(words: list[str], clause: int, first: int) -> bool:
    """True for "you can walk over at 10", not for "you can hand it over at 10"."""
    if words[clause : clause + 2] not in (["you", "can"], ["you", "could"]) or first - clause > _FEW:
        return False
    return words[clause + 3] in _OVER and words[clause + 2] not in _HANDING


def _invites(words: list[str], clause: int, first: int) -> bool:
    """True for "sit with me from 10:30", "you can be first in the van at 2.30"."""
    if words[clause : clause + 2] in (["you", "can"], ["you", "could"]):
        return words[clause + 2] == "be" or (
            words[clause + 2] in _SITTING and (first - clause <= 5 or "with" in words[clause:first])
        )
    said = words[clause + 1 : first]
    if said[:1] in (["can"], ["could"]) and words[clause] in _THEY and said[1] in _SITTING:
        return "with" in said  # "he can sit with me at two"
    mine = next((i for i, word in enumerate(said) if word in ("me", "us")), None)
    if mine is None or words[clause] in _NO_BIDDING:
        return False
    return not any(_is_verb(word) for word in said[:mine])


def _is_verb(word: str) -> bool:
    """True for a word that looks like a verb of something else: "loadshedding hits us", "10:30 ruins my break"."""
    return (
        len(word) > _SHORT_WORD
        and word.endswith("s")
        and not word.endswith(("ss", "us", "'s"))
        and word not in _NO_VERBS
    )


_DAY_REACH: Final = 12
_DAY_PARTS: Final = frozenset("this morning afternoon evening arvo tonight today".split())
_I_AM: Final = [["i'm"], ["we're"]]
_ABOUT: Final = [
    [word] for word in "free back yours open available around here all home clear empty good".split()
]
_LEADING: Final = _DAY_PARTS | _OPENERS
_ROOMY: Final = frozenset("room space".split())
_HOMES: Final = [[home] for home in "place house door home flat apartment hotel gate office studio".split()]
_SHORT_WORD: Final = 3
_NO_VERBS: Final = frozenset(
    "this perhaps always works suits yours thanks cheers lets besides sometimes".split()
)
_ANY_SUBJECT: Final = _SUBJECTS | _SELF
_NO_BIDDING: Final = _ANY_SUBJECT | frozenset("the a an my our some".split())


def _clause(u: Utterance, first: int, begin: int) -> int:
    """Return where the clause of a time begins: behind a comma, a contrast or a subordinator."""
    words, marks = u.reading.words, u.reading.marks
    for at in range(first - 1, max(begin, first - _REACH) - 1, -1):
        if words[at] in (",", ":", "—", "(") or words[at] in CONTRASTS or marks[at] & (EMOJI | SENTENCE_END):
            return at + 1
        if opens_main_clause(words, at, begin):
            return at + 1
        if words[at] in _CLIENT_WOULD:
            return at
        if words[at] in _SUBORDINATE and at + 1 < first and words[at + 1] in _ANY_SUBJECT:
            return at
    return max(begin, first - _REACH)
