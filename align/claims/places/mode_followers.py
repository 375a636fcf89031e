"""What can stand behind a word at which a mode is looked for: cheap looks before any pattern.

Most anchors ("the", "to", "take") are said of everything; the patterns of
align/claims/places/mode_words.py can match only where one of a few words comes next. A look
may let through what no pattern takes, never the other way round, so it judges words of
letters and digits only: in others ("you.com") a pattern may end half way.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.claims.places import mode_words as said
from align.claims.places.mode_subjects import SPEAKERS, SUBJECT_REACH

if TYPE_CHECKING:
    from align.reading import Reading

_SIGN: Final = re.compile(r"(?<=[^\W_])[\W_]")
_ON_THE_WAY: Final = frozenset(said.WAYS.split() + said.LEADS.split() + ["all", "my", "and"])
_SIDE_HEADS: Final = frozenset(
    "yours you u ya ye y'all yous your ur yr mine me us ours my our the where this him her them people "
    "clients families"
    " folks everyone".split()
)
"""The first words of the sides that somebody goes to."""
_LISTENER_SIDES: Final = _SIDE_HEADS - frozenset("mine me us ours my our the where this".split())
_ON_TO_A_SIDE: Final = frozenset("to at into see".split())
"""What leads on to a side alone, where other words of the way may be its end: "over"."""
_DOORS: Final = frozenset("here upstairs inside".split())
_BEHIND_GOING: Final = _ON_THE_WAY | _SIDE_HEADS | _DOORS
"""What a verb of going can be followed by, and what it carries."""
_NO_LOAD: Final = frozenset([*said.NO_LOAD.split(), *". , ! ? ; : … \n".split(" ")]) - _BEHIND_GOING
_WHEN: Final = frozenset(
    (
        "on at by for around about after before between this next tomorrow today tonight monday tuesday "
        "wednesday thursday friday saturday sunday"
    ).split()
)
_LONGEST_LOAD: Final = 6

_OWN_PREMISES: Final = frozenset([*said.PREMISES.split(), "treatment", "teaching", "music"])
_ADVERBS: Final = frozenset("still mostly usually always just also".split())
_AT_WORK: Final = frozenset("work working teach teaching operate operating set see seeing do doing".split())
_WORKING: Final = _ADVERBS | _AT_WORK
_WORKERS: Final = frozenset("i i'm we we're".split())
_MAKERS: Final = frozenset("take do make".split())
_TRIPS: Final = frozenset(said.TRIPS.split())
_DIRECTIONS: Final = frozenset("out over round up down across".split())
_HAVING: Final = frozenset("have keep rent run use hire got work teach operate see".split())
_MOBILE: Final = frozenset("mobile fully totally completely all only".split())
_TRAVELLING: Final = frozenset("do can will could travel".split())

_RECEIVED: Final = frozenset("you all both the clients people guests".split())
_ASKED_FOR: Final = frozenset(
    "a an your studio salon clinic shop workshop practice parlour parlor room place space somewhere".split()
)
_SEEN: Final = frozenset("you u him her them".split())
_VISITS: Final = frozenset(
    "visit visits call calls appointment appointments service services lesson lessons tuition tuitions classes - ".split()
)

CARRIERS: Final = frozenset([*said.CARRIERS, "drive", "walk"])
"""Verbs of going that take somebody, or something, along."""
FOLLOWERS: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(said.PLACING, said.SIDES),
    **dict.fromkeys(set(said.GOERS) - CARRIERS, _BEHIND_GOING),
    **dict.fromkeys(
        ("travel", "travelling", "traveling"),
        _BEHIND_GOING
        | set("anywhere everywhere throughout within locally any free if for at so no and".split()),
    ),
    **dict.fromkeys(
        ("visit", "visiting"),
        _BEHIND_GOING
        | set(
            "most students owners anywhere everywhere throughout within locally any free if for at so no and".split()
        ),
    ),
    "be": _BEHIND_GOING | {"with", "there"},
    "come": _BEHIND_GOING | _WHEN | {"via", "set", "home"},
    **dict.fromkeys(("pop", "head"), _BEHIND_GOING | {"via"}),
    "the": _OWN_PREMISES,
    **dict.fromkeys(("i", "we"), _HAVING | _WORKING | _TRAVELLING | {"am"}),
    **dict.fromkeys(("i'm", "we're"), _WORKING | _MOBILE | {"a", "an", "with", "back"}),
    "i'll": frozenset(("be",)),
    "let": frozenset("me you u myself yourself yourselves urself".split()),
    "do": frozenset(("the",)),
    "find": frozenset("your us me it my the".split()),
    "how": frozenset("do can will would should".split()),
    "where": frozenset("you u ye y'all am".split()),
    "here": frozenset("works suits is would".split()),
    **dict.fromkeys(("when", "once", "before"), frozenset("you u ye she he they i we ur".split())),
    "whenever": frozenset("you u ye she he they".split()),
    "after": frozenset("you u ye she he they".split()),
    **dict.fromkeys(("until", "till"), frozenset(("i", "we"))),
    "as": frozenset(("soon",)),
    **dict.fromkeys(("better", "easier", "best"), frozenset(("if",))),
    **dict.fromkeys(("rather", "prefer"), frozenset("you u ye".split())),
    "way": frozenset("over round to".split()),
    **dict.fromkeys(("turned", "converted", "made"), frozenset("the my our".split())),
    **dict.fromkeys("spare front back garden living downstairs upstairs".split(), frozenset(("room",))),
    "have": _RECEIVED | _ASKED_FOR,
    **dict.fromkeys(("having", "receive", "receiving"), _RECEIVED),
    **dict.fromkeys(("got", "keep"), _ASKED_FOR),
    "only": frozenset(("receive",)),
    **dict.fromkeys("see treat massage teach train shoot".split(), _SEEN),
    "meet": _SEEN | {"una", "me", "us"},
    **dict.fromkeys(
        "use using borrow share".split(), frozenset("the my our mine ours your ur yr yours".split())
    ),
    **dict.fromkeys(("home", "hotel", "house"), _VISITS | {"number"}),
    "flat": frozenset(("number",)),
    **dict.fromkeys(
        "gym hall space chair kitchen place workshop".split(), frozenset("that which i we".split())
    ),
}
"""What can follow an anchor; one that is not here may be followed by anything, or by nothing."""

OWNERS: Final = frozenset("my our your ur yr".split())
"""Whose a room is, two words before it at most, and its own kind: "my own little music room"."""
_ROOM_REACH: Final = 4


def may_go(reading: Reading, index: int) -> bool:
    """Tell whether a pattern of going may match at a word of `said.GOING`."""
    words = reading.words
    if words[index] not in CARRIERS:
        return True
    if not carries_to_side(words, index, 0):
        return False  # as for most, before the text is cut into sentences
    return carries_to_side(words, index, reading.sentence(index)[0])


def follows(following: str, followers: frozenset[str]) -> bool:
    """Tell whether a word that is not among an anchor's followers may still be one: a sign, or one that goes on behind it."""
    if following.isalnum():
        return False
    return not following[:1].isalnum() or not followers.isdisjoint(_begun(following))


