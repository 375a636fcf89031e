"""Clauses that point back at a time: "the room is empty at 2, come then", "14:00 at the salon, you're in the book"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.times.appointment_words import OBJECTS, OTHER, PLACES
from align.reading.cues import BREAK, EMOJI, NEGATION

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_FAR: Final = 12


def is_pointed_at(u: Utterance, last: int) -> bool:
    """True where the clause behind a time invites the client "then": "I'm back at 3, pop in then"."""
    words = u.reading.words
    at = behind_days(u, last)
    if at >= len(words) or words[at] not in _BREAKS:
        return False
    at += 1
    if _is_handed_over(words, at) or _is_done_then(words, at) or words[at : at + 2] in _SHALL_I:
        return words[at : at + 2] not in _SHALL_I or words[at + 2 : at + 3] in _CALLING
    while at < len(words) and words[at] in _OPENERS:
        at += 1
    if at >= len(words) or words[at] not in _INVITING:
        return False
    then = next((i for i in range(at + 1, min(at + 5, len(words))) if words[i] == "then"), at)
    return then > at and _CLAUSE.isdisjoint(words[at:then]) and not any(u.taken[at:then])


def _is_handed_over(words: list[str], at: int) -> bool:
    """True for "(I've moved my 3,) so that slot is yours", "it's yours": the time is the client's now."""
    if "yours" not in words[at : at + 5]:
        return False
    at += words[at] == "so"
    if words[at : at + 1] not in (["it's"], ["that's"]):
        at += 1 + (words[at + 1 : at + 2] in (["slot"], ["one"], ["time"]))
        if words[at - 1 : at] not in (["that"], ["slot"], ["one"], ["time"], ["it"]):
            return False
        if words[at : at + 1] not in (["is"], ["'s"]):
            return False
    behind = words[at + 2 : at + 3]
    return words[at + 1 : at + 2] == ["yours"] and (not behind or not behind[0].isalpha() or behind[0] in _IF)


def _is_done_then(words: list[str], at: int) -> bool:
    """True for "(I'm near you about two) so I'll see him then", "I could do your mum then"."""
    at += words[at : at + 1] == ["so"]
    if words[at : at + 1] not in _I_WILL and words[at : at + 2] not in _I_CAN:
        return False
    said = words[at + 1 + (words[at + 1 : at + 2] in _CAN) : at + _DONE]
    if said[:1] == [] or said[0] not in _SEEING or "then" not in said:
        return False
    between = said[1 : said.index("then")]
    return between[:1] == [] or between[0] in OBJECTS or between[0] == "your"


_SHALL_I: Final = [[verb, who] for verb in ("shall", "will", "should") for who in ("i", "we")]
_CALLING: Final = [
    [verb]
    for verb in "come pop swing drop call knock chap see do take start book put pencil nip hop fit".split()
]
"""What is offered for the hour just told: "I'm round your way at two, will I chap the door?"."""
_DONE: Final = 8
_CAN: Final = [["can"], ["could"]]
_I_CAN: Final = [[who, can] for who in ("i", "we") for can in ("can", "could")]
_I_WILL: Final = [["i'll"], ["we'll"], ["i'd"], ["we'd"]]
_SEEING: Final = frozenset(
    "see do come take fit squeeze meet start have catch fetch collect pop swing".split()
)
_IF: Final = frozenset("if now instead please x xx".split())
_BREAKS: Final = frozenset(", ; . — - so ! and".split())
_OPENERS: Final = frozenset("so just and why do you can could should".split())
_INVITING: Final = frozenset("come pop swing drop stop nip hop join".split())
_CLAUSE: Final = frozenset(", . ! ? ; — when if after before once and".split())


def is_seen_there(u: Utterance, last: int, end: int) -> int:
    """Propose the time of "noon, see you downstairs", "3pm, catch you then"."""
    words = u.reading.words
    at = behind_days(u, last)
    if at >= end or words[at] not in (",", "—", "-", "and", "so") or words[at + 1 : at + 3] not in _SEE_YOU:
        return 0
    at += 3
    return 1 if at >= len(words) or words[at] in _THERE else 0


_SEE_YOU: Final = [[verb, you] for verb in ("see", "catch", "meet") for you in ("you", "ya", "u", "ye")]
_THERE: Final = frozenset("then there downstairs upstairs outside inside both all . ! x xx".split())


