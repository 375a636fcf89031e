"""Judges of verbs of motion and meeting that govern a time: "see", "come", "get", "drop".

What a judge takes and returns is said in align/claims/times/governors.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.times.appointment_words import OBJECTS
from align.claims.times.governor_context import (
    ARTICLES,
    LATE,
    PARTICLES,
    PARTY,
    is_direct,
    word_before,
    words_between,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def judge_see(u: Utterance, at: int, first: int) -> int:
    """Read "See you at 6" and "meet little Leo at 6" start; "see the vet at 6" does not."""
    words = u.reading.words
    if words[at] == "saw" and _IN_SUGGESTION.isdisjoint(words[max(0, at - _LEAD) : at]):
        return 0  # "I saw him at 9:20 and nearly lost my place" tells what was
    following = words[at + 1] if at + 1 < first else ""
    if following in OBJECTS or following in ("your", "y'all"):
        return 1
    if following in ("about", "to") and word_before(u, at) in _WE_WILL:
        return 0  # "then we'll see about 9": the next chapter
    if words[at] == "meet" and following in _SPOTS and word_before(u, at) not in _OF_HABIT:
        return 1  # "meet at the bridge three-ish"
    if not ARTICLES.isdisjoint(words[at + 1 : first]):
        return 0
    return 1 if len(words_between(u, at, first)) <= 2 else 0


def judge_meeting(u: Utterance, at: int, first: int) -> int:
    """Read "meeting you at 6", "fancy meeting at 6?", "meeting at 6 works" start; else it is somebody else's hour."""
    words = u.reading.words
    before = word_before(u, at)
    if before == "for":
        return -1  # "thanks for meeting me at 6"
    if words[at + 1] in _US:
        return 1
    suits = at == u.reading.sentence(at)[0] and not _SUITS.isdisjoint(words[first + 1 : first + 3])
    return 1 if (before in _SUGGESTING or suits) and is_direct(u, at, first) else -1


_LEAD: Final = 4
_IN_SUGGESTION: Final = frozenset("if about say chance that suppose supposing".split())
"""One of these stands before a past tense that is meant for the future: "how about I saw you at 6?"."""
_SPOTS: Final = frozenset("at by outside in near under on".split())
_OF_HABIT: Final = frozenset("usually always normally they kids parents often i to".split())
_WE_WILL: Final = frozenset("we'll i'll let's to".split())
_US: Final = frozenset("you ya me us".split())
_SUITS: Final = frozenset("works suits sounds".split())
_SUGGESTING: Final = frozenset("fancy about suggest propose of say rather like prefer".split())


def judge_arrive(u: Utterance, at: int, first: int) -> int:
    """Read "you'd arrive at 6" starts, unless it is somebody else or late."""
    near = u.reading.words[max(0, at - 4) : at]
    if near[-1:] in (["i"], ["we"]) and u.reading.words[at + 1 : at + 2] == ["in"] and at + 2 < first:
        return -1  # "I arrive in town at 4"
    return -1 if not PARTY.isdisjoint(near) or not LATE.isdisjoint(near) else 1


def judge_come(u: Utterance, at: int, first: int) -> int:
    """Read "come at 6" starts; "come home at 6", "they come at 6" do not."""
    near = u.reading.words[max(0, at - 3) : at]
    if u.reading.words[at + 1 : at + 2] in (["home"], ["from"], ["off"]):
        return 0
    del first
    if not _INVITING.isdisjoint(near) or near[:1] == ["let"]:
        return 1  # "can my wife come at 4", "she could come at 6": who comes is a client
    return -1 if not PARTY.isdisjoint(near) or _comes_of_habit(u, at) else 1


def _comes_of_habit(u: Utterance, at: int) -> bool:
    """True for "her carers come at nine", "the physio comes at one": who comes by themselves, and to whom.

    "Let the girls come at 4", "have your mum come at 4" and "then the twins come at 4" are arranged.
    """
    words = u.reading.words
    subject = at - 1
    if (
        subject < 1
        or not words[subject].isalpha()
        or words[subject] in OBJECTS
        or words[subject] in PARTICLES
    ):
        return False
    return words[subject - 1] in _THEIRS and words[max(0, subject - 2)] not in _ARRANGING


_THEIRS: Final = frozenset("her his their our my".split())
_ARRANGING: Final = frozenset("let have has get getting make then and".split())
_INVITING: Final = frozenset("can could may should might".split())


def judge_get(u: Utterance, at: int, first: int) -> int:
    """Read "Get you in at 6" starts."""
    between = words_between(u, at, first)
    if is_seated(u.reading.words[at + 1 : first]) or (
        between == ["going"] and word_before(u, at) not in _OBLIGED
    ):
        return 1
    return (
        1 if between and between[0] in OBJECTS and all(w in OBJECTS or w in PARTICLES for w in between) else 0
    )


_OBLIGED: Final = frozenset("to must gotta should".split())
"""Before "get going" these have somebody leave: "I have to get going at 6"."""


def is_seated(between: list[str]) -> bool:
    """True for "(have) you on the table", "(get) him up on the couch", "(have) you lying down": a session begins."""
    if between[:1] == ["your"]:
        between = ["him", *between[2:]]  # "your boy", "your mum"
    rest = between[1:]
    if not rest or between[0] not in _PATIENTS or not _MOVING.isdisjoint(between):
        return False
    if rest[0] in ("up", "down", "back"):
        rest = rest[1:]
    return rest[:1] in _ONTO or (rest[:1] in (["lying"], ["settled"], ["seated"]) and len(rest) <= 2)


_PATIENTS: Final = frozenset("you u ya him her them".split())
_ONTO: Final = [["on"], ["onto"], ["in"], ["into"], ["under"]]
_MOVING: Final = frozenset("bus train home way road car taxi cab bed work touch mind from".split())


def judge_pick(u: Utterance, at: int, first: int) -> int:
    """The professional's "I'll pick him up at 3" starts; the client's school run does not."""
    before = word_before(u, at)
    mine = before in ("i'll", "i", "can", "could", "we'll") and u.speaker is Speaker.PROFESSIONAL
    following = u.reading.words[at + 1 : at + 2]
    del first
    if following == ["you"] and at == u.reading.sentence(at)[0]:
        return 1  # "Pick you up at 3?"
    return 1 if mine and following and following[0] in OBJECTS else -1


def judge_go(u: Utterance, at: int, first: int) -> int:
    """Read "let's go for 6", "go with 6" start."""
    following = u.reading.words[at + 1 : at + 2]
    return 1 if following in (["for"], ["with"]) and not words_between(u, at + 1, first) else 0


def judge_turn(u: Utterance, at: int, first: int) -> int:
    """Read "turn up at 6" starts."""
    del first
    if word_before(u, at) in PARTY:
        return -1
    return 1 if u.reading.words[at + 1 : at + 2] == ["up"] else 0


def judge_drop(u: Utterance, at: int, first: int) -> int:
    """Read "Drop him in at 9", "drop by at 6" start; "drop the photos over at 6" does not."""
    following = u.reading.words[at + 1] if at + 1 < first else ""
    return -1 if following in ("the", "your", "my", "some", "a", "keys") else 1
