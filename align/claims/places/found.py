"""A place that a text names, with what introduces it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from align.claims.places.place_matches import Match


class Found(NamedTuple):
    """A place with the word that introduces it, and how it was found.

    `bare` places have nothing to introduce them, `certain` ones say by themselves who is
    there, and `doubtful` ones are misspelt; what suits is said to, whatever it denies.
    """

    cue: int
    match: Match
    event: bool = False
    travel: bool = False
    bare: bool = False
    certain: bool = False
    doubtful: bool = False
    suits: bool = False
