"""What belongs to whom in a clause about a place: "my studio", "your house", "mine"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.places.clause_openings import lies_ahead
from align.claims.places.presence_company import (
    is_rival,
    serves,
)
from align.claims.places.presence_found import CLIENT, OTHER, THERE, Passed, Presence
from align.claims.places.presence_subjects import professional_speaks
from align.claims.places.presence_verbs import is_preterite
from align.claims.places.presence_words import (
    Part,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from align.claims.places.presence_noted import Handler
    from align.claims.utterance import Utterance


def _speaker_own(u: Utterance, at: int, passed: Passed) -> Presence | None:
    return _owned(u, at, passed, is_host=professional_speaks(u))


def _listener_own(u: Utterance, at: int, passed: Passed) -> Presence | None:
    return _owned(u, at, passed, is_host=not professional_speaks(u))


def _speaker_home(u: Utterance, at: int, passed: Passed) -> Presence | None:
    return _home(u, at, passed, is_host=professional_speaks(u))


def _listener_home(u: Utterance, at: int, passed: Passed) -> Presence | None:
    return _home(u, at, passed, is_host=not professional_speaks(u))


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


_SELF: Final = (["i'm"], ["am"], ["be"], ["i"])
_WAY: Final = 5
_INVITED: Final = frozenset("come coming head swing pop get make welcome drive hop nip".split())
_PLACED: Final = (["in"], ["there"], ["at"], ["here"])
_SPANS: Final = frozenset("time week weeks month days year".split())
OWNED: Final[Mapping[Part, Handler]] = {
    Part.SPEAKER_OWN: _speaker_own,
    Part.LISTENER_OWN: _listener_own,
    Part.SPEAKER_HOME: _speaker_home,
    Part.LISTENER_HOME: _listener_home,
}