@lru_cache(maxsize=8192)
def _begun(word: str) -> tuple[str, ...]:
    """Return what a word may be up to each of its signs: `you` and `you.com`."""
    return tuple(word[: sign.start()] for sign in _SIGN.finditer(word))


def _may_make_trip(words: list[str], index: int) -> bool:
    """Tell whether "take the", "do the", "make the" goes on to a trip: not "take the time"."""
    if index + 2 >= len(words):
        return False
    return words[index + 2] in _TRIPS or not words[index + 2].isalnum()


def carries_to_side(words: list[str], index: int, begin: int) -> bool:
    """Tell whether behind the load of the carrier at `index` ("bring the kit") a side may follow.

    `begin` is where its sentence begins. What is carried goes to the listener's side only with
    the speaker, so "take the time that you need" is nothing where the sentence does not speak of them before.
    """
    alone = words[index] in _GOES_ALONE
    to_listener = False
    for at in range(index + 1 if alone else index + 2, min(len(words), index + 2 + _LONGEST_LOAD)):
        word = words[at]
        if word in _LISTENER_SIDES and not alone:
            to_listener = True
        elif word in _ON_TO_A_SIDE:
            if at + 1 < len(words) and (words[at + 1] in _BEHIND_GOING or not words[at + 1].isalnum()):
                return True
            break  # no word of a load either
        elif word in _NO_LOAD:
            break
        elif word in _BEHIND_GOING or not word.isalnum():
            return True
    return to_listener and not SPEAKERS.isdisjoint(words[max(begin, index - SUBJECT_REACH) : index])


