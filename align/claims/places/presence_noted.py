"""What is only noted on the way from a place to its subject: a meeting, a journey, a memory, a thought."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from align.claims.places.presence_begun import begins
from align.claims.places.presence_company import (
    comes_from,
    returns_from,
    sees_clients,
)
from align.claims.places.presence_found import OTHER, Passed, Presence
from align.claims.places.presence_words import (
    BOOKED,
    OWN_ROOMS,
    PARTS,
    Part,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


_FEW: Final = 8
OWNERS: Final = frozenset("the a my our your her his their own".split())
_HEARD: Final = frozenset("you ya u that".split())
_ANY: Final = frozenset("a any another some".split())
_LETS: Final = (["let's"], ["lets"])
_OPENINGS: Final = frozenset("slot slots spot spots opening openings gap gaps spaces availability".split())


def _past(u: Utterance, at: int, passed: Passed) -> None:
    words = u.reading.words
    if begins(words, at, passed) or (words[at - 1 : at + 1] == ["be", "found"] and _is_speakers(words, at)):
        passed.acts = True  # "I've just started doing regulars in Leeds"
        return
    if words[at] == "found" and not _OPENINGS.isdisjoint(words[at + 1 : at + _FEW]):
        return  # "I found you two slots in Leeds"
    passed.past |= not (words[at] in ("was", "were") and word_behind(words, at) in _INTENDING)


def _is_speakers(words: list[str], at: int) -> bool:
    """True for the verb of "I can be found", "we can usually be found"."""
    return any(PARTS.get(word) is Part.SPEAKER for word in words[max(0, at - 4) : at - 1])


def _mental(u: Utterance, at: int, passed: Passed) -> None:
    words = u.reading.words
    word, behind = words[at], word_behind(words, at)
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
        and word_behind(u.reading.words, at) not in _HEARD
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
    if words[at].removesuffix("'s") == "room" and before not in OWNERS:
        passed.event = True  # "got room for you in Leeds"
        return
    passed.room = True
    had = at > 1 and words[at - 2] in ("got", "have", "hired", "rented", "booked", "use", "using")
    own = words[at].removesuffix("'s") in OWN_ROOMS or words[at] == "chair" or _says_where_it_is(words, at)
    passed.own_room |= (own and before == "the") or (before == "a" and had)


def _says_where_it_is(words: list[str], at: int) -> bool:
    """True for "the room is in Leeds", "the gym's in Leeds": where one comes to."""
    return words[at].removesuffix("'s") in _HOUSING and (
        words[at].endswith("'s") or word_behind(words, at) in _IS
    )


def _travel(u: Utterance, at: int, passed: Passed) -> None:
    del u, at
    passed.travel = True


def _clients(u: Utterance, at: int, passed: Passed) -> Presence | None:
    passed.meets |= sees_clients(u, at)
    return None if passed.meets else OTHER


def word_behind(words: list[str], at: int) -> str:
    """Return the word behind a word, nothing where none is."""
    return words[at + 1] if at + 1 < len(words) else ""


_HOUSING: Final = frozenset("room rooms gym office unit kitchen premises chair table bench".split())
_IS: Final = frozenset("is are 's".split())
_INTENDING: Final = frozenset("hoping going thinking planning wondering".split())
_MEETING: Final = frozenset("meet meeting book host hosting join".split())

Handler = Callable[["Utterance", int, Passed], "Presence | None"]

NOTED: Final[Mapping[Part, Handler]] = {
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
