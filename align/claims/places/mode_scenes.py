"""Who is where when the work is done, read from a thing: "my couch is free at four", "you only need a plug".

A thing tells a side by what is done with it and by whom. Whoever is told to ring the bell comes, and whoever asks
which bell to ring goes; whoever makes a room ready is visited in it; whoever carries the table comes with it; what
is somebody's own and is free, is enough or is sat on is where the work is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker, Stance
from align.claims.places import mode_owned as owned
from align.claims.places import mode_passed as passed
from align.claims.places import mode_readied as readied
from align.claims.places import mode_things as things
from align.claims.places.mode_claims import claim_on
from align.claims.places.mode_led import LOOKS, may_tell
from align.claims.places.mode_shared import SHARED, shared
from align.claims.places.mode_things import Thing, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.claims.claim import ModeClaim
    from align.claims.utterance import Utterance


def told_by_thing(u: Utterance, index: int) -> ModeClaim | None:
    """Return the mode that the thing at a word tells, if it tells one."""
    words = u.reading.words
    if words[index] not in LOOKS or not may_tell(words, index):
        return None
    if u.speaker is Speaker.CLIENT or not things.is_head(words, index):
        return None
    begin, end = u.reading.sentence(index)
    owner = things.whose(words, index, begin)
    if owner == "other":
        return None
    at = u.reading.line_at
    behind = u.reading.line[at[index + 1] - 1 : at[end]]
    thing = Thing(index, words[index], begin, end, owner, behind)
    for read in _READERS_OF[words[index]]:
        told = read(u, thing)
        if told is not None:
            unsaid = things.is_elsewhere(u, begin, end) or things.is_contrary(u, told.mode, index, index + 1)
            unsaid = unsaid or things.is_dropped_off(u, index)
            return (
                None
                if unsaid
                else claim_on(u, (told.first, told.last), told.mode, settled=_UNTOLD[told.settled])
            )
    return None


_UNTOLD: Final = {True: (Stance.ASKED, Stance.REFUSED), False: ()}
"""The stances that take nothing from what a thing tells, by whether it is settled."""
_READERS: Final[tuple[tuple[Callable[[Utterance, Thing], Told | None], frozenset[str]], ...]] = (
    (owned.said_of, owned.FREE),
    (passed.asked_about, passed.ASKED_OF),
    (passed.gone_by, passed.GONE_BY),
    (readied.readied, readied.READIED),
    (readied.needed, readied.NEEDED),
    (readied.carried, things.KIT),
    (owned.used, owned.USED),
    (owned.is_here, things.THINGS),
    (shared, SHARED),
)
"""What may be told by a thing, and by which things."""
_READERS_OF: Final = {word: tuple(read for read, told in _READERS if word in told) for word in things.THINGS}