def may_place(words: list[str], index: int) -> bool:
    """Tell whether a side may follow the placing word at `index`: "at yours", "over at yours"."""
    if words[index] not in _DIRECTIONS or index + 2 >= len(words):
        return True
    behind = words[index + 2]
    return behind in said.SIDES or behind == "peoples" or not behind.isalnum()


def may_work(words: list[str], index: int) -> bool:
    """Tell whether the speaker at `index` may have a room, work somewhere or travel: not "I always warm the room"."""
    if index + 2 >= len(words):
        return True
    then = _THEN.get(words[index + 1])
    if then is None or words[index + 2] in then or not words[index + 2].isalnum():
        return True
    return words[index + 1] in _WITH_WHOM and (index + 3 >= len(words) or words[index + 3] in _WHENCE)


def may_have_room(words: list[str], index: int) -> bool:
    """Tell whether "I've" goes on to a room: not "I've seen that"."""
    return index + 5 > len(words) or not _ROOM_OPENS.isdisjoint(words[index + 1 : index + 5])


def room_ahead(words: list[str], index: int) -> bool:
    """Tell whether what the owner's word at `index` is said of may be a room."""
    return any(map(_opens_room, words[index + 1 : index + 1 + _ROOM_REACH]))


@lru_cache(maxsize=8192)
def _opens_room(word: str) -> bool:
    return said.ROOM_BEGINS.match(word) is not None


_GOES_ALONE: Final = frozenset(said.GOERS)


def _may_lead_to_side(words: list[str], index: int) -> bool:
    """Tell whether "the way to" goes on to the listener's side: not "the way to do it", "by the way ."."""
    following = words[index + 1] if index + 1 < len(words) else "."
    if following != "to" or index + 2 >= len(words):
        return len(following) > 1
    return words[index + 2] in _LISTENER_SIDES or not words[index + 2].isalnum()


def _may_be_made(words: list[str], index: int) -> bool:
    """Tell whether "made the spare room" goes on to what it was made into."""
    return "into" in words[index + 1 : index + 5]


def _may_let_in(words: list[str], index: int) -> bool:
    """Tell whether "let me" goes on to "in": not "let me know"."""
    if words[index + 1] != "me" or index + 2 >= len(words):
        return True
    return words[index + 2] in _INTO or not words[index + 2].isalnum()


def _may_arrive(words: list[str], index: int) -> bool:
    """Tell whether "once you" goes on to an arrival: not "once you have decided"."""
    if index + 2 >= len(words) or words[index + 1] == "ur" or not words[index + 1].isalnum():
        return True
    return words[index + 2] in _ARRIVING or not words[index + 2].isalnum()


_ROOM_OPENS: Final = frozenset("a an my our the".split())
_WHENCE: Final = frozenset("out from at".split())
_WITH_WHOM: Final = frozenset("see seeing do doing run".split())
"""Verbs of work that somebody may stand behind: "I see clients at my flat"."""
_THEN: Final = {
    **dict.fromkeys(_ADVERBS, _AT_WORK),
    **dict.fromkeys("have keep rent use hire got run".split(), _ROOM_OPENS | {"there", "here", "got"}),
    **dict.fromkeys("work working teach teaching operate operating".split(), _WHENCE),
    **dict.fromkeys(("can", "will", "could", "do"), frozenset(("travel",))),
    **dict.fromkeys(("see", "seeing", "doing"), frozenset[str]()),
    "am": _MOBILE | {"mobile", "a", "an"},
}
"""What the speaker's verb must be followed by where it tells of a room, of work or of a journey."""
_ARRIVING: Final = frozenset("all both finally get arrive come turn make are".split())
_INTO: Final = frozenset("in up through".split())
LOOKS: Final = {
    **dict.fromkeys(OWNERS, room_ahead),
    **dict.fromkeys(_MAKERS, _may_make_trip),
    **dict.fromkeys(_WORKERS, may_work),
    **dict.fromkeys(("i've", "we've"), may_have_room),
    "way": _may_lead_to_side,
    **dict.fromkeys(("when", "once", "before", "after", "whenever"), _may_arrive),
    "let": _may_let_in,
    **dict.fromkeys(("turned", "converted", "made"), _may_be_made),
}
"""What is looked at behind a word before any pattern is tried at it."""
