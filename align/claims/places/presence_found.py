"""What a clause has said so far of whose presence: what was passed, and what is decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

About = Literal["professional", "client", "other"]


class Presence(NamedTuple):
    """Whose presence a clause states.

    `now` says that it is stated of the present, so that without a date it means today;
    `close` that nothing but small words stands between the subject and the place, and
    `dated_only` that it holds only where a date is said ("when I'm in Leeds on Friday"), and
    `rooted` that a room of theirs is there, which says nothing of when they are.
    """

    about: About
    now: bool = False
    close: bool = False
    dated_only: bool = False
    rooted: bool = False


class At(NamedTuple):
    """Where a place stands.

    `cue` is the word that introduces it, or its own first word, `last` the word behind
    it; `event` and `travel` say that its name stands before such a noun ("my Berlin
    dates").
    """

    cue: int
    last: int
    event: bool = False
    travel: bool = False


OTHER: Final = Presence("other")
CLIENT: Final = Presence("client")
THERE: Final = Presence("professional")


@dataclass(slots=True)
class Passed:
    """What has been passed between the place and the word that is looked at."""

    event: bool = False
    booked: bool = False
    room: bool = False
    own_room: bool = False
    own_ground: bool = False
    guest_room: bool = False
    others_room: bool = False
    lodging: bool = False
    travel: bool = False
    meets: bool = False
    moves: bool = False
    acts: bool = False
    past: bool = False
    mental: bool = False
    denied: bool = False
    strange: int = 0
    link: int = -1

    @property
    def unreal(self) -> bool:
        """Whether the clause tells of the past, or of a thought."""
        return self.past or self.mental

    @property
    def offers(self) -> bool:
        """Whether something was passed that the professional holds, or a meeting with them."""
        return self.event or self.own_room or self.own_ground or self.meets