def is_booked_there(u: Utterance, last: int, end: int) -> bool:
    """True for a time and a place alone: "Friday 14:00 at the salon", with nothing but the client behind it."""
    words, marks = u.reading.words, u.reading.marks
    at, home = _past_place(words, behind_days(u, last))
    if not at:
        return False
    home = home or words[at - 1] not in _ERRANDS
    at += words[at : at + 1] == ["then"]
    if at >= end or words[at] in (".", "!", "…") or marks[at] & EMOJI:
        return True
    if words[at] not in (",", "—", "-", "and", "so"):
        return False
    behind = range(at + 1, min(end, at + _FAR))
    if any(marks[i] & NEGATION or words[i] in _APART or words[i] in OTHER for i in behind):
        return False
    return home or any(words[i] in _YOU for i in behind)


def is_place_at(u: Utterance, first: int, last: int, begin: int) -> bool:
    """True for "park at 5:30, bring water", "your place at 3?": a place and a time, with no verb."""
    words = u.reading.words
    at = first - 1
    behind = behind_days(u, last)
    if behind < len(words) and not u.reading.marks[behind] & BREAK and words[behind] not in ("then", "or"):
        return False
    if at <= begin or words[at] not in ("at", "@", "around", "for"):
        return False
    while u.taken[at - 1] and at - 1 > begin:
        at -= 1
    place = at - 1
    whose = words[place - 1 : place] in _WHOSE and place - 1 >= begin
    if place - whose != begin or (words[place] not in PLACES and words[place] not in _ROOMS):
        return False
    return whose or words[place] not in _ERRANDS


def _past_place(words: list[str], at: int) -> tuple[int, bool]:
    """Return the word behind "at the salon", "in my room", "at yours", else 0; and whether it is one's home."""
    led = words[at : at + 1]
    if led == ["at"] and words[at + 1 : at + 2] in (["yours"], ["mine"]):
        return at + 2, True
    whose = words[at + 1 : at + 2]
    home = whose in (["your"], ["my"])
    if led not in (["at"], ["in"]) and not (led == [","] and home):
        return 0, False
    at += 1 + (whose in _WHOSE)
    known = at < len(words) and (words[at] in PLACES or words[at] in _ROOMS or words[at] == "home")
    return (at + 1, home) if known else (0, False)


_WHOSE: Final = [["the"], ["my"], ["our"], ["your"]]
_ROOMS: Final = frozenset("room shed cabin spa parlour parlor van flat apartment treatment workshop".split())
_ERRANDS: Final = frozenset(
    (
        "gym office school church bank pub bar store market library hospital vet physio airport station "
        "work class museum"
    ).split()
)
"""Where the professional goes for themselves, so that the client must be told of as well."""
_APART: Final = frozenset("then after before free until till from but said asked wanted mentioned".split())
_YOU: Final = frozenset("you your u you're you'll yours ya ur".split())


def behind_days(u: Utterance, at: int) -> int:
    """Step over the day and the part of it that stand behind a time."""
    words = u.reading.words
    end = min(len(words), at + _DAY_REACH)
    while at < end and (u.taken[at] or words[at] in _PARTS):
        at += 1
    return at


_DAY_REACH: Final = 12


_PARTS: Final = frozenset("this evening afternoon morning today tonight sharp".split())


def is_left_over(u: Utterance, last: int, end: int) -> bool:
    """True for "14:30 I have one hour left", "at 3 I've a gap": the professional's own free time then."""
    words = u.reading.words
    at = behind_days(u, last)
    have = words[at : at + 1] in _I_HAVE or words[at : at + 2] in _HAVING
    if not have:
        return False
    for i in range(at + 1, min(end, at + _FAR)):
        if words[i] == "left":
            return words[i - 1] in UNIT_MINUTES or words[i - 1] in _LEFT
        if words[i] in _FREE or words[i : i + 2] == ["time", "for"]:
            return True
        if words[i] in _BREAKING or words[i] in OTHER or u.reading.marks[i] & NEGATION:
            return False
    return False


_I_HAVE: Final = [["i've"], ["we've"], ["there's"]]
_HAVING: Final = [
    *([who, have] for who in ("i", "we") for have in ("have", "got", "still", "only", "just")),
    ["there", "is"],
    ["i'd", "have"],
    ["we'd", "have"],
]
_LEFT: Final = frozenset("one something time appointment".split())
"""What is left of the day that a client can have; "one massage left" is still to be done."""
_FREE: Final = frozenset("free open available going gap slot opening space room spot".split())
_BREAKING: Final = frozenset(", . ! ? ; : and but so — of for with to in at from after before".split())
